"""What stands around the places of a finding: the records before and after, and what every paper says of a detail."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from consistency.model import Answer, Case, Finding, Paper, Record
from consistency.normalizer.dates import Period
from consistency.views.family import family
from consistency.views.grid import Grid, Row
from consistency.views.lanes import TOPICS, Bar, Chart, Lane, timelines
from consistency.views.matrix import matrix
from consistency.views.pointing import Spot

BESIDE = 2
"""So many records are shown before and after those that a finding is about."""

IN_CHARTS = tuple(kind for kinds in TOPICS.values() for kind in kinds)


class Nearby(Struct, frozen=True):
    """A record near a place of a finding, or one that is missing there; ``meant`` says that the finding is about it.

    ``place`` is a city and a country by its ISO 3166-1 code.
    """

    label: tuple[str, ...]
    period: Period | None
    place: tuple[str | None, str | None]
    meant: bool
    missing: bool = False


class Stretch(Struct, frozen=True):
    """The records of one paper near those that a finding is about, in the order of time or of the paper.

    ``earlier`` and ``later`` count those that are left out on either side.
    """

    paper: Paper
    rows: tuple[Nearby, ...]
    earlier: int
    later: int


class Records(Struct, frozen=True):
    """What papers tell around the records that a finding is about: of a timeline's topic, or of a type of record."""

    topic: str
    stretches: tuple[Stretch, ...]


class Surroundings(Struct, frozen=True):
    """All that is around a finding; ``details`` are tables of the columns that it points at."""

    topics: tuple[Records, ...]
    types: tuple[Records, ...]
    details: tuple[Grid, ...]
    relatives: tuple[Grid, ...]


def surroundings(case: Case, finding: Finding) -> Surroundings:
    """Give what the papers of a finding's person say around its places, whatever was decided about it."""
    alone = (replace(finding, status="open", acknowledgement=None),)
    charts = [chart for life in timelines(case, alone) for chart in life.charts]
    grids = [grid for told in matrix(case, alone) for grid in told.grids]
    kin = [grid for told in family(case, alone) for grid in told.relatives]
    cited = {citation.evidence.document for citation in finding.evidence}
    found = Surroundings(
        tuple(records for chart in charts if (records := _records(chart, finding.id, cited)).stretches),
        (),
        tuple(_pointed(grids, finding.id)),
        tuple(_pointed(kin, finding.id)),
    )
    is_seen = found.topics or found.details or found.relatives
    return found if is_seen else replace(found, types=tuple(_types(case, finding)))


def _records(chart: Chart, finding: str, cited: set[str]) -> Records:
    things = {bar.thing for lane in chart.lanes for bar in lane.bars if finding in bar.findings}
    lanes = (lane for lane in chart.lanes if lane.paper.path in cited and things)
    return Records(chart.topic, tuple(_lane(lane, things) for lane in lanes))


def _lane(lane: Lane, things: set[int]) -> Stretch:
    return _stretch(lane.paper, [_bar(bar, bar.thing in things) for bar in lane.bars])


def _bar(bar: Bar, meant: bool) -> Nearby:
    return Nearby(bar.label, bar.period, bar.place, meant, bar.missing)


def _stretch(paper: Paper, rows: Sequence[Nearby]) -> Stretch:
    meant = [n for n, row in enumerate(rows) if row.meant]
    first = max(min(meant, default=0) - BESIDE, 0)
    end = min(max(meant, default=len(rows) - 1) + BESIDE + 1, len(rows))
    return Stretch(paper, tuple(rows[first:end]), first, len(rows) - end)


def _types(case: Case, finding: Finding) -> Iterator[Records]:
    """Give the records beside those that a finding cites, by type, where there are others and no chart shows them."""
    spots = {Spot.of(citation.evidence) for citation in finding.evidence}
    cited = {citation.evidence.document for citation in finding.evidence}
    found: dict[str, list[Stretch]] = {}
    for paper in (paper for paper in case.papers if paper.path in cited):
        told = sorted((r for r in paper.records if not isinstance(r, IN_CHARTS)), key=lambda r: r.type)
        for kind, records in groupby(told, key=lambda record: record.type):
            rows = [_row(record, spots) for record in records]
            if len(rows) > 1 and any(row.meant for row in rows):
                found.setdefault(kind, []).append(_stretch(paper, rows))
    return (Records(kind, tuple(stretches)) for kind, stretches in found.items())


def _row(record: Record, spots: set[Spot]) -> Nearby:
    """Tell a record by its own words, an answer with what it answers."""
    asked = (record.question.replace("-", " "),) if isinstance(record, Answer) else ()
    meant = not spots.isdisjoint(Spot.of(place) for place in (record.evidence, *record.cells.values()))
    return Nearby((*asked, record.evidence.quote or "–"), record.period, (None, None), meant)


def _pointed(grids: Sequence[Grid], finding: str) -> Iterator[Grid]:
    """Give the tables with only those columns that a finding points at; whole where it misses a row."""
    for grid in grids:
        columns = {name for row in grid.rows for name, cell in row.cells.items() if finding in cell.findings}
        absent = any(finding in row.absent for row in grid.rows)
        if not columns and not absent:
            continue
        shown = grid.columns if absent else tuple(name for name in grid.columns if name in columns)
        rows = (_only(row, shown) for row in grid.rows)
        yield Grid(grid.about, shown, tuple(row for row in rows if row.cells or row.absent))


def _only(row: Row, columns: Container[str]) -> Row:
    return replace(row, cells={name: cell for name, cell in row.cells.items() if name in columns})
