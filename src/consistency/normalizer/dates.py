"""Dates and periods: what is known of them, and no more.

Dates are days, and periods include both ends. A date is kept at the precision with which it is written and
means every day of that year or month; an ambiguous one keeps both readings; "present" is the date of the
paper that says it, never today.
"""

import functools
import re
from collections.abc import Iterable, Iterator

from consistency.normalizer import date_linking
from consistency.normalizer.date_parsing import (
    DIGITS,
    LONGEST,
    Found,
    Order,
    find_dates,
    parse,
    parse_marked,
    settled_order,
)
from consistency.normalizer.date_patterns import ANYWHERE, END, START, UNFINISHED, YEAR
from consistency.normalizer.date_values import PartialDate, Period, months_later
from consistency.normalizer.date_words import PRESENT_WORDS, calendar_hint, fold, is_present, marked, places
from consistency.normalizer.expressions import expression, longest_first

__all__ = [
    "LONGEST",
    "Found",
    "Order",
    "PartialDate",
    "Period",
    "calendar_hint",
    "common_date",
    "find_dates",
    "find_periods",
    "is_present",
    "months_later",
    "parse",
    "parse_period",
    "settled_order",
]

_SINCE = r"(?:since|ever since|depuis|desde|seit|dal|sinds)"
_FROM = r"(?:from|between|in|during|starting|du|de|des|entre|a partir de|à partir de|von|van|da|od)"
_UNTIL = r"(?:until|till|up ?to|jusqu'(?:au|en|à|a)|jusque|bis|hasta)"
_TO = (
    r"(?:to|until|till|til|through|thru|up ?to|au|à|a|al|jusqu'(?:au|en|à|a)|bis|hasta|ate|tot|t/m|do|fino a)"
)
_AND = r"(?:and|et|a|y|e)"
_THE = r"(?:(?:the|le|la)\s+)?"
_LEAD = expression(rf"({_FROM}|{_SINCE}|d(?='))(?:\s+|(?<=d)'\s?){_THE}")
_BETWEEN = expression(r"between|entre|de|du|desde")
_ONWARD = expression(r"\s*(?:onwards?|\+)$")
_SPECK = expression(r"(?<=-)\.(?=[^\W\d])")
"""A stop between a dash and a word: a speck that text recognition read, never written."""
_POINT_BEHIND = expression(rf"({YEAR}\s?\.\s?\d\d?\s?\.\s?\d\d?)\.(?=\s|$)")
"""The point behind each number of a date, as in "2019. 03. 04. - 2021. 12. 31."."""
_END_OF = expression(r"\b(?:the |la )?(?:end|beginning|start|middle|fin) (?:of|de) (?:the month of )?")
"""What is said of a month or a year before it: "until the end of July 2023"."""
_LENGTH_BEHIND = expression(
    r"\s*[(\[]\W*(?:(?:about|approx\w*|environ|total|i\.?e\.?)\W{1,3})?\d[^()\[\]]{0,40}?"
    r"\b(?:y|yrs?|years?|m|mos?|mths?|months?|days?|ans?|annees?|mois|jours|anos|meses)\b[^()\[\]]{0,20}[)\]]\W*$"
)
"""How long a period is, in brackets behind it: "(7 years 6 months)"."""
_SPLITS = (
    expression(rf"(?:\s+|(?<=\d)){_TO}\s+{_THE}"),
    expression(r"\s+-{1,3}\s+|\s*-{2,3}\s*"),
    expression(r"\s*-\s*"),
    expression(r"\s*/\s*"),
)
_AND_SPLITS = (expression(rf"\s+{_AND}\s+{_THE}"),)
_NOW = "|".join(re.escape(word) for word in longest_first(PRESENT_WORDS))
_AGAIN = rf"(?:\s?[/|(]\s?(?:{_NOW})(?!\w)\)?)?"
"""The same in another language: "Actual / Present"."""
_DATE = r"date(?!\w|\s+of|\s*:)"
"""What some write behind a dash for "to date"."""
_TO_NOW = expression(
    rf"(.*?)(?:\s*-{{1,3}}\s*{_DATE}\W*|(?:\s*-{{1,3}}\s*|\s+/\s+|\s+{_TO}\s+{_THE}|[\s,(]+)(?:{_NOW}){_AGAIN}\W*)|(.*?)\s*-{{1,3}}"
)
_AND_NOW = expression(rf"(.*?)()\s+(?:and|et)\s+{_THE}(?:{_NOW})")
_DAY_ALONE = expression(r"(\d{1,2})(?:st|nd|rd|th|er|e)?")
_DAY_AND_YEAR = expression(rf"(\d{{1,2}}(?:st|nd|rd|th)?),?\s+({YEAR})")


