"""Curricula vitae in layouts of all sorts, built here; and those of the shared corpora where they are."""

import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from consistency.extractors.careers.places import peel_place
from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import cv
from consistency.extractors.reading import Reading
from consistency.model import Document, Job, Line, Study, Trip
from consistency.normalizer.organisations import key
from consistency.normalizer.text import fold
from consistency.readers.files import read_bytes, read_file
from consistency.readers.limits import Options
from tests.extractors.papers.made import docx as made_docx
from tests.extractors.papers.made import pdf as made
from tests.extractors.papers.made import rows as made_rows
from tests.shared import CASES, RESUMES, uses_shared

BOLD, PLAIN = "Helvetica-Bold", "Helvetica"

Item = Any
"""A text; or a sign and texts: n name, h heading, b bold, * list item, i indented, r text and date at the
right edge, l date at the left and text, t cells of a table, 5 cells of one of five columns."""


def drawn(
    items: Sequence[Item], x: float = 60, y: float = 60
) -> Iterator[tuple[float, float, str, str, int]]:
    """Give the texts of items with their places, one item a line."""
    for item in items:
        sign, *texts = ("", item) if isinstance(item, str) else item
        y += {"h": 8, "n": 6}.get(sign, 0)
        match sign:
            case "h" | "n" | "b":
                yield x, y, texts[0], BOLD, {"h": 12, "n": 18, "b": 10}[sign]
            case "*" | "i":
                yield x + 12, y, f"• {texts[0]}" if sign == "*" else texts[0], PLAIN, 10
            case "r":
                yield x, y, texts[0], PLAIN, 10
                yield -535, y, texts[1], PLAIN, 10
            case "l" | "t" | "5":
                for number, text in enumerate(texts):
                    yield x + number * {"l": 110, "t": 120, "5": 95}[sign], y, text, PLAIN, 10
            case _:
                yield x, y, texts[0], PLAIN, 10
        y += 14


def pdf(*pages: Sequence[tuple[float, float, str, str, int]]) -> Document:
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=A4)
    for page in pages:
        for x, y, text, font, size in page:
            sheet.setFont(font, size)
            draw = sheet.drawString if x >= 0 else sheet.drawRightString
            draw(abs(x), A4[1] - y, text)
        sheet.showPage()
    sheet.save()
    return read_bytes(stream.getvalue(), "cv.pdf", Options())


def one(*items: Item) -> Document:
    return pdf(list(drawn(items)))


def jobs(reading: Reading) -> list[tuple[str | None, ...]]:
    return [
        (
            job.title,
            job.employer,
            job.period.start_iso if job.period else None,
            job.period.end_iso if job.period else None,
            job.city,
            job.country,
        )
        for job in reading.records
        if isinstance(job, Job)
    ]


def studies(reading: Reading) -> list[tuple[str | None, ...]]:
    return [
        (
            study.level,
            study.institution,
            study.period.start_iso if study.period else None,
            study.period.end_iso if study.period else None,
        )
        for study in reading.records
        if isinstance(study, Study)
    ]


HEAD: tuple[Item, ...] = (("n", "Maria Santos"), "maria@example.com | +63 917 555 0101")
EDUCATION: tuple[Item, ...] = (
    ("h", "Education"),
    "Diploma in Baking, Santa Rosa College, Manila, Philippines (2012 - 2014)",
)

