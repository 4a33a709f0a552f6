"""Curricula vitae in running sentences, and tables in which one employer stands once for several posts."""

import pytest

from consistency.extractors.papers import cv
from tests.extractors.papers.made import docx, facts, pdf, rows

Told = list[tuple[object, ...]]


def told(text: str) -> Told:
    found = rows(cv.read(docx(text)), "job")
    return [(row.get("title"), row.get("employer"), row.get("from"), row.get("to")) for row in found]


PROSE: dict[str, Told] = {
    "I started in March 2015 as a baker at Acme Bread Ltd in Lima and stayed there until August 2018. Then I "
    "joined Hotel "
    "Sol Ltd as a cook in September 2018; I left in February 2020. Since June 2020 I have worked as a chef for "
    "Hotel Luna.": [
        ("baker", "Acme Bread Ltd", "2015-03", "2018-08"),
        ("cook", "Hotel Sol Ltd", "2018-09", "2020-02"),
        ("chef", "Hotel Luna", "2020-06", "present"),
    ],
    "In September 2019 I moved to Lima and joined Acme Bread Ltd as a baker. I learnt much there. I left in "
    "June 2022.": [
        ("baker", "Acme Bread Ltd", "2019-09", "2022-06"),
    ],
    "J'ai commencé en mars 2015 comme soudeur chez Métaux du Sud SARL à Sfax, où je suis resté jusqu'en août 2018.": [
        ("soudeur", "Métaux du Sud SARL", "2015-03", "2018-08"),
    ],
    "Ms. Sample has been a chef at Luna Ltd, Lima, since June 2019.": [
        ("chef", "Luna Ltd", "2019-06", "present")
    ],
    "In September 2019 I joined Acme Bread Ltd as a baker; it sent me to its shop in Muscat, Oman, from 1 March "
    "to 20 May "
    "2021. I left in June 2022.": [("baker", "Acme Bread Ltd", "2019-09", "2022-06")],
    "I joined Acme Bread Ltd as a baker in March 2015.": [("baker", "Acme Bread Ltd", "2015-03", None)],
}


@pytest.mark.parametrize("prose", PROSE)
def test_jobs_in_sentences(prose: str) -> None:
    assert (
        told(f"Ida Sample\nWork experience\n{prose}\nEducation\nDiploma in baking, 2012 – 2014")
        == PROSE[prose]
    )


@pytest.mark.parametrize("blank", ["-do-", "same", "idem", '"'])
def test_a_second_post_at_one_employer_in_a_table(blank: str) -> None:
    text = f"""
Ida Sample
WORK EXPERIENCE
Employer | Position | From | To
Acme Catering LLC | Kitchen helper | 12 March 2017 | 31 August 2019
{blank} | Cook | 1 September 2019 | 30 June 2023
Hotel Sol Ltd | Chef | October 2023 | Present
"""
    assert [row[1] for row in told(text)] == ["Acme Catering LLC", "Acme Catering LLC", "Hotel Sol Ltd"]


TABLE = """
Ida Sample
WORK EXPERIENCE
Employer             Position                  From            To
Acme Catering LLC    Kitchen helper            March 2017      August 2019
                     {post}  September 2019  June 2023
Hotel Sol Ltd        Chef                      October 2023    Present
"""


def test_a_post_below_another_without_an_employer() -> None:
    found = rows(cv.read(pdf(TABLE.format(post="Cook".ljust(24)))), "job")
    assert [row.get("employer") for row in found] == [
        "Acme Catering LLC",
        "Acme Catering LLC",
        "Hotel Sol Ltd",
    ]


@pytest.mark.parametrize("idle", ["Unemployed", "Student", "Housewife", "Self-employed baker", "Sans emploi"])
def test_no_work_takes_no_employer_from_the_row_above(idle: str) -> None:
    found = rows(cv.read(pdf(TABLE.format(post=idle.ljust(24)))), "job")
    assert [row.get("employer") for row in found].count("Acme Catering LLC") == 1


def test_letters_before_titles_and_a_town_behind_a_dash() -> None:
    text = """
    Ida Sample
    EMPLOYMENT BACKGROUND
    A. MASON
    Acme Builders Inc. – Cabuyao, Laguna, Philippines
    August 19, 2015 to April 30, 2021
    B. LABORER
    Hill Construction Inc. – Tarlac, Philippines
    June 3, 2012 to July 15, 2015
    EDUCATION
    Secondary: Hill National High School, 2006 – 2010
    """
    assert [row[:2] for row in told(text)] == [
        ("MASON", "Acme Builders Inc."),
        ("LABORER", "Hill Construction Inc."),
    ]
    (study,) = rows(cv.read(docx(text)), "education")
    assert study["institution"] == "Hill National High School"


