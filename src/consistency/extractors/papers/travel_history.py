"""A list of journeys: as a table, or line by line; or a state's record of the borders that somebody crossed."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from consistency.extractors.papers import _crossings
from consistency.extractors.papers._crossings import crossings_at
from consistency.extractors.papers._labels import Accept, Labelled, vocabulary
from consistency.extractors.papers._letters import (
    Cut,
    Dated,
    is_name,
    language_of,
    letter_date,
    order_of,
    signatory,
    without_honorific,
)
from consistency.extractors.papers._prose import BULLET, Passage, paragraphs, plain
from consistency.extractors.papers._tables import Column, Row, header, rows
from consistency.extractors.reading import Reading
from consistency.model import Asked, AsOf, Document, Evidence, Fact, Line, Trip
from consistency.normalizer import dates, places
from consistency.normalizer.dates import Found, Order, Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

LABELS = vocabulary("travel_history")

_ROLES = {
    "": (
        r"birth|naissance|issued?|expiry|expiration|delivr|passport|passeport|^(?:s |sl |sr )?(?:no|n|nr)$"
        r"|item|duration|duree|days|jours|nights|visa|remarks?|status|statut|accompan\w*|notes?|length|number|nombre"
        r"|gates?|ports?|airports?|aeroports?|border|frontiere|check ?points?|flights?|vol|airlines?|carrier|transport"
        r"|means|mode|how long|combien|stamps?|cachets?|pages?|sponsor\w*|hosts?|hotel|accommodation|hebergement"
        r"|comments?|evidence|proof|preuves?|serial|s n"
        r"|(?:places?|points?|cit(?:y|ies)|lieux?) (?:of|d'|de) ?(?:entry|exit|arrival|departure|entree|sortie"
        r"|arrivee|depart)|entry points?|exit points?"
    ),
    "apart": (
        r"employers?|employeurs?|company|occupation|profession|position|job|poste|emploi|address\w*|adresse|school|ecole"
        r"|institution|university|degree|diplom\w*|landlord|salary|salaire"
    ),
    "purpose": r"purpose|reasons?|motif|but|objet|raison|activity|object|why|type of (?:visit|trip)|nature",
    "arrival": (
        r"arriv\w*|entry|entered|entree|date in|start\w*|begin\w*|debut"
        r"|^(?:date )?(?:from|du|de|le)(?: date)?$"
    ),
    "return": (
        r"return\w*|retour|exit\w*|sortie|date out|ends?|ending|fin|left"
        r"|^(?:date )?(?:to|au|until|till)(?: date)?$"
    ),
    "departure": r"depart\w*",
    "dates": r"dates?|periode?s?|period|when|quand|years?|annees?|mois|months?",
    "country": r"^(?:country|pays)(?: (?:visited|visite|de destination))?$",
    "city": r"^(?:city|town|ville|cities|city town)(?: (?:visited|visitee|de destination))?$",
    "place": r"destinations?|places?|countr\w*|city|lieux?|pays|ville|where|location|endroit|visited",
    "who": r"name|travell?ers?|passengers?|persons?|nom|voyageurs?|passagers?|family member",
}
"""What the headings of a table say: "apart" is of jobs, homes and schools, "who" is who travelled."""
_TIMES = frozenset(("arrival", "departure", "return", "dates"))
_TITLE = expression(
    r"(?:travel|trip|travels|journeys?)(?: \w+){0,2} (?:history|record|list|log|table|summary)"
    r"|list of (?:all |my |past |previous |international |foreign )*(?:travels?|trips?|journeys?)"
    r"|(?:history|record|summary|table|details) of (?:\w+ )*(?:travels?|trips?)|antecedents de voyages?"
    r"|historique (?:de |des )?(?:mes )?voyages?|liste (?:de |des )?(?:mes )?voyages?|(?:voyages"
    r"|deplacements) (?:effectues|internationaux|anterieurs|a l'etranger)"
    r"|(?:international|past|previous|foreign) (?:travels?|trips)|releve (?:de |des )?voyages?"
    r"|^(?:my )?(?:travels?|trips?)(?: abroad| outside .{3,30}?)?(?: of .{3,50})?$"
    r"|^(?:mes )?voyages?(?: a l'etranger)?$"
    r"|countries (?:visited|travell?ed)|pays visites|tableau des voyages"
)
_OTHER_PAPER = expression(
    r"\bimm ?\d{4}\b|curriculum vitae|\bdear\b|work experience|passport no.*authority|itinerary|boarding"
    r"|e-?ticket|i am applying"
)
_PURPOSES = (
    ("family",
        r"famil|relative|parents?|mother|father|sister|brother|wedding|mariage|proches|spouse|wife|husband"
        r"|grand"
    ),
    ("friends", r"friend|\bamie?s?\b"),
    ("business",
        r"business|affaires|meeting|conference|trade|client|professional|professionnel|work trip|reunion"
        r"|congres|exhibition|salon"
    ),
    ("training", r"training|formation|workshop|seminar|stage\b|course\b|atelier"),
    ("studies", r"stud(?:y|ies)|etude|exchange|academic|university|school"),
    ("official", r"official|government|mission|diplomat|officiel|delegation"),
    ("medical", r"medical|treatment|health|hospital|sante|soins|surgery"),
    ("transit", r"transit|layover|stopover|escale|correspondance"),
    ("cultural", r"cultur|festival|concert|religio|pilgrim|hajj|umrah|pelerinage|sport"),
    ("tourism",
        r"touris|vacation|holiday|vacances|leisure|loisir|sightsee|honeymoon|lune de miel|visit|pleasure"
        r"|conges?|recreation|tour\b"
    ),
)  # fmt: skip
_END = expression(
    r"^(?:i (?:declare|certify|confirm|hereby)|signature|signed|sign|je (?:declare|certifie|soussigne)|note"
    r"|total|fait a|name|yours|applicant)\b"
)
_COUNTS = {"five": 5, "ten": 10, "cinq": 5, "dix": 10, "three": 3, "trois": 3, "two": 2, "deux": 2}
_NUMBER = rf"(?P<%s>\d{{1,2}}|{'|'.join(_COUNTS)})(?: \(\d{{1,2}}\))?"
_YEARS = expression(
    rf"\b(?:last|past|previous|preceding) {_NUMBER % 'count'} years\b|\b{_NUMBER % 'nombre'} dernieres annees\b"
)
"""The window that a list names itself: "in the past ten (10) years"."""
_SPLIT = expression(r"\s*(?:[:;()|•]|\s[-–—]\s|–|—|\bfor\b|\bpour\b)\s*")
_PLACE_ALONE = expression(
    r"(?:(?:done|made|signed|written|given|fait) (?:at|in|a) )?[^\W\d_][^\d:;()|]{0,40}?,?"
    r"(?: (?:le|the|on|this|of))? *\|\W*"
)
"""A place before a day, and nothing else: so papers tell where and when they were made."""
_PART = expression(r"\s*[,/();|]\s*|\s+[-–—]\s+")
_LEAD = expression(r"^.*\b(?:to|visited|in|at|a|au|aux|en|visite|vers)\s+(?=\S)")


def recognise(document: Document) -> float:
    """Say how sure it is that this paper lists journeys."""
    text = plain(document.text)
    titled = _is_titled(document)
    if not titled and len(document.lines) > 80:
        return 0.0
    crossed = crossings_at(document) is not None
    table = crossed or any(_tells_journeys(_columns(document, line)) for line in document.lines[:40])
    if not (titled or table):
        return 0.0
    found = any(trip.country is not None for trip in _trips(document, order_of(document)))
    score = 0.45 * titled + 0.3 * found + 0.25 * (table and found) - 0.6 * bool(_OTHER_PAPER.search(text))
    return max(0.0, score)


def _is_titled(document: Document) -> bool:
    return any(_TITLE.search(plain(line.text).strip()) and len(line.text) < 70 for line in document.lines[:8])


def _tells_journeys(columns: Sequence[Column]) -> bool:
    """Tell whether columns are those of journeys even below no title: two ends in time, or a purpose."""
    roles = {column.role for column in columns}
    return "apart" not in roles and (
        "purpose" in roles or len(roles & {"arrival", "departure", "return"}) > 1
    )


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
        tuple(_trips(document, order)),
        () if crossings_at(document) is not None else (_asked(document),),
        language=language_of(document),
    )


def _asked(document: Document) -> Asked:
    """Say which journeys the list promises: all, or those of so many years."""
    found = _YEARS.search(plain("\n".join(line.text for line in document.lines[:15])))
    if found is None:
        return Asked(Trip.type)
    count = found["count"] or found["nombre"]
    return Asked(Trip.type, years=int(count) if count.isdecimal() else _COUNTS[count])


def _labelled_lines(document: Document) -> Sequence[Line]:
    return [line for line in document.lines if not _columns(document, line)]


def _name(document: Document) -> Cut | None:
    accept: dict[str, Accept] = {"full_name": lambda text: is_name(without_honorific(text))}
    found = Labelled(document, LABELS, accept).first(_labelled_lines(document)).get("full_name")
    return Cut(without_honorific(found.text), found.evidence) if found else signatory(document)


def _day(document: Document, order: Order | None) -> Dated | None:
    """Give the day of the list itself: none of its journeys' days is."""
    accept: dict[str, Accept] = {"document_date": lambda text: dates.parse(text, order=order) is not None}
    lines = _besides(document, order)
    found = Labelled(document, LABELS, accept).first(lines).get("document_date")
    day = dates.parse(found.text, order=order) if found else None
    if found and day:
        return Dated(day, found.evidence)
    return letter_date(replace(document, lines=lines), order)


