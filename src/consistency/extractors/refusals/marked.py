"""The letter that prints every reason and marks those that apply: which texts are marked, and which are not."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.refusals.text import MARK, OUTRO
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.model import Document, Line, Segment
from consistency.normalizer.expressions import expression

_FORM = expression(r"imm ?562[12]")
_MARKED = expression(
    r"(?:marked|checked|ticked|indicated|cochees?|marquees?|indiques?)\b.{0,40}(?:below|an? ?x"
    r"|ci-dessous|ci-apres|par un)|with an x"
    r"|(?:boxes|box|cases?) (?:checked|ticked|marked|cochee)|reasons? (?:marked|checked|indicated)"
    r"|(?:raisons?|motifs?) (?:coche|marque|indique)"
)
OTHER = expression(
    r"^(?:other(?: reasons?| grounds?| comments?| factors?)?(?: \(?(?:please )?specify\)?)?\s*:?\s*$"
    r"|other(?: reasons?| grounds?)?\s*:"
    r"|autres? ?(?:motifs?|raisons?|facteurs?)?(?: \(?(?:preciser|veuillez preciser)\)?)?\s*:?\s*$"
    r"|autres?(?: motifs?| raisons?)?\s*:|remarks?\s*:|comments?\s*:|remarques?\s*:)"
)
"""What heads the free words below the boxes."""
_COLUMN = 12.0
"""Marks so many points apart stand in one column."""


class Item(Struct, frozen=True):
    """A printed reason and whether it is marked."""

    marked: bool
    text: Passage


class _Mark(Struct, frozen=True):
    line: Line
    segment: Segment
    state: bool


class Checklist(Struct, frozen=True):
    """The printed reasons, and the lines below them that are free words."""

    items: tuple[Item, ...]
    others: tuple[Line, ...]


def checklist(document: Document, lines: Sequence[Line]) -> Checklist | None:
    """Read a letter with boxes; None where it has none."""
    lines = _with_empty_boxes(_with_ticks(lines))
    marks = list(_marks(lines))
    yes, no = sum(m.state for m in marks), sum(not m.state for m in marks)
    low = plain("\n".join(line.text for line in lines))
    told = _FORM.search(plain(document.text)) is not None or _MARKED.search(low) is not None
    if yes + no < 2 and not (told and marks):
        return None
    start = next(n for n, line in enumerate(lines) if line is marks[0].line)
    stop = _end(lines, start)
    listed = lines[start:stop]
    items = _in_columns(document, listed, marks) if listed[0].box else _in_order(document, listed)
    return Checklist(tuple(items), _others(lines[stop:]))


_LIKE_A_TICK = expression(r"\s*[/\\vVyYJ√]{1,2}\s*")


def _with_ticks(lines: Sequence[Line]) -> Sequence[Line]:
    """Give the lines with the ticks that a picture made a stroke or a letter of: it stands alone before its words."""
    ticked = [
        line.confidence < 1.0
        and len(line.segments) > 1
        and _LIKE_A_TICK.fullmatch(line.segments[0].text) is not None
        for line in lines
    ]
    if sum(ticked) < _TICKS:
        return lines
    return [
        replace(line, segments=(replace(line.segments[0], text=_TICKED), *line.segments[1:]))
        if is_one
        else line
        for line, is_one in zip(lines, ticked, strict=True)
    ]


_TICKS, _TICKED = 2, "☒"
_FULL, _EMPTY = "■", "☐"
"""A filled box: a tick, but where others are ticked; then it is what a font shows for an empty one."""
_TICK = expression(r"\s*[✓✔]")


def _with_empty_boxes(lines: Sequence[Line]) -> Sequence[Line]:
    """Give the lines with the empty boxes that a font has no sign for."""
    if not any(_TICK.match(segment.text) for line in lines for segment in line.segments):
        return lines
    return [
        replace(line, segments=tuple(replace(one, text=_emptied(one.text)) for one in line.segments))
        for line in lines
    ]


def _emptied(text: str) -> str:
    return text.replace(_FULL, _EMPTY, 1) if text.lstrip().startswith(_FULL) else text


def _marks(lines: Sequence[Line]) -> Iterator[_Mark]:
    for line in lines:
        for segment in line.segments:
            match = MARK.match(segment.text)
            if match:
                yield _Mark(line, segment, match["yes"] is not None)


def _end(lines: Sequence[Line], start: int) -> int:
    """Give the line at which the boxes end: other reasons, what follows, or the last mark's own text."""
    left = lines[start].box
    for number, line in enumerate(lines[start:], start):
        mark = MARK.match(line.text)
        low = _words(line, mark.end() if mark else 0)
        inside = left and line.box and line.box.x0 > left.x0 + _COLUMN / 2
        if OTHER.match(low) or (not mark and not inside and OUTRO.match(low)):
            return number
    return len(lines)


def _words(line: Line, start: int) -> str:
    """Give what a line says from a place on, as a heading is compared."""
    return " ".join(plain(line.text)[start:].split())


