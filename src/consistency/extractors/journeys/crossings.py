"""A state's record of somebody's border crossings: one row for each, of which two make a journey."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.journeys.rows import in_full, split
from consistency.extractors.journeys.stamps import named_in
from consistency.extractors.wording.prose import Passage, plain
from consistency.extractors.wording.tables import Column, Headings, Row, header, headings_at, rows
from consistency.model import Document, Entry, Evidence, Line, Trip
from consistency.normalizer import dates, places
from consistency.normalizer.dates import Order, PartialDate, Period
from consistency.normalizer.expressions import expression

_ROLES = Headings(
    {
        "date": r"dates?|fecha|data|day",
        "port": r"^(?:ports?|points?|posts?|gates?|check ?points?|bureau|place)\b(?! of (?:origin|destination))",
        "way": (
            r"(?:entry|entree|entrada|arr\w*|in) (?:exit|sortie|salida|saida|dep\w*|out)"
            r"|(?:exit|sortie|salida|saida|dep\w*|out) (?:entry|entree|entrada|arr\w*|in)"
            r"|^(?:event|stamp|type|kind|nature)(?: type| of (?:entry|stamp|mark|crossing|movement|event))?$"
            r"|(?:type|genre|nature) d[e'] ?(?:cachet|mouvement|passage)$"
            r"|movements?|mouvements?|movimientos?|direction|sens|type of crossing|crossing type"
        ),
        "beyond": (
            r"origin|destination|provenance|procedencia|destino|origine|coming from|going to"
            r"|(?:countr(?:y|ies)|pays|pais|from) (?:of )?(?:from|to|de|vers|a)(?: (?:from|to|or|and|vers|a))*$"
            r"|countr(?:y|ies) of (?:departure|arrival)|pays d(?:e depart|'arrivee)"
        ),
        "wording": r"^(?:wording|inscriptions?|texte?|words|legend|stamp text|reading|contents?)(?: (?:of|du|on) .*)?$",
        "": (
            r"time|hour|heure|hora|flight|vol|vuelo|passport|document|doc|no|visa"
            r"|number|pages?|transport|means|mode|vehicle|carrier|serial|seq|remarks?|notes?|observations?"
        ),
        "country": r"countr(?:y|ies)|pays|pais",
    }
)
"""What the headings say: "country" is the one whose border was crossed, "beyond" the one from or to which it was.

"wording" is what stands on a stamp, from which its country is read.
"""
_PLACED = frozenset(("beyond", "country", "wording"))
_IN = expression(
    r"\b(?:entry|entree|entrada|entered|arriv\w*|arr|immigration|inmigracion|inbound|inward|in)\b"
)
_OUT = expression(
    r"\b(?:exit|sortie|salida|saida|left|depart\w*|dep|emigration|emigracion|outbound|outward|out)\b"
)
_END = expression(r"^\W*(?:issued|certified|total|date|signature|signed|note)\b")


CANADA = "CA"
_HEAD = 6
_HEADED = 40
_HIGHEST = 3
"""The heading stands on so many lines at most, in so many at the beginning."""
_OFFICE = expression(
    r"\b(?:border|immigration|customs|passports|citizenship|entry|exit|movements?|travel|home office)\b"
)
_STATES = expression(
    r"(?P<ca>\bcanada border services|\bagence des services frontaliers du canada)"
    r"|(?P<us>\bu\.?s\.? (?:customs|department|citizenship))|\bhome office\b|\buk (?:border|visas)"
)
_OF = expression(r"^(?:.*\b(?:of|de|du|del)\s+(?:the\s+)?)", re.IGNORECASE)
_PARTED = expression(r"\s[-–—]\s|[,:|]")
_LONGEST_STAY = 183
"""Who stays in a state for more days lives there: that is no journey."""


class _Crossing(Struct, frozen=True):
    day: PartialDate
    entry: bool
    city: str | None
    country: str | None
    evidence: Evidence


class _Heading(Struct, frozen=True):
    """What heads a record of border crossings: its columns, its line, and the number of the line below it."""

    columns: tuple[Column, ...]
    at: int
    below: int

    @property
    def roles(self) -> frozenset[str]:
        """What the columns hold."""
        return frozenset(column.role for column in self.columns)


def is_record(document: Document) -> bool:
    """Tell whether a paper holds a table of border crossings."""
    return document.once(_heading) is not None


def _heading(document: Document) -> _Heading | None:
    for number in range(min(_HEADED, len(document.lines))):
        for line, below in headings_at(document, number, _HIGHEST):
            found = _Heading(header(line, _ROLES), number, below)
            if _tells_crossings(document, found):
                return found
    return None


def _tells_crossings(document: Document, heading: _Heading) -> bool:
    """Tell whether columns have the way and the day of each crossing, and they or the head tell of which border."""
    told = {"way", "date"} <= heading.roles
    return told and bool(heading.roles & _PLACED or _recorder(document, heading.at))


def _recorder(document: Document, at: int) -> str | None:
    """Give the state whose office the head of the paper names: it records who crossed its own border."""
    head = document.lines[: min(_HEAD, at)]
    if not _OFFICE.search(plain("\n".join(line.text for line in head))):
        return None
    for line in head:
        if found := _STATES.search(plain(line.text)):
            return {"us": "US", "ca": CANADA, None: "GB"}[found.lastgroup]
        names = (_OF.sub("", part) for part in _PARTED.split(line.text))
        if state := next((code for name in names if (code := places.country(name.strip(" .")))), None):
            return state
    return None


def trips(document: Document, order: Order | None) -> Iterator[Trip]:
    """Give the journeys that a record of border crossings shows: the days between two of them abroad."""
    heading = document.once(_heading)
    if heading is None:
        return
    crossings = (_crossing(document, row, order) for row in crossed(document, order))
    found = sorted((one for one in crossings if one), key=lambda one: (one.day.earliest, one.entry))
    beyond, placed = "beyond" in heading.roles, bool(heading.roles & _PLACED)
    state = _recorder(document, heading.at)
    if state is not None and (beyond or not placed) and _only_visited(found):
        found, beyond = [replace(one, country=state, city=None) for one in found], False
    yield from _from_home(found) if beyond else _by_recorder(found, state)


def _by_recorder(found: Sequence[_Crossing], state: str | None) -> Iterator[Trip]:
    """Give the journeys into other states; those into the one that recorded them name it as their recorder."""
    alone = {one.country for one in found if one.country}
    recorder = state or (alone.pop() if len(alone) == 1 else None)
    for trip in _into_others(found):
        yield replace(trip, recorder=recorder) if trip.country == recorder else trip


def entries(document: Document, order: Order | None) -> Iterator[Entry]:
    """Give the entries to Canada that Canada's own record of a border tells."""
    heading = document.once(_heading)
    if heading is None or _recorder(document, heading.at) != CANADA:
        return
    for row in crossed(document, order):
        one = _crossing(document, row, order)
        port = row.cell(document, "port")
        if one is not None and one.entry:
            cells = {"from": one.evidence} | ({"city": port.cite()} if port else {})
            yield Entry(
                evidence=one.evidence, cells=cells, period=Period(one.day, None), country=CANADA,
                city=port.text if port else None,
            )  # fmt: skip


