"""The engines that read a picture: both work on this machine alone, either may be missing."""

from __future__ import annotations

import csv
import ctypes
import importlib.util
import io
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

from consistency.model import Box
from consistency.readers.limits import PAGE_SECONDS
from consistency.readers.ocr.letter_extents import whole

LEAST_CONFIDENCE = 0.2
"""Words below this are specks and stamps, not words."""
OPEN_FILES = Path("/proc/self/fd")
"""Where Linux names the open files of whoever asks."""
LANGUAGES = ("eng", "fra")
M_MMAP_THRESHOLD, LARGE = -3, 1_000_000
"""The number of mallopt(3) for the size from which a block is one of its own, and that size in bytes."""


class Told(NamedTuple):
    """One word as an engine tells it: its box in dots, how sure it is from 0 to 1, and which line it is of."""

    text: str
    box: Box
    confidence: float
    line: tuple[str, ...]
    cell: int = 0
    """How many rules of a form stand to its left."""


@cache
def languages() -> tuple[str, ...]:
    """Give tesseract's installed languages that papers are written in; none where it is not installed."""
    if shutil.which("tesseract") is None:
        return ()
    listed = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, check=False, timeout=PAGE_SECONDS
    )
    return tuple(name for name in LANGUAGES if name in listed.stdout.split())


@cache
def version() -> str:
    """Name the installed version of tesseract and its languages, by which what it reads may differ."""
    if not languages():
        return ""
    told = subprocess.run(
        ["tesseract", "--version"], capture_output=True, text=True, check=False, timeout=PAGE_SECONDS
    )
    return " ".join((*(told.stdout or told.stderr).splitlines()[:1], *languages()))


def tesseract(picture: Image.Image, dots: float) -> list[Told]:
    """Run the program on a picture of so many dots an inch; nothing is written to the disk."""
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
                env=os.environ | {"OMP_THREAD_LIMIT": "1"},  # its threads only stand in each other's way
            )
        except subprocess.TimeoutExpired:
            return []
    table = io.StringIO(done.stdout.decode("utf-8", "replace"))
    rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [word for row in rows if (word := _row(row)) is not None]


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


def _row(row: Mapping[str, str]) -> Told | None:
    text = (row.get("text") or "").strip()
    confidence = float(row.get("conf") or -1) / 100
    if not text or confidence < LEAST_CONFIDENCE:
        return None
    left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
    line = (row["block_num"], row["par_num"], row["line_num"])
    top, bottom = whole(top, top + height, text)
    return Told(text, Box(left, top, left + width, bottom), confidence, line)


def has_rapidocr() -> bool:
    """Tell whether the library of the ``ocr`` extra is installed; it is not loaded for that."""
    return importlib.util.find_spec("rapidocr") is not None


def _give_back() -> None:
    """Have large blocks of memory go back to the system as soon as they are freed, where the C library is glibc.

    Once it has seen a large block freed, glibc keeps those that follow for itself: what recognising one page took would
    stay, and be added to what the next one takes.
    """
    if sys.platform == "linux" and (mallopt := getattr(ctypes.CDLL(None), "mallopt", None)) is not None:
        mallopt(M_MMAP_THRESHOLD, LARGE)


@cache
def _rapidocr() -> Any:
    _give_back()
    # From 1.29 on onnxruntime tells its maker of its use, and keeps a number of this machine in the user's cache
    # folder, unless it is told not to before it is loaded (Privacy.md in its package).
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime
    from rapidocr import RapidOCR

    from consistency.readers.ocr import rapid

    onnxruntime.disable_telemetry_events()  # on Windows older ones hand the same to the system
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    engine: Any = RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.text_score": LEAST_CONFIDENCE,
            # Documents are read side by side: threads of one would wait for those of another, a third of their time.
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        }
    )
    engine.cal_rec_boxes = rapid.words
    return engine


def rapidocr(picture: Image.Image) -> list[Told]:
    """Read a picture by the library, whose models lie in its own package."""
    import numpy

    dots = numpy.asarray(picture.convert("RGB"))
    found = _rapidocr()(dots, use_cls=False, return_word_box=True)
    return list(_words(found.word_results)) if found.txts else []


def _words(lines: Any) -> Iterator[Told]:
    for number, words in enumerate(lines):
        for text, confidence, corners in words:
            if corners is None or not text.strip() or confidence < LEAST_CONFIDENCE:
                continue
            across, down = [float(x) for x, _ in corners], [float(y) for _, y in corners]
            box = Box(min(across), min(down), max(across), max(down))
            yield Told(text.strip(), box, float(confidence), (str(number),))
