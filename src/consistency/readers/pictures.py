"""Pictures of the places that findings cite: the page around a box, with the box marked."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from consistency.model import Box, Document, Evidence
from consistency.readers.drawn_pages import POINTS, UNDRAWN, drawn
from consistency.readers.files import content
from consistency.readers.limits import Options
from consistency.workers import Bounds, Lost, each

DOTS = 144.0
"""Dots an inch of a picture: sharp on a screen of twice the usual density."""
BESIDE, ABOVE = 110.0, 34.0
"""Points of the page that are shown on either side of a box, and above and below it: the row and its captions."""
LEAST = (340.0, 90.0)
"""Points that are shown at least, across and down."""
MARGIN = 2.0
"""Points between the words and the line around them."""
LINE = 3
"""Pixels of the line around the words."""
RED = (200, 16, 46)
SHADES = 24
"""Colours of a picture: enough for grey print and one mark, at a quarter of the bytes."""


class Picture(NamedTuple):
    """A part of a page as PNG; ``mark`` is the box, in pixels from the picture's top left."""

    png: bytes
    width: int
    height: int
    mark: Box


class _Sheet(NamedTuple):
    """A page to be drawn: of which file, whose content that is to have, and with which places on it."""

    path: str
    media: str
    sha256: str
    number: int
    places: tuple[Evidence, ...] = ()


def pictures(
    root: Path, documents: Mapping[str, Document], places: Iterable[Evidence], options: Options, jobs: int = 0
) -> dict[Evidence, Picture]:
    """Draw the places that have a box on a page of a PDF or picture; a page is drawn once for all of them.

    ``root`` is the case folder, ``documents`` gives those it holds by path. So many ``jobs``, processes within the
    limits of a file, draw; with none this process does, and a bad page may end it. What cannot be drawn again has none.
    """
    pages: dict[tuple[str, int], list[Evidence]] = {}
    for place in dict.fromkeys(places):
        if (
            place.box is not None
            and place.page is not None
            and documents[place.document].media in {"pdf", "image"}
        ):
            pages.setdefault((place.document, place.page), []).append(place)
    sheets = [_sheet(documents[path], number, wanted) for (path, number), wanted in pages.items()]
    bounds = Bounds(float(options.limits.seconds), options.limits.memory)
    work = partial(_pictured, root, options)
    found: dict[Evidence, Picture] = {}
    for _, cut in each(work, sheets, jobs=jobs, bounds=bounds, lost=_undrawn):
        found |= cut
    return found


def page(root: Path, document: Document, number: int, options: Options, dots: float = DOTS) -> bytes | None:
    """Draw a whole page as PNG, or give None where it cannot be drawn; ``number`` counts from 1."""
    return next((_png(one) for one, _ in _drawn(root, _sheet(document, number), options, dots)), None)


def _sheet(document: Document, number: int, places: Iterable[Evidence] = ()) -> _Sheet:
    return _Sheet(document.path, document.media, document.sha256, number, tuple(places))


def _pictured(root: Path, options: Options, sheet: _Sheet) -> dict[Evidence, Picture]:
    """Cut the places of a page out of it; none where it cannot be drawn."""
    found: dict[Evidence, Picture] = {}
    for drawing, dots in _drawn(root, sheet, options):
        found |= {place: _cropped(drawing, place.box, dots / POINTS) for place in sheet.places if place.box}
    return found


def _undrawn(_sheet: _Sheet, _reason: Lost) -> dict[Evidence, Picture]:
    """Give the places of a page whose drawing was not finished: there is no picture of them."""
    return {}


def _drawn(root: Path, sheet: _Sheet, options: Options, dots: float = DOTS) -> Iterator[tuple[Any, float]]:
    """Draw one page of a document of a folder; nothing for one that cannot be drawn, or has changed since."""
    data = content(root, sheet.path, options)
    if data is None or hashlib.sha256(data).hexdigest() != sheet.sha256:
        return
    try:
        _, drawing, own = next(drawn(sheet.media, data, (sheet.number,), options, dots))
    except UNDRAWN:
        return
    if own > dots:
        drawing = drawing.resize((round(drawing.width * dots / own), round(drawing.height * dots / own)))
    yield drawing.convert("RGB"), min(own, dots)


def _cropped(sheet: Any, box: Box, scale: float) -> Picture:
    """Cut a box with its surroundings out of a page, and draw a line around it; ``scale`` is pixels a point."""
    from PIL import ImageDraw

    left, right = _window((box.x0 * scale, box.x1 * scale), BESIDE * scale, LEAST[0] * scale, sheet.width)
    top, bottom = _window((box.y0 * scale, box.y1 * scale), ABOVE * scale, LEAST[1] * scale, sheet.height)
    cut = sheet.crop((left, top, right, bottom))
    edges = (box.x0 - MARGIN, box.y0 - MARGIN, box.x1 + MARGIN, box.y1 + MARGIN)
    mark = Box(*(edge * scale - start for edge, start in zip(edges, (left, top, left, top), strict=True)))
    outside = [mark.x0 - LINE, mark.y0 - LINE, mark.x1 + LINE, mark.y1 + LINE]
    ImageDraw.Draw(cut).rounded_rectangle(outside, radius=2 * LINE, outline=RED, width=LINE)
    return Picture(_png(cut), cut.width, cut.height, mark)


def _window(box: tuple[float, float], around: float, least: float, whole: int) -> tuple[int, int]:
    """Give the pixels to show of one side of a page: the box and what is around it, moved to lie on the page."""
    size = min(max(box[1] - box[0] + 2 * around, least), whole)
    start = min(max((box[0] + box[1] - size) / 2, 0), whole - size)
    return int(start), max(int(start + size), int(start) + 1)


def _png(picture: Any) -> bytes:
    stream = io.BytesIO()
    picture.quantize(SHADES).save(stream, format="PNG", optimize=True)
    return stream.getvalue()
