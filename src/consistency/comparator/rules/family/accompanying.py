"""family/accompanying: a relative comes along on one paper of a submission and stays on another."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.family.kin import born, called, relatives
from consistency.comparator.family.plans import plans as told_plans
from consistency.comparator.family.statements import Answer, company, company_of_one
from consistency.comparator.openly import supplements
from consistency.comparator.passages import Passage, passages
from consistency.comparator.statements import named
from consistency.comparator.telling import Same, Told
from consistency.model import Case, Citation, FamilyMember, Paper, Person, Severity
from consistency.normalizer.text import fold

RELATIONS = ("spouse", "partner", "child", "mother", "father", "sibling")
WORDS = {"yes": "comes along", "no": "does not come along"}


class Plan(Struct, frozen=True):
    """Whether somebody comes along to Canada, as a paper says."""

    paper: Paper
    answer: str
    citation: Citation


class Differing(Struct, frozen=True):
    """A relative of whom papers of one submission differ."""

    group: Same[FamilyMember]
    row: Told[FamilyMember]
    plans: tuple[Plan, ...]

    @property
    def who(self) -> str:
        """The name, else the relation."""
        return called(self.group) or self.row.record.relation or "A relative"


@rule(Severity.MINOR, references=["IRPA s.16(1)", "IRPR s.10(2)(a)"])
def accompanying(case: Case) -> Iterator[Mismatch]:
    """Two papers of one submission differ on who comes along to Canada.

    Why: who stays is weighed as a tie and who comes needs funds and an application of their own; the officer reads the
    family form beside the letter.
    Advice: settle who comes along, and write the same into the family form and the explanation letter of the draft.

    Reports a letter in which the spouse stays, and a form on which she comes:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09 accompanying=yes
        draft/explanation-letter.pdf as of 2026-03-01: text "My wife and children will remain in Tunisia."

    Reports a letter in which the children come, and a form on which they do not:
        draft/imm5707.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30 accompanying=no
        draft/explanation-letter.pdf as of 2026-03-01: text "My children will accompany me to Canada."

    Reports a letter in which a child stays by name:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30 accompanying=yes
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Omar Noor" birth_date=2019-08-30 accompanying=yes
        draft/explanation-letter.pdf as of 2026-03-01: text "Our daughter Lina will stay with her aunt in Tunis."

    Reports a letter in which the only child comes along:
        draft/imm5707.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30 accompanying=no
        draft/explanation-letter.pdf as of 2026-03-01: text "Ma fille m'accompagnera."

    Reports an applicant who travels alone beside a spouse who comes:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09 accompanying=yes
        draft/explanation-letter.pdf as of 2026-03-01: text "Je voyagerai seule."

    Reports two forms of one submission that differ:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30 accompanying=no
        draft/imm5707.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30 accompanying=yes

    Reports a letter that tells other things of a child before:
        draft/imm5707.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30 accompanying=yes
        draft/explanation-letter.pdf as of 2026-03-01: text "My daughter Lina is in grade two and will remain in Tunis with her aunt."

    Reports relatives whom a letter names one after the other:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09 accompanying=yes
        draft/explanation-letter.pdf as of 2026-03-01: text "My wife Sara, our son Ali and our daughter Mina do not travel with me."

    Accepts what the letter says of another child:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30 accompanying=yes
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Omar Noor" birth_date=2019-08-30 accompanying=no
        draft/explanation-letter.pdf as of 2026-03-01: text "My son Omar will stay in Tunis; my daughter will come with me."

    Accepts a change of plan since the last application:
        2024/imm5645.pdf as of 2024-08-11: family_member relation=child name="Lina Noor" birth_date=2017-08-30 accompanying=no
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30 accompanying=yes

    Accepts the older letter beside the new form:
        2024/explanation-letter.pdf as of 2024-08-11: text "My children will not accompany me."
        2024/imm1295.pdf as of 2024-08-11: family_name=NOOR
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30 accompanying=yes

    Accepts a spouse who will follow later:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09 accompanying=no
        draft/explanation-letter.pdf as of 2026-03-01: text "My wife will join me later."

    Accepts a form that does not answer:
        draft/imm5406.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09
        draft/explanation-letter.pdf as of 2026-03-01: text "My wife will accompany me."

    Accepts parents of whom the letter does not speak:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03 accompanying=no
        draft/explanation-letter.pdf as of 2026-03-01: text "My wife will accompany me."
    """
    for person in case.people:
        groups = relatives(case, person, *RELATIONS)
        alone = sum(any(t.record.relation == "child" for t in group.told) for group in groups) == 1
        found: dict[frozenset[tuple[str, str]], list[Differing]] = {}
        for one in _all_differing(case, person, groups, alone=alone):
            found.setdefault(frozenset((plan.paper.path, plan.answer) for plan in one.plans), []).append(one)
        for together in found.values():
            yield _mismatch(person, together)


def _all_differing(
    case: Case, person: Person, groups: Sequence[Same[FamilyMember]], *, alone: bool
) -> Iterator[Differing]:
    """Give every relative of whom the papers of one submission differ."""
    for group in groups:
        answered = [told for told in group.told if told.record.accompanying in WORDS]
        for application in sorted({told.paper.application or "" for told in answered}):
            rows = [told for told in answered if (told.paper.application or "") == application]
            plans = [*map(_on_form, rows), *_in_letters(case, person, rows, alone=alone)]
            if len({plan.answer for plan in plans}) > 1:
                yield Differing(group, rows[0], tuple(plans))


def _on_form(row: Told[FamilyMember]) -> Plan:
    answer = str(row.record.accompanying)
    return Plan(row.paper, answer, row.cite("accompanying", answer))


def _mismatch(person: Person, together: Sequence[Differing]) -> Mismatch:
    """Report those of whom the same papers say the same as one difference: a letter tells of all in a sentence."""
    first, plans = together[0], together[0].plans
    told = "; ".join(
        f"{WORDS[answer]} in {named(plan.paper for plan in plans if plan.answer == answer)}"
        for answer in WORDS
    )
    *others, last = dict.fromkeys(one.who for one in together)
    who = f"{', '.join(others)} and {last}: each" if others else last
    return Mismatch(
        person=person,
        subject=f"{first.row.record.relation} {fold(first.who)} {born(first.group) or ''} {first.row.paper.as_of.date}",
        detail=f"{who} {told}.",
        evidence=tuple(dict.fromkeys(plan.citation for one in together for plan in one.plans)),
    )


def _in_letters(case: Case, person: Person, rows: Sequence[Told[FamilyMember]], *, alone: bool) -> list[Plan]:
    """Give what the letters of the submission say of this relation; or of this child, by name or where it is the only one."""
    names = frozenset(word for row in rows for word in fold(row.record.name or "").split())
    meant = _Meant(rows[0].record.relation or "", names, alone)
    letters = [letter for letter in supplements(case, rows[0].paper) if letter.person == person.id]
    said = [passage for letter in letters for passage in passages(letter)]
    plans = [*_plans(said, meant.with_all), *_plans(said, meant.with_one)]
    known = {plan.citation for plan in plans}
    return plans + [plan for plan in _plans(said, meant.planned) if plan.citation not in known]


def _plans(said: Sequence[Passage], answers: Callable[[str], Iterable[Answer]]) -> Iterator[Plan]:
    for passage in said:
        for answer in answers(passage.text):
            yield Plan(passage.paper, answer, passage.cite(answer))


class _Meant(Struct, frozen=True):
    """A relative whom a form lists, and what a sentence says of whether they come along."""

    relation: str
    names: frozenset[str]
    alone: bool
    """True for the only child."""

    def _is(self, name: frozenset[str]) -> bool:
        """Tell whether a sentence about one relative is about this one: by name, or where there is no other."""
        return name <= self.names if name else self.alone

    def with_all(self, text: str) -> Iterator[Answer]:
        """Give what a sentence says of all who are of this relation."""
        return (told.answer for told in company(text) if self.relation in told.relations)

    def with_one(self, text: str) -> Iterator[Answer]:
        """Give what a sentence says of one child."""
        told = company_of_one(text) if self.relation == "child" else ()
        return (one.answer for one in told if self._is(one.name))

    def planned(self, text: str) -> Iterator[Answer]:
        """Give what a sentence says further on of its subject."""
        told = (one for one in told_plans(text) if self.relation in one.relations)
        return (one.answer for one in told if not one.one or self._is(one.name))
