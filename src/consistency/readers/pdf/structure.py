"""The form inside a PDF by pypdf: the XFA packets that count, and fields that no page shows."""

from __future__ import annotations

import io
import logging
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, StreamObject

from consistency.readers.limits import Limits
from consistency.readers.xml import TooMuch

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)

ERRORS = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OSError, AssertionError,
    RecursionError, NotImplementedError, OverflowError, MemoryError, ArithmeticError,
)  # fmt: skip
"""What pypdf raises on broken files."""


MOST_UNPACKED = 75_000_000
"""Bytes that pypdf unpacks of a stream."""


class Packets(NamedTuple):
    """The parts of an XFA form that are read."""

    datasets: bytes | None = None
    template: bytes | None = None


def form_of(data: bytes, passwords: tuple[str, ...]) -> DictionaryObject | None:
    """Give the form of a PDF as its trailer names it; raises one of :data:`ERRORS` where the file is broken."""
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        any(reader.decrypt(password) for password in ("", *passwords))
    form = resolved(reader.root_object.get("/AcroForm"))
    return form if isinstance(form, DictionaryObject) else None


def is_drawn_anew(form: DictionaryObject) -> bool:
    """Say whether viewers are to draw all fields from their values, whatever is in the file."""
    asked = resolved(form.get("/NeedAppearances"))
    return isinstance(asked, BooleanObject) and bool(asked.value)


def packets(form: DictionaryObject, limits: Limits) -> Packets:
    """Give the XFA packets that count: those that the form leads to, never an older copy."""
    xfa = resolved(form.get("/XFA"))
    if isinstance(xfa, StreamObject):
        whole = _content(xfa, limits)
        return Packets(whole, whole)
    if not isinstance(xfa, ArrayObject):
        return Packets()
    found: dict[str, bytes] = {}
    for i in range(0, len(xfa) - 1, 2):
        name, stream = str(resolved(xfa[i])), resolved(xfa[i + 1])
        if name in Packets._fields and isinstance(stream, StreamObject):
            found[name] = _content(stream, limits)
    return Packets(**found)


def _content(stream: StreamObject, limits: Limits) -> bytes:
    """Unpack a part of a form; raises :class:`TooMuch` where it becomes too large."""
    try:
        content = stream.get_data()
    except LimitReachedError:
        content = None
    if content is None or len(content) > limits.member_bytes:
        raise TooMuch(
            f"has a form that unpacks to more than {min(limits.member_bytes, MOST_UNPACKED):,} bytes"
        )
    return content


def resolved(value: Any) -> Any:
    """Follow references to the object itself."""
    return value.get_object() if hasattr(value, "get_object") else value
