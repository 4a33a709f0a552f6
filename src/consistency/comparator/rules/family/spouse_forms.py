"""family/spouse-forms: the spouses' own forms disagree."""

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct

from consistency.comparator.aligned.alignment import align
from consistency.comparator.aligned.relatives import FIRST_NAME, SHARED, names_alike
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.family.couples import Couple, at_one_time, elsewhere, may_be
from consistency.comparator.family.kin import born, called, is_told, lacking
from consistency.comparator.family.unions import both_told, conflicts, never_wed, year_later
from consistency.comparator.identity.naming import name_of
from consistency.comparator.statements import Stated, Statement, citations, misread, named, said, stated
from consistency.comparator.telling import Same, Told, cite_papers
from consistency.model import Case, Citation, FamilyMember, Paper, Person, Severity
from consistency.normalizer.text import fold

STATUSES = frozenset({"married", "single", "common-law", "divorced", "separated", "widowed", "annulled"})
TOGETHER = frozenset({"married", "common-law"})


class Born(Struct, frozen=True):
    """A spouse's birth date as the other's form writes it."""

    row: Told[FamilyMember]

    @property
    def paper(self) -> Paper:
        """The form."""
        return self.row.paper

    @property
    def value(self) -> str:
        """The date."""
        return str(self.row.record.birth_date)

    @property
    def citation(self) -> Citation:
        """Where it stands."""
        return self.row.cite("birth_date", self.value)


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPR s.10(2)(a)"])
def spouse_forms(case: Case) -> Iterator[Mismatch]:
    """The spouses' own forms disagree on the marriage, the children, the address, or on who the other is.

    Why: both forms are signed, and the officer has both; each has to name the same marriage and all children of both.
    Advice: correct the form that is wrong; or say openly in the explanation letter which older form was; or document
    why both are true (two ceremonies, two homes).

    Reports two dates of one marriage:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        spouse/imm5257.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09 marital_status=married
        spouse/imm5257.pdf as of 2026-03-01: relationship relation=spouse name="Ali Rahimi" from=2018-02-20

    Reports a child whom only one of both lists:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09
        spouse/imm1295.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        spouse/imm5645.pdf as of 2026-03-01: full_name="Sara Karimi" birth_date=1992-01-09
        spouse/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Ali Rahimi" birth_date=1990-05-04
        spouse/imm5645.pdf as of 2026-03-01: family_member relation=child name="Lina Rahimi" birth_date=2020-08-30

    Reports another birth date of the spouse than the spouse's own:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-19
        spouse/imm1295.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09

    Reports another address of the spouse than the spouse's own:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09 address="12 Azadi St, Tehran, Iran"
        spouse/imm1295.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        spouse/imm1295.pdf as of 2026-03-01: address city=Dubai country=AE

    Reports a spouse who is single by her own form:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        spouse/imm5257.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09 marital_status=single

    Reports a spouse who was single by the own form years after the marriage:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        spouse/imm1294.pdf as of 2023-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09 marital_status=single

    Reports as a lighter one a spouse's name that is a letter off:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sahar Karini" from=2019-02-20
        draft/imm5645.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sahar Karimi" birth_date=1992-01-09
        spouse/imm5257.pdf as of 2026-03-01: family_name=KARIMI given_names=SAHAR birth_date=1992-01-09

    Accepts forms that agree:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        spouse/imm5257.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09 marital_status=married
        spouse/imm5257.pdf as of 2026-03-01: relationship relation=spouse name="Ali Rahimi" from=2019-02-20

    Accepts what changed between two forms of different times:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 marital_status=married
        draft/imm5645.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09 address="Tehran, Iran"
        spouse/imm5257.pdf as of 2016-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09 marital_status=single
        spouse/imm5257.pdf as of 2016-03-01: address city=Dubai country=AE

    Accepts a spouse who was single in the first year of living together:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 marital_status=common-law
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2022-06-03
        spouse/imm1294.pdf as of 2023-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09 marital_status=single
        spouse/imm1295.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09 marital_status=common-law

    Accepts a spouse who was single before the marriage:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2024-02-20
        spouse/imm1294.pdf as of 2023-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09 marital_status=single

    Accepts an address on a form that does not say of which day it speaks:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09 address="12 Azadi St, Tehran, Iran"
        spouse/imm1295.pdf: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        spouse/imm1295.pdf: address city=Dubai country=AE

    Reports an address in another city of the country:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09 address="12 Azadi St, Tehran, Iran"
        spouse/imm1295.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        spouse/imm1295.pdf as of 2026-03-01: address city=Shiraz country=IR

    Accepts a quarter in place of the city:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09 address="12 Azadi St, Tehran, Iran"
        spouse/imm1295.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        spouse/imm1295.pdf as of 2026-03-01: address city="Niavaran" country=IR

    Accepts a slip in a letter, which is no form:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sahar Karimi" birth_date=1992-01-09
        draft/explanation-letter.pdf as of 2026-03-01: relationship relation=spouse name="Sahar Karini"
        spouse/imm5257.pdf as of 2026-03-01: family_name=KARIMI given_names=SAHAR birth_date=1992-01-09

    Accepts a child born after the spouse's form:
        2018/imm5645.pdf as of 2018-03-01: full_name="Ali Rahimi" birth_date=1990-05-04
        2018/imm5645.pdf as of 2018-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        spouse/imm1295.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        spouse/imm5645.pdf as of 2026-03-01: full_name="Sara Karimi" birth_date=1992-01-09
        spouse/imm5645.pdf as of 2026-03-01: family_member relation=child name="Lina Rahimi" birth_date=2020-08-30

    Accepts two ceremonies that a letter tells:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        draft/explanation-letter.pdf as of 2026-03-01: text "Our nikah was on 2019-02-20, the civil ceremony on 2019-05-04."
        spouse/imm5257.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09 marital_status=married
        spouse/imm5257.pdf as of 2026-03-01: relationship relation=spouse name="Ali Rahimi" from=2019-05-04

    Accepts a married name:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Rahimi" birth_date=1992-01-09
        spouse/imm5257.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        spouse/imm5257.pdf as of 2026-03-01: relationship relation=spouse name="Ali Rahimi"
    """
    applicant = case.principal
    for spouse in case.people:
        if applicant is not None and spouse.role == "spouse":
            couple = Couple(case, applicant, spouse)
            yield from _marriage(couple)
            yield from _children(couple)
            yield from _status(couple)
            for one, other in couple.sides:
                yield from _birth_date(couple, one, other)
                yield from _name(couple, one, other)
                yield from _address(couple, one, other)


