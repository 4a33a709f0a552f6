"""How alike two records of one kind are, and why: 0 is "not the same thing", 1 is "the same to the letter".

Similar words alone never make two records one: each kind has its conditions, and the reason says which held.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from consistency.comparator.aligned.nearness import NEAR, nearness
from consistency.comparator.aligned.relatives import COUPLE, SHARED, SLIP, names_alike, relatives_alike
from consistency.comparator.aligned.schools import study_likeness
from consistency.model import (
    Address,
    FamilyMember,
    Record,
    Refusal,
    Relationship,
    Residence,
    Study,
    Trip,
)
from consistency.normalizer import places, streets
from consistency.normalizer.agreement import Agreement
from consistency.normalizer.dates import PartialDate, Period
from consistency.normalizer.regions import state_of
from consistency.normalizer.text import fold


class Likeness(NamedTuple):
    """A weight from 0 to 1 and the reason for it."""

    weight: float
    reason: str


NOTHING = Likeness(0.0, "nothing in common")
VERDICT = {"same": 1.0, "variant": 0.9, "different": 0.0}


def likeness(one: Record, other: Record) -> Likeness:
    """Weigh whether two records of one type tell of the same thing."""
    compare = _COMPARE.get(type(one))
    return compare(one, other) if compare is not None and type(one) is type(other) else NOTHING


def _verdict(
    compare: Callable[[str, str], Agreement], one: str | None, other: str | None, unknown: float = 0.5
) -> float:
    return unknown if not one or not other else VERDICT[compare(one, other).verdict]


def _elsewhere(one: Record, other: Record) -> bool:
    """True where two records are told of two countries."""
    return bool(one.country and other.country and state_of(one.country) != state_of(other.country))


def _study(one: Record, other: Record) -> Likeness:
    assert isinstance(one, Study) and isinstance(other, Study)
    weight = study_likeness(one, other)
    return Likeness(weight, "the same school, time, award or field") if weight else NOTHING


def _trip(one: Record, other: Record) -> Likeness:
    if not one.country or not other.country or _elsewhere(one, other):
        return NOTHING
    when = _one_time(one.period, other.period)
    city = _verdict(places.compare_cities, one.city, other.city)
    vague = when.weight == ANOTHER_YEAR and city < VERDICT["variant"]
    vague = vague or (when.weight == SAME_DAYS and not city)
    return NOTHING if vague or not when.weight else Likeness(when.weight + 0.1 * (city - 0.5), when.reason)


SAME_DAYS = 0.4
"""How much two journeys to one place are alike that are told for the same days of different years."""
ANOTHER_YEAR = 0.3
"""How much two journeys to one city are alike that are told by years alone, one year apart."""


def _one_time(one: Period | None, other: Period | None) -> Likeness:
    """Weigh whether two periods are one time, told finely or with an error."""
    near = nearness(one, other)
    if one is None or other is None or near.start is None:
        return Likeness(0.35, "the same country, at a time that is not told")
    finest = min(_fineness(one), _fineness(other))
    if near.start == 0 and not near.end:
        return Likeness((0.75, 0.9, 1.0)[finest], "the same country at the same time")
    if near.start <= NEAR and (near.end or 0) <= NEAR:
        return Likeness(0.4 + 0.3 * near.weight, "the same country at about the same time")
    if finest and near.start == 0:
        return Likeness(0.45, "the same country and day of arrival")
    if finest and near.end == 0:
        return Likeness(0.45, "the same country and day of return")
    if finest and _same_days(one, other):
        return Likeness(SAME_DAYS, "the same country and days of another year")
    if not finest and near.start <= 366:
        return Likeness(ANOTHER_YEAR, "the same city a year apart")
    return NOTHING


def _fineness(period: Period) -> int:
    """Say how finely a period begins: 0 to the year, 1 to the month, 2 to the day."""
    return ("year", "month", "day").index(period.start.precision) if period.start else 0


def _same_days(one: Period, other: Period) -> bool:
    """True for two periods that are one but for the year, and a few days."""
    pairs = [(one.start, other.start), (one.end, other.end)]
    told = [(first, second) for first, second in pairs if first is not None and second is not None]
    return bool(told) and all(_days_in_year(first, second) <= FEW for first, second in told)


FEW = 4
"""Days by which people are out when they tell a journey a year too early or too late."""


def _days_in_year(one: PartialDate, other: PartialDate) -> int:
    """Count the days between the days of a year of two dates; many where the years are not one after the other.

    Who goes to a place each August has two holidays there, so a month that is alike makes no two journeys one.
    """
    if one.month is None or other.month is None or one.day is None or other.day is None:
        return NEAR
    if abs(one.year - other.year) > 1:
        return NEAR
    return PartialDate(LEAP, one.month, one.day).distance(PartialDate(LEAP, other.month, other.day))


LEAP = 2000
"""A year that has every day."""


def _residence(one: Record, other: Record) -> Likeness:
    if not one.country or not other.country or _elsewhere(one, other):
        return NOTHING
    near = nearness(one.period, other.period)
    if (
        near.weight > 0.3
        or one.period is None
        or other.period is None
        or _apart(one.period, other.period) <= 1
    ):
        return Likeness(0.5 + 0.5 * near.weight, "the same country")
    return NOTHING


def _address(one: Record, other: Record) -> Likeness:
    assert isinstance(one, Address) and isinstance(other, Address)
    if _elsewhere(one, other):
        return NOTHING
    street = _verdict(streets.compare, one.street, other.street)
    city = _verdict(places.compare_cities, one.city, other.city)
    both = (one.street and other.street) or (one.city and other.city)
    if not (street and city and both):
        return NOTHING
    near = nearness(one.period, other.period)
    return Likeness(0.4 * street + 0.3 * city + 0.3 * near.weight, "the same address")


def parts_of_one(one: Record, other: Record) -> bool:
    """Say whether two rows of one paper, to one country or address, may be one thing told in parts."""
    if one.period is None or other.period is None or _elsewhere(one, other):
        return False
    apart = _apart(one.period, other.period)
    return apart < 1 or (apart == 1 and _fineness(one.period) == _fineness(other.period) == 2)


def _apart(one: Period, other: Period) -> int:
    """Count the days from the end of the earlier period to the start of the later; open ends reach on."""
    spans = [(p.earliest_day() or date.min, _last_day(p)) for p in (one, other)]
    return max(first for first, _ in spans).toordinal() - min(last for _, last in spans).toordinal()


def _last_day(period: Period) -> date:
    if period.open:
        return date.max
    told = period.end or period.start
    return told.latest if told else date.max


def _relative(one: Record, other: Record) -> Likeness:
    assert isinstance(one, FamilyMember) and isinstance(other, FamilyMember)
    weight = relatives_alike(one, other)
    return Likeness(weight, "the same relation, name or birth date") if weight else NOTHING


def _partner(one: Record, other: Record) -> Likeness:
    """Weigh two partners by name; one who took another family name by the day of the wedding too."""
    assert isinstance(one, Relationship) and isinstance(other, Relationship)
    if not one.name or not other.name:
        return NOTHING
    name = names_alike(one.name, other.name)
    if name >= SLIP:
        return Likeness(name, "the same partner")
    began = nearness(one.period, other.period).start
    if name >= SHARED and began == 0:
        return Likeness(0.5, "one name and the same day")
    first, second = fold(one.name).split(), fold(other.name).split()
    if name < SHARED or began is None or first[:1] != second[:1]:
        return NOTHING
    if first[:2] == second[:2] and min(len(first), len(second)) > TWO_GIVEN:
        return Likeness(0.45, "two given names")
    years = COUPLE_YEARS if {one.relation, other.relation} <= COUPLE else 1
    return Likeness(0.45, "one given name, and weddings not far apart") if began <= years * YEAR else NOTHING


TWO_GIVEN = 2
"""A name with more words than so many may have two given ones."""
YEAR, COUPLE_YEARS = 366, 3
"""Hardly anybody is married to two persons of one given name within so many years: one is the other by the name of the
family; to a former spouse of that name a year counts."""


def _refusal(one: Record, other: Record) -> Likeness:
    assert isinstance(one, Refusal) and isinstance(other, Refusal)
    if one.number and other.number:
        alike = fold(one.number).replace(" ", "") == fold(other.number).replace(" ", "")
        return Likeness(1.0, "the same application number") if alike else NOTHING
    near = nearness(one.period, other.period)
    if _elsewhere(one, other) or near.start is None or near.start > 31:
        return NOTHING
    return Likeness(0.8, "the same country and day of decision")


_COMPARE: dict[type[Record], Callable[[Record, Record], Likeness]] = {
    Study: _study,
    Trip: _trip,
    Residence: _residence,
    Address: _address,
    FamilyMember: _relative,
    Relationship: _partner,
    Refusal: _refusal,
}