def _only_visited(found: Sequence[_Crossing]) -> bool:
    """Tell whether the state that recorded entries and exits was visited: each ended, and most of the time was away."""
    if not found or not found[0].entry or found[-1].entry:
        return False
    spans = [(one.entry, one.day.distance(other.day)) for one, other in pairwise(found)]
    inside = [days for entry, days in spans if entry]
    return max(inside) <= _LONGEST_STAY and (
        len(spans) == 1 or sum(inside) < sum(d for e, d in spans if not e)
    )


def _from_home(found: Sequence[_Crossing]) -> Iterator[Trip]:
    """Read an exit and the next entry as one journey to where the exit led."""
    for number, left in enumerate(found):
        back = found[number + 1] if number + 1 < len(found) else None
        if left.entry or left.country is None:
            continue
        yield _trip(left, left, back if back and back.entry else None)


def _into_others(found: Sequence[_Crossing]) -> Iterator[Trip]:
    """Read an entry and the next exit from that state as one journey; an exit that comes first is one from home.

    Journeys to other states may lie between the two: they were made from where somebody stayed.
    """
    home = found[0].country if found and not found[0].entry else None
    for number, entry in enumerate(found):
        if not entry.entry or entry.country in (None, home):
            continue
        after = next((one for one in found[number + 1 :] if one.country == entry.country), None)
        if after is not None and not after.entry:
            yield _trip(entry, entry, after)


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
    heading = document.once(_heading)

    def complete(row: Row) -> bool:
        return _crossing(document, row, order) is not None

    def ends(line: Line) -> bool:
        return _END.match(plain(line.text)) is not None

    if heading is not None:
        found = rows(document.lines[heading.below :], heading.columns, complete, ends)
        yield from filter(complete, found)


def _crossing(document: Document, row: Row, order: Order | None) -> _Crossing | None:
    day, way = row.cell(document, "date"), row.cell(document, "way")
    date = _date(day.text, order) if day else None
    entry = _is_entry(way) if way else None
    if date is None or entry is None:
        return None
    city, country = _place(document, row)
    return _Crossing(date, entry, city if country else None, country, row.whole(document).cite())


def _place(document: Document, row: Row) -> tuple[str | None, str | None]:
    """Give the town and the country of a crossing, at worst from what a stamp or a border post is called."""
    wording = row.cell(document, "wording")
    place = row.cell(document, "beyond") or row.cell(document, "country") or wording
    city, country = split(place.text) if place and place is not wording else (None, None)
    return (city, country) if country or place is None else named_in(place.text)


def _date(text: str, order: Order | None) -> PartialDate | None:
    """Read the day of a cell into which the number of the row or an hour may have slipped."""
    text = in_full(text)
    found = dates.find_dates(text, order=order)
    return dates.parse(text, order=order) or (found[0].date if len(found) == 1 else None)


def _is_entry(way: Passage) -> bool | None:
    came, went = _IN.search(way.plain) is not None, _OUT.search(way.plain) is not None
    return came if came != went else None
