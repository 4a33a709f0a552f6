"""A life as each document tells it: one lane for each paper, so that a shifted date or a missing job is seen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consistency.comparator.aligned.alignment import same
from consistency.comparator.telling import Same, Told
from consistency.model import (
    Case,
    Entry,
    Finding,
    Job,
    Paper,
    Permit,
    Person,
    Record,
    Residence,
    Study,
    Trip,
)
from consistency.normalizer.dates import PartialDate, Period
from consistency.views.majority import most_told
from consistency.views.pointing import Pointing, absences, pointing

Topic = Literal["work", "study", "travel", "residence", "status"]
Edge = Literal["start", "end"]

TOPICS: Mapping[Topic, tuple[type[Record], ...]] = {
    "work": (Job,),
    "study": (Study,),
    "travel": (Trip, Entry),
    "residence": (Residence,),
    "status": (Permit,),
}

NAMED = ("title", "employer", "level", "field_of_study", "institution", "status", "number", "purpose")
"""Fields that say what a bar stands for, in the order in which they are written."""


class Bar(Struct, frozen=True):
    """One record on a lane, from its first possible day to its last; what is told as one thing has one ``thing``.

    ``missing`` marks a gap: an open finding says that the paper should tell this thing, and it does not.
    ``odd`` names the edges that more papers date otherwise; ``findings`` are the open ones that point here.
    """

    thing: int
    start: date
    end: date
    label: tuple[str, ...]
    place: tuple[str | None, str | None]
    """City, and country by its ISO 3166-1 code."""
    period: Period | None
    findings: tuple[str, ...] = ()
    missing: bool = False
    odd: frozenset[Edge] = frozenset()

    @property
    def open(self) -> bool:
        """True where the paper says that it goes on, and where it tells no end."""
        return self.period is not None and self.period.end is None


class Lane(Struct, frozen=True):
    """What one paper tells, the earliest first."""

    paper: Paper
    bars: tuple[Bar, ...]


class Chart(Struct, frozen=True):
    """The lanes of one topic, the oldest paper first."""

    topic: Topic
    lanes: tuple[Lane, ...]


class Timeline(Struct, frozen=True):
    """The charts of one person, and the days from and to which they reach."""

    person: Person
    charts: tuple[Chart, ...]
    first: date
    last: date


def timelines(case: Case, findings: Sequence[Finding]) -> tuple[Timeline, ...]:
    """Give the timeline of each person of whom any paper tells something that has a time."""
    found = (_timeline(case, person, findings) for person in case.people)
    return tuple(timeline for timeline in found if timeline is not None)


def _timeline(case: Case, person: Person, findings: Sequence[Finding]) -> Timeline | None:
    made = (Chart(topic, _lanes(case, person, kinds, findings)) for topic, kinds in TOPICS.items())
    charts = tuple(chart for chart in made if chart.lanes)
    if not charts:
        return None
    bars = [(chart.topic, bar) for chart in charts for lane in chart.lanes for bar in lane.bars]
    # A residence may begin at birth: the years before anything else happens would press all other lanes together.
    starts = [bar.start for topic, bar in bars if topic != "residence"] or [bar.start for _, bar in bars]
    return Timeline(person, charts, min(starts), max(bar.end for _, bar in bars))


def _lanes(
    case: Case, person: Person, kinds: Iterable[type[Record]], findings: Sequence[Finding]
) -> tuple[Lane, ...]:
    bars: dict[str, list[Bar]] = {}
    pointed = pointing(findings)
    groups = [group for kind in kinds for group in same(case, person, kind)]
    for thing, group in enumerate(groups):
        for path, bar in (*_told(thing, group, pointed), *_missing(thing, group, findings)):
            bars.setdefault(path, []).append(bar)
    shifted = {
        one for told in bars.values() for bar in told if bar.missing or bar.odd for one in bar.findings
    }
    papers = (paper for paper in case.of(person) if paper.path in bars)
    return tuple(
        Lane(paper, tuple(_pointed(bar, shifted) for bar in sorted(bars[paper.path], key=lambda b: b.start)))
        for paper in papers
    )


def _pointed(bar: Bar, shifted: Collection[str]) -> Bar:
    """Leave a finding at the bars that are dated otherwise or missing, where there are such."""
    if bar.missing or bar.odd:
        return bar
    return replace(bar, findings=tuple(one for one in bar.findings if one not in shifted))


def _told(thing: int, group: Same[Record], pointed: Pointing) -> Iterator[tuple[str, Bar]]:
    """Give the bar of each telling that has a time, with the edges that most papers date otherwise."""
    common = _common(group)
    for told in group.told:
        days = _days(told)
        if days is None:
            continue
        places = (told.record.evidence, *told.record.cells.values())
        yield (
            told.paper.path,
            Bar(
                thing,
                *days,
                label=_label(told.record),
                place=(told.record.city, told.record.country),
                period=told.record.period,
                findings=pointed.at(places),
                odd=_odd(told.record.period, common),
            ),
        )


def _label(record: Record) -> tuple[str, ...]:
    told = (getattr(record, name, None) for name in NAMED)
    return tuple(value for value in told if isinstance(value, str) and value)


def _days(told: Told[Record]) -> tuple[date, date] | None:
    """Give the days that a telling may take; one that goes on ends on the day as of which its paper speaks."""
    period = told.record.period
    if period is None:
        return None
    as_of = told.paper.as_of.date
    until = as_of.latest if as_of is not None and period.open else None
    start = period.start.earliest if period.start else period.end.earliest if period.end else None
    end = period.end.latest if period.end else until or (period.start.latest if period.start else None)
    return None if start is None or end is None else (start, max(start, end))


def _common(group: Same[Record]) -> Mapping[Edge, PartialDate | None]:
    """Give the start and the end that most papers tell, where one is told by more than any other."""
    periods = [told.record.period for told in group.told if told.record.period is not None]
    return {
        "start": most_told([p.start for p in periods if p.start is not None], _touch),
        "end": most_told([p.end for p in periods if p.end is not None], _touch),
    }


def _touch(one: PartialDate, other: PartialDate) -> bool:
    return not one.conflicts(other)


def _odd(period: Period | None, common: Mapping[Edge, PartialDate | None]) -> frozenset[Edge]:
    found: set[Edge] = set()
    for edge, usual in common.items():
        day = getattr(period, edge, None)
        if isinstance(day, PartialDate) and usual is not None and day.conflicts(usual):
            found.add(edge)
    return frozenset(found)


def _missing(thing: int, group: Same[Record], findings: Sequence[Finding]) -> Iterator[tuple[str, Bar]]:
    """Give a gap for each paper that, as an open finding says, should tell it and does not."""
    days = next((days for told in reversed(group.told) if (days := _days(told))), None)
    if days is None:
        return
    latest = group.told[-1].record
    places = {place for told in group.told for place in (told.record.evidence, *told.record.cells.values())}
    telling = {told.paper.path for told in group.told}
    for path, ids in absences(places, findings).items():
        if path not in telling:
            where = (latest.city, latest.country)
            yield path, Bar(thing, *days, _label(latest), where, latest.period, ids, missing=True)
