"""What Python makes of the program's own text, made beforehand as its bytecode is: a process begins sooner.

Building an expression takes a third of a millisecond, and taking it from here a thirtieth of that; parsing a table
takes ten times as long as taking it. ``docs/prepared.py`` writes the file, and ``make`` has it written with every
installation. Each thing in it is found by the text that it was made of: what was changed since is made when it is
needed, as everything is where there is no file for this Python.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # the engine: ``re`` has no public way to take what is built
import re
import sys
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

FILE = Path(__file__).with_name(f"{sys.implementation.cache_tag}-{_sre.MAGIC}-{sys.byteorder}.bin")
"""An expression is built for one engine, in one order of bytes."""


class Built(msgspec.Struct, array_like=True):
    """What the engine is told of an expression."""

    flags: int
    groups: int
    names: dict[str, int]
    """The numbers of the groups that have names."""
    code: bytes
    """Numbers of four bytes, in the machine's order."""
    cues: tuple[str, ...] = ()
    """Strings of which each text in which it is found holds one, in small letters where it minds no capitals."""


def expression(pattern: str, flags: int) -> re.Pattern[str] | None:
    """Give the expression that ``re.compile`` would, where it is built already."""
    built = _built(pattern, flags)
    if built is None:
        return None
    names: list[str | None] = [None] * (built.groups + 1)
    for name, number in built.names.items():
        names[number] = name
    code = memoryview(built.code).cast("I").tolist()
    told: re.Pattern[str] = _sre.compile(pattern, built.flags, code, built.groups, built.names, tuple(names))
    return told


def cues(pattern: str, flags: int) -> tuple[str, ...]:
    """Give strings of which each text in which an expression is found holds one; none where they are not known."""
    built = _built(pattern, flags)
    return built.cues if built is not None else ()


def _built(pattern: str, flags: int) -> Built | None:
    kept = _kept().get(name_of_expression(pattern, flags))
    return None if kept is None else msgspec.msgpack.decode(kept, type=Built)


def table(text: str) -> dict[str, Any] | None:
    """Give the table that a text in TOML is, where it is parsed already."""
    kept = _kept().get(name_of(text))
    return None if kept is None else msgspec.msgpack.decode(kept, type=dict[str, Any])


def name_of_expression(pattern: str, flags: int) -> str:
    """Give the short name by which an expression is found."""
    return name_of(f"{int(flags)} {pattern}")


def name_of(text: str) -> str:
    """Give the short name by which a table is found."""
    return blake2b(text.encode(errors="surrogatepass"), digest_size=8).hexdigest()


@cache
def _kept() -> Mapping[str, msgspec.Raw]:
    """Give all that was made, each as it is packed."""
    try:
        return msgspec.msgpack.decode(FILE.read_bytes(), type=dict[str, msgspec.Raw])
    except FileNotFoundError:
        return {}
