"""Scans that bring words of their own: a misread layer behind the picture, a stamp over it; the picture is read."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from consistency.model import Document
from consistency.readers.files import Options, read_bytes
from consistency.readers.pdf.layer import unreliable
from tests.readers.scanning import DOTS, only, saved, slip

LINES = ("We confirm that Ms. Lina Sample", "works here as Kitchen Helper", "since 11 March 2019")
SIZE = (396.0, 560.0)


def over_scan(write: Callable[[Canvas], None]) -> bytes:
    """A scanned note as a PDF, with what some program wrote over or behind it."""
    picture = io.BytesIO(saved(slip(*LINES, size=SIZE), "PNG", DOTS))
    out = io.BytesIO()
    pen = Canvas(out, pagesize=SIZE)
    pen.drawImage(ImageReader(Image.open(picture)), 0, 0, *SIZE)
    write(pen)
    pen.save()
    return out.getvalue()


def layer(lines: Sequence[str], top: float = 40) -> Callable[[Canvas], None]:
    """Write lines without ink where the note has its own."""

    def write(pen: Canvas) -> None:
        text = pen.beginText()
        text.setTextRenderMode(3)
        text.setFont("Times-Roman", 12)
        for number, line in enumerate(lines):
            text.setTextOrigin(36, SIZE[1] - top - 18 * number)
            text.textLine(line)
        pen.drawText(text)

    return write


def stamp(text: str, height: float) -> Callable[[Canvas], None]:
    return lambda pen: pen.drawString(40, height, text)


def read(data: bytes, monkeypatch: pytest.MonkeyPatch, *, ocr: bool = True) -> Document:
    only("tesseract", monkeypatch)
    return read_bytes(data, "scan.pdf", Options(ocr=ocr))


@pytest.mark.parametrize(
    "write",
    [
        layer(["Wc c0nfirm tbat Ms. L1na 5amp1e", "w0rks h3re as K1tch3n HeIper", "s1nce 11 March 2O19"]),
        layer(
            ["We confirm that Ms. Lina Sample", "works here as Kitchen Helper", "since 11 March 2017"],
            top=300,
        ),
    ],
    ids=["misread", "beside the ink"],
)
def test_an_unreliable_layer_gives_way_to_the_picture(
    write: Callable[[Canvas], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = read(over_scan(write), monkeypatch)
    assert document.text == "\n".join(LINES)
    assert (document.method, document.pictures) == ("ocr", (1,))


def test_a_sound_layer_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read(over_scan(layer(LINES)), monkeypatch)
    assert (document.text, document.method, document.pictures) == ("\n".join(LINES), "text", ())


@pytest.mark.parametrize(
    ("text", "height"),
    [
        ("Scanned with PaperScanner", 12.0),
        ("14/03/2025 16:05 FROM: COPY SHOP TO: 0123455678 P. 02/11", 545.0),
        ("Exhibit C - page 112 of 340", 12.0),
    ],
)
def test_a_scan_below_a_stamp_is_read(text: str, height: float, monkeypatch: pytest.MonkeyPatch) -> None:
    document = read(over_scan(stamp(text, height)), monkeypatch)
    assert all(line in document.text for line in LINES)


def test_without_recognition_the_picture_is_told_and_the_layer_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    write = layer(["Wc c0nfirm tbat Ms. L1na 5amp1e", "w0rks h3re as K1tch3n", "s1nce 11 March"])
    document = read(over_scan(write), monkeypatch, ocr=False)
    assert "K1tch3n" in document.text
    assert [problem.code for problem in document.problems] == ["no-text"]


@pytest.mark.parametrize(
    "words",
    [
        ["Passport", "Z0000011", "issued", "K7K2B2", "noor@example.com", "IMM1295E", "W328815047"],
        ["McDonald", "MacLeod", "eBay", "iPhone15Pro", "Acme", "Ltd", "2019-03", "TÜV"],
    ],
)
def test_words_with_figures_are_no_misreadings(words: list[str]) -> None:
    assert not unreliable(words, len(words), 0)
