"""``consistency check``: read, compare, report."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from consistency.cli._reading import OUTPUT, reading_options, wanted
from consistency.cli._running import EXIT, FORMAT, LEVELS, REDACT, checked, give, in_language, ready


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@reading_options
@OUTPUT
@FORMAT
@REDACT
@click.option("--verbose", is_flag=True, help="Show every place of a finding, and more of each document.")
@in_language("The language of an HTML page (default: en).")
@click.option("--privileged", is_flag=True, help="Mark a docx “Privileged and confidential”.")
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    help="The level from which open findings fail the check (default: major).",
)
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="An earlier report as JSON: show only what is new, changed or resolved.",
)
@click.option(
    "--person", metavar="ID", help="Only this person's findings (p1, p2, … as the report names them)."
)
@click.option(
    "--rules", metavar="NAMES", help="Only these rules or families, comma-separated: identity,work/dates."
)
def command(folder: Path, form: str, fail_on: str | None, rules: str | None, **reading: Any) -> None:
    """Check FOLDER (or one file) and report every mismatch.

    \b
    Exit codes:
      0  pass: no open finding at the level of --fail-on
      1  open findings at that level
      2  the command was used wrongly
      3  nothing at that level, but something could not be read
    """
    from msgspec.structs import replace

    from consistency.comparator.engine import Settings
    from consistency.model import Severity
    from consistency.reports import render, takes
    from consistency.workers import keeping

    options = {name: reading[name] for name in ("verbose", "privileged", "lang") if reading[name]}
    ready(form, reading["output"], options)

    names = tuple(name.strip() for name in (rules or "").split(",") if name.strip())
    asked = replace(
        wanted(reading),
        fail_on=Severity[fail_on.upper()] if fail_on else None,
        person=reading["person"],
        baseline=reading["baseline"],
        settings=Settings(rules=names),
    )
    if takes(form, "pictures"):
        options |= {"pictures": not reading["redact"], "reading": asked.reading, "jobs": asked.jobs}
    with keeping() if options.get("pictures") else nullcontext():  # what has read the pages draws them, too
        report = checked(folder, asked)
        shown = report
        if reading["redact"]:
            from consistency.redaction import redacted

            shown = redacted(report)
        told = render(form, shown, **options)
    give(told, reading["output"])
    sys.exit(EXIT[report.verdict])
