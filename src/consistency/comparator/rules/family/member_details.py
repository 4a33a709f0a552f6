"""family/member-details: a relative whose name, birth date or birthplace differs."""

from collections.abc import Callable, Iterator

from consistency.comparator.aligned.relatives import FIRST_NAME, names_alike
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.family.kin import born, called, relatives
from consistency.comparator.identity.naming import words
from consistency.comparator.openly import cited_openly, lowered, said_openly
from consistency.comparator.statements import (
    citations,
    corrected,
    misread,
    only_officers,
    parted,
    said,
    settled,
)
from consistency.comparator.telling import Detail, Same
from consistency.model import Case, FamilyMember, Person, Severity
from consistency.normalizer import dates, kinship, names, places
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.text import fold

RELATIONS = ("spouse", "partner", "mother", "father", "child", "sibling")
WORDS = {
    "spouse": "the spouse", "partner": "the partner", "mother": "the mother", "father": "the father",
    "child": "the child", "sibling": "the brother or sister",
}  # fmt: skip
KEEP_THEIR_NAME = frozenset({"father"})
"""Relatives who seldom take another family name."""


class _Detail(Detail[FamilyMember], frozen=True):
    """One field of a relative as one paper tells it."""

    @property
    def date(self) -> PartialDate:
        """The value as a date, with both readings where the words on the paper leave two."""
        own = self.told.record.birth_date or PartialDate.of(self.value)
        written = dates.parse(self.citation.evidence.quote or "")
        return written if written and written.alternative and own in written.readings else own


Groups = tuple[tuple[_Detail, ...], ...]


@rule(Severity.MINOR, references=["IRPA s.16(1)", "IRPR s.10(2)(a)"])
def member_details(case: Case) -> Iterator[Mismatch]:
    """The name, birth date or birthplace of a relative differs between papers.

    Why: relatives are identified by name and birth date, and the signed family form is used to verify later ones;
    another date reads as another person.
    Advice: correct the draft after the relative's passport or certificate; or say openly in the explanation letter
    which older form was wrong; or document why both are true.

    Reports a birth date off by a digit:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-08

    Reports a child's birth date against the birth certificate:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30
        draft/civil-certificate.pdf as of 2025-03-01: family_member relation=child name="Lina Noor" birth_date=2018-08-30

    Reports a name that is spelt as another one:
        2024/imm5707.pdf as of 2024-08-11: family_member relation=father name="Karim Sample" birth_date=1958-02-03
        draft/imm5707.pdf as of 2026-03-01: family_member relation=father name="Karam Sample" birth_date=1958-02-03

    Reports a mother with another name altogether:
        2024/imm5707.pdf as of 2024-08-11: family_member relation=mother name="Amel Specimen" birth_date=1960-02-03
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Rosa Ruiz" birth_date=1960-02-03

    Reports a brother in whose place another one of that birth date stands:
        2024/imm5707.pdf as of 2024-08-11: full_name="Noor Sample" birth_date=1990-05-04
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Ali Sample" birth_date=1987-02-03

    Reports another country of birth:
        2024/imm5707.pdf as of 2024-08-11: family_member relation=mother name="Amel Sample" birth_date=1960-02-03 country=TN
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03 country=DZ

    Reports one sibling once, whatever differs in however many papers:
        2022/imm5406.pdf as of 2022-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03 country=TN
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03 country=TN
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Omer Sampel" birth_date=1987-02-08 country=FR

    Accepts a name in another order, spelling and script:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Sample Omar" birth_date=1987-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="OMAR SAMPLE" birth_date=1987-02-03

    Accepts the first name alone:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name=Omar birth_date=1987-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03

    Accepts the short form of a name:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=child name="Tobi Adeyemi" birth_date=2017-05-28
        draft/imm5406.pdf as of 2026-03-01: family_member relation=child name="Oluwatobi Adeyemi" birth_date=2017-05-28

    Accepts a married name:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Yasmin Trabelsi" birth_date=1993-06-07

    Accepts a note beside the name of one who has died:
        2024/imm5707.pdf as of 2024-08-11: family_member relation=father name="Hedi Sample" birth_date=1958-02-03
        draft/imm5707.pdf as of 2026-03-01: family_member relation=father name="Late Hedi Sample (deceased)" birth_date=1958-02-03

    Accepts a birth date known to the month or year:
        2024/imm5707.pdf as of 2024-08-11: family_member relation=father name="Hedi Sample" birth_date=1958
        draft/imm5707.pdf as of 2026-03-01: family_member relation=father name="Hedi Sample" birth_date=1958-02-03

    Accepts another occupation, address and marital status:
        2024/imm5707.pdf as of 2024-08-11: family_member relation=mother name="Amel Sample" birth_date=1960-02-03 occupation=Nurse address=Sfax marital_status=married
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03 occupation=Retired address=Tunis marital_status=widowed

    Accepts a misread name on a picture:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=child name="Ilan Noor" birth_date=2017-08-30
        draft/imm5406.png as of 2026-03-01: family_member relation=child name="llan Noor" birth_date=2017-08-30

    Accepts two siblings of one name:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Ali Sample" birth_date=1979-02-03
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Ali Sample" birth_date=1995-09-13
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Ali Sample" birth_date=1995-09-13
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Ali Sample" birth_date=1979-02-03

    Accepts a slip in the officer's notes alone:
        2024/imm5707.pdf as of 2024-08-11: uci=11112222
        2024/imm5707.pdf as of 2024-08-11: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09
        2024/gcms-notes.pdf as of 2024-10-11: uci=11112222
        2024/gcms-notes.pdf as of 2024-10-11: family_member relation=spouse name="Sara Karimy" birth_date=1992-01-19
    """
    for person in case.people:
        for group in relatives(case, person, *RELATIONS):
            yield from _compared(case, person, group)


