"""Tables with a header row: which words stand in which column, and which lines make one row."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from msgspec import Struct, field
from msgspec.structs import replace

from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.model import Box, Document, Line, Segment, Word, around
from consistency.normalizer.expressions import expression

_MARGIN = 0.35
"""A gap between lines that is wider than the narrowest by this part of a line's height parts two rows."""

_FULL = 3
"""A line with cells in so many columns, in all of those of the row before, is a row and no rest of one."""
_COUNTED = expression(r"\W{0,2}(\d{1,3})\W{0,2}")
_LOST_ORDINALS = 3
"""By so much a row's number may be higher than the last that was read: a picture may lose some."""
_SHAPE = expression(r"\b(?:dd?|jj|mmm?|yy(?:yy)?|aa(?:aa)?)\b")
"""How a heading says in which shape dates stand below it."""
_OTHER_SIGNS = expression(r"[^a-z' ]+")
_LONGEST = 45
"""Letters of a heading."""
_CELL = expression(r"\bcell (\d+)")


class Headings(dict[str, str]):
    """What the headings of a table say: for each role its words, as an expression; the first that fits counts.

    Words of the role "" are known, and not asked for.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__(words)
        self._each = tuple((role, expression(rf"\b(?:{pattern})\b")) for role, pattern in words.items())
        self.role = lru_cache(maxsize=1024)(self._role)

    def _role(self, text: str) -> str | None:
        """Name the role whose words a heading is made of; a mere sign, as for numbers, has the role ""."""
        low = " ".join(_SHAPE.sub(" ", _OTHER_SIGNS.sub(" ", plain(text))).split())
        figures = any(sign.isdigit() for sign in text)
        if not low and "" in self and not figures:
            return ""
        if not low or len(low) > _LONGEST or figures:
            return None
        return next((role for role, words in self._each if words.search(low)), None)


class Column(Struct, frozen=True):
    """A column: what it holds, and from where to where its heading runs (in cells for a DOCX)."""

    role: str
    x0: float
    x1: float


class Row(Struct):
    """The cells of one row by the role of their columns, as lines in reading order."""

    cells: dict[str, list[Line]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    """The lines of the paper on which it stands."""

    def cell(self, document: Document, role: str) -> Passage | None:
        """Give the words of a cell."""
        return passage(document, self.cells[role]) if role in self.cells else None

    def add(self, cells: Mapping[str, Line]) -> None:
        """Take in the cells of a further line."""
        for role, part in cells.items():
            self.cells.setdefault(role, []).append(part)

    def joined(self, cells: Mapping[str, Line]) -> "Row":
        """Give the row as it would be with the cells of a further line."""
        row = Row({role: [*parts] for role, parts in self.cells.items()})
        row.add(cells)
        return row

    def whole(self, document: Document) -> Passage:
        """Give the whole row."""
        return passage(document, [line for lines in self.cells.values() for line in lines])


def header(line: Line, roles: Headings, strange: int = 1) -> tuple[Column, ...]:
    """Give the columns that a line heads; none where fewer than two of its cells are headings.

    ``strange`` says how many of them may be of no role; headings that are known, but not asked for, have the role "".
    """
    if len(line.segments) < 2:
        return ()
    found, unknown = [], 0
    for place, segment in enumerate(line.segments):
        role = roles.role(segment.text)
        box = segment.box
        at = place if box else _number(segment, place)
        found.append(Column(role or "", box.x0 if box else at, box.x1 if box else at))
        unknown += role is None
        if unknown > strange:
            return ()
    asked = [column for column in found if column.role]
    return tuple(found) if len(asked) >= 2 else ()


def headings_at(document: Document, number: int, highest: int) -> tuple[tuple[Line, int], ...]:
    """Give what may head a table from a line on: the most lines joined first, then the line alone.

    With each comes the number of the line below it.
    """
    return document.once(_headings_at, number, highest)


def _headings_at(document: Document, number: int, highest: int) -> tuple[tuple[Line, int], ...]:
    lines = document.lines
    if len(lines[number].segments) < 2:
        return ()
    sizes = range(highest, 1, -1)
    joined = ((joined_heading(lines[number : number + size]), number + size) for size in sizes)
    parted = _parted_heading(lines[number : number + 3])
    return (
        *((line, below) for line, below in joined if line is not None),
        *(((parted, number + 2),) if parted is not None else ()),
        (lines[number], number + 1),
    )


def _parted_heading(lines: Sequence[Line]) -> Line | None:
    """Give the heading of a DOCX table of which one cell stands over several: "Stay" over "from" and "to"."""
    if len(lines) < _PARTED or any(line.segments[0].box is not None for line in lines):
        return None
    first, below, row = lines
    numbers = [_number(segment, 0) for segment in below.segments]
    above = [_number(segment, 0) for segment in first.segments]
    more = len(below.segments) - 1
    whole = len(row.segments) == len(first.segments) + more and more > 0
    consecutive = numbers == list(range(numbers[0], numbers[0] + more + 1)) and numbers[0] in above
    if not (whole and consecutive) or any(sign.isdigit() for line in (first, below) for sign in line.text):
        return None
    at = above.index(numbers[0])
    behind = (_moved(segment, more) for segment in first.segments[at + 1 :])
    return replace(first, segments=(*first.segments[:at], *below.segments, *behind))


_PARTED = 3


def _moved(segment: Segment, by: int) -> Segment:
    """Give a cell the number that it would have if the cell before it were parted."""
    return replace(segment, place=f"cell {int(_number(segment, 0)) + by}")


def joined_heading(lines: Sequence[Line]) -> Line | None:
    """Give the heading whose cells stand on several lines, as one line; None where they are not of one heading."""
    first, *others = lines
    if not others or first.box is None:
        return None
    farthest = (first.box.y1 - first.box.y0) * len(others)
    gaps = [_gap(first, line) for line in others]
    if any(gap is None or gap > farthest for gap in gaps):
        return None
    if any(sign.isdigit() for line in lines for sign in line.text):
        return None
    cells = [[segment] for segment in first.segments]
    if not all(_added_below(cells, line) for line in others):
        return None
    return replace(first, segments=tuple(map(_of_one_cell, cells)))


def _added_below(cells: Sequence[list[Segment]], line: Line) -> bool:
    """Add the pieces of a line each to the cell above it; False where one does not stand below just one cell."""
    for segment in line.segments:
        above = [cell for cell in cells if _overlap(cell[0], segment)]
        if len(above) != 1:
            return False
        above[0].append(segment)
    return True


def _overlap(one: Segment, other: Segment) -> bool:
    return (
        one.box is not None
        and other.box is not None
        and min(one.box.x1, other.box.x1) > max(one.box.x0, other.box.x0)
    )


def _of_one_cell(parts: Sequence[Segment]) -> Segment:
    boxes = [part.box for part in parts if part.box is not None]
    box = around(boxes) if boxes else None
    words = tuple(word for part in parts for word in part.words)
    return replace(parts[0], text=" ".join(part.text for part in parts), box=box, words=words)


def rows(
    lines: Sequence[Line],
    columns: Sequence[Column],
    complete: Callable[[Row], bool],
    ends: Callable[[Line], bool],
) -> Iterator[Row]:
    """Give the rows below a header until a line that ends the table.

    ``complete`` says whether a row has all that it needs: where the distances between the lines do not tell the rows,
    what the lines say does.
    """
    body = [(line, dict(_cells(line, columns))) for line in takewhile(lambda line: not ends(line), lines)]
    alone = [len(line.segments) > 1 and complete(_row(cells)) for line, cells in body]
    spacing, last_row = _spacing([line for line, _ in body], alone)
    current: Row | None = None
    last: Line | None = None
    count = 0
    for number, (line, cells) in enumerate(body):
        counted = _ordinal(line)
        follows = count < counted <= count + _LOST_ORDINALS if count else counted == 1
        count = counted if follows else count
        apart = follows or spacing.parts(last, line)
        if apart is None:
            apart = current is not None and _is_new(current, line, cells, alone[number], complete)
        if apart and number > last_row and len(line.segments) == 1:
            break
        if current is not None and apart:
            yield current
            current = None
        current = current or Row()
        current.add(cells)
        current.lines.append(line)
        last = line
    if current is not None:
        yield current


def _ordinal(line: Line) -> int:
    """Give the number with which a line of several cells begins, or 0: rows that are counted begin with theirs."""
    found = _COUNTED.fullmatch(line.segments[0].text) if len(line.segments) > 1 else None
    return int(found[1]) if found else 0


def _row(cells: Mapping[str, Line]) -> Row:
    row = Row()
    row.add(cells)
    return row


def _is_new(
    current: Row, line: Line, cells: Mapping[str, Line], alone: bool, complete: Callable[[Row], bool]
) -> bool:
    """Tell by what they say whether a line begins a new row: it is one by itself, or would spoil the row before."""
    ready = complete(current)
    full = len(line.segments) >= _FULL and current.cells.keys() <= cells.keys()
    if alone and (ready or full or len(current.cells) == 1):
        return True
    return ready and (full or not complete(current.joined(cells)))


class _Spacing(Struct, frozen=True):
    """How far apart the lines of a table stand."""

    inside: float | None
    """The gap above which a new row begins; None where all lines stand equally far apart."""
    outside: float | None
    """The gap above which a line is no rest of a row: no two lines of the table stand so far apart."""

    def parts(self, last: Line | None, line: Line) -> bool | None:
        """Say whether a line stands in another row than the last; None where its distance does not tell."""
        if line.box is None:
            return True
        gap = _gap(last, line) if last else None
        if gap is not None and self.inside is not None:
            return gap > self.inside
        return True if gap is not None and self.outside is not None and gap > self.outside else None


def _spacing(body: Sequence[Line], alone: Sequence[bool]) -> tuple[_Spacing, int]:
    """Measure between the rows of each page, as what stands below a table is farther away; give the last row, too."""
    cut = [n for n, line in enumerate(body) if len(line.segments) > 1]
    sure = [n for n in cut if alone[n] or len(body[n].segments) >= _FULL] or cut
    known = [gap for page in {body[n].page for n in sure} for gap in _gaps(body, page, cut, sure)]
    if not known:
        return _Spacing(None, None), sure[-1] if sure else -1
    margin = _MARGIN * next((line.box.y1 - line.box.y0 for line in body if line.box), 0.0)
    least, most = min(known), max(known)
    return _Spacing(least + margin if most - least > margin else None, most + margin), sure[-1]


def _gaps(body: Sequence[Line], page: int | None, cut: Sequence[int], sure: Sequence[int]) -> Iterator[float]:
    """Give the gaps on a page from the first line that is cut into cells to the last that is surely a row."""
    first = next(n for n in cut if body[n].page == page)
    last = max(n for n in sure if body[n].page == page)
    gaps = (_gap(one, two) for one, two in pairwise(body[first : last + 1]))
    return (gap for gap in gaps if gap is not None)


def _gap(one: Line, two: Line) -> float | None:
    if one.box is None or two.box is None or one.page != two.page:
        return None
    return two.box.y0 - one.box.y1


def _cells(line: Line, columns: Sequence[Column]) -> Iterator[tuple[str, Line]]:
    """Cut a line into the cells of the columns."""
    if line.box is None:
        yield from _numbered_cells(line, columns)
        return
    parts: dict[int, list[Word]] = {}
    for segment in line.segments:
        for number, word in _placed_words(segment, columns):
            parts.setdefault(number, []).append(word)
    for number, words in parts.items():
        if columns[number].role:
            yield columns[number].role, _line(line, _segment(words, line.confidence))


def _numbered_cells(line: Line, columns: Sequence[Column]) -> Iterator[tuple[str, Line]]:
    """Give the cells of a line without boxes, which stand in the column of their number."""
    for place, segment in enumerate(line.segments):
        column = next((c for c in columns if c.x0 == _number(segment, place)), None)
        if column is not None and column.role and segment.text.strip():
            yield column.role, _line(line, segment)


def _placed_words(segment: Segment, columns: Sequence[Column]) -> Iterator[tuple[int, Word]]:
    """Give the words of a piece, each with its column: one that reaches over several is parted between them."""
    whole = segment.box
    several = whole is not None and sum(whole.x0 <= c.x1 and whole.x1 >= c.x0 for c in columns) > 1
    for word in segment.words or (Word(segment.text, whole or Box(0, 0, 0, 0)),):
        box = whole if whole and not several else word.box
        yield _column_of(box, columns, several), word


def _number(segment: Segment, place: int) -> int:
    """Give the number of a cell of a DOCX, counted from 0 and over the empty ones; else its place in the line."""
    found = _CELL.search(segment.place or "")
    return int(found[1]) - 1 if found else place


def _column_of(box: Box, columns: Sequence[Column], between: bool) -> int:
    """Give the column that a box stands in: by its left edge where it is one word of several columns."""
    if between:
        before = [n for n, column in enumerate(columns) if column.x0 <= box.x0 + 2.0]
        return before[-1] if before else 0
    away = [max(0.0, box.x0 - column.x1, column.x0 - box.x1) for column in columns]
    return away.index(min(away))


def _segment(words: Sequence[Word], confidence: float) -> Segment:
    box = words[0].box
    for word in words[1:]:
        box = box.union(word.box)
    return Segment(" ".join(word.text for word in words), box, None, tuple(words), confidence)


def _line(line: Line, segment: Segment) -> Line:
    return Line((segment,), line.page, line.part, line.bold, line.size)
