"""How days are counted to a last day, and what is said of one.

Days (Interpretation Act s.27(5)): within so many days after a day leaves that day out, and takes the last one in.
Months (s.28): the day with the same number in the month counted to, or the last day of a shorter month: six months
from 31 August end on 28 or 29 February, five years from 29 February on 28 February. A year is twelve months (s.37).
"""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from consistency.normalizer.dates import PartialDate, months_later

TRUTH_AND_RECONCILIATION = 2021
"""The first year in which 30 September is a holiday (Interpretation Act s.35(1), as amended on 2021-08-03)."""

SATURDAY = 5
"""Its number among the days of the week, from Monday as 0."""

Count = Callable[[date], date]


def days(number: int) -> Count:
    """Count so many days from a day, which is left out."""
    return lambda start: start + timedelta(number)


def months(number: int) -> Count:
    """Count so many months from a day, by the calendar."""
    return lambda start: months_later(start, number)


def readings(start: PartialDate, count: Count | None = None) -> tuple[date, date]:
    """Give the earliest and the latest last day that a date leaves open, counted from it or stated by it."""
    if count is None:
        return start.earliest, start.latest
    return count(start.earliest), count(start.latest)


def either(first: date, last: date) -> str:
    """Write a last day, and its weekday at a weekend; both readings where there are two."""
    if first < last:
        return f"{first} at the earliest and {last} at the latest"
    return f"{first}, a {first:%A}" if is_weekend(first) else f"{first}"


def is_weekend(day: date) -> bool:
    """True for a Saturday or a Sunday."""
    return day.weekday() >= SATURDAY


def is_holiday(day: date) -> bool:
    """True for a day that the Federal Courts Rules (r.2) call a holiday.

    A Saturday, a Sunday, or a day of the Interpretation Act s.35(1). Days that a single province or city declares
    one are not known here.
    """
    return is_weekend(day) or day in _holidays(day.year)


def next_court_day(day: date) -> date:
    """Give the day itself, or the next one that is no holiday.

    What falls due on a holiday may be done on the next day that is none (Federal Courts Rules r.6(1), Interpretation
    Act s.26).
    """
    while is_holiday(day):
        day += timedelta(1)
    return day


def _holidays(year: int) -> frozenset[date]:
    """Give the holidays of s.35(1) in a year that fall on a fixed day or are counted from Easter."""
    sunday: date = easter(year)
    found = {
        date(year, 1, 1), sunday - timedelta(2), sunday + timedelta(1), _monday_before(date(year, 5, 25)),
        date(year, 7, 2 if date(year, 7, 1).weekday() == 6 else 1), _monday_from(date(year, 9, 1)),
        _monday_from(date(year, 10, 8)), date(year, 11, 11), date(year, 12, 25),
    }  # fmt: skip
    return frozenset(found | ({date(year, 9, 30)} if year >= TRUTH_AND_RECONCILIATION else set()))


def _monday_before(day: date) -> date:
    return day - timedelta(day.weekday() or 7)


def _monday_from(day: date) -> date:
    return day + timedelta(-day.weekday() % 7)
