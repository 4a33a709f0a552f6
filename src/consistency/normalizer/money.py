"""Amounts of money in text: value, currency and the time that they pay for."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from consistency.normalizer import currencies
from consistency.normalizer.currencies import NOWHERE, Local
from consistency.normalizer.expressions import expression

Per = Literal["hour", "day", "week", "fortnight", "half-month", "month", "year"]

_WEEKS_A_YEAR = Decimal(52)
_MONTHS_A_YEAR = Decimal(12)
_DAYS_A_WEEK = Decimal(5)
_DAYS = 31
_NEAR = 120  # signs before an amount in which the time is told that it pays for
_LONGEST = 20  # signs: a longer run of digits is an account or a code, no amount
_GROUP = 3  # digits between two marks of thousands
_SPACE = "[ \u00a0\u202f\u2009]"
_NUMBER = (
    rf"\d{{1,3}}(?:[.,'’]\d{{2,3}})+(?:[.,]\d{{1,2}})?(?!\d)"
    rf"|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d{{1,3}})?(?!\d)|\d+(?:[.,]\d+)?"
)
_NOT_PART = rf"(?!\d*{_SPACE}?(?:millimes?|centimes?|centavos|paise|paisas?|kop[ei]{{1,2}}cks?)\b)"
"""What follows no amount, but the parts of one that is told in words: "vingt dinars 250 millimes"."""
_SCALES = {"k": 1_000, "lakh": 100_000, "lakhs": 100_000, "lac": 100_000, "lacs": 100_000, "lpa": 100_000}
_SCALES |= {
    "crore": 10_000_000,
    "crores": 10_000_000,
    "cr": 10_000_000,
    "million": 1_000_000,
    "millions": 1_000_000,
}
_GROUPED = expression(rf"\d{{1,3}}(?:(?:[.,'’]|{_SPACE})\d{{2,3}})+")
_PAY = (
    r"gross|net|basic|brute?|nette?|bruto|salary|pay|wages?|income|remuneration|rémunération|emoluments?|salaire"
    r"|package"
)
_BETWEEN = (
    r"(?:[\s,(*)/-]|\b(?:gross|net|brute?s?|nets?|cad|usd|only|plus|dollars?|basic|before tax(?:es)?)\b){0,8}"
)
_PERIOD_BEFORE = expression(
    r"(?s:.*)\b(?<!hours )(?<!heures )(?<!hrs )(?:(?P<adjective>semi-?monthly|bi-?weekly|monthly|hourly|annual|yearly"
    r"|weekly|daily|fortnightly|horaire|mensuel(?:le)?|annuel(?:le)?|hebdomadaire|journali(?:er|ère)|mensual|mensal"
    rf"|anual)|(?:{_PAY})\s+(?P<phrase>(?:per|a|each|par) (?:month|annum|year|hour|week|day|mois|an|heure|semaine"
    rf"|jour)))\b(?:(?:\s+(?:{_PAY})\b){{1,3}}[^.;\n\d]{{0,40}}|[^.;\n\d]{{0,30}})$",
    re.IGNORECASE,
)
_PERIOD_WORDS: tuple[tuple[Per, str], ...] = (
    (
        "hour",
        r"(?:per|an|/|a|(?:for )?(?:each|every)|(?:pour )?chaque|de l['’]|à l['’]|l['’]|par)?\s*(?:hour|hr"
        r"|heure|h)\b\.?|hourly|horaire",
    ),
    ("day", r"(?:per|a|/|par)\s*(?:day|jour)\b|daily|per diem|journali(?:er|ère)"),
    (
        "fortnight",
        r"bi-?weekly|fortnightly|every two weeks|(?:per|a|/)\s*(?:fortnight|two weeks)|aux deux semaines",
    ),
    (
        "half-month",
        r"semi-?monthly|twice (?:a|per|each) month|(?:per|a|/|every)\s*half[- ]month|every (?:15|fifteen) days"
        r"|deux fois par mois|bi-?mensuel(?:le)?|quincenal(?:es)?|cada quincena",
    ),
    ("week", r"(?:per|a|/|par|la)\s*(?:week|wk|semaine)\b|weekly|hebdomadaire"),
    (
        "month",
        r"(?:per|a|/|par|le|each|every|al|por|ao)\s*(?:month|mois|mo|mth|mes|mês)\b|monthly|p\.?\s?m\.?(?![a-z])"
        r"|mensuel(?:le)?s?|mensuellement|mensual(?:es)?|mensa(?:l|is)",
    ),
    (
        "year",
        r"(?:per|a|/|par|l['’])\s*(?:year|yr|annum|an|année)\b|annually|yearly|annual|p\.?\s?a\.?(?![a-z])|lpa"
        r"|annuel(?:le)?|annuellement|anual",
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


def parse_amount(text: str, local: Local = NOWHERE) -> Amount | None:
    """Read the first amount in a text, a bare number too: ``24,50 $ de l'heure`` is 24.50 an hour."""
    return next(_amounts(text, bare=True, local=local), None)


