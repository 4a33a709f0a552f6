"""offer/expired: the assessment runs out before the application is filed."""

from collections.abc import Iterator

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.offers import applicants
from consistency.comparator.statements import Statement
from consistency.model import Case, Offer, Paper, Severity


@rule(Severity.CRITICAL, references=["IRPR s.203(1)"])
def expired(case: Case) -> Iterator[Mismatch]:
    """The labour market impact assessment is no longer valid when the application is filed.

    Why: an application with an assessment whose validity has ended should be refused.
    Advice: file before the assessment expires; or ask the employer for a new assessment and name its number in all
    papers.

    Reports an assessment that expired before the day of filing:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2025-08-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2025-08-01: deadline=2026-02-01

    Accepts the last day of validity:
        draft/imm1295.pdf as of 2026-02-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2025-08-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2025-08-01: deadline=2026-02-01

    Accepts an assessment beside the one that took its place:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7999999
        draft/lmia_old.pdf as of 2025-02-01: offer employer=Acme title=Cook number=7894563
        draft/lmia_old.pdf as of 2025-02-01: deadline=2025-08-01
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7999999
        draft/lmia.pdf as of 2026-01-10: deadline=2026-07-10

    Accepts the assessment of a past application:
        2024/imm1295.pdf as of 2024-03-01: offer employer=Acme title=Cook number=7000001
        2024/lmia.pdf as of 2024-02-01: deadline=2024-08-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
    """
    for person in applicants(case):
        until = [s for p in case.of(person) if case.in_draft(p) and p.kind == "lmia" for s in _deadlines(p)]
        last = max(until, key=lambda s: s.date.latest, default=None)
        if last is None or last.date.latest >= case.as_of:
            continue
        days = (case.as_of - last.date.latest).days
        detail = (
            f"The assessment {_number(last.paper)} is valid until {last.value}; the draft is of {case.as_of}, "
            f"{'a day' if days == 1 else f'{days} days'} later."
        )
        yield Mismatch(person, "lmia validity", detail, (last.citation,))


def _deadlines(paper: Paper) -> Iterator[Statement]:
    yield from (Statement(paper, fact) for fact in paper.facts if fact.attribute == "deadline")


def _number(paper: Paper) -> str:
    return next((offer.number for offer in paper.all(Offer) if offer.number), "")
