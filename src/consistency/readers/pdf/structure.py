"""The structure of a PDF by pypdf: password, form packets, metadata."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from consistency.readers.limits import Limits

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)

ERRORS = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OSError, AssertionError,
    RecursionError, NotImplementedError, OverflowError, MemoryError, ArithmeticError,
)  # fmt: skip
"""What pypdf raises on broken files."""

WANTED = ("title", "author", "subject", "producer", "creator")
DATES = {"/CreationDate": "created", "/ModDate": "modified"}
DATE = re.compile(r"^\s*(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?")


class Locked(Exception):
    """No password opens the file; ``certificate`` where none could."""

    def __init__(self, certificate: bool = False) -> None:
        super().__init__("locked")
        self.certificate = certificate


class Packets(NamedTuple):
    """The parts of an XFA form that are read."""

    datasets: bytes | None = None
    template: bytes | None = None


def open_reader(data: bytes, passwords: tuple[str, ...]) -> PdfReader:
    """Open a PDF; raises :class:`Locked`, or one of :data:`ERRORS` where the file is broken."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
    except NotImplementedError as error:
        if "handler" in str(error):
            raise Locked(certificate=True) from error
        raise
    if reader.is_encrypted and not any(_fits(reader, word) for word in ("", *passwords)):
        raise Locked
    return reader


def _fits(reader: PdfReader, password: str) -> bool:
    return bool(reader.decrypt(password))


def acroform(reader: PdfReader) -> DictionaryObject | None:
    """Give the form of a PDF."""
    form = resolved(reader.root_object.get("/AcroForm"))
    return form if isinstance(form, DictionaryObject) else None


def packets(form: DictionaryObject, limits: Limits) -> Packets:
    """Give the XFA packets that count: those that the trailer leads to, never an older copy."""
    xfa = resolved(form.get("/XFA"))
    if isinstance(xfa, StreamObject):
        whole = _content(xfa, limits)
        return Packets(whole, whole)
    if not isinstance(xfa, ArrayObject):
        return Packets()
    named = {
        str(resolved(xfa[i])): resolved(xfa[i + 1])
        for i in range(0, len(xfa) - 1, 2)
        if str(resolved(xfa[i])) in Packets._fields
    }
    found = {name: _content(s, limits) for name, s in named.items() if isinstance(s, StreamObject)}
    return Packets(found.get("datasets"), found.get("template"))


def _content(stream: StreamObject, limits: Limits) -> bytes:
    data = stream.get_data()
    return data[: limits.member_bytes + 1]


def resolved(value: Any) -> Any:
    """Follow references to the object itself."""
    return value.get_object() if hasattr(value, "get_object") else value


def metadata(reader: PdfReader) -> dict[str, str]:
    """Give what the document says of itself, with ISO dates."""
    try:
        info = resolved(reader.trailer.get("/Info"))
    except ERRORS:
        return {}
    return dict(_metadata(info)) if isinstance(info, Mapping) else {}


def _metadata(info: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    for name in WANTED:
        text = _said(info, f"/{name.capitalize()}")
        if text:
            yield name, text
    for key, name in DATES.items():
        iso = iso_date(_said(info, key))
        if iso:
            yield name, iso


def _said(info: Mapping[Any, Any], key: str) -> str:
    try:
        value = resolved(info.get(key))
    except ERRORS:
        return ""
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    return " ".join(value.replace("\0", "").split()) if isinstance(value, str) else ""


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
