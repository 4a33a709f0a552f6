"""The rows of a form's grid in which every cell may run on in further lines, the label's as well as the value's."""

from collections.abc import Sequence

from msgspec.structs import replace

from consistency.extractors.wording.labels import Vocabulary
from consistency.extractors.wording.prose import plain
from consistency.model import Line, Segment, around

EDGE = 2.5
"""Points by which the edges of the lines of a cell may differ."""
CLOSE, FARTHER = 0.45, 0.15
"""Gap between the lines of a cell at most, and by how much more the next row stands off; in heights of the letters."""
MOST = 5
"""Further lines of a row."""


def whole_rows(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Give the lines with each row of several cells whole, a line break between the lines of a cell.

    A line that belongs to the row above is left without words, so that every line keeps its number. One that begins
    with a label belongs to none.
    """
    found = list(lines)
    for at, row in enumerate(lines):
        if len(found[at].segments) < 2 or row.box is None:
            continue
        size = _further(lines, at, vocabulary)
        if size:
            found[at] = _joined(row, lines[at + 1 : at + 1 + size])
            for number in range(at + 1, at + 1 + size):
                found[number] = replace(lines[number], segments=())
    return found


def _further(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> int:
    """Count the lines that go on with the cells of a row; the next must stand farther off."""
    row, size, widest = lines[at], 0, 0.0
    for before, line in zip(lines[at:], lines[at + 1 : at + 2 + MOST], strict=False):
        gap, height = _gap(before, line), _height(line)
        if gap is None:
            return size
        if (
            gap > CLOSE * height
            or _is_labelled(line, vocabulary)
            or not all(_begins_in(row, segment) for segment in line.segments)
        ):
            apart = gap > widest + FARTHER * height or _is_labelled(line, vocabulary)
            return size if apart else 0
        size, widest = size + 1, max(widest, gap)
    return size if size <= MOST else 0


def _is_labelled(line: Line, vocabulary: Vocabulary) -> bool:
    return bool(line.segments) and vocabulary.match(plain(line.segments[0].text).strip(), 0) is not None


def _begins_in(row: Line, segment: Segment) -> bool:
    return any(_same_edge(cell, segment) for cell in row.segments)


def _same_edge(cell: Segment, segment: Segment) -> bool:
    return cell.box is not None and segment.box is not None and abs(cell.box.x0 - segment.box.x0) <= EDGE


def _gap(one: Line, other: Line) -> float | None:
    if one.box is None or other.box is None or one.page != other.page:
        return None
    return other.box.y0 - one.box.y1


def _height(line: Line) -> float:
    return min((s.box.y1 - s.box.y0 for s in line.segments if s.box is not None), default=0.0)


def _joined(row: Line, further: Sequence[Line]) -> Line:
    parts = [segment for line in further for segment in line.segments]
    return replace(
        row, segments=tuple(_whole(cell, [p for p in parts if _same_edge(cell, p)]) for cell in row.segments)
    )


def _whole(cell: Segment, parts: Sequence[Segment]) -> Segment:
    boxes = [part.box for part in (cell, *parts) if part.box is not None]
    return replace(
        cell,
        text="\n".join((cell.text, *(part.text for part in parts))),
        box=around(boxes) if boxes else None,
        words=tuple(word for part in (cell, *parts) for word in part.words),
        confidence=min(part.confidence for part in (cell, *parts)),
    )
