"""What was read is not read again, and nobody can tell it from the report."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fixtures.bundles import bundle
from fixtures.papers import write
from msgspec.structs import replace

from consistency import pipeline
from consistency.cache import packing, users_shelf, versions
from consistency.model import Paper, Problem, Report
from consistency.pipeline import Check, check, read
from consistency.readers import files
from consistency.readers.files import Limits, Options
from consistency.readers.limits import PAGE_SECONDS
from consistency.readers.ocr import tesseract
from consistency.reports import formats, render, takes
from tests.answers.dealing import dealt
from tests.readers.making import letter, word
from tests.readers.scanning import saved, slip

SAMPLE = Path(__file__).parents[2] / "fixtures" / "sample"
PLAIN = Options(ocr=False)
KEPT = Check(reading=PLAIN, cache=True)
ANEW = Check(reading=PLAIN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("CV.docx", "Reference letter.pdf"):
        write(tmp_path / "case" / name, (SAMPLE / "2026 draft" / name).read_bytes())
    write(tmp_path / "case" / "note.pdf", letter("Dear officer,", "I have changed my employer."))
    return tmp_path / "case"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Name the files that are read from here on."""
    found: list[str] = []
    read_all = files.read_all

    def counting(root: Path, path: str, options: Options) -> object:
        found.append(path)
        return read_all(root, path, options)

    monkeypatch.setattr(pipeline, "read_all", counting)
    return found


def written(report: Report, pictures: bool = False) -> dict[str, str | bytes]:
    pictured = {"pictures": pictures, "reading": PLAIN}
    return {form: render(form, report, **pictured if takes(form, "pictures") else {}) for form in formats()}


def built(given: dict[str, bytes], folder: Path) -> Path:
    for path, data in given.items():
        write(folder / path, data)
    return folder


def test_the_sample_is_told_in_the_same_bytes_in_every_format(opened: list[str]) -> None:
    first = written(check(SAMPLE, KEPT))
    assert len(opened) > 10
    opened.clear()
    assert written(check(SAMPLE, KEPT)) == first
    assert opened == []


@pytest.mark.parametrize("number", [1, 2])
def test_generated_folders_are_told_in_the_same_bytes(number: int, tmp_path: Path, opened: list[str]) -> None:
    case = built(dict(dealt(number, "development").files), tmp_path / "case")
    write(case / "old" / "all.pdf", bundle(number, chosen=["payslip", "diploma"]).data)
    first = written(check(case, KEPT), number == 1)
    opened.clear()
    assert written(check(case, KEPT), number == 1) == first
    assert opened == []


def test_a_scan_is_recognised_once(tmp_path: Path, opened: list[str]) -> None:
    write(tmp_path / "case" / "slip.pdf", saved(slip("Passport 4711", "Tehran, 3 May 2021")))
    wanted = Check(reading=Options(ocr=True), cache=True)
    first = read(tmp_path / "case", wanted)
    assert first["slip.pdf"][0].document.method == "ocr"
    opened.clear()
    assert read(tmp_path / "case", wanted) == first
    assert opened == []


def test_another_engine_reads_pictures_anew(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "case" / "slip.pdf", saved(slip("Passport 4711")))
    write(tmp_path / "case" / "note.pdf", letter("Dear officer,"))
    monkeypatch.setattr("consistency.readers.recognition.completed", lambda document, *_: document)
    wanted = Check(reading=Options(ocr=True), cache=True)
    monkeypatch.setattr(tesseract, "version", lambda: "tesseract 4")
    read(tmp_path / "case", wanted)
    opened.clear()
    monkeypatch.setattr(tesseract, "version", lambda: "tesseract 5")
    read(tmp_path / "case", wanted)
    assert opened == ["slip.pdf"]


def test_of_a_folder_with_one_changed_file_that_one_is_read(folder: Path, opened: list[str]) -> None:
    read(folder, KEPT)
    write(folder / "note.pdf", letter("Dear officer,", "I have left my employer."))
    opened.clear()
    again = read(folder, KEPT)
    assert opened == ["note.pdf"]
    assert "left my employer" in again["note.pdf"][0].document.text
    assert again == read(folder, ANEW)


def test_a_file_put_back_as_it_was_is_not_read(folder: Path, opened: list[str]) -> None:
    before = (folder / "note.pdf").read_bytes()
    read(folder, KEPT)
    write(folder / "note.pdf", letter("Something else."))
    read(folder, KEPT)
    write(folder / "note.pdf", before)
    opened.clear()
    read(folder, KEPT)
    assert opened == []


