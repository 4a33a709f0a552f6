"""The words that annotations draw over a page: signatures, stamps, free text, captions, and what fields show.

PDFium reads the words of a page's content only. So the annotations are made part of the content (``FPDFPage_Flatten``,
in memory), what was there before is taken out, and the words of what is left belong to them by where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as raw
from msgspec.structs import replace
from pypdfium2 import PdfiumError

from consistency.model import Box, Line
from consistency.readers.layout import Placed, lines_of
from consistency.readers.pdf.widgets import Field, Filled, Mark, letters_of, noted, shows
from consistency.readers.pdf.words import Frame, once, words_of

AROUND = 1.0
"""Points by which words may reach out of the annotation that draws them."""


class Drawn(NamedTuple):
    """What annotations show: the fields with it, and lines of words."""

    fields: tuple[Field, ...]
    lines: tuple[Line, ...]
    unseen: tuple[str, ...]
    """What free texts hold for programs where they draw other words."""


def flattened(page: Any) -> int | None:
    """Make the annotations part of a page, which has to be opened anew; give how many objects it had before."""
    count = int(raw.FPDFPage_CountObjects(page))
    return count if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS else None


def drawn(document: Any, before: int, filled: Filled, frame: Frame, number: int) -> Drawn:
    """Read the words of the annotations of a page that was flattened; ``before`` are the objects it had.

    Raises ``PdfiumError`` where the page cannot be opened again.
    """
    words = list(once(_words(document, before, frame, number)))
    fields = list(filled.fields)
    lines: list[Line] = []
    unseen: list[str] = []
    for mark, own in zip(filled.marks, _by_mark(words, filled), strict=True):
        if mark.field is not None:
            fields[mark.field] = _with_shown(fields[mark.field], own, number)
        elif own:
            lines.extend(replace(line, part="annotation") for line in lines_of(own, number))
            unseen.extend(_unsaid(mark.said, own))
        else:
            lines.extend(noted(mark.said, mark.box, number))
    return Drawn(tuple(fields), tuple(lines), tuple(unseen))


def _words(document: Any, before: int, frame: Frame, number: int) -> list[Placed]:
    """Give the words of a page but for its first objects, which are taken out of it in memory.

    It is opened without its form, which would make every field's appearance anew.
    """
    page = raw.FPDF_LoadPage(document, number - 1)
    if not page:
        raise PdfiumError("the page could not be opened again")
    for item in [raw.FPDFPage_GetObject(page, index) for index in range(before)]:
        if raw.FPDFPage_RemoveObject(page, item):
            raw.FPDFPageObj_Destroy(item)
    textpage = raw.FPDFText_LoadPage(page)
    try:
        return words_of(textpage, frame).words if textpage else []
    finally:
        if textpage:
            raw.FPDFText_ClosePage(textpage)
        raw.FPDF_ClosePage(page)


def _is_in(x: float, y: float, box: Box) -> bool:
    """Tell whether a point lies in a box, or hardly outside."""
    left, top, right, bottom = box
    return left - AROUND <= x <= right + AROUND and top - AROUND <= y <= bottom + AROUND


def _by_mark(words: Sequence[Placed], filled: Filled) -> list[list[Placed]]:
    """Give each annotation its words: those whose middle stands in it.

    Where several hold it, or a field whose words are known already, it is that of the smallest of those that say such
    a word, else of the smallest.
    """
    found: list[list[Placed]] = [[] for _ in filled.marks]
    marked = {mark.field for mark in filled.marks}
    places = [(mark.box, _said(mark, filled), own) for mark, own in zip(filled.marks, found, strict=True)]
    places += [
        (field.box, field.value, [])
        for number, field in enumerate(filled.fields)
        if number not in marked and field.box is not None and field.value
    ]
    places.sort(key=lambda place: _area(place[0]))
    for word in words:
        x0, y0, x1, y1 = word.word.box
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        around = [(said, own) for box, said, own in places if _is_in(x, y, box)]
        if around:
            _, own = next((one for one in around if word.word.text in one[0]), around[0])
            own.append(word)
    return found


def _said(mark: Mark, filled: Filled) -> str:
    return mark.said if mark.field is None else filled.fields[mark.field].value or ""


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _with_shown(field: Field, words: Sequence[Placed], number: int) -> Field:
    """Give a field with what the page shows in it, where that is neither what it holds nor a part of it."""
    if shows(field, "".join(word.word.text for word in words)):
        return field
    return field._replace(shown="\n".join(line.text for line in lines_of(words, number)))


def _unsaid(said: str, words: Sequence[Placed]) -> Iterator[str]:
    shown = letters_of("".join(word.word.text for word in words))
    if said.strip() and sorted(letters_of(said)) != sorted(shown):
        yield " ".join(said.split())
