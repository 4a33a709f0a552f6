"""What a file may cost: small files that would become large are told by the limit that they are over."""

from __future__ import annotations

import base64
import hashlib
import io
import resource
import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from PIL import Image

from consistency.config import WrongConfiguration, load
from consistency.model import Document
from consistency.pipeline import Check, papers
from consistency.pipeline import read as read_folder
from consistency.readers import frames as picture_frames
from consistency.readers.files import Limits, Options
from consistency.readers.pdf import attached
from consistency.readers.pdf.nesting import most
from tests.readers.making import body, codes, datasets, form, letter, p, r, read, table
from tests.readers.rawpdf import joined, objects, stream, written

HELLO = written("Hello and good day")
MEGABYTE = 1_000_000


def zeros(megabytes: int, fill: bytes = b"q ", first: bytes = b"") -> bytes:
    """Packed drawing that says nothing, made piece by piece, behind what looks like any other."""
    machine = zlib.compressobj(9)
    piece = fill * (MEGABYTE // len(fill))
    return (
        machine.compress(first)
        + b"".join(machine.compress(piece) for _ in range(megabytes))
        + machine.flush()
    )


def ordinary(size: int) -> bytes:
    """So many bytes that are hard to pack."""
    return b"".join(hashlib.sha256(b"%d" % number).digest() for number in range(size // 32))


def content(packed: bytes, filters: bytes, times: int = 1) -> bytes:
    """A page whose content is packed, and drawn so many times."""
    found = objects(b"", page=b"")
    found[2] = found[2].replace(b"/Contents 4 0 R", b"/Contents [%s]" % (b"4 0 R " * times))
    found[3] = stream(packed, b"/Filter " + filters)
    return joined(found)


def group(drawing: bytes, inner: bytes = b"") -> bytes:
    resources = b"/Resources << /Font << /F1 5 0 R >> %s >>" % inner
    return stream(drawing, b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] " + resources)


def groups(depth: int, times: int) -> bytes:
    """A page that draws a group, which draws another so many times, and so on."""
    more = [
        group(b"/G Do " * times, b"/XObject << /G %d 0 R >>" % (7 + number)) for number in range(depth - 1)
    ]
    return joined(
        objects(HELLO + b" /G Do", more=[*more, group(HELLO)], resources=b"/XObject << /G 6 0 R >>")
    )


def picture(width: int, height: int) -> bytes:
    entries = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1"
    )
    packed = stream(zlib.compress(bytes(10_000)), entries % (width, height) + b" /Filter /FlateDecode")
    return joined(
        objects(b"q 612 0 0 792 0 0 cm /Im Do Q", more=[packed], resources=b"/XObject << /Im 6 0 R >>")
    )


def notes(count: int) -> bytes:
    one = b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (A note) >> "
    return joined(objects(HELLO, page=b"/Annots [%s]" % (one * count)))


def filled_fields(*groups: int) -> bytes:
    """A form of groups of so many filled fields, of which no page shows any; a group of one is a field by itself."""
    one = b"<< /T (f%d) /FT /Tx /V (value) >> "
    held = (b"".join(one % number for number in range(count)) for count in groups)
    fields = (
        b"<< /T (g%d) /Kids [%s] >> " % (place, kids) if count > 1 else kids
        for place, (count, kids) in enumerate(zip(groups, held, strict=True))
    )
    return joined(objects(HELLO, catalog=b"/AcroForm << /Fields [%s] >>" % b"".join(fields)))


def holding(count: int) -> bytes:
    """A file with so many files in it."""
    names = b" ".join(b"(%d) 6 0 R" % number for number in range(count))
    file = b"<< /Type /Filespec /F (a.pdf) /EF << /F 7 0 R >> >>"
    catalog = b"/Names << /EmbeddedFiles << /Names [%s] >> >>" % names
    return joined(objects(HELLO, more=[file, stream(letter("Within"))], catalog=catalog))


def frames(count: int) -> bytes:
    out = io.BytesIO()
    one = Image.new("1", (8, 8))
    one.save(out, "TIFF", save_all=True, append_images=[one] * (count - 1))
    return out.getvalue()


def png(side: int) -> bytes:
    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    return out.getvalue()


def in_runs(width: int, height: int) -> bytes:
    """A BMP that is packed in runs: each line black, then its end."""
    table = bytes(value for level in range(256) for value in (level, level, level, 0))
    drawing = b"\xff\x00\x00\x00" * height + b"\x00\x01"
    about = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 8, 1, len(drawing), 11_811, 11_811, 256, 0)
    head = struct.pack("<2sIII", b"BM", 1_078 + len(drawing), 0, 1_078)
    return head + about + table + drawing


def nested_tables(depth: int) -> bytes:
    inner = p(r("deep inside"))
    for _ in range(depth):
        inner = table([inner + p(r("cell"))])
    return body(inner)


def nested_boxes(depth: int) -> bytes:
    inner = p(r("deep inside"))
    for _ in range(depth):
        inner = p(
            f"<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>"
        )
    return body(p(r("Before")) + inner)


def nested_data(depth: int) -> bytes:
    return form({"datasets": datasets("<a>" * depth + "x" + "</a>" * depth)}, password=None)


LARGE = zlib.compress(zeros(300))
LATE = zeros(60, first=ordinary(20_000))


@pytest.mark.parametrize(
    ("data", "limits", "said"),
    [
        (content(zeros(30), b"/FlateDecode"), {}, "unpacks to hundreds of times its size"),
        (content(base64.a85encode(zeros(30)) + b"~>", b"[/A85 /Fl]"), {}, "unpacks to hundreds of times its size"),
        (content(zeros(30).hex().encode(), b"[/AHx /Fl]"), {}, "unpacks to hundreds of times its size"),
        (content(LATE, b"/FlateDecode"), {}, "part that unpacks to more than 50,000,000"),
        (content(LARGE, b"[/FlateDecode /FlateDecode]"), {}, "unpack to more than 50,000,000 bytes"),
        (content(zeros(15), b"/FlateDecode", 40), {}, "unpack to more than 50,000,000 bytes"),
        (groups(7, 10), {}, "draws groups of drawings more than 100,000 times over"),
        (groups(60, 1), {}, "nests groups of drawings 60 deep, more than the 40 allowed"),
        (joined([*objects(HELLO), *[b"null"] * 600]), {"objects": 500}, "holds 605 objects, more than the 500"),
        (picture(100_000, 100_000), {}, "has a picture of more than 200,000,000 pixels"),
    ],
    ids=["content", "letters", "digits", "late", "twice", "again", "groups", "depth", "objects", "picture"],
)  # fmt: skip
def test_a_pdf_over_a_limit_is_refused_before_it_is_unpacked(
    data: bytes, limits: Mapping[str, int], said: str
) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    document = read(data, limits=Limits(**limits))
    assert (document.read, codes(document)) == ("failed", ["over-limit"])
    assert said in document.problems[0].message
    assert len(data) < 100_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000  # kilobytes


@pytest.mark.parametrize(
    "data",
    [
        groups(40, 1),
        groups(4, 10),
        content(zlib.compress(zlib.compress(HELLO)), b"[/FlateDecode /FlateDecode]"),
        content(zlib.compress(HELLO * 400), b"/FlateDecode"),
        content(zeros(20, b"q Q ", HELLO + b" %" + ordinary(60_000).hex().encode() + b"\n"), b"/FlateDecode"),
        joined(objects(HELLO, more=[stream(LATE, b"/Type /EmbeddedFile /Filter /FlateDecode")])),
    ],
    ids=["depth", "groups", "packed twice", "much of the same", "later on", "a file in it"],
)  # fmt: skip
def test_what_is_within_the_limits_is_read(data: bytes) -> None:
    document = read(data)
    assert document.read == "full" and document.lines[0].text.startswith("Hello and good day")


@pytest.mark.parametrize(
    ("data", "limits", "said", "left"),
    [
        (notes(30), {"annotations": 20}, "has 30 notes and fields on page 1; the first 20 were read", 21),
        (holding(12), {"attachments": 10}, "holds 12 files, of which the first 10 were read", 1),
        (nested_tables(5), {"tables": 3}, "nests tables or text boxes deeper than 3", None),
        (nested_boxes(5), {"tables": 3}, "nests tables or text boxes deeper than 3", None),
    ],
    ids=["notes", "files", "tables", "text boxes"],
)  # fmt: skip
def test_what_is_beyond_a_limit_is_left_out_and_said(
    data: bytes, limits: Mapping[str, int], said: str, left: int | None
) -> None:
    document = read(data, limits=Limits(**limits))
    assert (document.read, codes(document)) == ("partial", ["over-limit"])
    assert said in document.problems[0].message
    assert left is None or len(document.lines) == left
    assert left is not None or "deep inside" in document.text


@pytest.mark.parametrize(
    ("groups", "kept"), [([1] * 10, 10), ([1] * 11, 10), ([9], 9), ([10], 9), ([30], 9), ([4, 4], 8), ([4, 5], 8)]
)  # fmt: skip
def test_fields_beyond_the_limit_are_left_out_and_said(groups: Sequence[int], kept: int) -> None:
    document = read(filled_fields(*groups), limits=Limits(fields=10))
    assert document.form is not None and len(document.form.acroform) == kept
    whole = sum(groups) == kept
    said = "has a form of more than 10 fields, of which the first 10 were read"
    assert (document.read, codes(document)) == (("full", []) if whole else ("partial", ["over-limit"]))
    assert whole or said in document.problems[0].message


def test_no_more_files_are_taken_out_of_a_file() -> None:
    assert len(list(attached(holding(12), Options(limits=Limits(attachments=10))))) == 10


@pytest.mark.parametrize(
    "spelt", [b"/EmbeddedFiles", b"/Embedded#46iles", b"/#45mbeddedFiles", b"/E#6dbeddedFiles"]
)
def test_files_are_found_however_the_catalogue_spells_their_name(spelt: bytes) -> None:
    catalog = b" /Names << %s << /Names [(a) 6 0 R] >> >>" % spelt
    more = [b"<< /Type /Filespec /UF (a.pdf) /EF << /UF 7 0 R >> >>", stream(letter("A letter in it"))]
    data = joined(objects(written("A letter"), more=more, catalog=catalog))
    assert [name for name, _ in attached(data, Options())] == ["a.pdf"]


def test_deep_data_of_a_form_is_refused() -> None:
    document = read(nested_data(200), limits=Limits(xml_depth=100))
    assert "nests XML elements deeper than 100 levels" in " ".join(p.message for p in document.problems)
    assert read(nested_data(90), limits=Limits(xml_depth=100)).read == "full"


def test_a_large_form_is_refused() -> None:
    many = "".join(f"<f{number}>value {number * 7919}</f{number}>" for number in range(9_000))
    document = read(form({"datasets": datasets(many)}, password=None), limits=Limits(member_bytes=100_000))
    assert "has a form that unpacks to more than 100,000 bytes" in " ".join(
        p.message for p in document.problems
    )
    assert "over-limit" in codes(document)


@pytest.mark.parametrize(
    ("data", "limits", "said", "pages"),
    [
        (frames(4), {"pages": 3}, "has 4 pages, of which the first 3 were read", 3),
        (png(200), {"pixels": 10_000}, "is a picture of 40,000 pixels, more than the 10,000 allowed", 0),
        (
            in_runs(4_000_000, 40),
            {},
            "is a picture of 160,000,000 pixels, more than the 10,000,000 allowed",
            0,
        ),
    ],
    ids=["frames", "pixels", "runs"],
)
def test_a_picture_over_a_limit_is_said(
    data: bytes, limits: Mapping[str, int], said: str, pages: int
) -> None:
    document = read(data, "draft/scan.tif", limits=Limits(**limits))
    assert len(document.pages) == pages
    [message] = [problem.message for problem in document.problems if problem.code == "over-limit"]
    assert said in message


def test_a_picture_larger_than_the_library_likes_is_measured() -> None:
    document: Document = read(png(14_000), "draft/scan.png")
    assert codes(document) == ["no-text"]


def test_a_page_packed_in_runs_is_drawn() -> None:
    document = read(in_runs(2_480, 3_508), "draft/scan.bmp")
    assert codes(document) == ["no-text"] and len(document.pages) == 1
    [(_, drawn, dots)] = picture_frames.drawn(in_runs(2_480, 3_508), (1,))
    assert drawn.size == (2_480, 3_508) and drawn.getpixel((100, 9)) == 0 and round(dots) == 300


def test_groups_that_lead_back_to_themselves_are_measured() -> None:
    found = most({1: {2: 1}, 2: {1: 5, 3: 1}, 3: {}})
    assert found.depth == 3 and found.drawings >= 3


# --- limits that a folder sets ----------------------------------------------------------------------------


def told(folder: Path, text: str) -> Path:
    (folder / "consistency.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_limit_can_be_set(tmp_path: Path) -> None:
    rows = "\n".join(f"{one} = 7" for one in Limits.__struct_fields__)
    assert set(load(told(tmp_path, f"[limits]\n{rows}")).limits.values()) == {7}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("page = 7", "nearest is 'pages'"),
        ("pages = 0", "Expected `int`"),
        ("pages = 'all'", "Expected `int`"),
        ("pages = 1.5", "Expected `int`"),
    ],
)
def test_wrong_limits_are_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(WrongConfiguration, match=said):
        load(told(tmp_path, f"[limits]\n{text}"))


@pytest.mark.parametrize("reader", [papers, read_folder], ids=["papers", "read"])
def test_a_folder_is_read_within_its_own_limits(
    tmp_path: Path, reader: Callable[[Path, Check], object]
) -> None:
    (tmp_path / "letter.pdf").write_bytes(letter("To whom it may concern", pages=4))
    wanted = Check(reading=Options(ocr=False))
    [before] = papers(tmp_path, wanted)
    assert before.document.read == "full"
    told(tmp_path, "[limits]\npages = 3")
    [after] = papers(tmp_path, wanted)
    assert after.document.read == "partial"
    assert "has 4 pages, of which the first 3 were read" in after.document.problems[0].message
    assert reader(tmp_path, wanted)


def test_time_of_a_file_is_what_the_folder_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    from consistency import pipeline

    (tmp_path / "letter.pdf").write_bytes(letter("To whom it may concern"))
    monkeypatch.setattr(pipeline, "read_all", lambda *_: time.sleep(60))
    told(tmp_path, "[limits]\nseconds = 1")
    [paper] = papers(tmp_path, Check(reading=Options(ocr=False), jobs=1))
    assert paper.document.read == "failed"
    assert "took longer than 1 seconds" in paper.document.problems[0].message
