"""A record of work that somebody else keeps: social insurance, a pension fund, a labour book, a record of employment.

It tells for whom somebody worked and when, often for every employer: rows of a table, the entries of a labour book
by which somebody was hired, transferred and dismissed, or one job beside labels.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import zip_longest

from msgspec.structs import replace

from consistency.extractors.employment import labour_book, person
from consistency.extractors.employment.offers import organisation
from consistency.extractors.reading import Reading
from consistency.extractors.wording.labels import Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Cut, Dated, language_of, order_of
from consistency.extractors.wording.official import (
    day_fact,
    day_of,
    is_form,
    name_fact,
    narrowed,
    own_day,
    titled,
)
from consistency.extractors.wording.persons import name_at, name_of
from consistency.extractors.wording.prose import Passage, passage
from consistency.extractors.wording.tables import Row, header, rows
from consistency.model import AsOf, Document, Evidence, Job
from consistency.normalizer import dates
from consistency.normalizer.dates import Order, PartialDate, Period
from consistency.normalizer.expressions import expression

LABELS = vocabulary("employment_record")

_TITLE = expression(
    r"\brecords? of employment\b|\breleves? d'emploi\b|\b(?:employment|labou?r|work) (?:record )?(?:book|card)\b"
    r"|\b(?:employment|work|service|contributions?|insurance|membership|coverage|earnings) (?:history"
    r"|records?) (?:certificate"
    r"|report|statement|extract)\b|\bextract (?:from|of) (?:the )?(?:register of insured|insurance|pension"
    r"|individual account)"
    r"|\b(?:certificate|statement|record|history|extract) of (?:the )?(?:insured|insurance|contributions?"
    r"|pension|coverage"
    r"|membership|qualifying (?:service|periods?))\b|\b(?:contributions?|insurance|pension"
    r"|social security) (?:statement|history|record|certificate"
    r"|periods?)\b|\binsured periods?\b|\breleves? (?:de carriere|des? cotisations?|des salaires declares)\b"
    r"|\battestation (?:de |d')(?:declarations? (?:de|des) salaires?|affiliation|cotisations?)\b"
    r"|\bhistorique (?:des? )?(?:cotisations?|declarations?|emplois?|affiliations?)\b|\bvida laboral\b"
    r"|\bcarteira de trabalho\b|\blivret de travail\b|\bwork book\b|\bextrato previdenciario\b"
    r"|\bhistoria laboral\b|\bservice history\b"
)
_OTHERS = expression(
    r"\b(?:curriculum vitae|this (?:is to|letter) certif\w+|dear (?:sir|officer)|pay ?slip|bulletin de paie"
    r"|closing balance"
    r"|withdrawals?|labou?r market impact|police)\b"
)
_COLUMNS = {
    "": r"(?:n|no|num\w*|code|id) (?:de l'|d'|of )?(?:employeur|employers?|affilie|compte)"
    r"|(?:employer|employeur) (?:no|id|code|number)",
    "employer": r"employers?|employeurs?|workplaces?|establishments?|compan(?:y|ies)|organi[sz]ations?|firms?"
    r"|entreprises?|raison sociale|etablissements?|empresas?|empleador(?:es)?|empregador(?:es)?",
    "from": r"from|du|acquisition|entry|joining|start(?:ed)?|begin\w*|commenc\w+|appointed|debut|entree|embauche"
    r"|alta|inicio|desde|admissao|de",
    "to": r"to|au|loss|exit|leaving|left|end(?:ed)?|termination|until|fin|sortie|baja|hasta|saida|ate|a",
    "when": r"periods?|periodes?|periodos?|dates?|duration",
    "title": r"positions?|occupations?|titles?|designations?|emplois?|fonctions?|profession|cargo|ocupacao",
    "other": r"no|nos|n|s n|serial|num\w*|days?|jours?|months?|mois|affilie|account|salar\w+|wages?|earnings?"
    r"|contributions?|basis|declares?|amounts?|montants?|hours?|remarks?|reason|motif|type|code|status|dias|meses",
}
_INSURED = expression(
    r"\b(?:assuree?|salariee?|affiliee?|adherente?|insured(?: person)?|member|contributor|subscriber)\b,? (?=\S)"
)
"""Words (without accents) before the name of whose work is recorded."""
_HEAD = 40
_LETTERS = expression(r"[^\W\d_]{2}")
_CELLS = 2
"""A line of more cells is a row of the table."""
_LATELY = 100
"""Days within which an employer declares the work of a month."""
_WEIGHT_TITLE, _WEIGHT_ROWS = 0.4, 0.5


def recognise(document: Document) -> float:
    """Say how sure it is that this paper records for whom somebody worked, by whoever keeps such records."""
    if is_form(document) or not document.lines or len(document.lines) > 600 or not titled(document, _TITLE):
        return 0.0
    record = _Record(document)
    told = next(record.jobs(), None) is not None
    return max(0.0, _WEIGHT_TITLE + _WEIGHT_ROWS * told - 0.5 * bool(titled(document, _OTHERS, 40)))


def read(document: Document) -> Reading:
    """Read whose work is recorded, as of when, and every employer with its time."""
    record = _Record(document)
    day = record.day()
    return Reading(
        AsOf(day.date, "stated") if day else AsOf(None, "unknown"),
        (*name_fact(record.name()), *day_fact("document_date", day)),
        tuple(record.jobs()),
        language=language_of(document),
    )


class _Record:
    """A record of work, and the values of its labels."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.order = order_of(document)
        accept = dict.fromkeys(("from", "to", "date"), self._is_dated)
        self.values = Labelled(document, LABELS, accept).values()

    def _is_dated(self, text: str) -> bool:
        return bool(dates.find_dates(text, order=self.order)) and len(text) < 60

    def name(self) -> Cut | None:
        """Give whose work it is: beside a label, or in a sentence."""
        for value in self.values.get("full_name", ()):
            if found := name_of(value):
                return found
        for line in self.document.lines[:_HEAD]:
            whole = passage(self.document, [line])
            if (insured := _INSURED.search(whole.plain)) and (found := name_at(whole, insured.end())):
                return found
            if (said := person.person_in(line.text)) is not None:
                return Cut(said.text, whole.cite(said.start, said.end))
        return None

    def day(self) -> Dated | None:
        """Give the day on which it was issued: none before the last that it records."""
        told = [
            end for job in (self._listed() or tuple(self._beside_labels())) if (end := _last(job)) is not None
        ]
        listed = [line.text for line in self.document.lines if len(line.segments) > _CELLS]
        told += [found.date.earliest for text in listed for found in dates.find_dates(text, order=self.order)]
        last = max(told, default=None)
        return next((day for day in self._days() if last is None or not day.date.latest < last), None)

    def _days(self) -> Iterator[Dated]:
        labelled = [day_of(value, self.order) for value in self.values.get("date", ())]
        others = {name: found for name, found in self.values.items() if name != "date"}
        taken = {number for number, line in enumerate(self.document.lines) if len(line.segments) > _CELLS}
        taken |= {value.order for part in ("from", "to") for value in self.values.get(part, ())}
        yield from (day for day in (*labelled, own_day(self.document, others, self.order, taken)) if day)
        for number, line in reversed(list(enumerate(self.document.lines))):
            whole = passage(self.document, [line])
            for found in dates.find_dates(whole.text, order=self.order) if number not in taken else ():
                yield Dated(found.date, whole.cite(found.start, found.end))

    def jobs(self) -> Iterator[Job]:
        """Give every job that is recorded; one that rows tell up to the last months before the paper goes on."""
        day, listed = self.day(), self._listed()
        for job in listed or self._beside_labels():
            when = job.period
            if listed and day is not None and when is not None and _lately(when.end, day.date):
                yield replace(job, period=Period(when.start, None, open=True))
            else:
                yield job

    def _listed(self) -> tuple[Job, ...]:
        """Give the jobs of entries or rows; none where labels tell one."""
        return tuple(labour_book.jobs(self.document, self.order)) or tuple(self._in_table())

    def _in_table(self) -> Iterator[Job]:
        lines = self.document.lines
        for number, line in enumerate(lines):
            columns = header(line, _COLUMNS, strange=2)
            named = {column.role for column in columns}
            if "employer" in named and named & {"from", "when"}:
                found = rows(lines[number + 1 :], columns, self._is_whole, lambda _: False)
                yield from (job for row in found if (job := self._job(row)) is not None)
                return

    def _is_whole(self, row: Row) -> bool:
        return "employer" in row.cells and self._period(row) is not None

    def _period(self, row: Row) -> Period | None:
        cells = {name: cell for name in ("when", "from", "to") if (cell := row.cell(self.document, name))}
        if (
            "when" in cells
            and (period := dates.parse_period(cells["when"].text, order=self.order)) is not None
        ):
            return period
        start, end = (_date(cells.get(name), self.order) for name in ("from", "to"))
        return Period(start, end, open=end is None) if start is not None else None

    def _job(self, row: Row) -> Job | None:
        period, employer = self._period(row), row.cell(self.document, "employer")
        name = organisation(employer.text) if employer is not None else None
        if period is None or employer is None or not name or not _LETTERS.search(name):
            return None
        title = row.cell(self.document, "title")
        cells = {"employer": employer.cite()}
        for part in ("from", "to"):
            cell = row.cell(self.document, part) or row.cell(self.document, "when")
            cells |= {part: cell.cite()} if cell is not None else {}
        cells |= {"title": title.cite()} if title is not None else {}
        return Job(
            evidence=row.whole(self.document).cite(),
            cells=cells,
            period=period,
            employer=name,
            title=title.text.strip() if title is not None else None,
        )

    def _beside_labels(self) -> Iterator[Job]:
        """Give the jobs beside labels: of each employer what stands up to the next."""
        employers = sorted(self.values.get("employer", ()), key=lambda value: value.order)
        for employer, following in zip_longest(employers, employers[1:]):
            last = following.order if following is not None else len(self.document.lines)
            found = {"employer": employer} | {
                part: value
                for part in ("title", "to", "from")
                for value in self.values.get(part, ())
                if employer.order <= value.order < last or len(employers) == 1
            }
            if (job := self._labelled(found)) is not None:
                yield job

    def _labelled(self, found: Mapping[str, Value]) -> Job | None:
        name = organisation(found["employer"].text)
        start, end = (_labelled_date(found.get(part), self.order) for part in ("from", "to"))
        if not name or start is None:
            return None
        cells: dict[str, Evidence] = {part: value.evidence for part, value in found.items()}
        cells["employer"] = narrowed(found["employer"].evidence, name)
        title = found["title"].text if "title" in found else None
        return Job(
            evidence=cells["employer"],
            cells=cells,
            period=Period(start, end, open=end is None),
            employer=name,
            title=title,
        )


def _lately(end: PartialDate | None, day: PartialDate) -> bool:
    """Tell whether what is recorded ends with one of the last months before the day of the paper."""
    if end is None:
        return False
    whole = end.precision == "month" or (end.latest + timedelta(days=1)).day == 1
    return whole and 0 <= (day.latest - end.latest).days <= _LATELY


def _last(job: Job) -> date | None:
    """Give the last day that a job tells."""
    ends = (job.period.start, job.period.end) if job.period is not None else ()
    return max((end.earliest for end in ends if end is not None), default=None)


def _date(cell: Passage | None, order: Order | None) -> PartialDate | None:
    return dates.parse(cell.text.strip(), order=order) if cell is not None else None


def _labelled_date(value: Value | None, order: Order | None) -> PartialDate | None:
    found = dates.find_dates(value.text, order=order) if value is not None else ()
    return found[0].date if found else None
