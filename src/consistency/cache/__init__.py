"""What files were found to say, kept from one check to the next, so that an unchanged file is not read again.

A reading is found by what is in the file, how it was to be read, and what reads it (:mod:`.versions`); never by a name
or a day. Whatever goes wrong here (no room, no right to write, a damaged file, two programs at once) costs only that
a file is read anew.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from consistency.cache.packing import NotTheSame, lasting, pack, unpack
from consistency.cache.shelf import Shelf, users_shelf
from consistency.cache.versions import Library, libraries, options_key, version
from consistency.model import Paper
from consistency.readers.folder import find, opened
from consistency.readers.limits import Options
from consistency.sweeping import unswept

__all__ = ["Library", "Readings", "lasting", "libraries", "pack", "unpack", "users_shelf"]


class Readings:
    """The kept readings of one folder's files, read in one way."""

    def __init__(self, root: Path, options: Options) -> None:
        self._root = root
        self._options = options
        self._names: dict[str, tuple[str, str]] = {}
        """By path: the SHA-256 of the file as it was looked at, and the name of its reading."""

    def known(self, paths: Iterable[str]) -> dict[str, tuple[Paper, ...]]:
        """Give the readings that are kept of these files, by path."""
        with unswept():
            found = {path: self._taken(path) for path in paths}
        return {path: held for path, held in found.items() if held}

    def keep(self, path: str, held: tuple[Paper, ...]) -> None:
        """Keep what a file was found to say, where it is still the file that was looked for."""
        digest, name = self._names.get(path, ("", ""))
        if self._shelf is not None and name and held and held[0].document.sha256 == digest:
            with suppress(UnicodeEncodeError):
                self._shelf.put(name, pack(path, held, self._options.ocr))

    def close(self) -> None:
        """Let go of the oldest readings where there are too many."""
        if self._shelf is not None:
            self._shelf.bound()

    @cached_property
    def _shelf(self) -> Shelf | None:
        return users_shelf().ready()

    @cached_property
    def _way(self) -> bytes:
        """What else than its content a reading depends on; empty where that cannot be told."""
        readers = version(self._shelf)
        return f"{readers} {options_key(self._options)}".encode() if readers else b""

    def _taken(self, path: str) -> tuple[Paper, ...]:
        if self._shelf is None or not self._way or not (digest := self._digest(path)):
            return ()
        suffix = Path(path).suffix.lower()  # the one part of a name by which readers tell types of files
        name = hashlib.sha256(b"\0".join((digest.encode(), suffix.encode(), self._way))).hexdigest()
        self._names[path] = digest, name
        packed = self._shelf.take(name)
        try:
            return unpack(packed, path) if packed else ()
        except NotTheSame:
            return ()

    def _digest(self, path: str) -> str:
        """Give the SHA-256 of a file; nothing of one that is too large or cannot be opened."""
        file = find(self._root, path)
        try:
            with opened(file) as content:
                if os.fstat(content.fileno()).st_size > self._options.limits.file_bytes:
                    return ""
                return hashlib.file_digest(content, "sha256").hexdigest()
        except OSError:
            return ""
