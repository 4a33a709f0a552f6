"""What people filled in and wrote over a page: the fields of a form, free text and notes. By pdfium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from consistency.model import Box, FormField, Line, Segment, Word
from consistency.readers.layout import Placed
from consistency.readers.pdf.engine import string
from consistency.readers.pdf.words import Frame, rounded
from consistency.readers.text import cleaned

MOST_ANNOTATIONS = 5_000
BUTTONS = {raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON}
TYPED = {raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX}
NOTES = {raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FREETEXT}
OFF = {"", "Off"}
CHECKED = "☒"
LETTER_HEIGHT = 10.0
LETTER_WIDTH = 0.5
"""Width of a typed letter, in letter heights, where only the field's box is known."""


class Field(NamedTuple):
    """A field of a form: its full name, its value (None where blank), and where it stands."""

    name: str
    value: str | None
    page: int | None = None
    box: Box | None = None
    button: bool = False


class Filled(NamedTuple):
    """What people put on a page."""

    fields: tuple[Field, ...] = ()
    notes: tuple[Line, ...] = ()


def merged(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Give each field once: where several boxes share a name, the one that holds the value."""
    found: dict[str, Field] = {}
    for field in fields:
        before = found.get(field.name)
        if before is None or (before.value is None and field.value is not None):
            found[field.name] = field
    return tuple(found.values())


def filled(fields: tuple[Field, ...]) -> tuple[FormField, ...]:
    """Give the fields that hold a value."""
    return tuple(FormField(f.name, f.value, f.page, f.box) for f in fields if f.value is not None)


def filled_in(page: Any, number: int, frame: Frame) -> Filled:
    """Read the fields and notes of a page."""
    fields: list[Field] = []
    notes: list[Line] = []
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            if kind == raw.FPDF_ANNOT_WIDGET and page.formenv:
                fields.extend(_field(page.formenv, annotation, number, frame))
            elif kind in NOTES:
                notes.extend(_note(annotation, number, frame))
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return Filled(tuple(fields), tuple(notes))


def _box(annotation: Any, frame: Frame) -> Box | None:
    rect = raw.FS_RECTF()
    if not raw.FPDFAnnot_GetRect(annotation, rect):
        return None
    return rounded(frame.box(rect.left, rect.bottom, rect.right, rect.top))


def _field(form: Any, annotation: Any, number: int, frame: Frame) -> Iterator[Field]:
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind not in BUTTONS and kind not in TYPED:
        return
    name = string(raw.FPDFAnnot_GetFormFieldName, form, annotation)
    if not name:
        return
    value = string(raw.FPDFAnnot_GetFormFieldValue, form, annotation)
    box = _box(annotation, frame)
    if kind in BUTTONS:
        on = bool(raw.FPDFAnnot_IsChecked(form, annotation))
        state = string(raw.FPDFAnnot_GetFormFieldExportValue, form, annotation) or value
        yield Field(name, state if on and state not in OFF else None, number, box, button=True)
    else:
        text = value.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        yield Field(name, text if text.strip() else None, number, box)


def _note(annotation: Any, number: int, frame: Frame) -> Iterator[Line]:
    text = string(raw.FPDFAnnot_GetStringValue, annotation, b"Contents")
    box = _box(annotation, frame)
    for words in text.replace("\r", "\n").split("\n"):
        said = " ".join(cleaned(words).split())
        if said:
            yield Line((Segment(said, box),), number, "annotation")


def words_in(fields: tuple[Field, ...]) -> Iterator[Placed]:
    """Give what is typed into the fields as words of the page, set as a viewer would set them."""
    for number, field in enumerate(fields, 1):
        if field.value is None or field.box is None:
            continue
        text = CHECKED if field.button else cleaned(field.value)
        lines = [line.split() for line in text.split("\n")]
        yield from (word._replace(source=number) for word in _set(lines, field.box))


def _set(lines: list[list[str]], box: Box) -> Iterator[Placed]:
    step = (box.y1 - box.y0) / max(len(lines), 1)
    size = max(min(step, LETTER_HEIGHT), 1.0)
    longest = max((len(" ".join(words)) for words in lines), default=1)
    width = min(size * LETTER_WIDTH, (box.x1 - box.x0) / max(longest, 1))
    for number, words in enumerate(lines):
        bottom = box.y0 + step * number + (step + size) / 2
        x = box.x0 + 2
        for word in words:
            place = Box(
                round(x, 2), round(bottom - size, 2), round(x + width * len(word), 2), round(bottom, 2)
            )
            yield Placed(Word(word, place), bottom - 0.2 * size, size)
            x += width * (len(word) + 1)
