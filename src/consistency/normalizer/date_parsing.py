"""How one date is read: a few anchored patterns first, a library for the rare rest, never a guess."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from consistency.normalizer.date_calendars import Told, by_other_calendars, too_far_ahead
from consistency.normalizer.date_numerals import in_words
from consistency.normalizer.date_patterns import NUMERIC, READ_ALONE, YEAR, finder, parts_of
from consistency.normalizer.date_values import PartialDate
from consistency.normalizer.date_words import (
    SEASON,
    VAGUE,
    WEEKDAYS,
    fold,
    marked,
    month_of,
    places,
)
from consistency.normalizer.expressions import expression

Order = Literal["dmy", "mdy", "ymd"]

DIGITS = expression(r"\d\d")
"""What every date and period has at least: most sentences need not be looked through for one."""
LONGEST = 120
"""A text with more characters is not a date."""


_NOT_A_YEAR_AFTER = expression(
    r"(?:[$€£#]|\b(?:cad|usd|eur|inr|rs|no|nos|number|num|room|suite|unit|apt|box|section|sections|s|ss|page"
    r"|pages|p|pp|form|imm|file|article|clause|rule|code|version|v|edition|noc|iso|fy|flight|ext|tel|is|the)"
    r"|noc \w+)\W{0,2}$"
)
_NOT_A_YEAR_BEFORE = expression(
    r"\s?(?:[$€£%°]|(?:cad|usd|eur|inr|dollars?|euros?|rupees|hours?|hrs?|heures|days|jours|km|kg|sq|people"
    r"|employees|students|units|points|words|fca?|cf|caf|scc|csc|canlii|onca|bcca|qcca)\b"
    r"|(?:[a-z.]+ ){1,2}(?:street|st|avenue|ave|road|rd|drive|boulevard|blvd|lane|crescent|court)\b"
    r"|(?:rue|boul|chemin|avenue)\b)"
)

_BEFORE = expression(
    rf"(?:(?:on|the|le|la|du|dated?|in|en|au|as of|(?:day|month|year) of|annee|au mois de|mois de|{WEEKDAYS})"
    r"[\s.,:]+(?:the\s+)?|l')+"
)
_AFTER = expression(
    r"(?:t|[\s,]*(?:at|à|a)?\s+)\d{1,2}(?::\d\d){1,2}(?:\.\d+)?\s?(?:[ap]\.?m\.?)?\s?"
    r"(?:z|[a-z]{2,4}|[+-]\d\d:?\d\d)?$"
    r"|[\s,]*(?:at|à|a)?\s+\d{1,2}\s?h(?:\s?\d\d)?(?:\s?min)?$|\s+\(?(?:a\.?d\.?|c\.?e\.?)\)?$"
)
_BILINGUAL = expression(
    r"(?<=[\d\s.-])([^\W\d]{3,10})\.?\s?/\s?([^\W\d]{3,10})\b|^([^\W\d]{3,10})/([^\W\d]{3,10})\b"
)
_IN_BRACKETS = expression(r"(?<=\w)\s*\(\s*([^\W\d_]{1,12}\.?|\d{4})\s*\)?$")
"""A month behind its year, or a year behind its month: "2024 (Nov)"."""
_DASHED = expression(r"^-\s+(?=[^\W\d])")
"""The dash of an item of a list, or what is left of a period."""
_PART_AFTER_YEAR = expression(rf"({YEAR})[\s,-]*[qths][1-4]")


def parse_marked(text: str, order: Order | None = None) -> PartialDate | None:
    """Read a text that is folded, has its months marked and is one date as a whole, by the patterns alone."""
    text = _DASHED.sub("", text.strip(' ()[]{}<>,;:."|'))
    if before := _BEFORE.match(text):
        text = text[before.end() :]
    text = _AFTER.sub("", text)
    for part, precisions in ((SEASON, ("year",)), (VAGUE, ("year", "month"))):
        if found := part.match(text):
            date = _by_patterns(text[found.end() :], order)
            return date if date and date.precision in precisions else None
    if found := _PART_AFTER_YEAR.fullmatch(text):
        return PartialDate(int(found[1]))
    return _by_patterns(text, order)


def _by_patterns(text: str, order: Order | None) -> PartialDate | None:
    text = _IN_BRACKETS.sub(r" \1", _BILINGUAL.sub(_known_name, text))
    if date := finder().fullmatch(text):
        return _build(parts_of(date), order)
    for pattern in READ_ALONE:
        if found := pattern.fullmatch(text):
            return _build(found.groupdict(), order)
    return None


def _known_name(found: re.Match[str]) -> str:
    """Keep the name that is known where a passport prints a month in two languages."""
    known = [name for name in found.groups() if name and month_of(name)]
    return known[0] if len(known) == 1 else found[0]


def _build(parts: Mapping[str, str | None], order: Order | None) -> PartialDate | None:
    year = _year(parts.get("y") or parts.get("z") or "")
    first, second = parts.get("a"), parts.get("b")
    if first and second:
        return _numeric(year, _number(first), _number(second), "dmy" if parts["s"] == "." else order)
    name, other = parts.get("mon"), parts.get("other")
    month = month_of(name) if name else _number(parts.get("m"))
    if name and other and month != month_of(other):
        return None
    return _date(year, month or 0, _number(parts.get("d")))


def _year(digits: str) -> int:
    """Give the year; of two digits, 00 to 39 are of this century."""
    number = int(digits.strip("' "))
    return number if number > 99 else number + (2000 if number < 40 else 1900)


def _number(part: str | None) -> int:
    """Give the number of a day or a month, 0 where it is missing or masked."""
    return int(part) if part and part.isdigit() else 0


def _date(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate(year, month or None, (day or None) if month else None)
    except ValueError:
        return None


def _numeric(year: int, first: int, second: int, order: Order | None) -> PartialDate | None:
    """Read 03/04/2021: both readings are kept where neither its parts nor the order settles it."""
    if not first or not second:
        return _date(year, _known_month(first, second, order), 0)
    by_day, by_month = _date(year, second, first), _date(year, first, second)
    if by_day is None or by_month is None or by_day == by_month:
        return by_day or by_month
    if order in ("dmy", "mdy"):
        return by_day if order == "dmy" else by_month
    return PartialDate(year, second, first, alternative=by_month)


def _known_month(first: int, second: int, order: Order | None) -> int:
    """Give the month of a date with a masked part: a known part is the month unless it cannot be."""
    known = {"dmy": second, "mdy": first}.get(order or "", first or second)
    return known if known <= 12 else 0


_library: list[Any] = []
_LANGUAGES = [
    "en", "fr", "es", "pt", "de", "it", "nl", "sv", "ro", "pl", "ru", "uk", "bg",
    "tr", "vi", "tl", "id", "hi", "fa", "ur", "ar", "he", "th", "ko", "zh", "ja",
]  # fmt: skip
_DIGITS, _WORDS = expression(r"\d+"), expression(r"[^\W\d_]+")
_NOT_DATES = expression(
    r"[%$€£@#&=:+]|\b(?:ago|in|next|last|since|until|dans|il y a|an|ans|years?|months?|days?|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|first|second|third|un|deux|trois|quatre|cinq|sept|huit|neuf|dix)\b"
)

_MAY_BE_KNOWN = expression(
    r"[^\W\d_a-zà]|\b(?:septembro|janner|feber|iun|iul|noiem|styczni|lut|marcu|kwie|maju|czerwcu|lip|sie|wrzesni|paz"
    r"|listopad|lis\b|grudni|oc\b|su\b|ni\b|mayis|ha\b|tem?\b|ag\b|ey\b|eki?\b|kas|ka\b|ara|ar\b|peb|hun|hul|nob"
    r"|dis\b|djan|djun|djul|agt|nop|des\b|thang|noon|midi\b|mid?night|minuit)"
)
"""What names of months and hours that only the library knows begin with, or letters of another script.

