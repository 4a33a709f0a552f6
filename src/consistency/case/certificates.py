"""Civil certificates from the applicant's side: which of the named persons the applicant is, only the case knows.

A certificate of marriage is read with its second spouse in the record and the place of the first in the cell
``other``; a certificate of birth with a child, and the places of the parents in the cells ``father`` and ``mother``;
a certificate of death with a relative of whom only the forms say how near.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from consistency.case.family_papers import FamilyPaper, is_of_a_family
from consistency.case.identities import GENERATION
from consistency.model import Evidence, Fact, FamilyMember, Paper, Person, Record, Relationship
from consistency.normalizer import dates, kinship, names

KIND = "civil-certificate"
OTHER = "other"
BORN, OTHER_BORN = "born", "other_born"
MARRIED = frozenset({"spouse", "partner", "previous-spouse"})
PARENTS = frozenset({"mother", "father"})
CHILDREN = frozenset({"child"})
_LIKE = 1.5
"""From here on two names are one person's."""
_ALIKE = 2.0
"""The most that two names can be alike: they are the same, or known variants."""


class Kin(Struct, frozen=True):
    """The principal, and the relatives under the names that the other papers tell."""

    principal: Person
    spouses: tuple[str, ...]
    parents: tuple[str, ...]
    children: tuple[str, ...]
    listed: tuple[FamilyMember, ...]


def turned(papers: Sequence[Paper], people: Sequence[Person]) -> tuple[Paper, ...]:
    """Turn each civil certificate to the principal's side; the other papers stay as they are."""
    principal = next((person for person in people if person.role == "principal"), None)
    if principal is None or not any(paper.kind == KIND for paper in papers):
        return tuple(papers)
    husbands_and_wives = (person.name for person in people if person.role == "spouse")
    kin = Kin(
        principal,
        tuple(dict.fromkeys((*husbands_and_wives, *_told(papers, MARRIED)))),
        tuple(dict.fromkeys(_told(papers, PARENTS))),
        tuple(dict.fromkeys(_told(papers, CHILDREN))),
        tuple(member for paper in papers if paper.kind != KIND for member in paper.all(FamilyMember)),
    )
    return tuple(_turned(paper, kin) if paper.kind == KIND else paper for paper in papers)


def _told(papers: Iterable[Paper], relations: frozenset[str]) -> Iterator[str]:
    """Give the names under which the other papers tell of relatives."""
    for paper in papers:
        if paper.kind != KIND:
            told: tuple[Relationship | FamilyMember, ...] = (
                *paper.all(Relationship),
                *paper.all(FamilyMember),
            )
            yield from (one.name for one in told if one.name and one.relation in relations)


def _turned(paper: Paper, kin: Kin) -> Paper:
    if is_of_a_family(paper):
        return FamilyPaper(paper, kin.principal.name, kin.listed, _same).turned()
    own = next((member for member in paper.all(FamilyMember) if _is_own(member, kin)), None)
    if own is not None:
        return replace(paper, facts=(*paper.facts, *_facts(own, kin.principal)), records=tuple(_parents(own)))
    if any(kinship.tells_of_death(member.address) for member in paper.all(FamilyMember)):
        return replace(paper, records=tuple(_of_a_death(paper, kin)))
    records = tuple(_record(record, kin) for record in paper.records if not _is_anothers(record, kin))
    return replace(paper, records=(*records, *_births_of_spouses(records, kin)))


def _births_of_spouses(records: Iterable[Record], kin: Kin) -> Iterator[FamilyMember]:
    """Give when a spouse was born, as a certificate of the marriage says, where a form lists that spouse."""
    listed = [member for member in kin.listed if member.relation in MARRIED and member.birth_date]
    for marriage in records:
        if not isinstance(marriage, Relationship) or marriage.relation != "spouse" or not marriage.name:
            continue
        day = dates.parse(marriage.cells[BORN].quote or "") if BORN in marriage.cells else None
        if day and any(_same(marriage.name, member.name or "") for member in listed):
            cells = {"name": marriage.cite("name"), "birth_date": marriage.cells[BORN]}
            yield FamilyMember(
                evidence=marriage.evidence, cells=cells, relation="spouse", name=marriage.name, birth_date=day
            )


