"""Work done side by side in processes of their own, so that one bad file costs itself and nothing else."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import TimeoutError as TimeOut
from contextlib import contextmanager
from typing import NamedTuple, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Bounds(NamedTuple):
    """What one piece of work may cost, and no more."""

    seconds: float
    memory: int
    """Bytes that its process may hold of its own (Linux: RLIMIT_DATA, setrlimit(2); elsewhere it is not heeded)."""


class Lost(Exception):
    """A piece of work that was not finished: out of time, or its process died."""


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
    from pebble import ProcessExpired, ProcessPool

    pool = ProcessPool(max_workers=jobs, initializer=_begin, initargs=[bounds.memory])
    try:
        futures = [pool.schedule(work, args=[item], timeout=bounds.seconds) for item in items]
        for item, future in zip(items, futures, strict=True):
            try:
                yield future.result()
            except TimeOut:
                yield lost(item, Lost(f"reading took longer than {bounds.seconds:.0f} seconds"))
            except ProcessExpired:
                yield lost(item, Lost("reading it crashed the reader"))
    finally:
        pool.stop()  # type: ignore[no-untyped-call]  # all is done, or nobody waits for the rest: Ctrl-C
        pool.join()


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
