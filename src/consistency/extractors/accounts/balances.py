"""How much was on an account, and when: from labels, sentences, or the last row of a table."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.local_money import local_to
from consistency.extractors.reading import cite
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import order_of
from consistency.extractors.wording.official import told
from consistency.extractors.wording.prose import Passage, plain
from consistency.extractors.wording.tables import Column, Row, header, rows
from consistency.model import Document, Evidence, Line
from consistency.normalizer import dates, money, places
from consistency.normalizer.dates import Order, PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import Amount

LABELS = vocabulary("bank_statement")

_COLUMNS = {
    "balance": r"balance|solde|saldo|kontostand|bakiye",
    "debit": r"debits?|withdrawals?|retraits?|cargos?|(?:paid|money|amount|funds) out"
    r"|outflows?|outgoing|spent|dr|sorties?|out",
    "credit": r"credits?|deposits?|depots?|abonos?|(?:paid|money|amount|funds) in|inflows?|incoming|cr|entrees?|in",
    "": r"(?:date of )?open(?:ed|ing)(?: date)?|date opened|date d'ouverture|ouvert le|maturity(?: date)?|echeance",
    "date": r"dates?|fecha|data|posted",
    "currency": r"currency|devise|moneda|moeda|ccy",
    "amount": r"amount|montant|importe|valor|monto|sum|tutar",
    "account": r"account|a c|compte|cuenta|conta|acct",
    "details": r"details?|description|particulars|transactions?|libelle|operations?|concepto|narration"
    r"|narrative|purpose|motif|type|category|ref\w*|no",
}
_BALANCE = expression(
    r"\b(?:balances?|solde|saldo|credited|amount(?:s|ing)? (?:to|of)|st(?:ood|ands?) at|funds|avoirs?"
    r"|holding|total(?:s|ling)?|disponible|credit of|crediteur|savings of|deposits? of"
    r"|montant de|somme de|sum of)\b"
)
_NOT_BALANCE = expression(
    r"\b(?:opening|average|mean|moyen\w*|minimum|maximum|previous|brought forward|starting|initial"
    r"|d'ouverture|anterior|overdraft|limit|salary|salaire|transactions?|loan|pret|interest|fees?|charges?"
    r"|turnover|mouvements?)\b"
)
_EQUIVALENT = expression(
    r"\b(?:equivalent\w*|equal to|equals|approx\w*|about|around|roughly|converted|soit|environ|equivaut"
    r"|which is|i\.e)\b|≈|~|="
)
_CLAUSE = expression(r"[;(]|,\s|\s(?:and|et|while|whereas|y|e)\s|\)")
_WHEN = expression(
    r"\b(?:as (?:of|at|on)|on|at|dated|date|en date du|au|a la date du|le|ce|jour|al|el|em|a fecha|today"
    r"|is|was)\b[^\d]{0,12}$"
)
_NOT_WHEN = expression(
    r"\b(?:since|opened|from|depuis|ouvert|desde|born|issued|established|maturing|matures"
    r"|until|souscrite?|subscribed|placed|invested|booked|constituee?|echeant|echeance|ouverte|creee?)\b[^\d]{0,24}$"
)
_CREDIT_MARK = expression(r"(?<=\d)\s*(?:CR|Cr|DR|Dr)\b\.?")
_DOLLARS = {
    "CA": "CAD", "US": "USD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "MX": "MXN", "CO": "COP", "CL": "CLP",
    "AR": "ARS", "JM": "JMD", "TT": "TTD", "TW": "TWD", "FJ": "FJD", "BS": "BSD", "BB": "BBD", "GY": "GYD", "NA": "NAD",
}  # fmt: skip


_SUM = expression(
    r"\W*(?:(?:and|et|y|e) )?(?:a |an |the |le |un |el |o )?(?:grand |combined )?total(?:ling|isant)?\b"
)
_HEAD = 14
_CURRENCY = expression(
    r"\b(?:currency|devise|monnaie|moneda|moeda|para birimi|valuta|mata uang)\s*[:/-]?\s*(?-i:([A-Z]{3}))\b",
    re.IGNORECASE,
)
"""The money of the account, told behind other things on a line of the head."""
_CODE_AT_END = expression(r"\b[A-Z]{3}\)?\s*$")
_ALL_IN = expression(
    r"\b(?:all |tous les |toutes les |todos los )?(?:amounts?|figures|balances|montants|sommes|importes|valores) "
    r"(?:are |is |shown |stated |expressed |sont |exprimes? |expresados |expressos )*(?:in|en|em)\s+(?=[a-z]{3})"
)
_REST = expression(r"(?:[A-Z\d]{2,8} ?){1,5}")
"""The rest of the number of an account."""
_DATED = expression(r"\s*\b(?:as )?(?:at|of|on|au|le|al|em|du)?\s*·+.*$")
"""What is left behind a heading whose day was blanked out."""
_CELLS = 3
"""From so many cells on a line is a row of a table."""


class Told(Struct, frozen=True):
    """A balance, the day on which it was so, and its place."""

    amount: float
    currency: str | None
    day: PartialDate | None
    evidence: Evidence


class Account(Struct, frozen=True, dict=True):
    """What a paper of a bank says: labels, sentences, tables."""

    document: Document
    order: Order | None = None

    @classmethod
    def of(cls, document: Document) -> "Account":
        """Take a paper apart."""
        return cls(document, order_of(document))

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
        }

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

    def _day_above(self, number: int) -> PartialDate | None:
        """Give the one day that the heading of a table tells for all its balances."""
        above, *below = self.document.lines[number : number + 2]
        text = " ".join((above.text, *(line.text for line in below if self._is_day(line))))
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
        if cut or (any(map(str.isdigit, line.text)) and not _REST.fullmatch(line.text)):
            return False
        return any(len(other.segments) >= _CELLS and other.page == line.page for other in below)

    def _begins_with_a_day(self, line: Line) -> bool:
        return (
            len(line.segments) >= _CELLS and dates.parse(line.segments[0].text, order=self.order) is not None
        )

    @cached_property
    def labels(self) -> Mapping[str, list[Value]]:
        """The values of all labels, those of the columns of tables left out."""
        money_names = ("closing", "total", "balance", "amount")
        accept: dict[str, Accept] = dict.fromkeys(
            money_names, lambda text: any(sign.isdigit() for sign in text)
        )
        accept["date"] = lambda text: bool(dates.find_dates(text, order=self.order))
        accept["currency"] = lambda text: currency_in(text) is not None
        found = Labelled(self.document, LABELS, accept).values()
        kept = {name: [v for v in values if v.order not in self.headers] for name, values in found.items()}
        return {name: values for name, values in kept.items() if values}

    @cached_property
    def parts(self) -> tuple[Passage, ...]:
        """The sentences."""
        return told(self.document)

    @cached_property
    def currency(self) -> str | None:
        """The currency that is named apart from the amounts, or the only one that any amount has."""
        for value in self.labels.get("currency", ()):
            return currency_in(value.text)
        for number in self.headers:
            for segment in self.document.lines[number].segments:
                inside = re.search(r"\(([^)]+)\)", segment.text)
                if inside and (code := currency_in(inside[1])):
                    return code
        if code := next(self._told_once(), None):
            return code
        seen = {a.currency for p in self.parts for a in self._amounts(p.text) if a.currency}
        return seen.pop() if len(seen) == 1 else self._dollars()

    def _told_once(self) -> Iterator[str]:
        """Give the currency that a line tells for all amounts, or that stands behind the number of an account."""
        for line in self.document.lines[:_HEAD]:
            if (within := _CURRENCY.search(line.text)) and (code := currency_in(within[1])):
                yield code
        for part in self.parts:
            if (lead := _ALL_IN.search(part.plain)) and (code := currency_in(part.text[lead.end() :])):
                yield code
        for value in self.labels.get("account", ()):
            last = _CODE_AT_END.search(value.text)
            if last and (code := currency_in(last[0])):
                yield code

    def _dollars(self) -> str | None:
        """Give whose dollars a mere sign means, by the country in the head."""
        for line in self.document.lines[:10]:
            for part in re.split(r"\s*[|•·]\s*|\s{2,}", line.text):
                country = places.find_country(part) if "," in part or len(part.split()) <= 3 else None
                if country in _DOLLARS:
                    return _DOLLARS[country]
        return None

    def balances(self) -> tuple[Told, ...]:
        """Give the balance; where several accounts are told without a total, each of them."""
        sources = (
            self._labelled("closing"), self._listed(), self._in_sentences(), self._labelled("total"),
            self._labelled("balance"), self._last_row(), self._labelled("amount"),
        )  # fmt: skip
        return next((found for source in sources if (found := tuple(source))), ())

    def _amounts(self, text: str) -> tuple[Amount, ...]:
        """Find the amounts, where need be in the money of the country in the head: "N4,850,221.16" in Lagos."""
        return money.find_amounts(text) or money.find_amounts(text, local_to(self.document))

    def _told(self, text: str, evidence: Evidence, beside: PartialDate | None = None) -> Told | None:
        bare, days = without_dates(text, self.order)
        amounts = self._amounts(bare)
        amount = amounts[0] if amounts else money.parse_amount(bare)
        if amount is None or not any(sign.isdigit() for sign in bare):
            return None
        return Told(
            float(amount.value),
            amount.currency or self.currency,
            days[0] if days else beside or self._day(),
            evidence,
        )

    def _day(self) -> PartialDate | None:
        """Give the day that stands beside a label such as "Balance as of"."""
        values = *self.labels.get("closing", ()), *self.labels.get("balance", ())
        known = (dates.parse(value.text, order=self.order) for value in values)
        return next((day for day in known if day), None)

    def _row_day(self, value: Value) -> PartialDate | None:
        """Give the day at the head of the row in which a label stands: "31/07/2026 | Closing balance | 712.15"."""
        line = self.document.lines[value.order] if value.order < len(self.document.lines) else None
        if line is None or len(line.segments) < 2:
            return None
        return dates.parse(line.segments[0].text, order=self.order)

    def _labelled(self, name: str) -> Iterator[Told]:
        found = [
            one
            for value in self.labels.get(name, ())
            if (
                one := self._told(value.text, value.evidence, self._row_day(value))
                or self._beside_its_day(value)
            )
        ]
        latest = max((one.day for one in found if one.day), key=lambda day: day.latest, default=None)
        found = [one for one in found if one.day is None or one.day == latest]
        seen: set[tuple[float, str | None]] = set()
        for one in found[-1:] if name == "total" else found:
            if (one.amount, one.currency) not in seen:
                seen.add((one.amount, one.currency))
                yield one

    def _beside_its_day(self, value: Value) -> Told | None:
        """Read "Closing balance as of 31/08/2026 | 148,220.55": the label goes on with a day, the amount follows."""
        day = dates.parse(value.text.strip(" :"), order=self.order)
        line = self.document.lines[value.order]
        place = next((n for n, segment in enumerate(line.segments) if value.text in segment.text), None)
        if day is None or place is None:
            return None
        beside = line.segments[place + 1 :]
        found = (self._told(one.text, cite(self.document, one, one.text, line.page)) for one in beside)
        return next((replace(one, day=day) for one in found if one), None)

    # --- sentences ---

    def _in_sentences(self) -> Iterator[Told]:
        found: dict[tuple[float, str | None], Told] = {}
        for part in self.parts:
            if not part.row and _BALANCE.search(part.plain):
                for one in self._in_sentence(part):
                    found.setdefault((one.amount, one.currency), one)
        sums = [one for one in found.values() if re.search(r"\btotal\w*\b", plain(one.evidence.quote or ""))]
        yield from sums[:1] or found.values()

    def _in_sentence(self, part: Passage) -> Iterator[Told]:
        """Give the balances of a sentence: what it calls equivalent, average or opening is none."""
        day = self._day_in(part)
        seen = False
        for start, end in _telling(part):
            bare, _ = without_dates(part.text[start:end], self.order)
            low = plain(bare)
            amounts = [amount for amount in self._amounts(bare) if amount.value >= 1 and amount.per is None]
            if not amounts or _NOT_BALANCE.search(low) or (seen and _EQUIVALENT.search(low)):
                continue
            own = self._amounts(bare[: cut.start()]) if (cut := _EQUIVALENT.search(low)) else ()
            amount: Amount = (own or amounts)[0]
            seen = True
            yield Told(float(amount.value), amount.currency or self.currency, day, part.cite())

    def _day_in(self, part: Passage) -> PartialDate | None:
        days = dates.find_dates(part.text, order=self.order)
        known = [d.date for d in days if not _NOT_WHEN.search(part.plain[: d.start])]
        surer = [d.date for d in days if _WHEN.search(part.plain[: d.start]) and d.date in known]
        return next(iter([*surer, *known]), None)

    # --- tables ---

    def _listed(self) -> Iterator[Told]:
        """Give the accounts of a table that lists them, or their total."""
        for number, columns in self.headers.items():
            roles = {column.role for column in columns}
            if "account" not in roles or "date" in roles or not roles & {"balance", "amount"}:
                continue
            above = self._day_above(number)
            found = [
                (row, replace(one, day=one.day or above))
                for row in self._rows(number, columns)
                if (one := self._of_row(row))
            ]
            sums = [
                one
                for row, one in found
                if re.match(r"\W*(?:grand )?total", plain(row.whole(self.document).text))
            ]
            yield from sums[:1] or [one for _, one in found]

    def _last_row(self) -> Iterator[Told]:
        for number, columns in self.headers.items():
            if any(column.role == "balance" for column in columns):
                found = [one for row in self._rows(number, columns) if (one := self._of_row(row))]
                yield from found[-1:]

    def _rows(self, number: int, columns: Sequence[Column]) -> Iterator[Row]:
        lines: list[Line] = []
        for at, line in enumerate(self.document.lines[number + 1 :], number + 1):
            if at == number + 1 and self._is_day(line):
                continue  # the rest of the heading: "Balance as at", and below it the day
            if len(line.segments) < 2 and not self._goes_on(at):
                break
            lines.append(line)
        yield from rows(
            lines, columns, lambda row: bool({"balance", "amount"} & row.cells.keys()), lambda _: False
        )

    def _of_row(self, row: Row) -> Told | None:
        cell = row.cell(self.document, "balance") or row.cell(self.document, "amount")
        when, unit = row.cell(self.document, "date"), row.cell(self.document, "currency")
        found = self._told(cell.text, cell.cite()) if cell else None
        if found is None:
            return None
        day = next((d.date for d in dates.find_dates(when.text, order=self.order)), None) if when else None
        code = currency_in(unit.text) if unit else None
        return replace(found, day=day or found.day, currency=code or found.currency)


def _telling(part: Passage) -> list[tuple[int, int]]:
    """Give the clauses of a sentence that may tell a balance: where one of them tells the total, that one."""
    every = list(clauses(part.text))
    sums = [
        (start, end)
        for start, end in every
        if _SUM.match(part.plain[start:end]) and money.find_amounts(part.text[start:end])
    ]
    return sums or every


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Give the clauses of a sentence by their bounds."""
    start = 0
    for cut in _CLAUSE.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


def without_dates(text: str, order: Order | None) -> tuple[str, list[PartialDate]]:
    """Blank out the dates, and the marks for debit and credit, so that only amounts of money are left."""
    found = dates.find_dates(text, order=order)
    for day in found:
        text = text[: day.start] + "·" * (day.end - day.start) + text[day.end :]
    return _CREDIT_MARK.sub("", text), [day.date for day in found]


def currency_in(text: str) -> str | None:
    """Give the currency that a text names: "INR", "Indian Rupees (INR)", "$ CA"."""
    words = re.findall(r"[^\W\d_]{1,3}\$|[^\W\d_]+\.?|[$€£₹₦₱₫฿¥]", text)
    for word in sorted(words, key=lambda word: not (len(word) == 3 and word.isupper())):
        found = money.find_amounts(f"{word} 100")
        if found and found[0].currency:
            return found[0].currency
    return None
