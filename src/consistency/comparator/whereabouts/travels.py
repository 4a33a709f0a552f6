"""The journeys of a person over all papers, and what it means that a paper does not tell one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from consistency.case.coverage import silence, window
from consistency.comparator.aligned.alignment import Same, Told, same
from consistency.comparator.day_spans import Span, common, joined
from consistency.comparator.openly import openly, supplements
from consistency.comparator.passages import Passage
from consistency.comparator.whereabouts.presence import (
    current_residence,
    lived_in,
    origins,
)
from consistency.model import Case, Paper, Person, Residence, Trip
from consistency.normalizer import places
from consistency.normalizer.dates import PartialDate, Period
from consistency.normalizer.regions import state_of
from consistency.normalizer.text import fold

_STOPOVER = 1
"""Days of a stop between two journeys that nobody would call a journey."""


class Visit(Struct, frozen=True, dict=True):
    """A journey as one paper tells it, in one row or several."""

    rows: tuple[Told[Trip], ...]

    @property
    def paper(self) -> Paper:
        """The paper that tells it."""
        return self.rows[0].paper

    @cached_property
    def start(self) -> PartialDate | None:
        """The day of arrival."""
        days = [p.start for row in self.rows if (p := row.record.period) and p.start]
        return min(days, key=lambda day: (day.earliest, day.latest), default=None)

    @cached_property
    def end(self) -> PartialDate | None:
        """The day of return."""
        days = [p.end for row in self.rows if (p := row.record.period) and p.end]
        return max(days, key=lambda day: (day.latest, day.earliest), default=None)

    @property
    def certain(self) -> Span | None:
        """The days that it fills for certain."""
        return Period(self.start, self.end).core() if self.start and self.end else None

    @property
    def widest(self) -> Span | None:
        """The days that it may fill; without an end the day of arrival."""
        if self.start is None:
            return None
        last = self.end.latest if self.end else self.start.latest
        return self.start.earliest, max(last, self.start.latest)

    @property
    def chain(self) -> Span | None:
        """The days of the whole journey that its paper tells as one country after another, this one among them."""
        told = (Visit((Told(self.paper, row),)).certain for row in self.paper.all(Trip))
        whole = joined((days for days in told if days is not None), bridge=1)
        return next((days for days in whole if self.certain and common(days, self.certain)), None)


def journeys(case: Case, person: Person) -> tuple[Same[Trip], ...]:
    """Give the journeys that the papers of a person tell."""
    return same(case, person, Trip)


def visits(group: Same[Trip]) -> tuple[Visit, ...]:
    """Give a journey as each paper tells it."""
    return tuple(Visit(group.by(paper)) for paper in group.papers)


def best(group: Same[Trip]) -> Visit:
    """Give the telling with the finest dates; of those, what most papers tell."""
    told = Counter((visit.start, visit.end) for visit in visits(group))

    def rank(visit: Visit) -> tuple[int, int, str]:
        fine = sum(("year", "month", "day").index(d.precision) for d in (visit.start, visit.end) if d)
        return -fine, -told[visit.start, visit.end], str(visit.start)

    return min(visits(group), key=rank)


def country(group: Same[Trip]) -> str | None:
    """Give the state to which a journey led."""
    return next((state_of(t.record.country) for t in group.told if t.record.country), None)


def destination(group: Same[Trip]) -> str:
    """Name a journey's place: "Dubai, United Arab Emirates"."""
    told = Counter(t.record.city for t in group.told if t.record.city)
    city = min(told, key=lambda name: (-told[name], -len(name), name), default=None)
    code = next((t.record.country for t in group.told if t.record.country), None)
    names = [city, places.name_of(code) if code else None]
    return ", ".join(dict.fromkeys(name for name in names if name)) or "a place that is not named"


def subject(group: Same[Trip]) -> str:
    """Name a journey in normalised words: the country, and the month that tells two journeys there apart."""
    start = best(group).start
    return f"journey {country(group) or fold(destination(group))} {start.iso[:7] if start else ''}".strip()


def rival_subject(*groups: Same[Trip]) -> str:
    """Name one journey that is told to two countries."""
    starts = sorted(start.iso[:7] for group in groups if (start := best(group).start) is not None)
    return (
        f"journey {' '.join(sorted(country(group) or '' for group in groups))} {starts[0] if starts else ''}"
    )


def named(group: Same[Trip]) -> str:
    """Name a journey for the applicant: "the journey to Dubai, United Arab Emirates (2022-03-06 to 2022-03-18)"."""
    return f"the journey to {destination(group)}{_in_brackets(best(group))}"


def _in_brackets(visit: Visit) -> str:
    if visit.start is None:
        return ""
    alone = visit.end is None or visit.end == visit.start
    return f" ({visit.start})" if alone else f" ({visit.start} to {visit.end})"


def shown(row: Told[Trip]) -> str:
    """Give what a row tells, in normalised words: the value that is compared."""
    period = row.record.period
    names = [row.record.city, row.record.country, str(period) if period else None]
    return ", ".join(name for name in names if name)


class Omission(Struct, frozen=True):
    """A journey and the papers that ask for it, were read and do not tell it."""

    journey: Same[Trip]
    missing: tuple[Paper, ...]
    instead: Same[Trip] | None = None
    """The journey to another country that such a paper tells at the very time."""
    within: Told[Trip] | None = None
    """The row of such a paper that tells a longer journey to another country around it."""
    openly: Passage | None = None
    """The sentence of a letter or sheet that says openly that a form leaves it out."""


