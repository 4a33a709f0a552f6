"""``consistency selfcheck``: whether this installation works, and a bundle to send where something does not."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from consistency.cli._running import Stopped, give, run

if TYPE_CHECKING:
    from consistency.support.installation import Part
    from consistency.support.shapes import Told

WIDTH = 100
MARKS = {"ok": "ok", "note": "note", "wrong": "WRONG"}


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--support-bundle",
    "output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.zip",
    help="Write versions, and of FOLDER counts and ranges, to send to somebody: nothing of anybody.",
)
def command(folder: Path | None, output: Path | None) -> None:
    """Say whether this installation works, part by part; each is tried, on a bundled, invented case.

    With --support-bundle and FOLDER that folder is checked, and the bundle tells what it is like and where the program
    failed, in no word of its papers.

    \b
    Exit codes:
      0  it works
      1  something does not
      2  the command was used wrongly
    """
    _refuse(folder, output)
    from consistency.support.bundle import bundle
    from consistency.support.installation import parts, verdict

    found = []
    for part in parts():
        click.echo(_line(part))
        found.append(part)
    shape, failed = _shapes(folder) if folder is not None else (None, "")
    click.echo(f"\n{verdict(found)}")
    if failed:
        click.echo(f"The check of the folder was ended by an error: {failed}.")
    if output is not None:
        give(bundle(found, shape), output)
        click.echo(f"{output}: versions and counts, nothing of anybody; look at it before you send it.")
    sys.exit(1 if failed or any(part.state == "wrong" for part in found) else 0)


def _refuse(folder: Path | None, output: Path | None) -> None:
    """Refuse, before anything is tried, what cannot be done."""
    if folder is not None and output is None:
        raise Stopped("a folder is looked at for a support bundle only: add --support-bundle FILE.zip")
    if folder is not None and output is not None and output.resolve().is_relative_to(folder.resolve()):
        raise Stopped(f"{output} lies in the folder that is checked: name a file elsewhere")


def _shapes(folder: Path) -> Told:
    from consistency.support.shapes import shapes

    told: Told = run(lambda: shapes(folder))
    return told


def _line(part: Part) -> str:
    """Lay out what is told of a part: its mark, its name, and beside them as many lines as it takes."""
    head = f"{MARKS[part.state]:6}{part.name:19}"
    return textwrap.fill(
        part.told, WIDTH, initial_indent=head, subsequent_indent=" " * len(head), break_on_hyphens=False
    )
