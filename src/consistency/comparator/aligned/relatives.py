"""How alike two rows for relatives are: by relation, name and birth date together.

A sibling has a birth date off by a digit, a married name or the first name alone, and is the same sibling; twins
share a birth date, brothers share a father's name or a given one, and are two. So a weak likeness counts only where
no better one is found in the whole form: the assignment decides.
"""

from __future__ import annotations

from functools import lru_cache

from consistency.case.identities import birth_slip
from consistency.comparator.identity.naming import shortened, words
from consistency.model import FamilyMember
from consistency.normalizer import kinship, names
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.names import PersonName

COUPLE = frozenset({"spouse", "partner"})
PARENTS = frozenset({"mother", "father"})

NO_NAME = 0.5
FIRST_NAME = 0.85
SLIP = 0.7
SHARED = 0.45
GIVEN = 0.46
"""Likeness of two names: one is not told, is the first name alone, is a letter off, shares one word, or the first."""

ONE_PARENT = 0.35
"""Two mothers are one mother, whatever they are called."""


def relatives_alike(one: FamilyMember, other: FamilyMember) -> float:
    """Weigh whether two rows tell of one relative: 0 is no, 0.6 and more is the same row told twice."""
    if one.relation == other.relation or {one.relation, other.relation} <= COUPLE:
        found = _weight(_names(one, other), one.birth_date, other.birth_date)
        return max(found, ONE_PARENT) if one.relation in PARENTS else found
    if {one.relation, other.relation} == PARENTS:
        name = _names(one, other)
        return 0.8 * name if name >= FIRST_NAME and _births(one.birth_date, other.birth_date) > 0 else 0.0
    return 0.0


def _names(one: FamilyMember, other: FamilyMember) -> float:
    first, second = kinship.name_of(one.name)[0], kinship.name_of(other.name)[0]
    return NO_NAME if first is None or second is None else names_alike(first, second)


@lru_cache(maxsize=16_384)
def names_alike(one: str, other: str) -> float:
    """Weigh whether two names may be one person's: 1 the same, 0.95 a variant, then as the constants say, 0 no."""
    first, second = names.parse_full(one), names.parse_full(other)
    verdict = names.compare(first, second).verdict
    if verdict != "different":
        return 1.0 if verdict == "same" else 0.95
    if shortened(first, second):
        return 0.95
    if first_name_only(first, second):
        return FIRST_NAME
    if names.spelling_slip(first, second):
        return SLIP
    if not words(first) & words(second):
        return 0.0
    return GIVEN if first.all_tokens[0] == second.all_tokens[0] else SHARED


def first_name_only(one: PersonName, other: PersonName) -> bool:
    """True where one name is a single word that is one of the other's."""
    shorter, longer = sorted((words(one), words(other)), key=len)
    return len(shorter) == 1 and shorter < longer


def _births(one: PartialDate | None, other: PartialDate | None) -> float:
    """Weigh two birth dates: 1 the same day, 0.8 as far as told, 0.6 a slip, 0.5 not told, 0.3 a year apart, 0 no."""
    if one is None or other is None:
        return 0.5
    if not one.conflicts(other):
        return 1.0 if one.precision == other.precision == "day" else 0.8
    if birth_slip(one, other):
        return 0.6
    return 0.3 if abs(one.year - other.year) <= 1 else 0.0


def _weight(name: float, one: PartialDate | None, other: PartialDate | None) -> float:
    birth = _births(one, other)
    if name == GIVEN and birth == 0.5:
        return 0.5
    if name >= FIRST_NAME:
        return {1.0: name, 0.8: name, 0.6: 0.7, 0.5: 0.85 * name, 0.3: 0.5}.get(
            birth, 0.3 if name > 0.9 else 0.0
        )
    if name == SLIP:
        return {1.0: 0.75, 0.8: 0.7, 0.6: 0.4, 0.5: 0.5}.get(birth, 0.0)
    if name == NO_NAME:
        return 0.5 if birth >= 0.8 else 0.0
    if birth < 1.0:
        return 0.0
    return 0.5 if name >= SHARED else 0.3
