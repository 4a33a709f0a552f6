"""identity/mrz: a machine-readable zone that does not fit."""

from collections.abc import Iterator, Sequence

from consistency.comparator.doubts import TOLD_BY_OTHERS, owner, problems_of
from consistency.comparator.engine import Mismatch, rule
from consistency.model import Case, Citation, Evidence, Line, Paper, Problem, Severity

CHECKS, UNSURE = "mrz-check", "mrz-unsure"
SURE = 0.80
"""Below this confidence a picture may have been misread."""


@rule(Severity.MINOR, references=["IRPA s.16(1)"])
def mrz(case: Case, *, sure: float = SURE) -> Iterator[Mismatch]:
    """The machine-readable zone of a passport does not fit its check digits or the printed data.

    Why: the zone is what IRCC reads; check digits that fail look like a forged page, and a name or number that
    differs from the printed one makes two records.
    Advice: look at the passport: correct the draft where a value was copied wrongly, enclose a better scan where it
    was misread; where the passport itself is wrong, say so openly and document it with a letter of its issuer.

    Reports check digits that fail:
        draft/passport.pdf as of 2024-05-02: passport_number=X1234567
        draft/passport.pdf as of 2024-05-02: problem code=mrz-check message="Check digits do not fit: number."

    Reports a zone that says something else than what is printed:
        draft/passport.pdf as of 2024-05-02: passport_number=X1234567
        draft/passport.pdf as of 2024-05-02: problem code=mrz-differs message="The birth date is printed otherwise."

    Reports as a question a zone recognised with doubt:
        draft/passport.png as of 2024-05-02: passport_number=X1234567 confidence=0.5
        draft/passport.png as of 2024-05-02: problem code=mrz-check message="Check digits do not fit: number."

    Reports as a question a zone that its reader doubts:
        draft/passport.png as of 2024-05-02: passport_number=X1234567
        draft/passport.png as of 2024-05-02: problem code=mrz-unsure message="The zone could not be read surely."

    Accepts a zone that fits:
        draft/passport.pdf as of 2024-05-02: passport_number=X1234567
    """
    for paper in case.papers:
        problems = problems_of(paper, TOLD_BY_OTHERS)
        if problems:
            yield _mismatch(case, paper, problems, sure)


def _mismatch(case: Case, paper: Paper, problems: Sequence[Problem], sure: float) -> Mismatch:
    doubtful = _confidence(paper) < sure or any(p.code == UNSURE for p in problems)
    level = Severity.MINOR if all(p.code == CHECKS for p in problems) else Severity.MAJOR
    asked = " It was recognised with doubt: is it so on the passport itself?" if doubtful else ""
    return Mismatch(
        person=owner(case, [paper]),
        subject=f"machine-readable zone {paper.value('passport_number') or paper.document.content}",
        detail=f"{paper.path}: {' '.join(p.message for p in problems)}{asked}",
        evidence=tuple(_citations(paper, problems)),
        severity=Severity.INFO if doubtful else level,
        ask=doubtful,
    )


def _confidence(paper: Paper) -> float:
    """Give the confidence of the least certain word of the zone, or of the data beside it."""
    told = [line.confidence for line in _zone(paper)] or [fact.evidence.confidence for fact in paper.facts]
    return min(told, default=1.0)


def _zone(paper: Paper) -> list[Line]:
    return [line for line in paper.document.lines if "<<" in line.text.replace(" ", "")]


def _citations(paper: Paper, problems: Sequence[Problem]) -> Iterator[Citation]:
    """Cite the lines of the zone, else the page of each problem."""
    day = paper.as_of.date
    for line in _zone(paper):
        where = Evidence(paper.path, line.text, line.page, None, line.box, line.place, line.confidence)
        yield Citation(where, line.text, day)
    if not _zone(paper):
        yield from (
            Citation(Evidence(paper.path, None, page=problem.page), None, day) for problem in problems
        )
