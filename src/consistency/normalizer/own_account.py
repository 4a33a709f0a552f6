"""Work on one's own account, as it stands in the place of an employer: "Self-employed (Uber)", "own farm"."""

import re
from functools import cache

from consistency.normalizer import org_words
from consistency.normalizer.expressions import expression, longest_first
from consistency.normalizer.text import fold

_OWN_PLACE = expression(
    r"(?:(?:my |our )?own|my|our|family|familial|ancestral|a mon compte|(?:mes |nos )?propres?)"
    r"(?: (?:and family|family|agricultural|farm|agri|cultivated|small|private|rice|paddy))*"
    r" (?:land|lands|farm|farms|farming|field|fields|plot|agriculture|business|company|firm|shop|workshop|garage|store"
    r"|enterprise|account|terres?|champs?|ferme|entreprise|commerce|boutique|atelier)(?: (?:of|de) \w+)?"
)
"""What one owns and works at (folded): "own agricultural land", "family farm"."""


def agree(one: str, other: str) -> bool:
    """Say whether two names both tell work on one's own account, and one of them nothing more.

    >>> agree("Self employed", "Own agricultural land"), agree("Self-employed", "Self-employed, Hilltop Farm")
    (True, True)
    >>> agree("Self-employed (Uber)", "Self-employed (Lyft)"), agree("Self-employed", "Acme")
    (False, False)
    """
    first, second = fold(one), fold(other)
    return (_bare(first) and _told(second)) or (_bare(second) and _told(first))


def told(name: str) -> bool:
    """Say whether a name tells work on one's own account: "Freelance - Vega Studio", "own farm"."""
    return _told(fold(name))


def names_beside(text: str) -> tuple[str, ...]:
    """Give what stands beside words for self-employment: of "Freelance (self-employed)" each may be the name."""
    low = text.casefold()
    found = (pattern.fullmatch(text) for words, pattern in _phrases() if all(word in low for word in words))
    return tuple(dict.fromkeys((rest[1] or rest[2]).strip() for rest in found if rest))


def _bare(folded: str) -> bool:
    return bool(_OWN_PLACE.fullmatch(folded) or _words().fullmatch(folded))


def _told(folded: str) -> bool:
    return _bare(folded) or bool(_words().search(folded))


@cache
def _words() -> re.Pattern[str]:
    return expression(rf"\b(?:{'|'.join(longest_first(org_words.listed('self_employed')))})\b")


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Give the phrases for self-employment: their words, and what finds a name beside one."""
    return tuple(_beside(tuple(phrase.split())) for phrase in sorted(org_words.listed("self_employed")))


def _beside(words: tuple[str, ...]) -> tuple[tuple[str, ...], re.Pattern[str]]:
    one = r"[\s\-]*".join(words)
    return words, expression(rf"(?i)\s*{one}\s*[-–—,:(]+\s*(.+?)\)?\s*|\s*(.+?)\s*[-–—,(]+\s*{one}\)?\s*")
