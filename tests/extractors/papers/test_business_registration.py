"""Registers and licences of businesses: whose, what it is called, and since when."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import business_registration
from tests.extractors.papers.made import docx, facts, pdf, rows

UDYAM = """
    UDYAM REGISTRATION CERTIFICATE
    Udyam registration number      UDYAM-TN-02-00
    Name of enterprise             KAVYA HOME FOODS
    Type of enterprise             Micro, Proprietorship
    Name of entrepreneur           KAVYA SUNDAR
    Date of registration           14/02/2022
"""
EXTRACT = """
    REGISTRE DU COMMERCE ET DU CRÉDIT MOBILIER
    Extrait d'immatriculation - Personne physique
    Assujettie : Mme DIARRA Kadiatou, née le 02/05/1990 à Ségou
    Nom commercial : KADI COUTURE
    Date de commencement de l'activité : 11/01/2021
    Délivré à Bamako, le 20 janvier 2021
"""
NAME = """
    Republic of the Philippines
    CERTIFICATE OF BUSINESS NAME REGISTRATION
    This certifies that
    TITA BEBANG SARI-SARI STORE
    is a business name registered in this office. This certificate issued to
    BENEDICTA CRUZ ONG
    is valid from 3 June 2019 to 3 June 2024.
"""
LICENCE = """
    Department of Economy
    Commercial License
    Company Name       DESERT ROSE CLEANING SERVICES
    Legal Type         Sole Establishment
    Issue Date         02/08/2023

    No.     Name               Nationality     Role
    1       MARIAM OKELLO      Uganda          Owner

    Activities: Cleaning of buildings
"""


@pytest.mark.parametrize(
    ("text", "owner", "business", "day"),
    [
        (UDYAM, "KAVYA SUNDAR", "KAVYA HOME FOODS", "2022-02-14"),
        (EXTRACT.replace("Assujettie", "Assujetti"), "DIARRA Kadiatou", "KADI COUTURE", "2021-01-11"),
        (NAME, "BENEDICTA CRUZ ONG", "TITA BEBANG SARI-SARI STORE", "2019-06-03"),
        (LICENCE, "MARIAM OKELLO", "DESERT ROSE CLEANING SERVICES", "2023-08-02"),
    ],
)
def test_the_owner_works_there_since_its_beginning(text: str, owner: str, business: str, day: str) -> None:
    document = pdf(text)
    assert recognise_paper(document) == "business-registration"
    reading = business_registration.read(document)
    assert facts(reading)["full_name"] == owner
    (job,) = rows(reading, "job")
    assert (job["employer"], job["title"], str(job["paid_from"])) == (business, "Owner", day)


def test_the_licence_of_a_company_tells_no_work_of_anybody() -> None:
    document = pdf("""
        Professional License
        Company Name       AL NOOR DENTAL CLINIC LLC
        Legal Type         Limited Liability Company
        Issue Date         02/08/2013
        Manager            Dr. Sara Aziz
    """)
    assert recognise_paper(document) == "business-registration"
    assert not business_registration.read(document).records


@pytest.mark.parametrize(
    "text",
    [
        "CERTIFICAT D'IMMATRICULATION\nTitulaire: Jean Sow\nMarque du véhicule: Toyota\nDate: 01/02/2020",
        "Dear Officer,\nmy trade licence is attached.\nOwner: Ana Lim",
    ],
)
def test_other_papers_register_no_business(text: str) -> None:
    assert business_registration.recognise(docx(text)) < 0.5


def test_the_name_that_is_registered_stands_below_what_certifies_it() -> None:
    document = docx("""
        CERTIFICATE OF REGISTRATION OF BUSINESS NAME
        I hereby certify that
        AMARA FASHION HOUSE
        is this day registered. Proprietor: AMARA NWOSU
        Given at Abuja this 7th day of May 2018
    """)
    assert recognise_paper(document) == "business-registration"
    reading = business_registration.read(document)
    assert facts(reading)["full_name"] == "AMARA NWOSU"
    assert [job["employer"] for job in rows(reading, "job")] == ["AMARA FASHION HOUSE"]


def test_an_extract_from_a_register_of_individual_entrepreneurs() -> None:
    document = docx("""
        PUBLIC SERVICES AGENCY
        EXTRACT FROM THE STATE REGISTER OF INDIVIDUAL ENTREPRENEURS
        Full name | Întreprinderea Individuală "SAMPLE IDA"
        Date of registration | 08.11.2016
        Founder / administrator | SAMPLE IDA
        Issued 15.10.2026
    """)
    assert recognise_paper(document) == "business-registration"
    reading = business_registration.read(document)
    assert facts(reading)["full_name"] == "SAMPLE IDA"
    (job,) = rows(reading, "job")
    assert "SAMPLE IDA" in str(job["employer"])
