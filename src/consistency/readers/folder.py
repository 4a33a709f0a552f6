"""Which files of a case folder are to be checked."""

from __future__ import annotations

import os
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from consistency.readers import packed

NOT_DOCUMENTS = frozenset({"thumbs.db", "desktop.ini", "__macosx", "consistency.toml", "icon\r"})
OWN_REPORT = "consistency-report."
OWN_SCHEMA = b'"schema"'
OWN_TITLE = b">Consistency report<"
OWN_BEGINNING = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:consistency:\x20|\#\x20Consistency\x20report|"level","status","person","rule"
    |<\?xml[^>]*>\s*<testsuites\s+name="consistency"
    |\{\s*"\$schema":[^{]*"runs":[^"]*"tool":[^"]*"driver":[^"]*"name":\s*"consistency")""",
    re.VERBOSE,
)
"""How the reports for a terminal and as Markdown, CSV, JUnit and SARIF begin."""
HEAD = 4096


def list_documents(folder: Path) -> tuple[str, ...]:
    """Name all files to be checked: sorted, relative to the folder, with forward slashes, in NFC.

    Hidden files, lock files of office programs, litter of operating systems, the program's own
    configuration and reports, and links that lead out of the folder are no documents.
    """
    return tuple(sorted(unicodedata.normalize("NFC", path) for path in _walk(folder, folder.resolve())))


def holds_documents(folder: Path) -> bool:
    """Say whether there is a file to be checked in a folder; the first one answers."""
    return any(True for _ in _walk(folder, folder.resolve()))


def find(root: Path, path: str) -> Path:
    """Give the file of a listed document, also where its name on disk is in another normal form."""
    plain = root / path
    if plain.exists():
        return plain
    here = root
    for part in path.split("/"):
        here = _child(here, part)
    return here


def _child(folder: Path, name: str) -> Path:
    plain = folder / name
    if plain.exists() or not folder.is_dir():
        return plain
    wanted = unicodedata.normalize("NFC", name)
    return next((p for p in folder.iterdir() if unicodedata.normalize("NFC", p.name) == wanted), plain)


def _walk(folder: Path, home: Path) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_litter(name))
        for name in files:
            path = Path(here, name)
            if not _is_litter(name) and _is_inside(path, home) and not _is_own(path):
                yield path.relative_to(folder).as_posix()


def _is_litter(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in NOT_DOCUMENTS


def _is_inside(path: Path, home: Path) -> bool:
    """Say whether a link leads to a file inside the folder; a link to nowhere does not."""
    if not path.is_symlink():
        return path.is_file()
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return target.is_file() and target.is_relative_to(home)


def _is_own(path: Path) -> bool:
    """Say whether a file is a report of this program, by its name or as it begins."""
    if path.name.lower().startswith(OWN_REPORT):
        return True
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
            if head.startswith(b"PK") and path.suffix.lower() == ".docx":
                return _is_own_memo(file)
    except packed.BROKEN:
        return False
    _key, found, value = head.partition(OWN_SCHEMA)
    if found and value.lstrip(b" \t\r\n:").startswith(b'"consistency-'):
        return True
    return OWN_BEGINNING.match(head) is not None


def _is_own_memo(file: IO[bytes]) -> bool:
    with zipfile.ZipFile(file) as archive:
        part = archive.getinfo("docProps/core.xml")
        packed.refuse_odd(part)
        return part.file_size < HEAD and OWN_TITLE in archive.read(part)
