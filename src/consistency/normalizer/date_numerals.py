"""Dates that stand in words, as in the acts of registers: "l'an mil neuf cent quatre-vingt-dix et le trois mars"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from consistency.normalizer import tables
from consistency.normalizer.date_values import PartialDate
from consistency.normalizer.date_words import MONTHS
from consistency.normalizer.expressions import expression

_TOKEN = expression(r"[^\W\d_]+|\d+|[^\w\s]")
_SIGNS = frozenset("',.")
_OF_A_YEAR = ("mil", "thousand", "hundred", "nineteen", "twenty")
"""One of these is a part of every year in words."""
_ENDINGS = frozenset(("th", "st", "nd", "rd", "e", "er", "eme"))
_FIRST_YEAR, _LAST_YEAR = 1850, 2100
_OF_MONTH = frozenset(("month", "mois", "mes"))
_DAY = frozenset(("day", "days", "jour", "jours", "dia", "dias"))
_BEFORE_A_DATE = frozenset((":", ";", "("))
_FOURTH = 4
"""From this place on a word for one at the head of a text is a day: "First May 2019 application" is none."""
_TENTH = 10
"""From this place on a word for one counts days rather than things: nobody makes a "tenth May 2019 application"."""
_FARTHEST = 7
"""So many words may stand between the parts of a date."""


class Numeral(Struct, frozen=True):
    """A number in a text: the tokens from ``start`` up to ``end``."""

    start: int
    end: int
    value: int
    words: tuple[str, ...]

    @property
    def written(self) -> bool:
        """True for a number in words."""
        return not self.words[0].isdigit()

    def is_day(self, linked: bool) -> bool:
        """Tell whether it can be the day of a month: "tenth May" is one; "three May" and "my third May" are none."""
        if not 1 <= self.value <= 31:
            return False
        last = self.words[-1]
        late = self.value >= _TENTH and last in _table("places")
        if not self.written or last in _table("french") or late:
            return True
        return linked and last not in _table("english")

    @property
    def is_year(self) -> bool:
        """Tell whether it can be a year."""
        return _FIRST_YEAR <= self.value <= _LAST_YEAR


@cache
def _table(name: str) -> dict[str, int]:
    return dict(tables.toml("numerals")[name])


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(tables.toml("numerals")[name])


@cache
def _values() -> dict[str, int]:
    """Give the value of each word of a number."""
    found = dict.fromkeys(_list("thousands"), 1000) | dict.fromkeys(_list("hundreds"), 100)
    return found | _table("iberian") | _table("english") | _table("places") | _table("french")


def in_words(folded: str) -> Iterator[tuple[int, int, PartialDate]]:
    """Find the dates of a folded text of which the day or the year is written in words."""
    if not any(word in folded for word in _OF_A_YEAR) and not any(sign.isdigit() for sign in folded):
        return
    tokens = _once([(match[0], match.start(), match.end()) for match in _TOKEN.finditer(folded)])
    words = [token for token, _, _ in tokens]
    spelt = not _values().keys().isdisjoint(words) or not _list("years").isdisjoint(words)
    if not spelt or MONTHS.keys().isdisjoint(words):
        return
    numerals = tuple(_numerals(words))
    for place, word in enumerate(words):
        if word in MONTHS and word not in _values():
            found = _around(words, place, numerals)
            date = _date(*found, MONTHS[word]) if found else None
            if found and date:
                start = min(found[0].start, found[1].start)
                end = max(found[0].end, found[1].end, place + 1)
                yield tokens[start][1], tokens[end - 1][2], date


def _once(tokens: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Leave out the figures of a number that stands in words, too: "the fifth (5) day", "5 (five) days"."""
    words = [token for token, _, _ in tokens]
    left: set[int] = set()
    for place in range(1, len(words) - 2):
        close = place + (3 if words[place + 2] in _ENDINGS else 2)
        if words[place] != "(" or words[close : close + 1] != [")"]:
            continue
        before, within, behind = words[place - 1], words[place + 1], (*words[close + 1 : close + 2], "")[0]
        if within.isdigit() and (before in _values() or behind in _values()):
            left |= {*range(place, close + 1)}
        elif before.isdigit() and len(before) <= 2 and within in _values():
            left |= {place - 1, place, close}
    return [token for place, token in enumerate(tokens) if place not in left]


