"""The data tables beside the modules of this package, read once and only when asked for."""

from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).with_name("data")


@cache
def toml(name: str) -> dict[str, Any]:
    """Give the table ``data/<name>.toml``, written by hand."""
    import tomllib  # imported here, as json below, because most runs need few tables or none

    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


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
