"""funds/deposit: a lump sum came to the account shortly before the statement."""

import re
from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.funds.accounts import BANK, Shown, money, shown
from consistency.comparator.funds.credits import WAGES, Credit, credits, explained
from consistency.comparator.passages import Passage, passages
from consistency.model import Case, Person, Severity
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import find_amounts
from consistency.normalizer.text import fold

SHARE = 0.4
"""From so great a share of the balance on, a sum makes the balance."""

SHORTLY = 92
"""Days before the balance in which a sum is recent."""

ALIKE = 0.25
"""Share by which sums may differ and still be the same one coming in again and again."""

GROWN = 3.0
"""So many times its average a balance is another one."""

AVERAGE = expression(r"\b(?:average|mean|moyen(?:ne)?)\b")


@rule(Severity.MAJOR, references=["IRPR s.200(1)(b)"])
def deposit(case: Case) -> Iterator[Mismatch]:
    """A great part of the balance came to the account shortly before the statement, and no paper says from where.

    Why: money that appears before the filing is taken for borrowed: it does not show means of one's own.
    Advice: say in the explanation letter where the sum came from, and enclose the deed, the contract or the pay slip
    that shows it; or enclose the statements of the account from which it came.

    Reports a cash deposit of most of the balance:
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2026-01-05  Salary  4,000.00  20,800.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-03  Cash deposit  100,000.00  120,800.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-05  Salary  4,000.00  124,800.00"

    Reports a sentence of a bank's letter:
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "02/02/2026 credited to the account: BRL 110,000.00"

    Reports a balance that is many times its average:
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "The average balance of six months is BRL 9,300.00."

    Reports a sum that only the letter of a past application explains:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/explanation-letter.pdf as of 2024-03-01: text "In February we sold our car; the money is on my account."
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2026-01-05  Salary  4,000.00  20,800.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-03  Transfer  104,000.00  124,800.00"

    Reports by the newest of two statements:
        draft/bank-statement_1.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement_1.pdf as of 2026-02-20: text "2026-01-05  Salary  4,000.00  20,800.00"
        draft/bank-statement_1.pdf as of 2026-02-20: text "2026-02-03  Cash deposit  104,000.00  124,800.00"
        draft/bank-statement_2.pdf as of 2025-08-20: balance amount=16800 currency=BRL from=2025-08-20

    Reports a lump sum on a statement whose years have two digits:
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=INR from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "28-01-26  B/F  14,800.00"
        draft/bank-statement.pdf as of 2026-02-20: text "13-02-26  NEFT  1,10,000.00  1,24,800.00"

    Accepts a sum that the letter explains:
        draft/explanation-letter.pdf as of 2026-03-01: text "In February we sold our car; the money is on my account."
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2026-01-05  Salary  4,000.00  20,800.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-03  Transfer  104,000.00  124,800.00"

    Reports a sum beside a letter and a bank that speak of other money:
        draft/explanation-letter.pdf as of 2026-03-01: text "I still owe BRL 9,000 of my car loan."
        draft/bank-statement_2.pdf as of 2026-02-20: balance amount=40000 currency=BRL from=2026-02-20
        draft/bank-statement_2.pdf as of 2026-02-20: text "Fixed deposit no. 7, opened 2024-01-10, balance 40,000.00"
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2026-01-05  Salary  4,000.00  20,800.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-03  Transfer  104,000.00  124,800.00"

    Reports a sum on a list that has signs and no running balance:
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2026-01-05  Salary  + 4,000.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-01-25  Card payment  - 1,200.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-03  Replenishment  + 104,000.00"

    Accepts a sum of which the line tells the source:
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2026-01-05  Salary  4,000.00  20,800.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-03  Term deposit matured  104,000.00  124,800.00"

    Accepts a great sum of wages:
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2026-01-05  Balance  20,800.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-03  Salary and bonus  104,000.00  124,800.00"

    Accepts wages, and sums that come in again and again:
        draft/bank-statement.pdf as of 2026-02-20: balance amount=12000 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2025-12-01  Balance  100.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2025-12-05  Transfer  6,000.00  6,100.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-05  Transfer  5,900.00  12,000.00"

    Accepts a sum of half a year before:
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2025-08-01  Salary  4,000.00  20,800.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2025-08-03  Transfer  100,000.00  120,800.00"

    Accepts a small sum:
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-01  Balance  120,800.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-03  Cash deposit  4,000.00  124,800.00"

    Accepts an average near the balance:
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "The average balance of six months is BRL 99,000.00."

    Accepts the statement of a past application:
        2024/bank-statement.pdf as of 2024-02-20: balance amount=124800 currency=BRL from=2024-02-20
        2024/bank-statement.pdf as of 2024-02-20: text "The average balance of six months is BRL 9,300.00."
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
    """
    for person in case.people:
        balances = [one for one in shown(case, person) if case.in_draft(one.paper)]
        for last in _last_of_each(balances):
            yield from _lump(case, person, last)
            yield from _above_average(case, person, last)


def _last_of_each(balances: Sequence[Shown]) -> list[Shown]:
    """Give the last balance of each paper."""
    by_paper: dict[str, Shown] = {}
    for one in sorted(balances, key=lambda b: b.day.latest.isoformat() if b.day else ""):
        by_paper[one.paper.path] = one
    return list(by_paper.values())


def _lump(case: Case, person: Person, last: Shown) -> Iterator[Mismatch]:
    came = credits(last.paper)
    for one in came:
        told = (last.paper, [one.line.text], one.amount, last.currency)
        if _is_lump(one, came, last) and not explained(case, *told):
            words, whole = money(one.amount, last.currency), money(last.amount, last.currency)
            detail = f"{words} came to the account on {one.day}; the balance is {whole} on {last.day} ({last.paper.path})."
            yield Mismatch(person, f"deposit {one.day} {words}", detail, (one.cite(words), last.citation))


def _is_lump(one: Credit, came: Sequence[Credit], last: Shown) -> bool:
    if one.amount < SHARE * last.amount or last.day is None or WAGES.search(one.words):
        return False
    days = (last.day.latest - one.day.latest).days
    alike = [c for c in came if c != one and abs(c.amount - one.amount) <= ALIKE * one.amount]
    return 0 <= days <= SHORTLY and not alike


def _above_average(case: Case, person: Person, last: Shown) -> Iterator[Mismatch]:
    for passage in passages(last.paper) if last.paper.kind == BANK else ():
        average = _average(passage, last)
        if average and last.amount >= GROWN * average and not explained(case, last.paper):
            words, whole = money(average, last.currency), money(last.amount, last.currency)
            detail = f"{last.paper.path} gives an average of {words} and a balance of {whole} on {last.day}."
            cited = passage.cite(words)
            yield Mismatch(person, f"above average {words}", detail, (cited, last.citation))


def _average(passage: Passage, last: Shown) -> float | None:
    """Give the amount behind the word "average", where it is another than the balance."""
    parts = re.split(r"(?i)\b(?:average|mean|moyen(?:ne)?)\b", passage.text, maxsplit=1)
    if not AVERAGE.search(fold(passage.text)) or len(parts) < 2:
        return None
    local = frozenset(filter(None, (last.currency,)))
    amounts = [a for a in find_amounts(parts[1], local) if a.currency in {None, last.currency}]
    return float(amounts[0].value) if amounts else None
