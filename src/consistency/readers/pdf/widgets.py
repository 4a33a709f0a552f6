"""What people filled in and wrote over a page: the fields of a form, free text and notes. By pdfium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as raw
from msgspec.structs import replace

from consistency.model import Box, FormField, Line, Segment, Word
from consistency.readers.layout import Placed
from consistency.readers.pdf.engine import string
from consistency.readers.pdf.words import Frame, rounded
from consistency.readers.text import cleaned

BUTTONS = {raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON}
TYPED = {raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX}
NOTES = {raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FREETEXT}
DRAWN = {raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_WATERMARK}
"""Annotations beside notes whose words are drawn."""
COVERING = {
    raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_CIRCLE, raw.FPDF_ANNOT_POLYGON,
    raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_REDACT, raw.FPDF_ANNOT_LINE,
}  # fmt: skip
SWITCHED_OFF = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
PASSWORD = 1 << 13
"""Flag of a text field that shows stars (ISO 32000-1, table 228)."""
MOST_OPTIONS = 500
SHOWN = re.compile(r"(?:\(((?:[^()\\]|\\[()\\])*)\)|<((?:[0-9A-Fa-f]{2})+)>)\s*Tj")
ESCAPED = re.compile(r"\\([()\\])")
OTHERWISE = re.compile(r"\bDo\b|\bTJ\b|['\"]|[^0-9A-Fa-f<][0-9A-Fa-f]*>\s*Tj|\\[^()\\]|\bBI\b|\bTr\b")
"""What an appearance has where its words are not simply those between brackets."""
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
    label: str | None = None
    """What a list shows for the value; None where it is the value itself."""
    exact: bool = False
    """True where the field's appearance is to show the value letter by letter: no script formats it."""
    held: str | None = None
    """What a box is said to be, "Off" or a state, where it shows the other."""
    shown: str | None = None
    """What the page shows in its place where that is something else than value and label, "" for nothing."""


class Mark(NamedTuple):
    """An annotation that is drawn on a page."""

    box: Box
    field: int | None = None
    """Which field of the page it belongs to; None for notes, stamps, signatures and the captions of buttons."""
    said: str = ""
    """The words that a free text holds for programs; a person sees those that are drawn."""


class Filled(NamedTuple):
    """What people put on a page."""

    fields: tuple[Field, ...] = ()
    notes: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    covers: bool = False
    """True where notes or stamps lie on the page that may cover what is under them."""
    unseen: tuple[str, ...] = ()
    """Words of notes that are switched off."""
    left_out: int = 0
    """Notes and fields that were not read."""


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


