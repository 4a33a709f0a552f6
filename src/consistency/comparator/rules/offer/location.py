"""offer/location: the job in Canada, two places of work."""

from collections.abc import Iterator

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.work.offers import apart, applicants, sides, terms
from consistency.model import Case, Severity
from consistency.normalizer import places
from consistency.normalizer.text import fold


@rule(Severity.MAJOR, references=["IRPR s.203(1)"])
def location(case: Case) -> Iterator[Mismatch]:
    """The place of work in Canada differs in the papers of the draft.

    Why: the assessment holds for the places that it names, and the officer compares them with the contract and the
    form; where they differ the application is sent back or refused.
    Advice: correct the paper that carries a slip; or enclose the employer's letter about all places of work; or
    have the assessment amended.

    Reports another town in the contract:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook city=Winnipeg number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook city=Winnipeg number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook city=Brandon

    Accepts a place that is one of several:
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook city="Winnipeg and Brandon" number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook city=Brandon

    Accepts a saint's name in short:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook city="ST. CATHARINES" number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook city="St Catharines" number=7894563
    """
    for person in applicants(case):
        groups = apart(terms(case, person, "city", lambda offer: offer.city), _agree)
        if len(groups) > 1:
            words, where = sides(groups)
            detail = f"The place of work in Canada differs: {words}."
            yield Mismatch(person, "location", detail, where, follows=(Cause("offer/employer"),))


def _agree(one: str, other: str) -> bool:
    first, second = set(fold(one).split()), set(fold(other).split())
    return places.compare_cities(one, other).agrees or first <= second or second <= first
