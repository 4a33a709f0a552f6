"""What a job pays, as papers state it: by the year, so that amounts of all periods compare, and gross or net."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import cast, get_args

from consistency.comparator.passages import passages
from consistency.comparator.telling import Told
from consistency.model import Job
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import Amount, Per, yearly
from consistency.normalizer.text import fold

TAXED = 0.6
"""What may be left of gross pay after tax and contributions."""

KINDS = {
    "net": expression(r"\b(?:net|take home|in hand|nette?s?|after (?:tax|deductions)|neto)\b"),
    "gross": expression(
        r"\b(?:gross|brute?s?|ctc|cost to company|before tax|total package|all inclusive|bruto)\b"
    ),
    "basic": expression(
        r"\b(?:basic|base|plus (?:\w+ ){0,3}(?:allowance|commission|tips|bonus|benefits)|excluding)\b"
    ),
}
"""What an amount is of, by words (folded) of the sentence around it."""


def a_year(job: Job, hours: float | None) -> Decimal | None:
    """Give the pay of a job by the year; None where its period, or the weekly hours that it needs, are not told."""
    if job.amount is None or job.per not in get_args(Per):
        return None
    amount = Amount(Decimal(str(job.amount)), job.currency, cast("Per", job.per))
    return yearly(amount, job.hours or hours)


def of_two_kinds(one: Told[Job], other: Told[Job], share: float) -> bool:
    """True where the one amount may be net or basic pay and the other gross; without a word only where it fits."""
    kinds = [kinds_told(told) for told in (one, other)]
    if not any(kinds):
        return False
    if kinds[0] and kinds[1]:
        return kinds[0] != kinds[1]
    return share >= TAXED


def kinds_told(told: Told[Job]) -> frozenset[str]:
    """Say of what an amount is: the words of the sentence in which it stands."""
    amount = f"{told.record.amount:.0f}" if told.record.amount else ""
    texts = [told.record.cite("amount").quote or ""]
    texts += [
        p.text
        for p in passages(told.paper)
        if amount and amount in re.sub(r"(?<=\d)[\s,.'’](?=\d{3})", "", p.text)
    ]
    return frozenset(kind for text in texts for kind in kinds_in(text))


def kinds_in(text: str) -> frozenset[str]:
    """Say of what the amounts in a sentence are: "net", "gross", "basic"."""
    folded = fold(text)
    return frozenset(kind for kind, words in KINDS.items() if words.search(folded))


def pay_shown(job: Job) -> str:
    """Write the pay of a job: INR 43,000 a month."""
    return written(job.amount or 0, job.currency, job.per)


def written(amount: float | Decimal, currency: str | None, per: str | None) -> str:
    """Write pay: INR 43,000 a month."""
    return f"{currency or ''} {amount:,.2f}".strip().removesuffix(".00") + (f" a {per}" if per else "")
