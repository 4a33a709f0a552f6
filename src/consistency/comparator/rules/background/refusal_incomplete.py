"""background/refusal-incomplete: the details of a Yes leave out a known refusal."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consistency.comparator.answers import submitted_with
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import supplements
from consistency.comparator.reapplication.refusals import ELSEWHERE, QUESTION, Known, known_refusals, told_in
from consistency.comparator.statements import named
from consistency.model import Answer, Case, Citation, Paper, Person, Severity
from consistency.normalizer.text import fold

BOX = 200
"""Signs that the box of the forms holds."""

CLEAR = 1.0
"""From this weight on a refusal is told with its country, kind and month."""


class Gap(NamedTuple):
    """A Yes, and a refusal that its details leave out or tell with another month."""

    paper: Paper
    answer: Answer
    refusal: Known
    near: bool


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPA s.40(2)(a)"])
def refusal_incomplete(case: Case) -> Iterator[Mismatch]:
    """The details leave out a known refusal.

    Why: Yes with half of the list has been held to be a misrepresentation like a No: the list has to name every
    refusal with its country, kind and month.
    Advice: complete the details in the draft, on an extra page where the box is full; where an older form left one
    out, say so openly in the explanation letter; or document that the refusal was withdrawn or another person's.

    Reports one of two refusals:
        2022/refusal-letter.pdf as of 2022-07-11: refusal country=CA number=V307212043 from=2022-07-11
        2024/refusal-letter.pdf as of 2024-09-22: refusal country=CA number=W313659130 from=2024-09-22
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Work permit refused 2024-09"

    Reports another country:
        2022/explanation-letter.pdf as of 2023-07-11: refusal country=US from=2022-07
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="UK visa refused 2022-07"

    Reports another kind:
        2024/refusal-letter.pdf as of 2024-09-22: refusal country=CA number=W313659130 from=2024-09-22
        draft/imm5710.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Study permit 2024-09"

    Reports another month:
        2024/refusal-letter.pdf as of 2024-09-22: refusal country=CA number=W313659130 from=2024-09-22
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Work permit refused 2024-02"

    Reports the month beside the right one, for the month is one of the four things that make the list complete:
        2024/refusal-letter.pdf as of 2024-09-22: refusal country=CA number=W313659130 from=2024-09-22
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Work permit refused 2024-10"

    Reports two refusals of one year told as one:
        2022/refusal-letter.pdf as of 2022-03-11: refusal country=CA number=V307212043 from=2022-03-11
        2022/refusal-letter_2.pdf as of 2022-09-22: refusal country=CA number=V313659130 from=2022-09-22
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Visitor visa refused 2022"

    Reports a refusal by another country that an older form told:
        2023/imm1294.pdf as of 2023-05-14: answer question=ever-refused answer=yes details="US visa refused 2019-03"
        2023/refusal-letter.pdf as of 2023-09-22: refusal country=CA number=S313659130 from=2023-09-22
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Study permit refused 2023-09"

    Accepts a complete list:
        2022/refusal-letter.pdf as of 2022-07-11: refusal country=CA number=V307212043 from=2022-07-11
        2025/refusal-letter.pdf as of 2025-10-22: refusal country=CA number=W327449517 from=2025-10-22
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Visitor visa refused 2022-07; work permit refused Oct 2025 (W327449517)"

    Accepts a list that grew:
        2022/refusal-letter.pdf as of 2022-07-11: refusal country=CA number=V307212043 from=2022-07-11
        2024/imm1295.pdf as of 2024-03-01: answer question=ever-refused answer=yes details="Visitor visa refused 2022-07"
        2024/refusal-letter.pdf as of 2024-09-22: refusal country=CA number=W313659130 from=2024-09-22
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Visitor visa refused 2022-07; work permit refused 2024-09"

    Accepts the month alone for a decision of that month:
        2024/refusal-letter.pdf as of 2024-06-03: refusal country=CA number=W313659130 from=2024-06-03
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Refused June 2024"

    Accepts the month that begins on the day after the decision:
        2024/refusal-letter.pdf as of 2024-05-31: refusal country=CA number=W313659130 from=2024-05-31
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Work permit refused June 2024"

    Accepts the day of either of two papers of one decision:
        2024/gcms-notes.pdf as of 2024-09-27: refusal country=CA number=W313659130 from=2024-09-27
        2024/refusal-letter.pdf as of 2024-10-02: refusal country=CA number=W313659130 from=2024-10-02
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Work permit refused 2024-10"

    Accepts details in French:
        2022/refusal-letter.pdf as of 2022-07-11: refusal country=CA number=V307212043 from=2022-07-11
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="visa de visiteur refusé en juillet 2022"

    Accepts two refusals told by how many they were:
        2022/refusal-letter.pdf as of 2022-03-11: refusal country=CA number=V307212043 from=2022-03-11
        2022/refusal-letter_2.pdf as of 2022-09-22: refusal country=CA number=V313659130 from=2022-09-22
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Visitor visa refused twice in 2022"

    Reports a list that another form of the same submission completes, for each is signed by itself:
        2022/refusal-letter.pdf as of 2022-07-11: refusal country=CA number=V307212043 from=2022-07-11
        2025/refusal-letter.pdf as of 2025-10-22: refusal country=CA number=W327449517 from=2025-10-22
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Work permit refused 2025-10"
        draft/imm5669.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="TRV V307212043 (07/2022), WP W327449517 (10/2025)"

    Accepts details for which the box points to another form of the same submission:
        2022/refusal-letter.pdf as of 2022-07-11: refusal country=CA number=V307212043 from=2022-07-11
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Visitor visa refused 2022-07"
        draft/imm5669.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Tourist visa, see IMM 1295"

    Accepts a number alone:
        2022/refusal-letter.pdf as of 2022-07-11: refusal country=CA number=V307212043 from=2022-07-11
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Visa refused (V 307 212 043)"

    Accepts two numbers without days:
        2022/refusal-letter.pdf as of 2022-07-11: refusal country=CA number=V307212043 from=2022-07-11
        2025/refusal-letter.pdf as of 2025-10-22: refusal country=CA number=W327449517 from=2025-10-22
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="V307212043 and W327449517 refused by IRCC"

    Accepts an undated mention of the only refusal:
        2022/refusal-letter.pdf as of 2022-07-11: refusal country=CA number=V307212043 from=2022-07-11
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="My visitor visa was refused"

    Accepts a slip in the letter's account of a refusal that the box tells:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA number=W330977914 from=2025-05-13
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=CA number=W330477914 from=2025-03-13
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Work permit refused 2025-05"

    Accepts a box that points to the letter, which tells it:
        2022/refusal-letter.pdf as of 2022-07-11: refusal country=CA number=V307212043 from=2022-07-11
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=CA number=V307212043 from=2022-07-11
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Visas were refused, see letter"

    Accepts a Yes without any details, which is told by another check:
        2022/refusal-letter.pdf as of 2022-07-11: refusal country=CA number=V307212043 from=2022-07-11
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes

    Accepts a refusal younger than the form:
        2024/imm1295.pdf as of 2024-03-01: answer question=ever-refused answer=yes details="US visa refused 2019-03"
        2024/refusal-letter.pdf as of 2024-09-22: refusal country=CA number=W313659130 from=2024-09-22
    """
    for person in case.people:
        known = known_refusals(case, person)
        gaps = [gap for paper in case.of(person) for gap in _gaps(case, paper, known)]
        for refusal in known:
            left_out = [gap for gap in gaps if gap.refusal is refusal]
            if left_out:
                yield _mismatch(case, person, left_out)


def _gaps(case: Case, paper: Paper, known: Sequence[Known]) -> Iterator[Gap]:
    answer = paper.answer(QUESTION)
    if answer is None or answer.answer != "yes" or not fold(answer.details or ""):
        return
    older = [refusal for refusal in known if refusal.before(paper)]
    told = told_in(_boxes(case, paper, answer), older)
    for refusal, weight in zip(older, told, strict=True):
        if weight < CLEAR and not (weight == 0 and _told_beside(case, paper, answer, refusal)):
            yield Gap(paper, answer, refusal, near=weight > 0)


def _boxes(case: Case, paper: Paper, answer: Answer) -> str:
    """Give the details of a form; with those of the other forms of the submission where it points elsewhere."""
    own = answer.details or ""
    if not ELSEWHERE.search(fold(own)):
        return own
    beside = (p.answer(QUESTION) for p in submitted_with(case, paper))
    return "; ".join(dict.fromkeys([own, *(a.details for a in beside if a is not None and a.details)]))


def _told_beside(case: Case, paper: Paper, answer: Answer, refusal: Known) -> bool:
    """True where the box points to a letter or sheet of the same submission, and that tells the refusal."""
    letters = {letter.path for letter in supplements(case, paper)}
    return bool(ELSEWHERE.search(fold(answer.details or ""))) and any(
        p.path in letters for p in refusal.papers
    )


def _mismatch(case: Case, person: Person, gaps: Sequence[Gap]) -> Mismatch:
    refusal = gaps[0].refusal
    papers = {gap.paper.path: gap.paper for gap in gaps}
    what = "tells another month for" if all(gap.near for gap in gaps) else "leaves out"
    full = any(len(gap.answer.details or "") >= BOX - 5 for gap in gaps)
    room = " The box is full: tell the rest on an extra page." if full else ""
    cited = [Citation(gap.answer.cite("details"), gap.answer.details, gap.paper.as_of.date) for gap in gaps]
    return Mismatch(
        person=person,
        subject=f"refusal {refusal.country or ''} {refusal.date or refusal.number or ''}".strip(),
        detail=f"The list of refusals in {named(papers.values())} {what} {refusal.title}, "
        f"which stands in {named(refusal.papers)}.{_beside(case, gaps)}{room}",
        evidence=(*cited, *refusal.citations),
    )


def _beside(case: Case, gaps: Sequence[Gap]) -> str:
    """Say where else in the submission the refusal stands."""
    paths = {
        s.path for gap in gaps for s in (*supplements(case, gap.paper), *submitted_with(case, gap.paper))
    }
    left_out = {gap.paper.path for gap in gaps}
    told = [paper for paper in gaps[0].refusal.papers if paper.path in paths - left_out]
    return f" Not on the form, but in {named(told)}." if told else ""
