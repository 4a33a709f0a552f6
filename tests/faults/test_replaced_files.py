"""A file that is another one than was listed is said, never waited for and never half read in silence."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from consistency import pipeline
from consistency.pipeline import Check, check
from consistency.readers import folder as case_folder
from consistency.readers.files import Options, list_documents
from consistency.reports import render
from tests.bundled import READING
from tests.faults.running import SAMPLE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such files")

PAPER = "draft/letter.docx"


def _gone(file: Path) -> None:
    file.unlink()


def _cut(file: Path) -> None:
    os.truncate(file, 300)


def _emptied(file: Path) -> None:
    os.truncate(file, 0)


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _link_to_nowhere(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.with_name("nowhere"))


def _link_to_itself(file: Path) -> None:
    file.unlink()
    file.symlink_to(file)


def _device(file: Path) -> None:
    file.unlink()
    file.symlink_to("/dev/zero")


def _folder_elsewhere(file: Path) -> None:
    elsewhere = file.parents[2] / f"elsewhere {file.parent.name}"
    shutil.move(file.parent, elsewhere)
    file.parent.symlink_to(elsewhere)


FAULTS = (
    _gone, _cut, _emptied, _pipe, _folder, _link_to_nowhere, _link_to_itself, _device, _folder_elsewhere,
)  # fmt: skip


@pytest.mark.parametrize("jobs", [0, 1])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_replaced_before_it_is_read(
    fault: Callable[[Path], None], jobs: int, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listed(folder: Path) -> tuple[str, ...]:
        paths = list_documents(folder)
        fault(folder / PAPER)
        return paths

    monkeypatch.setattr(pipeline, "list_documents", listed)
    report = check(case, Check(reading=Options(ocr=False), jobs=jobs, cache=True))
    extents = {paper.document.path: paper.document.read for paper in report.case.papers}
    assert report.verdict == "incomplete" and extents.pop(PAPER) == "failed"
    assert {extent for path, extent in extents.items() if not PAPER.startswith(path)} == {"full"}


def test_a_file_that_is_written_to_while_it_is_read(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = case_folder.opened

    class Late(io.BufferedReader):
        """A file to which something is written once it has been read."""

        def read(self, size: int | None = -1, /) -> bytes:
            data = super().read(size)
            with (case / PAPER).open("ab") as more:
                more.write(b"\0")
            return data

    def growing(file: Path) -> io.BufferedReader:
        return Late(opened(file).detach()) if file == case / PAPER else opened(file)

    with monkeypatch.context() as patch:
        patch.setattr(case_folder, "_is_own", lambda _path: False)
        patch.setattr(case_folder, "opened", growing)
        report = check(case, Check(reading=Options(ocr=False)))
    (unread,) = [paper.document for paper in report.case.papers if paper.document.read == "failed"]
    assert report.verdict == "incomplete" and "written to while it was read" in unread.problems[0].message
    assert check(case, Check(reading=Options(ocr=False))).verdict == "pass"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_replaced_before_its_places_are_drawn(fault: Callable[[Path], None], tmp_path: Path) -> None:
    """A picture of something else would be worse than none; nothing is waited for."""
    case = Path(shutil.copytree(SAMPLE, tmp_path / "root" / "case"))
    report = check(case, replace(READING, jobs=0))
    shown = render("html", report, pictures=True, reading=Options(ocr=False))
    for path in list(case.rglob("*.pdf")):
        if not path.parent.is_symlink():
            fault(path)
    bare = render("html", report, pictures=True, reading=Options(ocr=False))
    assert "data:image/png" in str(shown) and "data:image/png" not in str(bare)
