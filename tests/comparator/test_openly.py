"""What a letter says openly: that a form leaves something out, and not that an officer was shown too little."""

import pytest

from consistency.comparator.openly import openly
from tests.comparator.examples import case_of


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("My older form did not show my work at Acme.", True),
        ("The form did not list Acme.", True),
        ("I was refused because I did not show that I can do the work; Acme writes now.", False),
        ("I did not show enough papers of Acme.", False),
    ],
)
def test_what_was_not_shown_to_an_officer_is_no_correction(text: str, open_: bool) -> None:
    case = case_of(f'draft/explanation-letter.pdf as of 2026-03-01: text "{text}"')
    assert (openly(case.papers, ("acme",)) is not None) is open_
