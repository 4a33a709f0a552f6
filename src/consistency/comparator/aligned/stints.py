"""Stays at one employer, as one paper tells them: in one row or, where a promotion is told, in several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from msgspec import Struct

from consistency.comparator.aligned.employment import employer_of, is_work
from consistency.comparator.aligned.nearness import NEAR
from consistency.comparator.day_spans import after, length, shared_days
from consistency.comparator.telling import Told
from consistency.model import Job, Paper
from consistency.normalizer import organisations, services
from consistency.normalizer.dates import PartialDate, Period
from consistency.normalizer.text import fold

MISREAD = 80
"""Likeness in percent from which a recognised text is another one, misread."""


class Holder(NamedTuple):
    """With whom a time was spent: the employer, or the activity (folded) where it was not work."""

    works: bool
    name: str
    recognised: bool
    """True where it was read from a picture."""


class Stint(Struct, frozen=True, dict=True):
    """A stay at one employer as one paper tells it; a promotion may be told in several rows, in order of time."""

    rows: tuple[Told[Job], ...]

    @property
    def paper(self) -> Paper:
        """The paper that tells it."""
        return self.rows[0].paper

    @cached_property
    def holder(self) -> Holder:
        """The employer, or the activity, of the first row."""
        return holder(self.rows[0])

    @cached_property
    def start(self) -> PartialDate | None:
        """The start of the first row."""
        period = self.rows[0].record.period
        return period.start if period else None

    @cached_property
    def last(self) -> Told[Job]:
        """The row that ends last; of two that end with one day, which may be one whose end is not told, the later."""
        return max(self.rows, key=lambda row: _days(row)[::-1])

    @cached_property
    def days(self) -> tuple[date, date]:
        """The widest days that it may fill."""
        spans = [_days(row) for row in self.rows]
        return min(first for first, _ in spans), max(last for _, last in spans)

    @property
    def key(self) -> tuple[str, ...]:
        """What it says, without the place: to order by."""
        rows = (
            f"{fold(r.record.employer or '')} {fold(r.record.title or '')} {r.record.period}"
            for r in self.rows
        )
        return (self.paper.document.content, *rows)


def _days(row: Told[Job]) -> tuple[date, date]:
    """Give the widest days of a row; an unknown end reaches as far as the known one."""
    period, as_of = row.record.period, row.paper.as_of.date
    if period is None:
        return date.max, date.max
    last = None
    if period.open:
        last = as_of.latest if as_of else date.max
    elif period.end is not None:
        last = period.end.latest
    first = period.start.earliest if period.start else last
    first = first or date.max
    return first, max(last or first, first)


def stints(rows: Iterable[Told[Job]]) -> list[Stint]:
    """Put together the rows of one paper that are one stay at one employer, without a break of three months."""
    found: list[list[Told[Job]]] = []
    for row in sorted(rows, key=lambda r: (_days(r), fold(r.record.title or ""))):
        home = next((known for known in found if _continues(known, row)), None)
        if home is None:
            found.append([row])
        else:
            home.append(row)
    return [Stint(tuple(group)) for group in found]


def _continues(known: Sequence[Told[Job]], row: Told[Job]) -> bool:
    if not one_employer(known[0], row) or _days(row)[0] == date.max:
        return False
    return _days(row)[0] <= after(max(_days(one)[1] for one in known), NEAR)


def one_employer(one: Told[Job], other: Told[Job]) -> bool:
    """True for one employer; for rows without any, where they tell of the same activity."""
    return one_holder(holder(one), holder(other))


def holder(row: Told[Job]) -> Holder:
    """Say with whom, or with what, a row says that the time was spent."""
    works = is_work(row.record)
    name = (employer_of(row.record) or "") if works else fold(row.record.title or "")
    return Holder(works, name, row.paper.document.method == "ocr")


@lru_cache(maxsize=65_536)
def one_holder(one: Holder, other: Holder) -> bool:
    """True for one employer, or for one activity beside work; a picture may have been misread."""
    if not one.works and not other.works:
        return one.name == other.name
    if not (one.works and other.works and one.name and other.name):
        return False
    recognised = one.recognised or other.recognised
    return (
        organisations.compare(one.name, other.name).agrees
        or services.one_army(one.name, other.name)
        or (recognised and misread(one.name, other.name))
    )


@lru_cache(maxsize=16_384)
def misread(one: str, other: str) -> bool:
    """True for two texts that are one but for a few letters, as recognition from a picture leaves them."""
    from rapidfuzz.fuzz import ratio

    return ratio(fold(one), fold(other)) >= MISREAD


def share_half(one: Stint, other: Stint) -> bool:
    """True where two stays share at least half of the shorter one, or where one does not tell its time."""
    if date.max in (one.days[0], other.days[0]):
        return True
    return 2 * shared_days(one.days, other.days) >= min(length(one.days), length(other.days))


def end_distance(one: Told[Job], other: Told[Job]) -> int | None:
    """Count the days between two ends, "present" being any day from the paper's own on; None where one is not told."""
    first, second = one.record.period, other.record.period
    if first is None or second is None:
        return None
    if first.open or second.open:
        still, ended = (one, second) if first.open else (other, first)
        return _days_before(ended, still.paper.as_of.date)
    return None if first.end is None or second.end is None else first.end.distance(second.end)


def _days_before(ended: Period, as_of: PartialDate | None) -> int | None:
    """Count the days from an end to the day of a paper that still says "present"; 0 where it ended later."""
    if ended.open:
        return 0
    if ended.end is None:
        return None
    return ended.end.distance(as_of) if as_of is not None and ended.end.before(as_of) else 0