LAYOUTS: dict[str, tuple[Item, ...]] = {
    "title over employer, place and dates": (
        ("h", "Professional Experience"),
        ("b", "Baker"),
        "Sunrise Bakery Ltd., Manila, Philippines (2019-01 to Current)",
        ("*", "Mix dough"),
        ("b", "Pastry Cook"),
        "Grand Hotel, Cebu City, Philippines (2015-03 to 2018-12)",
        ("*", "Make cakes"),
    ),
    "title, employer and dates at the right": (
        ("h", "WORK EXPERIENCE"),
        ("r", "Baker, Sunrise Bakery Ltd.", "Jan 2019 – Present"),
        "Manila, Philippines",
        ("*", "Mix dough"),
        ("r", "Pastry Cook, Grand Hotel", "Mar 2015 – Dec 2018"),
        "Cebu City, Philippines",
        ("*", "Make cakes"),
    ),
    "employer and a dash": (
        ("h", "Employment History"),
        "Sunrise Bakery Ltd., Manila, Philippines — Baker (01/2019 – now)",
        ("*", "Mix dough"),
        "Grand Hotel, Cebu City, Philippines — Pastry Cook (03/2015 – 12/2018)",
        ("*", "Make cakes"),
    ),
    "dates and bars": (
        ("h", "Career History"),
        "January 2019 - present | Baker at Sunrise Bakery Ltd., Manila, Philippines",
        ("*", "Mix dough"),
        "March 2015 - December 2018 | Pastry Cook at Grand Hotel, Cebu City, Philippines",
        ("*", "Make cakes"),
    ),
    "dates in the margin": (
        ("h", "Work"),
        ("l", "Jan 2019 – today", "Baker, Sunrise Bakery Ltd., Manila, Philippines"),
        ("l", "", "Mix dough for the bread"),
        ("l", "03.2015 – 12.2018", "Pastry Cook, Grand Hotel, Cebu City, Philippines"),
        ("l", "", "Make cakes and pies"),
    ),
    "one thing a line": (
        ("h", "Work history"),
        ("b", "Sunrise Bakery Ltd."),
        "Manila, Philippines",
        "Baker",
        "January 2019 to date",
        ("*", "Mix dough"),
        ("b", "Grand Hotel"),
        "Cebu City, Philippines",
        "Pastry Cook",
        "March 2015 to December 2018",
        ("*", "Make cakes"),
    ),
    "table": (
        ("h", "Employment record"),
        ("t", "Period", "Position", "Employer", "Place"),
        ("t", "01/2019-till date", "Baker", "Sunrise Bakery Ltd.", "Manila, Philippines"),
        ("t", "03/2015-12/2018", "Pastry Cook", "Grand Hotel", "Cebu City, Philippines"),
    ),
    "table with two dates": (
        ("h", "Experience"),
        ("t", "From", "To", "Employer", "Job title"),
        ("t", "Jan 2019", "Present", "Sunrise Bakery Ltd.", "Baker"),
        ("t", "Mar 2015", "Dec 2018", "Grand Hotel", "Pastry Cook"),
    ),
    "labels": (
        ("h", "WORK EXPERIENCE"),
        "Company: Sunrise Bakery Ltd.",
        "Designation: Baker",
        "Duration: Jan 2019 to till date",
        "Location: Manila, Philippines",
        "",
        "Company: Grand Hotel",
        "Designation: Pastry Cook",
        "Duration: Mar 2015 to Dec 2018",
        "Location: Cebu City, Philippines",
    ),
    "French": (
        ("h", "Parcours professionnel"),
        ("b", "Boulangère"),
        "Sunrise Bakery Ltd., Manila, Philippines (janvier 2019 - à ce jour)",
        ("*", "Pétrir la pâte"),
        ("b", "Pâtissière"),
        "Grand Hotel, Cebu City, Philippines (mars 2015 - décembre 2018)",
        ("*", "Faire les gâteaux"),
    ),
    "capitals": (
        ("h", "WORK HISTORY"),
        "SUNRISE BAKERY LTD., MANILA, PHILIPPINES",
        "BAKER",
        "JANUARY 2019 - PRESENT",
        ("*", "MIX DOUGH"),
        "GRAND HOTEL, CEBU CITY, PHILIPPINES",
        "PASTRY COOK",
        "MARCH 2015 - DECEMBER 2018",
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_jobs_in_any_layout(layout: str) -> None:
    reading = cv.read(one(*HEAD, *LAYOUTS[layout], *EDUCATION))
    first, second = jobs(reading)
    assert first[2:4] == ("2019-01", "present")
    assert second[2:4] == ("2015-03", "2018-12")
    assert fold(first[1] or "") == "sunrise bakery ltd"
    assert fold(second[1] or "") == "grand hotel"
    assert fold(first[0] or "") in {"baker", "boulangere"}
    assert fold(second[0] or "") in {"pastry cook", "patissiere"}
    if first[4] is not None:
        assert (fold(first[4]), first[5], fold(second[4] or ""), second[5]) == (
            "manila",
            "PH",
            "cebu city",
            "PH",
        )
    assert studies(reading) == [("Diploma in Baking", "Santa Rosa College", "2012", "2014")]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_any_layout_is_known_for_a_cv(layout: str) -> None:
    assert cv.recognise(one(*HEAD, *LAYOUTS[layout], *EDUCATION)) >= 0.6


def test_every_value_cites_the_words_as_they_stand() -> None:
    document = one(*HEAD, *LAYOUTS["title over employer, place and dates"], *EDUCATION)
    reading = cv.read(document)
    for record in reading.records:
        for name in ("title", "employer", "level", "institution"):
            value = getattr(record, name, None)
            if value is not None:
                assert record.cite(name).quote == value
        for name in ("from", "to", *record.cells):
            cited = record.cite(name)
            assert cited.page == 1
            assert cited.box is not None
            assert cited.quote is not None
            assert cited.quote in document.text
    assert {fact.evidence.quote for fact in reading.facts} == {
        "Maria Santos",
        "maria@example.com",
        "+63 917 555 0101",
    }


def test_duties_are_those_of_their_job() -> None:
    reading = cv.read(one(*HEAD, *LAYOUTS["title over employer, place and dates"]))
    assert [job.duties for job in reading.records if isinstance(job, Job)] == [
        ("Mix dough",),
        ("Make cakes",),
    ]


# --- columns ----------------------------------------------------------------------------------------------

SIDE: tuple[Item, ...] = (
    ("h", "Contact"), "lee@example.com", "+65 8123 4567", ("h", "Skills"), "Excel", "SAP", ("h", "Languages"),
    "English",
)  # fmt: skip
MAIN: tuple[Item, ...] = (
    ("n", "Lee Wei Ming"),
    ("h", "Experience"),
    ("b", "Accountant"),
    "Lion City Trading Pte Ltd, Singapore",
    "Feb 2018 - Present",
    ("*", "Prepare monthly accounts"),
    ("b", "Accounts Assistant"),
    "Merlion Foods Pte Ltd, Singapore",
    "Jul 2014 - Jan 2018",
)
SECOND: tuple[Item, ...] = (
    ("b", "Clerk"),
    "Orchard Stationers, Singapore",
    "Jan 2012 - Jun 2014",
    ("*", "Sorted the post every day"),
    ("h", "Education"),
    ("b", "Diploma in Accountancy"),
    "Ngee Ann Polytechnic, Singapore",
    "2009 - 2011",
)


@pytest.mark.parametrize(("main", "side"), [(60, 400), (230, 50)])
def test_a_sidebar_and_a_second_page(main: float, side: float) -> None:
    reading = cv.read(pdf([*drawn(SIDE, side), *drawn(MAIN, main)], list(drawn(SECOND, main))))
    assert [job[:4] for job in jobs(reading)] == [
        ("Accountant", "Lion City Trading Pte Ltd", "2018-02", "present"),
        ("Accounts Assistant", "Merlion Foods Pte Ltd", "2014-07", "2018-01"),
        ("Clerk", "Orchard Stationers", "2012-01", "2014-06"),
    ]
    assert studies(reading) == [("Diploma in Accountancy", "Ngee Ann Polytechnic", "2009", "2011")]
    facts = {fact.attribute: fact.value for fact in reading.facts}
    assert facts == {"full_name": "Lee Wei Ming", "email": "lee@example.com", "phone": "+65 8123 4567"}


def test_dates_broken_over_lines_in_a_narrow_column() -> None:
    main: tuple[Item, ...] = (
        ("h", "Professional Experience"),
        ("b", "Cook"),
        "Saffron House S.A. de C.V., León, Mexico",
        "(2020-11 to Current)",
        ("*", "Check the food of the whole kitchen"),
        ("b", "Line Cook"),
        "Blue Lantern, Houston, United",
        "States of America (2016-",
        "11 to 2020-06)",
        ("*", "Run the grill at lunch and at dinner time"),
        ("h", "Formation"),
        "Diploma in Culinary Arts, Instituto",
        "del Valle, León, Mexico (2013-09",
        "to 2016-06)",
    )
    reading = cv.read(pdf([*drawn(SIDE, 60), *drawn(main, 300)]))
    assert jobs(reading) == [
        ("Cook", "Saffron House S.A. de C.V.", "2020-11", "present", "León", "MX"),
        ("Line Cook", "Blue Lantern", "2016-11", "2020-06", "Houston", "US"),
    ]
    assert studies(reading) == [("Diploma in Culinary Arts", "Instituto del Valle", "2013-09", "2016-06")]


# --- what the words tell ----------------------------------------------------------------------------------


def test_several_roles_at_one_employer() -> None:
    reading = cv.read(
        one(
            *HEAD,
            ("h", "Experience"),
            ("r", "Tata Foods Pvt Ltd", "Pune, India"),
            ("r", "Production Supervisor", "Apr 2020 – Present"),
            ("*", "Lead a shift"),
            ("r", "Machine Operator", "Jun 2016 – Mar 2020"),
            ("*", "Pack"),
            ("r", "Om Dairy", "Nashik, India"),
            ("r", "Helper", "May 2014 – May 2016"),
            ("*", "Load"),
        )
    )
    assert jobs(reading) == [
        ("Production Supervisor", "Tata Foods Pvt Ltd", "2020-04", "present", "Pune", "IN"),
        ("Machine Operator", "Tata Foods Pvt Ltd", "2016-06", "2020-03", "Pune", "IN"),
        ("Helper", "Om Dairy", "2014-05", "2016-05", "Nashik", "IN"),
    ]


def test_an_employer_with_dates_over_its_roles_is_no_job_itself() -> None:
    reading = cv.read(
        one(
            *HEAD,
            ("h", "Experience"),
            ("r", "Skoda Auto a.s., Kolin, Czech Republic", "2012 – 2020"),
            ("r", "Shift Leader", "2016 – 2020"),
            ("*", "Lead"),
            ("r", "Assembler", "2012 – 2016"),
            ("*", "Assemble"),
        )
    )
    assert [job[:4] for job in jobs(reading)] == [
        ("Shift Leader", "Skoda Auto a.s.", "2016", "2020"),
        ("Assembler", "Skoda Auto a.s.", "2012", "2016"),
    ]


def test_titles_and_employers_with_commas() -> None:
    reading = cv.read(
        one(
            *HEAD,
            ("h", "Experience"),
            ("r", "Team Leader, Greenhouse, Green Valley Farms Pvt Ltd", "Jul 2020 – Apr 2023"),
            "Ludhiana, India",
            ("r", "Electrician, Lumen Contracting Co., Ltd.", "Jul 2017 – Jun 2020"),
            "Wuhan, China",
            ("r", "Conscript Soldier, Army, 4th Infantry Regiment", "Jul 2015 – Jun 2016"),
            "Sialkot, Pakistan",
        )
    )
    assert [job[:2] for job in jobs(reading)] == [
        ("Team Leader, Greenhouse", "Green Valley Farms Pvt Ltd"),
        ("Electrician", "Lumen Contracting Co., Ltd."),
        ("Conscript Soldier", "Army, 4th Infantry Regiment"),
    ]


def test_work_on_ones_own_account_and_a_school_year_before_its_award() -> None:
    reading = cv.read(
        one(
            *HEAD,
            ("h", "Employment"),
            "Taxi Driver, self-employed, Kampala, Uganda (since 2019)",
            "Messenger, Uganda Post Ltd, Kampala, Uganda (2016 - 2019)",
            ("h", "Education"),
            "2012 - 2015 : Licence en comptabilité, Université de Lomé, Lomé, Togo",
            "2012 : Baccalauréat, Lycée de Tokoin",
        )
    )
    assert jobs(reading) == [
        ("Taxi Driver", "self-employed", "2019", "present", "Kampala", "UG"),
        ("Messenger", "Uganda Post Ltd", "2016", "2019", "Kampala", "UG"),
    ]
    assert studies(reading) == [
        ("Licence en comptabilité", "Université de Lomé", "2012", "2015"),
        ("Baccalauréat", "Lycée de Tokoin", "2012", "2012"),
    ]


def test_military_service_is_a_job_and_other_parts_are_not() -> None:
    reading = cv.read(
        one(
            *HEAD,
            ("h", "Work Experience"),
            ("r", "Technician, Hanbit Electronics Co., Ltd.", "Mar 2018 – Present"),
            ("h", "Military Service"),
            ("r", "Sergeant, Republic of Korea Army", "Jan 2014 – Oct 2015"),
            ("h", "Volunteer Experience"),
            ("r", "Driver, Red Cross", "2011 – 2012"),
            ("h", "Projects"),
            ("r", "Robot arm", "Jan 2016 – May 2016"),
            ("h", "Certificates"),
            ("r", "Industrial Engineer", "2017"),
            ("h", "References"),
            "Park Ji-sung, Hanbit Electronics, since 2018",
        )
    )
    assert [job[0] for job in jobs(reading)] == ["Technician", "Sergeant"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Updated: 2025-08-23", "2025-08-23"),
        ("Last updated in Mar 2026", "2026-03"),
        ("Last update 2026-10-02", "2026-10-02"),
        ("Mis à jour : 6 octobre 2026", "2026-10-06"),
        ("Dernière mise à jour le 6 octobre 2026", "2026-10-06"),
    ],
)
def test_the_day_of_the_last_change_is_no_job(line: str, day: str) -> None:
    reading = cv.read(one(*HEAD, *LAYOUTS["employer and a dash"], line))
    assert (str(reading.as_of.date), reading.as_of.basis) == (day, "stated")
    assert len(jobs(reading)) == 2


def test_a_declaration_is_dated() -> None:
    reading = cv.read(
        one(*HEAD, *LAYOUTS["labels"], "I hereby declare that all this is true.", "Date: 15/06/2024")
    )
    assert str(reading.as_of.date) == "2024-06-15"


@pytest.mark.parametrize(
    "end",
    [
        ("Malang, 10 October 2026", "Ida Sample"),
        ("Dated: 10 October 2026",),
        ("Date: 10.10.2026 (Ida Sample)",),
    ],
)
def test_the_day_before_the_name_at_the_foot(end: tuple[str, ...]) -> None:
    assert str(cv.read(one(*HEAD, *LAYOUTS["labels"], *end)).as_of.date) == "2026-10-10"


def test_a_title_over_two_lines_is_no_name() -> None:
    reading = cv.read(one("CURRICULUM VITAE", "OF", "MD. REZAUL KARIM", *LAYOUTS["labels"]))
    assert [fact.value for fact in reading.facts if fact.attribute == "full_name"] == ["MD. REZAUL KARIM"]


def test_without_a_day_nothing_is_assumed() -> None:
    reading = cv.read(one(*HEAD, *LAYOUTS["labels"]))
    assert (reading.as_of.date, reading.as_of.basis) == (None, "unknown")


@pytest.mark.parametrize(
    ("items", "name"),
    [
        ((("n", "Suryadi"), "Cook"), "Suryadi"),
        ((("n", "Thomas Baker"), "Cook"), "Thomas Baker"),
        ((("n", "JOSÉ DE LA CRUZ"), "Line Cook"), "JOSÉ DE LA CRUZ"),
        (("James Sterling, Corporate Attorney", "j@example.com"), "James Sterling"),
        (
            (("n", "CURRICULUM VITAE"), "Name: Gurpreet Singh Gill", "Mobile: +91 98765 43210"),
            "Gurpreet Singh Gill",
        ),
        ((("n", "Curriculum Vitae"), ("t", "Nom", "Awa Ndiaye")), "Awa Ndiaye"),
        (("Senior Cook", ("n", "Ana Silva")), "Ana Silva"),
    ],
)
def test_names(items: tuple[Item, ...], name: str) -> None:
    reading = cv.read(one(*items, *LAYOUTS["dates and bars"]))
    assert {fact.attribute: fact.value for fact in reading.facts}["full_name"] == name


def test_a_date_of_birth_is_read_and_never_invented() -> None:
    born = cv.read(one(*HEAD, "Date of birth: 12 Jul 1987", *LAYOUTS["labels"]))
    assert {f.attribute: f.value for f in born.facts}["birth_date"] == "1987-07-12"
    assert "birth_date" not in {f.attribute for f in cv.read(one(*HEAD, *LAYOUTS["labels"])).facts}


def test_languages() -> None:
    assert cv.read(one(*HEAD, *LAYOUTS["French"], ("h", "Formation"))).language == "fr"
    assert cv.read(one(*HEAD, *LAYOUTS["labels"])).language == "en"


# --- DOCX -------------------------------------------------------------------------------------------------


def saved(paper: Any) -> Document:
    stream = io.BytesIO()
    paper.save(stream)
    return read_bytes(stream.getvalue(), "cv.docx", Options())


def test_paragraphs_of_a_docx() -> None:
    paper = docx.Document()
    for text in ("Shirin Moradi", "shirin@example.com | +98 555 0175 850", "WORK EXPERIENCE"):
        paper.add_paragraph(text)
    for head, place, duties in (
        (
            "Bookkeeper, Meridian Textiles Co.\tDec 2023 – Present",
            "Isfahan, Iran",
            ("Prepare trial balance", "Pay salaries"),
        ),
        (
            "Accounts Clerk, Harbour Freight Services\tAug 2017 – Dec 2023",
            "Izmir, Turkey",
            ("Match bank lines",),
        ),
    ):
        paper.add_paragraph().add_run(head).bold = True
        paper.add_paragraph(place)
        for duty in duties:
            paper.add_paragraph(duty, style="List Bullet")
    paper.add_paragraph("EDUCATION")
    paper.add_paragraph("Bachelor of Commerce, Zayandeh Institute, Isfahan, Iran\tSep 2009 – Jun 2013")
    paper.add_paragraph("Updated: March 18, 2025")
    document = saved(paper)
    reading = cv.read(document)
    assert cv.recognise(document) >= 0.6
    assert jobs(reading) == [
        ("Bookkeeper", "Meridian Textiles Co.", "2023-12", "present", "Isfahan", "IR"),
        ("Accounts Clerk", "Harbour Freight Services", "2017-08", "2023-12", "Izmir", "TR"),
    ]
    assert studies(reading) == [("Bachelor of Commerce", "Zayandeh Institute", "2009-09", "2013-06")]
    assert str(reading.as_of.date) == "2025-03-18"
    assert (reading.records[0].cite("employer").place or "").startswith("paragraph")


def test_labels_over_two_lines() -> None:
    reading = cv.read(
        made("""
        WORK EXPERIENCE
        Dates                           October 2022 → present
        Occupation or position held     Housekeeper
        Name and address of             Casa Verde Resort Corporation, Tagaytay (Philippines)
        employer
        Dates                           June 2011 → April 2017
        Occupation or position held     Linen Clerk
        Name and address of             Hotel Sol Batangas, Batangas City (Philippines)
        employer
        """)
    )
    assert jobs(reading) == [
        ("Housekeeper", "Casa Verde Resort Corporation", "2022-10", "present", "Tagaytay", "PH"),
        ("Linen Clerk", "Hotel Sol Batangas", "2011-06", "2017-04", "Batangas City", "PH"),
    ]


def test_cells_of_several_lines_in_a_table_of_a_docx() -> None:
    paper = docx.Document()
    for text in ("ABENA OFORI", "abena@example.com", "WORK EXPERIENCE"):
        paper.add_paragraph(text)
    table = paper.add_table(rows=0, cols=3)
    for cells in (
        ("Period", "Company / place", "Position held"),
        ("03/2020 - Current", "Care Home Accra\nKumasi, Ghana", "Health Care Aide\nBathe residents; Keep the log"),
        ("08/2016 - 02/2020", "St. Luke Clinic\nObuasi, Ghana", "Ward Assistant\nChange linen"),
    ):  # fmt: skip
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    assert jobs(cv.read(saved(paper))) == [
        ("Health Care Aide", "Care Home Accra", "2020-03", "present", "Kumasi", "GH"),
        ("Ward Assistant", "St. Luke Clinic", "2016-08", "2020-02", "Obuasi", "GH"),
    ]


@pytest.mark.parametrize(
    ("text", "rest", "city"),
    [
        ("Pampulha Metais Ltda, Belo Horizonte (Brazil)", "Pampulha Metais Ltda", "Belo Horizonte"),
        ("Invernaderos Quiroga, Quiroga (Mexico)", "Invernaderos Quiroga", "Quiroga"),
        ("Invernaderos Quiroga (Quiroga, Mexico)", "Invernaderos Quiroga", "Quiroga"),
        ("Invernaderos Quiroga (Mexico)", "Invernaderos Quiroga", None),
    ],
)
def test_a_town_before_a_country_in_brackets(text: str, rest: str, city: str | None) -> None:
    name, where = peel_place(text, Line(()))
    assert (name, where and where.city) == (rest, city)


@pytest.mark.parametrize(
    ("cell", "employer", "city"),
    [
        ("Cochin Steel Pvt Ltd, Kochi", "Cochin Steel Pvt Ltd", "Kochi"),
        ("Port Sud, San-Pédro", "Port Sud", "San-Pédro"),
        ("Blue WLL, Doha – Qatar", "Blue WLL", "Doha"),
        ("Acme Pvt. Ltd., Angamaly", "Acme Pvt. Ltd.", "Angamaly"),
        ("Hotel Sol, Reception", "Hotel Sol, Reception", None),
        ("Acme Co., Ltd", "Acme Co., Ltd", None),
        ("Maple Foods, Fine Dining", "Maple Foods, Fine Dining", None),
        ("Grand Hotel, Kitchen", "Grand Hotel, Kitchen", None),
        ("Baker, McKenzie", "Baker, McKenzie", None),
    ],
)
def test_a_town_behind_the_employer_in_one_cell(cell: str, employer: str, city: str | None) -> None:
    told = one(
        ("h", "WORK EXPERIENCE"),
        ("t", "From", "To", "Designation", "Company"),
        ("t", "2019-01", "Present", "Welder", cell),
    )
    assert [(job.employer, job.city) for job in cv.read(told).records if isinstance(job, Job)] == [
        (employer, city)
    ]


@pytest.mark.parametrize(
    ("cell", "employer", "city"),
    [
        ("Posada Sur, Sicuani", "Posada Sur", "Sicuani"),
        ("Posada Sur, Banquets", "Posada Sur, Banquets", None),
        ("Ofo Ltd, Osu, Accra", "Ofo Ltd", "Accra"),
    ],
)
def test_a_town_that_no_list_knows_is_one_where_the_other_employers_have_theirs(
    cell: str, employer: str, city: str | None
) -> None:
    told = one(
        *HEAD,
        ("h", "WORK EXPERIENCE"),
        ("t", "Period", "Company", "Designation"),
        ("t", "2019 - 2022", cell, "Waiter"),
        ("t", "2015 - 2018", "Port Sud, San-Pédro", "Waiter"),
    )
    assert [(job[1], job[4]) for job in jobs(cv.read(told))] == [(employer, city), ("Port Sud", "San-Pédro")]


def test_years_of_two_digits_and_titles_over_two_lines() -> None:
    told = one(
        *HEAD,
        ("h", "WORK EXPERIENCE"),
        ("t", "Name of", "Post", "Start", "End"),
        ("t", "employer", "held", "date", "date"),
        ("t", "Blue Freight", "Senior", "07/21", "to date"),
        ("t", "", "packer", "", ""),
        ("t", "Old Mill Co.", "Packer", "02/14", "06/21"),
        ("h", "EDUCATION"),
        ("t", "Board / School", "Certificate", "Year of"),
        ("t", "", "", "passing"),
        ("t", "Town School", "Matriculation", "2011"),
    )
    read = cv.read(told)
    assert [job[1:4] for job in jobs(read)] == [
        ("Blue Freight", "2021-07", "present"),
        ("Old Mill Co.", "2014-02", "2021-06"),
    ]
    assert studies(read) == [("Matriculation", "Town School", "2011", "2011")]


def test_a_period_of_two_short_years_beside_each_job() -> None:
    told = one(*HEAD, ("h", "Employment"), ("l", "05/19 - 11/24", "Baker, Grand Hotel, Lima, Peru"),
               ("l", "02/14 – 04/19", "Porter, Hotel Sol, Lima, Peru"))  # fmt: skip
    assert [job[2:4] for job in jobs(cv.read(told))] == [("2019-05", "2024-11"), ("2014-02", "2019-04")]


def test_duties_in_a_cell_of_a_table_without_titles() -> None:
    paper = docx.Document()
    paper.add_paragraph("KWAME BOATENG")
    table = paper.add_table(rows=0, cols=3)
    for cells in (
        ("WORKING EXPERIENCE WITH DATES", "", ""),
        ("Jan. 2020 – till date", "Volta Foods Ltd, Ho", "Line Lead\n• Sets the line\n• Keeps the log"),
        ("May 2014 – Dec. 2019", "Tema Canning Co.", "Packer"),
        ("SCHOOLS ATTENDED WITH DATES", "", ""),
        ("2010 – 2013", "Ho Technical School", "Certificate in Food Processing"),
    ):  # fmt: skip
        row = table.add_row().cells
        if not cells[1]:
            row[0].merge(row[2])
        for cell, text in zip(row[: 1 if not cells[1] else 3], cells, strict=False):
            cell.text = text
    read = cv.read(saved(paper))
    assert [job[:4] for job in jobs(read)] == [
        ("Line Lead", "Volta Foods Ltd", "2020-01", "present"),
        ("Packer", "Tema Canning Co.", "2014-05", "2019-12"),
    ]
    assert studies(read) == [("Certificate in Food Processing", "Ho Technical School", "2010", "2013")]


def test_the_school_below_an_award_and_its_field() -> None:
    read = cv.read(one(*HEAD, ("h", "FORMATION"), "2005 - 2008", "CAP, plomberie sanitaire",
                       "Lycée Technique de Bohicon", "2002 - 2005", "BEPC, mention bien",
                       "Collège de Parakou"))  # fmt: skip
    assert [study[:2] for study in studies(read)] == [
        ("CAP, plomberie sanitaire", "Lycée Technique de Bohicon"),
        ("BEPC, mention bien", "Collège de Parakou"),
    ]


@pytest.mark.parametrize(
    ("titles", "study"),
    [
        (("Course", "School", "Board", "Year", "%"), ("NTC (Welder)", "Govt. ITI Ollur", "NCVT", "2008-2010", "78")),
        (("Degree", "College", "Univ. reg.", "Passing Year"), ("NTC (Welder)", "Govt. ITI Ollur", "44", "2008-2010")),
        (("Qualification", "School", "Session", "Class"), ("NTC (Welder)", "Govt. ITI Ollur", "2008-2010", "First")),
    ],
)  # fmt: skip
def test_a_table_of_studies(titles: Sequence[str], study: Sequence[str]) -> None:
    read = cv.read(pdf(list(drawn([*HEAD, ("h", "Education"), ("5", *titles), ("5", *study)]))))
    assert studies(read) == [("NTC (Welder)", "Govt. ITI Ollur", "2008", "2010")]


def test_a_name_that_goes_on_with_a_title_of_a_column() -> None:
    read = cv.read(one(*HEAD, ("h", "Education"), ("t", "Degree", "Institution", "Year"),
                       ("t", "B.Com.", "Sardar Vidyamandal", "2007-2010"), ("t", "", "College"),
                       ("t", "H.S.C.", "Town School", "2005-2007")))  # fmt: skip
    assert [school for _, school, *_ in studies(read)] == ["Sardar Vidyamandal College", "Town School"]


def test_titles_of_columns_are_no_study() -> None:
    read = cv.read(one(*HEAD, ("h", "Education"), ("t", "Examination", "University/Board", "Grade"),
                       ("t", "Diploma in Baking (2012 - 2014)", "", "Santa Rosa College")))  # fmt: skip
    assert [level for level, *_ in studies(read)] == ["Diploma in Baking"]


@pytest.mark.parametrize(
    "below",
    [
        ("Languages: English, Tagalog",),
        ("LANGUES : français, anglais", "Septembre 2026"),
        ("I hereby declare that the above is true.", "Place: Lagos", "Date: 10-01-2025"),
        (("t", "Date: 10-01-2025", "Maria Santos"),),
        ("Place: Manila", "Date: 10 January 2025", "(Maria Santos)"),
        ("Hobbies: chess", "Fait à Lomé, le 3 mai 2025"),
        ("Je soussignée certifie l'exactitude de ce qui précède.", "Lomé, 3 mai 2025"),
    ],
)
def test_what_stands_below_the_studies_is_no_study(below: Sequence[Item]) -> None:
    assert studies(cv.read(one(*HEAD, *EDUCATION, *below))) == [
        ("Diploma in Baking", "Santa Rosa College", "2012", "2014")
    ]


def test_dates_that_are_labels_of_the_entries_stay() -> None:
    read = cv.read(one(*HEAD, ("h", "Work experience"),
                       "Company: Sunrise Bakery Ltd.", "Designation: Baker", "Date: Jan 2019 to May 2021",
                       "Company: Grand Hotel", "Designation: Cook", "Date: 1 March 2015 to 2 May 2018"))  # fmt: skip
    assert [job[2:4] for job in jobs(read)] == [("2019-01", "2021-05"), ("2015-03-01", "2018-05-02")]


@pytest.mark.parametrize(
    ("told", "title", "employer", "city"),
    [
        (
            "cuisinière au Restaurant Le Palmier Bleu (Yaoundé)",
            "cuisinière",
            "Restaurant Le Palmier Bleu",
            "Yaoundé",
        ),
        ("Aide-cuisinière à l'Hôtel des Députés, Yaoundé", "Aide-cuisinière", "Hôtel des Députés", "Yaoundé"),
        ("Vendeur à la Boutique Sira", "Vendeur", "Boutique Sira", None),
        ("soudeur au Palmier Bleu", "soudeur", "Palmier Bleu", None),
        ("chauffeur pour le compte de Transports Diallo", "chauffeur", "Transports Diallo", None),
        ("Comptable au sein de la Société Nakoulma", "Comptable", "Société Nakoulma", None),
        ("Conseiller à la Clientèle, Banque du Sud", "Conseiller à la Clientèle", "Banque du Sud", None),
        ("Chargé au Recouvrement, Groupe Nsia", "Chargé au Recouvrement", "Groupe Nsia", None),
        ("agent à la Réception, Hôtel Azur", "agent à la Réception", "Hôtel Azur", None),
        ("serveur dans la Restauration, Groupe Nsia", "serveur dans la Restauration", "Groupe Nsia", None),
    ],
)
def test_a_french_employer_behind_a_small_word(
    told: str, title: str, employer: str, city: str | None
) -> None:
    read = cv.read(one(*HEAD, ("h", "PARCOURS PROFESSIONNEL"), ("*", f"Janvier 2019 à ce jour : {told}"),
                       ("*", "Mars 2014 à juin 2016 : caissière chez Sunrise Bakery, Manila")))  # fmt: skip
    assert [job[:2] for job in jobs(read)] == [(title, employer), ("caissière", "Sunrise Bakery")]
    assert jobs(read)[0][4] == city


def test_the_calendar_of_a_period_is_no_school() -> None:
    read = cv.read(
        one(
            *HEAD,
            ("h", "Education"),
            "BA in Accounting, Unity University, Adama (Oct. 2009 - July 2013 G.C.)",
        )
    )
    assert studies(read) == [("BA in Accounting", "Unity University", "2009-10", "2013-07")]


def test_jobs_told_in_sentences() -> None:
    read = cv.read(one(*HEAD, ("h", "WORK EXPERIENCE"),
                       "From 2015 until now I am working as a cook in Acme Restaurant, Lagos.",
                       "From 2012 to 2014 I was working as a helper in Blue Hotel in Ibadan.",
                       "I worked hard from 2010 to 2011 and learned much.", *EDUCATION))  # fmt: skip
    assert jobs(read) == [
        ("cook", "Acme Restaurant", "2015", "present", "Lagos", "NG"),
        ("helper", "Blue Hotel", "2012", "2014", "Ibadan", "NG"),
    ]


def test_sentences_below_an_entry_tell_its_duties() -> None:
    read = cv.read(one(*HEAD, ("h", "WORK EXPERIENCE"), "Cook, Grand Hotel, Lagos (2015 - 2020)",
                       ("*", "Worked as a trainer in Blue Hotel, Ibadan from 2016 to 2017."),
                       ("*", "Served as a shift leader at Blue Hotel during 2018 - 2019.")))  # fmt: skip
    assert jobs(read) == [("Cook", "Grand Hotel", "2015", "2020", "Lagos", "NG")]


NUMBERED = (
    ("n", "CURRICULUM VITAE"),
    ("t", "1. Full name", "Tigist Bekele"),
    ("t", "2. Date of birth", "17 February 1991"),
    ("t", "3. Contact", "+251 911 555 012, t@example.com"),
    ("t", "4. Educational", "BA in Accounting, Unity University (2009 - 2013)"),
    "background",
    ("t", "5. Work experience", "Ayat PLC, Addis Ababa - Accountant (Sept. 2020 up to now)"),
    ("t", "", "Dashen Hotel, Kochi - Cashier (July 2015 to July 2020)"),
)


LISTED = (
    ("n", "CURRICULUM VITAE"),
    "1. Full name: Tigist Bekele",
    "2. Educational background",
    "BA in Accounting, Unity University (2009 - 2013)",
    "3. Work experience",
    "Accountant, Ayat PLC, Addis Ababa (Sept. 2020 up to now)",
    "Cashier, Dashen Hotel, Kochi (July 2015 to July 2020)",
)


@pytest.mark.parametrize("layout", [NUMBERED, LISTED])
def test_parts_that_are_numbered(layout: Sequence[Item]) -> None:
    told = one(*layout)
    assert cv.recognise(told) > 0.5
    assert jobs(cv.read(told)) == [
        ("Accountant", "Ayat PLC", "2020-09", "present", "Addis Ababa", "ET"),
        ("Cashier", "Dashen Hotel", "2015-07", "2020-07", "Kochi", None),
    ]
    assert studies(cv.read(told)) == [("BA in Accounting", "Unity University", "2009", "2013")]


def test_a_docx_with_a_table_for_layout() -> None:
    paper = docx.Document()
    cells = paper.add_table(rows=1, cols=2).rows[0].cells
    for cell, texts in zip(
        cells,
        (
            ("Chidi Adebanjo", "chidi@example.com", "+234 555 0112 985", "Skills", "Teamwork"),
            (
                "Profile",
                "Cook with 13 years of experience.",
                "Professional Experience",
                "Cook",
                "Blue Lantern Restaurant Limited, Ibadan, Nigeria (2021-11 to Current)",
                "Check food quality and portion sizes",
                "Line Cook",
                "Garden Court Hotel Limited, Ibadan, Nigeria (2017-06 to 2021-11)",
                "Run the grill",
                "Education & Training",
                "Diploma in Culinary Arts, Oyo State Polytechnic, Ibadan, Nigeria (2008-09 to 2012-06)",
            ),
        ),
        strict=True,
    ):
        for text in texts:
            cell.add_paragraph(text)
    reading = cv.read(saved(paper))
    assert jobs(reading) == [
        ("Cook", "Blue Lantern Restaurant Limited", "2021-11", "present", "Ibadan", "NG"),
        ("Line Cook", "Garden Court Hotel Limited", "2017-06", "2021-11", "Ibadan", "NG"),
    ]
    assert studies(reading) == [("Diploma in Culinary Arts", "Oyo State Polytechnic", "2008-09", "2012-06")]
    assert {f.attribute: f.value for f in reading.facts}["full_name"] == "Chidi Adebanjo"


# --- other papers -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "items",
    [
        (
            "To the Visa Officer",
            "Dear Officer,",
            "I have worked as Cook at Hotel Sol since July 2020.",
            "Enclosures:",
            "Curriculum vitae",
        ),
        (
            "Hotel Sol",
            "TO WHOM IT MAY CONCERN",
            "This is to certify that Ana Silva was employed as Cook from 2018 to 2020.",
        ),
        ("IMM 5669", ("h", "Employment"), "2018 - 2020 Cook", ("h", "Education"), "2010 - 2014"),
        (
            "TRAVEL HISTORY",
            ("t", "From", "To", "Country", "Purpose"),
            ("t", "2018-01-02", "2018-02-03", "Turkey", "Tourism"),
        ),
        (
            "COLLEGE OF ART",
            "This is to certify that Ana Silva was awarded the Diploma in Arts on 3 May 2012.",
        ),
    ],
)
def test_other_papers_are_not_taken_for_a_cv(items: tuple[Item, ...]) -> None:
    assert cv.recognise(one(*items)) < 0.3


