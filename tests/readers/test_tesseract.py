"""Tesseract reads the same within the process and beside it, whatever came before, and keeps its time."""

import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image

from consistency.readers.ocr import tesseract
from consistency.readers.ocr.engines import Told
from tests.readers.scanning import slip

LINES = ("I worked as a cook in Agadir", "from 3 May 2019 to 30 June 2021", "at the Hotel Sample")
OTHERS = ("Statement of account", "1,250.00 CAD", "Noor Sample")
DOTS = 200.0


@pytest.fixture(autouse=True)
def loaded() -> Iterator[None]:
    """Load the library where a test asks for it, and leave none that a test has changed."""
    assert tesseract.has_library(), "tesseract, or the ocr extra, is not installed"
    library = tesseract._library
    yield
    library.cache_clear()


def told(words: list[Told]) -> str:
    return " ".join(word.text for word in words)


def test_library_and_program_tell_the_same_words_at_the_same_places(monkeypatch: pytest.MonkeyPatch) -> None:
    within = tesseract.words(slip(*LINES), DOTS)
    monkeypatch.setattr(tesseract, "_library", lambda: None)
    beside = tesseract.words(slip(*LINES), DOTS)
    assert told(within) == told(beside) == " ".join(LINES)
    for one, other in zip(within, beside, strict=True):
        assert one.line == other.line and one.confidence == pytest.approx(other.confidence, abs=0.1)
        assert [*one.box] == pytest.approx([*other.box], abs=4)


def test_the_library_needs_no_process_for_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract.words(slip(*LINES), DOTS)
    monkeypatch.setattr(subprocess, "run", None)
    assert told(tesseract.words(slip(*OTHERS), DOTS)) == " ".join(OTHERS)


def test_what_was_read_before_changes_nothing() -> None:
    pages = [slip(*LINES), slip(*OTHERS), slip(*LINES, *OTHERS).rotate(180)]
    first = [tesseract.words(page, DOTS) for page in pages]
    assert [tesseract.words(page, DOTS) for page in pages[::-1]] == first[::-1]


def test_a_page_that_takes_too_long_tells_nothing_and_the_next_one_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = slip(*LINES, *OTHERS)
    monkeypatch.setattr(tesseract, "PAGE_SECONDS", 0.01)
    assert tesseract.words(page, DOTS) == []
    monkeypatch.undo()
    assert told(tesseract.words(page, DOTS)) == " ".join(LINES + OTHERS)


@pytest.mark.parametrize("size", [(1, 1), (40_000, 20), (20, 40_000), (600, 800)], ids=str)
def test_a_picture_without_words_tells_nothing_and_nobody(
    size: tuple[int, int], capfd: pytest.CaptureFixture[str]
) -> None:
    assert tesseract.words(Image.new("L", size, 255), DOTS) == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("fault", [ImportError("no such library"), RuntimeError("no such language")], ids=str)
def test_where_the_library_cannot_be_loaded_the_program_reads(
    fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tesserocr

    def failing(**_: Any) -> None:
        raise fault

    tesseract._library.cache_clear()
    monkeypatch.setattr(tesserocr, "PyTessBaseAPI", failing)
    assert told(tesseract.words(slip(*LINES), DOTS)) == " ".join(LINES)


def test_the_version_is_that_of_what_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "_listed", lambda: ("eng", "fra"))
    tesseract.version.cache_clear()
    older = tesseract.version()
    monkeypatch.undo()
    tesseract.version.cache_clear()
    assert older.startswith("tesseract ") and tesseract.version().startswith("tesserocr ")
    assert older.endswith(" eng fra") and tesseract.version().endswith(" eng fra")


def test_a_tesseract_that_does_not_tell_its_folder_reads_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "_listed", lambda: ("List of available languages (2):", "eng", "fra"))
    assert not tesseract.has_library()
    monkeypatch.setattr(tesseract, "_listed", lambda: ())
    assert not tesseract.has_library()