@pytest.mark.parametrize(
    "heading", ["My working life", "Ma carrière", "My career", "Parcours", "Posts held", "Professional life"]
)
def test_headings_of_a_life(heading: str) -> None:
    text = f"Ida Sample\n{heading}\nBaker, Acme Bread Ltd, Lima (2015 – 2019)\nStudies\nLima College, 2012 – 2014"
    assert told(text) == [("Baker", "Acme Bread Ltd", "2015", "2019")]


def test_a_town_behind_a_semicolon_is_not_that_of_the_work() -> None:
    text = "In May 2019 I joined Acme Bread Ltd as a baker; it sent me to Muscat, Oman, from 1 March to 20 May 2021."
    (job,) = rows(
        cv.read(docx(f"Ida Sample\nWork experience\n{text}\nEducation\nLima College, 2012 – 2014")), "job"
    )
    assert (job["from"], job.get("city"), job.get("country")) == ("2019-05", None, None)


def test_a_column_of_what_was_done() -> None:
    text = """
    Ida Sample
    Career history
    Dates | What I did | Where
    Nov 2019 – present | Butcher, Hill Meats Inc. | Lima, Peru
    Jan 2014 – May 2014 | Not employed (waiting for papers) | Lima, Peru
    2010 – 2013 | Meat cutter, Public Market | Lima, Peru
    """
    assert told(text) == [
        ("Butcher", "Hill Meats Inc.", "2019-11", "present"),
        ("Not employed (waiting for papers)", None, "2014-01", "2014-05"),
        ("Meat cutter", "Public Market", "2010", "2013"),
    ]


@pytest.mark.parametrize("idle", ["Unemployed", "Looking for a new job", "Housewife", "Sans emploi"])
def test_no_house_stands_over_a_time_without_work(idle: str) -> None:
    text = f"""
Ida Sample
Employment
Hill Meats Inc.
Butcher, November 2019 – present
Meat cutter, June 2014 – October 2019
{idle}, January 2014 – May 2014
"""
    assert [row[1] for row in told(text) if row[0] == idle] == [None]


def test_duties_behind_an_entry_and_roman_numbers() -> None:
    text = """
    Ida Sample
    EMPLOYMENT
    i. Joiner (06.2020–present), Meblo Ltd, Lima, Peru. Duties: cutting, edge banding, assembly of kitchen furniture.
    ii. Carpenter (03.2015–05.2020), Hill Timber Ltd, Lima, Peru. Duties: roof trusses and staircases of many kinds.
    """
    assert told(text) == [
        ("Joiner", "Meblo Ltd", "2020-06", "present"),
        ("Carpenter", "Hill Timber Ltd", "2015-03", "2020-05"),
    ]


@pytest.mark.parametrize(
    "same",
    [
        "same company",
        "at the same employer",
        "même société",
        "dans la même entreprise",
        "au même hôpital",
        "idem",
    ],
)
def test_what_stands_for_the_employer_above(same: str) -> None:
    text = f"""
    Ida Sample
    EMPLOYMENT
    2014 – 2019 | Joiner | Hill Timber Ltd
    2019 – 2023 | Foreman | {same}
    2010 – 2013 | Helper | Lake Timber Ltd
    """
    assert [row[1] for row in told(text)] == ["Hill Timber Ltd", "Hill Timber Ltd", "Lake Timber Ltd"]


def test_the_same_employer_first_is_the_next() -> None:
    text = """
    Ida Sample
    WORK EXPERIENCE
    Head nurse, same hospital (2019 – present)
    Staff nurse, Lakeside General Hospital (2014 – 2019)
    """
    assert [row[1] for row in told(text)] == ["Lakeside General Hospital", "Lakeside General Hospital"]


def test_a_long_award_and_a_school_in_letters() -> None:
    document = docx("""
        Ida Sample
        Expérience professionnelle
        2021 – 2023 | Préposée | Résidence du Lac
        Formation
        DEP Assistance à la personne en établissement et à domicile, CFP des Moulins (2019-2020)
        Certificate in child care, education and the management of small centres, Hill College, 2012 - 2014
        CFP de menuisier, Lycée du Lac (2008-2010)
    """)
    assert [(row["level"], row["institution"]) for row in rows(cv.read(document), "education")] == [
        ("DEP Assistance à la personne en établissement et à domicile", "CFP des Moulins"),
        ("Certificate in child care, education and the management of small centres", "Hill College"),
        ("CFP de menuisier", "Lycée du Lac"),
    ]


