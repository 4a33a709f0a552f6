"""The findings, the heaviest first, each with its sides and pictures; and what they can be filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from consistency.model import Citation, Evidence, Finding, Severity
from consistency.reports.html.page import Page
from consistency.reports.html.pictures import Shown, album
from consistency.views.agenda import in_order
from consistency.views.sides import Side, sides

FIRST = 2
"""So many places of a side are shown at once; the others, which repeat its value, can be unfolded."""

MOST_COMPARED = 3
"""More values of which none stands alone are not held against each other in one line."""


class Place(Struct, frozen=True):
    """A place of a side: its picture, and whether that stands in the page already."""

    citation: Citation
    picture: Shown | None
    repeated: bool


class ShownSide(Struct, frozen=True):
    """A side with its places: those that are shown at once, and the others."""

    side: Side
    first: tuple[Place, ...]
    others: tuple[Place, ...]


class Entry(Struct, frozen=True):
    """A finding as the page shows it."""

    finding: Finding
    family: str
    sides: tuple[ShownSide, ...]
    news: str | None
    """"new" or "changed" where it is beside an earlier report."""

    @property
    def compared(self) -> bool:
        """True where there are values of one thing to be held against each other in one line."""
        of_one_thing = any(shown.side.odd for shown in self.own) or len(self.own) <= MOST_COMPARED
        return of_one_thing and len(self.own) > 1 and any(shown.side.value for shown in self.own)

    @property
    def own(self) -> tuple[ShownSide, ...]:
        """The sides of the finding itself, without what follows from it."""
        return tuple(shown for shown in self.sides if not shown.side.follows)

    @property
    def following(self) -> tuple[ShownSide, ...]:
        """The sides of what follows from the finding."""
        return tuple(shown for shown in self.sides if shown.side.follows)

    @property
    def columns(self) -> tuple[tuple[ShownSide, ...], ...]:
        """The sides as they stand beside each other: those that stand alone, and all others; else each by itself."""
        alone = tuple(shown for shown in self.own if shown.side.odd)
        others = tuple(shown for shown in self.own if not shown.side.odd)
        return (alone, others) if alone and others else tuple((shown,) for shown in self.own)


class Findings(Struct, frozen=True):
    """All findings of the page, and the words that they can be filtered by."""

    entries: tuple[Entry, ...]
    filters: Mapping[str, Sequence[str]]


def data(page: Page) -> Findings:
    """Give the findings of a report, the heaviest first."""
    ordered = in_order(page.report.findings)
    drawn = album(page.root, page.report.case, ordered, page.reading, page.jobs) if page.pictures else {}
    seen: set[str] = set()
    entries = tuple(entry(page, finding, drawn, seen) for finding in ordered)
    return Findings(entries, _filters(entries))


def entry(page: Page, finding: Finding, drawn: Mapping[Evidence, Shown], seen: set[str]) -> Entry:
    """Give a finding with those of its places that are drawn; ``seen`` gathers the names of the pictures shown."""
    shown = []
    for side in sides(finding):
        places = tuple(_places(side.citations, drawn, seen))
        shown.append(ShownSide(side, places[:FIRST], places[FIRST:]))
    changes = page.report.changes
    news = None if changes is None else "new" if finding.id in changes.new else "changed"
    return Entry(finding, finding.rule.partition("/")[0], tuple(shown), news)


def _places(
    citations: Iterable[Citation], drawn: Mapping[Evidence, Shown], seen: set[str]
) -> Iterator[Place]:
    for citation in citations:
        picture = drawn.get(citation.evidence)
        repeated = picture is not None and picture.name in seen
        if picture is not None:
            seen.add(picture.name)
        yield Place(citation, picture, repeated)


def _filters(entries: Sequence[Entry]) -> Mapping[str, Sequence[str]]:
    """Give the values of each filter that occur; levels by weight, all others in the order of the alphabet."""
    levels = {entry.finding.severity for entry in entries}
    return {
        "level": [str(level) for level in sorted(Severity, reverse=True) if level in levels],
        "person": sorted({entry.finding.person or "" for entry in entries}),
        "family": sorted({entry.family for entry in entries}),
        "status": sorted({entry.finding.status for entry in entries}),
    }
