"""The stay of a person in Canada, day by day: what the papers show to have allowed it, and where they show the person.

A permit or visitor record allows a stay to its expiry; an entry as a visitor six months (R183(2)); an application to
extend, filed before the end of what is held, until it is decided (R183(5)). Where the papers leave a doubt, such as
an entry for studies whose permit is not in the folder, the days count as allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, cast

from msgspec import Struct

from consistency.comparator.day_spans import Span, after, before, common
from consistency.comparator.reapplication.refusals import known_refusals
from consistency.comparator.status.permits import Held, held
from consistency.comparator.telling import Told, told_by
from consistency.comparator.time import MONTH
from consistency.model import (
    Case,
    Citation,
    Entry,
    Evidence,
    Paper,
    Permit,
    Person,
    Record,
    Residence,
    Trip,
)
from consistency.normalizer import dates
from consistency.normalizer.dates import PartialDate, months_later
from consistency.normalizer.expressions import expression

CANADA = "CA"
INSIDE = frozenset({"imm5708", "imm5709", "imm5710"})
"""The forms by which somebody in Canada asks to stay or to change conditions."""

OUTSIDE = frozenset({"imm1294", "imm1295"})
"""The forms for a study or work permit from outside; a visa is applied for with its own form from anywhere."""

VISITOR_MONTHS = 6
ON_A_PERMIT = frozenset({"studies", "work", "training"})
"""Purposes of an entry that go with a permit."""

_RECEIVED = expression(
    r"(?:date (?:received|filed)|received (?:on|date)|date de reception|recue? le)\W+", re.IGNORECASE
)
"""What an officer's notes write before the day on which the application came in."""

Ground = Literal["permit", "visitor", "maintained", "told", "unknown"]


class Cover(Struct, frozen=True):
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
    ends_from: date | None = None
    """The last day in its earliest reading, where a paper tells it to the month only; the span has the latest."""


def covers(case: Case, person: Person) -> tuple[Cover, ...]:
    """Give everything that allowed a person to be in Canada, in the order of time."""
    return case.once((covers, person.id), lambda: _covers(case, person))


def _covers(case: Case, person: Person) -> tuple[Cover, ...]:
    permits = [_by_permit(one) for one in held(case, person) if one.kind != "visa"]
    told = list(_told(case, person, permits))
    entered = list(_by_entry(case, person, [*permits, *told]))
    base = sorted([*permits, *told, *entered, *_not_enclosed(case, person)], key=lambda c: c.span)
    return tuple(sorted([*base, *_maintained(case, person, base)], key=lambda c: (c.span, c.title)))


def _by_permit(one: Held) -> Cover:
    return Cover(one.span, "permit", one.title, one.cite(), one, ends_from=one.earliest_end)


def _told(case: Case, person: Person, permits: Sequence[Cover]) -> Iterator[Cover]:
    """Give the stays with a status that a form tells and to which no permit in the folder belongs."""
    for told in _in_canada(case, person, Residence):
        span = told.record.period.span(day_of(told.paper)) if told.record.period else None
        status = cast("Residence", told.record).status
        if span is None or status is None or any(_of_that(span, p.span) for p in permits):
            continue
        title = f"the stay as {status} told in {told.paper.path}"
        yield Cover(span, "told", title, (told.cite("period", str(told.record.period)),), status=status)


def _of_that(told: Span, permit: Span) -> bool:
    """True where a stay that a form tells is that of a permit: both begin, or both end, at about one time."""
    begins, ends = abs((told[0] - permit[0]).days), abs((told[1] - permit[1]).days)
    return min(begins, ends) <= MONTH and common(told, permit) is not None


def _not_enclosed(case: Case, person: Person) -> Iterator[Cover]:
    """Give the days after the last permit in the folder where a form names a newer one that is not there."""
    permits = held(case, person)
    for form in inside_forms(case, person):
        signed = form.as_of.date
        older = [p.span[1] for p in permits if signed is not None and p.span[0] <= signed.latest]
        for told in form.all(Permit):
            if told.number and older and not any(p.bears(told.number, nearly=True) for p in permits):
                cited = Citation(told.cite("number"), told.number, signed)
                yield Cover((after(max(older)), date.max), "unknown", f"the permit {told.number}", (cited,))


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
            soonest = months_later(entry.day.earliest, VISITOR_MONTHS)
            span = entry.day.earliest, end
            yield Cover(span, "visitor", title, (entry.citation,), ends_from=soonest)
        else:
            later = [c.span[0] for c in known if c.span[0] > entry.day.earliest]
            span = entry.day.earliest, before(min(later, default=date.max))
            yield Cover(span, "unknown", f"the entry of {entry.day}", (entry.citation,))


class Arrival(Struct, frozen=True):
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
        end, soonest = _decided(case, person, filed, base, last)
        if end > last.span[1]:
            title = f"the status maintained by the application of {filed}"
            cited = (*last.citations, Citation(_head(form), str(filed), form.as_of.date))
            span = after(last.span[1]), end
            yield Cover(span, "maintained", title, cited, last.held, form, last.status, soonest)


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


def _decided(
    case: Case, person: Person, filed: PartialDate, base: Sequence[Cover], last: Cover
) -> tuple[date, date]:
    """Give the day until which an application was open, in its latest and its earliest reading.

    It is that of the refusal, or the one before what was granted.
    """
    refused = [k.date for k in known_refusals(case, person) if k.country in {CANADA, None} and k.date]
    days = [(day.latest, day.earliest) for day in refused if not day.before(filed)]
    granted = [before(c.span[0]) for c in base if c.ground == "permit" and c.span[0] > last.span[1]]
    return min([*days, *((day, day) for day in granted)], default=(date.max, date.max))


def _head(form: Paper) -> Evidence:
    fact = form.fact("document_date")
    return fact.evidence if fact else form.absent()


def _in_canada(case: Case, person: Person, record: type[Record]) -> list[Told[Record]]:
    return [told for told in told_by(case.of(person), record) if told.record.country == CANADA]


def day_of(paper: Paper) -> date | None:
    """Give the day of a paper, the earliest where it is not known to the day."""
    return paper.as_of.date.earliest if paper.as_of.date else None
