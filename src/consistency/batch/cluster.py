"""The other place where folders are checked: the workers of a Dask cluster that somebody has set up.

Dask hands out the work and hands it out anew where a worker is lost; its client is a standard executor. Each folder is
still checked in a process of its own on its worker, so that its time limit holds there, too. The folders and the output
are files: the storage has to be mounted under the same path on every machine.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from consistency.batch.folder import LOADED
from consistency.model import WrongUse
from consistency.workers import Bounds, Dropped, Lost, limited
from consistency.workers.places import LOOK

A = TypeVar("A")
B = TypeVar("B")

PATIENCE = 60.0
"""Seconds in which a scheduler has to be there, at first and after a lost connection."""


class NoCluster(WrongUse):
    """There is no engine here, or no scheduler at the address; the message says what to do."""


class Cluster:
    """The workers of a cluster, of which there may be more or fewer at any time."""

    def __init__(self, address: str, bounds: Bounds, patience: float = PATIENCE) -> None:
        self._address, self._bounds, self._patience = address, bounds, patience
        self._client = _connected(address, patience)
        self._executor = self._client.get_executor(pure=False)
        self._slots = 1

    @property
    def slots(self) -> int:
        """The number of pieces that are done at once: the threads of all workers that are there now."""
        try:
            self._slots = max(1, sum(self._client.nthreads().values()))
        except (OSError, CancelledError):  # the connection is lost: what is under way tells it, too
            return self._slots
        return self._slots

    def start(self, work: Callable[[A], B], item: A) -> Future[Any]:
        """Hand out a piece of work; a lost connection is made anew. Raises :class:`NoCluster` where it cannot be."""
        if self._client.status != "running":
            self._client.close(timeout=1)
            self._client = _connected(self._address, self._patience)
            self._executor = self._client.get_executor(pure=False)
        started: Future[Any] = self._executor.submit(limited(work, self._bounds, LOADED), item)
        return started

    def wait(self, futures: Collection[Future[Any]]) -> Collection[Future[Any]]:
        """Give those that are done; where none is, wait for one a while."""
        return wait(futures, LOOK, FIRST_COMPLETED).done

    def reason(self, error: BaseException) -> Lost | None:
        """Say why a piece was lost: the connection was, or several workers died over it."""
        from distributed import KilledWorker

        if isinstance(error, KilledWorker):
            return Lost("several workers died while they read it")
        return (
            Dropped("the connection to the cluster was lost") if isinstance(error, CancelledError) else None
        )

    def close(self) -> None:
        """Leave the cluster; what is under way there is called off."""
        with suppress(OSError, RuntimeError):  # the connection may be lost already, and its thread with it
            self._executor.shutdown(wait=False)
            self._client.close(timeout=5)


@contextmanager
def cluster(address: str, bounds: Bounds, patience: float = PATIENCE) -> Iterator[Cluster]:
    """Go to the scheduler at an address (``tcp://host:8786``), for pieces that cost no more than their bounds.

    Raises :class:`NoCluster` where the engine is not installed or nobody answers.
    """
    place = Cluster(address, bounds, patience)
    try:
        yield place
    finally:
        place.close()


def _connected(address: str, patience: float) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise NoCluster(
            "--cluster needs Dask, which is not installed: pip install 'consistency[cluster]'"
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what is to be said of it, the caller says
    try:
        client: Any = Client  # it says nothing of its types
        return client(address, timeout=patience, set_as_default=False)
    except (OSError, ValueError) as error:
        raise NoCluster(f"no Dask scheduler answers at {address}") from error
