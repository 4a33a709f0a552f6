"""Curricula vitae in further layouts: seasons, items with letters, lines broken in cells, what stands at the end."""

import pytest

from consistency.extractors.pages.headings import section_of
from consistency.extractors.papers import cv
from consistency.extractors.reading import Reading
from tests.extractors.papers.made import docx, facts, pdf, rows


def dated(reading: Reading) -> str | None:
    return reading.as_of.date.iso if reading.as_of.date else None


def test_seasons() -> None:
    text = """
    Ida Sample
    EXPERIENCE
    Hill Lodge, Lima            Room Attendant       Spring 2016 - Dec 2019
    Queen Boats, Quito          Cabin Steward        Summer 2014 & Summer 2015
    EDUCATION
    Lima Polytechnic            Diploma in Tourism   2012 - 2013
    """
    found = [
        (row["title"], row["employer"], row["from"], row["to"]) for row in rows(cv.read(pdf(text)), "job")
    ]
    assert found == [
        ("Room Attendant", "Hill Lodge", "2016", "2019-12"), ("Cabin Steward", "Queen Boats", "2014", "2015")
    ]  # fmt: skip


def test_items_with_letters_and_a_table_of_examinations() -> None:
    text = """
    BIO-DATA
    1. Name : Md. Karim Sample
    9. Employment record
    (a) Organization : Padma Sample Ltd., Gazipur, Bangladesh
    Designation : Sewing Supervisor
    Duration : 1st March 2018 to till date
    (b) Organization : Turag Sample Limited, Savar, Bangladesh
    Designation : Machine Operator
    Duration : 15th July 2013 to 28th February 2018
    10. Educational qualification
    Name of Exam | Institute/Board | Passing year | Result
    H.S.C. | Tongi Sample College, Dhaka Board | 2008 | GPA 3.80
    Signature: ____________     Date: 22/08/2026
    """
    reading = cv.read(docx(text))
    assert (dated(reading), facts(reading)["full_name"]) == ("2026-08-22", "Md. Karim Sample")
    assert [row["employer"] for row in rows(reading, "job")] == ["Padma Sample Ltd.", "Turag Sample Limited"]
    (study,) = rows(reading, "education")
    assert (study["level"], study["institution"]) == ("H.S.C.", "Tongi Sample College")


def test_labels_of_two_names_and_a_long_one_and_a_street() -> None:
    text = """
    Curriculum Vitae
    First name(s) / Surname(s) | Ida Sample
    Work experience
    Dates | October 2018 – present
    Occupation or position held | Baker
    Name and address of employer | Acme d.o.o., Temerinska 9, Novi Sad (Serbia)
    Education and training
    Dates | 2001 – 2004
    Title of qualification awarded | Diploma of baker
    Name and type of organisation providing education and training | School of Food Technology, Subotica
    """
    reading = cv.read(docx(text))
    assert facts(reading)["full_name"] == "Ida Sample"
    assert rows(reading, "job")[0]["employer"] == "Acme d.o.o."
    assert rows(reading, "education")[0]["institution"] == "School of Food Technology"


@pytest.mark.parametrize(
    ("last", "day"),
    [
        ("15.01.2026", "2026-01-15"),
        ("Fès, le 11 juillet 2026", "2026-07-11"),
        ("CV date: 20 June 2026", "2026-06-20"),
        ("Signed: Ida Sample   Date: 20 June 2026", "2026-06-20"),
        ("March 2026", None),
        ("Driving licence, 20 June 2016", None),
    ],
)
def test_the_day_at_the_end(last: str, day: str | None) -> None:
    head = "Ida Sample\nExperience\nCook, Acme Ltd, Lima\n2016 - 2019\nEducation"
    text = f"{head}\nDiploma in Cooking, Lima College (2012)\n{last}"
    reading = cv.read(docx(text))
    assert dated(reading) == day
    assert next(row["institution"] for row in rows(reading, "education")) == "Lima College"


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Career in brief (oldest first)", "experience"),
        ("Labour activity", "experience"),
        ("Divers", "besides"),
        ("Autres renseignements", "besides"),
        ("Career break", None),
    ],
)
def test_headings(heading: str, section: str | None) -> None:
    assert section_of(heading) == section


