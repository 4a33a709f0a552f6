"""What tells who somebody is: every name, number, address and birth date that the papers of a case hold.

Each gets a stand-in, and each way in which it may be written is a :class:`Form`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations

from msgspec import Struct, field

from consistency.model import (
    Address,
    Balance,
    Case,
    FamilyMember,
    GovernmentPosition,
    Job,
    LanguageTest,
    Membership,
    MilitaryService,
    Offer,
    Paper,
    Permit,
    Record,
    Refusal,
    Relationship,
    Study,
)
from consistency.normalizer import organisations
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.names import likely_same_person, parse_full
from consistency.normalizer.text import tokens
from consistency.redaction.birth_dates import written
from consistency.redaction.compact import compacted
from consistency.redaction.vocabulary import is_common, listed, words

NUMBERS = {
    "passport_number": "PASSPORT", "uci": "UCI", "national_id": "NATIONAL-ID", "application_number": "APPLICATION",
    "email": "EMAIL", "phone": "PHONE",
}  # fmt: skip
NAMES = (
    "full_name", "family_name", "given_names", "other_family_name", "other_given_names",
)  # fmt: skip
RECORD_NUMBERS: tuple[tuple[type[Record], str], ...] = (
    (Refusal, "APPLICATION"), (Permit, "PERMIT"), (Offer, "OFFER"), (LanguageTest, "TEST"),
)  # fmt: skip
ORGANISATIONS: tuple[tuple[type[Record], str, str], ...] = (
    (Job, "employer", "EMPLOYER"), (Offer, "employer", "EMPLOYER"), (Permit, "employer", "EMPLOYER"),
    (Study, "institution", "SCHOOL"), (Membership, "name", "ORGANISATION"),
    (MilitaryService, "name", "ORGANISATION"), (GovernmentPosition, "name", "ORGANISATION"),
)  # fmt: skip
LEAST_GLUED = 5
"""Letters from which a name is found within a word too ("RahimiLeila", "xrahimi9")."""


class Form(Struct, frozen=True):
    """One way to write something personal, letters and digits alone, and what stands in its place."""

    letters: str
    stand_in: str
    glued: bool = False
    """True where it is found within longer words too."""
    cased: bool = False
    """True for a word that is nobody's too ("baker"): it is a name only where it is not written small."""
    near: bool = False
    """True for a name's word that is also found a letter or two off, as recognised words are."""


class _Group(Struct):
    """The spellings of one person, employer or number: the first is the stand-in's own, others get a letter."""

    stand_in: str
    first: frozenset[str]
    spelt: dict[tuple[str, ...], str] = field(default_factory=dict)

    def label(self, spelling: tuple[str, ...], part: bool = False) -> str:
        """Give the stand-in for a spelling; a part has that of the first spelling with its words."""
        if part and set(spelling) <= self.first:
            return self.stand_in
        for known, label in self.spelt.items() if part else ():
            if set(spelling) <= set(known):
                return label
        key = tuple(sorted(spelling))
        if key not in self.spelt:
            number = len(self.spelt)
            self.spelt[key] = self.stand_in + (_letters(number) if number else "")
        return self.spelt[key]