def test_a_paper_without_words_is_read_without_harm() -> None:
    document = Document("empty.pdf", "0" * 64, "pdf", "none", "full")
    assert cv.recognise(document) == 0.0
    assert cv.read(document).records == ()


# --- shared corpora ---------------------------------------------------------------------------------------


@uses_shared
def test_cases_are_read_in_full() -> None:
    for expected in sorted(CASES.glob("*.expected.json")):
        folder = expected.with_name(expected.name.removesuffix(".expected.json"))
        for path, reading in json.loads(expected.read_text(encoding="utf-8"))["reading"].items():
            if reading["kind"] != "cv" or reading["method"] == "ocr":
                continue
            document = read_file(folder, path, Options())
            found = cv.read(document)
            assert cv.recognise(document) >= 0.5, path
            assert str(found.as_of.date) == reading["as_of"], path
            wanted = [r for r in reading["records"] if r["type"] == "job"]
            assert {(key(job[1] or ""), *job[2:4]) for job in jobs(found)} == {
                (key(r["employer"]), r["from"], r["to"]) for r in wanted
            }, path


@uses_shared
def test_resumes_of_others_are_read() -> None:
    folder = RESUMES
    right = total = 0
    for entry in json.loads((folder / "truth.json").read_text(encoding="utf-8"))["files"]:
        if not entry["text_layer"]:
            continue
        found = {
            (fold(job[1] or ""), *job[2:4])
            for job in jobs(cv.read(read_file(folder, entry["file"], Options())))
        }
        wanted = {(fold(work["employer"]), work["start"], work["end"]) for work in entry["work"]}
        right, total = right + len(found & wanted), total + len(wanted)
    assert right / total >= 0.9


