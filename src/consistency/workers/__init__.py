"""Work done side by side in processes of their own, so that one bad file costs itself and nothing else."""

from __future__ import annotations

import math
import os
import pickle
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any

from consistency.workers.places import A, B, Bounds, Dropped, Lost, Place, Unfit
from consistency.workers.processes import AHEAD, Here

__all__ = [
    "AHEAD", "Bounds", "Dropped", "Here", "Lost", "Place", "Unfit", "apart", "each", "finished", "here", "keeping",
    "limited",
]  # fmt: skip

UNBOUNDED = Bounds(math.inf, sys.maxsize)
TRIES = 3
"""How often a piece of work is tried whose process died: it may have been killed for another's memory."""

_KEPT = threading.local()
"""The process that a thread of a cluster's worker does its pieces in; it ends with the worker. And of a thread that is
:func:`keeping` processes, those that nobody uses at the moment, by their number."""
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=lambda: _KEPT.__dict__.clear())


@contextmanager
def here(jobs: int, bounds: Bounds, *, fresh: str | None = None) -> Iterator[Here]:
    """Open so many processes of this machine, for pieces that cost no more than their bounds.

    ``fresh`` names a module that processes have loaded when they begin, sharing nothing with threads of this one; they
    are renewed now and then. Others begin with whatever this one has loaded. All are ended with whoever wanted their
    work, also one who leaves early.
    """
    place = Here(jobs, bounds, fresh)
    try:
        yield place
    finally:
        place.end()


def each(
    work: Callable[[A], B], items: Sequence[A], *, jobs: int, bounds: Bounds, lost: Callable[[A, Lost], B]
) -> Generator[tuple[A, B], None, None]:
    """Give each item with its result as it is done; they are begun in their order.

    ``jobs`` processes share the work; an item that takes longer than its bounds allow, kills its process or makes the
    program fail is handed to ``lost`` with the reason. With no job at all the work is done in this process, without
    bounds, and raises what it raises.
    """
    if jobs < 1 or not items:
        yield from ((item, work(item)) for item in items)
        return
    with _opened(jobs, bounds) as place:
        for item, given in _as_done(place, work, items, 1):
            yield item, lost(item, given) if isinstance(given, Lost) else given


@contextmanager
def keeping() -> Iterator[None]:
    """Keep the processes that :func:`each` begins in this thread for whatever it is asked next.

    To begin them, and to copy what they then change, takes a tenth of the check of a folder. They go on with what was
    loaded when they were begun, are renewed now and then, and end with whoever wanted them kept.
    """
    if "places" in _KEPT.__dict__:
        yield
        return
    _KEPT.places = dict[int, Here]()
    try:
        yield
    finally:
        for place in _KEPT.__dict__.pop("places").values():
            place.end()


@contextmanager
def _opened(jobs: int, bounds: Bounds) -> Iterator[Here]:
    """Open processes, or take those that are kept, where nobody else uses them and they have the same bounds."""
    kept: dict[int, Here] | None = _KEPT.__dict__.get("places")
    if kept is None:
        with here(jobs, bounds) as place:
            yield place
        return
    place = kept.pop(jobs) if jobs in kept else Here(jobs, bounds, kept=True)
    if place.bounds != bounds:
        place.end()
        place = Here(jobs, bounds, kept=True)
    try:
        place.clear()
        yield place
    finally:
        place.clear()
        still = "places" in _KEPT.__dict__ and _KEPT.places is kept
        if not still or kept.setdefault(jobs, place) is not place:
            place.end()


def finished(
    place: Place, work: Callable[[A], B], items: Iterable[A], lost: Callable[[A, Lost], B]
) -> Iterator[B]:
    """Give the results as they come, each item's once; items are taken as there is room, so few are ever held.

    What a dead process left is tried again; whatever else goes wrong with an item is handed to ``lost`` with the
    reason and stops nothing. Raises :class:`Unfit` where the place can do none of this work.
    """
    for item, given in _as_done(place, work, items, TRIES):
        yield lost(item, given) if isinstance(given, Lost) else given


def _as_done(
    place: Place, work: Callable[[A], B], items: Iterable[A], tries: int
) -> Iterator[tuple[A, B | Lost]]:
    """Give each item with what came of it; what a dead process left is tried so often in all."""
    source, under_way = iter(items), dict[Future[Any], tuple[A, int]]()
    while True:
        for item in islice(source, max(0, AHEAD * place.slots - len(under_way))):
            under_way[place.start(work, item)] = (item, 1)
        if not under_way:
            return
        for future in place.wait(tuple(under_way)):
            item, tried = under_way.pop(future)
            given = _supervised(place, future)
            if isinstance(given, Dropped) and tried < tries:
                under_way[place.start(work, item)] = (item, tried + 1)
            else:
                yield item, given


def _awaited(place: Place, future: Future[Any]) -> Any:
    """Wait for a piece of work, and give what came of it; raises what the work raised."""
    while not future.done():
        place.wait((future,))
    return _given(place, future)


def _given(place: Place, future: Future[Any]) -> Any:
    try:
        return future.result()
    except (Exception, CancelledError) as error:
        reason = place.reason(error)
        if reason is None:
            raise
        return reason


def _supervised(place: Place, future: Future[Any]) -> Any:
    """Wait for a piece of work, and give what came of it; it is lost where the program failed on it."""
    try:
        return _awaited(place, future)
    except Unfit:
        raise
    except Exception as error:  # noqa: BLE001 - the place where workers are supervised
        return Lost(f"the program failed on it ({type(error).__name__}), which is a fault of the program")


def limited(work: Callable[[A], B], bounds: Bounds, fresh: str) -> Callable[[A], B | Lost]:
    """Give the same work for a cluster's worker, done within bounds in another process: the worker stays.

    Each of its threads keeps one such process, which begins with the module ``fresh``. What the work is made of is
    loaded in that process only.
    """
    return partial(_limited, pickle.dumps(work), bounds, fresh)


def _limited(work: bytes, bounds: Bounds, fresh: str, item: Any) -> Any:
    from multiprocessing import current_process

    if current_process().daemon:
        raise Unfit("the workers of the cluster may not begin processes: start them with --no-nanny")
    if not hasattr(_KEPT, "place"):
        _KEPT.place = Here(1, bounds, fresh)
    return _awaited(_KEPT.place, _KEPT.place.start(partial(_unpacked, work), item))


def _unpacked(work: bytes, item: Any) -> Any:
    return pickle.loads(work)(item)


def apart(work: Callable[[A], B], item: A) -> B:
    """Do one piece of work in a process of its own, which begins anew and so shares nothing with this one's threads.

    It may take what time and memory it needs. Raises what the work raises, and :class:`Lost` where its process died.
    """
    with here(1, UNBOUNDED, fresh=__name__) as place:
        given: B | Lost = _awaited(place, place.start(work, item))
    if isinstance(given, Lost):
        raise given
    return given
