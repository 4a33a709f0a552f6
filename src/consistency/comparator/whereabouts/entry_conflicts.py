"""What cannot be true beside an entry to Canada: other entries, permits, journeys, and life in Canada before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from consistency.comparator.mismatch import Cause
from consistency.comparator.statements import named as papers_named
from consistency.comparator.telling import Same, Told
from consistency.comparator.whereabouts.arrivals import CANADA, STAMPED, Arrival, permits
from consistency.comparator.whereabouts.presence import Stay, stays
from consistency.comparator.whereabouts.travels import best, country, journeys, named, shown
from consistency.model import Case, Citation, Permit, Person, Study, Trip
from consistency.normalizer.dates import PartialDate

SETTLING = timedelta(31)
"""How long before the day of entry a job, a course or a lease may begin on paper."""

FROM_ABROAD = (date(2020, 3, 1), date(2022, 8, 31))
"""While this lasted courses in Canada were begun from abroad."""

_BY_DAY = timedelta(1)


class Against(Struct, frozen=True):
    """What an entry cannot agree with: in words, and where it stands."""

    words: str
    citations: tuple[Citation, ...]
    follows: tuple[Cause, ...] = ()
    ask: bool = False


def differs(other: Arrival) -> Against:
    """Say which other day a paper tells; forms are named with their days anyway."""
    words = "" if other.paper.is_form else f"{other.paper.path} tells {other.date}"
    return Against(words, (other.citation,))


def too_early(case: Case, person: Person, arrival: Arrival, told: Sequence[Arrival]) -> Iterator[Against]:
    """Give what shows the person in Canada before the day of the original entry."""
    first = arrival.date.earliest
    for permit in permits(case, person):
        if (day := issued(permit)) is not None and day.latest < first:
            words = f"{permit.paper.path} was issued on {day}, and permits are issued in Canada only"
            yield Against(words, (permit.cite("period", str(day)),))
    for other in told:
        if other.which != "original" and other.date.latest < first - _BY_DAY:
            yield differs(other)
    yield from _lived_here(case, person, first - SETTLING)
    for group in journeys(case, person):
        start = best(group).start
        stamped = all(row.paper.kind == STAMPED for row in group.told)
        if country(group) == CANADA and not stamped and start is not None and start.latest < first - _BY_DAY:
            yield _visit(group)


def issued(permit: Told[Permit]) -> PartialDate | None:
    """Give the day on which a permit was issued."""
    return permit.record.start


def _begun_from_abroad(stay: Stay) -> bool:
    """True for a course that may have been begun from abroad."""
    within = stay.certain is not None and FROM_ABROAD[0] <= stay.certain[0] <= FROM_ABROAD[1]
    return within and isinstance(stay.told.record, Study)


def _lived_here(case: Case, person: Person, day: date) -> Iterator[Against]:
    """Give work, studies and homes in Canada that began before a day, those of one kind and day together."""
    found: dict[tuple[str, str], list[Stay]] = {}
    for stay in stays(case, person):
        early = stay.country == CANADA and stay.certain is not None and stay.certain[0] < day
        if early and not _begun_from_abroad(stay):
            period = stay.told.record.period
            start = str(period.start if period else None)
            found.setdefault((stay.told.record.type, start), []).append(stay)
    for (kind, start), told in sorted(found.items()):
        what = {"job": "work", "education": "studies"}.get(kind, "living")
        follows = (Cause("work/dates"), Cause("work/location")) if kind == "job" else ()
        words = f"{papers_named(stay.told.paper for stay in told)} tell of {what} in Canada from {start}"
        yield Against(words, tuple(stay.told.cite("from", f"{what} {start}") for stay in told), follows)


def _visit(group: Same[Trip]) -> Against:
    words = f"{named(group)} was before it. Was the first entry of all told? Or the one of the present stay?"
    return Against(
        words.removesuffix("."), tuple(row.cite("from", shown(row)) for row in group.told), ask=True
    )


def other_entries(arrival: Arrival, told: Sequence[Arrival]) -> Iterator[Against]:
    """Give the entries after the latest one that were before the form was signed, and an original one after it."""
    signed = arrival.paper.as_of.date
    if signed is None:
        return
    if arrival.date.after(signed):
        yield Against(f"{arrival.paper.path} was signed on {signed}", (arrival.citation,))
    for other in told:
        later = other.date.earliest > arrival.date.latest + _BY_DAY
        known = other.paper.path == arrival.paper.path or other.date.latest < signed.earliest - _BY_DAY
        another = other.which == "latest" and other.date.distance(arrival.date) > 0
        beside = other.paper.path != arrival.paper.path and other.paper.as_of.date == signed
        if (beside and another) or (later and known):
            yield differs(other)


def journeys_from(case: Case, person: Person, arrival: Arrival, told: Sequence[Arrival]) -> Iterator[Against]:
    """Give the journeys from Canada that ended after the latest entry, or around it, before the form was signed."""
    signed = arrival.paper.as_of.date
    came = max((a.date.latest for a in told if a.which == "original" and a.paper.is_form), default=None)
    if came is None or signed is None:
        return
    for group in journeys(case, person):
        start, end = best(group).start, best(group).end
        if country(group) == CANADA or start is None or end is None or start.latest < came:
            continue
        if end.latest < signed.earliest and end.earliest > arrival.date.latest + _BY_DAY:
            inside = start.latest + _BY_DAY < arrival.date.earliest
            words = f"{named(group)} {'was around it' if inside else 'ended after it'}"
            yield Against(words, tuple(row.cite("to", shown(row)) for row in group.told))
