"""Dates as known as they are, and periods between them: the values and their arithmetic."""

import calendar
import datetime
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from consistency.normalizer.expressions import expression

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""The years a paper in an application can speak of; outside them a year belongs to another calendar."""

_ISO = expression(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DAY = datetime.timedelta(days=1)


class PartialDate(Struct, frozen=True):
    """A date at the precision with which it is known: a year, a month or a day.

    ``alternative`` is the other reading of 03/04/2021 where nothing settles which part is the month.
    An impossible date cannot be built.
    """

    year: int
    month: int | None = None
    day: int | None = None
    alternative: "PartialDate | None" = None

    def __post_init__(self) -> None:
        _span(self.year, self.month, self.day)
        if self.alternative is not None and self.alternative.alternative is not None:
            raise ValueError("A date has two readings at most.")

    @classmethod
    def of(cls, iso: str) -> "PartialDate":
        """Read '2019', '2019-03' or '2019-03-15'; raise ValueError for anything else."""
        found = _ISO.fullmatch(iso)
        if found is None:
            raise ValueError(f"{iso!r} is not a date written as 2019, 2019-03 or 2019-03-15.")
        year, month, day = (None if part is None else int(part) for part in found.groups())
        return cls(year or 0, month, day)

    @classmethod
    def on(cls, day: datetime.date) -> "PartialDate":
        """Give the date that is known to the day."""
        return cls(day.year, day.month, day.day)

    @property
    def iso(self) -> str:
        """The date as ISO 8601 writes it, as far as it is known: never completed."""
        month = "" if self.month is None else f"-{self.month:02}"
        return f"{self.year:04}{month}" + ("" if self.day is None else f"-{self.day:02}")

    def __str__(self) -> str:
        return self.iso

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """The smallest part that is known."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def readings(self) -> tuple["PartialDate", ...]:
        """The date itself and, where it has one, its other reading."""
        return (self,) if self.alternative is None else (self, self.alternative)

    @property
    def intervals(self) -> tuple[tuple[datetime.date, datetime.date], ...]:
        """The first and the last day of each reading."""
        own = _span(self.year, self.month, self.day)
        other = self.alternative
        return (own,) if other is None else (own, _span(other.year, other.month, other.day))

    @property
    def earliest(self) -> datetime.date:
        """The first day it may mean, over all readings."""
        if self.alternative is None:  # as nearly always, and this is asked more than anything of a date
            return _span(self.year, self.month, self.day)[0]
        return min(first for first, _ in self.intervals)

    @property
    def latest(self) -> datetime.date:
        """The last day it may mean, over all readings."""
        if self.alternative is None:
            return _span(self.year, self.month, self.day)[1]
        return max(last for _, last in self.intervals)

    def covers(self, day: datetime.date) -> bool:
        """Tell whether some reading may mean that day."""
        return any(first <= day <= last for first, last in self.intervals)

    def distance(self, other: "PartialDate") -> int:
        """Count the days strictly between the two, in the readings that are nearest: 0 when they touch."""
        if self.alternative is None and other.alternative is None:
            return _gap(_span(self.year, self.month, self.day), _span(other.year, other.month, other.day))
        return min(_gap(one, two) for one in self.intervals for two in other.intervals)

    def conflicts(self, other: "PartialDate") -> bool:
        """Tell whether no reading of the one shares a day with a reading of the other."""
        return not any(_share(one, two) for one in self.intervals for two in other.intervals)

    def before(self, other: "PartialDate") -> bool:
        """Tell whether it is certainly earlier: in every reading, and to the last day."""
        return self.latest < other.earliest

    def after(self, other: "PartialDate") -> bool:
        """Tell whether it is certainly later: in every reading, and from the first day."""
        return other.before(self)


