"""A place for work that needs no process."""

from collections.abc import Callable, Collection
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from consistency.workers import Lost

A = TypeVar("A")
B = TypeVar("B")


class Now:
    """A place where each piece of work is done before the next is handed out, in this process."""

    slots = 1

    def start(self, work: Callable[[A], B], item: A) -> Future[Any]:
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(work, item)

    def wait(self, futures: Collection[Future[Any]]) -> Collection[Future[Any]]:
        return futures

    def reason(self, error: BaseException) -> Lost | None:
        return None
