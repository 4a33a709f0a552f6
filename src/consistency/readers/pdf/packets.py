"""The XFA half of a form as it lies in the file: the packets that the form leads to, never an older copy. By pdfium."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from consistency.readers.limits import Limits

LONGEST_NAME = 16
"""Bytes of a name: those of the packets that are read, and a zero, take at most nine."""


class Packets(NamedTuple):
    """The parts of an XFA form that are read."""

    datasets: bytes | None = None
    template: bytes | None = None
    over: str | None = None
    """Which limit a packet is over, as what the file does."""


def packets_of(document: Any, limits: Limits) -> Packets:
    """Give the packets of an open document; where the form is one stream, it is both."""
    found: dict[str, bytes] = {}
    for index in range(raw.FPDF_GetXFAPacketCount(document)):
        name = _name(document, index)
        if name not in ("", "datasets", "template"):
            continue
        content = _content(document, index, limits.member_bytes)
        if content is None:
            return Packets(over=f"has a form that unpacks to more than {limits.member_bytes:,} bytes")
        found |= dict.fromkeys((name,) if name else ("datasets", "template"), content)
    return Packets(found.get("datasets"), found.get("template"))


def _name(document: Any, index: int) -> str | None:
    """Give the name of a packet; None for one that is longer than those that are read."""
    buffer = ctypes.create_string_buffer(LONGEST_NAME)
    length = raw.FPDF_GetXFAPacketName(document, index, buffer, LONGEST_NAME)
    return buffer.value.decode("latin-1") if length <= LONGEST_NAME else None


def _content(document: Any, index: int, most: int) -> bytes | None:
    """Unpack a packet; None where it becomes larger than it may."""
    length = ctypes.c_ulong()
    raw.FPDF_GetXFAPacketContent(document, index, None, 0, length)
    if length.value > most:
        return None
    buffer = ctypes.create_string_buffer(length.value)  # pdfium fills one of exactly this size
    raw.FPDF_GetXFAPacketContent(document, index, buffer, length.value, length)
    return buffer.raw