def test_a_line_that_ends_in_a_little_word_goes_on() -> None:
    text = """
    Ida Sample
    EDUCATION
    Technical Diploma in
    Metalworking
    Lima Polytechnic
    2010 - 2012
    """
    (study,) = rows(cv.read(pdf(text)), "education")
    assert (study["level"], study["institution"]) == ("Technical Diploma in Metalworking", "Lima Polytechnic")


def test_a_table_whose_columns_look_like_columns_of_the_page() -> None:
    text = """
    Ida Sample
    Experience
    Period             Employers                         Posts held            Tasks
    2020 à nos jours   Mine du Fouta, Boké               Operator              Digger and loader
    2016 - 2019        Entreprise Soumah, Conakry        Operator's helper     Upkeep
    2013 - 2015        Port Autonome, Conakry            Docker                Loading
    """
    found = [(row["title"], row["from"], row["to"]) for row in rows(cv.read(pdf(text)), "job")]
    assert found == [
        ("Operator", "2020", "present"), ("Operator's helper", "2016", "2019"), ("Docker", "2013", "2015")
    ]  # fmt: skip


def test_entries_that_are_items_of_lists_in_french() -> None:
    text = """
    CURRICULUM VITAE
    Nom et prénoms : EXEMPLE Kossi Elom
    Date et lieu de naissance : 12 mai 1990 à Lomé (Togo)
    EXPERIENCES PROFESSIONNELLES
    • Janvier 2021 à aujourd’hui : Soudeur à la société Togo Métal, Lomé (Togo)
    • Mars 2017 - Décembre 2020 : Aide-soudeur chez Ets Fer Plus, Kara (Togo)
    ETUDES ET DIPLOMES OBTENUS
    • 2014 : CAP en Construction Métallique, Lycée Technique, Lomé
    • 2010 : BEPC, Collège Notre-Dame, Lomé
    LANGUES
    Français, éwé
    """
    reading = cv.read(docx(text))
    assert facts(reading) == {"full_name": "EXEMPLE Kossi Elom", "birth_date": "1990-05-12"}
    assert [(row["title"], row["employer"]) for row in rows(reading, "job")] == [
        ("Soudeur", "Togo Métal"), ("Aide-soudeur", "Ets Fer Plus")
    ]  # fmt: skip
    assert [(row["level"], row["institution"]) for row in rows(reading, "education")] == [
        ("CAP en Construction Métallique", "Lycée Technique"), ("BEPC", "Collège Notre-Dame")
    ]  # fmt: skip


def test_a_break_is_told_as_what_it_was() -> None:
    text = """
    Ida Sample
    Career in brief
    2009–2012 | Farm hand | Sample Dairy Farm | Nyandarua, Kenya
    2012–2013 | Career break: cared for my mother
    2013–2018 | Technician | Sample Rose Growers | Naivasha, Kenya
    """
    found = [(row.get("title"), row.get("employer")) for row in rows(cv.read(docx(text)), "job")]
    assert found == [
        ("Farm hand", "Sample Dairy Farm"), ("Career break", None), ("Technician", "Sample Rose Growers")
    ]  # fmt: skip


TABLE = """
    Ida Sample
    Quito, {contact}
    Period | Employer | Position
    February 2020 – present | Sample Tools S.A., Quito | Fitter
    May 2014 – December 2019 | Otro Cia. Ltda., Quito | Helper
    English: B1
"""


def test_a_table_of_jobs_without_a_heading_beside_an_address_for_mail() -> None:
    document = docx(TABLE.format(contact="ida@example.ec"))
    assert cv.recognise(document) >= 0.5
    assert [(row["title"], row["from"]) for row in rows(cv.read(document), "job")] == [
        ("Fitter", "2020-02"), ("Helper", "2014-05")
    ]  # fmt: skip
    assert cv.recognise(docx(TABLE.format(contact="Ecuador"))) < 0.5


