"""Amounts of money in text: value, currency and the time that they pay for."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from consistency.normalizer import tables
from consistency.normalizer.expressions import expression, longest_first

Per = Literal["hour", "day", "week", "fortnight", "month", "year"]

_WEEKS_A_YEAR = Decimal(52)
_MONTHS_A_YEAR = Decimal(12)
_DAYS_A_WEEK = Decimal(5)
_DAYS = 31
_LONGEST = 20  # signs: a longer run of digits is an account or a code, no amount
_SPACE = "[ \u00a0\u202f\u2009]"
_NUMBER = (
    rf"\d{{1,3}}(?:[.,'’]\d{{2,3}})+(?:[.,]\d{{1,2}})?(?!\d)"
    rf"|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d)|\d+(?:[.,]\d+)?"
)
_SCALES = {"k": 1_000, "lakh": 100_000, "lakhs": 100_000, "lac": 100_000, "lacs": 100_000, "lpa": 100_000}
_SCALES |= {
    "crore": 10_000_000,
    "crores": 10_000_000,
    "cr": 10_000_000,
    "million": 1_000_000,
    "millions": 1_000_000,
}
_BETWEEN = (
    r"(?:[\s,(*)/-]|\b(?:gross|net|brute?s?|nets?|cad|usd|only|plus|dollars?|basic|before tax(?:es)?)\b){0,8}"
)
_PERIOD_BEFORE = expression(
    r"\b(monthly|hourly|annual|yearly|weekly|bi-?weekly|horaire|mensuel|annuel|hebdomadaire)\b[^.;\n\d]{0,30}$",
    re.IGNORECASE,
)
_PERIOD_WORDS: tuple[tuple[Per, str], ...] = (
    ("hour", r"(?:per|an|/|a|each|de l['’]|à l['’]|l['’]|par)?\s*(?:hour|hr|heure|h)\b\.?|hourly|horaire"),
    ("day", r"(?:per|a|/|par)\s*(?:day|jour)\b|daily|per diem|journalier"),
    (
        "fortnight",
        r"bi-?weekly|fortnightly|every two weeks|(?:per|a|/)\s*(?:fortnight|two weeks)|aux deux semaines",
    ),
    ("week", r"(?:per|a|/|par|la)\s*(?:week|wk|semaine)\b|weekly|hebdomadaire"),
    (
        "month",
        r"(?:per|a|/|par|le|each)\s*(?:month|mois|mo|mth)\b|monthly|p\.?\s?m\.?(?![a-z])|mensuel(?:le|s)?|mensuellement",
    ),
    (
        "year",
        r"(?:per|a|/|par|l['’])\s*(?:year|yr|annum|an|année)\b|annually|yearly|annual|p\.?\s?a\.?(?![a-z])|lpa|annuel(?:le)?|annuellement",
    ),
)
_PERIODS = tuple((per, expression(words, re.IGNORECASE)) for per, words in _PERIOD_WORDS)
_PERIOD_AFTER = expression(
    rf"{_BETWEEN}(?P<words>{'|'.join(f'(?:{words})' for _, words in _PERIOD_WORDS)})", re.IGNORECASE
)


class Amount(Struct, frozen=True):
    """A sum of money: the value in units of the currency (ISO 4217, None where not said) and what it pays for."""

    value: Decimal
    currency: str | None = None
    per: Per | None = None


def parse_amount(text: str) -> Amount | None:
    """Read the first amount in a text, a bare number too: ``24,50 $ de l'heure`` is 24.50 an hour."""
    return next(_amounts(text, bare=True), None)


@lru_cache(maxsize=8192)
def find_amounts(text: str) -> tuple[Amount, ...]:
    """Give every amount in running text that has a currency, in order."""
    return tuple(_amounts(text, bare=False)) if re.search(r"\d", text) else ()


def hourly(amount: Amount, hours_per_week: Decimal | float | None = None) -> Decimal | None:
    """Give the pay per hour; None where no period is said, or the weekly hours are needed and not given."""
    if amount.per == "hour":
        return amount.value
    if not hours_per_week or hours_per_week <= 0:
        return None
    year = yearly(amount)
    return None if year is None else year / _WEEKS_A_YEAR / Decimal(str(hours_per_week))


