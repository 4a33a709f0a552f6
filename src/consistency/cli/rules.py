"""``consistency rules``: the list of checks."""

import click


@click.command()
def command() -> None:
    """List every rule with its level."""
    from consistency.comparator.engine import all_rules

    for one in all_rules().values():
        click.echo(f"{one.id:34} {one.severity!s:9} {one.title}")
