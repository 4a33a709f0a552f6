"""Starting the page and closing it: on 127.0.0.1 only, at a port that is free, until Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from waitress import wasyncore
from waitress.server import create_server

from consistency.pipeline import Check
from consistency.review.app import MOST_BYTES, Site, application
from consistency.review.desk import Desk, Watch
from consistency.review.guard import Guard

ADDRESS = "127.0.0.1"
SECONDS = 1.0
"""Between two looks at the folder."""


class Served:
    """A page that is ready to be served; ``url`` admits one browser once."""

    def __init__(self, desk: Desk, lang: str, seconds: float) -> None:
        guard = Guard()
        self._sockets: dict[int, Any] = {}
        self.watch = Watch(desk.look, seconds)
        self.server = create_server(
            application(Site(desk, guard, lang)),
            map=self._sockets, host=ADDRESS, port=0, threads=4, ident=None, max_request_body_size=2 * MOST_BYTES,
        )  # fmt: skip
        self.url = f"http://{ADDRESS}:{self.server.effective_port}/start?token={guard.token}"

    def run(self) -> None:
        """Serve until Ctrl-C, or until it is stopped."""
        self.watch.start()
        self.server.run()

    def stop(self) -> None:
        """End what :meth:`run` does in another thread."""
        self.server.trigger.pull_trigger(self.close)

    def close(self) -> None:
        """Look no more, let answers that are being made be finished, and free the port."""
        self.watch.stop()
        self.server.task_dispatcher.shutdown()
        wasyncore.close_all(self._sockets)


def prepare(folder: Path, wanted: Check, lang: str, *, seconds: float = SECONDS) -> Served:
    """Check a folder and make its page ready; raises as :func:`consistency.pipeline.check` does.

    ``seconds`` are between two looks at the folder's files.
    """
    return Served(Desk(folder, wanted), lang, seconds)


def serve(folder: Path, wanted: Check, lang: str, say: Callable[[str], None]) -> None:
    """Serve the page of a folder until Ctrl-C; ``say`` is told the address to open."""
    served = prepare(folder, wanted, lang)
    try:
        with suppress(KeyboardInterrupt):
            say(served.url)
            served.run()
    finally:
        served.close()
