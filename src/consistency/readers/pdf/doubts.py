"""What of a PDF page may be out of sight, found by looking through its objects without drawing them.

A doubt is no verdict: whether somebody sees the words is judged by drawing the page
(:mod:`~consistency.readers.pdf.sight`).
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from consistency.readers.pdf.words import LEGIBLE, address

LIGHT = 0xE0
"""A colour whose parts are all as light as this is hardly seen on white."""
FAINT = 0x40
"""Up to this opacity letters may not be seen."""
NEAR = 0x40
"""Difference of the parts of two colours up to which one may not be seen on the other."""
COVERED = 0.3
"""Share of a text's height from which something that lies on it may hide it."""
DEEPEST = 6
"""How deep groups of objects are looked into."""
MOST_PAIRS = 200_000
"""Pairs of a text and what may hide it that are compared; where there are more, all texts are doubted."""
MOST_CLIPS = 4
"""Clips of a text that are looked at; what has more is doubted."""
RECTANGLE = {4, 5}
"""Points of a rectangle, which may end where it began."""
INKLESS = {raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP}
OUTLINED = {raw.FPDF_TEXTRENDERMODE_STROKE, raw.FPDF_TEXTRENDERMODE_STROKE_CLIP}
Colour = tuple[int, int, int, int]
Edges = tuple[float, float, float, float]
"""Left, bottom, right, top, in the page's own coordinates."""


class Doubts(NamedTuple):
    """The text objects of a page that may be out of sight, by their addresses, and its pictures."""

    objects: Mapping[int, Any]
    inkless: bool
    """True where all of them are drawn without ink: then nothing needs to be drawn to know it."""
    pictures: tuple[Edges, ...]
    """Left, bottom, right, top of each, in the page's own coordinates."""


class _Item(NamedTuple):
    """A text, or something that may lie over it or under it."""

    order: int
    item: Any
    colour: Colour | None
    """None for pictures and groups, which have many."""


