"""The run over all folders, once or again and again, wherever the work is done."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

from msgspec import Struct

from consistency.batch import summary
from consistency.batch.folder import Wanted, done, failed, looked
from consistency.batch.outcome import Folder, Outcome
from consistency.batch.state import State
from consistency.ending import undisturbed
from consistency.readers.folder import holds_documents
from consistency.workers import Lost, Place, finished

Told = Callable[[str], None]
"""Told after each folder that was done: its name."""


class Way(Struct, frozen=True):
    """How a run goes about its folders."""

    depth: int = 1
    """How many folders below the root an applicant's folder lies."""
    again: bool = False
    """Do what is finished again."""
    every: float | None = None
    """Seconds between two looks, where the folders are watched: then only those are done that look as they did the look
    before, and otherwise than when they were done. None: all are done once."""


def once(
    wanted: Wanted,
    state: State,
    place: Place,
    way: Way,
    told: Told,
    work: Callable[[Wanted, Folder], Outcome] = done,
) -> bool:
    """Do all folders, and write the summary; say whether anything was done.

    However it ends, what is finished is in the state and the summary. Raises
    :class:`~consistency.workers.Unfit` where no work can be done at the place.
    """
    items = _to_do(wanted, state, way)
    changed = False
    try:
        for outcome in finished(place, partial(work, wanted), items, partial(_lost, wanted)):
            state.record(outcome)
            changed |= outcome.verdict is not None
            told(outcome.folder.name)
        changed |= state.ended() > 0
    finally:
        if changed or way.every is None:
            with undisturbed():
                summary.write(wanted, state)
    return changed


def watch(wanted: Wanted, state: State, place: Place, way: Way, rounds: int | None = None) -> None:
    """Look at the folders again and again, and do those that are new or changed and are no longer written to.

    Goes on until it is interrupted, or for so many ``rounds``.
    """
    summary.write(wanted, state)
    for _ in range(rounds) if rounds is not None else count():
        once(wanted, state, place, way, lambda _name: None)
        time.sleep(way.every or 0)


def _lost(wanted: Wanted, folder: Folder, reason: Lost) -> Outcome:
    return failed(wanted, folder, str(reason))


def _to_do(wanted: Wanted, state: State, way: Way) -> Iterator[Folder]:
    for name in folders(wanted, way.depth):
        if way.every is None:
            yield Folder(name, "" if way.again else state.stamp(name))
            continue
        try:
            look = looked(wanted, name)
        except OSError:  # something went away under the look: the next one tells
            state.saw(name)
            continue
        if state.look(name) == look or not state.is_settled(name, look):
            state.saw(name)
        else:
            yield Folder(name, state.stamp(name), look)


def folders(wanted: Wanted, depth: int) -> Iterator[str]:
    """Name the applicants' folders by their paths below the root, in order: those that hold a document.

    Hidden folders and the output are none; one that cannot be looked into is named, so that its check says so.
    """
    output = wanted.output.resolve()
    for name in _below(wanted.root, depth):
        path = wanted.root / name
        if path.resolve() != output and (_names(path) is None or holds_documents(path)):
            yield name


def _below(folder: Path, depth: int) -> Iterator[str]:
    for name in _names(folder) or ():
        inner = folder / name
        if depth == 1 or _names(inner) is None:
            yield name
        else:
            yield from (f"{name}/{deeper}" for deeper in _below(inner, depth - 1))


def _names(folder: Path) -> list[str] | None:
    """Name the folders in a folder, in order; None where it cannot be looked into."""
    try:
        with os.scandir(folder) as entries:
            return sorted(e.name for e in entries if e.is_dir() and not e.name.startswith("."))
    except OSError:
        return None


def counted(wanted: Wanted, depth: int) -> int:
    """Count the applicants' folders, for the sake of the time that is left."""
    return sum(1 for _ in folders(wanted, depth))


class Pace:
    """How quickly folders are done, and how long the rest may take."""

    def __init__(self, total: int, now: float) -> None:
        self._total, self._begun, self._count = total, now, 0

    def line(self, name: str, now: float) -> str:
        """Say in one line how far the run is once one more folder is done; ``now`` is in seconds."""
        self._count += 1
        rate = self._count / max(now - self._begun, 1e-6)
        left = max(0, self._total - self._count) / rate
        return f"{self._count} of {self._total} folders, {60 * rate:.1f} a minute, {_time(left)} left: {name}"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes}:{rest:02} min"
