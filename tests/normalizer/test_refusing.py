"""The words by which an authority says no."""

import pytest

from consistency.normalizer.refusing import refusals_in, says_refused


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("my visa was rejected", ["rejected"]),
        ("the permit could not be approved", ["not be approved"]),
        ("they didn't grant me a visa", ["didn't grant"]),
        ("ma demande n'a pas ete acceptee", ["pas ete acceptee"]),
        (
            "the outcome of my application came back negative",
            ["outcome of my application came back negative"],
        ),
        ("une reponse defavorable", ["reponse defavorable"]),
        ("application no. w123456789 was declined", ["declined"]),
        ("i did not accept the offer", []),
        ("my visa has not yet been approved", []),
        ("i have never had a visa refused, denied or rejected", []),
        ("without any refusal", []),
        ("no country has ever refused me", []),
        ("if my application is refused", []),
        ("i have never been refused a visa save by italy, in march 2019", ["refused"]),
        ("i have never been refused a visa, and besides i saw italy in 2019", []),
        ("i have never been refused a visa, apart from that my trip to italy in 2019 went well", []),
        ("i was turned back at doha", ["turned back"]),
        ("we were turned around by the officer at the border", ["turned around"]),
        ("i was turned back at the bank on 2 may 2020", []),
        ("the applicant granted me a favour about a visa", []),
    ],
)
def test_what_was_refused(text: str, words: list[str]) -> None:
    assert [found[0] for found in refusals_in(text)] == words


def test_the_answer_to_a_question_for_refusals_needs_not_name_the_matter() -> None:
    assert says_refused("2021, not granted")
    assert not says_refused("granted in 2021")