def common_date(text: str, *, order: Order | None = None) -> Found | None:
    """Give the first date in a text: one that is told by two calendars is one date, that of the common calendar."""
    return next(iter(find_dates(text, order=order)), None)


def parse_period(text: str, *, order: Order | None = None) -> Period | None:
    """Read a text that is one period as a whole; a lone date is the period from it to itself.

    "since 2019" and "2019 -" are open; "from 2019" has no known end. "05/18 - 11/25" has two months: as a whole text
    only, for in a sentence it may be days, or parts of something.
    """
    if len(text) > LONGEST:
        return None
    bare = _LENGTH_BEHIND.sub("", _POINT_BEHIND.sub(r"\1 ", marked(fold(text))))
    return _period(bare.strip(' ()[]{}<>,;:."|'), order)


def _period(text: str, order: Order | None) -> Period | None:
    lead = _LEAD.match(text)
    word, rest = (lead[1], text[lead.end() :]) if lead else ("", text)
    date = parse_marked(rest, order)
    if date is not None:
        return _lone(date, word)
    if found := re.match(rf"{_UNTIL}\s+{_THE}", text):
        end = parse_marked(text[found.end() :], order)
        return None if end is None else Period(None, end)
    if found := _ONWARD.search(rest):
        start = parse_marked(rest[: found.start()], order)
        return None if start is None else Period(start, None, open=True)
    return _two_ended(word, rest, order)


def _lone(date: PartialDate, lead: str) -> Period:
    if re.fullmatch(_SINCE, lead):
        return Period(date, None, open=True)
    return Period(date, None if lead in ("from", "starting", "du", "von") else date)


def _until_now(begun: str, order: Order | None) -> Period | None:
    start = parse_marked(begun, order) or _short_month(begun)
    return None if start is None else Period(start, None, open=True)


def _two_ended(lead: str, rest: str, order: Order | None) -> Period | None:
    order = order or settled_order((rest,))
    between = bool(_BETWEEN.fullmatch(lead))
    if now := (_AND_NOW.fullmatch(rest) if between else None) or _TO_NOW.fullmatch(rest):
        return _until_now(now[1] or now[2] or "", order)
    splits = _SPLITS + (_AND_SPLITS if between else ())
    halves = [(rest[: at.start()], rest[at.end() :]) for split in splits for at in split.finditer(rest)]
    for reading in (_both_dates, _year_lent_back, _year_lent_on, _day_alone, _both_short):
        for left, right in halves:
            if (ends := reading(left, right, order)) is not None:
                return Period(*ends)
    return None


_Ends = tuple[PartialDate, PartialDate] | None
_SHORT_MONTH = expression(r"(0?[1-9]|1[0-2])/(\d\d)")


def _both_dates(left: str, right: str, order: Order | None) -> _Ends:
    start, end = parse_marked(left, order), parse_marked(right, order)
    return (start, end) if start and end else None


def _year_lent_back(left: str, right: str, order: Order | None) -> _Ends:
    """Read "Mar - Jun 2019" and "4 to 22 January 1995": the end lends what the start leaves out."""
    end = parse_marked(right, order)
    if end is None or re.search(YEAR, left):
        return None
    if found := _DAY_ALONE.fullmatch(left):
        lent = "" if end.day is None else f"{end.year}-{end.month}-{found[1]}"
        starts = [parse_marked(lent)]
    else:
        starts = [_with_year(left, year, order) for year in (end.year, end.year - 1)]
    return next(((start, end) for start in starts if start and not end.before(start)), None)


def _year_lent_on(left: str, right: str, order: Order | None) -> _Ends:
    """Read "March 3, 2019 to June 5", "2018-20" and "2018/19": the start lends the year."""
    start = parse_marked(left, order)
    if start is None or re.search(YEAR, right):
        return None
    if start.month is None and re.fullmatch(r"\d\d", right):
        ends = [parse_marked(f"{start.year // 100}{right}")]
    elif start.month is None and not re.match(r"[^\W\d]", right):
        return None
    else:
        ends = [_with_year(right, year, order) for year in (start.year, start.year + 1)]
    return next(((start, end) for end in ends if end and not end.before(start)), None)


def _day_alone(left: str, right: str, order: Order | None) -> _Ends:
    """Read "March 3 - 15, 2019": the month stands at the start, the year at the end."""
    found = _DAY_AND_YEAR.fullmatch(right)
    month = re.match(r"[^\W\d]+", left)
    if found is None or month is None:
        return None
    return _both_dates(f"{left} {found[2]}", f"{month[0]} {found[1]} {found[2]}", order)


