"""Labour market impact assessments: labels beside, above and inside sentences, in English and French."""

from pathlib import Path

import pytest
from fixtures.papers import letter_pdf

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import lmia
from consistency.readers.files import Options, read_file
from tests.extractors.papers.made import docx, facts, pdf, rows

FRENCH = """
    Emploi et Développement social Canada                                         9123456
    Service Canada

    Montréal, le 3 février 2026

    Objet : Étude d'impact sur le marché du travail (EIMT)

    Nous vous informons que votre demande d'EIMT a été approuvée.

    Numéro de dossier du système :   9123456
    Nom légal de l'employeur :       Les Fermes Boréales Ltée
    Adresse :                        45, rang Saint-Joseph, Saint-Rémi (Québec)
    Titre du poste :                 Ouvrier agricole
    CNP :                            85100 Ouvriers en élevage de bétail
    Lieu de travail :                Saint-Rémi (Québec)
    Salaire horaire :                16,10 $
    Heures par semaine :             45
    Durée de l'emploi :              24 mois
    Date d'expiration de l'EIMT :    2026-08-03

    Annexe : Noms des travailleurs étrangers
    Nom                      Date de naissance     Pays
    José Luis Tzul           1990-04-02            Guatemala
    María Xol Caal           1994-11-20            Guatemala
"""


def test_a_french_letter_with_two_workers() -> None:
    document = pdf(FRENCH)
    reading = lmia.read(document)
    assert lmia.recognise(document) > 0.9
    assert reading.language == "fr"
    assert facts(reading) == {"document_date": "2026-02-03", "deadline": "2026-08-03"}
    assert rows(reading, "offer") == [
        {
            "employer": "Les Fermes Boréales Ltée", "title": "Ouvrier agricole", "city": "Saint-Rémi", "country": "CA",
            "amount": 16.1, "currency": "CAD", "number": "9123456", "name": "José Luis Tzul; María Xol Caal",
        }
    ]  # fmt: skip


def test_family_and_given_names_in_columns_of_their_own() -> None:
    table = """
    Annexe : Noms des travailleurs étrangers
    Family name       Given name(s)     Date of birth     Citizenship
    Tzul              José Luis         1990-04-02        Guatemala
    Xol Caal          María             1994-11-20        Guatemala
"""
    head, _, _ = FRENCH.partition("\n    Annexe")
    reading = lmia.read(pdf(head.replace("3 février 2026", "") + table + "\n\n    Ottawa, 3 février 2026"))
    (offer,) = rows(reading, "offer")
    assert offer["name"] == "José Luis Tzul; María Xol Caal"
    assert facts(reading)["document_date"] == "2026-02-03"


def test_what_sentences_tell() -> None:
    document = docx("""
        Service Canada
        Temporary Foreign Worker Program
        March 14, 2026
        Northern Pike Lodge Inc.
        12 Lake Road, Kenora, ON
        Dear Employer,
        Re: Labour Market Impact Assessment - System File Number 8456123
        We are writing to inform you that a positive LMIA has been issued for the position of Housekeeping
            Supervisor (NOC 62020) in Kenora, Ontario.
        The wage is $19.25 per hour for 37.5 hours per week. The duration of employment is 24 months.
        This LMIA is valid until September 14, 2026, after which work permit applications cannot be
            submitted.
        Foreign Worker Names
        Name | Date of birth | Citizenship
        Ms. Grace Wanjiru Mwangi | 3 May 1991 | Kenya
    """)
    reading = lmia.read(document)
    assert lmia.recognise(document) > 0.6
    assert facts(reading) == {"document_date": "2026-03-14", "deadline": "2026-09-14"}
    assert rows(reading, "offer") == [
        {
            "employer": "Northern Pike Lodge Inc.", "title": "Housekeeping Supervisor", "city": "Kenora",
            "country": "CA", "amount": 19.25, "currency": "CAD", "number": "8456123",
            "name": "Grace Wanjiru Mwangi",
        }
    ]  # fmt: skip


def test_values_below_their_labels_and_a_time_of_validity() -> None:
    document = pdf("""
        LABOUR MARKET IMPACT ASSESSMENT                               System file #: 7001234
        Decision letter                                               Date: 12-Mar-2026
        Employer legal name          Operating name            Business number
        1234567 Ontario Inc.         Sunrise Diner             123456789RP0001

        Job title                    NOC code                  Number of positions
        Line Cook                    63200                     1

        Work location                Wage                      Hours
        Sudbury, Ontario             $18.50 per hour           35 per week

        LMIA validity period
        2026-03-12 to 2026-09-12
        A positive LMIA has been issued under the Temporary Foreign Worker Program.
    """)
    reading = lmia.read(document)
    assert facts(reading) == {"document_date": "2026-03-12", "deadline": "2026-09-12"}
    assert rows(reading, "offer") == [
        {
            "employer": "1234567 Ontario Inc.", "title": "Line Cook", "city": "Sudbury", "country": "CA",
            "amount": 18.5, "currency": "CAD", "number": "7001234",
        }
    ]  # fmt: skip


