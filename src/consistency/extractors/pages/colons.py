"""Labels whose colon stands in a column of its own, or before the value, as printed lists of three columns have it."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from consistency.model import Document, Line, Segment, around
from consistency.normalizer.expressions import expression

_COLON = expression(r"\s*[:：]-?\s*")


def with_labels_closed(document: Document) -> Document:
    """Give a document with each such colon directly behind its label; the same one where there is none."""
    lines = tuple(map(_closed, document.lines))
    return document if lines == document.lines else replace(document, lines=lines)


def _closed(line: Line) -> Line:
    if not any(_COLON.match(segment.text) for segment in line.segments[1:]):
        return line
    return replace(line, segments=tuple(_segments(line.segments)))


def _segments(segments: Sequence[Segment]) -> Iterator[Segment]:
    label, *others = segments
    for segment in others:
        colon = _COLON.match(segment.text)
        if colon is None or not any(sign.isalpha() for sign in label.text):
            yield label
            label = segment
            continue
        closed = replace(label, text=f"{label.text.rstrip(' :：')}:")
        value = _behind(segment, colon.end())
        if value is None:
            label = closed
        else:
            yield closed
            label = value
    yield label


def _behind(segment: Segment, end: int) -> Segment | None:
    """Give what stands behind the colon with which a segment begins."""
    text = segment.text[end:]
    if not text:
        return None
    left = len("".join(text.split()))
    words = [*segment.words]
    while words and sum(len(word.text) for word in words[1:]) >= left:
        del words[0]
    if words:
        words[0] = replace(words[0], text=words[0].text.lstrip(":："))
    return replace(
        segment, text=text, words=tuple(words), box=around(w.box for w in words) if words else segment.box
    )
