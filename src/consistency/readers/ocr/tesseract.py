"""Tesseract: its library within this process where the ``ocr`` extra has brought it, else the program beside it.

The library needs no process of its own for each picture and loads its languages once, which is a quarter of the time
for a page full of text and half of it for a page of few words. Both read with the language files of the installed
program, on one thread: more only stand in each other's way.
"""

from __future__ import annotations

import csv
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

from consistency.model import Box
from consistency.normalizer.expressions import expression
from consistency.readers.limits import PAGE_SECONDS
from consistency.readers.ocr.engines import LEAST_CONFIDENCE, Told, give_back
from consistency.readers.ocr.letter_extents import whole

OPEN_FILES = Path("/proc/self/fd")
"""Where Linux names the open files of whoever asks."""
LANGUAGES = ("eng", "fra")
LIBRARY = "tesserocr"
ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
COLUMNS = (
    "level", "page_num", "block_num", "par_num", "line_num", "word_num", "left", "top", "width", "height", "conf",
    "text",
)  # fmt: skip
"""The columns of tesseract's table, which the program names in its first row and the library does not."""
_FOLDER = expression(r'^List of available languages in "(.+)"')

_one_at_a_time = threading.Lock()
"""Held while the library reads: it keeps what it reads to itself."""


@cache
def _listed() -> tuple[str, ...]:
    """Give the lines in which the installed program tells its languages and their folder; none if there is none."""
    if shutil.which("tesseract") is None:
        return ()
    told = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, check=False, timeout=PAGE_SECONDS
    )
    return tuple(told.stdout.splitlines())


@cache
def languages() -> tuple[str, ...]:
    """Give tesseract's installed languages that papers are written in; none where it is not installed."""
    return tuple(name for name in LANGUAGES if name in _listed())


def _folder() -> str | None:
    """Give the folder of the language files, which tesseract tells from version 5 on."""
    return next((found[1] for line in _listed() if (found := _FOLDER.match(line))), None)


def has_library() -> bool:
    """Tell whether the library is installed and knows where its languages lie; it is not loaded for that."""
    return importlib.util.find_spec(LIBRARY) is not None and _folder() is not None


@cache
def version() -> str:
    """Name the installed version of tesseract and its languages, by which what it reads may differ."""
    if not languages():
        return ""
    if has_library():
        from importlib import metadata  # slow to load, and needed once

        return " ".join((LIBRARY, metadata.version(LIBRARY), *languages()))
    told = subprocess.run(
        ["tesseract", "--version"], capture_output=True, text=True, check=False, timeout=PAGE_SECONDS
    )
    return " ".join((*(told.stdout or told.stderr).splitlines()[:1], *languages()))


def words(picture: Image.Image, dots: float) -> list[Told]:
    """Read a picture of so many dots an inch; nothing is written to the disk.

    None are told where it takes longer than ``PAGE_SECONDS``, or tesseract cannot take the picture.
    """
    engine = _library()
    table = _by_program(picture, dots) if engine is None else _by_library(engine, picture, dots)
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [word for row in rows if (word := _word(row)) is not None]


def _word(row: Mapping[str, str]) -> Told | None:
    text = (row.get("text") or "").strip()
    confidence = float(row.get("conf") or -1) / 100
    if not text or confidence < LEAST_CONFIDENCE:
        return None
    left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
    line = (row["block_num"], row["par_num"], row["line_num"])
    top, bottom = whole(top, top + height, text)
    return Told(text, Box(left, top, left + width, bottom), confidence, line)


@cache
def _library() -> Any | None:
    """Give the library with its languages loaded; None where it is not installed, or cannot be loaded."""
    if not has_library():
        return None
    give_back()
    os.environ.update(ONE_THREAD)
    try:
        import tesserocr

        tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
        engine = tesserocr.PyTessBaseAPI(path=_folder(), lang="+".join(languages()))
    except (ImportError, RuntimeError):
        return None
    engine.SetVariable("debug_file", os.devnull)  # it would tell about pictures on the standard error
    return engine


def _by_library(engine: Any, picture: Image.Image, dots: float) -> str:
    with _one_at_a_time:
        engine.SetImage(picture)
        engine.SetSourceResolution(round(dots))
        try:
            found = engine.GetTSVText(0) if engine.Recognize(int(PAGE_SECONDS * 1000)) else ""
        finally:
            engine.Clear()
    return "\t".join(COLUMNS) + "\n" + found


def _by_program(picture: Image.Image, dots: float) -> str:
    with _handed_over(picture) as given:
        command = [
            "tesseract",
            given.name,
            "-",
            "--dpi",
            str(round(dots)),
            "-l",
            "+".join(languages()),
            "tsv",
        ]
        try:
            done = subprocess.run(
                command,
                input=given.data,
                capture_output=True,
                check=False,
                timeout=PAGE_SECONDS,
                pass_fds=given.files,
                env=os.environ | ONE_THREAD,
            )
        except subprocess.TimeoutExpired:
            return ""
    return done.stdout.decode("utf-8", "replace")


class _Given(NamedTuple):
    """How the program gets a picture: as a file in the memory, or through its standard input."""

    name: str
    files: tuple[int, ...] = ()
    data: bytes = b""


@contextmanager
def _handed_over(picture: Image.Image) -> Iterator[_Given]:
    """Have a picture ready for the program.

    It takes what comes through a pipe letter by letter, and a PPM dot by dot, which is a quarter of its time for a page
    of few words; a BMP in the memory it takes as it lies there.
    """
    if sys.platform == "linux" and OPEN_FILES.exists():
        with os.fdopen(os.memfd_create("page"), "wb") as file:
            picture.save(file, "BMP")
            file.flush()
            yield _Given(str(OPEN_FILES / str(file.fileno())), (file.fileno(),))
    else:
        stream = io.BytesIO()
        picture.save(stream, "PPM")
        yield _Given("-", data=stream.getvalue())
