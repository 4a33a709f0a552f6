"""Text as patterns see it."""

import pytest

from consistency.normalizer.text import BULLET, plain


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("L’employée à Québec – 2019", "l'employee a quebec - 2019"),
        ("N° 3\u00a0: É", "n° 3 : e"),
        ("ﬁn", "fn"),
    ],
)
def test_each_sign_of_a_plain_text_keeps_its_place(text: str, seen: str) -> None:
    assert plain(text) == seen
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("line", "led"), [("• a deed", True), ("2) a deed", True), ("b. a deed", True), ("a deed", False)]
)
def test_what_leads_an_item_of_a_list(line: str, led: bool) -> None:
    assert (BULLET.match(line) is not None) is led