def filled_in(page: Any, number: int, frame: Frame, most: int) -> Filled:
    """Read the fields and notes of a page, at most so many."""
    gathered = _Gathered(page.formenv, number, frame)
    count = int(raw.FPDFPage_GetAnnotCount(page))
    gathered.left_out = max(count - most, 0)
    for index in range(min(count, most)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            gathered.take(annotation)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return gathered.all()


class _Gathered:
    """What is read of a page's annotations, one by one."""

    def __init__(self, form: Any, number: int, frame: Frame) -> None:
        self.form, self.number, self.frame = form, number, frame
        self.fields: list[Field] = []
        self.notes: list[Line] = []
        self.marks: list[Mark] = []
        self.unseen: list[str] = []
        self.covers = False
        self.left_out = 0

    def all(self) -> Filled:
        return Filled(
            tuple(self.fields),
            tuple(self.notes),
            tuple(self.marks),
            self.covers,
            tuple(self.unseen),
            self.left_out,
        )

    def take(self, annotation: Any) -> None:
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        off = bool(raw.FPDFAnnot_GetFlags(annotation) & SWITCHED_OFF)
        if kind == raw.FPDF_ANNOT_WIDGET:
            self._widget(annotation, off)
            return
        self.covers = self.covers or (kind in COVERING and not off)
        said = string(raw.FPDFAnnot_GetStringValue, annotation, b"Contents") if kind in NOTES else ""
        box = _box(annotation, self.frame)
        if off:
            self.unseen.extend(_words(said))
        elif kind == raw.FPDF_ANNOT_FREETEXT and _is_drawn(annotation) and box is not None:
            self.marks.append(Mark(box, said=said))
        else:
            self.notes.extend(noted(said, box, self.number))
            if kind in DRAWN and _is_drawn(annotation) and box is not None:
                self.marks.append(Mark(box))

    def _widget(self, annotation: Any, off: bool) -> None:
        before = len(self.fields)
        if self.form:
            self.fields.extend(_field(self.form, annotation, self.number, self.frame))
        box = _box(annotation, self.frame)
        if off or box is None or not _is_drawn(annotation):
            return
        plain = plain_text(string(raw.FPDFAnnot_GetAP, annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL))
        if before < len(self.fields):
            field = self.fields[before]
            if field.exact and (plain is None or not shows(field, plain)):
                self.marks.append(Mark(box, before))
        elif plain is None:
            self.marks.append(Mark(box))  # a signature, or a button with a caption
        else:
            self.notes.extend(noted(plain, box, self.number))


def plain_text(drawing: str) -> str | None:
    """Give the words of an appearance where they stand in it as they are; None where only pdfium can tell them."""
    if not drawing.isascii() or OTHERWISE.search(drawing):
        return None
    said = [
        ESCAPED.sub(r"\1", words) if not digits else bytes.fromhex(digits).decode("latin-1")
        for words, digits in SHOWN.findall(drawing)
    ]
    return "\n".join(said) if all(words.isascii() and words.isprintable() for words in said) else None


def shows(field: Field, words: str) -> bool:
    """Say whether words are what a field holds, or a part of it that found room."""
    shown = letters_of(words)
    held = [letters_of(text) for text in (field.value, field.label) if text]
    return any(shown in text for text in held) if shown else not any(held)


def letters_of(text: str) -> str:
    """Give words without blanks and line breaks, which a page sets as it likes."""
    return "".join(cleaned(text).split())


def _is_drawn(annotation: Any) -> bool:
    return bool(raw.FPDFAnnot_HasKey(annotation, b"AP"))


def noted(said: str, box: Box | None, number: int) -> Iterator[Line]:
    """Give the lines of a note."""
    for words in _words(said):
        yield Line((Segment(words, box),), number, "annotation")


def _words(said: str) -> Iterator[str]:
    for line in said.replace("\r", "\n").split("\n"):
        words = " ".join(cleaned(line).split())
        if words:
            yield words


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
        held = string(raw.FPDFAnnot_GetStringValue, annotation, b"V")
        seen = state if on and state not in OFF else None
        otherwise = held if held and (held in OFF) is (seen is not None) else None
        yield Field(name, seen, number, box, button=True, held=otherwise)
        return
    text = value.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    label = None if kind == raw.FPDF_FORMFIELD_TEXTFIELD or not text else _label(form, annotation)
    exact = kind != raw.FPDF_FORMFIELD_LISTBOX and _is_exact(form, annotation)
    yield Field(name, text if text.strip() else None, number, box, label=label, exact=exact)


def _label(form: Any, annotation: Any) -> str | None:
    """Give what a list shows for what was chosen in it."""
    chosen = (
        string(raw.FPDFAnnot_GetOptionLabel, form, annotation, index)
        for index in range(min(raw.FPDFAnnot_GetOptionCount(form, annotation), MOST_OPTIONS))
        if raw.FPDFAnnot_IsOptionSelected(form, annotation, index)
    )
    return "; ".join(filter(None, chosen)) or None


def _is_exact(form: Any, annotation: Any) -> bool:
    """Say whether a field shows its value as it is: no password, and no script that writes it otherwise."""
    if raw.FPDFAnnot_GetFormFieldFlags(form, annotation) & PASSWORD:
        return False
    script = string(
        raw.FPDFAnnot_GetFormAdditionalActionJavaScript, form, annotation, raw.FPDF_ANNOT_AACTION_FORMAT
    )
    return not script


def words_in(fields: tuple[Field, ...]) -> Iterator[Placed]:
    """Give what is typed into the fields as words of the page, set as a viewer would set them."""
    for number, field in enumerate(fields, 1):
        if field.value is None or field.box is None:
            continue
        text = CHECKED if field.button else cleaned(field.label or field.value)
        lines = [line.split() for line in text.split("\n")]
        yield from (replace(word, source=number) for word in _set(lines, field.box))


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
