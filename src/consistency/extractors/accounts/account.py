"""What a paper of a bank says of an account: by its labels, in sentences, in tables, and in which money."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from msgspec import Struct

from consistency.extractors.accounts.figures import currency_in
from consistency.extractors.accounts.tables import Tables, heading_role
from consistency.extractors.local_money import local_to
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import order_of
from consistency.extractors.wording.official import told
from consistency.extractors.wording.prose import Passage, plain
from consistency.model import Document
from consistency.normalizer import currencies, dates, money, places
from consistency.normalizer.dates import Order
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import Amount

LABELS = vocabulary("bank_statement")

_DOLLARS = {
    "CA": "CAD", "US": "USD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "MX": "MXN", "CO": "COP", "CL": "CLP",
    "AR": "ARS", "JM": "JMD", "TT": "TTD", "TW": "TWD", "FJ": "FJD", "BS": "BSD", "BB": "BBD", "GY": "GYD", "NA": "NAD",
}  # fmt: skip
_HEAD = 14
_CURRENCY = expression(
    r"\b(?:currency|devise|monnaie|moneda|moeda|para birimi|valuta|mata uang)\s*[:/-]?\s*(?-i:([A-Z]{3}))\b",
    re.IGNORECASE,
)
"""The money of the account, told behind other things on a line of the head."""
_IN_HEADING = expression(r"\(([^)]+)\)|(?:^|\s)(?-i:([A-Z]{3}))\s*$", re.IGNORECASE)
"""The currency with which the heading of a column ends."""
_CODE_AT_END = expression(r"\b[A-Z]{3}\)?\s*$")
_ALL_IN = expression(
    r"\b(?:all |tous les |toutes les |todos los )?(?:amounts?|figures|balances|montants|sommes|importes|valores) "
    r"(?:are |is |shown |stated |expressed |sont |exprimes? |expresados |expressos )*(?:in|en|em)\s+(?=[a-z]{3})"
)


_IN_WORDS = expression(r"\b(?:in|en|em) ([a-z]{4,})\b")
"""The money of the account in words: "SAVINGS IN PESOS", "compte en dinars"."""


class Account(Struct, frozen=True, dict=True):
    """What a paper of a bank says: labels, sentences, tables."""

    document: Document
    order: Order | None = None

    @classmethod
    def of(cls, document: Document) -> "Account":
        """Take a paper apart."""
        return cls(document, order_of(document))

    @cached_property
    def tables(self) -> Tables:
        """The tables."""
        return Tables(self.document, self.order)

    @cached_property
    def labels(self) -> Mapping[str, list[Value]]:
        """The values of all labels, those of the columns of tables left out."""
        money_names = ("closing", "total", "balance", "amount")
        accept: dict[str, Accept] = dict.fromkeys(
            money_names, lambda text: any(sign.isdigit() for sign in text)
        )
        accept["date"] = accept["until"] = lambda text: bool(dates.find_dates(text, order=self.order))
        accept["currency"] = lambda text: currency_in(text) is not None
        found = Labelled(self.document, LABELS, accept).values()
        kept = {
            name: [v for v in values if v.order not in self.tables.headers] for name, values in found.items()
        }
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
        if code := next(chain(self._headed(), self._told_once()), None):
            return code
        seen = {a.currency for p in self.parts for a in self.amounts(p.text) if a.currency}
        return seen.pop() if len(seen) == 1 else self._dollars()

    def _headed(self) -> Iterator[str]:
        """Give the currencies that headings of columns name: "Balance (INR)", "Amount in NPR", "TND"."""
        for number in self.tables.headers:
            for segment in self.document.lines[number].segments:
                inside = _IN_HEADING.search(segment.text)
                asked = inside and heading_role(segment.text)
                told = (inside[1] or inside[2]) if inside and asked else ""
                if code := currency_in(told) or currency_in(told, local_to(self.document)):
                    yield code

    def _told_once(self) -> Iterator[str]:
        """Give the currency that a line tells for all amounts, or that stands behind the number of an account."""
        for line in self.document.lines[:_HEAD]:
            if (within := _CURRENCY.search(line.text)) and (code := currency_in(within[1])):
                yield code
        for part in self.parts:
            if (lead := _ALL_IN.search(part.plain)) and (code := currency_in(part.text[lead.end() :])):
                yield code
        yield from self._told_in_words()
        for value in self.labels.get("account", ()):
            last = _CODE_AT_END.search(value.text)
            if last and (code := currency_in(last[0])):
                yield code

    def _told_in_words(self) -> Iterator[str]:
        """Give the currency that a line of the head names by its word: "SAVINGS IN PESOS"."""
        for line in self.document.lines[:_HEAD]:
            for word in _IN_WORDS.findall(plain(line.text)):
                if code := currencies.meaning(word, local_to(self.document)):
                    yield code

    def _dollars(self) -> str | None:
        """Give whose dollars a mere sign means, by the country in the head."""
        for line in self.document.lines[:10]:
            for part in re.split(r"\s*[|•·]\s*|\s{2,}", line.text):
                country = places.find_country(part) if "," in part or len(part.split()) <= 3 else None
                if country in _DOLLARS:
                    return _DOLLARS[country]
        return None

    def amounts(self, text: str) -> tuple[Amount, ...]:
        """Find the amounts, where need be in the money of the country in the head: "N4,850,221.16" in Lagos."""
        return money.find_amounts(text) or money.find_amounts(text, local_to(self.document))
