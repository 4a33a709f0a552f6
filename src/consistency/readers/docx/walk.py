"""From the XML of a DOCX to lines in the order of reading, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from consistency.model import Line, Segment
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import BULLET
from consistency.readers.docx.lists import SIGN, Lists
from consistency.readers.docx.runs import Change, Words, child, value, whole_number, words_of
from consistency.readers.limits import Limits
from consistency.readers.text import cleaned
from consistency.readers.xml import local

WRAPPERS = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"}
)
GAP = expression(r"\t+|   +")
"""What sets two segments of a paragraph apart: a tab, or blanks that stand for one."""
LAYOUT_CELL = 4
"""From so many paragraphs on a cell holds a page's layout, not a value of a table."""


class Found(Struct):
    """What a walk has found: lines, changes and comments with their places."""

    lines: list[Line] = field(default_factory=list)
    changes: list[tuple[str, Change]] = field(default_factory=list)
    comments: dict[str, str] = field(default_factory=dict)
    """Id of a comment → place."""
    deepest: int = Limits().tables
    """How deep tables and text boxes may be nested."""
    deep: list[str] = field(default_factory=list)
    """Places of what is nested deeper."""
    lists: Lists = Lists()
    """Which paragraphs Word draws with a sign."""

    def within(self) -> Found:
        """Give a place for the lines of a part; what is said of the whole goes to the same lists."""
        return Found([], self.changes, self.comments, self.deepest, self.deep, self.lists)


class Where(Struct, frozen=True):
    """Where the walk is: the part of the file, and the words that name the place."""

    part: str = "body"
    place: str = ""
    depth: int = 0

    def at(self, name: str) -> Where:
        """Give a place within this one."""
        return Where(self.part, f"{self.place}, {name}" if self.place else name, self.depth)


def walk(block: etree._Element, where: Where, found: Found) -> None:
    """Read all paragraphs and tables of a body, a cell, a note or a text box, in their order."""
    count: Counter[str] = Counter()
    for element in _blocks(block):
        name = "paragraph" if local(element) == "p" else "table"
        count[name] += 1
        here = where.at(f"{name} {count[name]}")
        if name == "table":
            _table(element, here, found)
        else:
            found.lines.extend(_paragraph(element, here, found))


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Give paragraphs and tables, also from within content controls, insertions and alternatives."""
    for element in parent:
        name = local(element)
        if name in ("p", "tbl"):
            yield element
        elif name in WRAPPERS:
            yield from _blocks(element)


def _paragraph(element: etree._Element, where: Where, found: Found) -> list[Line]:
    words = words_of(element)
    _note(words, where, found)
    bold, size = _look(element)
    written = cleaned(words.text)
    if found.lists.marks(element) and written.strip() and not BULLET.match(written):
        written = f"{SIGN} {written.lstrip()}"
    lines = [
        Line(segments, None, where.part, bold, size)
        for text in written.split("\n")
        if (segments := _segments(text, where.place))
    ]
    for number, box in enumerate(words.boxes, 1):
        inner = replace(where.at(f"text box {number}"), part="text box", depth=where.depth + 1)
        within = found.within()
        if inner.depth <= found.deepest:
            walk(box, inner, within)
        else:
            within.lines.extend(_flat(box, inner))
            found.deep.append(inner.place)
        lines.extend(within.lines)
    return lines


def _note(words: Words, where: Where, found: Found) -> None:
    found.changes.extend((where.place, change) for change in words.changes)
    for number in words.comments:
        found.comments.setdefault(number, where.place)


def _segments(text: str, place: str) -> tuple[Segment, ...]:
    parts = (" ".join(part.split()) for part in GAP.split(text))
    return tuple(Segment(part, None, place) for part in parts if part)


def _look(paragraph: etree._Element) -> tuple[bool, float | None]:
    """Say whether a paragraph begins and ends in bold, and how large its letters are, where it says so."""
    style = child(paragraph, "pPr", "pStyle")
    name = (value(style, "val") or "").lower() if style is not None else ""
    runs = [run for run in paragraph if local(run) == "r"]
    bold = bool(runs) and _is_bold(runs[0]) and _is_bold(runs[-1])
    size = child(runs[0], "rPr", "sz") if runs else None
    halves = whole_number(size, "val") if size is not None else None
    heading = name.startswith(("heading", "title", "titre"))
    return bold or heading, halves / 2 if halves is not None else None


def _is_bold(run: etree._Element) -> bool:
    mark = child(run, "rPr", "b")
    return mark is not None and value(mark, "val") not in ("0", "false", "off")


def _table(table: etree._Element, where: Where, found: Found) -> None:
    if where.depth >= found.deepest:
        found.lines.extend(_flat(table, where))
        found.deep.append(where.place)
        return
    rows = (row for row in _within(table, "tr"))
    for number, row in enumerate(rows, 1):
        here = where.at(f"row {number}")
        cells = [
            (cell, replace(here.at(f"cell {place}"), depth=where.depth + 1))
            for place, cell in enumerate(_within(row, "tc"), 1)
            if not _continues(cell)
        ]
        _row(cells, found)


def _flat(block: etree._Element, where: Where) -> Iterator[Line]:
    """Give a table or a text box that is nested too deep as one line."""
    text = " ".join(t.text or "" for t in block.iter() if local(t) == "t")
    segments = _segments(cleaned(text), where.place)
    if segments:
        yield Line(segments, None, where.part)


def _within(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in WRAPPERS:
            yield from _within(element, name)


def _continues(cell: etree._Element) -> bool:
    """Say whether a cell is the lower part of a merged one."""
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and value(merge, "val") != "restart"


def _row(cells: Iterable[tuple[etree._Element, Where]], found: Found) -> None:
    """Add one line for a row, a segment a cell; a cell that holds a page's layout keeps its own lines."""
    read = []
    for cell, where in cells:
        within = found.within()
        walk(cell, where, within)
        read.append((where, within.lines))
    long = [_is_layout(lines, where) for where, lines in read]
    first: list[tuple[Where, list[Line]]] = []
    rest: list[Line] = []
    for (where, lines), layout in zip(read, long, strict=True):
        own = [line for line in lines if line.place and _is_own(line, where)] if not layout else lines[:1]
        taken = {id(line) for line in own} if not all(long) else set()
        if taken:
            first.append((where, own))
        rest.extend(line for line in lines if id(line) not in taken)
    if first:
        found.lines.append(_joined(first))
    found.lines.extend(rest)


def _is_layout(lines: list[Line], where: Where) -> bool:
    return sum(_is_own(line, where) for line in lines) >= LAYOUT_CELL


def _is_own(line: Line, where: Where) -> bool:
    """Say whether a line stands in the cell itself, not in a table or box within it."""
    return "paragraph" in (line.place or "")[len(where.place) :].split(",")[1] and line.part == where.part


def _joined(cells: list[tuple[Where, list[Line]]]) -> Line:
    segments = tuple(
        Segment("\n".join(line.text for line in lines), None, where.place) for where, lines in cells
    )
    lines = [line for _, own in cells for line in own]
    return Line(segments, None, lines[0].part, all(line.bold for line in lines), lines[0].size)
