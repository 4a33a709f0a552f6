"""DOCX: everything that is seen, once, in order, with its place."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from consistency.model import Document
from consistency.readers.docx.document import assemble
from consistency.readers.files import Limits, Options, list_documents, read_all
from tests.readers.making import W, body, codes, letter, p, r, read, rezipped, rows, table, word
from tests.readers.scanning import saved, slip

DOCX = "draft/letter.docx"


def lines(xml: str) -> list[str]:
    return [line.text for line in read(body(xml), DOCX).lines]


def test_paragraphs_with_places_and_metadata() -> None:
    def build(document: Any) -> None:
        document.core_properties.title = "Letter"
        document.core_properties.author = "Ann"
        document.add_heading("Experience", 1)
        document.add_paragraph("")
        document.add_paragraph("Cook at Acme")

    document = read(word(build), DOCX)
    assert (document.media, document.method, document.read, codes(document)) == ("docx", "docx", "full", [])
    assert [(line.text, line.place) for line in document.lines] == [
        ("Experience", "paragraph 1"),
        ("Cook at Acme", "paragraph 3"),
    ]
    assert document.lines[0].bold
    assert document.metadata["title"] == "Letter"
    assert document.metadata["author"] == "Ann"
    assert document.metadata["created"].startswith("20")


def test_tabs_cut_segments_and_breaks_cut_lines() -> None:
    xml = p(r("Acme"), "<w:r><w:tab/></w:r>", r("2019"), "<w:r><w:br/></w:r>", r("Toronto"))
    assert rows(read(body(xml), DOCX)) == [["Acme", "2019"], ["Toronto"]]


def test_a_row_is_a_line_and_a_cell_a_segment() -> None:
    xml = table([p(r("From")), p(r("To"))], [p(r("2019")), p(r("2020")) + p(r("(end)"))])
    document = read(body(xml), DOCX)
    assert rows(document) == [["From", "To"], ["2019", "2020\n(end)"]]
    assert [segment.place for segment in document.lines[1].segments] == [
        "table 1, row 2, cell 1",
        "table 1, row 2, cell 2",
    ]


def test_merged_cells_stand_once() -> None:
    top = f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p(r("Acme"))}'
    below = f"<w:tcPr><w:vMerge/></w:tcPr>{p(r('Acme'))}"
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p(r("Wide"))}'
    assert lines(table([top, p(r("2019"))], [below, p(r("2020"))], [wide])) == ["Acme  2019", "2020", "Wide"]


def test_nested_tables() -> None:
    inner = table([p(r("a")), p(r("b"))])
    document = read(body(table([p(r("outer")) + inner, p(r("right"))])), DOCX)
    assert rows(document) == [["outer", "right"], ["a", "b"]]
    assert document.lines[1].place == "table 1, row 1, cell 1, table 1, row 1, cell 1"


def test_a_cell_with_a_whole_layout_keeps_its_lines() -> None:
    side = "".join(p(r(f"side {n}")) for n in range(5))
    main = "".join(p(r(f"main {n}")) for n in range(5))
    assert lines(table([side, main])) == [f"side {n}" for n in range(5)] + [f"main {n}" for n in range(5)]
    dated = lines(table([p(r("2019")), main]))
    assert dated[:2] == ["2019  main 0", "main 1"]


def test_content_controls_links_and_tags_are_read() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('block'))}</w:sdtContent></w:sdt>"
    inline = p(
        f"<w:sdt><w:sdtContent>{r('inline ')}</w:sdtContent></w:sdt>",
        f"<w:hyperlink>{r('link ')}</w:hyperlink>",
        f"<w:smartTag><w:smartTag>{r('tag')}</w:smartTag></w:smartTag>",
    )
    row = f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>{p(r('cell'))}</w:tc></w:sdtContent>\
</w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"
    assert lines(control + inline + row) == ["block", "inline link tag", "cell"]


def test_fields_show_their_result() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("3 May 2020")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="AUTHOR">{r(" Ann")}</w:fldSimple>'
    assert lines(p(field, simple)) == ["3 May 2020 Ann"]


def test_check_boxes_and_symbols() -> None:
    box = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>\
</w:fldChar></w:r>'
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    assert lines(p(box, r(" Yes "), symbol, r(" No"))) == ["☒ Yes ☐ No"]


def test_text_boxes_stand_once() -> None:
    content = f"<w:txbxContent>{p(r('boxed'))}</w:txbxContent>"
    xml = p(
        r("beside"),
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{content}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    )
    document = read(body(xml), DOCX)
    assert [(line.text, line.part) for line in document.lines] == [("beside", "body"), ("boxed", "text box")]


def test_headers_and_footers() -> None:
    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Acme Ltd."
        document.sections[0].footer.paragraphs[0].text = "Page 1"
        document.add_paragraph("Dear officer")

    found = [(line.part, line.text) for line in read(word(build), DOCX).lines]
    assert found == [("header", "Acme Ltd."), ("body", "Dear officer"), ("footer", "Page 1")]


def test_footnotes() -> None:
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0">{p(r("x"))}</w:footnote>\
<w:footnote w:id="1">{p(r("a note"))}</w:footnote></w:footnotes>'
    data = body(p(r("text")), {"word/footnotes.xml": notes})
    old = b"</Relationships>"
    relation = (
        b'<Relationship Id="rId99" Target="footnotes.xml" Type='
        b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/>'
    )
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        rels = archive.read("word/_rels/document.xml.rels").replace(old, relation + old)
        types = archive.read("[Content_Types].xml")
    kind = (
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.\
wordprocessingml.footnotes+xml"/></Types>'
    )
    data = rezipped(
        data,
        {"word/_rels/document.xml.rels": rels, "[Content_Types].xml": types.replace(b"</Types>", kind)},
    )
    found = [(line.part, line.text, line.place) for line in read(data, DOCX).lines]
    assert found == [("body", "text", "paragraph 1"), ("footnote", "a note", "footnote 1, paragraph 1")]


def test_changes_are_accepted_and_told() -> None:
    who = 'w:author="Ann" w:date="2024-05-01T10:00:00Z"'
    xml = p(
        r("until "),
        f"<w:del {who}><w:r><w:delText>2019</w:delText></w:r></w:del>",
        f"<w:ins {who}>{r('20')}</w:ins><w:ins {who}>{r('20')}</w:ins>",
        f"<w:moveFrom {who}>{r('gone')}</w:moveFrom>",
    )
    document = read(body(xml), DOCX)
    assert document.text == "until 2020"
    assert codes(document) == ["tracked-changes", "tracked-changes"]
    first = document.problems[0].message
    assert all(
        said in first for said in ("“2019” was replaced by “2020”", "Ann", "2024-05-01", "paragraph 1")
    )


def test_many_changes_are_counted() -> None:
    xml = "".join(p(f'<w:ins w:author="Ann">{r(f"word {n}")}</w:ins>') for n in range(30))
    document = read(body(xml), DOCX)
    assert len(document.problems) == 21
    assert "10 more" in document.problems[-1].message


def test_comments_are_told_and_are_no_text() -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("I was never refused.")
        document.add_comment(paragraph.runs, text="Is this true?", author="Bob")

    document = read(word(build), DOCX)
    assert document.text == "I was never refused."
    [problem] = document.problems
    assert problem.code == "comments"
    assert all(said in problem.message for said in ("Is this true?", "Bob", "paragraph 1"))


@pytest.mark.parametrize(
    "kind", ["application/vnd.ms-word.document.macroEnabled.main+xml", "template.main+xml"]
)
def test_documents_with_macros_and_templates(kind: str) -> None:
    import zipfile

    data = body(p(r("Hello")))
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    new = kind.encode() if "/" in kind else main.replace(b"document.main+xml", kind.encode())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml").replace(main, new)
    assert read(rezipped(data, {"[Content_Types].xml": types}), "a.docm").text == "Hello"


def test_strict_documents() -> None:
    import zipfile

    data = body(p(r("Hello")).replace("w:", "w:"))
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    usual = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        changed = {
            "_rels/.rels": archive.read("_rels/.rels").decode().replace(usual, strict),
            "word/document.xml": archive.read("word/document.xml")
            .decode()
            .replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        }
    assert read(rezipped(data, changed), DOCX).text == "Hello"


def test_a_package_without_relations_is_read_by_its_names() -> None:
    data = rezipped(body(p(r("Hello"))), {"_rels/.rels": None})
    assert read(data, DOCX).text == "Hello"


def related(*relations: tuple[str, str, str]) -> str:
    """Relations of a main part: kind, target, and what else is said of it."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    told = "".join(
        f'<Relationship Id="r{number}" Type="{kinds}/{kind}" Target="{target}" {more}/>'
        for number, (kind, target, more) in enumerate(relations)
    )
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{names}">{told}</Relationships>'


