"""From words with boxes to lines as they are seen, cut into segments at wide gaps: pure geometry.

Any source of words can use it: a PDF page, or the words that text recognition finds in a picture.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from statistics import median
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from consistency.model import Box, Line, Segment, Word, around

SAME_LINE = 0.4
"""Share of the larger letters' height by which two baselines of one line may differ (raised letters)."""
WIDE_GAP = 1.0
"""Gap between two segments, in letter heights."""
COLUMN_GAP = 0.55
"""Gap, in letter heights, that sets segments apart where the second begins at an edge that lines begin at."""
COLUMN_LINES = 3
"""Lines that must begin at an edge for it to be one."""
NO_GAP = 0.06
"""Up to this gap, in letter heights, two runs are one word."""

STRONG = frozenset({"L", "R", "AL"})
"""Letters with a direction of their own (UAX 9); digits have none."""

BULLETS = frozenset("•◦▪▫●○■□–—-*‣⁃·➢➤✓✔❖")

Turn = Literal[0, 90, 180, 270]


class Placed(Struct, frozen=True, gc=False):
    """A word with what is needed to lay it out: its baseline, and the direction it is written in."""

    word: Word
    baseline: float
    """y of the baseline from the top of the page (x, in text that is turned by 90 or 270 degrees)."""
    size: float
    """Height of the letters."""
    turn: Turn = 0
    bold: bool = False
    source: int = 0
    """Words from different sources (the page itself, a form field) never share a segment."""


class _Row(Struct):
    """Words on one baseline while they are gathered."""

    baseline: float
    size: float
    words: list[Placed] = field(default_factory=list)

    def takes(self, word: Placed) -> bool:
        return abs(word.baseline - self.baseline) <= SAME_LINE * max(self.size, word.size)

    def add(self, word: Placed) -> None:
        if not self.words or word.size > 1.05 * self.size:
            self.baseline, self.size = word.baseline, word.size
        self.words.append(word)


def lines_of(words: Sequence[Placed], page: int, part: str = "body") -> tuple[Line, ...]:
    """Give the lines of a page from top to bottom; turned text follows, each direction in its own order."""
    found: list[Line] = []
    for turn in (0, 90, 270, 180):
        chosen = [_upright(word, turn) for word in words if word.turn == turn]
        rows = _rows(chosen)
        edges = _edges(rows)
        found.extend(_line(_runs(row, edges), page, part, turn) for row in rows)
    return tuple(found)


def _rows(words: Iterable[Placed]) -> list[_Row]:
    rows: list[_Row] = []
    for word in sorted(words, key=lambda w: (w.baseline, w.word.box.x0)):
        row = next((r for r in reversed(rows[-4:]) if r.takes(word)), None)
        if row is None:
            row = _Row(word.baseline, word.size)
            rows.append(row)
        row.add(word)
    return sorted(rows, key=lambda r: r.baseline)


def _edges(rows: Iterable[_Row]) -> frozenset[int]:
    """Give the left edges, in whole points, that several lines begin at."""
    starts = Counter(round(min(w.word.box.x0 for w in row.words)) for row in rows)
    return frozenset(x for x in starts if starts[x - 1] + starts[x] + starts[x + 1] >= COLUMN_LINES)


def _line(runs: Sequence[Sequence[Placed]], page: int, part: str, turn: int) -> Line:
    segments = tuple(_segment(run, turn) for run in runs)
    bold = runs[0][0].bold and runs[-1][-1].bold
    return Line(segments, page, part, bold, round(median(w.size for run in runs for w in run), 1))


def _runs(row: _Row, edges: frozenset[int]) -> list[list[Placed]]:
    """Cut a row into runs of words that belong together."""
    words = sorted(row.words, key=lambda w: w.word.box.x0)
    runs = [[words[0]]]
    for word in words[1:]:
        if _parts(runs[-1], word, edges):
            runs.append([word])
        else:
            runs[-1].append(word)
    return runs


def _parts(run: Sequence[Placed], word: Placed, edges: frozenset[int]) -> bool:
    """Say whether a new segment begins with a word; a bullet belongs to what it stands before."""
    if run[-1].source != word.source:
        return True
    if len(run) == 1 and run[0].word.text in BULLETS:
        return False
    left, size = word.word.box.x0, max(run[-1].size, word.size)
    gap = left - max(w.word.box.x1 for w in run[-2:])
    return gap > WIDE_GAP * size or (gap > COLUMN_GAP * size and round(left) in edges)


def _segment(run: Sequence[Placed], turn: int) -> Segment:
    text = _joined(run)
    if not text.isascii():
        run = _as_read(run)
        text = _joined(run)
    words = tuple(Word(w.word.text, _turned(w.word.box, -turn)) for w in run)
    return Segment(text, around([word.box for word in words]), None, words)


def _joined(run: Sequence[Placed]) -> str:
    text = run[0].word.text
    for before, word in pairwise(run):
        gap = word.word.box.x0 - before.word.box.x1
        glued = abs(gap) <= NO_GAP * word.size and before.size != word.size
        text += word.word.text if glued else f" {word.word.text}"
    return text


def _as_read(run: Sequence[Placed]) -> Sequence[Placed]:
    """Put words that stand from left to right in the order of reading: Arabic and Hebrew begin at the right.

    Words as a whole are turned about, as in the Unicode bidirectional algorithm (UAX 9, rule L2): in a line of such a
    script all but the pieces in another, in any other line the pieces in such a script. What has no direction of its
    own, as numbers have none, goes with the line.
    """
    ways = [_way(word.word.text) for word in run]
    to_left, to_right = sum(way < 0 for way in ways), sum(way > 0 for way in ways)
    if not to_left:
        return run
    whole = to_left > to_right
    marked = [(way < 0 or (whole and way == 0), word) for way, word in zip(ways, run, strict=True)]
    pieces = [(back, [word for _, word in piece]) for back, piece in groupby(marked, key=itemgetter(0))]
    ordered = [words[::-1] if back else words for back, words in pieces]
    return [word for words in (ordered[::-1] if whole else ordered) for word in words]


def _way(text: str) -> int:
    """Give the direction of a word's first letter: 1 to the right, -1 to the left, 0 for none."""
    kinds = map(unicodedata.bidirectional, text)
    return next((1 if kind == "L" else -1 for kind in kinds if kind in STRONG), 0)


def _upright(word: Placed, turn: int) -> Placed:
    if turn == 0:
        return word
    return replace(word, word=Word(word.word.text, _turned(word.word.box, turn)))


def _turned(box: Box, turn: int) -> Box:
    """Turn a box about the page's corner: coordinates only need their order, not their place."""
    x0, y0, x1, y1 = box
    match turn % 360:
        case 90:  # written upwards: right is up, down is right
            return Box(-y1, x0, -y0, x1)
        case 270:  # written downwards
            return Box(y0, -x1, y1, -x0)
        case 180:
            return Box(-x1, -y1, -x0, -y0)
        case _:
            return box
