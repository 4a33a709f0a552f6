"""offer/contract: a contract or offer that is not signed, not dated, or dated after the filing."""

from collections.abc import Iterator

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.offers import applicants
from consistency.model import Case, Citation, Evidence, Offer, Paper, Person, Severity
from consistency.normalizer.dates import PartialDate

KINDS = {"employment-contract": "The contract", "offer-of-employment": "The offer of employment"}


@rule(Severity.MAJOR, references=["IRPR s.200(5)"])
def contract(case: Case) -> Iterator[Mismatch]:
    """A contract or an offer of the draft is unsigned, undated, or dated after the application was signed.

    Why: a paper that binds nobody, or that did not exist when the application was signed, is no proof of a genuine
    offer.
    Advice: enclose the copy that both have signed and dated before the application is signed.

    Reports a contract without a signature:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook
        draft/employment-contract.pdf as of 2026-02-01: signed=no

    Reports a contract of a later day than the application:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-04-01: offer employer=Acme title=Cook
        draft/employment-contract.pdf as of 2026-04-01: signed=yes

    Reports a contract without a date:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf: offer employer=Acme title=Cook

    Accepts a contract signed before the application:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook
        draft/employment-contract.pdf as of 2026-02-01: signed=yes

    Accepts a contract on the day of the application:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-03-01: offer employer=Acme title=Cook

    Accepts a paper of which a part could not be read:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf: offer employer=Acme title=Cook
        draft/employment-contract.pdf: problem code=no-text message="Page 3 is a picture." read=partial
    """
    for person in applicants(case):
        filed = _filed(case, person)
        for paper in case.of(person):
            if case.in_draft(paper) and paper.kind in KINDS and paper.document.read == "full":
                yield from _of(paper, person, filed)


def _filed(case: Case, person: Person) -> tuple[Paper, PartialDate] | None:
    """Give the draft's form with the offer, and the day on which it was signed."""
    forms = [p for p in case.of(person) if case.in_draft(p) and p.is_form and any(p.all(Offer))]
    return next(((p, p.as_of.date) for p in forms if p.as_of.date is not None), None)


def _of(paper: Paper, person: Person, filed: tuple[Paper, PartialDate] | None) -> Iterator[Mismatch]:
    name, day = KINDS[paper.kind], paper.as_of.date
    here = Citation(Evidence(paper.path, None), None, day)
    subject = f"{paper.kind} {day or ''}".strip()
    if paper.signed is False and paper.document.method != "ocr":
        yield Mismatch(person, f"{subject} unsigned", f"{name} ({paper.path}) bears no signature.", (here,))
    if day is None or paper.as_of.basis in {"metadata", "folder"}:
        yield Mismatch(person, f"{subject} undated", f"{name} ({paper.path}) bears no date.", (here,))
    elif filed is not None and day.after(filed[1]):
        form = Citation(Evidence(filed[0].path, filed[1].iso), filed[1].iso, filed[1])
        dated = Citation(Evidence(paper.path, day.iso), day.iso, day)
        detail = f"{name} ({paper.path}) is dated {day}; the application was signed on {filed[1]}."
        yield Mismatch(person, f"{subject} later", detail, (dated, form))
