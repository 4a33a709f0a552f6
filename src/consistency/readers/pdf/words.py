"""Words of a PDF page with their boxes as seen from the page's top left, taken from pdfium's characters."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from math import degrees
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from consistency.model import Box, Word
from consistency.readers.layout import Placed, Turn
from consistency.readers.text import cleaned

LINE_END_HYPHEN = "\ufffe\x02"
"""What pdfium puts in place of a hyphen at the end of a line."""
WORD = re.compile(rf"[^\s\0{LINE_END_HYPHEN}]+[{LINE_END_HYPHEN}]?|[{LINE_END_HYPHEN}]")
HYPHENS = str.maketrans(dict.fromkeys(LINE_END_HYPHEN, "-"))
BOLD = re.compile(rb"(?i)bold|black|heavy|demi")
STREWN = 1.3
"""Width of a letter, in letter heights, that no word has on average."""
RIGHT_TO_LEFT = {"R", "AL", "AN"}


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


def words_of(textpage: Any, frame: Frame) -> list[Placed]:
    """Give the words of a text page in the order of the file."""
    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return []
    found: list[Placed] = []
    for text, first, last in _runs(textpage, count):
        placed = _placed(textpage, frame, text, (first, last))
        if placed is None:
            continue
        if last > first and _is_strewn(placed):
            found.extend(_gathered(textpage, frame, (first, last)))
        else:
            found.append(placed)
    return found


def _is_strewn(placed: Placed) -> bool:
    """Say whether letters that pdfium takes for one word stand too far apart to be one."""
    x0, y0, x1, y1 = placed.word.box
    length, height = (y1 - y0, x1 - x0) if placed.turn in (90, 270) else (x1 - x0, y1 - y0)
    return height > 1.6 * placed.size or length > STREWN * placed.size * len(placed.word.text)


def _gathered(textpage: Any, frame: Frame, ends: tuple[int, int]) -> Iterator[Placed]:
    """Put letters together anew by where they stand."""
    first, last = ends
    word: Placed | None = None
    for index in range(first, last + 1):
        text = cleaned(_character(raw.FPDFText_GetUnicode(textpage, index)).translate(HYPHENS))
        letter = _placed(textpage, frame, text, (index, index)) if text.strip() else None
        if letter is None:
            continue
        if word is not None and _touches(word, letter):
            both = Word(word.word.text + text, word.word.box.union(letter.word.box))
            word = word._replace(word=both)
        else:
            if word is not None:
                yield word
            word = letter
    if word is not None:
        yield word


def _touches(word: Placed, letter: Placed) -> bool:
    gap = letter.word.box.x0 - word.word.box.x1
    level = abs(letter.baseline - word.baseline) <= 0.4 * word.size
    return level and letter.turn == word.turn and abs(gap) <= 0.25 * word.size


def _runs(textpage: Any, count: int) -> Iterator[tuple[str, int, int]]:
    """Give the text of each word with the indexes of its first and last character."""
    text, indexes = _characters(textpage, count)
    for match in WORD.finditer(text):
        word = cleaned(match[0].translate(HYPHENS))
        if word:
            first, last = match.start(), match.end() - 1
            if indexes is not None:
                first, last = indexes[first], indexes[last]
            yield word, first, last


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


def _placed(textpage: Any, frame: Frame, text: str, ends: tuple[int, int]) -> Placed | None:
    first, last = ends
    start = _box(textpage, frame, first)
    end = start if last == first else _box(textpage, frame, last)
    if start is None or end is None:
        return None
    box = start if end is start else start.union(end)
    if not frame.shows(box):
        return None
    turn = _turn(textpage, frame, text, (first, start, end))
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, first, x, y)
    seen = frame.point(x.value, y.value)
    baseline = seen[1] if turn == 0 else {90: seen[0], 180: -seen[1], 270: -seen[0]}[turn]
    size = start.x1 - start.x0 if turn in (90, 270) else start.y1 - start.y0
    return Placed(Word(text, rounded(box)), baseline, max(size, 0.1), turn, _bold(textpage, first))


def _box(textpage: Any, frame: Frame, index: int) -> Box | None:
    """Give the box of a character from the font's lowest to its highest letter."""
    rect = raw.FS_RECTF()
    if raw.FPDFText_GetLooseCharBox(textpage, index, rect) and rect.top > rect.bottom:
        return frame.box(rect.left, rect.bottom, rect.right, rect.top)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top):
        return None
    return frame.box(left.value, bottom.value, right.value, top.value)


def _turn(textpage: Any, frame: Frame, text: str, found: tuple[int, Box, Box]) -> Turn:
    """Tell the direction of a word; the angle is asked for only where boxes do not tell plain text."""
    first, start, end = found
    across = (end.x0 + end.x1 - start.x0 - start.x1) / 2
    down = (end.y0 + end.y1 - start.y0 - start.y1) / 2
    if frame.turn == 0 and across > 0 and across >= 2 * abs(down):
        return 0
    if unicodedata.bidirectional(text[0]) in RIGHT_TO_LEFT:
        return 0
    angle = raw.FPDFText_GetCharAngle(textpage, first)
    if angle < 0:
        return 0
    turned = round((-degrees(angle) - frame.turn) / 90) * 90 % 360  # pdfium counts clockwise
    return {0: 0, 90: 90, 180: 180, 270: 270}[turned]  # type: ignore[return-value]


def _bold(textpage: Any, index: int) -> bool:
    """Say whether a letter is bold, by its font's weight or its font's name."""
    if raw.FPDFText_GetFontWeight(textpage, index) >= 600:
        return True
    name = ctypes.create_string_buffer(80)
    raw.FPDFText_GetFontInfo(textpage, index, name, 80, ctypes.byref(ctypes.c_int()))
    return bool(BOLD.search(name.value))
