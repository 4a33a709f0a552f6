"""The size of letters in a picture: a box is as high as the letters in it, not as the type that they are of.

"Monzo" is lower than "Marketing" in the same type, which has a letter below the line. Measured in capitals, whose
height is about 0.72 of the type's size; the other shares are those of common text types.
"""

from collections.abc import Sequence
from statistics import median

from consistency.model import Box

_HIGH = frozenset("bdfhklit!?%&|/\\()[]{}'\"#$€£’“”")
_LOW = frozenset("gjpqyçQ,;/\\()[]{}|$")
_SHARES = {(True, True): 1.3, (True, False): 1.0, (False, True): 1.0, (False, False): 0.72}
"""Height in capitals of a word with high letters, and with letters below the line."""


def size(words: Sequence[tuple[str, Box]]) -> float:
    """Give the height of the capitals in which words are written, each with the box around what is seen of it."""
    sizes = [
        (box.y1 - box.y0) / _share(text) for text, box in words if any(letter.isalnum() for letter in text)
    ]
    return median(sizes or [box.y1 - box.y0 for _, box in words])


def _share(text: str) -> float:
    high = any(
        letter.isupper() or letter.isdigit() or letter in _HIGH or letter > "\u00bf" for letter in text
    )
    return _SHARES[high, bool(_LOW & {*text})]
