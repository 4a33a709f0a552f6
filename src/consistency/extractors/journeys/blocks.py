"""Journeys of which each is told by labels below one another: where, from when, until when, why."""

from collections.abc import Iterator

from msgspec.structs import replace

from consistency.extractors.journeys.headings import role_of
from consistency.extractors.wording.tables import Row
from consistency.model import Document, Line, Segment, around
from consistency.normalizer.expressions import expression

_LABEL = expression(r"\W*(?:\d{1,2}[.)]\s*)?(?P<label>[^\W\d_][^:\d]{1,40}?)\s*:\s*(?P<value>\S.*)")
_NEXT = expression(r"\s*[;|,]\s+(?=[^\W\d_][^:;|,\d]{1,30}:\s)")
_PLACED = frozenset(("place", "city", "country"))
_TIMED = frozenset(("dates", "arrival", "departure", "return"))


def blocks(document: Document) -> Iterator[Row]:
    """Give the journeys, each as the row that it would be in a table; a label that comes again begins the next."""
    row = Row()
    for line in document.lines:
        told = tuple(_told(line))
        if any(role in row.cells for role, _ in told) or not told:
            yield from _whole(row)
            row = Row()
        for role, part in told:
            row.add({role: part})
        row.lines += [line] if told else []
    yield from _whole(row)


def _whole(row: Row) -> Iterator[Row]:
    if row.cells.keys() & _PLACED and row.cells.keys() & _TIMED:
        yield row


def _told(line: Line) -> Iterator[tuple[str, Line]]:
    """Give what the labels of a line say, each value as a line of its own."""
    parts = [part for segment in line.segments for part in _parts(segment)]
    while parts:
        segment = parts.pop(0)
        if segment.text.rstrip().endswith(":") and parts:
            label, value = segment.text.rstrip(" :"), parts.pop(0)
        elif found := _LABEL.fullmatch(segment.text):
            label, value = found["label"], _between(segment, *found.span("value"))
        else:
            continue
        if role := role_of(label):
            yield role, replace(line, segments=(value,))


def _parts(segment: Segment) -> Iterator[Segment]:
    """Part what several labels say in one line: "From: 2 May 2019; To: 9 May 2019"."""
    ends = [match.span() for match in _NEXT.finditer(segment.text)]
    for start, end in zip((0, *(end for _, end in ends)), (*(start for start, _ in ends), None), strict=True):
        yield _between(segment, start, len(segment.text) if end is None else end)


def _between(segment: Segment, start: int, end: int) -> Segment:
    """Give what stands in a segment from a place up to another."""
    if (start, end) == (0, len(segment.text)):
        return segment
    left, right = (len("".join(part.split())) for part in (segment.text[:start], segment.text[:end]))
    words, passed = [], 0
    for word in segment.words:
        passed += len("".join(word.text.split()))
        if left < passed <= right or left < passed - len(word.text) + 1 <= right:
            words.append(word)
    box = around(word.box for word in words) if words else segment.box
    return replace(segment, text=segment.text[start:end].strip(), words=tuple(words), box=box)
