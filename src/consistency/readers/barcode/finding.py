"""Looking for barcodes on the pages of a document: on all likely ones, then closely where some are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from consistency.model import Document
from consistency.readers.barcode.decoding import AGAIN, FIRST, Way, symbols
from consistency.readers.barcode.joining import order_of
from consistency.readers.barcode.presence import DOTS, may_hold
from consistency.readers.barcode.symbol import Symbol
from consistency.readers.drawn_pages import UNDRAWN, drawn
from consistency.readers.limits import Options

Names = frozenset[str]


def search(
    document: Document, data: bytes, options: Options, pages: Mapping[int, Names]
) -> tuple[Symbol, ...]:
    """Find the barcodes on pages, given with the names that are printed on them.

    All pages are read where barcodes of a form are missing; before that only those that may hold some.
    """
    printed = Names().union(*pages.values())
    likely = list(_from_afar(document, data, options, pages))
    found = list(_seen(document, data, options, likely, FIRST))
    if found and _incomplete(found, printed):
        found += _seen(document, data, options, sorted(pages.keys() - set(likely)), FIRST)
    seen = {symbol.page for symbol in found}
    close = tuple(number for number, names in pages.items() if names or number in seen)
    for way in AGAIN:
        if not close or not _incomplete(found, printed):
            break
        found += _seen(document, data, options, close, way)
    return tuple({(symbol.page, symbol.text): symbol for symbol in reversed(found)}.values())[::-1]


def _from_afar(
    document: Document, data: bytes, options: Options, pages: Mapping[int, Names]
) -> Iterator[int]:
    """Give the pages that name barcodes, or on which something looks like one."""
    for page, names in pages.items():
        if names or any(
            may_hold(seen, dots) for _, seen, dots in _drawn(document, data, page, options, DOTS)
        ):
            yield page


def _seen(
    document: Document, data: bytes, options: Options, pages: Iterable[int], way: Way
) -> Iterator[Symbol]:
    for page in pages:
        for number, picture, dots in _drawn(document, data, page, options, way.dots, grey=True):
            yield from symbols(picture, number, dots, way)


def _drawn(
    document: Document, data: bytes, page: int, options: Options, dots: float, *, grey: bool = False
) -> Iterator[tuple[int, Any, float]]:
    """Draw a page; one that cannot be drawn is reported by whoever reads its words."""
    with suppress(*UNDRAWN):
        yield from drawn(document.media, data, (page,), options, dots, grey=grey)


def _incomplete(found: Sequence[Symbol], printed: Names) -> bool:
    """Tell whether barcodes are known to be there that were not read: by their names, or as they are seen."""
    read = {symbol.name for symbol in found if symbol.name is not None}
    order = order_of(read | printed)
    if order is None:
        return any(not symbol.text for symbol in found)
    return bool(printed - read) or not order.barcodes.keys() <= read
