"""consistency.toml: what it may say, and how a wrong word in it is answered."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from consistency.cli import main
from consistency.comparator.waivers import Waiver
from consistency.config import WrongConfiguration, load
from consistency.config.acknowledging import acknowledge
from consistency.model import Acknowledgement, Report, Severity
from consistency.normalizer.dates import PartialDate
from consistency.pipeline import Check, check
from tests.bundled import READING, SAMPLE

FULL = """
draft = "2026 draft"
as_of = 2026-11-01
fail_on = "critical"
ocr_threshold = 0.7

[dates]
"2024 work permit/CV.docx" = "2024-05"
"scan.pdf" = 2024

[rules]
"work/title" = "off"
"work/dates" = { level = "minor" }

[[same]]
employer = ["Acme Ltd", "Blue Whale Foods"]

[[acknowledged]]
id = "work-dates-0123456789"
reason = "The letter explains it."
by = "A. Lee"
on = 2026-10-01
expires = 2026-12-31
status = "explained"
"""


def written(folder: Path, text: str) -> Path:
    (folder / "consistency.toml").write_text(text, encoding="utf-8")
    return folder


def sample(target: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, target / "case"))


def test_nothing_is_said_without_a_file(tmp_path: Path) -> None:
    told = load(tmp_path)
    assert told.draft is None and not told.waivers and not told.levels


def test_every_key_has_its_meaning(tmp_path: Path) -> None:
    told = load(written(tmp_path, FULL))
    assert (told.draft, told.as_of, told.fail_on, told.ocr_threshold) == (
        "2026 draft",
        date(2026, 11, 1),
        Severity.CRITICAL,
        0.7,
    )
    assert told.dates == {"2024 work permit/CV.docx": PartialDate(2024, 5), "scan.pdf": PartialDate(2024)}
    assert told.off == {"work/title"} and told.levels == {"work/dates": Severity.MINOR}
    assert told.taught.employers == (("Acme Ltd", "Blue Whale Foods"),)
    words = Acknowledgement("The letter explains it.", "A. Lee", "2026-10-01", "2026-12-31")
    assert told.waivers == (Waiver("work-dates-0123456789", words, "explained"),)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ('drafts = "x"', "'draft'"),
        ('[rules]\n"work/date" = "off"', "work/dates"),
        ('[rules]\n"work/dates" = "minorr"', "'minor'"),
        ('[rules]\n"work/dates" = { levels = "minor" }', "'level'"),
        ('[[acknowledged]]\nid = "x"\nreason = "y"\nexpire = 2026-01-01', "'expires'"),
        ('[[same]]\nemployers = ["a", "b"]', "'employer'"),
        ('[rules]\nwork = "off"', "one by one"),
        ('[dates]\n"a.pdf" = "soon"', "not a date"),
        ('[[acknowledged]]\nid = "x"\nreason = " "', "without a reason"),
        ("as_of = 7", "as_of"),
        ("draft = ", "cannot be followed"),
        (f"as_of = {'9' * 5_000}", "cannot be followed"),
        (f"as_of = {'[' * 5_000}", "cannot be followed"),
    ],
)
def test_a_wrong_word_is_an_error_that_names_the_nearest(tmp_path: Path, text: str, nearest: str) -> None:
    with pytest.raises(WrongConfiguration, match=nearest):
        load(written(tmp_path, text))


def of(report: Report, rule: str) -> list[str]:
    return [f"{finding.status} {finding.severity}" for finding in report.findings if finding.rule == rule]


def test_an_acknowledged_finding_stands_but_does_not_fail_the_check(tmp_path: Path) -> None:
    case = sample(tmp_path)
    before = check(case, READING)
    for finding in before.findings:
        acknowledge(case, Waiver(finding.id, Acknowledgement("Known."), allow_critical=True))
    after = check(case, READING)
    assert {f.id for f in after.findings} == {f.id for f in before.findings}
    assert {f.status for f in after.findings} == {"acknowledged"} and after.verdict == "pass"


def test_a_critical_one_needs_to_be_allowed(tmp_path: Path) -> None:
    case = sample(tmp_path)
    one = next(f for f in check(case, READING).findings if f.severity is Severity.CRITICAL)
    acknowledge(case, Waiver(one.id, Acknowledgement("Known.")))
    report = check(case, READING)
    assert next(f.status for f in report.findings if f.id == one.id) == "open"
    assert any("allow_critical" in note for note in report.case.notes)


def test_an_expired_one_is_open_again_from_the_day_after(tmp_path: Path) -> None:
    case = sample(tmp_path)
    one = check(case, READING).findings[0]
    last = Acknowledgement("Known.", expires="2026-12-01")
    acknowledge(case, Waiver(one.id, last, allow_critical=True))
    states = [
        next(
            f.status
            for f in check(case, Check(as_of=day, reading=READING.reading)).findings
            if f.id == one.id
        )
        for day in (date(2026, 12, 1), date(2026, 12, 2))
    ]
    assert states == ["acknowledged", "open"]


def test_one_that_is_no_longer_found_is_said(tmp_path: Path) -> None:
    case = sample(tmp_path)
    acknowledge(case, Waiver("work-dates-0000000000", Acknowledgement("Known.")))
    assert any("work-dates-0000000000" in note for note in check(case, READING).case.notes)


def test_comments_and_order_are_kept(tmp_path: Path) -> None:
    text = """# Our file 17
draft = "2026 draft"  # the new one

[[acknowledged]]  # by hand
id = "work-title-0000000000"
reason = "x"
"""
    case = written(sample(tmp_path), text)
    acknowledge(case, Waiver("work-dates-0123456789", Acknowledgement("Because “this” is so.")))
    acknowledge(case, Waiver("work-dates-0123456789", Acknowledgement("Better reason.")))
    written_down = (case / "consistency.toml").read_text(encoding="utf-8")
    assert written_down.startswith(text)
    assert written_down.count("work-dates-0123456789") == 1 and "Better reason." in written_down
    assert [w.id for w in load(case).waivers] == ["work-title-0000000000", "work-dates-0123456789"]


def test_a_rule_is_switched_off_or_weighed_otherwise(tmp_path: Path) -> None:
    case = sample(tmp_path)
    assert of(check(case, READING), "work/dates") == ["open critical"] or of(
        check(case, READING), "work/dates"
    )
    written(case, '[rules]\n"work/dates" = "off"\n"family/child" = "minor"')
    report = check(case, READING)
    assert not of(report, "work/dates") and of(report, "family/child") == ["open minor"]


def test_the_command_writes_and_refuses(tmp_path: Path) -> None:
    case = sample(tmp_path)
    one = check(case, READING).findings[0]
    run = CliRunner().invoke
    done = run(
        main, ["acknowledge", one.id, str(case), "--reason", "Known.", "--by", "A. Lee", "--allow-critical"]
    )
    assert done.exit_code == 0, done.output
    assert load(case).waivers[0].words.by == "A. Lee"
    wrong = run(main, ["acknowledge", "work-dates", str(case), "--reason", "Known."])
    assert wrong.exit_code == 2 and "not the id of a finding" in wrong.output
    (case / "consistency.toml").write_text("drafts = 1")
    assert run(main, ["check", str(case), "--no-ocr"]).exit_code == 2
