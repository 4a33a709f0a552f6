"""The command line: it hands over what was asked and prints what comes back; it decides nothing.

One module per command, whose name is the command's and whose ``command`` is run; one that begins with ``_`` is none.
"""

import pkgutil
from importlib import import_module
from typing import Any

import click

from consistency.cli._guarding import guarded


class _Commands(click.Group):
    """The commands of this folder, each loaded when it is asked for."""

    def invoke(self, ctx: click.Context) -> Any:
        with guarded():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return command


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="consistency", message="%(prog)s %(version)s")
def main() -> None:
    """Find every contradiction between past Canadian immigration applications and a new draft.

    Everything stays on this machine: nothing is sent anywhere, but to a cluster that you name.
    """
