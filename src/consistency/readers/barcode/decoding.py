"""From the picture of a page to the texts of its barcodes: by zxing, straightened where the page lay askew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageFilter, ImageOps

from consistency.model import UPRIGHT, Box, Lie
from consistency.readers.barcode.symbol import Symbol
from consistency.readers.lying import lies, upright

if TYPE_CHECKING:
    from zxingcpp import Barcode, Position

POINTS = 72.0
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
    size = (max(1, round(grey.width * share)), max(1, round(grey.height * share)))
    return grey.resize(size, Image.Resampling.BOX), dots * share


def _read(grey: Image.Image, number: int, dots: float, lie: Lie = UPRIGHT) -> list[Symbol]:
    """Read a page that is straightened first."""
    import zxingcpp

    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.PDF417)
    found = zxingcpp.read_barcodes(upright(grey, lie), formats=formats, try_invert=False, return_errors=True)
    return [Symbol(_text(one), number, _box(one.position, lie, grey.size, POINTS / dots)) for one in found]


def _text(found: Barcode) -> str:
    """Give what a barcode holds: Unicode where the bytes are that, else as the barcode says or by default."""
    if not found.valid:
        return ""
    try:
        return bytes(found.bytes).decode("utf-8")
    except UnicodeDecodeError:
        return str(found.text)


def _box(position: Position, lie: Lie, size: tuple[int, int], scale: float) -> Box:
    """Give the box around a barcode in points, where it stands on the page as it is seen."""
    names = ("top_left", "top_right", "bottom_right", "bottom_left")
    corners = [getattr(position, name) for name in names]
    across, down = [corner.x for corner in corners], [corner.y for corner in corners]
    seen = lie.back(Box(min(across), min(down), max(across), max(down)), *size)
    return Box(*(round(edge * scale, 1) for edge in seen))


def _askew(grey: Image.Image) -> Lie:
    """Measure the tilt of a page; bars may stand upright or lie, so by which side it lies is not told by them."""
    return Lie(tilt=lies(ImageOps.invert(grey))[0].tilt)
