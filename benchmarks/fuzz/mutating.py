"""Ways to make another input from one: by its words, by its nested values, by the parts of a package.

Every one of them takes whatever bytes there are, for it is given its own work again.
"""

from __future__ import annotations

import io
import json
import re
import warnings
import zipfile
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import msgspec

from benchmarks.fuzz.target import Mutator
from consistency.readers.packed import BROKEN

MOST = 60_000
"""Bytes of an input."""
MOST_STEPS = 4
MOST_REPEATED = 400

NUMBERS = (
    "0",
    "-1",
    "1",
    "00",
    "9999",
    "2147483648",
    "-99999999999999999999",
    "1e309",
    "0.0000001",
    "NaN",
    "²",
    "٣",
    "½",
)
SIGNS = (
    "",
    " ",
    "\t",
    "\n",
    "\x00",
    "\u200b",
    "\u202e",
    "\xad",
    "\u0301",
    "\ud7ff",
    "\ufffe",
    "İ",
    "ß",
    "ﬁ",
    "中",
    "😀",
    "<",
    "|",
    "/",
)
TEXT = re.compile(rb"[A-Za-z]+|\d+|\s+|.", re.DOTALL)
WITHIN = re.compile(rb"\"[^\"<>]*\"|[\w:]+|\s+|.", re.DOTALL)
"""The words of XML within its tags, and its values."""
XML = re.compile(rb"<[^<>]*>|[^<>]+|.", re.DOTALL)
PDF = re.compile(
    rb"\d+ \d+ (?:R|obj)|<<|>>|/[^\s/<>\[\]()]*|\((?:[^()\\]|\\.){0,400}\)|[-+.\d]+|\s+|\w+|.", re.DOTALL
)


def words(pattern: re.Pattern[bytes], *known: str) -> Mutator:
    """Give a way to drop, double, swap, move and change the words of a text, and to put in others that are known."""
    others = tuple(word.encode() for word in (*known, *NUMBERS, *SIGNS))

    def mutate(data: bytes, chance: Random) -> bytes:
        pieces = pattern.findall(data[:MOST])
        for _ in range(chance.randint(1, MOST_STEPS)):
            _change(pieces, others, chance)
        return b"".join(pieces)[:MOST]

    return mutate


def either(*ways: Mutator) -> Mutator:
    """Give a way that takes one of several by lot."""
    return lambda data, chance: chance.choice(ways)(data, chance)


def _change(pieces: list[bytes], others: Sequence[bytes], chance: Random) -> None:
    """Change one thing about a row of words."""
    at, to = (chance.randrange(len(pieces) + 1) for _ in range(2))
    length = 1 if chance.random() < 0.5 else chance.randint(1, 12)
    some = pieces[at : at + length]
    match chance.randrange(7):
        case 0:
            del pieces[at : at + length]
        case 1:
            pieces[at:at] = some * chance.choice((1, 2, chance.randint(3, MOST_REPEATED)))
        case 2:
            pieces[to:to] = some
        case 3:
            pieces[at : at + length], pieces[to : to + length] = pieces[to : to + length], some
        case 4:
            pieces.insert(at, chance.choice(others))
        case 5:
            pieces[at : at + length] = [chance.choice(others)]
        case _:
            pieces[at : at + 1] = [bytes_changed(piece, chance) for piece in pieces[at : at + 1]]


def bytes_changed(data: bytes, chance: Random) -> bytes:
    """Change, drop or put in a byte."""
    at = chance.randrange(len(data) + 1)
    put = bytes([chance.randrange(256)]) if chance.random() < 0.7 else b""
    return data[:at] + put + data[at + chance.randint(0, 1) :]


# --- nested values ----------------------------------------------------------------------------------------

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 2**63 - 1, 1e308, -0.5, "", " ", "critical", "../../etc/passwd", "9999-99-99", "\x00", [], {},
    [[]], {"": None}, "a" * 5000,
)  # fmt: skip


def values(read: Callable[[bytes], Any], write: Callable[[Any], bytes]) -> Mutator:
    """Give a way to change values that are nested in lists and tables, as one format writes them down."""

    def mutate(data: bytes, chance: Random) -> bytes:
        try:
            told = read(data)
        except (ValueError, RecursionError, msgspec.MsgspecError):
            return bytes_changed(data, chance)
        for _ in range(chance.randint(1, MOST_STEPS)):
            told = _changed(told, chance)
        return write(told)[:MOST]

    return mutate


def _changed(told: Any, chance: Random) -> Any:
    """Change one value somewhere within another."""
    if not isinstance(told, list | dict) or not told or chance.random() < 0.05:
        return chance.choice(ODD)
    told = told.copy()
    where = chance.choice(list(told) if isinstance(told, dict) else range(len(told)))
    match chance.randrange(8):
        case 0:
            del told[where]
        case 1 if isinstance(told, list):
            told.insert(where, told[chance.randrange(len(told))])
        case 2:
            told[where] = chance.choice(list(told.values()) if isinstance(told, dict) else told)
        case _:
            told[where] = _changed(told[where], chance)
    return told


in_json = values(json.loads, lambda told: json.dumps(told).encode())
in_msgpack = values(msgspec.msgpack.decode, msgspec.msgpack.encode)


# --- packages ---------------------------------------------------------------------------------------------


def parts(change: Mutator) -> Mutator:
    """Give a way to change the parts of a ZIP: what is in one, its name, or which there are."""

    def mutate(data: bytes, chance: Random) -> bytes:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as old:
                held = [(name, old.read(name)) for name in old.namelist()]
        except BROKEN:
            return bytes_changed(data, chance)
        if not held or chance.random() < 0.1:
            return bytes_changed(data, chance)
        _change_part(held, change, chance)
        return zipped(held)[:MOST]

    return mutate


def _change_part(held: list[tuple[str, bytes]], change: Mutator, chance: Random) -> None:
    at = chance.randrange(len(held))
    name, content = held[at]
    match chance.randrange(12):
        case 0:
            del held[at]
        case 1:
            held.append((chance.choice(held)[0], content))
        case 2:
            held[at] = (words(TEXT)(name.encode(), chance).decode("utf-8", "replace"), content)
        case _:
            held[at] = (name, change(content, chance))


def zipped(held: Sequence[tuple[str, bytes]]) -> bytes:
    """Write parts as a ZIP, unpacked, so that what is in them can be seen in its bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # two parts of one name are what is wanted
        for name, content in held:
            new.writestr(zipfile.ZipInfo(name[:200].replace("\0", "") or "part"), content)
    return out.getvalue()
