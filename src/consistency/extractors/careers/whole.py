"""Tables of jobs or studies whose columns were taken for columns of the page, and so torn apart."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from consistency.extractors.careers.tables import about, by_columns
from consistency.extractors.pages.headings import section_of
from consistency.extractors.pages.layout import Block, blocks
from consistency.model import Document, Line

_COLUMNS = 3
"""So many titles of columns at the least head a table."""


def parts_of(document: Document) -> list[Block]:
    """Give the blocks of a paper, each part under its heading, and its tables whole."""
    found = list(by_columns(blocks(document)))
    torn = list(_torn(document, found))
    if not torn:
        return found
    lost = {id(line) for table in torn for line in table.lines}
    rest = replace(document, lines=tuple(line for line in document.lines if id(line) not in lost))
    return [*by_columns(blocks(rest)), *torn]


def _torn(document: Document, found: Sequence[Block]) -> Iterator[Block]:
    """Give the tables of which no block holds the line of titles in one."""
    kept = {_letters(line) for block in found for line in block.lines}
    end = 0
    for number, line in enumerate(document.lines):
        if number < end or len(line.segments) < _COLUMNS or line.box is None or _letters(line) in kept:
            continue
        if section := about(line):
            end = _end(document.lines, number)
            yield Block(lines=document.lines[number:end], section=section, page=line.page)


def _end(lines: Sequence[Line], start: int) -> int:
    """Give the number of the line before which a table ends: a heading, another page, or another table."""
    for number in range(start + 1, len(lines)):
        line = lines[number]
        heads = len(line.segments) == 1 and section_of(line.text) is not None
        if heads or line.page != lines[start].page or about(line) is not None:
            return number
    return len(lines)


def _letters(line: Line) -> str:
    return "".join(line.text.split())
