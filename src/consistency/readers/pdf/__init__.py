"""PDF: forms with their data, and pages with words."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from consistency.model import Document
from consistency.readers.limits import Options

HEADER_WITHIN = 1024


def accepts(data: bytes, name: str) -> bool:
    """Take what begins as a PDF, even after other bytes, and what is called PDF and has PDF objects."""
    head = data[:HEADER_WITHIN]
    if b"%PDF-" in head:
        return True
    return name.endswith(".pdf") and (b"%PDF" in head or b" obj" in data)


def load() -> None:
    """Load what reads a PDF."""
    import_module("consistency.readers.pdf.document")


def read(data: bytes, path: str, options: Options) -> Document:
    """Read the form, the lines of the pages, the annotations and the metadata of a PDF."""
    from consistency.readers.pdf.document import assemble

    return assemble(data, path, options)


def attached(data: bytes, options: Options) -> Iterator[tuple[str, bytes]]:
    """Give the files that lie in a PDF (a portfolio, attachments), each with its name."""
    from consistency.readers.pdf.attachments import attached as found

    yield from found(data, options)
