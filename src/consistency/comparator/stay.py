"""The stay of a person in Canada, day by day: what the papers show to have allowed it, and where they show the person.

A permit or visitor record allows a stay to its expiry; an entry as a visitor six months (R183(2)); an application to
extend, filed before the end of what is held, until it is decided (R183(5)). Where the papers leave a doubt, such as
an entry for studies whose permit is not in the folder, the days count as allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from consistency.comparator.permits import Held, held
from consistency.comparator.refusals import known_refusals
from consistency.comparator.spans import Span, after, before, common, joined, length, months_later, without
from consistency.comparator.telling import Told
from consistency.comparator.time import MONTH
from consistency.model import Case, Citation, Entry, Evidence, Paper, Person, Record, Residence, Trip
from consistency.normalizer import dates
from consistency.normalizer.dates import PartialDate

CANADA = "CA"
INSIDE = frozenset({"imm5708", "imm5709", "imm5710"})
"""The forms by which somebody in Canada asks to stay or to change conditions."""

VISITOR_MONTHS = 6
LONG = 366
"""So many days between two permits are more likely a permit that is not in the folder than a stay without status."""

ON_A_PERMIT = frozenset({"studies", "work", "training"})
"""Purposes of an entry that go with a permit."""

_RECEIVED = re.compile(
    r"(?:date (?:received|filed)|received (?:on|date)|date de reception|recue? le)\W+", re.IGNORECASE
)
"""What an officer's notes write before the day on which the application came in."""

Ground = Literal["permit", "visitor", "maintained", "told", "unknown"]


@dataclass(frozen=True, slots=True)
class Cover:
    """Days in Canada that something allows, and what it is."""

    span: Span
    ground: Ground
    title: str
    citations: tuple[Citation, ...]
    held: Held | None = None
    """The permit whose conditions hold on these days."""
    form: Paper | None = None
    """The application that maintains the status."""
    status: str | None = None
    """The status that the form tells, where it alone tells it."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Days on which a paper shows the person in Canada for certain."""

    span: Span
    title: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Gap:
    """Days in Canada that nothing covers, what ends before them and what begins after."""

    spans: tuple[Span, ...]
    before: Cover
    after: Cover | None
    shown: tuple[Presence, ...]

    @property
    def start(self) -> date:
        """The first day that nothing covers."""
        return self.spans[0][0]

    @property
    def end(self) -> date:
        """The last one."""
        return self.spans[-1][1]

    @property
    def asked(self) -> bool:
        """True where a paper may be missing: a visitor's time may have been stamped longer, a permit not enclosed."""
        return self.before.ground == "visitor" or (self.after is not None and length(self.spans) > LONG)


def covers(case: Case, person: Person) -> tuple[Cover, ...]:
    """Give everything that allowed a person to be in Canada, in the order of time."""
    key = (covers, person.id)
    if key not in case.memory:
        case.memory[key] = _covers(case, person)
    return cast("tuple[Cover, ...]", case.memory[key])


def _covers(case: Case, person: Person) -> tuple[Cover, ...]:
    permits = [_by_permit(one) for one in held(case, person) if one.kind != "visa"]
    told = list(_told(case, person, permits))
    entered = list(_by_entry(case, person, [*permits, *told]))
    base = sorted([*permits, *told, *entered], key=lambda c: c.span)
    return tuple(sorted([*base, *_maintained(case, person, base)], key=lambda c: (c.span, c.title)))


def _by_permit(one: Held) -> Cover:
    return Cover(one.span, "permit", one.title, one.cite(), one)


def _told(case: Case, person: Person, permits: Sequence[Cover]) -> Iterator[Cover]:
    """Give the stays with a status that a form tells and to which no permit in the folder belongs."""
    for told in _in_canada(case, person, Residence):
        span = told.record.period.span(_day(told.paper)) if told.record.period else None
        status = cast("Residence", told.record).status
        if span is None or status is None or any(_of_that(span, p.span) for p in permits):
            continue
        title = f"the stay as {status} told in {told.paper.path}"
        yield Cover(span, "told", title, (told.cite("period", str(told.record.period)),), status=status)


def _of_that(told: Span, permit: Span) -> bool:
    """True where a stay that a form tells is that of a permit: both begin, or both end, at about one time."""
    begins, ends = abs((told[0] - permit[0]).days), abs((told[1] - permit[1]).days)
    return min(begins, ends) <= MONTH and common(told, permit) is not None


