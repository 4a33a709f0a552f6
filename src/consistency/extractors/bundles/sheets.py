"""A file as a pile of sheets: what each page shows, before it is known which paper it belongs to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from statistics import median
from typing import NamedTuple

from msgspec import Struct

from consistency.extractors.bundles.numbering import Number, numbers
from consistency.extractors.pages import sheet_words as words
from consistency.extractors.pages.stamping import unstamped
from consistency.extractors.wording.prose import plain
from consistency.model import Bookmark, Document, Line, Page
from consistency.normalizer.expressions import expression

_DIGITS = expression(r"\d+")
_SIGNED = expression(r"\bsign(?:ed|ature|e)\b")
_HEAD = 3
_EDGE = 3
"""Lines at the top and at the foot of a page that may run through a paper."""
FEWEST_COUNTED, MOST_COUNTED = 6, 0.7
"""Pages of a file, and the share of them that must bear their number in it, for pages to be counted through it."""


class Sheet(Struct, frozen=True, dict=True):
    """One page: its lines from top to bottom, its size, and whether it is a picture."""

    page: Page
    lines: tuple[Line, ...]
    picture: bool

    @property
    def number(self) -> int:
        """The page's number in the file, from 1."""
        return self.page.number

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The lines in small letters without accents."""
        return tuple(plain(line.text).strip() for line in self.lines)

    @cached_property
    def own(self) -> tuple[Line, ...]:
        """The lines without what was stamped on the page afterwards."""
        return unstamped(self.lines, self.page.height)

    @cached_property
    def said(self) -> tuple[str, ...]:
        """The same in small letters without accents."""
        return tuple(plain(line.text).strip() for line in self.own)

    @property
    def is_blank(self) -> bool:
        """True where nothing stands on it; a picture that could not be read is not blank."""
        return not self.own and not self.picture

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers that the page bears."""
        return numbers(self.own, self.page.height)

    @property
    def edge_lines(self) -> tuple[Line, ...]:
        """The lines at the top and the foot."""
        return (*self.own[:_EDGE], *self.own[-_EDGE:])

    @cached_property
    def edges(self) -> frozenset[str]:
        """What stands at the top and the foot, figures hidden: what runs through a paper is equal on its pages."""
        return frozenset(masked(text) for text in (*self.said[:_EDGE], *self.said[-_EDGE:])) - {""}

    @cached_property
    def head(self) -> tuple[str, ...]:
        """The first lines, figures hidden."""
        return tuple(_DIGITS.sub("#", text) for text in self.said[:_HEAD])

    @cached_property
    def size(self) -> float | None:
        """Height of the letters of most of its words, in points; None where there is too little to tell."""
        sizes = Counter[float]()
        for line in self.lines:
            if line.size:
                sizes[round(line.size * 2) / 2] += len(line.text)
        return sizes.most_common(1)[0][0] if len(self.lines) >= 5 and sizes else None

    @cached_property
    def margin(self) -> float | None:
        """Where most of its lines begin, in points from the left."""
        starts = [line.box.x0 for line in self.lines if line.box is not None]
        return median(starts) if len(starts) >= 5 else None

    @cached_property
    def filled(self) -> float:
        """Share of the height down to the last line, the foot left out."""
        ends = [line.box.y1 for line in self.lines if line.box is not None]
        body = [y for y in ends if y < 0.9 * self.page.height]
        return max(body, default=0.0) / self.page.height if self.page.height else 0.0

    @cached_property
    def separates(self) -> bool:
        """True for a sheet that only parts two papers: "Exhibit B", "TAB 4 – Bank statements"."""
        return words.is_separator(self.said)

    @cached_property
    def lists(self) -> bool:
        """True for a list of what is in the file."""
        return words.is_contents(self.said)


def masked(text: str) -> str:
    """Hide the figures of a text; one of a few letters, or of a signature, tells nothing and is left out."""
    hidden = _DIGITS.sub("#", text)
    return hidden if sum(c.isalpha() for c in hidden) >= 8 and not _SIGNED.search(hidden) else ""


class Series(NamedTuple):
    """Numbers that go up with the sheets: of how many, and how many sheets lie before the first."""

    total: int | None
    before: int

    @classmethod
    def of(cls, sheet: Sheet, number: Number) -> Series:
        """Give the series that a sheet's number belongs to."""
        return cls(number.total, sheet.number - number.value)