def test_each_line_that_begins_with_its_own_time_is_an_entry_however_wide() -> None:
    reading = cv.read(
        made("""
            Awa SAMPLE
            Expérience professionnelle
            Depuis octobre 2020 – Laiterie de la Colline SA, Thiès – Technicienne de maintenance industrielle
            De mai 2016 à juin 2019 – Moulins du Sahel, Thiès – Technicienne
            D'avril 2013 à mars 2016 – Garage du Marché, Thiès – Aide-mécanicienne
            Voyages
            Praia, Cap-Vert, du 15 décembre 2022 au 8 janvier 2023 (famille)
            Formation
            BTS Maintenance, Lycée technique de Thiès (2011–2013)
        """)
    )
    assert [str(job.period) for job in reading.records if job.type == "job"] == [
        "2020-10 to present", "2016-05 to 2019-06", "2013-04 to 2016-03",
    ]  # fmt: skip
    assert len(studies(reading)) == 1


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("Travel", "Vienna, Austria, 4–22 March 2024 (course)"),
        ("Trips abroad", "4–22 March 2024: Vienna, Austria"),
    ],
)
def test_one_journey_below_its_heading_makes_no_list_of_journeys(heading: str, line: str) -> None:
    document = made(f"""
        LEILA SAMPLE – Truck driver
        Osh, +996 555 010 117
        Experience
        03.2021 – present: OsOO Tulpar Trans, Osh – truck driver
        09.2018 – 02.2021: Blue Valley Express, Osh – driver
        {heading}
        {line}
        Education
        Professional Lyceum No. 4, Osh, motor vehicle mechanic, 2008 – 2011
    """)
    assert recognise_paper(document) == "cv"
    reading = cv.read(document)
    assert [(trip.country, str(trip.period)) for trip in reading.records if isinstance(trip, Trip)] == [
        ("AT", "2024-03-04 to 2024-03-22")
    ]
    assert len(studies(reading)) == 1
    assert not any(asked.record == "trip" for asked in reading.asked)


