"""Job titles: ranks, translations, and what is another job."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.normalizer.occupations import compare_titles, level, level_moved, noc_code

LEVELS = {
    -2: ["Accounts Trainee", "Stagiaire", "Apprenti électricien"],
    -1: ["Kitchen Helper", "Farm Hand", "Aide-cuisinier", "Junior Analyst", "Jr. Developer"],
    0: ["Cook", "Cuisinier", "Registered Nurse", "Bookkeeper", ""],
    1: ["Senior Software Engineer", "Sr. Cook", "Lead Electrician"],
    2: ["Farm Supervisor", "Team Leader, Greenhouse", "Chef d'équipe", "Assistant Manager", "Contremaître"],
    3: ["Operations Manager", "Gérante de magasin", "Assistant Director"],
    4: ["Director of Sales", "Directrice des ventes", "CEO", "Owner"],
}
VARIANT = [
    ("Cook", "Cuisinier"),
    ("Welder", "Soudeuse"),
    ("Nurse", "Infirmière"),
    ("Truck Driver", "Chauffeur de camion"),
    ("Cuisinier/ère", "Cook"),
    ("Wireman", "Electrician"),
    ("Manager, Operations", "Operations Manager"),
    ("Team Leader", "Chef d’équipe"),
    ("Line Cook", "Cook"),
    ("Cook (NOC 63200)", "NOC 63200"),
    ("Electrician", "Electrican"),
]
DIFFERENT = [
    ("Kitchen Helper", "Cook"),
    ("Farm Hand", "Farm Supervisor"),
    ("Accounts Trainee", "Accounts Clerk"),
    ("Electrical Assistant", "Electrician"),
    ("Cook", "Accountant"),
    ("Cook", ""),
]


@pytest.mark.parametrize(
    ("title", "rank"), [(title, rank) for rank, titles in LEVELS.items() for title in titles]
)
def test_level(title: str, rank: int) -> None:
    assert level(title) == rank


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sr. Software Eng.", "Senior Software Engineer"),
        ("Asst. Mgr", "assistant manager"),
        ("RN", "Registered Nurse"),
    ],
)
def test_abbreviations_are_writing(a: str, b: str) -> None:
    assert compare_titles(a, b).verdict == "same"


@pytest.mark.parametrize(("a", "b"), VARIANT)
def test_one_job(a: str, b: str) -> None:
    assert compare_titles(a, b).verdict == compare_titles(b, a).verdict == "variant"


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_another_job(a: str, b: str) -> None:
    assert compare_titles(a, b).verdict == compare_titles(b, a).verdict == "different"


def test_level_moved() -> None:
    assert level_moved("Helper", "Supervisor")
    assert not level_moved("Cook", "Cuisinière")


@pytest.mark.parametrize(
    ("text", "code"),
    {
        "NOC 63200": "63200",
        "CNP 2021 : 63200": "63200",
        "6322": "6322",
        "Cook, NOC 6322": "6322",
        "Cook": None,
        "Room 63200 A": None,
    }.items(),
)
def test_noc_code(text: str, code: str | None) -> None:
    assert noc_code(text) == code


@given(st.text(), st.text())
def test_any_text_may_come(a: str, b: str) -> None:
    assert compare_titles(a, a).verdict == "same"
    assert compare_titles(a, b).verdict == compare_titles(b, a).verdict
    assert -2 <= level(a) <= 4
