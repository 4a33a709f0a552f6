"""The frames of a picture's file: opened, measured in points, and turned as a viewer shows them."""

from __future__ import annotations

import importlib.util
import io
import struct
from collections.abc import Iterator
from typing import NamedTuple

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from consistency.model import Page
from consistency.readers.limits import Limits
from consistency.readers.signatures import JPEG, SCAN

SCREEN_DOTS = 96.0
"""Dots an inch where the picture does not say."""
LETTER, LONGEST_SHEET = 11.0, 17.0
"""Inches: the height of US Letter (A4 is 11.7), and that of the largest sheet that papers are printed on."""
NOT_SQUARE = 0.02
"""Share by which the dots an inch across and down may differ and still be taken for square."""
POINTS = 72.0
IN_RUNS, AS_LONG = (1, 2), 20
"""How a BMP names its packing in runs, and by how many times Pillow takes longer for that: it is unpacked in Python."""
Image.MAX_IMAGE_PIXELS = None  # what a picture may measure is a limit of ours, heeded before it is decoded
TOO_BROKEN = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    TypeError,
    LookupError,
    struct.error,
)
"""What Pillow raises for a broken or huge picture; its own opening of a file expects as much of its formats."""


class Dots(NamedTuple):
    """Dots an inch."""

    across: float
    down: float


def needs_decoder(data: bytes) -> bool:
    """Tell whether a picture is one that Pillow does not open by itself: HEIC, as telephones take it."""
    return data[4:8] == b"ftyp" and data[8:12] != b"avif"


def has_decoder() -> bool:
    """Tell whether the library that opens HEIC is installed; it is not loaded for that."""
    return importlib.util.find_spec("pi_heif") is not None


def scans(data: bytes) -> int:
    """Give the passes in which a JPEG is drawn, each as dear as the whole; of other pictures none."""
    return data.count(SCAN) if data.startswith(JPEG) else 0


class Size(NamedTuple):
    """How large a picture is."""

    pages: tuple[Page, ...] = ()
    """The sizes of its frames in points, as many as may be read; none where one has too many pixels."""
    frames: int = 0
    """All frames that it has."""
    pixels: int = 0
    """Pixels of its largest frame."""
    most: int = 0
    """Pixels that a frame packed like this one may have."""


def size(data: bytes, limits: Limits) -> Size:
    """Measure each picture of a file (TIFF has several); nothing is decoded, and a broken one ends it."""
    found: list[Page] = []
    count = pixels = most = 0
    try:
        with _opened(data) as file:
            most = limits.pixels // (AS_LONG if _is_in_runs(file) else 1)
            count = getattr(file, "n_frames", 1) if file.format == "TIFF" else 1
            for index in range(min(count, limits.pages)):
                file.seek(index)
                pixels = max(pixels, file.width * file.height)
                if pixels > most:
                    return Size((), count, pixels, most)
                found.append(_page(file, index + 1))
    except TOO_BROKEN:
        count = len(found)
    return Size(tuple(found), count, pixels, most)


def _is_in_runs(file: Image.Image) -> bool:
    return file.format == "BMP" and file.info.get("compression") in IN_RUNS


def drawn(data: bytes, numbers: tuple[int, ...]) -> Iterator[tuple[int, Image.Image, float]]:
    """Draw the pages of a picture one by one, as a viewer shows them: number, picture, dots an inch."""
    with _opened(data) as file:
        for number in numbers:
            file.seek(number - 1)
            dots = _dots(file)
            yield number, _square(ImageOps.exif_transpose(file), dots), dots.across


def _opened(data: bytes) -> Image.Image:
    if needs_decoder(data):
        from pi_heif import register_heif_opener

        register_heif_opener()
    return Image.open(io.BytesIO(data))


def _page(frame: Image.Image, number: int) -> Page:
    (width, height), dots = _size(frame), _dots(frame)
    return Page(number, round(width * POINTS / dots.across, 2), round(height * POINTS / dots.down, 2))


def _size(frame: Image.Image) -> tuple[int, int]:
    """Give the width and height of a frame as it is seen; of a TIFF Pillow gives them so by itself."""
    width, height = frame.size
    return (height, width) if _lies_on_its_side(frame) and frame.format != "TIFF" else (width, height)


def _dots(frame: Image.Image) -> Dots:
    """Give a frame's dots an inch as it is seen.

    Telephones and screens write 72 or 96 whatever the picture's size: where the sheet would come out larger than
    any that papers are printed on, it is taken to be as long as one of US Letter.
    """
    told = frame.info.get("dpi") or (SCREEN_DOTS, SCREEN_DOTS)
    across, down = (float(d) if 20 <= float(d) <= 2400 else SCREEN_DOTS for d in told[:2])
    if _lies_on_its_side(frame):
        across, down = down, across
    width, height = _size(frame)
    if max(width / across, height / down) > LONGEST_SHEET:
        across = down = max(width, height) / LETTER
    return Dots(across, down)


def _lies_on_its_side(frame: Image.Image) -> bool:
    """Say whether a camera's note (EXIF 2.32, tag 0x0112) has the viewer turn the picture by a quarter."""
    return frame.getexif().get(ExifTags.Base.Orientation, 1) in (5, 6, 7, 8)


def _square(frame: Image.Image, dots: Dots) -> Image.Image:
    """Stretch a facsimile, whose dots are not square, to the shape of its sheet."""
    if abs(dots.across - dots.down) <= NOT_SQUARE * dots.across:
        return frame
    return frame.resize((frame.width, max(round(frame.height * dots.across / dots.down), 1)))
