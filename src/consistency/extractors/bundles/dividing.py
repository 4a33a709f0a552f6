"""Where papers begin in a file: the signs at each turn of a page, weighed in one walk from front to back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeVar

from msgspec.structs import replace

from consistency.extractors.bundles import layout, meaning, wording
from consistency.extractors.bundles.evidence import table, weight
from consistency.extractors.bundles.meaning import UNKNOWN, Meanings, Meant
from consistency.extractors.bundles.sheets import Book, Sheet
from consistency.extractors.bundles.turn import Turn
from consistency.model import Document

T = TypeVar("T")
MOST_LOOKED_AT = 40
"""Sheets of a series of numbers that are looked at to know whether it is a stamp's."""
FEWEST_PAPERS, FEWEST_KINDS = 3, 2
"""Papers, and known kinds of them, that lie within the numbers of a stamp."""


def beginnings(document: Document) -> tuple[int, ...]:
    """Give the pages (from 1) on which a paper begins; the first page always is one."""
    book = Book.of(document)
    written = [sheet for sheet in book.sheets if not sheet.is_blank]
    if not written:
        return (1,)
    meanings = Meanings(book)
    book = _without_stamps(book, meanings)
    return (book.sheets[0].number, *(sheet.number for sheet in begun(book, written, meanings)))


def begun(book: Book, written: Sequence[Sheet], meanings: Meanings) -> Iterator[Sheet]:
    """Give the sheets, after the first, on which a paper begins."""
    first = written[0]
    for before, page in pairwise(written):
        if begins(Turn(book, first, before, page), meanings):
            first = page
            yield page


def _without_stamps(book: Book, meanings: Meanings) -> Book:
    """Pass over the series of numbers on whose sheets papers of several kinds begin, were they not numbered through."""
    for series, run in book.series:
        bare = replace(book, stamped=book.stamped | {series})
        first = [run[0], *begun(bare, run[:MOST_LOOKED_AT], meanings)]
        kinds = {meanings.kind(sheet) for sheet in first} - {UNKNOWN}
        if len(first) >= FEWEST_PAPERS and len(kinds) >= FEWEST_KINDS:
            book = bare
    return book


def begins(turn: Turn, meanings: Meanings) -> bool:
    """Weigh the signs at a turn of a page; those that cost more are asked only where they can change the answer."""
    enough, told = table()["enough"], 0.0
    for group, signs in _groups(turn, meanings):
        told += sum(value for _, value in signs)
        gains, losses = _left(group)
        if told + gains < enough or told + losses >= enough:
            break
    return bool(told >= enough)


def _groups(turn: Turn, meanings: Meanings) -> Iterator[tuple[str, Iterator[tuple[str, float]]]]:
    """Give the groups of signs, the cheapest first."""
    yield "layout", _held("layout", layout.SIGNS, turn)
    yield "wording", _held("wording", wording.SIGNS, turn)
    yield "meaning", _held("meaning", meaning.SIGNS, Meant(turn, meanings))


def _held(group: str, signs: Sequence[Callable[[T], bool]], at: T) -> Iterator[tuple[str, float]]:
    return ((sign.__name__, weight(group, sign)) for sign in signs if sign(at))


@cache
def _left(group: str) -> tuple[float, float]:
    """Give the most and the least that the groups after one can still add."""
    groups = list(table()["order"])
    rest = [value for name in groups[groups.index(group) + 1 :] for value in table()[name].values()]
    return sum(value for value in rest if value > 0), sum(value for value in rest if value < 0)
