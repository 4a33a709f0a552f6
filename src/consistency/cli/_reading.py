"""Options of every command that reads a folder, and the stages' settings that they make."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from consistency.pipeline import Check


OUTPUT = click.option(
    "--output", type=click.Path(path_type=Path), help="Write to this file instead of the screen."
)


FEW_CORES = 4
"""Cores that a command makes use of unasked: recognising scans, a process on each may hold some hundred megabytes."""


def _cores() -> int:
    """Give how many cores a command makes use of unasked."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(usable or 1, FEW_CORES)


def reading_options(
    command: Callable[..., None], at_once: str = "Documents read at once."
) -> Callable[..., None]:
    """Give a command the options of every one that reads a folder; they arrive as its keywords.

    ``at_once`` says what --jobs counts.
    """
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
            "--jobs",
            type=click.IntRange(1),
            default=_cores,
            show_default=False,
            help=f"{at_once}  [default: one a core, at most {FEW_CORES}]",
        ),
        click.option(
            "--password-file",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="Passwords to try, one a line.",
        ),
        click.option(
            "--ocr/--no-ocr",
            default=True,
            help="Read scans and photographs where an engine for it is installed (default: yes).",
        ),
        click.option(
            "--no-cache", is_flag=True, help="Read every file anew, and keep nothing of it for the next time."
        ),
        click.option("--quiet", is_flag=True, help="No progress."),
    ):
        command = option(command)
    return command


def wanted(reading: dict[str, Any]) -> Check:
    """Make the stages' settings of the options."""
    from consistency.pipeline import Check
    from consistency.readers.files import Options

    secrets = (
        reading["password_file"].read_text(encoding="utf-8").splitlines() if reading["password_file"] else []
    )
    shown = _is_watched() and not reading["quiet"]
    return Check(
        draft=reading["draft"],
        as_of=reading["as_of"].date() if reading["as_of"] else None,
        reading=Options(passwords=tuple(filter(None, secrets)), ocr=reading["ocr"]),
        jobs=reading["jobs"],
        progress=_progress if shown else None,
        cache=not reading["no_cache"],
    )


def _is_watched() -> bool:
    """Say whether somebody sees what is written beside the report."""
    return sys.stderr.isatty()


def _progress(path: str, index: int, total: int) -> None:
    """Show on the terminal's last line what is being read; the line is wiped at the end."""
    show_line(f"reading {index} of {total}: {path}" if index <= total else "")


def show_line(words: str) -> None:
    """Show words as the terminal's last line, in the place of those before; no words wipe it."""
    width = max(20, int(os.environ.get("COLUMNS", "80")) - 1)
    text = "".join(sign if sign.isprintable() else "?" for sign in words)
    click.echo("\r" + text[:width].ljust(width) + ("\r" if not text else ""), nl=False, err=True)
