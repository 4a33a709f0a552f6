"""``consistency batch``: many folders, one for each applicant."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from consistency.cli._reading import reading_options, show_line, wanted
from consistency.cli._running import EXIT, LEVELS, REDACT, Format, Stopped, run

if TYPE_CHECKING:
    from consistency.batch.folder import Wanted
    from consistency.batch.running import Told
    from consistency.batch.state import State
    from consistency.workers import Place


@click.command()
@click.argument("root", type=click.Path(exists=True, file_okay=False, path_type=Path))
@partial(reading_options, at_once="Folders checked at once.")
@click.option(
    "--output",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the reports, the summary and the state of the run.",
)
@click.option(
    "--format",
    "forms",
    type=Format(),
    multiple=True,
    default=("html", "json"),
    metavar="NAME",
    help="A format of the reports; may be given again (default: html and json).",
)
@REDACT
@click.option("--lang", type=click.Choice(["en", "fr"]), help="The language of HTML pages (default: en).")
@click.option(
    "--fail-on", type=click.Choice(LEVELS), help="The level from which open findings fail a folder."
)
@click.option("--depth", type=click.IntRange(1), default=1, show_default=True, help="How deep folders lie.")
@click.option(
    "--timeout", type=click.FloatRange(1), default=1800, show_default=True, help="Seconds for one folder."
)
@click.option("--again", is_flag=True, help="Do finished folders again.")
@click.option("--watch", is_flag=True, help="Go on looking for new and changed folders, until Ctrl-C.")
@click.option(
    "--every", type=click.FloatRange(0.1), default=5, show_default=True, help="Seconds between looks."
)
@click.option("--cluster", metavar="ADDRESS", help="Use the workers of this Dask scheduler: tcp://host:8786.")
def command(root: Path, **asked: Any) -> None:
    """Check each folder in ROOT that holds documents: a report for each, and a summary.

    A run that was ended goes on where it was: a folder is done again only where its content, the program or the
    options have changed.

    \b
    Exit codes:
      0    every folder passes
      1    a folder has open findings at the level of --fail-on
      2    the command was used wrongly, or the cluster cannot be used
      3    no such finding, but something could not be read or a folder not be checked
      130  interrupted: what is finished is in the summary
    """
    told = _wanted(root, asked)
    code = run(lambda: _run(told, asked))
    sys.exit(code)


def _wanted(root: Path, asked: Mapping[str, Any]) -> Wanted:
    from msgspec.structs import replace

    from consistency.batch.folder import Wanted
    from consistency.model import Severity

    check = replace(
        wanted(dict(asked)),
        jobs=0,
        progress=None,
        fail_on=Severity[asked["fail_on"].upper()] if asked["fail_on"] else None,
    )
    formats = tuple(dict.fromkeys(asked["forms"]))
    options = {"lang": asked["lang"]} if asked["lang"] else {}
    return Wanted(root.absolute(), asked["output"].absolute(), check, formats, options, asked["redact"])


def _run(told: Wanted, asked: Mapping[str, Any]) -> int:
    """Do the folders, and give the exit code."""
    from consistency.batch.state import State
    from consistency.workers import Unfit

    try:
        with State(told) as state:
            _go_through(told, state, asked)
            totals = state.totals()
    except KeyboardInterrupt as error:
        error.add_note("The same command goes on from here.")
        raise
    except Unfit as error:
        raise Stopped(str(error)) from error
    if not any(totals.values()) and not asked["watch"]:
        raise Stopped(f"no folder in {told.root} holds a document; --depth says how deep they lie")
    return _code(totals)


def _go_through(told: Wanted, state: State, asked: Mapping[str, Any]) -> None:
    """Do the folders at the place that was asked for; a watch is ended by Ctrl-C, anything else is cut short by it."""
    from consistency.batch.running import Way, once, watch

    way = Way(asked["depth"], asked["again"], asked["every"] if asked["watch"] else None)
    try:
        with _place(asked) as place:
            if asked["watch"]:
                watch(told, state, place, way)
            else:
                once(told, state, place, way, _progress(told, asked))
    except KeyboardInterrupt:
        if not asked["watch"]:
            raise
    finally:
        if _is_shown(asked):
            show_line("")


def _place(asked: Mapping[str, Any]) -> AbstractContextManager[Place]:
    from consistency.batch.folder import LOADED
    from consistency.pipeline import BOUNDS
    from consistency.workers import here

    bounds = BOUNDS._replace(seconds=asked["timeout"])
    if asked["cluster"]:
        from consistency.batch.cluster import cluster

        return cluster(asked["cluster"], bounds)
    return here(asked["jobs"], bounds, fresh=LOADED)


def _code(totals: Mapping[str, int]) -> int:
    if totals["findings"]:
        return EXIT["findings"]
    return EXIT["incomplete"] if totals["incomplete"] or totals["failed"] else EXIT["pass"]


def _is_shown(asked: Mapping[str, Any]) -> bool:
    return wanted(dict(asked)).progress is not None


def _progress(told: Wanted, asked: Mapping[str, Any]) -> Told:
    """Show rate and time left on a terminal's last line."""
    import time

    from consistency.batch.running import Pace, counted

    if not _is_shown(asked):
        return lambda _name: None
    pace = Pace(counted(told, asked["depth"]), time.monotonic())
    return lambda name: show_line(pace.line(name, time.monotonic()))
