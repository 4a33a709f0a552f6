"""What is to be decided about a case: each finding with the decision that holds, in the order of their weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from consistency.comparator.waivers import Decision, Waiver, without_effect
from consistency.model import Finding, by_weight


class Item(Struct, frozen=True):
    """A finding, the decision about it that holds, and one that no longer does, with the reason."""

    finding: Finding
    waiver: Waiver | None = None
    lapsed: str | None = None

    @property
    def decision(self) -> Decision | None:
        """What was decided; None where nothing is."""
        return self.waiver.status if self.waiver else None


class Agenda(Struct, frozen=True):
    """The items, the heaviest first."""

    items: tuple[Item, ...]

    @property
    def decided(self) -> int:
        """The number of findings that something was decided about."""
        return sum(item.waiver is not None for item in self.items)

    @property
    def to_ask(self) -> tuple[Item, ...]:
        """What the client is to be asked about."""
        return tuple(item for item in self.items if item.decision == "ask")

    def place(self, finding: str) -> int | None:
        """Give the place of a finding by its id, from 0; None where it is not among them."""
        return next((n for n, item in enumerate(self.items) if item.finding.id == finding), None)

    def undecided(self, after: int) -> Item | None:
        """Give the next item behind a place about which nothing is decided, from the first again behind the last."""
        turned = (*self.items[after + 1 :], *self.items[: after + 1])
        return next((item for item in turned if item.waiver is None), None)


def agenda(findings: Iterable[Finding], waivers: Sequence[Waiver], as_of: date) -> Agenda:
    """Put findings in order, each with the decision that holds on that day."""
    known = {waiver.id: waiver for waiver in waivers}
    return Agenda(tuple(_items(in_order(findings), known, as_of)))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Put findings in the order of a report: the heaviest first, then by person and rule."""
    return sorted(by_weight(findings), key=lambda f: (-f.severity, f.person or ""))


def _items(findings: Iterable[Finding], known: dict[str, Waiver], as_of: date) -> Iterator[Item]:
    for finding in findings:
        waiver = known.get(finding.id)
        lapsed = without_effect(waiver, finding, as_of) if waiver else None
        yield Item(finding, None if lapsed else waiver, lapsed)
