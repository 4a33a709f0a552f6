"""Every path of a definition or a sample is a path of the form: it picks out one field, and none that is not there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

import pytest
from fixtures.form_samples import FormSample, form_samples

from consistency.extractors.form_reading.definition import Layout, Source
from consistency.extractors.form_reading.form import FormDefinition, definitions
from consistency.extractors.form_reading.paths import Pattern, Step, steps
from tests.shared import STRUCTURE, uses_shared

pytestmark = uses_shared

STRUCTURES = {
    "imm0008": ("imm0008e", "imm0008e_2017"),
    "imm0008dep": ("imm0008depe_2017",),
    "imm0008sch2": ("imm0008sch2e_2011",),
    "imm1294": ("imm1294e", "imm1294e_2024", "imm1294f"),
    "imm1295": ("imm1295e", "imm1295f", "imm1295e_2017_structure", "imm1295e_2022_structure"),
    "imm1344": ("imm1344e",),
    "imm5257": ("imm5257e", "imm5257e_2018", "imm5257e_2019_structure", "imm5257e_2022_structure"),
    "imm5257b": ("imm5257b_1",),
    "imm5406": ("imm5406e",),
    "imm5409": ("imm5409e",),
    "imm5475": ("imm5475e",),
    "imm5476": ("imm5476e", "imm5476f"),
    "imm5532": ("imm5532e",),
    "imm5562": ("imm5562e",),
    "imm5645": ("imm5645e", "imm5645e_pre2021_structure", "imm5645e_acroform_structure"),
    "imm5646": ("imm5646e",),
    "imm5669": ("imm5669e", "imm5669e_2012"),
    "imm5707": ("imm5707e", "imm5707f", "imm5707e_old_structure"),
    "imm5708": ("imm5708e",),
    "imm5709": ("imm5709e",),
    "imm5710": ("imm5710e", "imm5710e_2017", "imm5710e_2019", "imm5710f"),
}
UNBOUND = {
    ("imm0008sch2", "familyName"), ("imm0008sch2", "givenNames"), ("imm0008", "isValidatedFlag"),
    ("imm0008", "globValidatePressedState"), ("imm1344", "globValidatePressedState"),
}  # fmt: skip
"""Fields that the template does not bind to data: the classic half may hold them, or a script writes them."""
TWICE = {
    "PersonalData/FamilyName", "subStudentInfo/FamilyName", "subStudentInfo/GivenNames", "DOB/theDate",
    "subStudentInfo/Citizenship", "subParentSig1date/theDate", "Details/medicalDetails",
}  # fmt: skip
"""Fields that a form asks twice, on its second page or in the copy for the parents: the first counts."""


@cache
def fields_of(structure: str) -> tuple[tuple[Step, ...], ...]:
    """Give the fields of a template as the data have them, the number of a sibling in its last segment."""
    file = STRUCTURE / structure / "fields.json"
    return tuple(_fields(json.loads(file.read_text("utf-8"))))


def _fields(entries: list[dict[str, object] | str]) -> Iterator[tuple[Step, ...]]:
    for entry in entries:
        path = entry if isinstance(entry, str) else entry.get("path") or entry.get("name")
        if path:
            found = steps(str(path))
            index = None if isinstance(entry, str) else entry.get("index")
            yield found if not isinstance(index, int) else (*found[:-1], (found[-1][0], index))


def sources(layout: Layout) -> Iterator[tuple[tuple[Pattern, ...], Source]]:
    """Give every source of a layout, with the rows that it stands in."""
    plain = [*layout.facts.values(), *([layout.signed] if layout.signed else [])]
    plain += [layout.validated.flag, layout.validated.day] if layout.validated else []
    for question in layout.questions:
        plain += [*question.boxes, *([question.details] if question.details else [])]
    yield from (((), source) for source in plain)
    for record in layout.records:
        yield from ((record.rows, source) for source in record.fields.values())


def in_row(path: tuple[Step, ...], rows: tuple[Pattern, ...]) -> bool:
    return not rows or any(row.matches(path, size) for row in rows for size in range(1, len(path)))


def parts(definition: FormDefinition) -> Iterator[tuple[tuple[Pattern, ...], tuple[Pattern, ...]]]:
    for layout in definition.layouts:
        for rows, source in sources(layout):
            for part in (*source.parts, *(source.otherwise.parts if source.otherwise else ())):
                yield rows, part


@pytest.mark.parametrize("definition", definitions(), ids=[definition.kind for definition in definitions()])
def test_every_path_is_a_path_of_the_form(definition: FormDefinition) -> None:
    known = [path for name in STRUCTURES[definition.kind] for path in fields_of(name)]
    lost = [
        _written(rows, pattern)
        for rows, part in parts(definition)
        for pattern in part
        if (definition.kind, _last(pattern)) not in UNBOUND
        and not any(pattern.matches(path, len(path)) and in_row(path, rows) for path in known)
    ]
    assert lost == []


@pytest.mark.parametrize("definition", definitions(), ids=[definition.kind for definition in definitions()])
def test_a_path_outside_rows_means_one_field(definition: FormDefinition) -> None:
    for name in STRUCTURES[definition.kind]:
        for rows, part in parts(definition):
            for pattern in part:
                found = {
                    "/".join(step for step, _ in path)
                    for path in fields_of(name)
                    if not rows and pattern.matches(path, len(path))
                }
                assert len(found) <= 1 or any(word in path for path in found for word in TWICE), (name, found)


@pytest.mark.parametrize("sample", list(form_samples()), ids=lambda sample: sample.name)
def test_a_sample_fills_fields_that_the_form_has(sample: FormSample) -> None:
    known = {_names(path) for name in STRUCTURES[sample.kind] for path in fields_of(name)}
    filled = {path: _names(steps(path)) for path in sample.data}
    lost = [
        path
        for path, names in filled.items()
        if names not in known and (sample.kind, names[-1]) not in UNBOUND
    ]
    assert lost == []


def _names(path: tuple[Step, ...]) -> tuple[str, ...]:
    return tuple(name for name, _ in path)


def _last(pattern: Pattern) -> str:
    return next(iter(pattern.segments[0].names), "")


def _written(rows: tuple[Pattern, ...], pattern: Pattern) -> str:
    tail = ["/".join("|".join(sorted(s.names)) for s in reversed(p.segments)) for p in (*rows, pattern)]
    return " … ".join(tail)
