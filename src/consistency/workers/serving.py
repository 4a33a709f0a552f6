"""What a process does that was begun to work for another: one piece after the other, within its bounds."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Sequence
from multiprocessing import current_process
from multiprocessing.connection import Connection
from types import FrameType
from typing import TYPE_CHECKING, NamedTuple

from consistency.ending import ENDING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


class _Ended(BaseException):
    """The one who wanted the work wants it no more."""


class Ends(NamedTuple):
    """The ends of a process's pipes on one side: orders, answers, and one that only tells that the other side lives."""

    orders: Connection
    answers: Connection
    life: Connection

    def close(self) -> None:
        """Close all."""
        for one in self:
            one.close()


def serve(ends: Ends, unused: Sequence[Ends], memory: int) -> None:
    """Do one piece of work after the other until there will be no more, or the process is asked to end.

    The process ends here: what Python does at a process's end takes memory, and tells in lines of its own where there
    is none.
    """
    try:
        _begin(memory)
        for others in unused:
            others.close()
        _end_with(ends.life)
        while True:
            ends.answers.send_bytes(_done(ends.orders.recv_bytes()))
    except (EOFError, BrokenPipeError, _Ended):
        os._exit(0)
    except MemoryError:  # there is not even enough to say so: the piece is lost, and nothing more is tried
        os._exit(1)


def _done(packed: bytes) -> bytes:
    """Do a piece of work, and pack what it gives or raises."""
    try:
        work, item = pickle.loads(packed)
        return pickle.dumps((work(item), None))
    except _Ended:
        raise
    except BaseException as error:  # noqa: BLE001 - whatever it is, the one who wants the result is to know
        error.add_note("In a process of its own:\n" + "".join(traceback.format_tb(error.__traceback__)))
        return _packed(error)


def _packed(error: BaseException) -> bytes:
    """Pack an error; one that cannot be unpacked, or would end the program, as another one with its name."""
    named = RuntimeError(type(error).__name__)
    try:
        packed = pickle.dumps((None, error if isinstance(error, Exception) else named))
        pickle.loads(packed)
    except Exception:  # noqa: BLE001 - errors of libraries raise anything when they are packed
        return pickle.dumps((None, named))
    return packed


def _begin(memory: int) -> None:
    """Leave Ctrl-C to the process that waits for this one, and bound what this one may hold, where the system can.

    It leads a group of its own, so that whatever it begins can be ended with it, and may begin processes in its turn.
    Asked to end, it puts in order what it has begun to write.
    """
    current_process().daemon = False
    gc.freeze()  # what a copy was begun with stays: looking through it would copy every page of it, too
    sys.unraisablehook = _unraised
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    if hasattr(signal, "pthread_sigmask"):
        os.setpgid(0, 0)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    try:
        import resource
    except ImportError:  # Windows has no such bound
        return
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    bound = memory if most == resource.RLIM_INFINITY else min(memory, most)
    resource.setrlimit(resource.RLIMIT_DATA, (bound, most))


def _unraised(untold: UnraisableHookArgs) -> None:
    """End where a library had no memory and could not say so: what it gives then may lack anything."""
    if isinstance(untold.exc_value, MemoryError):
        os._exit(1)
    sys.__unraisablehook__(untold)


def _end(_number: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise _Ended


def _end_with(life: Connection) -> None:
    """Have the system end this process once the one that holds the other end of a pipe is gone, even by a kill.

    The signal that a closed pipe sends (O_ASYNC, fcntl(2)) ends a process on Linux, also one that is lost in the code
    of a library; elsewhere it ends after its piece of work, when there is none to come.
    """
    if sys.platform != "linux":
        return
    import fcntl

    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(life, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(life, fcntl.F_SETFL, fcntl.fcntl(life, fcntl.F_GETFL) | os.O_ASYNC)
    if life.poll():
        os._exit(1)
