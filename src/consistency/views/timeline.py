"""One person's life as all papers tell it, in the order of time: each event once, with every telling of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from consistency.comparator.aligned.alignment import same
from consistency.comparator.reapplication.refusals import known_refusals
from consistency.comparator.telling import Same
from consistency.model import (
    Address,
    Case,
    Entry,
    Evidence,
    Finding,
    Job,
    Permit,
    Person,
    Record,
    Relationship,
    Residence,
    Severity,
    Study,
    Trip,
)
from consistency.normalizer.dates import Period
from consistency.normalizer.text import fold
from consistency.views.pointing import is_at

TOLD: tuple[type[Record], ...] = (Job, Study, Residence, Address, Trip, Entry, Permit, Relationship)
"""What a life is made of, besides applications and refusals."""

NAMED = (
    "title",
    "employer",
    "level",
    "field_of_study",
    "institution",
    "status",
    "relation",
    "name",
    "number",
)
"""Fields that say what an event was, in the order in which they are shown."""


class Telling(Struct, frozen=True):
    """One way in which an event is told, and the documents that tell it so."""

    period: Period | None
    documents: tuple[str, ...]


class Event(Struct, frozen=True):
    """A row of the timeline: what it is, where, how each document dates it, and the findings that are about it.

    ``kind`` is the record's type, or "application" or "refused".
    """

    kind: str
    what: tuple[tuple[str, ...], ...]
    """One field after the other, each in every way in which papers tell it."""
    cities: tuple[str, ...]
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2."""
    tellings: tuple[Telling, ...]
    conflicts: tuple[str, ...]
    """Ids of open findings that cite it."""


class Life(Struct, frozen=True):
    """The timeline of one person, the earliest first; what has no date stands at the end."""

    person: Person
    events: tuple[Event, ...]


def timeline(case: Case, findings: Iterable[Finding]) -> tuple[Life, ...]:
    """Give the timeline of each person of whom any paper tells something."""
    weighty = [f for f in findings if f.status == "open" and f.severity >= Severity.MINOR]
    lives = (Life(person, _events(case, person, weighty)) for person in case.people)
    return tuple(life for life in lives if life.events)


def _events(case: Case, person: Person, findings: Sequence[Finding]) -> tuple[Event, ...]:
    found = [
        _event(group, findings)
        for kind in TOLD
        for group in same(case, person, kind)
        if any(told.record.period for told in group.told)
    ]
    found += [*_refusals(case, person, findings), *_applications(case, person)]
    return tuple(sorted(found, key=_when))


def _when(event: Event) -> tuple[str, str, tuple[tuple[str, ...], ...]]:
    """Order events by the earliest day that any document gives them."""
    days = [
        day for told in event.tellings if told.period for day in (told.period.start, told.period.end) if day
    ]
    return min((day.earliest.isoformat() for day in days), default="9999"), event.kind, event.what


def _event(group: Same[Record], findings: Sequence[Finding]) -> Event:
    places = {place for told in group.told for place in (told.record.evidence, *told.record.cells.values())}
    return Event(
        kind=group.told[0].record.type,
        what=tuple(ways for name in NAMED if (ways := _ways(group, name))),
        cities=_ways(group, "city"),
        countries=_ways(group, "country"),
        tellings=tuple(_tellings((told.record.period, told.paper.path) for told in group.told)),
        conflicts=_conflicts(places, findings),
    )


def _ways(group: Same[Record], field: str) -> tuple[str, ...]:
    """Give every way in which papers tell a field, apart from spelling; none of them is taken for the right one."""
    found: dict[str, str] = {}
    for told in group.told:
        value = getattr(told.record, field, None)
        if value:
            found.setdefault(fold(str(value)), str(value))
    return tuple(found.values())


def _tellings(told: Iterable[tuple[Period | None, str]]) -> Iterator[Telling]:
    """Put the documents together that date an event alike."""
    found: dict[Period | None, dict[str, None]] = {}
    for period, document in told:
        found.setdefault(period, {})[document] = None
    for period, documents in found.items():
        yield Telling(period, tuple(documents))


def _conflicts(places: set[Evidence], findings: Sequence[Finding]) -> tuple[str, ...]:
    """Give the findings that cite one of the event's places."""
    return tuple(
        finding.id
        for finding in findings
        if any(is_at(c.evidence, place) for c in finding.evidence if c.evidence.quote for place in places)
    )


def _refusals(case: Case, person: Person, findings: Sequence[Finding]) -> Iterator[Event]:
    for known in known_refusals(case, person):
        places = {citation.evidence for citation in known.citations}
        period = Period(known.date, known.date) if known.date else None
        told = (Telling(period, tuple(paper.path for paper in known.papers)),)
        what = tuple((word,) for word in (known.kind, known.number) if word)
        where = (known.country,) if known.country else ()
        yield Event("refused", what, (), where, told, _conflicts(places, findings))


def _applications(case: Case, person: Person) -> Iterator[Event]:
    """Give the days of the submissions in which papers of the person lie."""
    for application in case.applications:
        own = tuple(p.path for p in case.of(person) if p.application == application.id and p.is_form)
        if own and application.as_of and application.role != "unassigned":
            period = Period(application.as_of, application.as_of)
            yield Event("application", ((application.role,),), (), (), (Telling(period, own),), ())
