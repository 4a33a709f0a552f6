"""What only the structure of a form tells. pypdf reads it, and is loaded where that is asked: few files need it."""

from __future__ import annotations

from consistency.readers.pdf.widgets import Field

ERRORS = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, OSError, AssertionError, RecursionError,
    NotImplementedError, OverflowError, MemoryError, ArithmeticError,
)  # fmt: skip
"""What reading the structure of a broken file ends in."""


def is_drawn_anew(data: bytes, passwords: tuple[str, ...]) -> bool:
    """Say whether viewers are to draw all fields from their values, whatever is in the file; raises :data:`ERRORS`."""
    from consistency.readers.pdf import acroform

    return acroform.is_drawn_anew(data, passwords)


def unplaced(data: bytes, passwords: tuple[str, ...], most: int) -> tuple[tuple[Field, ...], bool] | None:
    """Give the fields of a form that no page shows, and whether there are more than may be read.

    None where there is no form. Raises one of :data:`ERRORS`.
    """
    from consistency.readers.pdf import acroform

    return acroform.read_fields(data, passwords, most)
