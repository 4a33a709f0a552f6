"""Registers of businesses among the papers of somebody who does not own them: an employer's, a spouse's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from consistency.case.bookings import is_named
from consistency.model import Paper, Person

KIND = "business-registration"
_NAMES = frozenset({"full_name", "birth_date"})


def without_others(papers: Iterable[Paper], people: Sequence[Person]) -> tuple[Paper, ...]:
    """Give the papers; a register of another's business tells neither work nor a name of the person it lies by."""
    owners = {person.id: person for person in people}
    return tuple(_without(paper, owners.get(paper.person or "")) for paper in papers)


def _without(paper: Paper, person: Person | None) -> Paper:
    if paper.kind != KIND or person is None or is_named(paper, person):
        return paper
    return replace(paper, records=(), facts=tuple(f for f in paper.facts if f.attribute not in _NAMES))
