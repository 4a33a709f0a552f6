"""The ways in which one date is written, as one pattern that finds them all, and what each of them tells."""

import functools
import re

from consistency.normalizer.date_words import MONTH_NAME, VERB
from consistency.normalizer.expressions import expression

YEAR = r"(?:19\d\d|20\d\d|2100)(?!\d)"
_UNKNOWN = r"[*x?_]{1,2}|dd|mm|jj"
_NUMBER = rf"(?:\d{{1,2}}(?!\d)|{_UNKNOWN})"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|ere|eme|e|o)(?![^\W\d]))?"
_DAY = rf"(?P<d>(?:0?[1-9]|[12]\d|3[01])(?!\d)|00(?!\d)|{_UNKNOWN}){_ORDINAL}"
_MONTH = rf"(?P<mon>{MONTH_NAME})\.?(?:\s?/\s?(?P<other>{MONTH_NAME}))?(?![^\W\d])\.?"
_GAP = r"\s{0,2}[,./-]?\s{0,2}(?:(?:day\s+of|of|in|the|de|du|en|le)\s+){0,2}"
_SIGN, _SAME = r"\s?(?P<s>[-/.])\s?", r"\s?(?P=s)\s?"
_FULL = rf"(?P<y>{YEAR})"
_OR_SHORT = rf"(?:{_FULL}|(?P<z>'\s?\d\d)(?!\d))"
ANYWHERE = (
    rf"{_FULL}{_SIGN}(?P<m>{_NUMBER}){_SAME}(?P<d>{_NUMBER})",
    rf"(?P<a>{_NUMBER}){_SIGN}(?P<b>{_NUMBER}){_SAME}{_FULL}",
    rf"{_FULL}{_GAP}{_MONTH}{_GAP}{_DAY}",
    rf"{_FULL}[-/.]{_MONTH}",
    rf"{_FULL}\s?\(\s?{_MONTH}\s?\)",
    rf"{_DAY}{_GAP}{_MONTH}{_GAP}{_OR_SHORT}",
    rf"{_DAY}[-/.\s]{_MONTH}[-/](?P<y>\d\d)(?![\d:])",
    rf"{_MONTH}{_GAP}{_DAY}(?=[\s,./'-]){_GAP}{_OR_SHORT}",
    rf"{_MONTH}{_GAP}{_OR_SHORT}",
    rf"(?P<m>\d{{1,2}}|{_UNKNOWN})[-/]{_FULL}",
    rf"(?P<m>\d\d)\.{_FULL}",
    rf"{_FULL}[-/](?P<m>\d{{1,2}}(?!\d)|{_UNKNOWN})",
    rf"{_DAY}\s?(?:[^\W\d]{{3,9}}\.?|\d{{1,2}}\s?月?)\s?/\s?{_MONTH}\s?{_FULL}",
    rf"{_DAY}\s?{_MONTH}\s?/\s?[^\W\d]{{3,9}}\.?\s?{_FULL}",
    rf"(?:ng[aà]y\s?)?(?:(?P<d>\d{{1,2}})\s{{1,2}})?(?:thang|thg\.?)\s{{1,2}}(?P<m>\d{{1,2}})[\s,./-]{{1,3}}(?:nam\s)?{_FULL}",
    rf"(?:year|annee|ano)\s{_FULL}\W{{1,3}}(?:month|mois|mes)\s{_MONTH}\W{{1,3}}(?:day|jour|dia)\s{_DAY}",
    r"(?P<y>(?:19|20)\d\d)\s?[年년](?:\s?(?P<m>\d{1,2})\s?[月월](?:\s?(?P<d>\d{1,2})\s?[日号號일])?)?",
    _FULL,
)
"""The ways in which a date stands in running text, its months marked; what comes first is tried first."""
_ALONE = (
    rf"{_FULL}\s(?P<m>{_NUMBER})\s(?P<d>{_NUMBER})",
    rf"(?P<a>{_NUMBER})(?P<s>\s)(?P<b>{_NUMBER})\s{_FULL}",
    rf"{_FULL}{_GAP}{_MONTH}",
    rf"(?P<m>{_NUMBER})\s?[-/.]\s?{_FULL}",
    rf"{_FULL}\s?[-/.]\s?(?P<m>{_NUMBER})",
    rf"{_DAY}{_GAP}{_MONTH}{_GAP}(?P<y>\d\d)",
    rf"{_MONTH}[-/](?P<y>\d\d)",
    rf"{_MONTH}{_GAP}(?P<y>[4-9]\d)",
    r"(?:d:)?(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:\d{6}\S*)?",
)
UNFINISHED = (
    rf"{_FULL}\s(?!{VERB}\b(?!\s*-|\s+(?:to|and|until|au|à)\b)){_MONTH}",
    rf"{_DAY}(?:{_GAP}{_MONTH})?",
    rf"{_MONTH}(?:\s?{_DAY})?",
    r"\d{1,2}[/.-]\d{1,2}(?!\d)",
    rf"{_FULL}\.\d\d?(?![\d.])",
)
"""What may stand for a date at the one end of a period whose other end says the year."""
READ_ALONE = tuple(expression(pattern) for pattern in _ALONE)
_DATE_AHEAD = rf"(?:\d{{1,4}}[-/.]\d|{YEAR})"
START = (
    r"(?=[^\W_]|[*x?_'])(?:(?<![\w$€£#+*.,/'-])|(?<=[^\d][.,])|(?<=,)(?=[^\W\d])"
    r"|(?<=[^\W\da-z])(?=\d{4}\s?年)|(?<=[12]\d\d\d[-/])|(?<=[12]\d\d\d -))"
)
END = rf"(?=t\d\d:)|(?<=[年月日号號년월일])|(?![\w%*]|[.,]\d|\s?[-/](?!{_DATE_AHEAD})\d)"
NUMERIC = expression(rf"{START}{ANYWHERE[1]}(?:{END})")


def _numbered(pattern: str, number: int) -> str:
    return re.sub(r"\(\?P([<=])(\w+)", rf"(?P\1\2_{number}", pattern)


@functools.cache
def finder() -> re.Pattern[str]:
    """Give the one pattern that finds every date, and is one; each way of writing has its own group names."""
    ways = (f"(?P<found_{n}>{_numbered(pattern, n)})(?:{END})" for n, pattern in enumerate(ANYWHERE))
    return expression(f"{START}(?:{'|'.join(ways)})")


@functools.cache
def _parts_of_ways() -> tuple[tuple[str, ...], ...]:
    """Give for each way of writing the parts that it has."""
    named = [group.rsplit("_", 1) for group in finder().groupindex]
    return tuple(
        tuple(part for part, number in named if number == str(way) and part != "found")
        for way in range(len(ANYWHERE))
    )


def parts_of(found: re.Match[str]) -> dict[str, str | None]:
    """Give the parts of a date that was found."""
    way = str(found.lastgroup).removeprefix("found_")
    return {part: found[f"{part}_{way}"] for part in _parts_of_ways()[int(way)]}
