"""DOCX and its kin (DOCM, DOTX, Strict): paragraphs, tables, headers, notes, text boxes; changes and comments."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from consistency.model import Document
from consistency.readers.limits import Options

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MAIN_PART = b"word/document"
FOREIGN = (
    b"xl/workbook",
    b"ppt/presentation",
    b"application/vnd.oasis.opendocument",
    b"application/epub+zip",
)


def accepts(data: bytes, name: str) -> bool:
    """Take a ZIP with a Word document in it, even a broken one of that name, and an encrypted package."""
    if data.startswith(OLE):
        return ENCRYPTED in data
    if not data.startswith(b"PK"):
        return False
    if MAIN_PART in data:
        return True
    return name.endswith((".docx", ".docm", ".dotx", ".dotm")) and not any(mark in data for mark in FOREIGN)


def load() -> None:
    """Load what reads such a document."""
    import_module("consistency.readers.docx.document")


def read(data: bytes, path: str, options: Options) -> Document:
    """Read the lines of a document, its unresolved changes and comments, and the metadata."""
    from consistency.readers.docx.document import assemble

    return assemble(data, path, options)


def attached(data: bytes, options: Options) -> Iterator[tuple[str, bytes]]:
    """Give the pictures of a document that holds nothing else: each is a paper of its own."""
    from consistency.readers.docx.document import pictures

    if not data.startswith(OLE):
        yield from pictures(data, options)
