"""Barcodes of printed forms: found on print-outs and scans, joined in order, and never guessed."""

from __future__ import annotations

import io
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import pypdfium2 as pdfium
import pytest
from fixtures.barcodes import barcode_texts, draw_barcode, print_out, scanned, turned
from fixtures.papers import xfa_form
from PIL import Image, ImageFilter
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from consistency.model import Document
from consistency.readers import drawn_pages
from consistency.readers.barcode import finding, presence
from consistency.readers.barcode.joining import order_of
from consistency.readers.barcode.orders import Order, WholeDate, orders
from consistency.readers.files import Options, read_bytes
from tests.readers.making import codes, letter
from tests.shared import STRUCTURE, uses_shared

WORDS = ("", "Montréal", "N", "1990", "5", "Ünal & Söhne / 12-B", "Nguyễn Thị Hạnh")

every_order = pytest.mark.parametrize(
    "order", orders(), ids=lambda order: f"{next(iter(order.barcodes))}-{order.language}"
)


def values_of(order: Order) -> dict[str, str]:
    """Fill every field that the barcodes hold, each with words of its own."""
    held = dict.fromkeys(path for paths in order.barcodes.values() for path in paths)
    words = (WORDS[number % len(WORDS)] for number in range(len(held)))
    return {
        path: word and f"{word} {number}" for number, (path, word) in enumerate(zip(held, words, strict=True))
    }


def footer(order: Order) -> str:
    return f"{order.form} (01-2020) {'F' if order.language == 'fr' else 'E'}"


@cache
def printed(order_number: int) -> bytes:
    order = orders()[order_number]
    return print_out(barcode_texts(order, values_of(order)), footer(order), [("A page of the form",)])


def read(pdf: bytes) -> Document:
    return read_bytes(pdf, "draft/print.pdf", Options())


def held(document: Document, order: Order) -> dict[str, str]:
    """Give what was read of a document, without the dates that are put together."""
    assert document.form is not None
    whole = {date.path for date in order.dates}
    return {field.path: field.value for field in document.form.datasets or () if field.path not in whole}


PRINTS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda pdf: pdf,
    "turned by 90": lambda pdf: turned(pdf, 90),
    "turned by 180": lambda pdf: turned(pdf, 180),
    "turned by 270": lambda pdf: turned(pdf, 270),
    "scanned": scanned,
    "scanned upside down": lambda pdf: scanned(pdf, turn=180),
}


@every_order
@pytest.mark.parametrize("way", PRINTS)
def test_every_value_of_every_revision_is_read_back_exactly(order: Order, way: str) -> None:
    document = read(PRINTS[way](printed(orders().index(order))))
    assert document.method == "barcode"
    assert set(codes(document)) <= {"no-text"}
    # Without words nothing says which language a form is in: its fields are named in English then.
    named = order_of(order.barcodes, None if way.startswith("scanned") else order.language)
    assert named is not None
    assert held(document, named) == {path: value for path, value in renamed(order, named).items() if value}


def renamed(order: Order, named: Order) -> dict[str, str]:
    """Give the values of an order at the paths that another language has at the same places."""
    values = values_of(order)
    places = (
        (a, b)
        for name in order.barcodes
        for a, b in zip(order.barcodes[name], named.barcodes[name], strict=True)
    )
    return {to: values[path] for path, to in places}


@every_order
@uses_shared
def test_the_orders_are_those_of_the_forms(order: Order) -> None:
    """The forms' own lists name subforms that hold no data: they are left out of a path, never a field's name."""
    found = [
        tuple(lists)
        for file in sorted(STRUCTURE.glob("*/barcodes.json"))
        if (lists := manifest(json.loads(file.read_text(encoding="utf-8")), order))
    ]
    assert found
    assert any(
        all(same(order, ours, theirs) for ours, theirs in zip(order.barcodes.values(), one, strict=True))
        for one in found
    )


