"""``consistency review``: go through the findings on a page of this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from consistency.cli._reading import reading_options, wanted
from consistency.cli._running import in_language, run


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@reading_options
@in_language("The language of the page at first.", default="en")
def command(folder: Path, lang: str, **reading: Any) -> None:
    """Go through the findings of FOLDER on a page in the browser, and decide about each.

    The page is served on 127.0.0.1, to one browser, until Ctrl-C. Decisions go into FOLDER's consistency.toml at once;
    files that are changed meanwhile are checked again.
    """
    from consistency.review.serving import serve

    def say(url: str) -> None:
        click.echo(f"Open this address in a browser of this machine; it works once. Ctrl-C ends.\n{url}")

    run(lambda: serve(folder, wanted(reading), lang, say))
