"""The weights of the signs, as ``evidence.toml`` lists them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from consistency.normalizer import tables


@cache
def table() -> dict[str, Any]:
    """Give the whole table."""
    return tables.read(Path(__file__).with_suffix(".toml"))


def weight(group: str, sign: object) -> float:
    """Give the weight of a sign; one without a weight is an error."""
    return float(table()[group][getattr(sign, "__name__", "")])
