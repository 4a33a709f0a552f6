"""Records of admissions to the United States: who came, and when."""

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import admission_record
from tests.extractors.papers.made import docx, facts, pdf, rows


def test_an_admission_is_a_journey() -> None:
    document = pdf("""
        U.S. Customs and Border Protection
        Get Most Recent I-94
        Admission (I-94) Record Number     771100220B4
        Arrival/Issued Date                2022 August 9
        Class of Admission                 B2
        Admit Until Date                   02/08/2023

        Last/Surname                       HADDAD
        First (Given) Name                 OMAR SAMI
        Birth Date                         1988 May 3
        Document Number                    N0099112
    """)
    assert recognise_paper(document) == "admission-record"
    reading = admission_record.read(document)
    assert facts(reading) == {"family_name": "HADDAD", "given_names": "OMAR SAMI", "birth_date": "1988-05-03"}
    (trip,) = rows(reading, "trip")
    assert (trip["country"], trip["from"]) == ("US", "2022-08-09")
    assert str(reading.as_of.date) == "2022-08-09"


def test_a_list_of_crossings_and_a_letter_are_none() -> None:
    listed = (
        "US Customs and Border Protection\nTravel History Results\nI-94 number: 1\nArrival date: 2022 May 3"
    )
    assert admission_record.recognise(docx(listed)) == 0.0
    assert (
        admission_record.recognise(docx("Dear Officer,\nmy I-94 number is 12.\nAdmitted until 2022 May 3"))
        == 0.0
    )
