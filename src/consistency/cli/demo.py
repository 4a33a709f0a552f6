"""``consistency demo``: the bundled case."""

import click

from consistency.cli._running import FORMAT, REDACT, checked, give, ready


@click.command()
@FORMAT
@REDACT
def command(form: str, redact: bool) -> None:
    """Check a bundled, invented case: two refused applications and a draft with mistakes."""
    from consistency.pipeline import Check
    from consistency.redaction import redacted
    from consistency.reports import render, takes
    from consistency.sample import folder

    ready(form, None, ())
    options = {"pictures": False} if redact and takes(form, "pictures") else {}
    with folder() as path:
        report = checked(path, Check())
        give(render(form, redacted(report) if redact else report, **options))
