"""The barcodes of printed forms: a form that was validated prints all its answers once more, as PDF417.

They are looked for on pages that are pictures, and on the pages of a print-out that names an official form and
lacks the form's data. What they hold becomes the data of the form, as if the file had it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from consistency.model import Box, Document, Extent, Method, Problem
from consistency.normalizer.expressions import expression
from consistency.readers import problems
from consistency.readers.barcode.joining import join
from consistency.readers.barcode.orders import orders
from consistency.readers.barcode.symbol import NAME, Symbol
from consistency.readers.limits import Options
from consistency.readers.problems import LOSSES

FEW_LETTERS = 600
"""Up to so many letters a page of a print-out may be the one with the barcodes."""
QUIET = 16.0
"""Points around a barcode that belong to it: its margin, and its name below."""

_FOOTER = expression(r"IMM[\s-]?\d{4}.{0,12}\(\d{2}-\d{4}\)\s*([EF])?")
_FORM = expression(r"^[^\S\n]*IMM[\s-]?(\d{4})(?:.{0,12}\(\d{2}-\d{4}\)|_\d{2}-\d|\b.{0,20}$)", re.MULTILINE)
"""A line by which a page says that it is one of a form: its number, alone or with the revision, or a barcode's name."""


class Codes(NamedTuple):
    """The barcodes of a document, and the names printed below barcodes, of which some may not have been read."""

    symbols: tuple[Symbol, ...] = ()
    printed: frozenset[str] = frozenset()

    @property
    def legible(self) -> tuple[Symbol, ...]:
        """Those that could be read."""
        return tuple(symbol for symbol in self.symbols if symbol.text)

    @property
    def boxes(self) -> Mapping[int, tuple[Box, ...]]:
        """Where barcodes stand, by page: there are no words to be recognised."""
        found: dict[int, list[Box]] = defaultdict(list)
        for symbol in self.legible:
            x0, y0, x1, y1 = symbol.box
            found[symbol.page].append(Box(x0 - QUIET, y0 - QUIET, x1 + QUIET, y1 + QUIET))
        return {page: tuple(boxes) for page, boxes in found.items()}


def find(document: Document, data: bytes, options: Options) -> Codes:
    """Find the barcodes of a document that has no form data."""
    texts = _texts(document)
    pages = {
        number: frozenset(NAME.findall(texts.get(number, ""))) for number in _likely(document, texts, options)
    }
    if not pages:
        return Codes()
    from consistency.readers.barcode.finding import search

    return Codes(search(document, data, options, pages), frozenset[str]().union(*pages.values()))


def completed(document: Document, codes: Codes) -> Document:
    """Give the document with the form that its barcodes hold, or with what is the matter with them.

    Where one of them is not legible the page counts as much: the document is then read as it was before, in part.
    """
    if not codes.symbols and not codes.printed:
        return document
    joined = join(document.path, codes.legible, codes.printed, _language(document))
    told = (*document.problems, *(joined.problems or _illegible(document, codes)))
    if joined.form is None:
        return replace(document, problems=told)
    told = tuple(_without_barcodes(document, told, codes))
    unread = document.read != "full" and any(problem.code in LOSSES for problem in told)
    method: Method = "barcode" if joined.whole or document.method == "none" else document.method
    extent: Extent = "full" if joined.whole and not unread else "partial"
    return replace(document, method=method, read=extent, form=joined.form, problems=told)


def _without_barcodes(document: Document, told: Iterable[Problem], codes: Codes) -> Iterator[Problem]:
    """Say only of pages without barcodes that they were not read."""
    seen = {line.page for line in document.lines} | {symbol.page for symbol in codes.legible}
    pages = [number for number in document.pictures if number not in seen]
    for problem in told:
        if problem.code != "no-text":
            yield problem
        elif pages:
            yield problems.no_text(document.path, pages, False, problems.ONLY_BARCODES)


def _illegible(document: Document, codes: Codes) -> tuple[Problem, ...]:
    """Report barcodes on the pages of a form of which not one could be read."""
    if codes.legible or not any(_FOOTER.search(line.text) for line in document.lines):
        return ()
    return (problems.barcode_unread(document.path, (), codes.symbols[0].page),)


def _likely(document: Document, texts: Mapping[int, str], options: Options) -> Iterator[int]:
    """Give the pages on which barcodes may stand."""
    form = document.form
    if document.media not in ("pdf", "image") or (form is not None and (form.datasets or form.acroform)):
        return
    forms = {number for number, text in texts.items() if _is_of_form(text)}
    pictures = set(document.pictures[: options.limits.recognised])
    for page in document.pages:
        few = forms and len(texts.get(page.number, "")) <= FEW_LETTERS
        if page.number in pictures or few or page.number in forms:
            yield page.number


def _is_of_form(text: str) -> bool:
    """Tell whether a page says that it is one of a form that has barcodes."""
    numbers = _FORM.findall(text)
    return bool(numbers) and any(order.form[-4:] in numbers for order in orders())


def _texts(document: Document) -> dict[int, str]:
    texts: dict[int, list[str]] = defaultdict(list)
    for line in document.lines:
        texts[line.page or 0].extend(segment.text for segment in line.segments)
    return {page: "\n".join(lines) for page, lines in texts.items()}


def _language(document: Document) -> str | None:
    """Give the language that the form names in its footer, "en" or "fr"."""
    footers = (_FOOTER.search(line.text) for line in document.lines)
    spoken = (found[1] for found in footers if found is not None and found[1])
    return {"E": "en", "F": "fr"}.get(next(spoken, ""))
