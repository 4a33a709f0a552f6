"""Journeys of which each is told by labels below one another: where, from when, until when, why."""

from collections.abc import Iterator

from msgspec.structs import replace

from consistency.extractors.papers._journey_headings import role_of
from consistency.extractors.papers._tables import Row
from consistency.model import Document, Line, Segment, around
from consistency.normalizer.expressions import expression

_LABEL = expression(r"\W*(?P<label>[^\W\d_][^:\d]{1,40}?)\s*:\s*(?P<value>\S.*)")
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
    parts = [*line.segments]
    while parts:
        segment = parts.pop(0)
        if segment.text.rstrip().endswith(":") and parts:
            label, value = segment.text.rstrip(" :"), parts.pop(0)
        elif found := _LABEL.fullmatch(segment.text):
            label, value = found["label"], _behind(segment, found.start("value"))
        else:
            continue
        if role := role_of(label):
            yield role, replace(line, segments=(value,))


def _behind(segment: Segment, start: int) -> Segment:
    """Give what stands in a segment from a place on."""
    text = segment.text[start:]
    left, words = len("".join(text.split())), [*segment.words]
    while words and sum(len(word.text) for word in words[1:]) >= left:
        del words[0]
    box = around(word.box for word in words) if words else segment.box
    return replace(segment, text=text, words=tuple(words), box=box)
