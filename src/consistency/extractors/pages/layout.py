"""The geometry of a paper: blocks in reading order, paragraphs of wrapped lines.

Made from the boxes of the words (see :mod:`consistency.extractors.pages.columns`); a DOCX has no boxes, and passes
through as paragraphs and cells.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.pages.bullets import bullet_free, is_bullet
from consistency.extractors.pages.cells import flowing
from consistency.extractors.pages.columns import Region, regions
from consistency.extractors.pages.heading_lines import Headings
from consistency.extractors.pages.icons import without_icons
from consistency.model import Document, Line
from consistency.normalizer.expressions import expression

_HYPHENS = "-‐\u00ad"
_LETTER_AND_HYPHEN, _DIGIT_AND_HYPHEN = expression(r"[^\W\d]-"), expression(r"\d-")
_BLANKS = expression(r"[\s\u00ad‐]+")
_WIDE, _RAGGED = 290.0, 15.0
"""Points: the width of a column of prose, and how far from its edge its lines may end."""
_LINKS = expression(r"(?:,|\b(?:and|of|the|a|as|at|in|to|for|with|mr|ms|no|et|de|du|la|le|à))\s*$")
_SENTENCE = 9
"""Words from which a line without a stop is taken for a part of a sentence."""
_AHEAD = 3
"""Lines after a line, among which dates tell an employer from a heading."""
_SLACK = 70.0
"""Points by which the longest line of a column may stay away from the next column or the margin."""


class Block(Struct, frozen=True):
    """Lines that belong together: a column, or the part of it under one heading.

    ``section`` is the part of a career that the heading opens (see :func:`section_of`); a block that goes on
    after a page break has the section of the column it continues, and no heading.
    """

    lines: tuple[Line, ...]
    heading: Line | None = None
    section: str | None = None
    page: int | None = None
    x0: float = 0.0
    x1: float = 0.0
    wraps: bool = False
    """Whether the right edge is one at which lines are broken, not just the end of the longest line."""


class Paragraph(Struct, frozen=True):
    """Lines joined where they were wrapped."""

    lines: tuple[Line, ...]
    bullet: bool = False

    @property
    def text(self) -> str:
        """The words in one line, without the bullet; a word that was hyphenated at the edge is whole."""
        return joined(self.lines)

    def place(self, quote: str) -> Line:
        """Give the line, or the lines as one, in which the words stand: what is to be cited."""
        if len(self.lines) == 1:
            return self.lines[0]
        wanted = _squeezed(quote)
        for count in range(1, len(self.lines) + 1):
            for first in range(len(self.lines) - count + 1):
                part = self.lines[first : first + count]
                if wanted in _squeezed(joined(part)):
                    return merged(part)
        return merged(self.lines)


def joined(lines: Sequence[Line]) -> str:
    """Give the words of wrapped lines as one text."""
    out = ""
    for line in lines:
        text = bullet_free(line.text) if not out else line.text.strip()
        if out.endswith(("\u00ad", "‐")) or (_LETTER_AND_HYPHEN.fullmatch(out[-2:]) and text[:1].islower()):
            out = out.rstrip(_HYPHENS) + text
        elif _DIGIT_AND_HYPHEN.fullmatch(out[-2:]) and text[:1].isdigit():
            out += text
        else:
            out = f"{out} {text}" if out else text
    return out


def merged(lines: Sequence[Line]) -> Line:
    """Give several lines as one, with the segments of all: its box is the box around them."""
    first = lines[0]
    if len(lines) == 1:
        return first
    return replace(first, segments=tuple(segment for line in lines for segment in line.segments))


def _squeezed(text: str) -> str:
    return _BLANKS.sub("", text)


# --- blocks -----------------------------------------------------------------------------------------------


def blocks(document: Document) -> tuple[Block, ...]:
    """Part a document into blocks in reading order."""
    return document.once(_blocks)


def _blocks(document: Document) -> tuple[Block, ...]:
    found: list[Block] = []
    lines = tuple(plain for line in document.lines if (plain := without_icons(line)) is not None)
    headings = Headings(lines)
    parts = list(_regions(replace(document, lines=lines)))
    for number, (region, page) in enumerate(parts):
        found += _under_headings(region, page, headings, found, _below(parts[number:]))
    return tuple(found)


def _below(parts: Sequence[tuple[Region, int | None]]) -> Sequence[Line]:
    """Give the first lines of the part with which the first of these goes on: below it, or over the page."""
    (region, _), *later = parts
    strip = (region.x0, region.x1)
    return next(
        (other.lines[:_AHEAD] for other, _ in later if _shared((other.x0, other.x1), strip, min) > 0.5), ()
    )


def _regions(document: Document) -> Iterator[tuple[Region, int | None]]:
    widths = {page.number: page.width for page in document.pages}
    for page, group in groupby(document.lines, key=lambda line: line.page):
        lines = tuple(group)
        if any(line.box is None for line in lines):
            yield Region(tuple(flowing(lines)), 0.0, 0.0), page
        else:
            yield from ((region, page) for region in regions(lines, widths.get(page or 0)))


def _under_headings(
    region: Region,
    page: int | None,
    headings: Headings,
    before: Sequence[Block],
    after: Sequence[Line],
) -> Iterator[Block]:
    """Part a region at its headings; ``after`` are the lines with which it goes on elsewhere."""
    heading, section, lines = None, _carried(region, page, before), list[Line]()
    wraps = _has_edge(region)
    for index, line in enumerate(region.lines):
        first = heading is not None and not lines
        following = (*region.lines[index + 1 : index + 1 + _AHEAD], *after)[:_AHEAD]
        name = headings.section(line, following, first)
        if name is None:
            lines.append(line)
            continue
        if lines or heading is not None:
            yield Block(tuple(lines), heading, section, page, region.x0, region.x1, wraps)
        heading, section, lines = line, name, []
    yield Block(tuple(lines), heading, section, page, region.x0, region.x1, wraps)


def _has_edge(region: Region) -> bool:
    if region.limit is not None:
        return region.x1 > region.limit - _SLACK
    ends = [line.box.x1 for line in region.lines if line.box is not None]
    return region.x1 - region.x0 >= _WIDE or sum(1 for end in ends if end > region.x1 - _RAGGED) >= 2


def _goes_on_in(block: Block, later: Sequence[Block]) -> bool:
    """Tell whether a later block stands in the same column."""
    return any(_shared((block.x0, block.x1), (other.x0, other.x1), max) >= 0.5 for other in later)


def _carried(region: Region, page: int | None, before: Sequence[Block]) -> str | None:
    """Give the section that goes on: of the text above on the page, or of the same column on the page before."""
    if not before:
        return None
    above = [block for block in before if block.page == page and _overlap(block, region, min) > 0.5]
    if above or page is None:
        return above[-1].section if above else None
    earlier = [block.page for block in before if block.page != page]
    last = [block for block in before if earlier and block.page == earlier[-1]]
    if not last:
        return None
    ends = [block for at, block in enumerate(last) if not _goes_on_in(block, last[at + 1 :])]
    near = max(ends, key=lambda block: (round(_overlap(block, region), 1), ends.index(block)))
    return near.section


def _overlap(block: Block, region: Region, of: Callable[[float, float], float] = max) -> float:
    return _shared((block.x0, block.x1), (region.x0, region.x1), of)


def _shared(
    one: tuple[float, float], other: tuple[float, float], of: Callable[[float, float], float]
) -> float:
    """Give the shared part of the wider of two strips, or of the narrower."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    width = of(one[1] - one[0], other[1] - other[0])
    return max(shared, 0.0) / width if width > 0 else 1.0


