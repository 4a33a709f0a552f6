"""Single facts over all papers of a person, put side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from consistency.model import Case, Citation, Fact, Paper, Person

Agree = Callable[["Statement", "Statement"], bool]


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact and the paper that states it."""

    paper: Paper
    fact: Fact

    @property
    def value(self) -> str:
        """The value as the facts contract writes it."""
        return self.fact.value

    @property
    def citation(self) -> Citation:
        """The statement as one side of a finding."""
        return Citation(self.fact.evidence, self.fact.value, self.paper.as_of.date)


def stated(case: Case, person: Person, attribute: str) -> tuple[Statement, ...]:
    """Give every statement of an attribute in the papers of a person, the oldest first."""
    return tuple(
        Statement(paper, fact)
        for paper in case.of(person)
        for fact in paper.facts
        if fact.attribute == attribute
    )


def parted(statements: Iterable[Statement], agree: Agree) -> tuple[tuple[Statement, ...], ...]:
    """Part statements into groups that agree among themselves, the group of most papers first.

    A statement joins the first group with a member that it agrees with, so a vague one (a year) joins rather
    than founds a group; the fullest values come first.
    """
    groups: list[list[Statement]] = []
    for one in sorted(statements, key=lambda s: (-len(s.value), s.paper.path)):
        home = next((g for g in groups if all(agree(one, member) for member in g)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return tuple(tuple(g) for g in sorted(groups, key=lambda g: (-len(g), g[0].value)))


def citations(groups: Iterable[Sequence[Statement]]) -> tuple[Citation, ...]:
    """Cite every statement of all groups: both sides of a finding."""
    return tuple(s.citation for group in groups for s in group)


def listed(values: Iterable[str]) -> str:
    """Write values as words: “a”, “b” and “c”."""
    quoted = [f"“{value}”" for value in dict.fromkeys(values)]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
