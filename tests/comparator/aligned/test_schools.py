"""Which names are one school's for certain, and which may be."""

import pytest

from consistency.comparator.aligned.schools import one_school, surely_one


@pytest.mark.parametrize(
    ("one", "other", "surely", "perhaps"),
    [
        ("University of Lagos", "Univ. of Lagos", True, True),
        ("UNILAG", "University of Lagos", True, True),
        ("UNILAG", "University of Ibadan", False, False),
        ("Uni Lag", "University of Lagos", False, False),
        ("Politeknik Negeri Malang", "State Polytechnic of Malang", False, True),
        ("St Xavier College", "Xavier College", False, True),
        ("City College", "Technical College", False, False),
        ("Government Technical College", "Technical University", False, False),
        ("Group Services School", "Group Services College", False, False),
    ],
)
def test_one_school(one: str, other: str, surely: bool, perhaps: bool) -> None:
    assert surely_one(one, other) is surely_one(other, one) is surely
    assert one_school(one, other) is one_school(other, one) is perhaps
