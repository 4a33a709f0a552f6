"""``consistency acknowledge``: note that a finding may stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from consistency.cli._running import run


@click.command()
@click.argument("identifier", metavar="ID")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--reason", required=True, help="Why the finding may stand.")
@click.option("--by", help="Who has looked at it.")
@click.option(
    "--expires", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The last day on which it may stand."
)
@click.option("--explained", is_flag=True, help="The explanation letter explains it.")
@click.option("--allow-critical", is_flag=True, help="It is known to be critical.")
def command(identifier: str, folder: Path, **words: Any) -> None:
    """Write into FOLDER's consistency.toml that the finding ID may stand (FOLDER: default the current one).

    The finding stays in the report with the reason, and no longer fails the check. Comments in the file are kept.
    """
    from datetime import date

    from consistency.comparator.waivers import Waiver
    from consistency.config.acknowledging import acknowledge
    from consistency.model import Acknowledgement

    last = words["expires"].date().isoformat() if words["expires"] else None
    told = Acknowledgement(words["reason"], words["by"], date.today().isoformat(), last)
    waiver = Waiver(
        identifier, told, "explained" if words["explained"] else "acknowledged", words["allow_critical"]
    )
    click.echo(f"{identifier} is {waiver.status} in {run(lambda: acknowledge(folder, waiver)).path}")
