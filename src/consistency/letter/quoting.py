"""Quotes as the papers show them: which document, where, when, and the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from consistency.letter.texts import Texts
from consistency.sheets.sheet import Cell, Column, Words, clean
from consistency.views.quoting import Quote


def columns(texts: Texts, *, numbered: bool) -> tuple[Column, ...]:
    """Give the columns of a table of quotes; a client's has no numbers of exhibits."""
    told = (("document", 1.9), ("place", 1.25), ("says", 2.8 if numbered else 3.55))
    known = [Column(texts.say("labels", name), width) for name, width in told]
    return (Column(texts.say("labels", "exhibit"), 0.75), *known) if numbered else tuple(known)


def rows(texts: Texts, quotes: Iterable[Quote], numbers: Mapping[str, int] | None) -> Iterator[list[Cell]]:
    """Give a row for each place, with all that is quoted from there; without numbers of exhibits for a client."""
    for (path, place), group in groupby(quotes, key=lambda quote: (quote.document, texts.place(quote))):
        found = list(group)
        words = [Words(clean(texts.words(quote))) for quote in found]
        cells: list[Cell] = [document(texts, found[0]), [Words(place)], words]
        if numbers is not None:
            cells.insert(0, [Words(str(numbers.get(path, texts.say("labels", "none"))))])
        yield cells


def document(texts: Texts, quote: Quote) -> Cell:
    """Name a document: its kind and day, and the file."""
    return [
        Words(f"{texts.named(quote.kind)}, {texts.date(quote.day)}"),
        Words(clean(quote.document), "note"),
    ]


def gathered(texts: Texts, quotes: Iterable[Quote]) -> Cell:
    """Give the words of some documents, each wording once, with the documents that say so."""
    found: dict[str, list[Quote]] = {}
    for quote in quotes:
        found.setdefault(clean(texts.words(quote)), []).append(quote)
    lines: list[Words] = []
    for words, tellers in found.items():
        lines.append(Words(words))
        lines += [Words(_teller(texts, quote), "note") for quote in tellers]
    return lines or [Words(texts.say("labels", "none"))]


def _teller(texts: Texts, quote: Quote) -> str:
    told = (f"{texts.kind(quote.kind)} ({clean(quote.document)})", texts.date(quote.day), texts.place(quote))
    return ", ".join(filter(None, told))
