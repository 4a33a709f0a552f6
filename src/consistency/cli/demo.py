"""``consistency demo``: the bundled case."""

import click

from consistency.cli._running import FORMAT, checked, give, ready


@click.command()
@FORMAT
def command(form: str) -> None:
    """Check a bundled, invented case: two refused applications and a draft with mistakes."""
    from consistency.pipeline import Check
    from consistency.reports import render
    from consistency.sample import folder

    ready(form, None, ())
    with folder() as path:
        give(render(form, checked(path, Check())))
