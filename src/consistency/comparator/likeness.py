"""How alike two records of one kind are, and why: 0 is "not the same thing", 1 is "the same to the letter".

Similar words alone never make two records one: each kind has its conditions, and the reason says which held.
"""

from collections.abc import Callable
from typing import NamedTuple

from consistency.comparator.kin_likeness import SHARED, SLIP, names_alike, relatives_alike
from consistency.comparator.nearness import NEAR, nearness
from consistency.comparator.schools import study_likeness
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
from consistency.normalizer import places
from consistency.normalizer.agreement import Agreement
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
    return bool(one.country and other.country and one.country != other.country)


def _study(one: Record, other: Record) -> Likeness:
    assert isinstance(one, Study) and isinstance(other, Study)
    weight = study_likeness(one, other)
    return Likeness(weight, "the same school, time, award or field") if weight else NOTHING


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
    return Likeness(0.5, "one name and the same day") if name >= SHARED and began == 0 else NOTHING


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
