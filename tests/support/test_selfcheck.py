"""Whether an installation that works is said to, and one that does not is not."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consistency import cache, sample
from consistency.cli import main
from consistency.readers.ocr import engines, tesseract
from consistency.support import attempted, installation
from consistency.support.installation import PARTS, Part, State, parts, verdict


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["selfcheck", *map(str, arguments)])


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the parts that take no time."""
    for name in ("bundled case", "text recognition"):
        monkeypatch.delitem(PARTS, name)


def test_this_installation_works_and_leaves_nothing(cache_folder: Path) -> None:
    result = run()
    assert result.exit_code == 0, result.output
    assert result.stdout.rstrip().endswith("This installation works.")
    assert [line.split("  ")[0] for line in result.stdout.splitlines() if line[:2] != "  "][:-2] == [
        "ok"
    ] * len(PARTS)
    assert max(map(len, result.stdout.splitlines())) <= 110 and not cache_folder.exists()


def test_a_part_that_fails_is_said_to_and_the_others_are_tried(
    quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> tuple[State, str]:
        raise OSError("no such library")

    monkeypatch.setitem(PARTS, "barcodes", broken)
    result = run()
    assert result.exit_code == 1 and "This installation does not work: barcodes." in result.stdout
    assert "WRONG barcodes           OSError: no such library" in result.stdout
    assert len([line for line in result.stdout.splitlines() if line.startswith("ok ")]) == len(PARTS) - 1


def test_a_library_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    there = [
        cache.Library("click", "8.1"),
        cache.Library("lxml", None),
        cache.Library("rapidocr", None, "ocr"),
    ]
    monkeypatch.setattr(cache, "libraries", lambda: iter(there))
    assert PARTS["libraries"]() == ("wrong", "not there: lxml; install the program again")
    monkeypatch.setattr(cache, "libraries", lambda: iter([there[0], there[2]]))
    assert PARTS["libraries"]() == ("ok", "click 8.1")


def test_a_bundled_case_with_other_findings_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    due = {**sample.FINDINGS, "work/gap": 1, "work/dates": 0}
    monkeypatch.setattr(sample, "FINDINGS", due)
    state, told = PARTS["bundled case"]()
    assert state == "wrong" and told.startswith(
        "not found: work/gap; not to be found: work/dates; 0 documents"
    )


def test_pages_without_letters_are_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "INK", 10**9)
    assert PARTS["pictures of pages"]() == ("wrong", "drawn without letters: no font")


def _recognised(
    monkeypatch: pytest.MonkeyPatch, languages: tuple[str, ...], library: bool, read: Callable[..., object]
) -> tuple[State, str]:
    monkeypatch.setattr(tesseract, "languages", lambda: languages)
    monkeypatch.setattr(tesseract, "version", lambda: "tesseract 5")
    monkeypatch.setattr(engines, "has_rapidocr", lambda: library)
    monkeypatch.setattr(tesseract, "words", read)
    monkeypatch.setattr(engines, "rapidocr", read)
    return PARTS["text recognition"]()


def test_without_an_engine_there_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    state, told = _recognised(monkeypatch, (), False, list)
    assert state == "note" and "reported as unread" in told


def test_an_engine_that_reads_nothing_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    state, told = _recognised(monkeypatch, ("eng",), True, lambda *_: [])
    assert (state, told) == ("wrong", "installed, and does not read what was drawn: tesseract 5, rapidocr")


def test_tesseract_alone_reads_and_a_language_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert tesseract.languages(), "tesseract is not installed"
    state, told = _recognised(monkeypatch, ("eng",), False, tesseract.words)
    assert (state, told) == ("ok", "tesseract 5 (of tesseract not there: fra)")


def test_a_cache_that_cannot_be_used_is_a_note(cache_folder: Path) -> None:
    assert PARTS["cache folder"]()[0] == "ok" and not cache_folder.exists()
    cache_folder.write_bytes(b"a file in its place")
    assert PARTS["cache folder"]()[0] == "note"
    cache_folder.unlink()
    (cache_folder / "readings").mkdir(parents=True, mode=0o755)
    assert PARTS["cache folder"]()[0] == "ok"


def test_the_sentence_names_what_is_wrong_before_what_is_noted() -> None:
    found = [Part("a", "ok", ""), Part("b", "note", "")]
    assert verdict(found) == "This installation works, with a note on: b."
    assert verdict([*found, Part("c", "wrong", "")]) == "This installation does not work: c."


def test_an_error_is_given_and_not_raised() -> None:
    assert isinstance(attempted(lambda: 1 // 0), ZeroDivisionError)


def test_parts_are_tried_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(PARTS, "Python")
    assert next(parts()).name == "program"


def test_nothing_is_loaded_before_it_is_tried() -> None:
    code = "import sys, consistency.support.installation; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert not {"lxml", "pypdfium2", "PIL", "pebble", "zxingcpp"} & set(done.stdout.split())
