"""Scans as they come: turned, tilted, faint, grey, noisy, on forms with boxes; by either engine alone."""

from __future__ import annotations

import io
import subprocess
import sys
import textwrap
from types import SimpleNamespace

import pillow_heif
import pytest
from PIL import Image, ImageDraw

from consistency.extractors.extract import extract
from consistency.model import UPRIGHT, Box, Document, Lie
from consistency.model.geometry import Quarters
from consistency.readers import ocr
from consistency.readers.files import Options, read_bytes
from consistency.readers.lying import lies, upright
from consistency.readers.ocr import engines, tesseract
from consistency.readers.ocr.drawn import TICKED, UNTICKED, completed
from consistency.readers.ocr.engines import Told
from consistency.readers.ocr.picture import evened, has_few_rules, inked, unruled, written
from tests.extractors.form_reading.print_outs import PrintOut
from tests.readers.scanning import (
    DOTS,
    Engine,
    faint,
    noisy,
    only,
    page_of,
    photographed,
    saved,
    shadowed,
    slip,
    tilted,
    turned,
)

LINES = (
    "Kitchen Helper since March 2019",
    "Blue Lantern Restaurant, Agadir",
    "The contract was renewed twice",
    "and ended on 14 August 2022",
)
each = pytest.mark.parametrize("engine", ["tesseract", "program", "rapidocr"])


def scanned(data: bytes, name: str = "scan.pdf") -> Document:
    return read_bytes(data, name, Options(ocr=True))


