"""Names in sentences and beside labels, and the words that are none."""

import pytest

from consistency.extractors.wording.letters import Cut, order_of
from consistency.extractors.wording.official import told
from consistency.extractors.wording.persons import name_at, name_of
from consistency.model import Evidence
from tests.extractors.papers.made import docx

BESIDE_A_LABEL = [
    "Maria A. Santos", "MARIA A SANTOS", "NGUYEN HOANG SON", "Nguyễn Văn Sơn", "Tô Thế An", "An", "LE", "Le Du",
    "He Wei", "Her Vang", "I Made Suarta", "Born Sokha", "In Sok", "Abd al-Rahman Al Idrissi",
    "TRAORÉ épouse KONATÉ Fatoumata",
    "Ali Ben Salah", "d'Almeida Maria",
]  # fmt: skip


@pytest.mark.parametrize("text", BESIDE_A_LABEL)
def test_a_name_beside_a_label_is_kept_whole(text: str) -> None:
    name = name_of(Cut(text, Evidence("", text)))
    assert name is not None
    assert name.text == text


@pytest.mark.parametrize(
    "text",
    [
        "The applicant", "Haddad in Tunis", "HADDAD IN TUNIS", "KARIM HADDAD OF TUNIS", "Karim Haddad born",
        "No record found", "Le requérant", "Née", "Name", "A", "To", "la", "Date of birth",
    ],
)  # fmt: skip
def test_what_is_no_name_is_not_taken_for_one(text: str) -> None:
    assert name_of(Cut(text, Evidence("", text))) is None


SENTENCES = {
    "Maria A. Santos, born on 3 May": "Maria A. Santos",
    "Nguyen Hoang Son was born": "Nguyen Hoang Son",
    "NGUYEN HOANG SON WAS BORN": "NGUYEN HOANG SON",
    "Nguyen Van An": "Nguyen Van An",
    "Tran Thi An and Le Van To": "Tran Thi An",
    "He Wei, holder of": "He Wei",
    "Abd al-Rahman Al Idrissi, holder of": "Abd al-Rahman Al Idrissi",
    "Karim Haddad Son Of Kamel": "Karim Haddad",
    "KARIM HADDAD SON OF KAMEL": "KARIM HADDAD",
    "KARIM HADDAD AN EMPLOYEE OF": "KARIM HADDAD",
    "Karim Haddad A Citizen": "Karim Haddad",
    "RAMESH KUMAR PAN ABCDE1234F": "RAMESH KUMAR",
    "He has worked": None,
    "Her husband": None,
    "L'an mil neuf cent": None,
}


@pytest.mark.parametrize(("text", "name"), SENTENCES.items())
def test_a_name_ends_where_the_sentence_goes_on(text: str, name: str | None) -> None:
    found = name_at(told(docx(text))[0], 0)
    assert (found.text if found else None) == name


def test_an_american_office_writes_the_month_first_and_who_writes_to_one_may_not() -> None:
    assert order_of(docx("U.S. Department of State\n03/04/2019\nDear Ms Sample")) == "mdy"
    assert (
        order_of(docx("SAMPLE MILLS LTD\n03/04/2019\nTo the U.S. Embassy\nMs Ida Sample works here.")) is None
    )
