"""A report beside an earlier one: new, changed, resolved, and nothing else."""

import json
from pathlib import Path

import msgspec
import pytest

from consistency.comparator.baseline import Told, WrongBaseline, compared, read
from consistency.comparator.engine import Settings, run
from consistency.model import Finding, Report, Severity
from consistency.reports.json import as_dict
from tests.comparator.examples import case_of

BEFORE = """
    2022/imm5257.pdf as of 2022-05-02: job employer=Acme title=analyst from=2018-01 to=2019-03
    draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=analyst from=2018-01 to=2019-09
"""
OTHER_DATE = BEFORE.replace("to=2019-09", "to=2019-10")
MENDED = BEFORE.replace("to=2019-09", "to=2019-03")
ANOTHER = MENDED.replace(
    "draft/imm1295.pdf as of 2026-03-01: job employer=Acme",
    "draft/imm1295.pdf as of 2026-03-01: job employer=Zenith",
)


def found(text: str) -> tuple[Finding, ...]:
    return run(case_of(text), Settings(rules=("work/",)))


def told(text: str) -> list[Told]:
    findings = as_dict(Report(case_of(text), found(text), "findings"))["findings"]
    return msgspec.convert(findings, list[Told])


def test_nothing_is_shown_of_what_is_as_it_was() -> None:
    shown, changes = compared(found(BEFORE), told(BEFORE))
    assert not shown and not changes.new and not changes.changed and not changes.resolved
    assert changes.unchanged == len(found(BEFORE)) > 0


def test_other_values_about_one_subject_are_a_change() -> None:
    shown, changes = compared(found(OTHER_DATE), told(BEFORE))
    assert [f.rule for f in shown] == ["work/dates"]
    assert changes.changed == {shown[0].id} and not changes.new and not changes.resolved


def test_a_new_and_a_resolved_one() -> None:
    shown, changes = compared(found(ANOTHER), told(BEFORE))
    assert {f.id for f in shown} == changes.new != set()
    assert [one.rule for one in changes.resolved] == ["work/dates"]
    assert compared(found(MENDED), told(BEFORE))[1].resolved == changes.resolved


def test_a_status_that_moved_is_a_change() -> None:
    before = [msgspec.structs.replace(one, status="acknowledged") for one in told(BEFORE)]
    assert compared(found(BEFORE), before)[1].changed == {one.id for one in before}


def finding(name: str, subject: str = "", rule: str = "work/dates") -> Finding:
    return Finding(name, rule, Severity.MAJOR, None, "A title.", "A detail.", "", "", (), (), subject=subject)


def as_told(one: Finding, status: str = "open") -> Told:
    return Told(one.id, one.rule, "major", status, one.title, one.person, one.subject)


def test_what_has_no_subject_is_known_by_its_id_alone() -> None:
    shown, changes = compared([finding("b")], [as_told(finding("a"))])
    assert [f.id for f in shown] == ["b"] and changes.new == {"b"} and not changes.changed
    assert [one.id for one in changes.resolved] == ["a"]


def test_of_two_about_one_subject_the_one_of_the_same_id_is_meant() -> None:
    before = [as_told(finding("a", "acme")), as_told(finding("b", "acme"))]
    shown, changes = compared([finding("a", "acme")], before)
    assert not shown and [one.id for one in changes.resolved] == ["b"]


def test_each_finding_is_looked_up_by_itself() -> None:
    before = [as_told(finding("a", "acme")), as_told(finding("c", "other"))]
    shown, changes = compared([finding("n", "new"), finding("a", "acme"), finding("d", "other")], before)
    assert [f.id for f in shown] == ["n", "d"]
    assert changes.new == {"n"} and changes.changed == {"d"}
    assert not changes.resolved and changes.unchanged == 1


def test_what_was_acknowledged_and_is_gone_is_not_news() -> None:
    before = [as_told(finding("a", "acme"), "acknowledged"), as_told(finding("b", "acme", "work/title"))]
    assert [one.id for one in compared([], before)[1].resolved] == ["b"]


ROW = '{"id": "a", "rule": "work/dates", "severity": "major", "status": "open", "title": "A title."}'
HEAD = '{"schema": "consistency-report/1", "findings": '


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        '{"schema": "sarif", "findings": []}',
        '{"schema": 1}',
        "\xff",
        "[" * 100_000,
        HEAD + "[" * 100_000,
    ]
    + [
        f"{HEAD}[{row}]}}"
        for row in ("1", "[]", ROW.replace('"id"', '"no"'), ROW.replace('"work/dates"', "[]"))
    ]
    + [f"{HEAD}[{ROW.replace(old, new)}]}}" for old, new in (("major", "odd"), ('"open"', "null"))],
)
def test_another_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "old.json"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(WrongBaseline, match="no report of an earlier check"):
        read(path)
    path.write_text(json.dumps({"schema": "consistency-report/1", "findings": []}))
    assert read(path) == ()
    path.write_text(f"{HEAD}[{ROW}]}}")
    assert read(path) == (Told("a", "work/dates", "major", "open", "A title."),)