def _others(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines of free words below "Other reasons", up to what every letter ends with."""
    found: list[Line] = []
    begun = False
    for line in lines:
        mark = MARK.match(line.text)
        low = _words(line, mark.end() if mark else 0)
        heading = OTHER.match(low)
        if begun and (OUTRO.match(low) or mark):
            break
        if begun:
            found.append(line)
        elif heading is None:
            break
        elif low[heading.end() :].strip():
            found.append(line)
        begun = True
    return tuple(found)


def _in_order(document: Document, lines: Sequence[Line]) -> Iterator[Item]:
    """Read paragraphs, or rows of a table, that begin with their box."""
    rows = [_without_mark(line) for line in lines]
    printed = any(state is False for state, _ in rows)
    for state, line in rows:
        if line is not None and (state is not None or not printed):
            yield Item(bool(state), passage(document, [line]))


def _without_mark(line: Line) -> tuple[bool | None, Line | None]:
    state: bool | None = None
    kept = []
    for segment in line.segments:
        match = MARK.match(segment.text) if state is None else None
        if match:
            state = match["yes"] is not None
            segment = replace(segment, text=segment.text[match.end() :])
        if segment.text.strip():
            kept.append(segment)
    return state, replace(line, segments=tuple(kept)) if kept else None


def _in_columns(document: Document, lines: Sequence[Line], marks: Sequence[_Mark]) -> Iterator[Item]:
    """Read boxes by where they stand: the text beside a box, and in its column the lines that run on."""
    lefts = _lefts(marks, lines)
    printed, close = any(not mark.state for mark in marks), _close_gap(document.lines)
    for left, right in zip(lefts, [*lefts[1:], float("inf")], strict=True):
        rows = [row for line in lines if (row := _cut(line, left - _COLUMN / 2, right - _COLUMN / 2))]
        for state, group in _grouped(rows, printed, close):
            if state is not None or not printed:
                yield Item(bool(state), passage(document, group))


def _lefts(marks: Sequence[_Mark], lines: Sequence[Line]) -> list[float]:
    """Give the left edges of the columns of boxes; boxes that are only indented make no column."""
    edges = sorted(mark.segment.box.x0 for mark in marks if mark.segment.box)
    lefts = [edges[0]]
    for edge in edges:
        beside = any(_beside(edge, mark) for mark in marks)
        if edge - lefts[-1] > _COLUMN and beside:
            lefts.append(edge)
    return lefts if len(lefts) > 1 else lefts + _gutter(lines)


def _gutter(lines: Sequence[Line]) -> list[float]:
    """Give the edge of a second column of texts without boxes: several begin there, and none runs across."""
    starts = [s.box.x0 for line in lines for s in line.segments[1:] if s.box and not _after_mark(line, s)]
    if len(starts) < 2:
        return []
    edge = min(starts)
    across = any(s.box and s.box.x0 < edge - 2 < s.box.x1 for line in lines for s in line.segments)
    return [] if across else [edge]


def _after_mark(line: Line, segment: Segment) -> bool:
    before = line.segments[line.segments.index(segment) - 1]
    return MARK.fullmatch(before.text) is not None


def _beside(edge: float, mark: _Mark) -> bool:
    """Tell whether a box at this edge has another box to its left on the same line, or text that is not its own."""
    box = mark.segment.box
    if box is None or abs(box.x0 - edge) > 1:
        return False
    return any(s.box and s.box.x1 < box.x0 - 1 for s in mark.line.segments)


def _cut(line: Line, left: float, right: float) -> Line | None:
    segments = tuple(s for s in line.segments if s.box and left <= s.box.x0 < right)
    return replace(line, segments=segments) if segments else None


def _grouped(rows: Sequence[Line], printed: bool, close: float) -> Iterator[tuple[bool | None, list[Line]]]:
    """Give the rows of each box together: a box begins one, and so does, where empty boxes are not printed, a gap."""
    state: bool | None = None
    group: list[Line] = []
    last: Line | None = None
    edge = max((row.box.x1 for row in rows if row.box), default=0.0)
    for row in rows:
        mark, rest = _without_mark(row)
        new = (
            mark is not None
            or last is None
            or (_far(last, row) if printed else _apart(last, row, close, edge))
        )
        if new:
            if group:
                yield state, group
            state, group = mark, []
        if rest is not None:
            group.append(rest)
        last = row
    if group:
        yield state, group


def _gap(last: Line, row: Line) -> float:
    return row.box.y0 - last.box.y1 if row.box and last.box and row.page == last.page else 0.0


def _close_gap(lines: Sequence[Line]) -> float:
    """Give the gap between the lines of one paragraph: the smallest of the paper."""
    return min((_gap(a, b) for a, b in pairwise(lines) if a.page == b.page and _gap(a, b) > -2), default=0.0)


def _apart(last: Line, row: Line, close: float, edge: float) -> bool:
    """Tell whether a row without a box begins a reason: it stands lower than a line that runs on, or had room."""
    if last.box is None or row.box is None or last.page != row.page:
        return True
    first = row.segments[0].words[0].box if row.segments[0].words else row.box
    room = last.box.x1 + (first.x1 - first.x0) * 1.3 < edge
    return room or _gap(last, row) > close + max(1.5, 0.15 * (last.box.y1 - last.box.y0))


def _far(last: Line, row: Line) -> bool:
    """Tell whether a row stands too far below to be the rest of the reason before."""
    return last.box is not None and _gap(last, row) > (last.box.y1 - last.box.y0) * 1.1
