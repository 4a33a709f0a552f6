"""Running a stage and giving out what comes back: wrong uses become one sentence, text goes to screen or file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from consistency.saving import save

if TYPE_CHECKING:
    from consistency.model import Report
    from consistency.pipeline import Check

EXIT = {"pass": 0, "findings": 1, "incomplete": 3}
"""Exit codes by verdict; 2 is a wrong use of the command."""

F = TypeVar("F", bound=Callable[..., Any])

LEVELS = ("critical", "major", "minor")


class Format(click.ParamType[str]):
    """A report format; the choices are looked up only when one is given or help is printed."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the name of a format, and refuse any other with the names there are."""
        from consistency.reports import formats

        if value not in formats():
            self.fail(f"{value!r} is not a format; there are: {', '.join(formats())}", param, ctx)
        return value


FORMAT = click.option(
    "--format",
    "form",
    type=Format(),
    default="terminal",
    show_default=True,
    metavar="NAME",
    help="terminal, html, docx, json, csv, markdown, sarif, junit, …",
)

TERMINAL_OR_JSON = click.option(
    "--format", "form", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True
)
"""The format of what is no report: for a person, or for a program."""


def in_language(told: str, default: str | None = None) -> Callable[[F], F]:
    """Give the option for a language of what is written; without a default it may be left open."""
    return click.option(
        "--lang",
        type=click.Choice(["en", "fr"]),
        default=default,
        show_default=default is not None,
        help=told,
    )


REDACT = click.option(
    "--redact",
    is_flag=True,
    help="Put stand-ins (PERSON-1) for names, numbers, birth dates, addresses, employers and schools.",
)


class Stopped(click.ClickException):
    """The command ends, with one sentence, because what the user asked for cannot be done."""

    exit_code = 2


def checked(folder: Path, wanted: Check) -> Report:
    """Check a folder; one without a document is refused, for to pass it would say that some were looked at."""
    from consistency.pipeline import check

    report: Report = run(lambda: check(folder, wanted))
    if not report.case.papers:
        raise Stopped(f"there is no document in {folder}: nothing was checked")
    return report


def run(work: Callable[[], Any]) -> Any:
    """Run a stage; what the user named wrongly becomes one clear sentence and exit code 2."""
    from consistency.model import WrongUse

    try:
        return work()
    except (FileNotFoundError, WrongUse) as error:
        raise Stopped(str(error)) from error


def ready(form: str, output: Path | None, options: Iterable[str]) -> None:
    """Refuse, before anything is read, what a format cannot be asked for, or a terminal cannot show."""
    from consistency.reports import is_text, refuse

    run(lambda: refuse(form, options))
    if output is None and _is_terminal() and not is_text(form):
        raise Stopped(f"{form} is no text for a terminal: name a file with --output")


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def give(told: str | bytes, output: Path | None = None) -> None:
    """Print what was written, or save it in a file, without colours."""
    if output is None:
        ended = isinstance(told, bytes) or told.endswith("\n")
        click.echo(told, nl=not ended, color=_color())
        return
    try:
        save(output, _ended(told).encode("utf-8", "replace") if isinstance(told, str) else told)
    except OSError as error:
        raise Stopped(f"{output} cannot be written: {error.strerror}") from error


def _ended(text: str) -> str:
    plain = click.unstyle(text)
    return plain if plain.endswith("\n") else plain + "\n"


def _color() -> bool | None:
    """Colours where the terminal shows them, never with NO_COLOR (https://no-color.org)."""
    return False if os.environ.get("NO_COLOR") else None
