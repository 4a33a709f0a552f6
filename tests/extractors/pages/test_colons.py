"""Labels, colons and values in three columns are read as labels with a colon and their values."""

import re
import textwrap

import pytest

from consistency.extractors.extract import extract
from consistency.extractors.pages.colons import with_labels_closed
from consistency.model import Document
from tests.extractors.papers.made import docx, pdf

PASSPORT = """
    PASSPORT
    Passport No       :   A55120447
    Surname           :   RAHMAN
    Given names       :   OSMAN
    Nationality       :   MALAYSIAN
    Date of birth     :   12 AUG 1987
    Place of birth    :   JOHOR BAHRU
    Date of issue     :   03 MAR 2022
    Date of expiry    :   03 MAR 2027
"""


def cells(document: Document) -> list[list[str]]:
    return [[segment.text for segment in line.segments] for line in with_labels_closed(document).lines]


def told(document: Document) -> dict[str, str]:
    return {fact.attribute: fact.value for fact in extract(document).facts}


@pytest.mark.parametrize(
    "paper",
    [
        pdf(PASSPORT),
        pdf(PASSPORT.replace(":   ", ": ")),
        pdf(PASSPORT.replace(":", ":-")),
        docx(re.sub(r" {2,}", " | ", textwrap.dedent(PASSPORT))),
    ],
)
def test_a_passport_in_three_columns(paper: Document) -> None:
    assert told(paper)["family_name"] == "RAHMAN"
    assert told(paper)["given_names"] == "OSMAN"
    assert told(paper)["birth_city"] == "JOHOR BAHRU"
    assert told(paper)["passport_issue_date"] == "2022-03-03"


def test_a_police_certificate_in_three_columns() -> None:
    paper = pdf("""
        POLICE CLEARANCE CERTIFICATE

        Name                      :  KARIM HADDAD
        Place and date of birth   :  Tunis, 4 March 1988
        Passport number           :  Q1122334
        Date of issue             :  22 June 2026

        No criminal record. Police Headquarters
    """)
    facts = told(paper)
    assert (facts["full_name"], facts["document_date"]) == ("KARIM HADDAD", "2026-06-22")


def test_what_becomes_of_the_colons() -> None:
    assert cells(pdf("Name   :   Ida Sample   Sex   : F")) == [["Name:", "Ida Sample", "Sex:", "F"]]
    assert cells(pdf("Name:   : Ida")) == [["Name:", "Ida"]]
    assert cells(docx("Name | : | Ida Sample")) == [["Name:", "Ida Sample"]]


@pytest.mark.parametrize(
    "text", ["Name: Ida Sample", "09   :   30", "Name   Ida: a person", ": Ida   Sample"]
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    document = pdf(text)
    assert with_labels_closed(document) is document


def test_the_place_of_a_value_is_that_of_its_words() -> None:
    line = with_labels_closed(pdf("Name   : Ida Sample")).lines[0]
    assert line.segments[1].box == pdf("Name     Ida Sample").lines[0].segments[1].box
    assert [word.text for word in line.segments[1].words] == ["Ida", "Sample"]
