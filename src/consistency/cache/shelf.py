"""The folder in which readings lie: the owner's alone, bounded, and written so that no reader sees half a file."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from platformdirs import user_cache_path

from consistency.model import WrongUse
from consistency.normalizer.expressions import expression
from consistency.saving import save, sweep

FOLDER = "CONSISTENCY_CACHE"
"""The environment variable that names another folder than the user's own for such files."""
LIMIT = 500_000_000
"""Bytes of all readings: some thousand case folders."""
DAYS = 30
"""A reading that was not asked for as long is let go: papers of clients are not kept for ever."""
OWN = expression(r"[0-9a-f]{64}|version")
"""The names of the files that are laid here; beside them only what was not finished is ever touched."""
MARK = 32
"""Bytes of the digest with which a file begins."""


class Uncleared(WrongUse):
    """A folder from which nothing may be taken away; the message names it."""


class Held(NamedTuple):
    """How much is kept."""

    files: int
    size: int
    """In bytes."""


class Shelf(Struct, frozen=True):
    """A folder of small files by name, of which those go first that were not asked for longest."""

    folder: Path
    limit: int = LIMIT

    def ready(self) -> Shelf | None:
        """Make the folder where there is none, for the owner alone; None where that cannot be."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self.folder.is_symlink() or not self.folder.is_dir():
                return None
            if self.folder.stat().st_mode & 0o077:
                self.folder.chmod(0o700)  # refused where somebody else owns it
        except OSError:
            return None
        return self if _is_own(self.folder) else None

    def take(self, name: str) -> bytes | None:
        """Give what lies under a name; None where there is nothing, or it is damaged."""
        file = self.folder / name
        try:
            content = file.read_bytes()
        except OSError:
            return None
        if hashlib.sha256(content[MARK:]).digest() != content[:MARK]:
            return None
        with suppress(OSError):
            os.utime(file)
        return content[MARK:]

    def put(self, name: str, content: bytes) -> None:
        """Lay something under a name, in one move; where there is no room or no right to, nothing is laid."""
        if len(content) > self.limit:
            return
        with suppress(OSError):
            save(self.folder / name, hashlib.sha256(content).digest() + content)

    def bound(self) -> None:
        """Let go of what was not asked for longest, until the rest is within the limit, and of what is old."""
        sweep(self.folder)
        room, oldest = self.limit, time.time() - DAYS * 86_400
        for file, about in sorted(self._files(), key=lambda one: one[1].st_mtime, reverse=True):
            room -= about.st_size
            if room < 0 or about.st_mtime < oldest:
                with suppress(OSError):
                    Path(file).unlink()

    def held(self) -> Held:
        """Say how many files are kept, and how large they are together."""
        sizes = [about.st_size for _, about in self._files()]
        return Held(len(sizes), sum(sizes))

    def clear(self) -> Held:
        """Let go of everything that was laid here, and say how much it was.

        Raises :class:`Uncleared` where that is not allowed.
        """
        held = self.held()
        sweep(self.folder)
        try:
            for file, _ in self._files():
                Path(file).unlink(missing_ok=True)
        except OSError as error:
            raise Uncleared(f"{self.folder} cannot be cleared: {error.strerror}") from error
        return held

    def _files(self) -> Iterator[tuple[str, os.stat_result]]:
        try:
            files = [entry for entry in os.scandir(self.folder) if OWN.fullmatch(entry.name)]
        except OSError:
            return
        for entry in files:
            with suppress(OSError):  # another program has let go of it
                yield entry.path, entry.stat(follow_symlinks=False)


def users_shelf() -> Shelf:
    """Give the shelf of this user: in the folder that the environment names, else where the system keeps caches."""
    named = os.environ.get(FOLDER)
    root = Path(named) if named else user_cache_path("consistency", appauthor=False)
    return Shelf(root / "readings")


def _is_own(folder: Path) -> bool:
    """Say whether a folder is this user's, where systems tell it as POSIX does."""
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
