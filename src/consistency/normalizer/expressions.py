"""Regular expressions that are built when they are first used: a check needs a third of those that there are."""

from __future__ import annotations

import re
from typing import Any, cast

_ASKED_FOR = (
    "search",
    "match",
    "fullmatch",
    "finditer",
    "findall",
    "sub",
    "subn",
    "split",
    "groups",
    "groupindex",
)


class _Expression:
    """Stands for a compiled expression, and has all that one has from its first use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED_FOR:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for each in _ASKED_FOR:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give an expression for a module's own use; where it is wrong, ``re.error`` is raised when it is first used.

    Building one takes a third of a millisecond, those of all modules half a second. It is asked by its methods, and
    not handed to a function of ``re``.
    """
    return cast("re.Pattern[str]", _Expression(pattern, flags))