@pytest.mark.parametrize(
    ("course", "countries"),
    [
        ("Safe towing, Road Academy, Vienna, Austria, 4–22 March 2024", ["AT"]),
        ("Safe towing, Road Academy, Vienna, Austria, 4–22 March 2024 (online)", []),
        ("Safe towing, Road Academy, Vienna, Austria, March 2024", []),
        ("Safe towing, Road Academy, Austria, 4–22 March 2024", []),
        ("Safe towing, Road Academy, Vienna, Austria, 4 January – 22 October 2024", []),
    ],
)
def test_a_course_of_some_days_in_a_town_is_a_journey(course: str, countries: list[str]) -> None:
    reading = cv.read(
        made(f"""
            LEILA SAMPLE
            Experience
            03.2021 – present: OsOO Tulpar Trans, Osh – truck driver
            09.2018 – 02.2021: Blue Valley Express, Osh – driver
            Courses
            {course}
            Education
            Professional Lyceum No. 4, Osh, motor vehicle mechanic, 2008 – 2011
        """)
    )
    assert [trip.country for trip in reading.records if isinstance(trip, Trip)] == countries


def test_the_titles_of_columns_open_the_parts_of_a_paper_without_headings() -> None:
    document = made("""
        R E S U M E

        Name            KIM YUNA            E-mail      yuna.kim@example.com

        Period               Academic background                  Remarks
        2005.03 ~ 2009.02    Hanseo National University           B.A.

        Period               Company                    Position       Duties
        2013.05 ~ present    Donghae Shipping Co.       Planner        Berths
        2009.04 ~ 2013.04    Ulsan Paper Ltd.           Clerk          Orders

        Date                 Certificate                Issued by
        2012.06              Forklift licence           HRD Service
    """)
    reading = cv.read(document)
    assert cv.recognise(document) > 0.7
    assert [fact.value for fact in reading.facts if fact.attribute == "full_name"] == ["KIM YUNA"]
    assert [(job.employer, job.title) for job in reading.records if isinstance(job, Job)] == [
        ("Donghae Shipping Co.", "Planner"),
        ("Ulsan Paper Ltd.", "Clerk"),
    ]
    assert [study.institution for study in reading.records if isinstance(study, Study)] == [
        "Hanseo National University"
    ]


