"""Employment letters in prose and tables, in English and French, built here; and those of the shared cases."""

import io
import json
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import employment_letter as letter
from consistency.extractors.reading import Reading
from consistency.model import Document, Job
from consistency.normalizer.organisations import key
from consistency.readers.files import read_bytes, read_file
from consistency.readers.limits import Options
from tests.extractors.papers.made import docx as docx_of
from tests.extractors.papers.made import facts as facts_of
from tests.extractors.papers.made import pdf as made_pdf
from tests.extractors.papers.made import rows as rows_of
from tests.shared import CASES, uses_shared

Part = str | tuple[str, ...]
"""A paragraph, or a row: the texts of its cells."""


def pdf(*parts: Part, across: int = 150) -> Document:
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=A4)
    y = 60.0
    for part in parts:
        cells = part if isinstance(part, tuple) else None
        for line in textwrap.wrap(part, 90) if isinstance(part, str) else [""]:
            sheet.drawString(60, A4[1] - y, line)
            y += 13
        for number, cell in enumerate(cells or ()):
            sheet.drawString(60 + across * number, A4[1] - y + 13, cell)
        y += 9
    sheet.save()
    return read_bytes(stream.getvalue(), "letter.pdf", Options())


def only(reading: Reading) -> Job:
    (job,) = (record for record in reading.records if isinstance(record, Job))
    return job


def told(job: Job) -> tuple[Any, ...]:
    period = job.period
    return job.title, job.employer, period and period.start_iso, period and period.end_iso


def facts(reading: Reading) -> dict[str, str]:
    return {fact.attribute: fact.value for fact in reading.facts}


HEAD = (
    "Sunrise Bakery Ltd.",
    "160 Market Street, Manila, Philippines",
    "Phone: +63 202 555 0119  hr@sunrise.example",
)
FOOT = ("(signed)", "Grace Lim", "Director")

PAID = "Her gross monthly pay stood at PHP 9,500.00."

STATEMENTS = {
    "employed with … as … from … to": (
        "This is to certify that Ms. Maria Santos was employed with Sunrise Bakery Ltd. as Pastry Cook "
        "from July 5, 2013 to July 18, 2017.",
        "2017-07-18",
    ),
    "since … to date": (
        "This is to certify that Ms. Maria Santos has been employed with Sunrise Bakery Ltd. as Pastry "
        "Cook since July 5, 2013 and continues to work with us to date.",
        "present",
    ),
    "joined … is presently working": (
        "We are pleased to confirm that Ms. Maria Santos joined our organisation on 2013-07-05 "
        "and is presently working as Pastry Cook.",
        "present",
    ),
    "joined … and left": (
        "We are pleased to confirm that Ms. Maria Santos worked in our organisation as Pastry "
        "Cook. She joined on 2013-07-05 and left on 2017-07-18 on her own will.",
        "2017-07-18",
    ),
    "between … and": (
        "We hereby confirm that Maria Santos, holder of passport no. P1234567A, worked for "
        "us as a Pastry Cook between 5 July 2013 and 18 July 2017.",
        "2017-07-18",
    ),
    "position of … until": (
        "We certify that Ms. Maria Santos worked at Sunrise Bakery Ltd. from July 5, 2013 until July "
        "18, 2017, in the position of Pastry Cook.",
        "2017-07-18",
    ),
    "employee of … holds the position": (
        "Please be advised that Maria Santos has been a full-time employee of Sunrise Bakery Ltd. since "
        "July 5, 2013. Ms. Santos currently holds the position of Pastry Cook.",
        "present",
    ),
    "started … still in our employment": (
        "We hereby confirm that Ms. Maria Santos is employed by Sunrise Bakery Ltd. as a Pastry Cook. "
        "She started working for us on 5 July 2013 and is still in our employment.",
        "present",
    ),
    "est employée depuis": (
        "La présente atteste que Madame Maria Santos est employé(e) par Sunrise Bakery Ltd. à "
        "titre de Pastry Cook depuis le 5 juillet 2013 et occupe toujours ce poste à ce jour.",
        "present",
    ),
    "a travaillé entre … et": (
        "Nous confirmons que Madame Maria Santos a travaillé au sein de Sunrise Bakery Ltd. comme "
        "Pastry Cook entre le 5 juillet 2013 et le 18 juillet 2017.",
        "2017-07-18",
    ),
    "a été employée du … au": (
        "Je soussigné, Pierre Martin, gérant de la société Sunrise Bakery Ltd., certifie que "
        "Mme Maria Santos a été employée en qualité de Pastry Cook du 5 juillet 2013 au 18 juillet 2017.",
        "2017-07-18",
    ),
    "in our employ … holding the post": (
        "This letter serves to introduce Ms. Maria Santos, who was in our employ from 5th July 2013 until "
        "18th July 2017, holding the post of Pastry Cook.",
        "2017-07-18",
    ),
    "joined … resigned … designation was": (
        "Maria Santos joined Sunrise Bakery Ltd. on 5 July 2013 and resigned effective "
        "18 July 2017. Her designation was Pastry Cook and her salary PHP 9,500 a month.",
        "2017-07-18",
    ),
    "is now working as": (
        "We hereby verify that Ms. Maria Santos has been cooperating with this company since July 5, 2013 "
        "and is now working as Pastry Cook.",
        "present",
    ),
    "issued to … by order": (
        "The reference is issued to Maria Santos, born 01.02.1990, to confirm that she worked at Sunrise "
        "Bakery Ltd. as Pastry Cook from 05.07.2013 (order No. 5-K) to 18.07.2017 (order No. 18-K).",
        "2017-07-18",
    ),
    "son of": (
        "This is to certify that Maria Santos D/o Mr. Ramon Cruz has worked in our organization as Pastry "
        "Cook from 05.07.2013 to 18.07.2017.",
        "2017-07-18",
    ),
}


@pytest.mark.parametrize("wording", STATEMENTS)
def test_the_same_job_in_any_wording(wording: str) -> None:
    text, end = STATEMENTS[wording]
    document = pdf(*HEAD, "August 3, 2018", text, "This letter is issued on request.", *FOOT)
    reading = letter.read(document)
    assert told(only(reading)) == ("Pastry Cook", "Sunrise Bakery Ltd.", "2013-07-05", end)
    assert facts(reading) == {"full_name": "Maria Santos", "document_date": "2018-08-03"}
    assert (str(reading.as_of.date), reading.as_of.basis) == ("2018-08-03", "stated")
    assert reading.signed is True
    assert letter.recognise(document) >= 0.4


TABLE: tuple[Part, ...] = (
    *HEAD,
    "Date: 03 Aug 2018",
    "EMPLOYMENT CERTIFICATE",
    ("Employee", "Ms. Maria Santos"),
    ("Position", "Pastry Cook"),
    ("Date of joining", "05 Jul 2013"),
    ("Last working day", "18 Jul 2017"),
    ("Hours", "40 per week (full-time)"),
    ("Gross salary", "9,500 PHP per month"),
    ("Place of work", "Cebu City, Philippines"),
    "Responsibilities: Mix dough; Run the oven; Keep the kitchen clean.",
    "We have granted Ms. Maria Santos leave of absence for the length of the Canadian contract.",
    *FOOT,
)


def test_a_table() -> None:
    document = pdf(*TABLE)
    job = only(letter.read(document))
    assert letter.recognise(document) >= 0.6
    assert told(job) == ("Pastry Cook", "Sunrise Bakery Ltd.", "2013-07-05", "2017-07-18")
    assert (job.city, job.country) == ("Cebu City", "PH")
    assert (job.amount, job.currency, job.per, job.hours) == (9500.0, "PHP", "month", 40.0)
    assert job.duties == ("Mix dough", "Run the oven", "Keep the kitchen clean")
    assert facts(letter.read(document)) == {"full_name": "Maria Santos", "document_date": "2018-08-03"}


def test_an_employer_may_write_to_the_officer() -> None:
    text, _ = STATEMENTS["joined … resigned … designation was"]
    paper = pdf(*HEAD, "Re: Employment confirmation", "Dear Visa Officer,", text, *FOOT)
    assert letter.recognise(paper) >= 0.6


def test_the_day_of_issue_in_a_sentence() -> None:
    issued = "Issued this May 2, 2018 upon request of the above-named employee for whatever legal purpose it serves."
    reading = letter.read(pdf(*HEAD, STATEMENTS["between … and"][0], issued, *FOOT))
    assert facts(reading)["document_date"] == "2018-05-02"


