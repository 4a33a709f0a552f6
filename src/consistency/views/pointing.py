"""Which findings point at a place of a paper, and in which papers they miss what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from consistency.model import Evidence, Finding
from consistency.views.sides import sides


class Spot(NamedTuple):
    """A place by its words: a finding's box may be drawn closer around them than the record's that it is about."""

    document: str
    page: int | None
    field: str | None
    place: str | None
    quote: str | None

    @classmethod
    def of(cls, evidence: Evidence) -> Spot:
        """Give the spot of a place."""
        return cls(evidence.document, evidence.page, evidence.field, evidence.place, evidence.quote)


def is_at(cited: Evidence, place: Evidence) -> bool:
    """Say whether a finding cites a place: by its words, and where both have boxes those have area in common."""
    if Spot.of(cited) != Spot.of(place):
        return False
    return cited.box is None or place.box is None or cited.box.meets(place.box)


class _Pointer(NamedTuple):
    place: Evidence
    finding: str


class Pointing(Struct, frozen=True):
    """Findings by the places that they point at."""

    found: Mapping[Spot, Sequence[_Pointer]]

    def at(self, places: Iterable[Evidence]) -> tuple[str, ...]:
        """Give the ids of the findings that point at one of the places, each once."""
        ids = (
            pointer.finding
            for place in places
            for pointer in self.found.get(Spot.of(place), ())
            if is_at(pointer.place, place)
        )
        return tuple(dict.fromkeys(ids))


def pointing(findings: Iterable[Finding]) -> Pointing:
    """Gather the places at which open findings point.

    Of a finding with a side that stands alone these are the places of that side, else all of its places.
    """
    found: dict[Spot, list[_Pointer]] = {}
    for finding in findings:
        if finding.status == "open":
            told = [side for side in sides(finding) if not side.follows]
            pointed = [side for side in told if side.odd] or told
            for place in (c.evidence for side in pointed for c in side.citations):
                found.setdefault(Spot.of(place), []).append(_Pointer(place, finding.id))
    return Pointing(found)


def absences(places: Iterable[Evidence], findings: Iterable[Finding]) -> Mapping[str, tuple[str, ...]]:
    """Give the papers in which something is missing that is told at one of the places, with the open findings."""
    told = list(places)
    found: dict[str, dict[str, None]] = {}
    for finding in findings:
        if finding.status == "open" and any(
            is_at(c.evidence, place) for c in finding.evidence for place in told
        ):
            for path in (path for side in sides(finding) if side.absent for path in side.papers):
                found.setdefault(path, {})[finding.id] = None
    return {path: tuple(ids) for path, ids in found.items()}
