"""The words of sentences for relatives, folded, and which relations they mean.

Folding drops apostrophes: ``n'ai pas d'enfants`` is ``nai pas denfants``, ``in-laws`` is ``in laws``.
"""

from __future__ import annotations

import re

from consistency.normalizer.counts import COUNTS
from consistency.normalizer.expressions import expression

NEAREST = frozenset({"spouse", "partner", "child", "mother", "father", "sibling"})
ALL = NEAREST | {"relative"}
COUPLE = frozenset({"spouse", "partner"})

OF = r"(?:my|our|his|her|the applicants?|mes|mon|ma|nos|notre)"
"""Whose relatives they are: the writer's, or the applicant's."""

IN_LAW = (
    r"(?:mother|father|brother|sister|son|daughter|parents?|brothers|sisters) in laws?|in laws?"
    r"|b(?:eau|elle)s? (?:frere|soeur|pere|mere)s?|beaux? (?:freres?|parents?)"
)

EACH: dict[str, frozenset[str]] = {
    r"parents": frozenset({"mother", "father"}),
    r"mother|mom|mum|mere|maman": frozenset({"mother"}),
    r"father|dad|pere|papa": frozenset({"father"}),
    r"wife|husband|spouse|partner|epouse|epoux|mari|femme|conjointe?": COUPLE,
    r"children|kids|sons|daughters|enfants|filles": frozenset({"child"}),
    r"siblings|brothers|sisters|freres|soeurs|fratrie": frozenset({"sibling"}),
}
"""Words that mean every relative of a relation."""

ONE: dict[str, frozenset[str]] = {
    r"child|son|daughter|enfant|fils|fille|kid": frozenset({"child"}),
    r"brother|sister|sibling|frere|soeur": frozenset({"sibling"}),
    r"(?:uncle|aunt|cousin|nephew|niece|oncle|tante|cousine|neveu)s?|grand ?(?:mother|father|parent|son|daughter)s?"
    r"|grands? (?:pere|mere|parent)s?": frozenset({"relative"}),
}
"""Words that mean one relative of perhaps several, or one further off."""

WIDE = r"(?:family|families|famille|relatives?|relations|kin|proches?|parente)"
NEAR = (
    r"(?:immediate|close|direct|nuclear|proche|directe?|immediate?s?) "
    r"(?:family|relatives?|famille|parents?|kin|members?|membres?)"
)
KIN = rf"(?:{IN_LAW}|{NEAR}|{WIDE}|{'|'.join((*ONE, *EACH))})"
ANY_KIN = expression(rf"\bd?(?:{KIN}|parent|members?|membres?|ties|liens?|attaches?)")
"""What every sentence about relatives holds, or about nobody of them: "no family members", "aucune attache"."""
AND = (
    rf"(?:\s(?:and|or|nor|et|ou|ni|as well as|ainsi que)?\s?(?:(?:all|both)\s)?(?:{OF}\s)?"
    rf"(?:(?:all|two|three|deux|trois|\d|old|elderly|younger|elder|minor)\s)?{KIN}(?:\smembers?)?)*"
)
"""More relatives behind the first: "my wife and our two children"."""


def relations(text: str) -> frozenset[str]:
    """Give the relations that a text may mean by its words for relatives; "family" means all."""
    plain = re.sub(rf"\b(?:{IN_LAW})\b", " ", text)
    if re.search(rf"\b{NEAR}\b", plain):
        return NEAREST
    if re.search(rf"\b{WIDE}\b|\bmembres?\b|\bmembers?\b|\bliens?\b|\bties\b|\battaches?\b", plain):
        return ALL
    found = _named(plain, {**EACH, **ONE})
    return found | {"relative"} if plain != text else found


def everyone(text: str, wholly: bool = False) -> frozenset[str]:
    """Give the relations of which a text means every relative: "my siblings", not "my brother".

    "My family" is the nearest family; ``wholly`` says that the whole of it is meant.
    """
    plain = re.sub(rf"\b(?:{IN_LAW})\b", " ", text)
    if re.search(r"\b(?:family|families|famille|relatives|proches)\b", plain) and not re.search(
        rf"\b{NEAR}\b", plain
    ):
        return ALL if wholly else NEAREST
    return NEAREST if re.search(rf"\b{NEAR}\b", plain) else _named(plain, EACH)


def _named(text: str, words: dict[str, frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(
        *(who for word, who in words.items() if re.search(rf"\bd?(?:{word})\b", text))
    )


NUMBERS = {"a": 1, "an": 1, **COUNTS}
"""How many relatives a word counts."""


def number_of(word: str) -> int:
    """Give how many relatives a figure, or one of the words of :data:`NUMBERS`, counts."""
    return int(word) if word.isdigit() else NUMBERS[word]