HIRED = (
    "Mme Maria Santos, née le 3 mai 1990, est employée chez nous depuis le 5 juillet 2013 comme Pastry Cook."
)
DAYS: dict[str, tuple[Part, ...]] = {
    "a birth in the sentence": (HIRED, "Fait à Lomé, le 3 août 2018"),
    "a birth at the beginning of a line": (
        "Nous certifions par la présente que la personne qui est nommée Madame Maria Santos, née le",
        "3 mai 1990, est employée chez nous depuis le 5 juillet 2013 comme Pastry Cook.",
        "Lomé, le 3 août 2018",
    ),
    "the day over the end of a line": (
        HIRED,
        "Fait pour servir et valoir ce que de droit à Lomé, le",
        "3 août 2018",
    ),
    "in the same paragraph": (f"{HIRED} Fait à Lomé, le 03/08/2018.",),
    "rows": (
        "CERTIFICAT DE TRAVAIL",
        ("Nom", "Maria Santos"),
        ("Née le", "03/05/1990 à Lomé"),
        ("Emploi occupé", "Pastry Cook"),
        ("Date d'entrée", "05/07/2013"),
        ("Date de sortie", "18/07/2017"),
        "FAIT À LOMÉ LE 03/08/2018",
    ),
    "a passport and a resignation": (
        "With reference to your resignation dated 18.06.2017",
        "Passport issued on 05.05.2012",
        "Ms. Maria Santos worked with us as Pastry Cook from 05.07.2013 to 18.07.2017.",
        "Issued this 3rd day of August 2018 at Manila.",
    ),
    "a company's registration": (
        ("Registration date", "05.05.2001"),
        "Ms. Maria Santos worked with us as Pastry Cook from 05.07.2013 to 18.07.2017.",
        "August 3, 2018",
    ),
    "after a date that is older than the work": (
        "Manila, 4 January 2001",
        "Ms. Maria Santos worked with us as Pastry Cook from 05.07.2013 to 18.07.2017.",
        "Manila, 3 August 2018",
    ),
}


@pytest.mark.parametrize("telling", DAYS)
def test_the_day_of_the_letter_is_no_date_that_it_tells(telling: str) -> None:
    assert facts(letter.read(pdf(*HEAD, *DAYS[telling], *FOOT)))["document_date"] == "2018-08-03"


@pytest.mark.parametrize("text", [HIRED, f"Attestation. {HIRED}", "Née le 3 mai 1990"])
def test_a_letter_without_a_day_has_none(text: str) -> None:
    assert "document_date" not in facts(letter.read(pdf(*HEAD, text, *FOOT)))


def test_a_letter_that_is_older_than_the_work_it_tells_says_so() -> None:
    text, _ = STATEMENTS["between … and"]
    assert facts(letter.read(pdf(*HEAD, "Date: May 2, 2012", text, *FOOT)))["document_date"] == "2012-05-02"


def test_duties_at_the_end_of_a_sentence() -> None:
    said = "In the course of her work she is called upon to: mix dough; run the oven; keep the kitchen clean."
    job = only(letter.read(pdf(*HEAD, STATEMENTS["between … and"][0], said, *FOOT)))
    assert job.duties == ("mix dough", "run the oven", "keep the kitchen clean")


def test_a_saint_ends_no_sentence() -> None:
    text = "Maria Santos joined St. Luke Bakery on 5 July 2013 and resigned effective 18 July 2017."
    job = only(letter.read(pdf("St. Luke Bakery", *HEAD[1:], text, *FOOT)))
    assert told(job)[1:] == ("St. Luke Bakery", "2013-07-05", "2017-07-18")


def test_a_statement_over_the_end_of_a_line_is_known() -> None:
    start = "This letter serves to introduce Ms. Maria Santos, who was in our"
    paper = pdf(
        *HEAD, start, "employ from 5 July 2013 until 18 July 2017, holding the post of Cook.", PAID, *FOOT
    )
    assert letter.recognise(paper) >= 0.5


def test_a_promotion_told_under_a_table_of_the_whole_time() -> None:
    table = [("Joined on", "05 Jul 2013") if part[0] == "Date of joining" else part for part in TABLE]
    table = [("Relieved on", "Continuing in service") if p[0] == "Last working day" else p for p in table]
    said = "Ms. Santos was hired as Helper and was promoted to Pastry Cook on 1 July 2015."
    reading = letter.read(pdf(*table[:-3], said, *FOOT))
    assert told(only(reading)) == ("Pastry Cook", "Sunrise Bakery Ltd.", "2013-07-05", "present")
    assert facts(reading)["full_name"] == "Maria Santos"


def test_a_post_in_small_letters_to_which_somebody_was_named() -> None:
    text = (
        "Nous attestons que Mme Maria Santos travaille chez nous depuis le 5 juillet 2013. Engagée en qualité de "
        "boulangère, elle a été nommée cheffe de fournil le 1er mai 2016."
    )
    jobs = told_by(*HEAD, "3 août 2018", text, *FOOT)
    assert [(job[2], job[3]) for job in jobs] == [("2013-07-05", "2016-05-01"), ("2016-05-01", "present")]
    assert jobs[1][0] == "cheffe de fournil"


@pytest.mark.parametrize(
    ("said", "titles"),
    [
        (
            "We confirm that Maria Santos has been working with us since 5 July 2013, first as pastry cook and since "
            "1 May 2016 as head pastry cook, 40 hours per week.",
            ["pastry cook", "head pastry cook"],
        ),
        (
            "It is certified that Maria Santos works in our company since July 5, 2013, initially as Packer and from "
            "May 1, 2016 to date as Shift Supervisor, full time.",
            ["Packer", "Shift Supervisor"],
        ),
    ],
)
def test_two_posts_in_one_sentence(said: str, titles: list[str]) -> None:
    assert told_by(*HEAD, "August 3, 2018", said, *FOOT) == [
        (titles[0], "Sunrise Bakery Ltd.", "2013-07-05", "2016-05-01"),
        (titles[1], "Sunrise Bakery Ltd.", "2016-05-01", "present"),
    ]


def test_a_title_with_and_in_it_is_no_employer() -> None:
    text = (
        "It is certified that Mr. Ali Karimi worked in this company from 2013-07-05 until 2017-07-18 with "
        "the position of Head of Packing and Dispatch Department for 44 hours a week."
    )
    job = only(letter.read(pdf(*HEAD, text, *FOOT)))
    assert (job.title, job.employer) == ("Head of Packing and Dispatch Department", "Sunrise Bakery Ltd.")


def test_a_table_of_a_docx_and_a_job_that_goes_on() -> None:
    paper = docx.Document()
    for text in (*HEAD, "Date: 03 Aug 2018", "EMPLOYMENT CERTIFICATE"):
        paper.add_paragraph(text)
    table = paper.add_table(rows=0, cols=2)
    for label, value in (
        ("Employee", "Mr. Andrii Kovalchuk"), ("Position", "Baker"), ("Date of joining", "05 Jul 2013"),
        ("Last working day", "Currently employed"),
    ):  # fmt: skip
        row = table.add_row()
        row.cells[0].text, row.cells[1].text = label, value
    stream = io.BytesIO()
    paper.save(stream)
    reading = letter.read(read_bytes(stream.getvalue(), "letter.docx", Options()))
    assert told(only(reading)) == ("Baker", "Sunrise Bakery Ltd.", "2013-07-05", "present")
    assert facts(reading)["full_name"] == "Andrii Kovalchuk"
    assert (only(reading).cite("title").place or "").startswith("table 1")