def _besides(document: Document, order: Order | None) -> tuple[Line, ...]:
    """Give the lines that tell no journey, in a table or outside one."""
    told: set[int] = set()
    for row in _crossings.crossed(document, order):
        told.update(map(id, row.lines))
    for number, line in enumerate(document.lines):
        if columns := _columns(document, line):
            for row in _rows(document, document.lines[number + 1 :], columns, order):
                told.update(map(id, row.lines if _period(document, row, order) else ()))
    if not told:
        journeys = (part for part in paragraphs(document) if _in_line(part, order))
        told.update(id(piece.line) for part in journeys for piece in part.pieces)
    return tuple(line for line in document.lines if id(line) not in told)


def _trips(document: Document, order: Order | None) -> list[Trip]:
    """Give the journeys of all tables; without a table those of the lines."""
    if crossings_at(document) is not None:
        return list(_crossings.trips(document, order))
    found: list[Trip] = []
    columns: tuple[Column, ...] = ()
    for number, line in enumerate(document.lines):
        columns = _columns(document, line)
        if columns:
            found += _in_table(document, document.lines[number + 1 :], columns, order)
    return found or [trip for part in paragraphs(document) if (trip := _in_line(part, order))]


def _columns(document: Document, line: Line) -> tuple[Column, ...]:
    """Give the columns of a header of journeys: it has a time and a place."""
    columns = _headings(document, line)
    roles = [column.role for column in columns]
    placed = {"place", "country", "city"}.intersection(roles)
    if not placed or _TIMES.isdisjoint(roles) or ("apart" in roles and "purpose" not in roles):
        return ()
    return _from_home(columns, roles)