class _Look:
    """Looks through the objects of a page, with the same few buffers over and over."""

    def __init__(self, layers: bool) -> None:
        self.layers = layers
        self.doubted: dict[int, Any] = {}
        self.inkless = True
        self.pictures: list[Edges] = []
        self._parts = tuple(ctypes.c_uint() for _ in range(4))
        self._edges = tuple(ctypes.c_float() for _ in range(4))
        self._fill, self._stroke = ctypes.c_int(), ctypes.c_int()

    def doubt(self, item: Any, inkless: bool = False) -> None:
        self.doubted[address(item)] = item
        self.inkless = self.inkless and inkless

    def is_doubted(self, item: Any) -> bool:
        return address(item) in self.doubted

    def colour(self, item: Any) -> Colour:
        raw.FPDFPageObj_GetFillColor(item, *self._parts)
        red, green, blue, opacity = self._parts
        return red.value, green.value, blue.value, opacity.value

    def bounds(self, item: Any) -> Edges:
        raw.FPDFPageObj_GetBounds(item, *self._edges)
        left, bottom, right, top = self._edges
        return left.value, bottom.value, right.value, top.value

    def fills(self, item: Any) -> bool:
        raw.FPDFPath_GetDrawMode(item, self._fill, self._stroke)
        return bool(self._fill.value != raw.FPDF_FILLMODE_NONE)

    def through(self, items: Sequence[Any], depth: int = 0) -> None:
        """Look through the objects of a page or a group in the order in which they are drawn."""
        texts: list[_Item] = []
        blocks: list[_Item] = []
        for order, item in enumerate(items):
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self._text(order, item, texts, depth)
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                if self.fills(item):
                    blocks.append(_Item(order, item, self.colour(item)))
            else:
                blocks.append(_Item(order, item, None))
                self._group(kind, item, depth)
        if texts and blocks:
            self._hidden_by(texts, blocks)
        if texts and self.doubted:
            self._twins(items, texts)

    def _twins(self, items: Sequence[Any], texts: Sequence[_Item]) -> None:
        """Doubt the texts that lie on a doubted one, too: pdfium gives the same words once, as those of the first."""
        places = {_rounded(self.bounds(item)) for item in items if self.is_doubted(item)}
        for text in texts:
            if _rounded(self.bounds(text.item)) in places:
                self.doubt(text.item)

    def _group(self, kind: int, item: Any, depth: int) -> None:
        if kind == raw.FPDF_PAGEOBJ_IMAGE and depth == 0:
            self.pictures.append(self.bounds(item))
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            count = raw.FPDFFormObj_CountObjects(item)
            self.through([raw.FPDFFormObj_GetObject(item, index) for index in range(count)], depth + 1)

    def _text(self, order: int, item: Any, texts: list[_Item], depth: int) -> None:
        mode = raw.FPDFTextObj_GetTextRenderMode(item)
        if mode in INKLESS:
            self.doubt(item, inkless=True)
            return
        colour = self.colour(item)
        light = (min(colour[:3]) >= LIGHT or colour[3] <= FAINT) and mode not in OUTLINED
        if light or self._cut(item) or (self.layers and (depth or _is_layered(item))):
            self.doubt(item)
            return
        texts.append(_Item(order, item, colour))

    def _cut(self, item: Any) -> bool:
        """Say whether a text reaches out of the part of the page that it is to be drawn in."""
        clip = raw.FPDFPageObj_GetClipPath(item)
        count = raw.FPDFClipPath_CountPaths(clip)
        if count <= 0:
            return False
        x0, y0, x1, y1 = self.bounds(item)
        for path in range(min(count, MOST_CLIPS)):
            left, bottom, right, top = self._clipped(clip, path)
            if x0 < left - LEGIBLE or y0 < bottom - LEGIBLE or x1 > right + LEGIBLE or y1 > top + LEGIBLE:
                return True
        return bool(count > MOST_CLIPS)

    def _clipped(self, clip: Any, path: int) -> Edges:
        """Give the rectangle of a clip: the first corner and the one across; other shapes have none."""
        if raw.FPDFClipPath_CountPathSegments(clip, path) not in RECTANGLE:
            return 0.0, 0.0, 0.0, 0.0
        x, y, *_ = self._edges
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, 0), x, y)
        first = x.value, y.value
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, 2), x, y)
        across, up = sorted((first[0], x.value)), sorted((first[1], y.value))
        return across[0], up[0], across[1], up[1]

    def _hidden_by(self, texts: Sequence[_Item], blocks: Sequence[_Item]) -> None:
        """Doubt what something is drawn over, and what stands on something of its own colour."""
        whole = len(texts) * len(blocks) > MOST_PAIRS
        broad = (
            ()
            if whole
            else [(block, edges) for block in blocks if _is_broad(edges := self.bounds(block.item))]
        )
        places = [(text, self.bounds(text.item)) for text in texts] if broad else ()
        for block, (left, bottom, right, top) in broad:
            for text, (x0, y0, x1, y1) in places:
                if not _hides(block, text) or min(x1, right) - max(x0, left) < LEGIBLE:
                    continue
                if min(y1, top) - max(y0, bottom) > COVERED * (y1 - y0):
                    self.doubt(text.item)
        for text in texts if whole else ():
            self.doubt(text.item)


def _rounded(edges: Edges) -> tuple[int, int, int, int]:
    left, bottom, right, top = edges
    return round(left), round(bottom), round(right), round(top)


def _is_broad(edges: Edges) -> bool:
    """Say whether something is more than a line."""
    left, bottom, right, top = edges
    return right - left >= LEGIBLE and top - bottom >= LEGIBLE


def _hides(block: _Item, text: _Item) -> bool:
    if block.order > text.order or block.colour is None or text.colour is None:
        return True
    (red, green, blue, _), (red_too, green_too, blue_too, _) = block.colour, text.colour
    return abs(red - red_too) <= NEAR and abs(green - green_too) <= NEAR and abs(blue - blue_too) <= NEAR


def _is_layered(item: Any) -> bool:
    """Say whether a text is marked as belonging to a layer (ISO 32000-1, 8.11.3.2)."""
    count = raw.FPDFPageObj_CountMarks(item)
    return count > 0 and any(_is_layer(raw.FPDFPageObj_GetMark(item, index)) for index in range(count))


def _is_layer(mark: Any) -> bool:
    name = (ctypes.c_ushort * 4)()
    length = ctypes.c_ulong()
    raw.FPDFPageObjMark_GetName(mark, name, 8, length)
    return bytes(name)[:6] == "OC\0".encode("utf-16-le")


def doubts_of(page: Any, *, layers: bool, covered: bool) -> Doubts:
    """Look through a page for text that may be out of sight.

    ``layers`` says whether the file may have layers, ``covered`` whether notes or stamps lie on the page, which may
    cover anything.
    """
    handle = page.raw
    items = [raw.FPDFPage_GetObject(handle, index) for index in range(raw.FPDFPage_CountObjects(handle))]
    look = _Look(layers)
    look.through(items)
    if covered:
        for item in items:
            if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT:
                look.doubt(item)
    return Doubts(look.doubted, look.inkless, tuple(look.pictures))
