"""In which language a paper is written: by its letters, else by its commonest words."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from consistency.extractors.wording.prose import plain
from consistency.normalizer import tables

READ = frozenset({"en", "fr"})
"""The languages whose sentences are read."""

_LONGEST = 20_000
"""So many characters tell the language of a text."""
_FEWEST_LETTERS = 30
"""A paper with fewer letters of a script says nothing about its language."""
_LATIN = "\u036f"
"""The last of the letters, and marks over letters, of Latin script; the letters of all others stand behind it."""
_FEWEST_WORDS, _SHARE = 6, 0.12
"""So many of a text's words, and such a share, are the commonest of its language."""
_MORE = 1.5
"""By so much the commonest words of another language must outnumber those of English and French."""
_OWN = 0.01
"""The share of a text's letters that are a language's own, from which it is that one of those with one script."""


class Language(Struct, frozen=True):
    """A language: its code, its name, and the words by which its dates and passport numbers are known."""

    code: str
    name: str
    words: frozenset[str] = frozenset()
    letters: str = ""
    own: str = ""
    day: tuple[str, ...] = ()
    passport: tuple[str, ...] = ()


@cache
def languages() -> Mapping[str, Language]:
    """Give the languages that are known, by code."""
    table = tables.read(Path(__file__).with_suffix(".toml"))
    return {
        code: Language(
            code,
            entry["name"],
            frozenset(entry.get("words", ())),
            entry.get("letters", ""),
            entry.get("own", ""),
            tuple(map(plain, entry.get("day", ()))),
            tuple(map(plain, entry.get("passport", ()))),
        )
        for code, entry in table.items()
    }


@lru_cache(maxsize=256)
def language(text: str) -> str | None:
    """Give the code (ISO 639-1) of the language that most of a text is written in; None for too short a text."""
    beginning = text[:_LONGEST]
    return _by_letters(beginning) or _by_words(beginning)


def _by_letters(text: str) -> str | None:
    """Tell a language that is not written in Latin letters; of several with one script, the one with own letters."""
    low = text.lower()
    if sum(sign > _LATIN for sign in low) < _FEWEST_LETTERS:
        return None
    letters = sum(map(str.isalpha, low))
    found = {
        one.code: len(re.findall(f"[{one.letters}]", low)) for one in languages().values() if one.letters
    }
    most = max(found.values(), default=0)
    if most < _FEWEST_LETTERS or most * 2 < letters:
        return None
    return _by_own_letters(low, [code for code, count in found.items() if count >= 0.9 * most], most)


def _by_own_letters(low: str, alike: Sequence[str], most: int) -> str:
    """Tell of languages with one script the one whose own letters stand in a text, else the one that has none."""
    own = {
        code: len(re.findall(f"[{languages()[code].own}]", low)) for code in alike if languages()[code].own
    }
    for code in reversed(own):  # what is written with more letters of its own stands later in the table
        if own[code] >= max(_OWN * most, 1):
            return code
    return next((code for code in alike if code not in own), alike[0])


def _by_words(text: str) -> str | None:
    words = re.findall(r"[^\W\d_]+", plain(text))
    told = Counter(words)
    counts = {one.code: sum(told[word] for word in one.words) for one in languages().values() if one.words}
    read = max((counts[code] for code in READ), default=0)
    other = max((code for code in counts if code not in READ), key=lambda code: counts[code])
    enough = max(_FEWEST_WORDS, _SHARE * len(words))
    if counts[other] >= enough and counts[other] > _MORE * read:
        return other
    if read == 0:
        return None
    return "fr" if counts["fr"] > counts["en"] else "en"
