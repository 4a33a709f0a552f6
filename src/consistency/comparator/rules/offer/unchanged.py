"""offer/unchanged: the offer is the refused one again although its genuineness was the reason."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.reapplication.decisions import Refused, decisions
from consistency.comparator.reapplication.packages import package
from consistency.comparator.telling import Told, cite_papers
from consistency.comparator.work.offers import applicants
from consistency.model import Case, Person, RefusalReason, Severity

GENUINENESS = frozenset({"job-offer"})
"""The ground of a refusal that doubts the offer."""

KINDS = ("offer-of-employment", "employment-contract")
"""The papers in which the employer makes the offer."""


@rule(Severity.MAJOR, references=["IRPR s.200(5)", "IRPR s.203(1)(a)"])
def unchanged(case: Case) -> Iterator[Mismatch]:
    """The offer is word for word the one that was not believed.

    Why: the officer did not find the offer genuine; the same paper again shows nothing that was not weighed before.
    Advice: ask the employer for what shows the need for the work and the means to pay for it, and for an offer of
    today; or say in the explanation letter what the officer could not see in the old one.

    Reports the contract of the refused application again:
        2024/imm1295.pdf as of 2024-03-01: offer employer=Acme title=Cook number=7000563
        2024/employment-contract.pdf as of 2024-02-01: offer employer=Acme title=Cook
        2024/employment-contract.pdf as of 2024-02-01: text "Acme employs Ana Silva as a cook in Winnipeg."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=job-offer
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf as of 2024-02-01: offer employer=Acme title=Cook
        draft/employment-contract.pdf as of 2024-02-01: text "Acme employs Ana Silva as a cook in Winnipeg."

    Accepts the same contract after a refusal for another reason:
        2024/imm1295.pdf as of 2024-03-01: offer employer=Acme title=Cook number=7000563
        2024/employment-contract.pdf as of 2024-02-01: offer employer=Acme title=Cook
        2024/employment-contract.pdf as of 2024-02-01: text "Acme employs Ana Silva as a cook in Winnipeg."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=finances
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf as of 2024-02-01: offer employer=Acme title=Cook
        draft/employment-contract.pdf as of 2024-02-01: text "Acme employs Ana Silva as a cook in Winnipeg."

    Accepts a new contract with the same employer:
        2024/imm1295.pdf as of 2024-03-01: offer employer=Acme title=Cook number=7000563
        2024/employment-contract.pdf as of 2024-02-01: offer employer=Acme title=Cook
        2024/employment-contract.pdf as of 2024-02-01: text "Acme employs Ana Silva as a cook in Winnipeg."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=job-offer
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook
        draft/employment-contract.pdf as of 2026-02-01: text "For its new kitchen Acme hires Ana Silva, 24 months."

    Accepts the old offer beside a new contract:
        2024/imm1295.pdf as of 2024-03-01: offer employer=Acme title=Cook number=7000563
        2024/offer-of-employment.pdf as of 2024-02-01: offer employer=Acme title=Cook
        2024/offer-of-employment.pdf as of 2024-02-01: text "Acme offers Ana Silva work as a cook in Winnipeg."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=job-offer
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/offer-of-employment.pdf as of 2024-02-01: offer employer=Acme title=Cook
        draft/offer-of-employment.pdf as of 2024-02-01: text "Acme offers Ana Silva work as a cook in Winnipeg."
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook
    """
    for person in applicants(case):
        for last in decisions(case, person)[-1:]:
            doubted = [told for told in last.reasons if told.record.reason in GENUINENESS]
            if doubted:
                yield from _again(case, person, last, doubted)


def _again(
    case: Case, person: Person, last: Refused, doubted: Sequence[Told[RefusalReason]]
) -> Iterator[Mismatch]:
    now = package(case, person, last).of(KINDS)
    same = [pair for match in now if (pair := match.again)]
    if not same or len(same) < len(now):
        return
    names = "; ".join(f"{paper.path} is {old.path} again" for paper, old in same)
    detail = f"The refusal of {doubted[0].paper.as_of.date} did not find the offer genuine, and {names}."
    places = cite_papers(paper for pair in same for paper in pair)
    reasons = tuple(one.cite("reason", one.record.reason) for one in doubted)
    yield Mismatch(
        person, "the same offer", detail, (*reasons, *places), follows=(Cause("reapplication/unchanged"),)
    )
