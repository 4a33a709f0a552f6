"""Text recognition on this machine: by tesseract where it is installed, by the ``ocr`` extra where it is not, or is
unsure.

An empty answer is never taken for an empty page: the picture is cleaned of specks and read once more, and a
page that stays empty is said to be unread.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import fmean, median
from typing import NamedTuple

from msgspec.structs import replace
from PIL import Image, ImageFilter

from consistency.model import Box, Lie, Line, Page, Word, around
from consistency.normalizer.expressions import expression
from consistency.readers.layout import Placed, lines_of
from consistency.readers.lying import lies, upright
from consistency.readers.ocr import engines, tesseract
from consistency.readers.ocr.drawn import completed
from consistency.readers.ocr.engines import Told
from consistency.readers.ocr.picture import evened, has_few_rules, inked, unruled, written

Engine = Callable[[Image.Image, float], list[Told]]

DOTS = 300.0
"""Dots an inch at which a page is drawn for recognition."""
SURE = 0.7
"""Mean confidence of a page's words below which it may lie otherwise, and is mostly guesses if it does not: one that
stands on its head comes out at 0.0 to 0.3 by tesseract, and at 0.56 by the library."""
SURE_BY_TESSERACT, SURE_BY_LIBRARY = 0.92, 0.8
"""Mean confidence from which nothing more is tried: a page that is read right comes out at 0.9 to 0.97 by the one, and
at 0.95 to 1.0 by the other; faint rules of a table leave tesseract below 0.9."""
FAIRLY_SURE = 0.85
"""Mean confidence below which tesseract has misread whole words, and another engine is worth its time."""
LONG = 4
"""Letters of a word that is wider than high."""
_BARS = " |¦"
_BAR = expression(r"(?:^|(?<=\s))[|¦]+|[|¦]+$")
CLEARLY = 0.02
"""By so much surer an answer must be to take the place of an earlier one."""


class Seen(NamedTuple):
    """What was recognised on a page: its words and lines, each segment with its confidence from 0 to 1."""

    page: Page
    lines: tuple[Line, ...]
    sure: bool = True
    """False where the engines are unsure of most of it."""


def available() -> bool:
    """Tell whether pictures can be read on this machine."""
    return bool(tesseract.languages()) or engines.has_rapidocr()


def recognise(drawn: Image.Image, number: int, dots: float = DOTS, careful: bool = True) -> Seen:
    """Read a page's picture; ``dots`` is its resolution an inch, ``number`` the page's, from 1.

    Where both engines are installed the quicker one reads first; ``careful`` has the surer one read again what that is
    not sure of.
    A page that lies on its side, on its head or askew is turned upright first, and says so.
    """
    sheet = _Sheet(evened(drawn, dots), dots)
    lie, told = _read(sheet, careful)
    level = sheet.level(lie)
    told = [level.moved(word) for word in completed(told, inked(level.picture))]
    scale = 72.0 / dots
    placed = _placed(told, scale)
    sure = {p.word: t.confidence for p, t in zip(placed, told, strict=True)}
    width, height = sheet.even.size[::-1] if lie.on_side else sheet.even.size
    page = Page(number, width * scale, height * scale, tuple(p.word for p in placed), lie)
    within = (_within_rules(line) for line in lines_of(placed, number))
    lines = tuple(_with_confidence(line, sure) for line in within if line.segments)
    return Seen(page, lines, _sureness(told) >= SURE)


class _Level(NamedTuple):
    """What stands on a page that was turned upright, and from where in the upright page."""

    picture: Image.Image
    left: int
    top: int

    def moved(self, word: Told) -> Told:
        """Give a word of the picture at its place in the whole page."""
        x0, y0, x1, y1 = word.box
        return word._replace(box=Box(x0 + self.left, y0 + self.top, x1 + self.left, y1 + self.top))


class _Sheet:
    """A page's even picture, and what stands on it by the ways in which it may lie; each is turned once."""

    def __init__(self, even: Image.Image, dots: float) -> None:
        self.even, self.dots = even, dots
        self._levels: dict[Lie, _Level] = {}

    def level(self, lie: Lie) -> _Level:
        """Turn it upright."""
        if lie not in self._levels:
            part = written(self.even, lie, self.dots)
            self._levels[lie] = _Level(upright(self.even, lie, part), part.left, part.top)
        return self._levels[lie]


def _read(sheet: _Sheet, careful: bool) -> tuple[Lie, list[Told]]:
    """Give the surest answer; engines read words that stand on end too, and so the page lies by a quarter otherwise."""
    lie, told = _surest(sheet, careful, lies(inked(sheet.even)))
    if _stand_on_end(told):
        other = _surest(sheet, careful, lies(inked(sheet.even), not lie.on_side))
        if other[1] and not _stand_on_end(other[1]):
            return other
    return lie, told


