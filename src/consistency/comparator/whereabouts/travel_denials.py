"""What letters say of never having travelled: in which words, of which places and of which time.

A sentence counts only where it says so of the applicant, outright: not where it tells what an officer wrote, what
would be if, or how the applicant never travelled ("without a visa", "alone", "extensively").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.comparator.passages import Passage, passages
from consistency.comparator.whereabouts.denial_exceptions import but_for, excepted_after, spared
from consistency.comparator.whereabouts.denial_scope import Scope, scope_of
from consistency.comparator.whereabouts.denial_words import DENIAL, REPORTED, SUPPOSED
from consistency.model import Paper
from consistency.normalizer.expressions import expression
from consistency.normalizer.speakers import speaks_of_others
from consistency.normalizer.text import fold

TELLERS = frozenset({"explanation-letter", "travel-history", "unknown"})
"""Papers in which applicants write of themselves."""

_CLAUSE = expression(
    r"[,;:()–—]|\s-\s|\b(?:but|however|although|though|and|mais|cependant|toutefois|bien que|et)\b",
    re.IGNORECASE,
)
_PRONOUN = expression(r"\b(?:I|[Jj]e)\b|\b[Jj]['’]")


class Denial(Struct, frozen=True):
    """A sentence by which the applicant never travelled, and what it is about."""

    passage: Passage
    words: str
    """The words of the denial, folded."""
    scope: Scope


def denials(paper: Paper) -> Iterator[Denial]:
    """Give the sentences by which the applicant never travelled."""
    if paper.kind not in TELLERS or paper.is_form:
        return
    first_person = len(_PRONOUN.findall(paper.document.text)) > 2
    earlier: list[str] = []
    for passage in passages(paper):
        yield from _in_sentence(passage, first_person, earlier)
        earlier.append(passage.text)


def _in_sentence(passage: Passage, first_person: bool, earlier: Sequence[str]) -> Iterator[Denial]:
    parts = _CLAUSE.split(passage.text)
    for index, part in enumerate(parts):
        found = DENIAL.search(fold(part))
        led = [*map(fold, parts[:index]), fold(part)[: found.start()]] if found else []
        if found and _is_applicants(" ".join(led), first_person):
            yield from _denied(passage, parts, index, led, earlier)


def _is_applicants(before: str, first_person: bool) -> bool:
    """Tell by the words before a denial whether the applicant says so, of himself and outright."""
    another = speaks_of_others(before, third_person=first_person)
    return not (another or REPORTED.search(before) or SUPPOSED.search(before))


def _denied(
    passage: Passage, parts: Sequence[str], index: int, led: Sequence[str], earlier: Sequence[str]
) -> Iterator[Denial]:
    """Give what one clause of a sentence denies, without what the sentence excepts from it."""
    after = " ".join(map(fold, parts[index + 1 : index + 2]))
    excepted = excepted_after(" ".join(parts[index:]))
    found = DENIAL.search(fold(parts[index]))
    if excepted:
        found, after = DENIAL.search(fold(but_for(parts[index]))), ""
    day = passage.paper.as_of.date
    if found is None or day is None or excepted == frozenset():
        return
    scope = scope_of(found, " ".join(led), after, day.latest)
    left_out = spared(passage.paper, found.group(), led, (*earlier, *parts[: index + 1]))
    if scope is not None and left_out is not None:
        yield Denial(passage, found.group().strip(), scope.without(left_out | (excepted or frozenset())))