def test_duties_of_a_docx_without_signs() -> None:
    paper = docx.Document()
    for text in (
        *HEAD,
        "Ref: HR/2018/67     Date: 2018-08-03",
        "Subject: Experience letter of Ms. Maria Santos",
        "We are pleased to confirm that Ms. Maria Santos joined our organisation on 2013-07-05 "
        "and is presently working as Baker.",
        "Mix dough",
        "Run the oven",
        "Remuneration is PHP 15,500 monthly against 48 working hours a week. Work station: Manila, Philippines.",
        "This letter is issued on request.",
        *FOOT,
    ):
        paper.add_paragraph(text)
    stream = io.BytesIO()
    paper.save(stream)
    job = only(letter.read(read_bytes(stream.getvalue(), "letter.docx", Options())))
    assert job.duties == ("Mix dough", "Run the oven")
    assert (job.amount, job.currency, job.per, job.hours) == (15500.0, "PHP", "month", 48.0)
    assert (job.city, job.country) == ("Manila", "PH")


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("She receives a monthly salary of PHP 15,500.00.", (15500.0, "PHP", "month")),
        ("Her annual salary is CAD 52,000.", (52000.0, "CAD", "year")),
        ("She is paid 18.50 CAD per hour.", (18.5, "CAD", "hour")),
        ("Her last drawn salary was AED 3,500 per month.", (3500.0, "AED", "month")),
        ("Salaire mensuel brut : 8 200,00 MAD.", (8200.0, "MAD", "month")),
        ("Elle percevait un salaire de 1 850,00 EUR par mois.", (1850.0, "EUR", "month")),
        ("We wish her well.", (None, None, None)),
    ],
)
def test_pay(text: str, pay: tuple[Any, ...]) -> None:
    job = only(letter.read(pdf(*HEAD, "August 3, 2018", STATEMENTS["since … to date"][0], text, *FOOT)))
    assert (job.amount, job.currency, job.per) == pay


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("She works 48 hours per week.", 48.0),
        ("Horaire : 37,5 heures par semaine.", 37.5),
        ("against 40 working hours a week", 40.0),
        ("She works 40 hours weekly.", 40.0),
        ("She works 8 hours a day.", None),
        ("She works 8 hours a day, 6 days a week.", 48.0),
        ("She works nine (9) hours per day, five (5) days a week.", 45.0),
        ("Elle travaille 8 heures par jour, cinq jours par semaine.", 40.0),
        ("She works forty-eight (48) hours a week.", 48.0),
        ("She works 8 hours daily; her leave is 30 days a year.", None),
    ],
)
def test_hours(text: str, hours: float | None) -> None:
    assert (
        only(letter.read(pdf(*HEAD, "August 3, 2018", STATEMENTS["since … to date"][0], text, *FOOT))).hours
        == hours
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("She works at our León, Mexico location.", ("León", "MX")),
        ("Lieu de travail : Agadir, Maroc.", ("Agadir", "MA")),
        ("Work station: Can Tho, Vietnam.", ("Can Tho", "VN")),
        ("We wish her well.", ("Manila", "PH")),
    ],
)
def test_the_place_of_work_or_else_the_letterhead(text: str, place: tuple[str, str]) -> None:
    job = only(letter.read(pdf(*HEAD, "August 3, 2018", STATEMENTS["since … to date"][0], text, *FOOT)))
    assert (job.city, job.country) == place


STATES: dict[str, tuple[Part, ...]] = {
    "two languages": (
        ("RÉPUBLIQUE DU CAMEROUN", "REPUBLIC OF CAMEROON"),
        ("Paix – Travail – Patrie", "Peace – Work – Fatherland"),
        ("-------", "-------"),
        ("SUNRISE BAKERY", "Tél. : 222 555 014"),
    ),
    "beside the company": (
        ("République Togolaise", "SUNRISE BAKERY"),
        ("Travail - Liberté - Patrie", "BP 12 Lomé"),
    ),
    "an order": ("ROYAUME DU MAROC", "SUNRISE BAKERY", "S.A.R.L. au capital de 100 000 DH"),
    "a register": ("SUNRISE BAKERY", "An ISO certified Company", "(A unit of Sunrise Foods Pvt. Ltd.)"),
    "a government": ("GOVERNMENT OF INDIA", "SUNRISE BAKERY"),
}


@pytest.mark.parametrize("head", STATES)
def test_the_state_over_the_letterhead_is_no_employer(head: str) -> None:
    text = "This is to certify that Ms. Maria Santos worked with us as Pastry Cook from 05.07.2013 to 18.07.2017."
    assert only(letter.read(pdf(*STATES[head], text, across=250))).employer == "SUNRISE BAKERY"


def test_a_town_stands_before_its_province() -> None:
    text = "This is to certify that Ms. Maria Santos worked with us as Pastry Cook from 05.07.2013 to 18.07.2017."
    job = only(letter.read(pdf("Sunrise Bakery Ltd.", "Hill Road, Tagaytay City, Cavite", text)))
    assert (job.city, job.country) == ("Tagaytay City", "PH")


def test_a_ministry_may_be_the_employer() -> None:
    text = "This is to certify that Ms. Maria Santos worked with us as Pastry Cook from 05.07.2013 to 18.07.2017."
    head = ("REPUBLIC OF CAMEROON", "Peace – Work – Fatherland", "MINISTRY OF PUBLIC HEALTH")
    assert only(letter.read(pdf(*head, text))).employer == "MINISTRY OF PUBLIC HEALTH"


WORKED = "was employed with us as Pastry Cook from 05.07.2013 to 18.07.2017."
NAMED: dict[str, tuple[tuple[Part, ...], str | None]] = {
    "family name first": ((("Employee Name", "Santos, Maria Cristina D."),), "Santos, Maria Cristina D"),
    "a degree behind the name": ((("Employee Name", "Maria Santos, MBA"),), "Maria Santos"),
    "an office behind the name": ((("Employee Name", "Maria Santos, Pastry Cook"),), "Maria Santos"),
    "a father behind the name": ((("Employee Name", "Maria Santos, D/o Ramon Santos"),), "Maria Santos"),
    "a number in brackets": (
        (f"Certified that Smt. Maria Santos (Emp. Code: 118), D/o. Ramon Santos, {WORKED}",),
        "Maria Santos",
    ),
    "given to": (
        ("CERTIFICATE", "Given to Santos Maria Petrivna in confirmation that she " + WORKED),
        "Santos Maria Petrivna",
    ),
    "given to an office": ((f"Given to Immigration Canada for her visa. She {WORKED}",), None),
    "in the title": (
        ("CONFIRMATION OF EMPLOYMENT: MS. MARIA SANTOS", f"The above named {WORKED}"),
        "MARIA SANTOS",
    ),
    "an Ethiopian title": ((f"W/ro Maria Santos {WORKED}",), "Maria Santos"),
    "in the subject": (("Re: Maria Santos", f"The above named {WORKED}"), "Maria Santos"),
    "an initial that is a French verb": (
        (f"This is to certify that MS. MARIA A. SANTOS {WORKED}",),
        "MARIA A. SANTOS",
    ),
    "an initial that is a French title": ((f"Maria M. Santos {WORKED}",), "Maria M. Santos"),
    "a French title": ((f"Nous confirmons que M. Mario Santos {WORKED}",), "Mario Santos"),
    "known": (("I have known Ms. Maria Santos for six years.", f"She {WORKED}"), "Maria Santos"),
    "employée": (
        ("Je certifie avoir employé Mme Maria Santos du 05.07.2013 au 18.07.2017 comme vendeuse.",),
        "Maria Santos",
    ),
    "no name in the subject": (("Subject: Work Experience", f"The above named {WORKED}"), None),
    "no name in a French subject": (("Objet : Attestation de Travail", f"She {WORKED}"), None),
}


@pytest.mark.parametrize("telling", NAMED)
def test_whom_the_letter_is_about(telling: str) -> None:
    parts, name = NAMED[telling]
    assert facts(letter.read(pdf(*HEAD, *parts))).get("full_name") == name


TIMES = {
    "from Hamle 1, 2005 E.C. (July 5, 2013 G.C.) to Hamle 11, 2009 E.C. (July 18, 2017 G.C.)": "2017-07-18",
    "from July 5, 2013 (Hamle 1, 2005 E.C.) to July 18, 2017 (Hamle 11, 2009 E.C.)": "2017-07-18",
    "from July 5, 2013 G.C. to July 18, 2017 G.C.": "2017-07-18",
    "from 2070/03/21 B.S. (05 July 2013 A.D.) till 2074/04/03 B.S. (18 July 2017 A.D.)": "2017-07-18",
    "w.e.f. 05-Jul-2013 upto 18-Jul-2017": "2017-07-18",
    "from 5 July 2013 upto date": "present",
    "since Hamle 1, 2005 E.C. (July 5, 2013 G.C.) to date": "present",
}


@pytest.mark.parametrize("when", TIMES)
def test_times_in_another_calendar_and_in_one_word(when: str) -> None:
    document = pdf(
        *HEAD, f"This is to certify that Ms. Maria Santos has worked with us as Pastry Cook {when}."
    )
    assert told(only(letter.read(document))) == (
        "Pastry Cook",
        "Sunrise Bakery Ltd.",
        "2013-07-05",
        TIMES[when],
    )


