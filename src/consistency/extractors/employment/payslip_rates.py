"""The rate of an hour in the table of a payslip: hours, rate and amount of the regular work, in columns."""

from collections.abc import Iterator

from consistency.extractors.wording.prose import Passage
from consistency.extractors.wording.tables import Headings, Row, header, rows
from consistency.model import Document, Evidence
from consistency.normalizer import money
from consistency.normalizer.currencies import Local
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import Amount

_COLUMNS = Headings(
    {
        "what": r"earnings?|gains|descriptions?|rubriques?|libelles?|designations?|particulars|type|pay item|elements?",
        "rate": r"rates?|taux|pay rate|hourly rate",
        "hours": r"hours?|hrs|heures?|units?|quantity|qty|nombre|base",
        "amount": r"current|amounts?|montants?|courant|this period|periode|total|gains|a payer",
        "": r"ytd|year to date|cumul\w*|annee|deductions?|retenues?|employer|employeur|patronales?|salariales?",
    }
)
_REGULAR = expression(
    r"\b(?:regular|reg|basic|base|ordinary|ordinaires?|normal\w*|straight time|salaire|wages?|hourly|travaillees)\b"
)
_SHARE = 0.02
"""The part by which hours times rate may miss the amount: what was rounded."""


def rates(document: Document, local: Local) -> Iterator[tuple[Amount, Evidence]]:
    """Give the rate of each row of regular work whose hours, at that rate, make its amount."""
    for number, line in enumerate(document.lines):
        columns = header(line, _COLUMNS, strange=2)
        if {"rate", "hours", "amount"} <= {column.role for column in columns}:
            for row in rows(document.lines[number + 1 :], columns, _is_whole, lambda _: False):
                if (found := _rate(document, row, local)) is not None:
                    yield found


def _is_whole(row: Row) -> bool:
    return {"rate", "hours", "amount"} <= row.cells.keys()


def _rate(document: Document, row: Row, local: Local) -> tuple[Amount, Evidence] | None:
    cells = {name: cell for name in _COLUMNS if name and (cell := row.cell(document, name)) is not None}
    if not {"rate", "hours", "amount"} <= cells.keys() or not _REGULAR.search(row.whole(document).plain):
        return None
    rate, hours, amount = (_number(cells[name], local) for name in ("rate", "hours", "amount"))
    if rate is None or hours is None or amount is None or not amount.value:
        return None
    fits = abs(rate.value * hours.value / amount.value - 1) <= _SHARE
    return (rate, cells["rate"].cite()) if fits else None


def _number(cell: Passage, local: Local) -> Amount | None:
    return money.parse_amount(cell.text.strip().removesuffix("h").strip(), local)