def _headings(document: Document, line: Line) -> tuple[Column, ...]:
    """Give the columns that a line heads; below a title of journeys half of them may be strange."""
    if len(line.segments) < 2:
        return ()
    return header(line, _ROLES, len(line.segments) // 2 if document.once(_is_titled) else 1)


def _ends(document: Document, line: Line) -> bool:
    """Tell whether a table ends before a line: another begins, or the words of a signature."""
    roles = {column.role for column in _headings(document, line)}
    other = "apart" in roles and not _TIMES.isdisjoint(roles)
    return other or bool(_columns(document, line)) or _END.match(plain(line.text).strip()) is not None


def _from_home(columns: tuple[Column, ...], roles: Sequence[str]) -> tuple[Column, ...]:
    """Take an exit that stands before the entry for the departure from home, and the entry for the coming back."""
    if "departure" in roles or not {"arrival", "return"} <= {*roles}:
        return columns
    if roles.index("arrival") < roles.index("return"):
        return columns
    meant = {"return": "departure", "arrival": "return"}
    return tuple(replace(column, role=meant.get(column.role, column.role)) for column in columns)


def _rows(
    document: Document, lines: Sequence[Line], columns: Sequence[Column], order: Order | None
) -> Iterator[Row]:
    def complete(row: Row) -> bool:
        return _is_timed(document, row, order) and _place(document, row)[1] is not None

    return rows(lines, columns, complete, partial(_ends, document))


def _in_table(
    document: Document, lines: Sequence[Line], columns: Sequence[Column], order: Order | None
) -> Iterator[Trip]:
    for row in _of_one(document, tuple(_rows(document, lines, columns, order))):
        period = _period(document, row, order)
        city, country = _place(document, row)
        if period is None or not (city or country):
            continue
        whole = row.whole(document)
        yield Trip(
            evidence=whole.cite(), cells=_cited(document, row), period=period, city=city, country=country,
            purpose=_purpose(row.cell(document, "purpose")),
        )  # fmt: skip


def _of_one(document: Document, found: Sequence[Row]) -> Iterator[Row]:
    """Give the rows of the person whose list it is, else of whom the first row names: others travelled, too."""
    told, named = frozenset[str](), []
    for row in found:
        cell = row.cell(document, "who")
        told = _words(cell.text) if cell else told
        named.append(told)
    whose = _name(document)
    own = _words(whose.text) if whose else frozenset()
    if not (own and any(one <= own or own <= one for one in named if one)):
        own = next(filter(None, named), own)
    yield from (row for row, one in zip(found, named, strict=True) if one <= own or own <= one)


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(without_honorific(name)).split())


