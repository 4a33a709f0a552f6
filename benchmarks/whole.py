"""Whole cases: read, extracted, compared and reported as JSON, in one warm process; again; and by two processes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import cache, side_by_side
from benchmarks.corpus import Corpus
from benchmarks.reading import opened, pdftotext
from benchmarks.side_by_side import PLAIN
from benchmarks.table import Row, alternated
from consistency.pipeline import Check, check
from consistency.reports import render


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
    yield from side_by_side.rows(measured.files())


def _checked(cases: tuple[Path, ...]) -> None:
    for case in cases:
        render("json", check(case, Check(reading=PLAIN)))
