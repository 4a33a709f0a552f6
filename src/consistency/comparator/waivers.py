"""Findings that somebody has looked at: they stand in the report with the reason, and no longer count as open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from consistency.model import Acknowledgement, Finding, Severity


@dataclass(frozen=True, slots=True)
class Waiver:
    """That a finding, by its id, may stand: why, by whom, since and until when (both days included).

    A critical finding stays open unless ``allow_critical`` says that it is known to be critical.
    """

    id: str
    words: Acknowledgement
    status: Literal["acknowledged", "explained"] = "acknowledged"
    allow_critical: bool = False

    def expired(self, as_of: date) -> bool:
        """True from the day after the last one on which it holds."""
        return self.words.expires is not None and as_of.isoformat() > self.words.expires


def waived(
    findings: Iterable[Finding], waivers: Sequence[Waiver], as_of: date
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """Give the findings with what was acknowledged of them, and a sentence for each waiver that has no effect."""
    known = {waiver.id: waiver for waiver in waivers}
    found, notes = [], []
    for finding in findings:
        waiver = known.pop(finding.id, None)
        reason = None if waiver is None else _without_effect(waiver, finding, as_of)
        if waiver is None or reason is not None:
            found.append(finding)
            notes += [reason] if reason else []
        else:
            found.append(replace(finding, status=waiver.status, acknowledgement=waiver.words))
    notes += [f"{name} is acknowledged, but is no longer found." for name in known]
    return tuple(found), tuple(notes)


def _without_effect(waiver: Waiver, finding: Finding, as_of: date) -> str | None:
    if waiver.expired(as_of):
        return f"{waiver.id} is open again: its acknowledgement expired on {waiver.words.expires}."
    if finding.severity is Severity.CRITICAL and not waiver.allow_critical:
        return f"{waiver.id} stays open: a critical finding is acknowledged only with allow_critical = true."
    return None
