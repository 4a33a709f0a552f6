"""What people wrote over the pages: free text and notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from consistency.model import Line, Segment
from consistency.readers.pdf.acroform import seen_box
from consistency.readers.pdf.structure import ERRORS, resolved
from consistency.readers.text import cleaned

WRITTEN = {"/FreeText", "/Text"}
MOST = 2_000


def read_annotations(reader: PdfReader) -> Iterator[Line]:
    """Give the text of free-text boxes and notes, a line each, with the page and the box they stand in."""
    for number, page in enumerate(reader.pages, 1):
        try:
            notes = resolved(page.get("/Annots"))
        except ERRORS:
            continue
        if isinstance(notes, list):
            for note in notes[:MOST]:
                yield from _lines(page, number, note)


def _lines(page: DictionaryObject, number: int, note: Any) -> Iterator[Line]:
    try:
        item = resolved(note)
        if not isinstance(item, DictionaryObject) or resolved(item.get("/Subtype")) not in WRITTEN:
            return
        text = resolved(item.get("/Contents"))
        box = seen_box(page, item.get("/Rect"))
    except ERRORS:
        return
    if isinstance(text, str):
        for words in text.replace("\r", "\n").split("\n"):
            said = " ".join(cleaned(words).split())
            if said:
                yield Line((Segment(said, box),), number, "annotation")
