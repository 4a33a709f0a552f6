"""How much a difference in the work history weighs."""

import pytest

from consistency.comparator.engine import Settings, run
from consistency.model import Severity
from tests.comparator.examples import case_of

INFO, MINOR, MAJOR, CRITICAL = Severity.INFO, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL
OFFER = "draft/imm1295.pdf as of 2026-03-01: offer employer=Maple title=Cook"
REFUSED = """
    2024/refusal-letter.pdf as of 2024-08-01: refusal from=2024-08-01 country=CA
    2024/refusal-letter.pdf as of 2024-08-01: refusal_reason reason=perform-work
"""


def levels(rule: str, text: str) -> list[Severity]:
    return [finding.severity for finding in run(case_of(text), Settings(rules=(rule,)))]


def dated(end: str, title: str = "Cook") -> str:
    return f"""
    2024/imm1295.pdf as of 2024-06-01: job employer=Acme title={title} from=2018-01-01 to=2020-01-01
    draft/imm1295.pdf as of 2026-03-01: job employer=Acme title={title} from=2018-01-01 to={end}
    """


@pytest.mark.parametrize(
    ("end", "other", "counted"),
    [
        ("2020-01-01", None, None),
        ("2020-01-02", None, None),  # no day lies between
        ("2020-01-03", MINOR, MINOR),
        ("2020-02-02", MINOR, MINOR),  # 31 days
        ("2020-02-03", MINOR, MAJOR),
        ("2020-04-03", MINOR, MAJOR),  # 92 days
        ("2020-04-04", MAJOR, MAJOR),
        ("2022-01-01", MAJOR, MAJOR),
    ],
)
def test_the_ladder_of_dates(end: str, other: Severity | None, counted: Severity | None) -> None:
    assert levels("work/dates", dated(end, "Welder") + OFFER) == ([other] if other is not None else [])
    assert levels("work/dates", dated(end) + OFFER) == ([counted] if counted is not None else [])


def test_dates_after_a_refusal_about_experience() -> None:
    assert levels("work/dates", dated("2022-01-01") + REFUSED) == [CRITICAL]
    assert levels("work/dates", dated("2020-01-20") + REFUSED) == [MINOR]


def test_dates_that_the_letter_corrects_openly() -> None:
    letter = (
        'draft/explanation-letter.pdf as of 2026-03-01: text "The end of my work at Acme was wrong in 2024."'
    )
    assert levels("work/dates", dated("2022-01-01") + letter) == [MINOR]


PAST = "2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=Clerk from=2018-01 to=2020-01"
DRAFT = "draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=Chef from=2020-02 to=present"
LETTER = "draft/employment-letter.pdf as of 2020-02-01: job employer=Acme title=Clerk from=2018-01 to=2020-01"
WORDS = "draft/explanation-letter.pdf as of 2026-03-01: text"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (f"{PAST}\n{DRAFT}", CRITICAL),
        (f"{LETTER}\n{DRAFT}", MAJOR),
        (f"{LETTER}\n{DRAFT}\n{OFFER}".replace("Clerk", "Cook"), CRITICAL),  # it counts as experience
        (f'{PAST}\n{DRAFT}\n{WORDS} "The form does not list my work at Acme."', MAJOR),
        (f'{PAST}\n{DRAFT}\n{WORDS} "Le formulaire omet mon emploi chez Acme."', MAJOR),
        (f'{PAST}\n{DRAFT}\n{WORDS} "Mon emploi chez Acme a été omis."', MAJOR),
        (f'{PAST}\n{DRAFT}\n{WORDS} "I learnt a lot at Acme."', CRITICAL),  # a bare mention
        (
            f"{PAST}\n{DRAFT}\ndraft/cv.pdf as of 2026-03-01: job employer=Acme from=2018-01 to=2020-01",
            CRITICAL,
        ),
    ],
)
def test_missing_jobs(text: str, level: Severity) -> None:
    assert max(levels("work/missing", text)) is level


