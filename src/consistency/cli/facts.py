"""``consistency facts``: what was read, before any comparison."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from consistency.cli._reading import OUTPUT, reading_options, wanted
from consistency.cli._running import REDACT, TERMINAL_OR_JSON, give, run


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@reading_options
@OUTPUT
@REDACT
@TERMINAL_OR_JSON
def command(path: Path, form: str, **reading: Any) -> None:
    """Show what was read from each document of PATH, before any comparison."""
    from consistency.pipeline import build_case
    from consistency.redaction import redactor
    from consistency.reports import module

    case = run(lambda: build_case(path, wanted(reading)))
    papers = redactor(case).value(case.papers) if reading["redact"] else case.papers
    give(module(form).render_facts(papers), reading["output"])