class Book(Struct, frozen=True, dict=True):
    """All sheets of a file, and what the file says of them as a whole."""

    document: Document
    sheets: tuple[Sheet, ...]
    stamped: frozenset[Series] = frozenset()
    """The series of numbers that were stamped on several papers."""

    @classmethod
    def of(cls, document: Document) -> Book:
        """Take a document apart into its pages."""
        lines: dict[int, list[Line]] = defaultdict(list)
        for line in document.lines:
            lines[line.page or 1].append(line)
        pictures = {*document.pictures, *(problem.page for problem in document.problems)}
        sheets = (Sheet(p, _ordered(lines[p.number]), p.number in pictures) for p in document.pages)
        return cls(document, tuple(sheets))

    def own(self, sheet: Sheet) -> tuple[Number, ...]:
        """Give the numbers that a sheet bears in its paper, without those counted through the whole file."""
        return tuple(
            n
            for n in sheet.numbers
            if (n.value != sheet.number or n.total not in self._through)
            and Series.of(sheet, n) not in self.stamped
        )

    @cached_property
    def series(self) -> tuple[tuple[Series, tuple[Sheet, ...]], ...]:
        """The series of numbers that run through many sheets from a later one on: a long paper's, or a stamp's."""
        runs: dict[Series, list[Sheet]] = defaultdict(list)
        for sheet in self.sheets:
            for one in {Series.of(sheet, n) for n in self.own(sheet) if n.named}:
                runs[one].append(sheet)
        return tuple((one, tuple(run)) for one, run in runs.items() if len(run) >= FEWEST_COUNTED)

    @cached_property
    def counted_through(self) -> bool:
        """True where all pages bear their number in the file and no other: one long paper, or a stamped bundle."""
        return bool(self._through) and not any(n.named for s in self.sheets for n in self.own(s))

    @cached_property
    def _through(self) -> frozenset[int | None]:
        """Give the totals of the numbers that are the pages' numbers in the file on nearly all pages."""
        if len(self.sheets) < FEWEST_COUNTED:
            return frozenset()
        counted = Counter(
            total
            for sheet in self.sheets
            for total in {n.total for n in sheet.numbers if n.value == sheet.number}
        )
        enough = MOST_COUNTED * sum(not sheet.is_blank for sheet in self.sheets)
        return frozenset(total for total, count in counted.items() if count >= enough)

    @cached_property
    def placeholders(self) -> frozenset[int]:
        """The pages that show only the notice in place of a form."""
        return frozenset(p.page for p in self.document.problems if p.code == "placeholder" and p.page)

    @cached_property
    def marks(self) -> dict[int, tuple[Bookmark, ...]]:
        """The bookmarks of the highest level that tells pages apart, by the page they lead to.

        Where several lead to one page they mark the sections of a paper, and none is given but the names of files.
        """
        marks = _telling(self.document.outline)
        found = _by_page(marks)
        if all(len(on_page) == 1 for on_page in found.values()):
            return found
        return _by_page([mark for mark in marks if words.names_file(mark.title)])

    @cached_property
    def names_papers(self) -> bool:
        """True where two bookmarks or more name files or papers: the file was put together."""
        named = {
            mark.page for marks in self.marks.values() for mark in marks if words.names_paper(mark.title)
        }
        return len(named) >= 2


def _ordered(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give lines from top to bottom; those without a place keep theirs."""
    if any(line.box is None for line in lines):
        return tuple(lines)
    return tuple(sorted(lines, key=lambda line: line.box.y0 if line.box else 0.0))


def _by_page(marks: Sequence[Bookmark]) -> dict[int, tuple[Bookmark, ...]]:
    found: dict[int, tuple[Bookmark, ...]] = {}
    for mark in marks:
        found[mark.page] = (*found.get(mark.page, ()), mark)
    return found


def _telling(outline: Sequence[Bookmark]) -> list[Bookmark]:
    """Give the bookmarks of the highest level that leads to more than one page."""
    for level in sorted({mark.level for mark in outline}):
        marks = [mark for mark in outline if mark.level == level]
        if len({mark.page for mark in marks}) > 1:
            return marks
    return []
