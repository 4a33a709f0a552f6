"""Every clock at its edges: the day itself, the days around it, leap years, weekends, and dates that are not known."""

from datetime import date, timedelta

import pytest

from consistency.case.assemble import Choices
from consistency.clocks import all_clocks, clock_modules, left
from consistency.model import Case, Clock
from tests.comparator.examples import case_of

WHO = "family_name=SILVA birth_date=1990-05-04"
FORM = f"draft/imm1295.pdf as of 2025-01-01: {WHO}"
WHO_DRAFT = f"draft/imm5710.pdf as of 2026-03-20: {WHO}"
INSIDE = f"draft/imm5710.pdf as of 2025-01-01: {WHO}"
COOK = "job employer=Chinook title=cook country=CA"


def read(example: str, as_of: str) -> Case:
    return case_of(example, Choices(as_of=date.fromisoformat(as_of)))


def clocks(kind: str, example: str, as_of: str = "2026-03-01") -> list[Clock]:
    return [clock for clock in all_clocks(read(example, as_of)) if clock.kind == kind]


def clock(kind: str, example: str, as_of: str = "2026-03-01") -> Clock:
    [found] = clocks(kind, example, as_of)
    return found


def letter(day: str, kind: str = "refusal-letter") -> str:
    return f"past/{kind}.pdf as of {day}: refusal country=CA number=W123456789 from={day}"


def permit(end: str) -> str:
    return (
        f'draft/permit.pdf as of 2021-01-01: permit number=U1 status="Work Permit" from=2021-01-01 to={end}'
    )


OUTSIDE = f"past/imm1295.pdf as of 2025-01-01: {WHO}"
IN_CANADA = f"past/imm5710.pdf as of 2025-01-01: {WHO}"
MISREPRESENTED = (
    "You have been found inadmissible in accordance with paragraph 40(1)(a) for misrepresentation."
)
DATED = {
    "fairness-letter": f"{FORM}\npast/fairness-letter.pdf as of 2026-01-01: deadline={{}}",
    "lmia": f"{FORM}\n{FORM.split(':')[0]}: offer employer=Acme title=Cook number=7894563\n"
    "draft/lmia.pdf as of 2025-01-01: offer employer=Acme title=Cook number=7894563\n"
    "draft/lmia.pdf as of 2025-01-01: deadline={}",
    "passport": f"{FORM}\ndraft/passport.pdf as of 2016-01-01: passport_number=C1 passport_expiry_date={{}}",
    "permit": f"{INSIDE}\n{permit('{}')}",
}
"""Clocks of which a paper states the last day."""

COUNTED = {
    (
        "judicial-review",
        60,
    ): f"{FORM}\n{OUTSIDE}\npast/refusal-letter.pdf as of {{0}}: refusal country=CA from={{0}}",
    (
        "judicial-review",
        15,
    ): f"{FORM}\n{IN_CANADA}\npast/refusal-letter.pdf as of {{0}}: refusal country=CA from={{0}}",
    ("restoration", 90): f"{INSIDE}\n{permit('{0}')}",
}
"""Clocks of so many days from a day that a paper tells."""

MONTHS = {
    ("police-certificate", 6): f"{FORM}\ndraft/police-certificate.pdf as of {{0}}: full_name='Ana Silva'",
    ("language-test", 24): f"{FORM}\ndraft/language-test.pdf as of {{0}}: "
    'language_test details="IELTS: overall 7.0" from={0}',
    ("medical-exam", 12): f"{FORM}\ndraft/explanation-letter.pdf as of {{0}}: "
    'text "I completed my medical examination on {0}."',
    ("five-year-bar", 60): f'{FORM}\npast/refusal-letter.pdf as of {{0}}: text "{MISREPRESENTED}"',
    ("six-month-bar", 6): f'draft/permit.pdf as of 2015-01-01: permit number=U1 status="Visitor Record" '
    f"from=2015-01-01 to=2030-01-01\ndraft/cv.pdf as of 2025-02-01: {COOK} from=2018-01-01 to={{0}}\n{FORM}",
}
"""Clocks of so many months from a day that a paper tells."""


