"""Searching dates in a text that was made to be slow: twice the text must not take four times as long."""

from __future__ import annotations

from time import perf_counter

from consistency.normalizer.dates import find_dates, find_periods

TIMES = 5_000
LIMIT = 3.0
"""Ratio of the times for twice the text: 2 is linear, 4 is quadratic."""


def measure() -> str:
    """Give the ratio of searching a text and one half as long, the better of three rounds each."""
    half, whole = (min(_seconds(_hostile(times)) for _ in range(3)) for times in (TIMES, 2 * TIMES))
    verdict = "kept" if whole / half < LIMIT else "BROKEN"
    size = len(_hostile(2 * TIMES)) // 1000
    return (
        f"dates in {size} thousand hostile characters {whole * 1000:.0f} ms, in half of them "
        f"{half * 1000:.0f} ms, ratio {whole / half:.2f} (under {LIMIT:.0f}: {verdict})"
    )


def _hostile(times: int) -> str:
    return "1 " * 2 * times + "2019-" * times + "march " * times


def _seconds(text: str) -> float:
    begun = perf_counter()
    find_dates(text)
    find_periods(text)
    return perf_counter() - begun


if __name__ == "__main__":
    print(measure())
