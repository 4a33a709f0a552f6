"""``consistency init``: begin a case folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from consistency.cli._reading import reading_options, wanted
from consistency.cli._running import run


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@reading_options
def command(folder: Path, **reading: Any) -> None:
    """Write a consistency.toml with every setting explained, and a .gitignore for the papers, into FOLDER.

    Neither changes what a check says. Files that are there are left as they are.
    """
    from consistency.config.beginning import begin
    from consistency.pipeline import build_case

    case = run(lambda: build_case(folder, wanted(reading)))
    for path, is_new in run(lambda: list(begin(folder, case))):
        click.echo(f"{path} is written" if is_new else f"{path} is there already and was left as it is")
