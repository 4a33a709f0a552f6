"""What an engine tells of a picture, and the library of the ``ocr`` extra that reads one; it may be missing."""

from __future__ import annotations

import ctypes
import importlib.util
import logging
import os
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from PIL import Image

from consistency.model import Box

LEAST_CONFIDENCE = 0.2
"""Words below this are specks and stamps, not words."""
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


def has_rapidocr() -> bool:
    """Tell whether the library of the ``ocr`` extra is installed; it is not loaded for that."""
    return importlib.util.find_spec("rapidocr") is not None


def give_back() -> None:
    """Have large blocks of memory go back to the system as soon as they are freed, where the C library is glibc.

    Once it has seen a large block freed, glibc keeps those that follow for itself: what recognising one page took would
    stay, and be added to what the next one takes.
    """
    if sys.platform == "linux" and (mallopt := getattr(ctypes.CDLL(None), "mallopt", None)) is not None:
        mallopt(M_MMAP_THRESHOLD, LARGE)


@cache
def _rapidocr() -> Any:
    give_back()
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
