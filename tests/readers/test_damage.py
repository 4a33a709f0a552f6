"""Files that are broken, each in one way: what is left of them is read, and what is lost is said."""

from __future__ import annotations

import re
import zlib

import pytest

from consistency.readers.files import Options
from consistency.readers.pdf import attached
from tests.readers.making import codes, form, letter, read
from tests.readers.rawpdf import HELVETICA, joined, mapped, objects, stream, written

LINES = ("Employed since May 2019", "as a cook")
SOUND = joined(objects(written(*LINES)))
TABLE = SOUND.index(b"xref\n0")


def lines(data: bytes) -> list[str]:
    return [line.text for line in read(data).lines]


@pytest.mark.parametrize(
    "broken",
    [
        re.sub(rb"(?m)^\d{10} 00000 n", b"0000000007 00000 n", SOUND),
        re.sub(rb"startxref\n\d+", b"startxref\n99999999", SOUND),
        re.sub(rb"/Length \d+", b"/Length 10", SOUND),
        re.sub(rb"/Length \d+", b"/Length 99999", SOUND),
        re.sub(rb"/Length \d+", b"", SOUND),
        SOUND.replace(b"endobj", b""),
        SOUND.replace(b"\n", b"\r\n"),
        b"From: A. Lee\n\n" * 200 + SOUND,
    ],
    ids=[
        "places of objects", "place of the table", "length too short", "too long", "missing",
        "ends of objects", "line ends", "a letter before it",
    ],
)  # fmt: skip
def test_what_a_viewer_mends_is_read(broken: bytes) -> None:
    assert lines(broken) == list(LINES)


@pytest.mark.parametrize(
    "broken",
    [
        SOUND[:TABLE],
        SOUND[:TABLE] + b"\0" * 200,
        SOUND[: SOUND.index(b"5 0 obj")],
        SOUND.replace(b"/Root 1 0 R", b""),
        SOUND.replace(b"/Pages 2 0 R", b""),
        SOUND.replace(b"/Kids [3 0 R]", b"/Kids []"),
    ],
    ids=["no end", "an end of zeros", "no fonts either", "no root", "no tree", "no pages in the tree"],
)
def test_a_file_whose_end_leads_nowhere_is_mended_and_said(broken: bytes) -> None:
    document = read(broken)
    assert [line.text for line in document.lines] == list(LINES)
    assert (document.read, codes(document)) == ("partial", ["damaged"])
    assert "its end is lost, or leads to no page" in document.problems[0].message


@pytest.mark.parametrize("nothing", [b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"])
def test_where_no_page_is_left_nothing_is_read(nothing: bytes) -> None:
    document = read(nothing)
    assert (document.read, codes(document)) == ("failed", ["damaged"])
    assert not list(attached(nothing, Options()))


def test_a_file_that_breaks_off_in_a_page_is_read_to_there() -> None:
    document = read(SOUND[: SOUND.index(b"as a cook")])
    assert [line.text for line in document.lines] == [LINES[0]]
    assert (document.read, codes(document)) == ("partial", ["damaged"])


def packed() -> bytes:
    """A file whose catalogue and pages are packed in a stream, without the table that tells of it."""
    catalogue, tree, page, content, font = objects(written(*LINES))
    inner = {1: catalogue, 2: tree, 3: page}
    table, bodies = b"", b""
    for number, body in inner.items():
        table += b"%d %d " % (number, len(bodies))
        bodies += body + b" "
    entries = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (len(inner), len(table))
    held = stream(zlib.compress(table + bodies), entries)
    parts = {4: content, 5: font, 7: held}
    return b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % one for one in parts.items())


def test_packed_objects_are_found_without_their_table() -> None:
    document = read(packed())
    assert [line.text for line in document.lines] == list(LINES)
    assert codes(document) == ["damaged"]


def test_a_locked_file_without_its_end_is_mended_with_its_key() -> None:
    whole = form({"datasets": b"<a/>"}, page=letter("A letter of some length"))
    document = read(whole.replace(b"startxref", b"start"))
    assert [line.text for line in document.lines] == ["A letter of some length"]


def test_the_form_of_a_mended_file_is_read() -> None:
    data = form(
        {"datasets": b'<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><a><b>Ann</b></a>'
         b"</xfa:data></xfa:datasets>"}, password=None,
    )  # fmt: skip
    document = read(data[: data.rindex(b"xref")])
    assert document.form is not None
    assert [(field.path, field.value) for field in document.form.datasets or ()] == [("a/b", "Ann")]
    assert "damaged" in codes(document)


def test_pages_that_are_not_there_are_told_in_one_sentence() -> None:
    document = read(SOUND.replace(b"/Count 1", b"/Count 50"))
    assert [line.text for line in document.lines] == list(LINES)
    assert (document.read, codes(document)) == ("partial", ["page-unreadable"])
    assert document.problems[0].message.startswith("Pages 2–50 of draft/paper.pdf could not be read")


def test_an_older_version_in_the_file_does_not_count() -> None:
    """An update that was written behind the end (ISO 32000-1, 7.5.6) takes the place of what stood before."""
    newer = b"4 0 obj\n%s\nendobj\n" % stream(written("Employed since May 2021"))
    table = b"xref\n4 1\n%010d 00000 n \n" % len(SOUND)
    end = b"trailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    updated = SOUND + newer + table + end % (TABLE, len(SOUND) + len(newer))
    assert lines(updated) == ["Employed since May 2021"]


# --- fonts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("font", [b"null", b"<< /Type /Font /Subtype /TrueType >>", HELVETICA])
def test_text_without_its_font_is_read(font: bytes) -> None:
    assert lines(joined(objects(written(*LINES), font))) == list(LINES)


def test_names_of_letters_tell_them_where_no_table_does() -> None:
    names = b"/C /a /f /eacute /space /fi /n /e /Zcaron"
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Own /FirstChar 1 /LastChar 9 /Widths [%s]"
        b" /Encoding << /Type /Encoding /Differences [1 %s] >> >>" % (b"600 " * 9, names)
    )
    content = b"BT /F1 12 Tf 72 700 Td <0102030405060708> Tj ET"
    assert lines(joined(objects(content, font))) == ["Café fine"]


