"""Cities and towns: their names, former and other ones, in which country each lies, and which lie around one."""

import re
from functools import cache, lru_cache

from consistency.normalizer import spelling, tables
from consistency.normalizer.agreement import Agreement, different, same, variant
from consistency.normalizer.expressions import expression, longest_first
from consistency.normalizer.text import beginning, fold

POSTAL_CODE = expression(r"\s*\b[A-Z]\d[A-Z] ?\d[A-Z]\d$")
"""A Canadian one, behind a town."""
_ARTICLE = expression(r"^(?:al|el|ad|ar|as|at|le|la|les|los|las) ?")
_SAINT = expression(r"\bst(e?)\b")
_IN_BRACKETS = expression(r"\s*\([A-Z]{2,3}\)\s*$")
"""The code of a province or a country behind a town."""
PART = expression(r"\s*[,;\n]\s*|\s+[-–—/|]\s+")
"""What parts a town from its state or country."""


def country_of_city(city: str) -> str | None:
    """Give the country of a larger city where no place of that name elsewhere comes near it in size, or None.

    Source: GeoNames, places of 40 000 inhabitants and more, four times the next of that name.
    """
    folded = fold(city)
    known = _cities()
    for name in (folded, _bare(folded)):
        if name in known:
            return known[name]
    other_names = _renamed().get(folded, ())
    return next((known[name] for name in other_names if name in known), None)


@lru_cache(maxsize=8192)
def is_town(text: str) -> bool:
    """True for the name of a town of some country, also where places of several countries share it.

    >>> is_town("Kochi"), is_town("San-Pédro"), is_town("Fine Dining")
    (True, True, False)
    """
    if country_of_city(text) is not None:
        return True
    return bool(countries_of_town(text))


@lru_cache(maxsize=8192)
def countries_of_town(text: str) -> frozenset[str]:
    """Give the countries (alpha-2) that have a town of a name.

    >>> sorted(countries_of_town("Colombo"))
    ['BR', 'LK']
    """
    known = _countries_by_town()
    return frozenset().union(*(known.get(name, ()) for name in _all_names(text) if name))


def province(text: str) -> str | None:
    """Give the two-letter code of a Canadian province or territory from its code in capitals or its name, or None."""
    stripped = text.strip().strip(".")
    if stripped in tables.toml("places")["provinces"]:
        return stripped
    return _provinces().get(fold(stripped))


def lies_in(text: str, code: str) -> bool:
    """Tell whether a text names a town of a country (alpha-2)."""
    return country_of_city(text) == code or _bare(fold(text)) in _areas().get(code, {})


def compare_cities(a: str, b: str) -> Agreement:
    """Compare two cities: renamed and romanised names, and names of a town and its area, are variants."""
    first, second = (_SAINT.sub(r"saint\1", fold(_town(beginning(city)))) for city in (a, b))
    if first == second or first.replace(" ", "") == second.replace(" ", ""):
        return same()
    if _is_renamed(first, second):
        return variant("two names of one city")
    bare, other = _bare(first), _bare(second)
    if bare and (bare == other or _is_renamed(bare, other)):
        return variant("a city and the area of its name")
    if spelling.key(bare) == spelling.key(other) or _article_only(bare, other):
        return variant("two spellings of one city")
    return different("another city")


def one_area(a: str, b: str, code: str) -> bool | None:
    """Say whether two towns of a country (alpha-2) lie around one city; None where one of them is not a known town.

    Source: GeoNames, places of 15 000 inhabitants and more; for Canada the boroughs and suburbs of its cities too.
    """
    areas = _areas().get(code, {})
    names = [_all_names(text) for text in (a, b)]
    first, second = (frozenset().union(*(areas.get(name, ()) for name in own)) for own in names)
    if first & second:
        return True
    known = all(any(name in areas or country_of_city(name) == code for name in own) for own in names)
    return False if known else None


def _all_names(text: str) -> frozenset[str]:
    """Give the folded names of a town, the former ones too."""
    folded = fold(_town(text))
    names = {folded, _bare(folded)}
    return frozenset(map(_bare, names.union(*(_renamed().get(name, ()) for name in names))))


def _town(text: str) -> str:
    """Give the first part, without the code of a province that follows a town: ``BRAMPTON ON``, ``Laval (QC)``."""
    text = _IN_BRACKETS.sub(" ", text)
    parts = [part for part in PART.split(text.strip()) if part.strip()]
    *town, code = (POSTAL_CODE.sub("", parts[0]) if parts else text).split() or [""]
    return (
        " ".join(town)
        if town and code.isupper() and len(code) == 2 and province(code)
        else (parts or [text])[0]
    )


def _is_renamed(a: str, b: str) -> bool:
    return b in _renamed().get(a, ())


def _article_only(a: str, b: str) -> bool:
    return bool(a and b) and (_ARTICLE.sub("", a) == b or _ARTICLE.sub("", b) == a)


def _bare(folded: str) -> str:
    """Leave out the words for the kind of place and the number of a quarter, but never the whole name."""
    if " " not in folded:  # as most towns, of which there are very many
        return folded
    before, after = _kinds()
    shorter = after.sub("", before.sub("", folded))
    return shorter or folded


@cache
def _kinds() -> tuple[re.Pattern[str], re.Pattern[str]]:
    kinds = tables.toml("places")["kinds"]
    before, after = ("|".join(longest_first(kinds[side])) for side in ("before", "after"))
    return expression(rf"^(?:{before}) "), expression(rf" (?:{after}|ward \d+|\d{{1,6}})$")


@cache
def _cities() -> dict[str, str]:
    rows = (line.split("\t") for line in tables.lines("cities"))
    return {name: code for code, names in rows for name in names.split("|")}


@cache
def _areas() -> dict[str, dict[str, frozenset[int]]]:
    """Map each country's towns to the numbers of the areas in which they lie."""
    found: dict[str, dict[str, frozenset[int]]] = {}
    listed = [line.split("\t") for line in tables.lines("areas")]
    areas = [(code, names.split("|")) for code, names in listed]
    areas += [("CA", list(map(fold, towns))) for towns in tables.toml("places")["areas"]["canada"]]
    for number, (code, names) in enumerate(areas):
        towns = found.setdefault(code, {})
        for name in map(_bare, names):
            towns[name] = towns.get(name, frozenset()) | {number}
    return found


@cache
def _countries_by_town() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for code, towns in _areas().items():
        for name in towns:
            found.setdefault(name, set()).add(code)
    return found


@cache
def _provinces() -> dict[str, str]:
    return {fold(name): code for code, names in tables.toml("places")["provinces"].items() for name in names}


@cache
def _renamed() -> dict[str, tuple[str, ...]]:
    """Map every folded name of a renamed city to all its names."""
    found: dict[str, tuple[str, ...]] = {}
    for names in tables.toml("places")["cities"]["renamed"]:
        group = tuple(map(fold, names))
        found |= {name: tuple(dict.fromkeys((*found.get(name, ()), *group))) for name in group}
    return found
