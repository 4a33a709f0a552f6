"""A folder of forty documents, checked by one process and by two.

As a warm program does it: what reads stays from one check to the next (:func:`consistency.workers.keeping`). How it is
where the processes are begun for the check, as a command's are, is told below that.
Here the clock counts. What the machine can do is measured with it, in turns: two processes that share nothing, and only
count. On a machine that others use too they gain less than two cores would give, and by the second less or more: so the
gain is told twice, as it is, and as the share of what those gain. All is done in processes that did nothing else, as a
command's: to copy one costs the more the more it holds.
"""

from __future__ import annotations

import gc
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median

import msgspec

from benchmarks.table import Row, alternated, lasted
from consistency.pipeline import Check, check
from consistency.readers.files import Options
from consistency.sweeping import SELDOM
from consistency.workers import keeping

PLAIN = Options(ocr=False)
DOCUMENTS = 40
"""Of the folder that two processes share."""
TURNS = 7
"""More than elsewhere: by the clock, whatever else the machine does is counted, too."""
GAIN = 1.7
"""How many times as fast two processes are to be as one, on two cores."""
AGAIN = 3
"""Processes in which that is measured, one after the other: where the system lays a process makes some percent."""
COUNTED = 4_000_000


def rows(paths: Sequence[Path]) -> Iterator[Row]:
    """Give the ratio of one process to two, on a folder of the first of these, and what the machine can do."""
    first = [str(path) for path in islice(cycle(paths), DOCUMENTS)]
    command = [sys.executable, "-m", "benchmarks.side_by_side", *first]
    each = [subprocess.run(command, check=True, capture_output=True).stdout for _ in range(AGAIN)]
    told = [msgspec.json.decode(one, type=list[float]) for one in each]
    anew, both_anew, one, two, alone, shared = map(median, zip(*told, strict=True))
    yield Row(f"{DOCUMENTS} documents by one process (clock)", one, "two processes", two, GAIN, least=True)
    yield Row("the same, begun for the check", anew, "two processes", both_anew)
    yield Row("counting by one process (clock)", alone, "two processes that share nothing", shared)
    what, peer = "gain of a second process", "that of one that shares nothing"
    yield Row(what, one / two, peer, alone / shared, GAIN / 2, least=True, unit="times")


def _measured(paths: Sequence[Path]) -> list[float]:
    """Give the seconds of a check by one process and by two, by such as are begun for it, and of counting likewise."""
    gc.set_threshold(SELDOM)
    with tempfile.TemporaryDirectory() as place:
        for number, path in enumerate(paths):
            target = Path(place, f"{number:02}", path.name)
            target.parent.mkdir()
            shutil.copy(path, target)
        check(Path(place), Check(reading=PLAIN))
        works = [partial(check, Path(place), Check(reading=PLAIN, jobs=jobs)) for jobs in (1, 2)]
        anew = alternated(*works, rounds=TURNS, seconds=lasted)
        counting = [partial(_counted, jobs) for jobs in (1, 2)]
        with keeping():
            for work in works:
                work()
            kept = alternated(*works, *counting, rounds=TURNS, seconds=lasted)
        return [*anew, *kept]


def _counted(jobs: int) -> None:
    """Have so many processes count to a number together."""
    processes = [get_context("fork").Process(target=_count, args=(COUNTED // jobs,)) for _ in range(jobs)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def _count(most: int) -> None:
    seen: dict[int, str] = {}
    for number in range(most):
        seen[number % 1000] = str(number)


if __name__ == "__main__":
    print(msgspec.json.encode(_measured([Path(name) for name in sys.argv[1:]])).decode())
