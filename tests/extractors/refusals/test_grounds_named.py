"""Which grounds an officer's sentence names: of marked boxes alone, and of an offer that is not valid."""

import pytest

from consistency.extractors.refusals.reasons import reasons_in


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "[X] your family ties in Canada and in your country of residence; [ ] your travel history; [X] your "
            "personal assets and financial status.",
            ("ties-family", "finances"),
        ),
        ("☐ your travel history", ()),
        ("☒ your travel history", ("travel",)),
        (
            "You do not have a valid offer of employment and do not meet the requirements of R200(1)(c)(ii.1).",
            ("employer-lmia",),
        ),
        ("You do not meet the requirements of the employment.", ("perform-work",)),
        (
            "You are not able to perform the work sought and have no valid job offer.",
            ("perform-work", "employer-lmia"),
        ),
    ],
)
def test_grounds_of_a_sentence(sentence: str, expected: tuple[str, ...]) -> None:
    assert reasons_in(sentence, adverse=False) == expected
