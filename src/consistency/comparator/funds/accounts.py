"""The money of an application: what bank papers show of which account, and what letters and forms claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations

from msgspec import Struct

from consistency.comparator.telling import Told
from consistency.model import Balance, Case, Citation, Paper, Person
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

BANK = "bank-statement"

TOLERANCE = 0.10
"""Share by which a claim may be off: balances move from day to day."""

MANY = 6
"""Of so many balances at most every sum is tried against a claim."""

_ACCOUNT = expression(
    r"(?:account|a/c|acct|compte|cuenta|conta|iban)[^\w\n]*(?:(?:no|number|num[eé]ro|n°|#|type)\b)?[^\w\n]*"
    r"(?:\d{3,5} ?/ ?)?"
    r"(?P<number>(?:[A-Z]{2}\d{2}[ -]?)?[\dXx*•](?:[\dXx*• -]|(?<=\d{4})\n(?=\d{4}\b(?![-/.])))*\d{4}(?:-[\dXx])?)\b",
    re.IGNORECASE,
)
_LEGIBLE = 4
"""So many digits at the end of an account number stand where the rest is masked."""


class Shown(Struct, frozen=True, dict=True):
    """A balance that a bank paper shows."""

    told: Told[Balance]

    @property
    def paper(self) -> Paper:
        """The bank's paper."""
        return self.told.paper

    @property
    def amount(self) -> float:
        """The amount in the account's currency."""
        return self.told.record.amount or 0.0

    @property
    def currency(self) -> str | None:
        """The currency as ISO 4217."""
        return self.told.record.currency

    @property
    def day(self) -> PartialDate | None:
        """The day of the balance, else that of the paper."""
        period = self.told.record.period
        return period.start if period and period.start else self.paper.as_of.date

    @cached_property
    def account(self) -> str | None:
        """The last digits of the account's number, or None where the paper names none or several."""
        found = {
            re.sub(r"\D", "", m["number"])[-_LEGIBLE:] for m in _ACCOUNT.finditer(self.paper.document.text)
        }
        return next(iter(found)) if len(found) == 1 else None

    @property
    def bank(self) -> str:
        """The head of the paper, folded: the bank's name stands there."""
        return next((fold(line.text) for line in self.paper.document.lines if fold(line.text)), "")

    @property
    def citation(self) -> Citation:
        """The balance as one side of a finding."""
        return self.told.cite("amount", money(self.amount, self.currency))


def money(amount: float, currency: str | None) -> str:
    """Write an amount with its currency: 249,800 MXN."""
    return f"{amount:,.2f}".removesuffix(".00") + (f" {currency}" if currency else "")


def shown(case: Case, person: Person) -> Iterator[Shown]:
    """Give the balances that bank papers show."""
    for paper in case.of(person):
        if paper.kind == BANK:
            yield from (Shown(Told(paper, one)) for one in paper.all(Balance) if one.amount is not None)


def claimed(case: Case, person: Person) -> Iterator[Told[Balance]]:
    """Give the amounts that letters and forms claim."""
    for paper in case.of(person):
        if paper.kind != BANK:
            yield from (Told(paper, one) for one in paper.all(Balance) if one.amount is not None)


def fits(claim: float, balances: Sequence[float]) -> bool:
    """Say whether a claim is near a balance, or near the sum of some of several accounts."""
    some = balances[:MANY]
    sums = (sum(part) for size in range(1, len(some) + 1) for part in combinations(some, size))
    return any(abs(claim - total) <= TOLERANCE * max(claim, total) for total in (*sums, sum(balances)))
