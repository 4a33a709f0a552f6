"""Saving what was written: whole or not at all, and for nobody's eyes but the owner's."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from consistency.ending import undisturbed

OWNER_ONLY = 0o600
OWNER_ONLY_FOLDER = 0o700
BEGUN = ".consistency-"
UNFINISHED = re.compile(r"\.consistency-\w+\.tmp")
"""The names of files that are being written: hidden, never read as a paper, and without a word of what they will be."""

_swept: set[Path] = set()
"""Folders in which this process has looked for what others left."""


def save(path: Path, content: bytes, mode: int = OWNER_ONLY) -> None:
    """Write a file as :func:`saving` does."""
    with saving(path, mode) as file:
        file.write(content)


@contextmanager
def saving(path: Path, mode: int = OWNER_ONLY) -> Iterator[BinaryIO]:
    """Write beside a file and move it there: a reader sees the old content or the new, never a part.

    What is no file, as a terminal or a pipe, is written to as it is. Raises OSError where it cannot be written;
    then, and where the program is ended meanwhile, what stood there before still does. What a program that was killed
    has left in the folder is taken away.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield file
        return
    if target.parent not in _swept:
        sweep(target.parent)
        _swept.add(target.parent)
    beside = None
    try:
        with undisturbed():
            number, beside, held = _begun(target.parent)
        with os.fdopen(number, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(target)
        _let_go(held)
    except BaseException as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
            _let_go(held)
        if isinstance(error, OSError):
            error.filename = os.fspath(path)
        raise


def sweep(folder: Path) -> None:
    """Take away the unfinished files of this user in a folder that nobody writes any more.

    Whoever writes one holds a lock on it, which the system lets go of with the process, however that ends: so it does
    not matter how old a file is, nor on which machine or under which number its process ran. Where there are no such
    locks, as on Windows, nothing is taken away.
    """
    try:
        left = [entry.path for entry in os.scandir(folder) if UNFINISHED.fullmatch(entry.name)]
    except OSError:
        return
    for path in left:
        with suppress(OSError):  # it is gone by now, somebody else's, or being written
            _sweep(path)


def _sweep(path: str) -> None:
    number = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        if _is_own(number) and _locked(number):
            Path(path).unlink()
    finally:
        os.close(number)


def _begun(folder: Path) -> tuple[int, Path, int | None]:
    """Begin a file that only its owner can open: give its number and path, and the number that holds its lock."""
    while True:
        number, name = tempfile.mkstemp(dir=folder, prefix=BEGUN, suffix=".tmp")
        with suppress(BlockingIOError):
            if not _locked(number):
                return number, Path(name), None
            if os.fstat(number).st_nlink:
                return number, Path(name), os.dup(number)
        os.close(number)  # another program took it for one that was left, before it was locked


def _let_go(held: int | None) -> None:
    if held is not None:
        os.close(held)


def _locked(number: int) -> bool:
    """Lock a file for this process; say whether there are locks. Raises BlockingIOError where another one holds it."""
    try:
        import fcntl
    except ImportError:
        return False
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:  # a file system without them
        return False
    return True


def _is_own(number: int) -> bool:
    return os.fstat(number).st_uid == os.getuid()
