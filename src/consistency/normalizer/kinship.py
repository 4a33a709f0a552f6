"""Relatives in the words of papers: which relation a word tells, whether one has died, whether a box holds nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from consistency.normalizer import tables
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import beginning, fold

Closer = Literal["half", "step", "adopted"]

_PLURALS = (("children", "child"), ("enfants", "enfant"), ("wives", "wife"))
_BESIDE = expression(r"\s*[([][^()\[\]]*[)\]]\s*|[†✝]")
_POSSESSIVE = expression(r"^(?:my|our|his|her|mon|ma|mes|notre|mi|mis|meu|minha|the|l) ")


def relation(text: str) -> str | None:
    """Give the relation that a word for a person tells: ``spouse``, ``partner``, ``father``, ``mother``, ``child``,
    ``sibling``, or ``relative`` for one further off; None for one who is no relative (a friend, an employer).
    """
    text = beginning(text)
    folded = _POSSESSIVE.sub("", fold(_BESIDE.sub(" ", text)))
    for word in (folded, _singular(folded)):
        if word in _relations():
            return _relations()[word]
    parts = [_relations().get(_singular(fold(part))) for part in re.split(r"\s*[/,&]\s*|\s+-\s+", text)]
    return next((found for found in parts if found), None)


def _singular(folded: str) -> str:
    for many, one in _PLURALS:
        if folded == many:
            return one
    return folded.removesuffix("s")


def closer(text: str | None) -> Closer | None:
    """Say whether a word for a relative tells one of half blood, by another marriage, or adopted."""
    folded = f" {fold(text or '')} "
    kinds: tuple[Closer, ...] = ("half", "step", "adopted")
    return next((kind for kind in kinds if any(f" {w} " in folded for w in _words("closer", kind))), None)


@lru_cache(maxsize=16_384)
def tells_of_death(text: str | None) -> bool:
    """Say whether what stands in a box for an address, an occupation or a status tells that somebody has died."""
    if not text:
        return False
    folded = fold(text)
    if "†" in text or folded in _words("deceased", "alone"):
        return True
    return any(f" {word} " in f" {folded} " for word in _words("deceased", "anywhere"))


def nobody(text: str | None) -> bool:
    """Say whether a box is empty or holds words that stand for nobody or nothing."""
    folded = fold(text or "")
    return not folded or folded in _words("nobody", "whole")


@lru_cache(maxsize=16_384)
def name_of(text: str | None) -> tuple[str | None, bool]:
    """Give the name that stands in a box, None where there is none, and whether the box tells of a death.

    ``Late Ramesh Kumar``, ``Ramesh Kumar (deceased)`` and ``Ramesh Kumar †`` are one name; ``Deceased`` is none.
    """
    text = beginning(text or "")
    if nobody(text):
        return None, False
    died = any(tells_of_death(aside) for aside in _BESIDE.findall(text))
    plain = _BESIDE.sub(" ", text).strip(" ,;-–—")
    pieces = [piece for piece in re.split(r"\s+[-–—]\s+|,\s*|;\s*", plain) if piece]
    kept = [piece for piece in pieces if not tells_of_death(piece) or _is_surname(piece, pieces)]
    told = (", ".join(kept) if len(kept) < len(pieces) else plain).split()
    words = _without_marks(told)
    name = " ".join(words)
    return (None if nobody(name) else name), died or len(kept) < len(pieces) or len(words) < len(told)


def _without_marks(words: Sequence[str]) -> Sequence[str]:
    """Give the words of a name without those before and behind it that say that somebody has died."""
    start, end = 0, len(words)
    while end - start > 1 and _is_mark(words[start]):
        start += 1
    while end - start > 1 and _is_mark(words[end - 1]):
        end -= 1
    return words[start:end]


def _is_surname(piece: str, pieces: Sequence[str]) -> bool:
    """True for a family name before a comma that is a word for death elsewhere: ``Cross, Mary``."""
    before_a_name = piece == pieces[0] and len(pieces) > 1 and not any(map(str.isdigit, pieces[1]))
    return before_a_name and fold(piece) in _words("deceased", "alone")


def _is_mark(word: str) -> bool:
    return fold(word) in _words("deceased", "beside_a_name")


@cache
def _relations() -> dict[str, str]:
    told = tables.toml("kinship")["relations"]
    return {fold(word): name for name, words in told.items() for word in words}


@cache
def _words(group: str, name: str) -> frozenset[str]:
    return frozenset(map(fold, tables.toml("kinship")[group][name])) - {""}