def drawn_letters(named: bytes = b"") -> bytes:
    """A page whose letters are little drawings (Type 3), with or without a table that names them."""
    shape = stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1"
        b" /LastChar 2 /Widths [600 600] /CharProcs << /g1 6 0 R /g2 6 0 R >> /Resources << >>"
        b" /Encoding << /Type /Encoding /Differences [1 /g1 /g2] >> %s >>" % named
    )
    content = b"BT /F1 12 Tf 72 700 Td <%s> Tj ET" % (b"0102" * 20)
    return joined(objects(content, font, [shape, mapped({1: "n", 2: "o"})]))


def test_drawn_letters_are_read_by_their_table() -> None:
    document = read(drawn_letters(b"/ToUnicode 7 0 R"))
    assert document.text == "no" * 20
    assert codes(document) == []


def test_drawn_letters_without_names_are_a_picture() -> None:
    document = read(drawn_letters())
    assert (codes(document), document.pictures, document.lines) == (["no-text"], (1,), ())


def test_letters_as_outlines_are_a_picture() -> None:
    strokes = b"".join(b"%d 700 8 10 re f " % x for x in range(72, 540, 6))
    document = read(joined(objects(strokes)))
    assert (codes(document), document.pictures) == (["no-text"], (1,))


# --- strings ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written_title", "said"),
    [
        (b"<FEFF0041006E006E>", "Ann"),
        (b"<FEFF0041D800006E>", "A"),
        (b"<FEFF0041006E00>", "An"),
        (b"<FFFE41006E006E00>", "Ann"),
        (b"<EFBBBF41C3A9>", "Aé"),
    ],
    ids=["sound", "half a pair", "half a letter", "little end first", "UTF-8"],
)
def test_strings_with_broken_letters_are_read_as_far_as_they_go(written_title: bytes, said: str) -> None:
    found = objects(written(*LINES), more=[b"<< /Title %s >>" % written_title])
    data = joined(found).replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 6 0 R")
    document = read(data)
    assert document.metadata["title"].startswith(said)
    assert [line.text for line in document.lines] == list(LINES)


BROKEN_NAME = b"<FEFF0041D800006E>"


