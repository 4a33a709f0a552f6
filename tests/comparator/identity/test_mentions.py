"""People whom a sentence names with a title: a nation whose name begins like one is nobody."""

import pytest

from consistency.comparator.identity.mentions import mentions
from tests.comparator.examples import case_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ms. Asha Rai, Sri Lankan, worked here.", ["Asha Rai"]),
        ("She lives in Sri Lanka.", []),
        ("Sri Ramesh Rao worked here.", ["Ramesh Rao"]),
    ],
)
def test_who_is_named_with_a_title(text: str, names: list[str]) -> None:
    (paper,) = case_of(f'draft/employment-letter.pdf as of 2026-02-01: text "{text}"').papers
    assert [mention.name.full for mention in mentions(paper)] == names