def test_every_clock_is_tried_at_its_edges() -> None:
    names = {module.__name__.rpartition(".")[2].replace("_", "-") for module in clock_modules()}
    assert names == {*DATED, *(kind for kind, _ in COUNTED), *(kind for kind, _ in MONTHS)}


@pytest.mark.parametrize("kind", DATED)
@pytest.mark.parametrize(
    ("as_of", "left", "passed"),
    [("2026-02-27", 1, False), ("2026-02-28", 0, False), ("2026-03-01", -1, True)],
)
def test_a_stated_day_is_the_last_one(kind: str, as_of: str, left: int, passed: bool) -> None:
    found = clock(kind, DATED[kind].format("2026-02-28"), as_of)
    assert (found.last, found.days_left, found.passed) == (date(2026, 2, 28), left, passed)
    assert found.days_over == int(passed)
    assert found.citation.evidence.quote and found.provisions and "2026-02-28" in found.sentence


@pytest.mark.parametrize(("kind", "number"), COUNTED)
@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2026-01-05", {15: "2026-01-20", 60: "2026-03-06", 90: "2026-04-05"}),
        ("2028-02-20", {15: "2028-03-06", 60: "2028-04-20", 90: "2028-05-20"}),  # through a 29 February
        ("2027-02-20", {15: "2027-03-07", 60: "2027-04-21", 90: "2027-05-21"}),
        ("2027-12-31", {15: "2028-01-15", 60: "2028-02-29", 90: "2028-03-30"}),
    ],
)
def test_days_leave_the_first_out_and_take_the_last_in(
    kind: str, number: int, start: str, last: dict[int, str]
) -> None:
    example, end = COUNTED[kind, number].format(start), date.fromisoformat(last[number])
    assert clock(kind, example, end.isoformat()).days_left == 0
    assert not clock(kind, example, end.isoformat()).passed
    holiday = kind == "judicial-review" and end.weekday() >= 5
    over = end + timedelta(days=8 - end.isoweekday() if holiday else 0)  # the Monday, where it is a weekend
    assert not clock(kind, example, over.isoformat()).passed
    after = clock(kind, example, (over + timedelta(1)).isoformat())
    assert after.passed and after.days_over == 1 and left(after).endswith("passed 1 day ago")
    before = clock(kind, example, date.fromordinal(end.toordinal() - 1).isoformat())
    assert (before.last, before.days_left, before.passed) == (end, 1, False)


@pytest.mark.parametrize(("kind", "number"), MONTHS)
@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2024-03-05", {6: "2024-09-05", 12: "2025-03-05", 24: "2026-03-05", 60: "2029-03-05"}),
        ("2024-02-29", {6: "2024-08-29", 12: "2025-02-28", 24: "2026-02-28", 60: "2029-02-28"}),
        ("2023-02-28", {6: "2023-08-28", 12: "2024-02-28", 24: "2025-02-28", 60: "2028-02-28"}),
        ("2023-08-31", {6: "2024-02-29", 12: "2024-08-31", 24: "2025-08-31", 60: "2028-08-31"}),
        ("2022-08-31", {6: "2023-02-28", 12: "2023-08-31", 24: "2024-08-31", 60: "2027-08-31"}),
        ("2024-12-31", {6: "2025-06-30", 12: "2025-12-31", 24: "2026-12-31", 60: "2029-12-31"}),
    ],
)
def test_months_are_counted_by_the_calendar(kind: str, number: int, start: str, last: dict[int, str]) -> None:
    example, end = MONTHS[kind, number].format(start), date.fromisoformat(last[number])
    on = clock(kind, example, end.isoformat())
    assert (on.last, on.days_left, on.passed, str(on.start)) == (end, 0, False, start)
    assert clock(kind, example, date.fromordinal(end.toordinal() + 1).isoformat()).passed
    assert clock(kind, example, date.fromordinal(end.toordinal() - 1).isoformat()).days_left == 1


@pytest.mark.parametrize("kind", DATED)
def test_a_month_leaves_two_readings_of_a_stated_day(kind: str) -> None:
    found = clock(kind, DATED[kind].format("2028-02"), "2028-02-15")
    assert (found.earliest, found.latest) == (date(2028, 2, 1), date(2028, 2, 29))
    assert found.last == found.earliest and found.days_left == -14 and not found.passed
    assert "2028-02-01 at the earliest and 2028-02-29 at the latest" in found.sentence