# --- paragraphs -------------------------------------------------------------------------------------------


def paragraphs(block: Block) -> tuple[Paragraph, ...]:
    """Join the lines of a block where they were wrapped."""
    found: list[list[Line]] = []
    for line in block.lines:
        if found and _wraps(found[-1], line, block):
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(Paragraph(tuple(lines), is_bullet(lines[0])) for lines in found)


def _wraps(lines: Sequence[Line], line: Line, block: Block) -> bool:
    before = lines[-1]
    if before.box is None or line.box is None or before.page != line.page or is_bullet(line):
        return False
    height = max(before.box.y1 - before.box.y0, 1.0)
    if line.box.y0 - before.box.y1 > 0.75 * height or _different(before, line):
        return False
    if not is_bullet(lines[0]) and len(lines) == 1 and abs(line.box.x0 - before.box.x0) > 40:
        return False
    first_word = min((word.box.x1 - word.box.x0 for word in line.segments[0].words[:1]), default=40.0)
    if block.wraps and before.box.x1 + first_word + 0.2 * height > block.x1:
        return True
    return before.box.x1 > block.x1 - 0.3 * (block.x1 - before.box.x0) and _goes_on(before.text, line.text)


_SHORT = expression(r"\b(?:nos?|n°|nr|tel|ref|regd?|mrs?|ms|dr|md|mst|smt|shri)\.\s*$", re.IGNORECASE)
"""A short word at the end of a line whose point ends no sentence: "holder of visa no."."""


def _goes_on(text: str, rest: str) -> bool:
    """Tell from the words alone whether a sentence runs on into the next line."""
    if _SHORT.search(text):
        return True
    if re.search(r"[.:;!?]\s*$", text):
        return False
    return rest[:1].islower() or len(text.split()) >= _SENTENCE or _LINKS.search(text.lower()) is not None


def _different(before: Line, line: Line) -> bool:
    sizes = abs((before.size or 0.0) - (line.size or 0.0)) > 1.0
    return sizes or before.bold != line.bold or len(before.segments) > 2
