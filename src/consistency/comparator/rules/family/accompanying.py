"""family/accompanying: a relative comes along on one paper of a submission and stays on another."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.comparator.elsewhere import passages, supplements
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.kin import born, called, relatives
from consistency.comparator.kin_statements import company
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

    Reports an applicant who travels alone beside a spouse who comes:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09 accompanying=yes
        draft/explanation-letter.pdf as of 2026-03-01: text "Je voyagerai seule."

    Reports two forms of one submission that differ:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30 accompanying=no
        draft/imm5707.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30 accompanying=yes

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
        for group in relatives(case, person, *RELATIONS):
            for application in sorted({t.paper.application or "" for t in group.told}):
                rows = [
                    t
                    for t in group.told
                    if (t.paper.application or "") == application and t.record.accompanying in WORDS
                ]
                if rows:
                    yield from _compared(case, person, group, rows)


def _compared(
    case: Case, person: Person, group: Same[FamilyMember], rows: Sequence[Told[FamilyMember]]
) -> Iterator[Mismatch]:
    plans = [
        Plan(row.paper, str(row.record.accompanying), row.cite("accompanying", row.record.accompanying))
        for row in rows
    ]
    plans += _in_letters(case, person, rows)
    if len({plan.answer for plan in plans}) < 2:
        return
    told = "; ".join(
        f"{WORDS[answer]} in {named(plan.paper for plan in plans if plan.answer == answer)}"
        for answer in WORDS
    )
    who = called(group) or rows[0].record.relation or "A relative"
    yield Mismatch(
        person=person,
        subject=f"{rows[0].record.relation} {fold(who)} {born(group) or ''} {rows[0].paper.as_of.date}",
        detail=f"{who} {told}.",
        evidence=tuple(dict.fromkeys(plan.citation for plan in plans)),
    )


def _in_letters(case: Case, person: Person, rows: Sequence[Told[FamilyMember]]) -> list[Plan]:
    """Give what the letters of the submission say of this relation."""
    relation = rows[0].record.relation
    return [
        Plan(letter, told.answer, passage.cite(told.answer))
        for letter in supplements(case, rows[0].paper)
        if letter.person == person.id
        for passage in passages(letter)
        for told in company(passage.text)
        if relation in told.relations
    ]