@pytest.mark.parametrize(
    "title",
    [
        "Pastry Cook and, following her good work, was paid more",
        "Pastry Cook au salaire mensuel de 95 000 F",
        "Pastry Cook moyennant un salaire net de 95 000 F",
        "Pastry Cook earning PHP 9,500 monthly",
        "Pastry Cook, percevant 95 000 F",
        "Pastry Cook, gross monthly salary of PHP 9,500",
        "Pastry Cook, demonstrating honesty at all times",
        "Pastry Cook, pour une durée indéterminée",
        "Pastry Cook dans ma boutique",
    ],
)
def test_a_title_ends_before_the_pay(title: str) -> None:
    document = pdf(
        *HEAD, f"We certify that Ms. Maria Santos is employed with us since 05.07.2013 as {title}."
    )
    assert only(letter.read(document)).title == "Pastry Cook"


@pytest.mark.parametrize(
    "text",
    [
        "You worked with us (then known as Golden Oven) as a Pastry Cook from 05.07.2013 to 18.07.2017.",
        "She worked with us, then trading as Golden Oven Ltd., as a Pastry Cook from 05.07.2013 to 18.07.2017.",
        "She worked with us as an employee from 05.07.2013 to 18.07.2017, as a Pastry Cook.",
        "She was employed here as Pastry Cook. She assumed duty on 05.07.2013 and disengaged on 18.07.2017.",
        "She was relieved on 18.07.2017. She was employed with us as Pastry Cook from 05.07.2013.",
    ],
)
def test_a_name_and_a_status_are_no_title(text: str) -> None:
    job = only(letter.read(pdf(*HEAD, text)))
    assert told(job)[::2] + told(job)[3:] == ("Pastry Cook", "2013-07-05", "2017-07-18")


def test_an_item_with_its_own_time_is_a_role() -> None:
    said = "This is to certify that Ms. Maria Santos has worked with us since 3 June 2013 in the following capacities:"
    jobs = letter.read(
        pdf(*HEAD, said, "• Baker – June 2013 to May 2016", "• Pastry Cook – June 2016 to date")
    ).records
    assert [told(job)[::2] + told(job)[3:] for job in jobs if isinstance(job, Job)] == [
        ("Baker", "2013-06", "2016-05"),
        ("Pastry Cook", "2016-06", "present"),
    ]
    assert not any(job.duties for job in jobs if isinstance(job, Job))


def test_items_without_titles_are_no_roles() -> None:
    said = "This is to certify that Ms. Maria Santos worked with us as Pastry Cook from 05.07.2013 to 18.07.2017."
    items = ("• Opened the new ovens in June 2013", "• Led the night shift from May 2016 to June 2017")
    assert told(only(letter.read(pdf(*HEAD, said, *items))))[2:] == ("2013-07-05", "2017-07-18")


def test_a_promotion_makes_two_roles() -> None:
    reading = letter.read(
        pdf(
            *HEAD,
            "March 3, 2023",
            "This is to certify that Ms. Maria Santos joined Sunrise Bakery "
            "Ltd. on June 1, 2015 as Production Worker and was promoted to "
            "Line Leader on January 15, 2019. She resigned on February 28, 2023.",
            "Her monthly salary was PHP 22,000.",
            *FOOT,
        )
    )
    jobs = [record for record in reading.records if isinstance(record, Job)]
    assert [told(job)[0] for job in jobs] == ["Production Worker", "Line Leader"]
    assert [told(job)[2:] for job in jobs] == [("2015-06-01", "2019-01-15"), ("2019-01-15", "2023-02-28")]
    assert [job.amount for job in jobs] == [None, 22000.0]


def test_a_table_of_roles() -> None:
    reading = letter.read(
        pdf(
            *HEAD,
            "Date: 12 May 2023",
            "EXPERIENCE CERTIFICATE",
            "This is to certify that Ms. Maria Santos was employed by Sunrise Bakery Ltd. in the following "
            "positions:",
            ("Position", "From", "To"),
            ("Baker", "01/02/2012", "31/01/2014"),
            ("Pastry Cook", "01/02/2014", "30/04/2023"),
            *FOOT,
        )
    )
    assert [record.title for record in reading.records if isinstance(record, Job)] == ["Baker", "Pastry Cook"]


@pytest.mark.parametrize(
    "head",
    [
        ("Spell", "Designation", "D.O.J.", "Relieved on", "Nature of work"),
        ("S.No", "Post held", "Date of joining", "Date of relieving", "Department"),
        ("N°", "Poste", "Date d'entrée", "Date de sortie", "Service"),
    ],
)
def test_column_titles_are_no_label_and_its_value(head: tuple[str, ...]) -> None:
    document = pdf(
        *HEAD,
        "EXPERIENCE CERTIFICATE",
        "Certified that Ms. Maria Santos has worked with us as per the details given below:",
        head,
        ("I", "Baker", "05-07-2013", "31-08-2015", "Bread"),
        ("II", "Pastry Cook", "01-09-2015", "18-07-2017", "Cakes"),
        across=110,
    )
    jobs = [record for record in letter.read(document).records if isinstance(record, Job)]
    assert [told(job)[:1] + told(job)[2:] for job in jobs] == [
        ("Baker", "2013-07-05", "2015-08-31"),
        ("Pastry Cook", "2015-09-01", "2017-07-18"),
    ]


def test_column_titles_that_are_not_known_give_no_title() -> None:
    head, row = ("Designation", "Rang", "Von", "Bis"), ("Pastry Cook", "II", "05-07-2013", "18-07-2017")
    document = pdf(*HEAD, "Ms. Maria Santos worked with us:", head, row, across=120)
    assert all(record.title != "Rang" for record in letter.read(document).records if isinstance(record, Job))


@pytest.mark.parametrize(
    "rows",
    [
        (("Position held", "Pastry Cook"), ("Inclusive dates", "July 5, 2013 – July 18, 2017")),
        (("Post", "Pastry Cook"), ("Tenure of service", "05-07-2013 to 18-07-2017")),
        (("Business Title", "Pastry Cook"), ("DOJ", "05-07-2013"), ("Date of relieving", "18-07-2017")),
        (("Capacity", "Pastry Cook"), ("Date Employed", "05-07-2013"), ("Last working date", "18-07-2017")),
    ],
)
def test_rows_in_the_wording_of_one_office_or_another(rows: tuple[tuple[str, ...], ...]) -> None:
    job = only(letter.read(pdf(*HEAD, "SERVICE CERTIFICATE", ("Employee Name", "Maria Santos"), *rows)))
    assert told(job)[::2] + told(job)[3:] == ("Pastry Cook", "2013-07-05", "2017-07-18")


def test_an_end_without_a_start_is_kept() -> None:
    rows = (("Position", "Pastry Cook"), ("Last working date", "18-07-2017"))
    period = only(letter.read(pdf(*HEAD, "SERVICE CERTIFICATE", *rows))).period
    assert period is not None and (period.start, period.end_iso) == (None, "2017-07-18")


def test_labels_in_four_columns() -> None:
    rows = (
        ("Name", "Maria Santos", "Designation", "Pastry Cook"),
        ("DOJ", "05-07-2013", "Status", "Regular"),
    )
    assert told(only(letter.read(pdf(*HEAD, *rows, across=120))))[::2] == ("Pastry Cook", "2013-07-05")


def test_every_value_cites_the_words_as_they_stand() -> None:
    document = pdf(*TABLE)
    reading = letter.read(document)
    job = only(reading)
    assert job.cite("title").quote == "Pastry Cook"
    assert job.cite("employer").quote == "Sunrise Bakery Ltd."
    assert job.cite("from").quote == "05 Jul 2013"
    assert job.cite("to").quote == "18 Jul 2017"
    for evidence in (*job.cells.values(), *(fact.evidence for fact in reading.facts)):
        assert evidence.page == 1
        assert evidence.box is not None
        assert evidence.quote is not None and evidence.quote in document.text


def test_languages_and_signatures() -> None:
    french = letter.read(
        pdf(*HEAD, "Lille, le 3 août 2018", STATEMENTS["est employée depuis"][0], "Principales tâches :")
    )
    assert (french.language, french.signed, facts(french)["document_date"]) == ("fr", False, "2018-08-03")
    english = letter.read(
        pdf(*HEAD, "August 3, 2018", STATEMENTS["since … to date"][0], "Sincerely,", "Grace Lim")
    )
    assert (english.language, english.signed) == ("en", True)


@pytest.mark.parametrize(
    "mark",
    [
        "(seal, signed)",
        "(signature et tampon)",
        "(cachet et signature)",
        "(firma y sello)",
        "signed electronically by L. Rey",
    ],
)
def test_the_mark_of_a_signature_beside_that_of_a_stamp(mark: str) -> None:
    assert letter.read(
        pdf(*HEAD, "August 3, 2018", STATEMENTS["since … to date"][0], f"Personnel {mark}")
    ).signed


