"""Pictures of the places that findings cite, drawn when they are asked for and kept for being asked for again."""

from __future__ import annotations

import struct
import threading
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from consistency.model import Box, Case, Evidence
from consistency.readers import pictures
from consistency.readers.limits import Options
from consistency.readers.pictures import Picture

KEPT = 120
"""So many pictures are kept: those of some ten findings, at some 30 kilobytes each."""
SIZE = struct.Struct(">II")
"""Width and height in a PNG, behind its signature and the head of its first chunk (PNG 3rd edition, 11.2.1)."""
SIZE_AT = 16


class Sheet(NamedTuple):
    """A whole page as PNG, its size in pixels, and the box of a place on it in pixels."""

    png: bytes
    width: int
    height: int
    box: Box | None


class Drawer:
    """Draws for one folder, one picture at a time: PDFium is not safe in threads."""

    def __init__(self, root: Path, options: Options) -> None:
        self._root, self._options = root, options
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, Evidence], Picture | None] = OrderedDict()

    def crops(self, case: Case, places: Iterable[Evidence]) -> dict[Evidence, Picture]:
        """Draw places with what surrounds them; those that cannot be drawn are left out."""
        with self._lock:
            return self._crops(case, places)

    def ahead(self, case: Case, places: Iterable[Evidence]) -> None:
        """Draw places that are likely to be asked for next, unless somebody waits for others just now."""
        if self._lock.acquire(blocking=False):
            try:
                self._crops(case, places)
            finally:
                self._lock.release()

    def _crops(self, case: Case, places: Iterable[Evidence]) -> dict[Evidence, Picture]:
        keys = {place: _key(case, place) for place in places if place.document in case.by_path}
        missing = [place for place, key in keys.items() if key not in self._kept]
        documents = {path: paper.document for path, paper in case.by_path.items()}
        drawn = pictures.pictures(self._root, documents, missing, self._options)
        self._kept |= {keys[place]: drawn.get(place) for place in missing}
        found = {place: picture for place, key in keys.items() if (picture := self._kept[key])}
        while len(self._kept) > max(KEPT, len(keys)):
            self._kept.popitem(last=False)
        return found

    def sheet(self, case: Case, place: Evidence, number: int) -> Sheet | None:
        """Draw a page of the document of a place, with the place's box where it lies on it; None where it cannot be."""
        document = case.by_path[place.document].document
        page = next((page for page in document.pages if page.number == number), None)
        with self._lock:
            png = pictures.page(self._root, document, number, self._options) if page else None
        if page is None or png is None:
            return None
        width, height = SIZE.unpack_from(png, SIZE_AT)
        if place.box is None or place.page != number:
            return Sheet(png, width, height, None)
        scale = max(width, height) / max(page.width, page.height)
        return Sheet(png, width, height, Box(*(edge * scale for edge in place.box)))


def _key(case: Case, place: Evidence) -> tuple[str, Evidence]:
    return case.by_path[place.document].document.sha256, place
