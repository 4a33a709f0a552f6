"""Words that are nobody's: those of forms, letters, rules, trades and places, from the tables that the house has.

A word that is not among them, in a file's name, may be a person's; a name that is among them ("Baker") is taken for a
name only where it is written like one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import consistency
from consistency.comparator.engine import all_rules
from consistency.normalizer import tables
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import tokens

_ROOT = Path(consistency.__path__[0])
_ROOMS = ("extractors", "comparator", "normalizer")
_SENTENCES = ("clocks", "views", "reports")
"""Rooms that write sentences of their own, without an invented person in an example."""
_NOT_WORDS = frozenset({"names.toml", "places.toml", "mrz_letters.toml"})
_PLACES = ("cities.tsv", "areas.tsv", "places.toml", "countries.json", "territories.toml")
_COMPOUND = expression(r"(?<=[a-z])(?=[A-Z])|_")


@cache
def listed(group: str) -> frozenset[str]:
    """Give a list of ``words.toml``."""
    told: dict[str, list[str]] = tables.read(Path(__file__).parent / "words.toml")
    return frozenset(told[group])


@cache
def words() -> frozenset[str]:
    """Give the words of forms, letters, rules and trades, folded."""
    files = [p for room in _ROOMS for p in (_ROOT / room).rglob("*.toml") if p.name not in _NOT_WORDS]
    files += [p for room in _SENTENCES for p in (_ROOT / room).rglob("*.py")]
    texts = [path.read_text(encoding="utf-8") for path in files]
    texts += [text for one in all_rules().values() for text in (one.title, one.why, one.advice)]
    apart = _COMPOUND.sub(" ", " ".join(texts))
    return (
        listed("files") | listed("others") | frozenset(word for word in tokens(apart) if not word.isdigit())
    )


@cache
def places() -> frozenset[str]:
    """Give the words in the names of countries, provinces and cities, folded."""
    data = _ROOT / "normalizer" / "data"
    texts = [(data / name).read_text(encoding="utf-8") for name in _PLACES]
    return frozenset(word for word in tokens(" ".join(texts)) if not word.isdigit())


def is_common(word: str) -> bool:
    """Say whether a folded word may stand in anybody's papers."""
    return word in words() or word in places()
