"""Awards of schools: which levels a title may stand for, in whichever system, and which fields it is of.

A title is an interval of levels, because one word means several things: a *baccalauréat* ends secondary school in
France and is a first degree in Québec. Two titles differ only where their intervals are apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from consistency.normalizer import tables
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

SECONDARY, CERTIFICATE, DIPLOMA, BACHELOR = 0, 1, 2, 3
NAMES = (
    "secondary school", "a certificate", "a diploma", "a bachelor's degree", "a postgraduate diploma",
    "a master's degree", "a doctorate",
)  # fmt: skip


_OF_A_LEVEL = expression(
    r"\b(?:secondary|vocational|professional|general|higher|basic|primary|tertiary|compulsory)(?: \w+)? education\b"
)
"""How high a schooling goes (folded): no field of study, as in "diploma of secondary vocational education"."""
_ARTS_OR_SCIENCE = expression(
    r"\b(?:bachelors?|masters?|associate) (?:degree )?(?:of|in) (?:applied )?(?:arts?|sciences?)\b"
)
"""Names of degrees that tell no field."""


class Level(NamedTuple):
    """The lowest and the highest level that a title may stand for: 0 secondary school … 6 doctorate.

    ``step`` is its place on the ladder of one system, as the ladder's number and the rung: there the order of two
    titles is known although each may stand for the same level in the eyes of another system.
    """

    low: int
    high: int
    step: tuple[int, int] | None = None

    @property
    def vague(self) -> bool:
        """True for a word that says little more than that there is an award ("degree")."""
        return self.high - self.low > BACHELOR

    @property
    def words(self) -> str:
        """The level in words, the lowest that it may be."""
        return NAMES[self.low]

    def above(self, other: Level) -> bool:
        """True where it is certainly higher than another."""
        if self.step and other.step and self.step[0] == other.step[0]:
            return self.step[1] > other.step[1]
        return self.low > other.high

    def agrees(self, other: Level) -> bool:
        """True where both may be one level."""
        return not self.above(other) and not other.above(self)


class _Title(NamedTuple):
    words: str
    level: Level
    generic: bool


_PERMIT = expression(r"\bpost[- ]?graduat\w+ (?:\w+ )?permits?\b", re.IGNORECASE)
"""A permit of Canada for who studied there, and no award."""


@lru_cache(maxsize=8192)
def level(text: str | None) -> Level | None:
    """Give the levels that a title, or a box with field and level, may stand for; None where it names no award.

    Of several titles the highest counts: *Diploma of Bachelor* is a bachelor's degree. A word such as *degree* or
    *certificate* counts only by itself.
    """
    if not text:
        return None
    text = _PERMIT.sub(" ", text)
    found = [*_found(f" {fold(text)} "), *_abbreviated(text)]
    telling = [title for title in found if not title.generic] or found
    return max((title.level for title in telling), key=_height, default=None)


def highest(levels: Iterable[Level]) -> Level | None:
    """Give the highest level that any of several awards may stand for."""
    known = tuple(levels)
    if not known:
        return None
    top = max(known, key=_height)
    return Level(max(one.low for one in known), max(one.high for one in known), top.step)


def _height(level: Level) -> tuple[int, int, int]:
    return level.low, level.high, level.step[1] if level.step else 0


def _found(folded: str) -> list[_Title]:
    """Give the titles in a text, the longest first; a shorter one inside a longer one is none of its own."""
    titles: list[_Title] = []
    rest = folded
    for title in _titles():
        phrase = f" {title.words} "
        while phrase in rest:
            titles.append(title)
            rest = rest.replace(phrase, " | ", 1)
    return titles


def _abbreviated(text: str) -> list[_Title]:
    """Read B.Sc., B. Com and MBA by their capitals."""
    plain = re.sub(r"\b([A-Z]) (?=[A-Z][a-z]{0,4}\b)", r"\1", text.replace(".", "") if "." in text else text)
    return [title for word in re.findall(r"[^\W_]+", plain) if (title := _abbreviations().get(word))]


@lru_cache(maxsize=8192)
def subjects(text: str | None) -> frozenset[str]:
    """Give the fields of study that a text speaks of, as far as they are listed."""
    folded = f" {_OF_A_LEVEL.sub(' ', _ARTS_OR_SCIENCE.sub(' ', fold(text or '')))}"
    return frozenset(name for name, stems in _subjects().items() if any(stem in folded for stem in stems))


@cache
def _titles() -> tuple[_Title, ...]:
    found = [
        _Title(
            folded,
            Level(award["low"], award["high"], _steps().get(folded)),
            bool(award.get("generic", False)),
        )
        for award in tables.toml("awards")["award"]
        for word in award["words"]
        if (folded := fold(word))
    ]
    return tuple(sorted(found, key=lambda title: (-len(title.words), title.words)))


@cache
def _abbreviations() -> dict[str, _Title]:
    return {
        word: _Title(word, Level(entry["low"], entry["high"], _steps().get(word)), generic=False)
        for entry in tables.toml("awards")["abbreviation"]
        for word in entry["words"]
    }


@cache
def _steps() -> dict[str, tuple[int, int]]:
    """Give the rung of each title that stands on a ladder; abbreviations are as written, words are folded."""
    return {
        key: (number, rung)
        for number, ladder in enumerate(tables.toml("awards")["ladder"])
        for rung, titles in enumerate(ladder["rungs"])
        for title in titles
        for key in (title, fold(title))
    }


@cache
def _subjects() -> dict[str, tuple[str, ...]]:
    """Give the stems of each field, with the space that a word begins with."""
    return {
        name: tuple(f" {fold(stem)}" for stem in stems)
        for name, stems in tables.toml("awards")["subjects"].items()
    }
