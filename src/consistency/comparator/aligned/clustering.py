"""Puts together records that are one thing, the likest pair first.

Two rows of one paper stay apart unless they may be one thing told in parts: two journeys to one country are two,
however well a third paper's "Dubai (2022)" fits both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from consistency.comparator.aligned.likeness import Likeness
from consistency.comparator.telling import Same, Told, age
from consistency.model import Record

R = TypeVar("R", bound=Record)

Parts = Callable[[R, R], bool]
"""Says whether two records of one paper may be parts of one thing."""


def clusters(
    told: Sequence[Told[R]], weigh: Callable[[R, R], Likeness], parts: Parts[R]
) -> tuple[Same[R], ...]:
    """Give the things that records tell; their order does not matter."""
    rows = sorted(told, key=lambda row: (row.paper.document.content, repr(content(row.record))))
    home = list(range(len(rows)))
    members = {index: [index] for index in home}
    reasons: dict[int, dict[str, None]] = {index: {} for index in home}
    for one, other, reason in _pairs(rows, weigh):
        first, second = sorted((home[one], home[other]))
        if first == second or not _compatible(rows, members[first], members[second], parts):
            continue
        for index in members[second]:
            home[index] = first
        members[first] += members.pop(second)
        reasons[first] |= reasons.pop(second) | {reason: None}
    return tuple(
        Same(tuple(sorted((rows[i] for i in members[at]), key=age)), tuple(reasons[at])) for at in members
    )


def content(record: Record) -> list[object]:
    """Give what a record says, without places: to order by."""
    return [getattr(record, name) for name in record.field_names()]


def _pairs(rows: Sequence[Told[R]], weigh: Callable[[R, R], Likeness]) -> Iterator[tuple[int, int, str]]:
    """Give the pairs of rows of two papers that are alike, the likest first."""
    found: list[tuple[float, int, int, str]] = []
    for one, other in combinations(range(len(rows)), 2):
        first, second = rows[one], rows[other]
        if first.paper.path == second.paper.path:
            continue
        like = weigh(first.record, second.record)
        if like.weight > 0:
            found.append((-like.weight, one, other, like.reason))
    return ((one, other, reason) for _, one, other, reason in sorted(found))


def _compatible(
    rows: Sequence[Told[R]], first: Sequence[int], second: Sequence[int], parts: Parts[R]
) -> bool:
    return all(
        parts(rows[one].record, rows[other].record)
        for one in first
        for other in second
        if rows[one].paper.path == rows[other].paper.path
    )
