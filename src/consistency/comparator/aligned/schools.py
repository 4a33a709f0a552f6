"""Whether two names may be one school's, and whether two rows tell of one course of study."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from consistency.comparator.aligned.nearness import NEAR, Nearness, nearness
from consistency.comparator.telling import Told
from consistency.model import Study
from consistency.normalizer import awards, org_words, organisations
from consistency.normalizer.awards import Level
from consistency.normalizer.dates import Period
from consistency.normalizer.text import fold


@lru_cache(maxsize=16_384)
def one_school(one: str, other: str) -> bool:
    """True where two names may be one school's: variants, or names that share a word that no other school has.

    A translation keeps the town or the patron: ``Politeknik Negeri Malang`` is the *State Polytechnic of Malang*.
    """
    return surely_one(one, other) or bool(_telling(one) & _telling(other))


@lru_cache(maxsize=16_384)
def surely_one(one: str, other: str) -> bool:
    """True for one school: a variant of the name, or a short form that is made of its beginnings (``UNILAG``)."""
    if organisations.compare(one, other).agrees:
        return True
    short, long = sorted((fold(one), fold(other)), key=len)
    words = tuple(word for word in long.split() if word not in org_words.listed("stop"))
    return " " not in short and org_words.made_of_beginnings(short, words)


@lru_cache(maxsize=4096)
def _telling(name: str) -> frozenset[str]:
    """Give the words that tell one school from others."""
    words = org_words.telling(tuple(org_words.gather(fold(name).split())))
    common = org_words.listed("schools") | org_words.listed("many_schools") | org_words.listed("stop")
    return frozenset(word for word in words if len(word) > 2 and not org_words.is_generic(word)) - common


def title_of(study: Study) -> str:
    """Give all words for field and level: forms write both in one box."""
    return " ".join(part for part in (study.level, study.field_of_study) if part)


def level_of(study: Study) -> Level | None:
    """Give the levels that a row may claim: the award's own words count before those of the field."""
    award, field = awards.level(study.level), awards.level(study.field_of_study)
    return field if field is not None and (award is None or award.vague) else award


def courses(rows: Sequence[Told[Study]]) -> list[list[Told[Study]]]:
    """Put together the rows of one paper that tell one course: one school and award, without a break."""
    found: list[list[Told[Study]]] = []
    for row in sorted(rows, key=_begins):
        home = next((known for known in found if _continues(known[-1].record, row.record)), None)
        if home is None:
            found.append([row])
        else:
            home.append(row)
    return found


def _begins(row: Told[Study]) -> str:
    period = row.record.period
    return str(period.start) if period is not None and period.start else "9999"


def _continues(one: Study, other: Study) -> bool:
    """True for a row that goes on where another of the same school and award ended."""
    if not one.institution or not other.institution or not one_school(one.institution, other.institution):
        return False
    first, second = one.period, other.period
    if first is None or second is None or first.end is None or second.start is None:
        return False
    levels = level_of(one), level_of(other)
    goes_on = levels[0] == levels[1] or None in levels
    return goes_on and _fields(one, other) > 0 and first.end.distance(second.start) <= NEAR


def whole(rows: Sequence[Told[Study]]) -> Told[Study]:
    """Give one row that stands for all rows of a course, from the first start to the last end."""
    first, last = rows[0].record, rows[-1].record
    if len(rows) == 1 or first.period is None or last.period is None:
        return rows[0]
    period = Period(first.period.start, last.period.end, last.period.open)
    return Told(rows[0].paper, replace(first, period=period, level=last.level or first.level))


def study_likeness(one: Study, other: Study) -> float:
    """Weigh whether two rows tell of one course: by school, time, level and field together."""
    near = nearness(_without_lone_start(one.period), _without_lone_start(other.period))
    level, field = _levels(one, other), _fields(one, other)
    if one.institution and other.institution:
        if surely_one(one.institution, other.institution):
            return _at_one_school(near, level, field)
        if one_school(one.institution, other.institution) and near.weight > 0.5:
            return 0.9 * _at_one_school(near, level, field)
        ended_as_one = near.start is None and near.end == 0 and level >= 0.8 and field == 1.0
        return 0.45 if (near.within(NEAR) and level > 0 and field > 0) or ended_as_one else 0.0
    if near.within(NEAR) and level > 0 and field > 0:
        return 0.5
    return 0.35 if near.start is None and near.end is None and level >= 0.8 and field == 1.0 else 0.0


def _without_lone_start(period: Period | None) -> Period | None:
    """Give a period whose only year is that of its end: "2014: degree in law" does not say that it began then."""
    lone = period is not None and not period.open and period.start is not None and period.start == period.end
    return Period(None, period.end) if period is not None and lone else period


def _at_one_school(near: Nearness, level: float, field: float) -> float:
    """Weigh two rows of one school: at one time, or of one award; two awards one after the other are two.

    Who began one field in one month is in one course there, whatever award each paper gives it.
    """
    begun_as_one = near.start is not None and near.start <= NEAR and field == 1.0
    if level == 0 and near.weight < 0.6 and not begun_as_one:
        return 0.0
    if near.weight <= 0.2 and not (level >= 0.8 and field > 0):
        return 0.0
    return 0.4 + 0.3 * near.weight + 0.2 * level + 0.1 * field


def _levels(one: Study, other: Study) -> float:
    first, second = level_of(one), level_of(other)
    if first is None or second is None:
        return 0.5
    if first == second:
        return 1.0
    return 0.8 if first.agrees(second) else 0.0


def _fields(one: Study, other: Study) -> float:
    """Weigh two fields: 1 with a field in common, 0 for two listed ones, half where one is not listed."""
    first, second = awards.subjects(title_of(one)), awards.subjects(title_of(other))
    if not first or not second:
        return 0.5
    return 1.0 if first & second else 0.0