def _stand_on_end(told: Sequence[Told]) -> bool:
    """Tell whether most longer words are higher than they are wide."""
    boxes = [word.box for word in told if len(word.text) >= LONG]
    standing = sum(box.y1 - box.y0 > box.x1 - box.x0 for box in boxes)
    return standing > len(boxes) / 2


def _surest(sheet: _Sheet, careful: bool, likely: Sequence[Lie]) -> tuple[Lie, list[Told]]:
    """Give the surest answer, over the ways in which the page may lie, of the engines there are.

    The first that is sure enough is taken, so that a page that lies straight costs one reading.
    """
    best: tuple[Lie, list[Told]] = likely[0], []
    for engine, enough in _engines(careful):
        for lie in likely if _sureness(best[1]) < SURE else (best[0],):
            told = engine(sheet.level(lie).picture, sheet.dots)
            if _sureness(told) > _sureness(best[1]) + (CLEARLY if best[1] else 0.0):
                best = lie, told
            if _sureness(best[1]) >= SURE:
                break
        if _sureness(best[1]) >= enough:
            break
    return best


def _engines(careful: bool) -> Iterator[tuple[Engine, float]]:
    """Give the engines there are in the order in which they are asked, each with what is sure enough of it."""
    library = engines.has_rapidocr()
    if tesseract.languages():
        yield _first, SURE_BY_TESSERACT
        yield _otherwise, FAIRLY_SURE
    if careful and library:
        yield _by_library, SURE_BY_LIBRARY
    if tesseract.languages():
        yield (lambda even, dots: tesseract.words(even.filter(ImageFilter.MedianFilter(3)), dots)), SURE
    if not careful and library:
        yield _by_library, SURE_BY_LIBRARY


def _first(level: Image.Image, dots: float) -> list[Told]:
    """Read a page without its rules where they are few; of the many of a form enough stays to be misread the more."""
    return tesseract.words(unruled(level, dots) if has_few_rules(level, dots) else level, dots)


def _otherwise(level: Image.Image, dots: float) -> list[Told]:
    """Read a page without its rules where they are many, with them where they are few, and not again if it has none."""
    bare = unruled(level, dots)
    if bare is level:
        return []
    return tesseract.words(level if has_few_rules(level, dots) else bare, dots)


def _by_library(even: Image.Image, _dots: float) -> list[Told]:
    return engines.rapidocr(even)


def _sureness(told: Sequence[Told]) -> float:
    return fmean(word.confidence for word in told) if told else 0.0


def _placed(told: Sequence[Told], scale: float) -> list[Placed]:
    """Lay the words out in points; words of one recognised line share its baseline and the size of its type.

    Bars and specks among them tell of neither. A word that seems higher than all others of its line stands beside a
    speck: it is as high as they are.
    """
    lines: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for word in told:
        lines[word.line].append(word)
    measures = {
        line: (median(w.box.y1 for w in words), median(w.box.y1 - w.box.y0 for w in words))
        for line, words in ((line, _lettered(words)) for line, words in lines.items())
    }
    placed = []
    for word in told:
        baseline, size = measures[word.line]
        x0, top, x1, bottom = word.box
        if bottom - top > _TOO_HIGH * size and len(lines[word.line]) >= _SEVERAL:
            top, bottom = baseline - size, baseline
        box = Box(x0 * scale, top * scale, x1 * scale, bottom * scale)
        placed.append(Placed(Word(word.text, box), baseline * scale, size * scale, source=word.cell))
    return placed


_TOO_HIGH, _SEVERAL = 1.5, 4
"""Times the height of most words of a line that no word of it has, where there are so many."""


def _lettered(words: list[Told]) -> list[Told]:
    """Give the words that have letters or digits, or all where none has."""
    return [word for word in words if any(map(str.isalnum, word.text))] or words


def _within_rules(line: Line) -> Line:
    """Give a line without the upright rules of a table that were taken for letters: they stand around its cells.

    A bar between words stays: people set one between a title and an employer.
    """
    if not any(_BAR.search(segment.text) for segment in line.segments):
        return line
    kept = []
    for segment in line.segments:
        words = list(segment.words)
        while words and _BAR.fullmatch(words[0].text):
            del words[0]
        while words and _BAR.fullmatch(words[-1].text):
            del words[-1]
        if words:
            box, text = around(word.box for word in words), segment.text.strip(_BARS)
            kept.append(replace(segment, text=text, words=tuple(words), box=box))
    return replace(line, segments=tuple(kept))


def _with_confidence(line: Line, sure: Mapping[Word, float]) -> Line:
    segments = tuple(
        replace(segment, confidence=round(fmean(sure.get(word, 1.0) for word in segment.words), 2))
        for segment in line.segments
    )
    return Line(segments, line.page, line.part, line.bold, line.size)
