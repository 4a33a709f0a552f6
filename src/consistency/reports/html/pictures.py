"""Pictures of the places that findings cite: each is drawn once and stands in the page once."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from consistency.model import Case, Evidence, Finding
from consistency.readers.limits import Options
from consistency.readers.pictures import DOTS, pictures
from consistency.views.sides import sides

MOST_BYTES = 2_100_000
"""So many bytes of pictures a page holds: with its text it then stays under three megabytes."""

PIXELS = 96 / DOTS
"""CSS pixels for a picture's own: letters are then as large as on paper."""


class Shown(Struct, frozen=True):
    """A picture in the page: its name there, its data as an address, its size in CSS pixels."""

    name: str
    address: str
    width: int
    height: int


def album(
    root: Path, case: Case, findings: Iterable[Finding], options: Options, jobs: int
) -> Mapping[Evidence, Shown]:
    """Draw the places that findings cite, of each side one before all others, those of the first findings first."""
    ranks: dict[Evidence, int] = {}
    for side in (side for finding in findings for side in sides(finding)):
        for rank, place in enumerate(citation.evidence for citation in side.citations):
            if place.document in case.by_path:
                ranks[place] = min(rank, ranks.get(place, rank))
    documents = {paper.path: paper.document for paper in case.papers}
    drawn = pictures(root, documents, ranks, options, jobs)
    found: dict[Evidence, Shown] = {}
    left = MOST_BYTES
    for place in sorted((place for place in ranks if place in drawn), key=lambda place: ranks[place]):
        data = base64.b64encode(drawn[place].png).decode()
        if len(data) <= left:
            left -= len(data)
            size = round(drawn[place].width * PIXELS), round(drawn[place].height * PIXELS)
            found[place] = Shown(f"picture-{len(found) + 1}", f"data:image/png;base64,{data}", *size)
    return found
