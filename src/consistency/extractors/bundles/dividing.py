"""Where papers begin in a file: the signs at each turn of a page, weighed in one walk from front to back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from consistency.extractors.bundles import layout, meaning, wording
from consistency.extractors.bundles.evidence import table, weight
from consistency.extractors.bundles.meaning import Meanings, Meant
from consistency.extractors.bundles.sheets import Book
from consistency.extractors.bundles.turn import Turn
from consistency.model import Document


def beginnings(document: Document) -> tuple[int, ...]:
    """Give the pages (from 1) on which a paper begins; the first page always is one."""
    book = Book.of(document)
    written = [sheet for sheet in book.sheets if not sheet.is_blank]
    if not written:
        return (1,)
    meanings, first, found = Meanings(book), written[0], [book.sheets[0].number]
    for before, page in pairwise(written):
        if begins(Turn(book, first, before, page), meanings):
            first = page
            found.append(page.number)
    return tuple(found)


def begins(turn: Turn, meanings: Meanings) -> bool:
    """Weigh the signs at a turn of a page; what single pages mean is asked only where it can change the answer."""
    enough = table()["enough"]
    told = sum(value for _, value in seen(turn))
    gains, losses = _reach()
    if told + gains < enough or told + losses >= enough:
        return bool(told >= enough)
    return bool(told + sum(value for _, value in meant(Meant(turn, meanings))) >= enough)


def seen(turn: Turn) -> Iterator[tuple[str, float]]:
    """Give the signs of a turn that are seen on the pages, each with its weight."""
    for group, signs in (("layout", layout.SIGNS), ("wording", wording.SIGNS)):
        yield from ((sign.__name__, weight(group, sign)) for sign in signs if sign(turn))


def meant(turn: Meant) -> Iterator[tuple[str, float]]:
    """Give the signs in what the pages are, each with its weight."""
    yield from ((sign.__name__, weight("meaning", sign)) for sign in meaning.SIGNS if sign(turn))


def _reach() -> tuple[float, float]:
    """Give the most and the least that what the pages are can add: one gain and one loss hold at a time."""
    weights = table()["meaning"].values()
    return max(weights), min(weights)