def test_broken_letters_in_bookmarks_labels_and_names_of_files_cost_no_page() -> None:
    labels = b"/Outlines 6 0 R /PageLabels << /Nums [0 << /P %s >>] >>" % BROKEN_NAME
    catalog = labels + b" /Names << /EmbeddedFiles << /Names [(a) 8 0 R] >> >>"
    marks = b"<< /First 7 0 R /Last 7 0 R /Count 1 >>"
    mark = b"<< /Title %s /Parent 6 0 R /Dest [3 0 R /Fit] >>" % BROKEN_NAME
    file = b"<< /Type /Filespec /UF %s /EF << /UF 9 0 R >> >>" % BROKEN_NAME
    held = stream(letter("A letter in a letter"))
    data = joined(objects(written(*LINES), more=[marks, mark, file, held], catalog=catalog))
    document = read(data)
    assert [line.text for line in document.lines] == list(LINES)
    assert document.outline[0].title.startswith("A") and document.labels[0].startswith("A")
    [(name, content)] = attached(data, Options())
    assert name.startswith("A") and content.startswith(b"%PDF")


def test_a_field_with_broken_letters_is_read_as_far_as_it_goes() -> None:
    data = form({}, {"name": "Ann"}, page=letter("A form"), password=None)
    value = re.search(rb"/V \(Ann\)", data)
    assert value is not None
    broken = data.replace(value[0], b"/V <FEFF0041D800006E>")
    document = read(broken)
    assert document.form is not None
    [field] = document.form.acroform
    assert field.value.startswith("A")
    field.value.encode("utf-8")


# --- letters and lines ------------------------------------------------------------------------------------


def in_script(*lines: str) -> bytes:
    """A page in a script that is written from the right: its letters stand from left to right as they are seen."""
    letters = sorted(set("".join(lines)) - {" "})
    code = {" ": 0x20} | {letter: 0x41 + number for number, letter in enumerate(letters)}
    font = HELVETICA.replace(b" >>", b" /ToUnicode 6 0 R >>")
    rows = (bytes(code[letter] for letter in seen(line)).hex().encode() for line in lines)
    content = b"BT /F1 12 Tf 20 TL 72 700 Td %s ET" % b" T* ".join(b"<%s> Tj" % row for row in rows)
    return joined(objects(content, font, [mapped({number: letter for letter, number in code.items()})]))


def seen(line: str) -> str:
    """The letters of a line from left to right: words from the right, but for numbers and Latin words in themselves."""
    return " ".join(word if word.isascii() else word[::-1] for word in reversed(line.split()))


@pytest.mark.parametrize(
    "line",
    ["نام خانوادگی", "שלום עולם טוב", "سلام 2019 دنیا", "کار در Acme تهران"],
    ids=["fa", "he", "number", "latin"],
)
def test_a_line_from_the_right_is_read_from_there(line: str) -> None:
    document = read(in_script(line))
    assert [line.text for line in document.lines] == [line]
    assert all(word.text in line.split() for word in document.pages[0].words)


def with_map(letters: dict[int, str], content: bytes) -> bytes:
    return joined(objects(content, HELVETICA.replace(b" >>", b" /ToUnicode 6 0 R >>"), [mapped(letters)]))


def test_ligatures_are_written_out_however_they_are_mapped() -> None:
    letters = {code: chr(code) for code in range(0x20, 0x7F)} | {0xA1: "\ufb01", 0xA2: "ffi"}
    content = b"BT /F1 12 Tf 72 700 Td (of) Tj <A1> Tj (ce, o) Tj <A2> Tj (ce) Tj ET"
    assert lines(with_map(letters, content)) == ["office, office"]


def test_a_word_parted_at_the_end_of_a_line_is_one_word() -> None:
    from consistency.extractors.pages.layout import joined as prose

    for hyphen in (b"-", b"\xad"):
        content = (
            b"BT /F1 12 Tf 14 TL 72 700 Td (He was employed at the restau%s) Tj T* (rant of Acme) Tj ET"
            % hyphen
        )
        assert prose(read(joined(objects(content))).lines) == "He was employed at the restaurant of Acme"


def test_words_that_stand_for_shapes_are_read() -> None:
    """ActualText (ISO 32000-1, 14.9.4) tells the letters of what is drawn otherwise."""
    content = b"BT /F1 12 Tf 72 700 Td (Hired in ) Tj /Span << /ActualText (May) >> BDC (xyz) Tj EMC ET"
    assert lines(joined(objects(content))) == ["Hired in May"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(angle: int) -> None:
    document = read(joined(objects(written(*LINES), page=b"/Rotate %d" % angle)))
    assert [line.text for line in document.lines] == list(LINES)
    assert document.pages[0].width == (792 if angle in (90, 270) else 612)


def test_lines_that_run_downwards_are_read() -> None:
    content = b"BT /F1 12 Tf 0 -1 1 0 72 700 Tm (Employed since May) Tj ET"
    assert lines(joined(objects(content))) == ["Employed since May"]
