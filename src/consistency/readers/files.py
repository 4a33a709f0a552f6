"""Read a file: find the reader that takes it, by its content, and never fail on what is in it."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import consistency.readers as room
from consistency.model import Document, Problem
from consistency.readers import barcode, problems, recognition, signatures
from consistency.readers.folder import find, list_documents
from consistency.readers.limits import Limits, Options

__all__ = ["Limits", "Options", "failed", "list_documents", "read_bytes", "read_file", "readers"]


class Reader(NamedTuple):
    """A module of this package that reads one type of file."""

    name: str
    accepts: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, Options], Document]


@cache
def readers() -> tuple[Reader, ...]:
    """Find the readers: the modules of this package that have ``accepts`` and ``read``."""
    modules = (
        importlib.import_module(f"{room.__name__}.{found.name}")
        for found in pkgutil.iter_modules(room.__path__)
    )
    return tuple(
        Reader(module.__name__.rpartition(".")[2], module.accepts, module.read)
        for module in modules
        if hasattr(module, "accepts") and hasattr(module, "read")
    )


def read_file(root: Path, path: str, options: Options) -> Document:
    """Read a document of a folder; ``path`` is relative to it, as :func:`list_documents` names it."""
    file = find(root, path)
    try:
        size = file.stat().st_size
        if size > options.limits.file_bytes:
            return failed(path, b"", _too_large(path, size, options.limits))
        data = file.read_bytes()
    except OSError as error:
        return failed(path, b"", problems.damaged(path, error.strerror or "the file cannot be opened"))
    return read_bytes(data, path, options)


def read_bytes(data: bytes, path: str, options: Options) -> Document:
    """Read a document from its bytes; whatever is wrong with it becomes a problem of the document."""
    if not data:
        return failed(path, data, problems.empty(path))
    if len(data) > options.limits.file_bytes:
        return failed(path, data, _too_large(path, len(data), options.limits))
    name = path.rpartition("/")[2].lower()
    reader = next((r for r in readers() if r.accepts(data, name)), None)
    if reader is None:
        return failed(path, data, signatures.explain(data, path))
    try:
        document = _completed(reader.read(data, path, options), data, options)
    except Exception as error:  # noqa: BLE001  the one supervised place: no file may stop a folder
        return failed(path, data, problems.damaged(path, f"{type(error).__name__}: {error}"[:200]))
    return replace(document, sha256=_digest(data))


def _completed(document: Document, data: bytes, options: Options) -> Document:
    """Add what pictures hold: barcodes first, for in them there are no words to recognise."""
    codes = barcode.find(document, data, options)
    document = recognition.completed(document, data, options, codes.boxes)
    return barcode.completed(document, codes)


def failed(path: str, data: bytes, *found: Problem) -> Document:
    """Give the document of a file that could not be read."""
    return Document(path, _digest(data), "other", "none", "failed", problems=found)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _too_large(path: str, size: int, limits: Limits) -> Problem:
    return problems.over_limit(
        path, f"has {size // 1_000_000} megabytes, more than the {limits.file_bytes // 1_000_000} allowed"
    )
