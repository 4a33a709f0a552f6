"""The order in which the barcodes of official forms hold the values: one file of ``orders/`` for each revision.

A barcode's text is its own name, then the values, each closed by ``|``: ``IMM1295_06-2018_1|01|12394285|…|``. Which
value is which says the file of that name; its paths are those of the form's data. The names are those of the
barcodes, not of the printed form: they are often older than it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from msgspec import Struct

from consistency.normalizer import tables


class WholeDate(Struct, frozen=True):
    """A date of which the barcodes hold the parts only: the path of the whole, and of year, month and day."""

    path: str
    parts: tuple[str, str, str]

    def of(self, values: Mapping[str, str]) -> str:
        """Put the date together as the form writes it, to the month or the year where no more is given."""
        year, month, day = (values.get(part, "").strip() for part in self.parts)
        known = [year] if not month else [year, month] if not day else [year, month, day]
        return "-".join(part.zfill(2) for part in known) if year else ""


class Order(Struct, frozen=True):
    """The barcodes of one revision of a form, in their order."""

    form: str
    """The form's number as it is printed: "IMM 1295"."""
    language: str
    """In which the fields are named, "en" or "fr"."""
    barcodes: Mapping[str, tuple[str, ...]]
    """By the barcode's name the paths of its values."""
    dates: tuple[WholeDate, ...] = ()
    unsure: frozenset[str] = frozenset()
    """Values that a form may have though its barcodes leave them empty."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all values, each once."""
        found = (path for paths in self.barcodes.values() for path in paths)
        return tuple(dict.fromkeys((*found, *(date.path for date in self.dates))))

    def held(self, name: str) -> tuple[str, ...]:
        """Give the paths that cannot be known without a barcode: its values, and dates of which it holds a part."""
        own = frozenset(self.barcodes[name])
        return (*(p for p in self.barcodes[name] if p), *(d.path for d in self.dates if own & set(d.parts)))


@cache
def orders() -> tuple[Order, ...]:
    """Read all orders that there are."""
    folder = resources.files(__package__) / "orders"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(_order(tables.read(file)) for file in files)


def _order(table: Mapping[str, Any]) -> Order:
    return Order(
        form=table["form"],
        language=table["language"],
        barcodes={code["label"]: tuple(_paths(code["fields"])) for code in table["barcodes"]},
        dates=tuple(_dates(table.get("dates", {}))),
        unsure=frozenset(_paths(g for c in table["barcodes"] for g in c["fields"] if g.get("unsure"))),
    )


def _paths(groups: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for group in groups:
        yield from (f"{group['in']}/{name}" for name in group["of"])


def _dates(table: Mapping[str, Sequence[str]]) -> Iterator[WholeDate]:
    for path, (folder, *names) in table.items():
        year, month, day = (f"{folder}/{name}" for name in names)
        yield WholeDate(path, (year, month, day))
