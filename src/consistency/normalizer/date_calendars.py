"""Dates of other calendars than the common one: none is taken for a common date, and what can be is converted.

The Ethiopian calendar, the Iranian one and the Buddhist era of Thailand are converted to the day. The lunar calendar of
Islam, whose months begin when the moon is seen, is converted to the month, or to the year where its day may lie in
either of two months. The Bikram Sambat, whose months have other lengths in each year, is told apart and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from consistency.normalizer import tables
from consistency.normalizer.date_values import PartialDate
from consistency.normalizer.date_words import MONTHS
from consistency.normalizer.expressions import expression, longest_first

_WEEK_OF_PAGUME = 6
"""The thirteenth month of the Ethiopian year has so many days at most."""
_MESKEREM = date(2007, 9, 12), 2000
"""The first day of an Ethiopian year."""
_NOWRUZ = date(2021, 3, 21), 1400
"""The first day of an Iranian year."""
_HIJRA = date(622, 7, 19).toordinal() - 1
"""The day before the first one of the lunar calendar, as tables count it."""
_MOON = timedelta(days=2)
"""So much earlier or later than by the tables a month may begin."""
_BUDDHIST = 543
_YEAR_OF_TODAY = 2040
"""A year from this one on, written by the Bikram Sambat, is of the lives of today."""

_NEPALI_MARK = r"(?:b\s?\.\s?s\b\.?|bs\b|bikram\s?sam[vb]at|vikram\s?sam[vb]at|nepali\b)"
_ETHIOPIAN_MARK = (
    r"(?:e\s?\.\s?c\b\.?|ec\b(?=\s*(?:$|[^\w\s]|(?:and|or|to|until|till|in|at|is|was|who|which)\b))|ethiopian\b"
    r"|eth\.?\s?cal\w*|amete\s?mihret)"
)
"""Behind a day, "EC" alone may also begin a name: "2019-05-04 EC Council"."""
_FOLLOWED = r"\s{0,2}(?:\((?=[^()\d]*\)))?"
"""What stands between a date and the name of its calendar, which alone may stand in brackets."""
_NUMBERS = r"(?<![\d/.-])(?P<%s>\d{1,4})\s?[-/.]\s?(?P<%s>\d{1,2})\s?[-/.]\s?(?P<%s>\d{1,4})"
_MARKED = expression(
    rf"{_NUMBERS % ('a', 'b', 'c')}{_FOLLOWED}(?:(?P<nepali>{_NEPALI_MARK})|(?P<ethiopian>{_ETHIOPIAN_MARK}))"
    rf"|(?<!\d)(?<!\d[\s,(])(?:(?P<nepali_ahead>\b(?:b\s?\.\s?s\.?|bikram sam[vb]at|vikram sam[vb]at))"
    rf"|(?P<ethiopian_ahead>\b(?:e\s?\.\s?c\.?|ethiopian calendar)))\W{{0,3}}{_NUMBERS % ('d', 'e', 'f')}(?![\d/.-])"
)
_HIJRI_MARK = r"(?:a\s?\.\s?h\b\.?|ah\b|h\b\.?(?!\s?\d)|hijri\w*|هـ?(?!\w))"
_LUNAR_MONTHS = (
    r"muharram", r"safar", r"rabi['`’]?\s?(?:al|ul|ath|us)?[- ]?(?:awwal|awal|i|1)",
    r"rabi['`’]?\s?(?:al|ul|ath|us)?[- ]?(?:thani|akhir|sani|ii|2)",
    r"j[aou]m[aá]d[aie]*\s?(?:al|ul|l)?[- ]?(?:awwal|awal|ula|oola|i|1)",
    r"j[aou]m[aá]d[aie]*\s?(?:al|ul|us|ath|l|as)?[- ]?(?:thani\w*|akhir\w*|sani\w*|ii|2)",
    r"rajab", r"sha['`’]?b[aá]a?n", r"rama[dz]h?[aá]n", r"shaww?[aá]l",
    r"(?:dh?u|zu?)l?\s?(?:al|ul|l)?[- ]?[qk][aie]['`’]?[ai]?d\w*", r"(?:dh?u|zu?|zi)l?\s?(?:al|ul|l)?[- ]?h[ie]jj?\w*",
)  # fmt: skip
"""The months of the lunar calendar (folded), in the spellings of those who write English."""
_LUNAR_DAY = expression(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?:st|nd|rd|th)?\s?(?:of\s)?[,./-]?\s?(?:"
    + "|".join(f"(?P<m{number}>{name})" for number, name in enumerate(_LUNAR_MONTHS, 1))
    + rf")[,./-]?\s?(?P<year>1[34]\d\d)(?!\d)(?:{_FOLLOWED}{_HIJRI_MARK})?"
)
_LUNAR_NUMBERS = expression(
    rf"{_NUMBERS % ('a', 'b', 'c')}{_FOLLOWED}{_HIJRI_MARK}"
    rf"|(?<![^\W_]){_HIJRI_MARK}\s?[:.]?\s?{_NUMBERS % ('d', 'e', 'f')}(?![\d/.-])"
)
_LAST_OF_THE_SUN = 1405
"""Up to this year numbers before "A.H." may as well be a day of the Iranian calendar, counted from one year with it."""
_LUNAR_YEAR = expression(r"(?<!\d)1[34]\d\d(?!\d)")
_WORDED = (
    r"(?<!\d)(?:\d{1,2}(?:st|nd|rd|th)?\s[^\W\d_]{3,9}|[^\W\d_]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?)\.?,?\s"
)
_IN_COMMON_WORDS = expression(
    rf"{_WORDED}\d{{4}}{_FOLLOWED}{_ETHIOPIAN_MARK}|{_WORDED}20[4-8]\d{_FOLLOWED}{_NEPALI_MARK}"
)
"""A month of another calendar under the name of a common one: which is meant cannot be said."""
_LABELLED = expression(
    rf"year\W{{1,3}}(?P<year>20\d\d)\W{{1,3}}month\W{{1,3}}\w{{1,10}}\W{{1,3}}day\W{{1,3}}\d{{1,2}}{_FOLLOWED}{_NEPALI_MARK}"
)
_FUTURE = expression(r"(?<![\d/.-])20[5-8]\d\s?([-/.])\s?\d{1,2}\s?\1\s?\d{1,2}(?![\d/.-])")
"""A day so far ahead that no paper tells of it: the year is one of the Bikram Sambat."""
_BARE = expression(rf"(?<![\d/.-])20[4-8]\d{_FOLLOWED}{_NEPALI_MARK}")
_WORD = expression(r"[^\W\d_]+")
_BUDDHIST_DAY = expression(
    r"(?:(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?)?(?<![^\W\d_])(?P<month>[^\W\d_]+\.?),?\s"
    r"(?:b\s?\.\s?e\s?\.?\s?|be\s|พ\s?\.\s?ศ\s?\.?\s?)?(?P<year>2[45]\d\d)(?!\d)"
)

_BUDDHIST_YEAR = expression(r"(?<!\d)2[45]\d\d(?!\d)")
_NO_COUNT = expression(r"\s*(?:$|[^\w\s]|(?:to|until|till|and|was|is|ถง)(?!\w))")
"""What stands behind a year; behind a number there is what it counts: "in May 2550 boxes"."""

_ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911}
"""The year before the first one of each era."""
_ERA_DAY = expression(
    r"(?:中華)?(?P<era>民國|民国|令和|平成|昭和|大正)\s?(?P<year>\d{1,3}|元)\s?年"
    r"(?:\s?(?P<month>\d{1,2})\s?月(?:\s?(?P<day>\d{1,2})\s?[日號号])?)?"
    r"(?:\s?-{1,3}\s?(?P<until>\d{1,3})\s?年\s?(?P<until_month>\d{1,2})\s?月(?:\s?(?P<until_day>\d{1,2})\s?[日號号])?)?"
)
"""A day of Taiwan's or Japan's years; behind it another of the same era, which need not be named again."""

Told = tuple[int, int, PartialDate | None]


@cache
def _months() -> dict[str, dict[str, int]]:
    """Give for each calendar its months by their names."""
    table = tables.toml("calendars")
    return {
        calendar: {name: number for number, line in enumerate(lines, 1) for name in line.split()}
        for calendar, lines in table.items()
    }


@cache
def _known() -> frozenset[str]:
    return frozenset(name for months in _months().values() for name in months)


@cache
def _named() -> re.Pattern[str]:
    """Give the pattern of a day whose month has a name of another calendar."""
    names = "|".join(longest_first(_known()))
    return expression(
        rf"(?<!\d)(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:of\s)?[,./-]?\s?(?P<m>{names})\.?\s?[,./-]?\s?(?P<y>\d{{4}})"
        rf"|\b(?P<m2>{names})\.?\s?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s?[,./-]?\s?(?P<y2>\d{{4}})"
        rf"|(?P<y3>\d{{4}})\s?[,./-]?\s?(?P<m3>{names})\.?\s?[,./-]?\s?(?P<d3>\d{{1,2}}))(?!\d)"
        rf"(?:{_FOLLOWED}(?:{_NEPALI_MARK}|{_ETHIOPIAN_MARK}))?"
    )


def by_other_calendars(folded: str) -> Iterator[Told]:
    """Find the dates of a folded text that other calendars tell; without a date where it cannot be converted."""
    words = frozenset(_WORD.findall(folded))
    if words & _known():
        yield from (_of_a_name(match) for match in _named().finditer(folded))
    if "year" in words:
        yield from ((match.start(), match.end(), None) for match in _LABELLED.finditer(folded))
    if words & _MARKS:
        yield from (told for match in _MARKED.finditer(folded) if (told := _of_a_mark(match)))
        yield from ((match.start(), match.end(), None) for match in _BARE.finditer(folded))
        worded = (m for m in _IN_COMMON_WORDS.finditer(folded) if MONTHS.keys() & {*_WORD.findall(m[0])})
        yield from ((match.start(), match.end(), None) for match in worded)
    if _LUNAR_YEAR.search(folded):
        yield from _by_the_moon(folded)
    if _BUDDHIST_YEAR.search(folded):
        yield from (told for match in _BUDDHIST_DAY.finditer(folded) if (told := _of_an_era(match)))
    if "年" in folded:
        yield from _by_eras(folded)


def too_far_ahead(folded: str) -> Iterator[Told]:
    """Find the days of running text that lie so far ahead that another calendar tells them."""
    return ((match.start(), match.end(), None) for match in _FUTURE.finditer(folded))


_MARKS = frozenset(("b", "bs", "e", "ec", "ethiopian", "eth", "nepali", "bikram", "vikram", "amete"))
"""A text that names a calendar has one of these words."""


def _of_a_name(match: re.Match[str]) -> Told:
    part = match.groupdict()
    name = part["m"] or part["m2"] or part["m3"]
    day, year = (int(part[p] or part[f"{p}2"] or part[f"{p}3"]) for p in ("d", "y"))
    if 1250 <= year <= 1450 and name in _months()["solar_hijri"]:
        return match.start(), match.end(), _iranian(year, _months()["solar_hijri"][name], day)
    if year > 1850 and name in _months()["ethiopian"]:
        return match.start(), match.end(), _ethiopian(year, _months()["ethiopian"][name], day)
    return match.start(), match.end(), None


def _of_a_mark(match: re.Match[str]) -> Told | None:
    numbers = [int(match[name]) for name in ("abc" if match["a"] else "def")]
    if max(len(str(numbers[0])), len(str(numbers[2]))) < 4:
        return None
    first = numbers[0] > 31
    year, month, day = numbers if first else numbers[::-1]
    if match["nepali"] or match["nepali_ahead"]:
        return (match.start(), match.end(), None) if first or year >= _YEAR_OF_TODAY else None
    return match.start(), match.end(), _ethiopian(year, month, day)


def _by_the_moon(folded: str) -> Iterator[Told]:
    """Give the days of the lunar calendar: "27/11/1439 H", "6 Rajab 1439"."""
    for match in _LUNAR_DAY.finditer(folded):
        month = next(number for number in range(1, 13) if match[f"m{number}"])
        yield match.start(), match.end(), _lunar(int(match["year"]), month, int(match["day"]))
    for match in _LUNAR_NUMBERS.finditer(folded):
        numbers = [int(match[name]) for name in ("abc" if match["a"] else "def")]
        year, month, day = numbers if numbers[0] > 31 else numbers[::-1]
        if _LAST_OF_THE_SUN < year < _LAST_OF_THE_SUN + 100:
            yield match.start(), match.end(), _lunar(year, month, day)


def _of_an_era(match: re.Match[str]) -> Told | None:
    month = MONTHS.get(match["month"].rstrip("."))
    if month is None or (match["day"] is None and not _NO_COUNT.match(match.string, match.end())):
        return None
    return match.start(), match.end(), _common(int(match["year"]) - _BUDDHIST, month, match["day"])


def _by_eras(folded: str) -> Iterator[Told]:
    """Give the days of Taiwan's and Japan's years: "民國103年5月12日", "令和元年"."""
    for match in _ERA_DAY.finditer(folded):
        before = _ERAS[match["era"]]
        year = before + (1 if match["year"] == "元" else int(match["year"]))
        end = match.start("until") if match["until"] else match.end()
        yield match.start(), len(folded[:end].rstrip(" -")), _common(year, match["month"], match["day"])
        if match["until"]:
            last = _common(before + int(match["until"]), match["until_month"], match["until_day"])
            yield match.start("until"), match.end(), last


def _common(year: int, month: int | str | None, day: int | str | None) -> PartialDate | None:
    try:
        return PartialDate(year, int(month) if month else None, int(day) if month and day else None)
    except ValueError:
        return None


def _later(start: date, days: int) -> PartialDate | None:
    """Give the day so many days after another; none beyond the years of the lives of today."""
    try:
        return PartialDate.on(start + timedelta(days=days))
    except (ValueError, OverflowError):
        return None


def _ethiopian(year: int, month: int, day: int) -> PartialDate | None:
    """Convert a day of the Ethiopian calendar: twelve months of thirty days, and the days that remain."""
    longest = 30 if month < 13 else _WEEK_OF_PAGUME
    if not (1 <= month <= 13 and 1 <= day <= longest):
        return None
    start, known = _MESKEREM
    leaps = year // 4 - known // 4
    days = 365 * (year - known) + leaps + 30 * (month - 1) + day - 1
    return _later(start, days)


def _lunar(year: int, month: int, day: int) -> PartialDate | None:
    """Convert a day of the lunar calendar to the month, or the year, in which it lies whenever its month began."""
    if not (1 <= month <= 12 and 1 <= day <= 30):
        return None
    days = day + (59 * (month - 1) + 1) // 2 + 354 * (year - 1) + (3 + 11 * year) // 30
    told = date.fromordinal(_HIJRA + days)
    first, last = told - _MOON, told + _MOON
    if first.year != last.year:
        return None
    return PartialDate(first.year, first.month if first.month == last.month else None)


def _iranian(year: int, month: int, day: int) -> PartialDate | None:
    """Convert a day of the Iranian calendar, whose leap years follow one another in rounds of thirty-three."""
    if not 1 <= day <= (31 if month < 7 else 30):
        return None
    start, known = _NOWRUZ
    low, high = sorted((year, known))
    leaps = sum((25 * each + 11) % 33 < 8 for each in range(low, high))
    days = 365 * (year - known) + (leaps if year > known else -leaps)
    days += 31 * (month - 1) if month < 8 else 186 + 30 * (month - 7)
    return _later(start, days + day - 1)
