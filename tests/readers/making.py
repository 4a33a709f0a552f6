"""Small papers made by code: what the tests of the readers read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import docx
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

from consistency.model import Document
from consistency.readers.files import Options, read_bytes

PLEASE_WAIT = (
    "Please wait...",
    "If this message is not eventually replaced by the proper contents of the document, your PDF viewer",
    "may not be able to display this type of document.",
)
XFA_DATA = "http://www.xfa.org/schema/xfa-data/1.0/"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(data: bytes, path: str = "draft/paper.pdf", **options: Any) -> Document:
    """Read without recognising pictures, which not every machine can."""
    return read_bytes(data, path, Options(**{"ocr": False, **options}))


def codes(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]


def rows(document: Document) -> list[list[str]]:
    return [[segment.text for segment in line.segments] for line in document.lines]


def drawn(draw: Callable[[Canvas], None], size: tuple[float, float] = (612, 792)) -> bytes:
    """A PDF by reportlab."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def letter(*lines: str, pages: int = 1) -> bytes:
    """A PDF of plain lines, the same on each page."""

    def draw(canvas: Canvas) -> None:
        for _ in range(pages):
            for number, line in enumerate(lines):
                canvas.drawString(72, 700 - 20 * number, line)
            canvas.showPage()

    return drawn(draw)


def picture() -> Any:
    from PIL import Image

    return Image.new("RGB", (300, 400), "grey")


def datasets(data: str, beside: str = "") -> bytes:
    return f'<xfa:datasets xmlns:xfa="{XFA_DATA}"\n>{beside}<xfa:data\n>{data}</xfa:data></xfa:datasets\n>'.encode()


def form(
    packets: Mapping[str, bytes] | bytes,
    fields: Mapping[str, str] | None = None,
    page: bytes | None = None,
    password: str | None = "",
) -> bytes:
    """A PDF with an XFA form (and classic fields), encrypted with AES-128 as the official forms are."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(page or letter(*PLEASE_WAIT))))
    acroform = DictionaryObject()
    if isinstance(packets, bytes):
        acroform[NameObject("/XFA")] = writer._add_object(stream(packets))
    elif packets:
        array = ArrayObject()
        for name, content in packets.items():
            array.extend((TextStringObject(name), writer._add_object(stream(content))))
        acroform[NameObject("/XFA")] = array
    if fields is not None:
        acroform[NameObject("/Fields")] = _widgets(writer, fields)
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(acroform)
    if password is not None:
        writer.encrypt(password, "owner", algorithm="AES-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def stream(content: bytes) -> StreamObject:
    made = DecodedStreamObject()
    made.set_data(content)
    return made.flate_encode()


def _widgets(writer: PdfWriter, fields: Mapping[str, str]) -> ArrayObject:
    """Text fields one below the other, 200 points wide, from 100 points below the top."""
    found = ArrayObject()
    sheet = writer.pages[0]
    notes = ArrayObject()
    for number, (name, value) in enumerate(fields.items()):
        top = 692 - 30 * number
        button = value.startswith("/")
        widget = DictionaryObject({
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject("/Btn" if button else "/Tx"),
            NameObject("/T"): TextStringObject(name),
            NameObject("/Rect"): ArrayObject(FloatObject(n) for n in (100, top - 20, 300, top)),
        })  # fmt: skip
        if button:
            widget[NameObject("/V")] = widget[NameObject("/AS")] = NameObject(value)
            states = DictionaryObject({NameObject("/1"): writer._add_object(stream(b""))})
            widget[NameObject("/AP")] = DictionaryObject({NameObject("/N"): states})
        elif value:
            widget[NameObject("/V")] = TextStringObject(value)
        reference = writer._add_object(widget)
        found.append(reference)
        notes.append(reference)
    sheet[NameObject("/Annots")] = notes
    return found


def word(build: Callable[[Any], None]) -> bytes:
    """A DOCX by python-docx."""
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def body(xml: str, extra: Mapping[str, str] | None = None) -> bytes:
    """A DOCX with the given XML in its body, and further parts by name."""
    blank = word(lambda document: None)
    text = (
        f'<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{xml}</w:body></w:document>'
    )
    return rezipped(blank, {"word/document.xml": text, **(extra or {})})


def rezipped(data: bytes, changed: Mapping[str, str | bytes | None]) -> bytes:
    """The same package with other parts; None takes a part out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, content in changed.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*cells: Sequence[str]) -> str:
    made = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in cells)
    return f"<w:tbl>{made}</w:tbl>"
