"""Reading against the tools that do no more than read, in one warm process, on the same files."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import docx
from pypdf import PdfReader
from tests.readers.scanning import saved, slip

from benchmarks.corpus import Corpus
from benchmarks.table import Row, alternated
from consistency.readers.drawn_pages import drawn
from consistency.readers.files import Options, read_file

PLAIN = Options(ocr=False)
PAGES = 6
"""Scanned pages that are recognised."""


def rows(measured: Corpus) -> Iterator[Row]:
    """Give the ratios of reading PDF, forms, DOCX and scans."""
    pdfs, docxs = measured.files(".pdf"), measured.files(".docx")
    forms = [path for path in pdfs if _has_data(path)]
    read = partial(_read, pdfs)
    read()
    ours, boxes, text = alternated(
        read, partial(pdftotext, pdfs, "-bbox"), partial(pdftotext, pdfs, "-layout")
    )
    yield Row(f"words and boxes of {len(pdfs)} PDF", ours, "pdftotext -bbox", boxes, 1.2)
    yield Row(f"words and boxes of {len(pdfs)} PDF", ours, "pdftotext -layout", text)
    if forms:
        ours, theirs = alternated(partial(_read, forms), partial(_each, _xfa, forms))
        yield Row(f"{len(forms)} forms with their data", ours, "pypdf, opening file and XFA", theirs)
    if docxs:
        ours, theirs = alternated(partial(_read, docxs), partial(opened, docxs))
        yield Row(f"{len(docxs)} DOCX", ours, "python-docx, opening them", theirs)
    yield _recognition()


def _each(work: Callable[[Path], object], paths: list[Path]) -> None:
    for path in paths:
        work(path)


def _read(paths: list[Path]) -> None:
    for path in paths:
        read_file(path.parent, path.name, PLAIN)


def pdftotext(paths: list[Path], how: str) -> None:
    """Have poppler write down the words of files, as pages look or each with its box."""
    for path in paths:
        subprocess.run(["pdftotext", how, path, "-"], check=False, capture_output=True)


def _xfa(path: Path) -> object:
    return PdfReader(path).xfa


def opened(paths: list[Path]) -> None:
    """Have python-docx open files."""
    for path in paths:
        docx.Document(str(path))


def _has_data(path: Path) -> bool:
    form = read_file(path.parent, path.name, PLAIN).form
    return form is not None and bool(form.datasets)


def _recognition() -> Row:
    """Recognise pages that are plain to read, and have the engine alone recognise the same pages, drawn before."""
    words = (
        "Statement of account number {} for Noor Sample",
        "Opening balance 1,250.00 on 3 May 2021",
        "Tehran",
    )
    with tempfile.TemporaryDirectory() as place:
        folder, pictures = Path(place), list[Path]()
        for number in range(PAGES):
            data = saved(slip(*(line.format(number) for line in words * 6), size=(612, 792)))
            (folder / f"{number}.pdf").write_bytes(data)
            (_, page, _), *_ = drawn("pdf", data, [1], PLAIN, 300.0)
            pictures.append(folder / f"{number}.png")
            page.convert("L").save(pictures[-1], dpi=(300, 300))
        ours, theirs = alternated(
            lambda: [read_file(folder, f"{n}.pdf", Options(ocr=True)) for n in range(PAGES)],
            partial(_each, _tesseract, pictures),
        )
    return Row(f"{PAGES} scanned pages", ours, "tesseract, on the pages drawn before", theirs, 1.15)


def _tesseract(picture: Path) -> None:
    command = ["tesseract", str(picture), "-", "-l", "eng+fra", "tsv"]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"OMP_THREAD_LIMIT": "1"})
