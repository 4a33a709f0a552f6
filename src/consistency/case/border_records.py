"""Visits that a state's record of its own border seems to tell of somebody who lives there, or is its citizen.

Such a record may begin with an entry and end with an exit, as that of a visitor does; whose it is tells the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from consistency.model import Address, Paper, Record, Residence, Trip
from consistency.normalizer.regions import state_of


def without_visits_home(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Leave out the visits that a state recorded of its own citizen, or of somebody who lived there at that time."""
    known = tuple(papers)
    return tuple(_without(paper, known) for paper in known)


def _without(paper: Paper, papers: Sequence[Paper]) -> Paper:
    if paper.person is None or not any(trip.recorder for trip in paper.all(Trip)):
        return paper
    own = [one for one in papers if one.person == paper.person]
    kept = tuple(one for one in paper.records if not (isinstance(one, Trip) and _is_home(one, own)))
    return paper if len(kept) == len(paper.records) else replace(paper, records=kept)


def _is_home(trip: Trip, papers: Sequence[Paper]) -> bool:
    if trip.recorder is None:
        return False
    state = state_of(trip.recorder)
    return any(state in _citizen_of(p) or _lived_there(p, state, trip) for p in papers)


def _citizen_of(paper: Paper) -> set[str]:
    told = [f.value for f in paper.facts if f.attribute in {"citizenship", "passport_country"}]
    told += [r.country for r in paper.all(Residence) if r.status == "citizen" and r.country]
    return set(map(state_of, told))


def _lived_there(paper: Paper, state: str, trip: Trip) -> bool:
    homes: Iterator[Record] = (r for kind in (Residence, Address) for r in paper.all(kind))
    return any(r.country and state_of(r.country) == state and _is_then(r, trip, paper) for r in homes)


def _is_then(home: Record, trip: Trip, paper: Paper) -> bool:
    """True where somebody may have lived in a country when it recorded a visit; no end is told as no end."""
    lived, when = home.period, trip.period
    if lived is None or when is None or when.start is None:
        return True
    as_of = paper.as_of.date.latest if paper.as_of.date else None
    first, last = lived.earliest_day() or date.min, lived.latest_day(as_of) or date.max
    return first <= when.start.latest and (when.end or when.start).earliest <= last
