"""Which relation a word tells, whether a box tells of a death, and whether it holds a name."""

import pytest

from consistency.normalizer import kinship


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Brother", "sibling"), ("my sisters", "sibling"), ("Demi-soeur", "sibling"), ("Hermano", "sibling"),
        ("Uncle (mother's side)", "relative"), ("brother-in-law", "relative"), ("Belle-sœur", "relative"),
        ("Cousins", "relative"), ("Wife", "spouse"), ("common-law partner", "partner"), ("Children", "child"),
        ("Brother / Frère", "sibling"), ("Father & mother", "father"), ("Friend, cousins", "relative"),
        ("Aunt - mother's sister", "relative"),
        ("Friend", None), ("Employer", None), ("Hotel", None), ("Friend of the family", None), ("", None),
    ],
)  # fmt: skip
def test_relation(text: str, relation: str | None) -> None:
    assert kinship.relation(text) == relation


@pytest.mark.parametrize(
    ("text", "closer"),
    [("Half Brother", "half"), ("demi-frère", "half"), ("stepsister", "step"), ("adopted son", "adopted"),
     ("Sister", None), (None, None)],
)  # fmt: skip
def test_closer(text: str | None, closer: str | None) -> None:
    assert kinship.closer(text) == closer


@pytest.mark.parametrize(
    "text",
    ["Deceased", "DECEASED (2009)", "décédée en 2010", "Fallecido", "Falecida", "verstorben", "умерла", "متوفى",
     "已故", "사망", "đã mất", "Passed away in 2015", "late", "Mort", "zmarły", "merhum", "almarhum",
     "Buried in Lahore"],
)  # fmt: skip
def test_a_box_tells_of_a_death(text: str) -> None:
    assert kinship.tells_of_death(text)


@pytest.mark.parametrize(
    "text",
    ["12 Late Street, Leeds", "Rue de la Mort 3", "Retired", "Farmer", "", None, "Mortlake, Richmond", "N/A"],
)
def test_a_box_tells_of_no_death(text: str | None) -> None:
    assert not kinship.tells_of_death(text)


@pytest.mark.parametrize(
    ("text", "name", "died"),
    [
        ("Late Ramesh Kumar", "Ramesh Kumar", True), ("Ramesh Kumar (Deceased)", "Ramesh Kumar", True),
        ("Khadija El Idrissi - décédée en 2010", "Khadija El Idrissi", True),
        ("Feu Mamadou Diallo", "Mamadou Diallo", True), ("Late Kumar", "Kumar", True), ("Kumar RIP", "Kumar", True),
        ("Ramesh Kumar late", "Ramesh Kumar", True), ("Ramesh Kumar dead", "Ramesh Kumar", True),
        ("Mary Cross", "Mary Cross", False), ("Cross, Mary", "Cross, Mary", False), ("Kumar, late", "Kumar", True),
        ("Mort, Jean", "Mort, Jean", False), ("Mort - 2009", "2009", True),
        ("Jean - Pierre Kumar", "Jean - Pierre Kumar", False), ("Late", None, True), ("(deceased)", None, True),
        ("El Idrissi, Khadija - décédée en 2010", "El Idrissi, Khadija", True),
        ("Mamadou Diallo †", "Mamadou Diallo", True), ("El Idrissi, Khadija", "El Idrissi, Khadija", False),
        ("Ramesh Kumar", "Ramesh Kumar", False), ("Deceased", None, True), ("已故", None, True), ("N/A", None, False),
        ("Inconnu", None, False), ("Không có", None, False), ("None", None, False), (None, None, False),
        ("-", None, False),
    ],
)  # fmt: skip
def test_the_name_in_a_box(text: str | None, name: str | None, died: bool) -> None:
    assert kinship.name_of(text) == (name, died)