def _letters(number: int) -> str:
    """Count 1, 2, 3 as b, c, d; after z as aa, ab."""
    return chr(ord("a") + number) if number < 26 else _letters(number // 26 - 1) + _letters(number % 26)


class Personal(Struct):
    """Collects what is personal in a case, in the order of its papers."""

    forms: dict[str, Form] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    """A whole value, letters and digits alone, and its stand-in."""
    groups: dict[str, dict[str, _Group]] = field(default_factory=dict)

    def add(self, form: Form) -> None:
        """Keep a form; the first of the same letters is kept."""
        if len(form.letters) > 1:
            self.forms.setdefault(form.letters, form)

    def group(self, kind: str, key: str, first: Iterable[str] = ()) -> _Group:
        """Give the group of a kind and key, or begin it."""
        known = self.groups.setdefault(kind, {})
        if key not in known:
            known[key] = _Group(f"{kind}-{len({id(one) for one in known.values()}) + 1}", frozenset(first))
        return known[key]


def personal(case: Case) -> Personal:
    """Collect what is personal in a case."""
    found = Personal()
    for person in case.people:
        _whole_name(found, person.name, person.id)
    for paper in case.papers:
        _names(found, paper)
    for paper in case.papers:
        _records(found, paper)
        for fact in paper.facts:
            if fact.attribute in NUMBERS:
                _number(found, fact.value, NUMBERS[fact.attribute])
    _birth_dates(found, case)
    return found


def _names(found: Personal, paper: Paper) -> None:
    """Take the names that a paper's facts give its person, whole first and then in parts."""
    owner = paper.person or f"of {paper.path}"
    told = {name: [f.value for f in paper.facts if f.attribute == name] for name in NAMES}
    for whole in told["full_name"]:
        _whole_name(found, whole, owner)
    for family, given in (("family_name", "given_names"), ("other_family_name", "other_given_names")):
        for last in told[family]:
            for first in told[given] or [""]:
                _whole_name(found, f"{first} {last}", owner)
    for name in NAMES[1:]:
        for part in told[name]:
            _part(found, part, owner)


def _whole_name(found: Personal, name: str, owner: str | None = None) -> None:
    """Keep a whole name in every order of its words, and its words."""
    spelling = tokens(name)
    if not spelling:
        return
    group = found.group("PERSON", owner or _owner(found, name), spelling)
    found.groups["PERSON"].setdefault(f"named {' '.join(spelling)}", group)
    label = group.label(spelling)
    orders = permutations(spelling) if len(spelling) <= 4 else (spelling, spelling[::-1], _turned(spelling))
    for order in orders:
        letters = "".join(order)
        found.add(Form(letters, label, glued=len(letters) > LEAST_GLUED and len(spelling) > 1))
    found.values.setdefault(compacted(name), label)
    _name_words(found, spelling, group)


def _turned(spelling: tuple[str, ...]) -> tuple[str, ...]:
    return spelling[-1:] + spelling[:-1]


def _owner(found: Personal, name: str) -> str:
    """Give the key of the person of that name, where one is known; the name itself is the key of a new one."""
    mine = parse_full(name)
    for key in found.groups.get("PERSON", {}):
        known = key.removeprefix("named ")
        if known != key and likely_same_person(mine, parse_full(known)):
            return key
    return f"named {' '.join(tokens(name))}"


def _part(found: Personal, part: str, owner: str) -> None:
    """Keep a family name or given names alone."""
    spelling = tokens(part)
    if not spelling:
        return
    group = found.group("PERSON", owner, spelling)
    label = group.label(spelling, part=True)
    found.values.setdefault(compacted(part), label)
    if len(spelling) > 1:
        found.add(Form("".join(spelling), label, glued=True))
    _name_words(found, spelling, group)


def _name_words(found: Personal, spelling: tuple[str, ...], group: _Group) -> None:
    for word in spelling:
        common = word in words()
        label = group.label((word,), part=True)
        if len(word) >= 3 or len(spelling) == 1:
            glued = len(word) >= LEAST_GLUED and not common
            near = len(word) >= LEAST_GLUED and not common
            found.add(Form(word, label, glued, cased=common or len(word) < 3, near=near))


def _records(found: Personal, paper: Paper) -> None:
    for record in paper.records:
        for name in _named(record):
            _whole_name(found, name)
        for kind, label in RECORD_NUMBERS:
            if isinstance(record, kind) and (number := getattr(record, "number", None)):
                _number(found, number, label)
        for kind, attribute, label in ORGANISATIONS:
            if isinstance(record, kind) and (name := getattr(record, attribute)):
                _organisation(found, name, label)
        _address(found, record)


def _named(record: Record) -> Iterator[str]:
    if isinstance(record, FamilyMember | Relationship | Balance | Offer) and record.name:
        yield record.name


def _number(found: Personal, value: str, kind: str) -> None:
    letters = compacted(value)
    label = found.group(kind, letters).stand_in
    found.values.setdefault(letters, label)
    found.add(Form(letters, label, glued=len(letters) > LEAST_GLUED))
    if kind == "PHONE" and len(letters) > 8:  # without the country's or the area's code
        found.add(Form(letters[-7:], label, glued=True))


def _organisation(found: Personal, name: str, kind: str) -> None:
    letters = compacted(name)
    if not letters or letters in listed("nobody"):
        return
    key = organisations.key(name) or letters
    label = found.group(kind, key).stand_in
    found.values.setdefault(letters, label)
    for way in (letters, compacted(key)):
        found.add(Form(way, label, glued=len(way) > 2 * LEAST_GLUED))
    for word in tokens(key):
        if len(word) >= 4 and not is_common(word):
            found.add(Form(word, label, near=len(word) > LEAST_GLUED))
    for beginning in _beginnings(tokens(name)):
        found.add(Form(beginning, label, cased=True))


def _beginnings(spelling: tuple[str, ...]) -> Iterator[str]:
    """Give the beginnings of two words and more, as names are cut short, but those that any file may begin with."""
    for count in range(2, len(spelling)):
        if not listed("files").issuperset(spelling[:count]):
            yield "".join(spelling[:count])


def _address(found: Personal, record: Record) -> None:
    street = record.street if isinstance(record, Address) else None
    whole = record.address if isinstance(record, FamilyMember) else street
    if not whole:
        return
    label = found.group("ADDRESS", compacted(whole)).stand_in
    parts = [part for part in whole.replace("\n", ",").split(",") if part.strip()]
    if street or len(parts) > 1 or any(map(str.isdigit, whole)):
        found.values.setdefault(compacted(whole), label)
        found.add(Form(compacted(whole), label, glued=len(compacted(whole)) > LEAST_GLUED))
    for way in (way for part in parts if any(map(str.isdigit, part)) for way in _ways(part)):
        if len("".join(way)) > LEAST_GLUED and not (len(way) == 1 and is_common(way[0])):
            found.add(Form("".join(way), label))


def _ways(part: str) -> Iterator[tuple[str, ...]]:
    """Give the words of a part of an address, with the number of the house and without it."""
    yield tokens(part)
    yield tuple(word for word in tokens(part) if not word.isdigit())


def _birth_dates(found: Personal, case: Case) -> None:
    for date in _born(case):
        label = found.group("BIRTH-DATE", date.iso).stand_in
        found.values.setdefault(compacted(date.iso), label)
        for way in written(date):
            found.add(Form(way, label))


def born_on(case: Case) -> frozenset[str]:
    """Give the birth dates that are known to the day, as ISO 8601 writes them."""
    return frozenset(date.iso for date in _born(case) if date.day is not None)


def _born(case: Case) -> Iterator[PartialDate]:
    yield from (person.birth_date for person in case.people if person.birth_date)
    for paper in case.papers:
        yield from (PartialDate.of(f.value) for f in paper.facts if f.attribute == "birth_date")
        yield from (member.birth_date for member in paper.all(FamilyMember) if member.birth_date)
