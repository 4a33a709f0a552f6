"""Columns, sidebars and margins of a page: where a white valley parts the words, and what it means.

A valley is a strip without words that runs over several lines. It parts columns that are read one after the
other, or a margin (dates or labels beside the text that they belong to), or it is nothing but the space
inside the rows of a table, and the rows stay as they are.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.pages.headings import section_of
from consistency.extractors.pages.sides import Meaning, date_groups, headings, meaning, middle
from consistency.model import Box, Line, Segment, Word, around
from consistency.normalizer.dates import parse_period

_SAME = 3.0
"""Points within which two edges are one edge."""
_TRIED = 14
"""Edges that are looked at, the commonest first."""
_MOST_ROWS = 300
"""A page with more lines is no letter and no curriculum vitae: it is taken as it is."""


Halves = tuple[Line | None, Line | None]
"""What stands left and right of an edge in one line; None where nothing does."""


Span = tuple[float, float]
"""From where to where a word runs."""


class Region(Struct, frozen=True):
    """Lines that are read from top to bottom, with the strip of the page that they fill."""

    lines: tuple[Line, ...]
    x0: float
    x1: float
    limit: float | None = None
    """How far its lines may reach: to the next column or the page's margin; None where that is not known."""


class _Valley(Struct, frozen=True):
    """The lines ``first`` up to ``last`` (excluded) with nothing in the strip that ends at ``x``."""

    first: int
    last: int
    x: float
    lines: int
    meaning: Meaning


def regions(lines: Sequence[Line], width: float | None = None) -> list[Region]:
    """Part the lines of one page into regions in reading order; ``width`` is the page's."""
    rows = sorted((line for line in lines if line.box is not None), key=middle)
    left = min((line.box.x0 for line in rows if line.box is not None), default=0.0)
    return _parts(rows, None if width is None else width - left)


def _parts(rows: Sequence[Line], limit: float | None) -> list[Region]:
    if not rows:
        return []
    valley = _best_valley(rows) if len(rows) <= _MOST_ROWS else None
    if valley is None:
        return [_region(rows, limit)]
    inside = rows[valley.first : valley.last]
    if valley.meaning == "margin":
        middle = [_region(_interleaved(inside, valley.x), limit)]
    else:
        left, right = sides(inside, valley.x)
        middle = [*_parts(left, valley.x), *_parts(right, limit)]
    return [*_parts(rows[: valley.first], limit), *middle, *_parts(rows[valley.last :], limit)]


def _region(lines: Iterable[Line], limit: float | None) -> Region:
    kept = tuple(lines)
    boxes = [line.box for line in kept if line.box is not None]
    return Region(kept, min(box.x0 for box in boxes), max(box.x1 for box in boxes), limit)


def sides(lines: Sequence[Line], x: float) -> tuple[list[Line], list[Line]]:
    """Give what stands left and right of an edge."""
    return _joined([_halves(line, x) for line in lines])


def _halves(line: Line, x: float) -> Halves:
    """Cut a line at an edge."""
    return cut_line(line, lambda box: box.x0 < x - 0.5), cut_line(line, lambda box: box.x0 >= x - 0.5)


def _joined(halves: Sequence[Halves]) -> tuple[list[Line], list[Line]]:
    left = [left for left, _ in halves if left is not None]
    return whole_headings(left), [right for _, right in halves if right is not None]


def whole_headings(lines: Sequence[Line]) -> list[Line]:
    """Join a heading that a narrow side broke over two lines: "Educational / background"."""
    found: list[Line] = []
    for line in lines:
        if found and (whole := _whole_heading(found[-1], line)) is not None:
            found[-1] = whole
        else:
            found.append(line)
    return found


def _whole_heading(above: Line, line: Line) -> Line | None:
    """Give two lines as one, where they stand close and are a heading only together."""
    if above.box is None or line.box is None or not line.text[:1].islower() or len(line.segments) > 1:
        return None
    near = line.box.y0 - above.box.y1 < 0.75 * (above.box.y1 - above.box.y0)
    if not near or section_of(above.text) is not None or section_of(f"{above.text} {line.text}") is None:
        return None
    last = above.segments[-1]
    words = (*words_of(last), *words_of(line.segments[0]))
    box = around(word.box for word in words)
    whole = replace(last, text=f"{last.text} {line.text}", box=box, words=words)
    return replace(above, segments=(*above.segments[:-1], whole))


def cut_line(line: Line, keep: Callable[[Box], bool]) -> Line | None:
    """Give the line with the words whose box is kept, or None where there are none."""
    segments = tuple(cut for segment in line.segments if (cut := _cut_segment(segment, keep)) is not None)
    if segments == line.segments:
        return line
    return Line(segments, line.page, line.part, line.bold, size_of(segments, line.size)) if segments else None


def size_of(segments: Sequence[Segment], size: float | None) -> float | None:
    """Measure the letters of a part of a line: the other part may have been larger or smaller."""
    words = [word for segment in segments for word in segment.words]
    if size is None or not words:
        return size
    return round(median(word.box.y1 - word.box.y0 for word in words), 1)


