"""Parts of the world and territories: what people visit in one journey, and what they call it."""

import pytest

from consistency.normalizer import tables
from consistency.normalizer.places import name_of
from consistency.normalizer.regions import countries_of, one_region, state_of


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("FR", "IT", True), ("TR", "GR", True), ("TR", "IR", True), ("MY", "SG", True), ("US", "MX", True),
        ("AE", "BR", False), ("KE", "MY", False), ("JP", "FR", False), ("CA", "US", True),
    ],
)  # fmt: skip
def test_what_people_visit_in_one_journey(one: str, other: str, near: bool) -> None:
    assert one_region(one, other) is one_region(other, one) is near


def test_a_part_of_the_world_by_its_names() -> None:
    assert {"FR", "DE", "GB"} <= countries_of("Europe", sure=True)
    assert "TR" in countries_of("Europe", sure=False) - countries_of("Europe", sure=True)
    assert countries_of("the Schengen area", sure=True) == countries_of("Espace Schengen", sure=False)
    assert "GB" not in countries_of("Schengen", sure=False)
    assert {"IN", "VN", "JP", "KZ"} <= countries_of("Asia", sure=True)
    assert countries_of("the moon", sure=False) == frozenset()


def test_a_territory_is_told_under_its_state() -> None:
    assert [state_of(code) for code in ("HK", "PR", "RE", "FR", "CN")] == ["CN", "US", "FR", "FR", "CN"]


def test_every_code_is_one_of_a_country() -> None:
    regions = {code for region in tables.toml("regions").values() for code in region["codes"].split()}
    territories = {code for codes in tables.toml("territories").values() for code in codes.split()}
    assert all(name_of(code) != code for code in regions | territories)
