"""Lines for a terminal: how wide it is, and text that is broken to fit it."""

import shutil
import textwrap

from consistency.normalizer.expressions import expression

_UNPRINTABLE = expression(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What XML 1.0 does not allow, and what a screen would obey: controls, and signs that turn the order of words."""

WIDEST = 120
"""Columns beyond which a line is hard to read."""


def columns() -> int:
    """Give the width of the present terminal in columns, 120 at most."""
    return min(shutil.get_terminal_size((100, 24)).columns, WIDEST)


def flat(text: str) -> str:
    """Write a text on one line, without signs that no format can hold."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def wrapped(text: str, width: int, indent: str) -> str:
    """Break a text to a width; all lines but the first are indented."""
    return textwrap.fill(text, width, subsequent_indent=indent, break_on_hyphens=False)
