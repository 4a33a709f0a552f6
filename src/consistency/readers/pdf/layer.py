"""The words that a scanner's program wrote without ink behind the picture of a page: whether they can be relied on."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.normalizer.expressions import expression

ALL = 0.9
"""Share of a page's words from which they are such a layer."""
ASTRAY = 0.3
"""Share of them that stand where the picture has no ink, from which the layer belongs to another picture."""
GARBLED, FEWEST, LONG = 0.1, 3, 4
"""Share of longer words with letters that no word has, from which the layer was misread; so many there must be."""
_ODD = expression(r"[^\W\d_]\d+[^\W\d_]|[A-Z]{2}[a-z][A-Z]|[a-z][A-Z]{2,}[a-z]|\w[|¦{}\[\]~^<>\\]\w|\ufffd")


def unreliable(words: Sequence[str], doubtful: int, unseen: int) -> bool:
    """Tell whether the words of a page are such a layer, and do not say what the picture shows."""
    if not words or doubtful < ALL * len(words):
        return False
    return unseen >= ASTRAY * doubtful or _is_garbled(words)


def _is_garbled(words: Sequence[str]) -> bool:
    longer = [word for word in words if len(word) >= LONG and "@" not in word and "/" not in word]
    odd = sum(_ODD.search(word) is not None for word in longer)
    return odd >= max(FEWEST, GARBLED * len(longer))
