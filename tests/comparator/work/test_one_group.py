"""Employers of one group, by their names."""

import pytest

from consistency.comparator.work.one_group import related


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Al Futtaim Motors", "Al Futtaim Retail LLC", True),
        ("Lantern Motors", "Lantern Retail", True),
        ("Tata Steel Ltd", "Tata Consultancy Services", True),
        ("Hotel Kantipur Regency", "Kantipur Tours", True),
        ("Nilgiri Foods Ltd", "Maple Ridge Foods Ltd.", False),
        ("Sunrise Nurseries", "Sunrise Bakery", False),  # many are called so
        ("Green Valley Farms", "Riverside Farms", False),
        ("Royal Palace Restaurant", "Royal Garden Hotel", False),
        ("Zenith Power Works PT", "Northgate Electricals PT", False),
        ("Blue Lantern", "Crown House", False),
        ("Construction Dubois", "Construction Tremblay", False),
    ],
)
def test_names_of_one_group(one: str, other: str, same: bool) -> None:
    assert related(one, other) is related(other, one) is same
