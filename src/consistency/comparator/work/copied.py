"""How much of one letter stands in another, word for word or nearly so, whatever the order of its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from consistency.comparator.work.letters import Letter
from consistency.model import Saying

LEAST_WORDS = 3
"""Telling words from which a sentence is compared; a shorter one ("clean the kitchen") is anybody's."""

LONG = 5
"""Telling words from which two sentences may differ a little and be one."""

NEARLY = 88
"""Likeness in percent from which two long sentences are one, a word changed or put elsewhere."""

NEARLY_READ = 80
"""The same where one of them was read from a picture."""

SENTENCES, WORDS, SHARE = 3, 11, 0.6
"""What makes a copy: so many sentences, so many telling words in them, and such a share of the shorter letter."""

MANY_WORDS = 18
"""So many telling words make a copy of two long sentences too."""

LONG_PASSAGE = 25
"""So many in one passage, which nobody writes twice by chance."""


class Pair(NamedTuple):
    """One sentence in two letters."""

    one: Saying
    other: Saying


class Copied(NamedTuple):
    """The sentences that two letters share, and their share of the telling words of the shorter one."""

    pairs: tuple[Pair, ...]
    share: float

    @property
    def is_copy(self) -> bool:
        """True where so much is shared that two authors would not have written it."""
        words, count = sum(len(pair.one.words) for pair in self.pairs), len(self.pairs)
        least = WORDS if count >= SENTENCES else MANY_WORDS if count > 1 else LONG_PASSAGE
        return words >= least and self.share >= SHARE


def copied(one: Letter, other: Letter) -> Copied:
    """Find the sentences of one letter in another, each once."""
    names = one.own_words | other.own_words
    first, second = (list(_compared(letter, names)) for letter in (one, other))
    read = "ocr" in {one.paper.document.method, other.paper.document.method}
    pairs: list[Pair] = []
    free = list(second)
    for sentence in first:
        twin = next((s for s in free if _is_same(sentence, s, read)), None)
        if twin is not None:
            free.remove(twin)
            pairs.append(Pair(sentence, twin))
    least = min(_length(first), _length(second))
    shared = sum(min(len(pair.one.words), len(pair.other.words)) for pair in pairs)
    return Copied(tuple(pairs), shared / least if least else 0.0)


def _compared(letter: Letter, names: frozenset[str]) -> Iterator[Saying]:
    """Give the sentences that are long enough, without the names and titles of either letter."""
    for sentence in letter.sentences:
        words = tuple(word for word in sentence.words if word not in names)
        if len(words) >= LEAST_WORDS:
            yield sentence if len(words) == len(sentence.words) else replace(sentence, words=words)


def _length(sentences: Sequence[Saying]) -> int:
    return sum(len(sentence.words) for sentence in sentences)


def _is_same(one: Saying, other: Saying, read: bool) -> bool:
    if one.words == other.words:
        return True
    if min(len(one.words), len(other.words)) < (LEAST_WORDS if read else LONG):
        return False
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(" ".join(one.words), " ".join(other.words)) >= (NEARLY_READ if read else NEARLY)
