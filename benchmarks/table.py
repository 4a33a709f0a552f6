"""A measured promise: what the program takes against a named peer in the same run, and the limit of their ratio.

What is counted are seconds of processor, of this process and of those that it began: on a machine that others use, too,
the clock would count their work. Both sides take turns, and each counts with its median. Where a person waits
for several processes the clock counts, and the row says so.
"""

from __future__ import annotations

import resource
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured: ``ours`` and ``theirs`` in the same unit, and by how much the one may be the other."""

    what: str
    ours: float
    peer: str
    theirs: float
    limit: float | None = None
    least: bool = False
    """True where the ratio has to reach the limit, not to stay below it."""
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """Ours to theirs."""
        return self.ours / self.theirs

    @property
    def verdict(self) -> str:
        """What became of the promise; nothing where there is none."""
        if self.limit is None:
            return ""
        kept = self.ratio >= self.limit if self.least else self.ratio <= self.limit
        return f"{'at least' if self.least else 'at most'} {self.limit:g}: {'kept' if kept else 'BROKEN'}"

    def __str__(self) -> str:
        measured = f"{self.ours:.3g} {self.unit} to {self.theirs:.3g} {self.unit}"
        return f"| {self.what} | {self.peer} | {measured} | {self.ratio:.2f} | {self.verdict} |"


HEAD = "| what | peer | ours to theirs | ratio | promise |\n|---|---|---|---|---|"


def spent() -> float:
    """Give the seconds of processor of this process and of all that it began and that have ended."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def took(work: Callable[[], object]) -> float:
    """Give the seconds of processor of a piece of work."""
    begun = spent()
    work()
    return spent() - begun


def lasted(work: Callable[[], object]) -> float:
    """Give the seconds that pass until a piece of work is done."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def alternated(
    *works: Callable[[], object],
    rounds: int = ROUNDS,
    seconds: Callable[[Callable[[], object]], float] = took,
) -> list[float]:
    """Do pieces of work in turn, each so often, and give the median of each one's seconds."""
    told = [[seconds(work) for work in works] for _ in range(rounds)]
    return [median(column) for column in zip(*told, strict=True)]
