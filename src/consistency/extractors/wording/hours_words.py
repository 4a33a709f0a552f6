"""Hours that a paper writes out: "forty hours a week", "quarante-quatre heures par semaine"."""

import re

from consistency.normalizer.expressions import expression

_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip
_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9,
}  # fmt: skip
_WRITTEN = expression(
    rf"\b(?P<tens>{'|'.join(_TENS)})(?:(?:[- ]|[- ]et[- ])(?P<ones>{'|'.join(_ONES)}))?(?P<half> and (?:a|one) half)?"
    r"(?=[- ](?:\(\d{1,2}(?:[.,]\d)?\)[- ]?)?(?:(?:working|work) )?(?:hours?|hrs|heures)\b)",
    re.IGNORECASE,
)
_TWICE = expression(
    r"(?P<one>\d{1,2}(?:\.\d)?) \(\d{1,2}(?:[.,]\d)?\)(?= ?(?:hours?|hrs|heures))", re.IGNORECASE
)


def in_figures(text: str) -> str:
    """Give a text with the hours that stand in words written in figures.

    >>> in_figures("forty-four (44) hours a week"), in_figures("trente-sept heures"), in_figures("forty years")
    ('44 hours a week', '37 heures', 'forty years')
    """
    return _TWICE.sub(lambda found: found["one"], _WRITTEN.sub(_figures, text))


def _figures(found: re.Match[str]) -> str:
    tens, ones = _TENS[found["tens"].lower()], _ONES.get((found["ones"] or "").lower(), 0)
    return f"{tens + ones}.5" if found["half"] else str(tens + ones)
