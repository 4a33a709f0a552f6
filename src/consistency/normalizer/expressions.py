"""Regular expressions that are built when they are first needed: a check needs a quarter of those that there are.

Most stand on words: "birth" or "naissance". As long as no text has held one of them, nothing can match, and there is
nothing to build. Which words those are is told by a table that ``docs/standing_words.py`` writes from the expressions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast

STANDING_WORDS = Path(__file__).with_name("data") / "standing_words.json"
"""The words that expressions stand on, by :func:`name_of` them."""

ODD = "İıſ\u212a"
"""Letters that stand for i, s and k where capitals do not count, and are none of them when they are written small."""

OFTEN = 200
"""Times that a text is looked at for words; from then on building the expression costs less."""

Words = tuple[tuple[str, ...], ...]
"""Rows of words: a text that an expression matches holds one of each row."""

_NOTHING: Mapping[str, Callable[[str], object]] = {
    "search": lambda _text: None,
    "match": lambda _text: None,
    "fullmatch": lambda _text: None,
    "finditer": lambda _text: iter(()),
    "findall": lambda _text: [],
    "sub": lambda text: text,
    "subn": lambda text: (text, 0),
    "split": lambda text: [text],
}
"""What an expression is asked for, and its answer to a text that it does not match."""
_ASKED_FOR = (*_NOTHING, "groups", "groupindex")
_BEHIND_ANOTHER = frozenset({"sub", "subn"})
"""They are given what to put in, and then the text."""


class Expression:
    """Stands for a compiled expression, and has all that one has from its first use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags
        self._times = 0

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED_FOR:
            raise AttributeError(name)
        words = _standing_words().get(name_of(self.pattern, self.flags))
        if words is None or name not in _NOTHING:
            return getattr(self._built(), name)
        for each in _NOTHING:
            setattr(self, each, partial(self._asked, each, words))
        return getattr(self, name)

    def _asked(self, name: str, words: Words, *given: Any, **more: Any) -> Any:
        text: str = given[name in _BEHIND_ANOTHER]
        self._times += 1
        if self._times > OFTEN or self._may_match(text, words):
            return getattr(self._built(), name)(*given, **more)
        return _NOTHING[name](text)

    def _may_match(self, text: str, words: Words) -> bool:
        if self.flags & re.IGNORECASE:
            if not text.isascii() and any(map(text.__contains__, ODD)):
                return True
            text = text.lower()
        return all(any(map(text.__contains__, row)) for row in words)

    def _built(self) -> re.Pattern[str]:
        compiled = re.compile(self.pattern, self.flags)
        for each in _ASKED_FOR:
            setattr(self, each, getattr(compiled, each))
        return compiled


@cache
def _standing_words() -> dict[str, Words]:
    import msgspec  # not needed where nothing is read

    return msgspec.json.decode(STANDING_WORDS.read_bytes(), type=dict[str, Words])


def name_of(pattern: str, flags: int) -> str:
    """Give the short name by which the table knows an expression."""
    return blake2b(f"{int(flags)} {pattern}".encode(errors="surrogatepass"), digest_size=8).hexdigest()


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give an expression for a module's own use; where it is wrong, ``re.error`` is raised when it is first built.

    Building one takes a third of a millisecond, those of all modules half a second. It is asked by its methods, each
    time anew, and not handed to a function of ``re``.
    """
    return cast("re.Pattern[str]", Expression(pattern, flags))


def longest_first(words: Iterable[str]) -> list[str]:
    """Give words in the order in which an expression is to try them, and always in the same."""
    return sorted(words, key=lambda word: (-len(word), word))
