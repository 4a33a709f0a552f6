"""How alike two records of one kind are, and why: 0 is "not the same thing", 1 is "the same to the letter".

Similar words alone never make two records one: each kind has its conditions, and the reason says which held.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

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
from consistency.normalizer import names, organisations, places, streets
from consistency.normalizer.agreement import Agreement
from consistency.normalizer.dates import PartialDate, Period
from consistency.normalizer.regions import state_of
from consistency.normalizer.text import fold

NEAR = 92
"""Days within which two dates may be one date told with an error: three months."""


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


class Nearness(NamedTuple):
    """Days between two starts and two ends; None where one is not told, 0 where they agree."""

    start: int | None
    end: int | None

    @property
    def weight(self) -> float:
        """1 for the same period, half for a year apart in all; half where nothing is told."""
        told = [d for d in self if d is not None]
        return 1 / (1 + sum(told) / 365) if told else 0.5

    def within(self, days: int) -> bool:
        """True where both ends are told and neither is further apart than so many days."""
        return self.start is not None and self.end is not None and self.start <= days and self.end <= days


def nearness(one: Period | None, other: Period | None) -> Nearness:
    """Compare two periods end by end; an open end agrees with every later one."""
    if one is None or other is None:
        return Nearness(None, None)
    start = one.start.distance(other.start) if one.start and other.start else None
    if one.open and other.open:
        return Nearness(start, 0)
    if one.end is None or other.end is None:
        return Nearness(start, None)
    return Nearness(start, one.end.distance(other.end))


def _elsewhere(one: Record, other: Record) -> bool:
    """True where two records are told of two countries."""
    return bool(one.country and other.country and state_of(one.country) != state_of(other.country))


def _study(one: Record, other: Record) -> Likeness:
    assert isinstance(one, Study) and isinstance(other, Study)
    near = nearness(one.period, other.period)
    school = _verdict(organisations.compare, one.institution, other.institution, unknown=0.0)
    field = _award(one, other)
    if school and (near.weight > 0.2 or field):
        return Likeness(0.6 * school + 0.25 * near.weight + 0.15 * field, "the same school")
    if near.within(NEAR) and (field or not (one.institution and other.institution)):
        return Likeness(0.3 + 0.2 * field, "the same time and field")
    return NOTHING


def _award(one: Study, other: Study) -> float:
    """Weigh the words for field and level: forms write both in one box."""
    words = [set(fold(f"{s.field_of_study or ''} {s.level or ''}").split()) for s in (one, other)]
    return len(words[0] & words[1]) / max(1, min(map(len, words)))


def _trip(one: Record, other: Record) -> Likeness:
    if not one.country or not other.country or _elsewhere(one, other):
        return NOTHING
    when = _one_time(one.period, other.period)
    city = _verdict(places.compare_cities, one.city, other.city)
    vague = when.weight == ANOTHER_YEAR and city < VERDICT["variant"]
    return NOTHING if vague or not when.weight else Likeness(when.weight + 0.1 * (city - 0.5), when.reason)


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
        return Likeness(0.4, "the same country and days of another year")
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
    """Count the days between two dates if they were of one year; many where the year alone is told."""
    if one.month is None or other.month is None:
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


def _name(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 0.5
    first, second = names.parse_full(one), names.parse_full(other)
    verdict = VERDICT[names.compare(first, second).verdict]
    return verdict or (0.6 if names.spelling_slip(first, second) else 0.0)


def _born(one: PartialDate | None, other: PartialDate | None) -> float:
    if one is None or other is None:
        return 0.5
    return 0.0 if one.conflicts(other) else 1.0


def _relative(one: Record, other: Record) -> Likeness:
    assert isinstance(one, FamilyMember) and isinstance(other, FamilyMember)
    kin = {one.relation, other.relation}
    if len(kin) > 1 and not kin <= {"spouse", "partner"} and not kin <= {"mother", "father"}:
        return NOTHING
    name, birth = _name(one.name, other.name), _born(one.birth_date, other.birth_date)
    if name >= 0.6 or (birth == 1.0 and name > 0) or (birth == 1.0 and one.relation in {"mother", "father"}):
        return Likeness(0.6 * name + 0.4 * birth, "the same relation, name or birth date")
    return NOTHING


def _partner(one: Record, other: Record) -> Likeness:
    assert isinstance(one, Relationship) and isinstance(other, Relationship)
    name = _name(one.name, other.name)
    return Likeness(name, "the same partner") if name >= 0.6 else NOTHING


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
