"""Read a file: find the reader that takes it, by its content, and never fail on what is in it."""

from __future__ import annotations

import hashlib
import importlib.util
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.abc import InspectLoader
from itertools import count
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

import consistency.readers as room
from consistency.model import Document, Problem
from consistency.normalizer.expressions import expression
from consistency.readers import barcode, problems, recognition, signatures
from consistency.readers import folder as case_folder
from consistency.readers.bounding import bounded
from consistency.readers.folder import TooLarge, list_documents
from consistency.readers.limits import Limits, Options
from consistency.readers.tracing import traced

__all__ = ["Limits", "Options", "list_documents", "lost", "read_all", "read_bytes", "read_file", "readers"]

T = TypeVar("T")

PAGES = expression(r"\d+(?:-\d+)?")
"""What a path names behind "#" of a part of a file: its pages."""
DEPTH = 2
"""How deep files may lie in files."""


class Reader(NamedTuple):
    """A module of this package that reads one type of file."""

    name: str
    accepts: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, Options], Document]
    attached: Callable[[bytes, Options], Iterable[tuple[str, bytes]]] | None = None
    """Gives the files that lie in one of this type; None where none can."""
    load: Callable[[], None] | None = None
    """Loads what reads one, where that is not loaded with the module; it takes a while."""


@cache
def readers() -> tuple[Reader, ...]:
    """Find the readers: the modules of this package that have ``accepts`` and ``read``."""
    names = (f"{room.__name__}.{found.name}" for found in pkgutil.iter_modules(room.__path__))
    modules = map(importlib.import_module, filter(_is_reader, names))
    return tuple(
        Reader(
            module.__name__.rpartition(".")[2],
            module.accepts,
            module.read,
            getattr(module, "attached", None),
            getattr(module, "load", None),
        )
        for module in modules
    )


def load_readers(paths: Iterable[str]) -> None:
    """Load what reads files that are called as these are: processes begun from here have it, and need not load it."""
    called = {Path(path).suffix.lower() for path in paths}
    for reader in readers():
        if reader.load is not None and f".{reader.name}" in called:
            reader.load()


def _is_reader(name: str) -> bool:
    """Tell by its code whether a module is one: others, and the libraries that they need, are not loaded for that."""
    spec = importlib.util.find_spec(name)
    code = spec.loader.get_code(name) if spec and isinstance(spec.loader, InspectLoader) else None
    return code is not None and {"accepts", "read"} <= set(code.co_names)


def read_file(root: Path, path: str, options: Options) -> Document:
    """Read a document of a folder; ``path`` is relative to it, as :func:`list_documents` names it."""
    data = _bytes(root, path, options.limits)
    return data if isinstance(data, Document) else read_bytes(data, path, options)


def read_all(root: Path, path: str, options: Options) -> tuple[Document, ...]:
    """Read a document of a folder, and the files that lie in it, each named by its path and its own name behind "#"."""
    data = _bytes(root, path, options.limits)
    return (data,) if isinstance(data, Document) else tuple(_with_attached(data, path, options, DEPTH))


def content(root: Path, path: str, options: Options) -> bytes | None:
    """Give the bytes of a document of a folder: of a file, of one that lies in another, of the file of a part.

    None where it is no longer there, or cannot be opened.
    """
    data = _bytes(root, path, options.limits)
    holder, mark, name = path.rpartition("#")
    if isinstance(data, Document) and mark:
        whole = content(root, holder, options)
        inside = dict(_attached(whole, holder, options)) if whole is not None else {}
        return inside.get(name, whole if PAGES.fullmatch(name) else None)
    return data if isinstance(data, bytes) else None


def _bytes(root: Path, path: str, limits: Limits) -> bytes | Document:
    """Give what is in a file, or the document of one that cannot be opened."""
    try:
        return case_folder.content(root, path, limits.file_bytes)
    except TooLarge as error:
        return failed(path, b"", _too_large(path, error.size, limits))
    except OSError as error:
        return failed(path, b"", problems.out_of_reach(path, error.strerror or "it cannot be opened"))


def _with_attached(data: bytes, path: str, options: Options, depth: int) -> Iterator[Document]:
    yield read_bytes(data, path, options)
    for name, held in _attached(data, path, options) if depth else ():
        yield from _with_attached(held, f"{path}#{name}", options, depth - 1)


def _attached(data: bytes, path: str, options: Options) -> Iterator[tuple[str, bytes]]:
    """Give the files that lie in a file, each with a name of its own in it."""
    reader = _reader(data, path)
    if reader is None or reader.attached is None or len(data) > options.limits.file_bytes:
        return
    inside = reader.attached
    found = _supervised(lambda: tuple(inside(data, options)))
    names: set[str] = set()
    for written, held in () if isinstance(found, _Fault) else found:
        yield _new_name(re.sub(r"[/\\]+", "-", written).strip() or "file", names), held


def _new_name(name: str, names: set[str]) -> str:
    """Give the name, or another where there was one like it."""
    new = next(one for n in count(1) if (one := name if n == 1 else f"{n}-{name}") not in names)
    names.add(new)
    return new


def _reader(data: bytes, path: str) -> Reader | None:
    name = path.rpartition("/")[2].lower()
    return next((r for r in readers() if r.accepts(data, name)), None)


def read_bytes(data: bytes, path: str, options: Options) -> Document:
    """Read a document from its bytes; whatever is wrong with it becomes a problem of the document."""
    if not data:
        return failed(path, data, problems.empty(path))
    if len(data) > options.limits.file_bytes:
        return failed(path, data, _too_large(path, len(data), options.limits))
    reader = _reader(data, path)
    if reader is None:
        return failed(path, data, signatures.explain(data, path))
    document = _supervised(lambda: _completed(reader.read(data, path, options), data, options))
    if isinstance(document, _Fault):
        return failed(path, data, problems.damaged(path, document.why)._replace(fault=document.traced))
    return replace(document, sha256=_digest(data))


class _Fault(NamedTuple):
    """What a reader did not foresee."""

    why: str
    traced: str


def _supervised(work: Callable[[], T]) -> T | _Fault:
    try:
        return work()
    except Exception as error:  # noqa: BLE001  the one supervised place: no file may stop a folder
        return _Fault(f"{type(error).__name__}: {error}"[:200], traced(error))


def _completed(document: Document, data: bytes, options: Options) -> Document:
    """Add what pictures hold: barcodes first, for in them there are no words to recognise; then bound all there is."""
    codes = barcode.find(document, data, options)
    document = recognition.completed(document, data, options, codes.boxes)
    return bounded(barcode.completed(document, codes), options.limits)


def lost(root: Path, path: str, options: Options, why: str) -> Document:
    """Give the document of a file whose reading was not finished, with the reason."""
    data = _bytes(root, path, options.limits)
    return data if isinstance(data, Document) else failed(path, data, problems.damaged(path, why))


def failed(path: str, data: bytes, *found: Problem) -> Document:
    """Give the document of a file that could not be read."""
    return Document(path, _digest(data), "other", "none", "failed", problems=found)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _too_large(path: str, size: int, limits: Limits) -> Problem:
    return problems.over_limit(
        path, f"has {size // 1_000_000} megabytes, more than the {limits.file_bytes // 1_000_000} allowed"
    )