@pytest.mark.parametrize(
    ("head", "title", "employer", "city"),
    [
        ("Head Baker ATLAS MILLS COMPANY", "Head Baker", "ATLAS MILLS COMPANY", None),
        ("Kura Boiler Works, Gori: pipe fitter", "pipe fitter", "Kura Boiler Works", "Gori"),
    ],
)
def test_title_and_employer_that_no_sign_or_a_colon_parts(
    head: str, title: str, employer: str, city: str | None
) -> None:
    document = made(f"""
        NINO BERIDZE

        Track record
        03/2019 - 05/2023  {head}
        04/2015 - 02/2019  Night porter, Hotel Rustavi
    """)
    job = next(record for record in cv.read(document).records if isinstance(record, Job))
    assert (job.title, job.employer, job.city) == (title, employer, city)


def test_particulars_of_service_with_a_name_in_two_parts() -> None:
    document = made("""
        PERSONAL DETAILS
        Surname:  CLARKE        First names:  Winston Earl
        DOB:  9 June 1985       Sex:  M

        SERVICE PARTICULARS
        Unit / Employer                    Appointment        From         To
        Coast Guard of the Islands         Able Seaman        2005-03      2012-03
        Bay Shipping Agency                Crane Operator     2013-05      2021-06

        STUDIES CARRIED OUT
        School                             Certificate        From         To
        Maritime Institute                 Rigging            2012-09      2013-03
    """)
    reading = cv.read(document)
    assert recognise_paper(document) == "cv"
    assert [fact.value for fact in reading.facts if fact.attribute == "full_name"] == ["Winston Earl CLARKE"]
    jobs = [(job.employer, job.title) for job in reading.records if isinstance(job, Job)]
    assert jobs == [("Coast Guard of the Islands", "Able Seaman"), ("Bay Shipping Agency", "Crane Operator")]


