"""Assessments, returns and clearances of tax offices: whose, as of when, and the marital status."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import tax_assessment
from tests.extractors.papers.made import docx, facts, pdf

RETURN = """
    Income Tax and Benefit Return 2023
    Identification
    First name                                 Femi
    Last name                                  Adeyinka
    Date of birth                              1987-10-30
    Marital status on December 31, 2023        Separated
    Spouse: first name                         Ronke
    Total income                               41,200.00
"""
ASSESSED = """
    Agence du revenu du Canada
    Avis de cotisation
    Année d'imposition     2022
    Date d'émission        le 3 mai 2023

    AMINATA KEITA
    400, rue des Érables, app. 3
    Laval QC

    Revenu total           31 020
    Revenu imposable       29 900
    Impôt à payer          2 110
"""
CLEARED = """
    KISUMU COUNTY REVENUE OFFICE
    TAX COMPLIANCE CERTIFICATE
    This is to certify that Mr. Otieno Brian Omondi has paid all taxes that were due from him.
    Tax years: 2019, 2020, 2021
    Date of issue: 14 March 2022
"""


def test_the_status_is_that_of_the_last_day_of_the_year() -> None:
    document = pdf(RETURN)
    assert recognise_paper(document) == "tax-assessment"
    reading = tax_assessment.read(document)
    assert str(reading.as_of.date) == "2023-12-31"
    assert facts(reading) == {
        "family_name": "Adeyinka", "given_names": "Femi", "birth_date": "1987-10-30", "marital_status": "separated",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [(ASSESSED, "AMINATA KEITA", "2023-05-03"), (CLEARED, "Otieno Brian Omondi", "2022-03-14")],
)
def test_a_paper_of_the_tax_office_is_no_bank_s_and_no_police_s(text: str, name: str, day: str) -> None:
    document = pdf(text)
    assert recognise_paper(document) == "tax-assessment"
    reading = tax_assessment.read(document)
    assert facts(reading) == {"full_name": name, "document_date": day}
    assert str(reading.as_of.date) == day


def test_a_letter_that_speaks_of_an_assessment_is_none() -> None:
    assert tax_assessment.recognise(docx("Dear Sir,\nMy notice of assessment is attached.\nAna Lim")) == 0.0