OTHERS: dict[str, tuple[Part, ...]] = {
    "offer": (
        *HEAD,
        "22 Jul 2024",
        "Maria Santos",
        "Offer of Employment",
        "We are pleased to offer you the position of Pastry Cook in Calgary, AB, at CAD 29.50 "
        "per hour for 40 hours per week, from December 21, 2026 to December 20, 2028.",
        *FOOT,
    ),
    "contract": (
        *HEAD,
        "EMPLOYMENT CONTRACT",
        ("Employer", "Sunrise Bakery Ltd."),
        ("Employee", "Maria Santos"),
        ("Position", "Pastry Cook"),
        ("Start date", "February 4, 2027"),
        ("End date", "February 3, 2028"),
        ("Hours", "40 hours per week"),
        ("Wage", "CAD 24.00 per hour"),
    ),
    "contrat": (
        *HEAD,
        "CONTRAT DE TRAVAIL",
        ("Employeur", "Sunrise Bakery Ltd."),
        ("Employé(e)", "Maria Santos"),
        ("Poste", "Cook"),
        ("Début", "30 novembre 2026"),
    ),
    "bank": (
        "Banco del Valle",
        "October 6, 2026",
        "To whom it may concern",
        "We confirm that Maria Santos holds account 7711413895 with us since 2018. The balance "
        "as of October 6, 2026 is MXN 249,800.00.",
        "Branch Manager (signed)",
    ),
    "explanation": (
        "Maria Santos",
        "17 Oct 2026",
        "To the Visa Officer",
        "Dear Officer,",
        "I have worked as Cook at Sunrise Bakery Ltd., Manila, since July 2024. My employer's new "
        "letter confirms my leave and my return.",
        "Employment reference letters",
    ),
    "refusal": (
        "Immigration, Refugees and Citizenship Canada",
        "UCI: 1239-4285",
        "Dear Maria Santos:",
        "I have completed the review of your application for a work permit. I am not satisfied "
        "that you will leave Canada, based on your current employment situation.",
    ),
    "diploma": (
        "College of Art",
        "This is to certify that Maria Santos was awarded the Diploma in Arts on 3 May 2012.",
    ),
    "police": (
        "National Police",
        "POLICE CLEARANCE CERTIFICATE",
        "This is to certify that Maria Santos has no criminal record.",
    ),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_other_papers_are_not_taken_for_an_employment_letter(kind: str) -> None:
    assert letter.recognise(pdf(*OTHERS[kind])) < 0.3


def test_a_paper_without_words_is_read_without_harm() -> None:
    document = Document("empty.pdf", "0" * 64, "pdf", "none", "full")
    assert letter.recognise(document) == 0.0
    assert letter.read(document).records == ()


def readings(kinds: Sequence[str]) -> list[tuple[Path, str, dict[str, Any]]]:
    return [
        (expected.with_name(expected.name.removesuffix(".expected.json")), path, reading)
        for expected in sorted(CASES.glob("*.expected.json"))
        for path, reading in json.loads(expected.read_text(encoding="utf-8"))["reading"].items()
        if reading["method"] in ("text", "docx") and (not kinds or reading["kind"] in kinds)
    ]


@uses_shared
def test_cases_are_read_in_full() -> None:
    for folder, path, wanted in readings(["employment-letter"]):
        found = letter.read(read_file(folder, path, Options()))
        (record,) = wanted["records"]
        job = only(found)
        assert (key(job.employer or ""), *told(job)[2:]) == (
            key(record["employer"]),
            record["from"],
            record["to"],
        ), path
        assert (job.title, job.city, job.country) == (record["title"], record["city"], record["country"]), (
            path
        )
        assert (job.amount, job.currency) == (record["amount"], record["currency"]), path
        assert facts(found) == wanted["facts"], path


@uses_shared
def test_no_other_paper_of_the_cases_is_taken_for_one() -> None:
    for folder, path, wanted in readings([]):
        sure = letter.recognise(read_file(folder, path, Options()))
        assert (sure >= 0.5) if wanted["kind"] == "employment-letter" else (sure < 0.3), path


def test_emoluments_of_a_country_whose_money_is_one_letter() -> None:
    read = letter.read(
        pdf(
            "BENUE MILLS LIMITED",
            "12 Hospital Road, Makurdi, Nigeria",
            "4th May, 2026",
            "LETTER OF EMPLOYMENT",
            "This is to confirm that Mr. Terver Agba has been employed by Benue Mills Limited as Miller since "
            "6th June, 2017. He works a 44-hour week and his gross annual emolument is N2,760,000.00.",
        )
    )
    (job,) = [record for record in read.records if isinstance(record, Job)]
    assert (job.amount, job.per, job.hours) == (2760000.0, "year", 44.0)


def test_a_first_day_beside_a_label_and_words_that_the_work_goes_on() -> None:
    read = letter.read(
        pdf(
            "Golden Reef Hotel Ltd",
            "EMPLOYMENT CONFIRMATION LETTER",
            ("Staff name", "Mary Wanjiru"),
            ("Designation", "Room Supervisor"),
            ("Joining date", "3 February 2023"),
            ("Monthly emoluments", "KES 62,000"),
            "She remains our employee as of the date of this letter, 4 May 2026.",
        )
    )
    (job,) = [record for record in read.records if isinstance(record, Job)]
    assert job.period is not None
    assert (job.period.start_iso, job.period.end_iso, job.amount) == ("2023-02-03", "present", 62000.0)


def told_by(*parts: Part) -> list[tuple[Any, ...]]:
    """Give title, employer, first and last day of each job of a letter."""
    return [told(job) for job in letter.read(pdf(*parts)).records if isinstance(job, Job)]


def test_a_letter_that_speaks_to_the_one_who_leaves() -> None:
    document = pdf(
        "Sabarmati Switchgear Pvt Ltd",
        "Plot 4, Industrial Estate, Vatva, Ahmedabad - 382445",
        "12 March 2024",
        "ACCEPTANCE OF RESIGNATION",
        "Mr. Anoop Kurian Thomas",
        "Dear Mr. Thomas,",
        "Your resignation is accepted. Our records show that you served as Panel Fitter from 4 May 2017 to 29 "
        "February 2024.",
        "(signed and stamped)",
        "S. Nair, Manager",
    )
    reading = letter.read(document)
    assert letter.recognise(document) > 0.5
    assert reading.signed is True
    assert {fact.value for fact in reading.facts if fact.attribute == "full_name"} == {"Anoop Kurian Thomas"}
    (job,) = [record for record in reading.records if isinstance(record, Job)]
    assert (job.title, job.city) == ("Panel Fitter", "Ahmedabad")


def test_a_translation_is_no_employer_and_a_town_no_part_of_its_name() -> None:
    sentence = (
        "This is to certify that Elena Rojas worked as Waitress from 2 May 2016 to 3 June 2019 in our house."
    )
    assert told_by(
        "Sworn translation from Spanish", "Posada Luna, Cusco", "Cusco, Peru, 4 June 2019", sentence
    ) == [("Waitress", "Posada Luna", "2016-05-02", "2019-06-03")]


def test_a_second_post_after_then() -> None:
    assert told_by(
        "ATELIERS DU PORT SARL",
        "CERTIFICAT DE TRAVAIL",
        "Nous certifions que M. Ali Ben Salah a travaillé dans notre société en qualité de soudeur du 03/02/2014 au "
        "30/06/2018, puis de chef d'équipe du 01/07/2018 au 31/12/2023.",
    ) == [
        ("soudeur", "ATELIERS DU PORT SARL", "2014-02-03", "2018-06-30"),
        ("chef d'équipe", "ATELIERS DU PORT SARL", "2018-07-01", "2023-12-31"),
    ]


def test_posts_listed_by_their_dates_without_bullets() -> None:
    assert told_by(
        "Zarya Works PJSC",
        "CERTIFICATE OF EMPLOYMENT",
        "Issued to Olena Bondar that she really worked in Zarya Works PJSC:",
        "from 03.09.2012 to 14.06.2016 - welder of the 3rd grade;",
        "from 15.06.2016 to 28.02.2022 - welder of the 5th grade.",
    ) == [
        ("welder of the 3rd grade", "Zarya Works PJSC", "2012-09-03", "2016-06-14"),
        ("welder of the 5th grade", "Zarya Works PJSC", "2016-06-15", "2022-02-28"),
    ]


def test_a_tax_slip_is_no_letter_of_an_employer() -> None:
    slip = pdf(
        "FORM NO. 16",
        "Certificate of tax deducted at source on salary",
        ("Name of the Employer", "BLUE MILLS LIMITED"),
        ("Name of the Employee", "ANITA RAO"),
        ("Period", "01-Apr-2022 to 31-Mar-2023"),
    )
    assert letter.recognise(slip) < 0.5


def test_a_certificate_in_a_table_headed_by_name_and_title_with_its_day_at_the_foot() -> None:
    document = docx_of("""
        HARBOUR PLAZA HOTEL — CONSTANCIA LABORAL / EMPLOYMENT CERTIFICATE
        Employee | Leila Sample
        Position held | Kitchen Assistant
        From | 11 March 2015 | To | 30 April 2017
        Weekly hours | 48
        Duties | cutting, washing of pots and helping the cook
        Issued in Agadir on 20 August 2025. (signed) Karim Model, Personnel, tel. 0555 01 01 21
    """)
    reading = letter.read(document)
    (job,) = (record for record in reading.records if isinstance(record, Job))
    assert job.employer == "HARBOUR PLAZA HOTEL"
    assert reading.as_of.date is not None and reading.as_of.date.iso == "2025-08-20"


@pytest.mark.parametrize("lead", ["Given to citizen", "Issued to citizen", "This reference is given to cit."])
def test_a_reference_given_to_a_citizen(lead: str) -> None:
    document = pdf(
        "OsOO Tulpar Trans",
        "Bishkek, tel. +996 555 010 118",
        "Ref. No. 12 of 12.10.2026",
        "REFERENCE",
        f"{lead} Asanov Nurbek Maratovich, born 02.11.1990, to the effect that he has indeed worked at OsOO "
        "Tulpar Trans since 15.03.2021 in the position of crane operator, full time, 40 hours per week.",
        "His salary is KGS 68,000 per month.",
        "Director (signature, seal) T. Usenov",
    )
    assert letter.recognise(document) > 0.5
    reading = letter.read(document)
    assert facts(reading)["full_name"] == "Asanov Nurbek Maratovich"
    assert told(only(reading))[:2] == ("crane operator", "OsOO Tulpar Trans")


@pytest.mark.parametrize(
    ("told_as", "title"),
    [
        ("Nanny and house keeper with us", "Nanny and house keeper"),
        ("Baker and cashier", "Baker and cashier"),
        ("Baker and later supervisor of the night shift", "Baker"),
        ("Baker and helped the manager", "Baker"),
        ("Baker and was paid KWD 90", "Baker"),
    ],
)
def test_a_title_of_two_halves(told_as: str, title: str) -> None:
    text = f"This is to certify that Ms. Maria Santos was working as {told_as} from 5 March 2014 to 24 January 2018."
    assert [job[0] for job in told_by(*HEAD, "10 February 2018", text)] == [title]


@pytest.mark.parametrize(
    "paid",
    [
        "Her salary was CAD 58,000 a year; it had been at that level since January 1, 2018.",
        "Her monthly salary has been USD 900 since January 1, 2018.",
        "Her pay, raised to USD 900, has stood at that rate since January 2018.",
    ],
)
def test_since_when_a_pay_holds_is_no_time_of_work(paid: str) -> None:
    text = f"Ms. Maria Santos worked for us full time as Pastry Cook from March 28, 2014 until August 28, 2019. {paid}"
    assert [job[0:4:2] for job in told_by(*HEAD, "October 20, 2019", text)] == [("Pastry Cook", "2014-03-28")]


def test_a_letter_as_confirmation_names_no_title() -> None:
    text = "Please accept this letter as confirmation that Maria Santos has been with our company since May 28, 2014."
    assert [
        job[0] for job in told_by(*HEAD, "Confirmation of employment – Maria Santos", "June 5, 2019", text)
    ] == [None]


@pytest.mark.parametrize(
    "end",
    [
        ("Grace Lim, Owner",),
        ("Personnel manager G. Lim",),
        ("Grace Lim", "Proprietress"),
        ("For Sunrise Bakery Ltd.", "Grace Lim – head of human resources"),
        ("Manila, 3 August 2018", "G. Lim"),
        ("Yours faithfully,", "Dr. Grace Lim, Head of Production"),
        ("Respectfully,", "Grace Lim | Owner | Sunrise Bakery Ltd."),
        ("Prepared by: Ana Cruz, HR Assistant", "Approved by: Grace Lim, Managing Director"),
        ("Director G. Lim", "Translated from Filipino by the bureau of Ana Cruz in Manila, sworn translator"),
    ],
)
def test_the_name_of_the_writer_at_the_end_signs(end: tuple[str, ...]) -> None:
    assert letter.read(pdf(*HEAD, "August 3, 2018", STATEMENTS["since … to date"][0], *end)).signed


@pytest.mark.parametrize(
    "end",
    [
        ("Human Resources",),
        ("The management",),
        ("Maria Santos, Pastry Cook",),
        ("Yours faithfully,", "________________", "Head of Production | Sunrise Bakery Ltd."),
        ("Grace Lim, Owner", "________________"),
        ("(to be signed by)", "Grace Lim, Owner"),
        ("Ask us for more at any hour of the day.",),
    ],
)
def test_no_writer_at_the_end_signs_nothing(end: tuple[str, ...]) -> None:
    assert not letter.read(pdf(*HEAD, "August 3, 2018", STATEMENTS["since … to date"][0], *end)).signed


def test_a_line_to_sign_on_is_no_signature() -> None:
    text = STATEMENTS["since … to date"][0]
    assert not letter.read(
        pdf(*HEAD, "August 3, 2018", text, "Personnel ____________ (signature and stamp)")
    ).signed
    assert letter.read(pdf(*HEAD, "August 3, 2018", text, "Personnel (signature and stamp)")).signed


def test_days_on_which_somebody_was_away_are_not_those_of_the_job() -> None:
    reading = letter.read(
        docx_of("""
        KAVAK LIFTS LTD
        3 June 2026
        TO WHOM IT MAY CONCERN
        We confirm that Ms. Deniz Arslan has been on our payroll as a lift mechanic since 4 May 2020 and remains so.
        From 11 to 29 March 2025 she was on annual leave; from 5 to 9 May 2026 she visited the trade fair in Lyon.
        (signed) H. Kavak, Director
    """)
    )
    period = only(reading).period
    assert period is not None and period.open
    assert period.start is not None and period.start.iso == "2020-05-04"


def test_a_day_until_which_a_pay_held_ends_no_job() -> None:
    reading = letter.read(
        docx_of("""
        OLIVE DENTAL CLINIC
        3 June 2026
        TO WHOM IT MAY CONCERN
        Deniz Arslan joined Olive Dental Clinic as a dental assistant on 4 May 2020. She was away on maternity leave
        from 1 March 2024 to 31 August 2024 and is back since 1 September 2024.
        She is paid EUR 2,100 a month (EUR 1,850 until March 2025).
        (signed) H. Kavak, Director
    """)
    )
    assert told(only(reading))[2:] == ("2020-05-04", "present")
    left = letter.read(
        docx_of("""
        OLIVE DENTAL CLINIC
        3 June 2026
        TO WHOM IT MAY CONCERN
        Deniz Arslan joined Olive Dental Clinic as a dental assistant on 4 May 2020, was paid EUR 1,850 a month and
        stayed until March 2025.
        (signed) H. Kavak, Director
    """)
    )
    assert told(only(left))[2:] == ("2020-05-04", "2025-03")


@pytest.mark.parametrize(
    "over", ["MINISTRY OF HEALTH", "Oromia Regional State Health Bureau", "County Department of Health"]
)
def test_a_house_of_the_state_stands_under_its_ministry(over: str) -> None:
    reading = letter.read(
        docx_of(f"""
        {over}
        KIBWEZI SUB-COUNTY HOSPITAL
        14 May 2022
        CERTIFICATE OF SERVICE
        This is to certify that Ms. Faith Mwende was employed as a Laboratory Technologist from 3 June 2013 to
         30 April 2022.
        Medical Superintendent (signed)
    """)
    )
    assert only(reading).employer == "KIBWEZI SUB-COUNTY HOSPITAL"


def test_who_employs_at_home_signs_and_lives_at_the_address() -> None:
    reading = letter.read(
        docx_of("""
        Apt 12, 40 Corniche Road, Beirut
        30 June 2021
        To whom it may concern,
        Grace Adeyemi worked in our home as a housekeeper from 2 July 2017 to 30 June 2021, 45 hours a week, for
         USD 600 a month. She cooked, cleaned and looked after my children.
        Rima Saab (signed)
    """)
    )
    assert only(reading).employer == "Rima Saab"


def test_the_abbreviation_of_signed_is_a_mark() -> None:
    text = STATEMENTS["since … to date"][0]
    assert letter.read(pdf(*HEAD, "August 3, 2018", text, "(Sgd.) ADA M. CRUZ")).signed


def test_seasons_by_their_years_beside_the_first_and_the_last_day() -> None:
    reading = letter.read(
        docx_of("""
        BLUE HERON VINEYARDS INC.
        3 November 2022
        To whom it may concern
        Luis Poot was employed by Blue Heron Vineyards Inc. as a vineyard worker in the 2019, 2021 and 2022 seasons
         (from May 2, 2019; last day October 28, 2022), about 50 hours a week at $16.00 an hour.
        (signed) Ada Frey, owner
    """)
    )
    period = only(reading).period
    assert str(period) == "2019-05-02 to 2022-10-28"


def test_a_department_certifies_for_its_house() -> None:
    reading = letter.read(
        docx_of("""
        MINOTERIE DU SAHEL S.A.
        Nous soussignés, Service du personnel, certifions que M. Issa Diallo travaille comme meunier dans la maison
        depuis le 3 mars 2018, 40 heures par semaine.
    """)
    )
    assert {row["employer"] for row in rows_of(reading, "job")} == {"MINOTERIE DU SAHEL S.A."}


def test_the_day_below_the_words_to_whom_it_may_concern() -> None:
    reading = letter.read(
        docx_of("""
        To whomsoever it may concern
        Doha, 7 June 2018
        I certify that Ms. Asha Rai worked in my house as housemaid from 2 March 2015 to 30 May 2018.
        Hessa Al-Kuwari
    """)
    )
    assert facts_of(reading)["document_date"] == "2018-06-07"


def test_a_head_with_the_address_behind_a_dash() -> None:
    reading = letter.read(
        docx_of("""
        QUINCAILLERIE DU FLEUVE SARL – Rue Blanchot, Saint-Louis – 33 961 02 44
        CERTIFICAT DE TRAVAIL
        Nous certifions que Mlle Awa SOW a été employée par notre établissement du 7 mai 2017 au 30 juin 2019 en
        qualité de vendeuse.
        Elle servait les clients.
    """)
    )
    assert {row["employer"] for row in rows_of(reading, "job")} == {"QUINCAILLERIE DU FLEUVE SARL"}


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Mme KANE née SOW Awa", "SOW Awa"),
        ("Mme Awa KANE née SOW", "Awa KANE"),
        ("Mme Awa KANE, née le 3 mai 1990 à Thiès,", "Awa KANE"),
    ],
)
def test_a_married_name_alone_before_the_name_of_birth(who: str, name: str) -> None:
    reading = letter.read(
        docx_of(f"""
        CLINIQUE DU CAP
        Le directeur atteste que {who} travaille comme sage-femme depuis le 3 mars 2018.
    """)
    )
    assert facts_of(reading)["full_name"] == name


