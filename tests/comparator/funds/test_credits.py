"""The sums that came to an account: by the running balance, else by words; and what says where they came from."""

import pytest

from consistency.comparator.funds.credits import credits, explained
from tests.comparator.examples import case_of

PATH = "draft/bank-statement.pdf"


def came(*lines: str) -> list[tuple[str, float]]:
    case = case_of("\n".join(f'{PATH} as of 2026-02-20: text "{line}"' for line in lines))
    return [(str(credit.day), round(credit.amount, 2)) for credit in credits(case.by_path[PATH])]


def test_the_running_balance_tells_what_came() -> None:
    assert came(
        "2026-01-01  Balance brought forward  1,000.00",
        "2026-01-05  SAL JAN ACME  4,000.00  5,000.00",
        "2026-01-09  Rent  1,500.00  3,500.00",
        "2026-02-03  CASH  100,000.00  103,500.00",
    ) == [("2026-01-05", 4000.0), ("2026-02-03", 100000.0)]


def test_the_newest_line_may_stand_first() -> None:
    assert came(
        "13/02/2026  CASH  100,000.00  103,500.00",
        "09/01/2026  Rent  1,500.00  3,500.00",
        "09/01/2026  SAL  4,000.00  5,000.00",
        "01/01/2026  Balance brought forward  1,000.00",
    ) == [("2026-01-09", 4000.0), ("2026-02-13", 100000.0)]


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("05.01.2026  Virement reçu  4 000,00", 4000.0),
        ("2026-01-05  Salary  INR 1,50,000.00", 150000.0),
        ("5 Jan 2026  Cash deposit  2.500,00", 2500.0),
    ],
)
def test_without_a_balance_words_tell(line: str, amount: float) -> None:
    assert came(line) == [("2026-01-05", amount)]


@pytest.mark.parametrize(
    "line",
    [
        "2026-01-05  Rent  1,500.00",
        "Account 6647634351 opened in 2019",
        "Deposit insurance up to 100,000.00",
        "2026-01-05",
    ],
)
def test_other_lines_bring_nothing(line: str) -> None:
    assert came(line) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("In January my father gave us the money for the journey.", True),
        ("L'argent provient de la vente de notre voiture.", True),
        ("I have saved since 2019.", True),
        ("My financial situation is good.", False),
        ("I worked as a sales manager.", False),
    ],
)
def test_a_letter_may_say_where_money_came_from(sentence: str, told: bool) -> None:
    case = case_of(
        f'{PATH} as of 2026-02-20: text "Statement"\n'
        f'draft/explanation-letter.pdf as of 2026-03-01: text "{sentence}"'
    )
    assert explained(case, case.by_path[PATH]) is told
