"""Running text over wrapped lines: paragraphs and sentences whose every word still knows its place."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.reading import cite
from consistency.model import Box, Document, Evidence, Line, Segment, around
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import BULLET, plain

__all__ = ["BULLET", "Passage", "Piece", "paragraphs", "passage", "plain", "sentences", "trimmed"]

_TITLES = (
    r"(?:mrs?|ms|md|mohd|muhd|eng|hon|dr|m|mme|mlle|me|ste?|no|nos|n|mt|mst|mstt|mosa|prof|art|par|sec|s|r|v|vs|eg|ie"
    r"|ref|tel|rs|ksh|kshs|dhs?|tk|rp|a/c|acct|dept|admn|smt|shri|km|kum|engr)"
)
_FORMS = (
    r"(?:inc|ltd|co|corp|ltda|pvt|llc|s\.a|c\.v|etc|jr|sr|ave|blvd|approx|jsc|sarl|pt|bhd|gmbh|plc|mfg|mfrs?"
    r"|intl|bros"
    r"|engg|contg|contr|trdg|inds?|indus|svcs?|equip|mgmt|assoc|w\.l\.l|l\.l\.c|est)"
)
_STARTERS = expression(
    r"(?:i|my|we|our|the|this|these|it|he|she|they|in|on|at|as|since|for|after|before|from|a|an|all"
    r"|please|there|also|both|his|her|attached|enclosed|kindly|however|therefore|currently|presently|copies"
    r"|during|while"
    r"|new(?! (?:delhi|york|town|jersey|road|market))|veuillez|actuellement|avec|apres|pendant|ci-joint"
    r"|to|je|j'|mon|ma|mes|nous|notre|nos|le|la|les|l'|ce|cette|ces|il|elle|depuis|en|au|aux|un|une|pour|a)\b"
)
_END = expression(r"(?:[.!?]|(?<!\d)[;])['\")\]»]*\s+(?=['\"(«\[]?[a-z0-9])")
_LONGEST = 1500
_REACH = 0.75
"""Running text reaches so far over a page; where all lines are shorter, none of them is broken."""
_NARROW = 0.6
"""A line that leaves more than this part of the width free cannot be followed by its own sentence."""


class Piece(Struct, frozen=True):
    """A segment as part of a passage, which begins at ``start`` of the passage's text (it may be below zero)."""

    start: int
    line: Line
    segment: Segment


class Passage(Struct, frozen=True):
    """Running text of a document: lines joined by single spaces."""

    document: Document
    text: str
    pieces: tuple[Piece, ...]
    row: bool = False
    """True for a line that is cut into cells."""

    @property
    def plain(self) -> str:
        """The text as the patterns see it, character for character."""
        return plain(self.text)

    def part(self, start: int, end: int) -> "Passage":
        """Give a part of it, without the space around."""
        start, end = trimmed(self.text, start, end)
        moved = (replace(p, start=p.start - start) for p in self._between(start, end))
        return replace(self, text=self.text[start:end], pieces=tuple(moved))

    def cite(self, start: int = 0, end: int | None = None) -> Evidence:
        """Give the place of a part of its text."""
        start, end = trimmed(self.text, start, len(self.text) if end is None else end)
        touched = self._between(start, end) or self.pieces[-1:]
        first = touched[0]
        boxes = [_box(p, start, end) for p in touched if p.line.page == first.line.page]
        known = [box for box in boxes if box is not None]
        box = around(known) if known else None
        place = first.segment.place or first.line.place
        sure = min(p.segment.confidence for p in touched)
        where = Segment(self.text[start:end], box, place, confidence=sure)
        return cite(self.document, where, page=first.line.page)

    def _between(self, start: int, end: int) -> list[Piece]:
        first = max(bisect_right(self.pieces, start, key=_start) - 1, 0)
        near = self.pieces[first : bisect_left(self.pieces, end, lo=first, key=_start)]
        return [p for p in near if p.start + len(p.segment.text) > start]


def _start(piece: Piece) -> int:
    return piece.start


def trimmed(text: str, start: int, end: int, extra: str = "") -> tuple[int, int]:
    """Give the bounds without the space, and the ``extra`` signs, at both ends."""
    while start < end and (text[start].isspace() or text[start] in extra):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in extra):
        end -= 1
    return start, end


def _box(piece: Piece, start: int, end: int) -> Box | None:
    """Give the box of the words of a piece that lie between two places of the passage."""
    found: list[Box] = []
    place = 0
    for word in piece.segment.words:
        at = piece.segment.text.find(word.text, place)
        if at < 0:
            return piece.segment.box
        place = at + len(word.text)
        if piece.start + at < end and piece.start + place > start:
            found.append(word.box)
    return around(found) if found else piece.segment.box


