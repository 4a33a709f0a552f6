"""Captions and what stands below them: a row of captions is a band of columns, with the values of each below it.

A band reaches down to the next captions, heading or question. Lines that follow each other closely are one row of
values, whose cells are wrapped; a wider distance, or a second date in a column of dates, begins another row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct, field

from consistency.extractors.form_reading.printed.captions import Vocabulary, bare, is_hint
from consistency.extractors.form_reading.printed.flow import Piece, Row
from consistency.extractors.form_reading.printed.marks import marks
from consistency.model import Box, around

ALIGNED = 4.5
"""By how many points a value may begin beside the edge of its caption."""
CLOSE = 1.7
"""Distance of two baselines, in letter heights, up to which they are lines of one cell."""
FIRST = 14.0
"""How far below its caption a value may begin, in points."""
BLANK = 45.0
"""How many points of empty rows a table may have between two that are filled."""
_WRAPPED = 6
"""Into how many lines a caption may be wrapped."""


class Column(Struct, frozen=True):
    """A caption and the place below it; ``words`` are its words alone, empty where it is not known."""

    words: str
    raw: str
    box: Box

    @property
    def known(self) -> bool:
        """True for a caption of the form's vocabulary."""
        return bool(self.words)


class Band(Struct):
    """A row of captions; ``used`` are the pieces that belong to them, ``end`` is the first row after its values."""

    columns: list[Column]
    used: set[Piece]
    start: int
    end: int
    cells: list[tuple[int, int, Piece]] = field(default_factory=list)
    """Row, column and words of every value."""

    @property
    def bottom(self) -> float:
        """The lower edge of the lowest caption."""
        return max(column.box.y1 for column in self.columns)


class Bands:
    """Finds the bands of one print-out."""

    def __init__(self, rows: Sequence[Row], words: Vocabulary) -> None:
        self.rows = rows
        self.words = words

    def at(self, start: int) -> Band | None:
        """Give the band whose captions stand in a row, or None where the row has none."""
        used: set[Piece] = set()
        columns = self._columns(start, used)
        if not _mostly_known(columns):
            return None
        band = Band(columns, used, start, start + 1)
        self._lower_captions(band)
        band.columns.sort(key=lambda column: column.box.x0)
        return band

    def _columns(self, index: int, used: set[Piece]) -> list[Column]:
        pieces = [piece for piece in self.rows[index].pieces if piece not in used]
        columns = []
        for piece in (part for whole in pieces for part in self._parts(whole)):
            if not is_hint(piece.text):
                columns.append(self._column(index, piece, used))
            used.add(piece)
        used.update(pieces)
        return columns

    def _parts(self, piece: Piece) -> Iterator[Piece]:
        """Give a piece as two where it is two captions side by side."""
        words = piece.words
        for cut in range(1, len(words)) if not self._known(piece.text) else ():
            left, right = piece.part(words[:cut]), piece.part(words[cut:])
            if self._known(left.text) and self._known(right.text):
                yield from (left, right)
                return
        yield piece

    def _known(self, text: str) -> bool:
        return self.words.caption(text) is not None

    def _column(self, index: int, piece: Piece, used: set[Piece]) -> Column:
        """Give the column of a caption with the lines over which it is wrapped, as many as make a known one."""
        text, lines = piece.text, [piece]
        best: tuple[str, list[Piece]] | None = (text, [piece]) if self._known(text) else None
        for below in self._below(index, piece):
            text = f"{text} {below.text}"
            lines = [*lines, below]
            if bare(text) in self.words.captions or (best is not None and is_hint(below.text)):
                best = (text, lines)
            elif bare(text) not in self.words.beginnings:
                break
        text, lines = best or (piece.text, [piece])
        used.update(lines[1:])
        return Column(self.words.caption(text) or "", text, around([line.box for line in lines]))

    def _below(self, index: int, piece: Piece) -> Iterator[Piece]:
        """Give the pieces that may go on with a caption: below it, close by, at its edge or about its middle."""
        last = piece
        for row in self.rows[index + 1 : index + 2 * _WRAPPED]:
            if row.top - last.box.y1 > 0.9 * row.size:
                return
            found = next((other for other in row.pieces if _under(last, other)), None)
            if found is not None:
                yield found
                last = found

    def _lower_captions(self, band: Band) -> None:
        """Add captions of the same header that stand a little lower, and step over what is left of wrapped ones."""
        for index in range(band.start + 1, len(self.rows)):
            row = self.rows[index]
            rest = [piece for piece in row.pieces if piece not in band.used]
            if row.top >= band.bottom:
                return
            if rest and all(self._known(piece.text) or is_hint(piece.text) for piece in rest):
                band.columns += self._columns(index, band.used)

    def fill(self, band: Band, table: bool) -> None:
        """Find the values of a band: below the head of a table many rows, below other captions one."""
        last: Row | None = None
        for index in range(band.start + 1, len(self.rows)):
            row = self.rows[index]
            rest = [piece for piece in row.pieces if piece not in band.used and not is_hint(piece.text)]
            if rest and (not _in_reach(band, last, row, table) or self._ends(band, row, rest, table)):
                return
            band.cells += [(index, *cell) for cell in _cells(band, rest)]
            last = row if rest else last
            band.end = index + 1

    def _ends(self, band: Band, row: Row, rest: Sequence[Piece], table: bool) -> bool:
        """Tell whether a row is no longer one of values: a heading, a question, captions or running text."""
        if marks(row) is not None or (row.bold and len(row.pieces) == 1):
            return True
        if 2 * sum(self._known(piece.text) for piece in rest) >= len(rest):
            return True
        heading = self.words.heading(rest[0].text)
        if heading is not None and (len(rest) == 1 or " " in heading):
            return not (table and self.words.is_label(rest[0].text) and _first_column(band, rest[0]))
        return table and any(_runs_across(band, piece) for piece in rest)