def test_a_day_beside_a_label_with_what_brackets_say_of_it() -> None:
    reading = letter.read(
        docx_of("""
        NAJD PIPELINES CO. W.L.L.
        EXPERIENCE CERTIFICATE
        Name: Asha Rai
        Designation: Pipe fitter
        Date of joining: 01.03.2015 (by release from another sponsor)
        Last working day: 30.05.2018 (final exit)
    """)
    )
    assert [(row["from"], row["to"]) for row in rows_of(reading, "job")] == [("2015-03-01", "2018-05-30")]


def test_a_shop_whose_owner_writes_is_no_home() -> None:
    reading = letter.read(
        docx_of("""
        BOULANGERIE DU CARREFOUR
        CERTIFICAT DE TRAVAIL
        Je soussigné ESSAMA Luc, boulanger, certifie que M. Paul Nana a travaillé chez moi comme aide-boulanger du
        1er mars 2012 au 30 juin 2015.
        ESSAMA Luc
    """)
    )
    assert {row["employer"] for row in rows_of(reading, "job")} == {"BOULANGERIE DU CARREFOUR"}


def test_a_line_that_ends_with_a_short_word_goes_on_and_the_number_of_a_visa_is_no_journey() -> None:
    reading = letter.read(
        made_pdf("""
        RED SEA GARDENS EST.
        EXPERIENCE CERTIFICATE
        We certify that Mr. PAWAN RAI, Nepalese, passport 05118820, visa no.
        301/2018/5511820, worked for us as Gardener from 1 March 2018 to 30 May 2021.
        He watered, pruned and planted.
    """)
    )
    assert [(row["title"], row["from"], row["to"]) for row in rows_of(reading, "job")] == [
        ("Gardener", "2018-03-01", "2021-05-30")
    ]


