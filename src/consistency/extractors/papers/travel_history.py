"""A list of journeys: as a table, or line by line; or a state's record of the borders that somebody crossed."""

from collections.abc import Sequence

from msgspec.structs import replace

from consistency.extractors.journeys import crossings as _crossings
from consistency.extractors.journeys.blocks import blocks
from consistency.extractors.journeys.crossings import is_record
from consistency.extractors.journeys.headings import columns_of, heading_at, is_titled, tells_journeys
from consistency.extractors.journeys.lines import in_lines
from consistency.extractors.journeys.rows import of_one, period_of, tables, trip_of
from consistency.extractors.own_words.applicant import introduced
from consistency.extractors.pages.headings import section_of
from consistency.extractors.reading import Reading
from consistency.extractors.wording.labels import Accept, Labelled, vocabulary
from consistency.extractors.wording.letters import (
    Cut,
    Dated,
    is_name,
    language_of,
    letter_date,
    order_of,
    signatory,
    without_honorific,
)
from consistency.extractors.wording.prose import passage, plain
from consistency.model import Asked, AsOf, Document, Fact, Line, Trip
from consistency.normalizer import dates, places
from consistency.normalizer.counts import COUNTS, count_of
from consistency.normalizer.dates import Order
from consistency.normalizer.expressions import expression, longest_first

LABELS = vocabulary("travel_history")

_OTHER_PAPER = expression(
    r"\bimm ?\d{4}\b|curriculum vitae|\bdear\b|work experience|passport no.*authority|itinerary|boarding"
    r"|e-?ticket|i am applying"
)
_OF_A_TITLE = expression(r"\b(?:history|record|reports?|list|log|movements?|historique|releve)\b")
"""What stands behind "traveller" in the title of a paper, and is nobody's name."""
_BEHIND_TITLE = expression(r"(?:\b(?:of|de|by|for)|\s[-–—]|:)\s+(?P<name>[^\W\d_][^\d:;()–—]+?)\s*(?:\(|,|$)")
_BEFORE_DAY = expression(r"(?P<name>[^\W\d_][^\d:;()]{3,60}?),\s+(?:\d|[^\W\d]{3,9}\.? \d{1,2},)")
_MADE = expression(
    r"\b(?:prepared|compiled|drawn up|updated|retrieved|generated|printed|issued|made|consulted|queried|inquiry"
    r"|extracted|prepare|etablie?|dressee?|imprimee?|consultee?|edite)\b[^.;\d]{0,30}$"
)
_SINCE = expression(r"\b(?:since|from|after|depuis|a partir de) (?:the )?$")
_TITLES = 4
_NUMBER = rf"(?P<%s>\d{{1,2}}|{'|'.join(longest_first(COUNTS))})(?: \(\d{{1,2}}\))?"
_YEARS = expression(
    rf"\b(?:last|past|previous|preceding) {_NUMBER % 'count'} years\b|\b{_NUMBER % 'nombre'} dernieres annees\b"
)
"""The window that a list names itself: "in the past ten (10) years"."""


def recognise(document: Document) -> float:
    """Say how sure it is that this paper lists journeys."""
    text = plain(document.text)
    titled = is_titled(document)
    if not titled and len(document.lines) > 80:
        return 0.0
    crossed = is_record(document)
    table = crossed or any(
        tells_journeys(heading_at(document, n)[0]) for n in range(min(40, len(document.lines)))
    )
    if not (titled or table):
        return 0.0
    order = order_of(document)
    told = (*_trips(document, order), *_crossings.entries(document, order))
    found = any(record.country is not None for record in told)
    score = 0.45 * titled + 0.3 * found + 0.25 * (table and found) - 0.6 * bool(_OTHER_PAPER.search(text))
    return max(0.0, score - 0.6 * _is_of_career(document))


def _is_of_career(document: Document) -> bool:
    """Tell whether journeys are but a part of a paper whose other parts are about work and studies."""
    return {"experience", "education"} <= {section_of(line.text) for line in document.lines}


def read(document: Document) -> Reading:
    """Read whose journeys these are, and each of them."""
    order = order_of(document)
    name, day = _name(document), _day(document, order)
    facts = [Fact("full_name", name.text, name.evidence)] if name else []
    facts += [Fact("document_date", day.date.iso, day.evidence)] if day else []
    as_of = AsOf(day.date, "stated") if day else AsOf(None, "unknown")
    return Reading(
        as_of,
        tuple(facts),
        (*_trips(document, order), *_crossings.entries(document, order)),
        () if is_record(document) else (_asked(document),),
        language=language_of(document),
    )