def test_a_doubtful_letter_does_not_lower_what_forms_tell() -> None:
    doubtful = (
        LETTER.replace("draft/employment-letter.pdf", "draft/employment-letter.png") + " confidence=0.4"
    )
    assert levels("work/missing", f"{PAST}\n{doubtful}\n{DRAFT}") == [CRITICAL]
    assert levels("work/missing", f"{doubtful}\n{DRAFT}") == [MINOR]


def two(first: str, second: str) -> str:
    when = "from=2018-01 to=2020-01"
    return f"""
    2024/imm1295.pdf as of 2024-06-01: job {first} {when}
    draft/imm1295.pdf as of 2026-03-01: job {second} {when}
    """


@pytest.mark.parametrize(
    ("first", "second", "level"),
    [
        ("Helper", "Supervisor", MAJOR),
        ("Clerk", "Manager", MAJOR),
        ("Welder", "Driver", MINOR),
        ("Cook", "Kitchen Manager", CRITICAL),  # it counts as experience for the offer
    ],
)
def test_titles(first: str, second: str, level: Severity) -> None:
    pair = two(f'employer=Acme title="{first}"', f'employer=Acme title="{second}"')
    assert levels("work/title", pair + OFFER) == [level]


@pytest.mark.parametrize(
    ("first", "second", "level"),
    [
        ("Blue Lantern", "Crown House", MAJOR),
        ("Greenfield Farms", "Greenfeild Farms", MINOR),
        ("Sunrise Nurseries", "Sunrize Nurserys", MINOR),
    ],
)
def test_employers(first: str, second: str, level: Severity) -> None:
    pair = two(f'employer="{first}" title=Welder', f'employer="{second}" title=Welder')
    assert levels("work/employer", pair + OFFER) == [level]
    assert levels("work/missing", pair + OFFER) == []


def test_no_room_is_a_note() -> None:
    rows = "\n".join(
        f"draft/imm1295.pdf as of 2026-03-01: job employer={name} title=Clerk from={year} to={year}"
        for name, year in (("Acme", 2019), ("Bistro", 2021), ("Canteen", 2023))
    )
    text = f"{rows}\n{LETTER}".replace(
        "employer=Acme title=Clerk from=2018-01 to=2020-01", "employer=Diner from=2017-02 to=2018-02"
    )
    assert levels("work/missing", text) == [INFO]


def test_a_job_re_told_with_another_employer_and_other_dates_is_one_finding() -> None:
    findings = run(
        case_of("""
        2024/imm1295.pdf as of 2024-06-01: job employer=Oakfield title=clerk city=Doha from=2015-01 to=2017-12
        2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook city=Doha from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Oakfield title=clerk city=Doha from=2015-01 to=2017-12
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook city=Doha from=2018-01 to=2021-01
        """),
        Settings(rules=("work",)),
    )  # fmt: skip
    assert [finding.rule for finding in findings] == ["work/employer"]
    assert "It follows: The end of the job" in findings[0].detail


@pytest.mark.parametrize(
    ("where", "rules"),
    [
        ("draft/imm1295.pdf as of 2026-03-01", ["work/added"]),
        ("draft/cv.pdf as of 2026-03-01", ["work/missing"]),  # the draft form leaves it out
        ("draft/employment-letter.pdf as of 2020-02-01", ["work/missing"]),
        ("2024/imm1295.pdf as of 2024-06-01", ["work/missing"]),
        ("2024/employment-letter.pdf as of 2024-06-01", ["work/missing"]),
    ],
)
def test_a_job_is_either_added_or_missing(where: str, rules: list[str]) -> None:
    told = f"{where}: job employer=Acme title=Clerk from=2018-01 to=2020-01"
    rows = "job employer=Bistro title=Chef from=2020-02 to=present"
    text = f"2024/imm1295.pdf as of 2024-06-01: {rows}\ndraft/imm1295.pdf as of 2026-03-01: {rows}\n{told}"
    if where.startswith("draft/cv"):
        text += f"\ndraft/cv.pdf as of 2026-03-01: {rows}"
    findings = run(case_of(text), Settings(rules=("work/added", "work/missing")))
    assert [finding.rule for finding in findings] == rules
