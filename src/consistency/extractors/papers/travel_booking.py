"""A ticket, a boarding pass, an itinerary or a hotel's paper: a journey that was booked, and perhaps made.

What was cancelled, held or only proposed is no journey, and a room that is merely booked is none. Whether a flight lay
ahead when the paper was enclosed tells the case.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from consistency.extractors.journeys import legs
from consistency.extractors.reading import Reading
from consistency.extractors.wording.grids import whole_rows
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Cut, language_of
from consistency.extractors.wording.official import is_form, name_fact, narrowed, titled
from consistency.extractors.wording.persons import name_of
from consistency.extractors.wording.prose import passage, plain
from consistency.model import AsOf, Document, Trip
from consistency.normalizer import places
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression

LABELS = vocabulary("travel_booking")

_PASS = expression(
    r"\bboarding (?:pass|card)\b|\bcarte d'(?:embarquement|acces a bord)\b|\btarjeta de embarque\b"
    r"|\bcartao de embarque\b"
)
_TICKET = expression(
    r"\b(?:e-?|electronic )tickets?\b|\bticket (?:receipt|confirmation)\b|\bbillets? (?:electroniques?|d'avion)\b"
    r"|\bmemo voyage\b"
    r"|\b(?:boleto|billete) (?:electronico|de avion)\b|\bbilhete (?:eletronico|de passagem)\b|\bboleto\b"
    r"|\b(?:flight|travel|trip|air|passenger) (?:itinerary|reservation|booking|confirmation|receipt|details)\b"
    r"|\bitinerary\b"
    r"|\bitineraire\b|\breservation (?:de vol|aerienne)\b|\bitinerario\b"
)
_ROOM = expression(r"\b(?:hotel|hostel|resort|guest ?house|lodge|auberge|inn|residence|apartments?|airbnb)\b")
_BOOKED = expression(
    r"\b(?:reservation|booking|check-?in|guest folio|guest invoice|folio|arrivee?|arrival|nights?|nuits|room|chambre)\b"
)
_STAYED = expression(
    r"\b(?:guest )?folio\b|\b(?:tax )?invoice\b|\bfacture\b|\bfactura\b|\bthank you for (?:your stay|staying)\b"
    r"|\btotal paid\b"
    r"|\bmerci de votre (?:sejour|visite)\b"
)
"""Words of the bill of a stay, which nobody gets before it."""
_NO_JOURNEY = expression(
    r"\b(?:booking|reservation|ticket|itinerary|trip|flight|order)s? (?:has been |have been |is |was |now "
    r"|status\W{1,3})?"
    r"(?:been )?(?:cancell?ed|refunded|voided)\b"
    r"|\bannulee? (?:le|par)\b|\best annulee?\b|\bcancelad[oa]\b|\b(?:unticketed|not (?:yet )?ticketed"
    r"|not a (?:valid )?ticket|on hold)\b"
    r"|\bnon (?:emise?|confirmee?)\b|\bsous reserve\b|\bsubject to (?:the )?(?:visa|approval|issu\w+)|\b(?:quotation"
    r"|devis|pro ?forma|provisional"
    r"|tentative|proposed|projet d'itineraire|dummy|for visa purposes?)\b"
)
_OFF = r"(?:cancell?ed|refunded|voided?|annulee?|remboursee?)"
_CALLED_OFF = expression(
    rf"\W*(?:(?:\w+ )?(?:status|statut|etat)\W{{1,4}}(?:no.?show|{_OFF})|{_OFF})\b\W*(?:(?:on|le|by) .{{0,40}})?"
)
"""A status, or a line of its own, of a journey that was not made."""
_LETTER = expression(r"\b(?:dear|sincerely|to whom it may concern|curriculum vitae|madame, monsieur)\b")
_SLASHED = expression(
    r"(?<![A-Z])(?P<family>[A-Z][A-Z' -]{1,30}?) ?/ ?(?P<given>[A-Z][A-Z' -]{1,40})(?![A-Za-z])"
)
"""A passenger's name as airlines write it: DOE/JANE MARY MRS."""
_TITLE = expression(r"(?: ?(?:MRS|MR|MISS|MSTR|MDM|MME|MLLE)| (?:MS|DR|M))\s*$")
_HEAD, _LONGEST = 14, 160


