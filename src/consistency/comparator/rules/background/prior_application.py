"""background/prior-application: "previously applied" is No although an application is known."""

from collections.abc import Iterator, Sequence

from consistency.case.decisions import decided_by_canada, is_by_canada
from consistency.case.people import APPLICATION_FORMS
from consistency.comparator.answers import answers
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.statements import named
from consistency.comparator.telling import Told
from consistency.model import Answer, Case, Citation, Evidence, Paper, Permit, Person, Refusal, Severity

QUESTION = "applied-before"


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPA s.40(2)(a)"])
def prior_application(case: Case) -> Iterator[Mismatch]:
    """The form says that no application was made before, although one is known.

    Why: IRCC has every earlier application on file under the same client number; a signed No is untrue on its face.
    Advice: answer Yes in the draft and give the details; where an older form already said No, say so openly in the
    explanation letter; or document that the earlier application was another person's.

    Reports an older form:
        2024/imm1294.pdf as of 2024-09-03: family_name=RAHIMI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=no

    Reports a refusal by Canada:
        2024/refusal-letter.pdf as of 2024-09-22: refusal country=CA number=S313659130 from=2024-09-22
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=no

    Reports a client number on the form itself:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 uci=1111-2222
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=no

    Reports a permit:
        draft/permit.pdf as of 2020-03-01: permit number=S334080645 status="Study Permit" from=2020-03-01 to=2021-06-30
        draft/imm5710.pdf as of 2026-03-01: answer question=applied-before answer=no

    Reports the answer Yes on an older form:
        2024/imm5257.pdf as of 2024-09-03: answer question=applied-before answer=yes
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=no

    Accepts the first application:
        2024/imm1294.pdf as of 2024-09-03: family_name=RAHIMI birth_date=1990-05-04
        2024/imm1294.pdf as of 2024-09-03: answer question=applied-before answer=no
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 uci=1111-2222
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=yes

    Accepts a refusal by another country:
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=US from=2019-09-22
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=no

    Accepts another country's letter of refusal:
        2022/refusal-letter.pdf as of 2022-03-07: refusal country=GB from=2022-03-07
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=no

    Accepts another form of the same submission:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=no
        draft/imm5645.pdf as of 2026-02-27: full_name=Rahimi birth_date=1990-05-04
    """
    for person in case.people:
        papers = case.of(person)
        noes = [no for no in answers(case, person, QUESTION) if no.record.answer == "no"]
        found = [(no, signs) for no in noes if (signs := [s for p in papers for s in _signs(p, no.paper)])]
        if found:
            yield _mismatch(person, found)


def _signs(paper: Paper, form: Paper) -> Iterator[Citation]:
    """Give what shows in a paper that an application was made before a form was signed."""
    day, signed = paper.as_of.date, form.as_of.date
    together = paper.application == form.application
    by_then = day is not None and signed is not None and not day.after(signed)
    if paper.path == form.path or (by_then and together):
        yield from _client_number(paper)
    if signed is None:
        return
    if day is not None and day.before(signed) and not together:
        yield from _older_papers(paper)
    for record in paper.all(Refusal):
        decided = record.start if record.period else day
        if is_by_canada(record) and decided is not None and decided.before(signed):
            yield Citation(record.cite("period"), str(decided), day)
    for held in paper.all(Permit):
        began = held.start
        if began is not None and began.before(signed):
            yield Citation(held.cite("number"), held.number, day)


def _client_number(paper: Paper) -> Iterator[Citation]:
    fact = paper.fact("uci")
    if fact is not None:
        yield Citation(fact.evidence, fact.value, paper.as_of.date)


def _older_papers(paper: Paper) -> Iterator[Citation]:
    day = paper.as_of.date
    answer = paper.answer(QUESTION)
    if answer is not None and answer.answer == "yes":
        yield Citation(answer.cite("answer"), "yes", day)
    elif paper.kind in APPLICATION_FORMS or (paper.is_form and paper.application):
        yield Citation(_head(paper), paper.kind, day)
    elif decided_by_canada(paper):
        fact = paper.fact("application_number") or paper.fact("uci")
        yield Citation(fact.evidence if fact else paper.absent(), fact.value if fact else None, day)


def _head(paper: Paper) -> Evidence:
    fact = paper.fact("document_date") or paper.fact("family_name") or paper.fact("full_name")
    return fact.evidence if fact else paper.absent()


def _mismatch(person: Person, found: Sequence[tuple[Told[Answer], Sequence[Citation]]]) -> Mismatch:
    noes = [no for no, _ in found]
    signs = tuple(dict.fromkeys(citation for _, signs in found for citation in signs))
    documents = list(dict.fromkeys(citation.evidence.document for citation in signs))
    more = f" and {len(documents) - 4} more" if len(documents) > 4 else ""
    return Mismatch(
        person=person,
        subject="applied before",
        detail=f"{named(no.paper for no in noes)} answers No to having applied before, but an earlier application "
        f"shows in {', '.join(documents[:4])}{more}.",
        evidence=(*(no.cite("answer", "no") for no in noes), *signs),
    )
