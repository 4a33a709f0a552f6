"""funds/conflict: two papers of one bank and day show two balances."""

from collections.abc import Iterator
from itertools import combinations

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.funds.accounts import Shown, money, shown
from consistency.comparator.statements import misread
from consistency.model import Case, Person, Severity

EQUAL = 0.005
"""Share by which two amounts may differ by rounding."""

SAME_HEAD = 90
"""Likeness in percent from which two letterheads are one bank's."""


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def conflict(case: Case) -> Iterator[Mismatch]:
    """Two papers of one bank show two balances of one account on one day.

    Why: one of the papers cannot be right; an officer who sees both takes the account for invented.
    Advice: ask the bank for a new letter; leave out a paper that is not the bank's; or document that they are of two
    accounts.

    Reports one account with two balances:
        draft/bank-statement_1.pdf as of 2026-02-20: balance amount=116500 currency=CNY from=2026-02-20
        draft/bank-statement_1.pdf as of 2026-02-20: text "City Bank"
        draft/bank-statement_1.pdf as of 2026-02-20: text "Account: 6647634351"
        draft/bank-statement_2.pdf as of 2026-02-20: balance amount=302800 currency=CNY from=2026-02-20
        draft/bank-statement_2.pdf as of 2026-02-20: text "City Bank"
        draft/bank-statement_2.pdf as of 2026-02-20: text "The holder of account no. 6647634351"

    Reports a masked account number of the same end:
        draft/bank-statement_1.pdf as of 2026-02-20: balance amount=116500 currency=CNY from=2026-02-20
        draft/bank-statement_1.pdf as of 2026-02-20: text "City Bank Account: XXXXXX4351"
        draft/bank-statement_2.pdf as of 2026-02-20: balance amount=302800 currency=CNY from=2026-02-20
        draft/bank-statement_2.pdf as of 2026-02-20: text "City Bank Account: 6647634351"

    Reports an account told behind its branch, with a check digit:
        draft/bank-statement_1.pdf as of 2026-02-20: balance amount=11650 currency=BRL from=2026-02-20
        draft/bank-statement_1.pdf as of 2026-02-20: text "City Bank Ag. 0231 Conta 55120-7"
        draft/bank-statement_2.pdf as of 2026-02-20: balance amount=30280 currency=BRL from=2026-02-20
        draft/bank-statement_2.pdf as of 2026-02-20: text "is the holder of account 0231 / 55120-7"

    Reports, as a question, one bank where a paper names no account:
        draft/bank-statement_1.pdf as of 2026-02-20: balance amount=116500 currency=CNY from=2026-02-20
        draft/bank-statement_1.pdf as of 2026-02-20: text "City Bank"
        draft/bank-statement_2.pdf as of 2026-02-20: balance amount=302800 currency=CNY from=2026-02-20
        draft/bank-statement_2.pdf as of 2026-02-20: text "City Bank"

    Reports, as a question, one bank under a longer head:
        draft/bank-statement_1.pdf as of 2026-02-20: balance amount=116500 currency=CNY from=2026-02-20
        draft/bank-statement_1.pdf as of 2026-02-20: text "City Bank"
        draft/bank-statement_2.pdf as of 2026-02-20: balance amount=302800 currency=CNY from=2026-02-20
        draft/bank-statement_2.pdf as of 2026-02-20: text "City Bank - Account statement"

    Accepts two accounts at one bank:
        draft/bank-statement_1.pdf as of 2026-02-20: balance amount=116500 currency=CNY from=2026-02-20
        draft/bank-statement_1.pdf as of 2026-02-20: text "City Bank Account: 6647634351"
        draft/bank-statement_2.pdf as of 2026-02-20: balance amount=302800 currency=CNY from=2026-02-20
        draft/bank-statement_2.pdf as of 2026-02-20: text "City Bank Account: 6647639999"

    Accepts two days:
        draft/bank-statement_1.pdf as of 2026-02-20: balance amount=116500 currency=CNY from=2026-02-20
        draft/bank-statement_1.pdf as of 2026-02-20: text "City Bank Account: 6647634351"
        draft/bank-statement_2.pdf as of 2026-02-27: balance amount=302800 currency=CNY from=2026-02-27
        draft/bank-statement_2.pdf as of 2026-02-27: text "City Bank Account: 6647634351"

    Accepts two banks:
        draft/bank-statement_1.pdf as of 2026-02-20: balance amount=116500 currency=CNY from=2026-02-20
        draft/bank-statement_1.pdf as of 2026-02-20: text "City Bank"
        draft/bank-statement_2.pdf as of 2026-02-20: balance amount=302800 currency=CNY from=2026-02-20
        draft/bank-statement_2.pdf as of 2026-02-20: text "Farmers Cooperative"

    Accepts the same balance in a letter and a statement:
        draft/bank-statement_1.pdf as of 2026-02-20: balance amount=116500 currency=CNY from=2026-02-20
        draft/bank-statement_1.pdf as of 2026-02-20: text "City Bank Account: 6647634351"
        draft/bank-statement_2.pdf as of 2026-02-20: balance amount=116500.40 currency=CNY from=2026-02-20
        draft/bank-statement_2.pdf as of 2026-02-20: text "City Bank Account: 6647634351"
    """
    for person in case.people:
        for one, other in combinations(shown(case, person), 2):
            if _one_day(one, other) and not _equal(one, other):
                yield from _conflict(person, one, other)


def _one_day(one: Shown, other: Shown) -> bool:
    days = one.day, other.day
    known = days[0] is not None and days[0] == days[1] and days[0].precision == "day"
    return known and one.paper.path != other.paper.path and one.currency == other.currency


def _equal(one: Shown, other: Shown) -> bool:
    near = abs(one.amount - other.amount) <= EQUAL * max(one.amount, other.amount)
    return near or misread(_Words(one), _Words(other))


class _Words:
    """A balance as a statement, to tell what a picture blurs."""

    def __init__(self, one: Shown) -> None:
        self.paper, self.value, self.citation = one.paper, money(one.amount, None), one.citation


def _conflict(person: Person, one: Shown, other: Shown) -> Iterator[Mismatch]:
    if one.account and other.account:
        if one.account == other.account:
            yield _mismatch(person, one, other, f"account …{one.account}", ask=False)
    elif _one_bank(one, other):
        yield _mismatch(person, one, other, one.bank, ask=True)


def _one_bank(one: Shown, other: Shown) -> bool:
    from rapidfuzz.fuzz import ratio

    if not one.bank or not other.bank:
        return False
    words = sorted((set(one.bank.split()), set(other.bank.split())), key=len)
    longer = len(words[0]) > 1 and words[0] < words[1]  # "Song Bank", "Song Bank account statement"
    return longer or ratio(one.bank, other.bank) >= SAME_HEAD


def _mismatch(person: Person, one: Shown, other: Shown, what: str, ask: bool) -> Mismatch:
    words = [f"{money(side.amount, side.currency)} in {side.paper.path}" for side in (one, other)]
    detail = f"On {one.day} the bank shows {words[0]} and {words[1]}"
    detail += ". Are they of two accounts?" if ask else f" for {what}."
    level = Severity.MAJOR if ask else None
    return Mismatch(
        person, f"balance {one.day} {what}", detail, (one.citation, other.citation), level, ask=ask
    )
