"""Small numbers in words, English and French, by which texts count years, days, hours and relatives."""

from collections.abc import Mapping

_ENGLISH = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty
"""
_FRENCH = """
un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf
vingt
"""
COUNTS: Mapping[str, int] = {
    **{word: number for words in (_ENGLISH, _FRENCH) for number, word in enumerate(words.split(), 1)},
    "une": 1, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip
"""The words, folded, and what they mean; "a" and "an" count in some places only."""


def count_of(word: str) -> int | None:
    """Give how many a word or a figure says.

    >>> count_of("12"), count_of("douze"), count_of("many")
    (12, 12, None)
    """
    return int(word) if word.isdecimal() else COUNTS.get(word)
