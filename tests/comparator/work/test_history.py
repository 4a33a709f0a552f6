"""What a letter or a row says of a job that a form does not list."""

import pytest

from consistency.comparator.work.history import lists_job
from tests.comparator.examples import case_of

NAMES = ("blue diner",)


@pytest.mark.parametrize(
    "text",
    [
        "I worked at Blue Diner as a waiter.",
        "There was no room for my work at Blue Diner in 2017.",
        "Blue Diner, waiter, March 2017 to December 2018.",
        "I was a waiter at Blue Diner.",
        "J'ai travaillé chez Blue Diner pendant un an.",
        "My first employer was Blue Diner.",
        "I gained my first experience at Blue Diner.",
    ],
)
def test_a_letter_tells_a_job(text: str) -> None:
    (letter,) = case_of(f'draft/explanation-letter.pdf as of 2026-03-01: text "{text}"').papers
    assert lists_job(letter, NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "I also attach a letter from Blue Diner.",
        "Enclosed: letter of Blue Diner dated 10 January 2018.",
        "Je joins aussi la lettre de Blue Diner.",
        "Blue Diner stands near the port.",
        "The experience letter of Blue Diner is enclosed.",
    ],
)
def test_a_bare_mention_tells_no_job(text: str) -> None:
    (letter,) = case_of(f'draft/explanation-letter.pdf as of 2026-03-01: text "{text}"').papers
    assert not lists_job(letter, NAMES)
