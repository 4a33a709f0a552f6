"""What the program or its user wrote and somebody else may have changed: settings, readings, earlier reports."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from benchmarks.fuzz import seeds
from benchmarks.fuzz.mutating import TEXT, in_json, in_msgpack, words
from benchmarks.fuzz.target import target
from consistency.cache.packing import NotTheSame, pack, unpack
from consistency.comparator import baseline as earlier
from consistency.comparator.engine import all_rules
from consistency.config import FILE, Configuration, load
from consistency.model import Paper, Report, WrongUse
from consistency.pipeline import Check, check, read
from consistency.readers.files import Options
from consistency.reports import render

PLAIN = Check(reading=Options(ocr=False))


@cache
def _held() -> Mapping[str, tuple[Paper, ...]]:
    return read(seeds.bundled_case(), PLAIN)


@cache
def _report() -> Report:
    return check(seeds.bundled_case(), PLAIN, _held())


CONFIGURATION = """
draft = "2026 draft"
as_of = 2026-03-01
fail_on = "major"
ocr_threshold = 0.7
[dates]
"CV.docx" = "2023-05"
"2024 work permit/CV.docx" = 2024-05-02
[rules]
"work/title" = "off"
"work/dates" = { level = "minor" }
[[same]]
employer = ["Blue Lantern Ltd", "Harbour Catering"]
[[same]]
person = ["RAHIMI, Leila", "MORADI, Sara"]
[[acknowledged]]
id = "work-dates-0123456789"
reason = "The letter explains it."
by = "A. Lee"
on = 2026-01-01
expires = 2027-03-31
status = "explained"
allow_critical = true
"""


def _configurations() -> Iterator[bytes]:
    yield CONFIGURATION.encode()
    for name, rule in all_rules().items():
        if rule.options:
            told = (
                f"{key} = {str(value).lower() if isinstance(value, bool) else value}"
                for key, value in rule.options.items()
            )
            yield f'[rules."{name}"]\n{chr(10).join(told)}\n'.encode()


TOML = words(
    TEXT,
    "[[",
    "]]",
    "=",
    '"',
    "[rules]",
    "[dates]",
    "2024-05-02",
    "inf",
    "nan",
    "true",
    '"""',
    "'",
    "{",
    "}",
    "off",
)


@target(_configurations, TOML, refuses=(WrongUse,))
def configuration(data: bytes) -> None:
    """A case folder's ``consistency.toml``, and the bundled case checked by it."""
    with tempfile.TemporaryDirectory() as place:
        Path(place, FILE).write_bytes(data)
        if load(Path(place)) != Configuration():
            check(place, PLAIN, _held())


def _readings() -> Iterator[bytes]:
    for path, papers in _held().items():
        yield pack(path, papers, False)


@target(_readings, in_msgpack, refuses=(NotTheSame,))
def readings(data: bytes) -> None:
    """Kept readings that somebody changed, or of a file that lies elsewhere now."""
    for path in ("2026 draft/CV.docx", "moved/CV.docx"):
        unpack(data, path)


def _reports() -> Iterator[bytes]:
    written = render("json", _report())
    assert isinstance(written, str)
    told = json.loads(written)
    yield json.dumps({**told, "findings": told["findings"][:4]}).encode()


@target(_reports, in_json, refuses=(WrongUse,))
def baseline(data: bytes) -> None:
    """An earlier report that somebody changed, beside the bundled case."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "report.json")
        path.write_bytes(data)
        earlier.compared(_report().findings, earlier.read(path))
