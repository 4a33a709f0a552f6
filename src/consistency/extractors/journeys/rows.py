"""The journeys of a table's rows: when, where and why."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from consistency.extractors.journeys.headings import ends, heading_at
from consistency.extractors.wording.letters import without_honorific
from consistency.extractors.wording.prose import Passage
from consistency.extractors.wording.tables import Row, rows
from consistency.model import Document, Evidence, Trip
from consistency.normalizer import dates, places
from consistency.normalizer.dates import Order, PartialDate, Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

PURPOSES = (
    ("family",
        r"famil|relative|parents?|mother|father|sister|brother|wedding|mariage|proches|spouse|wife|husband"
        r"|grand"
    ),
    ("friends", r"friend|\bamie?s?\b"),
    ("training", r"training|formation|workshop|seminar|stage\b|course\b|atelier"),
    ("business",
        r"business|affaires|meeting|conference|trade|client|professional|professionnel|work trip|reunion"
        r"|congres|exhibition|salon"
    ),
    ("studies", r"stud(?:y|ies)|etude|exchange|academic|university|school"),
    ("official", r"official|government|mission|diplomat|officiel|delegation"),
    ("medical", r"medical|treatment|health|hospital|sante|soins|surgery"),
    ("transit", r"transit|layover|stopover|escale|correspondance"),
    ("cultural", r"cultur|festival|concert|religio|pilgrim|hajj|umrah|pelerinage|sport"),
    ("tourism",
        r"touris|vacation|holiday|vacances|leisure|loisir|sightsee|honeymoon|lune de miel|visit|pleasure"
        r"|conges?|recreation|tour\b|^\W*rest\W*$|relax|repos"
    ),
)  # fmt: skip
_LIVED = expression(
    r"\b(?:citi[sz]en\w*|(?:permanent )?resident|residence|worker|work (?:permit|visa)|citoyen\w*|residente?"
    r"|travailleu\w+)\b"
)
"""What somebody was in a country where that one lived: no journey led there."""
_SHORT_YEAR = expression(r"(?<![\d/.-])(\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?)([0-3]\d)(?![\d/.-])")
_YEAR = expression(r"(?:19|20)\d\d")
_YEARS = expression(r"(?P<first>(?:19|20)\d\d)(?:\s?[-–—/]\s?(?P<second>(?:19|20)?\d\d))?")
_PART = expression(r"\s*[,/();|]\s*|\s+[-–—]\s+")


def tables(document: Document, order: Order | None) -> Iterator[tuple[Row, ...]]:
    """Give the rows of each table of journeys."""

    def complete(row: Row) -> bool:
        return _is_timed(document, row, order) and _place(document, row)[1] is not None

    headed = 0
    for number in range(len(document.lines)):
        columns, below = heading_at(document, number) if number >= headed else ((), headed)
        if columns:
            headed = below
            yield tuple(rows(document.lines[below:], columns, complete, partial(ends, document)))


def trip_of(document: Document, row: Row, order: Order | None) -> Trip | None:
    """Give the journey of a row that tells a time and a place."""
    time = period_of(document, row, order)
    city, country = _place(document, row)
    standing = row.cell(document, "standing")
    lived = standing is not None and _LIVED.search(standing.plain)
    if time is None or not (city or country) or lived:
        return None
    return Trip(
        evidence=row.whole(document).cite(), cells=_cited(document, row), period=time, city=city, country=country,
        purpose=purpose_of(row.cell(document, "purpose")),
    )  # fmt: skip


def of_one(document: Document, found: Sequence[Row], whose: str | None) -> Iterator[Row]:
    """Give the rows of the person whose list it is, else of whom the first row names: others travelled, too."""
    told, named = frozenset[str](), []
    for row in found:
        cell = row.cell(document, "who")
        told = _words(cell.text) if cell else told
        named.append(told)
    own = _words(whose) if whose else frozenset()
    if not (own and any(one <= own or own <= one for one in named if one)):
        own = next(filter(None, named), own)
    yield from (row for row, one in zip(found, named, strict=True) if one <= own or own <= one)


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(without_honorific(name)).split())


def _is_timed(document: Document, row: Row, order: Order | None) -> bool:
    """Tell whether all that a row says of its time can be read, so that no line of it is missing."""
    both = row.cell(document, "dates")
    if both:
        return not _CUT.search(both.text) and _in_year(both, row.cell(document, "year"), order) is not None
    period = period_of(document, row, order)
    days = (row.cell(document, role) for role in ("arrival", "departure", "return"))
    if "year" not in row.cells and any(_lacks_its_year(day.text, order) for day in days if day):
        return False
    return period is not None and (
        period.start is not None or not {"arrival", "departure"} & row.cells.keys()
    )


_CUT = expression(r"(?:,|[-–—]|\b(?:to|until|till|and|au|à|et))\s*$")
"""What a cell of days does not end with: the rest stands on the next line."""


def _lacks_its_year(text: str, order: Order | None) -> bool:
    """Tell whether a day or month stands in a cell without its year: "22 May" or "22", the rest on the next line."""
    bare = text.strip(" ,")
    if _DAY.fullmatch(bare):
        return True
    return dates.parse(bare, order=order) is None and dates.parse(f"{bare} 2020", order=order) is not None


_DAY = expression(r"[0-3]?\d")


def _cited(document: Document, row: Row) -> dict[str, Evidence]:
    names = {
        "place": "country",
        "city": "city",
        "country": "country",
        "purpose": "purpose",
        "dates": "period",
        "arrival": "period",
    }
    found = {}
    for role, name in names.items():
        cell = row.cell(document, role)
        if cell:
            found[name] = cell.cite()
    return found


def period_of(document: Document, row: Row, order: Order | None) -> Period | None:
    """Give the time of a row: of one cell, or from the earlier to the later of two."""
    both = row.cell(document, "dates")
    year = row.cell(document, "year")
    arrival, departure, back = (row.cell(document, role) for role in ("arrival", "departure", "return"))
    start, end = (arrival, departure) if arrival and departure and not back else (arrival or departure, back)
    told = [cell for cell in (start, end) if cell]
    if both and year is None and told and _YEARS.fullmatch(both.text.strip()):
        both, year = None, both
    if both and (period := _in_year(both, year, order)):
        return period
    if len(told) == 1 and (period := dates.parse_period(in_full(told[0].text), order=order)):
        return period
    first = _day_in_year(start, year, order) if start else None
    last = _day_in_year(end, year, order, last=True) if end else None
    if first is None and last is None:
        return _found_in([one for one in (both, *told, year) if one], order)
    if end is not None and dates.is_present(end.text):
        return Period(first, None, open=True)
    either_way = departure is not None and back is None
    return _in_order(first, last) if either_way else Period(first, last)


def _day_in_year(
    day: Passage, year: Passage | None, order: Order | None, *, last: bool = False
) -> PartialDate | None:
    """Read a cell with a day, whose year may stand in a column of its own: "Aug 12" and "2019"; the ``last`` of two."""
    text = in_full(day.text)
    told = _YEARS.search(year.text) if year else None
    known = dates.parse(text, order=order)
    if known is not None or told is None:
        return known
    second = told["second"] and f"{told['first'][: -len(told['second'])]}{told['second']}"
    return dates.parse(f"{text} {second if last and second else told['first']}", order=order)


def _in_order(first: PartialDate | None, last: PartialDate | None) -> Period:
    """Give the time between two days, of which the later may stand first."""
    turned = first is not None and last is not None and last.before(first)
    return Period(last, first) if turned else Period(first, last)


def _found_in(cells: Sequence[Passage], order: Order | None) -> Period | None:
    """Give the time from the first to the last day that stands in some cells among other words."""
    found = [day.date for cell in cells for day in dates.find_dates(in_full(cell.text), order=order)]
    return Period(found[0], found[-1]) if found else None


def in_full(text: str) -> str:
    """Write the years of a cell's dates in full: a journey of 22/01/18 was made in this century."""
    return _SHORT_YEAR.sub(r"\g<1>20\2", text)


