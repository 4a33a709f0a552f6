"""Tables in which a letter sets out what other papers say: they are quotes, and tell nothing themselves.

The letter that this program lays out quotes every paper in tables with heads of its own; once it is filled in,
what stands outside these tables is what the applicant says.
"""

from __future__ import annotations

from consistency.model import Document, Line
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

HEADS = frozenset(
    {
        "exhibit document where it stands what it says there",
        "document where it stands what it says there",
        "no kind document date belongs to",
        "what it is about earlier papers said the new application says correct is proof",
        "when what details documents conflict",
        "piece document a quel endroit ce quon y lit",
        "document a quel endroit ce quon y lit",
        "no genre document date se rapporte a",
        "de quoi il sagit les documents anterieurs disaient la nouvelle demande dit ce qui est exact preuve",
        "quand quoi details documents conflit",
    }
)
"""The heads (folded) of the tables that quote."""

_TABLE = expression(r"table \d+")


def own_lines(document: Document) -> tuple[Line, ...]:
    """Give the lines of a document without its tables of quotes; a print-out has no tables, and is given whole."""
    if document.media != "docx":
        return document.lines
    quoting = {_table(line) for line in document.lines if fold(line.text) in HEADS}
    if not quoting - {None}:
        return document.lines
    return tuple(line for line in document.lines if _table(line) is None or _table(line) not in quoting)


def _table(line: Line) -> str | None:
    found = _TABLE.match(line.place or "")
    return found[0] if found else None
