"""offer/number: the number of the assessment or of the exempt offer."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.passages import passages
from consistency.comparator.telling import Told
from consistency.comparator.work.offers import Term, apart, applicants, drafted, sides, terms
from consistency.model import Case, Offer, Person, Severity
from consistency.normalizer.identifiers import lmia_number, offer_number
from consistency.normalizer.text import fold

OPEN = ("open work permit", "permis de travail ouvert")


@rule(Severity.CRITICAL, references=["IRPR s.200(1)(c)", "IRPR s.203(1)"])
def number(case: Case) -> Iterator[Mismatch]:
    """The LMIA or offer number is missing, wrongly shaped, or not the same in all papers of the draft.

    Why: IRCC finds the assessment or the offer by this number alone; an LMIA number is made of digits, the number of
    an offer that needs no LMIA is A and seven digits. With another number there is no offer to the application.
    Advice: correct the draft to the number at the top of the assessment, or in the employer's portal confirmation; or
    have the employer correct the letter that carries a slip.

    Reports a number on the form that is not the assessment's:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894653
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563

    Reports a form without the number:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563

    Reports an LMIA number with a letter in front:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=L7894563

    Reports an exempt offer with too few digits:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=A123456

    Accepts blanks, hyphens and words before the number:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number="LMIA 7894563"
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563

    Accepts a contract without a number:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=A1234567
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook

    Accepts the number of the refused application:
        2024/imm1295.pdf as of 2024-03-01: offer employer=Acme title=Cook number=7000563
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563

    Accepts a letter that also names the number of the refused application:
        2024/imm1295.pdf as of 2024-03-01: offer employer=Acme title=Cook number=7000563
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7000563
        draft/explanation-letter.pdf as of 2026-03-01: text "The new LMIA has the number 7894563."
    """
    for person in applicants(case):
        told = [
            t for t in terms(case, person, "number", lambda offer: offer.number) if not _old(case, person, t)
        ]
        groups = apart(told, lambda one, other: _bare(one) == _bare(other))
        if len(groups) > 1:
            words, places = sides(groups)
            yield Mismatch(person, "number", f"The number of the LMIA or offer differs: {words}.", places)
        elif groups and not _shaped(groups[0][0].value):
            yield _misshapen(person, groups[0])
        else:
            yield from _missing(case, person, groups)


def _bare(number: str) -> str:
    return lmia_number(number) or offer_number(number) or fold(number).replace(" ", "")


def _shaped(number: str) -> bool:
    return lmia_number(number) is not None or offer_number(number) is not None


def _misshapen(person: Person, told: Sequence[Term]) -> Mismatch:
    number = told[0].value
    detail = (
        f"“{number}” is neither the number of an LMIA (seven or eight digits, no letter) nor that of an offer that "
        "needs no LMIA (A and seven digits)."
    )
    return Mismatch(person, "number", detail, tuple(term.citation for term in told))


def _missing(case: Case, person: Person, groups: Sequence[Sequence[Term]]) -> Iterator[Mismatch]:
    """Give the form that names the employer without the number, where a paper of the draft tells one."""
    for told in drafted(case, person):
        if (
            groups
            and told.paper.is_form
            and not told.record.number
            and told.record.employer
            and not _open(told)
        ):
            number = groups[0][0]
            detail = (
                f"{told.paper.path} names no LMIA or offer number; {number.paper.path} has {number.value}."
            )
            places = (told.cite("number", None), *(term.citation for term in groups[0]))
            yield Mismatch(person, "number", detail, places)


def _open(told: Told[Offer]) -> bool:
    return any(word in fold(told.record.title or "") for word in OPEN)


def _old(case: Case, person: Person, term: Term) -> bool:
    """True for a letter that tells the number of a past application, and another one too or none of its own."""
    past = {
        _bare(offer.number)
        for paper in case.of(person)
        if not case.in_draft(paper)
        for offer in paper.all(Offer)
        if offer.number
    }
    if term.paper.is_form or _bare(term.value) not in past:
        return False
    others = {_bare(t.record.number) for t in drafted(case, person) if t.record.number} - {_bare(term.value)}
    told = [fold(passage.text) for passage in passages(term.paper)]
    return any(other in text for other in others for text in told)
