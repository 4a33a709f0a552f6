"""Where a person lived and when, as all papers show it: residences, addresses, work and studies there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from consistency.comparator.aligned.employment import is_work
from consistency.comparator.day_spans import Span, length, shared_days
from consistency.comparator.telling import Told
from consistency.comparator.work.workplaces import on_site
from consistency.model import Address, Case, Job, Paper, Person, Record, Residence, Study
from consistency.normalizer.dates import Period
from consistency.normalizer.regions import state_of
from consistency.normalizer.text import fold

HALF_A_YEAR = 183
"""Span up to which a stay need not be told as a residence: six months."""

_CURRENT, _PREVIOUS = ("CurrentCOR",), ("PreviousCOR", "PrevCOR")
_AT_A_DISTANCE = ("distance", "online", "correspondence", "en ligne", "e learning", "virtual")


class Stay(Struct, frozen=True):
    """A time in a country, and the record that shows it."""

    told: Told[Record]
    country: str
    certain: Span | None
    """The days on which the person lived there for certain."""
    widest: Span
    """The days on which the person may have lived there."""


def homes(case: Case, person: Person) -> frozenset[str]:
    """Give the states of which a person is, or became, a citizen."""
    papers = case.of(person)
    told = [f.value for p in papers for f in p.facts if f.attribute in ("citizenship", "passport_country")]
    told += [r.country for p in papers for r in p.all(Residence) if r.status == "citizen" and r.country]
    return frozenset(map(state_of, told))


def origins(case: Case, person: Person) -> frozenset[str]:
    """Give the states of citizenship and of birth."""
    born = {state_of(f.value) for p in case.of(person) for f in p.facts if f.attribute == "birth_country"}
    return homes(case, person) | born


def stays(case: Case, person: Person) -> tuple[Stay, ...]:
    """Give every time in a country that a paper of a person shows."""
    return case.once(
        (stays, person.id), lambda: tuple(stay for paper in case.of(person) for stay in _stays(paper))
    )


def _stays(paper: Paper) -> Iterator[Stay]:
    for record in paper.records:
        told = Told(paper, record)
        if record.country is None or not _is_there(told):
            continue
        certain, widest = _days(told)
        if widest is not None:
            yield Stay(told, state_of(record.country), certain, widest)


def _is_there(told: Told[Record]) -> bool:
    """True for a record that shows a person living in its country."""
    record = told.record
    if isinstance(record, Job):
        return is_work(record) and on_site(Told(told.paper, record))
    if isinstance(record, Study):
        words = fold(f"{record.institution or ''} {record.field_of_study or ''} {record.level or ''}")
        return not any(word in words for word in _AT_A_DISTANCE)
    return isinstance(record, Residence | Address)


def _days(told: Told[Record]) -> tuple[Span | None, Span | None]:
    """Give the certain and the widest days; a status that runs on and an open end reach to the day of the paper."""
    period, as_of = told.record.period, told.paper.as_of.date
    if period is None or (period.start is None and period.end is None):
        here = (
            (as_of.earliest, as_of.latest) if as_of and isinstance(told.record, Residence | Address) else None
        )
        return here, here
    if as_of is not None and isinstance(told.record, Residence) and period.end and period.end.after(as_of):
        period = Period(period.start, None, open=True)
    if as_of is None and period.open:
        return None, None
    return period.core(as_of.earliest if as_of else None), _widest(period, as_of.latest if as_of else None)


def _widest(period: Period, as_of: date | None) -> Span | None:
    first, last = period.earliest_day(), period.latest_day(as_of)
    first, last = first or last, last or (period.start.latest if period.start else None)
    return (first, last) if first and last and first <= last else None


def lived_in(case: Case, person: Person, country: str, days: Span) -> bool:
    """True where a paper shows that the person may have lived in a country for most of some days."""
    return any(
        stay.country == state_of(country) and 2 * shared_days(stay.widest, days) >= length(days)
        for stay in stays(case, person)
    )


def is_current(told: Told[Residence]) -> bool:
    """True for the row of a form about where the applicant lives now: by its field, else the one that ends last."""
    fields = [e.field or "" for e in (told.record.evidence, *told.record.cells.values())]
    if any(name in field for field in fields for name in _CURRENT):
        return True
    if any(name in field for field in fields for name in _PREVIOUS):
        return False
    return max(told.paper.all(Residence), key=lambda record: _runs_to(record, told.paper)) is told.record


def _runs_to(record: Residence, paper: Paper) -> tuple[date, date]:
    """Order residences by their ends, all that run on alike, then by their starts."""
    period, as_of = record.period, paper.as_of.date
    if period is None:
        return date.max, date.max
    end = period.end
    runs_on = end is None or as_of is None or not end.before(as_of)
    return (date.max if runs_on or end is None else end.latest), period.earliest_day() or date.min


def current_residence(paper: Paper) -> Told[Residence] | None:
    """Give where a form says that the applicant lives now."""
    told = (Told(paper, record) for record in paper.all(Residence))
    return next((one for one in told if is_current(one)), None)
