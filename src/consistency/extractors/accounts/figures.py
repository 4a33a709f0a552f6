"""What figures a paper of a bank writes: its amounts of money, without days and marks, and its currencies."""

import re

from consistency.normalizer import dates, money
from consistency.normalizer.currencies import NOWHERE, Local
from consistency.normalizer.dates import Order, PartialDate
from consistency.normalizer.expressions import expression

_CREDIT_MARK = expression(r"(?<=\d)\s*(?:CR|Cr|DR|Dr)\b\.?")


def without_dates(text: str, order: Order | None) -> tuple[str, list[PartialDate]]:
    """Blank out the dates, and the marks for debit and credit, so that only amounts of money are left."""
    found = dates.find_dates(text, order=order)
    for day in found:
        text = text[: day.start] + "·" * (day.end - day.start) + text[day.end :]
    return _CREDIT_MARK.sub("", text), [day.date for day in found]


def currency_in(text: str, local: Local = NOWHERE) -> str | None:
    """Give the currency that a text names: "INR", "Indian Rupees (INR)", "$ CA"; in Algeria "DA", too."""
    words = re.findall(r"[^\W\d_]{1,3}\$|[^\W\d_]+\.?|[$€£₹₦₱₫฿¥]", text)
    for word in sorted(words, key=lambda word: not (len(word) == 3 and word.isupper())):
        found = money.find_amounts(f"{word} 1,000", local)
        if found and found[0].currency:
            return found[0].currency
    return None
