"""offer/permit-type: the type of work permit does not fit the offer on the form."""

from collections.abc import Iterator

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.reapplication.decisions import argument, letters
from consistency.comparator.work.offers import OPEN
from consistency.model import Case, Citation, Offer, Paper, Permit, Person, Severity
from consistency.normalizer.expressions import expression
from consistency.normalizer.identifiers import lmia_number, offer_number
from consistency.normalizer.text import fold

LMIA, EXEMPT = "lmia work permit", "lmia exempt work permit"
"""The types (folded) of a permit that binds to an employer: after an assessment, and without one."""

NOBODY = expression(
    r"(?:(?:open|any|all|various|n a|na|none|nil|not applicable|unspecified|tbd|unknown|ouverte?|tout|tous|aucune?"
    r"|sans objet|work|permit|permis|de|travail|employers?|employeurs?)(?: |$))*"
)
"""What stands in the employer's field (folded) where there is none."""

APPLIES = expression(
    r"\b(?:appl(?:y|ying|ied|ication)|request\w*|seek\w*|demande\w*|sollicit\w*)(?: \w+){0,5}"
    r" (?:open work permit|permis de travail ouvert)\b"
)
"""Words (folded) by which a letter applies for an open permit."""

OTHERS = expression(
    r"\b(?:spouse|husband|wife|partner|conjointe?|mari|epouse|not|previous\w*|refused|earlier|pas|refuse\w*)\b"
)


@rule(Severity.MAJOR, references=["IRPR s.200(1)(c)", "IRPR s.203(1)"])
def permit_type(case: Case) -> Iterator[Mismatch]:
    """The form applies for one type of work permit, and the offer is that of another.

    Why: an open permit binds to no employer, and one for an employer needs the LMIA or the offer's number; an
    application of a mixed kind is refused under the type that it names.
    Advice: settle the type with whoever advises on it, and make type, employer and number of the form agree; or say in
    the explanation letter why the number stands there.

    Reports an open permit with the number of an LMIA:
        draft/imm1295.pdf as of 2026-03-01: permit status="open work permit"
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563

    Reports a permit after an LMIA without employer and number:
        draft/imm1295.pdf as of 2026-03-01: permit status="LMIA work permit"
        draft/imm1295.pdf as of 2026-03-01: offer title=Cook

    Reports an LMIA number where none is needed:
        draft/imm1295.pdf as of 2026-03-01: permit status="LMIA-exempt work permit"
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563

    Reports the number of an exempt offer under the LMIA:
        draft/imm1295.pdf as of 2026-03-01: permit status="LMIA work permit"
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=A1234567

    Reports a letter that applies for an open permit:
        draft/imm1295.pdf as of 2026-03-01: permit status="LMIA work permit"
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "I am applying for an open work permit."

    Accepts a permit after an LMIA with its number:
        draft/imm1295.pdf as of 2026-03-01: permit status="LMIA work permit"
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "I am applying for a work permit."

    Accepts an employer whose offer has no number yet:
        draft/imm1295.pdf as of 2026-03-01: permit status="LMIA work permit"
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook

    Accepts an open permit without an employer:
        draft/imm1295.pdf as of 2026-03-01: permit status="open work permit"
        draft/imm1295.pdf as of 2026-03-01: offer employer="Any employer" title=Cook

    Reports an open permit with an employer:
        draft/imm5710.pdf as of 2026-03-01: permit status="open work permit"
        draft/imm5710.pdf as of 2026-03-01: offer employer=Acme title=Cook

    Accepts an open permit with the occupation alone:
        draft/imm5710.pdf as of 2026-03-01: permit status="open work permit"
        draft/imm5710.pdf as of 2026-03-01: offer title=Cook

    Accepts a form that tells no type:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563

    Accepts the open permit of the spouse in the letter:
        draft/imm1295.pdf as of 2026-03-01: permit status="LMIA work permit"
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "My wife applies for an open work permit."
    """
    for person in case.people:
        for form in (paper for paper in case.drafted(person) if paper.is_form):
            for permit in form.all(Permit):
                if fold(permit.status or "") in {OPEN, LMIA, EXEMPT}:
                    yield from _on_form(person, form, permit)
                    yield from _in_letter(case, person, form, permit)


def _on_form(person: Person, form: Paper, permit: Permit) -> Iterator[Mismatch]:
    kind = fold(permit.status or "")
    offers: list[Offer | None] = [*form.all(Offer)]
    for offer in offers or [None]:
        wrong = _wrong(kind, offer)
        if wrong:
            detail = f"{form.path} applies for the type “{permit.status}”, and {wrong}."
            cited = [_cite(form, permit, permit.status)]
            if offer is not None:
                cited.append(_cite(form, offer, offer.number or offer.employer))
            yield Mismatch(person, "type of permit", detail, tuple(cited))


def _wrong(kind: str, offer: Offer | None) -> str:
    """Say what of an offer does not fit a type of permit; nothing where all fits."""
    number, employer = (offer.number or "", offer.employer or "") if offer else ("", "")
    nobody = NOBODY.fullmatch(fold(employer)) is not None
    if kind == OPEN:
        if lmia_number(number) or offer_number(number):
            return f"names the LMIA or offer {number}"
        return "" if nobody else f"names the employer {employer}"
    if offer is None or (not number and nobody):
        return "names neither employer nor number"
    if kind == EXEMPT and lmia_number(number):
        return f"{number} is the number of an LMIA"
    if kind == LMIA and offer_number(number):
        return f"{number} is the number of an offer that needs no LMIA"
    return ""


def _in_letter(case: Case, person: Person, form: Paper, permit: Permit) -> Iterator[Mismatch]:
    """Give a letter that applies for an open permit where the form binds to an employer."""
    if fold(permit.status or "") == OPEN:
        return
    for letter in letters(case, person):
        for passage in argument(letter):
            words = fold(passage.text)
            if APPLIES.search(words) and not OTHERS.search(words):
                detail = (
                    f"{form.path} applies for the type “{permit.status}”; {letter.path} says “{passage.text}”"
                )
                told = passage.cite(passage.text)
                yield Mismatch(person, "type of permit", detail, (_cite(form, permit, permit.status), told))


def _cite(form: Paper, record: Permit | Offer, value: str | None) -> Citation:
    name = "status" if isinstance(record, Permit) else "number"
    return Citation(record.cite(name), value, form.as_of.date)
