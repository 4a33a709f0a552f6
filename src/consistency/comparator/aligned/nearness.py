"""How near two periods are, end by end."""

from __future__ import annotations

from typing import NamedTuple

from consistency.normalizer.dates import Period

NEAR = 92
"""Days within which two dates may be one date told with an error: three months."""


class Nearness(NamedTuple):
    """Days between two starts and two ends; None where one is not told, 0 where they agree."""

    start: int | None
    end: int | None

    @property
    def weight(self) -> float:
        """1 for the same period, half for a year apart in all; half where nothing is told."""
        told = [d for d in self if d is not None]
        return 1 / (1 + sum(told) / 365) if told else 0.5

    def within(self, days: int) -> bool:
        """True where both ends are told and neither is further apart than so many days."""
        return self.start is not None and self.end is not None and self.start <= days and self.end <= days


def nearness(one: Period | None, other: Period | None) -> Nearness:
    """Compare two periods end by end; an open end agrees with every later one."""
    if one is None or other is None:
        return Nearness(None, None)
    start = one.start.distance(other.start) if one.start and other.start else None
    if one.open and other.open:
        return Nearness(start, 0)
    if one.end is None or other.end is None:
        return Nearness(start, None)
    return Nearness(start, one.end.distance(other.end))