@lru_cache(maxsize=8192)
def find_amounts(text: str, local: Local = NOWHERE) -> tuple[Amount, ...]:
    """Give every amount in running text that has a currency, in order.

    ``local`` are the currencies of the countries of which the text speaks: they say what "Rs" and "F CFA" are, and
    that "P 13,500" is an amount at all.
    """
    return tuple(_amounts(text, bare=False, local=local)) if re.search(r"\d", text) else ()


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
        "half-month": _MONTHS_A_YEAR * 2,
        "month": _MONTHS_A_YEAR,
        "year": Decimal(1),
    }
    return amount.value * times[amount.per] if amount.per in times else None


def number(text: str) -> Decimal | None:
    """Read a number with English, French, German or Indian grouping: ``1 234,56``, ``15.500,00``, ``1,50,000``.

    Some money has thousandths: what follows a group of thousands by another mark is a fraction, as in ``1 234,567``.
    """
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
    if len(tail) != 3 or whole == "0" or (whole.isdigit() and len(whole) > _GROUP):
        return False
    return all(sign == mark for sign in whole if sign in ".,")


def _amounts(text: str, bare: bool, local: Local) -> Iterator[Amount]:
    end = 0
    for match in _pattern().finditer(text):
        value = number(match["number"])
        if value is None or not (bare or match["before"] or match["after"] or match["words"]):
            continue
        per = _per(text, end, match)
        before, after = (_mark(match, side, value, per, local) for side in ("before", "after"))
        told = currencies.told_in_words(match["words"].lower(), local) if match["words"] else None
        if not (bare or before or after or told):
            continue
        value *= _SCALES.get((match["scale"] or "").lower(), 1)
        currency = _closer(before, after, local) or told
        if currency in _OF_THOUSANDTHS and _THOUSANDTHS.fullmatch(match["number"].strip()):
            value /= 1000
        yield Amount(
            value.quantize(Decimal("0.01")) if value % 1 else value.to_integral_value(), currency, per
        )
        end = match.end()


_OF_THOUSANDTHS = frozenset(("KWD", "BHD", "OMR", "JOD"))
_THOUSANDTHS = expression(r"\d{2,3}\.\d{3}")
"""How these are written to the thousandth: "KD 165.000" is a hundred and sixty-five."""


def _mark(match: re.Match[str], side: str, value: Decimal, per: Per | None, local: Local) -> str | None:
    """Give the mark before or after a number, if it is one of money there."""
    mark: str | None = match[side]
    if mark is None or (_is_article(mark, value) if side == "before" else mark.strip(" ()") == "le"):
        return None
    mark = mark.strip(" \u00a0()").lower()
    *_, last = mark.split()
    if currencies.is_plain(last) or currencies.is_plain(mark):
        return mark
    by_itself = last in currencies.signs()
    told = currencies.meaning(last, local) or (by_itself and last.isalpha() and per)
    return mark if told and (not by_itself or _GROUPED.match(match["number"])) else None


def _is_article(mark: str, value: Decimal) -> bool:
    """True for the French article before a day: "le 3 mars" is no sum of Egyptian pounds, "LE 3,000" is one.

    Behind a number only capitals are the mark: "depuis mars 2023 le poste" tells no money.
    """
    return mark.strip().lower() == "le" and (mark.strip() != "LE" or value <= _DAYS)


def _closer(before: str | None, after: str | None, local: Local) -> str | None:
    """Give the currency of the more telling of two marks around a number: ``$24.00 CAD`` is Canadian."""
    first, second = _currency(before, local), _currency(after, local)
    vague = before in {"£", "rs", "rs."} or before in currencies.signs()
    return second if after and second and (vague or first is None) else first


def _per(text: str, start: int, match: re.Match[str]) -> Per | None:
    after = _PERIOD_AFTER.match(text, match.end())
    if after:
        return _period(after["words"])
    before = _PERIOD_BEFORE.match(text[max(start, match.start() - _NEAR) : match.start()])
    return _period(before["adjective"] or before["phrase"]) if before else None


def _period(words: str) -> Per | None:
    return next((per for per, pattern in _PERIODS if pattern.fullmatch(words)), None)


@cache
def _pattern() -> re.Pattern[str]:
    marks = "|".join(re.escape(mark) for mark in currencies.marks())
    signs = "".join(re.escape(sign.upper()) for sign in currencies.signs())
    mark = rf"(?:(?<![a-z])(?:{marks})(?![a-z])|(?<![\w.])(?-i:[{signs}])(?![\w.]*[a-z]))"
    scales = "|".join(_SCALES)
    words = rf"\((?=[^()\d]*{currencies.number_words()})(?P<words>[^()\d]{{3,160}})\)"
    return expression(
        rf"(?P<before>(?:{mark}[ \u00a0]?\(?){{1,2}})?(?:/-)?{_SPACE}?(?<![\d.,])(?P<number>{_NUMBER}){_NOT_PART}"
        rf"(?:/-)?(?:{_SPACE}?(?P<scale>{scales})\b)?(?:{_SPACE}?(?:only{_SPACE})?{words})?"
        rf"(?P<after>{_SPACE}?\(?{mark}|\){_SPACE}{mark}(?!{_SPACE}?\d))?",
        re.IGNORECASE,
    )


def _currency(mark: str | None, local: Local) -> str | None:
    if not mark:
        return None
    words = [mark, *reversed(re.split(r"[ \u00a0(]+", mark))]
    return next((code for word in words if (code := currencies.meaning(word, local))), None)
