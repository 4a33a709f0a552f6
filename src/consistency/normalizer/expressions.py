"""Regular expressions that are built when they are first used: a check uses a third of those that there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import Any, cast

from consistency import prepared

Search = Callable[..., re.Match[str] | None]

_ASKED_FOR = frozenset(
    ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "groups", "groupindex")
)


LONG = 200
"""Letters of a text from which cues are looked for in it before the expression is."""
MOST = 60
"""So many cues cost less than most expressions that have them."""
_OTHER_SMALL = re.compile("[ıſİ]")
"""Letters that an expression takes for an i or an s, and whose small ones are not these."""


class Expression:
    """Stands for a compiled expression, and has all that one has from its first use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    @cached_property
    def cues(self) -> tuple[str, ...]:
        """Strings of which each text in which it is found holds one; none where they are not known."""
        return prepared.cues(self.pattern, self.flags)

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED_FOR:
            raise AttributeError(name)
        compiled = prepared.expression(self.pattern, self.flags) or re.compile(self.pattern, self.flags)
        for each in _ASKED_FOR:
            setattr(self, each, getattr(compiled, each))
        if 0 < len(self.cues) <= MOST:
            self.search = _sifted(compiled.search, self.cues, bool(compiled.flags & re.IGNORECASE))
        return getattr(self, name)


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give an expression for a module's own use; where it is wrong, ``re.error`` is raised when it is first used.

    Building those of all modules takes half a second where they are not prepared. It is asked by its methods, each
    time anew, and not handed to a function of ``re``.
    """
    return cast("re.Pattern[str]", Expression(pattern, flags))


def cues(words: re.Pattern[str]) -> tuple[str, ...]:
    """Give strings of which each text in which an expression is found holds one at least; none where it is not known.

    Of an expression that does not mind capitals they are in small letters.
    """
    return words.cues if isinstance(words, Expression) else ()


def longest_first(words: Iterable[str]) -> list[str]:
    """Give words in the order in which an expression is to try them, and always in the same."""
    return sorted(words, key=lambda word: (-len(word), word))


def _sifted(search: Search, held: tuple[str, ...], small: bool) -> Search:
    """Give the same search, which looks into a long text only where that holds one of the cues."""

    def sifted(text: str, *place: int) -> re.Match[str] | None:
        if len(text) >= LONG and not place:
            within = _in_small_letters(text) if small else text
            for cue in held:
                if cue in within:
                    break
            else:
                return None
        return search(text, *place)

    return sifted


@lru_cache(maxsize=1)
def _in_small_letters(text: str) -> str:
    """Give a text in small letters, as an expression takes them; many expressions are looked for in one text."""
    return _OTHER_SMALL.sub(lambda found: "s" if found[0] == "ſ" else "i", text).lower()
