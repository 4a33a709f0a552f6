"""A print-out as one long page: rows of words without the furniture of the pages, and what is printed on each.

Coordinates go on from page to page, so that a table that is cut by a page break is one table; every piece knows
by how much it was moved, and gives its own place again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from consistency.model import Box, Document, FormField, Line, Segment, Word, around
from consistency.normalizer.expressions import expression

BIRTH_DATE = "facts/birth_date"
PAGE_GAP = 8.0
"""Distance, in points, that the last row of a page and the first of the next are given."""

_FURNITURE = expression(
    r"^immigration, r[ée]fugi?[ée]+s|^citizenship (?:and immigration )?canada\b|^(?:et )?citoyennet[ée]\b.*\bcanada"
    r"|^protected when completed|^prot[ée]g[ée] une fois rempli|^page\s*\d*\s*(?:of|de|/)?\s*\d*$"
    r"|^imm[\s-]*\d{4}.{0,24}\(\d{2}-\d{4}\)|disponible en (?:anglais|fran[çc]ais)|available in (?:english|french)"
    r"|^imm\s?\d{4}[a-z]{0,3}_\d{2}-\d{2,4}\S*$"  # the name of a barcode
    r"|^this form is made available by|^le présent formulaire est produit par",
    re.IGNORECASE,
)
_BORDER = expression(r"[|¦_]+")
"""The edge of a cell, where recognition of a picture took it for a letter."""
_BIRTH = expression(
    r"\W*(?:\d{1,2}[.)]?\s*)?(?:[a-z]\)\s*)?(?:date of birth|date de naissance)\b", re.IGNORECASE
)
_ANSWER = expression(r"[\Wx]{0,4}\s*(?:yes|no|oui|non)\W{0,4}", re.IGNORECASE)
_ECHO = (
    expression(r"^(?:applicant(?:'s)? name|nom du demandeur)\b", re.IGNORECASE),
    expression(r"^(?:date of birth|date de naissance)\b", re.IGNORECASE),
)
"""The line at the head of every page but the first that repeats who the form is about."""


class Piece(Struct, frozen=True, eq=False):
    """A run of words of one row; ``shift`` is how far it was moved down from its place on the page."""

    words: tuple[Word, ...]
    page: int
    shift: float
    confidence: float
    """1.0 for typed words; of words recognised in a picture the engine's own figure."""
    text: str
    box: Box
    """The box around the words, in the coordinates of the long page."""

    @classmethod
    def of(cls, words: Sequence[Word], page: int, shift: float, confidence: float) -> Piece:
        """Give a run of words as a piece."""
        text, box = " ".join(word.text for word in words), around([word.box for word in words])
        return cls(tuple(words), page, shift, confidence, text, box)

    @property
    def place(self) -> Box:
        """The box on its own page."""
        return moved(self.box, -self.shift)

    def part(self, words: tuple[Word, ...]) -> Piece:
        """Give some of the words as a piece of their own."""
        return Piece.of(words, self.page, self.shift, self.confidence)


class Row(Struct, frozen=True, eq=False):
    """The pieces on one baseline, from left to right."""

    pieces: tuple[Piece, ...]
    bold: bool
    size: float
    top: float
    bottom: float


def moved(box: Box, down: float) -> Box:
    """Give a box moved down the page."""
    return Box(box.x0, round(box.y0 + down, 2), box.x1, round(box.y1 + down, 2))


def rows(document: Document) -> tuple[Row, ...]:
    """Give the rows of all pages, one page below the other."""
    found: list[Row] = []
    for page, group in groupby(document.lines, key=lambda line: line.page):
        lines = sorted(_printed(group), key=lambda line: _top(line))
        kept = list(_with_answers(_without_echo(lines)))
        if kept and page is not None:
            start = found[-1].bottom + PAGE_GAP if found else _top(kept[0])
            found += [_row(line, page, start - _top(kept[0])) for line in kept]
    return tuple(found)


