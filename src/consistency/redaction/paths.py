"""Files under other names: a word of a path is kept only where it is a common one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct, field

from consistency.normalizer.expressions import expression
from consistency.redaction.compact import compacted
from consistency.redaction.masking import _STAND_IN, Mask
from consistency.redaction.vocabulary import is_common

_PIECE = expression(rf"{_STAND_IN.pattern}|[^\W\d_]+|\d+")
_CAMEL = expression(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_MASKS = expression(r"NAME|PERSON|EMAIL|URL|NUMBER|PHONE|POSTAL|CODE|WORDS|IN|ANOTHER|SCRIPT")
LONGEST_NUMBER = 4
"""Digits that a number in a path may have: a year, the number of a form."""


class Paths(Struct):
    """Gives each path another one that names nobody, and no two the same."""

    mask: Mask
    unknown: dict[str, str] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)

    def renamed(self, paths: Iterable[str]) -> dict[str, str]:
        """Give the new path of each."""
        for path in paths:
            new = "/".join(self.name(part) for part in path.split("/"))
            self.given[path] = self._unlike(new)
        return dict(self.given)

    def name(self, part: str) -> str:
        """Redact the name of a file or folder."""
        return _PIECE.sub(self._piece, self.mask.text(part))

    def _piece(self, found: re.Match[str]) -> str:
        piece = found[0]
        if _STAND_IN.fullmatch(piece) or _MASKS.fullmatch(piece):
            return piece
        if piece.isdigit():
            return piece if len(piece) <= LONGEST_NUMBER else "NUMBER"
        return "".join(self._word(word) for word in _CAMEL.split(piece))

    def _word(self, word: str) -> str:
        letters = compacted(word)
        form = self.mask.personal.forms.get(letters)
        if form is not None:
            return form.stand_in
        if len(letters) < 3 or is_common(letters):
            return word
        return self.unknown.setdefault(letters, f"WORD-{len(self.unknown) + 1}")

    def _unlike(self, path: str) -> str:
        """Give a path that no other one has been given."""
        taken = set(self.given.values())
        head, dot, tail = path.rpartition(".")
        number, new = 2, path
        while new in taken:
            new = f"{head} ({number}){dot}{tail}" if dot else f"{path} ({number})"
            number += 1
        return new
