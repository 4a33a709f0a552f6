"""What is drawn on a form and no engine tells: rules between its cells, and boxes to tick beside Yes and No."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from statistics import median
from typing import NamedTuple

from msgspec.structs import replace
from PIL import Image

from consistency.model import Box
from consistency.normalizer.expressions import expression
from consistency.readers.ocr.engines import Told

OUTWARD = 0.6
"""Heights of the letters by which a rule between cells goes on above and below a line of text."""
WHOLE = 0.95
"""Share of that height that must be ink."""
ANSWER = expression(
    r"(?:[^\w]*[xoqcdil0]{0,2}[^\w]*|(?=\w{0,3}[^\w\s])\S{1,4}?)(yes|no|oui|non)[.:,]?", re.IGNORECASE
)
"""A word beside a box, and what an engine may make of the box: "[J", "O", "L]y"."""
REACH = 4.0
"""Heights of the letters within which a word's box stands."""
SIDE = (0.7, 2.4)
"""Shortest and longest side of a box, in heights of the letters on the page."""
SQUARE = (0.75, 1.35)
"""Narrowest and widest box, in its heights."""
ALIKE, EDGED = 0.25, 0.75
"""Share of its side by which a box's edges may begin and end apart, and that of its top and bottom that is ink."""
EMPTY, MARKED, PLAIN = 0.03, 0.07, 0.12
"""Share of ink within a box up to which it is empty, from which it is marked, and from which it plainly is."""
TICKED, UNTICKED = "☒", "☐"


class _Stroke(NamedTuple):
    """An upright stroke: its columns and its rows, the last ones left out."""

    left: int
    right: int
    top: int
    bottom: int


def completed(told: Sequence[Told], ink: Image.Image) -> list[Told]:
    """Give the words with the boxes to tick among them and the number of their cell; ``ink`` is white on black."""
    return list(_in_cells(_ticked(told, ink), ink))


def _in_cells(told: Sequence[Told], ink: Image.Image) -> Iterator[Told]:
    """Number the cells that rules part, from the left, for each line of text."""
    lines: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for word in told:
        lines[word.line].append(word)
    for words in lines.values():
        rules = _rules(ink, min(w.box.y0 for w in words), max(w.box.y1 for w in words))
        for word in words:
            middle = (word.box.x0 + word.box.x1) / 2
            yield word._replace(cell=sum(1 for rule in rules if rule < middle))


def _rules(ink: Image.Image, top: float, bottom: float) -> list[int]:
    """Give the columns in which a stroke goes on above and below a line of text; a broad one once."""
    outward = OUTWARD * (bottom - top)
    band = ink.crop((0, max(round(top - outward), 0), ink.width, min(round(bottom + outward), ink.height)))
    sums = band.resize((band.width, 1), resample=Image.Resampling.BOX).tobytes()
    dark = [x for x, total in enumerate(sums) if total >= WHOLE * 255]
    return [x for before, x in zip([-2, *dark], dark, strict=False) if x > before + 1]


def _ticked(told: Sequence[Told], ink: Image.Image) -> list[Told]:
    """Put the boxes beside Yes and No among the words, in place of what an engine made of them."""
    height = median(word.box.y1 - word.box.y0 for word in told) if told else 0.0
    answers = [word for word in told if ANSWER.fullmatch(word.text)]
    found = {word: box for word in answers if (box := _box_beside(word, height, ink)) is not None}
    kept: list[Told] = []
    for word in told:
        mark = found.get(word)
        if mark is not None:
            said = ANSWER.fullmatch(word.text)
            left = max(word.box.x0, mark.box.x1 + 1) if mark.box.x0 < word.box.x1 else word.box.x0
            kept += [mark, word._replace(text=said[1] if said else word.text, box=replace(word.box, x0=left))]
        elif not any(_within(word.box, other.box) for other in found.values()):
            kept.append(word)
    return kept


def _within(box: Box, other: Box) -> bool:
    """Say whether the middle of a box lies within another one."""
    across, down = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return other.x0 <= across <= other.x1 and other.y0 <= down <= other.y1


