"""The money that came to an account, as the lines of a bank statement show it, and what tells where it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from consistency.comparator.passages import Passage, passages
from consistency.model import Case, Citation, Line, Paper
from consistency.normalizer import money
from consistency.normalizer.dates import Order, PartialDate, find_dates, settled_order
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

SOURCE = expression(
    r"\b(?:sold|sale of (?:my|the|our|his|her|a)|proceeds|gift\w*|inherit\w*|loan\w*|matur(?:ed|ity|ing)"
    r"|(?:fixed|term) deposits?|provident fund|gratuity|severance|bonus\w*|pension|dividends?|invest\w+|insurance"
    r"|sponsor\w*|joint account|transferred from (?:my|our)|from my (?:other|second|own) account|chit fund|dowry"
    r"|(?:my|our|his|her) (?:wife|husband|spouse|parents?|father|mother|brother|sister|uncle|aunt)\b.{0,30}"
    r"(?:gave|gives|contribut\w+|transferr\w+|lent|supports?|deposited)|sav(?:ed|ings? (?:over|of|from|since))"
    r"|accumulat\w+|vendu\w*|vente d\w*|don de|donation|herit\w+|pret\b|depot a terme|echeance|prime\b|indemnite\w*"
    r"|retraite|parrain\w*|economis\w+|epargne (?:depuis|de|accumulee)|virement de mon)\b"
)
"""Words (folded) that say where a sum came from."""

_DEPOSIT = expression(r"(?:fixed|term) deposits?|depot a terme|echeance|maturity")
_ENDED = expression(
    r"\b(?:matured|closed|broken|withdrawn|transferred|redeemed|liquidated"
    r"|cloture\w*|vire\w*|solde pour)\b"
)

PART = 0.5
"""Share of a sum that another one has at least in a sentence that tells where it came from."""

WAGES = expression(
    r"\b(?:salar\w+|sal (?:cr|credit)|wages?|pay ?roll|net pay|salaires?|paie|paye|traitement|nomina|sueldo|gaji)\b"
)
"""Words (folded) of a line that brings wages."""

CAME = expression(
    r"\b(?:deposit(?:ed|s)?|credit(?:ed)?|cash dep\w*|inward|received|versement|virement recu|depot|credite)\b"
)
"""Words (folded) of a line or sentence by which money comes to an account."""

_AMOUNT = expression(
    r"(?<![\w/.,-])(?:\d+|\d{1,3}(?:[.,'’\u00a0\u202f ]\d{2,3})+)[.,]\d{2}(?![\w/.,-])"
    r"|(?<![\w/.,-])\d{1,3}(?:[,'’]\d{3})+(?![\w/.,-])"
)
_SHORT_DAY = expression(r"^(\s*\d{1,2}([-/.])\d{1,2}\2)(\d\d)(?![\w/.-])")
"""A day at the head of a line whose year has two digits: "21-10-26", of this century on a statement."""
_SIGN = expression(r"(?P<sign>[+\u2212–-])\s?$")
"""A plus or minus before the amount of a line, by which lists without a running balance tell what came."""
CENT = 0.011


class Credit(Struct, frozen=True):
    """A sum that came to an account."""

    paper: Paper
    day: PartialDate
    amount: float
    line: Line

    @property
    def words(self) -> str:
        """The line, folded."""
        return fold(self.line.text)

    def cite(self, value: str) -> Citation:
        """Cite the line with a value."""
        return Passage(self.paper, " ".join(self.line.text.split()), self.line).cite(value)


class Row(Struct, frozen=True):
    """A line of a statement: its day and the numbers on it, the last of which may be the running balance."""

    line: Line
    day: PartialDate
    numbers: tuple[float, ...]


def credits(paper: Paper) -> tuple[Credit, ...]:
    """Give the sums that came to the account, by the running balance where there is one, else by words."""
    lines = paper.document.lines
    order = settled_order(_whole(line.text) for line in lines)
    told = [row for line in lines if (row := _row(line, order)) is not None]
    sure = not any(row.day.alternative for row in told)
    rows, reverse = (sorted(some, key=_day) if sure else list(some) for some in (told, told[::-1]))
    by_balance = [*_by_balance(paper, rows)] or [*_by_balance(paper, reverse)]
    return tuple(by_balance or _by_words(paper, rows))


def explained(
    case: Case, beside: Paper, lines: Iterable[str] = (), amount: float = 0.0, currency: str | None = None
) -> bool:
    """True where a paper of the same submission that is not a form says where money came from.

    A sentence that tells other sums in the same money, all of them far smaller, speaks of something else; and that
    money lies on a deposit does not say where it came from, but that the deposit ended.
    """
    told = (p for p in case.papers if p.application == beside.application and p.kind in TELLING)
    return any(SOURCE.search(fold(text)) for text in lines) or any(
        _tells_source(passage, beside, amount, currency) for paper in told for passage in passages(paper)
    )


def _tells_source(passage: Passage, beside: Paper, amount: float, currency: str | None) -> bool:
    words = fold(passage.text)
    found = SOURCE.search(words)
    if found is None:
        return False
    kept = _DEPOSIT.fullmatch(found[0]) and not _ENDED.search(words)
    if kept and passage.paper.kind == "bank-statement" and passage.paper.path != beside.path:
        return False
    sums = [one for one in money.find_amounts(passage.text) if one.currency == currency and one.per is None]
    return not sums or any(float(one.value) >= PART * amount for one in sums)


TELLING = frozenset({"explanation-letter", "bank-statement", "support-letter", "unknown", "other"})
"""Papers that may say where money came from: letters, the bank itself, and deeds of no known kind."""


def _day(row: Row) -> date:
    return row.day.latest


def _whole(text: str) -> str:
    return _SHORT_DAY.sub(r"\g<1>20\3", text)


def _row(line: Line, order: Order | None) -> Row | None:
    """Read a line with one day at its head and at least one amount."""
    text = _whole(line.text)
    found = find_dates(text, order=order)
    if not found or found[0].start > 12 or found[0].date.day is None:
        return None
    rest = text[found[0].end :]
    for other in reversed(find_dates(rest)):
        rest = f"{rest[: other.start]} | {rest[other.end :]}"
    numbers = [money.number(match[0]) for match in _AMOUNT.finditer(rest)]
    known = tuple(float(number) for number in numbers if number is not None)
    return Row(line, found[0].date, known) if known else None


def _by_balance(paper: Paper, rows: Sequence[Row]) -> Iterator[Credit]:
    """Give the rows on which the last number has grown by another number of the row."""
    for before, row in pairwise(rows):
        grown = row.numbers[-1] - before.numbers[-1]
        if grown > 0 and any(abs(number - grown) < CENT for number in row.numbers[:-1]):
            yield Credit(paper, row.day, grown, row.line)


def _by_words(paper: Paper, rows: Sequence[Row]) -> Iterator[Credit]:
    """Give the rows that say that their only amount came in, by a sign or in words."""
    signed = {sign for row in rows if (sign := _sign(row.line))} == {"+", "-"}
    for row in rows:
        words = fold(row.line.text)
        told = CAME.search(words) or WAGES.search(words)
        if len(row.numbers) == 1 and (_sign(row.line) == "+" if signed else told):
            yield Credit(paper, row.day, row.numbers[0], row.line)


def _sign(line: Line) -> str | None:
    """Give the sign that stands before the first amount of a line: "+" or "-"."""
    amount = _AMOUNT.search(line.text)
    found = _SIGN.search(line.text[: amount.start()]) if amount else None
    return None if found is None else "+" if found["sign"] == "+" else "-"
