"""What is said of a DOCX that still carries changes and comments."""

from __future__ import annotations

from consistency.model import Problem
from consistency.readers.problems import quoted


def tracked_change(path: str, what: str, who: str, place: str) -> Problem:
    """Report a change that is neither accepted nor rejected; ``what`` quotes the words."""
    return Problem(
        "tracked-changes",
        f"{path} has an unresolved change{who} in {place}: {what}. It was read as if accepted. "
        "Accept or reject all changes before the letter is signed.",
    )


def more_tracked_changes(path: str, count: int) -> Problem:
    """Report how many further changes there are."""
    return Problem(
        "tracked-changes",
        f"{path} has {count} more unresolved changes. "
        "Accept or reject all changes before the letter is signed.",
    )


def comment(path: str, text: str, who: str, place: str) -> Problem:
    """Report a comment left in a DOCX."""
    return Problem(
        "comments",
        f"{path} still carries a comment{who} on {place}: {quoted(text)}. It is not part of the text that "
        "was compared. Remove it before the paper is sent.",
    )


def more_comments(path: str, count: int) -> Problem:
    """Report how many further comments there are."""
    return Problem("comments", f"{path} carries {count} more comments. Remove them before the paper is sent.")
