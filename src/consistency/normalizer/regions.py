"""Parts of the world: which countries they hold, and what people call them."""

from functools import cache

from consistency.normalizer import tables
from consistency.normalizer.text import fold


def one_region(a: str, b: str) -> bool:
    """Tell whether two countries (alpha-2) lie in one part of the world, so that people visit both in one journey."""
    return any(a in codes and b in codes for _, codes in _regions())


def countries_of(name: str, *, sure: bool) -> frozenset[str]:
    """Give the countries (alpha-2) of a part of the world by its name ("Europe", "the Schengen area"); none unknown.

    ``sure`` leaves out the countries at a border, which some count to another part (Turkey, Egypt, Georgia).
    """
    called = fold(name).removeprefix("the ")
    inside = frozenset(code for words, codes in _regions() if called in words for code in codes)
    others = (c for words, c in _regions() if called not in words and not (inside <= c or c <= inside))
    return inside.difference(*others) if sure else inside


def state_of(code: str) -> str:
    """Give the state (alpha-2) under which people tell a territory: China for Hong Kong; a state stands for itself."""
    return _territories().get(code, code)


@cache
def _territories() -> dict[str, str]:
    table = tables.toml("territories")
    return {code: state for state, codes in table.items() for code in codes.split()}


@cache
def _regions() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    table = tables.toml("regions").values()
    return tuple((frozenset(region["words"]), frozenset(region["codes"].split())) for region in table)
