"""The options of every command that reads a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of reading; they come to it by name."""
    for option in (
        click.option(
            "--draft", metavar="PATH", help="The folder or file, inside FOLDER, that is about to be filed."
        ),
        click.option(
            "--as-of",
            type=click.DateTime(["%Y-%m-%d"]),
            metavar="DATE",
            help="The day to judge by (default: the draft's own latest).",
        ),
        click.option(
            "--jobs", type=click.IntRange(1), default=1, show_default=True, help="Documents read at once."
        ),
        click.option(
            "--password-file",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="Passwords to try, one a line.",
        ),
        click.option(
            "--output", type=click.Path(path_type=Path), help="Write there instead of to the screen."
        ),
        click.option(
            "--ocr/--no-ocr",
            default=True,
            help="Read scans and photographs where an engine for it is installed (default: yes).",
        ),
        click.option("--quiet", is_flag=True, help="No progress."),
    ):
        command = option(command)
    return command
