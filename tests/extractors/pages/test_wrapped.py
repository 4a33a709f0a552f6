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
from consistency.model import Document, Job, Paper, Trip
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


@pytest.mark.parametrize("width", range(62, 150, 8))
def test_labels_in_several_lines_are_read_whole(width: int) -> None:
    letter = extract(
        tables(
            "<b>HARBOUR EXAMPLE HOTEL LLC</b>",
            "CERTIFICATE OF EMPLOYMENT",
            [
                ["Name of the employee", "Leila Benexample Specimen"],
                ["Position held", "Laundry Supervisor"],
                ["Name of the employer", "Harbour Example Hotel LLC, laundry and housekeeping department"],
                ["Period of employment", "1 March 2018 to 31 May 2022"],
                ["Date of issue", "5 June 2022"],
            ],
            widths=(width, 300),
        )
    )
    (job,) = letter.all(Job)
    assert (job.title, str(job.period)) == ("Laundry Supervisor", "2018-03-01 to 2022-05-31")
    police = extract(
        tables(
            "POLICE CLEARANCE CERTIFICATE",
            [
                ["Full name of the applicant", "LEILA BENEXAMPLE SPECIMEN"],
                ["Date and place of birth", "14 March 1989, Sousse, Tunisia"],
                ["Result of the search", "No criminal record has been found in the name of the applicant"],
                ["Date of issue", "5 June 2026"],
            ],
            widths=(width, 300),
        )
    )
    told = {fact.attribute: fact.value for fact in police.facts}
    assert told == {
        "full_name": "LEILA BENEXAMPLE SPECIMEN", "birth_date": "1989-03-14", "document_date": "2026-06-05"
    }  # fmt: skip


@pytest.mark.parametrize("width", range(56, 110, 4))
def test_days_in_several_lines_are_of_one_journey(width: int) -> None:
    paper = extract(
        tables(
            "TRAVEL HISTORY",
            "Name: Leila Benexample",
            [
                ["From", "To", "Country", "City", "Purpose"],
                ["11 February 2019", "23 February 2019", "United Arab Emirates", "Dubai", "Visiting friends"],
                ["1 May 2022", "22 May 2022", "Republic of Korea", "Seoul", "Tourism"],
            ],
            widths=(90, width, 90, 60, 80),
        )
    )
    assert [(str(trip.period), trip.country) for trip in paper.all(Trip)] == [
        ("2019-02-11 to 2019-02-23", "AE"), ("2022-05-01 to 2022-05-22", "KR")
    ]  # fmt: skip


@pytest.mark.parametrize("width", range(65, 130, 5))
def test_titles_in_several_lines_are_read_whole(width: int) -> None:
    paper = extract(
        tables(
            "CURRICULUM VITAE",
            "Name: Leila Benexample",
            "E-mail: leila@example.com",
            "Employment History",
            [
                ["Period", "Position", "Employer", "Place"],
                ["2018 – 2022", "Senior Staff Nurse", "Example Hospital", "Riyadh, Saudi Arabia"],
                ["2013 – 2017", "Conductrice de travaux", "Sample Works", "Tunis, Tunisia"],
            ],
            widths=(80, width, 100, 120),
        )
    )
    assert [job.title for job in paper.all(Job)] == ["Senior Staff Nurse", "Conductrice de travaux"]
