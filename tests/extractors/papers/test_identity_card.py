"""Identity cards and their translations: who somebody is to the state."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import identity_card
from tests.extractors.papers.made import docx, facts, pdf

CARDS = {
    "a card with a title": pdf("""
        REPUBLIC OF EXAMPLE
        NATIONAL IDENTITY CARD
        Surname: SAMPLE
        Given names: IDA MARIE
        Sex: F
        Date of birth: 02.07.1985
        Place of birth: Harare
        Personal number: 4471-2290-118
        Date of issue: 11.06.2020
        Date of expiry: 10.06.2030
    """),
    "a translation whose title is lost, with one label for place and day": docx("""
        PROVINCE OF EXAMPLE
        Population ID No. : 4471-2290-118
        Name : IDA MARIE SAMPLE
        Place/Date of birth : HARARE, 02-07-1985
        Blood type : O
        Religion : ISLAM
        Valid until : LIFETIME
        I certify that this is a true translation.
    """),
    "labels in a second language that nobody asked for": pdf("""
        CARTE D'IDENTIFICATION NATIONALE
        Nom / Siyati                        SAMPLE
        Prénom / Non                        IDA MARIE
        Né(e) le / Dat nesans               02/07/1985
        Lieu de naissance / Kote l fèt      HARARE
        NINU                                4471-2290-118
        Date d'expiration / Dat             10/06/2030
    """),
}


@pytest.mark.parametrize(
    "head", ["HILL UNIVERSITY\nSTUDENT ID CARD", "SAMPLE MILLS LTD\nEMPLOYEE ID CARD", "MEMBERSHIP CARD"]
)
def test_a_card_of_a_house_is_none(head: str) -> None:
    text = (
        f"{head}\nName: Ida Sample\nDate of birth: 02/07/1985\nID number: 12345678\nValid until: 10/06/2027"
    )
    assert recognise_paper(docx(text)) != "identity-card"


def test_a_card_of_a_citizen_under_another_title() -> None:
    document = pdf("""
        CITIZEN REGISTRATION CARD (translation)
        No.: 9/44712
        Name: IDA MARIE SAMPLE
        Date of birth: 2-7-1985
        Blood group: B
    """)
    assert recognise_paper(document) == "identity-card"


@pytest.mark.parametrize("layout", CARDS)
def test_who_a_card_is_for(layout: str) -> None:
    document = CARDS[layout]
    assert recognise_paper(document) == "identity-card"
    found = facts(identity_card.read(document))
    name = found.get("full_name") or f"{found['given_names']} {found['family_name']}"
    assert name == "IDA MARIE SAMPLE"
    assert (found["birth_date"], found["birth_city"].lower()) == ("1985-07-02", "harare")
    assert found["national_id"] == "4471-2290-118"


@pytest.mark.parametrize(
    "text",
    [
        "FAMILY CARD\nHead of family: Ida Sample\nID No: 44712290118\nDate of birth: 02.07.1985\nValid until: 2030",
        "DRIVING LICENCE\nName: Ida Sample\nDate of birth: 02.07.1985\nID No: 44712290118\nValid until: 2030",
        "Dear officer,\nMy national identity card shows my name: Ida Sample\nDate of birth: 02.07.1985",
        "",
    ],
)
def test_other_papers_with_a_number_are_none(text: str) -> None:
    assert recognise_paper(pdf(text)) != "identity-card"


def test_a_certificate_of_citizenship_by_two_calendars() -> None:
    document = docx("""
        DISTRICT ADMINISTRATION OFFICE
        CITIZENSHIP CERTIFICATE (Translation)
        Citizenship Certificate No.: 31-02-70-01182
        Name, surname: Asha Kumari Rai
        Date of birth: 2047 B.S. Jestha 21 (4 June 1990 A.D.)
        Place of birth: Dharan
    """)
    found = facts(identity_card.read(document))
    assert identity_card.recognise(document) > 0.5
    assert (found["full_name"], found["birth_date"], found["national_id"]) == (
        "Asha Kumari Rai", "1990-06-04", "31-02-70-01182",
    )  # fmt: skip


def test_the_side_of_a_card_that_tells_no_birth() -> None:
    document = docx("""
        ARAB REPUBLIC OF EGYPT
        PERSONAL IDENTIFICATION CARD
        Full name | Omar Ali Sample
        Address | 3 Sample Street, Cairo
        National number | 29001050200417
        Valid until | 13/11/2028
    """)
    assert recognise_paper(document) == "identity-card"
    assert facts(identity_card.read(document)) == {
        "full_name": "Omar Ali Sample", "national_id": "29001050200417",
    }  # fmt: skip


def test_the_number_of_a_house_s_own_card_is_no_state_s() -> None:
    document = docx("""
        SAMPLE COLLEGE
        STUDENT IDENTIFICATION CARD
        Full name | Omar Ali Sample
        ID number | 29001050200417
    """)
    assert recognise_paper(document) != "identity-card"


def test_a_personal_number_in_two_languages() -> None:
    document = docx("""
        ECOWAS IDENTITY CARD - REPUBLIC OF GHANA
        Surname/Nom: SAMPLE
        Firstnames/Prénoms: KOFI
        Date of Birth/Date de Naissance: 30/10/1984
        Personal ID Number/Numéro d'identification personnel: GHA-718220144-3
    """)
    assert facts(identity_card.read(document))["national_id"] == "GHA-718220144-3"


def test_the_number_of_a_tazkira_is_no_town() -> None:
    document = docx("""
        NATIONAL IDENTITY CARD (TAZKIRA)
        Name | Zahra Example
        Date of birth | 1 Jadi 1369 (22 December 1990)
        Place of birth | Kabul
        Tazkira No. | 1399-0500-33871
    """)
    assert recognise_paper(document) == "identity-card"
    assert facts(identity_card.read(document)) == {
        "full_name": "Zahra Example", "birth_date": "1990-12-22", "birth_city": "Kabul",
        "national_id": "1399-0500-33871",
    }  # fmt: skip


def test_a_card_of_india_names_its_holder_without_a_label() -> None:
    document = docx("""
        Unique Identification Authority of India
        Baljit Singh Gill
        S/O Ajit Singh
        DOB: 07/02/1994
        MALE
        Aadhaar No: 4412 0044 1799
    """)
    assert recognise_paper(document) == "identity-card"
    found = facts(identity_card.read(document))
    assert (found["full_name"], found["birth_date"]) == ("Baljit Singh Gill", "1994-02-07")
