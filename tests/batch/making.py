"""Folders of invented applicants, small enough to be checked in no time."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

from fixtures.papers import docx_paper, write
from msgspec.structs import replace

from consistency.batch.folder import Wanted, done
from consistency.batch.outcome import Folder, Outcome
from consistency.pipeline import Check
from consistency.readers.files import Options


def applicant(folder: Path, number: int) -> None:
    """Write an applicant's folder: a letter of the past, a letter of the draft."""
    name = f"Noor Sample{chr(97 + number % 26)}"
    for year, place in ((2022, "2022 permit"), (2026, "draft")):
        lines = [
            f"{year}-03-0{1 + number % 9}",
            "To whom it may concern",
            f"{name} works as a cook.",
            "Acme Ltd",
        ]
        write(folder / place / "letter.docx", docx_paper(lines))


def applicants(root: Path, count: int) -> list[str]:
    names = [f"case {number:03}" for number in range(count)]
    for number, name in enumerate(names):
        applicant(root / name, number)
    return names


def asked(tmp_path: Path, **more: Any) -> Wanted:
    wanted = Wanted(tmp_path / "root", tmp_path / "out", Check(reading=Options(ocr=False)), ("json",))
    return replace(wanted, **more)


def mishaps(wanted: Wanted, folder: Folder) -> Outcome:
    """Do a folder's work, but for those that kill their process or make the program fail, as their names say."""
    if "dies" in folder.name:
        os.kill(os.getpid(), signal.SIGKILL)
    if "fails" in folder.name:
        raise ZeroDivisionError
    return done(wanted, folder)


def slowly(wanted: Wanted, folder: Folder) -> Outcome:
    """Do a folder's work, and take a while over it."""
    time.sleep(0.2)
    return done(wanted, folder)


def tree(folder: Path) -> dict[str, bytes]:
    """Give all that was written for a reader, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".sqlite")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
