"""What is printed as JSON keeps the published contract."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from consistency.extractors.extract import paper_kinds
from consistency.pipeline import build_case, check
from consistency.redaction import redacted
from consistency.reports.json import render, render_facts
from tests.bundled import READING, SAMPLE, sample
from tests.comparator.examples import case_of
from tests.reports.making import hostile, lives, since_earlier
from tests.shared import case_folders, uses_shared

ROOT = Path(__file__).parents[2]
FOLDERS = [SAMPLE]


def contract(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / "docs" / "contract" / f"{name}.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(schema)


def broken(validator: jsonschema.Draft202012Validator, value: Any) -> list[str]:
    return [f"{list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(value)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_report_and_facts_keep_the_contract(folder: Path) -> None:
    assert broken(contract("report"), json.loads(render(check(folder, READING)))) == []
    assert broken(contract("facts"), json.loads(render_facts(build_case(folder, READING).papers))) == []


def test_the_report_tells_the_clocks_with_their_places() -> None:
    report = check(FOLDERS[0], READING)
    told = json.loads(render(report))["clocks"]
    assert [clock["kind"] for clock in told] == [clock.kind for clock in report.clocks]
    review = next(
        clock for clock in told if clock["kind"] == "judicial-review" and clock["start"] == "2024-08-12"
    )
    assert (review["last_day"], review["passed"], review["provisions"]) == (
        "2024-10-11",
        True,
        ["IRPA s.72(2)(b)"],
    )
    assert (
        review["days_left"] == -731
        and review["evidence"]["document"] == "2024 work permit/Refusal letter.pdf"
    )


def test_the_answers_to_a_refusal_stand_in_the_report() -> None:
    report = json.loads(render(check(FOLDERS[0], READING)))
    verdicts = {row["reason"]: (row["standing"], row["verdict"]) for row in report["coverage"]}
    assert verdicts == {"finances": ("repeated", "unanswered"), "perform-work": ("new", "contradicted")}
    known = {finding["id"] for finding in report["findings"]}
    assert {name for row in report["coverage"] for name in row["findings"]} <= known
    (package,) = report["packages"]
    assert (package["same"], package["changed"], package["new"], package["dropped"]) == (0, 3, 2, 0)
    form = next(one for one in package["documents"] if one["kind"] == "imm1295")
    assert {"what", "old", "new"} <= set(form["differences"][0])


def test_what_an_earlier_report_had_still_speaks_against_an_answer(tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(render(check(FOLDERS[0], READING)), encoding="utf-8")
    report = json.loads(render(check(FOLDERS[0], replace(READING, baseline=before))))
    assert report["findings"] == []
    assert "contradicted" in {row["verdict"] for row in report["coverage"]}


@uses_shared
def test_cases_keep_the_contract() -> None:
    for folder in case_folders()[:3]:
        assert broken(contract("report"), json.loads(render(check(folder, READING)))) == []
        assert broken(contract("facts"), json.loads(render_facts(build_case(folder, READING).papers))) == []


def test_redacted_invented_and_hostile_reports_keep_the_contract() -> None:
    told = [redacted(sample()), hostile(), since_earlier(), *lives(), *map(redacted, lives())]
    for report in told:
        assert broken(contract("report"), json.loads(render(report))) == []
        assert broken(contract("facts"), json.loads(render_facts(report.case.papers))) == []


def test_a_folder_of_broken_files_keeps_the_contract(tmp_path: Path) -> None:
    for name, data in {
        "a.pdf": b"",
        "b.pdf": b"%PDF-1.4",
        "c.docx": b"PK\x03\x04",
        "d.txt": b"words",
    }.items():
        (tmp_path / name).write_bytes(data)
    report = json.loads(render(check(tmp_path)))
    assert broken(contract("report"), report) == []
    assert report["summary"]["read_failed"] == 4
    assert report["summary"]["verdict"] == "incomplete"


def test_an_empty_folder_passes_with_nothing_read(tmp_path: Path) -> None:
    report = json.loads(render(check(tmp_path)))
    assert broken(contract("report"), report) == []
    assert report["documents"] == []


def test_every_kind_of_paper_is_called_by_a_word_of_the_contract() -> None:
    schema = json.loads((ROOT / "docs" / "contract" / "report.schema.json").read_text(encoding="utf-8"))
    named = schema["properties"]["documents"]["items"]["properties"]["kind"]["description"]
    paper = check(SAMPLE, READING).case.papers[0]
    for name in paper_kinds():
        told = json.loads(render_facts([replace(paper, kind=name)]))["documents"][0]["kind"]
        assert told in re.findall(r"[a-z-]+", named), name


def test_no_job_that_a_letter_tells_in_passing_is_told() -> None:
    case = case_of("""
        draft/explanation-letter.pdf as of 2026-03-01: job employer=Acme from=2021-04 to=present
        draft/explanation-letter.pdf as of 2026-03-01: job employer=Bodega from=2018-01 to=2021-03 in_passing=yes
        draft/cv.pdf as of 2026-03-01: job employer=Bodega from=2018-01 to=2021-03
    """)
    documents = json.loads(render_facts(case.papers))["documents"]
    told = {paper["kind"]: [record["employer"] for record in paper["records"]] for paper in documents}
    assert told == {"explanation-letter": ["Acme"], "cv": ["Bodega"]}
