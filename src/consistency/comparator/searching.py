"""The sentences of a paper in which some words stand.

A rule asks about few words, and a case has hundreds of sentences of which hardly one holds any of them. So what every
find must hold (:func:`~consistency.normalizer.expressions.cues`) is looked for in all that a paper says at once, and
the expression itself only in the sentences where that stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from consistency.comparator.passages import Passage, Told, parts_of, sentences
from consistency.model import Document, Paper
from consistency.normalizer.expressions import cues
from consistency.normalizer.negation import flat
from consistency.normalizer.text import fold

Form = Callable[[str], str]
"""How a text is written before it is searched: :func:`fold`, :func:`flat`, or ``str`` for as it stands."""
Parts = Callable[[Document], tuple[Told, ...]]

_AT_ONCE: Mapping[Form, Form] = {fold: fold.__wrapped__, flat: flat.__wrapped__}
"""The same without remembering: a sentence may come again, the text of a whole paper does not."""

_NEXT = " qzq "
"""What stands between two sentences that are written together: a word of no language."""


def passages_with(paper: Paper, words: re.Pattern[str], form: Form = fold) -> Iterator[Passage]:
    """Give the sentences of a paper in which an expression is found, when they are written in a form."""
    return (Passage(paper, *told) for told in paper.document.once(_with, sentences, words, form))


def utterances_with(paper: Paper, words: re.Pattern[str], form: Form = fold) -> Iterator[Passage]:
    """Give the sentences of prose, or the lines of anything else, in which an expression is found."""
    return (Passage(paper, *told) for told in paper.document.once(_with, parts_of(paper), words, form))


def folded(document: Document) -> str:
    """Give the sentences of a document folded, one behind the other, with a word of no language between."""
    return document.once(_written, sentences, fold).text


class _Written(NamedTuple):
    """The sentences of a document in a form, one behind the other."""

    text: str
    starts: Sequence[int]
    """Where each begins, and where one more would."""

    def part(self, index: int) -> str:
        """Give one sentence."""
        return self.text[self.starts[index] : self.starts[index + 1] - len(_NEXT)]

    def holding(self, strings: Sequence[str], small: bool) -> Sequence[int]:
        """Give the numbers of the sentences that hold one of some strings, in small letters where that is wanted."""
        text = self.text.lower() if small else self.text
        if not strings or len(text) != len(self.text):
            return range(len(self.starts) - 1)
        found: set[int] = set()
        for string in strings:
            at = text.find(string)
            while at >= 0:
                index = bisect_right(self.starts, at) - 1
                found.add(index)
                at = text.find(string, self.starts[index + 1])
        return sorted(found)


def _with(document: Document, parts: Parts, words: re.Pattern[str], form: Form) -> tuple[Told, ...]:
    written = document.once(_written, parts, form)
    near = written.holding(cues(words), bool(words.flags & re.IGNORECASE))
    if not near:
        return ()
    told = document.once(parts)
    return tuple(told[index] for index in near if words.search(written.part(index)))


def _written(document: Document, parts: Parts, form: Form) -> _Written:
    together = _NEXT.join([text for text, _ in document.once(parts)])
    each = [part.strip() for part in _AT_ONCE.get(form, form)(together).split(_NEXT.strip())]
    starts = accumulate((len(part) + len(_NEXT) for part in each), initial=0)
    return _Written(_NEXT.join(each) + _NEXT, list(starts))
