"""``consistency demo``: the bundled case."""

import click

from consistency.cli._running import Format, checked, give, render


@click.command()
@click.option(
    "--format", "form", type=Format(), default="terminal", show_default=True, help="terminal, json, …"
)
def command(form: str) -> None:
    """Check a bundled, invented case: two refused applications and a draft with mistakes."""
    from consistency.pipeline import Check
    from consistency.sample import folder

    with folder() as path:
        give(render(form, checked(path, Check())))
