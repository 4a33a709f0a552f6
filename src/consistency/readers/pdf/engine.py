"""Open a PDF with pdfium: passwords, the kind of its form, metadata; refuse what would fill the memory."""

from __future__ import annotations

import ctypes
import io
import logging
import os
import re
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from consistency.model import Bookmark
from consistency.normalizer.expressions import expression
from consistency.readers.frames import JPEG, SCAN
from consistency.readers.limits import Limits

logging.getLogger("pypdfium2").setLevel(logging.ERROR)

HEADER = b"%PDF-"
HEADER_WITHIN = 1024
WRONG_PASSWORD, UNKNOWN_SECURITY = raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY

LARGE_STREAM = 20_000
"""Bytes of a packed stream from which it is looked at before pdfium unpacks it."""
SAMPLE = 16_384
MOST_FROM_SAMPLE = 8_000_000
"""Bytes that the sample may unpack to: real drawing unpacks to ten times its size, not five hundred."""

SAID = ("Title", "Author", "Subject", "Producer", "Creator")
DATES = {"CreationDate": "created", "ModDate": "modified"}
DATE = expression(r"^\s*(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?")

ATTACHED_ONLY = re.compile(rb"/AuthEvent\s*/EFOpen\b")


class Locked(Exception):
    """No password opens the file; ``certificate`` where none could."""

    def __init__(self, certificate: bool = False) -> None:
        super().__init__("locked")
        self.certificate = certificate


@contextmanager
def opened(data: bytes, passwords: tuple[str, ...]) -> Iterator[Any]:
    """Open a document, and close it; threads that want one wait for one another.

    Raises :class:`Locked`, or ``PdfiumError`` where the file is broken.
    """
    if HEADER not in data[:HEADER_WITHIN]:
        data = b"%PDF-1.4\n" + data
    with _one_thread.lock:
        document = _open(data, passwords)
        try:
            document.init_forms()
            yield document
        finally:
            document.close()


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


def has_form(document: Any) -> bool:
    """Say whether the document is an interactive form."""
    return bool(document.get_formtype() != raw.FORMTYPE_NONE)


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
            found.append(Bookmark(" ".join(mark.get_title().split()), page + 1, mark.level))
    return tuple(found)


def labels(document: Any, most: int) -> tuple[str, ...]:
    """Give the labels of the first pages, where the document gives them others than 1, 2, 3."""
    told = tuple(document.get_page_label(index) for index in range(min(len(document), most)))
    counted = all(label in ("", str(index)) for index, label in enumerate(told, 1))
    return () if counted else told


def _said(document: Any, key: str) -> str:
    return " ".join(document.get_metadata_value(key).replace("\0", "").split())


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


def is_bomb(data: bytes) -> bool:
    """Say whether a stream unpacks to hundreds of times its size, or is a picture drawn in as many passes."""
    start = data.find(b"stream")
    while start >= 0:
        end = data.find(b"endstream", start + 6)
        if end < 0:
            end = len(data)
        if end - start > LARGE_STREAM and (_explodes(data, start) or _redraws(data, start, end)):
            return True
        start = data.find(b"stream", end + 9)
    return False


def _explodes(data: bytes, start: int) -> bool:
    dictionary = data[max(start - 400, 0) : start].rpartition(b" obj")[2]
    if b"/Image" in dictionary or b"Fl" not in dictionary:
        return False
    body = data[start + 6 : start + 6 + SAMPLE].lstrip(b"\r\n")
    try:
        return len(zlib.decompressobj().decompress(body, MOST_FROM_SAMPLE)) >= MOST_FROM_SAMPLE
    except zlib.error:
        return False


def _redraws(data: bytes, start: int, end: int) -> bool:
    first = data.find(JPEG, start, start + 16)
    return first >= 0 and data.count(SCAN, first, end) > Limits().scans