@lru_cache(maxsize=16_384)
def _span(year: int, month: int | None, day: int | None) -> tuple[datetime.date, datetime.date]:
    """Give the first and the last day that a date may mean; raise ValueError for one that there is not."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"The year {year} is not between {FIRST_YEAR} and {LAST_YEAR}.")
    if month is None:
        if day is not None:
            raise ValueError(f"Day {day} of {year} has no month.")
    elif not 1 <= month <= 12:
        raise ValueError(f"There is no month {month}.")
    elif day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f"There is no day {day} in {year}-{month:02}.")
    last = month or 12
    return (
        datetime.date(year, month or 1, day or 1),
        datetime.date(year, last, day or calendar.monthrange(year, last)[1]),
    )


class Period(Struct, frozen=True):
    """A time from one date to another, both included.

    ``open`` means that it had not ended when the paper was written ("present"): its end is then the date
    of that paper, which the methods take as ``as_of``; without it the end is not known.
    A ``start`` or ``end`` of None is not known. The order is kept as written, even where it runs backwards.
    """

    start: PartialDate | None
    end: PartialDate | None
    open: bool = False

    def __post_init__(self) -> None:
        if self.open and self.end is not None:
            raise ValueError(f"A period that is still open cannot end in {self.end}.")

    @property
    def start_iso(self) -> str | None:
        """The start as written, or None where it is not known."""
        return None if self.start is None else self.start.iso

    @property
    def end_iso(self) -> str | None:
        """The end as written, 'present' while it is open, or None where it is not known."""
        if self.open:
            return "present"
        return None if self.end is None else self.end.iso

    def __str__(self) -> str:
        return f"{self.start_iso or '?'} to {self.end_iso or '?'}"

    @property
    def backwards(self) -> bool:
        """Whether the end certainly lies before the start."""
        return self.start is not None and self.end is not None and self.end.before(self.start)

    def earliest_day(self) -> datetime.date | None:
        """Give the first day it may have begun."""
        return None if self.start is None else self.start.earliest

    def latest_day(self, as_of: datetime.date | None = None) -> datetime.date | None:
        """Give the last day it may have lasted to."""
        if self.open:
            return as_of
        return None if self.end is None else self.end.latest

    def span(self, as_of: datetime.date | None = None) -> tuple[datetime.date, datetime.date] | None:
        """Give the widest days it may fill, or None where an end is not known or it runs backwards."""
        return _ordered(self.earliest_day(), self.latest_day(as_of))

    def core(self, as_of: datetime.date | None = None) -> tuple[datetime.date, datetime.date] | None:
        """Give the days it certainly fills, or None where there are none: '2018 to 2018' has no core."""
        begun = None if self.start is None else self.start.latest
        if self.open:
            return _ordered(begun, as_of)
        return _ordered(begun, None if self.end is None else self.end.earliest)

    def covers(self, day: datetime.date, as_of: datetime.date | None = None) -> bool:
        """Tell whether that day may lie in it."""
        span = self.span(as_of)
        return span is not None and span[0] <= day <= span[1]

    def overlaps(
        self,
        other: "Period",
        as_of: datetime.date | None = None,
        other_as_of: datetime.date | None = None,
    ) -> bool:
        """Tell whether the two may share a day; ``other_as_of`` is ``as_of`` unless it is given."""
        one, two = self.span(as_of), other.span(other_as_of or as_of)
        return one is not None and two is not None and _share(one, two)

    def months(self, as_of: datetime.date | None = None) -> float:
        """Measure the widest length in months: '2018-01 to 2019-03' is 15.0; 0.0 where it is not known."""
        return _months(self.span(as_of))

    def certain_months(self, as_of: datetime.date | None = None) -> float:
        """Measure in months the days it certainly fills."""
        return _months(self.core(as_of))


def months_later(day: datetime.date, months: int) -> datetime.date:
    """Give the day so many months later, or earlier for a number below 0.

    It is the day of the same number, or the last day of a shorter month (Interpretation Act s.28): a month after 31
    January is 28 or 29 February, five years after 29 February is 28 February.
    """
    if day.year > datetime.date.max.year - 1 - months // 12:
        return datetime.date.max
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _gap(one: tuple[datetime.date, datetime.date], two: tuple[datetime.date, datetime.date]) -> int:
    between = max(two[0] - one[1], one[0] - two[1]).days
    return max(between - 1, 0)


def _share(one: tuple[datetime.date, datetime.date], two: tuple[datetime.date, datetime.date]) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]


def _ordered(
    first: datetime.date | None, last: datetime.date | None
) -> tuple[datetime.date, datetime.date] | None:
    return None if first is None or last is None or last < first else (first, last)


def _months(days: tuple[datetime.date, datetime.date] | None) -> float:
    if days is None:
        return 0.0
    first, end = days[0], days[1] + _DAY
    whole = (end.year - first.year) * 12 + end.month - first.month
    rest = end.day - first.day
    if rest < 0:  # the last month is not full: what is left of the first one and begun of the last
        begun = calendar.monthrange(first.year, first.month)[1]
        return round(whole - 1 + (rest + begun) / begun, 2)
    return round(whole + rest / calendar.monthrange(days[1].year, days[1].month)[1], 2)