def test_two_posts_in_turn_below_the_house() -> None:
    text = """
    Ida Exemple
    EXPÉRIENCE
    Depuis sept. 2019 | Cuves du Nord SA, Roubaix
    Soudeuse (jusqu'en janv. 2023), puis cheffe d'équipe
    janv. 2013 – août 2019 | Fonderie Exemple SA, Roubaix
    Soudeuse
    """
    assert told(text) == [
        (
            "Soudeuse (jusqu'en janv. 2023), puis cheffe d'équipe",
            "Cuves du Nord SA",
            "2019-09",
            "present",
        ),
        ("Soudeuse", "Fonderie Exemple SA", "2013-01", "2019-08"),
    ]


def test_a_name_with_what_somebody_is_called_behind_its_label() -> None:
    reading = cv.read(
        pdf("""
    RESUME
    Name              KANG Jiwoo (Jay)
    Date of birth     1990. 3. 28
    Career
    Period                Company         Position
    2018.06 ~ 2021.12     Sample Tech     Welder
    """)
    )
    assert facts(reading)["full_name"] == "KANG Jiwoo"


def test_employers_in_brackets_behind_the_titles() -> None:
    text = """
    Ida Sample
    EMPLOYMENT
    Janv. 2025 à ce jour — Chef de ligne (Confection du Lac)
    Févr. 2019 – déc. 2024 — Opératrice de machine à coudre (Confection du Lac)
    Sept. 2013 – déc. 2018 — Couturière (Atelier Soa, Antsirabe)
    """
    assert told(text) == [
        ("Chef de ligne", "Confection du Lac", "2025-01", "present"),
        ("Opératrice de machine à coudre", "Confection du Lac", "2019-02", "2024-12"),
        ("Couturière", "Atelier Soa", "2013-09", "2018-12"),
    ]


def test_brackets_of_the_post_hold_no_employer() -> None:
    text = """
    Ida Sample
    EMPLOYMENT
    2019 – present: Driver (Class 4), River Foods Ltd
    2014 – 2019: Baker (Full Time), Hill Foods Ltd
    2011 – 2014: Baker assistant (Night shift), Lake Foods Ltd
    """
    assert [row[1] for row in told(text)] == ["River Foods Ltd", "Hill Foods Ltd", "Lake Foods Ltd"]


def test_a_note_behind_the_name_of_a_school() -> None:
    reading = cv.read(
        pdf("""
        Ida Sample
        ida.sample@example.com
        Education
        2009.03 ~ 2013.02 Example Polytechnics Changwon, Dept. of Mechanical Engineering (leave of absence 2010 ~ 2012)
        2006.03 ~ 2009.02 Sample Technical High School
        """)
    )
    assert [(row["institution"], row["from"], row["to"]) for row in rows(reading, "education")] == [
        ("Example Polytechnics Changwon", "2009-03", "2013-02"),
        ("Sample Technical High School", "2006-03", "2009-02"),
    ]


def test_a_label_of_name_and_surname() -> None:
    reading = cv.read(
        docx("""
    Curriculum Vitae
    Name, surname: Ida Sample
    Work experience
    15.02.2016 – until now | Acme Shipyard JSC, Batumi | Welder
    """)
    )
    assert facts(reading)["full_name"] == "Ida Sample"


def test_a_post_at_a_house_behind_a_bare_word() -> None:
    text = """
    Ida Exemple
    EXPÉRIENCES
    2018 à ce jour : Boucher à Marché Plus Distribution, Casablanca
    2015 - 2018 : Agent d'entretien à Clean Afrique SARL, Dakar
    2012 - 2015 : Opératrice de machine à coudre, Atelier du Lac, Dakar
    """
    assert [row[:2] for row in told(text)] == [
        ("Boucher", "Marché Plus Distribution"),
        ("Agent d'entretien", "Clean Afrique SARL"),
        ("Opératrice de machine à coudre", "Atelier du Lac"),
    ]


def test_a_town_with_the_city_around_it_behind_a_house() -> None:
    text = """
    Ida Exemple
    Parcours professionnel
    Avril 2025 à ce jour : aide-soignante, Résidence Bellevue, Mons
    Février 2022 – mars 2025 : aide-soignante, Résidence Les Tilleuls, Etterbeek (Bruxelles)
    """
    assert [(title, house) for title, house, _, _ in told(text)] == [
        ("aide-soignante", "Résidence Bellevue"),
        ("aide-soignante", "Résidence Les Tilleuls"),
    ]
