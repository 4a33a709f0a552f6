"""One piece of work that crashes, never ends or takes all memory costs itself and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from multiprocessing import active_children, util

import pytest

from consistency.workers import Bounds, Lost, each, here, keeping

BOUNDS = Bounds(seconds=1.0, memory=1_000_000_000)


def _work(item: str) -> str:
    match item:
        case "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        case "endless":
            time.sleep(60)
        case "slow":
            time.sleep(0.7)
        case "greedy":
            try:
                return f"{len(bytearray(3_000_000_000))} bytes"
            except MemoryError:
                return "no memory"
    return item


def _work_whose_end_fails(item: str) -> str:
    """Have what Python does at the end of this process fail, as it does where no memory is left."""
    util.Finalize(None, bytearray, args=(-1,), exitpriority=1)
    return item


def _left_in_time(wanted: int = 0) -> int:
    """Give how many processes are left, once no more than so many are or what a piece may take is over."""
    end = time.monotonic() + BOUNDS.seconds
    while len(active_children()) > wanted and time.monotonic() < end:
        time.sleep(0.01)
    return len(active_children())


def _lost(item: str, reason: Lost) -> str:
    return f"{item}: {reason}"


@pytest.mark.parametrize("jobs", [1, 2])
def test_bad_pieces_cost_themselves(jobs: int) -> None:
    items = ["good", "crash", "endless", "fine"]
    assert dict(each(_work, items, jobs=jobs, bounds=BOUNDS, lost=_lost)) == {
        "good": "good",
        "crash": "crash: reading it crashed the reader",
        "endless": "endless: reading took longer than 1 seconds",
        "fine": "fine",
    }


def test_what_is_done_is_given_while_another_piece_takes_its_time() -> None:
    results = each(_work, ["endless", "fine"], jobs=2, bounds=BOUNDS, lost=_lost)
    assert [item for item, _ in results] == ["fine", "endless"]


def test_nobody_keeps_a_last_piece_that_another_could_do() -> None:
    results = each(_work, ["slow", "a", "b", "c"], jobs=2, bounds=BOUNDS, lost=_lost)
    assert [item for item, _ in results] == ["a", "b", "c", "slow"]


def test_who_has_nothing_to_do_goes_while_another_is_at_the_last_piece() -> None:
    with here(2, BOUNDS) as place:
        slow, fine = (place.start(_work, item) for item in ("slow", "fine"))
        while not fine.done():
            place.wait((slow, fine))
        assert _left_in_time(1) == 1 and not slow.done()
        while not slow.done():
            place.wait((slow,))
        assert slow.result() == "slow"
        again = [place.start(_work, item) for item in ("a", "b")]
        while not all(future.done() for future in again):
            place.wait(again)
        assert [future.result() for future in again] == ["a", "b"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not heed the bound")
def test_a_worker_gets_no_more_memory_than_its_bound() -> None:
    told = dict(each(_work, ["greedy", "fine"], jobs=1, bounds=BOUNDS, lost=_lost))
    assert told == {"greedy": "no memory", "fine": "fine"}


def test_nobody_waits_for_work_that_nobody_wants() -> None:
    begin = time.monotonic()
    results = each(_work, ["good", *["endless"] * 20], jobs=1, bounds=BOUNDS, lost=_lost)
    assert next(results) == ("good", "good")
    results.close()
    assert time.monotonic() - begin < 5


def test_the_end_of_a_process_tells_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    told = dict(each(_work_whose_end_fails, ["good", "fine"], jobs=2, bounds=BOUNDS, lost=_lost))
    assert told == {"good": "good", "fine": "fine"}
    assert capfd.readouterr().err == ""


def _where(_item: str) -> str:
    return str(os.getpid())


def _at(jobs: int = 1, bounds: Bounds = BOUNDS) -> set[str]:
    """Give the processes that do some pieces now."""
    return {told for _, told in each(_where, ["a", "b"], jobs=jobs, bounds=bounds, lost=_lost)}


def test_processes_that_are_kept_go_on() -> None:
    with keeping():
        first = _at()
        with keeping():
            assert _at() == first
        assert _at() == first and str(os.getpid()) not in first
        assert _at(jobs=2) & first == set() and _at() == first
    assert _left_in_time() == 0 and _at() != first


def test_processes_that_are_kept_have_the_bounds_that_are_wanted_now() -> None:
    with keeping():
        first = _at()
        assert _at(bounds=Bounds(2.0, BOUNDS.memory)) != first


def test_a_process_that_died_while_nobody_used_it_costs_no_piece() -> None:
    with keeping():
        (first,) = _at()
        os.kill(int(first), signal.SIGKILL)
        assert _left_in_time() == 0
        (other,) = _at()
        assert other.isdigit() and other != first


def test_bad_pieces_cost_themselves_also_where_processes_are_kept() -> None:
    with keeping():
        for _ in range(2):
            told = dict(each(_work, ["crash", "fine"], jobs=1, bounds=BOUNDS, lost=_lost))
            assert told == {"crash": "crash: reading it crashed the reader", "fine": "fine"}


def test_work_that_nobody_wants_is_not_what_a_kept_process_goes_on_with() -> None:
    begin = time.monotonic()
    with keeping():
        results = each(_work, ["good", *["endless"] * 5], jobs=1, bounds=BOUNDS, lost=_lost)
        assert next(results) == ("good", "good")
        results.close()
        assert len(_at()) == 1
    assert time.monotonic() - begin < 5


def test_processes_are_kept_while_others_are_in_use() -> None:
    with keeping():
        results = each(_where, ["a", "b"], jobs=1, bounds=BOUNDS, lost=_lost)
        _, outer = next(results)
        assert outer not in _at()
        assert [told for _, told in results] == [outer]


def test_processes_in_use_when_they_are_kept_no_more_end_with_their_use() -> None:
    with keeping():
        results = each(_where, ["a", "b"], jobs=1, bounds=BOUNDS, lost=_lost)
        next(results)
    with keeping():
        results.close()
        assert _left_in_time() == 0


def test_without_jobs_the_work_is_done_here() -> None:
    (told,) = each(lambda _: str(os.getpid()), [""], jobs=0, bounds=BOUNDS, lost=_lost)
    assert told == ("", str(os.getpid()))


def test_a_program_that_ends_leaves_no_process_that_waits_for_its_orders() -> None:
    code = """
import threading, time
from multiprocessing import get_context, util
from consistency.workers import apart, processes

processes._context = lambda fresh: get_context("spawn")
spawned, spawn = threading.Event(), util.spawnv_passfds

def slowly(*told):
    number = spawn(*told)
    if "spawn_main" in str(told):
        spawned.set()
        time.sleep(0.5)
    return number

util.spawnv_passfds = slowly
threading.Thread(target=apart, args=(len, "text"), daemon=True).start()
spawned.wait()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert (
        done.returncode == 0 and "spawn_main" not in done.stderr
    )  # the thread may say that it got no answer
