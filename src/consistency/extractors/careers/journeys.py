"""The journeys that a curriculum vitae tells: under a heading of their own, or by a course of some days in a town."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from consistency.extractors.careers.joining import rows_of
from consistency.extractors.journeys.lines import in_line
from consistency.extractors.pages.layout import Block
from consistency.extractors.wording.letters import order_of
from consistency.extractors.wording.prose import passage
from consistency.model import Document, Trip
from consistency.normalizer import places
from consistency.normalizer.expressions import expression

TRAVEL, COURSES = "travel", "certificates"

LONGEST_COURSE = 92
"""Days of a course to which people travel; a longer one is a time of studies."""

_COMMA = expression(r"\s*[,;(–—]\s*")
_FROM_AFAR = expression(
    r"(?i)\b(?:on-?line|virtual\w*|remote\w*|distance|webinar|e-?learning|en ligne|teleform\w*|zoom|correspondence)\b"
)


def journeys(document: Document, blocks: Sequence[Block]) -> Iterator[Trip]:
    """Give the journeys: each row about travel with a time and a country, and each course told to the day in a town."""
    told = [block for block in blocks if block.section in (TRAVEL, COURSES)]
    order = order_of(document) if told else None
    for block in told:
        for row in rows_of(block):
            trip = in_line(passage(document, row.lines), order)
            if trip is not None and block.section == COURSES:
                trip = _attended(trip)
            if trip is not None:
                yield trip


def _attended(trip: Trip) -> Trip | None:
    """Give the journey to a course in a known town of a country, on days that are told; none to one that was not."""
    period, words = trip.period, trip.evidence.quote or ""
    town = next((part for part in _COMMA.split(words) if places.country_of_city(part) == trip.country), None)
    if (
        period is None
        or period.start is None
        or period.end is None
        or town is None
        or _FROM_AFAR.search(words)
    ):
        return None
    days = (period.end.latest - period.start.earliest).days
    told = {period.start.precision, period.end.precision} == {"day"}
    return replace(trip, city=town) if told and 0 < days <= LONGEST_COURSE else None
