"""Which value most papers tell: a count, never a judgement of which one is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from consistency.normalizer.text import tokens

T = TypeVar("T", bound=Hashable)


def most_told(values: Iterable[T], agree: Callable[[T, T], bool]) -> T | None:
    """Give a value with which more of the values agree than with any that contradicts it; None where none has more.

    Of values that agree the one with most signs is given, so that the order of the papers changes nothing.
    """
    told = Counter(values)
    agreeing = {value: sum(n for other, n in told.items() if agree(value, other)) for value in told}
    best = max(agreeing, key=lambda value: (agreeing[value], len(str(value)), str(value)), default=None)
    if best is None:
        return None
    rivals = (count for value, count in agreeing.items() if not agree(value, best))
    return best if all(count < agreeing[best] for count in rivals) else None


def words_agree(one: str, other: str) -> bool:
    """Say whether one text tells no more than the other: "1990" and "1990-04-12", "Model" and "Lina Model".

    With digits it is the beginning of the other, for there each stands for something else in another place.
    """
    first, second = sorted((tokens(one), tokens(other)), key=len)
    if not first:
        return one == other
    if any(character.isdigit() for character in one + other):
        return second[: len(first)] == first
    return set(first) <= set(second)
