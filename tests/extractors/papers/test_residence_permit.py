"""Permits of other states to live there."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import residence_permit
from tests.extractors.papers.made import docx, facts, rows

QATAR = """
    STATE OF QATAR
    Ministry of Interior
    RESIDENCY PERMIT
    ID No: 29012345678
    Name: RAJU KUMAR THAPA
    Date of birth: 09/04/1990
    Nationality: Nepal
    Occupation: Plumber
    Passport number: 08812345
    Issue date: 15/06/2023
    Expiry date: 14/06/2025
"""
FRANCE = """
    RÉPUBLIQUE FRANÇAISE
    TITRE DE SÉJOUR
    Nom : BARRY
    Prénoms : Aïssatou
    Né le : 02/02/1995
    Motif du séjour : ÉTUDIANT
    Valable du : 01/10/2021
    Valable jusqu'au : 30/09/2022
"""


def test_a_card_of_the_gulf() -> None:
    assert recognise_paper(docx(QATAR)) == "residence-permit"
    reading = residence_permit.read(docx(QATAR))
    assert facts(reading) == {
        "full_name": "RAJU KUMAR THAPA",
        "birth_date": "1990-04-09",
        "passport_number": "08812345",
    }
    assert rows(reading, "residence") == [
        {"from": "2023-06-15", "to": "2025-06-14", "country": "QA", "status": "worker"}
    ]


def test_a_french_one_of_a_student() -> None:
    assert recognise_paper(docx(FRANCE)) == "residence-permit"
    assert rows(residence_permit.read(docx(FRANCE)), "residence") == [
        {"from": "2021-10-01", "to": "2022-09-30", "country": "FR", "status": "student"}
    ]


def test_a_print_out_of_the_residence() -> None:
    assert recognise_paper(docx(QATAR.replace("RESIDENCY PERMIT", "RESIDENCE - copy for the holder"))) == (
        "residence-permit"
    )


def test_a_card_that_tells_no_status() -> None:
    card = "\n".join(line for line in QATAR.splitlines() if "Occupation" not in line)
    assert recognise_paper(docx(card)) == "residence-permit"
    assert rows(residence_permit.read(docx(card)), "residence") == [
        {"from": "2023-06-15", "to": "2025-06-14", "country": "QA"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "GOVERNMENT OF CANADA\nTEMPORARY RESIDENT PERMIT\nName: Ana Silva\nExpiry date: 14/06/2025\nIMM 1442",
        "REPUBLIC OF KENYA\nNATIONAL IDENTITY CARD\nName: Ana Silva\nExpiry date: 14/06/2035",
        "REPUBLIC OF KENYA\nTAX RESIDENCY CERTIFICATE\nName: Ana Silva\nExpiry date: 31/12/2026",
        "REPUBLIC OF THE PHILIPPINES\nRESIDENCE CERTIFICATE\nName: Ana Silva\nValid until: 04/11/2026",
        "REPUBLIC OF KENYA\nVOTER CARD\nResidence: Nairobi\nName: Ana Silva\nExpiry date: 14/06/2035",
        "Doha, Qatar\nDear Sir,\nMy residency permit (expiry date: 14/06/2025) is attached.\nAna Silva",
    ],
)
def test_what_is_none(text: str) -> None:
    assert residence_permit.recognise(docx(text)) == 0.0


def test_days_with_blanks_between_their_parts() -> None:
    reading = residence_permit.read(
        docx("""
        UNITED KINGDOM | RESIDENCE PERMIT
        Name | OKORO CHIDI JAMES
        Valid until | 14 01 2021
        Place and date of issue | UK 02 10 2019
        Type of permit | STUDENT
        """)
    )
    (stay,) = rows(reading, "residence")
    assert (stay["country"], stay["from"], stay["to"]) == ("GB", "2019-10-02", "2021-01-14")


def test_a_name_ends_before_the_next_label_of_its_line() -> None:
    document = docx("""
        MINISTRY OF INTERIOR - IMMIGRATION
        TEMPORARY RESIDENCE CARD
        Name: Zahra Surname: Example Grandfather: Gul Ahmad
        Date of birth: 1993
        Nationality: Afghan
        Issue date: 2026-03-25
        Valid until: 2027-03-20
    """)
    assert facts(residence_permit.read(document))["family_name"] == "Example"
