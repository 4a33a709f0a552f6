"""What a person has filled in on the form of a finding, and what it lacks before it can be written down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from consistency.comparator.waivers import Decision, Pending, Settled, Waiver
from consistency.model import Acknowledgement, Finding, Severity

DECISIONS: tuple[Decision, ...] = ("fix", "explained", "acknowledged", "ask")
"""In the order in which the page shows them: the first is chosen by the key 1."""
assert set(DECISIONS) == {*get_args(Settled), *get_args(Pending)}


class Filled(Struct, frozen=True):
    """The form as it was filled in; ``seen`` is the mark of what the file said about the finding when it was shown."""

    decision: str = ""
    reason: str = ""
    by: str = ""
    allow_critical: bool = False
    seen: str = ""

    @classmethod
    def of(cls, form: Mapping[str, str]) -> Filled:
        """Take what a browser has sent."""
        words = {name: _clean(form.get(name, "")) for name in ("decision", "reason", "by", "seen")}
        return cls(**words, allow_critical="allow_critical" in form)

    @classmethod
    def again(cls, waiver: Waiver | None, name: str, seen: str) -> Filled:
        """Show what is decided already, or an empty form."""
        if waiver is None:
            return cls(by=name, seen=seen)
        return cls(waiver.status, waiver.words.reason, name, waiver.allow_critical, seen)

    def seen_now(self, seen: str) -> Filled:
        """Give the same words after the person has been shown what stands in the file by now."""
        return replace(self, seen=seen)

    def lacks(self, finding: Finding) -> str | None:
        """Name the first thing that is missing: the decision, the reason, the name, that it is critical."""
        if self.decision not in DECISIONS:
            return "decision"
        waiver = self.waiver(finding.id, date.min)
        if waiver.needs_reason and not self.reason:
            return "reason"
        if not self.by:
            return "name"
        needs_tick = waiver.needs_reason and finding.severity is Severity.CRITICAL
        return "critical" if needs_tick and not self.allow_critical else None

    def waiver(self, finding: str, today: date) -> Waiver:
        """Give the decision; raises KeyError where none is chosen."""
        chosen: Mapping[str, Decision] = {one: one for one in DECISIONS}
        status = chosen[self.decision]
        words = Acknowledgement(self.reason, self.by, today.isoformat())
        return Waiver(finding, words, status, self.allow_critical and status in get_args(Settled))


def _clean(text: str) -> str:
    """Take out what no file of text can hold, and write line ends in one way."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign.isprintable() or sign == "\n").strip()
