"""Which record in one document is which in another, over all documents of a person at once.

Each document's records are paired with the things known so far by the assignment that fits best in all; what
fits nothing is a new thing. So one difference between three documents is one group with three tellers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from consistency.comparator.assignment import assign
from consistency.comparator.likeness import likeness
from consistency.model import Case, Citation, Paper, Person, Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Told(Generic[R]):
    """A record and the paper that tells it."""

    paper: Paper
    record: R

    def cite(self, name: str, value: str | None) -> Citation:
        """Cite one field of the record with the value that is compared."""
        return Citation(self.record.cite(name), value, self.paper.as_of.date)


@dataclass(frozen=True, slots=True)
class Same(Generic[R]):
    """One thing as several papers tell it: oldest paper first; one paper may tell it in several rows."""

    told: tuple[Told[R], ...]
    reasons: tuple[str, ...] = ()

    @property
    def papers(self) -> tuple[Paper, ...]:
        """The papers that tell it."""
        return tuple({t.paper.path: t.paper for t in self.told}.values())

    def by(self, paper: Paper) -> tuple[Told[R], ...]:
        """Give how one paper tells it."""
        return tuple(t for t in self.told if t.paper.path == paper.path)

    def pairs(self) -> Iterator[tuple[Told[R], Told[R]]]:
        """Give each pair of tellings by two papers, the older first."""
        for index, first in enumerate(self.told):
            for second in self.told[index + 1 :]:
                if first.paper.path != second.paper.path:
                    yield first, second


def same(case: Case, person: Person, record: type[R]) -> tuple[Same[R], ...]:
    """Give the things of one type that the papers of a person tell, each with all its tellers."""
    key = (same, person.id, record)
    if key not in case.memory:
        case.memory[key] = align(case.of(person), record)
    return cast("tuple[Same[R], ...]", case.memory[key])


def align(papers: tuple[Paper, ...], record: type[R]) -> tuple[Same[R], ...]:
    """Align the records of one type over papers; the order of the papers does not matter."""
    groups: list[list[Told[R]]] = []
    reasons: list[list[str]] = []
    for paper in sorted(papers, key=lambda p: _richest_first(p, record)):
        rows = [Told(paper, r) for r in paper.all(record)]
        homes = _homes(groups, rows)
        for row, (home, reason) in zip(rows, homes, strict=True):
            if home is None:
                groups.append([row])
                reasons.append([])
            else:
                groups[home].append(row)
                reasons[home].append(reason)
    return tuple(
        Same(tuple(sorted(group, key=_age)), tuple(dict.fromkeys(why)))
        for group, why in zip(groups, reasons, strict=True)
    )


def _richest_first(paper: Paper, record: type[Record]) -> tuple[int, str, str, str]:
    rows = sum(1 for _ in paper.all(record))
    return -rows, str(paper.as_of.date or "9999"), paper.kind, paper.document.sha256


def _age(told: Told[R]) -> tuple[str, str, str]:
    when = told.paper.as_of.date.latest.isoformat() if told.paper.as_of.date else "9999"
    period = told.record.period
    return when, told.paper.path, str(period.start) if period and period.start else ""


def _homes(groups: Sequence[Sequence[Told[R]]], rows: Sequence[Told[R]]) -> list[tuple[int | None, str]]:
    """Give each row of a paper its group: by assignment, then a second row of the same thing."""
    table = [[_fit(group, row) for group in groups] for row in rows]
    homes: list[tuple[int | None, str]] = [(None, "")] * len(rows)
    for row, column in assign([[fit[0] for fit in line] for line in table]):
        homes[row] = column, table[row][column][1]
    for row, line in enumerate(table):
        if homes[row][0] is None and line:
            best = max(range(len(line)), key=lambda c: line[c][0])
            if line[best][0] >= SPLIT:
                homes[row] = best, "one thing told in two rows"
    return homes


SPLIT = 0.6
"""From this likeness on a second row of a paper is the same thing again (a promotion told as rows)."""


def _fit(group: Sequence[Told[R]], row: Told[R]) -> tuple[float, str]:
    """Weigh a row against a group: the mean over its tellers that it is like at all."""
    found = [likeness(known.record, row.record) for known in group]
    alike = [one for one in found if one.weight > 0]
    if not alike:
        return 0.0, ""
    return sum(one.weight for one in alike) / len(found), max(alike).reason
