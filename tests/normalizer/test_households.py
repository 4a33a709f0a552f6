"""Private employers: a family by its name, a couple, one of them by the whole name."""

import pytest

from consistency.normalizer import organisations


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("The Okafor Family", "Grace Okafor", True),
        ("Mr. and Mrs. Okafor", "OKAFOR, Grace", True),
        ("Famille Okafor", "Mme Grace Okafor", True),
        ("Famiglia De Luca", "DE LUCA ROCCO", True),
        ("Mr. Leung Kwok Man", "Leung Kwok Man (household)", True),
        ("Jordan family", "Mrs. Ada Jordan", True),
        ("The De Luca family", "De Luca Bakery", False),
        ("The Okafor Family", "Grace Mensah", False),
        ("The Okafor Family", "Okafor Trading Ltd", False),
        ("Sagrada Family", "Sagrada Family Hospital", False),
        ("Grace Okafor", "Peter Okafor", False),
        ("Mrs. Okafor", "Mrs. Grace Okafor", True),
        ("Mr. Peter Okafor", "Mrs. Grace Okafor", True),
        ("Mr. and Mrs. Peter Okafor", "Mrs. Grace Okafor", True),
        ("Mrs. Ruth Okafor", "Mrs. Grace Okafor", False),
        ("Monsieur Paul Okafor", "Mr. Peter Okafor", False),
        ("The Okafor Family", "Hotel Okafor", False),
        ("Famille Okafor", "Restaurant Okafor", False),
    ],
)
def test_a_household_is_known_by_its_family_name(one: str, other: str, agree: bool) -> None:
    assert organisations.compare(one, other).agrees is agree
