"""Every official form, filled at the paths of its own template, reads back exactly, and a blank says nothing.

The paths come from the templates (``semantic_map.json``, ``structure/*/fields.json``), never from the definitions
that read them; what each field means stands in the tables of this file.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fixtures.form_samples import form_samples

from consistency.model import AsOf
from consistency.normalizer.dates import PartialDate
from tests.extractors.form_reading.filling import (
    facts_of,
    filled,
    in_order,
    into_blank,
    of_data,
    opened,
    records_of,
)
from tests.extractors.form_reading.oracle import expected_reading, places
from tests.extractors.form_reading.values import EXPECTED, VALUES
from tests.shared import BLANKS, FORMS, STRUCTURE, uses_shared

pytestmark = uses_shared

BLANK_FORMS: list[Path] = sorted(BLANKS.glob("*.pdf"))

REVISIONS = {
    "imm1295e": ("imm1295e_fv2019",),
    "imm5257e": ("imm5257e_fv2019", "imm5257e_2018"),
    "imm1294e": ("imm1294e_2024", "imm1294f"),
    "imm5710e": ("imm5710e_fv2019", "imm5710e_2019", "imm5710e_2017", "imm5710f"),
    "imm0008e": ("imm0008e_2017",),
    "imm5669e": ("imm5669e_2012",),
    "imm5707e": ("imm5707f",),
    "imm5476e": ("imm5476f",),
}
"""Blanks whose paths are those of another one, but for the segments in MOVED and the keys in LACKS."""

MOVED = {
    "imm1294f": {
        "/Row2/Country": "/Row2/Pays",
        "/Row3/Country": "/Row3/Pays",
        "Country/Country": "Pays/Pays",
        "Languages/LanguageTest": "Languages/LangTestIndicator",
        "Page3/PhoneNumbers": "Page2/contact/PhoneNumbers",
        "Page3/FaxEmail": "Page2/contact/FaxEmail",
        "Page4/PageWrapper/BackgroundInfo2": "Page4/BackgroundInfo2",
    },
    "imm5710e_2017": {
        "Page3/ComingIntoCda": "Page2/ComingIntoCda",
        "Page4/EmpRec": "Page3/Employment/EmpRec",
    },
    "imm1295e_2017_structure": {
        "Page3/FaxEmail": "Page2/ContactInformation/contact/FaxEmail",
        "Page4/BackgroundInfo/": "Page3/PageWrapper/BackgroundInfo/",
        "Page3/DetailsOfIntendedWork": "Page2/ContactInformation/DetailsOfIntendedWork",
    },
}
LACKS = {
    "imm5710e_2017": {"national_id_yn", "national_id_no", "us_pr_yn"},
    "imm1295e_2017_structure": {"national_id_yn", "national_id_no", "us_pr_yn"},
    "imm0008e_2017": {"us_pr_yn"},
}
WITHOUT_DATA = {"imm5406e", "imm5669e"}
SAMPLES = {sample.name: sample for sample in form_samples()}
WITHOUT_MAP = {
    "imm0008depe_2017": "imm0008dep",
    "imm0008sch2e_2011": "imm0008sch2",
    "imm1344e": "imm1344",
    "imm5409e": "imm5409",
    "imm5475e": "imm5475",
    "imm5532e": "imm5532",
    "imm5646e": "imm5646",
}
"""Blanks that the map does not know, and the sample that is written into each."""
CITY_CODE = "5378"
ENCRYPTED = {"imm1295e", "imm5645e"}


@cache
def semantic_map() -> dict[str, dict[str, dict[str, Any]]]:
    table: dict[str, dict[str, dict[str, Any]]] = json.loads((FORMS / "semantic_map.json").read_text("utf-8"))
    return table


def structure(name: str) -> list[dict[str, Any]]:
    fields: list[dict[str, Any]] = json.loads((STRUCTURE / name / "fields.json").read_text("utf-8"))
    return fields


def empty_data(name: str) -> bytes:
    folder = STRUCTURE / name
    return next(folder.glob("datasets*.xml")).read_bytes()


def moved(form: str, path: str) -> str:
    for old, new in MOVED.get(form, {}).items():
        path = path.replace(old, new)
    return path


def paths_of(form: str, like: str) -> dict[str, str]:
    """Give the path of each semantic key in a blank, each checked to be in its template."""
    own = {field["path"] for field in structure(form) if field.get("path")}
    paths = {key: moved(form, entry["path"]) for key, entry in semantic_map()[like].items()}
    lacking = {key for key, path in paths.items() if path not in own}
    assert lacking == LACKS.get(form, set())
    return {key: path for key, path in paths.items() if key not in lacking}


def filler(entry: dict[str, Any]) -> str:
    """Give a value for a field that means nothing to us: it must not turn up anywhere."""
    if entry["options"]:
        return str(next(option["code"] for option in entry["options"] if option["code"]))
    if entry["type"] in ("radio", "checkbox"):
        return str((entry["radio"] or entry["check"])[0])
    return "1999-09-09" if entry["type"] == "date" else "Unmapped"


def values_at(form: str, like: str) -> tuple[dict[str, str], set[str]]:
    """Give path → value for every field of the map, and the keys that are filled with something known."""
    written: dict[str, str] = {}
    values = VALUES[like]
    known: set[str] = set()
    for key, path in paths_of(form, like).items():
        if key in values:
            known.add(key)
            written |= dict(places(key, path, values[key]))
        else:
            written[path] = filler(semantic_map()[like][key])
    return written, known


CASES = [(form, form) for form in EXPECTED] + [(old, new) for new, olds in REVISIONS.items() for old in olds]


@pytest.mark.parametrize(("form", "like"), CASES, ids=[form for form, _ in CASES])
def test_a_filled_form_reads_back_exactly(form: str, like: str) -> None:
    values, known = values_at(form, like)
    empty = empty_data(form) if form in WITHOUT_DATA else None
    password = "" if form in ENCRYPTED else None
    _check(into_blank(BLANKS / f"{form}.pdf", values, empty, password), like, known)


@pytest.mark.parametrize(
    ("form", "like"),
    [
        ("imm1295e_2017_structure", "imm1295e"),
        ("imm1295e_2022_structure", "imm1295e"),
        ("imm5257e_2019_structure", "imm5257e"),
        ("imm5257e_2022_structure", "imm5257e"),
        ("imm5645e_pre2021_structure", "imm5645e"),
    ],
)
def test_a_revision_without_a_blank_reads_back_exactly(form: str, like: str) -> None:
    values, known = values_at(form, like)
    no_code_lists = {path: value for path, value in values.items() if value != CITY_CODE}
    _check(of_data(filled(empty_data(form), no_code_lists)), like, known - {"work_city"})


def _check(pdf: bytes, like: str, known: set[str]) -> None:
    _, definition, reading = opened(pdf)
    facts, records = expected_reading(like, known)
    kind, day, basis = EXPECTED[like]
    assert definition.kind == kind
    assert facts_of(reading) == facts
    assert records_of(reading) == in_order(records)
    assert reading.as_of == AsOf(PartialDate.of(day), basis)
    assert reading.validated in ((True,) if "validated_flag" in known else (None, False))
    assert reading.problems == ()
    for evidence in [fact.evidence for fact in reading.facts] + [r.evidence for r in reading.records]:
        assert evidence.quote
        assert evidence.field


@pytest.mark.parametrize(("form", "name"), WITHOUT_MAP.items(), ids=list(WITHOUT_MAP))
def test_a_blank_filled_as_its_sample_reads_back_exactly(form: str, name: str) -> None:
    sample = SAMPLES[name]
    _, definition, reading = opened(into_blank(BLANKS / f"{form}.pdf", sample.data))
    assert definition.kind == sample.kind
    assert facts_of(reading) == sample.expected["facts"]
    assert records_of(reading) == in_order(sample.records)
    assert reading.as_of == AsOf(PartialDate.of(sample.expected["as_of"]), "signature")
    assert reading.problems == ()


@pytest.mark.parametrize("blank", BLANK_FORMS, ids=lambda path: path.stem)
def test_a_blank_is_recognised_and_says_nothing(blank: Path) -> None:
    manifest = {entry["form"]: entry for entry in _manifest()}[blank.stem]
    _, definition, reading = opened(blank.read_bytes())
    assert definition.number.replace(" ", "").lower().startswith(f"imm{blank.stem[3:7]}")
    assert (reading.form_version, reading.language) == _printed(manifest)
    assert (reading.facts, reading.records, reading.problems) == ((), (), ())
    assert reading.as_of.date is None
    assert not reading.signed
    assert not reading.validated


def _manifest() -> list[dict[str, Any]]:
    manifest = json.loads((BLANKS / "manifest.json").read_text("utf-8"))
    return list(manifest.values()) if isinstance(manifest, dict) else manifest


def _printed(manifest: dict[str, Any]) -> tuple[str, str]:
    """Give revision and language as the manifest has them; three old blanks say it in their data alone."""
    in_data = {"imm5669e_2012": "12-2012", "imm5532e": "02-2021"}
    drawn = "".join(manifest["revision_in_template"]).partition("(")[2][:7]
    version = manifest["template_variables"].get("Version") or drawn or in_data[manifest["form"]]
    french = manifest["form"].split("_")[0].endswith("f")
    return version, "fr" if french else "en"
