"""What reads files, as one short key: another reader, extractor or library, and every file is read anew."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

import consistency
from consistency.cache.shelf import Shelf
from consistency.readers.limits import Options

ROOMS = ("normalizer", "model", "readers", "extractors", "cache")
"""The rooms through which a file goes until it is kept."""
ORDER = "pipeline.py"
"""What leads it through them."""
ROOT = Path(consistency.__path__[0])
REMEMBERED = "version"
_TOLD: dict[str, str] = {}
"""The key of this process, once it is known, by its stamp."""


def version(shelf: Shelf | None) -> str:
    """Give a key of the code and the data that read files, and of the libraries that they use.

    It is remembered on the shelf beside the sizes and days of all these files: as long as they are the same, so is it.
    A process asks once: it goes on with the code that it has loaded, also where the program is renewed meanwhile.
    Empty where it cannot be told: the program is not installed, or is being renewed just now.
    """
    try:
        return _version(shelf)
    except (OSError, ModuleNotFoundError):
        return ""


def _version(shelf: Shelf | None) -> str:
    stamp = _stamp()
    told = (shelf.take(REMEMBERED) if shelf else None) or b""
    before, _, remembered = told.decode("ascii", "replace").partition(" ")
    new = stamp not in _TOLD
    if new:
        _TOLD[stamp] = (remembered if before == stamp else "") or _worked_out()
    if shelf is not None and (not told or (new and before != stamp)):
        shelf.put(REMEMBERED, f"{stamp} {_TOLD[stamp]}".encode())
    return _TOLD[stamp]


def options_key(options: Options) -> str:
    """Give a key of the way in which files are to be read.

    Passwords go into it by a function that is slow on purpose: the name of a file is to tell nothing of them.
    """
    plain = msgspec.msgpack.encode((options.ocr, options.limits))
    secret = msgspec.msgpack.encode(options.passwords)
    if options.passwords:
        secret = hashlib.scrypt(secret, salt=b"consistency readings", n=2**14, r=8, p=1)
    return hashlib.sha256(plain + secret).hexdigest()


def _worked_out() -> str:
    return hashlib.sha256("\n".join((*_contents(), *map(str, libraries()), sys.version)).encode()).hexdigest()


def _files(folder: str = "") -> Iterator[os.DirEntry[str]]:
    """Give the files in a folder of the program and below it, or in all rooms and what leads through them."""
    for one in sorted(os.scandir(folder or ROOT), key=lambda one: one.name):
        if not folder and one.name not in {ORDER, *ROOMS}:
            continue
        if one.is_file():
            yield one
        elif one.name != "__pycache__":
            yield from _files(one.path)


@cache
def _stamp() -> str:
    """Give a key that is another one once a file of the program or an installed library is.

    A library that is installed, renewed or removed leaves its mark on the folder in which libraries lie; so does
    whatever is written into the folder in which the user works, where no library lies.
    """
    libraries = (path for path in map(Path, sys.path) if path != Path.cwd() and path.is_dir())
    told = [sys.version]
    for path, about in (
        *((one.path, one.stat()) for one in _files()),
        *((path, path.stat()) for path in libraries),
    ):
        told.append(f"{path} {about.st_size} {about.st_mtime_ns} {about.st_ctime_ns}")
    return hashlib.sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()


def _contents() -> Iterator[str]:
    for path in (Path(one.path) for one in _files()):
        yield f"{path.relative_to(ROOT).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}"


class Library(NamedTuple):
    """A library that the program asks for: its version, None where it is not there, and the extra that brings it."""

    name: str
    version: str | None
    extra: str = ""


def libraries() -> Iterator[Library]:
    """Name every library that the program asks for, but for those of its own tests.

    Raises PackageNotFoundError where the program itself is not installed.
    """
    from importlib import metadata  # slow to load, and needed once

    for wanted in metadata.requires("consistency") or ():
        name, extra = re.match(r"[\w.-]+", wanted), re.search(r"extra == ['\"](\w+)", wanted)
        if name is None or (extra is not None and extra[1] == "dev"):
            continue
        try:
            version: str | None = metadata.version(name[0])
        except metadata.PackageNotFoundError:
            version = None
        yield Library(name[0], version, extra[1] if extra else "")