def omissions(case: Case, person: Person) -> Iterator[Omission]:
    """Give the journeys that a paper leaves out although it asks for them."""
    papers = [paper for paper in case.of(person) if paper.asks(Trip) is not None]
    for group in journeys(case, person):
        if is_stopover(group, journeys(case, person)):
            continue
        told = {paper.path for paper in group.papers}
        lacking = [p for p in papers if p.path not in told and _is_missing(case, person, p, group)]
        if lacking:
            yield _omission(case, person, group, lacking)


def _omission(case: Case, person: Person, group: Same[Trip], lacking: Sequence[Paper]) -> Omission:
    instead = (other for paper in lacking for other in _at_its_time(case, person, paper, group))
    within = (row for paper in lacking for row in _around(paper, group))
    letters = [s for p in lacking for s in supplements(case, p)]
    letters += [s for p in case.draft_papers for s in supplements(case, p)]
    names = {fold(n) for t in group.told for n in (t.record.city, _name(t.record.country)) if n}
    letter = openly(tuple({p.path: p for p in letters}.values()), sorted(names))
    return Omission(group, tuple(lacking), next(instead, None), next(within, None), letter)


def _name(code: str | None) -> str | None:
    return places.name_of(code) if code else None


def _is_missing(case: Case, person: Person, paper: Paper, group: Same[Trip]) -> bool:
    """True where every telling lies in what a paper asks, it is a journey to the applicant, and no row may mean it."""
    if any(silence(paper, told.record, person).means != "missing" for told in group.told):
        return False
    asked, start = paper.asks(Trip), best(group).start
    days = window(asked, paper, person) if asked is not None else None
    if days is None or (start is not None and start.earliest < days[0]):
        return False
    return not is_at_home(case, person, group, paper) and not _is_named(paper, group)


def is_at_home(case: Case, person: Person, group: Same[Trip], paper: Paper | None = None) -> bool:
    """True for a visit to the country of citizenship, birth or residence, which no form calls travel."""
    code = country(group)
    if code is None:
        return True
    if code in origins(case, person) or (paper is not None and code == _residence(case, person, paper)):
        return True
    days = [visit.widest for visit in visits(group) if visit.widest is not None]
    return any(lived_in(case, person, code, (first, last)) for first, last in days)


def _residence(case: Case, person: Person, paper: Paper) -> str | None:
    """Give the country of residence when a paper was signed, as the forms of its submission tell it."""
    beside = [p for p in case.of(person) if p.application == paper.application]
    told = [current_residence(p) for p in beside if p.is_form and any(p.all(Residence))]
    return next((state_of(one.record.country) for one in told if one and one.record.country), None)


def is_stopover(group: Same[Trip], others: Sequence[Same[Trip]]) -> bool:
    """True for a transit: told as one, or a day or two next to another journey."""
    if any(told.record.purpose == "transit" for told in group.told):
        return True
    days = best(group).certain
    if days is None or (days[1] - days[0]).days > _STOPOVER or best(group).start == best(group).end is None:
        return False
    beside = (best(other).certain for other in others if other is not group)
    return any(other is not None and _adjoin(days, other) for other in beside)


def _adjoin(one: Span, other: Span) -> bool:
    return abs((other[0] - one[1]).days) <= 1 or abs((one[0] - other[1]).days) <= 1


def _is_named(paper: Paper, group: Same[Trip]) -> bool:
    """True where a row of the paper at that time names the place among others, or names no country at all."""
    names = [f" {fold(n)} " for t in group.told for n in (t.record.city, _name(t.record.country)) if n]
    for row in (Told(paper, record) for record in paper.all(Trip)):
        if not _together(row, group):
            continue
        words = f" {fold(' '.join(filter(None, [row.record.evidence.quote, row.record.city])))} "
        if row.record.country is None or any(name in words for name in names):
            return True
    return False


def _together(row: Told[Trip], group: Same[Trip]) -> bool:
    """True where a row may tell of the time of a journey."""
    days, own = Visit((row,)).widest, best(group).widest
    return days is None or own is None or (days[0] <= own[1] and own[0] <= days[1])


def _at_its_time(case: Case, person: Person, paper: Paper, group: Same[Trip]) -> Iterator[Same[Trip]]:
    """Give a journey of a paper to another country at the very time, where no paper tells both."""
    own = best(group)
    for other in journeys(case, person):
        rows = other.by(paper)
        if not rows or other is group or {p.path for p in other.papers} & {p.path for p in group.papers}:
            continue
        if _one_time(Visit(rows), own):
            yield other


def _one_time(one: Visit, other: Visit) -> bool:
    """True for the same days, told to the day."""
    if one.start is None or other.start is None or {one.start.precision, other.start.precision} != {"day"}:
        return False
    ends = one.end is None or other.end is None or not one.end.conflicts(other.end)
    return ends and not one.start.conflicts(other.start)


def _around(paper: Paper, group: Same[Trip]) -> Iterator[Told[Trip]]:
    """Give a row of another country that begins before a journey and ends after it, or with it."""
    own = best(group).widest
    for row in (Told(paper, record) for record in paper.all(Trip)):
        days = Visit((row,)).certain
        if own and days and days[0] <= own[0] and own[1] <= days[1] and days != own:
            yield row
