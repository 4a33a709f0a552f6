"""The data tables beside the modules of this package, read once and only when asked for."""

from functools import cache
from pathlib import Path
from typing import Any

from consistency.normalizer import tables


@cache
def toml(name: str) -> dict[str, Any]:
    """Give the table ``<name>.toml``."""
    return tables.read(Path(__file__).with_name(f"{name}.toml"))
