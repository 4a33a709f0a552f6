"""Tables with a header row: which words stand in which column, and which lines make one row."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field

from consistency.extractors.papers._prose import Passage, passage, plain
from consistency.model import Box, Document, Line, Segment, Word

_MARGIN = 0.35
"""A gap between lines that is wider than the narrowest by this part of a line's height parts two rows."""


class Column(Struct, frozen=True):
    """A column: what it holds, and from where to where its heading runs (in cells for a DOCX)."""

    role: str
    x0: float
    x1: float


class Row(Struct):
    """The cells of one row by the role of their columns, as lines in reading order."""

    cells: dict[str, list[Line]] = field(default_factory=dict)

    def cell(self, document: Document, role: str) -> Passage | None:
        """Give the words of a cell."""
        return passage(document, self.cells[role]) if role in self.cells else None

    def whole(self, document: Document) -> Passage:
        """Give the whole row."""
        return passage(document, [line for lines in self.cells.values() for line in lines])


def header(line: Line, roles: Mapping[str, str]) -> tuple[Column, ...]:
    """Give the columns that a line heads; none where fewer than two of its cells are headings."""
    if len(line.segments) < 2:
        return ()
    found = []
    for place, segment in enumerate(line.segments):
        role = _role(segment.text, roles)
        box = segment.box
        found.append(Column(role or "", box.x0 if box else place, box.x1 if box else place))
    known = [column for column in found if column.role]
    return tuple(found) if len(known) >= 2 and len(known) >= len(found) - 1 else ()


def _role(text: str, roles: Mapping[str, str]) -> str | None:
    """Name the role of a heading: the one whose words it is made of."""
    low = re.sub(r"[^a-z' ]+", " ", plain(text)).strip()
    if not low or len(low) > 45 or re.search(r"\d", text):
        return None
    found = (role for role, pattern in roles.items() if re.search(rf"\b(?:{pattern})\b", low))
    return next(found, None)


def rows(
    lines: Sequence[Line],
    columns: Sequence[Column],
    complete: Callable[[Row], bool],
    ends: Callable[[Line], bool],
) -> Iterator[Row]:
    """Give the rows below a header until a line that ends the table.

    ``complete`` says whether a row has all that it needs: only then may a new one begin on the next line of text.
    """
    current: Row | None = None
    last: Line | None = None
    body = []
    for line in lines:
        if ends(line):
            break
        body.append(line)
    gap = _widest_inside(body)
    for line in body:
        cells = dict(_cells(line, columns))
        if current is None or _begins(line, last, gap) or (gap is None and _is_new(current, cells, complete)):
            if current is not None:
                yield current
            current = Row()
        for role, part in cells.items():
            current.cells.setdefault(role, []).append(part)
        last = line
    if current is not None:
        yield current


def _is_new(current: Row, cells: Mapping[str, Line], complete: Callable[[Row], bool]) -> bool:
    return complete(current) and complete(Row({role: [line] for role, line in cells.items()}))


def _widest_inside(body: Sequence[Line]) -> float | None:
    """Give the gap above which a new row begins; None where all lines stand equally far apart."""
    gaps = [_gap(one, two) for one, two in pairwise(body)]
    known = sorted(gap for gap in gaps if gap is not None)
    height = next((line.box.y1 - line.box.y0 for line in body if line.box), 0.0)
    if not known or known[-1] - known[0] <= height * _MARGIN:
        return None
    return known[0] + height * _MARGIN


def _gap(one: Line, two: Line) -> float | None:
    if one.box is None or two.box is None or one.page != two.page:
        return None
    return two.box.y0 - one.box.y1


def _begins(line: Line, last: Line | None, gap: float | None) -> bool:
    if line.box is None:
        return True
    between = _gap(last, line) if last else None
    return gap is not None and between is not None and between > gap


def _cells(line: Line, columns: Sequence[Column]) -> Iterator[tuple[str, Line]]:
    """Cut a line into the cells of the columns."""
    if line.box is None:
        for column, segment in zip(columns, line.segments, strict=False):
            if column.role and segment.text.strip():
                yield column.role, _line(line, segment)
        return
    parts: dict[int, list[Word]] = {}
    for segment in line.segments:
        touched = [
            n
            for n, c in enumerate(columns)
            if segment.box and segment.box.x0 <= c.x1 and segment.box.x1 >= c.x0
        ]
        for word in segment.words or (Word(segment.text, segment.box or Box(0, 0, 0, 0)),):
            box = segment.box if len(touched) <= 1 and segment.box else word.box
            parts.setdefault(_column_of(box, columns, len(touched) > 1), []).append(word)
    for number, words in parts.items():
        if columns[number].role:
            yield columns[number].role, _line(line, _segment(words, line.confidence))


def _column_of(box: Box, columns: Sequence[Column], between: bool) -> int:
    """Give the column that a box stands in: by its left edge where it is one word of several columns."""
    if between:
        before = [n for n, column in enumerate(columns) if column.x0 <= box.x0 + 2.0]
        return before[-1] if before else 0
    away = [max(0.0, box.x0 - column.x1, column.x0 - box.x1) for column in columns]
    return away.index(min(away))


def _segment(words: Sequence[Word], confidence: float) -> Segment:
    box = words[0].box
    for word in words[1:]:
        box = box.union(word.box)
    return Segment(" ".join(word.text for word in words), box, None, tuple(words), confidence)


def _line(line: Line, segment: Segment) -> Line:
    return Line((segment,), line.page, line.part, line.bold, line.size)
