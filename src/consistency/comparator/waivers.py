"""What somebody who has looked at a finding has decided: that it may stand, or what is to be done about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, TypeGuard

from msgspec import Struct
from msgspec.structs import replace

from consistency.model import Acknowledgement, Finding, Severity

Settled = Literal["acknowledged", "explained"]
"""It may stand as it is; the letter explains it. Either way it no longer counts as open."""
Pending = Literal["fix", "ask"]
"""It is to be corrected in the draft; the client is to be asked. Either way it stays open until it is gone."""
Decision = Literal[Settled, Pending]


class Waiver(Struct, frozen=True):
    """What was decided about a finding, by its id: why, by whom, since and until when (both days included).

    A critical finding stays open unless ``allow_critical`` says that it is known to be critical.
    """

    id: str
    words: Acknowledgement
    status: Decision = "acknowledged"
    allow_critical: bool = False

    @property
    def needs_reason(self) -> bool:
        """True where it closes the finding: what is only to be done explains itself."""
        return _settles(self.status)

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
        reason = None if waiver is None else without_effect(waiver, finding, as_of)
        if waiver is None or reason is not None or not _settles(waiver.status):
            found.append(finding)
            notes += [reason] if reason else []
        else:
            found.append(replace(finding, status=waiver.status, acknowledgement=waiver.words))
    notes += [_GONE[waiver.status].format(id=name) for name, waiver in known.items()]
    return tuple(found), tuple(notes)


def reopened(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give the findings as they are before anything is decided about them."""
    return tuple(replace(finding, status="open", acknowledgement=None) for finding in findings)


def without_effect(waiver: Waiver, finding: Finding, as_of: date) -> str | None:
    """Say why a waiver of a finding has no effect on that day; None where it has."""
    if waiver.expired(as_of):
        return f"{waiver.id} is open again: its acknowledgement expired on {waiver.words.expires}."
    if _settles(waiver.status) and finding.severity is Severity.CRITICAL and not waiver.allow_critical:
        return f"{waiver.id} stays open: a critical finding is acknowledged only with allow_critical = true."
    return None


def _settles(status: Decision) -> TypeGuard[Settled]:
    return status in {"acknowledged", "explained"}


_GONE = {
    "acknowledged": "{id} is acknowledged, but is no longer found.",
    "explained": "{id} is acknowledged, but is no longer found.",
    "fix": "{id} was to be corrected in the draft, and is no longer found.",
    "ask": "{id} was to be asked of the client, and is no longer found.",
}