def _of_a_death(paper: Paper, kin: Kin) -> Iterator[Record]:
    """Give the relation of who has died as the forms list it, and a marriage of the principal that the death ended."""
    for member in paper.all(FamilyMember):
        yield replace(member, relation=next((r.relation for r in kin.listed if _one_person(member, r)), None))
    for marriage in paper.all(Relationship):
        other = marriage.cells.get(OTHER)
        if other and _same(other.quote or "", kin.principal.name):
            yield marriage


def _one_person(member: FamilyMember, listed: FamilyMember) -> bool:
    apart = member.birth_date and listed.birth_date and member.birth_date.conflicts(listed.birth_date)
    return not apart and _same(member.name or "", kinship.name_of(listed.name)[0] or "")


def _record(record: Record, kin: Kin) -> Record:
    if isinstance(record, Relationship):
        return _other_spouse(record, kin.principal, kin.spouses)
    if not isinstance(record, FamilyMember) or not record.name:
        return record
    if any(_same(record.name, name) for name in kin.spouses):
        return replace(record, relation="spouse")
    if _too_near(record, kin.principal) and not any(_same(record.name, name) for name in kin.children):
        return replace(record, relation="sibling" if _is_sibling(record, kin) else None)
    return record


# --- marriage ---------------------------------------------------------------------------------------------


def _is_anothers(record: Record, kin: Kin) -> bool:
    """Tell whether a marriage is that of a relative whom a form lists, and of nobody like the principal."""
    if not isinstance(record, Relationship) or OTHER not in record.cells:
        return False
    couple = (record.name or "", record.cells[OTHER].quote or "")
    own = max(_likeness(name, kin.principal.name) for name in couple)
    if own == _ALIKE:
        return False
    others = {member.name: None for member in kin.listed if member.name and member.relation not in MARRIED}
    near = (_likeness(name, other) for name in couple for other in others)
    return any(one >= _LIKE and one > own for one in near)


def _other_spouse(marriage: Relationship, principal: Person, spouses: Sequence[str]) -> Relationship:
    """Name the first spouse where the second is the principal, or where the first is the principal's known spouse."""
    first = marriage.cells.get(OTHER)
    if first is None or not first.quote or not marriage.name:
        return marriage
    second_weight = _weight(marriage.name, principal, spouses)
    if second_weight <= _weight(first.quote, principal, spouses):
        return marriage
    cells = {**marriage.cells, "name": first, OTHER: marriage.cells.get("name", marriage.evidence)}
    births = {BORN: cells.pop(OTHER_BORN, None), OTHER_BORN: cells.pop(BORN, None)}
    cells |= {name: evidence for name, evidence in births.items() if evidence}
    return replace(marriage, name=first.quote, evidence=first, cells=cells)


def _weight(name: str, principal: Person, spouses: Sequence[str]) -> float:
    """Weigh how much a name is the principal's: a known spouse's name speaks against it."""
    known = max((_likeness(name, spouse) for spouse in spouses), default=0.0)
    return _likeness(name, principal.name) - known


def _likeness(one: str, other: str) -> float:
    first, second = names.parse_full(one), names.parse_full(other)
    if names.compare(first, second).agrees:
        return _ALIKE
    return 1.5 if names.spelling_slip(first, second) else float(names.likely_same_person(first, second))


def _same(one: str, other: str) -> bool:
    return _likeness(one, other) >= _LIKE


# --- birth ------------------------------------------------------------------------------------------------


_SHARED = 2
"""So many words a name of birth has in common with a married one: the first name, and the father's or the mother's."""


