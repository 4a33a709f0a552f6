"""Decisions of other states that are not addressed to anybody, and letters that leave a refusal as it was."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import refusal_letter
from tests.extractors.papers.made import docx, facts, pdf, rows

DECIDING = [
    (
        """
        CONSULADO GENERAL DE ESPAÑA EN LIMA
        RESOLUTION
        Applicant: SAMPLE Ida, passport X1234567
        The Consul General refuses to grant the requested short-stay visa, for the purpose of the stay is not justified.
        14.02.2019     Stamp
        """,
        {"from": "2019-02-14", "country": "ES"},
    ),
    (
        """
        DIRECTORATE OF IMMIGRATION, EMBASSY OF JAPAN
        Ms. Ida Sample, born 2 May 1990, citizen of Peru
        On 7 June 2018 it was decided that her entry into Japan is prohibited until 6 June 2021.
        """,
        {"from": "2018-06-07", "country": "JP"},
    ),
    (
        """
        PRÉFECTURE DE POLICE
        AMBASSADE DE FRANCE
        Vu la situation de Mme SAMPLE Ida, née le 2 mai 1990, ressortissante du Pérou
        Arrêté : Mme SAMPLE est soumise à une obligation de quitter le territoire français.
        Fait à Paris, le 9 mars 2017
        """,
        {"from": "2017-03-09", "country": "FR"},
    ),
    (
        """
        STATE OF QATAR
        MINISTRY OF INTERIOR
        Name: SAMPLE Ida, national of Peru, passport X1234567
        Order 118 of 7 June 2018: the above is to be removed for breach of the law of residence.
        """,
        {"from": "2018-06-07", "country": "QA"},
    ),
]


@pytest.mark.parametrize(("text", "refusal"), DECIDING)
def test_a_decision_about_a_person_is_a_refusal_by_its_state(text: str, refusal: dict[str, str]) -> None:
    document = pdf(text)
    assert recognise_paper(document) == "refusal-letter"
    assert rows(refusal_letter.read(document), "refusal") == [refusal]


@pytest.mark.parametrize(
    "text",
    [
        "CONSUL OF SPAIN\nApplicant: SAMPLE Ida\nOn her motion to withdraw it the proceedings for a visa are "
        "discontinued; "
        "no visa was refused.",
        "MINISTRY OF THE INTERIOR OF PERU\nSAMPLE Ida, born 2 May 1990, is not subject to any deportation order.",
        "MILL FOODS LTD.\nThis is to certify that Ms. Ida Sample, a national of Peru, worked here. Her permit was "
        "refused.",
        "MINISTRY OF LABOUR\nMs. Ida Sample, citizen of Peru. A work permit was granted on 2 May 2019.",
        "CONSULATE GENERAL OF SPAIN\nThe applicant brings a passport. If the visa is refused, an appeal may be "
        "lodged.",
        "MINISTRY OF INTERIOR\nIMMIGRATION DEPARTMENT\nNOTICE OF FINAL DEPARTURE\nMr. Ivo Sample left the country.",
        "MINISTRY OF FOREIGN AFFAIRS OF KENYA\nMs. Ida Sample, citizen of Kenya. In the pandemic entry was "
        "prohibited.",
        "EMBASSY OF FRANCE\nMr. Ivo Sample, born 4 May 1990. A visa was issued. Refusal of entry remains possible.",
    ],
)
def test_what_ends_otherwise_or_is_no_authoritys_is_none(text: str) -> None:
    assert recognise_paper(docx(text)) != "refusal-letter"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("We reviewed your request. The refusal of 4 May 2025 stands and will not be reopened.", "2025-05-04"),
        ("Votre demande a été refusée. La décision rendue le 4 mai 2025 est maintenue.", "2025-05-04"),
        ("We have examined your application for a work permit. Your application has been refused.", "2025-06-10"),
    ],
)  # fmt: skip
def test_a_letter_that_leaves_a_refusal_standing_is_no_second_one(told: str, day: str) -> None:
    text = f"IRCC\n10 June 2025\nApplication W440011223\nDear Ida Sample,\n{told}"
    reading = refusal_letter.read(docx(text))
    assert facts(reading)["document_date"] == "2025-06-10"
    assert [row["from"] for row in rows(reading, "refusal")] == [day]


def test_a_letter_whose_day_stands_behind_the_words_that_refuse() -> None:
    text = "Swiss Confederation\nIda Sample\nYour application for a visa was refused on 4 May 2020. You may appeal."
    assert rows(refusal_letter.read(docx(text)), "refusal") == [{"from": "2020-05-04", "country": "CH"}]


@pytest.mark.parametrize(
    ("told", "day", "state"),
    [
        (
            "Embassy of the United States of America\nDate: November 5, 2025\nDear Applicant,\nYou have been "
            "found ineligible to "
            "receive a nonimmigrant visa under Section 214(b) of the Immigration and Nationality Act.",
            "2025-11-05",
            "US",
        ),
        (
            "U.S. Consulate General, Lagos\n5 November 2025\nDear Applicant,\nYou were found ineligible to be "
            "issued a visa.",
            "2025-11-05",
            "US",
        ),
        (
            "UK Visas and Immigration\nRefusal of entry clearance. Date of decision: 5 November 2025\nYour "
            "application for a visit "
            "visa has been refused.",
            "2025-11-05",
            "GB",
        ),
    ],
)
def test_a_sheet_that_refuses_a_visa_to_whom_it_calls_an_applicant(told: str, day: str, state: str) -> None:
    document = docx(told)
    assert recognise_paper(document) == "refusal-letter"
    (refusal,) = rows(refusal_letter.read(document), "refusal")
    assert (refusal["from"], refusal["country"]) == (day, state)


def test_a_sheet_that_lists_what_makes_eligible_refuses_nothing() -> None:
    told = (
        "Embassy of the United States of America\nDate: November 5, 2025\nDear Applicant,\nYour interview is on "
        "6 December 2025. If "
        "you are found ineligible to receive a visa, you may apply again."
    )
    assert recognise_paper(docx(told)) != "refusal-letter"
