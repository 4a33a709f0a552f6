"""A state's record of somebody's border crossings: one row for each, of which two make a journey."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from consistency.extractors.papers._prose import Passage, plain
from consistency.extractors.papers._tables import Row, header, rows
from consistency.model import Document, Evidence, Line, Trip
from consistency.normalizer import dates, places
from consistency.normalizer.dates import Order, PartialDate, Period
from consistency.normalizer.expressions import expression

_ROLES = {
    "way": (
        r"(?:entry|entree|entrada|arr\w*|in) (?:exit|sortie|salida|saida|dep\w*|out)"
        r"|(?:exit|sortie|salida|saida|dep\w*|out) (?:entry|entree|entrada|arr\w*|in)"
        r"|(?:event|stamp|type|kind)(?: type)?$"
        r"|movements?|mouvements?|movimientos?|direction|sens|type of crossing|crossing type"
    ),
    "beyond": (
        r"origin|destination|provenance|procedencia|destino|origine|coming from|going to"
        r"|(?:countr(?:y|ies)|pays|pais|from) (?:of )?(?:from|to|de|vers|a)(?: (?:from|to|or|and|vers|a))*$"
    ),
    "": (
        r"time|hour|heure|hora|flight|vol|vuelo|ports?|posts?|gates?|check ?points?|passport|document|doc|no|visa"
        r"|number"
    ),
    "date": r"dates?|fecha|data|day",
    "country": r"countr(?:y|ies)|pays|pais",
}
"""What the headings say: "country" is the one whose border was crossed, "beyond" the one from or to which it was."""
_IN = expression(r"\b(?:entry|entree|entrada|entered|arriv\w*|arr|immigration|inmigracion|in)\b")
_OUT = expression(r"\b(?:exit|sortie|salida|saida|left|depart\w*|dep|emigration|emigracion|out)\b")
_END = expression(r"^\W*(?:issued|certified|total|date|signature|signed|note)\b")


class _Crossing(Struct, frozen=True):
    day: PartialDate
    entry: bool
    city: str | None
    country: str | None
    evidence: Evidence


def crossings_at(document: Document) -> int | None:
    """Give the number of the line that heads a record of border crossings."""
    return document.once(_heading)


def _heading(document: Document) -> int | None:
    for number, line in enumerate(document.lines[:40]):
        roles = {column.role for column in header(line, _ROLES)}
        if {"way", "date"} <= roles and roles & {"beyond", "country"}:
            return number
    return None


def trips(document: Document, order: Order | None) -> Iterator[Trip]:
    """Give the journeys that a record of border crossings shows: the days between two of them abroad."""
    at = crossings_at(document)
    if at is None:
        return
    line = document.lines[at]
    beyond = any(column.role == "beyond" for column in header(line, _ROLES))
    told = (_crossing(document, row, order) for row in crossed(document, order))
    found = sorted((one for one in told if one), key=lambda one: (one.day.earliest, one.entry))
    yield from _from_home(found) if beyond else _into_others(found)


def _from_home(found: Sequence[_Crossing]) -> Iterator[Trip]:
    """Read an exit and the next entry as one journey to where the exit led."""
    for number, left in enumerate(found):
        back = found[number + 1] if number + 1 < len(found) else None
        if left.entry or left.country is None:
            continue
        yield _trip(left, left, back if back and back.entry else None)


def _into_others(found: Sequence[_Crossing]) -> Iterator[Trip]:
    """Read an entry and the exit after it as one journey; an exit that comes first is one from home."""
    home = found[0].country if found and not found[0].entry else None
    for entry, left in pairwise(one for one in found if one.country != home):
        if entry.entry and not left.entry and entry.country == left.country is not None:
            yield _trip(entry, entry, left)


def _trip(place: _Crossing, start: _Crossing, end: _Crossing | None) -> Trip:
    return Trip(
        evidence=start.evidence,
        cells={"from": start.evidence} | ({"to": end.evidence} if end else {}),
        period=Period(start.day, end.day if end else None),
        city=place.city,
        country=place.country,
    )


def crossed(document: Document, order: Order | None) -> Iterator[Row]:
    """Give the rows of a record of border crossings."""
    at = crossings_at(document)

    def complete(row: Row) -> bool:
        return _crossing(document, row, order) is not None

    def ends(line: Line) -> bool:
        return _END.match(plain(line.text)) is not None

    if at is not None:
        found = rows(document.lines[at + 1 :], header(document.lines[at], _ROLES), complete, ends)
        yield from filter(complete, found)


def _crossing(document: Document, row: Row, order: Order | None) -> _Crossing | None:
    day, way = row.cell(document, "date"), row.cell(document, "way")
    date = dates.parse(day.text, order=order) if day else None
    entry = _is_entry(way) if way else None
    if date is None or entry is None:
        return None
    place = row.cell(document, "beyond") or row.cell(document, "country")
    city, country = places.split_place(place.text) if place else (None, None)
    return _Crossing(date, entry, city if country else None, country, row.whole(document).cite())


def _is_entry(way: Passage) -> bool | None:
    came, went = _IN.search(way.plain) is not None, _OUT.search(way.plain) is not None
    return came if came != went else None