def _by_entry(case: Case, person: Person, known: Sequence[Cover]) -> Iterator[Cover]:
    """Give the stays that an entry opens: as a visitor six months, on a permit that is not here for as long as may be.

    An entry on a day on which a permit is held opens nothing of its own.
    """
    entries = sorted(_entries(case, person), key=lambda e: (e.day.earliest, e.citation.evidence.document))
    purposes = {e.purpose for e in entries if e.purpose}
    for entry in entries:
        if any(common((entry.day.earliest, entry.day.latest), c.span) for c in known):
            continue
        purpose = {entry.purpose} if entry.purpose else purposes
        if purpose and not purpose & ON_A_PERMIT:
            end = months_later(entry.day.latest, VISITOR_MONTHS)
            title = f"the six months from the entry of {entry.day}"
            yield Cover((entry.day.earliest, end), "visitor", title, (entry.citation,))
        else:
            later = [c.span[0] for c in known if c.span[0] > entry.day.earliest]
            span = entry.day.earliest, before(min(later, default=date.max))
            yield Cover(span, "unknown", f"the entry of {entry.day}", (entry.citation,))


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry to Canada, as a form or a table of travels tells it."""

    day: PartialDate
    purpose: str | None
    citation: Citation
    paper: Paper


def _entries(case: Case, person: Person) -> Iterator[Arrival]:
    for told in (*_in_canada(case, person, Entry), *_in_canada(case, person, Trip)):
        period = told.record.period
        if period is not None and period.start is not None:
            purpose = cast("Entry | Trip", told.record).purpose
            yield Arrival(period.start, purpose, told.cite("from", str(period.start)), told.paper)


def _maintained(case: Case, person: Person, base: Sequence[Cover]) -> Iterator[Cover]:
    """Give the days from the end of what was held until an application filed before it is decided."""
    for form in inside_forms(case, person):
        filed = filing_day(case, form)
        running = [c for c in base if c.span[0] <= filed.latest and filed.earliest <= c.span[1] < date.max]
        if not running:
            continue
        last = max(running, key=lambda c: c.span[1])
        end = _decided(case, person, filed, base, last)
        if end > last.span[1]:
            title = f"the status maintained by the application of {filed}"
            cited = Citation(_head(form), str(filed), form.as_of.date)
            span = after(last.span[1]), end
            yield Cover(span, "maintained", title, (*last.citations, cited), last.held, form, last.status)


def inside_forms(case: Case, person: Person) -> list[Paper]:
    """Give the in-Canada forms of a person that have a date, the oldest first."""
    return [p for p in case.of(person) if p.kind in INSIDE and p.as_of.date is not None]


def filing_day(case: Case, form: Paper) -> PartialDate:
    """Give the day on which a form came in, where officers' notes tell it; else that of its signature."""
    signed = form.as_of.date
    assert signed is not None, "inside_forms() gives dated papers only"
    for paper in case.papers:
        if paper.application == form.application and paper.kind in {"gcms-notes", "decision-notes"}:
            for mark in _RECEIVED.finditer(paper.document.text):
                found = dates.find_dates(paper.document.text[mark.end() : mark.end() + 30])
                if found and found[0].start == 0 and not found[0].date.before(signed):
                    return found[0].date
    return signed


def _decided(case: Case, person: Person, filed: PartialDate, base: Sequence[Cover], last: Cover) -> date:
    """Give the day until which an application was open: that of the refusal, or of what was granted."""
    refused = [k.date for k in known_refusals(case, person) if k.country in {CANADA, None} and k.date]
    days = [day.latest for day in refused if not day.before(filed)]
    days += [before(c.span[0]) for c in base if c.ground == "permit" and c.span[0] > last.span[1]]
    return min(days, default=date.max)


def _head(form: Paper) -> Evidence:
    fact = form.fact("document_date")
    return fact.evidence if fact else form.absent()


def presence(case: Case, person: Person) -> tuple[Presence, ...]:
    """Give the days on which the papers show a person in Canada for certain, without those of journeys abroad."""
    return tuple(sorted(_present(case, person), key=lambda p: (p.span, p.title)))


def _present(case: Case, person: Person) -> Iterator[Presence]:
    away = list(_absences(case, person))
    every = (*_since_last_entry(case, person), *_between_journeys(case, person), *_by_records(case, person))
    for found in every:
        for span in without([found.span], away):
            yield Presence(span, found.title, found.citation)


