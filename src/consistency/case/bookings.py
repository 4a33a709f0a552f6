"""Journeys that were booked and lay ahead, and those of others: no journeys of the applicant so far.

A ticket for a flight after the forms with which it was filed shows a plan, that a refusal may have ended. Who travels
along, or pays, has tickets of his own.
"""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from consistency.model import Case, Paper, Person, Trip
from consistency.normalizer import names
from consistency.normalizer.names import PersonName

KIND = "travel-booking"
_SHORT = 3
"""Letters up to which a name may stand within another by chance: airlines write given names in one word."""


def without_plans(case: Case) -> Case:
    """Give the case without the booked journeys that lay ahead when they were filed, or that are another's."""
    if not any(paper.kind == KIND for paper in case.papers):
        return case
    return replace(case, papers=tuple(_without(case, paper) for paper in case.papers))


def _without(case: Case, paper: Paper) -> Paper:
    if paper.kind != KIND or not any(paper.all(Trip)):
        return paper
    filed, own = _filed(case, paper), _is_own(case, paper)
    kept = tuple(one for one in paper.records if not isinstance(one, Trip) or (own and _is_over(one, filed)))
    return paper if len(kept) == len(paper.records) else replace(paper, records=kept)


def _is_over(trip: Trip, filed: date | None) -> bool:
    """True for a journey that had begun when its ticket was filed."""
    start = trip.period.start if trip.period else None
    return start is not None and filed is not None and start.latest <= filed


def _filed(case: Case, paper: Paper) -> date | None:
    """Give the day of the forms with which a paper was filed, else of the other papers there."""
    beside = [
        p for p in case.papers if p.application == paper.application and p.kind != KIND and p.as_of.date
    ]
    for papers in ([p for p in beside if p.is_form], beside):
        days = [p.as_of.date.latest for p in papers if p.as_of.date is not None]
        if days:
            return max(days)
    return None


def _is_own(case: Case, paper: Paper) -> bool:
    person = next((p for p in case.people if p.id == paper.person), None)
    return person is None or is_named(paper, person)


def is_named(paper: Paper, person: Person) -> bool:
    """True where a paper names a person, perhaps without a part of the name; so for one that names nobody."""
    told = paper.value("full_name")
    one, other = _words(told or person.name), _words(person.name)
    glued = "".join(sorted(one, key=len))
    shared = {word for word in other if word in one or (len(word) > _SHORT and word in glued)}
    return len(shared) >= min(2, len(one), len(other))


def _words(name: str) -> set[str]:
    return {names.canonical(word) for word in PersonName(full=name).all_tokens if len(word) > 1}
