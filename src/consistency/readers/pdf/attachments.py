"""Files that lie in a PDF: the members of a portfolio, and what is attached to an ordinary one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from consistency.readers.limits import Options
from consistency.readers.pdf.engine import Locked, opened, string
from consistency.readers.pdf.weighing import too_much

DATA = (".xml", ".json", ".joboptions", ".fdf", ".xfdf", ".css", ".js")
"""Endings of what programs keep beside a page for other programs: invoices as data, formulas. No papers."""

FILES = re.compile(rb"/(?:E(?:[a-zA-Z]*#|mbeddedFiles\b)|#45)")
"""The catalogue's name for them, or one like it with letters written as their numbers (ISO 32000-1, 7.3.5)."""


def attached(data: bytes, options: Options) -> Iterator[tuple[str, bytes]]:
    """Give the files that lie in a PDF, each with its name; of one that cannot be opened none."""
    if not _may_hold(data) or too_much(data, options.limits) is not None:
        return
    try:
        with opened(data, options.passwords) as document:
            for index in range(min(document.count_attachments(), options.limits.attachments)):
                yield from _attachment(document, index)
    except (pdfium.PdfiumError, Locked):
        return


def _may_hold(data: bytes) -> bool:
    """Say whether the catalogue names files (ISO 32000-1, 7.7.4), or is packed, and so not seen."""
    return FILES.search(data) is not None or b"/ObjStm" in data


def _attachment(document: Any, index: int) -> Iterator[tuple[str, bytes]]:
    """Give one file, unless it is data; where its content is lost it is empty, and so reported."""
    try:
        found = document.get_attachment(index)
        name = string(raw.FPDFAttachment_GetName, found)
    except pdfium.PdfiumError:
        return
    if name.lower().endswith(DATA):
        return
    try:
        yield name, bytes(found.get_data())
    except pdfium.PdfiumError:
        yield name, b""
