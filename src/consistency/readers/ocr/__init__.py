"""Text recognition on this machine: by tesseract where it is installed, by the ``ocr`` extra where it is not, or is
unsure.

An empty answer is never taken for an empty page: the picture is cleaned of specks and read once more, and a
page that stays empty is said to be unread.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from statistics import fmean, median
from typing import NamedTuple

from PIL import Image, ImageFilter, ImageOps

from consistency.model import Box, Line, Page, Word
from consistency.readers import letters
from consistency.readers.layout import Placed, lines_of
from consistency.readers.ocr import engines
from consistency.readers.ocr.engines import Told

DOTS = 300.0
"""Dots an inch at which a page is drawn for recognition."""
SURE = 0.6
"""Mean confidence of a page's words below which another engine is asked."""


LEVEL, FEWEST_LINES = 0.003, 5
"""A page is askew when so many lines or more fall by this part of their length (a sixth of a degree)."""


class Seen(NamedTuple):
    """What was recognised on a page: its words and lines, each segment with its confidence from 0 to 1."""

    page: Page
    lines: tuple[Line, ...]


def available() -> bool:
    """Tell whether pictures can be read on this machine."""
    return bool(engines.languages()) or engines.has_rapidocr()


def recognise(picture: Image.Image, number: int, dots: float = DOTS) -> Seen:
    """Read a page's picture; ``dots`` is its resolution an inch, ``number`` the page's, from 1."""
    grey = ImageOps.autocontrast(picture.convert("L"))
    told = _straight(_read(grey, dots))
    scale = 72.0 / dots
    placed = _placed(told, scale)
    sure = {p.word: t.confidence for p, t in zip(placed, told, strict=True)}
    page = Page(number, picture.width * scale, picture.height * scale, tuple(p.word for p in placed))
    return Seen(page, tuple(_with_confidence(line, sure) for line in lines_of(placed, number)))


def _read(picture: Image.Image, dots: float) -> list[Told]:
    """Give the surest answer of the engines there are; the first that is sure enough is taken."""
    best: list[Told] = []
    for told in _answers(picture, dots):
        if _sureness(told) > _sureness(best):
            best = told
        if _sureness(best) >= SURE:
            break
    return best


def _answers(picture: Image.Image, dots: float) -> Iterator[list[Told]]:
    if engines.languages():
        yield engines.tesseract(picture, dots)
        yield engines.tesseract(picture.filter(ImageFilter.MedianFilter(3)), dots)
    if engines.has_rapidocr():
        yield engines.rapidocr(picture)


def _sureness(told: Sequence[Told]) -> float:
    return fmean(word.confidence for word in told) if told else 0.0


def _straight(told: Sequence[Told]) -> list[Told]:
    """Turn the words of a page that lay askew under the scanner until its lines are level."""
    slope = _slope(told)
    if abs(slope) < LEVEL or not told:
        return list(told)
    middle = (max(word.box.x1 for word in told) / 2, max(word.box.y1 for word in told) / 2)
    return [word._replace(box=_turned(word.box, slope, middle)) for word in told]


def _slope(told: Sequence[Told]) -> float:
    """Measure by how much the lines of a page fall to the right: on their baselines, the longest counting most."""
    lines: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for word in told:
        if letters.stands_on_baseline(word.text):
            lines[word.line].append(word)
    width = max((word.box.x1 for word in told), default=0.0)
    slopes = []
    for words in lines.values():
        first, last = words[0].box, words[-1].box
        run = last.x0 - first.x0
        if run > width / 10:
            slopes.append(((last.y1 - first.y1) / run, run))
    return _weighted_median(slopes) if len(slopes) >= FEWEST_LINES else 0.0


def _weighted_median(values: Sequence[tuple[float, float]]) -> float:
    """Give the value in the middle of the weights; each value comes with its own."""
    half = sum(weight for _, weight in values) / 2
    passed = accumulate(weight for _, weight in sorted(values))
    return next(value for (value, _), weight in zip(sorted(values), passed, strict=True) if weight >= half)


def _turned(box: Box, slope: float, middle: tuple[float, float]) -> Box:
    across = slope * ((box.y0 + box.y1) / 2 - middle[1])
    down = -slope * ((box.x0 + box.x1) / 2 - middle[0])
    return Box(box.x0 + across, box.y0 + down, box.x1 + across, box.y1 + down)


def _placed(told: Sequence[Told], scale: float) -> list[Placed]:
    """Lay the words out in points; words of one recognised line share its baseline and the size of its letters."""
    lines: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for word in told:
        lines[word.line].append(word)
    measures = {
        line: (median(w.box.y1 for w in words), letters.size([(w.text, w.box) for w in words]))
        for line, words in lines.items()
    }
    placed = []
    for word in told:
        baseline, size = measures[word.line]
        box = Box(*(edge * scale for edge in word.box))
        placed.append(Placed(Word(word.text, box), baseline * scale, size * scale))
    return placed


def _with_confidence(line: Line, sure: Mapping[Word, float]) -> Line:
    segments = tuple(
        segment._replace(confidence=round(fmean(sure.get(word, 1.0) for word in segment.words), 2))
        for segment in line.segments
    )
    return Line(segments, line.page, line.part, line.bold, line.size)
