"""Asked to end at any moment, the program ends soon, says one word, and leaves nothing half done."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.running import SAMPLE, Run, files, unfinished

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes through /proc")

INT, TERM = signal.SIGINT, signal.SIGTERM
PROMPT = 10.0
CODES = {INT: 130, TERM: 143}
SAID = {"batch": "Interrupted.\nThe same command goes on from here."}
WORDS = {
    "check": ("check", SAMPLE, "--no-ocr", "--jobs", 2, "--format", "html", "--output", "{out}/report.html"),
    "warm": ("check", SAMPLE, "--no-ocr", "--format", "docx", "--output", "{out}/report.docx"),
    "letter": ("letter", SAMPLE, "--no-ocr", "--output", "{out}"),
    "batch": ("batch", "{root}", "--no-ocr", "--jobs", 2, "--output", "{out}"),
    "watch": ("batch", "{root}", "--no-ocr", "--format", "json", "--watch", "--every", "0.1", "--output", "{out}"),
}  # fmt: skip
TIMES = {"check": (6, 1.5), "warm": (3, 0.9), "letter": (3, 1.5), "batch": (5, 2.0), "watch": (3, 2.0)}
"""So many moments, and seconds after the beginning in which they lie."""
MOMENTS = [
    (what, number, to_all, moment)
    for what, (count, most) in TIMES.items()
    for dice in (random.Random(what),)
    for number, to_all, moment in (
        (dice.choice([INT, INT, TERM]), dice.random() < 0.5, dice.uniform(0, most)) for _ in range(count)
    )
]  # fmt: skip
"""Twenty moments, in seconds after the program has begun: other ones on each machine, for it is as quick as it is."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a cache in which everything is kept."""
    place = tmp_path_factory.mktemp("kept")
    assert Run("facts", SAMPLE, "--no-ocr", home=place, CONSISTENCY_CACHE=str(place)).ended().code == 0
    return place


@pytest.mark.parametrize(("what", "number", "to_all", "moment"), MOMENTS)
def test_asked_to_end_at_a_random_moment(
    what: str,
    number: int,
    to_all: bool,
    moment: float,
    home: Path,
    root: Path,
    cache_folder: Path,
    kept: Path,
) -> None:
    out = home / "out"
    out.mkdir()
    words = [str(word).format(out=out, root=root) for word in WORDS[what]]
    begun = Run(*words, home=home, CONSISTENCY_CACHE=str(kept if what == "warm" else cache_folder))
    begun.heeds()
    time.sleep(moment)
    asked, when = begun.send(number, to_all=to_all), time.monotonic()
    ended = begun.ended()
    assert time.monotonic() - when < PROMPT and begun.left() == []
    assert unfinished(out, cache_folder) == [] and "Traceback" not in ended.said
    if what == "watch":
        assert (ended.code, ended.said) == (0, "") or ended.code == CODES[INT if number == INT else TERM]
    elif asked and ended.code == CODES[INT if number == INT else TERM]:
        assert ended.said.strip() in {"Interrupted.", SAID.get(what)} and ended.told == ""
    else:
        assert (ended.code, ended.said) == (0 if what in {"batch", "letter"} else 1, "")
        assert len(files(out)) >= 1


def test_the_moments_hit_the_program_at_work(home: Path) -> None:
    """What is tested above holds of a run that ended before: so one is asked while it surely works."""
    out = home / "out"
    begun = Run("letter", SAMPLE, "--no-ocr", "--output", out, home=home)
    while not begun.children():
        time.sleep(0.001)
    assert begun.send(INT)
    assert begun.ended()[::2] == (130, "\nInterrupted.\n")
    assert begun.left() == [] and not out.exists()


def test_an_interrupted_batch_goes_on_to_the_same_end(home: Path, root: Path) -> None:
    whole, cut = home / "whole", home / "cut"
    words = ("batch", root, "--no-ocr", "--format", "json", "--output")
    assert Run(*words, whole, home=home).ended().code == 0
    begun = Run(*words, cut, home=home)
    while not (cut / "case 000" / "consistency-report.json").exists():
        time.sleep(0.001)
    assert begun.send(INT)
    assert begun.ended().code == 130
    assert "consistency-report.summary.json" in files(cut)
    assert Run(*words, cut, home=home).ended().code == 0
    kept = {name: data for name, data in files(whole).items() if not name.endswith(".sqlite")}
    assert {name: files(cut)[name] for name in kept} == kept


def test_a_kill_leaves_no_process(home: Path, root: Path) -> None:
    for words in (("check", SAMPLE, "--no-ocr", "--jobs", 2), ("batch", root, "--output", home / "out")):
        begun = Run(*words, home=home)
        while not begun.children():
            time.sleep(0.001)
        begun.send(signal.SIGKILL)
        assert begun.ended().code == -signal.SIGKILL
        assert begun.left() == []
        shutil.rmtree(home / "out", ignore_errors=True)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGKILL, -signal.SIGKILL), (INT, 0), (TERM, 0)])
def test_a_review_that_checks_again_leaves_no_process(
    number: int, code: int, home: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(SAMPLE, tmp_path / "sample"))
    begun = Run("review", folder, "--no-ocr", "--no-cache", home=home, PYTHONUNBUFFERED="1")
    while "http://" not in (home / "told.txt").read_text(encoding="utf-8"):
        assert begun.process.poll() is None
        time.sleep(0.01)
    shutil.copy(folder / "2026 draft" / "CV.docx", folder / "2026 draft" / "CV again.docx")
    while not begun.children():
        time.sleep(0.01)
    assert begun.send(number)
    ended = begun.ended()
    assert ended.code == code and begun.left() == []
    if number != signal.SIGKILL:  # else a process that was just being begun may say that it knows of no work
        assert ended.said == ""


@pytest.mark.parametrize("number", [INT, TERM])
def test_a_program_that_is_done_keeps_its_exit_code(number: int) -> None:
    code = """
import os, sys
from consistency import ending

class Late:
    def __del__(self, kill=os.kill, own=os.getpid(), number=int(sys.argv[1])):
        kill(own, number)  # when Python has given up its own handlers

ending.at_once()
late = Late()
late.itself = late
sys.exit(3)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(int(number))], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (3, "")


@pytest.mark.parametrize("number", [INT, TERM])
def test_it_is_heeded_while_python_puts_something_away(number: signal.Signals) -> None:
    code = """
import os, sys, time
from consistency import ending

class Passing:
    def __del__(self):
        os.kill(os.getpid(), int(sys.argv[1]))
        time.sleep(0.001)

ending.at_once()
with ending.by_exception():
    try:
        Passing()
        time.sleep(30)
    except ending.Ended as ended:
        sys.exit(ended.code)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(int(number))], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (CODES[number], "")
