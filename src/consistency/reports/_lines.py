"""Lines for a terminal: how wide it is, and text that is broken to fit it."""

import shutil
import textwrap

WIDEST = 120
"""Columns beyond which a line is hard to read."""


def columns() -> int:
    """Give the width of the present terminal in columns, 120 at most."""
    return min(shutil.get_terminal_size((100, 24)).columns, WIDEST)


def flat(text: str) -> str:
    """Write a text in one line."""
    return " ".join(text.split())


def wrapped(text: str, width: int, indent: str) -> str:
    """Break a text to a width; all lines but the first are indented."""
    return textwrap.fill(text, width, subsequent_indent=indent, break_on_hyphens=False)
