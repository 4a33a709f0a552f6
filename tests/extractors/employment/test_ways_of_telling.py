"""Ways in which employers tell a work: items behind a colon, posts in turn, an end told apart, pay without its word."""

import pytest

from consistency.extractors.papers import employment_letter
from tests.extractors.papers.made import docx, facts, rows

Told = list[tuple[str | None, str | None, str | None]]
HEAD = "ACME MILLS LTD\n4 Mill Road, Nakuru, Kenya\n"

LETTERS: dict[str, tuple[str, Told]] = {
    "a post to which somebody rose, and the end in another paragraph": (
        "Dear Ms. Ida Sample,\nYou are hereby disengaged from the services of the firm with effect from 3 May 2022.\n\n"
        "You joined us on 4 January 2016 as Packer and rose to the post of Packing Supervisor on 1 July 2018.",
        [("Packer", "2016-01-04", "2018-07-01"), ("Packing Supervisor", "2018-07-01", "2022-05-03")],
    ),
    "a career begun with a house": (
        "Subject: Employment reference for Ms. Ida Sample\nMs. Sample began her career with Acme Mills Ltd as a "
        "Packer on "
        "12 March 2017. She became Line Leader in September 2019 and stayed until 30 June 2023.",
        [("Packer", "2017-03-12", "2019-09"), ("Line Leader", "2019-09", "2023-06-30")],
    ),
    "a second post behind “puis”": (
        "CERTIFICAT DE TRAVAIL\nNous certifions avoir employé Madame Ida Sample du 15 octobre 2018 au 30 juin 2022, en "
        "qualité de couturière, puis à compter du 1er mars 2021 de cheffe d'atelier.",
        [("couturière", "2018-10-15", "2021-03-01"), ("cheffe d'atelier", "2021-03-01", "2022-06-30")],
    ),
    "a second post of somebody who is still employed": (
        "ATTESTATION DE TRAVAIL\nNous attestons que Madame Ida Sample est salariée de notre entreprise depuis le 4 mai "
        "2016, d'abord en qualité de soudeuse puis, à compter du 1er février 2023, de cheffe d'atelier.",
        [("soudeuse", "2016-05-04", "2023-02-01"), ("cheffe d'atelier", "2023-02-01", "present")],
    ),
    "a post since a day with which the sentence begins": (
        "I confirm that Ida Sample has worked for us as a packer, having begun on 9 January 2023. Since 1 "
        "October 2024 she "
        "has been a senior packer.",
        [("packer", "2023-01-09", "2024-10-01"), ("senior packer", "2024-10-01", "present")],
    ),
    "posts with their days in brackets": (
        "REFERENCE\nIda Sample was a member of our cleaning staff, as chambermaid (from May 2014) and later as head "
        "housekeeper (from January 2017), until the end of August 2020.",
        [("chambermaid", "2014-05", "2017-01"), ("head housekeeper", "2017-01", "2020-08")],
    ),
    "items behind the name": (
        "ATTESTATION DE TRAVAIL\nNous attestons que Madame Ida Sample :\n• occupe le poste de couturière depuis le 3 "
        "septembre 2020 ;\n• travaille 40 heures par semaine ;\n• perçoit un salaire mensuel de 1 150 TND.",
        [("couturière", "2020-09-03", "present")],
    ),
    "seasons of one post as items": (
        "Ida Sample has been employed by us on seasonal contracts as a picker:\n• 2 May 2022 – 30 September 2022\n"
        "• 3 May 2023 – 28 September 2023",
        [("picker", "2022-05-02", "2022-09-30"), ("picker", "2023-05-03", "2023-09-28")],
    ),
    "a promotion on a day with which the sentence begins": (
        "This letter certifies that Ms. Ida Sample started with us on May 5, 2018 as a packer. On April 1, 2021 "
        "she was "
        "promoted to packing supervisor and she still holds this position.",
        [("packer", "2018-05-05", "2021-04-01"), ("packing supervisor", "2021-04-01", "present")],
    ),
    "numbered posts": (
        "Nous attestons que Mme Ida Sample fait partie de notre personnel et a exercé les fonctions suivantes :\n"
        "1. Ouvrière : du 07/01/2013 au 31/12/2015\n2. Contrôleuse : depuis le 01/01/2016",
        [("Ouvrière", "2013-01-07", "2015-12-31"), ("Contrôleuse", "2016-01-01", "present")],
    ),
    "labels of a form": (
        "REFERENCE REQUEST – REPLY\nApplicant: Ida Sample\nDate employment commenced: 4 March 2020\n"
        "Date employment ceased: 17 November 2022\nPosition held: Packer",
        [("Packer", "2020-03-04", "2022-11-17")],
    ),
    "remained through a day": (
        "Ida Sample was hired on April 15, 2019 and remained with our company through July 31, 2023 as a Packer.",
        [("Packer", "2019-04-15", "2023-07-31")],
    ),
    "a post in brackets": (
        "This is to certify that Ms. Ida Sample had worked in our company as (Packer) since 19 August 2015 "
        "until 30 April "
        "2021.",
        [("Packer", "2015-08-19", "2021-04-30")],
    ),
    "a day with which a pay holds ends nothing": (
        "I confirm that Ida Sample joined us on 4 January 2016 as Packer. Her pay was raised with effect from 1 "
        "May 2022.",
        [("Packer", "2016-01-04", None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LETTERS)
def test_posts_and_times(name: str) -> None:
    text, told = LETTERS[name]
    reading = employment_letter.read(docx(f"{HEAD}{text}\nRosa Other\nDirector"))
    found = rows(reading, "job")
    assert [(row.get("title"), row.get("from"), row.get("to")) for row in found] == told
    assert facts(reading)["full_name"].endswith("Ida Sample")


@pytest.mark.parametrize(
    ("terms", "amount", "currency", "hours"),
    [
        ("She worked 45 hours per week for 210,000 F CFA a month.", 210000, None, 45),
        ("Full time, 40 hours weekly. UAH 11,000 monthly at the end.", 11000, "UAH", 40),
        ("Monthly wage: KD 165.000\nWorking week: 48 hours", 165, "KWD", 48),
        ("Basic salary: OMR 185.500 per month\nWeekly working hours: 44", 185.5, "OMR", 44),
        ("Salary: USD 1.500 per month\nDurée hebdomadaire : 40 heures", 1500, "USD", 40),
    ],
)
def test_pay_and_hours(terms: str, amount: float, currency: str | None, hours: float) -> None:
    text = f"{HEAD}This is to certify that Ms. Ida Sample worked here as Packer from 4 May 2015 to 3 May 2019.\n{terms}"
    (job,) = rows(employment_letter.read(docx(text)), "job")
    assert (job.get("amount"), job.get("hours")) == (amount, hours)
    assert currency is None or job.get("currency") == currency


@pytest.mark.parametrize(
    ("state", "end"),
    [
        ("Present designation: Packer\nDate of joining: 3 June 2019", "present"),
        ("Poste : Packer\nDate d'embauche : 3 juin 2019\nReste à ce jour en activité.", "present"),
        (
            "The above-named is a bona fide staff of the firm.\nDesignation: Packer\nDate of joining: 3 June 2019",
            "present",
        ),
        ("Designation: Packer\nDate of joining: 3 June 2019", None),
    ],
)
def test_a_work_that_goes_on_beside_labels(state: str, end: str | None) -> None:
    (job,) = rows(
        employment_letter.read(docx(f"{HEAD}CERTIFICATE OF EMPLOYMENT\nName: Ida Sample\n{state}")), "job"
    )
    assert (job["title"], job["from"], job.get("to")) == ("Packer", "2019-06-03", end)


@pytest.mark.parametrize(
    ("start", "employer"),
    [
        ("La société „Meblo” Sp. z o.o. atteste", "„Meblo” Sp. z o.o."),
        ("La société Exemple Textiles confirme", "Exemple Textiles"),
        ("The company Acme Foods Ltd certifies", "Acme Foods Ltd"),
    ],
)
def test_the_house_that_certifies(start: str, employer: str) -> None:
    text = f"{start} que Mme Ida Sample y est employée depuis le 1er juin 2020 comme couturière."
    (job,) = rows(employment_letter.read(docx(f"ATTESTATION\n{text}\nRosa Other, directrice")), "job")
    assert job["employer"] == employer


@pytest.mark.parametrize(
    "end", ["Lima, le 14 mars 2026. Le Directeur, Rosa Other", "Completed by: Rosa Other, Payroll Manager"]
)
def test_who_signs_on_one_line(end: str) -> None:
    text = f"{HEAD}We confirm that Ida Sample worked with us as Packer from 4 May 2015 to 3 May 2019.\n{end}"
    assert employment_letter.read(docx(text)).signed


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida was our sushi cook from September 20, 2024 to December 9, 2025, at 40 hours a week and $18.75 per hour.",
        "Ida has been our sushi cook between September 20, 2024 and December 9, 2025, $18.75 per hour.",
    ],
)
def test_a_short_letter_about_who_was_ours(sentence: str) -> None:
    paper = docx(f"""
    REDFERN SUSHI LTD.
    220 Mill Street, Guelph, ON | 519-555-0166
    January 12, 2026
    Re: Ida Sample
    {sentence}
    Rosa Rey, General Manager (signed)
    """)
    assert employment_letter.recognise(paper) >= 0.5
    (job,) = rows(employment_letter.read(paper), "job")
    assert (job["title"], job["to"], job["amount"]) == ("sushi cook", "2025-12-09", 18.75)


def test_who_was_a_tenant_is_no_employee() -> None:
    paper = docx("""
    REDFERN HOMES LTD.
    Ida Sample was our tenant from September 20, 2024 to December 9, 2025 and paid $900 a month.
    """)
    assert employment_letter.recognise(paper) < 0.5


def test_the_post_held_since_a_day_within_a_sentence() -> None:
    paper = docx("""
    CUVES DU NORD SA
    ATTESTATION D'EMPLOI
    Nous déclarons que M. Jean Exemple fait partie du personnel depuis le 2 septembre 2019. Embauché comme soudeur,
        il occupe depuis le 1er février 2023 le poste de chef d'équipe, 40 heures par semaine.
    Roubaix, le 8 septembre 2026
    """)
    found = [(job["title"], job["from"], job["to"]) for job in rows(employment_letter.read(paper), "job")]
    assert found == [("soudeur", "2019-09-02", "2023-02-01"), ("chef d'équipe", "2023-02-01", "present")]


def test_the_post_right_behind_its_time() -> None:
    paper = docx("""
    ACME YARD LTD
    CERTIFICATE OF EMPLOYMENT
    Ida Sample worked for us from 3 May 2016 to 31 December 2020 as a cook and from 1 January 2021 to 4 May 2023 as head
        cook. 12.05.2023
    """)
    reading = employment_letter.read(paper)
    assert [(job["title"], job["to"]) for job in rows(reading, "job")] == [
        ("cook", "2020-12-31"),
        ("head cook", "2023-05-04"),
    ]
    assert facts(reading)["document_date"] == "2023-05-12"


def test_who_was_with_us_under_a_programme() -> None:
    paper = docx("""
    Redfern Potato Co.
    Nov. 24, 2023
    Ida Sample was with us on the Farm Work Programme this year, from May 8 to November 22, 2023, at $15.50/hr.
    Rosa Rey, owner (signed)
    """)
    assert employment_letter.recognise(paper) >= 0.5
    (job,) = rows(employment_letter.read(paper), "job")
    assert (job["from"], job["to"]) == ("2023-05-08", "2023-11-22")


def test_the_heading_is_no_house() -> None:
    paper = docx("""
    YILDIZ GEMİ SANAYİ A.Ş., Tersaneler Bölgesi, İstanbul – tel 0216 555 01 77
    WORK CERTIFICATE
    Ida Sample worked in our shipyard as welder between 07.05.2012 and 25.12.2015. 28.12.2015
    """)
    (job,) = rows(employment_letter.read(paper), "job")
    assert str(job["employer"]).startswith("YILDIZ GEMİ SANAYİ A.Ş.")


def test_a_house_before_its_street_and_a_translator_s_town() -> None:
    paper = docx("""
    RÉPUBLIQUE DE MOLDAVIE – HÔPITAL DE DISTRICT D'ORHEI, rue Negruzzi 87, Orhei, tél. 235 55 018
    No 218 du 21 février 2022
    ATTESTATION
    Délivrée à Mme Ida Exemple pour confirmer qu'elle a travaillé à l'hôpital du 5 septembre 2011 au 21 janvier 2022 en
        qualité d'infirmière à la section de thérapie.
    Directeur : V. Guțu (signature)
    Traduit du roumain par E. Popa, traductrice assermentée, Bruxelles
    """)
    (job,) = rows(employment_letter.read(paper), "job")
    assert (job["employer"], job.get("country")) == ("HÔPITAL DE DISTRICT D'ORHEI", None)


def test_who_is_occupied_by_a_centre() -> None:
    paper = docx("""
    CPAS DE MONS
    Boulevard Dolez 13, 7000 Mons – 065 55 01 44
    Mons, le 12 octobre 2026
    ATTESTATION D'OCCUPATION
    Je soussignée, Isabelle Exemple, certifie que Madame EXEMPLE Ida, née le 11 juin 1990, est occupée par notre centre
        depuis le 7 avril 2025 en qualité d'aide-soignante, à raison de 38 heures par semaine.
    I. Exemple (signature et cachet)
    """)
    assert employment_letter.recognise(paper) >= 0.5
    (job,) = rows(employment_letter.read(paper), "job")
    assert (job["title"], job["from"], job["to"]) == ("aide-soignante", "2025-04-07", "present")
