"""Where the papers show a person in Canada for certain, and the days of such a stay that nothing covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from consistency.comparator.day_spans import Span, after, before, common, joined, length, without
from consistency.comparator.status.stay import CANADA, Cover, covers, day_of, inside_forms
from consistency.comparator.work.seasons import days_at_work
from consistency.model import (
    Address,
    Case,
    Citation,
    Entry,
    Job,
    Paper,
    Person,
    Record,
    Residence,
    Study,
    Trip,
)

LONG = 366
"""So many days between two permits are more likely a permit that is not in the folder than a stay without status."""


class Presence(Struct, frozen=True):
    """Days on which a paper shows the person in Canada for certain."""

    span: Span
    title: str
    citation: Citation


class Gap(Struct, frozen=True):
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
        return self.before.ground == "visitor" or (self.after is not None and length(*self.spans) > LONG)


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
        days = [e.start for e in form.all(Entry) if e.start]
        last = max(days, key=lambda d: d.latest, default=None)
        signed = day_of(form)
        if last is not None and signed is not None and last.latest <= signed:
            entry = next(e for e in form.all(Entry) if e.start == last)
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
        entry = min((e for e in form.all(Entry) if e.start), key=_entered, default=None)
        signed = day_of(form)
        if entry is None or not tables or signed is None or _entered(entry) > signed:
            continue
        cited = Citation(entry.cite("from"), str(entry.start) if entry.period else None, form.as_of.date)
        title = f"the entry of {_entered(entry)}, with no journey on these days in {tables[0].path},"
        yield Presence((_entered(entry), signed), title, cited)


def _entered(entry: Entry) -> date:
    return entry.start.latest if entry.start else date.max


def _by_records(case: Case, person: Person) -> Iterator[Presence]:
    for paper in case.of(person):
        for record in paper.records:
            if record.type not in _SHOWING or record.country != CANADA or record.period is None:
                continue
            signed = day_of(paper)
            for first, last in _shown_days(record, signed):
                end = min(last, signed) if signed else last
                title = f"{_SHOWING[record.type]} told in {paper.path}"
                if first <= end:
                    yield Presence((first, end), title, _cited(paper, record))


def _shown_days(record: Record, signed: date | None) -> list[Span]:
    if isinstance(record, Job):
        return days_at_work(record, signed)
    span = record.period.core(signed) if record.period is not None else None
    return [span] if span is not None else []


_SHOWING = {
    "job": "the work", "education": "the studies", "residence": "the residence", "address": "the address",
    "trip": "the journey",
}  # fmt: skip
"""The types of records that show somebody in a country, as a sentence names them."""


def _cited(paper: Paper, record: Record) -> Citation:
    return Citation(record.cite("period"), str(record.period), paper.as_of.date)


def abroad(case: Case, person: Person) -> Iterator[Span]:
    """Give the days on which the papers tell for certain that a person lived or studied in another country."""
    for paper in case.of(person):
        for record in (*paper.all(Residence), *paper.all(Address), *paper.all(Study)):
            if record.country not in {CANADA, None} and record.period is not None:
                span = record.period.core(day_of(paper))
                if span is not None:
                    yield span


def _absences(case: Case, person: Person) -> Iterator[Span]:
    """Give the days on which a person may have been abroad."""
    for paper in case.of(person):
        for trip in paper.all(Trip):
            span = (
                trip.period.span(day_of(paper))
                if trip.period and trip.country not in {CANADA, None}
                else None
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
