"""Small numbers in words."""

import pytest

from consistency.normalizer.counts import COUNTS, count_of


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("3", 3),
        ("three", 3),
        ("trois", 3),
        ("une", 1),
        ("dix-neuf", 19),
        ("nineteen", 19),
        ("sixty", 60),
        ("60", 60),
    ],
)
def test_a_word_or_a_figure_counts(word: str, count: int) -> None:
    assert count_of(word) == count


@pytest.mark.parametrize("word", ["a", "an", "several", "plusieurs", "", "half"])
def test_what_counts_nothing_by_itself(word: str) -> None:
    assert count_of(word) is None


def test_the_words_are_folded() -> None:
    assert all(word == word.lower() and word.isascii() for word in COUNTS)
