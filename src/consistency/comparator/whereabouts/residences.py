"""Countries in which a person is shown to have lived, and the forms that ask for them and do not list them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from consistency.case.coverage import unread, window
from consistency.comparator.day_spans import Span, common, joined, length, shared, without
from consistency.comparator.telling import Told
from consistency.comparator.whereabouts.presence import (
    HALF_A_YEAR,
    Stay,
    current_residence,
    homes,
    stays,
)
from consistency.comparator.work.history import jobs
from consistency.model import Address, Case, Job, Paper, Person, Residence, Study, Trip
from consistency.normalizer.regions import state_of

BRIDGE = 31
"""Days between two stays in a country that do not end living there."""


class Lacking(Struct, frozen=True):
    """A form that does not list a country, what shows that the person lived there, and the days that it asks about."""

    paper: Paper
    country: str
    stays: tuple[Stay, ...]
    days: tuple[Span, ...]

    @property
    def has_room(self) -> bool:
        """True where a row of the form is free."""
        asked = self.paper.asks(Residence)
        rows = sum(1 for _ in self.paper.all(Residence))
        return asked is None or asked.capacity is None or rows < asked.capacity


def lacking(case: Case, person: Person) -> Iterator[Lacking]:
    """Give each country that a form does not list, although more than six months there lie in what it asks about."""
    citizen = homes(case, person)
    forms = [paper for paper in case.of(person) if _is_asked(paper)] if citizen else []
    for country, there in sorted(_shown(case, person, citizen).items()) if forms else ():
        settled = _settled(case, person, country)
        for paper in forms:
            yield from _on(paper, person, country, there, settled)


def _is_asked(paper: Paper) -> bool:
    """True for a form that asks for residences, and of which the current one was read."""
    return (
        paper.asks(Residence) is not None and any(paper.all(Residence)) and unread(paper, Residence) is None
    )


def _shown(case: Case, person: Person, citizen: frozenset[str]) -> Mapping[str, Sequence[Stay]]:
    """Give what shows a stay in each country but those of citizenship; a job told in two countries shows none."""
    unsure = {
        id(row.record)
        for group in jobs(case, person)
        if len({row.record.country for row in group.told if row.record.country}) > 1
        for row in group.told
    }
    found: dict[str, list[Stay]] = {}
    for stay in (*stays(case, person), *_long_journeys(case, person)):
        if stay.country not in citizen and stay.certain is not None and id(stay.told.record) not in unsure:
            found.setdefault(stay.country, []).append(stay)
    return found


def _long_journeys(case: Case, person: Person) -> Iterator[Stay]:
    """Give the journeys of more than six months, as stamps and travel lists tell them: that is living there."""
    for paper in case.of(person):
        for record in paper.all(Trip):
            certain = record.period.core() if record.period else None
            if record.country is not None and certain and length(certain) > HALF_A_YEAR:
                yield Stay(Told(paper, record), state_of(record.country), certain, certain)


def _settled(case: Case, person: Person, country: str) -> list[Span]:
    """Give the days for which addresses, or a status abroad, show the person living in another country."""
    return [
        stay.certain
        for stay in stays(case, person)
        if stay.country != country and stay.certain is not None and _shows_home(stay)
    ]


def _shows_home(stay: Stay) -> bool:
    """True for an address with its time, and for a residence by permit: a citizen's may span years abroad."""
    record = stay.told.record
    if isinstance(record, Residence):
        return record.status not in {"citizen", None} and record.period is not None
    return isinstance(record, Address) and record.period is not None


def _on(
    paper: Paper, person: Person, country: str, there: Sequence[Stay], settled: Sequence[Span]
) -> Iterator[Lacking]:
    asked, current = paper.asks(Residence), current_residence(paper)
    days = window(asked, paper, person) if asked else None
    listed = {state_of(record.country) for record in paper.all(Residence) if record.country}
    if days is None or current is None or current.record.country is None or country in listed:
        return
    spans = [(stay.certain, isinstance(stay.told.record, Job | Study | Trip)) for stay in there]
    busy, lived = ([span for span, is_busy in spans if span and is_busy is way] for way in (True, False))
    inside = shared(joined([*lived, *without(busy, settled)], BRIDGE), [days])
    if length(*inside) > HALF_A_YEAR:
        shown = [s for s in there if common(s.widest, (inside[0][0], inside[-1][1]))]
        yield Lacking(paper, country, tuple(shown), tuple(inside))
