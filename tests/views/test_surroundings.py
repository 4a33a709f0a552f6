"""What stands around a finding: the jobs before and after, the answers beside, what each document says of a detail."""

import pytest
from msgspec.structs import replace

from consistency.model import Acknowledgement, Finding, Report
from consistency.views.agenda import agenda
from consistency.views.surroundings import BESIDE, surroundings
from tests.bundled import sample


@pytest.fixture(scope="module")
def report() -> Report:
    return sample()


def of(report: Report, rule: str) -> Finding:
    return next(finding for finding in report.findings if finding.rule == rule)


def test_jobs_before_and_after_are_shown_and_a_missing_one_in_its_place(report: Report) -> None:
    (work,) = surroundings(report.case, of(report, "work/missing")).topics
    rows = {stretch.paper.path: stretch.rows for stretch in work.stretches}
    draft = rows["2026 draft/IMM1295E.pdf"]
    assert [(row.label[-1], row.missing) for row in draft] == [
        ("Harbour Example Hotel", False),
        ("Medina Example Bakery", True),
        ("Jasmine Example Restaurant", False),
    ]
    assert all(sum(row.meant for row in told) == 1 and len(told) <= 2 * BESIDE + 1 for told in rows.values())


def test_answers_are_shown_with_those_beside_them(report: Report) -> None:
    found = surroundings(report.case, of(report, "background/refusal-incomplete"))
    answers = next(records for records in found.types if records.topic == "answer")
    stretch = answers.stretches[-1]
    assert stretch.earlier and stretch.later and len(stretch.rows) == 2 * BESIDE + 1
    assert [row.label[0] for row in stretch.rows if row.meant] == ["ever refused"]


def test_a_relative_is_shown_by_document(report: Report) -> None:
    (child,) = surroundings(report.case, of(report, "family/child")).relatives
    assert child.about == "Lina Model" and any(row.absent for row in child.rows)


def test_what_was_decided_changes_nothing_of_it(report: Report) -> None:
    one = of(report, "work/dates")
    closed = replace(one, status="explained", acknowledgement=Acknowledgement("See the letter."))
    assert surroundings(report.case, closed) == surroundings(report.case, one)


def test_the_agenda_turns_round_until_all_is_decided(report: Report) -> None:
    told = agenda(report.findings, (), report.case.as_of)
    assert told.undecided(len(told.items) - 1) == told.items[0]
    assert told.place("work-dates-0000000000") is None and told.decided == 0