Asked for the first time it builds 150 expressions, which takes as long as reading twenty papers.
"""


def _by_library(text: str, folded: str) -> PartialDate | None:
    """Ask the library about words that the patterns do not know, and believe only what stands in the text."""
    numbers = _DIGITS.findall(folded)
    years = [number for number in numbers if re.fullmatch(YEAR, number)]
    if len(years) != 1 or len(numbers) > 2 or len(text) > 40 or _NOT_DATES.search(folded):
        return None
    if not 0 < len(_WORDS.findall(folded)) <= 5 or not _MAY_BE_KNOWN.search(folded):
        return None
    data = _ask(text)
    parts = getattr(data, "parts", None) or ()
    if data.date_obj is None or "year" not in parts or data.date_obj.year != int(years[0]):
        return None
    if "month" not in parts or ("day" in parts) != (len(numbers) == 2):
        return None
    date = data.date_obj
    if "day" not in parts:
        return _date(date.year, date.month, 0)
    return _date(date.year, date.month, date.day) if date.day in map(int, numbers) else None


def _ask(text: str) -> Any:
    if not _library:
        from dateparser.date import DateDataParser

        _library.append(DateDataParser(languages=_LANGUAGES, settings={"DATE_ORDER": "DMY"}))
    return _library[0].get_date_data(text)


@functools.lru_cache(maxsize=65536)
def parse(text: str, *, order: Order | None = None) -> PartialDate | None:
    """Read a text that is one date as a whole, at the precision with which it is written; None if it is not.

    ``order`` settles 03/04/2021; without it both readings are kept, the day first.
    """
    if len(text) > LONGEST:
        return None
    folded = fold(text)
    if not any(character.isdigit() for character in folded):
        return None
    for start, end, date in by_other_calendars(folded):
        if not any(sign.isalnum() for sign in folded[:start] + folded[end:]):
            return date
    return parse_marked(marked(folded), order) or _by_library(text, folded)


class Found(Struct, frozen=True):
    """A date in a text: the characters from ``start`` up to ``end`` are its words."""

    start: int
    end: int
    date: PartialDate


@functools.lru_cache(maxsize=8192)
def find_dates(text: str, *, order: Order | None = None) -> tuple[Found, ...]:
    """Find the dates in running text; numbers and words that only look like one are left out.

    A date of another calendar is given as the common one that it is: that beside it, where the text tells both.
    """
    folded = fold(text)
    matches = tuple(finder().finditer(marked(folded))) if DIGITS.search(folded) else ()
    worded: tuple[Told, ...] = tuple(in_words(folded))
    worded += tuple(_by_two_calendars(folded, matches, order)) if DIGITS.search(folded) else ()
    place = places(text) if matches or worded else ()
    dates = ((match.start(), match.end(), _found_date(match, folded, order)) for match in matches)
    apart = (d for d in dates if not any(d[0] < end and start < d[1] for start, end, _ in worded))
    return tuple(
        Found(place[m], place[n - 1] + 1, date)
        for m, n, date in sorted((*worded, *apart), key=_first)
        if date
    )


def _first(found: Told) -> int:
    return found[0]


def _by_two_calendars(folded: str, matches: Sequence[re.Match[str]], order: Order | None) -> Iterator[Told]:
    """Give the dates of other calendars; with the common date beside it each is one date, and that one."""
    others = (*by_other_calendars(folded), *too_far_ahead(folded))
    common = [m for m in matches if not any(m.start() < end and start < m.end() for start, end, _ in others)]
    for start, end, date in others:
        beside = next((m for m in common if _is_beside(folded, m, start, end)), None)
        if beside is None:
            yield start, end, date
        else:
            known = _found_date(beside, folded, order)
            closer = date if date and known and known.precision != "day" else known
            yield min(start, beside.start()), max(end, beside.end()), closer


def _is_beside(folded: str, common: re.Match[str], start: int, end: int) -> bool:
    first, second = (end, common.start()) if end <= common.start() else (common.end(), start)
    return _BESIDE.fullmatch(folded, first, second) is not None


_BESIDE = expression(
    r"\W{0,4}(?:(?:i\.e|e\.c|g\.c|a\.d|that is|or|corresponding to|equivalent to|gregorian(?: calendar)?|ec|gc"
    r"|ad)\b)?\W{0,4}"
)
"""What stands between two dates that are one day in two calendars."""


def _found_date(match: re.Match[str], folded: str, order: Order | None) -> PartialDate | None:
    parts = parts_of(match)
    before, after = folded[max(0, match.start() - 14) : match.start()], folded[match.end() :]
    if set(parts) == {"y"} and (_NOT_A_YEAR_AFTER.search(before) or _NOT_A_YEAR_BEFORE.match(after)):
        return None
    return _build(parts, order)


def settled_order(texts: Iterable[str]) -> Literal["dmy", "mdy"] | None:
    """Say which order of day and month the numeric dates of one document settle; None if none or both."""
    orders: set[Literal["dmy", "mdy"]] = set()
    for text in texts:
        for match in NUMERIC.finditer(fold(text)):
            first, second = _number(match["a"]), _number(match["b"])
            if 12 < first <= 31 and 0 < second <= 12:
                orders.add("dmy")
            elif 12 < second <= 31 and 0 < first <= 12:
                orders.add("mdy")
    return orders.pop() if len(orders) == 1 else None
