"""A record of work that somebody else keeps: social insurance, a pension fund, a labour book, a record of employment.

It tells for whom somebody worked and when, often for every employer: rows of a table, the entries of a labour book
by which somebody was hired, transferred and dismissed, or one job beside labels.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest

from msgspec.structs import replace

from consistency.extractors.employment import labour_book, person
from consistency.extractors.employment import record_words as words
from consistency.extractors.employment.offers import organisation
from consistency.extractors.reading import Reading
from consistency.extractors.wording.career_words import has_legal_form
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
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.extractors.wording.tables import Column, Row, header, joined_heading, rows
from consistency.model import AsOf, Document, Evidence, Job, Line
from consistency.normalizer import dates
from consistency.normalizer.dates import Order, PartialDate, Period
from consistency.normalizer.expressions import expression

LABELS = vocabulary("employment_record")

_CODE = expression(r"^[A-Z]{0,6}\d[\dA-Z]{6,}\s*/\s*")
"""The number of an establishment before its name."""
_TAX_NUMBER = expression(
    r"\s*[,;(|/–-]?\s*\b(?:CNP[J}\])]|CPF|RUC|RUT|NIT|NIPC?|NIF|CUIT|CUI|EDRPOU|BIN|VKN|TIN|BRN|INN|REGON"
    r"|(?:tax|business(?: registration)?) (?:no|number|id))(?!\w)[\s.:#°]*(?:\d.*)?$"
    r"|\s+\S{2,6}\s\d[\d.]{7,}[/-]\d[\d-]*\W*$",
    re.IGNORECASE,
)
"""The number by which a tax office knows an employer, behind the name; a picture may spoil its label."""
_TRADE_CODE = expression(r"^\s*\d{4}(?:[.-]\d{1,3})?\s+(?=[^\W\d])|\s*\((?:CBO\s*)?\d{4}(?:[.-]\d{1,3})?\)")
"""The number of a trade in a list of occupations, before or behind its name."""
_ADDRESS = expression(r",\s*(?:\d|(?:apt|unit|flat|suite|no)\b).*$", re.IGNORECASE)
"""The address behind a name."""
_HEAD, _TOP = 40, 8
_LETTERS = expression(r"[^\W\d_]{2}")
_CELLS, _HIGHEST = 2, 3
"""A line of more cells is a row of the table."""
_LATELY = 100
"""Days within which an employer declares the work of a month."""
_WEIGHT_TITLE, _WEIGHT_ROWS, _WEIGHT_FUND = 0.4, 0.5, 0.1


def recognise(document: Document) -> float:
    """Say how sure it is that this paper records for whom somebody worked, by whoever keeps such records."""
    if is_form(document) or not document.lines or len(document.lines) > 600 or not _is_titled(document):
        return 0.0
    record = _Record(document)
    told = next(record.jobs(), None) is not None
    sure = _WEIGHT_TITLE + _WEIGHT_ROWS * told + _WEIGHT_FUND * (told and record.is_of_a_fund)
    return max(0.0, sure - 0.5 * bool(titled(document, words.OTHERS, 40)))


def _is_titled(document: Document) -> bool:
    """Tell whether the head names a record that others keep: an employment history is one where an office is "
    "named."""
    if titled(document, words.TITLE):
        return True
    return titled(document, words.OF_AN_OFFICE, _TOP) and titled(document, words.OFFICES, _TOP)


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
            if found := name_of(replace(value, text=_ADDRESS.sub("", _CODE.sub("", value.text)))):
                return found
        for line in self.document.lines[:_HEAD]:
            whole = passage(self.document, [line])
            if (insured := words.INSURED.search(whole.plain)) and (found := name_at(whole, insured.end())):
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
        own = own_day(self.document, others, self.order, taken)
        rest = [
            (whole, found)
            for number, line in reversed(list(enumerate(self.document.lines)))
            if number not in taken
            for whole in (passage(self.document, [line]),)
            for found in dates.find_dates(whole.text, order=self.order)
        ]
        made = [(whole, found) for whole, found in rest if words.MADE.search(whole.plain[: found.start])]
        yield from (day for day in labelled if day)
        for told in (made, rest):
            yield from (Dated(found.date, whole.cite(found.start, found.end)) for whole, found in told)
            yield from (own,) if own else ()

    def jobs(self) -> Iterator[Job]:
        """Give every job that is recorded; one that rows tell up to the last months before the paper goes on."""
        day, listed = self.day(), self._listed()
        for job in listed or self._beside_labels():
            when = job.period
            if self.is_of_a_fund:
                yield _as_member(job)
                continue
            if listed and day is not None and when is not None and _lately(when.end, day.date):
                yield replace(job, period=Period(when.start, None, open=True))
            else:
                yield job

    @property
    def is_of_a_fund(self) -> bool:
        """True where a fund tells of its member."""
        return titled(self.document, words.FUNDS, _TOP)

    def _listed(self) -> tuple[Job, ...]:
        """Give the jobs of entries or rows; none where labels tell one, or more of them."""
        found = tuple(labour_book.jobs(self.document, self.order)) or tuple(self._in_table())
        return found if len(found) >= len(tuple(self._beside_labels())) else ()

    def _in_table(self) -> Iterator[Job]:
        lines = self.document.lines
        for number in range(len(lines)):
            for size in range(_HIGHEST, 0, -1):
                if found := self._below(_columns(lines[number : number + size]), lines[number + size :]):
                    yield from found
                    return

    def _below(self, columns: Sequence[Column], lines: Sequence[Line]) -> tuple[Job, ...]:
        """Give the jobs of the rows below the heading of a table."""
        named = {column.role for column in columns}
        if "employer" not in named or not named & {"from", "when"}:
            return ()
        ended = bool(named & {"to", "when"})
        found = rows(lines, columns, self._is_whole, _ends)
        return tuple(job for row in found if (job := self._job(row, ended)) is not None)

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

    def _job(self, row: Row, ended: bool) -> Job | None:
        """Give the job of a row; where no column tells an end, none is known."""
        period, employer = self._period(row), row.cell(self.document, "employer")
        name = organisation(_TAX_NUMBER.sub("", employer.text)) if employer is not None else None
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
            period=period if ended else Period(period.start, period.end),
            employer=name,
            title=_TRADE_CODE.sub("", title.text).strip() if title is not None else None,
        )

    def _beside_labels(self) -> Iterator[Job]:
        """Give the jobs beside labels: of each employer what stands up to the next."""
        told = (value for value in self.values.get("employer", ()) if _LETTERS.search(value.text))
        employers = sorted(told, key=lambda value: value.order)
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
        name = organisation(_TAX_NUMBER.sub("", _CODE.sub("", found["employer"].text)))
        start, end = (_labelled_date(found.get(part), self.order) for part in ("from", "to"))
        start = start or (end if self.is_of_a_fund else None)
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