def _compared(case: Case, person: Person, group: Same[FamilyMember]) -> Iterator[Mismatch]:
    own = words(names.parse_full(person.name))
    found = [
        (what, level, groups)
        for what, level, groups in (
            ("name", Severity.MINOR, _names(group, own)),
            ("birth date", Severity.MAJOR, _births(group)),
            ("country of birth", Severity.MINOR, _countries(group)),
        )
        if len(groups) > 1 and not only_officers(groups)
    ]
    if not found:
        return
    relation = group.told[0].record.relation or "sibling"
    papers = [detail.paper for _, _, groups in found for one in groups for detail in one]
    letter = corrected(case, papers, (fold(called(group)), fold(called(group)).partition(" ")[0]))
    level = max(_level(what, level, groups) for what, level, groups in found)
    who = f"{WORDS[relation]} {called(group)}".strip()
    yield Mismatch(
        person=person,
        subject=f"{relation} {fold(called(group))} {born(group) or ''}".strip(),
        detail=" ".join(f"The {what} of {who} differs: {said(groups)}." for what, _, groups in found)
        + said_openly(letter),
        evidence=tuple(c for _, _, groups in found for c in citations(groups)) + cited_openly(letter),
        severity=lowered(level, letter),
        ask=all(_is_question(what, groups) for what, _, groups in found),
    )


def _level(what: str, level: Severity, groups: Groups) -> Severity:
    return Severity.MINOR if _is_question(what, groups) else level


def _is_question(what: str, groups: Groups) -> bool:
    """True for a first of January beside another day of that year: it stands for a day that is not known."""
    if what != "birth date":
        return False
    days = sorted({detail.date for group in groups for detail in group}, key=lambda day: day.iso)
    return len({day.year for day in days}) == 1 and (days[0].month, days[0].day) == (1, 1)


def _details(
    group: Same[FamilyMember], field: str, value: Callable[[FamilyMember], str | None]
) -> list[_Detail]:
    return [_Detail(told, field, text) for told in group.told if (text := value(told.record))]


def _names(group: Same[FamilyMember], own: frozenset[str]) -> Groups:
    """Part the names; those of a picture that are misread are no other name, nor is a married one."""
    told = _details(group, "name", lambda member: kinship.name_of(member.name)[0])
    keeps = group.told[0].record.relation in KEEP_THEIR_NAME
    return settled(parted(told, lambda one, other: _one_name(one, other, None if keeps else own)))


def _one_name(one: _Detail, other: _Detail, own: frozenset[str] | None) -> bool:
    """True for one name, or for one given name with two family names, neither of them the applicant's ``own``."""
    if names_alike(one.value, other.value) >= FIRST_NAME or misread(one, other):
        return True
    first, second = (words(names.parse_full(detail.value)) for detail in (one, other))
    if own is not None and first & second - own:
        return True
    return any(_short_form(a, b) for a in first - second for b in second - first)


def _short_form(one: str, other: str) -> bool:
    """True for a name within a longer one: Tobi for Oluwatobi, Alex for Alexander; Karima is not Karim."""
    short, long = sorted((one, other), key=len)
    return len(short) > 2 and len(long) - len(short) > 2 and (long.startswith(short) or long.endswith(short))


def _births(group: Same[FamilyMember]) -> Groups:
    told = _details(group, "birth_date", lambda member: member.birth_date.iso if member.birth_date else None)
    return settled(parted(told, lambda one, other: not one.date.conflicts(other.date) or misread(one, other)))


def _countries(group: Same[FamilyMember]) -> Groups:
    told = _details(group, "country", lambda member: member.country)
    return settled(parted(told, _one_country))


def _one_country(one: _Detail, other: _Detail) -> bool:
    """True for one country, and for a former one and its successor as the papers write them."""
    if one.value == other.value:
        return True
    written = [detail.citation.evidence.quote or detail.value for detail in (one, other)]
    return places.compare_countries(*written).agrees
