"""What single files cost and hide: pictures drawn over and over, words drawn twice, letters that are only shapes."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
import reportlab.rl_config
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from consistency.model import Document
from tests.readers.making import codes, drawn, form, letter, read, stream

SCAN, END = b"\xff\xda", b"\xff\xd9"


def redrawn(passes: int) -> bytes:
    """A progressive JPEG whose last pass is repeated."""
    stream = io.BytesIO()
    Image.new("RGB", (64, 64), "grey").save(stream, "JPEG", progressive=True)
    body = stream.getvalue().removesuffix(END)
    last = body[body.rindex(SCAN) :]
    return body + last * passes + END


def test_a_picture_drawn_hundreds_of_times_is_refused() -> None:
    document = read(redrawn(200), "draft/scan.jpg")
    assert codes(document) == ["over-limit"]
    assert document.read == "failed" and not document.pictures
    assert codes(read(redrawn(0), "draft/scan.jpg")) == ["no-text"]


def test_such_a_picture_in_a_pdf_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reportlab.rl_config, "useA85", 0)

    def scan(passes: int) -> Document:
        picture = ImageReader(io.BytesIO(redrawn(passes)))
        return read(drawn(lambda canvas: canvas.drawImage(picture, 0, 0, 600, 780)))

    assert codes(scan(2_000)) == ["over-limit"]
    assert codes(scan(0)) == ["no-text"]


def test_a_word_drawn_over_itself_to_look_bold_is_one_word() -> None:
    def bold(canvas: Canvas) -> None:
        for shift in (0.0, 0.24):
            canvas.drawString(72 + shift, 700, "Annual report of Acme")
        canvas.drawString(72, 660, "no no no")

    assert read(drawn(bold)).text.split() == ["Annual", "report", "of", "Acme", "no", "no", "no"]


def only_shapes() -> bytes:
    """A page whose font names its shapes g1, g2 … and says of none which letter it is."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(letter("x"))))
    sheet = writer.pages[0]
    names = ArrayObject([NumberObject(1), *(NameObject(f"/g{n}") for n in range(1, 9))])
    encoding = DictionaryObject(
        {NameObject("/Type"): NameObject("/Encoding"), NameObject("/Differences"): names}
    )
    resources = sheet["/Resources"]
    assert isinstance(resources, DictionaryObject)
    fonts = resources["/Font"]
    assert isinstance(fonts, DictionaryObject)
    for font in fonts.values():
        font.get_object()[NameObject("/Encoding")] = encoding
    drawing = b"BT /F1 12 Tf 72 700 Td <" + b"0102030405060708" * 8 + b"> Tj ET"
    sheet[NameObject("/Contents")] = writer._add_object(stream(drawing))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_letters_that_are_only_shapes_are_no_text() -> None:
    document = read(only_shapes())
    assert codes(document) == ["no-text"]
    assert document.pictures == (1,) and not document.lines


def test_what_is_said_of_a_file_does_not_hang_on_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes(read(form({"datasets": b"<a/>"}, password="secret"))) == ["password"]

    def fails_without_a_reason(*_: object, **__: object) -> None:
        raise pdfium.PdfiumError("Failed to load document", err_code=pdfium.raw.FPDF_GetLastError())

    monkeypatch.setattr(pdfium, "PdfDocument", fails_without_a_reason)
    assert codes(read(letter("A letter"))) == ["damaged"]


def test_locked_files_in_an_open_one_are_told() -> None:
    open_pages = form({"datasets": b"<a/>"}, page=letter("A letter of some length"))
    locked = open_pages.replace(b"/AuthEvent /DocOpen", b"/AuthEvent /EFOpen ")
    assert locked != open_pages
    document = read(locked)
    assert codes(document) == ["password"] and document.read == "partial" and document.lines
