"""The data tables beside the modules of this package, read once and only when asked for."""

from functools import cache
from pathlib import Path
from typing import Any


@cache
def toml(name: str) -> dict[str, Any]:
    """Give the table ``<name>.toml``."""
    import tomllib  # imported here because most runs need few of them

    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))
