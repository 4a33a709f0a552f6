"""Currencies: the marks and words by which papers name them, some of which are another money in each country."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from consistency.normalizer import tables
from consistency.normalizer.expressions import expression, longest_first

Local = frozenset[str]
"""The currencies (ISO 4217) of the countries of which a text speaks."""

NOWHERE: Local = frozenset()
_SHORT = 4


@cache
def of_country(country: str) -> Local:
    """Give the currencies of a country (alpha-2) whose marks it shares with others."""
    return frozenset(code for code, local in _local().items() if country in local["countries"])


def of_countries(countries: Iterable[str]) -> Local:
    """Give the currencies of several countries."""
    return NOWHERE.union(*map(of_country, countries))


def is_settled(code: str | None) -> bool:
    """Tell whether an amount in a currency is in that one in every country: it shares no mark with others."""
    return code is not None and code not in _local()


def meaning(mark: str, local: Local = NOWHERE) -> str | None:
    """Give the currency of a mark: the one so called in the countries spoken of, else what it is everywhere."""
    here = [code for code in sorted(local) if code in _local() and mark in _local()[code]["marks"]]
    if len(here) == 1:
        return here[0]
    everywhere = _everywhere().get(mark)
    return everywhere if everywhere != "$" else None


def is_plain(mark: str) -> bool:
    """Tell whether a mark is money wherever it stands; "P", "da" and "fc" are that in their countries only."""
    return mark in _everywhere() or len(mark) > _SHORT


@cache
def marks() -> tuple[str, ...]:
    """Give all marks and words of more than one sign, and the signs that are nothing but a currency."""
    shared = {mark for local in _local().values() for mark in local["marks"]}
    return tuple(longest_first({*_everywhere(), *shared} - set(signs())))


@cache
def signs() -> tuple[str, ...]:
    """Give the single signs, letters mostly, that are a currency in some country, and much else besides."""
    shared = {mark for local in _local().values() for mark in local["marks"]}
    return tuple(sorted(mark for mark in shared - _everywhere().keys() if len(mark) == 1))


@cache
def codes() -> tuple[str, ...]:
    """Give the codes of all currencies (ISO 4217), lower case."""
    return tuple(sorted(code.lower() for code in {*tables.toml("currencies"), *_local()} if code.isalpha()))


def told_in_words(text: str, local: Local = NOWHERE) -> str | None:
    """Give the currency of an amount in words, lower case and without accents: "rupees five thousand only"."""
    if not _numbers().search(text):
        return None
    found = {code for match in _words().finditer(text) if (code := meaning(match[0], local))}
    return next(iter(found)) if len(found) == 1 else None


@cache
def number_words() -> str:
    """Give the expression that matches a word of a number."""
    return rf"\b(?:{'|'.join(longest_first(tables.toml('number_words')['words']))})\b"


@cache
def _numbers() -> re.Pattern[str]:
    return expression(number_words())


@cache
def _words() -> re.Pattern[str]:
    words = "|".join(
        re.escape(mark) for mark in marks() if len(mark) >= 3 and mark.replace(" ", "").isalpha()
    )
    return expression(rf"\b(?:{words})\b")


@cache
def _local() -> dict[str, dict[str, Any]]:
    return tables.toml("local_currencies")


@cache
def _everywhere() -> dict[str, str]:
    return {
        mark: code for code, names in tables.toml("currencies").items() for mark in (code.lower(), *names)
    }
