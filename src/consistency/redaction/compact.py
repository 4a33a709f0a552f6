"""A text without its blanks, signs, case, accents and scripts, each letter with its place in the text.

What is looked for in it is found however it is written: ``SAMPLE, Noor``, ``noor.sample``, ``Noor Sam-\nple`` and
``NoorSample`` all hold ``noor`` and ``sample`` letter by letter.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from msgspec import Struct

from consistency.normalizer.text import fold


@lru_cache(maxsize=4096)
def _letters(sign: str) -> str:
    return fold(sign).replace(" ", "")


def compacted(text: str) -> str:
    """Give the letters and digits alone, as they are compared."""
    return "".join(map(_letters, text))


class Compact(Struct, frozen=True):
    """The letters of a text, and the place of each."""

    text: str
    letters: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Compact:
        """Take a text apart."""
        pairs = [(letter, place) for place, sign in enumerate(text) for letter in _letters(sign)]
        return cls(text, "".join(letter for letter, _ in pairs), tuple(place for _, place in pairs))

    def span(self, start: int, length: int) -> tuple[int, int]:
        """Give the place in the text of so many letters: from, and up to but without."""
        end = self.places[start + length - 1] + 1
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1
        return self.places[start], end

    def stands_alone(self, start: int, end: int) -> bool:
        """Say whether a place in the text begins and ends where a word does, also within ``NoorSample2024``."""
        return self._is_edge(start) and self._is_edge(end)

    def _is_edge(self, place: int) -> bool:
        if place in (0, len(self.text)):
            return True
        before, after = self.text[place - 1], self.text[place]
        if not (before.isalnum() and after.isalnum()):
            return True
        return before.isdigit() != after.isdigit() or (before.islower() and after.isupper())