def manifest(table: dict[str, dict[str, Any]], order: Order) -> list[list[str]]:
    """Give the lists of a form whose barcodes have the names of the order, in the order of the names."""
    if [*table["captions"].values()] != [*order.barcodes]:
        return []
    lists = {int(key.strip("bcodearBC")): paths for key, paths in table["manifests"].items() if key != "null"}
    return [lists[number] for number in sorted(lists)]


def same(order: Order, ours: tuple[str, ...], theirs: list[str]) -> bool:
    return len(ours) == len(theirs) and all(
        our in order.unsure or within(our, path) for our, path in zip(ours, theirs, strict=True)
    )


def within(our: str, their: str) -> bool:
    steps = iter(
        re.sub(r"\[0\]", "", their.removeprefix("xfa[0].form[0].").removesuffix(".dataNode")).split(".")
    )
    return all(step in steps for step in our.replace("[0]", "").split("/"))


# --- where they are looked for ----------------------------------------------------------------------------


def test_no_page_is_drawn_of_a_paper_that_is_no_form(monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn(*_: object) -> None:
        raise AssertionError("a page was drawn")

    monkeypatch.setattr(drawn_pages, "drawn", drawn)
    assert read(letter("A typed page with enough words on it, about IMM 1295.")).method == "text"
    for line, foot in (
        ("A line that names the form IMM 1295 (09-2023) E", "Page 1"),
        ("A line of a form that has no barcodes", "IMM 5406 (04-2025) E"),
    ):
        assert read(print_out({}, foot, [[line] * 40])).method == "text"
    values = {"form1/Page1/PersonalDetails/Name/FamilyName": "SAMPLE"}
    assert read(xfa_form(values, "IMM 1295 (09-2023) E", "IMM 1295 E")).method == "xfa"


def test_barcodes_on_a_page_full_of_words_are_found() -> None:
    order = orders()[-1]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    for number in range(50):
        canvas.drawString(330, 760 - 14 * number, "A line of the form, with an answer")
    texts = barcode_texts(order, values_of(order))
    for name, text, top in zip(texts, texts.values(), range(10, 700, 115), strict=False):
        draw_barcode(canvas, name, text, (15, top))
    canvas.drawString(40, 10, footer(order))
    canvas.save()
    document = read(out.getvalue())
    assert held(document, order) == {path: value for path, value in values_of(order).items() if value}


def test_a_scan_without_anything_like_a_barcode_is_looked_at_from_afar_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = watched(monkeypatch)
    lines = ["A line of a form, with an answer behind it, as dense as such lines are"] * 45
    assert codes(read(scanned(print_out({}, "IMM 1295 (09-2023) E", [lines])))) == ["no-text"]
    assert drawn == [(1, presence.DOTS)]


def test_a_barcode_too_small_to_be_seen_from_afar_is_found_where_others_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order = orders()[-1]
    drawn = watched(monkeypatch)
    texts = barcode_texts(order, values_of(order))
    *names, last = texts
    flat = {last: barcode_texts(order, {})[last]}
    bundle = PdfWriter()
    for part in (flat, {name: texts[name] for name in names}):
        bundle.append(PdfReader(io.BytesIO(scanned(print_out(part, ""), dots=200))))
    out = io.BytesIO()
    bundle.write(out)
    document = read(out.getvalue())
    assert drawn[:4] == [(1, presence.DOTS), (2, presence.DOTS), (2, 200.0), (1, 200.0)]
    assert (document.method, document.read) == ("barcode", "full")


def watched(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, float]]:
    """Note each page that is drawn for barcodes, and with how many dots an inch."""
    seen: list[tuple[int, float]] = []

    def drawn(
        media: str, data: bytes, numbers: Iterable[int], options: Options, dots: float, *, grey: bool
    ) -> Iterator[Any]:
        numbers = list(numbers)
        seen.extend((number, dots) for number in numbers)
        yield from drawn_pages.drawn(media, data, numbers, options, dots, grey=grey)

    monkeypatch.setattr(finding, "drawn", drawn)
    return seen


