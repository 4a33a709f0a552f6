"""offer/title: the job in Canada, two positions."""

from collections.abc import Iterator

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.work.offers import apart, applicants, sides, terms
from consistency.model import Case, Severity
from consistency.normalizer import occupations


@rule(Severity.MAJOR, references=["IRPR s.203(1)", "IRPR s.200(3)(a)"])
def title(case: Case) -> Iterator[Mismatch]:
    """The position in Canada is named differently in the papers of the draft.

    Why: the assessment approves one position; the officer weighs the applicant's experience against it, and a
    contract or a form for another position is not what was approved.
    Advice: correct the paper that carries a slip; or ask the employer for papers that name one position; or explain
    in the letter why both titles are one position.

    Reports another position in the contract:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title="Food Service Supervisor"

    Accepts the title of the classification beside the employer's own:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title="Cooks" number=7894563

    Reports a rank of the dining room beside one of the kitchen:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title="Chef de rang" number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Chef number=7894563

    Accepts a French title with its kind behind it:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Soudeur number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title="Soudeur de tuyauterie" number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title="soudeur, tuyauterie industrielle"

    Accepts a group of the classification that lists the position:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title="Kitchen helper" number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title="Food counter attendants, kitchen helpers and related support occupations"

    Accepts a translation:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cuisinier number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
    """
    for person in applicants(case):
        told = terms(case, person, "title", lambda offer: offer.title)
        groups = apart(told, lambda one, other: occupations.compare_titles(one, other).agrees)
        if len(groups) > 1:
            words, places = sides(groups)
            detail = f"The position in Canada differs: {words}."
            yield Mismatch(person, "title", detail, places, follows=(Cause("offer/employer"),))
