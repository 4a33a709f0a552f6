"""What cannot be opened is said and never passed: a file, a folder, the output, the cache; before the run or within."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from consistency.config import FILE
from tests.faults.running import SAMPLE, Ended, as_anybody, closed, files, run

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


def test_the_folder_passes_as_it_is(case: Path, home: Path) -> None:
    ended, unread = checked(case, home)
    assert ended.code == 0 and not unread


@pytest.mark.parametrize(
    ("place", "mode", "path"),
    [
        ("draft/letter.docx", 0, "draft/letter.docx"),
        ("draft", 0, "draft"),
        ("draft", 0o600, "draft/letter.docx"),
        ("2022 permit", 0o100, "2022 permit"),
    ],
)
def test_what_may_not_be_opened_is_a_finding(
    place: str, mode: int, path: str, case: Path, home: Path
) -> None:
    """A folder that may be listed and not entered (0600), and one that may be entered and not listed (0100), too."""
    with closed(case / place, mode):
        ended, unread = checked(case, home)
    assert ended.code == 3 and list(unread) == [path] and "Permission denied" in unread[path]


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


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives folders away")
@pytest.mark.parametrize("mode", [0o700, 0o777])
def test_a_cache_that_is_somebody_elses_is_not_used(mode: int, home: Path, cache_folder: Path) -> None:
    readings = cache_folder / "readings"
    readings.mkdir(parents=True)
    os.chown(readings, 65534, 65534)
    readings.chmod(mode)
    whole = run("check", SAMPLE, "--no-ocr", "--no-cache", home=home)
    assert run("check", SAMPLE, "--no-ocr", home=home) == whole and not files(cache_folder)


def test_a_cache_that_may_not_be_written_costs_only_the_reading(home: Path, cache_folder: Path) -> None:
    cache_folder.mkdir()
    whole = run("check", SAMPLE, "--no-ocr", "--no-cache", home=home)
    with closed(cache_folder, 0o500):
        assert run("check", SAMPLE, "--no-ocr", home=home, before=as_anybody) == whole
    assert not files(cache_folder)
