"""Entries to Canada in words, and the names of the places of entry."""

import pytest

from consistency.comparator.whereabouts.arrivals import arrivals, one_place
from tests.comparator.examples import case_of


@pytest.mark.parametrize(
    ("sentence", "which", "day"),
    [
        ("I first entered Canada on August 20, 2019.", "original", "2019-08-20"),
        ("I came to Canada in August 2019 as a student.", "some", "2019-08"),
        ("My original entry to Canada was on 20 August 2019.", "original", "2019-08-20"),
        ("I last returned to Canada on 9 January 2023.", "latest", "2023-01-09"),
        ("Je suis arrivé au Canada le 20 août 2019.", "some", "2019-08-20"),
        ("Ma première entrée au Canada date du 20 août 2019.", "original", "2019-08-20"),
    ],
)
def test_an_entry_in_words(sentence: str, which: str, day: str) -> None:
    assert entries(sentence) == [(which, day)]


@pytest.mark.parametrize(
    "sentence",
    [
        "My wife entered Canada on May 2, 2018.",
        "I will enter Canada on 3 May 2027.",
        "I have never entered Canada without a visa since 2019.",
        "I entered university in Canada in September 2019 and left in May 2021.",
        "My brother came to Canada in 2015.",
        "When I arrive in Canada in May 2027, I will rent a room.",
    ],
)
def test_no_entry_of_the_applicant(sentence: str) -> None:
    assert entries(sentence) == []


def entries(sentence: str) -> list[tuple[str, str]]:
    case = case_of(f"""
        draft/imm5710.pdf as of 2026-03-01: family_name=CRUZ birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "{sentence}"
    """)
    return [(arrival.which, str(arrival.date)) for arrival in arrivals(case, case.people[0])]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Toronto", "Toronto Pearson Int'l Airport", True), ("Toronto", "Mississauga, ON", True),
        ("YYZ", "Pearson", True), ("Vancouver", "Richmond, BC", True), ("Montréal", "Dorval", True),
        ("Montreal", "Montréal-Trudeau", True), ("Niagara Falls", "Rainbow Bridge", True), ("Calgary", "YYC", True),
        ("Ontario", "Toronto", True), ("Calgary", "Halifax", False), ("Toronto", "Montreal", False),
        ("Fort Erie", "Vancouver", False),
    ],
)  # fmt: skip
def test_names_of_a_place_of_entry(one: str, other: str, same: bool) -> None:
    assert one_place(one, other) is one_place(other, one) is same
