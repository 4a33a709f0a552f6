"""A place for work that needs no process."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from consistency.workers import Lost

A = TypeVar("A")
B = TypeVar("B")


class Now:
    """A place where each piece of work is done at once, in this process."""

    slots = 1

    def start(self, work: Callable[[A], B], item: A) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(work(item))
        except Exception as error:  # noqa: BLE001 - as a worker's future does
            future.set_exception(error)
        return future

    def reason(self, error: BaseException) -> Lost | None:
        return None
