"""What an example of a rule cannot show: how heavy a finding is, and what it says."""

import pytest

from consistency.comparator.engine import Settings, run
from consistency.model import Finding, Severity
from tests.comparator.examples import case_of
from tests.comparator.status.test_status import FOLDERS, changed


def one(rule: str, example: str) -> Finding:
    [found] = run(case_of(example), Settings(rules=(rule,)))
    return found


@pytest.mark.parametrize(
    ("past", "draft", "level"), [("yes", "no", Severity.CRITICAL), ("no", "yes", Severity.MAJOR)]
)
def test_an_answer_taken_back_weighs_more_than_one_given_late(past: str, draft: str, level: Severity) -> None:
    found = one("background/changed-answer", f"""
        2024/imm1295.pdf as of 2024-06-01: answer question=criminal answer={past}
        draft/imm1295.pdf as of 2026-03-01: answer question=criminal answer={draft}
    """)  # fmt: skip
    assert found.severity is level
    assert found.detail.index("2024/imm1295.pdf") < found.detail.index("draft/imm1295.pdf")


def test_work_beside_the_permit_of_another_employer_names_that_employer() -> None:
    folder = changed(FOLDERS["graduate"], 'employer="Chinook Ltd" city', 'employer="Silver Birch" city')
    assert "names Silver Birch" in one("status/unauthorized-work", folder).detail


@pytest.mark.parametrize(("country", "level"), [("CA", Severity.CRITICAL), ("FR", Severity.MAJOR)])
def test_what_another_state_refused_for_makes_nothing_heavier(country: str, level: Severity) -> None:
    found = one("travel/denied", f"""
        2024/refusal-letter.pdf as of 2024-06-01: refusal country={country} from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=travel
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never travelled outside my country."
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
    """)  # fmt: skip
    assert found.severity is level


def test_what_an_assessment_allows_is_told_apart_from_a_start_that_differs() -> None:
    found = run(case_of("""
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook from=2026-08-01 to=2028-07-31
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook from=2026-08-20 to=2028-07-31
        draft/lmia.pdf as of 2026-02-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-02-01: text "Duration of employment: 12 months"
    """), Settings(rules=("offer/period",)))  # fmt: skip
    assert {(one.severity, "allows 12 months" in one.detail) for one in found} == {
        (Severity.MINOR, False),
        (Severity.MAJOR, True),
    }
