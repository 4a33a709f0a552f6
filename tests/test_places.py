"""Work side by side: what hangs, dies or fails costs itself alone, and little is held at a time."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from consistency.workers import AHEAD, Bounds, Dropped, Lost, Unfit, finished, here
from tests.batch.places import Now

MUCH = 2_000_000_000
LIGHT = "time"
"""A module that processes of these tests begin with: they need nothing."""


def work(word: str) -> str:
    if word == "hangs":
        time.sleep(600)
    if word == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "fails":
        raise ZeroDivisionError
    if word == "unfit":
        raise Unfit("not here")
    return word.upper()


def lost(word: str, reason: Lost) -> str:
    return f"{word}: {reason}"


def test_what_hangs_dies_or_fails_costs_itself_alone() -> None:
    words = ["a", "hangs", "b", "dies", "c", "fails", "d"]
    with here(2, Bounds(2, MUCH), fresh=LIGHT) as place:
        told = sorted(finished(place, work, words, lost))
    assert told == [
        "A", "B", "C", "D",
        "dies: reading it crashed the reader",
        "fails: the program failed on it (ZeroDivisionError), which is a fault of the program",
        "hangs: reading took longer than 2 seconds",
    ]  # fmt: skip


def test_whoever_leaves_early_waits_for_nobody() -> None:
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt), here(1, Bounds(600, MUCH), fresh=LIGHT) as place:
        for _ in finished(place, work, ["a", "hangs"], lost):
            raise KeyboardInterrupt
    assert time.monotonic() - begun < 60


def test_items_are_taken_as_there_is_room() -> None:
    taken = 0

    def items() -> Iterator[str]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield str(number)

    results = finished(Now(), work, items(), lost)
    for count in range(1, 101):
        next(results)
        assert taken <= count + AHEAD


def test_what_was_dropped_is_tried_again_a_few_times() -> None:
    tries: list[str] = []

    def dropped(word: str) -> str:
        tries.append(word)
        if word == "always" or (word == "once" and tries.count("once") == 1):
            raise Dropped("gone")
        return word

    assert sorted(finished(Dropping(), dropped, ["always", "once", "never"], lost)) == [
        "always: gone",
        "never",
        "once",
    ]
    assert (tries.count("always"), tries.count("once"), tries.count("never")) == (3, 2, 1)


class Dropping(Now):
    def reason(self, error: BaseException) -> Lost | None:
        return error if isinstance(error, Dropped) else None


def test_an_unfit_place_ends_the_work() -> None:
    with pytest.raises(Unfit, match="not here"):
        list(finished(Now(), work, ["a", "unfit"], lost))
