"""Where there is no room, or nobody listens: a sentence, an exit code that no verdict has, and the old file or none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from consistency.config import FILE
from tests.faults.running import SAMPLE, Run, files, run, unfinished, within

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such bounds")

CAN_MOUNT = sys.platform == "linux" and os.getuid() == 0
FULL = Path("/dev/full")
FINDING = "work-dates-0123456789"
OLD = b"what stood there before"
FEW = SAMPLE / "2022 visitor visa"
CHECK = ("check", FEW, "--no-ocr")


@pytest.mark.parametrize("form", ["html", "docx"])
def test_a_report_is_whole_or_not_there(form: str, home: Path) -> None:
    out = home / "out"
    out.mkdir()
    report = out / f"report.{form}"
    report.write_bytes(OLD)
    ended = run(*CHECK, "--format", form, "--output", report, home=home, before=within(FSIZE=1000))
    assert (ended.code, ended.told) == (2, "")
    assert ended.said == f"Error: {report} cannot be written: File too large\n"
    assert files(out) == {report.name: OLD}


def test_papers_are_whole_or_not_there(home: Path) -> None:
    out = home / "papers"
    ended = run("letter", FEW, "--no-ocr", "--output", out, home=home, before=within(FSIZE=1000))
    assert ended.code == 2 and "cannot be written: File too large" in ended.said and not files(out)


def test_decisions_are_whole_or_not_there(case: Path, home: Path) -> None:
    settings = case / FILE
    settings.write_text(f"# {'-' * 2000}\n", encoding="utf-8")
    before = files(case)
    words = ("acknowledge", FINDING, case, "--reason", "It may stand.")
    ended = run(*words, home=home, before=within(FSIZE=1000))
    assert ended.code == 2 and f"{settings} cannot be written" in ended.said and files(case) == before
    settings.unlink()
    assert run("init", case, "--no-ocr", home=home, before=within(FSIZE=100)).code == 2
    assert FILE not in files(case) and unfinished(case) == []


def test_without_room_for_the_cache_the_report_is_the_same(home: Path, cache_folder: Path) -> None:
    words = (*CHECK, "--format", "json")
    whole = run(*words, "--no-cache", home=home)
    most = len(whole.told)
    assert run(*words, home=home, before=within(FSIZE=most)) == whole and whole.code == 0
    assert set(files(cache_folder)) == {"readings/version"}, "a reading is larger than the report"


@pytest.mark.parametrize("room", [1_000, 20_000])
def test_a_batch_without_room_says_so_and_goes_on_later(room: int, root: Path, home: Path) -> None:
    """With next to none there is none for its state; with a little there is, and none for the pages."""
    out = home / "out"
    words = ("batch", root, "--no-ocr", "--output", out)
    ended = run(*words, home=home, before=within(FSIZE=room))
    assert ended.code == (3 if room > 4_096 else 2) and "Traceback" not in ended.said
    assert unfinished(out) == [] and not [
        name for name in files(out) if name.endswith(".html") and "case" in name
    ]
    assert run(*words, home=home).code == 0
    assert len([name for name in files(out) if name.startswith("case ")]) == 4


@pytest.mark.skipif(not CAN_MOUNT, reason="only root may mount")
def test_on_a_disk_that_is_full_nothing_is_half_written(root: Path, home: Path) -> None:
    """The reports, the state and the cache of a batch on a file system of 200 kB, and what is then there."""
    disk, seen = home / "disk", home / "seen"
    disk.mkdir()
    script = (
        'mount -t tmpfs -o size=200k tmpfs "$0" && head -c 100k /dev/zero > "$0/taken" && '
        '"$@"; code=$?; rm "$0/taken"; cp -a "$0" "$SEEN"; exit $code'
    )
    words = ["batch", root, "--no-ocr", "--output", disk / "out"]
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script, str(disk), sys.executable, "-m", "consistency", *map(str, words)],
        env={**os.environ, "SEEN": str(seen), "CONSISTENCY_CACHE": str(disk / "cache")},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode in (2, 3) and "Traceback" not in done.stderr, done.stderr
    assert unfinished(seen) == []
    for name, data in files(seen / "out").items():
        assert not name.endswith(".html") or data.rstrip().endswith(b"</html>"), name
    shutil.copytree(seen / "out", home / "out")
    assert run("batch", root, "--no-ocr", "--output", home / "out", home=home).code == 0


@pytest.mark.parametrize("words", [CHECK, ("rules",)])
def test_a_screen_without_room_is_no_verdict(words: tuple[object, ...], home: Path) -> None:
    full = os.open(FULL, os.O_WRONLY)
    ended = run(*words, home=home, told=full)
    os.close(full)
    assert (ended.code, ended.said) == (2, "Error: the output: No space left on device\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_file_without_room_behind_the_screen_is_no_verdict(unbuffered: str, case: Path, home: Path) -> None:
    """Half a report of a folder that passes; Python without buffers forgets the rest without a word."""
    ended = run("check", case, "--no-ocr", home=home, before=within(FSIZE=100), PYTHONUNBUFFERED=unbuffered)
    assert (ended.code, ended.said) == (2, "Error: the output: File too large\n") and len(ended.told) == 100


def test_a_reader_that_has_gone_is_no_verdict(home: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    begun = Run(*CHECK, "--format", "json", home=home, told=writing)
    os.close(writing)
    assert begun.ended() == (141, "", "")
