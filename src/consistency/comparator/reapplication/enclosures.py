"""What letters enclose, and how a package is known to hold it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from consistency.comparator import tables
from consistency.model import FamilyMember, Paper
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold


class Enclosure(Struct, frozen=True):
    """Something that letters enclose, and how a package holds it."""

    title: str
    named: re.Pattern[str]
    kinds: frozenset[str]
    text: re.Pattern[str] | None
    worded: bool = False
    """True where a kind of paper holds it only by its words: a certificate of a marriage is none of a birth."""
    members: frozenset[str] = frozenset()
    """The relatives of whom a paper of its kind holds it all the same: a family's register tells a child's birth."""

    def held(self, paper: Paper) -> bool:
        """True for a paper of its kind, for one of no known kind with its words, and for one that was not read."""
        lists = any(member.relation in self.members for member in paper.all(FamilyMember))
        if paper.kind in self.kinds and (lists or not (self.worded and self._tells_another(paper))):
            return True
        if paper.kind not in {"unknown", "other"} and paper.document.read == "full":
            return False
        words = fold(paper.document.text)
        return self.text is None or not words or bool(self.text.search(f"{words} {fold(paper.path)}"))

    def _tells_another(self, paper: Paper) -> bool:
        words = fold(f"{paper.document.text} {paper.path}")
        return bool(fold(paper.document.text)) and self.text is not None and self.text.search(words) is None


@cache
def enclosures() -> Mapping[str, Enclosure]:
    """Give what letters enclose, by a short name."""
    return {
        name: Enclosure(
            told["title"],
            expression(told["named"]),
            frozenset(told["kinds"]),
            expression(told["text"]) if told["text"] else None,
            told.get("worded", False),
            frozenset(told.get("members", ())),
        )
        for name, told in tables.toml("enclosures").items()
    }
