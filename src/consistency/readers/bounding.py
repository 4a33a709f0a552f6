"""Long values and lines: whatever reads them may take time that grows with the square of their length."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import chain, zip_longest

from msgspec.structs import replace

from consistency.model import Document, Form, FormField, Line, Problem, Segment, Word
from consistency.model.geometry import around
from consistency.readers import problems
from consistency.readers.limits import Limits

MOST_OF_A_PATH = 80
"""Characters of a field's path in a sentence, from its end."""


def bounded(document: Document, limits: Limits) -> Document:
    """Give a document without longer lines and values than the limits allow.

    A line that is too long goes on as further lines, so that nothing of it is lost; what is beyond the limit of a
    form's value is left out and reported.
    """
    if any(_is_long(line, limits) for line in document.lines):
        parts = (_parts(line, limits) for line in document.lines)
        document = replace(document, lines=tuple(chain.from_iterable(parts)))
    long = tuple(_long_values(document.form, limits.value_characters))
    if document.form is None or not long:
        return document
    told = tuple(_told(document.path, field, limits.value_characters) for field in long)
    return replace(
        document,
        form=_cut(document.form, limits.value_characters),
        read="partial" if document.read == "full" else document.read,
        problems=(*document.problems, *told),
    )


def _is_long(line: Line, limits: Limits) -> bool:
    many = len(line.segments) > limits.line_segments
    return many or any(len(segment.text) > limits.line_characters for segment in line.segments)


def _parts(line: Line, limits: Limits) -> Iterator[Line]:
    """Give a line, or the lines that it is cut into, each with what is left of every segment."""
    if not _is_long(line, limits):
        yield line
        return
    for start in range(0, len(line.segments), limits.line_segments):
        columns = (
            _pieces(segment, limits.line_characters)
            for segment in line.segments[start : start + limits.line_segments]
        )
        for row in zip_longest(*columns):
            yield replace(line, segments=tuple(piece for piece in row if piece is not None))


def _pieces(segment: Segment, most: int) -> Iterator[Segment]:
    """Cut a segment between words, and a word that is too long anywhere."""
    if not segment.words:
        texts = textwrap.wrap(segment.text, most, break_on_hyphens=False, replace_whitespace=False)
        yield from (replace(segment, text=text) for text in texts)
        return
    held: list[Word] = []
    for word in (part for whole in segment.words for part in _letters(whole, most)):
        if held and sum(len(one.text) + 1 for one in held) + len(word.text) > most:
            yield _of(segment, held)
            held = []
        held.append(word)
    yield _of(segment, held)


def _letters(word: Word, most: int) -> Iterator[Word]:
    return (replace(word, text=word.text[at : at + most]) for at in range(0, len(word.text), most))


def _of(segment: Segment, words: list[Word]) -> Segment:
    text = " ".join(word.text for word in words)
    return replace(segment, text=text, words=tuple(words), box=around(word.box for word in words))


def _long_values(form: Form | None, most: int) -> Iterator[FormField]:
    for field in (*(form.datasets or ()), *form.acroform) if form is not None else ():
        if len(field.value) > most:
            yield field


def _told(path: str, field: FormField, most: int) -> Problem:
    held = f"{len(field.value):,} characters in the field {field.path[-MOST_OF_A_PATH:]}"
    what = f"holds {held}, of which the first {most:,} were read"
    return problems.over_limit(path, what)


def _cut(form: Form, most: int) -> Form:
    datasets, classic = (
        None if fields is None else tuple(replace(field, value=field.value[:most]) for field in fields)
        for fields in (form.datasets, form.acroform)
    )
    return replace(form, datasets=datasets, acroform=classic or ())
