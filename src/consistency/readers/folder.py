"""Which files of a case folder are to be checked."""

from __future__ import annotations

import io
import os
import re
import stat
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
NO_REPORTS = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff"})
"""As what no report is written: most papers need not be opened to see that they are none."""
HEAD = 4096


class NotAsListed(OSError):
    """Something else lies at a path, or is being written there, than was listed; the message says what."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.strerror = why


def list_documents(folder: Path) -> tuple[str, ...]:
    """Name all files to be checked: sorted, relative to the folder, with forward slashes, in NFC.

    Hidden files, lock files of office programs, litter of operating systems, the program's own
    configuration and reports, and links that lead out of the folder (:func:`links_out`) are no documents. A folder in
    it that cannot be looked into is named like a file, so that it has its place among what was not read. Raises OSError
    where that is the folder itself.
    """
    return tuple(sorted(unicodedata.normalize("NFC", path) for path in _walk(folder, folder.resolve())))


def links_out(folder: Path) -> tuple[str, ...]:
    """Name the links in a folder that lead out of it, or to nothing, as :func:`list_documents` names files."""
    home = folder.resolve()
    found = (_named(entry.path, folder) for entry in _below(folder, []) if _leads_out(entry, home))
    return tuple(sorted(unicodedata.normalize("NFC", path) for path in found))


def holds_documents(folder: Path) -> bool:
    """Say whether there is a file to be checked in a folder; the first one answers."""
    return any(True for _ in _walk(folder, folder.resolve()))


def find(root: Path, path: str) -> Path:
    """Give the file of a listed document, also where its name on disk is in another normal form."""
    plain = root / path
    try:
        if plain.exists():
            return plain
        here = root
        for part in path.split("/"):
            here = _child(here, part)
    except OSError:  # a folder on the way cannot be looked into
        return plain
    return here


def size(root: Path, path: str) -> int:
    """Give the bytes of a listed document; 0 where it cannot be looked at."""
    try:
        return find(root, path).stat().st_size
    except OSError:
        return 0


def opened(file: Path) -> io.BufferedReader:
    """Open a file, and nothing else: what has come in its place since it was listed is never waited for.

    Raises OSError, of its own kind for what is no file.
    """
    number = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if stat.S_ISREG(os.fstat(number).st_mode):
        return os.fdopen(number, "rb")
    os.close(number)
    raise NotAsListed("it is no file any more")


def content(root: Path, path: str, most: int) -> bytes:
    """Give what is in a listed file, of so many bytes at most, as it was at one moment.

    Raises OSError where it cannot be opened, does not lie in the folder any more, or is written to meanwhile, and
    :class:`TooLarge` where it is larger.
    """
    file = find(root, path)
    if not file.parent.resolve().is_relative_to(root.resolve()):
        raise NotAsListed("its folder leads elsewhere now")
    with opened(file) as held:
        before = os.fstat(held.fileno())
        if before.st_size > most:
            raise TooLarge(before.st_size)
        data = held.read(before.st_size + 1)
        after = os.fstat(held.fileno())
    if len(data) != before.st_size or after.st_mtime_ns != before.st_mtime_ns:
        raise NotAsListed("it was written to while it was read")
    return data


class TooLarge(Exception):
    """A file that is larger than it may be; ``size`` is in bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def _child(folder: Path, name: str) -> Path:
    plain = folder / name
    if plain.exists() or not folder.is_dir():
        return plain
    wanted = unicodedata.normalize("NFC", name)
    return next((p for p in folder.iterdir() if unicodedata.normalize("NFC", p.name) == wanted), plain)


def _walk(folder: Path, home: Path) -> Iterator[str]:
    closed: list[OSError] = []
    for entry in _below(folder, closed):
        if _is_inside(entry, home) and not _is_own(Path(entry.path)):
            yield _named(entry.path, folder)
    for error in closed:
        if Path(error.filename) == folder:
            raise error
        yield _named(error.filename, folder)


def _below(folder: Path, closed: list[OSError]) -> Iterator[os.DirEntry[str]]:
    """Give what lies in a folder and in those in it, but for litter; to ``closed`` go those that let nobody look."""
    left = [os.fspath(folder)]
    while left:
        try:
            with os.scandir(left.pop()) as listed:
                entries = [entry for entry in listed if not _is_litter(entry.name)]
        except OSError as error:
            closed.append(error)
            continue
        yield from entries
        left += [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]


def _named(path: str, folder: Path) -> str:
    """Name something in a folder: relative to it, with forward slashes."""
    return path.removeprefix(os.fspath(folder)).lstrip(os.sep).replace(os.sep, "/")


def _is_litter(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in NOT_DOCUMENTS


def _is_inside(entry: os.DirEntry[str], home: Path) -> bool:
    """Say whether a file, or one that a link leads to, lies inside the folder.

    What cannot be looked at may be one.
    """
    if _leads_out(entry, home):
        return False
    try:
        return entry.is_file()
    except PermissionError:
        return True


def _leads_out(entry: os.DirEntry[str], home: Path) -> bool:
    """Say whether there is a link out of the folder, to nothing, to itself, or to where nobody may look."""
    try:
        if not entry.is_symlink():
            return False
    except PermissionError:
        return False
    try:
        return not Path(entry.path).resolve(strict=True).is_relative_to(home)
    except (OSError, RuntimeError):
        return True


def _is_own(path: Path) -> bool:
    """Say whether a file is a report of this program, by its name or as it begins."""
    if path.name.lower().startswith(OWN_REPORT):
        return True
    if path.suffix.lower() in NO_REPORTS:
        return False
    try:
        with opened(path) as file:
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
