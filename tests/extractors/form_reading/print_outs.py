"""Small print-outs drawn in the look of the official forms: small captions, values in Courier below them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import letter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from consistency.model import Document
from consistency.readers.files import Options, read_bytes

HEIGHT = letter[1]
LEFT, RIGHT = 43.0, 570.0
CAPTION, VALUE, CELL, LEADING = 6.0, 8.6, 8.0, 9.4

Captions = Sequence[tuple[float, str, str]]
"""Left edge, caption, value."""
Columns = Sequence[tuple[float, str]]


@dataclass
class PrintOut:
    """A print-out while it is drawn, from the top of its first page down."""

    form: str = "IMM 1295 (09-2023) E"
    title: str = "APPLICATION FOR WORK PERMIT MADE OUTSIDE OF CANADA"
    echo: tuple[str, str] | None = ("Applicant Name", "Date of Birth")
    yes_no: tuple[str, str] = ("Yes", "No")
    data: io.BytesIO = field(default_factory=io.BytesIO)
    page: int = 0
    y: float = 0.0

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.data, pagesize=letter)
        self.new_page()
        self.text(150, self.title, 12, "Helvetica-Bold")
        self.y += 30

    def new_page(self) -> None:
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.y = 30.0
        self.text(40, "Immigration, Refugees and", 7)
        self.text(450, "PROTECTED WHEN COMPLETED - B", 7)
        self.y = 38.0
        self.text(40, "Citizenship Canada", 7)
        self.text(545, f"PAGE {self.page}", 7)
        self.canvas.setFont("Helvetica", 7)
        self.canvas.drawString(40, HEIGHT - 766, self.form)
        self.y = 52.0
        if self.page > 1 and self.echo:
            self.text(40, self.echo[0], 6.5)
            self.text(360, self.echo[1], 6.5)
            self.y += 11
            self.text(40, "SOMEBODY ELSE", 8.6, "Courier")
            self.text(360, "1950-01-01", 8.6, "Courier")
            self.y += 22

    def text(self, x: float, words: str, size: float, font: str = "Helvetica") -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - self.y, words)

    def heading(self, words: str) -> None:
        self.y += 6
        self.text(44, words, 8.5, "Helvetica-Bold")
        self.y += 14

    def fields(self, *values: tuple[float, str, str]) -> None:
        """Draw captions in a row, each with its value below; a value is wrapped before the next caption."""
        for x, caption, _ in values:
            self.text(x, caption, CAPTION)
        top, bottom = self.y, self.y + 10
        edges = [x for x, _, _ in values[1:]] + [RIGHT]
        for (x, _, value), edge in zip(values, edges, strict=True):
            self.y = top + 9
            for line in wrapped(value, edge - x - 4, VALUE):
                self.text(x + 2, line, VALUE, "Courier")
                bottom = max(bottom, self.y)
                self.y += LEADING
        self.y = bottom + 13

    def birth(
        self, caption: str, parts: Sequence[str], hints: Sequence[str] = ("* YYYY", "* MM", "* DD")
    ) -> None:
        self.text(LEFT, caption, CAPTION)
        self.y += 11
        for x, part in zip((60, 130, 200), parts, strict=True):
            self.text(x, part, VALUE, "Courier")
        self.y += 8
        for x, hint in zip((60, 130, 200), hints, strict=True):
            self.text(x, hint, 5.5)
        self.y += 14

    def question(self, words: str, answer: str, marks: tuple[str, str] | None = None) -> None:
        """Draw a question with its boxes; ``marks`` are what stands in the boxes of No and Yes."""
        no, yes = marks or ("X" if answer == "no" else "", "X" if answer == "yes" else "")
        self.text(483, no, 9, "Helvetica-Bold")
        self.text(493, self.yes_no[1], 7.5)
        self.text(528, yes, 9, "Helvetica-Bold")
        self.text(538, self.yes_no[0], 7.5)
        for line in wrapped(words, 420, 7.2, "Helvetica"):
            self.text(44, line, 7.2)
            self.y += 9
        self.y += 8

    def table(self, columns: Columns, rows: Iterable[Sequence[str]]) -> None:
        edges = [x for x, _ in columns[1:]] + [RIGHT]
        self.cells(columns, edges, [title for _, title in columns], (6.5, "Helvetica"))
        for row in rows:
            if self.y > 730:
                self.new_page()
            self.cells(columns, edges, row, (CELL, "Courier"))

    def cells(
        self, columns: Columns, edges: Sequence[float], row: Sequence[str], style: tuple[float, str]
    ) -> None:
        top, bottom = self.y, self.y
        for (x, _), edge, words in zip(columns, edges, row, strict=True):
            self.y = top
            for line in wrapped(words, edge - x - 3, *style):
                self.text(x, line, *style)
                bottom = max(bottom, self.y)
                self.y += LEADING
        self.y = bottom + 13.5

    def signature(
        self, day: str, captions: tuple[str, str] = ("Signature of applicant", "Date (YYYY-MM-DD)")
    ) -> None:
        self.fields((LEFT, captions[0], "(signed)"), (398, captions[1], day))

    def document(self, name: str = "print.pdf") -> Document:
        """Read the finished print-out."""
        self.canvas.save()
        return read_bytes(self.data.getvalue(), name, Options())


def wrapped(words: str, width: float, size: float, font: str = "Courier") -> list[str]:
    """Break words into lines of a width."""
    lines: list[str] = []
    for word in words.split():
        if lines and stringWidth(f"{lines[-1]} {word}", font, size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