def _asked(document: Document) -> Asked:
    """Say which journeys the list promises: all, or those of so many years."""
    found = _YEARS.search(plain("\n".join(line.text for line in document.lines[:15])))
    if found is None:
        return Asked(Trip.type, years=_since(document))
    count = found["count"] or found["nombre"]
    return Asked(Trip.type, years=count_of(count))


def _since(document: Document) -> int | None:
    """Give the whole years of a list that names its beginning: "since September 2023"."""
    day = _day(document, order_of(document))
    for line in document.lines[:_TITLES] if day is not None else ():
        for start in dates.find_dates(line.text):
            if day and _SINCE.search(plain(line.text[: start.start])) and start.date.before(day.date):
                return (day.date.earliest - start.date.earliest).days // 365 or None
    return None


def _labelled_lines(document: Document) -> Sequence[Line]:
    return [line for line in document.lines if not columns_of(document, line)]


def _name(document: Document) -> Cut | None:
    accept: dict[str, Accept] = {
        "full_name": lambda text: is_name(without_honorific(text)) and not _OF_A_TITLE.search(plain(text))
    }
    found = Labelled(document, LABELS, accept).first(_labelled_lines(document)).get("full_name")
    if found:
        return Cut(without_honorific(found.text), found.evidence)
    return introduced(document) or signatory(document) or _in_title(document) or _below_title(document)


def _below_title(document: Document) -> Cut | None:
    """Give the name that stands below the title, alone or before the day of the list: "Ida Sample – 4 May 2026"."""
    for line in document.lines[1 : _TITLES + 1] if is_titled(document) else ():
        part = passage(document, [line])
        name = _PARTS.split(part.text)[0].strip(" ,")
        known = places.country(name) or places.country_of_city(name) or _OF_A_TITLE.search(plain(name))
        if is_name(name) and " " in name and not known and not columns_of(document, line):
            at = part.text.find(name)
            return Cut(name, part.cite(at, at + len(name)))
    return None


_PARTS = expression(r"\s+[-–—|•]\s+|,\s+(?=\W*\d)|\s{3,}|\n")


def _in_title(document: Document) -> Cut | None:
    """Give the name that stands behind the title of the list: "Past travel of Ida Sample"."""
    for line in document.lines[:_TITLES] if is_titled(document) else ():
        part = passage(document, [line])
        behind = _BEHIND_TITLE.search(part.text) or _BEFORE_DAY.match(part.text)
        name = behind["name"] if behind else ""
        if behind and is_name(name) and " " in name and not _OF_A_TITLE.search(plain(name)):
            return Cut(name, part.cite(*behind.span("name")))
    return None


def _day(document: Document, order: Order | None) -> Dated | None:
    """Give the day of the list itself: none of its journeys' days is."""
    accept: dict[str, Accept] = {"document_date": lambda text: len(dates.find_dates(text, order=order)) == 1}
    lines = _besides(document, order)
    found = Labelled(document, LABELS, accept).first(lines).get("document_date")
    if found:
        return Dated(dates.find_dates(found.text, order=order)[0].date, found.evidence)
    dated = letter_date(replace(document, lines=lines), order)
    return dated if dated and dated.date.precision == "day" else _said(document, lines, order) or dated


def _said(document: Document, lines: Sequence[Line], order: Order | None) -> Dated | None:
    """Give the day on which a sentence says that the list was made, or asked for: "retrieved on 2 May 2026"."""
    for line in lines:
        part = passage(document, [line])
        for day in dates.find_dates(part.text, order=order):
            if day.date.precision == "day" and _MADE.search(part.plain[: day.start]):
                return Dated(day.date, part.cite(day.start, day.end))
    return None


def _besides(document: Document, order: Order | None) -> tuple[Line, ...]:
    """Give the lines that tell no journey, in a table or outside one."""
    told: set[int] = set()
    for row in _crossings.crossed(document, order):
        told.update(map(id, row.lines))
    for listed in tables(document, order):
        for row in listed:
            told.update(map(id, row.lines if period_of(document, row, order) else ()))
    for row in () if told else blocks(document):
        told.update(map(id, row.lines if period_of(document, row, order) else ()))
    if not told:
        told.update(id(piece.line) for part, _ in in_lines(document, order) for piece in part.pieces)
    return tuple(line for line in document.lines if id(line) not in told)


def _trips(document: Document, order: Order | None) -> list[Trip]:
    """Give the journeys of all tables; without a table those below labels, else those of the lines."""
    if is_record(document):
        return list(_crossings.trips(document, order))
    found: list[Trip] = []
    for listed in tables(document, order):
        whose = _name(document)
        own = of_one(document, listed, whose.text if whose else None)
        found += [trip for row in own if (trip := trip_of(document, row, order))]
    if not found:
        found = [trip for row in blocks(document) if (trip := trip_of(document, row, order))]
    return found or [trip for _, trip in in_lines(document, order)]
