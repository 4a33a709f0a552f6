"""Hours that a paper writes out: "forty hours a week", "quarante-quatre heures par semaine"."""

import re

from consistency.normalizer.counts import COUNTS
from consistency.normalizer.expressions import expression

_TENS = "twenty|thirty|forty|fourty|fifty|sixty|vingt|trente|quarante|cinquante|soixante"
_ONES = "one|two|three|four|five|six|seven|eight|nine|un|une|deux|trois|quatre|cinq|sept|huit|neuf"
_WRITTEN = expression(
    rf"\b(?P<tens>{_TENS})(?:(?:[- ]|[- ]et[- ])(?P<ones>{_ONES}))?(?P<half> and (?:a|one) half)?"
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
    tens, ones = (COUNTS.get((found[part] or "").lower(), 0) for part in ("tens", "ones"))
    return f"{tens + ones}.5" if found["half"] else str(tens + ones)