def headed(text: str) -> str:
    return f'<w:hdr xmlns:w="{W}">{p(r(text))}</w:hdr>'


@pytest.mark.parametrize(
    "relations", [related(("header", "gone.xml", "")), related(("header", "header1.xml", ""))[:-5], "", "<"]
)
def test_a_package_whose_relations_are_broken_is_read_by_its_names(relations: str) -> None:
    changed = {"word/_rels/document.xml.rels": relations, "word/header1.xml": headed("Acme Ltd")}
    document = read(rezipped(body(p(r("Hello"))), changed), DOCX)
    assert [line.text for line in document.lines] == ["Acme Ltd", "Hello"]


def test_damaged_xml_is_mended_and_said() -> None:
    broken = f'<w:document xmlns:w="{W}"><w:body>{p(r("Smith & Sons"))}</w:body></w:document>'
    document = read(rezipped(body(""), {"word/document.xml": broken}), DOCX)
    assert document.text == "Smith & Sons"
    assert codes(document) == ["repaired-xml"]


def test_an_encrypted_package_needs_its_password() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")
    assert codes(read(data, DOCX)) == ["password"]


def test_bombs_are_refused() -> None:
    large = rezipped(body(p(r("x"))), {"word/media/a.xml": b" " * 30_000_000})
    assert codes(read(large, DOCX)) == ["over-limit"]
    entities = f'<!DOCTYPE x [<!ENTITY a "aaa">]><w:document xmlns:w="{W}"><w:body>{p(r("&a;"))}</w:body></w:document>'
    assert codes(read(rezipped(body(""), {"word/document.xml": entities}), DOCX)) == ["over-limit"]
    deep = "<w:tbl><w:tr><w:tc>" * 120 + p(r("deep")) + "</w:tc></w:tr></w:tbl>" * 120
    assert read(body(deep), DOCX).read == "failed"
    parts = {f"word/x{n}.xml": "<x/>" for n in range(50)}
    assert codes(read(rezipped(body(""), parts), DOCX, limits=Limits(package_members=20))) == ["over-limit"]


