"""The days that rows of papers fill: how long a job may have lasted, and what lasted for certain."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from consistency.comparator.day_spans import Span
from consistency.comparator.telling import Same, Told
from consistency.model import Case, Job, Paper, Record

R = TypeVar("R", bound=Record)

WRITTEN = frozenset({"signature", "stated", "validated", "config"})
"""How a paper's day is known for certain: a file's own date may be that of its template."""


def day_of(case: Case, paper: Paper) -> date:
    """Give the latest day of which a paper may speak."""
    written = paper.as_of.date
    if written is None:
        return case.as_of
    return written.latest if paper.as_of.basis in WRITTEN else max(written.latest, case.as_of)


def widest(job: Same[Job], paper: Paper, today: date) -> Span | None:
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


def certain(told: Told[R]) -> Span | None:
    """Give the days that a row certainly fills; "present" reaches to the day of its paper."""
    period, own = told.record.period, told.paper.as_of.date
    return period.core(own.earliest if own else None) if period is not None else None
