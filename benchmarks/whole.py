"""Whole cases: read, extracted, compared and reported as JSON, in one warm process; again; and by two processes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import cache
from benchmarks.corpus import Corpus
from benchmarks.reading import opened, pdftotext
from benchmarks.table import ROUNDS, Row, alternated
from consistency.pipeline import Check, check
from consistency.readers.files import Options
from consistency.reports import render

PLAIN = Options(ocr=False)
DOCUMENTS = 40
"""Of the folder that two processes share."""


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
    yield _side_by_side(measured)


def _checked(cases: tuple[Path, ...]) -> None:
    for case in cases:
        render("json", check(case, Check(reading=PLAIN)))


def _side_by_side(measured: Corpus) -> Row:
    """Read a folder of forty documents by one process and by two; here the clock counts."""
    with tempfile.TemporaryDirectory() as place:
        for number, path in enumerate((measured.files() * DOCUMENTS)[:DOCUMENTS]):
            target = Path(place, f"{number:02}", path.name)
            target.parent.mkdir()
            shutil.copy(path, target)
        turns = [tuple(_seconds(Path(place), jobs) for jobs in (1, 2)) for _ in range(ROUNDS)]
    one, two = (median(column) for column in zip(*turns, strict=True))
    return Row(f"{DOCUMENTS} documents by one process (clock)", one, "two processes", two, 1.7, least=True)


def _seconds(folder: Path, jobs: int) -> float:
    begun = perf_counter()
    check(folder, Check(reading=PLAIN, jobs=jobs))
    return perf_counter() - begun
