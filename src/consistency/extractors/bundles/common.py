"""Lines that stand at the edges of all pages of a file of several papers: whoever bound them printed them there.

They join papers that have nothing to do with one another, and speak of an application on a passport's page.
"""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from consistency.extractors.bundles.dividing import MOST_LOOKED_AT, begun
from consistency.extractors.bundles.meaning import UNKNOWN, Meanings
from consistency.extractors.bundles.sheets import FEWEST_COUNTED, MOST_COUNTED, Book, masked
from consistency.extractors.wording.prose import plain
from consistency.model import Document

FEWEST_PAPERS, FEWEST_KINDS = 3, 3
"""Papers, and known kinds of them, that a file holds whose common lines are of none of them."""


def without_common(document: Document) -> Document:
    """Give a file of several papers without the lines that are common to nearly all its pages; others as they are."""
    book = Book.of(document)
    common = _common(book)
    if not common:
        return document
    edges = {
        id(line)
        for sheet in book.sheets
        for line in sheet.edge_lines
        if masked(plain(line.text).strip()) in common
    }
    bare = replace(document, lines=tuple(line for line in document.lines if id(line) not in edges))
    return bare if _holds_papers(Book.of(bare)) else document


def _common(book: Book) -> frozenset[str]:
    """Give what stands at the top or the foot of nearly all written pages, figures hidden."""
    written = [sheet for sheet in book.sheets if not sheet.is_blank]
    if len(written) < FEWEST_COUNTED:
        return frozenset()
    counted = Counter(text for sheet in written for text in sheet.edges)
    return frozenset(text for text, count in counted.items() if count >= MOST_COUNTED * len(written))


def _holds_papers(book: Book) -> bool:
    written = [sheet for sheet in book.sheets if not sheet.is_blank][:MOST_LOOKED_AT]
    if not written:
        return False
    meanings = Meanings(book)
    first = [written[0], *begun(book, written, meanings)]
    kinds = {meanings.kind(sheet) for sheet in first} - {UNKNOWN}
    return len(first) >= FEWEST_PAPERS and len(kinds) >= FEWEST_KINDS
