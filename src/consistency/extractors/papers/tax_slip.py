"""What an employer tells the state and the employee once a year: a T4, a Relevé 1, a W-2, a P60, a Form 16, a 2316.

It proves a job in that year, not when the job began or ended: the job is written without a period, with the time for
which was paid, which is the whole year where the slip names no days.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from consistency.extractors.employment.offers import organisation
from consistency.extractors.reading import Reading, cite
from consistency.extractors.wording import particulars
from consistency.extractors.wording.career_words import has_legal_form
from consistency.extractors.wording.grids import whole_rows
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Cut, language_of, order_of
from consistency.extractors.wording.official import is_form, narrowed, titled
from consistency.extractors.wording.prose import passage, plain
from consistency.model import AsOf, Document, Evidence, Fact, Job
from consistency.normalizer import dates
from consistency.normalizer.dates import Order, PartialDate, Period
from consistency.normalizer.expressions import expression

LABELS = vocabulary("tax_slip")

_KINDS = (
    ("CA", r"\bstatement of remuneration paid\b|\betat de la remuneration payee\b|\brl-?1\b"
           r"|\brevenus d'emploi et revenus divers"
           r"|\bstatement of pension, retirement, annuity"),
    ("US", r"\bw-?2\b[^.]{0,20}\bwage and tax statement|\bwage and tax statement\b|\bnonemployee compensation\b"),
    ("GB", r"\bp60\b|\bp45\b|\bend of year certificate\b|\bdetails of employee leaving work\b"),
    ("IN", r"\bform no\W{0,2} ?16\b|\bform 16\b|\btax deducted at source on salary\b"),
    ("PH", r"\bbir form no\W{0,2} ?2316\b|\bcertificate of compensation payment\W{1,3}tax withheld"),
    ("KE", r"\bp9a?\b[^.]{0,30}\btax deduction card|\btax deduction card\b"),
    ("MY", r"\bstatement of remuneration from employment\b|\bc\.?p\.? ?8a\b"),
    ("SG", r"\bir8a\b|\breturn of employee's remuneration\b"),
    ("AU", r"\bpayg payment summary\b|\bincome statement[^.]{0,20}\bato\b"),
    ("ZA", r"\birp ?5\b"),
    ("DE", r"\blohnsteuerbescheinigung\b"),
    ("BR", r"\b(?:comprovante|informe) de rendimentos\b"),
    (None, r"\bcertificado de ingresos y retenciones\b|\b(?:annual|yearly) (?:statement|certificate) of (?:income|wages"
           r"|earnings|salary|remuneration)\b|\bcertificate of (?:annual )?(?:income|salary|earnings"
           r"|remuneration) (?:and|paid and) (?:tax"
           r"|withholding)|\b(?:salary|wage|withholding tax|income tax withholding"
           r"|tax withholding) certificate for the (?:year|fiscal year)"
           r"|\breceipt (?:for|of) (?:wage|withholding tax on wage)|\bwithholding (?:tax )?(?:record|slip) (?:of"
           r"|for) (?:employment|salary)"),
)  # fmt: skip
"""The title of a state's yearly slip, and whose it is."""
_TITLES = tuple((state, expression(pattern)) for state, pattern in _KINDS)
_TITLE = expression("|".join(pattern for _, pattern in _KINDS))
_YEAR = expression(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ASSESSMENT = expression(r"(?P<first>(?:19|20)\d\d)\s?[-–/]\s?(?:(?:19|20)?\d\d)(?!\d)")
_TAX_YEAR = expression(r"\b(?:tax )?year (?:ended |ending |to )(?:5|5th) april (?P<year>20\d\d)")
_FOR_YEAR = expression(
    r"\b(?:for the (?:calendar |tax |fiscal |income )?year|tax(?:ation)? year|year|annee|ano|ejercicio"
    r"|anne?e d'imposition)\W{1,3}"
    r"(?:ended (?:31 december )?)?(?P<year>(?:19|20)\d\d)\b"
)
_SPACED = expression(r"(?<=\d) (?=\d)")
_DAY = expression(r"(?P<month>\d\d)/(?P<day>\d\d)(?!/|\d)")
_LETTER = expression(
    r"\b(?:dear (?:sir|madam|officer|visa)|to whom it may concern|notice of assessment|avis de cotisation)\b"
)
_ASKED = expression(r"\bemployer(?:'s)? (?:full )?name and address\W*$")
_HEAD, _LONGEST = 12, 220


def recognise(document: Document) -> float:
    """Say how sure it is that an employer tells here what was paid, and kept back for the state, in a year."""
    if is_form(document) or not document.lines or len(document.lines) > _LONGEST:
        return 0.0
    if not titled(document, _TITLE, _HEAD) or _LETTER.search(plain(document.text)):
        return 0.0
    slip = Slip.of(document)
    return 0.6 + 0.2 * (slip.employer is not None) + 0.15 * (slip.paid is not None)


def read(document: Document) -> Reading:
    """Read whom an employer paid in which year, and who that is."""
    slip = Slip.of(document)
    paid, job = slip.paid, slip.job()
    return Reading(
        AsOf(paid.end, "stated") if paid and paid.end else AsOf(None, "unknown"),
        slip.facts,
        (job,) if job else (),
        language=language_of(document),
    )


def _accept(order: Order | None) -> dict[str, Accept]:
    def is_year(text: str) -> bool:
        return _YEAR.search(text) is not None

    def is_dated(text: str) -> bool:
        return bool(dates.find_dates(text, order=order))

    def is_employer(text: str) -> bool:
        return sum(map(str.isalpha, text)) > 2 and len(text) < 90 and not is_dated(text)

    return particulars.accepted(order) | {
        "year": is_year,
        "assessment": lambda text: _ASSESSMENT.search(text) is not None,
        "period": lambda text: any(map(str.isdigit, text)),
        "begun": lambda text: any(map(str.isdigit, text)),
        "left": is_dated,
        "employer": is_employer,
    }


class Slip(Struct, frozen=True, dict=True):
    """A yearly slip, and the values of its labels."""

    document: Document
    order: Order | None
    values: Mapping[str, list[Value]]

    @classmethod
    def of(cls, document: Document) -> "Slip":
        """Look for the labels of a paper."""
        order = order_of(document)
        values = Labelled(document, LABELS, _accept(order)).values(whole_rows(document.lines, LABELS))
        return cls(document, order, values)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Whom the slip is for."""
        told = particulars.facts(self.document, self.values, self.order)
        named = any(fact.attribute in particulars.NAMES for fact in told)
        return told if named else (*particulars.in_columns(self.document), *told)

    @cached_property
    def state(self) -> str | None:
        """The state that asks for such slips."""
        return next((state for state, title in _TITLES if titled(self.document, title, _HEAD)), None)

    @cached_property
    def employer(self) -> Cut | None:
        """Who paid: the first name beside or below the label, with what its cell broke off."""
        for value in self.values.get("employer", ()):
            for name in _names(particulars.lines_of(self.document, value)):
                return Cut(name, narrowed(value.evidence, name if name in value.text else value.text))
        return self._under_sentence()

    def _under_sentence(self) -> Cut | None:
        """Give the employer below the words that ask for it at the end of a sentence."""
        for line, following in pairwise(self.document.lines):
            if _ASKED.search(plain(line.text)) and (name := next(_names((following.text,)), None)):
                return Cut(name, cite(self.document, following, name))
        return None

    @cached_property
    def paid(self) -> Period | None:
        """The time for which was paid: the days that the slip names, else its year."""
        return self._by_days() or self._by_leaving() or self._by_year()

    def _by_days(self) -> Period | None:
        for value in self.values.get("period", ()):
            lines = particulars.lines_of(self.document, value)
            for text in (value.text.replace("\n", " "), " ".join(lines[:3])):
                for _, _, period in dates.find_periods(text, order=self.order)[:1]:
                    if period.start and period.end:
                        return period
        year = self._year()
        days = [day for line in self._lines_of("begun") for day in _DAY.finditer(line)] if year else []
        if year and len(days) > 1:
            first, last = (PartialDate.of(f"{year}-{day['month']}-{day['day']}") for day in days[:2])
            return Period(first, last) if first.before(last) else None
        return None

    def _lines_of(self, name: str) -> Iterator[str]:
        """Give the whole lines on which a label stands."""
        for value in self.values.get(name, ())[:1]:
            yield self.document.lines[value.order].text if value.order < len(self.document.lines) else ""

    def _by_leaving(self) -> Period | None:
        """Give the day on which somebody left, who was there till then."""
        for value in self.values.get("left", ()):
            day = dates.common_date(_SPACED.sub("/", value.text), order=self.order or "dmy")
            if day is not None:
                return Period(day.date, day.date)
        return None

    def _by_year(self) -> Period | None:
        text = plain("\n".join(line.text for line in self.document.lines[:40]))
        if april := _TAX_YEAR.search(text):
            year = int(april["year"])
            return Period(PartialDate.of(f"{year - 1}-04-06"), PartialDate.of(f"{year}-04-05"))
        for value in self.values.get("assessment", ()):
            if told := _ASSESSMENT.search(value.text):
                year = int(told["first"]) - 1
                return Period(PartialDate.of(f"{year}-04-01"), PartialDate.of(f"{year + 1}-03-31"))
        year_of = self._year()
        whole = PartialDate.of(year_of) if year_of else None
        return Period(whole, whole) if whole else None

    def _year(self) -> str | None:
        for value in self.values.get("year", ()):
            if told := _YEAR.search(value.text):
                return told[0]
        head = [line.text for line in self.document.lines[:_HEAD]]
        for line in head:
            if told := _FOR_YEAR.search(plain(line)):
                return told["year"]
        titles = (line for line in head if _TITLE.search(plain(line)))
        years = [y for line in titles for y in _YEAR.findall(re.sub(r"\([^)]*\)", " ", line))]
        return years[0] if len(set(years)) == 1 else None

    def job(self) -> Job | None:
        """Give the job that was paid for in that time."""
        employer, paid = self.employer, self.paid
        if employer is None or paid is None:
            return None
        told = self._where_told()
        cells: dict[str, Evidence] = {"employer": employer.evidence}
        cells |= dict.fromkeys(("paid_from", "paid_to"), told) if told else {}
        return Job(
            evidence=employer.evidence,
            cells=cells,
            employer=employer.text,
            paid_from=paid.start,
            paid_to=paid.end,
            country=self.state,
        )

    def _where_told(self) -> Evidence | None:
        for name in ("period", "left", "year", "assessment"):
            for value in self.values.get(name, ())[:1]:
                return value.evidence
        for line in self.document.lines[:_HEAD]:
            if _YEAR.search(line.text):
                return passage(self.document, [line]).cite()
        return None


def _names(lines: Sequence[str]) -> Iterator[str]:
    """Give what may be an employer's name: the lines up to a legal form, else the first."""
    for size in range(1, min(len(lines), 3) + 1):
        whole = " ".join(lines[:size])
        name = organisation(whole) or whole
        if has_legal_form(whole) or has_legal_form(name):
            yield name
    if first := organisation(lines[0]):
        yield first