@pytest.mark.parametrize(("kind", "number"), [*COUNTED, *MONTHS])
def test_a_month_leaves_two_readings_of_a_counted_day(kind: str, number: int) -> None:
    example = {**COUNTED, **MONTHS}[kind, number]
    found, first, last = (
        clock(kind, example.format(day), "2024-06-15") for day in ("2024-02", "2024-02-01", "2024-02-29")
    )
    assert (found.earliest, found.latest) == (first.earliest, last.latest)
    assert found.last == (found.latest if found.bar else found.earliest), "the reading that errs to caution"
    assert f"{found.earliest} at the earliest and {found.latest} at the latest" in found.sentence or found.bar


@pytest.mark.parametrize(
    "example",
    [
        "past/fairness-letter.pdf as of 2026-01-10: full_name='Ana Silva'",
        "past/fairness-letter.pdf: full_name='Ana Silva'",
        "past/refusal-letter.pdf: refusal country=CA number=W123456789",
        "draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563",
        "draft/passport.pdf as of 2016-02-01: passport_number=C1234567",
        "draft/police-certificate.pdf: full_name='Ana Silva'",
        'draft/language-test.pdf as of 2025-01-01: language_test details="IELTS: overall 7.0"',
        'draft/explanation-letter.pdf as of 2025-01-01: text "I completed my medical examination."',
        'past/refusal-letter.pdf: text "You have been found inadmissible under 40(1)(a) for misrepresentation."',
        'draft/permit.pdf as of 2021-01-01: permit number=U1 status="Work Permit" from=2021-01-01',
        f"draft/cv.pdf as of 2025-02-01: {COOK} from=2018-01",
    ],
)
def test_without_a_date_no_clock_runs(example: str) -> None:
    assert all_clocks(read(f"{example}\n{FORM}", "2026-03-01")) == ()


def test_an_empty_folder_has_no_clock() -> None:
    assert all_clocks(case_of("draft/scan.pdf: problem code=no-text message=picture read=failed")) == ()


@pytest.mark.parametrize(
    ("refused", "weekday", "instead"),
    [
        ("2026-01-02", "Tuesday", None),  # 3 March
        ("2026-01-06", "Saturday", "2026-03-09"),
        ("2026-01-07", "Sunday", "2026-03-09"),
        ("2026-02-02", "Friday", "2026-04-07"),  # Good Friday, with the Monday after Easter
        ("2025-10-26", "Thursday", "2025-12-26"),  # Christmas Day
        ("2025-11-02", "Thursday", "2026-01-02"),
        ("2026-03-19", "Monday", "2026-05-19"),  # Victoria Day
        ("2029-05-02", "Sunday", "2029-07-03"),  # Canada Day on a Sunday is kept on the Monday
        ("2026-08-01", "Wednesday", "2026-10-01"),  # Truth and Reconciliation
        ("2026-08-13", "Monday", "2026-10-13"),  # Thanksgiving
        ("2026-07-09", "Monday", "2026-09-08"),  # Labour Day
        ("2026-09-12", "Wednesday", "2026-11-12"),  # Remembrance Day
    ],
)
def test_the_last_day_of_the_court_says_when_it_is_a_holiday(
    refused: str, weekday: str, instead: str | None
) -> None:
    found = clock("judicial-review", COUNTED["judicial-review", 60].format(refused), refused)
    assert f"{found.last:%A}" == weekday
    assert ("r.6" in found.sentence) == (instead is not None)
    assert instead is None or f"may be done on {instead}" in found.sentence
    assert (f", a {weekday}" in found.sentence) == (weekday in {"Saturday", "Sunday"})
    assert "Ask a lawyer." in found.sentence


def test_an_application_of_which_no_form_is_there_leaves_both_times_open() -> None:
    found = clock("judicial-review", f"{letter('2026-01-05')}\n{FORM}", "2026-02-01")
    assert (found.earliest, found.latest, found.passed) == (date(2026, 1, 20), date(2026, 3, 6), False)
    assert "15 days where in Canada, 60 where outside" in found.sentence


