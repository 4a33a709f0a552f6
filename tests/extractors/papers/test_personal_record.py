"""Records that insurers, health services and licensing offices keep: the person, and whom they insure beside."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import personal_record
from tests.extractors.papers.made import docx, facts, pdf, rows


def test_the_sheet_of_a_medical_examination_tells_who_was_examined() -> None:
    document = docx("""
        eMedical
        Information sheet
        IME number | 14400001
        Family name | OKELLO
        Given names | MARIAM
        Date of birth | 02 May 1991
        Gender | Female
        Passport number | A12345678
        Date of examination | 3 February 2026
    """)
    assert recognise_paper(document) == "personal-record"
    reading = personal_record.read(document)
    assert facts(reading) == {
        "family_name": "OKELLO", "given_names": "MARIAM", "birth_date": "1991-05-02", "sex": "female",
        "passport_number": "A12345678", "document_date": "2026-02-03",
    }  # fmt: skip


def test_the_children_whom_a_member_insures_are_family() -> None:
    document = pdf("""
        NATIONAL HEALTH INSURANCE
        MEMBER DATA RECORD
        Member name        TORRES, LEO SANTOS
        Date of birth      11/23/1988
        Civil status       Married

        Name                       Relationship    Date of birth
        TORRES, CARLA REYES        Spouse          01/15/1990
        TORRES, MIA REYES          Daughter        05/30/2015
        SANTOS, LUZ DIAZ           Parent          02/01/1960

        Date printed: 06/19/2025
    """)
    assert recognise_paper(document) == "personal-record"
    reading = personal_record.read(document)
    assert facts(reading)["marital_status"] == "married"
    assert facts(reading)["full_name"] == "TORRES, LEO SANTOS"
    assert [(m["relation"], m["name"], str(m["birth_date"])) for m in rows(reading, "family_member")] == [
        ("spouse", "TORRES, CARLA REYES", "1990-01-15"), ("child", "TORRES, MIA REYES", "2015-05-30"),
    ]  # fmt: skip


def test_who_is_certified_to_be_insured_stands_in_a_sentence() -> None:
    document = pdf("""
        Mutuelle du Sahel
        ATTESTATION D'AFFILIATION
        Nous attestons que M. DIALLO Ibrahima est affilié à notre mutuelle depuis 2021.

        Nom et prénoms        Lien        Date de naissance
        DIALLO Awa            Enfant      04/03/2017

        Fait à Thiès, le 5 mai 2025
    """)
    assert recognise_paper(document) == "personal-record"
    reading = personal_record.read(document)
    assert facts(reading) == {"full_name": "DIALLO Ibrahima", "document_date": "2025-05-05"}
    (child,) = rows(reading, "family_member")
    assert (child["relation"], child["name"]) == ("child", "DIALLO Awa")


def test_an_insurer_s_word_for_the_status_and_a_time_ahead_are_not_taken() -> None:
    reading = personal_record.read(
        docx("""
        Travel insurance certificate
        Insured | Leo Torres
        Date of birth | 23 November 1988
        Marital status | Single
        Period of insurance | 1 March 2027 to 1 June 2027
        """)
    )
    assert facts(reading) == {"full_name": "Leo Torres", "birth_date": "1988-11-23"}
    assert reading.as_of.date is None


def test_a_medical_certificate_is_none() -> None:
    document = docx(
        "HOSPITAL\nHealth insurance accepted\nMedical certificate\nName: Leo Torres\nDate: 1 May 2024"
    )
    assert personal_record.recognise(document) == 0.0


SERVED = [
    (
        """
        MINISTRY OF DEFENCE
        CERTIFICATE OF COMPLETION OF MILITARY SERVICE
        This is to certify that Omar Sample, serial 12/2011/88, born on 4 May 1990, has performed the compulsory service
        from 3 June 2011 to 2 June 2012 with good conduct.
        Issued on 9 June 2012
        """,
        {"full_name": "Omar Sample", "birth_date": "1990-05-04", "document_date": "2012-06-09"},
    ),
    (
        """
        ARMED FORCES
        Military Service Card
        Holder: Omar Sample, son of Ali, born 4 May 1990
        Start of service: 3 June 2011    End of service: 2 June 2012
        """,
        {"full_name": "Omar Sample", "birth_date": "1990-05-04"},
    ),
    (
        """
        REPUBLIQUE ALGERIENNE
        ATTESTATION DE SITUATION MILITAIRE
        Nous attestons que le nommé Omar Exemple, né le 4 mai 1990 à Oran, est dispensé.
        Fait à Oran, le 9 juin 2012
        """,
        {"full_name": "Omar Exemple", "birth_date": "1990-05-04", "document_date": "2012-06-09"},
    ),
    (
        """
        NATIONAL YOUTH SERVICE CORPS
        CERTIFICATE OF NATIONAL SERVICE
        This is to certify that SAMPLE OMAR, a graduate of Example University, has completed national service
        from 3 June 2011 to 2 June 2012.
        """,
        {"full_name": "SAMPLE OMAR"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SERVED)
def test_who_did_a_service_stands_in_its_certificate(text: str, expected: dict[str, str]) -> None:
    document = docx(text)
    assert recognise_paper(document) == "personal-record"
    reading = personal_record.read(document)
    assert facts(reading) == expected
    assert not rows(reading, "education")


def test_studies_in_the_service_of_an_army_are_a_schools() -> None:
    document = docx("""
        EXAMPLE MILITARY COLLEGE
        DIPLOMA
        This is to certify that Omar Sample has completed the course of study from September 2009 to June 2013
        and is awarded the Bachelor of Engineering.
        Given on 4 July 2013
    """)
    assert recognise_paper(document) == "education-certificate"
