"""False alarms and misses over invented lives: ``python -m benchmarks.lives [SEEDS] [EDIT …]``.

A consistent life, told by different papers at different days, should give no finding of level minor or above; one
planted edit should be found, and nothing else be reported.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from time import perf_counter

from tests.lives.running import Tally, false_alarms, known_edits, tally

SEEDS = 2000
PIECE = 10
"""Seeds that one process takes at a time."""


def _alarms(seeds: range) -> list[tuple[int, str, str]]:
    return [(seed, finding.rule, finding.detail) for seed, finding in false_alarms(seeds)]


def _tallies(seeds: range, names: Sequence[str]) -> dict[str, Tally]:
    """Plant each edit in each life: what a life's papers say is worked out once for all edits."""
    edits = [edit for edit in known_edits() if not names or edit.name in names]
    found = {edit.name: Tally() for edit in edits}
    for seed in seeds:
        for edit in edits:
            found[edit.name] += tally(edit, [seed])
    return found


def main(seeds: int, names: Sequence[str] = ()) -> None:
    """Print the figures."""
    begun = perf_counter()
    pieces = [range(first, min(first + PIECE, seeds)) for first in range(0, seeds, PIECE)]
    with ProcessPoolExecutor() as pool:
        if not names:
            alarms = [one for found in pool.map(_alarms, pieces) for one in found]
            print(f"consistent lives {seeds}, findings of level minor or above {len(alarms)}")
            for rule, times in Counter(rule for _, rule, _ in alarms).most_common():
                seed, _, detail = next(one for one in alarms if one[1] == rule)
                print(f"  {times:5} {rule}, for one seed {seed}: {detail}")
        print(f"{'edit':26}{'planted':>8}{'found':>7}{'%':>7}  missed seeds; reported beside it")
        found: dict[str, Tally] = {}
        for tallies in pool.map(_tallies, pieces, [list(names)] * len(pieces)):
            found = {name: found.get(name, Tally()) + told for name, told in tallies.items()}
        for name, told in found.items():
            share = 100 * told.found / max(1, told.planted)
            print(
                f"{name:26}{told.planted:8}{told.found:7}{share:7.1f}  {told.missed[:5]} {dict(told.beside)}"
            )
        planted, seen = (sum(getattr(told, name) for told in found.values()) for name in ("planted", "found"))
        print(f"{'all':26}{planted:8}{seen:7}{100 * seen / max(1, planted):7.1f}")
    print(f"{perf_counter() - begun:.0f} seconds")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS, sys.argv[2:])
