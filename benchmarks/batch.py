"""How quickly folders are checked, and what it costs: ``python -m benchmarks.batch [FOLDERS] [TINY …]``.

Rate, the gain of a second process, and the peak memory of a worker over generated folders; then the growth of time and
memory with the number of folders, for tiny ones of two letters. The peer of two processes is one, in the same run; both
are measured once they have begun.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from time import perf_counter, process_time, sleep
from typing import NamedTuple

from fixtures import build
from fixtures.papers import docx_paper, write

from consistency.batch.folder import LOADED, Wanted, done
from consistency.batch.outcome import Folder, Outcome
from consistency.batch.running import Way, once
from consistency.batch.state import State
from consistency.pipeline import BOUNDS, Check
from consistency.readers.files import Options
from consistency.workers import Place, finished, here

FOLDERS = 40
TINY = (50, 200, 800)
GAIN = 1.7
"""How many times as many folders two processes are to check in the same time."""
GROWTH = 1.25
"""How many times the time of a folder, or the memory, may grow from the fewest folders to the most."""


class Run(NamedTuple):
    """What a run over folders took: seconds, seconds of processors, and the peak of a worker in MB."""

    folders: int
    seconds: float
    busy: float
    peak: float
    own: float
    """The peak of the process that hands out the work, so far."""


def small(folder: Path, number: int) -> None:
    """Write a folder with four papers: a form, a family form, a curriculum vitae and a letter."""
    jobs = (build.KITCHEN, build.BAKERY, build.JASMINE)
    day = f"2024-0{1 + number % 9}-03"
    write(folder / "2024 permit" / "IMM1295E.pdf", build.work_form(day, jobs[::-1], {}, {}))
    write(folder / "2024 permit" / "IMM5707E.pdf", build.family_form(day, [("Lina", "2017-08-30")]))
    write(folder / "draft" / "CV.docx", build.cv("2026-05-20", jobs[::-1]))
    write(
        folder / "draft" / "reference.pdf",
        build.reference("12 May 2026", build.JASMINE[1], "Noor Sample worked as a cook."),
    )


def tiny(folder: Path, number: int) -> None:
    """Write a folder with two letters."""
    for year in (2022, 2026):
        write(folder / f"{year}" / "letter.docx", _letter(f"{year}-03-0{1 + number % 9}"))


@cache
def _letter(day: str) -> bytes:
    return docx_paper([day, "To whom it may concern", "Noor Sample works as a cook.", "Acme Ltd"])


def measured(wanted: Wanted, folder: Folder) -> Outcome:
    """Do a folder's work, and note beside the reports its seconds of processor and the peak of the process so far."""
    begun = process_time()
    outcome = done(wanted, folder)
    with (wanted.output / f"used-{os.getpid()}").open("a") as notes:
        notes.write(f"{process_time() - begun} {_peak()}\n")
    return outcome


def _peak() -> float:
    """Give the most memory that this process has had, in MB (getrusage counts KB, on macOS bytes)."""
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def run(made: Callable[[Path, int], None], count: int, jobs: int) -> Run:
    """Check so many folders by so many processes, which have begun before the time is taken."""
    with tempfile.TemporaryDirectory() as place, here(jobs, BOUNDS, fresh=LOADED) as processes:
        wanted = _wanted(Path(place), "first")
        for number in range(4 * jobs):
            made(wanted.root / f"{number:05}", number)
        _go(wanted, processes)
        wanted = _wanted(Path(place), "then")
        for number in range(count):
            made(wanted.root / f"{number:05}", number)
        begun = perf_counter()
        _go(wanted, processes)
        seconds = perf_counter() - begun
        notes = [path.read_text().splitlines() for path in wanted.output.glob("used-*")]
        used = [line.split() for lines in notes for line in lines]
        return Run(
            count, seconds, sum(float(one[0]) for one in used), max(float(one[1]) for one in used), _peak()
        )


def _wanted(place: Path, name: str) -> Wanted:
    (place / name / "out").mkdir(parents=True)
    check = Check(reading=Options(ocr=False))
    return Wanted(place / name / "root", place / name / "out", check)


def _go(wanted: Wanted, processes: Place) -> None:
    with State(wanted) as state:
        once(wanted, state, processes, Way(), lambda _name: None, measured)


def gain(count: int) -> str:
    """Give rate, gain and memory of one process and of two."""
    one, two = (run(small, count, jobs) for jobs in (1, 2))
    ratio = one.seconds / two.seconds
    lines = [
        f"{jobs} process{'es' * (jobs > 1)}: {count} folders of 4 papers in {told.seconds:.1f} s, "
        f"{3600 * count / told.seconds:.0f} an hour, {3600 * count / told.busy:.0f} a core-hour, "
        f"peak of a worker {told.peak:.0f} MB"
        for jobs, told in ((1, one), (2, two))
    ]
    verdict = "kept" if ratio >= GAIN else "BROKEN"
    lines.append(
        f"two processes against one {ratio:.2f} (at least {GAIN}: {verdict}), load {os.getloadavg()[0]:.1f}"
    )
    return "\n".join(lines)


def handing_out(pieces: int = 40, seconds: float = 0.15) -> str:
    """Give the gain of more processes for work that only waits: what handing it out costs, however busy the machine."""
    took = {}
    for jobs in (1, 2, 4):
        with here(jobs, BOUNDS, fresh="time") as processes:
            list(finished(processes, sleep, [0.1] * 4 * jobs, lambda _item, _reason: None))
            begun = perf_counter()
            list(finished(processes, sleep, [seconds] * pieces, lambda _item, _reason: None))
            took[jobs] = perf_counter() - begun
    verdict = "kept" if took[1] / took[2] >= GAIN else "BROKEN"
    return (
        f"{pieces} pieces that wait {seconds} s: two processes against one {took[1] / took[2]:.2f}, four "
        f"{took[1] / took[4]:.2f} (two at least {GAIN}: {verdict})"
    )


def growth(sizes: tuple[int, ...]) -> str:
    """Give the time of a folder and the peak of a worker for more and more folders."""
    told = [run(tiny, count, 1) for count in sizes]
    lines = [
        f"{one.folders} folders of 2 letters: {1000 * one.seconds / one.folders:.0f} ms each, "
        f"{1000 * one.busy / one.folders:.0f} ms of processor; peak of a worker {one.peak:.0f} MB, of this process "
        f"{one.own:.0f} MB"
        for one in told
    ]
    slower = (told[-1].busy / told[-1].folders) / (told[0].busy / told[0].folders)
    larger = told[-1].peak / told[0].peak
    verdict = "kept" if max(slower, larger) <= GROWTH else "BROKEN"
    lines.append(
        f"processor time of a folder × {slower:.2f}, memory × {larger:.2f} (at most {GROWTH}: {verdict})"
    )
    return "\n".join(lines)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    print(gain(numbers[0] if numbers else FOLDERS))
    print(handing_out())
    print(growth(tuple(numbers[1:]) or TINY))