def test_a_person_as_employer_and_a_worker_beside_a_label() -> None:
    reading = lmia.read(
        docx("""
        Service Canada
        Date: 2026-05-05
        File Number: 7654321
        Employer: Judith Ann Marsh
        Subject: Labour Market Impact Assessment decision
        Position title: Home child care provider | NOC: 44100 | Number of positions: 1
        Wage: $18.00 CAD/hour | Work location: 9 Elm Crescent, Guelph, Ontario N1H 1A1
        This confirmation expires on November 5, 2026.
        Annex B: Name of the foreign worker
        Name: Maria Lourdes dela Cruz
    """)
    )
    assert facts(reading) == {"document_date": "2026-05-05", "deadline": "2026-11-05"}
    assert rows(reading, "offer") == [
        {
            "employer": "Judith Ann Marsh", "title": "Home child care provider", "city": "Guelph", "country": "CA",
            "amount": 18.0, "currency": "CAD", "number": "7654321", "name": "Maria Lourdes dela Cruz",
        }
    ]  # fmt: skip


def test_every_term_cites_the_words_on_the_paper() -> None:
    (offer,) = lmia.read(pdf(FRENCH)).records
    quotes = {name: evidence.quote for name, evidence in offer.cells.items()}
    assert quotes["employer"] == "Les Fermes Boréales Ltée"
    assert quotes["amount"] == "16,10 $"
    assert offer.cells["number"].box is not None


def test_letters_that_mention_an_assessment_are_none() -> None:
    letters = (
        "Dear Visa Officer,|I am applying for a work permit. My employer has a positive LMIA, number 9083160.",
        "Offer of Employment|We are pleased to offer you the position of Cook in Halifax, NS. LMIA No. 9395829.",
        "IMM 1295 (09-2023) E|Labour Market Impact Assessment (LMIA) No.|Employer: Acme Inc.|Job title: Cook",
    )
    for letter in letters:
        assert lmia.recognise(docx(letter.replace("|", "\n"))) < 0.3, letter


def test_the_bare_number_in_the_head_of_a_file_counts_where_none_is_labelled(tmp_path: Path) -> None:
    table = [["Employer", "Acme Inc., 1 Elm Street, Halifax, NS"], ["Job title", "Cook"], ["Wage", "$20.00"]]
    data = letter_pdf(["9083160", "Labour Market Impact Assessment", "12 March 2026", "", table])
    (tmp_path / "letter.pdf").write_bytes(data)
    document = read_file(tmp_path, "letter.pdf", Options())
    assert lmia.recognise(document) > 0.5
    (offer,) = rows(lmia.read(document), "offer")
    assert (offer["number"], offer["employer"], offer["title"]) == ("9083160", "Acme Inc.", "Cook")


LETTER = """
    Service Canada

    October 2, 2026

    1187442 ALBERTA LTD.
    o/a Prairie Grill Meats
    4410 Macleod Trail SW
    Calgary, AB T2G 0A4

    Dear Employer:

    Your application for a Labour Market Impact Assessment (LMIA) has been assessed and a positive LMIA is issued.
    System File Number: 8392217. This LMIA is valid until April 2, 2027.

    Position title:    Meat Cutter
    Wage:              $22.50 / hour
"""


@pytest.mark.parametrize(
    ("head", "employer"),
    [
        ("1187442 ALBERTA LTD.", "1187442 ALBERTA LTD."),
        ("The Grill House", "The Grill House"),
        ("Attention: Jo Miles\n    The Grill House Inc.", "The Grill House Inc."),
    ],
)
def test_the_employer_is_the_one_to_whom_the_letter_is_addressed(head: str, employer: str) -> None:
    letter = LETTER.replace("1187442 ALBERTA LTD.\n    o/a Prairie Grill Meats", head)
    assert head in letter
    (job,) = rows(lmia.read(pdf(letter)), "offer")
    assert (job["employer"], job["number"], job["title"]) == (employer, "8392217", "Meat Cutter")


