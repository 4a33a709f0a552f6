"""offer/wage: the job in Canada, two wages."""

from collections.abc import Iterator
from itertools import pairwise

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.statements import parted
from consistency.comparator.work.offers import Term, applicants, sides, terms
from consistency.model import Case, Offer, Severity

ROUNDING = 0.01
"""Share by which an hourly wage worked out of a yearly one may be off."""


@rule(Severity.MAJOR, references=["IRPR s.203(1)", "IRPR s.200(5)"])
def wage(case: Case) -> Iterator[Mismatch]:
    """The wage in Canada differs in the papers of the draft.

    Why: the assessment approves a wage for the position; the officer compares it with the contract and the offer, and
    refuses or asks where wages differ.
    Advice: correct the paper that carries a slip; or have the employer issue papers that agree; or enclose the proof
    of a raise that the assessment allows.

    Reports a contract below the assessment:
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook amount=29.50 currency=CAD number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook amount=26.00 currency=CAD

    Accepts a yearly wage that comes to the same by the hour:
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook amount=21.50 currency=CAD number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook amount=21.49 currency=CAD

    Accepts another wage in the refused application:
        2024/offer-of-employment.pdf as of 2024-03-01: offer employer=Acme title=Cook amount=19.00 currency=CAD
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook amount=26.00 currency=CAD

    Accepts a wage in another currency:
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook amount=29.50 currency=CAD number=7894563
        draft/offer-of-employment.pdf as of 2026-02-01: offer employer=Acme title=Cook amount=21.00 currency=USD

    Accepts an offer that a later one amends, by its day:
        draft/offer-of-employment_1.pdf as of 2026-01-08: offer employer=Acme title=Cook amount=17.5 currency=CAD
        draft/offer-of-employment_2.pdf as of 2026-02-11: offer employer=Acme title=Cook amount=18.2 currency=CAD
        draft/offer-of-employment_2.pdf as of 2026-02-11: text "This letter replaces the offer of 8 January 2026."
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook amount=18.2 currency=CAD

    Reports an offer that a later one does not name:
        draft/offer-of-employment_1.pdf as of 2026-01-08: offer employer=Acme title=Cook amount=17.5 currency=CAD
        draft/offer-of-employment_2.pdf as of 2026-02-11: offer employer=Acme title=Cook amount=18.2 currency=CAD
        draft/offer-of-employment_2.pdf as of 2026-02-11: text "This letter replaces the offer of 3 May 2025."
    """
    for person in applicants(case):
        told = terms(case, person, "amount", _shown)
        for currency in sorted({term.told.record.currency or "" for term in told}):
            groups = parted([t for t in told if (t.told.record.currency or "") == currency], _agree)
            if len(groups) > 1:
                words, places = sides(groups)
                detail = f"The hourly wage in Canada differs: {words}.{_below(groups)}"
                yield Mismatch(
                    person, f"wage {currency}".strip(), detail, places, follows=(Cause("offer/employer"),)
                )


def _shown(offer: Offer) -> str | None:
    return f"{offer.amount:.2f} {offer.currency or ''}".strip() if offer.amount is not None else None


def _agree(one: Term, other: Term) -> bool:
    first, second = one.told.record.amount or 0.0, other.told.record.amount or 0.0
    return abs(first - second) <= ROUNDING * max(first, second)


def _below(groups: tuple[tuple[Term, ...], ...]) -> str:
    """Say how far the lowest wage lies below the highest, by the hour and by a year of 40 hours a week."""
    amounts = sorted(group[0].told.record.amount or 0.0 for group in groups)
    apart = sum(high - low for low, high in pairwise(amounts))
    return f" They are {apart:.2f} an hour apart: {apart * 40 * 52:,.0f} in a year of 40 hours a week."
