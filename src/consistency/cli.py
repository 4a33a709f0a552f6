"""The command line: it hands over what was asked and prints what comes back; it decides nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from consistency.options import reading_options

if TYPE_CHECKING:
    from consistency.model import Report
    from consistency.pipeline import Check

EXIT = {"pass": 0, "findings": 1, "incomplete": 3}
"""Exit codes by verdict; 2 is a wrong use of the command."""

LEVELS = ("critical", "major", "minor")


class _Format(click.ParamType[str]):
    """A report format; the choices are looked up only when one is given or help is printed."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from consistency.reports import formats

        if value not in formats():
            self.fail(f"{value!r} is not a format; there are: {', '.join(formats())}", param, ctx)
        return value


class WrongUse(click.ClickException):
    """What the user named does not exist or cannot be written."""

    exit_code = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="consistency", message="%(prog)s %(version)s")
def main() -> None:
    """Find every contradiction between past Canadian immigration applications and a new draft.

    Everything stays on this machine: nothing is sent anywhere.
    """


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@reading_options
@click.option(
    "--format", "form", type=_Format(), default="terminal", show_default=True, help="terminal, json, …"
)
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    help="The level from which open findings fail the check (default: major).",
)
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="An earlier report as JSON: show only what is new, changed or resolved.",
)
@click.option(
    "--person", metavar="ID", help="Only this person's findings (p1, p2, … as the report names them)."
)
@click.option(
    "--rules", metavar="NAMES", help="Only these rules or families, comma-separated: identity,work/dates."
)
def check(folder: Path, form: str, fail_on: str | None, rules: str | None, **reading: Any) -> None:
    """Check FOLDER (or one file) and report every mismatch.

    \b
    Exit codes:
      0  pass: no open finding at the level of --fail-on
      1  open findings at that level
      2  the command was used wrongly
      3  nothing at that level, but something could not be read
    """
    from dataclasses import replace

    from consistency.comparator.engine import Settings
    from consistency.model import Severity

    names = tuple(name.strip() for name in (rules or "").split(",") if name.strip())
    wanted = replace(
        _wanted(reading),
        fail_on=Severity[fail_on.upper()] if fail_on else None,
        person=reading["person"],
        baseline=reading["baseline"],
        settings=Settings(rules=names),
    )
    report = _checked(folder, wanted)
    _print(_render(form, report), reading["output"])
    sys.exit(EXIT[report.verdict])


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@reading_options
@click.option("--lang", type=click.Choice(["en", "fr"]), help="Their language (default: the draft's).")
@click.option("--force", is_flag=True, help="Write over papers that are there.")
def letter(folder: Path, lang: Any, force: bool, **reading: Any) -> None:
    """Write papers to work with from FOLDER: the letter's skeleton, exhibits, corrections, questions, timeline.

    They go to --output, a folder or one file that ends in .docx (default: FOLDER-papers beside FOLDER).
    """
    from consistency.letter.writing import beside, save

    report = _checked(folder, _wanted(reading))
    for path in _run(lambda: save(report, lang, reading["output"] or beside(folder), force=force)):
        click.echo(path)


@main.command()
@click.argument("path", type=click.Path(path_type=Path))
@reading_options
@click.option(
    "--format", "form", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True
)
def facts(path: Path, form: str, **reading: Any) -> None:
    """Show what was read from each document of PATH, before any comparison."""
    from consistency.pipeline import build_case
    from consistency.reports import module

    case = _run(lambda: build_case(path, _wanted(reading)))
    _print(module(form).render_facts(case.papers), reading["output"])


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@reading_options
@click.option(
    "--format", "form", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True
)
def plan(folder: Path, form: str, **reading: Any) -> None:
    """Lay out the ways on after a refusal: what FOLDER holds for each, its time, and what is missing.

    A new application, judicial review, restoration, another pathway. None is chosen, and nothing is foretold.
    """
    from consistency.reports import module
    from consistency.views.ways import plan as lay_out

    report = _checked(folder, _wanted(reading))
    _print(module(form).render_plan(lay_out(report)), reading["output"])


@main.command()
def rules() -> None:
    """List every rule with its level."""
    from consistency.comparator.engine import all_rules

    for one in all_rules().values():
        click.echo(f"{one.id:34} {one.severity!s:9} {one.title}")


