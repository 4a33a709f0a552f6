"""The journeys that a curriculum vitae tells under a heading of their own, one in a row."""

from collections.abc import Iterator, Sequence

from consistency.extractors.layout import Block
from consistency.extractors.papers._career_joining import rows_of
from consistency.extractors.papers._journey_rows import in_line
from consistency.extractors.papers._letters import order_of
from consistency.extractors.papers._prose import passage
from consistency.model import Document, Trip

SECTION = "travel"


def journeys(document: Document, blocks: Sequence[Block]) -> Iterator[Trip]:
    """Give the journeys of the part about travel: each row with a time and a country."""
    told = [block for block in blocks if block.section == SECTION]
    order = order_of(document) if told else None
    for block in told:
        for row in rows_of(block):
            if trip := in_line(passage(document, row.lines), order):
                yield trip
