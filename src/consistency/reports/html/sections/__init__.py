"""The parts of the page below its head, in their order.

Each is a module here with ``data(page) -> object | None`` and a template of the same name, and is left out where
there is nothing to show; its heading stands under ``section`` in the words of each language. A new part is these
three and its name in :data:`ORDER`.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from consistency.reports.html.page import Page

ORDER = ("findings", "refusals", "clocks", "timeline", "details", "family", "coverage")


class Section(NamedTuple):
    """A part of the page: its name, which is its anchor too, and what its template shows."""

    name: str
    data: object


def sections(page: Page) -> Iterator[Section]:
    """Give the parts of a page that have something to show."""
    for name in ORDER:
        data = import_module(f"{__name__}.{name}").data(page)
        if data is not None:
            yield Section(name, data)
