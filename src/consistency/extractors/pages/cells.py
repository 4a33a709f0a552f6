"""Paragraphs and cells of a DOCX in reading order: it has no boxes, only places."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from consistency.extractors.pages.headings import section_of
from consistency.extractors.pages.sides import is_date_alone
from consistency.model import Line, Segment

_LONG_CELL = 3
"""A cell with as many paragraphs is a column of text, not a value."""


def flowing(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines of a DOCX in reading order: a table for layout by column, a table of values by row."""
    for table, group in groupby(lines, key=_table):
        rows = tuple(group)
        if table is None:
            yield from (split_tabs(line) for line in rows)
        elif _has_margin(rows) or (_is_for_layout(rows) and _has_dates(rows)):
            yield from (part for row in rows for part in _paragraph_by_paragraph(row))
        elif _is_for_layout(rows):
            yield from _by_column(rows)
        else:
            yield from rows


def _table(line: Line) -> str | None:
    found = re.match(r"(table \d+), row", line.place or "")
    return found[1] if found else None


def _has_margin(rows: Sequence[Line]) -> bool:
    """Tell whether the first column holds dates, or the headings of what stands in the second."""
    if any(len(row.segments) > 2 for row in rows):
        return False
    firsts = [row.segments[0] for row in rows if len(row.segments) == 2]
    heads = [cell for cell in firsts if section_of(cell.text) is not None or is_date_alone(cell.text)]
    return bool(firsts) and len(heads) * 2 > len(firsts)


def _has_dates(rows: Sequence[Line]) -> bool:
    """Tell whether one of three columns or more holds the dates of what the others tell, row by row."""
    full = [[_column(cell, at) for at, cell in enumerate(row.segments) if is_date_alone(cell.text)] for row in rows
            if len(row.segments) > 2]  # fmt: skip
    columns = {column for found in full for column in found}
    return any(2 * sum(column in found for found in full) > len(full) > 1 for column in columns)


def _paragraph_by_paragraph(row: Line) -> Iterator[Line]:
    """Give the first paragraphs of the cells side by side, then the others; a heading stands alone."""
    first, *rest = row.segments
    told = [(cell, text) for cell in rest for text in _paragraphs_of(cell)]
    if section_of(first.text) is not None or not told:
        beside: list[tuple[Segment, str]] = []
        yield replace(row, segments=(first,))
    else:
        beside = [next(one for one in told if one[0] is cell) for cell in rest if _paragraphs_of(cell)]
        yield replace(row, segments=(first, *(replace(cell, text=text, words=()) for cell, text in beside)))
    for cell, text in told:
        if (cell, text) not in beside:
            yield split_tabs(replace(row, segments=(replace(cell, text=text, words=()),), bold=False))


def _is_for_layout(rows: Sequence[Line]) -> bool:
    return any(len(_paragraphs_of(segment)) >= _LONG_CELL for row in rows for segment in row.segments)


def _by_column(rows: Sequence[Line]) -> Iterator[Line]:
    cells = [
        (_column(segment, index), row, segment) for row in rows for index, segment in enumerate(row.segments)
    ]
    for _, row, cell in sorted(cells, key=lambda found: found[0]):
        for text in _paragraphs_of(cell):
            yield split_tabs(replace(row, segments=(replace(cell, text=text, words=()),)))


def _column(cell: Segment, index: int) -> int:
    found = re.match(r"table \d+, row \d+, cell (\d+)", cell.place or "")
    return int(found[1]) if found else index + 1


def _paragraphs_of(cell: Segment) -> list[str]:
    return [text.strip() for text in cell.text.split("\n") if text.strip()]


def split_tabs(line: Line) -> Line:
    """Give a line of a DOCX with a segment for each part between tabs."""
    if not any("\t" in segment.text for segment in line.segments):
        return line
    parts = tuple(
        replace(segment, text=part.strip(), words=())
        for segment in line.segments
        for part in segment.text.split("\t")
        if part.strip()
    )
    return replace(line, segments=parts) if parts else line
