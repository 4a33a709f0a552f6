"""Text recognition on this machine, by the tesseract program where it is installed.

An empty answer is never taken for an empty page: the picture is cleaned of specks and read once more, and a
page that stays empty is said to be unread.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from statistics import fmean, median
from typing import NamedTuple

from PIL import Image, ImageFilter, ImageOps

from consistency.model import Box, Line, Page, Word
from consistency.readers.layout import Placed, lines_of

DOTS = 300.0
"""Dots an inch at which a page is drawn for recognition."""
SECONDS = 90.0
"""Longest time for one page."""
LEAST_CONFIDENCE = 0.2
"""Words below this are specks and stamps, not words."""
LANGUAGES = ("eng", "fra")


class Seen(NamedTuple):
    """What was recognised on a page: its words and lines, each segment with its confidence from 0 to 1."""

    page: Page
    lines: tuple[Line, ...]


class _Told(NamedTuple):
    """One word of the program's table, in dots."""

    text: str
    box: Box
    confidence: float
    line: tuple[str, str, str]


@cache
def languages() -> tuple[str, ...]:
    """Give the installed languages that papers are written in; none where the program is not installed."""
    if shutil.which("tesseract") is None:
        return ()
    listed = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, check=False, timeout=SECONDS
    )
    return tuple(name for name in LANGUAGES if name in listed.stdout.split())


def available() -> bool:
    """Tell whether pictures can be read on this machine."""
    return bool(languages())


def recognise(picture: Image.Image, number: int, dots: float = DOTS) -> Seen:
    """Read a page's picture; ``dots`` is its resolution an inch, ``number`` the page's, from 1."""
    grey = ImageOps.autocontrast(picture.convert("L"))
    told = _read(grey, dots) or _read(grey.filter(ImageFilter.MedianFilter(3)), dots)
    scale = 72.0 / dots
    placed = _placed(told, scale)
    sure = {p.word: t.confidence for p, t in zip(placed, told, strict=True)}
    page = Page(number, picture.width * scale, picture.height * scale, tuple(p.word for p in placed))
    return Seen(page, tuple(_with_confidence(line, sure) for line in lines_of(placed, number)))


def _read(picture: Image.Image, dots: float) -> list[_Told]:
    """Run the program on a picture; the picture goes through a pipe, nothing is written to the disk."""
    stream = io.BytesIO()
    picture.save(stream, format="PNG")
    command = ["tesseract", "-", "-", "--dpi", str(round(dots)), "-l", "+".join(languages()), "tsv"]
    try:
        done = subprocess.run(
            command,
            input=stream.getvalue(),
            capture_output=True,
            check=False,
            timeout=SECONDS,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},  # its threads only stand in each other's way
        )
    except subprocess.TimeoutExpired:
        return []
    rows = csv.DictReader(
        io.StringIO(done.stdout.decode("utf-8", "replace")), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    return [word for row in rows if (word := _word(row)) is not None]


def _word(row: Mapping[str, str]) -> _Told | None:
    text = (row.get("text") or "").strip()
    confidence = float(row.get("conf") or -1) / 100
    if not text or confidence < LEAST_CONFIDENCE:
        return None
    left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
    line = (row["block_num"], row["par_num"], row["line_num"])
    return _Told(text, Box(left, top, left + width, top + height), confidence, line)


def _placed(told: Sequence[_Told], scale: float) -> list[Placed]:
    """Lay the words out in points; words of one recognised line share its baseline and height."""
    lines: dict[tuple[str, str, str], list[_Told]] = defaultdict(list)
    for word in told:
        lines[word.line].append(word)
    measures = {
        line: (median(w.box.y1 for w in words), median(w.box.y1 - w.box.y0 for w in words))
        for line, words in lines.items()
    }
    placed = []
    for word in told:
        baseline, size = measures[word.line]
        box = Box(*(edge * scale for edge in word.box))
        placed.append(Placed(Word(word.text, box), baseline * scale, size * scale))
    return placed


def _with_confidence(line: Line, sure: Mapping[Word, float]) -> Line:
    segments = tuple(
        segment._replace(confidence=round(fmean(sure.get(word, 1.0) for word in segment.words), 2))
        for segment in line.segments
    )
    return Line(segments, line.page, line.part, line.bold, line.size)
