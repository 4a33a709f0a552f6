"""``consistency explain``: one check's page."""

import click

from consistency.cli._running import give, run


@click.command()
@click.argument("rule")
def command(rule: str) -> None:
    """Explain RULE: what it reports, what it accepts, why it matters, and what can be done."""
    from consistency.comparator.engine import select
    from consistency.reports.terminal import render_rule

    for one in run(lambda: select([rule])):
        give(render_rule(one))
