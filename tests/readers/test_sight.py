"""What a PDF holds and what its pages show: words that nobody sees, and what is drawn over a page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from consistency.model import Document
from tests.readers.making import codes, read
from tests.readers.rawpdf import joined, objects, stream, written

SEEN = "The letter as it is seen"
SECRET = "since 2019 in Lyon"
UNDER = written(SEEN)


def at(words: str, top: int = 600) -> bytes:
    return written(words, top=top)


def page(content: bytes, more: Sequence[bytes] = (), **parts: bytes) -> Document:
    return read(joined(objects(UNDER + b" " + content, more=more, **parts)))


def hidden(document: Document) -> str:
    """The message about what nobody sees; the rest of the page has to be read."""
    [problem] = document.problems
    assert (problem.code, problem.page, document.read) == ("hidden-text", 1, "full")
    assert document.text == SEEN
    assert SECRET not in " ".join(word.text for word in document.pages[0].words)
    return problem.message


def image(grey: Sequence[int]) -> bytes:
    """A picture of one row of grey dots."""
    entries = (
        b"/Type /XObject /Subtype /Image /Width %d /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    return stream(bytes(grey), entries % len(grey))


LAYERS = b"/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>"
LAYER = b"<< /Type /OCG /Name (Draft) >>"
LIGHT, DARK = [255] * 100, [0, 255] * 50


@pytest.mark.parametrize(
    "content",
    [
        b"1 1 1 rg " + at(SECRET),
        b"0.97 0.97 0.96 rg " + at(SECRET),
        b"BT 3 Tr ET " + at(SECRET),
        at(SECRET) + b" 1 1 1 rg 60 590 400 30 re f",
        at(SECRET) + b" 0 0 0 rg 60 590 400 30 re f",
        b"0 0 1 rg 60 590 400 30 re f 0 0 0.9 rg " + at(SECRET),
        written(SECRET, size=1, top=600),
        b"/Clear gs " + at(SECRET),
    ],
    ids=[
        "white",
        "nearly white",
        "without ink",
        "painted over",
        "blacked out",
        "blue on blue",
        "tiny",
        "clear",
    ],
)
def test_what_nobody_sees_is_no_statement_and_is_said(content: bytes) -> None:
    message = hidden(page(content, resources=b"/ExtGState << /Clear << /ca 0 /CA 0 >> >>"))
    assert f"“{SECRET}”" in message and "that nobody sees" in message


@pytest.mark.parametrize(
    "content",
    [
        b"0 0 0.5 rg 60 590 400 30 re f 1 1 1 rg " + at(SECRET),
        b"0.9 0.9 0.9 rg 60 590 400 30 re f 0 g " + at(SECRET),
        b"0.6 g " + at(SECRET),
        at(SECRET) + b" 1 1 1 rg 60 500 400 30 re f",
        at(SECRET) + b" 0 0 0 RG 60 590 400 30 re S",
        b"1 1 1 rg " + at(SECRET) + b" 0 g " + at(SECRET),
        b"BT 1 Tr ET " + at(SECRET),
        written(SECRET, size=4, top=600),
    ],
    ids=[
        "white on blue",
        "on grey",
        "grey",
        "beside a box",
        "in a frame",
        "with a shadow",
        "outlines",
        "small print",
    ],
)
def test_what_is_seen_is_read(content: bytes) -> None:
    document = page(content)
    assert document.text == f"{SEEN}\n{SECRET}"
    assert not document.problems


def test_words_under_a_picture_are_not_seen() -> None:
    content = at(SECRET) + b" q 400 0 0 30 60 590 cm /Im Do Q"
    assert SECRET in hidden(page(content, [image(LIGHT)], resources=b"/XObject << /Im 6 0 R >>"))


def recognised(grey: Sequence[int]) -> Document:
    """A scan, with what some program recognised written behind it."""
    content = b"q 612 0 0 792 0 0 cm /Im Do Q BT 3 Tr ET " + at(SECRET)
    return read(joined(objects(content, more=[image(grey)], resources=b"/XObject << /Im 6 0 R >>")))


def test_words_behind_a_scan_are_what_the_scan_shows() -> None:
    document = recognised(DARK)
    assert (document.text, codes(document)) == (SECRET, [])


def test_words_behind_a_scan_without_ink_are_not_seen() -> None:
    document = recognised(LIGHT)
    assert not document.lines
    assert codes(document) == ["no-text", "hidden-text"]


def test_a_layer_that_is_off_is_not_seen() -> None:
    content = b"/OC /Layer BDC " + at(SECRET) + b" EMC"
    on = LAYERS.replace(b"/OFF [6 0 R]", b"")
    layer = b"/Properties << /Layer 6 0 R >>"
    assert SECRET in hidden(page(content, [LAYER], resources=layer, catalog=LAYERS))
    assert page(content, [LAYER], resources=layer, catalog=on).text == f"{SEEN}\n{SECRET}"


def test_a_group_on_a_layer_that_is_off_is_not_seen() -> None:
    entries = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /OC 6 0 R /Resources << /Font << /F1 5 0 R >> >>"
    )
    group = stream(at(SECRET), entries)
    parts = {"resources": b"/XObject << /G 7 0 R >>"}
    assert SECRET in hidden(page(b"/G Do", [LAYER, group], catalog=LAYERS, **parts))
    on = page(b"/G Do", [LAYER, group], catalog=LAYERS.replace(b"/OFF [6 0 R]", b""), **parts)
    assert on.text == f"{SEEN}\n{SECRET}" and not on.problems


@pytest.mark.parametrize(
    ("content", "box"),
    [(at(SECRET, top=900), b""), (at(SECRET, top=100), b"/CropBox [0 400 612 792]")],
    ids=["above the page", "cut off"],
)
def test_words_beside_the_page_are_no_statement_and_are_said(content: bytes, box: bytes) -> None:
    message = hidden(page(content, page=box))
    assert f"beside the part of it that is shown: “{SECRET}”" in message


def test_words_cut_off_within_the_page_are_not_seen() -> None:
    assert SECRET in hidden(page(b"q 0 0 100 100 re W n " + at(SECRET) + b" Q"))
    inside = page(b"q 50 500 500 200 re W n " + at(SECRET) + b" Q")
    assert inside.text == f"{SEEN}\n{SECRET}" and not inside.problems


def test_many_pages_with_hidden_words_are_told_briefly() -> None:
    found = objects(UNDER + b" 1 1 1 rg " + at(SECRET))
    found[1] = b"<< /Type /Pages /Count 30 /Kids [%s] >>" % (b"3 0 R " * 30)
    document = read(joined(found))
    assert len(document.problems) == 21
    assert "10 more places" in document.problems[-1].message


# --- what annotations draw --------------------------------------------------------------------------------

FONT = b"/Resources << /Font << /F1 5 0 R >> >>"


def look(words: str, size: bytes = b"300 20") -> bytes:
    """What an annotation draws: a line of words."""
    content = b"BT /F1 12 Tf 2 5 Td (%s) Tj ET" % words.encode("cp1252")
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 %s] %s" % (size, FONT))


def note(entries: bytes, drawn: bytes | None, form: bytes = b"") -> Document:
    """A page with one annotation, number 6, and what it draws, number 7."""
    appearance = b"/AP << /N 7 0 R >>" if drawn is not None else b""
    annotation = b"<< /Type /Annot /Rect [72 590 372 610] /F 4 %s %s >>" % (appearance, entries)
    catalog = b"/AcroForm << /Fields [6 0 R] /DR << /Font << /F1 5 0 R >> >> %s >>" % form if form else b""
    more = [annotation, drawn or b"null"]
    return read(joined(objects(UNDER, more=more, page=b"/Annots [6 0 R]", catalog=catalog)))


def over(document: Document) -> list[str]:
    return [line.text for line in document.lines if line.part == "annotation"]


@pytest.mark.parametrize(
    ("entries", "form"),
    [
        (b"/Subtype /Widget /FT /Sig /T (sign)", b" "),
        (b"/Subtype /Stamp", b""),
        (b"/Subtype /FreeText /DA (/F1 12 Tf) /Contents (Signed by A. Lee)", b""),
        (b"/Subtype /Widget /FT /Btn /Ff 65536 /T (button)", b" "),
    ],
    ids=["signature", "stamp", "free text", "caption of a button"],
)
def test_words_that_annotations_draw_are_read(entries: bytes, form: bytes) -> None:
    document = note(entries, look("Signed by A. Lee"), form)
    assert over(document) == ["Signed by A. Lee"]
    assert not document.problems
    [line] = [line for line in document.lines if line.part == "annotation"]
    assert line.box is not None and 180 <= line.box.y0 <= line.box.y1 <= 203


def test_words_in_a_group_of_an_appearance_are_read() -> None:
    inner = b"/Type /XObject /Subtype /Form /BBox [0 0 300 20] /Resources << /XObject << /In 8 0 R >> >>"
    annotation = b"<< /Type /Annot /Subtype /Stamp /Rect [72 590 372 610] /F 4 /AP << /N 7 0 R >> >>"
    more = [annotation, stream(b"q /In Do Q", inner), look("Received")]
    assert over(read(joined(objects(UNDER, more=more, page=b"/Annots [6 0 R]")))) == ["Received"]


def test_a_free_text_that_holds_other_words_than_it_shows() -> None:
    document = note(b"/Subtype /FreeText /DA (/F1 12 Tf) /Contents (%s)" % SECRET.encode(), look("Retired"))
    assert over(document) == ["Retired"]
    assert codes(document) == ["hidden-text"] and SECRET in document.problems[0].message


def test_a_note_that_is_switched_off_is_not_seen() -> None:
    document = note(b"/Subtype /FreeText /F 2 /DA (/F1 12 Tf) /Contents (%s)" % SECRET.encode(), None)
    assert SECRET in hidden(document)


def test_words_under_a_drawn_box_are_not_seen() -> None:
    box = stream(b"0 g 0 0 300 20 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 300 20]")
    annotation = b"<< /Type /Annot /Subtype /Square /Rect [60 590 372 620] /F 4 /AP << /N 7 0 R >> >>"
    found = objects(UNDER + b" " + at(SECRET), more=[annotation, box], page=b"/Annots [6 0 R]")
    assert SECRET in hidden(read(joined(found)))


TEXT = b"/Subtype /Widget /FT /Tx /T (employer) /V (Acme Ltd) /DA (/F1 12 Tf)"


def test_a_field_whose_page_shows_another_value_is_told_with_both() -> None:
    document = note(TEXT, look("Harbour Catering"), b" ")
    [problem] = document.problems
    assert (problem.code, problem.page) == ("data-disagree", 1)
    assert "“Acme Ltd” in the form's data and “Harbour Catering” on the page" in problem.message
    assert document.form is not None
    assert [field.value for field in document.form.acroform] == ["Acme Ltd"]


@pytest.mark.parametrize(
    ("drawn", "said"),
    [("", "“Acme Ltd” in the form's data and nothing on the page"), ("Acme", None), ("Acme Ltd", None)],
    ids=["nothing", "a part", "the same"],
)
def test_a_field_that_shows_less_than_it_holds(drawn: str, said: str | None) -> None:
    messages = [problem.message for problem in note(TEXT, look(drawn), b" ").problems]
    assert [said in message for message in messages if said] == ([True] if said else [])
    assert bool(messages) is (said is not None)


def test_a_blank_field_that_shows_a_value_is_told() -> None:
    blank = TEXT.replace(b"/V (Acme Ltd)", b"")
    assert (
        "nothing in the form's data and “Acme Ltd” on the page"
        in note(blank, look("Acme Ltd"), b" ").problems[0].message
    )


@pytest.mark.parametrize(
    ("entries", "form"),
    [
        (TEXT, b" /NeedAppearances true"),
        (TEXT + b" /AA << /F << /S /JavaScript /JS (AFNumber_Format\\(2, 0, 0, 0, '$', true\\)) >> >>", b" "),
        (TEXT + b" /Ff 8192", b" "),
    ],
    ids=["drawn anew by viewers", "formatted by a script", "a password"],
)
def test_fields_that_are_to_look_otherwise_are_not_told(entries: bytes, form: bytes) -> None:
    assert not note(entries, look("$ 1,200.00"), form).problems


def test_a_list_shows_its_label() -> None:
    choices = b"/V (511) /Opt [[(511) (Canada)] [(512) (Chile)]]"
    options = b"/Subtype /Widget /FT /Ch /Ff 131072 /T (country) /DA (/F1 12 Tf) " + choices
    document = note(options, look("Canada"), b" ")
    assert not document.problems and "Canada" in document.text
    assert (
        "“511” in the form's data and “Chile” on the page"
        in note(options, look("Chile"), b" ").problems[0].message
    )


@pytest.mark.parametrize(
    ("held", "state", "said"),
    [
        (b"/Yes", b"/Off", "“Yes” in the form's data and nothing on the page"),
        (b"/Off", b"/Yes", "nothing in the form's data and “Yes” on the page"),
        (b"/Yes", b"/Yes", None),
        (b"/Off", b"/Off", None),
    ],
)
def test_a_box_that_is_ticked_in_one_way_only(held: bytes, state: bytes, said: str | None) -> None:
    entries = b"/Subtype /Widget /FT /Btn /T (married) /V %s /AS %s /AP << /N << /Yes 7 0 R /Off 7 0 R >> >>"
    messages = [p.message for p in note(entries % (held, state), look("", b"20 20"), b" ").problems]
    assert bool(messages) is (said is not None)
    assert all(said in message for message in messages if said)
