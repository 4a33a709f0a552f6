"""A family on one paper: a register, a certificate of who belongs to a household, or one of kinship.

Each row says who somebody is to the person whose family it is; who of them is the applicant is known only with the
case (see ``case/certificates.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from consistency.extractors.civil.family_rows import Told, listed, told
from consistency.extractors.civil.registry import Registry
from consistency.extractors.wording.letters import Cut, Dated
from consistency.extractors.wording.official import day_after, day_of, narrowed
from consistency.extractors.wording.persons import is_person, name_at, name_of
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.model import Document, Evidence, FamilyMember, Record, Relationship
from consistency.normalizer import dates, kinship
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression

KIN = "kin"
"""The cell of a member with the word for who that is to the person whose family it is."""
SELF = "self"
"""The kinship of that person."""
_SELF = expression(
    r"\W*(?:self|himself|herself|myself|principal|(?:the )?person|registrant|kepala keluarga|applicant|holder"
    r"|(?:the |family |household )?head\b.*|house ?holder|soi[- ]meme|(?:le |la )?titulaire|interessee?|hoh"
    r"|chef (?:de|du) (?:famille|menage)|jefe.*|cabeza de familia|titular)\W*"
)
_RANK = expression(
    r"\b(?:first|second|third|fourth|fifth|eldest|elder|younger|youngest|only|premiere?|deuxieme|troisieme|1st"
    r"|2nd|3rd"
    r"|\d{1,2}(?:ere?|er|eme|e|nd|rd|st|th)"
    r"|ainee?|cadet(?:te)?|lawful|legal|minor|biological)\b\s*"
)
_NEAR = frozenset(("spouse", "partner", "father", "mother", "child", "sibling"))
_LATE = expression(r"^(?:(?:late|feue?|mr|mrs|ms|miss|master|smt|shri|mme|m|mlle)\b\.?\s*)+", re.IGNORECASE)


class Member(Struct, frozen=True):
    """Somebody whom a paper about a family lists."""

    name: Cut
    relation: str | None
    """Who that is to the person whose family it is; None for that person."""
    kin: Evidence | None = None
    born: Dated | None = None
    parents: Mapping[str, Cut] = field(default_factory=dict)
    notes: Cut | None = None
    """The remarks in the same row."""
    is_self: bool = False
    """True for the person whose family the paper says it is."""


def family(registry: Registry) -> Iterator[Record]:
    """Give the members of the family, and the marriages and divorces that the register tells of one of them."""
    for member in members(registry):
        if _parted(member):
            continue
        cells: dict[str, Evidence] = {"name": member.name.evidence, KIN: member.kin or member.name.evidence}
        cells |= {"birth_date": member.born.evidence} if member.born else {}
        cells |= {role: cut.evidence for role, cut in member.parents.items()}
        yield FamilyMember(
            evidence=member.name.evidence,
            cells=cells,
            relation=member.relation,
            name=member.name.text,
            birth_date=member.born.date if member.born else None,
            kinship=SELF if member.is_self else None,
        )
    yield from _unions(registry)
    yield from _told_beside(registry)
    yield from _wedding(registry)


def members(registry: Registry) -> tuple[Member, ...]:
    """Give everybody whom the paper lists, once."""
    return registry.document.once(_members)


def _members(document: Document) -> tuple[Member, ...]:
    registry = Registry.of(document)
    found: dict[str, Member] = {}
    for one in told(registry.document):
        if member := _member(registry, one):
            found.setdefault(plain(member.name.text), member)
    if not any(member.relation for member in found.values()):
        for member in _led_by_words(registry):
            found.setdefault(plain(member.name.text), member)
    return tuple(found.values())


def _member(registry: Registry, one: Told) -> Member | None:
    name = _name(_with_family(registry, one.get("name")))
    kin = one.get("wedded") or one.get("kin")
    parents = {role: cut for role in ("father", "mother") if (cut := _name(one.get(role)))}
    if name is None or (kin is None and not parents):
        return None
    relation = related(kin.text) if kin and ("wedded" in one or not parents) else None
    is_self = kin is not None and _SELF.fullmatch(plain(kin.text)) is not None
    if not (relation in _NEAR or is_self or parents):
        return None
    birth = one.get("born")
    return Member(
        name,
        relation if relation in _NEAR else None,
        kin.evidence if kin else None,
        _day(registry, birth),
        parents,
        one.get("notes"),
        is_self,
    )


def drawn_up(registry: Registry) -> Dated | None:
    """Give the day on which the paper was made out: what it tells of a family was before."""
    events = {member.born.date for member in members(registry) if member.born}
    found = [
        Dated(day.date, part.cite(day.start, day.end))
        for part in registry.parts
        for day in dates.find_dates(part.text, order=registry.order)
        if day.date.precision == "day"
        and day.date not in events
        and not _BEFORE_ANOTHER_DAY.search(part.plain[: day.start])
    ]
    issued = [day for value in registry.labels.get("date", ()) if (day := day_of(value, registry.order))]
    return next(iter(issued), None) or max(found, key=lambda day: day.date.earliest, default=None)


_BEFORE_ANOTHER_DAY = expression(
    r"\b(?:born|birth|marri\w+|mariage|valid\w*|valable|expir\w*|until|jusqu'\w+)\b[^;\d]{0,40}$"
)
"""The words before a day that is another one than that on which the paper was made out."""


def related(word: str) -> str | None:
    """Name the relation that a word of a register tells: "eldest daughter" is a child."""
    bare = _RANK.sub("", plain(word)).strip(" .,()")
    return kinship.relation(bare) or kinship.relation(plain(word))


def _name(cut: Cut | None) -> Cut | None:
    if cut is None:
        return None
    text = _LATE.sub("", cut.text).strip(" ,.")
    return Cut(text, cut.evidence) if is_person(text) else name_of(Cut(text, cut.evidence))


def _with_family(registry: Registry, cut: Cut | None) -> Cut | None:
    """Give a given name that stands alone the family name of the register's head: "Name of head: SAMPLE Isao"."""
    if cut is None or " " in cut.text.strip() or not cut.text.strip().isalpha():
        return cut
    head = registry.person("head")
    own = head.text.split() if head else []
    family = next((part for part in own if len(part) > 1 and part.isupper()), own[0] if own else "")
    return Cut(f"{family} {cut.text.strip()}", cut.evidence) if family and family != cut.text else cut


