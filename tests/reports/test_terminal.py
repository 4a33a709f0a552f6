"""The report at a terminal: width-aware, complete without colours, and never hiding a side."""

from pathlib import Path

import pytest
from click import unstyle
from msgspec.structs import replace

from consistency.model import Report
from consistency.pipeline import check
from consistency.reports.terminal import render
from tests.bundled import READING, sample
from tests.reports.making import hostile


@pytest.fixture(scope="module")
def report() -> Report:
    return sample()


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(
    report: Report, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = unstyle(render(report)).splitlines()[:-1]
    assert max(map(len, lines)) <= columns


@pytest.mark.parametrize("columns", [80, 120])
def test_hostile_words_keep_within_the_terminal_and_send_it_nothing(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text = unstyle(render(hostile(), verbose=True))
    assert max(map(len, text.splitlines()[:-1])) <= columns
    assert all(sign.isprintable() or sign == "\n" for sign in text)


def test_verbose_leaves_no_place_out(report: Report) -> None:
    text = unstyle(render(report, verbose=True))
    assert "more, which repeat" in unstyle(render(report)) and "more, which repeat" not in text
    assert text.count("paragraph 6") > unstyle(render(report)).count("paragraph 6")


def test_each_value_of_a_finding_is_shown_though_many_places_repeat_one(report: Report) -> None:
    text = unstyle(render(report))
    dates = next(f for f in report.findings if f.rule == "work/dates")
    assert len(dates.evidence) > 6
    for value in {c.value for c in dates.evidence}:
        assert f"= {value}" in text or f"“{value}”" in text


def test_clocks_that_run_or_still_matter_are_told_in_a_few_lines(report: Report) -> None:
    section = " ".join(unstyle(render(report)).split("Clocks on 2026-10-12")[1].split())
    assert "2030-11-30 validity of the passport: 1510 days left, a Saturday (IRPR s.52(1))" in section
    assert "judicial review of the refusal of 2024-08-12: passed 731 days ago" in section
    assert sum(clock.weighs for clock in report.clocks) == section.count("ago") + section.count("left")


def test_levels_are_told_without_colours(report: Report) -> None:
    text = unstyle(render(report))
    assert "CRITICAL" in text and "!! " in text


def test_a_document_that_was_not_read_is_not_called_absent(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4")
    text = unstyle(render(check(tmp_path, READING)))
    assert "(not there)" not in text
    assert "0 critical, 1 major" in text and "1 of 1 document not read" in text


def test_the_reasons_of_the_refusal_and_the_package_are_shown(report: Report) -> None:
    text = " ".join(unstyle(render(report)).split())
    assert "unanswered assets and financial situation (2022-06-20, 2024-08-12, again)" in text
    assert "contradicted ability to perform the work (2024-08-12)" in text
    assert "papers: 2026 draft/Reference letter.pdf (new)" in text
    assert "Beside the package refused on 2024-08-12 (p1): 0 the same, 3 changed, 2 new, 0 left out" in text


def test_a_draft_after_no_refusal_has_no_table_of_reasons(report: Report) -> None:
    case = replace(report.case, papers=tuple(p for p in report.case.papers if p.kind != "refusal-letter"))
    assert "Reasons of the refusal" not in unstyle(render(replace(report, case=case)))