def test_files_that_were_moved_are_cited_where_they_lie_now(tmp_path: Path, opened: list[str]) -> None:
    made = built(dict(dealt(3, "development").files), tmp_path / "one")
    write(made / "all.pdf", bundle(5, chosen=["payslip", "diploma"]).data)
    for path in SAMPLE.rglob("*.*"):
        write(made / path.relative_to(SAMPLE), path.read_bytes())
    read(made, KEPT)
    made.rename(tmp_path / "two")
    for path in sorted((tmp_path / "two").rglob("*.*")):
        path.rename(path.with_name(f"moved {path.name}"))
    opened.clear()
    found = read(tmp_path / "two", KEPT)
    assert opened == []
    assert any("#" in paper.path for held in found.values() for paper in held)
    assert found == read(tmp_path / "two", ANEW)


def test_a_copy_is_cited_as_itself(folder: Path, opened: list[str]) -> None:
    shutil.copy(folder / "CV.docx", folder / "CV again.docx")
    read(folder, KEPT)
    opened.clear()
    again = read(folder, KEPT)
    assert opened == []
    assert again == read(folder, ANEW)


def test_sentences_name_a_moved_file_as_it_is_named_now(tmp_path: Path, opened: list[str]) -> None:
    changed = word(lambda document: document.add_paragraph("Dear officer,"))
    write(tmp_path / "case" / "plain.docx", changed)
    write(tmp_path / "case" / "none.docx", b"PK\x03\x04 no document")
    before = read(tmp_path / "case", KEPT)
    (tmp_path / "case" / "none.docx").rename(tmp_path / "case" / "other.docx")
    after = read(tmp_path / "case", KEPT)
    assert "none.docx" in before["none.docx"][0].document.problems[0].message
    assert "other.docx" in after["other.docx"][0].document.problems[0].message
    assert after == read(tmp_path / "case", ANEW)


def test_a_name_that_cannot_be_told_from_words_is_not_put_in_place_of_them() -> None:
    found = read(SAMPLE, ANEW)["2026 draft/CV.docx"][0]
    problem = Problem("comments", "a carries a comment: 'a'")
    paper = replace(found, problems=(problem,))
    packed = packing.pack("2026 draft/CV.docx", (paper,), False)
    assert packing.unpack(packed, "2026 draft/CV.docx") == (paper,)
    twice = problem._replace(message="2026 draft/CV.docx carries a comment: “see 2026 draft/CV.docx”")
    packed = packing.pack("2026 draft/CV.docx", (replace(found, problems=(twice,)),), False)
    with pytest.raises(packing.NotTheSame):
        packing.unpack(packed, "2026 draft/CV 2.docx")


@pytest.mark.parametrize("jobs", [0, 1])
def test_a_name_that_is_no_text_keeps_its_file_from_being_kept_and_nothing_else(
    folder: Path, jobs: int
) -> None:
    data = (SAMPLE / "2026 draft" / "CV.docx").read_bytes()
    name = os.fsdecode(b"Lebenslauf Z\xfcrich.docx")  # as archives of old systems unpack
    write(folder / name, data)
    first = read(folder, replace(KEPT, jobs=jobs))
    assert {paper.kind for paper in first[name]} == {"cv"}
    assert read(folder, KEPT) == first
    for content in written(check(folder, KEPT)).values():
        text = content if isinstance(content, str) else content.decode("utf-8", "replace")
        assert text.encode("utf-8")


@pytest.mark.parametrize(
    "other",
    [
        Options(ocr=True),
        Options(ocr=False, passwords=("secret",)),
        Options(ocr=False, limits=Limits(pages=1)),
    ],
)
def test_files_are_read_anew_in_another_way(other: Options, folder: Path, opened: list[str]) -> None:
    read(folder, KEPT)
    opened.clear()
    read(folder, replace(KEPT, reading=other))
    assert len(opened) == 3


@pytest.fixture
def forget() -> Iterator[Callable[[], None]]:
    """Has the program asked anew what code it is made of, as another process asks it."""

    def forget() -> None:
        versions._TOLD.clear()
        versions._stamp.cache_clear()

    forget()
    yield forget
    forget()


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forget: Callable[[], None]) -> Path:
    """Give the file of a reader, in a program that is made for the test."""
    monkeypatch.setattr(versions, "ROOT", tmp_path / "program")
    write(tmp_path / "program" / "pipeline.py", b"")
    write(tmp_path / "program" / "readers" / "pdf.py", b"a = 1")
    return tmp_path / "program" / "readers" / "pdf.py"


def test_other_code_reads_files_anew(
    folder: Path, opened: list[str], reader: Path, forget: Callable[[], None]
) -> None:
    for content, count in ((b"a = 1", 3), (b"a = 2", 3), (b"a = 2", 0)):
        forget()
        reader.write_bytes(content)
        opened.clear()
        read(folder, KEPT)
        assert len(opened) == count


