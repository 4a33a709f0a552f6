"""What a kill leaves is for nobody else's eyes, names nobody, and is gone after the next run."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from consistency import saving
from consistency.config import FILE
from consistency.saving import save, sweep
from tests.faults.running import Run, files, run, unfinished

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such locks")

FINDING = "work-dates-0123456789"
KILLED = """
import os, signal, sys
from consistency.__main__ import run

left, written = int(os.environ["KILLED_AT"]), os.fsync

def killed(number):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    written(number)

os.fsync = killed
sys.argv[0] = "consistency"
run()
"""
"""The program, killed when so many files are written and not yet moved into place."""


def seen_by_others(*folders: Path) -> list[Path]:
    """Name the files below folders that somebody else may read; the papers are somebody's own affair."""
    found = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [path for path in found if stat.S_IMODE(path.stat().st_mode) & 0o077]


@pytest.mark.parametrize(
    ("words", "at"),
    [
        (
            (
                "check",
                "{case}",
                "--no-ocr",
                "--no-cache",
                "--format",
                "html",
                "--output",
                "{out}/Sample.html",
            ),
            1,
        ),
        (("check", "{case}", "--no-ocr"), 2),
        (("letter", "{case}", "--no-ocr", "--no-cache", "--force", "--output", "{out}"), 3),
        (("batch", "{case}/..", "--no-ocr", "--no-cache", "--output", "{out}", "--again"), 2),
    ],
)
def test_what_a_kill_leaves_is_gone_after_the_next_run(
    words: tuple[str, ...], at: int, case: Path, home: Path, cache_folder: Path
) -> None:
    out = home / "out"
    out.mkdir()
    told = [word.format(case=case, out=out) for word in words]
    killed = run(*told, home=home, program=("-c", KILLED), KILLED_AT=str(at))
    assert killed.code == -signal.SIGKILL or "batch" in words, (
        "a batch lives on where a process of it is killed"
    )
    left = unfinished(out, cache_folder)
    assert left and seen_by_others(out, *left) == []
    assert not [path for path in left if "ample" in path.name or "case" in path.name]
    assert run(*told, home=home).code == 0
    assert unfinished(out, cache_folder) == [] and seen_by_others(out, cache_folder) == []


def test_what_a_kill_leaves_beside_the_decisions_is_gone_after_the_next(case: Path, home: Path) -> None:
    words = ("acknowledge", FINDING, case, "--reason", "It may stand.")
    assert run(*words, home=home, program=("-c", KILLED), KILLED_AT="1").code == -signal.SIGKILL
    assert FILE not in files(case) and len(unfinished(case)) == 1 and seen_by_others(*unfinished(case)) == []
    assert run("check", case, "--no-ocr", home=home).code == 0, "it is no paper"
    assert run(*words, home=home).code == 0
    assert unfinished(case) == [] and FILE in files(case)


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes through /proc")
def test_a_run_killed_at_any_moment_leaves_nothing_to_others(
    home: Path, root: Path, cache_folder: Path
) -> None:
    dice, out = random.Random(9), home / "out"
    words = ("batch", root, "--no-ocr", "--jobs", 2, "--output", out, "--again")
    for _ in range(3):
        begun = Run(*words, home=home)
        while not begun.children():
            time.sleep(0.001)
        time.sleep(dice.uniform(0, 1.0))
        begun.send(signal.SIGKILL)
        begun.ended()
        assert begun.left() == [] and seen_by_others(out, cache_folder) == []
    assert run(*words, home=home).code == 0
    assert unfinished(out, cache_folder) == []


WRITING = """
import sys
from pathlib import Path
from consistency import saving
place, letter = Path(sys.argv[1]), sys.argv[2].encode()
for number in range(300):
    saving._swept.clear()
    saving.save(place / f"report {number % 3}", letter * 50_000)
    told = (place / f"report {number % 3}").read_bytes()
    assert (len(told), len(set(told))) == (50_000, 1), "half a file was seen"
"""


def test_programs_that_write_at_once_leave_each_others_files(tmp_path: Path) -> None:
    words = [sys.executable, "-c", WRITING, str(tmp_path)]
    both = [subprocess.Popen([*words, letter], stderr=subprocess.PIPE, text=True) for letter in "xyz"]
    assert [one.communicate()[1] for one in both] == ["", "", ""]
    assert unfinished(tmp_path) == []


def test_only_what_was_left_of_this_user_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, linked, other = (tmp_path / f".consistency-{name}.tmp" for name in ("left", "linked", "folder"))
    kept = tmp_path / "kept.tmp"
    for path in (left, kept):
        path.write_bytes(b"words")
    linked.symlink_to(kept)
    other.mkdir()
    with saving.saving(tmp_path / "report") as file:
        sweep(tmp_path)
        file.write(b"whole")
    assert not left.exists() and kept.exists() and linked.is_symlink() and other.is_dir()
    assert (tmp_path / "report").read_bytes() == b"whole"
    left.write_bytes(b"words")
    monkeypatch.setattr(os, "getuid", lambda: 4711)
    sweep(tmp_path)
    assert left.exists()


def test_a_long_name_in_any_script_can_be_saved(tmp_path: Path) -> None:
    report = tmp_path / ("ن" * 125 + ".html")
    save(report, b"whole")
    assert files(tmp_path) == {report.name: b"whole"}


def test_a_clock_that_is_set_changes_nothing(root: Path, home: Path, cache_folder: Path) -> None:
    """Neither what a check says, nor what a batch takes for done, nor how a run ends; forwards or back."""
    code = (
        "import sys, time\nreal, shift = time.time, {}\ntime.time = lambda: real() + shift\n"
        "sys.argv[0] = 'consistency'\nfrom consistency.__main__ import run\nrun()"
    )
    out, told, done = home / "out", set(), set()
    for shift in (400 * 86_400, -400 * 86_400):
        program = ("-c", code.format(shift))
        told.add(run("check", root / "case 000", "--no-ocr", "--format", "json", home=home, program=program))
        assert run("batch", root, "--no-ocr", "--output", out, home=home, program=program).code == 0
        done.add(
            tuple(
                path.stat().st_mtime_ns
                for path in sorted(out.rglob("*.html"), key=str)
                if "case" in str(path)
            )
        )
        for path in (*root.rglob("*.docx"), *cache_folder.rglob("*")):
            os.utime(path, (4_000_000_000, 4_000_000_000))
    assert len(told) == 1 and len(done) == 1