def test_what_a_bracket_says_in_place_of_work_is_no_employer() -> None:
    document = made("""
        Experience
        Quality Inspector                            Mar 2014 - Jan 2016
        Namhae Seafood Inc.
        [Career break: childcare]                    Dec 2023 - present

        Education
        B.Sc. Food Science, Namhae University        Mar 2010 - Feb 2014
    """)
    told = [job.employer for job in cv.read(document).records if isinstance(job, Job)]
    assert "childcare]" not in told


def _jobs_in(text: str) -> list[tuple[str | None, str | None, str | None]]:
    found = [record for record in cv.read(made(text)).records if isinstance(record, Job)]
    return [(job.title, job.employer, job.city) for job in found]


def test_roles_over_the_employer_that_stands_below_the_last() -> None:
    assert _jobs_in("""
        Experience
        Head Baker (May 2022 - present)
        Baker (January 2019 - April 2022)
        Moulin Bakery, Accra

        Night porter (March 2015 - November 2018)
        Hotel Volta, Accra
    """) == [
        ("Head Baker", "Moulin Bakery", "Accra"),
        ("Baker", "Moulin Bakery", "Accra"),
        ("Night porter", "Hotel Volta", "Accra"),
    ]


def test_a_house_named_after_its_town() -> None:
    assert _jobs_in("""
        Expérience
        Mars 2014 - juin 2019 : sage-femme, EPS de Kaffrine, Kaffrine
        Juillet 2019 - présent : sage-femme, Clinique de la Baie, Dakar
    """)[0][:2] == ("sage-femme", "EPS de Kaffrine")


