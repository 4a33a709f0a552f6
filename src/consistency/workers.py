"""Work done side by side in processes of their own, so that one bad file costs itself and nothing else."""

from __future__ import annotations

import gc
import pickle
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from concurrent.futures import TimeoutError as TimeOut
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice
from typing import Any, NamedTuple, Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 2
"""Pieces of work that are handed out for each process: one in hand, one to go on with."""
TRIES = 3
"""How often a piece of work is tried whose process died: it may have been killed for another's memory."""
LEAVING = 10
"""Seconds for which whoever leaves early waits for the processes to end; they end with the program anyway."""
RENEWED = 100
"""Pieces of work after which a fresh process is renewed, so that what libraries keep in memory never adds up."""


_KEPT = threading.local()
"""The process that a thread of a cluster's worker does its pieces in; it ends with the worker."""


class Bounds(NamedTuple):
    """What one piece of work may cost, and no more."""

    seconds: float
    memory: int
    """Bytes that its process may hold of its own (Linux: RLIMIT_DATA, setrlimit(2); elsewhere it is not heeded)."""


class Lost(Exception):
    """A piece of work that was not finished: out of time, or its process died."""


class Dropped(Lost):
    """A piece of work whose process died under it, or is out of reach: another try may finish it."""


class Unfit(Exception):
    """A place where no piece of this work can be done; the message says what is to be changed there."""


class Place(Protocol):
    """Where work is done side by side: the processes of this machine, or the workers of a cluster."""

    @property
    def slots(self) -> int:
        """The number of pieces that are done at once."""

    def start(self, work: Callable[[A], B], item: A) -> Future[Any]:
        """Hand out a piece of work; its future may give a :class:`Lost` as well as what the work gives."""

    def reason(self, error: BaseException) -> Lost | None:
        """Say why a piece was lost; None for what the work itself raised."""


class Here:
    """The processes of this machine: one that dies or takes too long costs its own piece of work alone."""

    def __init__(self, pool: Any, jobs: int, seconds: float) -> None:
        self._pool, self.slots, self._seconds = pool, jobs, seconds

    def start(self, work: Callable[[A], B], item: A) -> Future[Any]:
        """Hand out a piece of work; its time runs from when a process takes it."""
        started: Future[Any] = self._pool.schedule(work, args=[item], timeout=self._seconds)
        return started

    def reason(self, error: BaseException) -> Lost | None:
        """Say why a piece was lost: its time was over, or its process died."""
        from pebble import ProcessExpired

        if isinstance(error, TimeOut):
            return Lost(f"reading took longer than {self._seconds:.0f} seconds")
        return Dropped("reading it crashed the reader") if isinstance(error, ProcessExpired) else None


@contextmanager
def here(jobs: int, bounds: Bounds, *, fresh: str | None = None) -> Iterator[Here]:
    """Open so many processes of this machine, for pieces that cost no more than their bounds.

    ``fresh`` names a module with which processes begin anew, so that they share nothing with this one's threads; they
    are renewed now and then. Others begin with whatever this one has loaded. Whoever leaves early ends what is under
    way.
    """
    pool = _pool(jobs, bounds.memory, fresh)
    try:
        yield Here(pool, jobs, bounds.seconds)
    except BaseException:
        pool.stop()
        with suppress(TimeOut):
            pool.join(LEAVING)
        raise
    pool.close()
    pool.join()


def _pool(jobs: int, memory: int, fresh: str | None) -> Any:
    from pebble import ProcessPool

    begin: dict[str, Any] = {"initializer": _begin, "initargs": [memory]}
    if fresh is None:
        return ProcessPool(jobs, **begin)
    return ProcessPool(jobs, max_tasks=RENEWED, context=_anew(fresh), **begin)


def _anew(module: str) -> Any:
    """Give the quickest way of this system to begin a process that shares nothing, with a module loaded if it can."""
    from multiprocessing import get_all_start_methods, get_context

    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["__main__", module])
    return context


def each(
    work: Callable[[A], B], items: Sequence[A], *, jobs: int, bounds: Bounds, lost: Callable[[A, Lost], B]
) -> Generator[B, None, None]:
    """Give the results in the order of the items.

    ``jobs`` processes share the work; an item that takes longer than its bounds allow or kills its process is
    handed to ``lost`` with the reason. With no job at all the work is done in this process, without bounds.
    """
    if jobs < 1 or not items:
        yield from map(work, items)
        return
    with here(jobs, bounds) as place:
        futures = [place.start(work, item) for item in items]
        for item, future in zip(items, futures, strict=True):
            given = _given(place, future)
            yield lost(item, given) if isinstance(given, Lost) else given


def finished(
    place: Place, work: Callable[[A], B], items: Iterable[A], lost: Callable[[A, Lost], B]
) -> Iterator[B]:
    """Give the results as they come, each item's once; items are taken as there is room, so few are ever held.

    What a dead process left is tried again; whatever else goes wrong with an item is handed to ``lost`` with the
    reason and stops nothing. Raises :class:`Unfit` where the place can do none of this work.
    """
    source, under_way = iter(items), dict[Future[Any], tuple[A, int]]()
    while True:
        for item in islice(source, max(0, AHEAD * place.slots - len(under_way))):
            under_way[place.start(work, item)] = (item, 1)
        if not under_way:
            return
        for future in wait(under_way, timeout=1, return_when=FIRST_COMPLETED).done:
            item, tries = under_way.pop(future)
            given = _supervised(place, future)
            if isinstance(given, Dropped) and tries < TRIES:
                under_way[place.start(work, item)] = (item, tries + 1)
            else:
                yield lost(item, given) if isinstance(given, Lost) else given


def _given(place: Place, future: Future[Any]) -> Any:
    """Give what came of a piece of work; raises what the work raised."""
    try:
        return future.result()
    except (Exception, CancelledError) as error:
        reason = place.reason(error)
        if reason is None:
            raise
        return reason


def _supervised(place: Place, future: Future[Any]) -> Any:
    try:
        return _given(place, future)
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
    if not hasattr(_KEPT, "pool"):
        _KEPT.pool = _pool(1, bounds.memory, fresh)
    place = Here(_KEPT.pool, 1, bounds.seconds)
    return _given(place, place.start(partial(_unpacked, work), item))


def _unpacked(work: bytes, item: Any) -> Any:
    return pickle.loads(work)(item)


def _begin(memory: int) -> None:
    """Bound what a worker may hold, where the system can; Ctrl-C is left to the process that waits for it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource
    except ImportError:  # Windows has no such bound
        return
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    bound = memory if most == resource.RLIM_INFINITY else min(memory, most)
    resource.setrlimit(resource.RLIMIT_DATA, (bound, most))


def apart(work: Callable[[A], B], item: A) -> B:
    """Do one piece of work in a process of its own, which begins anew and so shares nothing with this one's threads.

    Raises what the work raises, and :class:`Lost` where its process died.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_end_quietly) as pool:
        try:
            return pool.submit(work, item).result()
        except BrokenProcessPool as error:
            raise Lost("reading crashed the reader") from error


def _end_quietly() -> None:
    """Let Ctrl-C end this process without a word: the one that waits for it says what there is to say."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def unswept() -> Iterator[None]:
    """Build many small values without the interpreter's looking again and again for what can be thrown away.

    For work that leaves no circles behind: with a large case in memory the looking takes longer than the building.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()