def passage(document: Document, lines: Sequence[Line], gap: str = " ") -> Passage:
    """Join lines to one passage."""
    text, pieces = "", []
    for line in lines:
        for number, segment in enumerate(line.segments):
            joint = "" if not text else (gap if number == 0 else "  ")
            clean = unicodedata.normalize("NFC", segment.text)
            pieces.append(Piece(len(text) + len(joint), line, replace(segment, text=clean)))
            text += joint + clean
    return Passage(document, text, tuple(pieces), row=any(len(line.segments) > 1 for line in lines))


def paragraphs(document: Document, lines: Sequence[Line] | None = None) -> tuple[Passage, ...]:
    """Give the paragraphs, bullets, headings and rows of a document, or of some of its lines, in order."""
    if lines is None:
        return document.once(_paragraphs)
    return _paragraphs(document, lines)


def _paragraphs(document: Document, lines: Sequence[Line] | None = None) -> tuple[Passage, ...]:
    found: list[list[Line]] = []
    right = _right_edges(document)
    for line in document.lines if lines is None else lines:
        if not line.text.strip():
            continue
        if found and _goes_on(found[-1], line, right):
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(passage(document, group) for group in found)


def _right_edges(document: Document) -> dict[int | None, float]:
    edges: dict[int | None, float] = {}
    for line in document.lines:
        if line.box is not None and len(line.segments) == 1:
            edges[line.page] = max(edges.get(line.page, 0.0), line.box.x1)
    for page in document.pages:
        edges[page.number] = max(edges.get(page.number, 0.0), page.width * _REACH)
    return edges


def _goes_on(group: Sequence[Line], line: Line, right: dict[int | None, float]) -> bool:
    """Tell whether a line is the rest of the paragraph before: its first word had no room there."""
    last = group[-1]
    if last.box is None or line.box is None or (last.part, last.bold) != (line.part, line.bold):
        return False
    if len(last.segments) > 1 or len(line.segments) > 1 or BULLET.match(line.text):
        return False
    if _left_of_bullet(group[0], line):
        return False
    if last.page != line.page:
        return not re.search(r"[.!?:]\s*$", last.text) and line.text[:1].islower()
    height = last.box.y1 - last.box.y0
    if line.box.y0 - last.box.y1 > height * 0.95 or abs(height - (line.box.y1 - line.box.y0)) > height * 0.35:
        return False
    edge = right.get(line.page, last.box.x1)
    first = line.segments[0].words[0].box if line.segments[0].words else None
    room = (first.x1 - first.x0) if first else height * 2
    if edge - last.box.x1 > (edge - last.box.x0) * _NARROW:
        return False
    return last.box.x1 + room + height * 0.2 > edge - height * 0.5


def _left_of_bullet(first: Line, line: Line) -> bool:
    """Tell whether a line begins left of the bullet before it: it is no part of that item."""
    outside = first.box is not None and line.box is not None and line.box.x0 < first.box.x0 - 2
    return outside and first.page == line.page and BULLET.match(first.text) is not None


def sentences(paragraph: Passage) -> Iterator[Passage]:
    """Cut a paragraph into sentences; abbreviations and legal forms of employers do not end one."""
    start = 0
    low = paragraph.plain
    for stop in _END.finditer(low):
        if _ends(paragraph.text, low, start, stop):
            yield from _short(paragraph, start, stop.end())
            start = stop.end()
    yield from _short(paragraph, start, len(paragraph.text))


def _short(paragraph: Passage, start: int, end: int) -> Iterator[Passage]:
    """Give a part of a paragraph; what is longer than any sentence is cut at a space."""
    while end - start > _LONGEST:
        space = paragraph.text.rfind(" ", start, start + _LONGEST)
        cut = space if space > start else start + _LONGEST
        yield paragraph.part(start, cut)
        start = cut
    if paragraph.text[start:end].strip():
        yield paragraph.part(start, end)


def _ends(text: str, low: str, start: int, stop: re.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + 4].lstrip("'\"(«[")[:1]
    if not (following.isupper() or following.isdigit()):
        return False
    if low[stop.start()] != ".":
        return True
    before = low[max(start, stop.start() - 12) : stop.start()]
    if re.search(rf"\b{_TITLES}$", before):
        return False
    if re.search(rf"\b{_FORMS}$", before):
        return _STARTERS.match(low, stop.end()) is not None
    return not re.search(r"(?:^|[\s.])[a-z]$", before)
