"""Whole files, as the program reads them: no reader may raise, whatever is in one."""

from __future__ import annotations

import io
import re
import tempfile
from functools import cache
from pathlib import Path

from tests.readers.making import form, letter

from benchmarks.fuzz import seeds
from benchmarks.fuzz.mutating import PDF, WITHIN, XML, either, parts, words
from benchmarks.fuzz.target import target
from consistency.extractors.bundles import papers_in
from consistency.extractors.extract import extract
from consistency.model import Document
from consistency.readers import barcode
from consistency.readers.bounding import bounded
from consistency.readers.files import Options, list_documents, readers
from consistency.readers.limits import Limits

OPTIONS = Options(passwords=("secret",), limits=Limits(pages=20))
in_xml = either(
    words(WITHIN, '"-1"', '"999999999"', '"²"', '""', '"0"', '"false"', "w:val", "w:type", "w:id", "xmlns"),
    words(
        XML, "<w:tbl>", "</w:tbl>", "<w:tc>", "<w:tr>", "<w:p>", "</w:p>", "<w:r>", "<w:t>", "&#0;", "&amp;", "<!---->",
        "<?x?>", "<a:b>", "<body xmlns='http://www.w3.org/1999/xhtml'>", "<![CDATA[", "]]>", "<!DOCTYPE a>", "\ufeff",
    ),
)  # fmt: skip
in_pdf = words(
    PDF, "1 0 R", "2 0 R", "5 0 R", "null", "true", "<<", ">>", "[", "]", "/Kids", "/Parent", "/XFA", "/V", "/T", "/FT",
    "/Off", "/Filter/FlateDecode", "/Filter/ASCIIHexDecode", "/Type/ObjStm", "endobj", "stream", "endstream", "(", ")",
    "<feff>", "(²)", "/PageLabels<</Nums[0<</P(²)>>]>>", "/Outlines", "/S/D",
)  # fmt: skip


def read(data: bytes, name: str) -> None:
    """Read a file, and the files in it, as :func:`~consistency.readers.files.read_all` does, without its safety net."""
    reader = next((one for one in readers() if one.accepts(data, name)), None)
    if reader is None:
        return
    document = reader.read(data, name, OPTIONS)
    document = barcode.completed(document, barcode.find(document, data, OPTIONS))
    _meant(bounded(document, OPTIONS.limits))
    for title, held in reader.attached(data, OPTIONS) if reader.attached is not None else ():
        assert isinstance(title, str)
        assert isinstance(held, bytes)


def _meant(document: Document) -> None:
    assert document.read == "full" or document.problems, "what was not read must be said"
    for part in papers_in(document):
        extract(part)


@target(seeds.xfa_pdfs, in_pdf)
def xfa_pdf(data: bytes) -> None:
    """PDF forms with XFA data, by their bytes."""
    read(data, "form.pdf")


@target(seeds.paper_pdfs, in_pdf)
def paper_pdf(data: bytes) -> None:
    """PDFs of papers, by their bytes: pages, bookmarks, labels of pages, attachments."""
    read(data, "paper.pdf")


@target(seeds.acroform_pdfs, in_pdf)
def acroform_pdf(data: bytes) -> None:
    """PDF forms with classic fields, by their bytes."""
    read(data, "form.pdf")


@cache
def _page() -> bytes:
    return letter("Please wait... If this message is not eventually replaced by the proper contents")


DATASETS = re.compile(rb"<xfa:datasets.*</xfa:datasets>", re.DOTALL)


def _packets() -> list[bytes]:
    found = (DATASETS.search(pdf) for pdf in seeds.xfa_pdfs())
    return [match[0] for match in found if match is not None]


@target(_packets, in_xml)
def xfa_data(data: bytes) -> None:
    """The XML of a form's data, in a PDF that is sound."""
    read(form({"datasets": data}, page=_page(), password=None), "form.pdf")


@target(seeds.docx_files, parts(in_xml))
def docx(data: bytes) -> None:
    """DOCX packages: their parts, names, relations."""
    read(data, "paper.docx")


@target(seeds.docx_files, parts(in_xml))
def listing(data: bytes) -> None:
    """Files of a folder, of which the program's own reports are left out."""
    with tempfile.TemporaryDirectory() as place:
        for name in ("a.docx", "b.pdf"):
            Path(place, name).write_bytes(data)
        assert set(list_documents(Path(place))) <= {"a.docx", "b.pdf"}


@target(seeds.word_bodies, in_xml)
def docx_body(data: bytes) -> None:
    """The XML of a DOCX's body, in a package that is sound."""
    read(seeds.docx_file(data), "paper.docx")


def _pictures() -> list[bytes]:
    from PIL import Image

    def saved(kind: str) -> bytes:
        out = io.BytesIO()
        Image.new("L", (60, 40), "grey").save(out, kind)
        return out.getvalue()

    return [saved(kind) for kind in ("PNG", "JPEG", "TIFF", "GIF", "BMP")]


@target(_pictures, words(re.compile(rb".", re.DOTALL)))
def pictures(data: bytes) -> None:
    """Pictures of papers; their words are not recognised."""
    read(data, "scan.png")
