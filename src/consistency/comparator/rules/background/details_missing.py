"""background/details-missing: a Yes without details, or details that the box cut off."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.comparator.answers import TOPICS, submitted_with
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.openly import cited_openly, openly, said_openly, supplements
from consistency.comparator.reapplication.refusals import ELSEWHERE
from consistency.model import (
    Answer,
    Case,
    Citation,
    GovernmentPosition,
    MilitaryService,
    Paper,
    Person,
    Record,
    Severity,
)
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

BOX = 200
"""Signs that each details box of the forms for temporary residence holds."""

NEARLY = 5
"""So many signs before its end a box may be full: a longer word had no room."""

ONE_BOX = ("overstayed", "ever-refused", "applied-before")
"""Questions 2a to 2c, which share the box that is read with the middle one."""

WITH_BOX = ("medical", "criminal", "military")
ROWS: dict[str, type[Record]] = {"military": MilitaryService, "government": GovernmentPosition}
"""Questions of Schedule 1, whose details are rows."""

BOXES = {"imm5669": ((("ever-refused", "criminal"), "ever-refused"),)}
"""Other forms: the questions that share a box, and the one with which it is read."""

TEMPORARY = frozenset({"imm1294", "imm1295", "imm5257", "imm5708", "imm5709", "imm5710"})

_NOTHING = expression(r"(?:n a|na|nil|none|no|yes|y|x+|not applicable|sans objet|aucune?|oui|non|same|idem)?")
_CUT = expression(
    r"[^.!?)\]\"'”»\w]\s*$|\b(?:and|or|of|the|in|on|at|to|for|from|by|with|a|et|ou|de|du|le|la|en|au|pour)\s*$",
    re.IGNORECASE,
)
"""An end that a sentence does not have."""


class Lack(Struct, frozen=True):
    """A Yes, what its box holds and what is wrong with that."""

    answer: Answer
    box: str | None
    cut: bool


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def details_missing(case: Case) -> Iterator[Mismatch]:
    """A question is answered Yes without details, or the box cut them off.

    Why: the form asks for the details of every Yes; without them the application is incomplete, and what a full box left
    out has been held to be withheld.
    Advice: give the details in the box; where they do not fit, end it with "see attached" and tell all on an extra page
    that names form and question.

    Reports a Yes without details:
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=yes

    Reports a box that says nothing:
        draft/imm5710.pdf as of 2026-10-08: answer question=ever-refused answer=yes details="N/A"

    Reports an empty box, also where another form of the submission gives the details:
        draft/imm1295.pdf as of 2026-10-08: answer question=ever-refused answer=yes
        draft/imm5669.pdf as of 2026-10-08: answer question=ever-refused answer=yes details="Work permit refused 2024-09"

    Reports an earlier application without details:
        draft/imm1295.pdf as of 2026-10-08: answer question=ever-refused answer=no
        draft/imm1295.pdf as of 2026-10-08: answer question=applied-before answer=yes

    Reports details that the box cut off:
        draft/imm1295.pdf as of 2026-10-08: answer question=ever-refused answer=yes details="Canada visitor visa refused 2019-03, Canada study permit refused 2020-07, Canada study permit refused 2021-01, United Kingdom visitor visa refused 2021-11, Canada work permit refused 2022-06, United States visi"

    Reports a box that points to a letter which is not there:
        draft/imm1295.pdf as of 2026-10-08: answer question=medical answer=yes details="See letter"

    Reports Schedule 1 without the rows:
        draft/imm5257b.pdf as of 2026-10-08: answer question=government answer=yes

    Accepts details in the box:
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=yes details="Fined for theft, Pune, 2015"
        draft/imm1295.pdf as of 2026-10-08: answer question=ever-refused answer=yes details="Canada work permit refused 2025-05"
        draft/imm1295.pdf as of 2026-10-08: answer question=applied-before answer=yes

    Accepts details that another form of the submission gives:
        draft/imm1295.pdf as of 2026-10-08: answer question=ever-refused answer=yes details="Canada work permit refused 2025-05"
        draft/imm5669.pdf as of 2026-10-08: answer question=ever-refused answer=yes

    Accepts the answer No:
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Accepts a box that points to the letter:
        draft/imm1295.pdf as of 2026-10-08: answer question=medical answer=yes details="See attached letter"
        draft/explanation-letter.pdf as of 2026-10-08: text "I was treated for depression in 2018."

    Accepts a full box that ends with a sentence:
        draft/imm1295.pdf as of 2026-10-08: answer question=ever-refused answer=yes details="Canada visitor visa refused 2019-03, Canada study permit refused 2020-07, Canada study permit refused 2021-01, United Kingdom visitor visa refused 2021-11, Canada work permit refused 2022-06 (W3123456)."

    Accepts a print-out, of which an empty box cannot be told:
        draft/imm1295.png as of 2026-10-08: answer question=criminal answer=yes

    Accepts Schedule 1 with its rows:
        draft/imm5257b.pdf as of 2026-10-08: answer question=government answer=yes
        draft/imm5257b.pdf as of 2026-10-08: government_position name="Federal, Posts" from=2012-03 to=2014-02

    Accepts a form of the past:
        2024/imm1295.pdf as of 2024-10-08: answer question=criminal answer=yes
        2024/refusal-letter.pdf as of 2024-12-08: refusal country=CA number=W313659130 from=2024-12-08
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=yes details="Fined for theft, Pune, 2015"

    Accepts questions that have no box:
        draft/imm1295.pdf as of 2026-10-08: answer question=post-secondary answer=yes
        draft/imm1295.pdf as of 2026-10-08: answer question=violent-group answer=yes
    """
    for person in case.people:
        for paper in case.of(person):
            application = case.application_of(paper)
            if paper.document.has_data and not (application and application.role == "past"):
                for lack in (*_boxes(case, paper), *_rows(paper)):
                    yield _mismatch(case, person, paper, lack)


def _boxes(case: Case, paper: Paper) -> Iterator[Lack]:
    """Give each Yes of which the box holds too little."""
    temporary = ((ONE_BOX, "ever-refused"), *(((q,), q) for q in WITH_BOX))
    for questions, box in temporary if paper.kind in TEMPORARY else BOXES.get(paper.kind, ()):
        given = (paper.answer(question) for question in questions)
        yes = next((a for a in given if a is not None and a.answer == "yes"), None)
        holder = paper.answer(box)
        if yes is not None and holder is not None:
            yield from _in_box(case, paper, yes, holder)


def _in_box(case: Case, paper: Paper, yes: Answer, holder: Answer) -> Iterator[Lack]:
    text = (holder.details or "").strip()
    if _NOTHING.fullmatch(fold(text)):
        if paper.kind in TEMPORARY or not _on_another_form(case, paper, holder.question):
            yield Lack(yes, text or None, cut=False)
    elif ELSEWHERE.search(fold(text)):
        if not supplements(case, paper):
            yield Lack(yes, text, cut=False)
    elif paper.kind in TEMPORARY and _is_cut(text):
        yield Lack(yes, text, cut=True)


def _on_another_form(case: Case, paper: Paper, box: str) -> bool:
    """True where another form of the submission gives the details."""
    others = (p.answer(box) for p in submitted_with(case, paper) if p.path != paper.path)
    return any(a is not None and not _NOTHING.fullmatch(fold(a.details or "")) for a in others)


def _is_cut(text: str) -> bool:
    """True where a text fills the box and does not end like one."""
    ends = bool(re.search(r"[.!?)\]]\s*$", text))
    return (len(text) >= BOX and not ends) or (len(text) >= BOX - NEARLY and bool(_CUT.search(text)))


def _rows(paper: Paper) -> Iterator[Lack]:
    if paper.kind != "imm5257b":
        return
    for question, record in ROWS.items():
        answer = paper.answer(question)
        if answer is not None and answer.answer == "yes" and not any(paper.all(record)):
            yield Lack(answer, None, cut=False)


def _mismatch(case: Case, person: Person, paper: Paper, lack: Lack) -> Mismatch:
    question = lack.answer.question
    letter = openly(supplements(case, paper), TOPICS[question])
    return Mismatch(
        person=person,
        subject=question,
        detail=f"{paper.path} answers Yes to the question “{question}” {_reason(lack)}.{said_openly(letter)}",
        evidence=_evidence(paper, lack, cited_openly(letter)),
        severity=Severity.MAJOR.moved(-1) if letter else None,
        follows=(Cause("background/refusal-undeclared"),) if question in ONE_BOX else (),
    )


def _reason(lack: Lack) -> str:
    if lack.cut:
        return f"and its details are cut off by the box of {BOX} signs: “…{(lack.box or '')[-40:]}”"
    if lack.box is None:
        return "and gives no details"
    return f"and the box holds only “{lack.box}”" + (
        ", but no such page or letter is in the submission" if ELSEWHERE.search(fold(lack.box)) else ""
    )


def _evidence(paper: Paper, lack: Lack, more: Sequence[Citation]) -> tuple[Citation, ...]:
    day = paper.as_of.date
    box = (
        Citation(lack.answer.cite("details"), lack.box, day)
        if lack.box
        else Citation(paper.absent(), None, day)
    )
    return (Citation(lack.answer.cite("answer"), "yes", day), box, *more)