def test_a_sentence_about_a_visa_for_a_journey_tells_no_work() -> None:
    reading = letter.read(
        docx_of("""
        RED SEA GARDENS EST.
        We certify that Mr. PAWAN RAI worked for us as Gardener from 1 March 2018 to 30 May 2021.
        He asks for a visa as a tourist from 1 July 2021 to 30 July 2021.
    """)
    )
    assert [row["from"] for row in rows_of(reading, "job")] == ["2018-03-01"]


@pytest.mark.parametrize(
    ("words", "sure"), [("has been a baker with us from", True), ("was a tenant with us from", False)]
)
def test_a_letter_of_a_house_with_which_somebody_was(words: str, sure: bool) -> None:
    text = f"""
        Cedar Bakery Ltd.
        14 Hill Street, Vernon BC
        9 November 2026
        Ida Sample {words} May 6, 2024 to October 8, 2026, 40 hours per week, when her extension was refused.
        Rosa Lane, owner (signed)
    """
    assert (letter.recognise(docx_of(text)) >= 0.5) is sure


def test_the_post_of_who_certifies_is_not_that_of_the_employee() -> None:
    text = """
        SAMPLE CARGO S.A.
        Ambato, 28 October 2026
        The undersigned, in his capacity as General Manager of Sample Cargo S.A., certifies that Mr. Luis Otro worked
        for us as crane operator from 1 August 2016 to 31 October 2019, full time.
        Ivo Rey, General Manager (signed)
    """
    (job,) = [record for record in letter.read(docx_of(text)).records if isinstance(record, Job)]
    assert job.title == "crane operator"


def test_a_post_to_which_somebody_rose_behind_its_day() -> None:
    text = """
        SAMPLE TIMBER S.R.L.
        26 October 2026
        We certify that Mrs Ida Sample is an employee of our company with a contract registered under no. 118 of
        10.05.2021, in the position of welder, since 01.09.2023 senior welder.
        Ivo Rey, Administrator (signed)
    """
    found = [record for record in letter.read(docx_of(text)).records if isinstance(record, Job)]
    told = [(job.title, job.period.start_iso) for job in found if job.period is not None]
    assert told == [("welder", "2021-05-10"), ("senior welder", "2023-09-01")]


@pytest.mark.parametrize("sign", ["-", "–", ":", "~"])
def test_a_house_over_the_department_that_certifies(sign: str) -> None:
    text = f"""
        SAMPLE SOFTWARE COLOMBIA S.A.S. {sign} NIT 900.111.222-3
        THE HUMAN TALENT MANAGEMENT
        CERTIFIES THAT
        Mr. LUIS OTRO, identified with citizenship card No. 1.000.111.222, has been linked to this company by an
        indefinite term labor contract since 17 September 2018, and currently holds the position of ARCHITECT.
        Rosa Rey, Human Talent Manager (signed)
    """
    (job,) = [record for record in letter.read(docx_of(text)).records if isinstance(record, Job)]
    assert job.employer == "SAMPLE SOFTWARE COLOMBIA S.A.S."


