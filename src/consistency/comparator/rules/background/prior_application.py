"""background/prior-application: "previously applied to Canada?" is No although an application is known."""

from collections.abc import Iterator

from consistency.comparator.answers import CANADA, answers, older, refusals, signed
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.telling import Told
from consistency.model import Answer, Case, Citation, Paper, Permit, Person, Severity


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def prior_application(case: Case) -> Iterator[Mismatch]:
    """The question "have you previously applied to enter or remain in Canada" is answered No.

    Why: the officer sees every earlier application under the client's number; a No that it contradicts is a false
    answer to a signed question.
    Advice: answer Yes in the draft and name the earlier applications; where an older form said No wrongly, say so
    openly in the explanation letter; if the other papers are not this person's, take them out of the folder.

    Reports a No after an older application:
        2024/imm1294.pdf as of 2024-05-02: answer question=applied-before answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=no

    Reports a No after a refusal by Canada:
        2024/refusal-letter.pdf as of 2024-10-02: refusal country=CA from=2024-10-02 number=S123456789
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=no

    Reports a No beside a permit:
        draft/permit.pdf as of 2022-01-05: permit number=U123456789 status="Work Permit" from=2022-01-05 to=2024-01-05
        draft/imm5710.pdf as of 2026-03-01: answer question=applied-before answer=no

    Reports a No on a form that gives a client number:
        draft/imm1295.pdf as of 2026-03-01: uci=1234-5678
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=no

    Accepts the first application:
        2024/imm1294.pdf as of 2024-05-02: answer question=applied-before answer=no
        2024/imm5645.pdf as of 2024-05-02: full_name="Ali Rahimi" birth_date=1990-05-04
        2024/refusal-letter.pdf as of 2024-10-02: refusal country=CA from=2024-10-02 number=S123456789

    Accepts a Yes:
        2024/imm1294.pdf as of 2024-05-02: answer question=applied-before answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=yes

    Accepts another state's refusal:
        draft/refusal-letter.pdf as of 2019-10-02: refusal country=US from=2019-10-02
        draft/imm1295.pdf as of 2026-03-01: answer question=applied-before answer=no
    """
    for person in case.people:
        for no in answers(case, person, "applied-before"):
            known = _known(case, person, no) if no.record.answer == "no" else ()
            if known:
                documents = ", ".join(dict.fromkeys(c.evidence.document for c in known))
                yield Mismatch(
                    person=person,
                    subject="applied before",
                    detail=f"{no.paper.path}, signed {signed(no)}, answers No to “previously applied to Canada”; "
                    f"an earlier application stands in {documents}.",
                    evidence=(no.cite("answer", "no"), *known),
                )


def _known(case: Case, person: Person, no: Told[Answer]) -> tuple[Citation, ...]:
    """Cite what shows an application before an answer: forms of older submissions, decisions, permits, a number."""
    found: list[Citation] = []
    for paper in case.of(person):
        found += _older_form(paper, no)
        for permit in paper.all(Permit):
            if permit.period is not None and older(permit.period.start, no):
                value = f"permit {permit.number or ''}".strip()
                found.append(Citation(permit.cite("number"), value, paper.as_of.date))
    for refusal in refusals(case, person):
        if refusal.country == CANADA and older(refusal.day, no):
            found += refusal.citations
    number = no.paper.fact("uci")
    if number is not None:
        found.append(Citation(number.evidence, f"UCI {number.value}", no.paper.as_of.date))
    return tuple(dict.fromkeys(found))


def _older_form(paper: Paper, no: Told[Answer]) -> Iterator[Citation]:
    """Cite an official form of an older submission; its very presence shows the application."""
    if not paper.is_form or paper.application == no.paper.application or not older(paper.as_of.date, no):
        return
    signature = paper.fact("document_date")
    evidence = signature.evidence if signature is not None else paper.absent()
    yield Citation(evidence, f"{paper.kind} signed {paper.as_of.date}", paper.as_of.date)
