"""Open a PDF with pdfium: passwords, the kind of its form, metadata; refuse what would fill the memory."""

from __future__ import annotations

import ctypes
import io
import logging
import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from consistency.model import Bookmark
from consistency.normalizer.expressions import expression
from consistency.readers.limits import Limits
from consistency.readers.pdf import mending

logging.getLogger("pypdfium2").setLevel(logging.ERROR)

HEADER = b"%PDF-"
HEADER_WITHIN = 1024
WRONG_PASSWORD, UNKNOWN_SECURITY = raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY

SAID = ("Title", "Author", "Subject", "Producer", "Creator")
DATES = {"CreationDate": "created", "ModDate": "modified"}
DATE = expression(r"^\s*(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?")

BROKEN = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, OSError, AssertionError, RecursionError,
    NotImplementedError, OverflowError, MemoryError, ArithmeticError,
)  # fmt: skip
"""What reading the structure of a broken file ends in."""

ATTACHED_ONLY = re.compile(rb"/AuthEvent\s*/EFOpen\b")


class Locked(Exception):
    """No password opens the file; ``certificate`` where none could."""

    def __init__(self, certificate: bool = False) -> None:
        super().__init__("locked")
        self.certificate = certificate


@contextmanager
def opened(data: bytes, passwords: tuple[str, ...]) -> Iterator[Any]:
    """Open a document, and close it; threads that want one wait for one another.

    Its ``mended`` is None, or the file with a new end where it could not be opened without. Raises :class:`Locked`, or
    ``PdfiumError`` where the file is broken.
    """
    if HEADER not in data[:HEADER_WITHIN]:
        data = b"%PDF-1.4\n" + data
    with _one_thread.lock:
        document = _open_somehow(data, passwords)
        try:
            document.init_forms()
            yield document
        finally:
            document.close()


def _open_somehow(data: bytes, passwords: tuple[str, ...]) -> Any:
    """Open a document, with a new end where its own leads to no page."""
    failure = None
    for attempt in (None, mending.with_end, mending.with_pages):
        whole = data if attempt is None else attempt(data, Limits())
        if whole is None:
            continue
        try:
            document = _open(whole, passwords)
        except pdfium.PdfiumError as error:
            failure = failure or error
            continue
        if _has_pages(document) or mending.with_pages(data, Limits()) is None:
            document.mended = None if attempt is None else whole
            return document
        document.close()
    raise failure or pdfium.PdfiumError("there are no pages in it")


def _has_pages(document: Any) -> bool:
    """Say whether the first page can be found; nothing is drawn or parsed for it."""
    return bool(raw.FPDF_GetPageSizeByIndexF(document, 0, raw.FS_SIZEF()))


class _OneThread:
    """PDFium is not safe in threads: one is in it at a time. A forked process has no other thread to wait for."""

    def __init__(self) -> None:
        self.begin()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self.begin)

    def begin(self) -> None:
        self.lock = threading.RLock()


_one_thread = _OneThread()


def _open(data: bytes, passwords: tuple[str, ...]) -> Any:
    for password in (None, *passwords):
        _forget_error()
        try:
            return pdfium.PdfDocument(data, password=password)
        except pdfium.PdfiumError as error:
            if error.err_code == UNKNOWN_SECURITY:
                raise Locked(certificate=True) from error
            if error.err_code != WRONG_PASSWORD:
                raise
    raise Locked


def _forget_error() -> None:
    """Set pdfium's last error to "not a PDF": where opening fails without a reason, that of an older file stays."""
    raw.FPDF_LoadMemDocument(b"-", 1, None)


def locks_attached(data: bytes) -> bool:
    """Say whether only the attached files are encrypted (ISO 32000-1, table 25: AuthEvent EFOpen)."""
    return ATTACHED_ONLY.search(data) is not None


def may_have_layers(data: bytes) -> bool:
    """Say whether the file has optional content (ISO 32000-1, 8.11), or keeps its catalogue where it is not seen."""
    return b"/OCProperties" in data or b"/ObjStm" in data


def has_form(document: Any) -> bool:
    """Say whether the document is an interactive form."""
    return bool(document.get_formtype() != raw.FORMTYPE_NONE)


def is_dynamic(document: Any) -> bool:
    """Say whether a viewer draws the form from its template, not the pages (ISO 32000-1, 7.7.2: NeedsRendering)."""
    return bool(document.get_formtype() == raw.FORMTYPE_XFA_FULL)


def resaved(data: bytes, passwords: tuple[str, ...]) -> bytes:
    """Give the file as pdfium writes it anew: readable for those who need a sound structure."""
    stream = io.BytesIO()
    with opened(data, passwords) as document:
        document.save(stream, flags=raw.FPDF_REMOVE_SECURITY)
    return stream.getvalue()


def metadata(document: Any) -> dict[str, str]:
    """Give what the document says of itself, with ISO dates."""
    found = {name.lower(): _said(document, name) for name in SAID}
    for key, name in DATES.items():
        found[name] = iso_date(_said(document, key)) or ""
    return {name: text for name, text in found.items() if text}


MOST_BOOKMARKS = 5_000


def outline(document: Any) -> tuple[Bookmark, ...]:
    """Give the bookmarks that lead to a page of the document."""
    found = []
    for mark in islice(document.get_toc(max_depth=4), MOST_BOOKMARKS):
        target = mark.get_dest()
        page = target.get_index() if target is not None else None
        if page is not None and 0 <= page < len(document):
            found.append(Bookmark(_title(mark), page + 1, mark.level))
    return tuple(found)


def _title(mark: Any) -> str:
    return " ".join(string(raw.FPDFBookmark_GetTitle, mark).split())


def labels(document: Any, most: int) -> tuple[str, ...]:
    """Give the labels of the first pages, where the document gives them others than 1, 2, 3."""
    told = tuple(string(raw.FPDF_GetPageLabel, document, index) for index in range(min(len(document), most)))
    counted = all(label in ("", str(index)) for index, label in enumerate(told, 1))
    return () if counted else told


def _said(document: Any, key: str) -> str:
    said = string(raw.FPDF_GetMetaText, document, key.encode("ascii"))
    return " ".join(said.replace("\0", "").split())


def iso_date(written: str) -> str | None:
    """Turn "D:20230304101500+01'00'" into "2023-03-04T10:15:00", as far as it goes."""
    match = DATE.match(written)
    if match is None:
        return None
    year, month, day, hour, minute, second = match.groups()
    if month is None or day is None:
        return year if month is None else f"{year}-{month}"
    date = f"{year}-{month}-{day}"
    return date if hour is None else f"{date}T{hour}:{minute}:{second or '00'}"


def string(ask: Callable[..., int], *arguments: Any) -> str:
    """Call a function of pdfium that fills a buffer with UTF-16 text."""
    length = ask(*arguments, None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * ((length + 1) // 2))()
    ask(*arguments, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", errors="replace")
