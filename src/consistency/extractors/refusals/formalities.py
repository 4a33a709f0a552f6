"""The clauses by which officers only say that they refuse: made of the words of every letter, they state no ground."""

import re
from functools import cache
from pathlib import Path

from consistency.extractors.wording.prose import Passage
from consistency.normalizer import tables
from consistency.normalizer.expressions import expression, longest_first
from consistency.normalizer.text import fold

_TABLE = Path(__file__).with_suffix(".toml")
_CUT = expression(
    r"[;:]\s+|,\s+(?=(?:and|so|thus|therefore|accordingly|consequently|as a result|i|it|your|et|donc|par consequent|je"
    r"|elle|votre|because|since|as|car|parce qu)\b)"
    r"|\s+(?=(?:(?:and|et) (?:i|it|your|therefore|accordingly|je|elle|votre|donc|par)|because|based on|in that"
    r"|given that|parce qu|puisqu|car|en raison)\b)"
)
"""Where a clause that only decides may end."""


def is_form(words: str, *, deciding: bool = True) -> bool:
    """Tell whether a clause is of the words of a decision alone, one of them at least unless not ``deciding``.

    >>> is_form("Your application does not meet the requirements of the Immigration and Refugee Protection Act.")
    True
    >>> is_form("Your application does not meet the requirements of the position.")
    False
    """
    folded = fold(words.replace("'", " ").replace("’", " "))
    alone = _either("decision", "form").fullmatch(folded) is not None
    return alone and (not deciding or _either("decision").search(folded) is not None)


def beyond_form(sentence: Passage) -> tuple[Passage, ...]:
    """Give the sentence without the clauses that only decide: in one part where it has none of them, or in several."""
    cuts = [*_CUT.finditer(sentence.plain)]
    bounds = zip(
        [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(sentence.text)], strict=True
    )
    parts = [(start, end) for start, end in bounds if sentence.text[start:end].strip()]
    rest = [(start, end) for start, end in parts if not is_form(sentence.text[start:end])]
    if len(rest) == len(parts):
        return (sentence,)
    return tuple(sentence.part(start, end) for start, end in _joined(rest, parts))


def _joined(rest: list[tuple[int, int]], parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the parts that stood side by side."""
    found: list[tuple[int, int]] = []
    for start, end in rest:
        before = parts[parts.index((start, end)) - 1] if parts.index((start, end)) else None
        if found and before is not None and found[-1][1] == before[1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


@cache
def _either(*names: str) -> re.Pattern[str]:
    words = [word for name in names for word in tables.read(_TABLE)[name].split()]
    either = "|".join(longest_first(word.replace("*", r"\w*").replace("_", " ") for word in words))
    return expression(rf"(?:\b(?:{either})\b ?)+")