def test_a_day_in_brackets_behind_a_title_begins_no_job() -> None:
    text = """
    Ida Sample
    WORK EXPERIENCE
    05/2021 – CURRENT   Suceava, Romania
    LEAD WELDER (TEAM LEADER SINCE SEPTEMBER 2023)   NORD SAMPLE SRL
    11/2016 – 03/2021   Bacau, Romania
    WELDER   OTRO METAL SRL
    EDUCATION
    2000 – 2004   Sample College   Technician
    """
    found = [(row["from"], row["to"]) for row in rows(cv.read(docx(text)), "job")]
    assert found == [("2021-05", "present"), ("2016-11", "2021-03")]


def test_a_note_behind_a_time_in_brackets() -> None:
    text = """
    Ida Sample
    EXPERIENCE
    Nurse, City Hospital, Lima, Peru (May 2014 – June 2018; posted by the ministry)
    Cook, Lima (2012 – 2013, Hill Lodge)
    EDUCATION
    Lima Polytechnic            Diploma in Nursing   2010 - 2012
    """
    found = [
        (row["title"], row["employer"], row["from"], row["to"]) for row in rows(cv.read(docx(text)), "job")
    ]
    assert found == [
        ("Nurse", "City Hospital", "2014-05", "2018-06"),
        ("Cook", "Hill Lodge", "2012", "2013"),
    ]


def test_a_house_named_by_its_trade_before_a_town_that_no_list_knows() -> None:
    text = """
    RATNA
    Work experience
    Sept 2022 – present: Caregiver, Panti Wreda Harapan, Slawi
    Dec 2017 – June 2019: Shop assistant, Toko Maju, Slawi
    Jan 2015 – Nov 2017: Cook, Night shift, Fairmont
    School
    SMP Negeri 2 Slawi, 2002 – 2005
    """
    found = [(row["title"], row["employer"]) for row in rows(cv.read(docx(text)), "job")]
    assert found == [
        ("Caregiver", "Panti Wreda Harapan"),
        ("Shop assistant", "Toko Maju"),
        ("Cook, Night shift", "Fairmont"),
    ]


def test_a_note_behind_the_state_of_a_job() -> None:
    text = """
    BOLD
    Employment
    2015.04 – 2018.12  Meat cutter, Hanil Food, Gwangju, South Korea (EPS worker)
    2009.02 – 2015.03  Butcher, Selenge Meat JSC, Sukhbaatar
    """
    found = [(row["title"], row["employer"], row.get("country")) for row in rows(cv.read(docx(text)), "job")]
    assert found[0] == ("Meat cutter", "Hanil Food", "KR")


def test_towns_behind_dashes_that_no_list_knows() -> None:
    reading = cv.read(
        docx("""
        LUZ MARINA OSPINA
        WORK EXPERIENCE
        Tejidos Aurora de la Sierra – Zapatoca
        Weaver, Mar 2020 – now
        Hilos del Chicamocha – Barichara
        Weaver's helper, Feb 2016 – Jan 2020
        """)
    )
    employers = [one["employer"] for one in rows(reading, "job")]
    assert employers == ["Tejidos Aurora de la Sierra", "Hilos del Chicamocha"]


def test_a_town_behind_a_dash_as_another_entry_has_a_known_one() -> None:
    reading = cv.read(
        docx("""
        LUZ MARINA OSPINA
        WORK EXPERIENCE
        Tejidos Aurora de la Sierra – Zapatoca
        Weaver, Mar 2020 – now
        Hilos del Chicamocha – Medellín
        Weaver's helper, Feb 2016 – Jan 2020
        """)
    )
    assert rows(reading, "job")[0]["employer"] == "Tejidos Aurora de la Sierra"


def test_a_house_behind_a_dash_of_one_employer_stays_in_its_name() -> None:
    reading = cv.read(
        docx("""
        LUZ MARINA OSPINA
        WORK EXPERIENCE
        Tejidos Aurora – Magna
        Weaver, Mar 2020 – now
        Hilos del Chicamocha
        Weaver's helper, Feb 2016 – Jan 2020
        """)
    )
    assert "Tejidos Aurora – Magna" in [one["employer"] for one in rows(reading, "job")]


