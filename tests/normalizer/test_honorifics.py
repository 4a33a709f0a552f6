"""The words by which letters address somebody."""

import pytest

from consistency.normalizer.honorifics import HONORIFICS


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mr. ivo sample", "ivo sample"),
        ("mr. and mrs. sample", "sample"),
        ("prof. dr. ida sample", "ida sample"),
        ("madame / monsieur sample", "sample"),
        ("m. sample", "sample"),
        ("herrn ivo sample", "ivo sample"),
    ],
)
def test_what_stands_before_a_name(text: str, name: str) -> None:
    found = HONORIFICS.match(text)
    assert found is not None
    assert text[found.end() :] == name


@pytest.mark.parametrize("text", ["marta sample", "drina sample", "kumari devi", "signe sample"])
def test_a_name_is_no_honorific(text: str) -> None:
    assert HONORIFICS.match(text) is None
