"""How high letters are: a line without capitals, or without letters that go below it, is as high as any other."""

from __future__ import annotations

TALL, LOW, DEEP = 0.72, 0.52, 0.21
"""Heights above the line of capitals and of small letters, and how far some go below it, in sizes of the type."""
TALLER = frozenset("bdfhklti()[]{}/|!?'\"“”‘’&%@#éèàùâêîôûëïöü")
DEEPER = frozenset("gjpqyQçş,;()[]{}/|")


def whole(top: float, bottom: float, text: str) -> tuple[float, float]:
    """Give from where to where a line's type goes, from where the ink of some of its letters does."""
    tall = any(letter in TALLER or letter.isupper() or letter.isdigit() for letter in text)
    if not tall and not any(letter.isalpha() for letter in text):
        return top, bottom  # a dash, a dot
    above, below = TALL if tall else LOW, DEEP if any(letter in DEEPER for letter in text) else 0.0
    size = (bottom - top) / (above + below)
    return top - (TALL - above) * size, bottom + (DEEP - below) * size
