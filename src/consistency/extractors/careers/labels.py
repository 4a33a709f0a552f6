"""Jobs and studies told as labels and values: "Designation: Cook", or the label in a column of its own."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import zip_longest

from msgspec.structs import replace

from consistency.extractors.careers.rows import UPDATED
from consistency.extractors.pages.bullets import bullet_free
from consistency.extractors.pages.layout import Block
from consistency.extractors.wording import career_words as words
from consistency.model import Line, Segment
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

Cells = dict[str, list[Line]]
"""The parts of one entry by their names (see the table of labels), each with the lines that tell it."""

_COUNTED = expression(r"^\W*\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})[.)]\s*(?=[^\W\d])", re.IGNORECASE)
"""The letter or number of an item: "(a) Organization: …"."""
_NAMED = frozenset({"first", "second", "when", "from", "to"})
_LONGEST = 80


def labelled(block: Block) -> list[Cells] | None:
    """Give the parts of each entry of a block that is told by labels; None where it is told otherwise."""
    told = [_told(line) for line in _whole_labels(block.lines) if not UPDATED.search(line.text)]
    names = [name for name, _ in told if name in _NAMED]
    dated = {"when", "from"} & {*names}
    if not dated or len({*names} - {"to"}) < 2 or len(names) * 3 < len(told):
        return None
    return _gathered(told)


def _whole_labels(lines: Sequence[Line]) -> Iterator[Line]:
    """Join a label that runs over two lines of its column: "Name and address of / employer"."""
    joined = False
    for line, following in zip_longest(lines, lines[1:]):
        if joined:
            joined = False
            continue
        label = _over_two(line, following) if following is not None else None
        joined = label is not None and following is not None
        if label is not None and following is not None:
            segments = (replace(line.segments[0], text=label, words=()), *line.segments[1:])
            yield replace(line, segments=(*segments, *following.segments[1:]))
        else:
            yield line


def _over_two(line: Line, following: Line) -> str | None:
    """Give the label that the first words of two lines are together, where those of the first are none."""
    first, below = line.segments[0], following.segments[0]
    if len(line.segments) < 2 or first.box is None or below.box is None or label_name(first.text) is not None:
        return None
    whole = f"{first.text} {below.text}"
    return whole if abs(first.box.x0 - below.box.x0) < 4.0 and label_name(whole) is not None else None


def _told(line: Line) -> tuple[str | None, Line | None]:
    """Give the name of the part that a line tells and its value: the name is None where no label says it."""
    first, *rest = line.segments
    label, colon, value = _COUNTED.sub("", bullet_free(first.text)).partition(":")
    name = label_name(label)
    if name is None or (value.strip() and rest and not colon):
        return None, line
    values = tuple(_value(segment) for segment in rest)
    if value.strip():
        values = (_value(first, value.strip()), *values)
    values = tuple(segment for segment in values if segment.text)
    return name, replace(line, segments=values) if values else None


def _value(segment: Segment, text: str | None = None) -> Segment:
    """Give a value without the colon before it."""
    return replace(segment, text=re.sub(r"^\s*[:=–-]\s*", "", segment.text if text is None else text).strip())


@lru_cache(maxsize=4_096)
def label_name(text: str) -> str | None:
    """Name the part of an entry that a label announces ("Poste occupé" is ``first``), or None."""
    if len(text) > _LONGEST:
        return None
    folded = fold(re.sub(r"[’'(),/&-]", " ", text.strip(" :.")))
    return (
        next((name for name, pattern in _patterns() if pattern.fullmatch(folded)), None) if folded else None
    )


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, expression("|".join(some))) for name, some in words.table()["labels"].items())


def _gathered(told: Sequence[tuple[str | None, Line | None]]) -> list[Cells]:
    """Put the parts together; an entry begins where a part is told that the one before has already."""
    entries: list[Cells] = []
    name: str | None = None
    for label, line in told:
        if label is not None:
            name = label
            if not entries or (name in _NAMED and name in entries[-1]):
                entries.append({})
        if line is not None and name is not None and (label is not None or _goes_on(entries[-1], name, line)):
            entries[-1].setdefault(name, []).append(line)
    return entries


def _goes_on(entry: Cells, name: str, line: Line) -> bool:
    """Tell whether a line without a label goes on with the value above it, or is the value of a lone label."""
    above = entry.get(name)
    if above is None:
        return True
    box, last = line.box, above[-1].box
    if box is None or last is None or name == "other":
        return False
    return abs(box.x0 - last.x0) < 4.0 and box.y0 - last.y1 < 0.75 * (last.y1 - last.y0)
