"""Many folders on this machine: each once, each with its place, whatever happens to another."""

import csv
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

import consistency.batch.folder as folder_module
from consistency.batch.folder import LOADED, Wanted, done
from consistency.batch.outcome import Folder, Outcome
from consistency.batch.running import Pace, Way, once, watch
from consistency.batch.state import State, WrongOutput
from consistency.cli import main
from consistency.pipeline import BOUNDS
from consistency.workers import here
from tests.batch.making import applicant, applicants, asked, mishaps, tree
from tests.batch.places import Now
from tests.reports.test_contract import broken, contract

NAME = "consistency-report"


class Counting:
    """Does the work, and remembers what was really done."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def __call__(self, wanted: Wanted, folder: Folder) -> Outcome:
        outcome = done(wanted, folder)
        if outcome.verdict is not None:
            self.done.append(folder.name)
        return outcome


def go(wanted: Wanted, way: Way | None = None) -> list[str]:
    work = Counting()
    with State(wanted) as state:
        once(wanted, state, Now(), way or Way(), lambda _name: None, work)
    return work.done


def summary(wanted: Wanted) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((wanted.output / f"{NAME}.summary.json").read_text(encoding="utf-8"))
    return told


def verdicts(wanted: Wanted) -> dict[str, str]:
    return {row["folder"]: row["verdict"] for row in summary(wanted)["folders"]}


def test_a_finished_folder_is_done_again_only_when_something_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = asked(tmp_path)
    one, two, three = applicants(wanted.root, 3)
    assert go(wanted) == [one, two, three]
    before = tree(wanted.output)
    assert go(wanted) == [] and tree(wanted.output) == before
    (wanted.root / one / "draft" / "letter.docx").rename(wanted.root / one / "draft" / "renamed.docx")
    (wanted.root / two / "consistency.toml").write_text('fail_on = "critical"\n', encoding="utf-8")
    (wanted.output / three / f"{NAME}.json").unlink()
    assert go(wanted) == [one, two, three]
    letter = wanted.root / one / "2022 permit" / "letter.docx"
    about = letter.stat()
    letter.write_bytes(bytes(reversed(letter.read_bytes())))
    os.utime(letter, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert go(wanted) == [one]
    assert go(replace(wanted, check=replace(wanted.check, draft="draft"))) == [one, two, three]
    monkeypatch.setattr(folder_module, "version", lambda _name: "99")
    assert go(replace(wanted, check=replace(wanted.check, draft="draft"), version="99")) == [one, two, three]
    assert go(replace(wanted, version="99"), Way(again=True)) == [one, two, three]


def test_a_folder_that_is_gone_leaves_the_summary(tmp_path: Path) -> None:
    wanted = asked(tmp_path)
    one, two = applicants(wanted.root, 2)
    go(wanted)
    shutil.rmtree(wanted.root / one)
    go(wanted)
    assert list(verdicts(wanted)) == [two]


def test_one_bad_folder_has_its_place_and_stops_nothing(tmp_path: Path) -> None:
    wanted = asked(tmp_path)
    applicants(wanted.root, 2)
    for name in ("dies", "fails", "wrong"):
        applicant(wanted.root / name, 1)
    (wanted.root / "wrong" / "consistency.toml").write_text("nonsense = 1\n", encoding="utf-8")
    with State(wanted) as state, here(2, BOUNDS, fresh=LOADED) as place:
        once(wanted, state, place, Way(), lambda _name: None, mishaps)
    rows = {row["folder"]: row for row in summary(wanted)["folders"]}
    assert {name for name, row in rows.items() if row["verdict"] == "failed"} == {"dies", "fails", "wrong"}
    assert "crashed" in rows["dies"]["reason"]
    assert "ZeroDivisionError" in rows["fails"]["reason"] and "nonsense" in rows["wrong"]["reason"]
    assert rows["case 000"]["documents"] == 2 and summary(wanted)["summary"]["failed"] == 3
    assert (wanted.output / "case 001" / f"{NAME}.json").is_file()
    assert go(wanted) == ["dies", "fails", "wrong"], "what failed is tried again, the rest is not"


def test_a_report_that_no_longer_holds_is_taken_away(tmp_path: Path) -> None:
    wanted = asked(tmp_path)
    (one,) = applicants(wanted.root, 1)
    go(wanted)
    (wanted.root / one / "consistency.toml").write_text("nonsense = 1\n", encoding="utf-8")
    go(wanted)
    assert verdicts(wanted) == {one: "failed"} and not (wanted.output / one / f"{NAME}.json").exists()


def test_the_three_summaries_say_the_same(tmp_path: Path) -> None:
    wanted = asked(tmp_path, formats=("html", "markdown"), output=tmp_path / "root" / "out")
    applicants(wanted.root, 2)
    applicant(wanted.root / "=cmd <b>&'\"", 3)
    (wanted.root / "empty").mkdir()
    go(wanted)
    go(wanted)  # the output lies in the root, and is no applicant
    names = [row["folder"] for row in summary(wanted)["folders"]]
    assert names == ["=cmd <b>&'\"", "case 000", "case 001"]
    text = (wanted.output / f"{NAME}.summary.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["folder"] for row in rows] == ["'" + names[0], *names[1:]]
    assert broken(contract("batch"), summary(wanted)) == []
    page = (wanted.output / f"{NAME}.summary.html").read_text(encoding="utf-8")
    assert "<b>&" not in page and "=cmd &lt;b&gt;&amp;" in page and "%3Cb%3E" in page
    for row in summary(wanted)["folders"]:
        assert all((wanted.output / place).is_file() for place in row["reports"].values())
        assert row["reports"]["markdown"].endswith("/consistency-report.md")


def test_redacted_output_names_nobody(tmp_path: Path) -> None:
    wanted = asked(tmp_path, redact=True, formats=("json", "csv"))
    applicant(wanted.root / "Samplea Noor", 0)
    applicant(wanted.root / "Samplez wrong", 0)
    (wanted.root / "Samplez wrong" / "consistency.toml").write_text("nonsense = 1\n", encoding="utf-8")
    go(wanted)
    assert go(wanted) == ["Samplez wrong"]
    written = [path for path in wanted.output.rglob("*") if path.is_file()]
    assert len(written) == 6
    for path in written:
        assert b"sample" not in path.read_bytes().lower(), path
        assert "ample" not in path.relative_to(wanted.output).as_posix()
    assert all(re.fullmatch(r"CASE-[0-9a-f]{12}", name) for name in verdicts(wanted))
    with pytest.raises(WrongOutput, match="redact"):
        State(replace(wanted, redact=False))


def test_a_watch_does_what_has_come_once_it_is_still(tmp_path: Path) -> None:
    wanted, way = asked(tmp_path), Way(every=0)
    (one,) = applicants(wanted.root, 1)
    with State(wanted) as state:
        watch(wanted, state, Now(), way, rounds=1)
        assert verdicts(wanted) == {}, "it may still be written to"
        watch(wanted, state, Now(), way, rounds=1)
        assert list(verdicts(wanted)) == [one]
        applicant(wanted.root / "late", 2)
        watch(wanted, state, Now(), way, rounds=2)
        assert list(verdicts(wanted)) == [one, "late"]
        shutil.rmtree(wanted.root / one)
        (wanted.root / "late" / "consistency.toml").write_text("nonsense = 1\n", encoding="utf-8")
        watch(wanted, state, Now(), way, rounds=2)
        assert verdicts(wanted) == {"late": "failed"}
        before = (wanted.output / f"{NAME}.summary.json").stat().st_mtime_ns
        assert not once(wanted, state, Now(), way, lambda _name: None), "what failed waits for a change"
        assert (wanted.output / f"{NAME}.summary.json").stat().st_mtime_ns == before


def test_two_runs_never_write_to_one_output(tmp_path: Path) -> None:
    wanted = asked(tmp_path)
    with State(wanted), pytest.raises(WrongOutput, match="another run"):
        State(wanted)


def test_folders_may_lie_deeper(tmp_path: Path) -> None:
    wanted = asked(tmp_path)
    applicant(wanted.root / "2026" / "one", 1)
    assert go(wanted, Way(depth=2)) == ["2026/one"]
    assert (wanted.output / "2026" / "one" / f"{NAME}.json").is_file()


def test_the_pace_tells_rate_and_time_left() -> None:
    pace = Pace(101, 0.0)
    assert pace.line("a", 60.0) == "1 of 101 folders, 1.0 a minute, 1 h 40 min left: a"
    assert pace.line("b", 120.0).endswith("1.0 a minute, 1 h 39 min left: b")


def test_the_command_ends_with_the_worst_of_the_folders(tmp_path: Path) -> None:
    wanted = asked(tmp_path)
    applicants(wanted.root, 2)
    words = ["batch", str(wanted.root), "--output", str(wanted.output), "--no-ocr", "--format", "json"]
    assert (
        CliRunner()
        .invoke(main, ["batch", str(wanted.root), "--output", str(wanted.root / "x"), "--depth", "4"])
        .exit_code
        == 2
    )
    given = CliRunner().invoke(main, words)
    assert (
        given.exit_code
        == {"pass": 0, "findings": 1}[max(verdicts(wanted).values(), key=["pass", "findings"].index)]
    )
    assert given.output == "" and set(summary(wanted)["folders"][0]["reports"]) == {"json"}
    for name in verdicts(wanted):
        (wanted.root / name / "consistency.toml").write_text("nonsense = 1\n", encoding="utf-8")
    assert CliRunner().invoke(main, words).exit_code == 3


def test_an_interrupted_run_says_so_and_keeps_what_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = asked(tmp_path)
    names = applicants(wanted.root, 2)

    def interrupted(told: Wanted, state: State, _place: object, way: Way, _told: object) -> None:
        def stop(_name: str) -> None:
            raise KeyboardInterrupt

        once(told, state, Now(), way, stop)

    monkeypatch.setattr("consistency.batch.running.once", interrupted)
    words = ["batch", str(wanted.root), "--output", str(wanted.output), "--no-ocr", "--format", "json"]
    given = CliRunner().invoke(main, words)
    assert (given.exit_code, given.stderr) == (130, "\nInterrupted.\nThe same command goes on from here.\n")
    assert len(verdicts(wanted)) == 1 and set(verdicts(wanted)) < set(names)


def _heed_ctrl_c() -> None:
    """Have a process heed Ctrl-C: one in the background of a shell, and whatever it begins, does not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_ctrl_c_ends_a_watch_cleanly(tmp_path: Path) -> None:
    wanted = asked(tmp_path)
    applicants(wanted.root, 1)
    words = [
        "batch",
        wanted.root,
        "--output",
        wanted.output,
        "--no-ocr",
        "--format",
        "json",
        "--watch",
        "--every",
        "0.1",
    ]
    started = subprocess.Popen(
        [sys.executable, "-m", "consistency", *map(str, words)],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heed_ctrl_c,
    )
    report = wanted.output / "case 000" / f"{NAME}.json"
    end = time.monotonic() + 60
    while not report.exists() and time.monotonic() < end:
        time.sleep(0.05)
    started.send_signal(signal.SIGINT)
    _, told = started.communicate(timeout=30)
    assert (started.returncode, told) in ((0, ""), (1, "")), told
    assert report.is_file() and (wanted.output / f"{NAME}.summary.json").is_file()