def _box_beside(word: Told, height: float, ink: Image.Image) -> Told | None:
    """Give the box that stands before a Yes or No, or behind it, as a word of its own; letters are so high."""
    top, bottom = word.box.y0 - height, word.box.y1 + height
    middle = (word.box.x0 + word.box.x1) / 2
    for left, right in ((word.box.x0 - REACH * height, middle), (middle, word.box.x1 + REACH * height)):
        region = Box(max(left, 0.0), max(top, 0.0), min(right, ink.width), min(bottom, ink.height))
        found = _marked(region, height, ink, nearest_right=right == middle)
        if found is not None:
            text, box, confidence = found
            return Told(text, box, confidence, word.line)
    return None


def _marked(
    region: Box, height: float, ink: Image.Image, *, nearest_right: bool
) -> tuple[str, Box, float] | None:
    """Find the box in a part of the picture that is nearest to the word, and say whether it is marked."""
    x, y = round(region.x0), round(region.y0)
    part = ink.crop((x, y, round(region.x1), round(region.y1)))
    strokes = list(_strokes(part, height))
    squares = [(one, other) for one, other in product(strokes, strokes) if _is_box(one, other, part)]
    if not squares:
        return None
    one, other = max(squares, key=lambda s: s[0].left if nearest_right else -s[1].right)
    share = _filling(one, other, part)
    if EMPTY < share < MARKED:
        return None
    box = Box(x + one.left, y + min(one.top, other.top), x + other.right, y + max(one.bottom, other.bottom))
    if share <= EMPTY:
        return UNTICKED, box, 0.95
    return TICKED, box, 0.95 if share >= PLAIN else 0.7


def _strokes(part: Image.Image, height: float) -> Iterator[_Stroke]:
    """Give the upright strokes as long as a box's side, from left to right."""
    shortest, longest = (limit * height for limit in SIDE)
    dots, width = part.tobytes(), part.width
    stroke: _Stroke | None = None
    for column in range(width):
        top, bottom = _longest_run(dots[column::width])
        if shortest <= bottom - top <= longest:
            stroke = (
                _Stroke(column, column + 1, top, bottom) if stroke is None else _joined(stroke, top, bottom)
            )
        elif stroke is not None:
            yield stroke
            stroke = None
    if stroke is not None:
        yield stroke


def _joined(stroke: _Stroke, top: int, bottom: int) -> _Stroke:
    return _Stroke(stroke.left, stroke.right + 1, min(stroke.top, top), max(stroke.bottom, bottom))


def _longest_run(dots: bytes) -> tuple[int, int]:
    """Give from where to where the longest run of ink goes."""
    runs = ((found.start(), found.end()) for found in re.finditer(b"\xff+", dots))
    return max(runs, key=lambda run: run[1] - run[0], default=(0, 0))


def _is_box(one: _Stroke, other: _Stroke, part: Image.Image) -> bool:
    """Say whether two strokes are the left and right edge of a box: alike, as far apart as high, and joined."""
    side = one.bottom - one.top
    if other.left <= one.right or abs(one.top - other.top) > ALIKE * side:
        return False
    if abs(one.bottom - other.bottom) > ALIKE * side:
        return False
    if not SQUARE[0] <= (other.right - one.left) / side <= SQUARE[1]:
        return False
    reach = max(round(ALIKE * side), 2)
    return _joins(one, other, one.top, reach, part) and _joins(one, other, one.bottom - reach, reach, part)


def _joins(one: _Stroke, other: _Stroke, top: int, rows: int, part: Image.Image) -> bool:
    """Say whether an edge goes from one stroke to the other within some rows."""
    band = part.crop((one.right, max(top - 2, 0), other.left, min(top + rows + 2, part.height)))
    sums = band.resize((1, band.height), resample=Image.Resampling.BOX).tobytes()
    return max(sums) >= EDGED * 255


def _filling(one: _Stroke, other: _Stroke, part: Image.Image) -> float:
    """Give the share of ink within a box, well clear of its edges."""
    side = other.right - one.left
    inset = max(one.right - one.left, other.right - other.left) + max(round(0.06 * side), 1)
    inner = part.crop((
        one.left + inset,
        max(one.top, other.top) + inset,
        other.right - inset,
        min(one.bottom, other.bottom) - inset,
    ))  # fmt: skip
    if not inner.width or not inner.height:
        return 0.0
    return inner.tobytes().count(255) / (inner.width * inner.height)
