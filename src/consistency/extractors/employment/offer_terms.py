"""The terms of an offered job that are no names: when, for how much, under which number."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from consistency.extractors.employment import offer_words as words
from consistency.extractors.employment.terms import for_a_time
from consistency.extractors.local_money import local_to
from consistency.extractors.reading import cite
from consistency.extractors.wording.hours_words import in_figures
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Cut, order_of
from consistency.extractors.wording.official import date_in, narrowed, told
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.extractors.wording.statements import offer_number
from consistency.model import Document, Evidence
from consistency.normalizer import dates, identifiers, money, occupations
from consistency.normalizer.dates import Found, Order, PartialDate, Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import Amount

LABELS = vocabulary("offer")

_NUMBER = expression(r"(?<![\w.-])(?:A\d{7}|\d{7,8})(?!\d)", re.IGNORECASE)
_SENTENCE = expression(
    r"\b(?:shall|will|agrees?|the (?:employee|employer|worker)|you|your|l'(?:employee?|employeur)|s'engage"
    r"|vous|sera|est|is)\b"
)
_ADDRESS = expression(r"\d{1,5}[A-Za-z]?(?:[ ,-]|$)")
"""How an address begins; "Est" in it is no verb."""
_HOURS_A_WEEK = (10.0, 80.0)
_HEAD = 40
_TRADE = 5
"""Words of an occupation in small letters at the most."""
_HOURLY_AT_MOST = 200
_FORMER = expression(
    r"\b(?:raised|increased|changed|revised|adjusted|amended|goes up|porte|portée?|augmentée?|passe)\b[^.;]{0,40}?\b"
    r"(?:from|de)\b.{3,40}?(?=\s+(?:to|à)\s)",
    re.IGNORECASE,
)
"""A pay that no longer holds: "raised from CAD 30.00 to CAD 32.00"."""


NEXT_SENTENCE = expression(r"\.\s+(?=(?:The|You|Your|This|He|She|Le|La|L['’]|Vous|Votre|Il|Elle)\b)")
"""Where a sentence begins behind an entry: "Job title: Caregiver. The employee will …"."""


class Term(NamedTuple):
    """The time of a job and its place on the paper."""

    period: Period
    evidence: Evidence


class Pay(NamedTuple):
    """The pay by the hour, its currency, and its place on the paper."""

    amount: float
    currency: str
    evidence: Evidence


class Terms(Struct, frozen=True, dict=True):
    """A paper about an offered job: what its labels and its sentences say."""

    document: Document
    order: Order | None = None

    @staticmethod
    def of(document: Document) -> "Terms":
        """Take a paper apart; a contract and an offer are told apart by the same terms."""
        return document.once(_terms)

    @cached_property
    def labels(self) -> Mapping[str, list[Value]]:
        """All values of all labels; what stands below the heading of the paper is the value of none."""
        found = Labelled(self.document, LABELS, self._accept()).values()
        kept = {name: [value for value in values if not self._heads(value)] for name, values in found.items()}
        return {name: values for name, values in kept.items() if values}

    def _heads(self, value: Value) -> bool:
        """Tell whether the label of a value is the heading of the paper: "JOB OFFER LETTER" asks for no job."""
        line = self.document.lines[value.order]
        return len(line.segments) == 1 and words.HEADING.fullmatch(plain(line.text)) is not None

    @cached_property
    def parts(self) -> tuple[Passage, ...]:
        """The sentences of the paper."""
        return told(self.document)

    @cached_property
    def head(self) -> Passage:
        """The beginning of the paper as one text, however its lines are broken."""
        return passage(self.document, self.document.lines[:_HEAD])

    @property
    def others(self) -> dict[str, list[Value]]:
        """The labels and their values, but for the day of the paper itself."""
        return {name: values for name, values in self.labels.items() if name != "date"}

    @cached_property
    def tells_pay(self) -> bool:
        """Tell whether the paper names a pay."""
        return bool(self.labels.get("wage")) or any(
            words.PAY.search(part.plain) and money.find_amounts(part.text) for part in self.parts
        )

    @cached_property
    def pays_abroad(self) -> bool:
        """Tell whether all pay that the paper names is in money of other countries: the job is not in Canada."""
        told = [value.text for value in self.labels.get("wage", ())]
        told += [part.text for part in self.parts if words.PAY.search(part.plain)]
        local = local_to(self.document)
        named = {amount.currency for text in told for amount in money.find_amounts(text, local)} - {None}
        return bool(named) and "CAD" not in named

    def _accept(self) -> dict[str, Accept]:
        accept: dict[str, Accept] = dict.fromkeys(
            ("start", "end", "expiry", "date", "period"), self._is_dated
        )
        accept |= dict.fromkeys(("employer", "title", "noc", "place", "operating"), is_entry)
        accept["title"] = lambda text: is_entry(NEXT_SENTENCE.split(text)[0]) or _is_trade(text)
        accept["place"] = lambda text: is_entry(text) or (_ADDRESS.match(text) is not None and len(text) < 90)
        accept["employee"] = lambda text: len(text) < 90
        accept["wage"] = lambda text: any(sign.isdigit() for sign in text) and len(text) < 90
        accept["hours"] = lambda text: words.HOURS_ALONE.search(plain(text)) is not None
        accept["number"] = lambda text: _NUMBER.search(text) is not None
        return accept

    def _is_dated(self, text: str) -> bool:
        return date_in(text, self.order) is not None and len(text) < 120


def _terms(document: Document) -> Terms:
    return Terms(document, order_of(document))


def is_entry(text: str) -> bool:
    """Tell whether a text is an entry beside a label, not a sentence about it."""
    return is_capital(text) and not _SENTENCE.search(plain(text))


def _is_trade(text: str) -> bool:
    """Tell whether a text in small letters is an occupation, and no sentence: "heavy-duty equipment mechanic"."""
    bare = text.split(",")[0]
    return (
        len(bare.split()) <= _TRADE and not _SENTENCE.search(plain(bare)) and bool(occupations.fields(bare))
    )


def is_capital(text: str) -> bool:
    """Tell whether a text begins as a name does."""
    first = text.strip(" \"“«'")[:1]
    return bool(first) and not first.islower() and first.isalnum()


# --- when -------------------------------------------------------------------------------------------------


def term_of(terms: Terms) -> Term | None:
    """Give the time of the work: from labels, from one period in a sentence, or from its two ends."""
    return _labelled_ends(terms) or _labelled_term(terms) or _told_term(terms) or _told_ends(terms)


def _labelled_ends(terms: Terms) -> Term | None:
    found = {name: values[0] for name in ("start", "end") if (values := terms.labels.get(name))}
    if not found:
        return None
    start, end = (
        date_in(found[name].text, terms.order) if name in found else None for name in ("start", "end")
    )
    return Term(Period(start, end), next(iter(found.values())).evidence)


def _labelled_term(terms: Terms) -> Term | None:
    for value in terms.labels.get("period", ()):
        for _, _, period in dates.find_periods(value.text, order=terms.order):
            return Term(period, value.evidence)
    return None


def _told_term(terms: Terms) -> Term | None:
    for part in terms.parts:
        for start, end, period in dates.find_periods(part.text, order=terms.order):
            about = part.plain[max(0, start - 40) : start]
            if period.start and period.end and not words.NOT_THE_TERM.search(about):
                return Term(period, part.cite(start, end))
    return None


def _told_ends(terms: Terms) -> Term | None:
    found: dict[str, tuple[PartialDate, Evidence]] = {}
    for part in terms.parts:
        for role, day in _ends_in(part, terms.order):
            found.setdefault(role, (day.date, part.cite()))
    if not found:
        return None
    start, end = (found[role][0] if role in found else None for role in ("from", "to"))
    return Term(Period(start, end), next(iter(found.values()))[1])


def _ends_in(part: Passage, order: Order | None) -> Iterator[tuple[str, Found]]:
    last = 0
    for day in dates.find_dates(part.text, order=order):
        role = _end_of(part.plain[last : day.start])
        last = day.end
        if role:
            yield role, day


def _end_of(before: str) -> str | None:
    """Say which end of the work a date is, by the words before it."""
    if words.NOT_THE_TERM.search(before[-60:]):
        return None
    ends, begins = words.PERIOD_ENDS.search(before), words.PERIOD_BEGINS.search(before)
    if ends and (begins is None or ends.start() > begins.start()):
        return "to"
    return "from" if begins else None


# --- how much ---------------------------------------------------------------------------------------------


def pay_of(terms: Terms) -> Pay | None:
    """Give the pay by the hour; Canadian dollars where only a dollar sign stands."""
    found = next(_paid(terms), None)
    if found is None:
        return None
    amount, evidence = found
    by_hour = amount.per is None and amount.value < _HOURLY_AT_MOST
    hourly = amount.value if by_hour else money.hourly(amount, _hours(terms))
    if hourly is None:
        return None
    return Pay(float(hourly.quantize(Decimal("0.01"))), amount.currency or "CAD", evidence)


def _paid(terms: Terms) -> Iterator[tuple[Amount, Evidence]]:
    for value in terms.labels.get("wage", ()):
        amount = money.parse_amount(value.text)
        if amount:
            yield amount, value.evidence
    found = (
        (for_a_time(amount, told), part.cite())
        for part in terms.parts
        if (told := _of_pay(part))
        for amount in money.find_amounts(_FORMER.sub(" ", in_figures(told)))
    )
    amounts = [(amount, evidence) for amount, evidence in found if amount.per]
    yield from sorted(amounts, key=lambda found: found[0].per != "hour")


def _of_pay(part: Passage) -> str:
    """Give the clauses of a sentence that tell the pay: not those on overtime, allowances, rent and lodging."""
    if not words.PAY.search(part.plain):
        return ""
    if not words.NOT_PAY.search(part.plain):
        return part.text
    clauses = (part.text[start:end] for start, end in pairwise(_cuts(part.plain)))
    told = "; ".join(clause for clause in clauses if not words.NOT_PAY.search(plain(clause)))
    return told if words.PAY.search(plain(told)) else ""


def _cuts(text: str) -> Iterator[int]:
    """Give where the clauses of a sentence begin, and its end."""
    yield from (0, *(cut.start() for cut in _NEXT.finditer(text)), len(text))


_NEXT = expression(r"[;,](?!\d)|\b(?:and|with|plus|et|avec)\b")
"""What begins the next clause."""


def _hours(terms: Terms) -> float | None:
    values = terms.labels.get("hours", ())
    found = next((m for value in values if (m := words.HOURS_ALONE.search(plain(value.text)))), None)
    told = (words.HOURS.search(in_figures(part.plain)) for part in terms.parts)
    found = found or next((match for match in told if match), None)
    hours = float(found[1].replace(",", ".")) if found else None
    return hours if hours is not None and _HOURS_A_WEEK[0] <= hours <= _HOURS_A_WEEK[1] else None


# --- under which number -----------------------------------------------------------------------------------


def number_of(terms: Terms) -> Cut | None:
    """Give the number of the assessment or of the exempt offer: beside a label, or told."""
    for value in terms.labels.get("number", ()):
        found = _NUMBER.search(value.text)
        if found:
            return Cut(found[0].upper(), narrowed(value.evidence, found[0]))
    for part in terms.parts:
        number, evidence = offer_number(part)
        if number and evidence:
            return Cut(number.upper(), evidence)
    return None


def bare_number(terms: Terms) -> Cut | None:
    """Give the number that stands alone in the head of a page."""
    for line in terms.document.lines:
        for segment in line.segments:
            text = segment.text.strip()
            if text.isdigit() and identifiers.lmia_number(text):
                return Cut(text, cite(terms.document, segment, text, line.page))
    return None