def yearly(amount: Amount, hours_per_week: Decimal | float | None = None) -> Decimal | None:
    """Give the pay per year of 52 weeks and 12 months; None as in ``hourly``."""
    if amount.per == "hour":
        hours = Decimal(str(hours_per_week)) if hours_per_week and hours_per_week > 0 else None
        return None if hours is None else amount.value * hours * _WEEKS_A_YEAR
    times: dict[Per | None, Decimal] = {
        "day": _DAYS_A_WEEK * _WEEKS_A_YEAR,
        "week": _WEEKS_A_YEAR,
        "fortnight": _WEEKS_A_YEAR / 2,
        "month": _MONTHS_A_YEAR,
        "year": Decimal(1),
    }
    return amount.value * times[amount.per] if amount.per in times else None


def number(text: str) -> Decimal | None:
    """Read a number with English, French, German or Indian grouping: ``1 234,56``, ``15.500,00``, ``1,50,000``."""
    compact = re.sub(rf"{_SPACE}|['’]", "", text.strip())
    if len(compact) > _LONGEST or not re.fullmatch(r"\d+(?:[.,]\d+)*", compact):
        return None
    last = max(compact.rfind("."), compact.rfind(","))
    if last < 0 or _groups(compact, last):
        return Decimal(re.sub(r"[.,]", "", compact))
    return Decimal(re.sub(r"[.,]", "", compact[:last]) + "." + compact[last + 1 :])


def _groups(compact: str, last: int) -> bool:
    """Say whether the last mark parts thousands: three digits follow, and no other kind of mark stands before."""
    whole, mark, tail = compact[:last], compact[last], compact[last + 1 :]
    if len(tail) != 3 or whole == "0":
        return False
    return all(sign == mark for sign in whole if sign in ".,")


def _amounts(text: str, bare: bool) -> Iterator[Amount]:
    end = 0
    for match in _pattern().finditer(text):
        value = number(match["number"])
        before, after = match["before"], match["after"]
        if value is not None and _is_article(before, value):
            before = None
        currency = _currency(before) or _currency(after)
        if value is None or not (bare or before or after):
            continue
        if before and after:
            currency = _closer(before, after)
        value *= _SCALES.get((match["scale"] or "").lower(), 1)
        yield Amount(
            value.quantize(Decimal("0.01")) if value % 1 else value.to_integral_value(),
            currency,
            _per(text, end, match),
        )
        end = match.end()


def _is_article(before: str | None, value: Decimal) -> bool:
    """True for the French article before a day: "le 3 mars" is no sum of Egyptian pounds, "LE 3,000" is one."""
    return (
        before is not None and before.strip().lower() == "le" and (before.strip() != "LE" or value <= _DAYS)
    )


def _closer(before: str, after: str) -> str | None:
    """Give the more telling of two marks around a number: ``$24.00 CAD`` is Canadian."""
    first, second = _currency(before), _currency(after)
    return second if before.strip() in {"£", "Rs", "Rs."} or first is None else first


def _per(text: str, start: int, match: re.Match[str]) -> Per | None:
    after = _PERIOD_AFTER.match(text[match.end() :])
    if after:
        return _period(after["words"])
    before = _PERIOD_BEFORE.search(text[start : match.start()])
    return _period(before[1]) if before else None


def _period(words: str) -> Per | None:
    return next((per for per, pattern in _PERIODS if pattern.fullmatch(words)), None)


@cache
def _marks() -> dict[str, str]:
    return {
        mark: code for code, marks in tables.toml("currencies").items() for mark in (code.lower(), *marks)
    }


@cache
def _pattern() -> re.Pattern[str]:
    marks = "|".join(re.escape(mark) for mark in longest_first(_marks()))
    mark = rf"(?:(?<![a-z])(?:{marks})(?![a-z]))"
    scales = "|".join(_SCALES)
    return expression(
        rf"(?P<before>(?:{mark}[ \u00a0]?\(?){{1,2}})?(?:/-)?{_SPACE}?(?<![\d.,])(?P<number>{_NUMBER})(?:/-)?"
        rf"(?:{_SPACE}?(?P<scale>{scales})\b)?(?P<after>{_SPACE}?\(?{mark})?",
        re.IGNORECASE,
    )


def _currency(mark: str | None) -> str | None:
    if not mark:
        return None
    marks = _marks()
    text = mark.strip(" \u00a0(").lower()
    words = [text, *reversed(re.split(r"[ \u00a0(]+", text))]
    known = [marks[word] for word in words if word in marks]
    return next((code for code in known if code != "$"), None)