@main.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Explain RULE: what it reports, what it accepts, why it matters, and what can be done."""
    from consistency.comparator.engine import select
    from consistency.reports.terminal import render_rule

    for one in _run(lambda: select([rule])):
        click.echo(render_rule(one))


@main.command()
@click.argument("identifier", metavar="ID")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--reason", required=True, help="Why the finding may stand.")
@click.option("--by", help="Who has looked at it.")
@click.option(
    "--expires", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The last day on which it may stand."
)
@click.option("--explained", is_flag=True, help="The explanation letter explains it.")
@click.option("--allow-critical", is_flag=True, help="It is known to be critical.")
def acknowledge(identifier: str, folder: Path, **words: Any) -> None:
    """Write into FOLDER's consistency.toml that the finding ID may stand (FOLDER: default the current one).

    The finding stays in the report with the reason, and no longer fails the check. Comments in the file are kept.
    """
    from datetime import date

    from consistency.comparator.waivers import Waiver
    from consistency.config.acknowledging import acknowledge as write
    from consistency.model import Acknowledgement

    last = words["expires"].date().isoformat() if words["expires"] else None
    told = Acknowledgement(words["reason"], words["by"], date.today().isoformat(), last)
    waiver = Waiver(
        identifier, told, "explained" if words["explained"] else "acknowledged", words["allow_critical"]
    )
    click.echo(f"{identifier} is {waiver.status} in {_run(lambda: write(folder, waiver))}")


@main.command()
@click.option(
    "--format", "form", type=_Format(), default="terminal", show_default=True, help="terminal, json, …"
)
def demo(form: str) -> None:
    """Check a bundled, invented case: two refused applications and a draft with mistakes."""
    from consistency.pipeline import Check
    from consistency.sample import folder

    with folder() as path:
        report = _checked(path, Check())
        click.echo(_render(form, report), color=_color())


def _wanted(reading: dict[str, Any]) -> Check:
    """Make the stages' settings of the command's options."""
    from consistency.pipeline import Check
    from consistency.readers.files import Options

    secrets = (
        reading["password_file"].read_text(encoding="utf-8").splitlines() if reading["password_file"] else []
    )
    shown = sys.stderr.isatty() and not reading["quiet"]
    return Check(
        draft=reading["draft"],
        as_of=reading["as_of"].date() if reading["as_of"] else None,
        reading=Options(passwords=tuple(filter(None, secrets)), ocr=reading["ocr"]),
        jobs=reading["jobs"],
        progress=_progress if shown else None,
    )


def _progress(path: str, index: int, total: int) -> None:
    """Show on the terminal's last line what is being read; the line is wiped at the end."""
    width = max(20, int(os.environ.get("COLUMNS", "80")) - 1)
    text = f"reading {index} of {total}: {path}" if index <= total else ""
    click.echo("\r" + text[:width].ljust(width) + ("\r" if not text else ""), nl=False, err=True)


def _checked(folder: Path, wanted: Check) -> Report:
    from consistency.pipeline import check as run

    report: Report = _run(lambda: run(folder, wanted))
    return report


def _run(work: Callable[[], Any]) -> Any:
    """Run a stage; what the user named wrongly becomes one clear sentence and exit code 2."""
    from consistency.case.applications import NoSuchDraft
    from consistency.comparator.baseline import WrongBaseline
    from consistency.comparator.engine import UnknownRule
    from consistency.config import WrongConfiguration
    from consistency.letter.writing import Unwritable
    from consistency.pipeline import UnknownPerson

    wrong = (NoSuchDraft, UnknownRule, UnknownPerson, WrongBaseline, WrongConfiguration, Unwritable)
    try:
        return work()
    except (FileNotFoundError, *wrong) as error:
        raise WrongUse(str(error)) from error


def _render(form: str, report: Report) -> str:
    from consistency.reports import module

    rendered: str = module(form).render(report)
    return rendered


def _color() -> bool | None:
    """Colours where the terminal shows them, never with NO_COLOR (https://no-color.org)."""
    return False if os.environ.get("NO_COLOR") else None


def _print(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, color=_color())
        return
    try:
        output.write_text(click.unstyle(text) + "\n", encoding="utf-8")
    except OSError as error:
        raise WrongUse(f"{output} cannot be written: {error.strerror}") from error
