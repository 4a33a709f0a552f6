"""How a page lies in its picture: turned by quarters, tilted by a few degrees.

Lines of text are seen at once where the dots of each row are summed up: rows through letters are dark, rows between
them are blank. At the page's own angle the sums change most from row to row; on a page that lies on its side the
sums of the columns do. Which of the two ways it then lies only the letters tell.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from consistency.model import Lie

SMALL = 900
"""Dots of the longer side at which an angle is measured: letters of 10 points are 8 dots high."""
MOST_TILT, COARSE, FINE = 10.0, 1.0, (0.4, 0.1)
"""Degrees: the largest tilt that is looked for, and the steps of the search."""
STRAIGHT = 0.15
"""Degrees of tilt that no engine minds: 7 dots from edge to edge of a page."""
MARGIN = 0.04
"""Share of the page at each edge, where scanners leave shadows."""
CELL, SOLID, AROUND = 6, 170, 5
"""Dots of a cell at that size, the mean from which it is solid ink, which letters never are, and the cells across that
go with one: the table beneath a photographed paper, and its shadow."""
TURNS = {
    90: Image.Transpose.ROTATE_270,  # Pillow turns to the left
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


class Part(NamedTuple):
    """A part of a picture in dots: its left and upper edges, and its right and lower ones, which are left out."""

    left: int
    top: int
    right: int
    bottom: int


def upright(picture: Image.Image, lie: Lie, part: Part | None = None) -> Image.Image:
    """Turn a picture so that its lines are level and upright; what a tilt brings in at the corners is white.

    Give the whole, or a part of the upright picture.
    """
    if part is None and not (lie.quarters or lie.tilt):
        return picture
    if lie.quarters:
        picture = picture.transpose(TURNS[lie.quarters])
    part = part or Part(0, 0, *picture.size)
    if not lie.tilt:
        return picture.crop(part)
    size = part.right - part.left, part.bottom - part.top
    back = _from_where(lie.tilt, picture.size, part)
    bicubic = Image.Resampling.BICUBIC
    return picture.transform(size, Image.Transform.AFFINE, back, resample=bicubic, fillcolor=255)


def _from_where(tilt: float, size: tuple[int, int], part: Part) -> tuple[float, ...]:
    """Give the matrix that leads from a part of a picture, turned about its middle, back to the picture as it was."""
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    across, down = size[0] / 2, size[1] / 2
    right, below = part.left - across, part.top - down
    return cos, sin, across + cos * right + sin * below, -sin, cos, down - sin * right + cos * below


def lies(ink: Image.Image, on_side: bool | None = None) -> tuple[Lie, ...]:
    """Give the ways in which a page may lie, the likeliest first; ``ink`` is white where there is ink.

    Whether it lies on its side is measured, where it is not known.
    """
    small = _lettered(_small(ink))
    half, number = small.reduce(2), round(MOST_TILT / COARSE)  # a degree is seen in a quarter of the dots
    found = [(_turned(half, step * COARSE), step * COARSE) for step in range(-number, number + 1)]
    level, tilt = max(((_across(turned), tilt) for turned, tilt in found), key=_likelier)
    on_end, other = max(((_down(turned), tilt) for turned, tilt in found), key=_likelier)
    if on_end > level if on_side is None else on_side:
        tilt = _refined(small, other, _down)
        return Lie(90, tilt), Lie(270, tilt)
    tilt = _refined(small, tilt, _across)
    return Lie(0, tilt), Lie(180, tilt)


def _likelier(found: tuple[float, float]) -> tuple[float, float]:
    """Order tilts by how much the sums change, those that are alike by how small they are."""
    change, tilt = found
    return change, -abs(tilt)


def _small(ink: Image.Image) -> Image.Image:
    small = ink.reduce(max(round(max(ink.size) / SMALL), 1))
    across, down = round(MARGIN * small.width), round(MARGIN * small.height)
    return small.crop((across, down, small.width - across, small.height - down))


def _lettered(small: Image.Image) -> Image.Image:
    """Take out what is no letters: the edge of a dark table changes the sums more than all lines of a letter."""
    solid = small.reduce(CELL).point([255 * (level >= SOLID) for level in range(256)])
    if solid.getbbox() is None:
        return small
    near = solid.filter(ImageFilter.MaxFilter(AROUND))
    mask = near.resize((near.width * CELL, near.height * CELL), resample=Image.Resampling.NEAREST)
    bare = small.copy()
    bare.paste(0, mask=mask.crop((0, 0, *small.size)))
    return bare


def _refined(small: Image.Image, tilt: float, change: Callable[[Image.Image], float]) -> float:
    """Look around a tilt for the one at which the sums change most."""
    span = COARSE
    for step in FINE:
        number = round(span / step)
        near = [round(tilt + n * step, 2) for n in range(-number, number + 1)]
        _, tilt = max(((change(_turned(small, one)), one) for one in near), key=_likelier)
        span = step
    return tilt if abs(tilt) >= STRAIGHT else 0.0


def _turned(small: Image.Image, tilt: float) -> Image.Image:
    return small.rotate(-tilt)  # to the nearest dot: what blurs the turned picture favours the one as it is


def _across(small: Image.Image) -> float:
    """Give how much the sums of the rows change from one to the next."""
    means, last = small.reduce((small.width, 1)), small.height - 1
    return _squares(means.crop((0, 0, 1, last)), means.crop((0, 1, 1, last + 1))) * small.width**2


def _down(small: Image.Image) -> float:
    """Give how much the sums of the columns change from one to the next."""
    means, last = small.reduce((1, small.height)), small.width - 1
    return _squares(means.crop((0, 0, last, 1)), means.crop((1, 0, last + 1, 1))) * small.height**2


def _squares(one: Image.Image, other: Image.Image) -> float:
    """Give the sum of the squares of what two pictures differ by."""
    return float(sum(n * step**2 for step, n in enumerate(ImageChops.difference(one, other).histogram())))
