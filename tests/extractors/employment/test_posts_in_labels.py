"""Certificates of work told as labels: two posts with the day between them, and houses with an address."""

import pytest

from consistency.extractors.papers import employment_letter
from consistency.model import Document
from tests.extractors.papers.made import docx, rows


def told(document: Document) -> list[tuple[object, ...]]:
    found = rows(employment_letter.read(document), "job")
    return [(row.get("title"), row["from"], row["to"]) for row in found]


@pytest.mark.parametrize(
    "posts",
    [
        "Designation at joining: Mason (grade 2)\nDesignation at leaving: Foreman (since 1 May 2019)",
        "Starting position: Mason (grade 2)\nFinal position: Foreman (effective 1 May 2019)",
        "Position: Mason (grade 2); from 1 May 2019: Foreman",
        "Poste à l'embauche : Mason (grade 2)\nPoste au départ : Foreman (à compter du 1er mai 2019)",
    ],
)
def test_the_day_on_which_somebody_rose(posts: str) -> None:
    paper = docx(f"""
ACME BUILDERS LLC
CERTIFICATE OF SERVICE
Name: Ida Sample
Date of joining: 3 March 2016
Last working day: 30 June 2021
{posts}
Weekly hours: 48
Muscat, 2 July 2021
""")
    assert told(paper) == [
        ("Mason (grade 2)", "2016-03-03", "2019-05-01"),
        ("Foreman", "2019-05-01", "2021-06-30"),
    ]


def test_a_later_post_whose_day_is_told_nowhere_is_not_parted() -> None:
    paper = docx("""
    ACME BUILDERS LLC
    CERTIFICATE OF SERVICE
    Name: Ida Sample
    Started: 3 March 2016
    Ended: 30 June 2021
    Designation at leaving: Foreman
    """)
    assert employment_letter.recognise(paper) >= 0.5
    assert told(paper) == [("Foreman", "2016-03-03", "2021-06-30")]


def test_a_post_behind_a_colon_and_a_house_with_its_street() -> None:
    paper = docx("""
    CERTIFICAT DE TRAVAIL
    Employeur : Exemple Meble sp. z o.o., ul. Lipowa 12, 20-001 Lublin
    Nous certifions qu'Ida Exemple a été employée du 8 octobre 2018 au 31 décembre 2021 à temps plein.
    Pendant cette période, la salariée a exercé la fonction de : couturière.
    Lublin, le 31 décembre 2021
    """)
    (job,) = rows(employment_letter.read(paper), "job")
    assert (job["employer"], job["title"]) == ("Exemple Meble sp. z o.o.", "couturière")


def test_the_post_that_is_still_held_goes_on() -> None:
    paper = docx("""
    ACME BREWERY PLC
    CONFIRMATION OF EMPLOYMENT
    The above-named is a bona fide staff of the firm.
    Name: Ida Sample
    Date of assumption of duty: 3 June 2019
    Designation at appointment: Technician
    Present designation: Technician II (w.e.f. 1 January 2023)
    """)
    assert told(paper) == [
        ("Technician", "2019-06-03", "2023-01-01"),
        ("Technician II", "2023-01-01", "present"),
    ]


def test_a_numbered_label_of_the_post_and_the_work() -> None:
    paper = docx("""
    Certificate of career
    1. Name: Kang Jiwoo (born 1990. 3. 28.)
    2. Company: Sample Tech Co., Ltd.
    3. Period of service: from June 11, 2018 to December 31, 2021 (3 years 6 months)
    4. Position and duty: CNC machinist
    5. Reason for leaving: resigned for personal reasons
    The above facts are certified.
    """)
    assert employment_letter.recognise(paper) >= 0.5
    assert told(paper) == [("CNC machinist", "2018-06-11", "2021-12-31")]


def test_the_kind_of_work_where_the_post_tells_only_the_terms() -> None:
    paper = docx("""
    CERTIFICATE OF RETIREMENT
    Name: Kang Jiwoo
    1. Period of employment: April 1, 2019 – August 31, 2024
    2. Kind of work: Sushi cook at our restaurant Umi (selecting and cutting fish)
    3. Position: Full-time employee, 45 hours a week
    4. Wage: 268,000 yen a month
    September 2, 2024
    Sample Foods Co., Ltd.
    """)
    assert told(paper) == [("Sushi cook", "2019-04-01", "2024-08-31")]


def test_a_post_stays_beside_the_kind_of_work() -> None:
    paper = docx("""
    CERTIFICATE OF EMPLOYMENT
    Name: Kang Jiwoo
    Period of employment: April 1, 2019 – August 31, 2024
    Nature of work: cutting fish, serving guests
    Position: Sushi cook
    """)
    assert told(paper) == [("Sushi cook", "2019-04-01", "2024-08-31")]
