"""The words of the lines that the library of the ``ocr`` extra reads, found again in the picture of each line.

The library tells the letters of a line with the columns where its network saw them. Where a word begins and ends,
and which gaps are as wide as those between the columns of a form, stands in the picture: a blank strip from top to
bottom. A word is as sure as its least sure letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from consistency.readers.ocr.letter_extents import whole

DARK = 0.5
"""How far between a line's paper and its darkest ink a dot counts as ink."""
RULE = 0.7
"""Share of a line's width that a row of dots must fill to be a rule of the form, not letters."""
EDGE = 0.12
"""Share of a line's height, above and below, in which its neighbours may show."""
WIDE = 0.7
"""Blank strip, in heights of the letters, that sets two words apart without a space read between them."""
OVERSEEN, OFTEN, LIKE_A_SPACE = 0.18, 2.5, 0.8
"""So does a lesser one that is nearly as wide as the spaces of the line, or, in a line without any, so many times as
wide as the middle one between its letters; in heights of the letters it is at least so wide."""
UPRIGHT_RULE = 0.97
"""Share of a line's height, its margins included, that a column of dots must fill to be one."""
FEWEST_DOTS = 6
ON_END = 1.5
"""From this height to width the library turns a line's picture before it reads it (its own constant)."""


class Letter(NamedTuple):
    """A letter, the middle of the columns where it was seen, and how sure it is; ``space`` where one stands before."""

    text: str
    middle: float
    confidence: float
    space: bool


class Extent(NamedTuple):
    """From where to where, in dots."""

    start: float
    end: float


def words(crops: Any, quads: Any, recognised: Any, _single: bool) -> Any:
    """Give what the library's own finding of words gives: for each line its words, how sure, and their corners."""
    lines = zip(crops, quads, recognised.txts, recognised.word_results, strict=False)
    recognised.word_results = tuple(list(_words(*line)) for line in lines)
    return recognised


def _words(crop: Any, quad: Any, text: str, told: Any) -> Iterator[tuple[str, float, list[list[float]]]]:
    height, width = crop.shape[:2]
    letters = _letters(text, told, width)
    if not letters or min(height, width) < FEWEST_DOTS:
        yield text, 0.0, [[float(x), float(y)] for x, y in quad]
        return
    ink = _ink(crop)
    top, bottom = whole(*_extent(ink.any(axis=1), height), text)
    rows = Extent(max(top, 0.0), min(bottom, float(height)))
    blanks = list(_blanks(ink.any(axis=0)))
    for word, extent in _extents(letters, blanks, width, rows.end - rows.start):
        corners = _corners(quad, extent, rows, (width, height))
        yield "".join(letter.text for letter in word), min(letter.confidence for letter in word), corners


def _letters(text: str, told: Any, width: int) -> list[Letter]:
    """Join a line's text, which has the spaces, with the columns, which have not."""
    columns = [column for word in told.word_cols for column in word]
    length = told.line_txt_len or 1.0
    sure = told.confs if len(told.confs) == len(text) else [1.0] * len(text)
    found: list[Letter] = []
    space = False
    for letter, confidence in zip(text, sure, strict=True):
        if letter.isspace():
            space = True
        elif len(found) < len(columns):
            middle = (columns[len(found)] + 0.5) * width / length
            found.append(Letter(letter, min(middle, width - 1.0), float(confidence), space))
            space = False
    return found


def _ink(crop: Any) -> Any:
    """Tell for each dot of a line's picture whether it is ink of letters: not paper, and no rule of the form."""
    import numpy

    grey = crop.mean(axis=2) if crop.ndim == 3 else crop
    paper, darkest = numpy.percentile(grey, 80), numpy.percentile(grey, 1)
    ink = grey < paper - DARK * max(paper - darkest, 1.0)
    ink[:, ink.mean(axis=0) > UPRIGHT_RULE] = False
    ink[ink.mean(axis=1) > RULE] = False
    edge = round(EDGE * len(ink))
    ink[:edge] = ink[len(ink) - edge :] = False
    return ink


