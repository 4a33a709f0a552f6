"""A way on after a refusal: what it is, what in the folder bears on it, its clocks, and what is missing for it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from consistency.model import Case, Citation, Clock, Finding, Person, by_weight


class Point(Struct, frozen=True):
    """Something of the folder that bears on a way, or that is missing for it."""

    text: str
    citations: tuple[Citation, ...] = ()
    """Where it stands; none where it stands nowhere."""
    finding: str | None = None
    """The id of the finding that says more."""


class Way(Struct, frozen=True, kw_only=True):
    """One way on. It says what there is, and never whether to take it."""

    name: str = ""
    """The name of its module: "judicial-review"."""
    title: str
    meaning: str
    """What it is, in a sentence or two, with what the law says of it."""
    provisions: tuple[str, ...]
    bears: tuple[Point, ...]
    clocks: tuple[Clock, ...]
    missing: tuple[Point, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where nothing in the folder bears on it."""
        return not self.bears and not self.clocks


class Stop(Struct, frozen=True, kw_only=True):
    """A finding of misrepresentation: no way is laid out beside it."""

    text: str
    points: tuple[Point, ...]
    clocks: tuple[Clock, ...]
    provisions: tuple[str, ...]


class Checked(Struct, frozen=True):
    """What a way is made of: a person, the case, the open findings and the clocks of that person."""

    case: Case
    person: Person
    findings: tuple[Finding, ...]
    clocks: tuple[Clock, ...]

    def clocks_of(self, *kinds: str) -> tuple[Clock, ...]:
        """Give the clocks of some kinds that weigh."""
        return tuple(clock for clock in self.clocks if clock.kind in kinds and clock.weighs)

    def found(self, rules: Iterable[str]) -> tuple[Finding, ...]:
        """Give the open findings of some rules, the heaviest first."""
        names = frozenset(rules)
        return by_weight(finding for finding in self.findings if finding.rule in names)


def finding_point(finding: Finding, *, detail: bool = False) -> Point:
    """Give a finding as a point: its level and title, or what it says in detail."""
    text = finding.detail if detail else f"{finding.severity}: {finding.title}"
    return Point(text, finding.evidence, finding.id)
