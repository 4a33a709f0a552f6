"""Saving what was written: whole or not at all, and for nobody's eyes but the owner's."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

OWNER_ONLY = 0o600


def save(path: Path, content: bytes, mode: int = OWNER_ONLY) -> None:
    """Write a file as :func:`saving` does."""
    with saving(path, mode) as file:
        file.write(content)


@contextmanager
def saving(path: Path, mode: int = OWNER_ONLY) -> Iterator[BinaryIO]:
    """Write beside a file and move it there: a reader sees the old content or the new, never a part.

    What is no file, as a terminal or a pipe, is written to as it is. Raises OSError where it cannot be written;
    then, and where the program is ended meanwhile, what stood there before still does.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield file
        return
    number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