def _extent(inked: Any, whole: int) -> Extent:
    """Give the first and the last of the rows with ink."""
    found = inked.nonzero()[0]
    return Extent(float(found[0]), float(found[-1] + 1)) if len(found) >= FEWEST_DOTS else Extent(0.0, whole)


def _blanks(inked: Any) -> Iterator[Extent]:
    """Give the strips without ink from left to right."""
    start: int | None = None
    for column, dark in enumerate([*inked.tolist(), True]):
        if dark:
            if start is not None:
                yield Extent(start, column)
            start = None
        elif start is None:
            start = column


def _extents(
    letters: Sequence[Letter], blanks: Sequence[Extent], width: int, height: float
) -> Iterator[tuple[list[Letter], Extent]]:
    """Cut a line's letters into words: at its spaces, and at strips as wide as spaces or the gaps between columns."""
    gaps = [_widest(blanks, one.middle, other.middle) for one, other in pairwise(letters)]
    least = _least(letters, gaps, height)
    begin = max((min(b.end, letters[0].middle) for b in blanks if b.start < letters[0].middle), default=0.0)
    word = [letters[0]]
    for letter, gap in zip(letters[1:], gaps, strict=True):
        if letter.space or (gap and _parts(word[-1], letter, gap, least, height)):
            middle = (word[-1].middle + letter.middle) / 2
            cut = gap or Extent(middle, middle)
            yield word, Extent(begin, cut.start)
            begin, word = cut.end, []
        word.append(letter)
    after = (max(b.start, word[-1].middle) for b in blanks if b.end > word[-1].middle)
    yield word, Extent(begin, min(after, default=float(width)))


def _least(letters: Sequence[Letter], gaps: Sequence[Extent | None], height: float) -> float:
    """Give the width from which a gap in a line is a space: by those that were seen, or by those that are none."""
    widths = [gap.end - gap.start if gap else 0.0 for gap in gaps]
    spaces = [width for letter, width in zip(letters[1:], widths, strict=True) if letter.space]
    if spaces:
        return max(OVERSEEN * height, LIKE_A_SPACE * median(spaces))
    return max(OVERSEEN * height, OFTEN * median(widths or [0.0]))


def _parts(one: Letter, other: Letter, gap: Extent, least: float, height: float) -> bool:
    """Say whether a blank strip parts two letters between which no space was read."""
    width = gap.end - gap.start
    if width > WIDE * height:
        return True
    between = one.middle < gap.start and gap.end < other.middle  # not beside a letter whose place is unsure
    number = one.text.isdigit() and other.text.isdigit()  # a 1 stands apart in many types
    return between and not number and one.text.isalnum() and other.text.isalnum() and width > least


def _widest(blanks: Sequence[Extent], start: float, end: float) -> Extent | None:
    """Give the widest blank strip between two places."""
    parts = (Extent(max(b.start, start), min(b.end, end)) for b in blanks if b.end > start and b.start < end)
    return max(parts, key=lambda b: b.end - b.start, default=None)


def _corners(quad: Any, across: Extent, down: Extent, size: tuple[int, int]) -> list[list[float]]:
    """Give the corners of a word on the page: left top, right top, right bottom, left bottom of the line's own."""
    width, height = size
    top_left, top_right, _, bottom_left = ([float(x), float(y)] for x, y in quad)
    if _is_upright(quad):  # its picture was turned to the left: along it is down the page
        top_left, top_right, bottom_left = top_right, [float(c) for c in quad[2]], top_left
    right = [b - a for a, b in zip(top_left, top_right, strict=True)]
    below = [b - a for a, b in zip(top_left, bottom_left, strict=True)]
    places = [(x / width, y / height) for y in down for x in across]
    left_top, right_top, left_bottom, right_bottom = (
        [o + x * r + y * b for o, r, b in zip(top_left, right, below, strict=True)] for x, y in places
    )
    return [left_top, right_top, right_bottom, left_bottom]


def _is_upright(quad: Any) -> bool:
    """Say whether a line stands on its end."""
    (x0, y0), (x1, y1), (x2, y2), _ = ([float(c) for c in corner] for corner in quad)
    across = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    down = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    return bool(down >= ON_END * max(across, 1.0))
