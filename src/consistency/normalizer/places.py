"""Places: cities, provinces and countries in the ways in which papers write them."""

import re
from functools import cache

from consistency.normalizer import tables
from consistency.normalizer.cities import (
    PART,
    POSTAL_CODE,
    compare_cities,
    countries_of_town,
    country_of_city,
    is_town,
    lies_in,
    one_area,
    province,
)
from consistency.normalizer.countries import (
    compare_countries,
    country,
    country_from_ircc,
    country_from_mrz,
    historic,
    name_of,
)
from consistency.normalizer.expressions import expression, longest_first
from consistency.normalizer.text import beginning, fold

__all__ = [
    "compare_cities",
    "compare_countries",
    "countries_of_town",
    "country",
    "country_from_ircc",
    "country_from_mrz",
    "country_of_address",
    "country_of_city",
    "find_country",
    "historic",
    "is_town",
    "name_of",
    "names_house",
    "one_area",
    "province",
    "split_place",
]

_CANADIAN_CODE = expression(r"\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d\b")
_SURE_CODES = frozenset({"ON", "QC", "NS", "AB", "NB"})
"""Provinces whose code stands for nothing else where addresses are written."""

_BRAZILIAN = expression(
    r"([^,;/\n]+?)(?:\s*[/,]\s*|\s*[-–—]\s*)(?:A[CLMP]|BA|CE|DF|ES|GO|M[AGST]|P[ABEIR]|R[JNORS]|S[CEP]|TO)"
)
"""A town and its state as they are written in Brazil: "Contagem/MG"; many of the codes are those of countries, "
"too."""


def is_district(text: str, country: str | None = None) -> bool:
    """Tell whether a text names a province or district, and no town: some passports print it as the place of birth.

    Of a ``country`` that is known it is one though a town elsewhere is called so: Manchester in Jamaica.
    """
    if country in _PRINTED_WHOLE and fold(text) in map(
        fold, tables.toml("places")["districts"].get(country, ())
    ):
        return True
    return fold(text) in _districts() and not is_town(text)


def find_country(text: str) -> str | None:
    """Give the country of a place such as ``Cebu, Philippines`` or ``Toronto, ON``, or None."""
    return split_place(text)[1]


def split_place(text: str) -> tuple[str | None, str | None]:
    """Give city (as written) and country (alpha-2) of a place; None for what it does not tell.

    ``Houston, United States of America`` is Houston and US, ``Toronto, ON`` is Toronto and CA, ``Iran`` has no city,
    ``Nairobi`` has a country where the city is well known, and ``St. John's Hospital, Nairobi`` is in Nairobi.
    """
    bare = re.sub(r"\s*\(\s*([^()]+)\)\s*$", r", \1", beginning(text.strip()))
    if (state := _BRAZILIAN.fullmatch(bare)) and country_of_city(state[1]) == "BR":
        return state[1], "BR"
    parts = _without_houses(_parts(bare))
    if not parts:
        return None, None
    if len(parts) == 1:
        return _one_part(parts[0])
    if led := _led_by_country(parts, listed="," in bare):
        return led
    city = None if country(parts[0]) and not country_of_city(parts[0]) else parts[0]
    return city, _country_of_parts(parts)


def _without_houses(parts: list[str]) -> list[str]:
    """Leave out the hospital of a place of birth; of ``Civil Hospital Ludhiana`` the town is left."""
    if not any(map(names_house, parts)):
        return parts
    house = _house()
    kept = [part for part in parts if not names_house(part)]
    if kept:
        return kept
    towns = (house.sub("", fold(part)).strip() for part in parts)
    return [town.title() for town in towns if country_of_city(town)]


def names_house(text: str) -> bool:
    """Tell whether a text names a hospital or the like, where people are born and work: it is no town."""
    return _house().search(fold(text)) is not None


