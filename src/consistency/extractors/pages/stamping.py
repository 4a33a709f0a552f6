"""The lines of a sheet without what was stamped on it afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from consistency.model import Line
from consistency.normalizer.stamps import is_stamp

TOP, BOTTOM = 0.06, 0.93
"""Shares of the page's height above and below which stamps stand."""


def unstamped(lines: Iterable[Line], height: float) -> tuple[Line, ...]:
    """Give the lines that a paper itself has: without the stamps at the edges of a page of a height."""
    return tuple(line for line in lines if not (_at_edge(line, height) and is_stamp(line.text)))


def _at_edge(line: Line, height: float) -> bool:
    box = line.box
    return box is not None and (box.y1 < TOP * height or box.y0 > BOTTOM * height)
