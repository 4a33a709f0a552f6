"""Cells of a table whose words run on in a second line: joined to what they are, one value.

The second line of a cell stands close below the first, at the same edge, and the next row farther off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from consistency.model import Line, Segment, around
from consistency.normalizer.expressions import expression

EDGE = 2.5
"""Points by which the edges of the lines of a cell may differ."""
CLOSE, FARTHER = 0.45, 0.15
"""Gap between the lines of a cell at most, and by how much more the next row stands off; in heights of the letters."""
STAGGERED = 0.3
"""Share of the letters' height by which a line beside a row overlaps it: half of a cell's two lines."""
MOST = 3
"""Further lines of a cell."""


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Give the lines with the cells of their rows whole; a line that belongs to a row is left without words.

    The other lines of a cell stand below the row, above it where cells are level at their feet, or on both sides.
    """
    found = list(lines)
    for at, row in enumerate(lines):
        if len(row.segments) < 2:
            continue
        above = _rest(row, found[max(at - 1 - MOST, 0) : at][::-1])
        below = _rest(row, found[at + 1 : at + 2 + MOST])
        if above or below:
            found[at] = _joined(row, above[::-1], below)
            for number in (*range(at - len(above), at), *range(at + 1, at + 1 + len(below))):
                found[number] = replace(lines[number], segments=())
    return found


def _rest(row: Line, beyond: Sequence[Line]) -> Sequence[Line]:
    """Give the lines to one side that hold nothing but the rest of a row's cells; the next must stand farther off."""
    number, last, gap = 0, row, 0.0
    while number < min(MOST, len(beyond)) and _goes_on(row, last, beyond[number]):
        gap = max(gap, _gap(last, beyond[number]))
        last = beyond[number]
        number += 1
    if number < len(beyond) and beyond[number].page == row.page:
        farther = not beyond[number].segments or _gap(last, beyond[number]) > gap + FARTHER * _letters(last)
        return beyond[:number] if farther else ()
    return beyond[:number]


def _goes_on(row: Line, last: Line, line: Line) -> bool:
    """Tell whether a line stands close to another one, and each part of it at the edge of a cell of the row."""
    if line.page != row.page or not line.segments:
        return False
    if (
        len(line.segments) > 1
        and not line.segments[0].text[:1].islower()
        and _cell(row, line.segments[0]) is row.segments[0]
    ):
        return False  # a row with a label of its own
    outside = [segment for segment in line.segments if _cell(row, segment) is None]
    if not all(_is_right_of(row.segments[0], segment) for segment in outside):
        return False  # as nearly always, and edges are compared sooner than the boxes of lines
    if line.box is None or last.box is None:
        return False
    close = -_letters(line) < _gap(last, line) <= CLOSE * _letters(line)
    return close and (not outside or _gap(row, line) < -STAGGERED * _letters(line))


def _is_right_of(first: Segment, segment: Segment) -> bool:
    return first.box is not None and segment.box is not None and segment.box.x0 > first.box.x1


def _gap(one: Line, other: Line) -> float:
    """Give the height that is left between two lines."""
    if one.box is None or other.box is None:
        return 0.0
    return max(one.box.y0, other.box.y0) - min(one.box.y1, other.box.y1)


def _letters(line: Line) -> float:
    return min((_height(segment) for segment in line.segments), default=0.0)


def _height(segment: Segment) -> float:
    return segment.box.y1 - segment.box.y0 if segment.box is not None else 0.0


def _cell(row: Line, segment: Segment) -> Segment | None:
    """Give the cell of a row that begins at the edge of a segment; the first only where its words go on."""
    first, *others = row.segments
    known = next((cell for cell in others if _same_edge(cell, segment)), None)
    return first if known is None and _same_edge(first, segment) and _runs_on(first, segment) else known


_OPEN = expression(r"(?:\b(?:of|and|the|in|for|de|du|des|et|la|le)|\bd['’]|[&/,-])\s*$", re.IGNORECASE)
"""With what no label ends."""


def _runs_on(first: Segment, segment: Segment) -> bool:
    """Tell whether a label goes on in the line below: "Date and place of" and "birth"."""
    small = segment.text[:1].islower() and not first.text.rstrip().endswith((":", "."))
    return small or _OPEN.search(first.text) is not None


def _same_edge(cell: Segment, segment: Segment) -> bool:
    return cell.box is not None and segment.box is not None and abs(cell.box.x0 - segment.box.x0) <= EDGE


def _joined(row: Line, above: Sequence[Line], below: Sequence[Line]) -> Line:
    """Put the segments of lines before and behind those of the row that they belong to.

    A cell of two lines that is level at its middle with its row has none in the row itself.
    """
    cells = list(row.segments)
    for segment in (segment for line in (*above, *below) for segment in line.segments):
        if not any(_same_edge(cell, segment) for cell in cells):
            cells.append(replace(segment, text="", words=()))
    whole = (_whole(cell, above, below) for cell in cells)
    return replace(row, segments=tuple(sorted(whole, key=lambda cell: cell.box.x0 if cell.box else 0.0)))


def _whole(cell: Segment, above: Sequence[Line], below: Sequence[Line]) -> Segment:
    before, after = (
        [segment for line in lines for segment in line.segments if _same_edge(cell, segment)]
        for lines in (above, below)
    )
    parts = [*before, cell, *after]
    boxes = [part.box for part in parts if part.box is not None]
    return replace(
        cell,
        text=" ".join(part.text for part in parts if part.text),
        box=around(boxes) if boxes else None,
        words=tuple(word for part in parts for word in part.words),
        confidence=min(part.confidence for part in parts),
    )
