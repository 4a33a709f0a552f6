"""The data tables of the program: any that stands beside its module, and those of this package, read once."""

from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from consistency import prepared

_FOLDER = Path(__file__).with_name("data")


def read(file: Traversable) -> dict[str, Any]:
    """Give the table in a TOML file of the program."""
    return parsed(file.read_text(encoding="utf-8"))


def parsed(text: str) -> dict[str, Any]:
    """Give the table that a text in TOML is; raises tomli.TOMLDecodeError for one that is none."""
    table = prepared.table(text)
    if table is None:
        import tomli  # imported here, as json below, because few runs need it

        table = tomli.loads(text)
    return table


@cache
def toml(name: str) -> dict[str, Any]:
    """Give the table ``data/<name>.toml``, written by hand."""
    return read(_FOLDER / f"{name}.toml")


@cache
def json_table(name: str) -> dict[str, Any]:
    """Give the table ``data/<name>.json``, generated from the source that its ``source`` key names."""
    import json

    table: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return table


@cache
def lines(name: str) -> tuple[str, ...]:
    """Give the lines of ``data/<name>.tsv`` without its comments."""
    text = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
