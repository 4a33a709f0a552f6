"""``consistency cache``: where readings are kept, and how large they are; ``clear`` lets go of them."""

import click

from consistency.cli._running import run


@click.group(invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Show where the readings of files are kept, and how large they are together."""
    from consistency.cache import users_shelf

    if context.invoked_subcommand is None:
        place = users_shelf()
        held = place.held()
        click.echo(
            f"{place.folder}: {_files(held.files)}, {held.size / 1e6:.1f} of {place.limit / 1e6:.0f} MB"
        )
        if place.ready() is None:
            click.echo("It cannot be used (it is not yours, or cannot be written): every file is read anew.")


@command.command()
def clear() -> None:
    """Let go of all readings that are kept."""
    from consistency.cache import users_shelf

    place = users_shelf()
    held = run(place.clear)
    click.echo(f"{place.folder}: {_files(held.files)}, {held.size / 1e6:.1f} MB let go")


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"
