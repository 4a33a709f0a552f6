"""Text as a comparison sees it: one script, one case, no accents, no punctuation."""

import re
import unicodedata
from functools import lru_cache

from consistency.normalizer.expressions import expression

# Signs inside a word that vanish: O'Connor and OConnor are one word. NFKC leaves all of them as they are.
_INSIDE_A_WORD = expression("['`\u00b4\u2018\u2019\u02b9\u02bb\u02bc\u02be\u02bf\u05f3\u2032\uff07]")
# Vowel points of Arabic and Hebrew, which most texts leave out, and the stroke that only stretches a word.
_POINTS = expression("[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u0655\u0670]")
_FOREIGN = expression(r"[^\x00-\x7f]+")
_GREEK_OU = expression("[οό][υύ]", re.IGNORECASE)  # two letters for one sound: Papadopoulos
_PLAIN = {
    code: None if chr(code) in "'`" else chr(code).lower() if chr(code).isalnum() else " "
    for code in range(128)
}
"""What each ASCII sign is in a folded text: as a table, for this is asked of nearly every word of a case."""


BULLET = expression(r"\s*(?:[•◦▪■●‣·*–—-]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])\s+")
"""The sign, number or letter that leads an item of a list."""
_SEEN_AS = {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "–": "-", "—": "-"}

LONGEST_NAME = 400
"""Characters of a name, an employer or a place: twice the longest of real ones."""


def beginning(text: str) -> str:
    """Give as much of a text as can be a name or a place: what comparing these costs grows with its square."""
    return text[:LONGEST_NAME]


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Write text in lower-case ASCII letters and digits, one space between words, no accents.

    Other scripts are romanised, apostrophes vanish and all other punctuation is a space:
    ``Đặng, José-María O’Neill`` becomes ``dang jose maria oneill``.
    """
    if not text.isascii():
        text = _INSIDE_A_WORD.sub("", unicodedata.normalize("NFKC", text))
    if not text.isascii():
        text = _romanise(_POINTS.sub("", text))
    return text.lower() if text.isalnum() else " ".join(text.translate(_PLAIN).split())


class _Plain(dict[int, str]):
    """How each character is seen, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        base = unicodedata.normalize("NFKD", character.lower())[0]
        self[code] = seen = _SEEN_AS.get(character) or (" " if base.isspace() else base)
        return seen


_EACH_PLAIN = _Plain()


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Give the text in lower case, without accents and odd signs, each character at its old place."""
    return text.translate(_EACH_PLAIN)


def tokens(text: str) -> tuple[str, ...]:
    """Give the words of the folded text."""
    return tuple(fold(text).split())


def equal(a: str, b: str) -> bool:
    """Say whether two texts are the same but for case, accents, script, punctuation and spaces."""
    return fold(a) == fold(b)


def _romanise(text: str) -> str:
    return _FOREIGN.sub(_in_roman, _GREEK_OU.sub("ou", text))


def _in_roman(signs: re.Match[str]) -> str:
    return signs[0].translate(_ROMAN)


class _Roman(dict[int, str]):
    """What each sign is in ASCII, looked up once: most of a text in another language is ASCII already."""

    def __missing__(self, code: int) -> str:
        from anyascii import anyascii  # its tables are read from disk: only for text that needs them

        self[code] = anyascii(chr(code))
        return self[code]


_ROMAN = _Roman()