def test_posts_behind_one_label_that_go_on_in_the_next_line() -> None:
    text = """
        SAMPLE SEAFOOD COMPANY LIMITED
        12 Mill Road, Phan Thiet
        CONFIRMATION OF EMPLOYMENT
        The Company confirms that Ms. IDA SAMPLE has been working at the Company from 05 March 2018 until now.
        Position: packing worker (from 05 March 2018 to 31 December 2021); head of
        the filleting team (from 01 January 2022 until now).
        Working time: 48 hours per week.
        Rosa Rey, Director (signed)
    """
    found = [record for record in letter.read(made_pdf(text)).records if isinstance(record, Job)]
    told = [(job.title, job.period.start_iso) for job in found if job.period is not None]
    assert told == [("packing worker", "2018-03-05"), ("head of the filleting team", "2022-01-01")]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "CERTIFICAT DE FIN DE SERVICE",
            "Je soussigné Paul Modèle, gérant, certifie que le nommé Jean Exemple a presté chez nous comme "
            "aide-mécanicien du 02/11/2009 au 28/02/2014, au salaire mensuel de 180.000 FC.",
        ),
        (
            "Objet : lettre de recommandation et d'emploi",
            "J'atteste que Jean Exemple a été à notre emploi comme aide-mécanicien du 2 novembre 2009 au 28 février "
            "2014, à raison de 35 heures par semaine.",
        ),
        (
            "Attestation de bonne fin de service",
            "Nous attestons que la nommée Ida Exemple a œuvré chez nous en qualité d'aide-mécanicien, catégorie 4, "
            "du 2 novembre 2009 au 28 février 2014.",
        ),
        (
            "WORK CERTIFICATE",
            "Name of employee: Ida Sample\n        Post: aide-mécanicien\n"
            "        Served from 23/02/2002 E.C. to 21/06/2006 E.C. [2 November 2009 to 28 February 2014 G.C.]\n"
            "        Monthly salary: Birr 4,085.00",
        ),
    ],
)
def test_services_that_ended_in_the_words_of_africa_and_quebec(title: str, told: str) -> None:
    document = docx_of(f"""
        GARAGE CENTRAL EXEMPLE SARL
        31, chaussée du Lac, Lubumbashi – Tél. 0997 055 512
        {title}
        {told}
        Lubumbashi, le 03/03/2014
    """)
    assert recognise_paper(document) == "employment-letter"
    (job,) = [record for record in letter.read(document).records if isinstance(record, Job)]
    assert job.title == "aide-mécanicien"
    assert job.period is not None
    assert (job.period.start_iso, job.period.end_iso) == ("2009-11-02", "2014-02-28")


@pytest.mark.parametrize(
    "told",
    [
        "que Monsieur Jean Exemple fait partie des effectifs de notre société depuis le 10 mars 2014. Engagé en "
        "qualité "
        "de mécanicien (classe M2), l'intéressé a été promu au grade de chef d'équipe en date du 1er septembre 2023, "
        "fonction qu'il exerce à ce jour.",
        "que Monsieur Jean Exemple travaille chez nous depuis le 10 mars 2014. Il a débuté comme mécanicien et il est "
        "chef d'équipe depuis le 1er septembre 2023.",
        "que Monsieur Jean Exemple est à notre service depuis le 10 mars 2014. Engagé comme mécanicien, il est chef "
        "d'équipe depuis le 1er septembre 2023.",
        "that Ato Jean Exemple has been serving in our garage since March 10, 2014. From March 10, 2014 up to August "
        "31, 2023 he worked as mécanicien, and from September 1, 2023 up to now as chef d'équipe, 44 hours per week.",
        "that Ato Jean Exemple has been serving in our garage since Megabit 1, 2006 E.C. (March 10, 2014 G.C.). From "
        "Megabit 1, 2006 E.C. up to Nehase 25, 2015 E.C. (August 31, 2023 G.C.) he worked as mécanicien, and from "
        "Nehase 26, 2015 E.C. (September 1, 2023 G.C.) up to now as chef d'équipe, 44 hours per week.",
    ],
)
def test_two_posts_at_one_house(told: str) -> None:
    text = f"""
        SOCIÉTÉ EXEMPLE DES MINES SA
        44, route du Lac, Lubumbashi – Tél. +243 81 055 04 04
        ATTESTATION DE SERVICE / CERTIFICATE OF SERVICE
        Nous attestons / we certify {told}
        Fait à Lubumbashi, le 13 octobre 2026
    """
    found = [record for record in letter.read(docx_of(text)).records if isinstance(record, Job)]
    told_posts = [
        (job.title, job.period.start_iso, job.period.open) for job in found if job.period is not None
    ]
    assert told_posts == [("mécanicien", "2014-03-10", False), ("chef d'équipe", "2023-09-01", True)]


def test_two_times_before_whose_posts_stand_in_the_sentence() -> None:
    text = """
        SAMPLE TIMBER LTD.
        26 October 2026
        We certify that Mrs Ida Sample worked for us as welder from 3 May 2012 to 4 June 2016 and as foreman from 5
        June 2016 to 7 August 2020.
        Ivo Rey, Administrator (signed)
    """
    found = [record for record in letter.read(docx_of(text)).records if isinstance(record, Job)]
    told = [(job.title, job.period.start_iso) for job in found if job.period is not None]
    assert told == [("welder", "2012-05-03"), ("foreman", "2016-06-05")]


def test_the_house_that_who_certifies_heads() -> None:
    text = """
        RÉPUBLIQUE DU SÉNÉGAL
        12, rue du Lac, Dakar. Tél : 33 855 01 17
        ATTESTATION DE TRAVAIL
        Je soussigné, Docteur Paul Modèle, Directeur de la Clinique du Lac, atteste que Madame Ida Exemple est employée
        dans notre établissement en qualité d'infirmière d'État depuis le 1er février 2019.
        Dakar, le 12 septembre 2026
    """
    (job,) = [record for record in letter.read(docx_of(text)).records if isinstance(record, Job)]
    assert job.employer == "Clinique du Lac"


def test_a_certificate_of_the_end_of_studies_is_a_school_s() -> None:
    text = """
        INSTITUT SUPÉRIEUR EXEMPLE
        CERTIFICAT DE FIN D'ÉTUDES
        Le Directeur de l'Institut certifie que Jean Exemple a suivi le cycle du 2 octobre 2009 au 28 juin 2012 et a
        obtenu le certificat de mécanicien.
        Lubumbashi, le 3 juillet 2012
    """
    assert recognise_paper(docx_of(text)) == "education-certificate"


def test_a_picture_made_a_figure_of_a_letter_behind_the_title() -> None:
    text = """
        Résidence Exemple inc.
        2275, boulevard du Lac, Montréal
        Le 16 octobre 2026
        La présente confirme que Mme Ida Exemple a occupé chez nous le poste de préposée aux bénéficiaires 4 temps
        plein du 4 juillet 2023 au 8 septembre 2026.
        Ivo Modèle, directeur (signé)
    """
    (job,) = [record for record in letter.read(docx_of(text)).records if isinstance(record, Job)]
    assert job.title == "préposée aux bénéficiaires"


def test_a_post_to_which_somebody_was_appointed_and_a_name_before_two_numbers() -> None:
    text = """
        LAKE MISSION HOSPITAL
        P.O. Box 1187 – 20100, Nakuru. Tel: 0722 555 300
        13th October, 2026
        RE: IDA RUTH SAMPLE – ID NO. 26884120, P/NO. 0412
        The above named is a bona fide employee of this institution. She was employed on 1st July, 2019 as a Registered
            Nurse on permanent terms and was appointed Nursing Officer in charge of the female ward with effect from 3rd
            March, 2025, which position she holds to date.
        Rosa Rey, Nursing Services Manager (signed)
    """
    reading = letter.read(docx_of(text))
    found = [record for record in reading.records if isinstance(record, Job)]
    told = [(job.title, job.period.start_iso) for job in found if job.period is not None]
    assert facts_of(reading)["full_name"] == "IDA RUTH SAMPLE"
    assert told == [
        ("Registered Nurse", "2019-07-01"),
        ("Nursing Officer in charge of the female ward", "2025-03-03"),
    ]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            "INTRODUCTORY LETTER – MR. KOFI EXAMPLE",
            "We write to introduce the above-named as an employee of our company. He joined the company on the 3rd of "
            "June, 2014 and presently holds the position of Saw Doctor.",
        ),
        (
            "RE: RECOMMENDATION FOR KOFI EXAMPLE",
            "I am writing to confirm that Kofi Example has been working with us from 3 June 2014 to date as a "
            "Saw Doctor, "
            "48 hours a week.",
        ),
        (
            "RE: APPOINTMENT OF KOFI EXAMPLE",
            "This is to confirm that Kofi Example was appointed as a Saw Doctor with effect from 3rd June, 2014 "
            "and works "
            "with us to date.",
        ),
    ],
)
def test_how_employers_of_east_and_west_africa_introduce_somebody(head: str, told: str) -> None:
    document = docx_of(f"""
        SAMPLE SAWMILLS LTD
        P. O. Box 118, Kumasi. Tel. 024 455 5011
        1st October, 2026
        {head}
        {told}
        Rosa Rey, HR Manager (signed)
    """)
    assert recognise_paper(document) == "employment-letter"
    (job,) = [record for record in letter.read(document).records if isinstance(record, Job)]
    assert (job.title, job.period.start_iso if job.period else None) == ("Saw Doctor", "2014-06-03")
