"""What is seen on the pages of a PDF: words with boxes, lines, pictures; and pictures of pages. By pdfium."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from consistency.model import Box, Line, Page
from consistency.readers.layout import Placed, lines_of
from consistency.readers.limits import Limits
from consistency.readers.pdf import appearances, sight
from consistency.readers.pdf.doubts import doubts_of
from consistency.readers.pdf.engine import opened
from consistency.readers.pdf.layer import unreliable
from consistency.readers.pdf.widgets import Filled, filled_in, words_in
from consistency.readers.pdf.words import Found, Frame, once, unmapped, words_of

FEW_LETTERS = 12
"""Up to so many letters a page holds “almost no text”: a stamp, a page number."""
LARGE_PICTURE = 0.1
"""Share of the page from which a picture is taken for its content."""
WHOLE_PICTURE = 0.5
"""Share of the page from which a picture is taken for its content although words stand at the page's edges."""
HEAD, FOOT = 0.07, 0.93
"""Shares of the page's height above and below which only what was stamped on a scan stands."""
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
    misread: bool = False
    """True where the words behind a picture do not say what it shows."""
    unseen: tuple[str, ...] = ()
    """Lines that nobody sees."""
    outside: tuple[str, ...] = ()
    """Lines beside the page."""

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
        return view.misread or view.pictures >= WHOLE_PICTURE
    return view.only_shapes or view.pictures >= LARGE_PICTURE or view.paths >= MANY_PATHS


class Asked(NamedTuple):
    """How the pages of a file are to be read."""

    limits: Limits
    typed: bool
    """Whether values of fields count as words."""
    layers: bool
    """Whether the file may have layers."""


def views(document: Any, asked: Asked) -> Iterator[PageView | PageFailure]:
    """Read the pages one by one, at most as many as the limit says."""
    for index in range(min(len(document), asked.limits.pages)):
        try:
            yield _whole(document, index, asked)
        except pdfium.PdfiumError as error:
            yield PageFailure(index + 1, str(error))


def _whole(document: Any, index: int, asked: Asked) -> PageView:
    """Read a page, and then what its annotations draw over it."""
    page = document[index]
    try:
        frame = Frame.of(page)
        found = view(page, index + 1, asked)
        before = appearances.flattened(page) if found.filled.marks else None
    finally:
        page.close()
    if before is None:
        return found
    drawn = appearances.drawn(document, before, found.filled, frame, index + 1)
    notes = (*found.filled.notes, *drawn.lines)
    filled = found.filled._replace(fields=drawn.fields, notes=notes)
    return found._replace(filled=filled, unseen=(*found.unseen, *drawn.unseen))


def view(page: Any, number: int, asked: Asked) -> PageView:
    """Read one page, but for what its annotations draw."""
    frame = Frame.of(page)
    filled = filled_in(page, number, frame, asked.limits.annotations)
    found = _found(page, frame, filled.covers, asked.layers)
    placed, unseen = ([], []) if found is None else _in_sight(found.words, found.out_of_sight)
    misread = found is not None and found.behind_picture and _is_misread(found)
    outside = [] if found is None else found.words.outside
    if asked.typed:
        placed.extend(words_in(filled.fields))
    seen = Page(number, round(frame.width, 2), round(frame.height, 2), tuple(p.word for p in placed))
    told = PageView(
        seen,
        lines_of(placed, number),
        filled,
        only_shapes=found is None,
        misread=misread,
        unseen=(*filled.unseen, *_told(unseen, number)),
        outside=_told(outside, number),
    )
    if _letters_within(seen) > FEW_LETTERS:
        return told
    pictures, paths = _pictures(page, frame)
    return told._replace(pictures=pictures, paths=paths)


def _is_misread(written: _Written) -> bool:
    words = [placed.word.text for placed in written.words.words]
    return unreliable(words, len(written.out_of_sight), sum(written.out_of_sight))


def _letters_within(page: Page) -> int:
    """Count the letters that do not stand at the head or the foot."""
    within = (w for w in page.words if HEAD * page.height <= w.box.y1 and w.box.y0 <= FOOT * page.height)
    return sum(len(word.text) for word in within)


class _Written(NamedTuple):
    """The words of a page, and which of the doubtful ones nobody sees."""

    words: Found
    out_of_sight: list[bool]
    behind_picture: bool
    """True where all doubtful ones are written without ink, and the page holds pictures."""


def _found(page: Any, frame: Frame, covers: bool, layers: bool) -> _Written | None:
    """Give what is written on a page; None where it has only shapes of letters."""
    textpage = page.get_textpage()
    try:
        if unmapped(textpage.raw) >= UNMAPPED:
            return None
        doubts = doubts_of(page, layers=layers, covered=covers)
        found = words_of(textpage.raw, frame, doubts.objects)
    finally:
        textpage.close()
    words = [found.words[index] for index in found.doubtful]
    unseen = sight.unseen(page, frame, doubts, words) if words else []
    return _Written(found, unseen, doubts.inkless and bool(doubts.pictures))


def _in_sight(found: Found, unseen: Sequence[bool]) -> tuple[list[Placed], list[Placed]]:
    """Part the words into those that are seen and those that nobody sees."""
    hidden = {index for index, out in zip(found.doubtful, unseen, strict=True) if out}
    if not hidden:
        return list(once(found.words)), []
    seen = list(once(word for index, word in enumerate(found.words) if index not in hidden))
    return seen, list(_said_nowhere([found.words[index] for index in sorted(hidden)], seen))


def _said_nowhere(hidden: Sequence[Placed], seen: Sequence[Placed]) -> Iterator[Placed]:
    """Leave out the hidden words that are seen in the same place: shadows and edges of letters are drawn apart."""
    places: dict[str, list[Box]] = {}
    for word in seen:
        places.setdefault(word.word.text, []).append(word.word.box)
    for word in hidden:
        here = word.word.box
        if not any(_overlap(here, box) for box in places.get(word.word.text, ())):
            yield word


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across > (one.x1 - one.x0) / 2 and down > (one.y1 - one.y0) / 2


def _told(words: Sequence[Placed], number: int) -> tuple[str, ...]:
    return tuple(line.text for line in lines_of(words, number)) if words else ()


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


def picture(
    data: bytes, page: int, scale: float, passwords: tuple[str, ...], grey: bool = False
) -> tuple[Any, float]:
    """Draw a page; give the Pillow picture and its scale in dots a point, smaller for a huge page."""
    with opened(data, passwords) as document:
        sheet = document[page - 1]
        try:
            width, height = sheet.get_size()
            scale = min(scale, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
            # pdfium's own way to grey turns each colour first, which takes four times as long
            shades = raw.FPDFBitmap_Gray if grey else None
            drawn = sheet.render(scale=scale, may_draw_forms=True, force_bitmap_format=shades)
            return drawn.to_pil(), scale
        finally:
            sheet.close()
