"""Which papers are a decision by Canada on an application, and not another state's."""

from consistency.model import Paper, Refusal

CANADA = "CA"
DECISIONS = frozenset({"refusal-letter", "gcms-notes", "decision-notes"})
"""The kinds of papers that tell a decision; the two kinds of notes are IRCC's alone."""


def is_by_canada(refusal: Refusal) -> bool:
    """True for a refusal by Canada, or by nobody that is named."""
    return refusal.country in {CANADA, None}


def decided_by_canada(paper: Paper) -> bool:
    """True for a paper that IRCC wrote of a decision, not for another state's letter of refusal."""
    if paper.kind not in DECISIONS:
        return False
    own = next(paper.all(Refusal), None)
    return paper.kind != "refusal-letter" or own is None or is_by_canada(own)


def is_foreign(paper: Paper) -> bool:
    """True for another state's letter of refusal, whose reasons are not Canada's."""
    return paper.kind in DECISIONS and not decided_by_canada(paper)
