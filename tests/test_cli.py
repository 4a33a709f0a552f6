"""The command line as a person or a gate uses it, on the bundled case."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click import unstyle
from click.testing import CliRunner, Result

from consistency.cli import main
from tests.bundled import SAMPLE


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def past(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    shutil.copytree(SAMPLE / "2022 visitor visa", folder / "2022 visitor visa")
    return folder


def test_check_finds_the_planted_mistakes() -> None:
    result = run("check", SAMPLE, "--format", "json")
    report = json.loads(result.stdout)
    found = {finding["rule"] for finding in report["findings"]}
    assert {"work/dates", "work/missing", "background/refusal-incomplete", "family/child"} <= found
    assert result.exit_code == 1
    assert report["summary"]["verdict"] == "findings"


def test_every_finding_cites_quotes_and_places() -> None:
    report = json.loads(run("check", SAMPLE, "--format", "json").stdout)
    paths = {document["path"] for document in report["documents"]}
    for finding in report["findings"]:
        assert finding["why"] and finding["advice"] and finding["detail"]
        for citation in finding["evidence"]:
            assert citation["document"] in paths
            assert citation["quote"] is None or citation["quote"].strip()


def test_terminal_report_ends_with_the_verdict() -> None:
    result = run("check", SAMPLE)
    assert result.exit_code == 1
    assert result.stdout.strip().splitlines()[-1].startswith("FINDINGS")
    assert "\x1b[" not in result.stdout


def test_past_applications_alone_pass(past: Path) -> None:
    result = run("check", past)
    assert result.exit_code == 0, result.stdout


def test_unreadable_file_is_exit_3_and_the_rest_is_checked(past: Path) -> None:
    (past / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    result = run("check", past, "--format", "json")
    report = json.loads(result.stdout)
    assert result.exit_code == 3
    assert report["summary"]["verdict"] == "incomplete"
    assert report["summary"]["read_failed"] == 1
    assert [f["rule"] for f in report["findings"] if f["severity"] == "major"] == ["document/unreadable"]


def test_level_of_failure_can_be_set(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    shutil.copytree(SAMPLE, folder)
    (folder / "2024 work permit" / "Refusal letter.pdf").unlink()  # its ground makes the job's dates critical
    assert run("check", folder, "--rules", "work/dates", "--fail-on", "critical").exit_code == 0
    assert run("check", folder, "--rules", "work/dates", "--fail-on", "minor").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("check", "no such folder"), "no file or folder"),
        (("check", SAMPLE, "--rules", "work/date"), "did you mean work/dates"),
        (("check", SAMPLE, "--draft", "2027"), "no paper lies in"),
        (("check", SAMPLE, "--person", "p9"), "there is no person"),
        (("check", SAMPLE, "--format", "pdf"), "there are:"),
        (("check", SAMPLE, "--output", "no/such/folder/report.txt"), "cannot be written"),
        (("check", SAMPLE, "--format", "json", "--privileged"), "it is for: docx"),
        (("check", SAMPLE, "--format", "csv", "--verbose"), "it is for: terminal"),
        (("explain", "work/datez"), "did you mean work/dates"),
    ],
)
def test_wrong_use_is_exit_2_with_a_clear_sentence(arguments: tuple[object, ...], says: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output


def test_output_goes_to_the_file_and_nowhere_else(tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    result = run("check", SAMPLE, "--format", "json", "--output", out)
    assert result.stdout == ""
    assert json.loads(out.read_text(encoding="utf-8"))["schema"] == "consistency-report/1"


def test_one_file_is_named_by_its_own_name() -> None:
    result = run("facts", SAMPLE / "2026 draft" / "IMM1295E.pdf", "--format", "json")
    (document,) = json.loads(result.stdout)["documents"]
    assert document["path"] == "IMM1295E.pdf"
    assert document["kind"] == "imm1295"
    assert {"attribute": "family_name", "value": "SAMPLE"}.items() <= document["facts"][0].items()


def test_facts_as_a_table() -> None:
    result = run("facts", SAMPLE / "2026 draft")
    assert result.exit_code == 0
    assert "Jasmine Example Restaurant" in result.stdout


def test_jobs_in_parallel_find_the_same() -> None:
    alone = json.loads(run("check", SAMPLE, "--format", "json").stdout)
    shared = json.loads(run("check", SAMPLE, "--format", "json", "--jobs", 2).stdout)
    assert alone["findings"] == shared["findings"]
    assert alone["documents"] == shared["documents"]


def test_rules_and_explain() -> None:
    assert "work/dates" in run("rules").stdout
    page = run("explain", "work/dates").stdout
    assert "Why:" in page and "Accepts" in page


def test_demo_runs_the_bundled_case() -> None:
    assert "FINDINGS" in run("demo").stdout


def test_nothing_is_written_into_the_folder(past: Path) -> None:
    before = sorted(past.rglob("*"))
    run("check", past)
    assert sorted(past.rglob("*")) == before


def test_python_interface() -> None:
    from consistency import check

    report = check(SAMPLE)
    assert report.verdict == "findings"


COMMANDS = (
    ("check", SAMPLE / "2022 visitor visa", "--no-ocr"),
    ("facts", SAMPLE / "2022 visitor visa" / "IMM5257E.pdf", "--no-ocr"),
    ("rules",),
    ("explain", "work/dates"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_colours_are_for_terminals_that_want_them(
    command: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = [str(word) for word in command]
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = CliRunner().invoke(main, arguments, color=True).output
    monkeypatch.setenv("NO_COLOR", "1")
    plain = CliRunner().invoke(main, arguments, color=True).output
    assert "\x1b[" not in plain
    assert unstyle(shown) == plain


@pytest.mark.parametrize("command", ["check", "facts", "init"])
def test_progress_is_for_terminals_and_not_for_the_quiet(
    command: str, past: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(command, past, "--no-ocr", "--no-cache").stderr == ""
    monkeypatch.setattr("consistency.cli._reading._is_watched", lambda: True)
    shown = run(command, past, "--no-ocr").stderr
    assert {line.split(": ")[0] for line in shown.split("\r")[1:3]} == {"reading 1 of 2", "reading 2 of 2"}
    assert "2022 visitor visa/IMM5257E.pdf" in shown and shown.endswith(" \r")
    assert run(command, past, "--no-ocr", "--quiet").stderr == ""


def test_a_format_that_is_no_text_wants_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "memo.docx"
    assert (
        run("check", SAMPLE, "--no-ocr", "--format", "docx", "--privileged", "--output", out).exit_code == 1
    )
    assert out.read_bytes().startswith(b"PK")
    monkeypatch.setattr("consistency.cli._running._is_terminal", lambda: True)
    result = run("check", SAMPLE, "--format", "docx")
    assert result.exit_code == 2 and "name a file with --output" in result.output


def test_a_csv_is_saved_as_a_spreadsheet_opens_it(tmp_path: Path) -> None:
    out = tmp_path / "list.csv"
    run("check", SAMPLE, "--no-ocr", "--format", "csv", "--output", out)
    data = out.read_bytes()
    assert data.startswith(b'\xef\xbb\xbf"level"') and data.endswith(b'"\r\n') and b"\r\r" not in data


@pytest.mark.parametrize("command", [("check", SAMPLE, "--no-ocr"), ("facts", SAMPLE, "--no-ocr"), ("demo",)])
def test_redacted_output_names_nobody(command: tuple[object, ...]) -> None:
    told = run(*command, "--redact").stdout
    assert "PERSON-1" in told and "EMPLOYER-1" in told
    assert not {"Noor", "NOOR", "Jasmine", "Z0000011"} & set(re.findall(r"\w+", told))


def test_verbose_shows_every_place() -> None:
    told = run("check", SAMPLE, "--no-ocr", "--rules", "work/dates", "--verbose").stdout
    assert "more, which repeat" not in told and "paragraph 6" in told and "in a3, en" in told


def test_help_loads_no_stage() -> None:
    code = "import sys; from consistency.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()
    assert not {"consistency.pipeline", "consistency.model", "consistency.reports", "lxml", "msgspec"} & set(
        loaded
    )


def test_a_check_loads_no_library_that_its_papers_do_not_need() -> None:
    code = (
        "import sys\nfrom consistency import check\nreport = check(sys.argv[1])\n"
        "print(len(report.case.papers), {'pypdf', 'PIL', 'dateparser', 'flask'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, SAMPLE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "11 set()"


def test_letter_writes_its_papers_beside_the_folder_and_nothing_else(past: Path) -> None:
    before = {path: path.read_bytes() for path in past.rglob("*") if path.is_file()}
    result = run("letter", past, "--lang", "fr")
    assert result.exit_code == 0, result.output
    written = [Path(line) for line in result.stdout.splitlines()]
    assert {path.parent for path in written} == {past.parent / "case-papers"}
    assert {path: path.read_bytes() for path in past.rglob("*") if path.is_file()} == before
    assert sorted(past.parent.iterdir()) == [past, past.parent / "case-papers"]
    again = run("letter", past)
    assert again.exit_code == 2 and "--force writes over it" in again.output
    assert run("letter", past, "--force", "--output", written[0]).exit_code == 0


def test_papers_saved_in_the_folder_change_no_finding(past: Path) -> None:
    found = json.loads(run("check", past, "--format", "json").stdout)["findings"]
    run("letter", past, "--output", past / "papers")
    report = json.loads(run("check", past, "--format", "json").stdout)
    assert report["findings"] == found
    kinds = {document["path"]: document["kind"] for document in report["documents"]}
    assert kinds["papers/corrections.docx"] == "other"
    assert kinds["papers/letter.docx"] == "explanation-letter"


def test_a_plan_lays_out_the_ways_on_for_a_person_and_for_a_machine(tmp_path: Path) -> None:
    shown = run("plan", SAMPLE)
    assert shown.exit_code == 0 and "Judicial review or reconsideration" in shown.stdout
    out = tmp_path / "plan.json"
    assert run("plan", SAMPLE, "--format", "json", "--as-of", "2024-08-20", "--output", out).exit_code == 0
    told = json.loads(out.read_text(encoding="utf-8"))
    [person] = told["people"]
    review = next(way for way in person["ways"] if way["name"] == "judicial-review")
    assert review["clocks"][0]["last_day"] == "2024-10-11" and review["clocks"][0]["days_left"] == 52
    assert run("plan", "no such folder").exit_code == 2


def test_readings_are_kept_shown_and_let_go(past: Path, cache_folder: Path) -> None:
    first = run("check", past, "--format", "json")
    held = len(list((cache_folder / "readings").iterdir()))
    assert f"{cache_folder / 'readings'}: {held} files, 0." in run("cache").stdout
    assert run("check", past, "--format", "json").stdout == first.stdout
    assert f"{held} files" in run("cache", "clear").stdout
    assert list((cache_folder / "readings").iterdir()) == []


def test_nothing_is_kept_with_no_cache(past: Path, cache_folder: Path) -> None:
    assert run("check", past, "--no-cache").exit_code == 0
    assert not cache_folder.exists()


def test_a_cache_that_cannot_be_used_is_said_only_where_it_is_asked_for(
    past: Path, cache_folder: Path
) -> None:
    quiet = run("check", past, "--no-cache")
    cache_folder.write_bytes(b"a file in its place")
    told = run("check", past)
    assert (told.output, told.exit_code) == (quiet.output, 0)
    assert "cannot be used" in run("cache").stdout