def _in_year(days: Passage, year: Passage | None, order: Order | None) -> Period | None:
    """Read the cell of a column of days, with that of a column of years beside it: "2–9 July" and "2017"."""
    text = in_full(days.text)
    told = _YEAR.search(year.text) if year else None
    return _at(text, order) or (_at(f"{text} {told[0]}", order) if told else None)


def _at(text: str, order: Order | None) -> Period | None:
    """Give the time that a cell tells in whole: a period or a date."""
    cut = _CUT.search(text)
    day = dates.parse(text[: cut.start()] if cut else text, order=order)
    told = dates.parse_period(text, order=order) or (Period(day, day) if day else None)
    return Period(day, None) if cut and day and told and told.end == day else told


def _place(document: Document, row: Row) -> tuple[str | None, str | None]:
    city, country = row.cell(document, "city"), row.cell(document, "country")
    if city or country:
        town, state = split(city.text) if city else (None, None)
        named = _country(country.text) if country else None
        beside = split(country.text)[0] if country and not city and named else None
        return town or (city.text if city and not state else beside), named or state
    place = row.cell(document, "place")
    return split(place.text) if place else (None, None)


def _country(text: str) -> str | None:
    """Give the country of a cell that names one, perhaps with a town: "Nepal", "Nepal (Pokhara)"."""
    parts = (places.country(part) for part in _PART.split(text))
    several = len({code for code in parts if code}) > 1
    return places.country(text.strip()) or (None if several else split(text)[1])


def split(text: str) -> tuple[str | None, str | None]:
    """Give city and country of a place in either order: "Nairobi, Kenya", "Kenya (Nairobi)", "Kenya / Nairobi"."""
    parts = [part.strip(" .") for part in _PART.split(text) if part.strip(" .")]
    if len(parts) > 1 and places.country(parts[0]) and not places.country(parts[-1]):
        return ", ".join(parts[1:]), places.country(parts[0])
    return places.split_place(text)


def purpose_of(cell: Passage | None) -> str | None:
    """Name the purpose that some words tell; None where nothing is told."""
    if cell is None or not cell.text.strip(" -–."):
        return None
    return next((word for word, pattern in PURPOSES if re.search(pattern, cell.plain)), "other")
