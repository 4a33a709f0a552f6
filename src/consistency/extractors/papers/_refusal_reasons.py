"""Which grounds of refusal a sentence names, by rows of words and not by exact phrases."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from consistency.normalizer.text import fold

_TABLE = Path(__file__).with_suffix(".toml")
_NEAR, _FAR = 3, 60
_ADVERSE = frozenset(
    [
        "not",
        "no",
        "nor",
        "without",
        "insufficient",
        "insufficiently",
        "inadequate",
        "limited",
        "weak",
        "weakly",
        "lack",
        "lacks",
        "lacking",
        "unable",
        "fail",
        "fails",
        "failed",
        "minimal",
        "few",
        "little",
        "doubt",
        "doubts",
        "concern",
        "concerns",
        "concerned",
        "unclear",
        "unsatisfied",
        "dissatisfied",
        "neither",
        "never",
        "cannot",
        "inconsistent",
        "unreasonable",
        "poor",
        "modest",
        "negative",
        "refused",
        "refuse",
        "refusing",
        "low",
        "unlikely",
        "unconvincing",
        "questionable",
        "ineligible",
        "based",
        "regarding",
        "following",
        "due",
        "given",
        "reason",
        "reasons",
        "because",
        "pas",
        "non",
        "ne",
        "aucun",
        "aucune",
        "insuffisant",
        "insuffisants",
        "insuffisante",
        "insuffisantes",
        "faible",
        "faibles",
        "manque",
        "limite",
        "limitee",
        "limites",
        "limitees",
        "doute",
        "doutes",
        "compte",
        "raison",
        "raisons",
        "incapable",
        "peu",
        "absence",
        "sans",
        "notsatisfied",
        "outweigh",
        "unstable",
        "temporary",
    ]
)
_UMBRELLA = "will-leave"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A row of words: each a tuple of choices; ``gaps`` says how many words may stand before each."""

    slug: str
    words: tuple[tuple[str, ...], ...]
    gaps: tuple[int, ...]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


@cache
def _phrases() -> tuple[_Phrase, ...]:
    """Give all phrases, the longest first."""
    found = [_phrase(slug, text) for slug, texts in _table()["phrases"].items() for text in texts]
    return tuple(sorted(found, key=lambda phrase: -len(phrase.words)))


@cache
def _always() -> frozenset[str]:
    return frozenset(_table()["always"])


def _phrase(slug: str, text: str) -> _Phrase:
    words, gaps, gap = [], [], _NEAR
    for word in text.split():
        if word == "...":
            gap = _FAR
            continue
        words.append(tuple(word.split("|")))
        gaps.append(gap)
        gap = _NEAR
    return _Phrase(slug, tuple(words), tuple(gaps))


def reasons_in(sentence: str, *, adverse: bool = True) -> tuple[str, ...]:
    """Name the grounds that a sentence gives, in its order; none for a sentence that holds nothing against anyone.

    ``adverse=False`` takes the sentence as a ground whatever its words: a bullet below "for these reasons",
    a checked box. The umbrella "will not leave Canada" is named only where nothing more special is.
    """
    words = _words(sentence)
    against = not adverse or any(word in _ADVERSE for word in words)
    hits = sorted(_hits(words))
    slugs = [slug for _, slug in hits if against or slug in _always()]
    special = [slug for slug in dict.fromkeys(slugs) if slug != _UMBRELLA]
    return tuple(special) or tuple(dict.fromkeys(slugs))


def _words(sentence: str) -> list[str]:
    """Give the folded words, those written out that officers shorten."""
    short = _table()["short"]
    words = fold(sentence.replace("'", " ").replace("’", " ")).split()
    return [part for word in words for part in short.get(word, word).split()]


def _hits(words: list[str]) -> Iterator[tuple[int, str]]:
    free = list(words)
    for number in sorted({number for word in set(words) for number in _opened_by(word)}):
        phrase = _phrases()[number]
        while at := _match(phrase, free):
            yield at[0], phrase.slug
            for place in at:
                free[place] = ""


@cache
def _opened_by(word: str) -> tuple[int, ...]:
    """Give the numbers of the phrases that a word may begin."""
    return tuple(n for n, phrase in enumerate(_phrases()) if _is(word, phrase.words[0]))


def _match(phrase: _Phrase, words: list[str]) -> list[int] | None:
    for start, word in enumerate(words):
        if word and _is(word, phrase.words[0]) and (places := _follow(phrase, words, start)):
            return places
    return None


def _follow(phrase: _Phrase, words: list[str], start: int) -> list[int] | None:
    places = [start]
    for choices, gap in zip(phrase.words[1:], phrase.gaps[1:], strict=True):
        begin = places[-1] + 1
        found = next(
            (i for i in range(begin, min(begin + gap + 1, len(words))) if _is(words[i], choices)), None
        )
        if found is None:
            return None
        places.append(found)
    return places


@cache
def _is(word: str, choices: tuple[str, ...]) -> bool:
    """Tell whether a word is one of the choices: a stem, the word itself, or the word with one slip in it."""
    return bool(word) and any(_is_one(word, choice) for choice in choices)


def _is_one(word: str, choice: str) -> bool:
    if choice.endswith("*"):
        return word.startswith(choice[:-1])
    if word == choice:
        return True
    long = len(choice) >= 6 and word[0] == choice[0]
    return long and DamerauLevenshtein.distance(word, choice, score_cutoff=1) <= 1


def split_clauses(sentence: str) -> tuple[str, ...]:
    """Cut a sentence where its sense may turn: what is held against somebody may stand in one half only."""
    return tuple(
        part
        for part in re.split(r";|,?\s+(?:but|however|although|mais|toutefois|cependant)\s+", sentence)
        if part
    )
