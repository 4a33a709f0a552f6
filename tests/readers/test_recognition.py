"""Pages that are pictures are read where text recognition is installed, and said to be unread where it is not."""

import io
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter

from consistency.model import Box, Document
from consistency.readers import ocr
from consistency.readers.files import Limits, Options, read_bytes
from consistency.readers.ocr import engines, tesseract

WORDS = "Kitchen Helper since March 2019"


def drawn(text: str = WORDS) -> Image.Image:
    picture = Image.new("L", (1700, 400), 255)
    ImageDraw.Draw(picture).text((100, 150), text, font=ImageFont.load_default(64), fill=0)
    return picture


def scan(text: str = WORDS) -> bytes:
    out = io.BytesIO()
    drawn(text).save(out, format="PDF", resolution=200)
    return out.getvalue()


def table(rows: str) -> object:
    class Done:
        stdout = rows.encode()

    return lambda *_, **__: Done()


HEAD = "block_num\tpar_num\tline_num\tleft\ttop\twidth\theight\tconf\ttext\n"


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let the program be there and answer with a table of its own making."""
    monkeypatch.setattr(tesseract, "languages", lambda: ("eng",))
    monkeypatch.setattr(tesseract, "_library", lambda: None)
    monkeypatch.setattr(engines, "has_rapidocr", lambda: False)
    return monkeypatch


def test_words_come_with_places_and_confidence(installed: pytest.MonkeyPatch) -> None:
    rows = HEAD + "1\t1\t1\t60\t60\t150\t40\t96\tKitchen\n1\t1\t1\t230\t62\t120\t40\t62\tHelper\n"
    installed.setattr(subprocess, "run", table(rows))
    document = read_bytes(scan(), "scan.pdf", Options(ocr=True))
    assert (document.method, document.read, document.text) == ("ocr", "full", "Kitchen Helper")
    (line,) = document.lines
    assert line.page == 1
    assert line.confidence == pytest.approx(0.79)
    # the engine saw the page without its blank margins, of which a sixth of an inch was left
    assert line.box is not None and line.box.x0 == pytest.approx(36.0, abs=4.0)
    assert not document.problems


def test_the_picture_lies_in_the_memory_where_that_can_be_and_goes_through_a_pipe_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert tesseract.languages(), "tesseract is not installed"
    read, sent = [], []
    run = subprocess.run

    def watched(command: list[str], **how: Any) -> Any:
        sent.append(len(how["input"]))
        return run(command, **how)

    monkeypatch.setattr(tesseract, "_library", lambda: None)
    monkeypatch.setattr(subprocess, "run", watched)
    for files in (tesseract.OPEN_FILES, Path("/nowhere")):
        monkeypatch.setattr(tesseract, "OPEN_FILES", files)
        read.append(tesseract.words(drawn(), 200.0))
    assert " ".join(word.text for word in read[0]) == WORDS
    assert read[0] == read[1]
    assert (sent[0] == 0) is (sys.platform == "linux") and sent[1] > 1700 * 400


def test_an_empty_answer_is_never_an_empty_page(installed: pytest.MonkeyPatch) -> None:
    installed.setattr(subprocess, "run", table(HEAD))
    document = read_bytes(scan(), "scan.pdf", Options(ocr=True))
    assert document.read == "failed"
    assert [p.code for p in document.problems] == ["no-text"]
    assert "found no words" in document.problems[0].message


def test_a_scanned_page_among_others_keeps_its_place(installed: pytest.MonkeyPatch) -> None:
    from fixtures.papers import letter_pdf

    writer = PdfWriter()
    for data in (scan(), letter_pdf(["A typed page with enough words on it."])):
        writer.append(PdfReader(io.BytesIO(data)))
    out = io.BytesIO()
    writer.write(out)
    installed.setattr(subprocess, "run", table(HEAD + "1\t1\t1\t60\t60\t150\t40\t96\tScanned\n"))
    document = read_bytes(out.getvalue(), "bundle.pdf", Options(ocr=True))
    assert [line.text for line in document.lines] == ["Scanned", "A typed page with enough words on it."]
    assert document.read == "full"


def unread(document: Document) -> bool:
    return document.read == "failed" and [p.code for p in document.problems] == ["no-text"]


def test_without_the_program_the_scan_is_said_to_be_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "languages", lambda: ())
    monkeypatch.setattr(engines, "has_rapidocr", lambda: False)
    assert unread(read_bytes(scan(), "scan.pdf", Options(ocr=True)))
    assert unread(read_bytes(scan(), "scan.pdf", Options()))


def test_pictures_are_read_like_pages(installed: pytest.MonkeyPatch) -> None:
    installed.setattr(subprocess, "run", table(HEAD + "1\t1\t1\t60\t60\t150\t40\t96\tKitchen\n"))
    out = io.BytesIO()
    drawn().save(out, format="PNG", dpi=(200, 200))
    document = read_bytes(out.getvalue(), "photo.png", Options(ocr=True))
    assert (document.method, document.text) == ("ocr", "Kitchen")


def test_the_real_program_reads_a_clean_scan() -> None:
    document = read_bytes(scan(), "scan.pdf", Options(ocr=True))
    if ocr.available():
        assert document.text == WORDS
        assert document.lines[0].confidence > 0.8
    else:
        assert unread(document)


@pytest.mark.parametrize(
    ("careful", "sure", "text"),
    [(0, 0.31, "Kitchen"), (0, 0.9, "Kitch3n"), (6, 0.8, "Kitchen"), (6, 0.9, "Kitch3n")],
)
def test_another_engine_is_asked_where_the_first_is_unsure(
    careful: int, sure: float, text: str, installed: pytest.MonkeyPatch
) -> None:
    rows = HEAD + f"1\t1\t1\t60\t60\t150\t40\t{100 * sure}\tKitch3n\n"
    installed.setattr(subprocess, "run", table(rows))
    better = engines.Told("Kitchen", Box(60, 60, 210, 100), 0.97, ("0",))
    installed.setattr(engines, "has_rapidocr", lambda: True)
    installed.setattr(engines, "rapidocr", lambda _picture: [better])
    limits = Limits(careful=careful)
    assert read_bytes(scan(), "scan.pdf", Options(ocr=True, limits=limits)).text == text


def test_the_library_alone_is_enough(installed: pytest.MonkeyPatch) -> None:
    installed.setattr(tesseract, "languages", lambda: ())
    installed.setattr(engines, "has_rapidocr", lambda: True)

    class Found:
        txts = ("Kitchen", " ")
        word_results = (
            (("Kitchen", 0.97, [[60, 60], [210, 60], [210, 100], [60, 100]]),),
            ((" ", 0.9, None),),
        )

    installed.setitem(sys.modules, "numpy", SimpleNamespace(asarray=lambda picture: picture))
    installed.setattr(engines, "_rapidocr", lambda: lambda _picture, **_: Found)
    assert read_bytes(scan(), "scan.pdf", Options(ocr=True)).text == "Kitchen"


def test_a_page_of_guesses_is_said_to_be_one(installed: pytest.MonkeyPatch) -> None:
    rows = HEAD + "1\t1\t1\t60\t60\t150\t40\t31\tKitch3n\n"
    installed.setattr(subprocess, "run", table(rows))
    document = read_bytes(scan(), "scan.pdf", Options(ocr=True))
    assert (document.text, document.read) == ("Kitch3n", "partial")
    assert [(problem.code, problem.page) for problem in document.problems] == [("page-unreadable", 1)]


def test_rules_taken_for_bars_stand_in_no_cell_and_move_no_line(installed: pytest.MonkeyPatch) -> None:
    cells = ["1\t1\t1\t60\t60\t2\t4\t90\t|", "1\t1\t1\t80\t60\t150\t40\t96\tTitle"]
    value = ["2\t1\t1\t560\t30\t8\t3\t90\t||", "2\t1\t1\t600\t62\t120\t38\t95\tCook"]
    value += ["2\t1\t1\t730\t62\t4\t38\t95\t|", "2\t1\t1\t745\t62\t120\t38\t95\tBaker"]
    installed.setattr(subprocess, "run", table(HEAD + "\n".join([*cells, *value, ""])))
    (line,) = read_bytes(scan(), "scan.pdf", Options(ocr=True)).lines
    assert [segment.text for segment in line.segments] == ["Title", "Cook | Baker"]
    assert [word.text for word in line.segments[0].words] == ["Title"]
