"""A report beside an earlier one of the same case: what is new, what is otherwise, what is resolved."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from consistency.model import Changes, Finding, Resolved, WrongUse

Told = Mapping[str, Any]


class WrongBaseline(WrongUse):
    """A file that is no report of this program; the message says what to give."""


def read(path: Path) -> tuple[Told, ...]:
    """Read the findings of a report that ``--format json`` wrote; raises :class:`WrongBaseline`."""
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
        findings = tuple(report["findings"]) if report["schema"].startswith("consistency-report/") else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        findings = None
    if findings is None:
        raise WrongBaseline(
            f"{path} is no report of an earlier check; write one with --format json --output FILE"
        )
    return findings


def told(findings: Iterable[Finding]) -> tuple[Told, ...]:
    """Tell findings as a report does, as far as :func:`compared` asks."""
    names = ("id", "rule", "person", "subject", "status", "title")
    return tuple(
        {name: getattr(finding, name) for name in names} | {"severity": str(finding.severity)}
        for finding in findings
    )


def compared(findings: Sequence[Finding], before: Sequence[Told]) -> tuple[tuple[Finding, ...], Changes]:
    """Give the findings that are new or otherwise than before, and what has become of the others."""
    known = {one["id"]: one for one in before}
    about = {_about(one): one["id"] for one in before if one.get("subject")}
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
    gone = (one for name, one in known.items() if name not in kept and one["status"] == "open")
    resolved = tuple(Resolved(one["id"], one["rule"], one["severity"], one["title"]) for one in gone)
    shown = tuple(finding for finding in findings if finding.id in new | changed)
    changes = Changes(frozenset(new), frozenset(changed), resolved, len(findings) - len(shown))
    return shown, changes


def _about(told: Told) -> tuple[str, str | None, str]:
    return told["rule"], told["person"], told["subject"]


def _otherwise(finding: Finding, told: Told) -> bool:
    return (str(finding.severity), finding.status) != (told["severity"], told["status"])
