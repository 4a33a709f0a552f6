"""Words of a PDF page with their boxes as seen from the page's top left, taken from pdfium's characters."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from math import degrees
from typing import Any, NamedTuple

import pypdfium2.raw as raw
from msgspec import Struct
from msgspec.structs import replace

from consistency.model import Box, Word
from consistency.normalizer.expressions import expression
from consistency.readers.layout import Placed, Turn
from consistency.readers.text import cleaned

LINE_END_HYPHEN = "\ufffe\x02"
"""What pdfium puts in place of a hyphen at the end of a line."""
WORD = expression(rf"[^\s\0{LINE_END_HYPHEN}]+[{LINE_END_HYPHEN}]?|[{LINE_END_HYPHEN}]")
HYPHENS = str.maketrans(dict.fromkeys(LINE_END_HYPHEN, "-"))
NO_LETTER = re.compile("[\0-\x1f\ufffd]")
BOLD = re.compile(rb"(?i)bold|black|heavy|demi")
SHIFT = 0.15
"""Up to this distance, in letter heights, a word drawn again lies on itself."""
STREWN = 1.3
"""Width of a letter, in letter heights, that no word has on average."""
LEGIBLE = 1.5
"""Height of letters, in points, below which nobody reads them: half of the smallest print."""
LINE_ENDS = frozenset({"", "\r\n", "\n"})
TURNS: dict[int, Turn] = {0: 0, 90: 90, 180: 180, 270: 270}
RIGHT_TO_LEFT = {"R", "AL", "AN"}


def address(item: Any) -> int:
    """Give where an object of pdfium lies: two handles of the same one have the same address."""
    return ctypes.cast(item, ctypes.c_void_p).value or 0


def rounded(box: Box) -> Box:
    """Give a rectangle in hundredths of a point."""
    return Box(round(box.x0, 2), round(box.y0, 2), round(box.x1, 2), round(box.y1, 2))


class Frame(NamedTuple):
    """The visible part of a page and how it is turned: from PDF coordinates to points from the top left."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int
    width: float
    height: float

    @classmethod
    def of(cls, page: Any) -> Frame:
        """Take the frame of a pdfium page."""
        box = raw.FS_RECTF()
        width, height = page.get_size()
        turn = page.get_rotation()
        if not raw.FPDF_GetPageBoundingBox(page, box):
            across, down = (height, width) if turn in (90, 270) else (width, height)
            return cls(0, 0, across, down, turn, width, height)
        return cls(box.left, box.bottom, box.right, box.top, turn, width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Give the place of a point as it is seen."""
        match self.turn:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Give a rectangle, from its lower left to its upper right, as it is seen."""
        if self.turn == 0:
            return Box(x0 - self.left, self.top - y1, x1 - self.left, self.top - y0)
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def shows(self, box: Box) -> bool:
        """Say whether the middle of a box lies on the visible page."""
        x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        return -1 <= x <= self.width + 1 and -1 <= y <= self.height + 1


class Letters:
    """The characters of a text page; asks pdfium with the same few buffers over and over."""

    def __init__(self, textpage: Any, frame: Frame) -> None:
        self.textpage = textpage
        self.frame = frame
        self._rect = raw.FS_RECTF()
        self._numbers = tuple(ctypes.c_double() for _ in range(4))
        self._name = ctypes.create_string_buffer(80)
        self._flags = ctypes.c_int()

    def box(self, index: int) -> Box | None:
        """Give the box of a character from the font's lowest to its highest letter."""
        rect = self._rect
        if raw.FPDFText_GetLooseCharBox(self.textpage, index, rect) and rect.top > rect.bottom:
            return self.frame.box(rect.left, rect.bottom, rect.right, rect.top)
        left, right, bottom, top = self._numbers
        if not raw.FPDFText_GetCharBox(self.textpage, index, left, right, bottom, top):
            return None
        return self.frame.box(left.value, bottom.value, right.value, top.value)

    def origin(self, index: int) -> tuple[float, float]:
        """Give the point on the baseline where a character begins."""
        x, y, *_ = self._numbers
        raw.FPDFText_GetCharOrigin(self.textpage, index, x, y)
        return self.frame.point(x.value, y.value)

    def turn(self, index: int) -> Turn:
        """Give the direction of a character to the nearest quarter as it is seen."""
        angle = raw.FPDFText_GetCharAngle(self.textpage, index)
        if angle < 0:
            return 0
        turned = round((-degrees(angle) - self.frame.turn) / 90) * 90 % 360  # pdfium counts clockwise
        return TURNS[turned]

    def drawn_by(self, index: int) -> int:
        """Give the address of the text object that draws a character, 0 for a blank that pdfium puts in."""
        return address(raw.FPDFText_GetTextObject(self.textpage, index))

    def is_bold(self, index: int) -> bool:
        """Say whether a letter is bold, by its font's weight or its font's name."""
        if raw.FPDFText_GetFontWeight(self.textpage, index) >= 600:
            return True
        raw.FPDFText_GetFontInfo(self.textpage, index, self._name, 80, self._flags)
        return bool(BOLD.search(self._name.value))


class Run(Struct, frozen=True, gc=False):
    """A word of the page's text: the indexes of its first and last character, and whether it ends a line."""

    text: str
    first: int
    last: int
    outer: bool
    """True for the first and the last word of a line, whose look is asked for."""


class Found(NamedTuple):
    """The words of a page in the order of the file, and those that stand beside it."""

    words: list[Placed]
    doubtful: list[int]
    """Which of the words are drawn by what may be out of sight (:mod:`~consistency.readers.pdf.sight`)."""
    outside: list[Placed]


def words_of(textpage: Any, frame: Frame, doubted: Container[int] = ()) -> Found:
    """Give the words of a text page; ``doubted`` are the addresses of text objects that may be out of sight."""
    found = Found([], [], [])
    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return found
    letters = Letters(textpage, frame)
    bold = False
    for run in _runs(textpage, count):
        if run.outer:
            bold = letters.is_bold(run.first)
        placed = _placed(letters, run, bold)
        if placed is None:
            continue
        doubt = bool(doubted) and letters.drawn_by(run.first) in doubted
        if run.last > run.first and _is_strewn(placed):
            for piece in _gathered(letters, run, bold):
                _sort_in(found, piece, frame, doubt)
        elif doubt or placed.size < LEGIBLE or not frame.shows(placed.word.box):
            _sort_in(found, placed, frame, doubt)
        else:
            found.words.append(placed)
    return found


def _sort_in(found: Found, placed: Placed, frame: Frame, doubt: bool) -> None:
    if not frame.shows(placed.word.box):
        found.outside.append(placed)
        return
    if doubt or placed.size < LEGIBLE:
        found.doubtful.append(len(found.words))
    found.words.append(placed)


def once(words: Iterable[Placed]) -> Iterator[Placed]:
    """Leave out words drawn over themselves, as programs do whose font has no bold letters."""
    drawn: dict[tuple[str, Turn], list[tuple[int, int]]] = {}
    for placed in words:
        box = placed.word.box
        step = SHIFT * max(round(placed.size, 1), 1.0)
        across, down = int(box.x0 // step), int(box.y0 // step)
        others = drawn.setdefault((placed.word.text, placed.turn), [])
        if not any(abs(x - across) <= 1 and abs(y - down) <= 1 for x, y in others):
            yield placed
        others.append((across, down))


def unmapped(textpage: Any) -> float:
    """Give the share of a page's letters that are known by their shapes only: controls, and no characters at all."""
    text, _ = _characters(textpage, max(raw.FPDFText_CountChars(textpage), 0))
    letters = "".join(text.replace("\ufffe", "").replace("\x02", "").split())
    return len(NO_LETTER.findall(letters)) / len(letters) if letters else 0.0


def _runs(textpage: Any, count: int) -> Iterator[Run]:
    text, indexes = _characters(textpage, count)
    end = 0
    for match in WORD.finditer(text):
        start = match.start()
        plain = match[0].isascii() and match[0].isprintable()
        word = match[0] if plain else cleaned(match[0].translate(HYPHENS))
        outer = end == 0 or "\n" in text[end:start] or text[match.end() : match.end() + 2] in LINE_ENDS
        end = match.end()
        if word:
            first, last = (start, end - 1) if indexes is None else (indexes[start], indexes[end - 1])
            yield Run(word, first, last, outer)


def _characters(textpage: Any, count: int) -> tuple[str, Sequence[int] | None]:
    """Give the page's text, and the index of each character where it is not simply its place in the text."""
    buffer = (ctypes.c_ushort * (2 * count + 2))()  # a character may take two units
    length = raw.FPDFText_GetText(textpage, 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * max(length, 0)].decode("utf-16-le", errors="replace")
    if len(text) == count:
        return text, None
    points = [raw.FPDFText_GetUnicode(textpage, index) for index in range(count)]
    return "".join(map(_character, points)), range(count)


def _character(point: int) -> str:
    return "\ufffd" if point >= 0x110000 or 0xD800 <= point < 0xE000 else chr(point)


def _placed(letters: Letters, run: Run, bold: bool) -> Placed | None:
    start = letters.box(run.first)
    end = start if run.last == run.first else letters.box(run.last)
    if start is None or end is None:
        return None
    box = start if end is start else start.union(end)
    turn = 0 if _is_plain(letters.frame, start, end, run.text) else letters.turn(run.first)
    x, y = letters.origin(run.first)
    baseline = y if turn == 0 else {90: x, 180: -y, 270: -x}[turn]
    size = start.x1 - start.x0 if turn in (90, 270) else start.y1 - start.y0
    return Placed(Word(run.text, rounded(box)), baseline, max(size, 0.1), turn, bold)


def _is_plain(frame: Frame, start: Box, end: Box, text: str) -> bool:
    """Say whether boxes alone tell that a word runs from left to right, or its letters that it must."""
    across = end.x0 - start.x0
    if frame.turn == 0 and across > 0 and across >= 2 * abs(end.y0 - start.y0):
        return True
    return unicodedata.bidirectional(text[0]) in RIGHT_TO_LEFT


def _is_strewn(placed: Placed) -> bool:
    """Say whether letters that pdfium takes for one word stand too far apart to be one."""
    x0, y0, x1, y1 = placed.word.box
    length, height = (y1 - y0, x1 - x0) if placed.turn in (90, 270) else (x1 - x0, y1 - y0)
    return height > 1.6 * placed.size or length > STREWN * placed.size * len(placed.word.text)


def _gathered(letters: Letters, run: Run, bold: bool) -> Iterator[Placed]:
    """Put the letters of a word together anew by where they stand."""
    word: Placed | None = None
    for index in range(run.first, run.last + 1):
        text = cleaned(_character(raw.FPDFText_GetUnicode(letters.textpage, index)).translate(HYPHENS))
        letter = _placed(letters, Run(text, index, index, False), bold) if text.strip() else None
        if letter is None:
            continue
        if word is not None and _touches(word, letter):
            both = Word(word.word.text + text, word.word.box.union(letter.word.box))
            word = replace(word, word=both)
            continue
        if word is not None:
            yield word
        word = letter
    if word is not None:
        yield word


def _touches(word: Placed, letter: Placed) -> bool:
    gap = letter.word.box.x0 - word.word.box.x1
    level = abs(letter.baseline - word.baseline) <= 0.4 * word.size
    return level and letter.turn == word.turn and abs(gap) <= 0.25 * word.size
