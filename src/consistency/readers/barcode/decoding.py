"""From the picture of a page to the texts of its barcodes: by zxing, straightened where the page lay askew."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageFilter

from consistency.model import Box
from consistency.readers.barcode.symbol import Symbol

if TYPE_CHECKING:
    from zxingcpp import Barcode, Position

POINTS = 72.0
STEEPEST = 5.0
"""Degrees by which a page may lie askew."""
COARSE, FINE = 0.5, 0.125
"""Steps, in degrees, in which that is measured: a low barcode is lost by a third of a degree."""
SMALL, LARGE = 400, 1000
"""Pixels of the longer side of the picture on which it is measured in coarse and in fine steps."""


MOST_PIXELS = 25_000_000
"""A page at five hundred dots an inch."""


class Way(NamedTuple):
    """A way to look at a page: dots an inch, straightened or as it lies, sharpened or not."""

    dots: float
    straight: bool = False
    sharp: bool = False


FIRST = Way(200.0)
"""The smallest bars are 0.34 mm wide: nearly three dots."""
AGAIN = (Way(200.0, straight=True), Way(300.0, straight=True), Way(300.0, straight=True, sharp=True))
"""One after the other, where barcodes are known to be missing."""


def symbols(picture: Image.Image, number: int, dots: float, way: Way = FIRST) -> list[Symbol]:
    """Read the barcodes of a page, also those that are seen and not legible.

    A page is straightened where some are seen and none of a form is legible.
    """
    grey, dots = _bounded(picture.convert("L"), dots)
    if way.sharp:
        grey = grey.filter(ImageFilter.UnsharpMask(radius=3, percent=200, threshold=0))
    found = [] if way.straight else _read(grey, number, dots)
    if way.straight or (found and not any(symbol.name for symbol in found)):
        return _read(grey, number, dots, _askew(grey)) or found
    return found


def _bounded(grey: Image.Image, dots: float) -> tuple[Image.Image, float]:
    """Reduce a picture that is larger than a page needs to be; give its resolution too."""
    share = (MOST_PIXELS / (grey.width * grey.height)) ** 0.5
    if share >= 1:
        return grey, dots
    return _reduced(grey, round(max(grey.size) * share)), dots * share


def _read(grey: Image.Image, number: int, dots: float, angle: float = 0.0) -> list[Symbol]:
    """Read a page that is first turned by so many degrees."""
    import zxingcpp

    turned = grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255) if angle else grey
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.PDF417)
    found = zxingcpp.read_barcodes(turned, formats=formats, try_invert=False, return_errors=True)
    middle = (grey.width / 2, grey.height / 2)
    return [Symbol(_text(one), number, _box(one.position, angle, middle, POINTS / dots)) for one in found]


def _text(found: Barcode) -> str:
    """Give what a barcode holds: Unicode where the bytes are that, else as the barcode says or by default."""
    if not found.valid:
        return ""
    try:
        return bytes(found.bytes).decode("utf-8")
    except UnicodeDecodeError:
        return str(found.text)


def _box(position: Position, angle: float, middle: tuple[float, float], scale: float) -> Box:
    """Give the box around a barcode in points, turned back to where it stands on the page."""
    names = ("top_left", "top_right", "bottom_right", "bottom_left")
    corners = [getattr(position, name) for name in names]
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    across, down = [], []
    for corner in corners:
        x, y = corner.x - middle[0], corner.y - middle[1]
        across.append((middle[0] + x * cosine - y * sine) * scale)
        down.append((middle[1] + x * sine + y * cosine) * scale)
    edges = (min(across), min(down), max(across), max(down))
    return Box(*(round(edge, 1) for edge in edges))


def _askew(grey: Image.Image) -> float:
    """Measure by how many degrees a page must be turned for its bars and lines to be upright and level.

    Summed along the right direction, bars and lines stand out; along any other they blur.
    """
    around = _sharpest(_reduced(grey, SMALL), 0.0, STEEPEST, COARSE)
    return _sharpest(_reduced(grey, LARGE), around, COARSE, FINE)


def _reduced(grey: Image.Image, longest: int) -> Image.Image:
    share = min(1.0, longest / max(grey.size))
    size = (max(1, round(grey.width * share)), max(1, round(grey.height * share)))
    return grey.resize(size, Image.Resampling.BOX)


def _sharpest(small: Image.Image, middle: float, reach: float, step: float) -> float:
    count = round(reach / step)
    angles = (middle + number * step for number in range(-count, count + 1))
    return max(angles, key=lambda angle: (_sharpness(small, angle), -abs(angle)))


def _sharpness(small: Image.Image, angle: float) -> int:
    turned = small.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255)
    lines = ((small.width, 1), (1, small.height))
    sums = (turned.resize(line, Image.Resampling.BOX).tobytes() for line in lines)
    return sum((a - b) ** 2 for line in sums for a, b in pairwise(line))
