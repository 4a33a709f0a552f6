"""Values of a table that run on in a second line of their cell are read whole, and rows are kept apart."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from consistency.extractors.extract import extract
from consistency.extractors.pages.wrapped import unwrapped
from consistency.model import Document, Job, Paper
from consistency.readers.files import Options, read_bytes

SMALL = ParagraphStyle("cell", fontName="Helvetica", fontSize=9, leading=11)


def tables(*parts: str | list[list[str]], widths: tuple[float, ...], level: str = "TOP") -> Document:
    out = io.BytesIO()
    flow = [
        Paragraph(part, SMALL)
        if isinstance(part, str)
        else Table(
            [[Paragraph(cell, SMALL) for cell in row] for row in part],
            colWidths=widths,
            style=[("VALIGN", (0, 0), (-1, -1), level)],
        )
        for part in parts
    ]
    SimpleDocTemplate(out, pagesize=A4).build(flow)
    return read_bytes(out.getvalue(), "table.pdf", Options())


def slip(person: str, title: str, level: str) -> Paper:
    return extract(
        tables(
            "<b>HARBOUR EXAMPLE HOTEL LLC</b>",
            "Payslip for March 2025",
            [
                ["Employee name", person, "Staff no.", "H-0412"],
                ["Designation", title, "Department", "Laundry"],
            ],
            [
                ["Basic salary", "2,900.00", "Advance", "0.00"],
                ["Gross pay", "3,400.00", "Deductions", "0.00"],
            ],
            [["Net pay", "3,400.00", "Paid by", "Bank transfer"]],
            widths=(90, 95, 90, 95),
            level=level,
        )
    )


@pytest.mark.parametrize("level", ["TOP", "MIDDLE", "BOTTOM"])
def test_a_name_and_a_title_in_several_lines_are_read_whole(level: str) -> None:
    paper = slip("Leila Samira Benexample Specimen", "Assistant Laundry Room Supervisor", level)
    (job,) = paper.all(Job)
    assert paper.value("full_name") == "Leila Samira Benexample Specimen"
    assert job.title == "Assistant Laundry Room Supervisor"
    box, name = job.cells["title"].box, paper.fact("full_name")
    assert box is not None and box.y1 - box.y0 > 18, "both lines are cited"
    assert name is not None and name.evidence.quote == "Leila Samira Benexample Specimen"


def test_a_row_without_a_label_is_no_second_line() -> None:
    paper = extract(
        tables(
            "<b>HARBOUR EXAMPLE HOTEL LLC</b>",
            "Payslip for March 2025",
            [
                ["Employee name", "Leila Sample"],
                ["", "Harbour Street"],
                ["Designation", "Cook"],
                ["", "Kitchen"],
            ],
            [["Gross pay", "3,400.00"], ["Deductions", "0.00"], ["Net pay", "3,400.00"]],
            widths=(90, 120),
        )
    )
    (job,) = paper.all(Job)
    assert (paper.value("full_name"), job.title) == ("Leila Sample", "Cook")


@pytest.mark.parametrize("leading", [11, 14])
def test_lines_at_one_distance_are_kept_apart(leading: int) -> None:
    out = io.BytesIO()
    pen = Canvas(out, pagesize=A4)
    for number, (left, right) in enumerate(
        [("Name", "Leila"), ("", "Agadir"), ("", "Morocco"), ("Phone", "0555")]
    ):
        pen.drawString(60, 700 - leading * number, left)
        pen.drawString(200, 700 - leading * number, right)
    pen.save()
    document = read_bytes(out.getvalue(), "list.pdf", Options())
    assert next(line.text for line in unwrapped(document.lines)) == "Name  Leila"