def test_a_process_that_goes_on_while_the_program_is_renewed_stays_with_its_own_code(
    folder: Path, opened: list[str], reader: Path, forget: Callable[[], None]
) -> None:
    read(folder, KEPT)
    forget()  # another process, which finds the key of this code remembered
    read(folder, KEPT)
    reader.write_bytes(b"a = 2")
    opened.clear()
    read(folder, KEPT)
    assert opened == []
    users_shelf().clear()
    read(folder, KEPT)
    opened.clear()
    forget()  # another process, of the new code
    read(folder, KEPT)
    assert len(opened) == 3


@pytest.mark.usefixtures("forget")
def test_where_the_code_cannot_be_told_nothing_is_kept(
    folder: Path, cache_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "ROOT", tmp_path / "not there")
    read(folder, KEPT)
    assert list((cache_folder / "readings").iterdir()) == []


def test_the_key_of_the_code_is_not_worked_out_twice(
    folder: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    read(folder, KEPT)
    opened.clear()
    monkeypatch.setattr(versions, "_worked_out", lambda: pytest.fail("it is remembered"))
    read(folder, KEPT)
    assert opened == []


def test_damaged_and_foreign_readings_are_passed_over(
    folder: Path, cache_folder: Path, opened: list[str]
) -> None:
    first = read(folder, KEPT)
    for number, file in enumerate(sorted((cache_folder / "readings").iterdir())):
        content = file.read_bytes()
        file.write_bytes((content[:-9], content[:40] + b"\0" + content[41:], b"")[number % 3])
    opened.clear()
    assert read(folder, KEPT) == first
    assert len(opened) == 3


@pytest.mark.parametrize("papers", [b"\x91\x01", b"\x90" + b"\x91" * 100_000])
def test_a_whole_reading_of_another_form_is_passed_over(papers: bytes) -> None:
    length = b"\x93" if len(papers) == 2 else b"\x94"  # what stands behind the papers is nested without end
    with pytest.raises(packing.NotTheSame):
        packing.unpack(length + b"\xa5a.pdf\xc0" + papers, "a.pdf")


def test_a_file_changed_while_it_was_read_is_not_kept_as_what_it_was(
    folder: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "note.pdf").read_bytes()

    def changed(root: Path, path: str, options: Options) -> object:
        write(folder / "note.pdf", letter("Written meanwhile."))
        return files.read_all(root, path, options)

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "read_all", changed)
        read(folder, KEPT)
    write(folder / "note.pdf", before)
    opened.clear()
    assert "Written meanwhile" not in read(folder, KEPT)["note.pdf"][0].document.text
    assert opened == ["note.pdf"]


def test_what_may_be_otherwise_another_time_is_not_kept(folder: Path) -> None:
    (paper,) = read(folder, ANEW)["note.pdf"]
    partial = replace(paper, document=replace(paper.document, read="partial"))

    def holed(code: str) -> Paper:
        return replace(paper, document=replace(paper.document, problems=(Problem(code, "…"),)))

    assert packing.lasting((paper,), 2 * PAGE_SECONDS)
    assert packing.lasting((partial,), 1.0)
    assert not packing.lasting((partial,), 2 * PAGE_SECONDS)
    assert not packing.lasting((holed("damaged"),), 1.0)
    assert not packing.lasting((holed("page-unreadable"),), 1.0)


def test_a_folder_that_cannot_be_written_costs_only_the_reading(
    folder: Path, cache_folder: Path, opened: list[str]
) -> None:
    write(cache_folder, b"a file where the folder should be")
    first = check(folder, KEPT)
    opened.clear()
    assert check(folder, KEPT) == first
    assert len(opened) == 3


def test_a_full_disk_costs_only_the_reading(
    folder: Path, cache_folder: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(place: int, mode: str) -> object:
        os.close(place)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("consistency.cache.shelf.os.fdopen", full)
    first = read(folder, KEPT)
    opened.clear()
    assert read(folder, KEPT) == first
    assert len(opened) == 3
    assert list((cache_folder / "readings").iterdir()) == []


def test_a_clock_set_back_changes_nothing(
    folder: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read(folder, KEPT)
    monkeypatch.setattr("consistency.cache.shelf.time.time", lambda: 86_400.0)
    opened.clear()
    read(folder, KEPT)
    assert opened == []


def test_workers_keep_what_they_read(folder: Path, opened: list[str]) -> None:
    first = read(folder, replace(KEPT, jobs=2))
    assert read(folder, KEPT) == first
    assert opened == []


def test_nothing_is_kept_where_it_is_not_asked_for(folder: Path, cache_folder: Path) -> None:
    check(folder)
    assert not cache_folder.exists()
    assert tempfile.gettempdir() in str(cache_folder)