def _marriage(couple: Couple) -> Iterator[Mismatch]:
    """Compare the beginning of the marriage as each of the two tells it."""
    sides = [couple.wedding(one, other) for one, other in couple.sides]
    pairs = [(a, b) for a, b in conflicts([*sides[0], *sides[1]]) if (a in sides[0]) != (b in sides[0])]
    involved = list(dict.fromkeys(day for pair in pairs for day in pair))
    if pairs and not both_told(couple.case.papers, involved):
        groups = [[day for day in side if day in involved] for side in sides]
        detail = f"The spouses date their marriage differently: {said(groups)}."
        cause = "family/relationship-date"
        yield couple.mismatch("marriage date", detail, citations(groups), cause=cause)


def _children(couple: Couple) -> Iterator[Mismatch]:
    """Compare the children whom each of the two lists."""
    papers = [*couple.case.of(couple.applicant), *couple.case.of(couple.spouse)]
    for group in align(papers, FamilyMember):
        if any(t.record.relation == "child" and is_told(t.record) for t in group.told):
            yield from _child(couple, group)


def _child(couple: Couple, group: Same[FamilyMember]) -> Iterator[Mismatch]:
    tellers = {told.paper.person for told in group.told}
    silent = [one for one, _ in couple.sides if one.id not in tellers]
    absent = [paper for one in silent for paper in lacking(couple.case, one, group, "child")]
    if absent:
        evidence = [told.cite("name", told.record.name) for told in group.told]
        evidence += cite_papers(absent)
        yield couple.mismatch(
            f"child {fold(called(group))} {born(group) or ''}".strip(),
            f"{called(group) or 'A child'} is told in {named(group.papers)}, but not in {named(absent)}, the family form "
            "of the other spouse, which asks for every child, one of an earlier relationship too.",
            evidence,
            cause="family/child",
        )


