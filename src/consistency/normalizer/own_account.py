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
_LAND = expression(r"\b(?:lands?|farms?|farming|fields?|plot|agricultur\w+|paddy|terres?|champs?|ferme)\b")
_HOUSE = expression(r"\b(?:shop|store|commerce|boutique|workshop|garage|atelier)\b")


def agree(one: str, other: str) -> bool:
    """Say whether two names both tell work on one's own account, and one of them nothing more.

    >>> agree("Self employed", "Own agricultural land"), agree("Self-employed", "Self-employed, Hilltop Farm")
    (True, True)
    >>> agree("Self-employed (Uber)", "Self-employed (Lyft)"), agree("Self-employed", "Acme")
    (False, False)
    >>> agree("Own farm", "My shop")
    False
    """
    first, second = fold(one), fold(other)
    if _are_apart(first, second) or _are_apart(second, first):
        return False
    return (_bare(first) and _told(second)) or (_bare(second) and _told(first))


def _are_apart(field: str, house: str) -> bool:
    """True for a farm beside a shop or workshop: two things of one's own."""
    return _LAND.search(field) is not None and _HOUSE.search(house) is not None and not _LAND.search(house)


def told(name: str) -> bool:
    """Say whether a name tells work on one's own account: "Freelance - Vega Studio", "own farm"."""
    return _told(fold(name))


def names_beside(text: str) -> tuple[str, ...]:
    """Give what stands beside words for self-employment: of "Freelance (self-employed)" each may be the name."""
    low = fold(text)
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
    one = r"[\s\-]*".join(word.replace("a", "[aà]").replace("e", "[eéè]") for word in words)
    return words, expression(rf"(?i)\s*{one}\s*[-–—,:(]+\s*(.+?)\)?\s*|\s*(.+?)\s*[-–—,(]+\s*{one}\)?\s*")
