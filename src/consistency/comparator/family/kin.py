"""Relatives over all papers of a person, and what it means that a family form does not list one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from consistency.case.coverage import Silent, unread
from consistency.comparator.aligned.alignment import Same, same
from consistency.comparator.aligned.relatives import PARENTS
from consistency.comparator.aligned.stints import MISREAD
from consistency.comparator.openly import openly, supplements
from consistency.comparator.passages import Passage, mentioned
from consistency.model import Asked, Case, FamilyMember, Paper, Person
from consistency.normalizer import kinship
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.text import fold

PRINTED = frozenset({"text", "ocr"})
"""Ways of reading that may lose a row."""

EXACT = frozenset({"xfa", "acroform", "barcode", "docx"})
"""Ways of reading that lose no row."""

NAMES = ("full_name", "family_name", "given_names")


def asked_for(paper: Paper, relation: str) -> Asked | None:
    """Say how a family form asks for all relatives of a relation.

    A form that asks for dependants alone, and not for parents too, leaves out grown-up children by right.
    """
    asked = [a for a in paper.asked if a.record == FamilyMember.type]
    if not any("mother" in a.relations for a in asked):
        return None
    fitting = [a for a in asked if relation in a.relations]
    return min(fitting, key=lambda a: len(a.relations), default=None)


def relatives(case: Case, person: Person, *relations: str) -> list[Same[FamilyMember]]:
    """Give the relatives of some relations over all papers of a person; rows that name nobody tell of none."""
    return [
        group
        for group in same(case, person, FamilyMember)
        if any(told.record.relation in relations and is_told(told.record) for told in group.told)
    ]


def is_told(member: FamilyMember) -> bool:
    """True for a row that tells of somebody: by a name, a birth date, or that the person has died."""
    name, died = kinship.name_of(member.name)
    return name is not None or died or member.birth_date is not None


def rows_of(form: Paper, *relations: str) -> list[FamilyMember]:
    """Give the rows of a form that tell of somebody of some relations."""
    return [row for row in form.all(FamilyMember) if row.relation in relations and is_told(row)]


def holds_all(form: Paper, relation: str) -> bool:
    """True for a form that asks for all relatives of a relation, and was read without the loss of a row."""
    return asked_for(form, relation) is not None and form.document.method in EXACT


def called(group: Same[FamilyMember]) -> str:
    """Give the name that most papers have, the longest of those told as often."""
    told = Counter(name for t in group.told if (name := kinship.name_of(t.record.name)[0]))
    return min(told, key=lambda name: (-told[name], -len(name), name), default="")


def born(group: Same[FamilyMember]) -> PartialDate | None:
    """Give the birth date that most papers have, the later one of those told as often."""
    told = Counter(t.record.birth_date for t in group.told if t.record.birth_date)
    return max(told, key=lambda day: (told[day], day.iso), default=None)


class Omission(Struct, frozen=True):
    """A relative and the forms that ask for such a relative, could list this one and do not."""

    relative: Same[FamilyMember]
    missing: tuple[Paper, ...]
    no_room: tuple[Paper, ...]
    openly: Passage | None = None
    """The sentence of a letter or sheet that says openly that a form leaves the relative out."""


def omissions(case: Case, person: Person, relation: str) -> Iterator[Omission]:
    """Give the relatives of one relation that a family form leaves out."""
    forms = [paper for paper in case.of(person) if asked_for(paper, relation) is not None]
    for group in relatives(case, person, relation):
        tellers = {told.paper.path for told in group.told if is_told(told.record)}
        others = (form for form in forms if form.path not in tellers)
        silent = Silent.of(others, partial(_meaning, case, group, relation))
        if silent.papers:
            letter = openly(_letters(case, silent.papers), _keys(group))
            yield Omission(group, silent.missing, silent.no_room, letter)


def _letters(case: Case, forms: Sequence[Paper]) -> tuple[Paper, ...]:
    """Give what was sent beside some forms, and lies in the draft, each once."""
    found = (sheet for paper in (*forms, *case.draft_papers) for sheet in supplements(case, paper))
    return tuple({sheet.path: sheet for sheet in found}.values())


def lacking(case: Case, person: Person, relative: Same[FamilyMember], relation: str) -> tuple[Paper, ...]:
    """Give the family forms of a person that ask for a relative, had room, and do not list this one."""
    forms = [paper for paper in case.of(person) if asked_for(paper, relation) is not None]
    return tuple(p for p in forms if _meaning(case, relative, relation, p) == "missing")


def _keys(group: Same[FamilyMember]) -> tuple[str, ...]:
    """Give the whole names and the first given names, folded, by which a letter may speak of a relative."""
    names = {fold(name) for t in group.told if (name := kinship.name_of(t.record.name)[0])}
    return tuple(sorted(names | {name.split()[0] for name in names if len(name.split()[0]) > 2}))


def _meaning(case: Case, group: Same[FamilyMember], relation: str, paper: Paper) -> str:
    asked, day = asked_for(paper, relation), paper.as_of.date
    if asked is None or day is None or not _there(group, paper) or unread(paper, FamilyMember):
        return "not-asked"
    if _misread(paper, group):
        return "not-asked"
    if _has_room(paper, asked, relation):
        return "missing"
    sheets = supplements(case, paper)
    if any(mentioned(sheet, _keys(group)) for sheet in sheets):
        return "told"
    return "missing" if sheets else "no-room"


def _has_room(paper: Paper, asked: Asked, relation: str) -> bool:
    """True where a row for the relation is free; of the two rows for parents either may hold either."""
    wanted, rows = (PARENTS, 2) if relation in PARENTS else ({relation}, asked.capacity)
    return rows is None or len(rows_of(paper, *wanted)) < rows


def _misread(paper: Paper, group: Same[FamilyMember]) -> bool:
    """True where the words of a printed page hold the own names of a relative whose row could not be made out."""
    if paper.document.method not in PRINTED or not paper.is_form:
        return False
    page = set(fold(paper.document.text).split())
    family = {word for fact in paper.facts if fact.attribute in NAMES for word in fold(fact.value).split()}
    telling = {word for name in _keys(group) for word in name.split() if len(word) > 2} - family
    return bool(telling) and all(_stands(word, page, paper.document.method == "ocr") for word in telling)


def _stands(word: str, page: set[str], recognised: bool) -> bool:
    """Say whether a word stands on a page, on a recognised one a letter or two off as well."""
    if word in page or not recognised:
        return word in page
    from rapidfuzz.fuzz import ratio

    return any(ratio(word, other) >= MISREAD for other in page)


def _there(group: Same[FamilyMember], paper: Paper) -> bool:
    """True where the relative was certainly born when a form was signed, or was told before."""
    signed = paper.as_of.date
    birth = born(group)
    if signed is None:
        return False
    if birth is not None:
        return birth.before(signed)
    told = [t.paper for t in group.told]
    return any(p.application == paper.application or _earlier(p, signed) for p in told)


def _earlier(paper: Paper, day: PartialDate) -> bool:
    return paper.as_of.date is not None and paper.as_of.date.before(day)


def named_with(group: Same[FamilyMember], sheets: Sequence[Paper], words: Sequence[str]) -> bool:
    """True where a paper names the relative and holds one of some words (folded)."""
    for sheet in sheets:
        text = f" {fold(sheet.document.text)} "
        if any(word in text for word in words) and any(f" {key} " in text for key in _keys(group)):
            return True
    return False