def _birth_date(couple: Couple, one: Person, other: Person) -> Iterator[Mismatch]:
    rows = [row for row in couple.rows(one) if may_be(row.record.name or "", other)]
    own = stated(couple.case, other, "birth_date")
    wrong = [Born(row) for row in rows if own and all(_other_day(row, day) for day in own)]
    if wrong:
        yield couple.mismatch(
            f"birth date of {other.role}",
            f"The birth date of {other.name} differs between the spouses' forms: {said([wrong, own])}.",
            citations([wrong, own]),
        )


def _other_day(row: Told[FamilyMember], own: Statement) -> bool:
    day = row.record.birth_date
    return day is not None and day.conflicts(own.date) and not misread(Born(row), own)


def _name(couple: Couple, one: Person, other: Person) -> Iterator[Mismatch]:
    """Compare the other's name on one's forms with the own one: a married name is none other."""
    own = [name for paper in couple.case.of(other) if paper.is_form and (name := name_of(paper))]
    told = [(p, name, cite) for p, name, cite in couple.named(one) if p.document.method != "ocr"]
    wrong = [(p, name, cite) for p, name, cite in told if own and all(_slip(name, n.value) for n in own)]
    if wrong:
        yield couple.mismatch(
            f"name of {other.role}",
            f"{named(paper for paper, _, _ in wrong)} names {other.role} “{wrong[0][1]}”, the own form says "
            f"“{own[0].value}”.",
            (*(cite for _, _, cite in wrong), *(name.citation for name in own)),
            severity=Severity.MINOR,
        )


def _slip(name: str, own: str) -> bool:
    """True for a name that is nearly another: what shares a word may be a maiden name, what shares none another's."""
    return SHARED < names_alike(name, own) < FIRST_NAME


def _differ(one: Statement, other: Statement) -> bool:
    """True for two statuses of which one has a spouse."""
    return one.value != other.value and not TOGETHER.isdisjoint((one.value, other.value))


def _status(couple: Couple) -> Iterator[Mismatch]:
    """Compare the marital status on forms of one time."""
    sides = [
        [s for s in stated(couple.case, one, "marital_status") if s.value in STATUSES and s.paper.is_form]
        for one, _ in couple.sides
    ]
    pairs = [(a, b) for a, b in product(*sides) if at_one_time(a.paper, b.paper) and _differ(a, b)]
    if pairs:
        groups = [[s for s in side if any(s in pair for pair in pairs)] for side in sides]
        detail = f"The spouses tell another marital status at one time: {said(groups)}."
        yield couple.mismatch("status", detail, citations(groups), cause="family/marital-status")
    else:
        yield from _single_after(couple, sides)


def _single_after(couple: Couple, sides: Sequence[Sequence[Statement]]) -> Iterator[Mismatch]:
    """Give the one who is single by the own form on a day on which, as the other's papers say, they were married."""
    for side, (one, other) in zip(sides, couple.sides, strict=True):
        days = couple.wedding(other, one)
        unwed = never_wed(couple.case, one)
        single = [
            s
            for s in side
            if s.value == "single"
            and (signed := s.paper.as_of.date) is not None
            and days
            and all((year_later(day.date) if unwed else day.date).before(signed) for day in days)
        ]
        if single:
            groups: list[Sequence[Stated]] = [single, days]
            detail = f"{one.name} is single by the own form, after the day from which the other dates the marriage: "
            yield couple.mismatch(
                "status", f"{detail}{said(groups)}.", citations(groups), cause="family/marital-status"
            )


def _address(couple: Couple, one: Person, other: Person) -> Iterator[Mismatch]:
    """Compare the other's address on one's family form with the own form of those days."""
    for row in couple.rows(one):
        own = couple.homes(other, row.paper)
        if own and all(elsewhere(row.record.address, told.record) for told in own):
            where = sorted({", ".join(filter(None, (t.record.city, t.record.country))) for t in own})
            yield couple.mismatch(
                f"address of {other.role}",
                f"{row.paper.path} gives the address of {other.name} as “{row.record.address}”, "
                f"{named(t.paper for t in own)} as “{'”, “'.join(where)}”.",
                (row.cite("address", row.record.address), *(t.cite("city", t.record.city) for t in own)),
            )
