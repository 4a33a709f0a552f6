"""The weights of the signs, as ``evidence.toml`` lists them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def table() -> dict[str, Any]:
    """Give the whole table."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def weight(group: str, sign: object) -> float:
    """Give the weight of a sign; one without a weight is an error."""
    return float(table()[group][getattr(sign, "__name__", "")])