def test_a_list_of_what_is_done_tells_since_when() -> None:
    text = """
    Ida Sample
    EMPLOYMENT
    Since January 2022
    Baker
    Acme Bread Ltd, Lima, Peru
    Mixing, shaping, baking; leader of the night shift since September 2024
    October 2018 – December 2021
    Baker
    Mill Bakery Ltd, Lima, Peru
    """
    found = [(row["title"], row["employer"], row["from"]) for row in rows(cv.read(docx(text)), "job")]
    assert found == [("Baker", "Acme Bread Ltd", "2022-01"), ("Baker", "Mill Bakery Ltd", "2018-10")]


def test_a_post_since_a_day_is_a_job() -> None:
    text = """
    Ida Sample
    EMPLOYMENT
    October 2018 – present
    Baker, Acme Bread Ltd, Lima, Peru
    Head baker, Mill Bakery Ltd, since September 2024
    """
    found = [(row["title"], row["from"]) for row in rows(cv.read(docx(text)), "job")]
    assert ("Head baker", "2024-09") in found


@pytest.mark.parametrize(
    ("foot", "day"), [("Pereira, October 25, 2026", "2026-10-25"), ("November 2026", None)]
)
def test_the_foot_of_a_paper_with_jobs_last(foot: str, day: str | None) -> None:
    reading = cv.read(
        docx(f"""
        LUZ MARINA OSPINA
        EDUCATION
        Weaver's certificate | Escuela Taller | 2010 – 2011
        WORK EXPERIENCE
        Weaver | Tejidos Aurora | Mar 2020 – present
        Weaver's helper | Hilos del Chicamocha | Feb 2016 – Jan 2020
        {foot}
        """)
    )
    assert [one["employer"] for one in rows(reading, "job")] == ["Tejidos Aurora", "Hilos del Chicamocha"]
    assert (reading.as_of.date.iso if reading.as_of.date else None) == day


ROWS = """
    Ida SAMPLE
    Fass Delorme, Dakar – 77 555 01 99 – ida.sample@example.sn
    2018 (septembre) à ce jour | Assistante administrative – Clinique Exemple, Dakar
    2016 (octobre) – 2018 (août) | Caissière – Supermarché Modèle, Dakar
    2013 – 2016 | Licence en gestion – ISG de Thiès
    2013 | Baccalauréat G – Lycée Exemple, Fatick
    Français, wolof
"""


def test_rows_of_a_career_without_any_heading() -> None:
    document = docx(ROWS)
    assert cv.recognise(document) >= 0.5
    reading = cv.read(document)
    assert [(job["title"], job["from"]) for job in rows(reading, "job")] == [
        ("Assistante administrative", "2018-09"),
        ("Caissière", "2016-10"),
    ]
    assert len(rows(reading, "education")) == 2


def test_rows_below_headings_of_the_writers_own() -> None:
    document = docx("""
        Ida Sample
        Heliopolis, Cairo · ida.sample@example.com
        Career in the Example Group (2009 – present)
        Lead Process Engineer, Example Engineering, Cairo | 03/2020 – present
        Process Engineer, Example Engineering, Cairo | 03/2009 – 02/2020
        Before
        Junior Engineer, Delta Fertilizers, Talkha | 11/2007 – 02/2009
        Education
        B.Sc. Chemical Engineering, Minia University | 2001 – 2006
    """)
    assert cv.recognise(document) >= 0.5
    jobs = rows(cv.read(document), "job")
    assert [(job["title"], job["employer"]) for job in jobs] == [
        ("Lead Process Engineer", "Example Engineering"),
        ("Process Engineer", "Example Engineering"),
        ("Junior Engineer", "Delta Fertilizers"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        """
        Ida Sample
        Dakar · ida.sample@example.com
        2018 | Paris, France
        2019 | Lisbon, Portugal
        2022 | Casablanca, Morocco
        """,
        ROWS.replace("Ida SAMPLE\n", "").replace("ida.sample@example.sn", "77 555 01 98"),
        ROWS + "\n    Social security contributions of the insured",
    ],
)
def test_other_rows_are_no_career(text: str) -> None:
    assert cv.recognise(docx(text)) < 0.5