def _is_own(member: FamilyMember, kin: Kin) -> bool:
    """Tell whether a certificate of birth is the principal's own: a child may have a parent's name."""
    if member.relation != "child" or not member.name:
        return False
    principal, whole = kin.principal, _same(member.name, kin.principal.name)
    if member.birth_date is None or principal.birth_date is None:
        if whole:
            return not any(_same(parent.quote or "", principal.name) for _, parent in _parents_of(member))
        return _words(member.name) <= _words(principal.name) and _of_the_same(member, kin)
    if member.birth_date.conflicts(principal.birth_date):
        named = whole or _by_first_name(member, kin) or _by_maiden_name(member, kin)
        return named and _too_near(member, principal)
    return whole or bool(_words(member.name) & _words(principal.name) - _words_of_parents(member))


def _by_first_name(member: FamilyMember, kin: Kin) -> bool:
    """Tell whether a certificate gives the principal's first name alone, with the same parents, and no sibling's."""
    own = _words(member.name or "")
    listed = (one.name or "" for one in kin.listed if one.relation == "sibling")
    return (
        own <= _words(kin.principal.name) - _words_of_parents(member)
        and _of_the_same(member, kin)
        and not any(own <= _words(name) for name in listed)
    )


def _by_maiden_name(member: FamilyMember, kin: Kin) -> bool:
    """Tell whether a certificate has the principal's first name and one more, and a birth with one part of it other."""
    words, own = _words(member.name or ""), _words(kin.principal.name)
    first = names.canonical(names.parse_full(member.name or "").all_tokens[0])
    born, known = member.birth_date, kin.principal.birth_date
    if first not in own or len(words & own) < _SHARED or born is None or known is None:
        return False
    parts = zip((born.year, born.month, born.day), (known.year, known.month, known.day), strict=True)
    listed = (one.name or "" for one in kin.listed if one.relation == "sibling")
    return sum(one != other for one, other in parts) == 1 and not any(
        first in _words(name) for name in listed
    )


def _too_near(member: FamilyMember, principal: Person) -> bool:
    """Tell whether somebody was born too early to be the principal's child."""
    born, own = member.birth_date, principal.birth_date
    return born is not None and own is not None and born.year - own.year < GENERATION


def _is_sibling(member: FamilyMember, kin: Kin) -> bool:
    """Tell whether somebody else was born to the principal's parents, on a day that is not the principal's."""
    born, own = member.birth_date, kin.principal.birth_date
    known = born is not None and born.precision == "day" and own is not None and born.conflicts(own)
    return known and _of_the_same(member, kin)


def _of_the_same(member: FamilyMember, kin: Kin) -> bool:
    """Tell whether somebody has one of the principal's parents."""
    return any(_same(parent.quote or "", name) for _, parent in _parents_of(member) for name in kin.parents)


def _words(name: str) -> set[str]:
    return {names.canonical(word) for word in names.parse_full(name).all_tokens if len(word) > 1}


def _words_of_parents(member: FamilyMember) -> set[str]:
    """Give the words that a name has from the parents: brothers and sisters share them."""
    return {word for _, parent in _parents_of(member) for word in _words(parent.quote or "")}


def _parents_of(member: FamilyMember) -> Iterator[tuple[str, Evidence]]:
    yield from ((role, member.cells[role]) for role in ("father", "mother") if role in member.cells)


def _facts(own: FamilyMember, principal: Person) -> Iterator[Fact]:
    """Give what a certificate of the principal's own birth says of the principal; a given name is no whole one."""
    part = _words(own.name or "") < _words(principal.name)
    values = {
        "full_name": ("name", None if part else own.name),
        "birth_date": ("birth_date", own.birth_date.iso if own.birth_date else None),
        "birth_city": ("city", own.city),
        "birth_country": ("country", own.country),
    }
    for attribute, (cell, value) in values.items():
        if value:
            yield Fact(attribute, value, own.cite(cell))


def _parents(own: FamilyMember) -> Iterator[FamilyMember]:
    for role, evidence in _parents_of(own):
        yield FamilyMember(evidence=evidence, relation=role, name=evidence.quote)
