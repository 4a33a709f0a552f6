"""``consistency plan``: the ways on after a refusal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from consistency.cli._reading import OUTPUT, reading_options, wanted
from consistency.cli._running import REDACT, TERMINAL_OR_JSON, checked, give


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@reading_options
@OUTPUT
@REDACT
@TERMINAL_OR_JSON
def command(folder: Path, form: str, **reading: Any) -> None:
    """Lay out the ways on after a refusal: what FOLDER holds for each, its time, and what is missing.

    A new application, judicial review, restoration, another pathway. None is chosen, and nothing is foretold.
    """
    from consistency.redaction import redactor
    from consistency.reports import module
    from consistency.views.ways import plan

    report = checked(folder, wanted(reading))
    told = plan(report)
    shown = redactor(report.case).value(told) if reading["redact"] else told
    give(module(form).render_plan(shown), reading["output"])
