"""Words, lines and segments of PDF pages, and pictures of them."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import RectangleObject

from consistency.model import Box, Word
from consistency.readers.files import Limits
from consistency.readers.layout import Placed, lines_of
from tests.readers.making import codes, drawn, letter, picture, read, rows


def edited(data: bytes, edit: Any) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    edit(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_words_stand_where_they_are_seen() -> None:
    document = read(letter("Hello world"))
    assert (document.method, document.read, document.page_count) == ("text", "full", 1)
    [page] = document.pages
    assert (page.number, page.width, page.height) == (1, 612, 792)
    hello, world = page.words
    assert (hello.text, world.text) == ("Hello", "world")
    assert 71 <= hello.box.x0 <= 74
    assert hello.box.y0 < 92 <= hello.box.y1 + 0.5
    assert hello.box.x1 < world.box.x0


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_turned_pages_are_read_as_they_are_seen(angle: int) -> None:
    def draw(canvas: Any) -> None:
        if angle == 90:
            canvas.translate(612, 0)
            canvas.rotate(90)
        elif angle == 180:
            canvas.translate(612, 792)
            canvas.rotate(180)
        else:
            canvas.translate(0, 792)
            canvas.rotate(270)
        canvas.drawString(72, 500, "First line here")
        canvas.drawString(72, 480, "Second line here")

    data = edited(drawn(draw), lambda w: w.pages[0].rotate(angle))
    document = read(data)
    assert [line.text for line in document.lines] == ["First line here", "Second line here"]
    box = document.lines[0].box
    assert box is not None
    assert 70 <= box.x0 <= 75
    assert box.x1 - box.x0 > box.y1 - box.y0


def test_crop_box_is_the_page() -> None:
    def crop(writer: PdfWriter) -> None:
        writer.pages[0].cropbox = RectangleObject((50, 600, 450, 750))

    [line] = read(edited(letter("Inside", *[""] * 8, "Outside"), crop)).lines
    assert line.text == "Inside"
    assert line.box is not None
    assert 21 <= line.box.x0 <= 24
    assert 38 <= line.box.y0 <= 50


def test_lines_are_cut_into_segments_at_wide_gaps() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(72, 700, "Employer:")
        canvas.drawString(200, 700, "Acme Ltd.")
        canvas.drawString(400, 700.5, "2019 - 2021")
        canvas.drawString(72, 680, "Just words")

    assert rows(read(drawn(draw))) == [["Employer:", "Acme Ltd.", "2019 - 2021"], ["Just words"]]


def test_order_is_that_of_the_page_not_of_the_file() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(300, 600, "right")
        canvas.drawString(72, 500, "below")
        canvas.drawString(72, 600, "left")

    document = read(drawn(draw))
    assert rows(document) == [["left", "right"], ["below"]]
    assert [word.text for word in document.pages[0].words] == ["right", "below", "left"]


def test_raised_letters_stay_in_their_line() -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(72, 700, "On the 15")
        canvas.setFont("Helvetica", 7)
        canvas.drawString(72 + canvas.stringWidth("On the 15", "Helvetica", 12), 704.5, "th")
        canvas.setFont("Helvetica", 12)
        canvas.drawString(140, 700, "of May")

    [line] = read(drawn(draw)).lines
    assert line.text.replace(" ", "").startswith("Onthe15thofMay")


def test_text_up_the_margin_does_not_break_lines() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(72, 700, "A line of text")
        canvas.drawString(72, 680, "Another line of text")
        canvas.saveState()
        canvas.translate(40, 600)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Protected when completed")
        canvas.restoreState()

    lines = [line.text for line in read(drawn(draw)).lines]
    assert lines == ["A line of text", "Another line of text", "Protected when completed"]


def test_letters_are_written_out() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def draw(canvas: Any) -> None:
        canvas.setFont("Vera", 12)
        canvas.drawString(72, 700, "of\ufb01ce Saint\xa0Jean co\xadop")

    [line] = read(drawn(draw)).lines
    assert line.text == "office Saint Jean coop"


def test_bold_and_size() -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(72, 700, "HEADING")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, 680, "words")

    heading, words = read(drawn(draw)).lines
    assert (heading.bold, words.bold) == (True, False)
    assert heading.size is not None and words.size is not None
    assert heading.size > 1.5 * words.size


def test_notes_and_text_written_over_the_page_are_kept() -> None:
    def note(writer: PdfWriter) -> None:
        writer.add_annotation(0, FreeText(text="Retired since 2020", rect=(100, 100, 300, 130)))
        writer.add_annotation(0, Text(text="check this", rect=(400, 700, 420, 720)))

    document = read(edited(letter("Occupation:"), note))
    typed = [line for line in document.lines if line.part == "annotation"]
    assert [line.text for line in typed] == ["Retired since 2020", "check this"]
    assert typed[0].page == 1
    assert typed[0].box == Box(100, 662, 300, 692)


def test_metadata() -> None:
    def draw(canvas: Any) -> None:
        canvas.setTitle("Reference letter")
        canvas.setAuthor("Acme")
        canvas.drawString(72, 700, "Hello")

    metadata = read(drawn(draw)).metadata
    assert (metadata["title"], metadata["author"]) == ("Reference letter", "Acme")
    assert len(metadata["created"]) == len("2026-01-01T00:00:00")


def test_a_scan_has_no_text() -> None:
    document = read(drawn(lambda c: c.drawInlineImage(picture(), 0, 0, 612, 792)))
    assert (document.read, document.method, codes(document)) == ("failed", "none", ["no-text"])


def test_a_scanned_page_among_others() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(72, 700, "A page with text on it")
        canvas.showPage()
        canvas.drawInlineImage(picture(), 0, 0, 612, 792)

    document = read(drawn(draw))
    assert (document.read, document.method) == ("partial", "text")
    [problem] = document.problems
    assert (problem.code, problem.page) == ("no-text", 2)
    assert problem.message.startswith("Page 2 of draft/paper.pdf is a picture")


def test_an_empty_page_is_no_paper() -> None:
    document = read(drawn(lambda c: c.showPage()))
    assert (document.read, codes(document)) == ("failed", ["empty"])


def test_a_form_without_text_but_with_a_logo_is_text() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawInlineImage(picture(), 400, 700, 150, 80)
        canvas.drawString(72, 600, "To whom it may concern")

    assert codes(read(drawn(draw))) == []


def test_too_many_pages() -> None:
    document = read(letter("Hello", pages=5), limits=Limits(pages=3))
    assert (document.read, codes(document), len(document.pages)) == ("partial", ["over-limit"], 3)


def test_a_stream_that_explodes_is_refused() -> None:
    def bomb(writer: PdfWriter) -> None:
        from pypdf.generic import NameObject

        from tests.readers.making import stream

        writer.pages[0][NameObject("/Contents")] = writer._add_object(stream(b"q " * 15_000_000))

    document = read(edited(letter("Hello"), bomb))
    assert (document.read, codes(document)) == ("failed", ["over-limit"])


def test_threads_that_read_at_once_wait_for_one_another() -> None:
    from concurrent.futures import ThreadPoolExecutor

    papers = [letter(f"Paper {number} of twenty-four") for number in range(24)]
    with ThreadPoolExecutor(6) as pool:
        read_by = list(pool.map(read, papers))
    assert [document.lines[0].text for document in read_by] == [
        f"Paper {number} of twenty-four" for number in range(24)
    ]


def test_letters_without_a_height_are_lines_too() -> None:
    told = (("no", 5), ("height", 14), ("far", 90))
    words = [Placed(Word(text, Box(x, 10, x + 9, 10)), 10.0, 0.0) for text, x in told]
    assert [[segment.text for segment in line.segments] for line in lines_of(words, 1)] == [
        ["no height", "far"]
    ]
