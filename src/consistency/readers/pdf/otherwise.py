"""What is said of a PDF that shows other things than it holds: words out of sight, fields that look otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.model import Problem
from consistency.readers.pdf.widgets import OFF, Field
from consistency.readers.problems import quoted

MOST_TOLD = 20
"""Pages, and fields, that are told one by one."""
ADVICE = (
    "They were not compared, but whoever searches the file or copies from it gets them. "
    "Take them out, or print the pages anew from the program they came from."
)


def out_of_sight(path: str, number: int, unseen: Sequence[str], outside: Sequence[str]) -> Iterator[Problem]:
    """Report the words of a page that nobody sees; each piece is a line."""
    if unseen:
        why = "in the colour of the paper, under something, without ink, switched off or too small to read"
        yield _unseen(path, number, f"holds words that nobody sees ({why})", unseen)
    if outside:
        yield _unseen(path, number, "holds words beside the part of it that is shown", outside)


def _unseen(path: str, number: int, what: str, lines: Sequence[str]) -> Problem:
    return Problem(
        "hidden-text", f"Page {number} of {path} {what}: {quoted(' '.join(lines))}. {ADVICE}", number
    )


def told(path: str, found: Sequence[Problem]) -> Iterator[Problem]:
    """Give what was found of this kind, and of what is too much its number."""
    yield from found[:MOST_TOLD]
    if len(found) > MOST_TOLD:
        more = len(found) - MOST_TOLD
        yield Problem(found[0].code, f"There are {more} more places of this kind in {path}.")


def shown_otherwise(path: str, fields: Sequence[Field]) -> Iterator[Problem]:
    """Report the fields whose place on the page shows another thing than they hold, with both."""
    found: dict[str, Problem] = {}
    for field in fields:
        if field.name not in found and (field.shown is not None or field.held is not None):
            found[field.name] = _shown_otherwise(path, field)
    yield from told(path, tuple(found.values()))


def _shown_otherwise(path: str, field: Field) -> Problem:
    held, shown = _quoted(field.value), _quoted(field.shown)
    if field.button:
        held, shown = _quoted(None if field.held in OFF else field.held), _quoted(field.value)
    return Problem(
        "data-disagree",
        f"{path} says two things for the field {field.name}: {held} in the form's data and {shown} on the page. "
        "Open the form in Adobe Reader, correct the field, and save it.",
        field.page,
    )


def _quoted(text: str | None) -> str:
    return quoted(text) if text and text.strip() else "nothing"
