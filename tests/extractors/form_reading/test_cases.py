"""The forms of the invented applicants read back as their perfect readings say, with nothing besides."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from consistency.extractors.form_reading.form import read, recognise
from consistency.extractors.reading import Reading
from consistency.model import Evidence
from consistency.readers.files import Options, read_file
from tests.extractors.form_reading.filling import told
from tests.shared import CASES, uses_shared

pytestmark = uses_shared

KEYS = {
    "job": ("employer", "from", "to", "title", "city", "country"),
    "education": ("institution", "from", "to", "field_of_study", "city", "country"),
    "residence": ("country", "status", "from", "to"),
    "address": ("city", "country", "from", "to"),
    "trip": ("country", "from", "to", "city", "purpose"),
    "relationship": ("relation", "name", "from", "to"),
    "family_member": ("relation", "name", "birth_date", "country"),
    "answer": ("question", "answer"),
    "entry": ("from", "city", "country"),
    "offer": ("employer", "number", "title", "city", "from", "to"),
}
BESIDE = {"imm1295": {"permit"}, "imm5710": {"permit"}, "imm5406": {"answer"}}
"""Records that a form gives beyond the readings: the type or number of a permit, "I do not have any children"."""

MORE = {("imm5669", "job"): {"city", "country"}, ("imm5669", "education"): {"city", "country"}}
"""Fields that a form gives beyond the readings: the place of an activity."""


@cache
def expected_forms() -> tuple[tuple[str, str, dict[str, Any]], ...]:
    return tuple(_expected_forms())


def _expected_forms() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for file in sorted(CASES.glob("*.expected.json")):
        case = json.loads(file.read_text("utf-8"))
        for path, reading in case["reading"].items():
            if reading["method"] == "xfa":
                yield case["case"], path, reading


@pytest.mark.parametrize(
    ("case", "path", "expected"),
    expected_forms(),
    ids=[f"{case}/{path}" for case, path, _ in expected_forms()],
)
def test_reads_as_the_perfect_reading(case: str, path: str, expected: dict[str, Any]) -> None:
    document = read_file(CASES / case, path, Options())
    definition = recognise(document)
    assert definition is not None
    reading = read(document, definition)
    assert definition.kind == expected["kind"]
    assert reading.as_of.date is not None
    assert (reading.as_of.date.iso, reading.language) == (expected["as_of"], expected["language"])
    assert reading.problems == ()
    _check_facts(reading, expected["facts"])
    _check_records(reading, expected["records"], definition.kind)
    written = {f.path: f.value.strip() for f in (document.form.datasets if document.form else None) or ()}
    for evidence in _places(reading):
        assert evidence.field is not None
        assert (evidence.quote or "").startswith(written[evidence.field]), (
            "a quote that does not stand at its place"
        )


def _places(reading: Reading) -> Iterator[Evidence]:
    yield from (fact.evidence for fact in reading.facts)
    for record in reading.records:
        yield from record.cells.values()


def _check_facts(reading: Reading, expected: dict[str, str]) -> None:
    got = {fact.attribute: fact.value for fact in reading.facts}
    assert {name: got.get(name) for name in expected} == expected
    assert not set(got) - set(expected), "a fact that the form does not hold"


def _check_records(reading: Reading, expected: list[dict[str, Any]], kind: str) -> None:
    beside = BESIDE.get(kind, set())
    got = Counter(_key(told(record), kind) for record in reading.records if record.type not in beside)
    assert got == Counter(_key(record, kind) for record in expected)


def _key(record: dict[str, Any], kind: str) -> tuple[object, ...]:
    type_ = record["type"]
    names = [name for name in KEYS[type_] if name not in MORE.get((kind, type_), set())]
    return (type_, *(record.get(name) for name in names))
