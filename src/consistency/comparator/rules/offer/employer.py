"""offer/employer: the job in Canada, two employers."""

from collections.abc import Iterator

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.renaming import renaming
from consistency.comparator.work.offers import apart, applicants, sides, terms
from consistency.model import Case, Severity
from consistency.normalizer import organisations


@rule(Severity.MAJOR, references=["IRPR s.203(1)", "IRPR s.200(1)(c)"])
def employer(case: Case) -> Iterator[Mismatch]:
    """The employer in Canada is named differently in the papers of the draft.

    Why: a work permit names one employer; the officer compares the form with the assessment, the offer and the
    contract, and a contract with another employer supports no offer.
    Advice: correct the paper that carries a slip; or enclose proof that both names are one employer (a trade name, a
    change of name); or leave out what belongs to another offer.

    Reports a contract with another employer:
        draft/imm1295.pdf as of 2026-03-01: offer employer="Maple Ridge Foods Ltd." title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer="Maple Ridge Foods Ltd." title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer="Chinook Catering Ltd." title=Cook

    Accepts a legal form left out:
        draft/imm1295.pdf as of 2026-03-01: offer employer="MAPLE RIDGE FOODS" title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer="Maple Ridge Foods Ltd." title=Cook number=7894563

    Accepts a trade name that a paper explains:
        draft/lmia.pdf as of 2026-01-10: offer employer="1234567 Alberta Ltd." title=Cook number=7894563
        draft/offer-of-employment.pdf as of 2026-02-01: offer employer="Prairie Kitchen" title=Cook number=7894563
        draft/offer-of-employment.pdf as of 2026-02-01: text "1234567 Alberta Ltd. operating as Prairie Kitchen"

    Accepts the employer of the refused application:
        2024/imm1295.pdf as of 2024-03-01: offer employer="Chinook Catering Ltd." title=Cook number=7000563
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer="Maple Ridge Foods Ltd." title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer="Maple Ridge Foods Ltd." title=Cook number=7894563
    """
    for person in applicants(case):
        papers = case.of(person)
        told = terms(case, person, "employer", lambda offer: offer.employer)
        groups = apart(told, lambda one, other: organisations.compare(one, other).agrees)
        if len(groups) > 1 and not all(
            renaming(papers, groups[0][0].value, group[0].value) for group in groups[1:]
        ):
            words, places = sides(groups)
            yield Mismatch(person, "employer", f"The employer in Canada differs: {words}.", places)
