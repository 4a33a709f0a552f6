"""background/changed-answer: a Yes or No that differs from an older form."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from consistency.comparator.answers import NARROWER, TOPICS, answers, signed, unsure
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.openly import openly, supplements
from consistency.comparator.reapplication.refusals import known_refusals
from consistency.comparator.telling import Told
from consistency.model import (
    Answer,
    Case,
    GovernmentPosition,
    MilitaryService,
    Paper,
    Person,
    Record,
    Relationship,
    Severity,
    Study,
)
from consistency.normalizer.dates import PartialDate, find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

CHECKED = {
    "ever-refused": "background/refusal-undeclared",
    "applied-before": "background/prior-application",
    "overstayed": "background/overstay",
    "criminal": "background/criminal",
    "military": "background/military",
    "government": "background/government",
    "medical": "background/medical",
    "post-secondary": "education/declared-none",
    "previously-married": "family/previous-partner",
    "other-names": "identity/other-names",
}
"""The check that holds a No against what the papers show: where it finds the No untrue, the change follows from it."""

TOGETHER = frozenset({"married", "common-law", "conjugal"})
TWO_YEARS = 731
CONTACT = expression(r"\b(?:tb|tuberculosis|tuberculose|contact)\b")
"""Words (folded) of what the medical question asks about the past two years alone."""


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def changed_answer(case: Case) -> Iterator[Mismatch]:
    """A signed Yes or No differs from an older form.

    Why: the older form is on the officer's screen; a Yes that became No reads as concealed, a No that became Yes
    as owned up to late.
    Advice: correct the draft; or say openly in the explanation letter which older answer was wrong and why; or
    document what happened between the two forms.

    Reports a Yes that became No:
        2022/imm5257.pdf as of 2022-01-10: answer question=medical answer=yes details="Treated in 2018"
        draft/imm1295.pdf as of 2026-03-01: answer question=medical answer=no

    Reports a No that became Yes without a word:
        2022/imm5257.pdf as of 2022-01-10: answer question=criminal answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=criminal answer=yes details="Fined in 2015"

    Reports two forms of one day that answer differently:
        draft/imm1295.pdf as of 2026-03-01: answer question=military answer=no
        draft/imm5257b.pdf as of 2026-03-01: answer question=military answer=yes

    Reports a refusal that is not told any more:
        2022/imm5257.pdf as of 2022-01-10: answer question=ever-refused answer=yes details="USA 2019"
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Reports an application that is not told any more:
        2022/imm5257.pdf as of 2022-01-10: answer question=applied-before answer=yes
        draft/imm5710.pdf as of 2026-03-01: answer question=applied-before answer=no

    Reports studies that both forms should have told:
        2022/imm1294.pdf as of 2022-01-10: answer question=post-secondary answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=post-secondary answer=yes
        draft/imm1295.pdf as of 2026-03-01: education institution="Example College" from=2012-09 to=2014-06

    Accepts the same answer again:
        2022/imm5257.pdf as of 2022-01-10: answer question=medical answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=medical answer=no

    Accepts a question that the older form left unanswered:
        2022/imm5257.pdf as of 2022-01-10: answer question=other-names answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=criminal answer=yes details="Fined in 2015"

    Accepts a Yes about something that came after the older form:
        2022/imm5257.pdf as of 2022-01-10: answer question=criminal answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=criminal answer=yes details="Charged in May 2024, withdrawn"

    Accepts another name after a marriage:
        2022/imm5257.pdf as of 2022-01-10: answer question=other-names answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=yes
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Ali Rahimi" from=2023-07-01

    Accepts a previous marriage that ended after the older form:
        2022/imm5257.pdf as of 2022-01-10: answer question=previously-married answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=yes
        draft/imm1295.pdf as of 2026-03-01: relationship relation=previous-spouse name="Ali Rahimi" from=2015-07-01 to=2023-05-01

    Accepts studies that ended after the older form:
        2022/imm5257.pdf as of 2022-01-10: answer question=post-secondary answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=post-secondary answer=yes
        draft/imm1295.pdf as of 2026-03-01: education institution="Example College" from=2022-09 to=2024-06

    Accepts a marriage that ended between the forms:
        2022/imm5257.pdf as of 2022-01-10: answer question=previously-married answer=no
        2022/imm5257.pdf as of 2022-01-10: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=yes
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=divorced

    Accepts a refusal that came between:
        2022/imm5257.pdf as of 2022-01-10: answer question=ever-refused answer=no
        2022/refusal-letter.pdf as of 2022-03-10: refusal country=CA number=V307212043 from=2022-03-10
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Refused 2022-03"

    Accepts the older application itself:
        2022/imm5257.pdf as of 2022-01-10: answer question=applied-before answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=yes

    Accepts an illness that came since:
        2022/imm5257.pdf as of 2022-01-10: answer question=medical answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=medical answer=yes details="Diabetes, takes medication"

    Accepts a contact with tuberculosis more than two years ago:
        2022/imm5257.pdf as of 2022-01-10: answer question=medical answer=yes details="Contact with tuberculosis, 2021"
        draft/imm1295.pdf as of 2026-03-01: answer question=medical answer=no

    Accepts a change that the letter explains openly:
        2022/imm5257.pdf as of 2022-01-10: answer question=criminal answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=criminal answer=yes details="Fined in 2015"
        draft/explanation-letter.pdf as of 2026-03-01: text "I forgot to mention in 2022 that I was charged in 2015."

    Accepts another name that was the family name when the older form was signed:
        2022/imm5257.pdf as of 2022-01-10: family_name=PRADO
        2022/imm5257.pdf as of 2022-01-10: answer question=other-names answer=no
        draft/imm1295.pdf as of 2026-03-01: family_name=SOLIS other_family_name=PRADO
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=yes

    Accepts a mark on a picture read with doubt, where surer ones agree:
        2021/imm5257.png as of 2021-01-10: answer question=criminal answer=yes confidence=0.5
        2022/imm5257.pdf as of 2022-01-10: answer question=criminal answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=criminal answer=no

    Accepts a No to a narrower question:
        draft/imm1295.pdf as of 2026-03-01: answer question=criminal answer=yes details="Arrested in 2015, not charged"
        draft/imm5669.pdf as of 2026-03-01: answer question=criminal answer=no
    """
    for person in case.people:
        for question in TOPICS:
            told = answers(case, person, question)
            clear = [t for t in told if not unsure(t)]
            yield from _changed(case, person, clear or told)


def _changed(case: Case, person: Person, told: Sequence[Told[Answer]]) -> Iterator[Mismatch]:
    """Compare all answers to one question at once: one finding, whichever and however many differ."""
    pairs = map(_ordered, combinations(told, 2))
    changed = [(a, b) for a, b in pairs if a.record.answer != b.record.answer and not _legitimate(a, b)]
    back = [(a, b) for a, b in changed if a.record.answer == "yes" and signed(a).before(signed(b))]
    late = [(a, b) for a, b in changed if a.record.answer == "no" and not _explained(case, person, a, b)]
    if not back and not late:
        return
    first, second = (back or late)[0]
    yield Mismatch(
        person=person,
        subject=first.record.question,
        detail=f"The question “{first.record.question}” is answered {first.record.answer} in {first.paper.path} "
        f"({signed(first)}) and {second.record.answer} in {second.paper.path} ({signed(second)}).",
        evidence=tuple(t.cite("answer", t.record.answer) for t in told),
        severity=None if back else Severity.MAJOR,
        follows=tuple(Cause(CHECKED[q]) for q in (first.record.question,) if q in CHECKED),
    )


def _ordered(pair: tuple[Told[Answer], Told[Answer]]) -> tuple[Told[Answer], Told[Answer]]:
    """Put the older answer first; of one day, the No."""
    one, other = pair
    if one.paper.as_of.date == other.paper.as_of.date:
        return (one, other) if one.record.answer == "no" else (other, one)
    return (one, other) if signed(one).latest <= signed(other).latest else (other, one)


def _legitimate(one: Told[Answer], other: Told[Answer]) -> bool:
    """True where a No may stand beside a Yes: to a narrower question, or long after what is asked about."""
    yes, no = (one, other) if one.record.answer == "yes" else (other, one)
    question = no.record.question
    if question in NARROWER.get(no.paper.kind, ()):
        return True
    past = (signed(no).earliest - signed(yes).latest).days >= TWO_YEARS
    return question == "medical" and past and bool(CONTACT.search(fold(yes.record.details or "")))


def _explained(case: Case, person: Person, no: Told[Answer], yes: Told[Answer]) -> bool:
    """True where the Yes is about something after the No, or a letter says openly why the answer changed."""
    if not signed(no).before(signed(yes)):
        return False
    if openly(supplements(case, yes.paper), TOPICS[no.record.question]) is not None:
        return True
    return _came_since(case, person, no, yes)


def _came_since(case: Case, person: Person, no: Told[Answer], yes: Told[Answer]) -> bool:
    """True where what the Yes is about came after the No: by its details, or by what the papers tell."""
    question, details = no.record.question, yes.record.details or ""
    if question == "applied-before":
        return no.paper.application != yes.paper.application
    if question == "ever-refused" and any(known.before(yes.paper) for known in known_refusals(case, person)):
        return True
    told = [found.date for found in find_dates(details)]
    if question == "medical" and fold(details) and not any(day.before(signed(no)) for day in told):
        return True
    if question == "previously-married" and _ended(no.paper, yes.paper):
        return True
    if question == "other-names" and _renamed(no.paper, yes.paper):
        return True
    return any(not day.before(signed(no)) for day in (*told, *_since(case, person, question)))


def _ended(old: Paper, new: Paper) -> bool:
    """True where a marriage of the older form is over on the newer one."""
    return old.value("marital_status") in TOGETHER and new.value("marital_status") not in {
        None, "single", old.value("marital_status"),
    }  # fmt: skip


def _renamed(old: Paper, new: Paper) -> bool:
    """True where the other name of the newer form is the family name under which the older one was signed."""
    known, other = old.value("family_name"), new.value("other_family_name")
    return bool(known and other) and fold(known or "") == fold(other or "")


def _since(case: Case, person: Person, question: str) -> list[PartialDate]:
    """Give the days of what the papers tell and may change an answer: a marriage, its end, a study, a service."""
    kinds: dict[str, tuple[type[Record], str]] = {
        "other-names": (Relationship, "start"),
        "previously-married": (Relationship, "end"),
        "post-secondary": (Study, "end"),
        "military": (MilitaryService, "start"),
        "government": (GovernmentPosition, "start"),
    }
    if question not in kinds:
        return []
    record, end = kinds[question]
    periods = [r.period for paper in case.of(person) for r in paper.all(record) if r.period is not None]
    days = [p.start if end == "start" else p.end for p in periods]
    return [day for day in days if day is not None]
