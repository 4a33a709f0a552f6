"""Spans of days, both ends included: joined, cut out of one another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

Span = tuple[date, date]
"""The first and the last day, both included."""

DAY = timedelta(days=1)


def joined(spans: Iterable[Span], bridge: int = 0) -> list[Span]:
    """Put together spans that share a day or have at most ``bridge`` days between them, in the order of time."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= after(found[-1][1], bridge + 1):
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def without(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """Give the days of some spans that lie in none of the others."""
    rest = joined(spans)
    for start, end in joined(taken):
        left = [(a, min(b, before(start))) for a, b in rest if a < start]
        right = [(max(a, after(end)), b) for a, b in rest if b > end]
        rest = sorted((a, b) for a, b in (*left, *right) if a <= b)
    return rest


def common(one: Span, other: Span) -> Span | None:
    """Give the days that two spans share, or None."""
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return (start, end) if start <= end else None


def shared(one: Iterable[Span], other: Iterable[Span]) -> list[Span]:
    """Give the days that lie both in one of some spans and in one of others."""
    others = list(other)
    return joined(both for a in one for b in others if (both := common(a, b)) is not None)


def length(*spans: Span) -> int:
    """Count the days of spans, each day once."""
    return sum((end - start).days + 1 for start, end in joined(spans))


def shared_days(one: Span, other: Span) -> int:
    """Count the days that two spans share."""
    both = common(one, other)
    return length(both) if both is not None else 0


def after(day: date, days: int = 1) -> date:
    """Give the day so many days after, or the last day that there is."""
    return date.max if (date.max - day).days <= days else day + timedelta(days)


def before(day: date) -> date:
    """Give the day before, or the first day that there is."""
    return day - DAY if day > date.min else day


def number_of_days(number: int) -> str:
    """Write a number of days: "1 day", "12 days"."""
    return "1 day" if number == 1 else f"{number} days"
