"""The tables of a bank's paper: which lines head them, and which rows they have."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.accounts.figures import without_dates
from consistency.extractors.wording.tables import Column, Headings, Row, header, rows
from consistency.model import Document, Line
from consistency.normalizer import currencies, dates
from consistency.normalizer.dates import Order, PartialDate
from consistency.normalizer.expressions import expression

_CODES = "|".join(currencies.codes())
_COLUMNS = Headings(
    {
        "holder": r"(?:account |a c )?titles?|(?:account )?holders?|titulaires?|titular|customer|depositor"
        r"|names?|intitule|nom",
        "": r"(?:date of )?open(?:ed|ing)(?: date)?|date opened|date d'ouverture|ouvert le|maturity(?: "
        "date)?|echeance"
        r"|(?:approx\w* )?equivalents?|equiv|contre valeur|contrevaleur|counter ?value|converted|exchange rate"
        r"|taux de change|cours de change|tasa de cambio|tipo de cambio",
        "balance": r"balance|solde|saldo|kontostand|bakiye|avoirs?" + f"|^(?:in |en )?(?:{_CODES})$",
        "debit": r"debits?|withdrawals?|retraits?|cargos?|charges?|(?:paid|money|amount|funds) out"
        r"|outflows?|outgoing|spent|dr|sorties?|out",
        "credit": r"credits?|deposits?|depots?|abonos?|(?:paid|money|amount|funds) "
        "in|inflows?|incoming|cr|entrees?|in",
        "date": r"dates?|fecha|data|posted",
        "currency": r"currency|devise|moneda|moeda|ccy",
        "amount": r"amount|montant|importe|valor|monto|sum|tutar",
        "account": r"account|a c|compte|cuenta|conta|acct|rib|iban|clabe",
        "details": r"details?|description|particulars|transactions?|libelle|operations?|concept[oe]?s?|narration"
        r"|narrative|purpose|motif|nature|type|category|ref\w*|no",
    }
)
_REST = expression(r"(?:[A-Z\d]{2,10}[ -]?){1,6}(?:\s*[-–—:/,(]\D*)?")
"""The rest of the number of an account, and behind it what kind of one it is."""
_DATED = expression(r"\s*\b(?:as )?(?:at|of|on|au|le|al|em|du)?\s*·+.*$")
"""What is left behind a heading whose day was blanked out."""
_FIGURE = expression(
    r"(?:[^\W\d]{1,4}\.?|[$€£₺₹₦₱₫฿¥])?\s?\d{1,3}(?:[.,' \u00a0]\d{3})*[.,]\d{2}(?:\s?[^\W\d]{2,4})?"
)
"""An amount to the cent, with or without its currency."""
_CELLS = 3
"""From so many cells on a line is a row of a table."""


def heading_role(text: str) -> str | None:
    """Name what a column holds by its heading; "" where it is known, and not asked for."""
    return _COLUMNS.role(text)


class Tables(Struct, frozen=True, dict=True):
    """The tables of one paper, each known by the line that heads it."""

    document: Document
    order: Order | None = None

    @cached_property
    def headers(self) -> Mapping[int, tuple[Column, ...]]:
        """The lines that head a table with money in it."""
        found = (
            (number, header(self._undated(line), _COLUMNS)) for number, line in enumerate(self.document.lines)
        )
        return {
            n: columns
            for n, columns in found
            if {c.role for c in columns} & {"balance", "amount", "credit", "debit"}
            and not (self._is_entry(n) or self._has_a_figure(n))
        }

    def _has_a_figure(self, number: int) -> bool:
        """Tell whether a cell of a line is an amount of money, as in a row: "Time deposit 02 | TRY | 412.680,00"."""
        return any(_FIGURE.fullmatch(cell.text.strip()) for cell in self.document.lines[number].segments)

    def _is_entry(self, number: int) -> bool:
        """Tell whether a line is a label and a currency beside it, and heads nothing: "Currency   XOF"."""
        segments = self.document.lines[number].segments
        return len(segments) < _CELLS and segments[-1].text.strip().lower() in currencies.codes()

    def _undated(self, line: Line) -> Line:
        """Give a line without the days in its words: "Balance as at 30.09.2026" is a heading."""
        if len(line.segments) < 2 or not any(sign.isdigit() for sign in line.text):
            return line
        return replace(
            line,
            segments=tuple(
                replace(one, text=_DATED.sub("", without_dates(one.text, self.order)[0]))
                for one in line.segments
            ),
        )

    def _is_day(self, line: Line) -> bool:
        return len(line.segments) == 1 and dates.parse(line.text, order=self.order) is not None

    def _ends_heading(self, number: int) -> bool:
        """Tell whether the line below a heading is the rest of one of its cells: it stands below just that one."""
        above, *below = self.document.lines[number : number + 3]
        if len(below) < 2 or len(below[0].segments) != 1 or len(below[1].segments) < _CELLS:
            return False
        rest = below[0].segments[0].box
        over = [one.box for one in above.segments if one.box and rest and one.box.x1 > rest.x0]
        return bool(over) and rest is not None and sum(box.x0 < rest.x1 for box in over) == 1

    def day_above(self, number: int) -> PartialDate | None:
        """Give the one day that the heading of a table tells for all its balances."""
        above, *below = self.document.lines[number : number + 2]
        leads = [line.text for line in self.document.lines[max(number - 2, 0) : number] if line.text]
        leads = leads[-1:] if leads and dates.find_dates(leads[-1], order=self.order) else leads
        led = " ".join(leads) if leads and leads[-1].rstrip().endswith(":") else ""
        text = " ".join((led, above.text, *(line.text for line in below if self._is_day(line))))
        days = {day.date for day in dates.find_dates(text, order=self.order)}
        return days.pop() if len(days) == 1 else None

    @cached_property
    def in_tables(self) -> frozenset[int]:
        """The numbers of the headers and of the rows below them, also on the pages after, which repeat no header."""
        inside: set[int] = set(self.headers)
        first = min(inside, default=len(self.document.lines))
        for number, line in enumerate(self.document.lines):
            going_on = number - 1 in inside and (len(line.segments) >= _CELLS or self._goes_on(number))
            if going_on or (number > first and self._begins_with_a_day(line)):
                inside.add(number)
        return frozenset(inside)

    def _goes_on(self, number: int) -> bool:
        """Tell whether a line is the rest of a cell: one piece without a day or an amount, above another row."""
        line, *below = self.document.lines[number : number + 3]
        cut = len(line.segments) > 1 or line.box is None
        if cut or (any(map(str.isdigit, line.text)) and not _REST.fullmatch(line.text)) or self._is_day(line):
            return False
        return any(len(other.segments) >= _CELLS and other.page == line.page for other in below)

    def _begins_with_a_day(self, line: Line) -> bool:
        return (
            len(line.segments) >= _CELLS and dates.parse(line.segments[0].text, order=self.order) is not None
        )

    def rows(self, number: int) -> Iterator[Row]:
        """Give the rows below a header that tell a balance or an amount."""
        lines: list[Line] = []
        for at, line in enumerate(self.document.lines[number + 1 :], number + 1):
            if at == number + 1 and (self._is_day(line) or self._ends_heading(number)):
                continue  # the rest of the heading: "Balance as at", and below it the day or the rate
            if len(line.segments) < 2 and not self._goes_on(at):
                break
            lines.append(line)
        yield from rows(
            lines,
            self.headers[number],
            lambda row: bool({"balance", "amount"} & row.cells.keys()),
            lambda _: False,
        )
