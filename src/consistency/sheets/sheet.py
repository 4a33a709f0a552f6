"""A DOCX with the house's styles: headings, running text, empty places, tables whose head is repeated.

All that is written is plain text: what XML cannot hold and what turns the direction of a line is taken out, and letters
that run from right to left are marked as such. The same contents give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import groupby
from typing import Any, Literal, NamedTuple

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from msgspec import Struct

from consistency.normalizer.expressions import expression
from consistency.sheets import styles

UNWRITABLE = expression(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""What XML 1.0 cannot hold, and signs that are not seen but turn the direction of what follows."""

RIGHT_TO_LEFT = expression(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

KEPT = expression("(?<=«) | (?=[»:;?!])")
"""The blanks of French punctuation, at which no line ends."""

FIXED = (1980, 1, 1, 0, 0, 0)
"""The time of each part in the package: it says nothing, and is always the same."""

Look = Literal["plain", "gap", "note", "strong"]


class Words(NamedTuple):
    """A line of text and how it looks: a gap is an empty place that somebody has to fill in."""

    text: str
    look: Look = "plain"


Cell = Sequence[Words]


class Column(Struct, frozen=True):
    """A column of a table: its heading and its width in inches."""

    heading: str
    width: float


class About(Struct, frozen=True):
    """What a file says of itself; ``author`` is empty for a letter that the applicant is to sign."""

    title: str
    language: str
    day: date
    author: str = ""


class Sheet:
    """A DOCX that is being written."""

    def __init__(self, about: About) -> None:
        self._docx: Any = docx.Document()
        self._about = about
        styles.set_up(self._docx, about.language)
        _core(self._docx.core_properties, about)
        self._page(self._docx.sections[0], wide=False)

    def begin(self, *, wide: bool) -> None:
        """Begin a page, upright or wide; the first page of an empty file is only turned."""
        empty = len(self._docx.element.body) <= 1
        self._page(self._docx.sections[0] if empty else self._docx.add_section(), wide=wide)

    def running(self, head: str, foot: str) -> None:
        """Set what stands above and below each page from here; ``{page}`` and ``{pages}`` in the foot are counted."""
        section = self._docx.sections[-1]
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        above, below = section.header.paragraphs[0], section.footer.paragraphs[0]
        _write(above, Words(head, "note"))
        for part in re.split(r"(\{pages?\})", foot):
            if part in ("{page}", "{pages}"):
                _count(below, "PAGE" if part == "{page}" else "NUMPAGES")
            else:
                _write(below, Words(part, "note"))

    def title(self, text: str) -> None:
        """Write the title of a paper."""
        _write(self._paragraph("Title"), Words(text))

    def heading(self, text: str, level: int, mark: str = "") -> None:
        """Write a heading; ``mark`` names the place as a bookmark, which is not seen."""
        paragraph = self._paragraph(f"Heading {level}")
        _write(paragraph, Words(text))
        if mark:
            _bookmark(paragraph, mark, len(self._docx.element.body))

    def text(self, *lines: Words, with_next: bool = False, style: str = "Normal") -> None:
        """Write paragraphs; ``with_next`` keeps them on the page of what follows, "Cell" is a close style."""
        for line in lines:
            paragraph = self._paragraph("Empty place" if line.look == "gap" else style)
            paragraph.paragraph_format.keep_with_next = with_next or None
            _write(paragraph, line)

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, head: bool = True) -> None:
        """Write a table; its head is repeated on each page, and a short row is not torn apart."""
        table = self._docx.add_table(rows=0, cols=len(columns), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        if head:
            row = table.add_row()
            _repeat(row)
            _fill(row, [[Words(column.heading, "strong")] for column in columns], shaded=True)
        for cells in rows:
            row = table.add_row()
            _keep(row, cells)
            _fill(row, cells, shaded=False)
        _widths(table, columns)
        self._paragraph("After table")

    def save(self) -> bytes:
        """Give the file; the same contents are always the same bytes."""
        written = io.BytesIO()
        self._docx.save(written)
        fixed = io.BytesIO()
        with zipfile.ZipFile(written) as old, zipfile.ZipFile(fixed, "w") as new:
            for name in old.namelist():
                new.writestr(zipfile.ZipInfo(name, FIXED), old.read(name), zipfile.ZIP_DEFLATED)
        return fixed.getvalue()

    def _paragraph(self, style: str) -> Any:
        paragraph = self._docx.add_paragraph()
        paragraph._p.style = styles.identifier(style)
        return paragraph

    def _page(self, section: Any, *, wide: bool) -> None:
        """Make a section of letter size, upright or wide."""
        long, short = Inches(11), Inches(8.5)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (long, short) if wide else (short, long)
        section.left_margin = section.right_margin = Inches(0.9)
        section.top_margin = section.bottom_margin = Inches(0.9)


def clean(text: str) -> str:
    """Give a text as one line that a file can hold and everybody sees alike."""
    return " ".join(UNWRITABLE.sub("", text).split())


def _core(core: Any, about: About) -> None:
    moment = datetime.combine(about.day, time())
    core.title, core.author, core.language = about.title, about.author, about.language
    core.comments = core.last_modified_by = core.keywords = core.subject = core.category = ""
    core.created = core.modified = moment
    core.revision = 1


def _write(paragraph: Any, line: Words) -> None:
    """Add words to a paragraph, in runs of one direction."""
    style = {"gap": "Gap", "note": "Note", "strong": "Strong"}.get(line.look)
    for text, leftward in _runs(line.text):
        run = paragraph.add_run(text)
        run._r.style = style
        if leftward:
            run.font.rtl = True


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text where the direction of its letters turns; blanks between words of one direction stay with them."""
    words = re.split(r"(?<=\s)(?=\S)", KEPT.sub("\u00a0", UNWRITABLE.sub("", text)))
    for leftward, group in groupby(words, key=lambda word: bool(RIGHT_TO_LEFT.search(word))):
        yield "".join(group), leftward


def bookmark(name: str) -> str:
    """Give the name of a bookmark: forty letters, digits and low lines at most, and a letter first."""
    return re.sub(r"\W", "_", name)[-40:].lstrip("_0123456789")


def _bookmark(paragraph: Any, name: str, number: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), bookmark(name))
    end.set(qn("w:id"), str(number))
    paragraph._p.insert(1, start)
    paragraph._p.append(end)


def _count(paragraph: Any, what: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    run = paragraph.add_run("1")
    run._r.style = "Note"
    field.append(run._r)
    paragraph._p.append(field)


def _repeat(row: Any) -> None:
    properties = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", "w:tblHeader"):
        properties.append(OxmlElement(name))


SHORT = 1200
"""Letters up to which a row is kept on one page."""


def _keep(row: Any, cells: Sequence[Cell]) -> None:
    if max((sum(len(line.text) for line in cell) for cell in cells), default=0) <= SHORT:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _fill(row: Any, cells: Sequence[Cell], *, shaded: bool) -> None:
    for cell, lines in zip(row.cells, cells, strict=True):
        for number, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph._p.style = "Cell"
            paragraph.paragraph_format.keep_with_next = shaded or None
            _write(paragraph, line)
        if not lines:
            cell.paragraphs[0]._p.style = "Cell"
        if shaded:
            styles.shade(cell)


def _widths(table: Any, columns: Sequence[Column]) -> None:
    for column, told in zip(table.columns, columns, strict=True):
        column.width = Inches(told.width)
        for cell in column.cells:
            cell.width = Inches(told.width)
