"""Whole cases: read, extracted, compared and reported as JSON, in one warm process; again; and by two processes."""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from benchmarks import cache
from benchmarks.corpus import Corpus
from benchmarks.reading import opened, pdftotext
from benchmarks.table import Row, alternated, lasted
from consistency.pipeline import Check, check
from consistency.readers.files import Options
from consistency.reports import render
from consistency.sweeping import SELDOM
from consistency.workers import apart

PLAIN = Options(ocr=False)
DOCUMENTS = 40
"""Of the folder that two processes share."""
TURNS = 7
"""More than elsewhere: by the clock, whatever else the machine does is counted, too."""
AGAIN = 3
"""Processes in which that is measured, one after the other: where the system lays a process makes some percent."""
COUNTED = 4_000_000


def rows(measured: Corpus) -> Iterator[Row]:
    """Give the ratios of whole cases, of a repeated check and of two processes."""
    pdfs, docxs = measured.files(".pdf"), measured.files(".docx")
    done = partial(_checked, measured.cases)
    done()
    ours, text, words = alternated(done, partial(pdftotext, pdfs, "-layout"), partial(opened, docxs))
    peer = "pdftotext -layout and python-docx, opening"
    yield Row(
        f"{len(measured.cases)} whole cases of {len(pdfs) + len(docxs)} documents",
        ours,
        peer,
        text + words,
        2.5,
    )
    largest = max(measured.cases, key=lambda case: len(Corpus((case,)).files()))
    yield from cache.rows(largest)
    forty = (measured.files() * DOCUMENTS)[:DOCUMENTS]
    turns = [apart(_side_by_side, forty) for _ in range(AGAIN)]
    one, two, alone, shared = map(median, zip(*turns, strict=True))
    yield Row(f"{DOCUMENTS} documents by one process (clock)", one, "two processes", two, 1.7, least=True)
    yield Row("counting by one process (clock)", alone, "two processes that share nothing", shared)


def _checked(cases: tuple[Path, ...]) -> None:
    for case in cases:
        render("json", check(case, Check(reading=PLAIN)))


def _side_by_side(paths: Sequence[Path]) -> tuple[float, ...]:
    """Check a folder of forty documents by one process and by two; here the clock counts.

    What the machine can do is measured with it, in turns: two processes that share nothing, and only count. It is to be
    done in a process that did nothing else, as a command's: to copy one costs the more the more it holds.
    """
    gc.set_threshold(SELDOM)
    with tempfile.TemporaryDirectory() as place:
        for number, path in enumerate(paths):
            target = Path(place, f"{number:02}", path.name)
            target.parent.mkdir()
            shutil.copy(path, target)
        check(Path(place), Check(reading=PLAIN))
        works = [partial(check, Path(place), Check(reading=PLAIN, jobs=jobs)) for jobs in (1, 2)]
        counting = [partial(_counted, jobs) for jobs in (1, 2)]
        return tuple(alternated(*works, *counting, rounds=TURNS, seconds=lasted))


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