SPOILT: dict[str, Callable[[Image.Image], Image.Image]] = {
    "faded": lambda page: page.point([120 + shade * 135 // 255 for shade in range(256)]),
    "noisy": lambda page: Image.blend(page, Image.effect_noise(page.size, 120), 0.4),
    "half in shadow": lambda page: Image.composite(
        page, page.point([shade // 3 for shade in range(256)]), Image.linear_gradient("L").resize(page.size)
    ),
    "blurred": lambda page: page.filter(ImageFilter.GaussianBlur(1.5)),
    "askew": lambda page: page.rotate(9, fillcolor=255),
}


@every_order
@pytest.mark.parametrize("way", SPOILT)
def test_barcodes_are_seen_from_afar_on_bad_copies(order: Order, way: str) -> None:
    with pdfium.PdfDocument(printed(orders().index(order))) as pdf:
        page = pdf[1].render(scale=presence.DOTS / 72).to_pil().convert("L")
    assert presence.may_hold(SPOILT[way](page), presence.DOTS)


def test_places_of_blocks_are_those_that_a_slower_filter_finds() -> None:
    dice = random.Random(5)
    page = Image.new("L", (120, 160))
    for _ in range(40):
        x, y = dice.randrange(8, 104), dice.randrange(8, 144)
        page.paste(255, (x, y, x + dice.randrange(2, 14), y + dice.randrange(2, 14)))
    slower = page.filter(ImageFilter.MinFilter(presence.BLOCK)).histogram()[255]
    assert presence._blocks(page).histogram()[255] == slower > 0


def test_a_picture_that_cannot_be_decoded_holds_no_barcode() -> None:
    out = io.BytesIO()
    Image.new("L", (1700, 2200), 255).save(out, format="JPEG")
    document = read_bytes(out.getvalue()[:9000], "scan.jpg", Options())
    assert (document.read, codes(document)) == ("failed", ["no-text"])


def test_a_scan_that_lies_askew_is_straightened() -> None:
    order = orders()[-1]
    document = read(scanned(printed(len(orders()) - 1), dots=200, askew=-2.4))
    assert held(document, order) == {path: value for path, value in values_of(order).items() if value}
    assert document.form is not None
    (first, *_) = document.form.datasets or ()
    assert first.box is not None
    assert first.box.x1 - first.box.x0 > 200


def test_a_photograph_is_read_like_a_page() -> None:
    order = orders()[-1]
    with pdfium.PdfDocument(printed(len(orders()) - 1)) as pdf:
        picture = pdf[1].render(scale=200 / 72).to_pil()
    out = io.BytesIO()
    picture.save(out, format="PNG", dpi=(200, 200))
    document = read_bytes(out.getvalue(), "photo.png", Options())
    assert (document.media, document.method, document.read) == ("image", "barcode", "full")
    assert codes(document) == []
    assert held(document, order) == {path: value for path, value in values_of(order).items() if value}


def test_pages_of_a_scan_without_barcodes_are_said_to_be_unread() -> None:
    document = read(scanned(printed(len(orders()) - 1)))
    assert (document.method, document.read, codes(document)) == ("barcode", "partial", ["no-text"])
    assert document.problems[0].message.startswith(
        "Page 1 of draft/print.pdf is a picture without text, and only the form's barcodes on another page were read"
    )


def test_a_page_of_barcodes_among_typed_pages_is_nothing_to_be_recognised() -> None:
    writer = PdfWriter()
    pdf = printed(len(orders()) - 1)
    writer.append(PdfReader(io.BytesIO(pdf)), pages=(0, 1))
    writer.append(PdfReader(io.BytesIO(scanned(pdf))), pages=(1, 2))
    out = io.BytesIO()
    writer.write(out)
    document = read(out.getvalue())
    assert document.pictures == (2,)
    assert (document.method, document.read, codes(document)) == ("barcode", "full", [])


def test_barcodes_of_a_form_of_which_none_is_legible_are_missed() -> None:
    pdf = print_out(barcode_texts(orders()[-1], values_of(orders()[-1])), "A page")
    coarse = scanned(pdf, dots=110)
    bundle = PdfWriter()
    for part in (coarse, print_out({}, footer(orders()[-1]), [["A line of the form"] * 40])):
        bundle.append(PdfReader(io.BytesIO(part)))
    out = io.BytesIO()
    bundle.write(out)
    document = read(out.getvalue())
    assert document.form is None
    assert "barcode-unread" in codes(document)


def test_a_barcode_of_another_paper_says_nothing() -> None:
    document = read(print_out({"Licence": "@\nANSI 636000|SAMPLE|NOOR|"}, "IMM 1295 (09-2023) E"))
    assert (document.method, document.form, codes(document)) == ("text", None, [])


def test_a_barcode_that_is_damaged_is_missed_by_its_name() -> None:
    order = orders()[-1]
    pdf = printed(len(orders()) - 1)
    name = next(iter(order.barcodes))
    document = read(blotted(pdf, left=60, width=60))
    assert (document.method, document.read, codes(document)) == ("text", "partial", ["barcode-unread"])
    assert name in document.problems[0].message
    assert document.form is not None
    assert set(order.barcodes[name]) <= set(document.form.unread)


def blotted(pdf: bytes, left: float, width: float) -> bytes:
    """Paint over a part of the first barcode, which is at the top left of the second page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    canvas.rect(left, 560, width, 190, stroke=0, fill=1)
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.pages[1].merge_page(PdfReader(io.BytesIO(out.getvalue())).pages[0])
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


# --- what they hold ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("2021", "2", "1"), "2021-02-01"),
        (("2021", "12", ""), "2021-12"),
        (("2021", "", ""), "2021"),
        (("", "2", "1"), ""),
    ],
)
def test_dates_are_put_together_from_their_parts(parts: tuple[str, str, str], whole: str) -> None:
    date = WholeDate("a/Date", ("a/Y", "a/M", "a/D"))
    assert date.of(dict(zip(date.parts, parts, strict=True))) == whole


@every_order
def test_the_parts_of_dates_are_in_the_barcodes_and_the_whole_is_not(order: Order) -> None:
    held = {path for paths in order.barcodes.values() for path in paths}
    for date in order.dates:
        assert set(date.parts) <= held
        assert date.path not in held


@uses_shared
@every_order
def test_every_field_is_one_of_the_form(order: Order) -> None:
    """A form's list of fields names them without their number among siblings."""
    files = STRUCTURE.glob(f"imm{order.form[-4:]}*/fields.json")
    forms = [{field["path"] for field in json.loads(file.read_text(encoding="utf-8"))} for file in files]
    ours = {re.sub(r"\[\d+\]", "", path) for path in order.paths}
    assert any(ours <= form for form in forms)


def test_the_last_value_may_be_closed_by_a_stroke_or_not() -> None:
    order = orders()[-1]
    name, paths = next(iter(order.barcodes.items()))
    for last in ("", "5"):
        text = "|".join([name, *(["5"] * (len(paths) - 1)), last])
        for whole in (text, f"{text}|"):
            document = read(print_out({name: whole}, footer(order)))
            assert document.form is not None
            got = {field.path for field in document.form.datasets or ()}
            assert (paths[-1] in got, paths[-2] in got) == (bool(last), True)


def test_what_is_encoded_as_unicode_and_as_latin_is_read_alike() -> None:
    order = orders()[-1]
    name, paths = next(iter(order.barcodes.items()))
    for word in ("Montréal", "Nguyễn", "Ünal"):
        text = "|".join([name, *([word] * len(paths)), ""])
        document = read(print_out({name: text}, footer(order)))
        assert document.form is not None
        assert {field.value for field in document.form.datasets or () if field.path in paths} == {word}
