"""What a paper says of the identity of its person, and whether two papers are about one: by all of it together."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from consistency.model import Paper
from consistency.normalizer import names, places
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.names import PersonName
from consistency.normalizer.text import fold

NUMBERS = ("uci", "passport_number", "national_id", "email", "phone")
"""Attributes of which an equal value speaks for one person; another value may have its reasons."""
OWN = frozenset({"uci", "passport_number", "national_id"})
"""Numbers that no two people share, not in a family either."""
LINK = 3.0
"""Two papers are one person's from this weight on: a name alone weighs 2."""
GENERATION = 13
"""Years between two people of one name from which they may be parent and child."""


class Identity(Struct, frozen=True):
    """What a paper says of the person that it is about."""

    name: PersonName
    birth_date: PartialDate | None
    numbers: Mapping[str, str] = field(default_factory=dict)
    others: tuple[PersonName, ...] = ()
    """Names that the person bore before, or bears beside it, as a form tells them."""
    birth_city: str = ""

    @property
    def named(self) -> bool:
        """True where the paper names anybody."""
        return bool(self.name.display)

    @property
    def founding(self) -> bool:
        """True where the paper says enough to stand for a person of its own."""
        return self.named and (self.birth_date is not None or "passport_number" in self.numbers)


def identity(paper: Paper) -> Identity:
    """Gather what a paper says of its person's identity."""
    family, given, full = (paper.value(a) or "" for a in ("family_name", "given_names", "full_name"))
    name = PersonName(family, given) if family or given else names.parse_full(full) if full else PersonName()
    birth = paper.value("birth_date")
    numbers = {a: fold(value).replace(" ", "") for a in NUMBERS if (value := paper.value(a))}
    before = (paper.value("other_family_name") or "", paper.value("other_given_names") or "")
    others = (PersonName(before[0] or family, before[1] or given),) if any(before) else ()
    city = paper.value("birth_city") or ""
    return Identity(name, PartialDate.of(birth) if birth else None, numbers, others, city)


def weight(one: Identity, other: Identity) -> float:
    """Weigh whether two papers are about one person: from -3 (not) to more than 10 (certainly)."""
    if _changed_family_name(one, other):
        return LINK + _number_weight(one, other)
    return _name_weight(one, other) + _birth_weight(one, other) + _number_weight(one, other)


def _changed_family_name(one: Identity, other: Identity) -> bool:
    """True for one given name, born on one day in one city: the family name changed, as with a marriage."""
    days, cities = (one.birth_date, other.birth_date), (one.birth_city, other.birth_city)
    if not all(cities) or days[0] is None or days[0] != days[1] or days[0].precision != "day":
        return False
    given = [
        {names.canonical(w) for w in PersonName(given=who.name.given).all_tokens} for who in (one, other)
    ]
    return bool(given[0] and given[0] == given[1]) and places.compare_cities(*cities).agrees


def _name_weight(one: Identity, other: Identity) -> float:
    if not one.named or not other.named:
        return 0.0
    if any(names.compare(a, b).agrees for a in (one.name, *one.others) for b in (other.name, *other.others)):
        return 2.0
    if names.spelling_slip(one.name, other.name):
        return 1.5
    return 1.0 if _is_part(one.name, other.name) else -3.0


def _is_part(one: PersonName, other: PersonName) -> bool:
    """Tell whether a paper has a part of a name alone: a birth date or a number must say whose."""
    shorter, longer = sorted(({names.canonical(w) for w in n.all_tokens} for n in (one, other)), key=len)
    return shorter < longer and any(len(word) > 1 for word in shorter)


def _birth_weight(one: Identity, other: Identity) -> float:
    if one.birth_date is None or other.birth_date is None:
        return 0.0
    if not one.birth_date.conflicts(other.birth_date):
        return 2.0
    return 1.0 if birth_slip(one.birth_date, other.birth_date) else -1.0


def birth_slip(one: PartialDate, other: PartialDate) -> bool:
    """True where two days may be one that was written wrongly: one part differs, or day and month are exchanged.

    Parent and child, who may share a name, are a generation apart.
    """
    if one.day is None or other.day is None or abs(one.year - other.year) >= GENERATION:
        return False
    exchanged = (one.year, one.month, one.day) == (other.year, other.day, other.month)
    apart = abs((one.earliest - other.earliest).days) == 1
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return exchanged or apart or sum(a == b for a, b in pairs) == 2


def _number_weight(one: Identity, other: Identity) -> float:
    shared = one.numbers.keys() & other.numbers.keys()
    return sum(4.0 if name in OWN else 2.0 for name in shared if one.numbers[name] == other.numbers[name])
