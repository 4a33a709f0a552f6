"""document/unreadable: what could not be read, where, why, and what to do."""

from collections.abc import Iterator

from consistency.comparator.doubts import BLANK, LEFT_OUT, contents, owner, places, problems_of, sentences
from consistency.comparator.engine import Mismatch, rule
from consistency.model import Case, Paper, Severity


@rule(Severity.MAJOR)
def unreadable(case: Case) -> Iterator[Mismatch]:
    """A document, or a part of it, could not be read.

    Why: what was not read was not compared; a contradiction in it goes unseen.
    Advice: give the document in a form that can be read, and run the check again; or compare it by eye.

    Reports a file behind a password:
        draft/statement.pdf: problem code=password message="The file is protected with a password." read=failed

    Reports a damaged file:
        draft/letter.pdf: problem code=damaged message="The file ends too early." read=failed

    Reports a file of another type:
        draft/letter.doc: problem code=wrong-type message="Save it as PDF." read=failed

    Reports an empty file:
        draft/letter.pdf: problem code=empty message="The file is empty." read=failed

    Reports a picture in which no text was found:
        draft/scan.pdf: problem code=no-text message="The page is a picture." read=failed

    Reports several pictures once:
        draft/scan.pdf: problem code=no-text message="The page is a picture." read=failed
        draft/photo.pdf: problem code=no-text message="The page is a picture." read=failed

    Reports a page that was left out:
        draft/cv.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/cv.pdf as of 2026-03-01: problem code=page-unreadable message="Page 2 is damaged." read=partial

    Reports pages beyond a limit:
        draft/cv.pdf as of 2026-03-01: problem code=over-limit message="Pages after 500 were not read." read=partial

    Accepts a file that was repaired and read in full:
        draft/cv.pdf as of 2026-03-01: problem code=damaged message="The index was rebuilt."

    Accepts a form that was printed blank, which is told by its own check:
        draft/imm1295.pdf: problem code=printed-blank message="Please wait..." read=failed

    Accepts a document that was read in full:
        draft/cv.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
    """
    found = list(contents(case, _left_out))
    pictures = [papers for _, papers in found if all(map(_is_picture, papers))]
    if pictures:
        yield _mismatch(case, PICTURES, tuple(paper for papers in pictures for paper in papers))
    for content, papers in found:
        if papers not in pictures:
            yield _mismatch(case, content, papers)


PICTURES = "pictures whose text was not recognised"
"""What is one cause is one finding, however many scans it keeps from being read."""


def _is_picture(paper: Paper) -> bool:
    return paper.document.read == "failed" and {p.code for p in paper.document.problems} == {"no-text"}


def _mismatch(case: Case, subject: str, papers: tuple[Paper, ...]) -> Mismatch:
    said = sentences(papers, LEFT_OUT) or f"{', '.join(p.path for p in papers)} could not be read."
    return Mismatch(
        person=owner(case, papers),
        subject=subject,
        detail=said,
        evidence=places(papers, LEFT_OUT),
    )


def _left_out(paper: Paper) -> bool:
    if paper.document.read == "failed":
        return not problems_of(paper, BLANK)
    return paper.document.read == "partial" and bool(problems_of(paper, LEFT_OUT))