def recognise(document: Document) -> float:
    """Say how sure it is that this is a ticket, a pass, a plan of flights, or a room that was booked or paid."""
    if is_form(document) or not document.lines or len(document.lines) > _LONGEST:
        return 0.0
    text = plain(document.text)
    if _LETTER.search(text):
        return 0.0
    ticket = titled(document, _TICKET, _HEAD) or titled(document, _PASS, _HEAD)
    room = _ROOM.search(text) is not None and len(set(_BOOKED.findall(text))) > 1
    if not (ticket or room) or not any(legs.day_in(line.text, document) for line in document.lines):
        return 0.0
    found = _labelled(document)
    if "full_name" not in found and _SLASHED.search(document.text) is None:
        return 0.0
    return (
        0.6 + 0.2 * (ticket and bool(legs.legs(document))) + 0.15 * ({"arrival", "departure"} <= found.keys())
    )


def _is_called_off(document: Document) -> bool:
    """Tell whether the journey was not made, or was not certain when the paper was printed."""
    if _NO_JOURNEY.search(plain(document.text)):
        return True
    return any(_CALLED_OFF.fullmatch(plain(line.text)) for line in document.lines)


def read(document: Document) -> Reading:
    """Read who travels, since when it is booked, and the journeys that were not called off."""
    found = _labelled(document)
    made = () if _is_called_off(document) else tuple(_journeys(document, found))
    day = next((day for v in found.get("date", ()) if (day := legs.day_in(v.text, document))), None)
    as_of = AsOf(day, "stated") if day else _flown_on(document, made)
    return Reading(as_of, name_fact(_name(document, found)), made, language=language_of(document))


def _flown_on(document: Document, made: Sequence[Trip]) -> AsOf:
    """Give the day of a boarding pass, or of a bill; that of a flight which may lie ahead is no paper's."""
    days = [trip.period.start for trip in made if trip.period and trip.period.start]
    over = titled(document, _PASS, _HEAD) or _STAYED.search(plain(document.text))
    return AsOf(min(days, key=str), "stated") if days and over else AsOf(None, "unknown")


def _labelled(document: Document) -> dict[str, list[Value]]:
    def is_dated(text: str) -> bool:
        return legs.day_in(text, document) is not None

    accept: dict[str, Accept] = dict.fromkeys(("date", "arrival", "departure", "flown"), is_dated)
    accept["full_name"] = lambda text: sum(map(str.isalpha, text)) > 3
    accept["from"] = accept["to"] = lambda text: legs.place(text)[1] is not None
    return Labelled(document, LABELS, accept).values(whole_rows(document.lines, LABELS))


def _name(document: Document, found: Mapping[str, list[Value]]) -> Cut | None:
    for value in found.get("full_name", ()):
        if slashed := _SLASHED.search(value.text):
            return Cut(_turned(slashed), narrowed(value.evidence, slashed[0].strip()))
        if whole := name_of(replace(value, text=re.split(r"\n|\s{2,}", value.text)[0])):
            return whole
    for line in document.lines:
        if slashed := _SLASHED.search(line.text):
            return Cut(_turned(slashed), passage(document, [line]).cite(*slashed.span()))
    return None


def _turned(slashed: re.Match[str]) -> str:
    """Give the name in the common order, without the title behind it."""
    return f"{_TITLE.sub('', slashed['given']).strip()} {slashed['family'].strip()}"


def _journeys(document: Document, found: Mapping[str, list[Value]]) -> Iterator[Trip]:
    flown = tuple(legs.trips(document))
    yield from flown
    if flown or legs.legs(document) or legs.has_table(document):
        return
    ends = [found[name][0] for name in ("from", "to", "flown") if name in found]
    if len(ends) == 3:
        one = legs.beside_labels(document, ends[0].text, ends[1].text, ends[2].text, ends[1].evidence)
        yield from (one,) if one else ()
    elif _STAYED.search(plain(document.text)):
        yield from _stay(document, found)


def _stay(document: Document, found: Mapping[str, list[Value]]) -> Iterator[Trip]:
    """Give the journey that the bill of a hotel shows, where its name or address tells the country."""
    days = {
        role: legs.day_in(found[role][0].text, document) for role in ("arrival", "departure") if role in found
    }
    if days.get("arrival") is None:
        return
    for line in document.lines:
        city, country = _where(line.text)
        if country:
            where = passage(document, [line]).cite()
            period = Period(days["arrival"], days.get("departure"))
            yield Trip(evidence=where, period=period, city=city, country=country)
            return


def _where(text: str) -> tuple[str | None, str | None]:
    """Give the place of an address, or of a hotel that bears the name of its town."""
    if "," in text:
        pieces = [piece.strip() for piece in text.split(",")]
        city, country = places.split_place(", ".join(pieces[-2:]))
        if country:
            return city, country
    if not _ROOM.search(plain(text)):
        return None, None
    last = text.split()[-1:]
    town = next((word for word in last if places.country_of_city(word)), None)
    return town, places.country_of_city(town) if town else None
