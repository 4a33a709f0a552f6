"""How deep groups of drawings lie in one another, and how often one draws all that is in it.

Ten groups that each draw the next ten times are a few hundred bytes and ten thousand million drawings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Nested(NamedTuple):
    """The depth of the deepest group, and the number of groups that the dearest one draws, itself counted."""

    depth: int = 0
    drawings: int = 0


def most(drawn: Mapping[int, Mapping[int, int]]) -> Nested:
    """Measure groups; ``drawn`` gives for each which others it draws, and how often.

    What leads back to itself is left out there: pdfium does not follow it.
    """
    known: dict[int, Nested] = {}
    for number in drawn:
        for one in _inner_first(number, drawn, known):
            below = [(known[inner], times) for inner, times in drawn[one].items() if inner in known]
            depth = 1 + max((nested.depth for nested, _ in below), default=0)
            known[one] = Nested(
                depth, 1 + max((nested.drawings * times for nested, times in below), default=0)
            )
    return Nested(
        max((one.depth for one in known.values()), default=0),
        max((one.drawings for one in known.values()), default=0),
    )


def _inner_first(
    number: int, drawn: Mapping[int, Mapping[int, int]], known: Mapping[int, Nested]
) -> Iterator[int]:
    """Give the groups that are not known yet, each after those that it draws."""
    stack = [(number, False)]
    begun: set[int] = set()
    while stack:
        one, done = stack.pop()
        if done:
            yield one
        elif one not in known and one not in begun:
            begun.add(one)
            stack.append((one, True))
            stack.extend((inner, False) for inner in drawn[one] if inner in drawn)