def _is_timed(document: Document, row: Row, order: Order | None) -> bool:
    """Tell whether all that a row says of its time can be read, so that no line of it is missing."""
    both = row.cell(document, "dates")
    if both:
        return _at(both.text, order) is not None
    period = _period(document, row, order)
    return period is not None and (
        period.start is not None or not {"arrival", "departure"} & row.cells.keys()
    )


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


def _period(document: Document, row: Row, order: Order | None) -> Period | None:
    """Give the time of a row: of one cell, or from the earlier to the later of two."""
    both = row.cell(document, "dates")
    if both and (period := _at(both.text, order)):
        return period
    arrival, departure, back = (row.cell(document, role) for role in ("arrival", "departure", "return"))
    start, end = (arrival, departure) if arrival and departure and not back else (arrival or departure, back)
    first = dates.parse(start.text, order=order) if start else None
    last = dates.parse(end.text, order=order) if end else None
    if first is None and last is None:
        found = [
            day.date
            for cell in (both, start, end)
            if cell
            for day in dates.find_dates(cell.text, order=order)
        ]
        return Period(found[0], found[-1]) if found else None
    if end is not None and dates.is_present(end.text):
        return Period(first, None, open=True)
    return (
        Period(last, first)
        if first and last and last.before(first) and departure and not back
        else Period(first, last)
    )


def _at(text: str, order: Order | None) -> Period | None:
    """Give the time that a cell tells in whole: a period or a date."""
    day = dates.parse(text, order=order)
    return dates.parse_period(text, order=order) or (Period(day, day) if day else None)


def _place(document: Document, row: Row) -> tuple[str | None, str | None]:
    city, country = row.cell(document, "city"), row.cell(document, "country")
    if city or country:
        town, state = split(city.text) if city else (None, None)
        named = _country(country.text) if country else None
        return town or (city.text if city and not state else None), named or state
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


def _purpose(cell: Passage | None) -> str | None:
    if cell is None or not cell.text.strip(" -–."):
        return None
    return next((word for word, pattern in _PURPOSES if re.search(pattern, cell.plain)), "other")


def _in_line(part: Passage, order: Order | None) -> Trip | None:
    """Read one journey from a line: a time, a place, perhaps a purpose."""
    days = dates.find_dates(part.text, order=order)
    if not days or len(part.text) > 200 or re.match(r"(?:name|date|prepared|born)", part.plain):
        return None
    period, told = _told(part, days, order)
    bullet = BULLET.match(told)
    rest = told[bullet.end() if bullet else 0 :]
    if not bullet and not part.row and period.start == period.end and _PLACE_ALONE.fullmatch(plain(rest)):
        return None
    for piece in (p.strip(" ,.-–—") for p in _SPLIT.split(rest)):
        lead = _LEAD.match(plain(piece))
        city, country = split(piece[lead.end() :] if lead else piece) if piece else (None, None)
        if country:
            purpose = next((word for word, pattern in _PURPOSES if re.search(pattern, plain(rest))), None)
            return Trip(evidence=part.cite(), period=period, city=city, country=country, purpose=purpose)
    return None


def _told(part: Passage, days: Sequence[Found], order: Order | None) -> tuple[Period, str]:
    """Give the time that a line tells, and what it says besides: two dates in cells of their own are both ends."""
    text = part.text
    for start, end, period in dates.find_periods(text, order=order):
        return period, f"{text[:start]} | {text[end:]}"
    one, two = days[0], days[1] if len(days) == 2 else days[0]
    between = text[one.end : two.start]
    if one is two or not (part.row or re.fullmatch(r"\W*", between)):
        return Period(one.date, one.date), f"{text[: one.start]} | {text[one.end :]}"
    first, last = (two.date, one.date) if two.date.before(one.date) else (one.date, two.date)
    return Period(first, last), f"{text[: one.start]} | {between} | {text[two.end :]}"
