"""What is looked for before an expression stands in every text in which the expression is found."""

import re
from collections.abc import Iterator

import pytest
from docs.cues import MOST, cues
from docs.prepared import known
from hypothesis import given
from hypothesis import strategies as st

from consistency.normalizer.negation import flat
from consistency.normalizer.text import fold
from consistency.pipeline import Check, papers
from consistency.readers.files import Options
from consistency.sample import folder as sample

LEAST = 500
"""Expressions of the program that have cues."""


@pytest.mark.parametrize(
    ("pattern", "held"),
    [
        (r"\b(?:refus\w*|denied)\b", ("denied", "refus")),
        (r"\b(?:my|our) (?:late )?(?:mother|father)s?\b", ("father", "mother")),
        (r"offen[cs]e|\bfine\w*", ("fine", "offen")),
        (r"(?P<who>sister|brother) (?:\w+ ){0,3}lives", ("lives",)),
        (r"visas?(?! fee)", ("visa",)),
        (r"(?:abc){2,3}", ("abcabc",)),
        (r"(?>customs|police)x++", ("customs", "police")),
        (r"(?=police)\w+", ()),
        (r"(?:police)?", ()),
        (r"\d+|police", ()),
        (r"[^p]olice", ("olice",)),
        (r"p[a-z]lice", ("lice",)),
        (r"to|in", ()),
        (r"\[[^]]+\]|_{3,}|x{4}|<<?\w+>>?", ("<", "[", "___", "xxxx")),
        (r"[ab]{9} police", (" police",)),
        (r"(?i)police", ()),
        (r"(?i:Police) force", (" force",)),
        ("|".join(f"{number:03}word" for number in range(MOST + 1)), ()),
    ],
)
def test_cues(pattern: str, held: tuple[str, ...]) -> None:
    assert cues(pattern) == held


def test_what_minds_no_capitals_has_cues_in_small_letters() -> None:
    assert cues("Police|GENDARMERIE", re.IGNORECASE) == ("gendarmerie", "police")


PIECES = (
    "police",
    "fines?",
    "[ck]ourt",
    "(?:was|were) ",
    "(?:arrest|charg)ed",
    "\\w+ ",
    "(?:no )?",
    " .{0,3}",
    "a+",
    "x*",
)
"""What expressions are made of."""


@st.composite
def _found(draw: st.DrawFn) -> tuple[str, str]:
    """Make an expression, and a text in which it is found."""
    rows = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)
    pattern = "|".join(draw(st.lists(rows, min_size=1, max_size=3)))
    return pattern, draw(st.from_regex(pattern))


@given(_found())
def test_a_text_in_which_an_expression_is_found_holds_a_cue(made: tuple[str, str]) -> None:
    pattern, text = made
    held = cues(pattern)
    assert not held or any(one in text for one in held)


def _texts() -> Iterator[str]:
    with sample() as case:
        for paper in papers(case, Check(reading=Options(ocr=False))):
            for line in paper.document.lines:
                yield from {line.text, fold(line.text), flat(line.text)}


def test_every_find_of_the_programs_expressions_holds_a_cue() -> None:
    held = {one: cues(*one) for one in set(known())}
    sought = {one: strings for one, strings in held.items() if strings}
    assert len(sought) > LEAST
    texts = set(_texts())
    finds = 0
    for (pattern, flags), strings in sought.items():
        search = re.compile(pattern, flags).search
        small = bool(flags & re.IGNORECASE)
        for text in texts:
            if search(text):
                finds += 1
                assert any(one in (text.lower() if small else text) for one in strings), (pattern, text)
    assert finds > LEAST
