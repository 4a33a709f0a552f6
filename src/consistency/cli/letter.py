"""``consistency letter``: papers to work with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from consistency.cli._reading import OUTPUT, reading_options, wanted
from consistency.cli._running import checked, in_language, run


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@reading_options
@OUTPUT
@in_language("Their language (default: the draft's).")
@click.option("--force", is_flag=True, help="Write over papers that are there.")
def command(folder: Path, lang: Any, force: bool, output: Path | None, **reading: Any) -> None:
    """Write papers to work with from FOLDER: the letter's skeleton, exhibits, corrections, questions, timeline.

    They go to --output, a folder or one file that ends in .docx (default: FOLDER-papers beside FOLDER).
    """
    from consistency.letter.writing import beside, save

    report = checked(folder, wanted(reading))
    for path in run(lambda: save(report, lang, output or beside(folder), force=force)):
        click.echo(path)