def _both_short(left: str, right: str, _order: Order | None) -> _Ends:
    """Read "05/18 - 11/25": a month and the last two digits of a year, at both ends of the whole text."""
    start, end = _short_month(left), _short_month(right)
    return (start, end) if start and end and not end.before(start) else None


def _short_month(part: str) -> PartialDate | None:
    found = _SHORT_MONTH.fullmatch(part)
    return parse_marked(f"{found[1]}/{_century(found[2])}{found[2]}") if found else None


def _century(digits: str) -> int:
    return 20 if int(digits) < 40 else 19


def _with_year(part: str, year: int, order: Order | None) -> PartialDate | None:
    if sign := re.fullmatch(r"\d{1,2}([-/.])\d{1,2}", part):
        return parse_marked(f"{part}{sign[1]}{year}", order)
    return parse_marked(f"{part} {year}", order) if re.search(r"[^\W\d]", part) else None


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.replace("(?P=s)", "[-/.]"))


@functools.cache
def _ranges() -> re.Pattern[str]:
    """Give the one pattern that finds what may be a period; each find is then read as a whole."""
    loose = f"(?:{'|'.join(map(_unnamed, (*UNFINISHED[:1], *ANYWHERE, *UNFINISHED[1:])))})"
    words = longest_first(PRESENT_WORDS)
    to_now = "|".join(re.escape(word) for word in words if re.match(rf"(?:{_TO})\s", word))
    return expression(
        rf"{START}(?:(?P<between>between|entre|de|du|desde)\s+|(?P<since>{_SINCE})\s+|{_FROM}\s+|d'\s?)?{_THE}{loose}"
        rf"(?:(?:\s*-{{1,3}}\s*|\s+{_TO}\s+|(?(between)\s+{_AND}\s+|(?!))){_THE}"
        rf"(?:\d\d?,?\s{YEAR}|(?:{_NOW})(?!\w){_AGAIN}|(?<=-)\s?{_DATE}|(?<=- ){_DATE}|{loose})"
        rf"|\s+(?:{to_now})(?!\w)|\s+/\s+(?:{_NOW})(?!\w)|\s*\((?:{_NOW})\)|(?<=[12]\d\d\d)/(?:{YEAR}|\d\d(?!\d))"
        r"|(?<=-\d\d)/\d{4}-\d\d(?:-\d\d)?|(?(since)|(?!)))"
        rf"(?:{END})"
    )


_IN_WORDS = expression(
    r"\b(?:[a-z]+[ -])?(?:first|second|third|[a-z]{3,9}th|[a-z]{3,6}teen|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|twenty|thirty)(?: day)? ?\((?:the )?(\d{1,2})(?:st|nd|rd|th)?\)"
    r"(?= (?:day )?(?:of )?[a-z]{3,9}\b)"
)
"""A day in words with its number in brackets: "the seventeenth (17) of September 2018"."""


@functools.lru_cache(maxsize=8192)
def find_periods(text: str, *, order: Order | None = None) -> tuple[tuple[int, int, Period], ...]:
    """Find the periods in running text, each with the characters from its first up to its end."""
    folded = fold(text)
    if not DIGITS.search(folded):
        return ()
    if "(" in folded:
        folded = _IN_WORDS.sub(lambda words: words[1].rjust(len(words[0])), folded)
    plain = _POINT_BEHIND.sub(r"\1 ", _SPECK.sub(" ", marked(folded)))
    plain = _END_OF.sub(lambda words: " " * len(words[0]), plain)
    found = list(_ranges_in(plain, order))
    place = places(text) if found else ()
    told = tuple((place[start], place[end - 1] + 1, period) for start, end, period in found)
    if not date_linking.is_told(folded):
        return told
    more = date_linking.linked(text, find_dates(text, order=order or settled_order((text,))))
    return tuple(sorted((*told, *(one for one in more if not _overlaps(one, told))), key=lambda one: one[0]))


def _overlaps(one: tuple[int, int, Period], others: Iterable[tuple[int, int, Period]]) -> bool:
    return any(one[0] < end and start < one[1] for start, end, _ in others)


def _ranges_in(text: str, order: Order | None) -> Iterator[tuple[int, int, Period]]:
    for match in _ranges().finditer(text):
        if match.end() - match.start() > 2 * LONGEST:
            continue  # two dates and whole lines of spaces between them
        lead = _LEAD.match(match[0])
        word, rest = (lead[1], match[0][lead.end() :]) if lead else ("", match[0])
        date = parse_marked(rest, order)
        if date is None:
            period = _two_ended(word, rest, order)
        else:
            period = Period(date, None, open=True) if re.fullmatch(_SINCE, word) else None
        if period is not None:
            yield match.start(), match.end(), period
