"""document/unsigned: a form or letter without signature or date."""

from collections.abc import Iterator

from consistency.comparator.doubts import contents, owner
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.telling import cite_papers
from consistency.model import Case, Paper, Severity

OF_A_REGISTER = frozenset({"civil-certificate"})
"""Papers that tell the day of an event, and need not say when the copy was made."""

OWN_DAY = frozenset({"signature", "stated", "config"})
"""How a day is known that the paper itself gives, or the user."""


@rule(Severity.MINOR)
def unsigned(case: Case) -> Iterator[Mismatch]:
    """A form or letter has no signature, or no date.

    Why: an unsigned form is sent back, and a letter that nobody signed or dated proves nothing.
    Advice: sign and date the form; ask the author of the letter for a signed and dated one.

    Reports a form of the draft that is not signed:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI signed=no

    Reports a letter that nobody signed:
        draft/employment-letter.pdf as of 2026-03-01: full_name="Ali Rahimi" signed=no

    Reports a letter without a date:
        draft/employment-letter.pdf: full_name="Ali Rahimi" signed=yes

    Accepts a paper that is signed and dated:
        draft/employment-letter.pdf as of 2026-03-01: full_name="Ali Rahimi" signed=yes

    Accepts a kind of paper that is not signed:
        draft/cv.pdf as of 2026-03-01: full_name="Ali Rahimi"

    Accepts a certificate of a register that tells no day of its own:
        draft/civil-certificate.pdf: marriage_date=2020-01-05 signed=yes

    Accepts a scan, on which a signature cannot be seen:
        draft/imm1295.png as of 2026-03-01: family_name=RAHIMI signed=no
    """
    for content, papers in contents(case, lambda paper: bool(_lacks(paper))):
        names = ", ".join(paper.path for paper in papers)
        drafted = any(case.in_draft(paper) for paper in papers)
        yield Mismatch(
            person=owner(case, papers),
            subject=content,
            detail=f"{names} has no {_lacks(papers[0])}.",
            evidence=cite_papers(papers),
            severity=Severity.MAJOR if drafted else Severity.MINOR,
        )


def _lacks(paper: Paper) -> str:
    """Say what a paper lacks of signature and date; nothing where it is not signed, or cannot be seen."""
    if paper.signed is None or paper.document.method == "ocr" or _is_print_out(paper):
        return ""
    if not paper.signed:
        return "signature"
    dated = paper.as_of.basis in OWN_DAY and paper.as_of.date is not None
    return "" if dated or paper.is_form or paper.kind in OF_A_REGISTER else "date"


def _is_print_out(paper: Paper) -> bool:
    """True for a form without its data: the signature may be a stroke of the pen."""
    return paper.is_form and not paper.document.is_filled_in