def _led_by_country(parts: list[str], *, listed: bool) -> tuple[str, str] | None:
    """Read a place that begins with its country: ``Colombia - Quindío - Armenia`` is Armenia in Colombia.

    Between commas the last part has to be a town that is known there, as ``Jordan, Michael`` is none.
    """
    code = country(parts[0])
    if code is None or country_of_city(parts[0]):
        return None
    last = parts[-1]
    if lies_in(last, code):
        return last, code
    if len(parts) > 2 and code in _region_countries(last) and lies_in(parts[1], code):
        return parts[1], code
    unknown = not _region_countries(last) and country_of_city(last) is None
    return (last, code) if unknown and not listed and len(parts[0]) > 3 else None


def country_of_address(text: str) -> str | None:
    """Give the country of an address in free text, or None where it does not tell one for certain.

    A country, a Canadian postal code, a province with its town, else a town known by its name alone: ``London`` is
    in the United Kingdom, ``London ON`` in Canada, and ``Recife, PE`` is in no province.
    """
    parts = _parts(beginning(text))
    if not parts:
        return None
    told = country(parts[-1]) if province(parts[-1]) is None else None
    if told or _CANADIAN_CODE.search(text.upper()):
        return told or "CA"
    *before, last = parts[-1].split()
    code = last.replace(".", "")
    towns = [*parts, " ".join(before)]
    by_town = next((found for town in reversed(towns) if town and (found := country_of_city(town))), None)
    if province(code) and len(code) == 2:
        return "CA" if code in _SURE_CODES or by_town == "CA" else by_town
    return split_place(", ".join(parts))[1] or by_town


def _parts(text: str) -> list[str]:
    """Give what stands between the commas, dashes and line ends of a place, as far as there are words in it."""
    parts = (part.strip(" .()") for part in PART.split(text))
    return [part for part in parts if part.strip()]


def _one_part(text: str) -> tuple[str | None, str | None]:
    code = country(text)
    if code:
        return (text if fold(text) in _city_states() else None), code
    by_city = country_of_city(text)
    if province(text) and by_city != "CA":  # Ontario is no town of California, Québec is a town too
        return None, "CA"
    if by_city:
        return text, by_city
    words = POSTAL_CODE.sub("", text).split()
    if len(words) > 1 and province(words[-1]):
        return " ".join(words[:-1]), "CA"
    for size in range(min(4, len(words) - 1), 0, -1):
        code = country(" ".join(words[-size:]))
        if code and (size > 1 or len(words[-1]) > 2):
            return " ".join(words[:-size]), code
    return text, None


def _country_of_parts(parts: list[str]) -> str | None:
    """Read the parts from the last: a country, a province or state, else the country of the city."""
    last = parts[-1]
    by_city = country_of_city(parts[0])
    regions = _region_countries(last)
    if by_city and by_city in regions:
        return by_city
    if regions:
        return regions[0]
    earlier = next((code for part in reversed(parts[1:-1]) if (code := country(part))), None)
    return earlier or by_city


def _region_countries(text: str) -> list[str]:
    """Give the countries that a last part may mean, likeliest first: ``CA`` is Canada, then California."""
    words = text.split()
    without_code = " ".join(word for word in words if not any(sign.isdigit() for sign in word))
    found = [country(text), country(without_code)]
    if province(without_code):
        found.append("CA")
    if without_code in _states() or fold(without_code) in _states():
        found.append("US")
    return list(dict.fromkeys(code for code in found if code))


@cache
def _house() -> re.Pattern[str]:
    """Match a house of birth in a folded part, from the part's beginning to the words that lead to its town."""
    words, joints = (
        "|".join(longest_first(tables.toml("places")["houses"][name])) for name in ("words", "joints")
    )
    return expression(rf"^.*\b(?:{words})\b(?: (?:{joints})\b)*")


@cache
def _city_states() -> frozenset[str]:
    return frozenset(map(fold, tables.toml("places")["city_states"]["names"]))


_PRINTED_WHOLE = frozenset(("JM", "JP"))
"""States whose passports print the parish or prefecture and never the town."""


@cache
def _districts() -> frozenset[str]:
    return frozenset(fold(name) for names in tables.toml("places")["districts"].values() for name in names)


@cache
def _states() -> frozenset[str]:
    states = tables.toml("places")["states"]
    return frozenset(states) | frozenset(map(fold, states.values()))
