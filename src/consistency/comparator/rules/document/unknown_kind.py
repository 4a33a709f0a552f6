"""document/unknown-kind: a paper that was read, but of which nothing is known."""

from collections.abc import Iterator

from consistency.comparator.doubts import FOREIGN, contents, owner, sentences
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.telling import cite_papers
from consistency.model import Case, Paper, Severity


@rule(Severity.INFO)
def unknown_kind(case: Case) -> Iterator[Mismatch]:
    """A document was read, but its kind was not recognised, and nothing in it was compared.

    Why: a clean report says nothing about a paper that was not compared.
    Advice: compare the paper by eye, or leave it out of the folder if it is not part of an application.

    Reports:
        draft/unknown.pdf as of 2026-03-01: text "Minutes of the gardening club"

    Reports a paper in a language that is not read:
        draft/unknown.pdf as of 2026-03-01: text "Constancia de trabajo"
        draft/unknown.pdf as of 2026-03-01: problem code=language message="The paper is written in Spanish."

    Accepts a kind that is known:
        draft/cv.pdf as of 2026-03-01: text "Curriculum vitae"

    Accepts a file that could not be read, which is told by another check:
        draft/scan.pdf: problem code=no-text message="The page is a picture." read=failed

    Accepts a page without a word:
        draft/unknown.pdf as of 2026-03-01: text ""
    """
    for content, papers in contents(case, _unknown):
        names = ", ".join(paper.path for paper in papers)
        yield Mismatch(
            person=owner(case, papers),
            subject=content,
            detail=sentences(papers, FOREIGN)
            or f"{names} was read, but it is no form and no paper that is known: nothing in it was compared.",
            evidence=cite_papers(papers),
        )


def _unknown(paper: Paper) -> bool:
    return paper.kind == "unknown" and paper.document.read != "failed" and bool(paper.document.text.strip())
