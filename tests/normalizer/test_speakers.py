"""Of whom a sentence speaks: the writer or somebody else."""

import pytest

from consistency.normalizer.speakers import names_another, speaks_of_others


@pytest.mark.parametrize(
    ("before", "others"),
    [
        ("my wife has", True), ("my elder brother and his family have", True), ("our company has", True),
        ("mon epouse na", True), ("mes parents ont", True),
        ("i have", False), ("my wife and i have", False), ("je nai", False), ("the applicant has", False),
        ("as my employer knows i have", False), ("", False),
    ],
)  # fmt: skip
def test_who_did_it(before: str, others: bool) -> None:
    assert speaks_of_others(before) is others


def test_another_is_one_of_the_writers_people() -> None:
    assert names_another("my elder sister comfort will pay")
    assert not names_another("i paid with my savings")


def test_he_is_somebody_else_in_a_letter_of_the_first_person() -> None:
    assert speaks_of_others("he has", third_person=True)
    assert not speaks_of_others("he has")
    assert not speaks_of_others("he knows that i have", third_person=True)