@pytest.mark.parametrize(
    ("engine", "quarters", "tilt"),
    [("tesseract", 0, -8.0), ("tesseract", 90, 3.0), ("tesseract", 180, 0.0), ("rapidocr", 180, -8.0)],
)
def test_a_page_is_turned_upright(
    engine: Engine, quarters: int, tilt: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(engine, monkeypatch)
    document = scanned(saved(turned(tilted(slip(*LINES), tilt), quarters)))
    assert document.text == "\n".join(LINES)
    (page,) = document.pages
    assert page.lie.quarters == (360 - quarters) % 360
    assert page.lie.tilt == pytest.approx(-tilt, abs=0.3)


@each
def test_a_poor_picture_is_read(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    only(engine, monkeypatch)
    assert scanned(saved(noisy(shadowed(faint(slip(*LINES)))))).text == "\n".join(LINES)


@pytest.mark.parametrize("quarters", [0, 90])
def test_a_photograph_on_a_dark_table_is_read(quarters: int, monkeypatch: pytest.MonkeyPatch) -> None:
    only("tesseract", monkeypatch)
    told = scanned(saved(turned(photographed(letter()), quarters)))
    assert told.text == "\n".join(LETTER)
    assert told.pages[0].lie.quarters == (360 - quarters) % 360


def test_the_edges_of_what_a_paper_lies_on_are_no_lines() -> None:
    page = letter()
    ImageDraw.Draw(page).rectangle((page.width - 200, 0, page.width, page.height), fill=0)
    lie = lies(inked(page))[0]
    assert lie.quarters == 0
    assert lie.tilt == pytest.approx(0.0, abs=0.5)


LETTER = (
    "BLUE LANTERN RESTAURANT", "Agadir, 4 May 2024", "We confirm that Ms. Lina Sample", "works here as Kitchen Helper",
    "since 11 March 2019.",
)  # fmt: skip


def letter() -> Image.Image:
    """A page of which the upper third is written on."""
    return slip(*LETTER, size=(595, 842))


def test_words_on_end_show_that_a_page_lies_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both engines read lines that stand on end: how sure they are does not tell."""
    only("tesseract", monkeypatch)
    asked: list[bool | None] = []

    def misled(ink: Image.Image, on_side: bool | None = None) -> tuple[Lie, ...]:
        asked.append(on_side)
        return (Lie(90, 0.0), Lie(270, 0.0)) if on_side is None else lies(ink, on_side)

    monkeypatch.setattr(ocr, "lies", misled)
    assert scanned(saved(letter())).text == "\n".join(LETTER)
    assert asked == [None, False]


@each
def test_boxes_and_columns_of_a_form_are_seen(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    only(engine, monkeypatch)
    document = scanned(saved(tilted(form(), 2.0)))
    rows = [[segment.text for segment in line.segments] for line in document.lines]
    asked = next(row for row in rows if row[0].startswith("2 Have you"))
    assert asked[1:] == [f"{TICKED} No", f"{UNTICKED} Yes"]
    given = next(row for row in rows if "2019 06" in row[0])
    assert given == ["2019 06", "2021 05", "Cook", "Acme Ltd"]


def form() -> Image.Image:
    """The upper part of a print-out: a question with its boxes, a table with its rules."""
    sheet = PrintOut()
    top = sheet.y
    sheet.question("2 Have you ever used any other name?", "no")
    for x in (482, 527):
        sheet.canvas.rect(x, 792 - top - 1.5, 9, 9)
    sheet.y += 10
    head = sheet.y
    sheet.table(
        ((44, "From"), (90, "To"), (136, "Occupation"), (230, "Employer")),
        [("2019 06", "2021 05", "Cook", "Acme Ltd")],
    )
    for x in (42, 88, 134, 228, 400):
        sheet.canvas.line(x, 792 - head + 9, x, 792 - sheet.y + 9)
    sheet.canvas.save()
    return page_of(sheet.data.getvalue(), 200).crop((0, 0, 1700, 560))


def test_places_are_those_on_the_page_as_it_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    upside = Told("Kitchen", Box(100, 200, 300, 230), 0.97, ("0",))
    monkeypatch.setattr(tesseract, "languages", lambda: ())
    monkeypatch.setattr(engines, "has_rapidocr", lambda: True)
    monkeypatch.setattr(engines, "rapidocr", lambda _: [upside])
    document = scanned(saved(turned(slip(*LINES), 90)))
    assert document.pages[0].lie.on_side
    seen = extract(document).document
    (page,), (line,) = seen.pages, seen.lines
    assert (round(page.width), round(page.height), page.lie) == (216, 396, UPRIGHT)
    assert line.box is not None
    assert line.box.y1 - line.box.y0 == pytest.approx(48.0)  # 200 dots of 300 to the inch
    assert 0 < line.box.x0 < line.box.x1 < 216


def test_a_word_beside_a_speck_is_as_high_as_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [
        Told(word, Box(100.0 + 90 * place, 60.0, 180.0 + 90 * place, 90.0), 0.97, ("0",))
        for place, word in enumerate(["You", "do", "not", "have", "an", "offer"])
    ]
    words[4] = words[4]._replace(box=Box(460, 40, 540, 110))
    monkeypatch.setattr(tesseract, "languages", lambda: ())
    monkeypatch.setattr(engines, "has_rapidocr", lambda: True)
    monkeypatch.setattr(engines, "rapidocr", lambda _: words)
    (line,) = scanned(saved(slip(*LINES))).lines
    assert line.text == "You do not have an offer"
    assert line.box is not None
    assert line.box.y1 - line.box.y0 == pytest.approx(7.2)  # 30 dots of 300 to the inch


@pytest.mark.parametrize("quarters", [0, 90, 180, 270])
@pytest.mark.parametrize("tilt", [0.0, 6.0, -6.0])
def test_a_place_goes_there_and_back(quarters: Quarters, tilt: float) -> None:
    """A spot on the page as it is seen is found in the upright picture, and its place there leads back."""
    page = Image.new("L", (300, 200), 255)
    ImageDraw.Draw(page).rectangle((200, 60, 209, 69), fill=0)
    lie = Lie(quarters, tilt)
    straight = upright(page, lie)
    spot = inked(straight).getbbox()
    assert spot is not None
    back = lie.back(Box(*spot), *straight.size)
    assert (back.x0 + back.x1) / 2 == pytest.approx(205, abs=1.5)
    assert (back.y0 + back.y1) / 2 == pytest.approx(65, abs=1.5)


@pytest.mark.parametrize("tilt", [-9.5, -3.3, 0.0, 1.2, 7.0])
def test_a_tilt_is_measured(tilt: float) -> None:
    page = evened(tilted(slip(*LINES), tilt), DOTS)
    assert lies(inked(page))[0].tilt == pytest.approx(-tilt, abs=0.25)
    assert lies(inked(turned(page, 270)))[0].on_side


def test_a_blank_page_lies_straight() -> None:
    page = evened(Image.new("L", (400, 300), 255), DOTS)
    assert lies(inked(page))[0] == UPRIGHT


@pytest.mark.parametrize(("marked", "text"), [(True, TICKED), (False, UNTICKED)])
def test_a_box_before_an_answer_is_a_word(marked: bool, text: str) -> None:
    page = Image.new("L", (400, 100), 255)
    draw = ImageDraw.Draw(page)
    draw.rectangle((100, 30, 130, 60), outline=0, width=3)
    if marked:
        draw.line((106, 36, 124, 54), fill=0, width=4)
        draw.line((106, 54, 124, 36), fill=0, width=4)
    fused = Told("xNo" if marked else "□No", Box(98, 32, 180, 58), 0.5, ("1",))
    box, answer = completed([fused], inked(page))
    assert (box.text, answer.text) == (text, "No")
    assert box.box == Box(100, 30, 131, 61)
    assert answer.box.x0 > 130


def test_an_answer_without_a_box_stays_as_it_is() -> None:
    word = Told("No", Box(98, 32, 180, 58), 0.9, ("1",))
    assert completed([word], inked(Image.new("L", (400, 100), 255))) == [word]


def test_rules_part_cells_and_are_no_letters() -> None:
    page = Image.new("L", (400, 300), 255)
    ImageDraw.Draw(page).line((200, 20, 200, 280), fill=0, width=3)
    words = [Told(text, Box(x, 100, x + 60, 120), 0.9, ("1",)) for text, x in (("Cook", 120), ("Acme", 215))]
    assert [word.cell for word in completed(words, inked(page))] == [0, 1]
    ink, left = (inked(one).tobytes().count(255) for one in (page, unruled(page, 100)))
    assert left < 0.1 * ink


def test_a_rule_is_taken_out_to_its_ends_and_the_tops_of_capitals_are_none() -> None:
    page = Image.new("L", (1000, 800), 255)
    draw = ImageDraw.Draw(page)
    draw.line((137, 100, 137, 333), fill=0, width=4)
    draw.line((137, 333, 871, 333), fill=0, width=4)
    before, after = (inked(one).tobytes().count(255) for one in (page, unruled(page, 200)))
    assert after < 0.02 * before
    draw.line((300, 60, 470, 60), fill=0, width=4)  # 0.85 inches, as of a heading in bold capitals
    kept = inked(unruled(page, 200)).crop((290, 50, 480, 70))
    assert kept.getbbox() == (10, 9, 181, 13)


def test_the_rules_of_a_table_are_few_and_those_of_a_form_are_many() -> None:
    page = Image.new("L", (850, 1100), 255)
    draw = ImageDraw.Draw(page)
    assert not has_few_rules(page, 100)
    draw.line((100, 300, 700, 300), fill=0, width=3)
    assert not has_few_rules(page, 100), "a line below a heading is none beside letters"
    draw.line((100, 300, 100, 400), fill=0, width=3)
    assert has_few_rules(page, 100)
    for x in range(50, 800, 50):
        draw.line((x, 50, x, 1050), fill=0, width=3)
    assert not has_few_rules(page, 100)


@pytest.mark.parametrize(("quarters", "tilt"), [(0, 0.0), (0, 5.0), (90, -2.0), (270, 0.0)])
def test_blank_margins_are_cut_off_and_nothing_else(quarters: Quarters, tilt: float) -> None:
    """What stands at the edges of the part is there whole, and faint things count."""
    page = Image.new("L", (850, 1100), 255)
    draw = ImageDraw.Draw(page)
    draw.rectangle((300, 200, 500, 220), fill=0)
    draw.rectangle((420, 600, 423, 604), fill=170)
    lie = Lie(quarters, tilt)
    whole = upright(page, lie)
    part = written(page, lie, 100)
    cut = upright(page, lie, part)
    assert cut.size == (part.right - part.left, part.bottom - part.top)
    assert cut.width * cut.height < 0.5 * whole.width * whole.height
    assert cut.tobytes() == whole.crop(part).tobytes()
    outside = whole.copy()
    outside.paste(255, part)
    assert inked(outside, 200).getbbox() is None


def test_of_a_blank_page_nothing_is_cut_off() -> None:
    assert written(Image.new("L", (300, 200), 255), Lie(90), 100) == (0, 0, 200, 300)


def test_a_shadow_is_taken_out_and_ink_stays() -> None:
    page = slip(*LINES)
    even = evened(shadowed(page), DOTS)
    assert even.getextrema() == (0, 255)
    ink, before = (inked(one).tobytes().count(255) for one in (even, page))
    assert ink == pytest.approx(before, rel=0.1)


def test_a_picture_smaller_than_a_rule_has_none() -> None:
    speck = Image.new("L", (11, 3), 0)
    assert unruled(speck, 300).size == speck.size


def test_the_librarys_words_have_their_own_places_and_doubts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word is as sure as its least sure letter; a gap as wide as those between columns parts two."""
    only("rapidocr", monkeypatch)
    import numpy

    from consistency.readers.ocr.rapid import words

    line = Image.new("L", (400, 40), 255)
    draw = ImageDraw.Draw(line)
    for x in (10, 30, 50, 200, 220, 300):
        draw.rectangle((x, 8, x + 10, 30), fill=0)
    columns = [middle / 80 - 0.5 for middle in (15, 35, 55, 205, 225, 305)]
    told = SimpleNamespace(
        word_cols=[columns[:5], columns[5:]], line_txt_len=5.0, confs=[0.9, 0.8, 0.7, 0.6, 0.5, 1.0, 0.4]
    )
    quad = [[100, 200], [500, 200], [500, 240], [100, 240]]
    read = words([numpy.asarray(line)], [quad], SimpleNamespace(txts=["ABCDE F"], word_results=[told]), False)
    found = [(text, sure, corners[0][0], corners[1][0]) for text, sure, corners in read.word_results[0]]
    assert found == [("ABC", 0.7, 110, 161), ("DE", 0.5, 300, 331), ("F", 0.4, 400, 411)]


def test_a_page_without_words_leaves_the_others_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    only("rapidocr", monkeypatch)
    stream = io.BytesIO()
    slip(*LINES).save(stream, format="TIFF", save_all=True, append_images=[Image.new("L", (600, 800), 255)])
    document = read_bytes(stream.getvalue(), "scan.tiff", Options(ocr=True))
    assert document.read == "partial"
    assert {line.page for line in document.lines} == {1}
    assert [(problem.code, problem.page) for problem in document.problems] == [("no-text", 2)]


def test_a_photograph_and_a_tiff_of_two_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    only("tesseract", monkeypatch)
    pages = [slip(LINES[0], LINES[1]), slip(LINES[2], LINES[3])]
    stream = io.BytesIO()
    pages[0].save(stream, "TIFF", save_all=True, append_images=pages[1:], dpi=(DOTS, DOTS))
    assert [(line.page, line.text) for line in scanned(stream.getvalue(), "two.tif").lines] == [
        (1, LINES[0]), (1, LINES[1]), (2, LINES[2]), (2, LINES[3]),
    ]  # fmt: skip
    stream = io.BytesIO()
    pillow_heif.from_pillow(pages[0].convert("RGB")).save(stream, quality=80)
    assert scanned(stream.getvalue(), "IMG_1.HEIC").text == "\n".join(LINES[:2])


@pytest.mark.skipif(
    sys.platform != "linux", reason="only glibc is told to, and only Linux tells what is held"
)
def test_no_large_block_is_kept_once_the_library_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a process of its own, that frees large blocks among small ones that it holds."""
    only("rapidocr", monkeypatch)
    code = """
        import os
        from consistency.readers.ocr import engines

        def held():
            with open("/proc/self/statm") as told:
                return int(told.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

        engines._rapidocr()
        begin = held()
        len(b"x" * 30_000_000)
        blocks = [(b"x" * 4_000_000, b"y" * 2_000) for _ in range(20)]
        small = [one for _, one in blocks]
        del blocks
        print(held() - begin)
    """
    told = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True
    )
    assert int(told.stdout) < 10_000_000
