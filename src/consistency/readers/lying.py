"""How a page lies in its picture: turned by quarters, tilted by a few degrees.

Lines of text are seen at once where the dots of each row are summed up: rows through letters are dark, rows between
them are blank. At the page's own angle the sums change most from row to row; on a page that lies on its side the
sums of the columns do. Which of the two ways it then lies only the letters tell.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from PIL import Image

from consistency.model import Lie

SMALL = 900
"""Dots of the longer side at which an angle is measured: letters of 10 points are 8 dots high."""
MOST_TILT, COARSE, FINE = 10.0, 1.0, (0.4, 0.1)
"""Degrees: the largest tilt that is looked for, and the steps of the search."""
STRAIGHT = 0.15
"""Degrees of tilt that no engine minds: 7 dots from edge to edge of a page."""
MARGIN = 0.04
"""Share of the page at each edge, where scanners leave shadows."""
TURNS = {
    90: Image.Transpose.ROTATE_270,  # Pillow turns to the left
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


class _Change(NamedTuple):
    """How much the sums of the rows, and of the columns, change from one to the next, at a tilt."""

    rows: float
    columns: float
    tilt: float


def upright(picture: Image.Image, lie: Lie) -> Image.Image:
    """Turn a picture so that its lines are level and upright; what a tilt brings in at the corners is white."""
    if lie.quarters:
        picture = picture.transpose(TURNS[lie.quarters])
    if not lie.tilt:
        return picture
    return picture.rotate(-lie.tilt, resample=Image.Resampling.BICUBIC, fillcolor=255)


def lies(ink: Image.Image) -> tuple[Lie, ...]:
    """Give the ways in which a page may lie, the likeliest first; ``ink`` is white where there is ink."""
    small = _small(ink)
    half, number = small.reduce(2), round(MOST_TILT / COARSE)  # a degree is seen in a quarter of the dots
    found = [_change(half, step * COARSE) for step in range(-number, number + 1)]
    level = max(found, key=lambda c: (c.rows, -abs(c.tilt)))
    on_end = max(found, key=lambda c: (c.columns, -abs(c.tilt)))
    if on_end.columns > level.rows:
        tilt = _refined(small, on_end.tilt, vertical=True)
        return Lie(90, tilt), Lie(270, tilt)
    tilt = _refined(small, level.tilt, vertical=False)
    return Lie(0, tilt), Lie(180, tilt)


def _small(ink: Image.Image) -> Image.Image:
    small = ink.reduce(max(round(max(ink.size) / SMALL), 1))
    across, down = round(MARGIN * small.width), round(MARGIN * small.height)
    return small.crop((across, down, small.width - across, small.height - down))


def _refined(small: Image.Image, tilt: float, vertical: bool) -> float:
    """Look around a tilt for the one at which the sums change most."""
    span = COARSE
    for step in FINE:
        number = round(span / step)
        near = [round(tilt + n * step, 2) for n in range(-number, number + 1)]
        changes = [_change(small, one) for one in near]
        tilt = max(changes, key=lambda c: (c.columns if vertical else c.rows, -abs(c.tilt))).tilt
        span = step
    return tilt if abs(tilt) >= STRAIGHT else 0.0


def _change(small: Image.Image, tilt: float) -> _Change:
    turned = small.rotate(-tilt)  # to the nearest dot: what blurs the turned picture favours the one as it is
    rows = turned.resize((1, small.height), resample=Image.Resampling.BOX)
    columns = turned.resize((small.width, 1), resample=Image.Resampling.BOX)
    return _Change(_steps(rows) * small.width**2, _steps(columns) * small.height**2, tilt)


def _steps(means: Image.Image) -> float:
    return float(sum((b - a) ** 2 for a, b in pairwise(means.tobytes())))