def _in_reach(band: Band, last: Row | None, row: Row, table: bool) -> bool:
    """Tell whether a row is near enough to the captions, or to the row of values before it."""
    if last is None:
        return row.top - band.bottom <= FIRST
    return row.top - last.bottom <= BLANK if table else is_close(last, row)


def is_close(last: Row, row: Row) -> bool:
    """Tell whether two rows are lines of the same cells."""
    return row.bottom - last.bottom <= CLOSE * max(row.size, last.size)


def _first_column(band: Band, piece: Piece) -> bool:
    """Tell whether a piece stands in the first column, and in no other."""
    first, second = band.columns[0].box, band.columns[1].box
    return abs(piece.box.x0 - first.x0) <= ALIGNED and piece.box.x1 < second.x0 + ALIGNED


def _mostly_known(columns: Sequence[Column]) -> bool:
    return any(column.known for column in columns) and 2 * sum(column.known for column in columns) >= len(
        columns
    )


def _under(upper: Piece, lower: Piece) -> bool:
    above, below = upper.box, lower.box
    edges = abs(above.x0 - below.x0), abs(above.x0 + above.x1 - below.x0 - below.x1) / 2
    return below.y0 >= above.y1 - 2.0 and min(edges) <= ALIGNED


def _runs_across(band: Band, piece: Piece) -> bool:
    """Tell whether a piece is running text: words go on over the edges of two further columns without a stop there."""
    edges = [
        column.box.x0 for column in band.columns if piece.box.x0 + ALIGNED < column.box.x0 < piece.box.x1 - 20
    ]
    stops = [edge for edge in edges if any(abs(word.box.x0 - edge) <= ALIGNED for word in piece.words)]
    return len(edges) >= 2 and not stops


def _cells(band: Band, pieces: Sequence[Piece]) -> Iterator[tuple[int, Piece]]:
    for piece in pieces:
        for run in _cut(band, piece):
            column = _column_of(band, run.box)
            if run.box.y0 >= band.columns[column].box.y1 - 2.5:
                yield column, run


def _cut(band: Band, piece: Piece) -> Iterator[Piece]:
    """Cut a run of words where one begins at the edge of a further column: two cells that nearly touch."""
    edges = [column.box.x0 for column in band.columns if column.box.x0 > piece.box.x0 + ALIGNED]
    first = 0
    for index, word in enumerate(piece.words):
        if index > first and any(abs(word.box.x0 - edge) <= ALIGNED for edge in edges):
            yield piece.part(piece.words[first:index])
            first = index
    yield piece.part(piece.words[first:])


def _column_of(band: Band, box: Box) -> int:
    """Give the column of a value: by its left edge, else the caption it stands under, else the one left of it."""
    captions = [column.box for column in band.columns]
    near = [(abs(box.x0 - c.x0), index) for index, c in enumerate(captions) if abs(box.x0 - c.x0) <= ALIGNED]
    if near:
        return min(near)[1]
    shared = [(min(box.x1, c.x1) - max(box.x0, c.x0), -index) for index, c in enumerate(captions)]
    if max(shared)[0] > 0:
        return -max(shared)[1]
    return max((index for index, c in enumerate(captions) if c.x0 <= box.x0), default=0)


def value_rows(band: Band, rows: Sequence[Row], dated: set[int]) -> list[dict[int, list[Piece]]]:
    """Give the rows of values below a band, each as column → the lines of its cell; ``dated`` columns hold dates."""
    groups: list[dict[int, list[Piece]]] = []
    last: Row | None = None
    for index, cells in groupby(band.cells, key=lambda cell: cell[0]):
        row, found = rows[index], [(column, piece) for _, column, piece in cells]
        new_date = bool(groups) and any(column in dated and column in groups[-1] for column, _ in found)
        if last is None or new_date or not is_close(last, row):
            groups.append({})
        for column, piece in found:
            groups[-1].setdefault(column, []).append(piece)
        last = row
    return groups


def column_values(band: Band) -> dict[int, list[Piece]]:
    """Give the values below captions that head no table: column → its lines."""
    found: dict[int, list[Piece]] = {}
    for _, column, piece in band.cells:
        found.setdefault(column, []).append(piece)
    return found
