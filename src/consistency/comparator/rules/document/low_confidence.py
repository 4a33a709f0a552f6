"""document/low-confidence: values that were read with doubt."""

from collections.abc import Iterator, Sequence

from consistency.comparator.doubts import contents, owner, unclaimed
from consistency.comparator.engine import Mismatch, rule
from consistency.model import Case, Citation, Evidence, Paper, Severity

MOST = 8
"""How many values a finding names."""

Doubt = tuple[str, Evidence]
"""What the value is, and where it stands."""


@rule(Severity.INFO)
def low_confidence(case: Case, *, threshold: float = 0.80) -> Iterator[Mismatch]:
    """A value that was compared could not be read for certain.

    Why: a difference may be one of reading, and an agreement too.
    Advice: look at the place in the document; give the original file, or a better scan.

    Reports text recognised with doubt:
        draft/passport.pdf as of 2026-03-01: birth_date=1990-05-04 confidence=0.5

    Reports a form that holds two values for one field:
        draft/imm1295.pdf as of 2026-03-01: problem code=data-disagree message="Two values for the field Given."

    Reports words that nobody sees on the page:
        draft/cv.pdf as of 2026-03-01: problem code=hidden-text message="Page 1 holds words that nobody sees."

    Reports them in a file in which there is nothing else:
        draft/cv.pdf: problem code=hidden-text message="Page 1 holds words that nobody sees." read=failed

    Reports form data that had to be mended:
        draft/imm1295.pdf as of 2026-03-01: problem code=repaired-xml message="The data are not well formed."

    Reports a code that no list explains:
        draft/imm1295.pdf as of 2026-03-01: problem code=unknown-code message="Code 999 of the country is not known."

    Reports a damaged file that was read in full all the same:
        draft/cv.pdf as of 2026-03-01: problem code=damaged message="The index was rebuilt."

    Accepts text recognised for certain:
        draft/passport.pdf as of 2026-03-01: birth_date=1990-05-04 confidence=0.95

    Accepts a page that was left out, which is told by another check:
        draft/cv.pdf as of 2026-03-01: problem code=page-unreadable message="Page 2 is damaged." read=partial

    Accepts a change that is tracked, which is told by another check:
        draft/cv.docx as of 2026-03-01: problem code=tracked-changes message="A word is inserted."

    Accepts a file that could not be read at all:
        draft/scan.pdf: problem code=no-text message="The page is a picture." read=failed
    """
    for content, papers in contents(case, lambda paper: bool(_doubts(paper, threshold) or unclaimed(paper))):
        yield Mismatch(
            person=owner(case, papers),
            subject=content,
            detail=" ".join(dict.fromkeys(_sentences(papers, threshold))),
            evidence=tuple(_citations(papers, threshold)),
        )


def _doubts(paper: Paper, threshold: float) -> list[Doubt]:
    facts = [(fact.attribute, fact.evidence) for fact in paper.facts]
    records = [(record.type, record.evidence) for record in paper.records]
    return [doubt for doubt in (*facts, *records) if doubt[1].confidence < threshold]


def _sentences(papers: Sequence[Paper], threshold: float) -> Iterator[str]:
    for paper in papers:
        yield from (problem.message for problem in unclaimed(paper))
        doubts = _doubts(paper, threshold)
        if doubts:
            named = ", ".join(f"“{where.quote}” ({what.replace('_', ' ')})" for what, where in doubts[:MOST])
            more = f" and {len(doubts) - MOST} more" if len(doubts) > MOST else ""
            yield f"Recognised with doubt in {paper.path}: {named}{more}."


def _citations(papers: Sequence[Paper], threshold: float) -> Iterator[Citation]:
    for paper in papers:
        for problem in unclaimed(paper):
            yield Citation(Evidence(paper.path, None, page=problem.page), None, paper.as_of.date)
        for _, where in _doubts(paper, threshold):
            yield Citation(where, where.quote, paper.as_of.date)