def _cut_segment(segment: Segment, keep: Callable[[Box], bool]) -> Segment | None:
    words = [word for word in words_of(segment) if keep(word.box)]
    if not words:
        return None
    if len(words) == len(words_of(segment)):
        return segment
    box = around(word.box for word in words)
    return replace(segment, text=" ".join(word.text for word in words), box=box, words=tuple(words))


def words_of(segment: Segment) -> tuple[Word, ...]:
    """Give the words of a segment; one that has none is a word itself."""
    if segment.words:
        return segment.words
    return (Word(segment.text, segment.box),) if segment.box is not None else ()


def _boxes(line: Line) -> list[Box]:
    return sorted((word.box for segment in line.segments for word in words_of(segment)), key=tuple)


# --- finding ----------------------------------------------------------------------------------------------


def _best_valley(rows: Sequence[Line]) -> _Valley | None:
    boxes = [_boxes(row) for row in rows]
    height = median(box.y1 - box.y0 for row in boxes for box in row)
    gap = max(6.0, 0.65 * height)
    spans = [[(box.x0, box.x1) for box in row] for row in boxes]
    found = [valley for x in _edges(boxes, gap) if (valley := _valley(rows, spans, x, gap)) is not None]
    return max(found, key=lambda valley: (valley.lines, -valley.x), default=None)


def _edges(boxes: Sequence[list[Box]], gap: float) -> list[float]:
    """Give the left edges that many lines share behind a gap: the likeliest first."""
    leftmost = min(row[0].x0 for row in boxes)
    starts = Counter[int]()
    exact: dict[int, float] = {}
    for row in boxes:
        for before, box in zip([None, *row], row, strict=False):
            if (before is None and box.x0 > leftmost + 25) or (
                before is not None and box.x0 - before.x1 >= gap
            ):
                slot = round(box.x0 / _SAME)
                starts[slot] += 1
                exact[slot] = min(exact.get(slot, box.x0), box.x0)
    return [exact[slot] for slot, times in starts.most_common(_TRIED) if times >= 2]


def _valley(rows: Sequence[Line], spans: Sequence[list[Span]], x: float, gap: float) -> _Valley | None:
    """Give the longest run of lines that the edge parts into two sides with a meaning."""
    free = [_is_free(row, x - gap, x - 0.5) for row in spans]
    best: _Valley | None = None
    for start, last in _runs(free):
        halves = [_halves(row, x) for row in rows[start:last]]
        skipped, found = _parted(halves)
        lines = sum(map(len, _joined(halves[skipped:])))
        if found != "rows" and (best is None or lines > best.lines):
            best = _Valley(start + skipped, last, x, lines, found)
    return best


def _is_free(row: Sequence[Span], x0: float, x1: float) -> bool:
    """Tell whether no word of a line reaches into a strip."""
    return not [begin for begin, end in row if begin < x1 and end > x0]


def _parted(rows: Sequence[Halves]) -> tuple[int, Meaning]:
    """Say what an edge parts lines into, and how many of the first it does not part: the letter head over headings."""
    left, right = _joined(rows)
    if len(left) < (1 if headings(left) else 2) or len(right) < 2:
        return 0, "rows"
    found = meaning(left, right)
    if found != "rows":
        return 0, found
    head = next((at for at, row in enumerate(rows) if _is_headed(row)), len(rows))
    left, right = _joined(rows[head:])
    margin = headings(left) > 1 and len(right) > 1 and meaning(left, right) == "margin"
    return (head, "margin") if margin else (0, "rows")


def _is_headed(row: Halves) -> bool:
    """Tell whether what stands left of an edge is a heading."""
    left, _ = row
    return left is not None and headings([left]) > 0


def _runs(free: Sequence[bool]) -> Iterable[tuple[int, int]]:
    start: int | None = None
    for index, value in enumerate([*free, False]):
        if value and start is None:
            start = index
        elif not value and start is not None:
            yield start, index
            start = None


# --- margins ----------------------------------------------------------------------------------------------


def _interleaved(lines: Sequence[Line], x: float) -> list[Line]:
    """Put what stands in the margin before the text beside it: a date before its job, a label before its part."""
    left, right = sides(lines, x)
    groups = [_as_one_date(group) for group in date_groups(left)]
    out: list[Line] = []
    rest = list(right)
    for group in groups:
        top = _top(group[0])
        above = [line for line in rest if middle(line) < top]
        rest = rest[len(above) :]
        out += [*above, *group]
    return [*out, *rest]


def _as_one_date(group: Sequence[Line]) -> Sequence[Line]:
    """Make one line of a period that a narrow margin broke over several: "Jan.", "2018 – Mar.", "2021"."""
    text = " ".join(line.text.strip() for line in group)
    if len(group) < 2 or parse_period(text) is None:
        return group
    words = tuple(word for line in group for segment in line.segments for word in words_of(segment))
    whole = replace(group[0].segments[0], text=text, box=around(word.box for word in words), words=words)
    return [replace(group[0], segments=(whole,))]


def _top(line: Line) -> float:
    box = line.box
    return 0.0 if box is None else box.y0 - 1.0
