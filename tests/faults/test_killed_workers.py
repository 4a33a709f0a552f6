"""A reading process that is killed or starved costs its own document, and that is said: never a wrong pass."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fixtures.papers import docx_paper, write

from consistency.workers import Bounds, Lost, each, here
from tests.faults.running import Run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes through /proc")

DOCUMENTS = 20
LARGE = 20_000_000


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Give a folder of letters that passes."""
    for number in range(DOCUMENTS):
        lines = [
            "2022-03-01",
            "To whom it may concern",
            f"Noor Sample works as a cook, part {number}.",
            "Acme Ltd",
        ]
        write(tmp_path / "case" / f"letter {number}.docx", docx_paper(lines))
    return tmp_path / "case"


def _kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def _starve(pid: int) -> None:
    import resource

    resource.prlimit(pid, resource.RLIMIT_DATA, (1, 1))
    resource.prlimit(pid, resource.RLIMIT_AS, (1, 1))


@pytest.mark.parametrize(("harm", "costs"), [(_kill, 1), (_kill, 1), (_starve, DOCUMENTS)])
def test_a_harmed_process_is_a_finding_or_changes_nothing(
    harm: Callable[[int], None], costs: int, letters: Path, home: Path
) -> None:
    """A killed process costs one document; one without memory costs whatever it is given then."""
    dice, harmed = random.Random(costs), 0
    words = (
        "check",
        letters,
        "--no-ocr",
        "--jobs",
        2,
        "--no-cache",
        "--rules",
        "document",
        "--format",
        "json",
    )
    begun = Run(*words, home=home)
    while begun.process.poll() is None and harmed < 3:
        time.sleep(dice.uniform(0, 0.05))
        for pid in begun.children()[:1]:
            try:
                harm(pid)
                harmed += 1
            except ProcessLookupError:
                continue
    ended = begun.ended()
    assert harmed and begun.left() == [] and ended.said == ""
    report = json.loads(ended.told)
    read = {one["path"]: one["read"] for one in report["documents"]}
    assert len(read) == DOCUMENTS
    failed = [path for path, extent in read.items() if extent != "full"]
    told = [f for f in report["findings"] if f["rule"] == "document/unreadable"]
    assert len(failed) <= harmed * costs and bool(told) == bool(failed)
    verdict = report["summary"]["verdict"]
    assert (ended.code, verdict) == ((3, "incomplete") if failed else (0, "pass"))


class _Untold:
    """Has no memory where nobody can be told, as a library that is called back by another."""

    def __del__(self) -> None:
        raise MemoryError


def _work(item: str) -> str:
    if item == "suicide":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "untold":
        _Untold()
    if item == "exit":
        raise SystemExit(0)
    return item * LARGE if len(item) == 1 else item


def _lost(item: str, reason: Lost) -> str:
    return f"{item}: {reason}"


BOUNDS = Bounds(30.0, 4_000_000_000)


def test_a_process_killed_while_it_sends_costs_nothing_but_its_piece() -> None:
    """Its pipe holds half a result then: another's must not be taken for the rest of it."""
    with here(1, BOUNDS) as place:
        future = place.start(_work, "a")
        follower = place.start(_work, "after")
        (hand,) = place._hands
        time.sleep(0.3)  # it waits for somebody to take the rest
        os.kill(hand.process.pid, signal.SIGKILL)
        while not (future.done() and follower.done()):
            place.wait((follower,))
        assert isinstance(future.exception(), Lost) and follower.result() == "after"


def test_a_process_killed_while_idle_costs_nothing() -> None:
    with here(1, BOUNDS) as place:
        first = place.start(_work, "first")
        while not first.done():
            place.wait((first,))
        os.kill(place._hands[0].process.pid, signal.SIGKILL)
        second = place.start(_work, "second")
        while not second.done():
            place.wait((second,))
        assert isinstance(second.exception(), Lost) or second.result() == "second"
        third = place.start(_work, "third")
        while not third.done():
            place.wait((third,))
        assert third.result() == "third"


def test_what_would_end_a_process_does_not_end_the_program() -> None:
    ((_, told),) = each(_work, ["exit"], jobs=1, bounds=BOUNDS, lost=_lost)
    assert told == "exit: the program failed on it (RuntimeError), which is a fault of the program"


def test_what_had_no_memory_and_could_not_say_so_is_lost(capfd: pytest.CaptureFixture[str]) -> None:
    told = dict(each(_work, ["untold", "well"], jobs=1, bounds=BOUNDS, lost=_lost))
    assert told == {"untold": "untold: reading it crashed the reader", "well": "well"}
    assert capfd.readouterr().err == ""


def test_a_clock_that_is_set_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + 86_400)
    items = ["fine", "suicide", "well"]
    assert dict(each(_work, items, jobs=2, bounds=BOUNDS, lost=_lost)) == {
        "fine": "fine", "suicide": "suicide: reading it crashed the reader", "well": "well",
    }  # fmt: skip
