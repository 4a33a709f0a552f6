"""What cannot be opened is said and never passed: a file, a folder, the output, the cache; before the run or within."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from consistency.config import FILE
from tests.faults.running import Ended, as_anybody, closed, files, run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such rights")

FINDING = "work-dates-0123456789"


def checked(case: Path, home: Path, *words: object) -> tuple[Ended, dict[str, str]]:
    """Check a folder as somebody who heeds rights, and give what is said to be unread, by path."""
    ended = run("check", case, "--no-ocr", "--format", "json", *words, home=home, before=as_anybody)
    report = json.loads(ended.told)
    unread = {
        one["path"]: one["problems"][0]["message"] for one in report["documents"] if one["read"] == "failed"
    }
    return ended, unread


def test_what_may_not_be_opened_is_a_finding(case: Path, home: Path) -> None:
    """A file; a folder that may be listed and not entered (0600), entered and not listed (0100), neither."""
    ended, unread = checked(case, home)
    assert ended.code == 0 and not unread
    listed, entered, neither = (Path(shutil.copytree(case / "2022 permit", case / name)) for name in "abc")
    with (
        closed(case / "draft" / "letter.docx"),
        closed(listed, 0o600),
        closed(entered, 0o100),
        closed(neither),
    ):
        ended, unread = checked(case, home)
    assert ended.code == 3 and set(unread) == {"draft/letter.docx", "a/letter.docx", "b", "c"}
    assert all("Permission denied" in message for message in unread.values())


def test_links_that_lead_out_of_the_folder_are_a_finding(case: Path, home: Path) -> None:
    """They are not followed: to a paper, to a folder of papers, to nothing."""
    elsewhere = Path(shutil.copytree(case / "2022 permit", home / "elsewhere"))
    targets = {
        "paper.docx": elsewhere / "letter.docx",
        "papers": elsewhere,
        "gone.docx": elsewhere / "gone.docx",
    }
    for name, target in targets.items():
        (case / "draft" / name).symlink_to(target)
    (case / "again.docx").symlink_to(case / "draft" / "letter.docx")
    ended, unread = checked(case, home)
    assert ended.code == 3 and set(unread) == {f"draft/{name}" for name in targets}
    assert all("a link that leads out of the folder" in message for message in unread.values())
    assert str(elsewhere) not in ended.told


@pytest.mark.parametrize("command", ["check", "init"])
def test_a_folder_that_may_not_be_opened_is_a_sentence(command: str, case: Path, home: Path) -> None:
    with closed(case):
        ended = run(command, case, "--no-ocr", home=home, before=as_anybody)
    assert ended.code == 2 and ended.said.endswith("is not readable.\n") and ended.told == ""


def test_an_output_that_may_not_be_written_is_a_sentence(case: Path, home: Path) -> None:
    out = home / "out"
    out.mkdir()
    (out / "report.html").write_text("old", encoding="utf-8")
    with closed(out, 0o500):
        for words in (
            ("check", case, "--no-ocr", "--format", "html", "--output", out / "report.html"),
            ("letter", case, "--no-ocr", "--output", out / "papers"),
            ("batch", case.parent, "--no-ocr", "--output", out),
        ):
            ended = run(*words, home=home, before=as_anybody)
            assert ended.code == 2 and "Traceback" not in ended.said and ended.said.count("\n") == 1, (
                ended.said
            )
        assert files(out) == {"report.html": b"old"}


def test_decisions_that_may_not_be_written_are_a_sentence(case: Path, home: Path) -> None:
    with closed(case, 0o500):
        ended = run("acknowledge", FINDING, case, "--reason", "So.", home=home, before=as_anybody)
        assert ended.code == 2 and f"{FILE} cannot be written: Permission denied" in ended.said
        assert run("init", case, "--no-ocr", home=home, before=as_anybody).code == 2
    assert FILE not in files(case)


def test_an_output_that_is_closed_midway_costs_its_folder(root: Path, home: Path) -> None:
    out = home / "out"
    words = ("batch", root, "--no-ocr", "--format", "json", "--output", out)
    assert run(*words, home=home).code == 0
    with closed(out / "case 001", 0o500):
        ended = run(*words, "--again", home=home, before=as_anybody)
    summary = json.loads((out / "consistency-report.summary.json").read_text(encoding="utf-8"))
    rows = {row["folder"]: row["verdict"] for row in summary["folders"]}
    assert ended.code == 3 and rows.pop("case 001") == "failed" and set(rows.values()) == {"pass"}


def test_a_cache_that_may_not_be_used_costs_only_the_reading(
    case: Path, home: Path, cache_folder: Path
) -> None:
    words = ("check", case, "--no-ocr")
    whole = run(*words, "--no-cache", home=home)
    cache_folder.mkdir()
    with closed(cache_folder, 0o500):
        assert run(*words, home=home, before=as_anybody) == whole
    assert not files(cache_folder)
    if hasattr(os, "getuid") and os.getuid() == 0:  # nobody else gives folders away
        (cache_folder / "readings").mkdir()
        os.chown(cache_folder / "readings", 65534, 65534)
        (cache_folder / "readings").chmod(0o777)
        assert run(*words, home=home) == whole and not files(cache_folder)