def _day(registry: Registry, cut: Cut | None) -> Dated | None:
    if cut is None:
        return None
    within = dates.find_dates(cut.text, order=registry.order)
    found = dates.common_date(cut.text, order=registry.order) or (within[0] if len(within) == 1 else None)
    return Dated(found.date, cut.evidence) if found else None


def _told_beside(registry: Registry) -> Iterator[Record]:
    """Give the marriages that a line tells beside the spouse, of the one person who is nothing to another."""
    own = next((member for member in members(registry) if member.relation is None), None)
    other = own.name if own else registry.person("head")
    one_spouse = sum(member.relation == "spouse" for member in members(registry)) == 1
    for member in members(registry) if other else ():
        line = next((p for p in registry.parts if member.name.text in p.text), None)
        start = line.text.find(member.name.text) if line else 0
        beside = (line.part(start, len(line.text)),) if line else ()
        day = _noted(registry, member, _MARRIAGE) or day_after(beside, _MARRIAGE, registry.order)
        day = day or (_noted(registry, own, _MARRIAGE) if own and one_spouse else None)
        ended = _noted(registry, member, _ENDED)
        told = ended or day
        if other and told and member.relation == "spouse":
            yield Relationship(
                evidence=member.name.evidence, name=member.name.text,
                period=Period(day.date if day else None, ended.date if ended else None),
                relation="previous-spouse" if _parted(member) else "spouse",
                cells={"name": _whole(member), "other": other.evidence, "period": told.evidence},
            )  # fmt: skip


def _noted(registry: Registry, member: Member, lead: re.Pattern[str]) -> Dated | None:
    """Give the day that the remarks beside somebody tell of a marriage or its end."""
    notes = member.notes
    for day in dates.find_dates(notes.text, order=registry.order) if notes else ():
        if notes and lead.search(plain(notes.text[: day.start])):
            return Dated(day.date, narrowed(notes.evidence, notes.text[day.start : day.end]))
    return None


