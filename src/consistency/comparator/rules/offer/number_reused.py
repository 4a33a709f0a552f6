"""offer/number-reused: the number of an exempt offer that was used up by the refused application."""

from collections.abc import Iterator

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.work.offers import applicants, drafted, refused
from consistency.model import Case, Severity
from consistency.normalizer.identifiers import offer_number


@rule(Severity.CRITICAL, references=["IRPR s.200(3)(f.1)"])
def number_reused(case: Case) -> Iterator[Mismatch]:
    """The number of an offer that needs no LMIA is the one of a refused application.

    Why: an offer number cannot be used again after it has been matched to an application; the employer has to submit
    the offer anew, with the fee, before the application is filed.
    Advice: ask the employer for a new offer in the portal, and put its number into all papers of the draft.

    Reports the number of the refused application:
        2024/imm1295.pdf as of 2024-03-01: offer employer=Acme title=Cook number=A1234567
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=A1234567

    Accepts a new number:
        2024/imm1295.pdf as of 2024-03-01: offer employer=Acme title=Cook number=A1234567
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=A7654321

    Accepts an LMIA that is still valid:
        2024/imm1295.pdf as of 2024-03-01: offer employer=Acme title=Cook number=7894563
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2024-09-01: offer employer=Acme title=Cook number=7894563
    """
    for person in applicants(case):
        for told in drafted(case, person):
            number = offer_number(told.record.number or "")
            before = [
                one
                for one in refused(case, person)
                if number and offer_number(one.record.number or "") == number
            ]
            if before:
                detail = f"The offer number {number} was part of the application of {before[0].paper.as_of.date}, which was refused."
                places = (told.cite("number", number), *(one.cite("number", number) for one in before))
                yield Mismatch(person, f"number {number}", detail, places)