def test_notes_that_are_printed_later_start_no_new_time() -> None:
    notes = "past/gcms-notes.pdf as of 2026-02-20: refusal country=CA number=W123456789 from=2026-01-05"
    assert str(clock("judicial-review", f"{notes}\n{OUTSIDE}\n{FORM}").start) == "2026-01-05"
    both = f"{letter('2026-01-07')}\n{notes}\n{OUTSIDE}\n{FORM}"
    assert str(clock("judicial-review", both).start) == "2026-01-07"


def test_only_the_last_refusal_still_matters_once_its_time_has_passed() -> None:
    older = "older/refusal-letter.pdf as of 2023-01-05: refusal country=CA number=W1 from=2023-01-05"
    found = clocks("judicial-review", f"{older}\n{letter('2025-01-05')}\n{FORM}")
    assert [(str(c.start), c.matters, c.passed) for c in found] == [
        ("2023-01-05", False, True),
        ("2025-01-05", True, True),
    ]


def test_a_fairness_letter_that_is_answered_runs_no_more() -> None:
    example = DATED["fairness-letter"].format("2026-02-09")
    answer = 'past/explanation-letter.pdf as of 2026-02-01: text "I answer your letter."'
    assert clocks("fairness-letter", f"{example}\n{answer}") == []
    late = answer.replace("2026-02-01", "2026-02-10")
    assert clock("fairness-letter", f"{example}\n{late}").passed


@pytest.mark.parametrize(
    ("told", "answered"),
    [
        ("Reply to PFL reviewed, concerns remain.", True),
        ("I have considered your response of 1 February.", True),
        ("La réponse à la lettre d'équité ne dissipe pas mes doutes.", True),
        ("PFL sent. No response to PFL.", False),
        ("PFL response not received.", False),
        ("We have not received your response.", False),
    ],
)
def test_a_decision_may_tell_that_a_fairness_letter_was_answered(told: str, answered: bool) -> None:
    example = DATED["fairness-letter"].format("2026-02-09")
    decision = f'past/decision-notes.pdf as of 2026-02-20: text "{told}"'
    assert (clocks("fairness-letter", f"{example}\n{decision}") == []) is answered
    older = decision.replace("2026-02-20", "2022-02-20")
    assert clocks("fairness-letter", f"{example}\n{older}")


def test_restoration_counts_from_the_refusal_that_ended_maintained_status() -> None:
    filed = f"past/imm5710.pdf as of 2026-01-02: {WHO}"
    folder = f"{permit('2026-01-20')}\n{filed}\n{letter('2026-03-10')}\n{WHO_DRAFT}"
    counted = clock("restoration", folder, "2026-04-01")
    assert str(counted.start) == "2026-03-10"
    assert counted.citation.evidence.document == "past/refusal-letter.pdf"
    kept = clock("permit", folder, "2026-04-01")
    assert kept.last == date(2026, 1, 20) and "until 2026-03-10, the day of its decision" in kept.sentence
    open_still = "\n".join(line for line in folder.splitlines() if "refusal" not in line)
    assert clocks("restoration", open_still, "2026-04-01") == []
    assert "until it is decided" in clock("permit", open_still, "2026-04-01").sentence


def test_who_applies_from_outside_has_nothing_to_restore() -> None:
    later = FORM.replace("2025-01-01", "2025-09-01")
    assert clocks("restoration", f"{IN_CANADA}\n{permit('2025-06-01')}\n{later}") == []


def test_a_visitor_stays_six_months_from_the_entry() -> None:
    entered = f"{INSIDE}\ndraft/imm5710.pdf as of 2025-01-01: entry country=CA purpose=visit from=2024-08-31"
    assert clock("permit", entered).last == date(2025, 2, 28)
    month = entered.replace("2024-08-31", "2024-08")
    assert (clock("permit", month).earliest, clock("permit", month).latest) == (
        date(2025, 2, 1),
        date(2025, 2, 28),
    )


