"""What happens when the program is asked to end (Ctrl-C, SIGTERM): it leaves nothing half done, and says one word.

Where it works, an exception is raised, so that whatever was begun is put in order; a second asking ends it at once, as
does one before it works and after.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from types import FrameType
from typing import Any

ENDING = (signal.SIGINT, signal.SIGTERM)
"""The signals that ask a program to end: Ctrl-C, and what systems send before they kill."""
SAID = "\nInterrupted."
MOMENT = 0.01
"""Seconds after which an object is put away."""

Handler = Callable[[int, FrameType | None], None]


class Ended(KeyboardInterrupt):
    """The program was asked to end.

    A kind of its own: where Python itself meets a plain KeyboardInterrupt in code that is run by ``exec``, it ends by
    the signal later, whatever exit code was given.
    """

    def __init__(self, number: int = signal.SIGINT) -> None:
        super().__init__(number)
        self.number = number
        self.code = code(number)
        """The exit code for it."""


def code(number: int) -> int:
    """Give the exit code of a program that a signal ended, as shells have it."""
    return 128 + number


def at_once() -> None:
    """Have the program end at once when it is asked to, while there is nothing yet to be put in order.

    Once it is done and Python puts itself away, it is not asked any more: it would be killed, with another exit code.
    """
    _heed(_end)
    atexit.register(_heed, signal.SIG_IGN)


@contextmanager
def by_exception() -> Iterator[None]:
    """Have :class:`Ended` raised in the main thread when the program is asked to end; asked again, it ends at once.

    Python throws away what is raised while it puts an object away: then it is asked once more, a moment later.
    """
    before, hook = _heed(_raise), sys.unraisablehook
    sys.unraisablehook = partial(_thrown_away, hook)
    try:
        yield
    finally:
        sys.unraisablehook = hook
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put off what asks the program to end until something is done that must not be half done; it is quickly done.

    A process that is begun meanwhile puts it off, too, until it has said what it does about it.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _heed(handler: Handler | signal.Handlers) -> Mapping[signal.Signals, Any]:
    """Set a handler for whatever is not ignored, as it is in the background of a shell; give those before."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    before = {number: signal.getsignal(number) for number in ENDING}
    heeded = {number: one for number, one in before.items() if one not in (signal.SIG_IGN, None)}
    for number in heeded:
        signal.signal(number, handler)
    return heeded


def _raise(number: int, _frame: FrameType | None) -> None:
    for one in ENDING:
        signal.signal(one, _end)
    raise Ended(number)


def _thrown_away(told: Callable[[Any], object], lost: Any) -> None:
    if not isinstance(lost.exc_value, Ended):
        told(lost)
        return
    _heed(_raise)
    threading.Timer(MOMENT, os.kill, (os.getpid(), lost.exc_value.number)).start()


def _end(number: int, _frame: FrameType | None) -> None:
    os.write(2, f"{SAID}\n".encode())
    os._exit(code(number))
