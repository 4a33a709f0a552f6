"""Boxes, how a page lies in its picture, and where its words then are: pure geometry."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from msgspec import Struct

Quarters = Literal[0, 90, 180, 270]


class Box(Struct, frozen=True, array_like=True, gc=False):
    """A rectangle in PDF points (1/72 inch) from the page's top left, as it is seen (rotation applied)."""

    x0: float
    y0: float
    x1: float
    y1: float

    def __iter__(self) -> Iterator[float]:
        """Give left, top, right and bottom, one after the other."""
        return iter((self.x0, self.y0, self.x1, self.y1))

    def union(self, other: Box) -> Box:
        """Give the smallest box that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1)
        )

    def meets(self, other: Box) -> bool:
        """Say whether both have some area in common."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1


def around(boxes: Iterable[Box]) -> Box:
    """Give the box around all boxes, of which there is at least one."""
    all_ = tuple(boxes)
    if len(all_) == 1:  # as for most lines, and this is asked for every word and line
        return all_[0]
    return Box(
        min([box.x0 for box in all_]),
        min([box.y0 for box in all_]),
        max([box.x1 for box in all_]),
        max([box.y1 for box in all_]),
    )


class Lie(NamedTuple):
    """By how much a page's picture is to be turned to the right, in degrees, until its lines are level and upright.

    It is turned by quarters first, and then by the tilt, from -45 to 45, about its middle.
    """

    quarters: Quarters = 0
    tilt: float = 0.0

    @property
    def on_side(self) -> bool:
        """True where width and height change places."""
        return self.quarters in (90, 270)

    def back(self, box: Box, width: float, height: float) -> Box:
        """Give the place on the page as it is seen of a box on the upright page, which is so wide and high."""
        x, y = _turned((box.x0 + box.x1 - width) / 2, (box.y0 + box.y1 - height) / 2, -self.tilt)
        across, down = (box.x1 - box.x0) / 2, (box.y1 - box.y0) / 2
        x0, x1 = x + width / 2 - across, x + width / 2 + across
        y0, y1 = y + height / 2 - down, y + height / 2 + down
        match self.quarters:
            case 90:
                return Box(y0, width - x1, y1, width - x0)
            case 180:
                return Box(width - x1, height - y1, width - x0, height - y0)
            case 270:
                return Box(height - y1, x0, height - y0, x1)
            case _:
                return Box(x0, y0, x1, y1)


UPRIGHT = Lie()


def _turned(x: float, y: float, degrees: float) -> tuple[float, float]:
    """Turn a point to the right about the origin; y grows downwards."""
    angle = math.radians(degrees)
    return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)
