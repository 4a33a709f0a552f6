"""Writing ``consistency.toml``: whole or not at all, with the rights that it has, and never over another's change."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from consistency.config import FILE, WrongConfiguration
from consistency.saving import save


class ChangedMeanwhile(WrongConfiguration):
    """Somebody else has changed the file since it was read; what was to be written is not."""


class Written(NamedTuple):
    """That a file was written: what stood there before, and what stands there now; None where there is no file."""

    path: Path
    before: bytes | None
    after: bytes | None

    def undone(self) -> Written:
        """Put back, to the byte, what stood there before; raises as :func:`write` does."""
        return write(self.path.parent, self.before, instead_of=self.after)


def told(folder: Path) -> bytes | None:
    """Give what stands in a folder's file; None where there is none.

    Raises :class:`~consistency.config.WrongConfiguration` for one that cannot be opened.
    """
    path = folder / FILE
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise WrongConfiguration(f"{path} cannot be read: {error.strerror}") from error


def write(folder: Path, content: bytes | None, *, instead_of: bytes | None) -> Written:
    """Put content in the place of what was read of a folder's file; None takes the file away.

    Raises :class:`ChangedMeanwhile` where something else stands there by now, and
    :class:`~consistency.config.WrongConfiguration` where the file cannot be written.
    """
    path = folder / FILE
    if told(folder) != instead_of:
        raise ChangedMeanwhile(f"{path} was changed by somebody else at the same time")
    try:
        if content is None:
            path.unlink(missing_ok=True)
        else:
            save(path, content, rights(path))
    except OSError as error:
        raise WrongConfiguration(f"{path} cannot be written: {error.strerror}") from error
    return Written(path, instead_of, content)


def rights(path: Path) -> int:
    """Give the rights that a file has, or that a new one gets."""
    return path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_mask()


def _mask() -> int:
    """Give the rights that new files do not get; asking for them is setting them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
