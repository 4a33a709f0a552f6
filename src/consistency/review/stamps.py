"""What tells that a file of the folder was changed: its content, looked at again only where its size or day is new."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from consistency.readers.folder import find, list_documents, opened

Stamps = Mapping[str, str]
"""The documents of a folder by path, each with the SHA-256 of its content."""


class Stamping:
    """Stamps of one folder, taken again and again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[str, tuple[tuple[int, int, int], str]] = {}

    def take(self) -> Stamps:
        """Give the stamps as they are now; a file that cannot be opened has an empty one."""
        return {path: self._stamp(path) for path in list_documents(self._folder)}

    def _stamp(self, path: str) -> str:
        file = find(self._folder, path)
        try:
            about = file.stat()
            key = (about.st_size, about.st_mtime_ns, about.st_ino)
            known = self._seen.get(path)
            if known is None or known[0] != key:
                with opened(file) as content:
                    known = (key, hashlib.file_digest(content, "sha256").hexdigest())
                self._seen[path] = known
        except OSError:
            return ""
        return known[1]
