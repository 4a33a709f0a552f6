"""Which record in one document is which in another, over all documents of a person at once.

Each document's records are paired with the things known so far by the assignment that fits best in all; what
fits nothing is a new thing. So one difference between three documents is one group with three tellers. Jobs
are put together by :mod:`~consistency.comparator.aligned.jobs`, for papers cut them into rows as they like;
journeys, residences and addresses by :mod:`~consistency.comparator.aligned.clustering`, for they have no name.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Generic, TypeVar, cast

from consistency.comparator.aligned.assignment import assign
from consistency.comparator.aligned.clustering import clusters, content
from consistency.comparator.aligned.jobs import align_jobs
from consistency.comparator.aligned.likeness import likeness, parts_of_one
from consistency.comparator.aligned.schools import courses, whole
from consistency.comparator.telling import Same, Told, age, told_by
from consistency.model import Address, Case, FamilyMember, Job, Paper, Person, Record, Residence, Study, Trip

__all__ = ["Same", "Told", "align", "same"]

R = TypeVar("R", bound=Record)

CLUSTERED: tuple[type[Record], ...] = (Trip, Residence, Address)
"""Records that have a place and a time, and no name: put together by what is likest."""

JOIN = 0.45
"""From this likeness on two groups are one, where no paper tells both."""

SPLIT = 0.6
"""From this likeness on a second row of a paper is the same thing again."""


def same(case: Case, person: Person, record: type[R]) -> tuple[Same[R], ...]:
    """Give the things of one type that the papers of a person tell, each with all its tellers."""
    return case.once((same, person.id, record), lambda: align(case.of(person), record))


def align(papers: Sequence[Paper], record: type[R]) -> tuple[Same[R], ...]:
    """Align the records of one type over papers; the order of the papers does not matter."""
    if record is Job:
        jobs = align_jobs(told_by(papers, Job))
        return cast("tuple[Same[R], ...]", jobs)
    if record in CLUSTERED:
        return clusters([*told_by(papers, record)], likeness, parts_of_one)
    groups: list[_Group[R]] = []
    for paper in sorted(papers, key=lambda p: _richest_first(p, record)):
        units = _units(paper, record)
        homes = _homes(groups, [first for first, _ in units])
        for (first, rows), (home, reason) in zip(units, homes, strict=True):
            if home is None:
                groups.append(_Group())
            groups[-1 if home is None else home].add(first, rows, reason)
    for at, other in _one_after_all(groups) if record in {Study, FamilyMember} else ():
        groups[at].take(groups[other], "no paper tells both")
    return tuple(
        Same(tuple(sorted(group.rows, key=age)), tuple(group.reasons)) for group in groups if group.rows
    )


class _Group(Generic[R]):
    """The rows of one thing while they are gathered; what several papers tell word for word is weighed once."""

    def __init__(self) -> None:
        self.rows: list[Told[R]] = []
        self.wholes: list[Told[R]] = []
        self.reasons: dict[str, None] = {}
        self._kinds: dict[str, tuple[R, list[Told[R]]]] = {}

    def add(self, first: Told[R], rows: Sequence[Told[R]], reason: str) -> None:
        """Add the rows of a paper and the one that stands for them."""
        self.rows += rows
        self.wholes.append(first)
        self._kinds.setdefault(repr(content(first.record)), (first.record, []))[1].append(first)
        if reason:
            self.reasons[reason] = None

    def take(self, other: _Group[R], reason: str) -> None:
        """Take over the rows of another group."""
        self.rows += other.rows
        self.reasons |= {reason: None}
        other.rows = []

    def fit(self, row: Told[R]) -> tuple[float, str]:
        """Weigh a row against the group: the mean over its tellers that it is like at all."""
        found = [(likeness(record, row.record), len(told)) for record, told in self._kinds.values()]
        alike = [(one, times) for one, times in found if one.weight > 0]
        if not alike:
            return 0.0, ""
        weight = sum(one.weight * times for one, times in alike)
        return weight / len(self.wholes), max(one for one, _ in alike).reason


def _one_after_all(groups: Sequence[_Group[R]]) -> list[tuple[int, int]]:
    """Pair groups that no paper tells both, and of which two rows are alike: the first paper may have told too little.

    The likest come first; what is put together is so for the pairs after it.
    """
    wholes = [group.wholes for group in groups]
    papers = [{told.paper.path for told in rows} for rows in wholes]
    found = [
        (weight, i, j)
        for i, j in combinations(range(len(wholes)), 2)
        if not papers[i] & papers[j]
        for a in wholes[i]
        for b in wholes[j]
        if (weight := likeness(a.record, b.record).weight) >= JOIN
    ]
    joined: list[tuple[int, int]] = []
    for _, i, j in sorted(found, key=lambda pair: (-pair[0], pair[1:])):
        if papers[i] and papers[j] and not papers[i] & papers[j]:
            joined.append((i, j))
            papers[i] |= papers[j]
            papers[j] = set()
    return joined


def _units(paper: Paper, record: type[R]) -> list[tuple[Told[R], list[Told[R]]]]:
    """Give the rows of a paper, those of one course of studies together, each with the row that stands for them."""
    rows = sorted((Told(paper, r) for r in paper.all(record)), key=lambda told: repr(content(told.record)))
    if record is Study:
        parts = courses(cast("list[Told[Study]]", rows))
        return [(cast("Told[R]", whole(part)), cast("list[Told[R]]", part)) for part in parts]
    return [(row, [row]) for row in rows]


def _richest_first(paper: Paper, record: type[Record]) -> tuple[int, str, str, str]:
    rows = sum(1 for _ in paper.all(record))
    return -rows, str(paper.as_of.date or "9999"), paper.kind, paper.document.content


def _homes(groups: Sequence[_Group[R]], rows: Sequence[Told[R]]) -> list[tuple[int | None, str]]:
    """Give each row of a paper its group: by assignment, then a second row of the same thing."""
    table = [[group.fit(row) for group in groups] for row in rows]
    homes: list[tuple[int | None, str]] = [(None, "")] * len(rows)
    for row, column in assign([[fit[0] for fit in line] for line in table]):
        homes[row] = column, table[row][column][1]
    for row, line in enumerate(table):
        if homes[row][0] is None and line:
            best = max(range(len(line)), key=lambda c: line[c][0])
            if line[best][0] >= SPLIT:
                homes[row] = best, "one thing told in two rows"
    return homes