def _date(day: Numeral, year: Numeral, month: int) -> PartialDate | None:
    try:
        return PartialDate(year.value, month, day.value)
    except ValueError:
        return None


def _around(words: Sequence[str], month: int, numerals: Sequence[Numeral]) -> tuple[Numeral, Numeral] | None:
    """Give the day before a month, and the year behind it or before the day."""
    day = _last_before(numerals, month)
    if day is None:
        return None
    between = {*words[day.end : month]}
    called_day = 1 <= day.value <= 31 and not _DAY.isdisjoint(between) and not _OF_MONTH.isdisjoint(between)
    place = day.words[-1] in _table("places")  # "When born: Eighth August 2012"
    begins = place and (words[day.start - 1] in _BEFORE_A_DATE if day.start else day.value >= _FOURTH)
    if not called_day and not day.is_day(linked=day.end < month or begins):
        return None
    if not set(words[day.end : month]) <= _list("of_a_month"):
        return None
    behind = next((n for n in numerals if month < n.start <= month + 1 + _FARTHEST), None)
    if behind is not None and behind.is_year and _linked(words, month + 1, behind.start):
        called = not _list("years").isdisjoint(words[month + 1 : behind.start])  # "9 June in the year 2011"
        return (day, behind) if day.written or behind.written or called else None
    before = _year_before(words, day, numerals)
    return (day, before) if before is not None else None


def _year_before(words: Sequence[str], day: Numeral, numerals: Sequence[Numeral]) -> Numeral | None:
    """Give the year that stands before a day and is called one: "l'an mil neuf cent … et le trois mars"."""
    year = _last_before(numerals, day.start)
    if year is None or not year.is_year or not _linked(words, year.end, day.start):
        return None
    return year if words[year.start - 1] in _list("years") and year.start else None


def _last_before(numerals: Sequence[Numeral], place: int) -> Numeral | None:
    return next((n for n in reversed(numerals) if n.end <= place <= n.end + _FARTHEST), None)


def _linked(words: Sequence[str], start: int, end: int) -> bool:
    linking = _list("links") | _list("years") | _list("weekdays") | _SIGNS
    return all(word in linking for word in words[start:end])


def _numerals(words: Sequence[str]) -> Iterator[Numeral]:
    place = 0
    while place < len(words):
        if words[place].isdigit() and len(words[place]) in (1, 2, 4):
            yield Numeral(place, place + 1, int(words[place]), (words[place],))
            place += 1
        elif words[place] in _values():
            found = _numeral(words, place)
            yield found
            place = found.end
        else:
            place += 1


def _numeral(words: Sequence[str], start: int) -> Numeral:
    """Give the number in words that begins at a place."""
    end, kept = start, list[str]()
    place = start
    while place < len(words):
        if words[place] in _values():
            kept.append(words[place])
            end = place + 1
        elif words[place] != "-" and words[place] not in _list("joints"):
            break
        place += 1
    return Numeral(start, end, _value(kept), tuple(kept))


def _value(words: Sequence[str]) -> int:
    whole = part = 0
    for word in words:
        value = _values()[word]
        if word in _list("thousands"):
            whole, part = whole + max(part, 1) * 1000, 0
        elif word in _list("hundreds"):
            part = max(part, 1) * 100
        elif part % 100 == 4 and word.startswith("vingt"):
            part += 76
        elif part in (19, 20) and value >= 10:
            part = part * 100 + value  # "nineteen ninety"
        else:
            part += value
    return whole + part