def _parted(member: Member) -> bool:
    """Tell whether the remarks beside a spouse say that the marriage has ended."""
    notes = plain(member.notes.text) if member.notes else ""
    return member.relation == "spouse" and _PARTED.search(notes) is not None


def _wedding(registry: Registry) -> Iterator[Record]:
    """Give the marriage of a husband and a wife whom a booklet names, where it tells the day."""
    couple = [member for member in members(registry) if member.relation == "spouse"]
    day = day_after(registry.parts, _MARRIAGE, registry.order)
    roles = {plain(member.kin.quote or "") for member in couple if member.kin}
    if len(couple) == 2 and day and len(roles) != 1:
        first, second = couple
        yield Relationship(
            evidence=second.name.evidence, period=Period(day.date, None), relation="spouse", name=second.name.text,
            cells={"name": _whole(second), "other": _whole(first), "period": day.evidence},
        )  # fmt: skip


def _whole(member: Member) -> Evidence:
    """Give the place of a name of which the parts stand apart, with the whole."""
    return narrowed(member.name.evidence, member.name.text)


_MARRIAGE = expression(r"\b(?:mariage|maries?|marriage|married|matrimonio|casados|casamento)\b[^;\d]{0,60}$")
_ENDED = expression(r"\b(?:divorc\w+|dissolv\w+|separated|talaq)\b(?:(?!\bmarri)[^;\d]){0,40}$")
_PARTED = expression(r"\b(?:divorc\w+|dissolved|talaq)\b")
_LED = expression(
    r"\W*(?:\d{1,2}(?:[.)]|ere?|er|eme|e|nd|rd|st|th)\s*)?(?:(?:his|her|the"
    r"|my)\s+)?(?P<kin>[^\W\d][^:;\d]{2,30}?)\s*(?:\d{1,2})?\s*[:–]\s*(?=\S)"
)
_OTHER_EVENT = expression(
    r"\b(?:married|marriage|wed|wedded|divorced?|died|death|deceased|issued|registered|mariee?|divorcee?"
    r"|decede\w*|casad[oa])\b"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
)
"""What stands between the word of a birth and a day that is of something else, or another day."""
_BORN = expression(r"\b(?:born|nee?|birth|naissance|dob|nacid[oa])\b")


def _led_by_words(registry: Registry) -> Iterator[Member]:
    """Give those whom a line names behind a word for a relative: "Father: Li Wei, born on 2 May 1960"."""
    for line in registry.document.lines:
        whole = passage(registry.document, [line])
        match = _LED.match(whole.plain)
        end = match.end() if match else 0
        word = match["kin"] if match else line.segments[0].text if len(line.segments) == 2 else ""
        if not match and len(line.segments) == 2:
            end = len(line.segments[0].text)
        relation = related(word) if word else None
        name = name_at(whole, end) if relation in _NEAR else None
        if name:
            yield Member(name, relation, whole.cite(0, end), _born(registry, whole, end))


def _born(registry: Registry, whole: Passage, start: int) -> Dated | None:
    for found in dates.find_dates(whole.text, order=registry.order):
        if found.start > start and _tells_birth(whole.plain[start : found.start]):
            return Dated(found.date, whole.cite(found.start, found.end))
    return None


def _tells_birth(before: str) -> bool:
    """Tell whether the words before a day say that somebody was born on it, and not what came later."""
    last = max((found.end() for found in _BORN.finditer(before)), default=None)
    return last is not None and _OTHER_EVENT.search(before, last) is None


def _unions(registry: Registry) -> Iterator[Record]:
    """Give the marriages and divorces that stand in the entry of one person."""
    person: Cut | None = None
    for one in listed(registry.document):
        person = _name(one.get("name")) or person
        spouse = _name(one.get("spouse"))
        days = {role: _day(registry, one[role]) for role in ("married", "ended") if role in one}
        if person is None or spouse is None or not any(days.values()):
            continue
        start, end = days.get("married"), days.get("ended")
        period = Period(start.date if start else None, end.date if end else None)
        day = start or end
        cells = {"name": spouse.evidence, "other": person.evidence} | (
            {"period": day.evidence} if day else {}
        )
        yield Relationship(
            evidence=spouse.evidence, cells=cells, period=period, name=spouse.text,
            relation="previous-spouse" if end else "spouse",
        )  # fmt: skip
