"""The turn from one page to the next, where a paper may end and another begin: what the signs look at."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.bundles.sheets import Book, Sheet
from consistency.model import Document


class Turn(Struct, frozen=True, dict=True):
    """A page, the one before it, and the first page of the paper that may go on; blank pages are passed over."""

    book: Book
    first: Sheet
    before: Sheet
    page: Sheet

    @cached_property
    def running(self) -> frozenset[str]:
        """What stands at the top or the foot of both pages."""
        return self.before.edges & self.page.edges

    @property
    def blank_between(self) -> bool:
        """True where blank pages lie between the two."""
        return self.page.number - self.before.number > 1


def alone(document: Document, sheet: Sheet) -> Document:
    """Give one page as if it were the whole document."""
    return replace(
        document, lines=sheet.lines, pages=(sheet.page,), page_count=1, form=None, metadata={},
        part=(sheet.number, sheet.number), problems=(), outline=(),
    )  # fmt: skip
