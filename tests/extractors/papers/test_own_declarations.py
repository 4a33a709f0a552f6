"""Declarations, plans and covering letters: whose words they are."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import explanation_letter
from tests.extractors.papers.made import docx, facts, pdf, rows

AFFIDAVIT = """
    STATUTORY DECLARATION
    I, Ida Sample, of 4 Sample Street, Accra, do solemnly declare that:
    1. I have never been refused a visa by any state save Italy, in March 2019.
    2. I was turned back at Doha on 3 May 2021 for want of a visa.
    3. I worked at Mill Foods Ltd. until 2019 and lived in Accra all the time.
    Declared at Accra on 12 June 2026
"""
FRENCH = """
    DÉCLARATION SUR L'HONNEUR
    Je soussignée, Ida Exemple, née le 3 avril 1990 à Lomé, déclare sur l'honneur ce qui suit :
    J'ai servi dans la gendarmerie de mon pays de 2011 à 2014.
    J'ai ensuite travaillé chez Bois Nord SARL. Je n'ai jamais été condamnée.
    Fait à Lomé, le 4 mai 2026
"""
PLAN = """
    STUDY PLAN
    Accra, 3 May 2022
    Dear Visa Officer,
    My name is Ida Sample. I wish to study Culinary Arts at Sample College in Regina. My parents pay my fees.
    I have been a cook at Mill Foods Ltd. since July 2019. After my diploma I will return to my parents in Accra.
    Yours faithfully,
    Ida Sample
"""
COVERING = """
    NORTH GATE IMMIGRATION SERVICES
    November 9, 2026
    Re: Ida Sample, work permit application
    Dear Officer,
    We are the appointed representatives of Ms. Ida Sample. Her earlier application W448210976 was refused on July 2,
        2025.
    Enclosed documents:
    1. Form IMM 1295
    2. Form IMM 5476, Use of a Representative
    Yours truly,
    Amanda Chiu, RCIC R512204
"""
PARENT = """
    AFFIDAVIT
    I, Kofi Sample, son of Yaw Sample, do hereby solemnly affirm that I am the father of the applicant, that I have
        never been refused a visa, and that I was a trader in Accra. My daughter Ida has applied for a permit of Canada.
"""
COUPLE = """
    Regina, June 1, 2026
    Re: Support letter for Ida Sample
    Dear Officer,
    We are both Canadian citizens and invite Ida into our home in Regina. We were refused a visa ourselves in 1998.
    Ana and Tom Brandt
"""
HOUSEHOLD = """
    Doha, 25 June 2026
    TO WHOM IT MAY CONCERN
    I, Omar Brandt, employ Ida Sample as a nanny since 6 May 2019. She looks after our two sons, 48 hours a week. I pay
        her QAR 2,400 per month. My own visa was refused in 2012.
    Omar Brandt
"""


@pytest.mark.parametrize("text", [AFFIDAVIT, FRENCH, PLAN, COVERING])
def test_what_the_applicant_or_a_representative_says(text: str) -> None:
    for make in (pdf, docx):
        assert recognise_paper(make(text)) == "explanation-letter"


@pytest.mark.parametrize(("text", "kind"), [(COUPLE, "support-letter"), (HOUSEHOLD, "employment-letter")])
def test_what_somebody_else_says(text: str, kind: str) -> None:
    assert recognise_paper(pdf(text)) == kind


def test_a_fathers_affidavit_is_not_the_applicants() -> None:
    assert recognise_paper(pdf(PARENT)) != "explanation-letter"


def test_the_states_that_did_not_let_somebody_in() -> None:
    told = rows(explanation_letter.read(docx(AFFIDAVIT)), "refusal")
    assert [(row["country"], row["from"]) for row in told] == [("IT", "2019-03"), ("QA", "2021-05-03")]


def test_the_client_of_appointed_representatives() -> None:
    reading = explanation_letter.read(docx(COVERING))
    assert facts(reading)["full_name"] == "Ida Sample"
    assert [row["from"] for row in rows(reading, "refusal")] == ["2025-07-02"]
