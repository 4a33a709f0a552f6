"""What a piece of work may cost, how it may be lost, and what a place where work is done has to offer."""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import Future
from typing import Any, NamedTuple, Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")

LOOK = 1.0
"""Seconds for which whoever wants a result waits at a time."""


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

    def wait(self, futures: Collection[Future[Any]]) -> Collection[Future[Any]]:
        """Give those that are done; where none is, wait for one, :data:`LOOK` seconds at most."""

    def reason(self, error: BaseException) -> Lost | None:
        """Say why a piece was lost; None for what the work itself raised."""
