"""Reading against the tools that do no more than read, in one warm process, on the same files."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import docx
from PIL import Image
from pypdf import PdfReader
from tests.readers.scanning import saved, slip, tilted

from benchmarks.corpus import Corpus
from benchmarks.table import Row, alternated
from consistency.readers import ocr
from consistency.readers.drawn_pages import drawn
from consistency.readers.files import Options, read_file
from consistency.readers.ocr.tesseract import languages

PLAIN = Options(ocr=False)
SHORT = (
    "Statement of account number {} for Noor Sample",
    "Opening balance 1,250.00 on 3 May 2021",
    "Tehran",
)
FULL = (
    "{}. The salary of Noor Sample was 1,250.00 a month from 3 May 2021, paid into her account at the bank",
    "as agreed in the contract of employment; she worked forty hours a week as a cook and, from 2019, as head of a",
    "kitchen with five helpers, took orders from suppliers, planned menus, and trained those who came after her.",
)
"""Lines from edge to edge of a page."""
PAGES = 6
"""Scanned pages of a sort that are recognised."""
LETTER = (612.0, 792.0)
"""Points across and down."""
TILT = 0.6
"""Degrees."""


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
    yield _recognition("scanned pages", [saved(page) for page in _pages(SHORT, 6)])
    yield _recognition(
        "pages full of text, scanned askew", [saved(tilted(page, TILT)) for page in _pages(FULL, 13)]
    )


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


def _pages(words: tuple[str, ...], times: int) -> Iterator[Image.Image]:
    """Give pages on which the same lines stand so many times."""
    for number in range(PAGES):
        yield slip(*(line.format(number) for line in words * times), size=LETTER)


def _recognition(what: str, pages: list[bytes]) -> Row:
    """Recognise pages that are plain to read, and have the engine alone recognise the same pages.

    Both have them at the same resolution and in the same languages, and the engine is held to one thread. It gets the
    whole page, drawn before, in the form that it takes in the least time. Drawing the page counts on our side only,
    as do looking for barcodes, turning it upright, and making lines of words.
    """
    with tempfile.TemporaryDirectory() as place:
        folder, pictures = Path(place), list[Path]()
        for number, data in enumerate(pages):
            (folder / f"{number}.pdf").write_bytes(data)
            (_, page, dots), *_ = drawn("pdf", data, [1], PLAIN, ocr.DOTS)
            pictures.append(folder / f"{number}.bmp")
            page.convert("L").save(pictures[-1], dpi=(dots, dots))
        ours, theirs = alternated(
            lambda: [read_file(folder, f"{n}.pdf", Options(ocr=True)) for n in range(len(pages))],
            partial(_each, _tesseract, pictures),
        )
    return Row(f"{len(pages)} {what}", ours, "tesseract, on the pages drawn before", theirs, 1.15)


def _tesseract(picture: Path) -> None:
    command = [
        "tesseract",
        str(picture),
        "-",
        "--dpi",
        str(round(ocr.DOTS)),
        "-l",
        "+".join(languages()),
        "tsv",
    ]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"OMP_THREAD_LIMIT": "1"})
