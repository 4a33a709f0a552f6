"""Streets: the first line of an address in the ways in which papers write it."""

from functools import lru_cache

from consistency.normalizer.agreement import Agreement, different, same, variant
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_SHORT = {
    "st": "street", "str": "street", "rd": "road", "ave": "avenue", "av": "avenue", "dr": "drive", "ln": "lane",
    "blvd": "boulevard", "boul": "boulevard", "bd": "boulevard", "cres": "crescent", "crt": "court", "ct": "court",
    "hwy": "highway", "pkwy": "parkway", "pl": "place", "sq": "square", "terr": "terrace", "ter": "terrace",
    "n": "north", "s": "south", "e": "east", "w": "west", "bldg": "building", "imm": "immeuble", "sec": "sector",
    "blk": "block", "fl": "floor", "twr": "tower", "vill": "village", "nr": "near", "opp": "opposite",
}  # fmt: skip
_LABELS = frozenset(
    {
        "apt", "appt", "app", "apartment", "appartement", "flat", "unit", "suite", "ste", "no", "num", "number",
        "numero", "house", "h", "room", "rm", "door", "plot", "lot", "po", "ps", "street", "road", "avenue", "drive",
        "lane", "the", "de", "la", "le", "du", "des", "of", "rue", "calle", "via",
    }
)  # fmt: skip
"""Words that name no street: labels of numbers, and kinds of streets, which people leave out."""
_POST_BOX = expression(
    r"\b(?:p ?o ?b(?:ox)?|post(?:al)? (?:office )?box|g ?p ?o|b ?p|boite postale|casilla|apartado)\b"
)
_ALIKE = 80
"""Likeness in percent from which two words are one, written in two ways."""


def is_post_box(text: str) -> bool:
    """Tell whether an address is a box at a post office, where nobody lives."""
    return bool(_POST_BOX.search(fold(text)))


@lru_cache(maxsize=4096)
def compare(a: str, b: str) -> Agreement:
    """Compare two streets: abbreviations are the same; a number or a part left out, and a post box, are variants."""
    first, second = _words(a), _words(b)
    if sorted(first) == sorted(second):
        return same()
    if is_post_box(a) != is_post_box(b):
        return variant("a post box stands for a street")
    numbers, others = ({w for w in words if any(c.isdigit() for c in w)} for words in (first, second))
    if numbers and others and not numbers & others:
        return different("another number")
    return _names(first, second)


def _words(text: str) -> list[str]:
    return [_SHORT.get(word, word) for word in fold(text).split()]


def _names(first: list[str], second: list[str]) -> Agreement:
    """Compare the words of two streets: one name that both have, in any spelling, is enough."""
    from rapidfuzz.fuzz import ratio

    named = [[w for w in words if w not in _LABELS and not w.isdigit()] for words in (first, second)]
    alike = any(ratio(one, other) >= _ALIKE for one in named[0] for other in named[1])
    if alike or not all(named):
        return variant("a part left out, or another spelling")
    return different("another street")