def _ends(line: Line) -> bool:
    """Tell whether a line stands below the rows of a table: when the paper was made, a total, a note."""
    return len(line.segments) == 1 and words.BELOW.match(plain(line.text)) is not None


def _columns(lines: Sequence[Line]) -> tuple[Column, ...]:
    """Give the columns that some lines head; the headings of narrow ones stand on several."""
    if len(lines[0].segments) < _CELLS or any(has_legal_form(cell.text) for cell in lines[0].segments):
        return ()
    heading = lines[0] if len(lines) == 1 else joined_heading(lines)
    return header(heading, words.COLUMNS, strange=2) if heading is not None else ()


def _as_member(job: Job) -> Job:
    """Give a job that the member of a fund had while contributions were paid for it: it may have been longer."""
    when = job.period
    if when is None or when.start is None:
        return job
    until = when.end or when.start
    cells = {"paid_from": job.cite("from"), "paid_to": job.cite("to" if when.end else "from")}
    return replace(job, period=None, paid_from=when.start, paid_to=until, cells={**job.cells, **cells})


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
    if cell is None:
        return None
    found = dates.find_dates(cell.text, order=order)
    return dates.parse(cell.text.strip(), order=order) or (found[0].date if len(found) == 1 else None)


def _labelled_date(value: Value | None, order: Order | None) -> PartialDate | None:
    found = dates.find_dates(value.text, order=order) if value is not None else ()
    return found[0].date if found else None
