"""The flights that a ticket, a boarding pass or an itinerary tells: from where to where, on which day."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import zip_longest
from pathlib import Path

from msgspec import Struct

from consistency.extractors.wording.letters import order_of
from consistency.extractors.wording.prose import passage, plain
from consistency.extractors.wording.tables import Column, Headings, Row, header, joined_heading, rows
from consistency.model import Document, Evidence, Line, Trip
from consistency.normalizer import dates, places, tables
from consistency.normalizer.dates import PartialDate, Period
from consistency.normalizer.expressions import expression

_TABLE = Path(__file__).with_name("airports.toml")
_ROLES = Headings(
    {
        "": r"flights?|vols?|vuelo|class|classe|seat|baggage|bags?|fare|terminal|carrier|airline|operated|no|times?"
        r"|heure|hora|cabin|meal|duration|duree|aircraft|stops?|marketing|arrivee?|arrival|arrives?|arr|llegada|gate|pnr|booking",
        "route": r"route|sector|segment|trajet|itinerary|itineraire|ruta|trecho",
        "from": r"from|de|origin|origine|origen|desde|departure (?:city|airport|from)|departing from|leaving from",
        "to": r"to|a|vers|destination|destino|hasta|para|arrival (?:city|airport)|arriving at|going to",
        "date": r"(?:travel |flight )?dates?|day|jour|fecha|data",
        "leaves": r"depart\w*|dep|salida|partida",
        "status": r"status|statut|estado|coupon",
    }
)
_CODE = expression(r"(?<![A-Z])[A-Z]{3}(?![A-Z])")
_SHORT = expression(
    r"\b(?P<day>\d{1,2}) ?(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) ?(?P<year>\d\d)\b(?!\d|:)"
)
"""A day as airlines write it: 20MAR23."""
_INLINE = expression(
    r"\b(?:from|de|desde|origen|origin)\b\s*:?\s+(?P<from>[^\d:|]{3,40}?)\s+(?:to|a|vers|hacia|destino|destination)\b\s*:?\s+(?P<to>[^\d:|]{3,40}?)"
    r"(?=$|\s{2}|\s+(?:flight|vol|date|on|le|seat|time|gate|class)\b|\d)"
)
_NOT_FLOWN = expression(
    r"\b(?:cancel\w*|annul\w*|no.?show|refund\w*|void|unticketed|on hold|waitlist\w*|suspended)\b"
)
_AIRPORT = expression(r"\b(?:international|intl|airport|aeroport|aeropuerto|terminal|apt|t\d)\b\.?", 2)
_HIGHEST, _ENDS = 3, 2
_NEAR = 2
"""Lines from that of a flight to that of its day."""
_SOON = 1
"""Days of a stop on the way, which is no journey."""


class Leg(Struct, frozen=True):
    """One flight: the towns, their countries, and the day on which it leaves."""

    origin: str | None
    destination: str | None
    city: str | None
    day: PartialDate
    evidence: Evidence


@cache
def _airports() -> Mapping[str, str]:
    return {code: country for country, codes in tables.read(_TABLE).items() for code in codes.split()}


def place(text: str) -> tuple[str | None, str | None]:
    """Give town and country of what a ticket calls a place: "SINGAPORE CHANGI (SIN)", "YVR Vancouver"."""
    known = next((code for code in _CODE.findall(text) if code in _airports()), None)
    words = _AIRPORT.sub(" ", _CODE.sub(" ", text) if known else text).strip(" ()-–,/").split("(")[0].split()
    for size in range(len(words), 0, -1):
        city, country = places.split_place(" ".join(words[:size]).title())
        if country:
            return city, _airports()[known] if known else country
    return (" ".join(words).title() or None), _airports()[known] if known else None


def legs(document: Document) -> tuple[Leg, ...]:
    """Give the flights, from tables, else from lines that name two places, the earliest first."""
    found = tuple(_in_tables(document)) if has_table(document) else tuple(_in_lines(document))
    return tuple(sorted(found, key=lambda leg: leg.day.earliest))


def trips(document: Document) -> Iterator[Trip]:
    """Give the journeys that flights make: from the arrival in a country to the flight that leaves it."""
    flown = legs(document)
    home = flown[0].origin if flown else None
    for leg, following in zip_longest(flown, flown[1:]):
        if leg.destination is None or leg.destination in (home, leg.origin):
            continue
        if following is not None and leg.day.distance(following.day) < _SOON:
            continue
        end = next((o.day for o in flown if o.day.after(leg.day) and o.origin == leg.destination), None)
        yield Trip(evidence=leg.evidence, period=Period(leg.day, end), city=leg.city, country=leg.destination)


def day_in(text: str, document: Document) -> PartialDate | None:
    """Give the day in a text, also one as airlines write it."""
    if short := _SHORT.search(text.upper()):
        return dates.parse(f"{short['day']} {short['month']} 20{short['year']}")
    found = dates.find_dates(text, order=order_of(document))
    return next((day.date for day in found if day.date.precision == "day"), None)


# --- in tables ---------------------------------------------------------------------------------------------


def _in_tables(document: Document) -> Iterator[Leg]:
    lines = document.lines
    for number in range(len(lines)):
        for size in range(_HIGHEST, 0, -1):
            columns = _columns(lines[number : number + size])
            if columns:
                found = rows(
                    lines[number + size :],
                    columns,
                    lambda row: _leg(document, row) is not None,
                    lambda _: False,
                )
                yield from (leg for row in found if (leg := _leg(document, row)) is not None)
                return


def has_table(document: Document) -> bool:
    """Tell whether a paper has a table of flights, whatever became of them."""
    lines = document.lines
    starts = ((number, size) for number in range(len(lines)) for size in range(1, _HIGHEST + 1))
    return any(_columns(lines[number : number + size]) for number, size in starts)


def _columns(lines: Sequence[Line]) -> tuple[Column, ...]:
    if len(lines[0].segments) < _HIGHEST:
        return ()
    heading = lines[0] if len(lines) == 1 else joined_heading(lines)
    found = header(heading, _ROLES, strange=2) if heading is not None else ()
    named = {column.role for column in found}
    return found if named & {"date", "leaves"} and ({"from", "to"} <= named or "route" in named) else ()


def _leg(document: Document, row: Row) -> Leg | None:
    status = row.cell(document, "status")
    told = (cell.text for role in ("date", "leaves") if (cell := row.cell(document, role)) is not None)
    day = next((day for text in told if (day := day_in(text, document))), None)
    if day is None or (status is not None and _NOT_FLOWN.search(status.plain)):
        return None
    ends = [cell.text for role in ("from", "to") if (cell := row.cell(document, role)) is not None]
    route = row.cell(document, "route")
    if route is not None and len(ends) < 2:
        ends = _parted(route.text)
    if len(ends) != 2:
        return None
    return _flight(ends, day, row.whole(document).cite())


def _parted(route: str) -> list[str]:
    for sign in (" – ", " — ", " - ", "→", " to ", "/", "-"):
        if len(parts := [part for part in route.split(sign) if part.strip()]) == 2:
            return parts
    return []


def _flight(ends: Sequence[str], day: PartialDate, evidence: Evidence) -> Leg | None:
    (_, origin), (city, destination) = (place(end) for end in ends)
    return Leg(origin, destination, city, day, evidence) if destination else None


# --- in lines ----------------------------------------------------------------------------------------------


def _in_lines(document: Document) -> Iterator[Leg]:
    """Give the flights of lines that name two places; the day stands there, or on a line near by."""
    days = [day_in(line.text, document) for line in document.lines]
    flown = (
        (n, line.text) for n, line in enumerate(document.lines) if not _NOT_FLOWN.search(plain(line.text))
    )
    told = [(number, ends) for number, text in flown if (ends := _ends(text))]
    above = all(any(days[max(0, number - _NEAR) : number + 1]) for number, _ in told)
    for number, ends in told:
        steps = (0, -1, -2) if above else (0, 1, 2, -1, -2)
        near = (number + step for step in steps if 0 <= number + step < len(days))
        day = next((days[n] for n in near if days[n]), None)
        where = passage(document, [document.lines[number]]).cite()
        if day and (leg := _flight(ends, day, where)):
            yield leg


def _ends(text: str) -> tuple[str, str] | None:
    codes = list(dict.fromkeys(code for code in _CODE.findall(text) if code in _airports()))
    if len(codes) == _ENDS:
        return codes[0], codes[1]
    found = _INLINE.search(plain(text))
    return (text[slice(*found.span("from"))], text[slice(*found.span("to"))]) if found else None


def beside_labels(
    document: Document, origin: str, destination: str, when: str, evidence: Evidence
) -> Trip | None:
    """Give the journey of one flight whose places and day stand beside labels of their own."""
    day = day_in(when, document)
    leg = _flight((origin, destination), day, evidence) if day else None
    if leg is None or leg.destination == leg.origin:
        return None
    return Trip(evidence=evidence, period=Period(leg.day, None), city=leg.city, country=leg.destination)
