"""Streets: one address in the ways in which papers write it."""

import pytest

from consistency.normalizer.streets import compare, is_post_box


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("8 Republic Avenue", "8 REPUBLIC AVE."),
        ("8 Republic Avenue", "Apt 12, 8 Republic Avenue"),
        ("12 402 Riverside Drive", "402 Riverside Dr, Unit 12"),
        ("H. No. 12, Street 5, Sector G-10/2", "House 12 St 5 G-10/2"),
        ("70 rue du Temple", "70, Rue du Temple"),
        ("ul. Długa 5/3", "Dluga 5"),
        ("vul. Shevchenka 5", "5 Shevchenko St"),
        ("Al Nahda Tower, Flat 402", "Flat 402 Al-Nahda Twr"),
        ("Riverside Drive", "402 Riverside Drive"),
        ("P.O. Box 115", "8 Republic Avenue"),
        ("Rua da Aurora 166", "R. da Aurora, 166"),
        ("Unit 8", "8 Republic Avenue"),
    ],
)
def test_one_street(one: str, other: str) -> None:
    assert compare(one, other).agrees
    assert compare(other, one).agrees


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("8 Republic Avenue", "70 Temple Lane"),
        ("8 Republic Avenue", "18 Republic Avenue"),
        ("9 School Street", "9 Harbour Road"),
        ("9 School Street", "9 Harbour Street"),
        ("12B Republic Avenue", "14C Republic Avenue"),
        ("P.O. Box 115", "P.O. Box 227"),
    ],
)
def test_two_streets(one: str, other: str) -> None:
    assert compare(one, other).verdict == compare(other, one).verdict == "different"


@pytest.mark.parametrize(
    ("one", "other"),
    [("8 Republic Avenue", "8 REPUBLIC AVE."), ("Al Nahda Tower, Flat 402", "Flat 402, Al-Nahda Twr")],
)
def test_one_street_in_other_writing_is_the_same(one: str, other: str) -> None:
    assert compare(one, other).verdict == compare(other, one).verdict == "same"


@pytest.mark.parametrize(
    "text", ["P.O. Box 115", "PO Box 12", "B.P. 2204", "Boîte postale 14", "Apartado 77"]
)
def test_a_post_box_is_no_home(text: str) -> None:
    assert is_post_box(text)
    assert not is_post_box("8 Boxwood Lane")
