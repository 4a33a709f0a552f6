"""The generated pages are those of the code as it stands, and the README's links lead somewhere."""

import re
import shlex
from pathlib import Path

import click
import msgspec
import pytest
from docs.build import PAGE, rules_page

from consistency.cli import main
from consistency.readers.limits import Limits

ROOT = Path(__file__).parents[1]


def test_rules_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_page(), "run: make docs"


def test_links_of_the_readme_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert targets
    files = [target for target in targets if "://" not in target]
    assert [target for target in files if not (ROOT / target).exists()] == []


COMMAND = re.compile(r"^(?:- run: |- |\s+- )?(consistency (?!check\n)[a-z]+ [^#\n]*)", re.MULTILINE)


@pytest.mark.parametrize("page", ["README.md", "docs/gate.md", "docs/batch.md"])
def test_commands_that_are_shown_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    shown = [
        line
        for block in re.findall(r"```(?:sh|yaml)\n(.*?)```", text, re.DOTALL)
        for line in COMMAND.findall(block)
    ]
    assert len(shown) > 1
    for line in shown:
        _, name, *words = shlex.split(line)
        command = main.get_command(click.Context(main), name)
        assert command is not None, line
        command.make_parser(click.Context(command)).parse_args(words)


def test_the_hook_is_a_command() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert "entry: consistency check\n" in hook and 'args: ["."]\n' in hook
    assert "language: python\n" in hook and "pass_filenames: false\n" in hook


def test_limits_are_told_as_they_are() -> None:
    told = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    rows = [
        row.split("|") for row in told.split("| what | limit | name |")[1].split("\n\n")[0].splitlines()[2:]
    ]
    said = {row[3].strip(" `"): int(row[2].replace(",", "")) for row in rows}
    assert said == msgspec.structs.asdict(Limits())
    assert list(said) == list(Limits.__struct_fields__)
