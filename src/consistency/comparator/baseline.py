"""A report beside an earlier one of the same case: what is new, what is otherwise, what is resolved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from consistency.model import Changes, Finding, Resolved, WrongUse


class Told(msgspec.Struct, frozen=True):
    """A finding as a report told it, as far as :func:`compared` asks."""

    id: str
    rule: str
    severity: Literal["critical", "major", "minor", "info"]
    status: str
    title: str
    person: str | None = None
    subject: str = ""


class _Report(msgspec.Struct):
    schema: str
    findings: tuple[Told, ...]


class WrongBaseline(WrongUse):
    """A file that is no report of this program; the message says what to give."""


def read(path: Path) -> tuple[Told, ...]:
    """Read the findings of a report that ``--format json`` wrote; raises :class:`WrongBaseline`."""
    try:
        report = msgspec.json.decode(path.read_bytes(), type=_Report)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        report = None
    if report is None or not report.schema.startswith("consistency-report/"):
        raise WrongBaseline(
            f"{path} is no report of an earlier check; write one with --format json --output FILE"
        )
    return report.findings


def told(findings: Iterable[Finding]) -> tuple[Told, ...]:
    """Tell findings as a report does."""
    return tuple(
        msgspec.convert(
            {name: getattr(one, name) for name in Told.__struct_fields__} | {"severity": str(one.severity)},
            Told,
        )
        for one in findings
    )


def compared(findings: Sequence[Finding], before: Sequence[Told]) -> tuple[tuple[Finding, ...], Changes]:
    """Give the findings that are new or otherwise than before, and what has become of the others."""
    known = {one.id: one for one in before}
    about = {(one.rule, one.person, one.subject): one.id for one in before if one.subject}
    new, changed, kept = set(), set(), set()
    for finding in findings:
        old = (
            finding.id if finding.id in known else about.get((finding.rule, finding.person, finding.subject))
        )
        if old is None:
            new.add(finding.id)
            continue
        kept.add(old)
        if old != finding.id or _otherwise(finding, known[old]):
            changed.add(finding.id)
    gone = (one for name, one in known.items() if name not in kept and one.status == "open")
    resolved = tuple(Resolved(one.id, one.rule, one.severity, one.title) for one in gone)
    shown = tuple(finding for finding in findings if finding.id in new | changed)
    changes = Changes(frozenset(new), frozenset(changed), resolved, len(findings) - len(shown))
    return shown, changes


def _otherwise(finding: Finding, told: Told) -> bool:
    return (str(finding.severity), finding.status) != (told.severity, told.status)
