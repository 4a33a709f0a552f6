"""The table of the reasons of refusals: it says what the rule says, and what came back."""

import pytest

from consistency.comparator.engine import run
from consistency.model import Finding
from consistency.views.coverage import Row, coverage
from consistency.views.package import packages
from tests.comparator.examples import case_of

TWO = """
    2022/refusal-letter.pdf as of 2022-06-01: refusal country=CA from=2022-06-01 number=V123456789
    2022/refusal-letter.pdf as of 2022-06-01: refusal_reason reason=travel
    2022/refusal-letter.pdf as of 2022-06-01: refusal_reason reason=finances
    2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
    2024/bank-statement.pdf as of 2024-02-01: text "The account holds BRL 90,000."
    2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
    2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=finances
    2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=will-leave
    2024/refusal-letter.pdf as of 2024-06-01: refusal_reason details="the moon was full"
    draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
    draft/explanation-letter.pdf as of 2026-03-01: text "I will leave Canada at the end of my stay."
    draft/explanation-letter.pdf as of 2026-03-01: text "My financial situation is good."
"""


def rows(example: str) -> tuple[dict[str, Row], tuple[Finding, ...]]:
    case = case_of(example)
    findings = run(case)
    return {row.reason or row.title: row for row in coverage(case, findings)}, findings


def test_reasons_new_repeated_and_of_an_earlier_refusal() -> None:
    found, _ = rows(TWO)
    assert {key: row.standing for key, row in found.items()} == {
        "finances": "repeated",
        "will-leave": "new",
        "the moon was full": "new",
        "travel": "earlier",
    }
    assert [given.day for given in found["finances"].given] == ["2022-06-01", "2024-06-01"]
    assert [given.number for given in found["finances"].given] == ["V123456789", "W123456789"]


def test_a_sentence_of_no_known_ground_is_a_row_of_its_own() -> None:
    found, _ = rows(TWO)
    assert found["the moon was full"].verdict == "unrecognised"
    assert found["the moon was full"].told[0].evidence.document == "2024/refusal-letter.pdf"


@pytest.mark.parametrize(
    ("paper", "verdict", "state"),
    [
        ("bank-statement.pdf as of 2024-02-01: text 'The account holds BRL 90,000.'", "mentioned only", "same"),
        ("bank-statement.pdf as of 2026-02-01: text 'The account holds BRL 95,500.'", "answered", "changed"),
        ("payslip.pdf as of 2026-02-01: text 'Net pay BRL 3,000.'", "answered", "new"),
    ],
)  # fmt: skip
def test_evidence_that_the_officer_had_is_none(paper: str, verdict: str, state: str) -> None:
    found, findings = rows(f"{TWO}\ndraft/{paper}")
    row = found["finances"]
    assert (row.verdict, [held.state for held in row.documents]) == (verdict, [state])
    assert row.passages[0].value == "My financial situation is good."
    unanswered = {
        finding.subject for finding in findings if finding.rule == "reapplication/reason-unanswered"
    }
    assert ("refusal reason finances" in unanswered) == (verdict != "answered")


def test_a_finding_that_weighs_keeps_a_reason_from_being_answered() -> None:
    papers = """
        draft/bank-statement.pdf as of 2026-02-01: balance amount=20000 currency=BRL from=2026-02-01
        draft/bank-statement.pdf as of 2026-02-01: text "The balance of the account is BRL 20,000."
        draft/explanation-letter.pdf as of 2026-03-01: balance amount=90000 currency=BRL from=2026-02-01
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are BRL 90,000 on 1 February 2026."
    """
    found, _ = rows(TWO + papers)
    row = found["finances"]
    assert row.verdict == "contradicted"
    assert any(finding.rule == "funds/amount" for finding in row.findings)


def test_nothing_is_said_without_a_draft_or_a_refusal() -> None:
    assert rows("draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04")[0] == {}
    past = "2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=travel"
    assert rows(past)[0] == {}


def test_a_package_is_counted() -> None:
    (table,) = packages(case_of(TWO))
    assert (table.refused, table.count("changed"), table.count("new"), table.count("dropped")) == (
        "2024-06-01",
        1,
        1,
        1,
    )
    assert table.again == 0.0
