"""How alike two records of one kind are, and why: 0 is "not the same thing", 1 is "the same to the letter".

Similar words alone never make two records one: each kind has its conditions, and the reason says which held.
"""

from collections.abc import Callable
from typing import NamedTuple

from consistency.comparator.kin_likeness import SHARED, SLIP, names_alike, relatives_alike
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
from consistency.normalizer import organisations, places
from consistency.normalizer.agreement import Agreement
from consistency.normalizer.dates import Period
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
    return bool(one.country and other.country and one.country != other.country)


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
    if not one.country or one.country != other.country:
        return NOTHING
    near = nearness(one.period, other.period)
    city = _verdict(places.compare_cities, one.city, other.city)
    if near.start is not None and near.start > NEAR:
        return NOTHING
    return Likeness(0.4 + 0.4 * near.weight + 0.2 * city, "the same country at the same time")


def _stay(one: Record, other: Record) -> Likeness:
    if not one.country or one.country != other.country:
        return NOTHING
    city = _verdict(places.compare_cities, one.city, other.city)
    near = nearness(one.period, other.period)
    return (
        Likeness(0.5 + 0.3 * near.weight + 0.2 * city, "the same country") if near.weight > 0.3 else NOTHING
    )


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
    return Likeness(0.5, "one name and the same day") if name == SHARED and began == 0 else NOTHING


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
    Residence: _stay,
    Address: _stay,
    FamilyMember: _relative,
    Relationship: _partner,
    Refusal: _refusal,
}