def test_work_that_goes_on_is_barred_from_the_day_of_the_case_on() -> None:
    example = MONTHS["six-month-bar", 6].format("present")
    found = clock("six-month-bar", example, "2026-03-31")
    assert (found.earliest, found.latest, found.passed) == (date(2025, 8, 1), date(2026, 9, 30), False)


def test_a_finding_that_was_set_aside_says_so() -> None:
    example = MONTHS["five-year-bar", 60].format("2024-09-13")
    undone = 'draft/explanation-letter.pdf as of 2026-01-20: text "The finding was set aside by the Federal Court."'
    assert "set aside by the Federal Court" in clock("five-year-bar", f"{example}\n{undone}").sentence


def test_an_appointment_is_no_examination() -> None:
    text = 'draft/explanation-letter.pdf as of 2025-01-01: text "My medical examination is booked for 2024-12-20."'
    assert clocks("medical-exam", f"{FORM}\n{text}") == []
    sheet = "\n".join(
        f'draft/other.pdf as of 2025-01-01: text "{line}"'
        for line in (
            "IMM 1017B Upfront Medical Report",
            "Date of birth: 1990-05-04",
            "Date of examination: 2024-12-20",
        )
    )
    assert (
        str(clock("medical-exam", f"{FORM}\n{sheet}\ndraft/other.pdf as of 2025-01-01: {WHO}").start)
        == "2024-12-20"
    )


def test_the_paper_that_lasts_longest_counts() -> None:
    passports = "\n".join(
        f"draft/passport_{n}.pdf as of 2016-01-01: passport_number=C{n} passport_expiry_date={day}"
        for n, day in enumerate(("2026-02-01", "2036-02-01"))
    )
    assert clock("passport", f"{FORM}\n{passports}").last == date(2036, 2, 1)
    certificates = "\n".join(
        f"draft/police-certificate_{n}.pdf as of {day}: full_name='Ana Silva'"
        for n, day in enumerate(("2025-02-01", "2025-12-01"))
    )
    assert clock("police-certificate", f"{FORM}\n{certificates}").last == date(2026, 6, 1)


def test_running_clocks_come_first_in_the_order_of_their_last_days() -> None:
    folder = "\n".join([DATED["passport"].format("2026-05-01"), DATED["lmia"].format("2026-01-01"),
                        COUNTED["judicial-review", 60].format("2026-02-20")])  # fmt: skip
    found = [c.kind for c in all_clocks(read(folder, "2026-03-01"))]
    assert found == ["judicial-review", "passport", "lmia"]


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2026-03-01", "6 days left, a Saturday, or until 2026-03-09"),
        ("2026-03-06", "1 day left, a Saturday, or until 2026-03-09"),
        ("2026-03-07", "the last day is today, a Saturday, or until 2026-03-09"),
        ("2026-03-08", "1 day left at the latest, until 2026-03-09"),
        ("2026-03-09", "0 days left at the latest, until 2026-03-09"),
        ("2026-03-10", "passed 1 day ago"),
    ],
)
def test_what_is_left_is_said_in_words(as_of: str, words: str) -> None:
    assert left(clock("judicial-review", COUNTED["judicial-review", 60].format("2026-01-06"), as_of)) == words


def test_a_bar_is_over_only_after_its_latest_reading() -> None:
    example = MONTHS["six-month-bar", 6].format("2024-02")
    assert left(clock("six-month-bar", example, "2024-08-28")) == "1 day to run"
    assert left(clock("six-month-bar", example, "2024-08-30")) == "over 1 day ago"


def test_a_clock_that_has_not_begun_is_none() -> None:
    assert clocks("judicial-review", f"{letter('2026-01-05')}\n{OUTSIDE}\n{FORM}", "2026-01-04") == []
    assert (
        clock("judicial-review", f"{letter('2026-01-05')}\n{OUTSIDE}\n{FORM}", "2026-01-05").days_left == 60
    )


def test_the_court_is_not_asked_about_another_country() -> None:
    notes = "past/gcms-notes.pdf as of 2026-02-20: refusal country=US from=2026-01-05"
    assert clocks("judicial-review", f"{notes}\n{OUTSIDE}\n{FORM}") == []