def _since_last_entry(case: Case, person: Person) -> Iterator[Presence]:
    """Whoever signs an in-Canada form has been there since the latest entry that it tells."""
    for form in inside_forms(case, person):
        days = [e.period.start for e in form.all(Entry) if e.period and e.period.start]
        last = max(days, key=lambda d: d.latest, default=None)
        signed = _day(form)
        if last is not None and signed is not None and last.latest <= signed:
            entry = next(e for e in form.all(Entry) if e.period and e.period.start == last)
            cited = Citation(entry.cite("from"), str(last), form.as_of.date)
            yield Presence((last.latest, signed), f"the entry of {last}, the latest in {form.path},", cited)


def _between_journeys(case: Case, person: Person) -> Iterator[Presence]:
    """Whoever tells all journeys beside an in-Canada form was there on the other days since the first entry."""
    for form in inside_forms(case, person):
        tables = [
            p
            for p in case.of(person)
            if p.application == form.application and p.asks(Trip) and any(p.all(Trip))
        ]
        entry = min((e for e in form.all(Entry) if e.period and e.period.start), key=_entered, default=None)
        signed = _day(form)
        if entry is None or not tables or signed is None or _entered(entry) > signed:
            continue
        cited = Citation(
            entry.cite("from"), str(entry.period.start) if entry.period else None, form.as_of.date
        )
        title = f"the entry of {_entered(entry)}, with no journey on these days in {tables[0].path},"
        yield Presence((_entered(entry), signed), title, cited)


def _entered(entry: Entry) -> date:
    return entry.period.start.latest if entry.period and entry.period.start else date.max


def _by_records(case: Case, person: Person) -> Iterator[Presence]:
    for paper in case.of(person):
        for record in paper.records:
            if record.type not in _SHOWING or record.country != CANADA or record.period is None:
                continue
            span = record.period.core(_day(paper))
            if span is not None:
                signed = _day(paper)
                end = min(span[1], signed) if signed else span[1]
                title = f"{_SHOWING[record.type]} told in {paper.path}"
                if span[0] <= end:
                    yield Presence((span[0], end), title, _cited(paper, record))


_SHOWING = {
    "job": "the work", "education": "the studies", "residence": "the residence", "address": "the address",
    "trip": "the journey",
}  # fmt: skip
"""The types of records that show somebody in a country, as a sentence names them."""


def _cited(paper: Paper, record: Record) -> Citation:
    return Citation(record.cite("period"), str(record.period), paper.as_of.date)


def _absences(case: Case, person: Person) -> Iterator[Span]:
    """Give the days on which a person may have been abroad."""
    for paper in case.of(person):
        for trip in paper.all(Trip):
            span = (
                trip.period.span(_day(paper)) if trip.period and trip.country not in {CANADA, None} else None
            )
            if span is not None and after(span[0]) <= before(span[1]):
                yield after(span[0]), before(span[1])


def gaps(case: Case, person: Person) -> tuple[Gap, ...]:
    """Give the days in Canada after the first known ground that nothing covers, parted by what does."""
    known = covers(case, person)
    if not known:
        return ()
    shown = presence(case, person)
    first = min(c.span[0] for c in known)
    days = without((p.span for p in shown), [(date.min, before(first)), *(c.span for c in known)])
    found: dict[tuple[date, date], list[Span]] = {}
    for span in days:
        found.setdefault(_bounds(known, span), []).append(span)
    return tuple(_gap(known, shown, spans) for spans in found.values())


def _bounds(known: Sequence[Cover], span: Span) -> tuple[date, date]:
    return (
        max(c.span[1] for c in known if c.span[1] < span[0]),
        min((c.span[0] for c in known if c.span[0] > span[1]), default=date.max),
    )


def _gap(known: Sequence[Cover], shown: Sequence[Presence], spans: Sequence[Span]) -> Gap:
    ended, begins = _bounds(known, spans[0])
    return Gap(
        spans=tuple(joined(spans)),
        before=next(c for c in known if c.span[1] == ended),
        after=next((c for c in known if c.span[0] == begins), None),
        shown=tuple(p for p in shown if any(common(p.span, span) for span in spans)),
    )


def _in_canada(case: Case, person: Person, record: type[Record]) -> list[Told[Record]]:
    return [Told(paper, r) for paper in case.of(person) for r in paper.all(record) if r.country == CANADA]


def _day(paper: Paper) -> date | None:
    return paper.as_of.date.earliest if paper.as_of.date else None