def test_who_writes_the_letter_is_no_employer() -> None:
    letter = LETTER.replace(
        "1187442 ALBERTA LTD.\n    o/a Prairie Grill Meats\n    4410 Macleod Trail SW\n", ""
    )
    (job,) = rows(lmia.read(pdf(letter)), "offer")
    assert "employer" not in job


def test_the_employer_and_the_address_in_one_line() -> None:
    table = """
    Service Canada
    LMIA number: 8440129    Date: September 14, 2026
    Peel Cabinet Makers Ltd., 12 Advance Blvd, Brampton ON

    Decision                       Positive
    Expiry date of the LMIA        March 14, 2027
    Job title                      Cabinetmaker
"""
    (job,) = rows(lmia.read(pdf(table)), "offer")
    assert job["employer"] == "Peel Cabinet Makers Ltd."


def test_a_decision_by_its_number_and_its_annexes() -> None:
    letter = """
    LMIA No.: 8551930
    Employment and Social Development Canada

    August 3, 2026

    North Shore Bakery Ltd.
    14 Marine Drive, Halifax, NS

    Dear Mr. Boyd:

    Your application to hire a temporary foreign worker was assessed. A positive LMIA has been issued.
    It expires on February 3, 2027.

    Schedule A
    Job title          Baker
    Hourly wage        $19.20
    Work location      14 Marine Drive, Halifax, NS

    Foreign workers: TESFAYE Dawit (1991-02-11)
    """
    document = pdf(letter)
    assert lmia.recognise(document) > 0.5
    (job,) = rows(lmia.read(document), "offer")
    assert (job["number"], job["employer"], job["name"]) == (
        "8551930",
        "North Shore Bakery Ltd.",
        "TESFAYE Dawit",
    )


@pytest.mark.parametrize("label", ["File", "N/Réf.", "Our reference"])
def test_the_number_of_the_file(label: str) -> None:
    letter = LETTER.replace("8392217", "8392218").replace("LMIA", "Assessment")
    (job,) = rows(lmia.read(pdf(f"    {label}: 8392217\n{letter.replace('8392218', '')}")), "offer")
    assert job["number"] == "8392217"


def test_an_assessment_told_as_the_impact_of_hiring() -> None:
    document = pdf("""
    EIMT / LMIA number: 8551931
    Employment and Social Development Canada
    May 4, 2026
    North Shore Bakery Ltd.
    14 Marine Drive, Halifax, NS
    Dear Employer:
    The labour market impact of hiring a foreign worker for the job below was assessed as neutral.
    Job title          Baker
    Wage               $19.20 per hour
    Location of work   Halifax, Nova Scotia
    It expires on: November 4, 2026
    """)
    assert recognise_paper(document) == "lmia"
    (job,) = rows(lmia.read(document), "offer")
    assert (job["number"], job["employer"], job["amount"]) == ("8551931", "North Shore Bakery Ltd.", 19.2)


def test_a_decision_told_in_running_text() -> None:
    document = pdf("""
        Service Canada
        Temporary Foreign Worker Program

        July 14, 2026

        Larch Timber Homes Ltd.
        12 Mill Road
        Kamloops BC

        Dear Employer:

        Your application for a Labour Market Impact Assessment, system file number 9120448, was assessed, and the
        outcome is positive. Under NOC 72310 (Carpenters) you may hire 3 foreign workers in Kamloops for 24 months
        at a wage of $31.40 per hour, 40 hours per week.

        This decision expires on January 14, 2027.

        Foreign workers named: PEÑA DUARTE, Iván, 1988-03-09, Colombia
    """)
    assert recognise_paper(document) == "lmia"
    reading = lmia.read(document)
    (offer,) = rows(reading, "offer")
    assert (offer["title"], offer["employer"], offer["city"]) == (
        "Carpenters",
        "Larch Timber Homes Ltd.",
        "Kamloops",
    )
    assert (offer["amount"], offer["number"], offer["name"]) == (31.4, "9120448", "PEÑA DUARTE, Iván")
    assert facts(reading)["deadline"] == "2027-01-14"


def test_names_under_an_annex_and_a_town_that_no_list_knows() -> None:
    reading = lmia.read(
        pdf("""
        Employment and Social Development Canada
        2026/08/12

        LARCH TIMBER HOMES LTD.

        Labour Market Impact Assessment (LMIA)

        Your LMIA application (system file 9120448) has been approved. It expires on 2027/02/12.
        Under NOC 72310 (Carpenters) you may hire one person at your business in Elbow Crossing at an hourly wage of
        $31.40.

        ANNEX B: NAMES
        Family name     Given name     DOB            Country
        DUARTE          IVÁN           1988/03/09     Colombia
    """)
    )
    (offer,) = rows(reading, "offer")
    assert (offer["city"], offer["name"]) == ("Elbow Crossing", "IVÁN DUARTE")


