"""The days that jobs fill: how long they may have lasted, and for certain did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from consistency.comparator.alignment import Same, Told
from consistency.model import Case, Job, Paper, Record

R = TypeVar("R", bound=Record)

Days = tuple[date, date]
"""The first and the last day, both included."""

DAY = timedelta(1)


WRITTEN = frozenset({"signature", "stated", "validated", "config"})
"""How a paper's day is known for certain: a file's own date may be that of its template."""


def day_of(case: Case, paper: Paper) -> date:
    """Give the latest day of which a paper may speak."""
    written = paper.as_of.date
    if written is None:
        return case.as_of
    return written.latest if paper.as_of.basis in WRITTEN else max(written.latest, case.as_of)


def widest(job: Same[Job], paper: Paper, today: date) -> Days | None:
    """Give the widest days of a job over all its tellings, seen from a paper; None where one end is not told.

    "Present" reaches to ``today``, the day of that paper, in papers that were filed together with it.
    """
    periods = [t.record.period for t in job.told if t.record.period is not None]
    starts = [period.start.earliest for period in periods if period.start is not None]
    ends = [end for told in job.told if (end := _end(told, paper, today)) is not None]
    if not starts or not ends:
        return None
    return min(starts), max(min(starts), min(max(ends), today))


def _end(told: Told[Job], paper: Paper, today: date) -> date | None:
    period, own = told.record.period, told.paper.as_of.date
    if period is None:
        return None
    if period.open:
        together = told.paper.application == paper.application
        return today if together or own is None else own.latest
    return period.end.latest if period.end else None


def certain(told: Told[R]) -> Days | None:
    """Give the days that a row certainly fills; "present" reaches to the day of its paper."""
    period, own = told.record.period, told.paper.as_of.date
    return period.core(own.earliest if own else None) if period is not None else None


def joined(days: Iterable[Days]) -> list[Days]:
    """Put together days that touch or overlap, in their order."""
    found: list[Days] = []
    for first, last in sorted(days):
        if found and first <= _after(found[-1][1]):
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    return found


def _after(day: date) -> date:
    return day + DAY if day < date.max else day


def count(days: Iterable[Days]) -> int:
    """Count the days of some periods, each day once."""
    return sum((last - first).days + 1 for first, last in joined(days))


def common(one: Days, other: Days) -> Days | None:
    """Give the days that two periods share, or None."""
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None