def test_an_own_firm_with_a_client_elsewhere() -> None:
    paper = docx.Document()
    paper.add_heading("Experience", 1)
    for head, role in (
        ("Orbit Games, Porto Alegre", "Designer, 07/2023 – present"),
        (
            "Own company (L P Duarte Estudio de Arte Digital), remote for Tre Fjell Spill AS, Oslo, Norway",
            "Illustrator, 02/2019 – 06/2023",
        ),
    ):
        paper.add_paragraph().add_run(head).bold = True
        paper.add_paragraph(role)
    job = [record for record in cv.read(saved(paper)).records if isinstance(record, Job)][1]
    assert (job.title, job.city) == ("Illustrator", None)
    assert job.employer == "Own company (L P Duarte Estudio de Arte Digital)"


def test_sentences_of_a_line_with_the_post_behind_the_time() -> None:
    paper = docx.Document()
    paper.add_heading("Experience", 1)
    for line in (
        "Hotel Volta, Accra. March 2015 to November 2018. Night porter.",
        "Adjoa Tailoring - my own shop at home in Tema. December 2018 to May 2023. Dressmaker and owner.",
        "Moulin Bakery, Accra. June 2023 to present. Baker.",
    ):
        paper.add_paragraph(line)
    jobs = [record for record in cv.read(saved(paper)).records if isinstance(record, Job)]
    assert [(job.title, job.employer) for job in jobs] == [
        ("Night porter.", "Hotel Volta"),
        ("Dressmaker and owner.", "Adjoa Tailoring"),
        ("Baker.", "Moulin Bakery"),
    ]


def test_hours_in_brackets_behind_the_town() -> None:
    assert _jobs_in("""
        Experience
        Mar 2019 - Oct 2020    Part-time barista, Harbour Deli, Oslo (12-18 h/week)
        Nov 2020 - present    Baker, Moulin Bakery, Oslo (full-time)
    """) == [("Part-time barista", "Harbour Deli", "Oslo"), ("Baker", "Moulin Bakery", "Oslo")]


def test_the_house_in_the_brackets_of_a_title() -> None:
    assert _jobs_in("""
        Experience
        Mar 2019 - Oct 2020    Packer (agency worker at Mill Foods), Harbour Interim, Oslo
        Nov 2020 - present    Baker, Moulin Bakery, Oslo
    """)[0][:2] == ("Packer (agency worker at Mill Foods)", "Harbour Interim")


def test_a_town_that_no_list_knows_beside_the_time_with_the_title_below() -> None:
    told = one(
        *HEAD,
        ("h", "WORK EXPERIENCE"),
        ("r", "Moulin Foods Ltd, Bagoba", "May 2019 – present"),
        "Oven Operator",
        ("r", "Sud Bakers, Tingrela", "June 2016 – April 2019"),
        "Oven Hand",
    )
    assert [(job[0], job[1], job[4]) for job in jobs(cv.read(told))] == [
        ("Oven Operator", "Moulin Foods Ltd", "Bagoba"),
        ("Oven Hand", "Sud Bakers", "Tingrela"),
    ]


def test_a_town_that_no_list_knows_behind_title_and_name() -> None:
    assert _jobs_in("""
        Experience
        05/2019 – present: Oven Operator, Moulin Sud, Tingrela
        06/2016 – 04/2019: Porter, Hotel Volta, Accra
        01/2014 – 05/2016: Waiter, Banquets, Sol Palace
    """) == [
        ("Oven Operator", "Moulin Sud", "Tingrela"),
        ("Porter", "Hotel Volta", "Accra"),
        ("Waiter, Banquets", "Sol Palace", None),
    ]


def test_a_town_that_no_list_knows_in_brackets() -> None:
    assert _jobs_in("""
        Experience
        Oven Operator at Moulin Foods (Tingrela)
        May 2019 to date
        Porter at Hotel Volta (Accra)
        June 2016 to April 2019
        Clerk at Gulf Coast Chandlers (GCC)
        May 2014 to May 2016
    """) == [
        ("Oven Operator", "Moulin Foods", "Tingrela"),
        ("Porter", "Hotel Volta", "Accra"),
        ("Clerk", "Gulf Coast Chandlers (GCC)", None),
    ]


def test_what_somebody_was_in_sentences() -> None:
    assert _jobs_in("""
        Career
        From May 2019 until now I am Oven Operator with Moulin Foods in Accra.
        From June 2016 to April 2019 I was Porter at Hotel Volta in Kumasi.
    """) == [("Oven Operator", "Moulin Foods", "Accra"), ("Porter", "Hotel Volta", "Kumasi")]


def test_dates_right_behind_employers_of_any_length_are_no_column() -> None:
    assert _jobs_in("""
        Experience
        Moulin Foods Ltd, Accra    May 2019 – present
        Oven Operator
        Sud Bakers of the Coast, Kumasi    June 2016 – April 2019
        Oven Hand
        Hotel Volta, Accra    May 2014 – May 2016
        Porter
    """) == [
        ("Oven Operator", "Moulin Foods Ltd", "Accra"),
        ("Oven Hand", "Sud Bakers of the Coast", "Kumasi"),
        ("Porter", "Hotel Volta", "Accra"),
    ]


def test_a_title_behind_the_point_after_an_employer() -> None:
    reading = cv.read(
        made_docx("""
        Asha Rai
        asha.rai@example.com
        Work experience
        May 2016 – June 2019: Lotus Hotel, Pokhara. Kitchen helper
        March 2012 – April 2016: Hetauda Garments Ltd. Sewing machine operator
        January 2010 – February 2012: St. Luke Clinic. Cleaner
        Education
        2009 School of Hetauda
    """)
    )
    assert [(row["employer"], row["title"]) for row in made_rows(reading, "job")] == [
        ("Lotus Hotel", "Kitchen helper"),
        ("Hetauda Garments Ltd.", "Sewing machine operator"),
        ("St. Luke Clinic", "Cleaner"),
    ]


def test_the_state_whose_army_it_was_is_no_employer() -> None:
    document = made_docx("""
        Omar Sample
        omar.sample@example.com
        WORK EXPERIENCE
        Cook, Mill Foods, Tunis, Tunisia (02/2015 - present)
        Military service, Egypt (07/2013 - 07/2014)
        Guide, Egypt Tours, Cairo, Egypt (01/2011 - 06/2013)
        EDUCATION
        Diploma in Cookery, Example School, Egypt (09/2009 - 06/2011)
    """)
    jobs = [
        (r.get("title"), r.get("employer"), r.get("country")) for r in made_rows(cv.read(document), "job")
    ]
    assert jobs[1] == ("Military service", "Military service", "EG")
    assert jobs[2] == ("Guide", "Egypt Tours", "EG")


@pytest.mark.parametrize("title", ["Corps member (NYSC)", "Team member", "Crew Member", "Youth corper"])
def test_a_member_of_a_crew_or_corps_has_a_title(title: str) -> None:
    document = made_docx(f"""
        Omar Sample
        omar.sample@example.com
        WORK EXPERIENCE
        {title}, Kaduna Water Board, Kaduna, Nigeria (November 2013 - October 2014)
        EDUCATION
        Diploma in Cookery, Example School, Egypt (09/2009 - 06/2011)
    """)
    (job,) = made_rows(cv.read(document), "job")
    assert (job["title"], job["employer"]) == (title, "Kaduna Water Board")
