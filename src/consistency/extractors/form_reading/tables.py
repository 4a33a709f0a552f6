"""The tables of the forms as they are written: each on top of those that it extends."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Any

import tomli

from consistency.normalizer import tables


class DefinitionError(ValueError):
    """A form's table says something that the model does not know."""


def own(folders: tuple[Traversable, ...], name: str) -> dict[str, Any]:
    """Read a file; raises :class:`DefinitionError` for one that is not there, or is no TOML."""
    file = next((file for folder in folders if (file := folder.joinpath(name)).is_file()), None)
    if file is None:
        raise DefinitionError(f"{name} is not among the forms.")
    return _parsed(name, file.read_text(encoding="utf-8"))


def merged(folders: tuple[Traversable, ...], name: str) -> dict[str, Any]:
    """Read a file on top of those that it extends: tables are joined, anything else is replaced; raises as above."""
    table = own(folders, name)
    under: dict[str, Any] = {}
    for shared in listed(table.get("extends", [])):
        under = _joined(under, merged(folders, f"{shared}.toml"))
    return _joined(under, table)


@lru_cache(maxsize=128)
def _parsed(name: str, text: str) -> dict[str, Any]:
    try:
        return tables.parsed(text)
    except tomli.TOMLDecodeError as error:
        raise DefinitionError(f"{name}: {error}.") from error


def _joined(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    both = {
        key: _joined(under[key], value) for key, value in over.items() if _are_tables(under.get(key), value)
    }
    return {**under, **over, **both}


def _are_tables(under: Any, over: Any) -> bool:
    return isinstance(under, dict) and isinstance(over, dict)


def listed(value: Any) -> list[Any]:
    """Give a list as it is, and anything else as a list of one."""
    return value if isinstance(value, list) else [value]
