"""Dates told in two calendars: the one that the country keeps, and the Gregorian one beside it in brackets."""

import re

from consistency.normalizer.dates import calendar_hint, parse
from consistency.normalizer.expressions import expression

_DAY = (
    r"(?:[^\W\d]+\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+[^\W\d]+\.?,?\s+\d{4}|\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}"
    r"|[^\W\d]+\s+\d{4}|\d{4})"
)
_BOTH = expression(
    rf"(?<![^\W\d_])(?P<first>{_DAY}\s*(?:[A-Z]\.?\s?[A-Z]\b\.?|[A-Z][a-z]+)?)\s*"
    r"(?:\((?P<second>[^()]{4,40})\)|\[(?P<third>[^\[\]]{4,40})\])"
)
_GREGORIAN = expression(
    r"(?<=\d)\s*(?:G\.?\s?C|A\.\s?D|C\.\s?E)\.?(?!\w)|(?<=\d)\s*Gregorian(?: calendar)?\b"
)

_OTHER_AHEAD = expression(
    r"(?<![\d/.-])(?:1[2-5]\d\d ?[/.-] ?\d{1,2} ?[/.-] ?\d{1,2}|\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?1[2-5]\d\d"
    r"|\d{1,2} [^\W\d_]+,? 1[2-5]\d\d)\s*(?:[(=,/–-]|corresponding to|correspondant au)?\s*$"
)


def ahead_of(text: str) -> str:
    """Give what stands before a day, without the same day by another calendar.

    >>> ahead_of("date: 1405/06/11 ("), ahead_of("born on 1 Muharram 1390, ")
    ('date: ', 'born on ')
    """
    return _OTHER_AHEAD.sub("", text)


def gregorian(text: str) -> str:
    """Blank out the dates of another calendar that stand beside their Gregorian ones; all else keeps its place.

    >>> gregorian("from Hamle 1, 2007 E.C. (July 8, 2015 G.C.)").split()
    ['from', 'July', '8,', '2015']
    """
    return _GREGORIAN.sub(_blank, _BOTH.sub(_one, text))


def _one(both: re.Match[str]) -> str:
    first, second = both["first"], both["second"] or both["third"]
    if calendar_hint(first) is None:
        return both[0] if calendar_hint(second) is None else first + " " * (len(both[0]) - len(first))
    if calendar_hint(second) is not None or parse(_GREGORIAN.sub("", second).strip()) is None:
        return both[0]
    return f"{second} ".rjust(len(both[0]))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
