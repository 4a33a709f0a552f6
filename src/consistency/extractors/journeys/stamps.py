"""The stamps of a passport: where and when its holder came and went, as states stamped it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.extractors.reading import cite
from consistency.extractors.wording.prose import plain
from consistency.model import Document, Evidence, Line, Trip
from consistency.normalizer import dates, places
from consistency.normalizer.dates import Order, PartialDate, Period
from consistency.normalizer.expressions import expression

_ENTRY = expression(
    r"\b(?:entry|entree|entrada|arriv\w*|arrived|admitted|entered|landed|einreise|giris|ingresso|in)\b"
)
_EXIT = expression(r"\b(?:exit|sortie|salida|saida|depart\w*|departed|left|ausreise|cikis|uscita|out)\b")
_STAMP = expression(
    r"\b(?:immigration|border|passport control|frontier\w*|police|airport|aeroport|aeropuerto|port|poe)\b"
)
_NOT_A_STAMP = expression(
    r"\b(?:visa|valid\w*|expir\w*|issue\w*|birth|naissance|delivr\w*|multiple|single|duration|no of entries|until"
    r"|authority)\b"
)
_WORD = expression(r"[A-Za-zÀ-ÿ'’.-]+")
_SURE = 0.8
"""Below this confidence a stamp in a picture tells nothing."""

_AROUND = 3
"""Lines before and after a date that belong to its stamp."""


class _Stamp(Struct, frozen=True):
    day: PartialDate
    country: str
    city: str | None
    entry: bool
    evidence: Evidence


def trips(document: Document, zone: int | None, order: Order | None) -> Iterator[Trip]:
    """Give a journey for each entry stamped below the data page; an exit from that country ends it.

    ``zone`` is the line at which the machine-readable zone begins: stamps stand behind it.
    """
    stamps = sorted(_stamps(document, zone, order), key=lambda stamp: stamp.day.earliest)
    exits = [stamp for stamp in stamps if not stamp.entry]
    entries = [stamp for stamp in stamps if stamp.entry]
    for index, entry in enumerate(entries):
        left = _exit_of(entry, entries[index + 1 :], exits)
        yield Trip(
            evidence=entry.evidence,
            cells={"from": entry.evidence} | ({"to": left.evidence} if left else {}),
            period=Period(entry.day, left.day if left else None),
            city=entry.city,
            country=entry.country,
        )


def _ends(entry: _Stamp, left: _Stamp) -> bool:
    return left.country == entry.country and not left.day.before(entry.day)


def _stamps(document: Document, zone: int | None, order: Order | None) -> Iterator[_Stamp]:
    begin = 0 if zone is None else zone + 2
    for index in range(begin, len(document.lines)):
        line = document.lines[index]
        if zone is None and (line.page or 1) == document.first_page:
            continue
        near = [line, *_around(document.lines, index, begin)]
        for at, day in enumerate(dates.find_dates(line.text, order=order)):
            stamp = _stamp(document, near, day.date, at)
            if stamp is not None:
                yield stamp


def _around(lines: Sequence[Line], index: int, begin: int) -> Iterator[Line]:
    """Give the lines around one that may belong to its stamp, the nearest first."""
    for distance in range(1, _AROUND + 1):
        for at in (index - distance, index + distance):
            if begin <= at < len(lines) and not _NOT_A_STAMP.search(plain(lines[at].text)):
                yield lines[at]


def _exit_of(entry: _Stamp, later: Sequence[_Stamp], exits: Sequence[_Stamp]) -> _Stamp | None:
    """Give the exit that ends a stay, which comes before the next entry to that country."""
    bound = next((other.day.earliest for other in later if other.country == entry.country), None)
    ending = (one for one in exits if _ends(entry, one))
    return next((one for one in ending if bound is None or one.day.earliest <= bound), None)


def _stamp(document: Document, near: Sequence[Line], day: PartialDate, at: int) -> _Stamp | None:
    """Read one stamp: whether it is of an entry or an exit, and where; None for a date of something else."""
    line = near[0]
    vague = day.precision != "day" or day.alternative is not None
    if line.confidence < _SURE or vague or _NOT_A_STAMP.search(plain(line.text)):
        return None
    own = _directions(line.text)
    ways = own or next((ways for other in near[1:] if (ways := _directions(other.text))), [])
    city, country = next((place for other in near if (place := named_in(other.text))[1]), (None, None))
    if country is None or not ways or not (own or any(_STAMP.search(plain(other.text)) for other in near)):
        return None
    return _Stamp(day, country, city, ways[min(at, len(ways) - 1)], cite(document, line))


def _directions(text: str) -> list[bool]:
    """Give the words for coming (true) and going (false) in the order in which they stand."""
    words = plain(text)
    found = [(m.start(), True) for m in _ENTRY.finditer(words)] + [
        (m.start(), False) for m in _EXIT.finditer(words)
    ]
    return [entry for _, entry in sorted(found)]


def named_in(text: str) -> tuple[str | None, str | None]:
    """Give the first country or well-known city that some words name, the longest name first."""
    words = _WORD.findall(text)
    for size in (4, 3, 2, 1):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size])
            if len(name) > 3 and (code := places.country(name)):
                return _city(words, code), code
    city = _city(words)
    return city, places.country_of_city(city) if city else None


def _city(words: Sequence[str], code: str | None = None) -> str | None:
    """Give the first well-known city, of a country where that is known."""
    names = (" ".join(words[i : i + n]) for n in (3, 2, 1) for i in range(len(words) - n + 1))
    found = ((name, places.country_of_city(name)) for name in names if len(name) > 3)
    return next((name for name, state in found if state and code in (None, state)), None)