def test_long_texts_are_cut_and_said() -> None:
    document = read(body(p(r("word")) * 100), DOCX, limits=Limits(characters=100))
    assert (document.read, codes(document), len(document.lines)) == ("partial", ["over-limit"], 25)


def shown(*texts: str) -> bytes:
    """A document that shows a picture of a note, below what is written."""

    def build(document: Any) -> None:
        for text in texts:
            document.add_paragraph(text)
        document.add_picture(io.BytesIO(saved(slip("Blue Lantern Restaurant", "Kitchen Helper"), "PNG")))

    return word(build)


@pytest.mark.parametrize("ocr", [True, False])
def test_the_picture_that_is_a_document_is_a_paper_of_its_own(tmp_path: Path, ocr: bool) -> None:
    (tmp_path / "proof.docx").write_bytes(shown())
    whole, paper = read_all(tmp_path, "proof.docx", Options(ocr=ocr))
    assert (whole.read, codes(whole), paper.path) == ("full", [], "proof.docx#image1.png")
    if ocr:
        assert paper.text.splitlines() == ["Blue Lantern Restaurant", "Kitchen Helper"]
    else:
        assert (paper.read, codes(paper)) == ("failed", ["no-text"])


def test_a_picture_in_a_letter_is_no_paper(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(shown("To whom it may concern: she works for us."))
    assert len(read_all(tmp_path, "letter.docx", Options())) == 1


def test_an_empty_document() -> None:
    assert codes(read(body(""), DOCX)) == ["empty"]


def test_a_pdf_is_not_taken_for_a_docx() -> None:
    assert read(letter("Hello"), DOCX).media == "pdf"


def unread(data: bytes) -> Document:
    """What the reader itself says, without the net around all readers."""
    document = assemble(data, "a.docx", Options())
    assert document.read == "failed" and codes(document) == ["damaged"]
    return document


def test_a_part_whose_packing_is_broken_is_damage() -> None:
    data = body(p(r("Dear officer " * 50)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.getinfo("word/document.xml")
        start = part.header_offset + 30 + len(part.filename)
    assert "decompressing" in unread(data[:start] + b"\x07" * 20 + data[start + 20 :]).problems[0].message


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_that_is_packed_as_word_never_does_is_not_unpacked(way: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", way) as archive:
        archive.writestr("word/document.xml", "<a/>" * 1_000)
        archive.writestr("docProps/core.xml", "<a/>")
    assert "is packed in the way" in unread(out.getvalue()).problems[0].message


def test_a_folder_with_broken_packages_is_listed(tmp_path: Path) -> None:
    data = body(p(r("Dear officer")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.getinfo("docProps/core.xml")
    start = part.header_offset + 30 + len(part.filename)
    odd = io.BytesIO()
    with zipfile.ZipFile(odd, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("docProps/core.xml", "<a/>")
    lzma = odd.getvalue()
    at = lzma.index(b"docProps") + 17
    broken = (
        data[:start] + b"\x07" * 20 + data[start + 20 :],
        lzma[:at] + b"\xff" * 9 + lzma[at + 9 :],
        b"PK\x05\x06",
    )
    for number, content in enumerate(broken):
        (tmp_path / f"{number}.docx").write_bytes(content)
    assert list_documents(tmp_path) == ("0.docx", "1.docx", "2.docx")
