"""Starting the page and closing it: on 127.0.0.1 only, at a port that is free, until Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from waitress.server import BaseWSGIServer, create_server

from consistency.pipeline import Check
from consistency.review.app import MOST_BYTES, Site, application
from consistency.review.desk import Desk, Watch
from consistency.review.guard import Guard

ADDRESS = "127.0.0.1"
SECONDS = 1.0
"""Between two looks at the folder."""


@dataclass(frozen=True)
class Served:
    """A page that is ready to be served; ``url`` admits one browser once."""

    server: BaseWSGIServer
    watch: Watch
    url: str

    def run(self) -> None:
        """Serve until Ctrl-C, or until it is closed."""
        self.watch.start()
        try:
            self.server.run()
        finally:
            self.close()

    def close(self) -> None:
        """Stop looking at the folder and free the port."""
        self.watch.stop()
        self.server.close()


def prepare(folder: Path, wanted: Check, lang: str, *, seconds: float = SECONDS) -> Served:
    """Check a folder and make its page ready; raises as :func:`consistency.pipeline.check` does.

    ``seconds`` are between two looks at the folder's files.
    """
    desk, guard = Desk(folder, wanted), Guard()
    server = create_server(
        application(Site(desk, guard, lang)),
        host=ADDRESS, port=0, threads=4, ident=None, max_request_body_size=2 * MOST_BYTES,
    )  # fmt: skip
    url = f"http://{ADDRESS}:{server.effective_port}/start?token={guard.token}"
    return Served(server, Watch(desk.look, seconds), url)


def serve(folder: Path, wanted: Check, lang: str, say: Callable[[str], None]) -> None:
    """Serve the page of a folder until Ctrl-C; ``say`` is told the address to open."""
    served = prepare(folder, wanted, lang)
    say(served.url)
    served.run()
