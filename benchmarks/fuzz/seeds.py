"""Small papers to begin with, built by the project's own code: nothing is kept in a file."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from fixtures.barcodes import barcode_texts
from fixtures.bundle_papers import papers, sample
from fixtures.form_samples import FormSample, form_samples
from fixtures.papers import acroform, letter_pdf, xfa_form
from pypdf import PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import DecodedStreamObject, IndirectObject, StreamObject

from benchmarks.fuzz.mutating import zipped
from consistency.model import Document, Word
from consistency.readers.barcode.orders import orders
from consistency.readers.files import Options, read_bytes

SHORT = ("imm5476", "imm5409", "imm5645", "imm1295", "imm5257b")
"""Forms whose samples are short, of different shapes."""


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def forms() -> tuple[FormSample, ...]:
    """Give the filled sample forms."""
    return tuple(form_samples())


def form_texts() -> Iterator[bytes]:
    """Give forms as their printed number, and a line for each field: its path and its value."""
    for one in forms():
        lines = (f"{path}={value}" for path, value in one.data.items())
        yield "\n".join((one.footer, *lines)).encode()


def xfa_pdfs() -> Iterator[bytes]:
    """Give forms with their data, as a PDF that can be read in an editor."""
    for one in forms():
        if one.name in SHORT and not one.classic:
            yield plain(xfa_form(one.data, one.footer, one.title, lists=one.lists, encrypt=False))


def acroform_pdfs() -> Iterator[bytes]:
    """Give forms with classic fields, as a PDF that can be read in an editor."""
    for one in forms():
        if one.name in SHORT:
            yield plain(one.classic_pdf())
    yield plain(
        acroform(
            {"Group.Name.Family": "SAMPLE", "Group.Name.Given": "NOOR", "Date": "2024-01-02"},
            ["IMM 5409 (08-2005) E"],
        )
    )


def plain(pdf: bytes) -> bytes:
    """Give a PDF with nothing packed in it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for number, held in enumerate(list(writer._objects), 1):
        if isinstance(held, StreamObject) and "/Filter" in held:
            stream = DecodedStreamObject()
            stream.update({key: held[key] for key in held.keys() - {"/Filter", "/DecodeParms", "/Length"}})
            stream.set_data(held.get_data())
            writer._replace_object(IndirectObject(number, 0, writer), stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word_bodies() -> Iterator[bytes]:
    """Give what stands in the body of a DOCX."""
    return (body.encode() for body in _told()["bodies"])


def docx_files() -> Iterator[bytes]:
    """Give DOCX packages of few parts."""
    return map(docx_file, word_bodies())


def docx_file(body: bytes) -> bytes:
    """Make a DOCX of few parts."""
    parts: dict[str, str] = _told()["parts"]
    return zipped([(name, part.encode().replace(b"{body}", body)) for name, part in parts.items()])


def barcodes() -> Iterator[bytes]:
    """Give the texts of the barcodes of a form, a line for each barcode."""
    for order in orders():
        values = {path: str(number % 12) for number, path in enumerate(order.paths)}
        yield "\n".join(barcode_texts(order, values).values()).encode()


@cache
def read_papers() -> tuple[Document, ...]:
    """Give papers of many kinds as they are read from a PDF."""
    made = [sample(name, 1, 0.0).data for name in papers()]
    return tuple(read_bytes(data, "paper.pdf", Options()) for data in made)


def paper_texts() -> Iterator[bytes]:
    """Give papers as a typewriter would write them: a form feed ends a page, two spaces part two cells."""
    for document in read_papers():
        pages = (
            "\n".join(line.text for line in document.lines if line.page == page.number)
            for page in document.pages
        )
        yield "\f".join(pages).encode()


def paper_places() -> Iterator[bytes]:
    """Give papers as a line for each word: its page, left and right edge, baseline, size, turn, and its letters."""
    for document in read_papers():
        told = (_placed(page.number, word) for page in document.pages[:3] for word in page.words[:300])
        yield "\n".join(told).encode()


def _placed(page: int, word: Word) -> str:
    x0, y0, x1, y1 = word.box
    return f"{page} {x0:.1f} {x1:.1f} {y1:.1f} {y1 - y0:.1f} 0 {word.text}"


def dates() -> Iterator[bytes]:
    """Give texts with dates and periods in many ways of writing."""
    return (text.encode() for text in _told()["dates"])


def zones() -> Iterator[bytes]:
    """Give machine-readable zones of passports, cards and visas below the names that are printed beside them."""
    return (text.encode() for text in _told()["zones"])


def names() -> Iterator[bytes]:
    """Give two names, a line for each."""
    return (text.encode() for text in _told()["names"])


def values() -> Iterator[bytes]:
    """Give two texts, a line for each, with amounts, numbers, places and titles."""
    return (text.encode() for text in _told()["values"])


def bundled_case() -> Path:
    """Give the folder of the bundled case."""
    import fixtures

    return Path(fixtures.__path__[0], "sample")


def paper_pdfs() -> Iterator[bytes]:
    """Give two papers in one PDF with bookmarks, labels of pages and an attachment, to be read in an editor."""
    table = (("From", "To", "Title"), ("2019-05", "2021-06", "Cook"))
    letter = letter_pdf(["Dear officer,", "I worked from May 2019 to June 2021.", table])
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(letter)))
    for number, name in enumerate(("passport", "permit"), 1):
        writer.append(io.BytesIO(sample(name, 1, 0.0).data))
        writer.add_outline_item(title=name, page_number=number)
        writer.set_page_label(number, number, style=PageLabelStyle.DECIMAL, prefix="A-")
    writer.add_attachment("letter.txt", b"Dear officer")
    writer.add_metadata({"/Author": "Noor", "/CreationDate": "D:20230304101500+01'00'"})
    out = io.BytesIO()
    writer.write(out)
    yield plain(out.getvalue())