@pytest.mark.parametrize(
    "label", ["Employé nommé", "Temporary foreign worker", "Named worker", "Travailleuse nommée"]
)
def test_a_worker_in_a_row_and_a_post_for_both(label: str) -> None:
    reading = lmia.read(
        docx(f"""
        Emploi et Développement social Canada – Service Canada
        15 septembre 2026
        Résidence du Lac inc.
        2275, boulevard du Lac Est, Montréal QC
        OBJET : Étude d'impact sur le marché du travail – Numéro du système 9120457
        Nous avons rendu une décision favorable sur votre demande d'EIMT.
        Poste | Préposé(e) aux bénéficiaires – CNP 33102
        {label} | EXEMPLE Ida (1992-09-16)
        Salaire | 25,68 $/heure
        """)
    )
    (offer,) = rows(reading, "offer")
    assert (offer["title"], offer["number"]) == ("Préposé(e) aux bénéficiaires", "9120457")
    assert offer["name"] == "EXEMPLE Ida"


def test_the_position_behind_the_words_that_approve_it() -> None:
    reading = lmia.read(
        docx("""
        Employment and Social Development Canada
        August 12, 2026
        REDFERN MACHINING INC.
        Subject: Positive Labour Market Impact Assessment
        System file no.: 9466120
        The following position has been approved: CNC machinist (NOC 72100), for 24 months at $36.00 per hour.
    """)
    )
    assert rows(reading, "offer")[0]["title"] == "CNC machinist"


@pytest.mark.parametrize(
    "told",
    [
        "Number of workers: 2\n        Name(s): EXEMPLE Ida; MODELE Rosa\n        Expiry date of this LMIA: "
        "March 21, 2027",
        "Travailleuses visées :\n        EXEMPLE Ida (1993-06-08, Madagascar)\n        MODELE Rosa (1996-01-17, "
        "Madagascar)\n"
        "        La présente EIMT expire le 2 mars 2027.",
    ],
)
def test_several_workers_behind_one_label_or_below_it(told: str) -> None:
    reading = lmia.read(
        docx(f"""
        Service Canada
        2026-09-02
        MANUFACTURE DU LAC LTÉE
        310, rue Industrielle, Montmagny (Québec)
        Objet : Décision relative à l'EIMT – numéro de dossier 9318842
        Votre demande visant à embaucher deux opératrices de machines à coudre (CNP 94132) a été approuvée.
        {told}
        """)
    )
    (offer,) = rows(reading, "offer")
    assert offer["name"] == "EXEMPLE Ida; MODELE Rosa"
    assert offer["title"] == "opératrices de machines à coudre"


@pytest.mark.parametrize(
    "told",
    [
        "Named workers: 1. Ida Sample 2. Davit Example",
        "Workers: SAMPLE, Ida; EXAMPLE, Davit",
        "Names: SAMPLE, Ida (1991-02-17); EXAMPLE, Davit (1994-05-02)",
    ],
)
def test_workers_listed_on_one_line(told: str) -> None:
    reading = lmia.read(
        docx(f"""
        Service Canada
        October 8, 2026
        Superior Boilers Ltd.
        Positive Labour Market Impact Assessment
        System file number: 9540618
        Job title: Welder
        {told}
    """)
    )
    (offer,) = rows(reading, "offer")
    names = {
        " ".join(sorted(name.replace(",", "").lower().split())) for name in str(offer["name"]).split("; ")
    }
    assert names == {"ida sample", "davit example"}


@pytest.mark.parametrize("label", ["Liste des travailleurs étrangers", "List of foreign workers"])
def test_a_list_of_workers_on_one_line(label: str) -> None:
    reading = lmia.read(
        docx(f"""
        Service Canada – Emploi et Développement social Canada
        Le 25 septembre 2026
        Viandes du Lac ltée, 255, rue du Lac, Rivière-du-Loup (Québec)
        Objet : Réponse à votre demande d'étude d'impact sur le marché du travail (dossier 9302775)
        Titre de l'emploi | Boucher industriel
        Date de fin de validité | 25 mars 2027
        {label} : EXEMPLE Younes (1991-03-12); MODELE Mourad (1989-01-30)
        """)
    )
    (offer,) = rows(reading, "offer")
    assert offer["name"] == "EXEMPLE Younes; MODELE Mourad"
    assert facts(reading)["deadline"] == "2027-03-25"
