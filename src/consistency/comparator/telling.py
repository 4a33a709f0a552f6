"""Records as papers tell them, and one thing as several papers tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct

from consistency.model import Citation, Paper, Record

R = TypeVar("R", bound=Record)


class Told(Struct, Generic[R], frozen=True):
    """A record and the paper that tells it."""

    paper: Paper
    record: R

    def cite(self, name: str, value: str | None) -> Citation:
        """Cite one field of the record with the value that is compared."""
        return Citation(self.record.cite(name), value, self.paper.as_of.date)


class Detail(Struct, Generic[R], frozen=True, eq=False):
    """One field of a record as one paper tells it, with the value that is compared."""

    told: Told[R]
    field: str
    value: str

    @property
    def paper(self) -> Paper:
        """The paper that tells it."""
        return self.told.paper

    @property
    def citation(self) -> Citation:
        """The field as one side of a finding."""
        return self.told.cite(self.field, self.value)


class Same(Struct, Generic[R], frozen=True):
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


def told_by(papers: Iterable[Paper], record: type[R]) -> Iterator[Told[R]]:
    """Give the records of a type that papers tell, each with its paper."""
    return (Told(paper, one) for paper in papers for one in paper.all(record))


def cite_papers(papers: Iterable[Paper]) -> tuple[Citation, ...]:
    """Cite papers as a whole: something does not stand in them."""
    return tuple(Citation(paper.absent(), None, paper.as_of.date) for paper in papers)


def by_paper(rows: Iterable[Told[R]]) -> list[list[Told[R]]]:
    """Give the rows of each paper, in the order in which the papers come."""
    found: dict[str, list[Told[R]]] = {}
    for row in rows:
        found.setdefault(row.paper.path, []).append(row)
    return list(found.values())


def age(told: Told[R]) -> tuple[str, str, str]:
    """Order tellings: the oldest paper first, then as the rows begin."""
    when = told.paper.as_of.date.latest.isoformat() if told.paper.as_of.date else "9999"
    period = told.record.period
    return when, told.paper.path, str(period.start) if period and period.start else ""
