"""Scans made by code: a typed page as a picture, turned, tilted, faint, grey or noisy."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from typing import Literal

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas

from consistency.readers.ocr import engines, tesseract

DOTS = 200
Engine = Literal["tesseract", "program", "rapidocr"]


def only(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave one engine, of tesseract its library or the program; all are installed where the tests run."""
    assert tesseract.has_library() and engines.has_rapidocr(), "tesseract, or the ocr extra, is not installed"
    if engine == "rapidocr":
        monkeypatch.setattr(tesseract, "languages", lambda: ())
        return
    monkeypatch.setattr(engines, "has_rapidocr", lambda: False)
    if engine == "program":
        monkeypatch.setattr(tesseract, "_library", lambda: None)


def page_of(data: bytes, dots: int = DOTS) -> Image.Image:
    """Draw the first page of a PDF."""
    drawn: Image.Image = pdfium.PdfDocument(data)[0].render(scale=dots / 72).to_pil()
    return drawn.convert("L")


def slip(*lines: str, size: tuple[float, float] = (396, 216)) -> Image.Image:
    """A typed note of half a letter's width."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size)
    canvas.setFont("Times-Roman", 12)
    for number, line in enumerate(lines):
        canvas.drawString(36, size[1] - 40 - 18 * number, line)
    canvas.save()
    return page_of(stream.getvalue())


def turned(page: Image.Image, quarters: int) -> Image.Image:
    """Lay a page on its side or head, turned to the right."""
    return page.rotate(-quarters, expand=True)


def tilted(page: Image.Image, degrees: float) -> Image.Image:
    """Lay a page askew on the glass, turned to the right."""
    return page.rotate(-degrees, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def faint(page: Image.Image) -> Image.Image:
    """Print with little ink."""
    return page.point([round(255 - 0.45 * (255 - level)) for level in range(256)])


def shadowed(page: Image.Image) -> Image.Image:
    """Photograph under a lamp: the paper is grey, and darker to one side."""
    shade = Image.linear_gradient("L").resize(page.size).point([150 + level // 4 for level in range(256)])
    return ImageChops.multiply(page, shade)


def photographed(page: Image.Image, table: int = 60) -> Image.Image:
    """Photograph a paper on a dark table from one corner: its sides run together, and a lamp stands to one side."""
    width, height = page.size
    wide, high, narrow = round(1.16 * width), round(1.12 * height), round(0.06 * width)
    left, top = (wide - width) // 2, (high - height) // 2
    corners = (left + narrow, top, left, top + height, left + width, top + height, left + width, top)
    back = _perspective(corners, (0, 0, 0, height, width, height, width, 0))
    sheet, mask = (
        flat.transform((wide, high), Image.Transform.PERSPECTIVE, back, Image.Resampling.BICUBIC)
        for flat in (page, Image.new("L", page.size, 255))
    )
    whole = Image.new("L", (wide, high), table)
    whole.paste(sheet, mask=mask)
    return shadowed(whole)


def _perspective(seen: Sequence[float], flat: Sequence[float]) -> list[float]:
    """Give the eight numbers by which Pillow leads from the corners as they are seen back to those of the paper."""
    rows = []
    for x, y, u, v in zip(seen[::2], seen[1::2], flat[::2], flat[1::2], strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for at in range(8):
        best = max(range(at, 8), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for row in set(range(8)) - {at}:
            rows[row] = [a - rows[row][at] * b for a, b in zip(rows[row][:], rows[at], strict=True)]
    return [row[8] for row in rows]


def noisy(page: Image.Image) -> Image.Image:
    """Grain of a cheap scanner, and a JPEG of low quality."""
    grain = random.Random(7).randbytes(page.width * page.height)
    rough = Image.blend(page, Image.frombytes("L", page.size, grain), 0.1)
    stream = io.BytesIO()
    rough.save(stream, "JPEG", quality=30)
    return Image.open(stream).convert("L")


def saved(page: Image.Image, kind: str = "PDF", dots: int = DOTS) -> bytes:
    """Save a picture as a file; a PDF has it as its page."""
    stream = io.BytesIO()
    page.save(stream, kind, **({"resolution": dots} if kind == "PDF" else {"dpi": (dots, dots)}))
    return stream.getvalue()