def _printed(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines that belong to the form, not to the page it stands on."""
    for line in lines:
        texts = [segment.text.strip() for segment in line.segments if _BORDER.sub("", segment.text).strip()]
        if line.box is not None and not all(_FURNITURE.search(text) for text in texts):
            yield line


def _without_echo(lines: Sequence[Line]) -> Iterator[Line]:
    """Leave out the repeated name and date of birth: the captions and the line of values below them."""
    skipped = False
    for line in lines:
        if skipped:
            skipped = False
            continue
        skipped = _is_echo(line)
        if not skipped:
            yield line


def repeated_birth_date(document: Document) -> Iterator[FormField]:
    """Give the date of birth as the heads of further pages repeat it, where the form itself asks for it."""
    own = (segment for line in document.lines if not _is_echo(line) for segment in line.segments)
    if not any(_BIRTH.match(segment.text) for segment in own):
        return
    pages = groupby(sorted(document.lines, key=lambda line: line.page or 0), key=lambda line: line.page)
    for page, group in pages:
        lines = sorted(_printed(group), key=_top)
        for captions, values in pairwise(lines):
            caption = next((one for one in captions.segments if _ECHO[1].match(one.text.strip())), None)
            if caption is None or caption.box is None or not _is_echo(captions):
                continue
            left = caption.box.x0
            boxed = [one for one in values.segments if one.box is not None]
            value = min(boxed, key=lambda one: abs(one.box.x0 - left) if one.box else left, default=None)
            if value is not None:
                yield FormField(BIRTH_DATE, value.text, page, value.box, value.confidence)


def _is_echo(line: Line) -> bool:
    texts = [segment.text.strip() for segment in line.segments]
    return len(texts) > 1 and all(any(word.match(text) for text in texts) for word in _ECHO)


def _with_answers(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines with each answer in the line that it overlaps: a picture's letter may seem as high as its row."""
    last: Line | None = None
    for line in lines:
        if last is not None and _is_answer_of(line, last):
            last = _joined(last, line)
            continue
        if last is not None:
            yield last
        last = line
    if last is not None:
        yield last


def _is_answer_of(line: Line, row: Line) -> bool:
    alone = all(_ANSWER.fullmatch(segment.text) for segment in line.segments)
    return alone and line.box is not None and row.box is not None and line.box.y0 < row.box.y1


def _joined(row: Line, answers: Line) -> Line:
    """Add answers to a row, as high as that is."""
    edges = row.box or Box(0.0, 0.0, 0.0, 0.0)

    def level(box: Box) -> Box:
        return Box(box.x0, edges.y0, box.x1, edges.y1)

    added = tuple(
        replace(one, box=level(one.box), words=tuple(replace(w, box=level(w.box)) for w in one.words))
        for one in answers.segments
        if one.box is not None
    )
    both = sorted((*row.segments, *added), key=lambda one: one.box.x0 if one.box else 0.0)
    return replace(row, segments=tuple(both))


def _row(line: Line, page: int, shift: float) -> Row:
    found = (piece for segment in line.segments for piece in _pieces(segment, page, shift))
    pieces = tuple(found)
    size = line.size or max(word.box.y1 - word.box.y0 for piece in pieces for word in piece.words)
    whole = around([piece.box for piece in pieces])
    return Row(pieces, line.bold, size, whole.y0, whole.y1)


def _pieces(segment: Segment, page: int, shift: float) -> Iterator[Piece]:
    """Give the words of a segment; where the edge of a cell stands among them, those on its sides apart."""
    run: list[Word] = []
    for word in segment.words or ((Word(segment.text, segment.box),) if segment.box else ()):
        text = _BORDER.sub("", word.text) if _BORDER.match(word.text) else word.text
        if text != word.text and run:
            yield Piece.of(run, page, shift, segment.confidence)
            run = []
        if text:
            run.append(Word(text, moved(word.box, shift)))
    if run:
        yield Piece.of(run, page, shift, segment.confidence)


def _top(line: Line) -> float:
    return line.box.y0 if line.box else 0.0
