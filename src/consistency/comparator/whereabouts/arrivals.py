"""Entries to Canada as forms, permits, stamps and letters tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from consistency.comparator.passages import Passage
from consistency.comparator.searching import passages_with
from consistency.comparator.telling import Told, told_by
from consistency.model import Case, Citation, Entry, Paper, Permit, Person, Trip
from consistency.normalizer import dates, places
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.speakers import speaks_of_others
from consistency.normalizer.text import fold

Which = Literal["original", "latest", "some"]
"""The first entry of all, the most recent one, or one of those between."""

CANADA = "CA"
STAMPED = "passport"
"""The paper in which states themselves write when somebody came and went."""
_ORIGINAL, _LATEST = "OrigEntry", "RecentEntry"
_VISA = expression(r"\b(?:visa|counterfoil|travel authorization)\b")
_PROMISE = expression(
    r"\b(?:letter of introduction|lettre d ?introduction|not an? (?:work|study) permit|port of entry letter"
    r"|present this letter|presenter cette lettre)\b"
)
_THERE = ("canada", "toronto", "vancouver", "montreal", "calgary")
_CAME = expression(
    r"\b(?:(?:i|applicant|client|pa|je|jai) (?:\w+ ){0,3}?|^)"
    r"(?:entered|arrived|landed|came|moved|returned|re ?entered|flew|suis (?:\w+ )?(?:entree?|arrivee?|venue?|revenue?"
    r"|retournee?)|(?:est|etait) (?:\w+ )?(?:entree?|arrivee?))"
    rf" (?:\w+ ){{0,2}}?(?:{'|'.join(_THERE)})\b"
    r"|\b(?:first|original|initial|last|latest|most recent|premiere|derniere) (?:entry|arrival|entree|arrivee)"
    r" (?:\w+ ){0,2}?canada\b"
)
_FIRST = expression(r"\b(?:first|original\w*|initial\w*|premiere?|initialement|pour la premiere fois)\b")
_LAST = expression(r"\b(?:last|latest|most recent\w*|re ?entered|returned|derniere?|revenue?|retournee?)\b")
_NOT_DONE = expression(
    r"\b(?:will|shall|would|plan\w*|intend\w*|hope|when i|if|not|never|until|souhaite|compte|jamais|pas|quand)\b"
)


class Arrival(Struct, frozen=True, eq=False):
    """An entry to Canada: which one, when, where and what for, and where that is told."""

    paper: Paper
    which: Which
    date: PartialDate
    citation: Citation
    place: str | None = None
    purpose: str | None = None


def arrivals(case: Case, person: Person) -> tuple[Arrival, ...]:
    """Give the entries to Canada that the papers of a person tell, the oldest paper first."""
    return tuple(arrival for paper in case.of(person) for arrival in _of_paper(paper))


def _of_paper(paper: Paper) -> Iterator[Arrival]:
    entries = [entry for entry in paper.all(Entry) if entry.country in {None, CANADA}]
    for index, entry in enumerate(entries):
        day = entry.start
        if day is not None:
            told = Told(paper, entry)
            which = _which(entry, index, entries) if paper.is_form else "some"
            cited = told.cite("from", str(day))
            yield Arrival(paper, which, day, cited, entry.city, entry.purpose)
    if paper.kind == STAMPED:
        yield from _stamped(paper)
    elif not paper.is_form:
        yield from _in_words(paper)


def _stamped(paper: Paper) -> Iterator[Arrival]:
    """Give the entries to Canada that a passport's stamps show."""
    for trip in paper.all(Trip):
        day = trip.start
        if trip.country == CANADA and day is not None:
            yield Arrival(paper, "some", day, Told(paper, trip).cite("from", str(day)), trip.city)


def _which(entry: Entry, index: int, entries: Sequence[Entry]) -> Which:
    """Say which of a form's two entries it is: by its field, else the one with a purpose, or the first, is original."""
    field = " ".join(e.field or "" for e in (entry.evidence, *entry.cells.values()))
    if _ORIGINAL in field or entry.purpose:
        return "original"
    return "latest" if _LATEST in field or index or any(other.purpose for other in entries) else "original"


def _in_words(paper: Paper) -> Iterator[Arrival]:
    """Give the entries that a letter or notes tell: "I first entered Canada on August 20, 2019"."""
    for passage in passages_with(paper, _CAME):
        words = fold(passage.text)
        found = _CAME.search(words)
        if found is None or _NOT_DONE.search(words) or speaks_of_others(words[: found.end()]):
            continue
        days = dates.find_dates(passage.text)
        if len(days) == 1:
            yield Arrival(paper, _told_as(words), days[0].date, _cited(passage, days[0].date))


def _told_as(words: str) -> Which:
    if _FIRST.search(words):
        return "original"
    return "latest" if _LAST.search(words) else "some"


def _cited(passage: Passage, day: PartialDate) -> Citation:
    return passage.cite(str(day))


def permits(case: Case, person: Person) -> Iterator[Told[Permit]]:
    """Give the permits that were issued in Canada: on arrival or later, but never before the first entry."""
    for told in told_by((paper for paper in case.of(person) if paper.kind == "permit"), Permit):
        if told.record.start is not None and not _is_from_abroad(told.paper, told.record):
            yield told


def _is_from_abroad(paper: Paper, permit: Permit) -> bool:
    """True for a visa, and for the letter that promises a permit on arrival."""
    return bool(_VISA.search(fold(permit.status or "")) or _PROMISE.search(fold(paper.document.text)))


_AIRPORT = expression(
    r"\b(?:(?:international )?airport|intl|aeroport(?: international)?|poe|port of entry|land border|border crossing"
    r"|bridge|terminal \d|ontario|quebec|alberta|british columbia|manitoba|saskatchewan|nova scotia|canada"
    r"|on|bc|ab|qc|mb|sk|ns)\b"
)
_GATES = (
    {
        "toronto",
        "mississauga",
        "pearson",
        "toronto pearson",
        "lester b pearson",
        "yyz",
        "greater toronto area",
        "gta",
    },
    {"montreal", "dorval", "trudeau", "montreal trudeau", "pierre elliott trudeau", "yul", "pierre trudeau"},
    {"vancouver", "richmond", "yvr", "sea island"},
    {"calgary", "yyc"},
    {"edmonton", "leduc", "nisku", "yeg"},
    {"ottawa", "gatineau", "yow", "macdonald cartier"},
    {"winnipeg", "ywg"},
    {"halifax", "enfield", "stanfield", "halifax stanfield", "yhz"},
    {"quebec city", "jean lesage", "yqb", "ville de quebec"},
    {"niagara falls", "fort erie", "rainbow", "peace", "niagara on the lake", "lewiston", "queenston"},
    {"windsor", "ambassador", "detroit"},
    {"surrey", "blaine", "pacific highway", "peace arch", "douglas"},
)
"""Names under which people tell one gate to Canada: the city, the town of the airport, the airport, its code."""


def one_place(a: str, b: str) -> bool:
    """True for two names of one place of entry, and where one names a province alone."""
    first, second = _names(a), _names(b)
    if not first or not second or any(one in other or other in one for one in first for other in second):
        return True
    return any(gate & first and gate & second for gate in _GATES) or places.compare_cities(a, b).agrees


def _names(place: str) -> set[str]:
    """Give the names in a place, folded: "Pearson International Airport, Mississauga" has two."""
    parts = re.split(r"[,;/()]|\s-\s", place)
    return {name for part in (place, *parts) if (name := " ".join(_AIRPORT.sub(" ", fold(part)).split()))}
