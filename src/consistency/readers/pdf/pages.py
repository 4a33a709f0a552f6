"""What is seen on the pages of a PDF: words with boxes, lines, pictures; and pictures of pages. By pdfium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from consistency.model import Line, Page
from consistency.readers.layout import lines_of
from consistency.readers.pdf.engine import opened
from consistency.readers.pdf.widgets import Filled, filled_in, words_in
from consistency.readers.pdf.words import Frame, unmapped, words_of

FEW_LETTERS = 12
"""Up to so many letters a page holds “almost no text”: a stamp, a page number."""
LARGE_PICTURE = 0.1
"""Share of the page from which a picture is taken for its content."""
MANY_PATHS = 60
"""Drawn shapes from which a page without letters is taken for text turned into outlines."""
UNMAPPED = 0.3
"""Share of a page's letters without a character from which its text says nothing: fonts that name only shapes."""
MOST_OBJECTS = 2_000
"""Objects of a page that are looked through for pictures."""
MOST_PIXELS = 40_000_000


class PageView(NamedTuple):
    """A page as it is seen: its words and lines, what was filled in, and how much of it pictures cover."""

    page: Page
    lines: tuple[Line, ...]
    filled: Filled = Filled()
    pictures: float = 0.0
    """Share of the page's area."""
    paths: int = 0
    only_shapes: bool = False
    """True where the page's font does not say which letters its shapes are."""

    @property
    def letters(self) -> int:
        """Number of characters, without spaces."""
        return sum(len(word.text) for word in self.page.words)


class PageFailure(NamedTuple):
    """A page that pdfium cannot read, and why."""

    number: int
    why: str


def needs_ocr(view: PageView) -> bool:
    """Say whether what is on the page can only be known by text recognition."""
    if view.letters > FEW_LETTERS:
        return False
    return view.only_shapes or view.pictures >= LARGE_PICTURE or view.paths >= MANY_PATHS


def views(document: Any, most: int, typed: bool) -> Iterator[PageView | PageFailure]:
    """Read the pages one by one, at most so many; ``typed`` says whether values of fields count as words."""
    for index in range(min(len(document), most)):
        try:
            page = document[index]
        except pdfium.PdfiumError as error:
            yield PageFailure(index + 1, str(error))
            continue
        try:
            yield view(page, index + 1, typed)
        except pdfium.PdfiumError as error:
            yield PageFailure(index + 1, str(error))
        finally:
            page.close()


def view(page: Any, number: int, typed: bool) -> PageView:
    """Read one page."""
    frame = Frame.of(page)
    textpage = page.get_textpage()
    try:
        only_shapes = unmapped(textpage.raw) >= UNMAPPED
        placed = [] if only_shapes else words_of(textpage.raw, frame)
    finally:
        textpage.close()
    filled = filled_in(page, number, frame)
    if typed:
        placed.extend(words_in(filled.fields))
    seen = Page(number, round(frame.width, 2), round(frame.height, 2), tuple(p.word for p in placed))
    found = PageView(seen, lines_of(placed, number), filled, only_shapes=only_shapes)
    if found.letters > FEW_LETTERS:
        return found
    pictures, paths = _pictures(page, frame)
    return found._replace(pictures=pictures, paths=paths)


def _pictures(page: Any, frame: Frame) -> tuple[float, int]:
    """Measure the share of the page that pictures cover, and count drawn shapes, also within groups."""
    covered, paths = 0.0, 0
    wanted = [raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING]
    for count, item in enumerate(page.get_objects(filter=wanted, max_depth=6)):
        if count >= MOST_OBJECTS:
            break
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            paths += 1
            continue
        left, bottom, right, top = item.get_bounds()
        covered += max(right - left, 0.0) * max(top - bottom, 0.0)
    area = frame.width * frame.height
    return (covered / area if area else 0.0), paths


def picture(data: bytes, page: int, scale: float, passwords: tuple[str, ...]) -> tuple[Any, float]:
    """Draw a page; give the Pillow picture and its scale in dots a point, smaller for a huge page."""
    with opened(data, passwords) as document:
        sheet = document[page - 1]
        try:
            width, height = sheet.get_size()
            scale = min(scale, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
            return sheet.render(scale=scale, may_draw_forms=True).to_pil(), scale
        finally:
            sheet.close()
