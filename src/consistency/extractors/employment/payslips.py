"""What a payslip says: who was paid by whom, for what time, how much before anything was taken off."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.employment import payslip_words as words
from consistency.extractors.employment.letterhead import letterhead
from consistency.extractors.employment.offers import organisation
from consistency.extractors.employment.payslip_rates import rates
from consistency.extractors.employment.terms import hours_of
from consistency.extractors.local_money import local_to
from consistency.extractors.reading import cite
from consistency.extractors.wording.career_words import employer_weight, has_legal_form, title_weight
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Cut, Dated, is_name, order_of, without_honorific
from consistency.extractors.wording.official import narrowed
from consistency.extractors.wording.persons import alone_names, name_of
from consistency.extractors.wording.prose import plain
from consistency.model import Document, Evidence, Job, Line
from consistency.normalizer import currencies, dates, money
from consistency.normalizer.currencies import NOWHERE, Local
from consistency.normalizer.dates import Order, PartialDate, Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import Amount, Per

LABELS = vocabulary("payslip")

_HEAD = 14
_MONEY = expression(r"[^\d]{0,12}\d[\d.,'’  ]*(?:/-)?[^\d]{0,12}")
_LEAST = 1
_HOURLY_AT_MOST = 500
CANADA = "CA"
_HEADING = 60
"""Signs: a longer line is a sentence, not the words over or beside an amount."""
_SURELY = 2.0
"""A cell with such a weight is an employer wherever it stands in the head."""


def _before_title(text: str) -> str:
    """Give the company before the title of a slip on one line: "ACME LTD. Statement of earnings"."""
    title = words.TITLE.search(plain(text))
    before = text[: title.start()].strip(" ,-–—|") if title else ""
    return before if has_legal_form(before) else text


class Slip(Struct, frozen=True, dict=True):
    """A payslip and the values of its labels."""

    document: Document
    order: Order | None
    values: Mapping[str, list[Value]]

    @classmethod
    def of(cls, document: Document) -> "Slip":
        """Look for the labels of a paper."""
        order = order_of(document)
        return cls(document, order, Labelled(document, LABELS, _accept(order)).values())

    @cached_property
    def name(self) -> Cut | None:
        """The person who was paid."""
        for value in self.values.get("full_name", ()):
            if found := name_of(value):
                return found
        family, given = (self.values.get(part, [None])[0] for part in ("family_name", "given_names"))
        if family is not None and given is not None:
            return Cut(f"{given.text} {family.text}", given.evidence)
        alone = [cut for cut in self._alone() if " " in cut.text]
        return alone[0] if len(alone) == 1 else None

    def _alone(self) -> Iterator[Cut]:
        """Give the names that stand alone above the first amount."""
        lines = self.document.lines[:_HEAD]
        paid = (number for number, line in enumerate(lines) if re.search(r"\d[.,]\d\d\b", line.text))
        return alone_names(self.document, lines[: next(paid, _HEAD)], words.NOT_A_PERSON)

    @cached_property
    def employer(self) -> Cut | None:
        """Who paid: beside a label, else above the title."""
        for value in self.values.get("employer", ()):
            if not words.TITLE.search(plain(value.text)):
                return Cut(value.text, value.evidence)
        head = letterhead(replace(self.document, lines=self._above()))
        name = (organisation(head[0]) or head[0]) if head else ""
        return Cut(name, cite(self.document, head[1], name)) if head else None

    def _above(self) -> tuple[Line, ...]:
        """Give the cells of the head that no label, title, address or name of the person is."""
        taken = [value.order for name in self.values for value in self.values[name]]
        top = min(taken, default=_HEAD)
        return tuple(
            replace(line, segments=(replace(cell, text=text),))
            for number, line in enumerate(self.document.lines[:_HEAD])
            for cell in line.segments
            for text in re.split(r"\s+[-–—|•·]+\s+", _before_title(cell.text))
            if self._is_head(text) and (number <= top or employer_weight(text) >= _SURELY)
        )

    def _is_head(self, text: str) -> bool:
        low = plain(text).strip(" :")
        named = self.name is not None and self.name.text in text
        return not (named or words.TITLE.search(low) or LABELS.pattern.match(low) or re.search(r"\d", text))

    @cached_property
    def day(self) -> Dated | None:
        """The day of payment, else the end of the time that was paid, else the month that the title names."""
        for name in ("paid", "ended", "period"):
            for value in self.values.get(name, ()):
                found = self._last(value.text)
                if found is not None:
                    return Dated(found[0], narrowed(value.evidence, found[1]))
        for line, text in self._told_periods():
            if found := self._last(text):
                return Dated(found[0], cite(self.document, line, found[1]))
        return None

    def _told_periods(self) -> Iterator[tuple[Line, str]]:
        """Give what tells the time beside no label: the title, and what follows "period" within a line of the head."""
        for line in self.document.lines[:_HEAD]:
            low = plain(line.text)
            told = words.PERIOD_TOLD.search(low)
            if words.TITLE.search(low):
                yield line, line.text
            elif told:
                yield line, line.text[told.end() :]

    def _last(self, text: str) -> tuple[PartialDate, str] | None:
        """Give the last date in a text; "August 1-15, 2026" ends on a day although a month stands once."""
        found = dates.find_dates(text, order=self.order)
        for start, end, period in dates.find_periods(text, order=self.order)[-1:]:
            if period.end is not None and found and start <= found[-1].start < end:
                return period.end, text[start:end]
        return (found[-1].date, text[found[-1].start : found[-1].end]) if found else None

    def job(self) -> Job | None:
        """Give the job that was paid for."""
        employer, title = self.employer, self._title
        if employer is None and title is None:
            return None
        pay = self._pay
        amount, where = pay if pay else (None, None)
        cells: dict[str, Evidence] = {"employer": employer.evidence} if employer else {}
        cells |= {"title": title.evidence} if title else {}
        cells |= {"amount": where, "currency": where} if where else {}
        paid, told = self._told_period or (None, None)
        cells |= dict.fromkeys(("paid_from", "paid_to"), told) if told else {}
        return Job(
            evidence=(employer or title or Cut("", Evidence(self.document.path, None))).evidence,
            cells=cells,
            employer=employer.text if employer else None,
            title=title.text if title else None,
            amount=float(amount.value) if amount else None,
            currency=amount.currency if amount else None,
            per=amount.per if amount else None,
            hours=self._hours,
            paid_from=paid.start if paid else None,
            paid_to=paid.end if paid else None,
            country=CANADA if words.OF_CANADA.search(plain(self.document.text)) else None,
        )

    @cached_property
    def _title(self) -> Cut | None:
        values = self.values.get("title", ())
        return next((Cut(value.text, value.evidence) for value in values), None)

    @cached_property
    def _pay(self) -> tuple[Amount, Evidence] | None:
        """The rate of an hour where it is told, else the gross pay of the time."""
        for value in self.values.get("rate", ()):
            amount = money.parse_amount(value.text, self._local)
            if amount is not None and _LEAST <= amount.value <= _HOURLY_AT_MOST:
                return replace(amount, per="hour", currency=amount.currency or self._currency), value.evidence
        for value in self.values.get("gross", ()):
            amount = money.parse_amount(value.text, self._local)
            if amount is not None and amount.value >= _LEAST:
                return replace(
                    amount, per=self._per, currency=amount.currency or self._currency
                ), value.evidence
        for amount, where in rates(self.document, self._local):
            if _LEAST <= amount.value <= _HOURLY_AT_MOST:
                return replace(amount, per="hour", currency=amount.currency or self._currency), where
        return None

    @cached_property
    def _hours(self) -> float | None:
        found = (hours_of(value.text) or _number(value.text) for value in self.values.get("hours", ()))
        return next((hours for hours in found if hours and hours <= 80), None)

    @cached_property
    def _per(self) -> Per | None:
        """The time that was paid for: as the paper calls it, else by its first and last day."""
        for value in self.values.get("frequency", ()):
            return _frequency(value.text)
        period = self._period
        if period is None or period.start is None or period.end is None:
            return self._half_month()
        if period.start.precision != "day" or period.end.precision != "day":
            whole = period.start == period.end and period.start.precision == "month"
            return self._half_month() or ("month" if whole else None)
        days = (period.end.latest - period.start.earliest).days + 1
        return next((per for per, span in words.SPANS if days in span), None)

    def _half_month(self) -> Per | None:
        """Give half a month where the words beside the amounts say so: "Basic pay (semi-monthly)"."""
        told = "\n".join(line.text for line in self.document.lines if len(line.text) < _HEADING)
        return "half-month" if _frequency(told) == "half-month" else None

    @property
    def _period(self) -> Period | None:
        """The time that was paid for."""
        return self._told_period[0] if self._told_period else None

    @cached_property
    def _told_period(self) -> tuple[Period, Evidence] | None:
        """The time that was paid for, and where it is told."""
        begun, ended = (self.values.get(name, [None])[0] for name in ("begun", "ended"))
        if begun is not None and ended is not None:
            first, last = self._last(begun.text), self._last(ended.text)
            known = first and last and first[0].earliest <= last[0].latest
            return (Period(first[0], last[0]), begun.evidence) if known and first and last else None
        for value in self.values.get("period", ()):
            if found := self._period_in(value.text):
                return found, value.evidence
        for line, text in self._told_periods():
            if found := self._period_in(text):
                return found, cite(self.document, line, text.strip())
        return None

    def _period_in(self, text: str) -> Period | None:
        found = dates.find_periods(text, order=self.order)
        if found:
            return found[0][2]
        alone = dates.find_dates(text, order=self.order)
        return (
            Period(alone[0].date, alone[0].date)
            if len(alone) == 1 and alone[0].date.precision == "month"
            else None
        )

    @cached_property
    def _local(self) -> Local:
        return local_to(self.document)

    @cached_property
    def _currency(self) -> str | None:
        """The one currency that the paper names: beside its label or an amount, over a column, or in words."""
        for named in (self._labelled_currency(), self._currency_of_amounts(), self._currency_of_columns()):
            if named:
                return next(iter(named)) if len(named) == 1 else None
        return None

    def _labelled_currency(self) -> set[str]:
        told = [value.text for value in self.values.get("currency", ())]
        return {code for text in told if (code := _code(text, self._local))}

    def _currency_of_amounts(self) -> set[str]:
        amounts = money.find_amounts(self.document.text, self._local)
        return {amount.currency for amount in amounts if amount.currency}

    def _currency_of_columns(self) -> set[str]:
        lines = [plain(line.text) for line in self.document.lines]
        units = {_code(m["unit"], self._local) for line in lines for m in words.IN_UNITS.finditer(line)}
        in_words = {currencies.told_in_words(line, self._local) for line in lines}
        return {code for code in units | in_words if code}


def _frequency(text: str) -> Per | None:
    low = plain(text)
    return next((per for per, pattern in words.FREQUENCIES if re.search(pattern, low)), None)


def _code(text: str, local: Local = NOWHERE) -> str | None:
    amount = money.parse_amount(f"1 {text.strip(' ()')}", local)
    return amount.currency if amount else None


def _number(text: str) -> float | None:
    found = money.number(text.strip())
    return float(found) if found is not None else None


def _accept(order: Order | None) -> dict[str, Accept]:
    def is_dated(text: str) -> bool:
        return bool(dates.find_dates(text, order=order))

    def is_paid(text: str) -> bool:
        return _MONEY.fullmatch(text.strip()) is not None and dates.parse(text) is None

    def is_person(text: str) -> bool:
        return is_name(without_honorific(text).split("(")[0].strip())

    accept: dict[str, Accept] = dict.fromkeys(("paid", "ended", "begun", "period"), is_dated)
    accept |= dict.fromkeys(("gross", "net", "rate"), is_paid)
    accept |= dict.fromkeys(("full_name", "family_name", "given_names"), is_person)
    accept["employer"] = lambda text: len(text) <= 90 and any(map(str.isalpha, text)) and not is_dated(text)
    accept["title"] = _is_title
    accept["currency"] = lambda text: _code(text) is not None
    return accept


def _is_title(text: str) -> bool:
    """Tell whether a text can be the title of a job: words, no amount, no legal form of an employer."""
    if any(map(str.isdigit, text)) or len(text) > 60 or has_legal_form(text):
        return False
    return title_weight(text) > 0 or 1 <= len(text.split()) <= 5
