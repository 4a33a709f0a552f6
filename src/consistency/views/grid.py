"""A table of what papers say of one thing, a row for each paper, in which the value that stands alone is marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from consistency.model import Evidence, Paper
from consistency.views.majority import most_told, words_agree
from consistency.views.pointing import Pointing


class Cell(Struct, frozen=True):
    """What a paper says in one column.

    ``odd`` says that more papers say something that does not agree with it; ``findings`` are the open findings that
    point at this place.
    """

    value: str
    places: tuple[Evidence, ...]
    odd: bool = False
    findings: tuple[str, ...] = ()


class Row(Struct, frozen=True):
    """What one paper says, by column; ``absent`` names the findings that say that it should say something here."""

    paper: Paper
    cells: Mapping[str, Cell]
    absent: tuple[str, ...] = ()


class Grid(Struct, frozen=True):
    """A table: what it is about (a group of details, a relative's name), its columns in order, its rows by age."""

    about: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def marked(self) -> bool:
        """True where something stands alone, is missing, or is pointed at."""
        cells = (cell for row in self.rows for cell in row.cells.values())
        return any(row.absent for row in self.rows) or any(cell.odd or cell.findings for cell in cells)

    def values(self, column: str) -> tuple[str, ...]:
        """Give the values of a column, each once."""
        return tuple(dict.fromkeys(row.cells[column].value for row in self.rows if column in row.cells))


def grid(about: str, columns: Sequence[str], rows: Iterable[Row], pointed: Pointing) -> Grid:
    """Make a table of the columns in which some row has a value, and mark what stands alone in each."""
    told = [row for row in rows if row.cells or row.absent]
    used = tuple(name for name in columns if any(name in row.cells for row in told))
    common = {
        name: most_told([row.cells[name].value for row in told if name in row.cells], words_agree)
        for name in used
    }
    marked = (
        replace(row, cells={name: _marked(cell, common[name], pointed) for name, cell in row.cells.items()})
        for row in told
    )
    return Grid(about, used, tuple(marked))


def _marked(cell: Cell, common: str | None, pointed: Pointing) -> Cell:
    return replace(
        cell, odd=common is not None and not words_agree(cell.value, common), findings=pointed.at(cell.places)
    )
