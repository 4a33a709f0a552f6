"""Spellings of one name in Latin letters: ways to romanise Arabic, Persian, Urdu, Cyrillic and Turkish names.

``key`` gives the same text for Mohammad and Muhammad, Yevgeny and Evgeniy, Popov and Popoff. It keeps apart what are
different names: Gabriel and Gabriela, Hassan and Hussain, Rajesh and Rakesh. The rules are drawn from the ICAO 9303,
BGN/PCGN, ISO 9 and passport-office tables; no phonetic algorithm, which would join far too much.
"""

import re
from functools import lru_cache

from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

SHORTEST = (
    4  # letters below which a spelling says too much to be changed: Li and Le, An and Anh are two names
)

# In order; each is (pattern, replacement) on a folded word.
_RULES = tuple(
    (expression(pattern), replacement)
    for pattern, replacement in (
        (r"^(?:yu|iu|ju)(?=[lrs])", "yu"),
        (r"^(?:ye|je)(?=[vkfrmlg])", "e"),
        (r"^e(?=[bsmhkl][a-z])", "i"),
        (r"^(?:x|kh)(?=[aeiou])", "h"),
        (r"tch", "ch"),
        (r"sch", "sh"),
        (r"ph", "f"),
        (r"(?:off|of)$", "ov"),
        (r"(?:eff|ef)$", "ev"),
        (r"x", "ks"),
        (r"dr$", "der"),
        (r"th", "t"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"dj", "j"),
        (r"ck", "k"),
        (r"q", "k"),
        (r"c(?![ehiy])", "k"),
        (r"w", "v"),
        (r"(?:iya|iia|ija|ya)$", "ia"),
        (r"(?:iy|yi|ii|ij|yy)$", "i"),
        (r"ou|oo|u+|o", "u"),
        (r"ei|ey|ai|ay", "e"),
        (r"ee|ie(?!v)|y|i+", "i"),
        (r"eh", "ah"),
        (r"a+", "a"),
        (r"ah$", "a"),
        (r"(.)\1+", r"\1"),
    )
)
_ABD = expression(r"^abd(?:[aeou]?l(?=[a-z]{3})|[aeou](?=([rsdntz])\1?[a-z]{3})|(?=[a-z]{4}))")

_MUTE = expression(r"(?<=[a-z]{4}[dlmnr])e$")
"""What French writes behind some of the names of God."""


@lru_cache(maxsize=16_384)
def key(word: str) -> str:
    """Give what all known spellings of a name share; short words are their own key."""
    text = fold(word).replace(" ", "")
    if len(text) < SHORTEST or not text.isalpha():
        return text
    servant = _ABD.match(text)
    if servant:
        return "abd" + _apply(_MUTE.sub("", text[servant.end() :]))
    return _apply(text)


def _apply(text: str) -> str:
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def skeleton(word: str) -> str:
    """Give the consonants of a key: what is left of a name in scripts that write no vowels."""
    return re.sub("[aeiouvy]", "", key(word))


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ё": "yo"})
_TURKISH = str.maketrans({"ş": "sh", "ç": "ch", "ğ": "gh", "ı": "i", "š": "sh", "č": "ch", "ž": "zh"})
_SOUTH_SLAVIC = str.maketrans({"đ": "dj"})


_PINYIN = expression(r"(?<=[ln])(?:yu|ü)(?=e?$)")
"""The vowel of Lü, for which Chinese passports have written V, and write YU."""


def forms(word: str) -> frozenset[str]:
    """Give the ways to write a word without its marks: Müller is muller and mueller, Şahin is sahin and shahin."""
    lower = word.lower()
    plain = frozenset(fold(lower.translate(table)) for table in ({}, _UMLAUTS, _TURKISH, _SOUTH_SLAVIC))
    return plain | {fold(_PINYIN.sub("v", lower))}
