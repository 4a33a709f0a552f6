"""What stands around the places of a finding: the records before and after, and what every paper says of a detail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from consistency.model import Case, Finding, Paper
from consistency.views.family import family
from consistency.views.grid import Grid
from consistency.views.lanes import Bar, Chart, Lane, Topic, timelines
from consistency.views.matrix import matrix

BESIDE = 2
"""So many records are shown before and after those that a finding is about."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """A record near a place of a finding; ``meant`` says that the finding is about it."""

    bar: Bar
    meant: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """The records of one paper near those that a finding is about, the earliest first.

    ``earlier`` and ``later`` count those that are left out on either side.
    """

    paper: Paper
    rows: tuple[Nearby, ...]
    earlier: int
    later: int


@dataclass(frozen=True, slots=True)
class Records:
    """What papers tell on one topic around the records that a finding is about."""

    topic: Topic
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that is around a finding; ``details`` are tables of the columns that it points at."""

    records: tuple[Records, ...]
    details: tuple[Grid, ...]
    relatives: tuple[Grid, ...]


def surroundings(case: Case, finding: Finding) -> Surroundings:
    """Give what the papers of a finding's person say around its places, whatever was decided about it."""
    alone = (replace(finding, status="open", acknowledgement=None),)
    charts = [chart for life in timelines(case, alone) for chart in life.charts]
    grids = [grid for told in matrix(case, alone) for grid in told.grids]
    kin = [grid for told in family(case, alone) for grid in told.relatives]
    cited = {citation.evidence.document for citation in finding.evidence}
    return Surroundings(
        tuple(records for chart in charts if (records := _records(chart, finding.id, cited)).stretches),
        tuple(_pointed(grids, finding.id)),
        tuple(_pointed(kin, finding.id)),
    )


def _records(chart: Chart, finding: str, cited: set[str]) -> Records:
    things = {bar.thing for lane in chart.lanes for bar in lane.bars if finding in bar.findings}
    lanes = (lane for lane in chart.lanes if lane.paper.path in cited and things)
    return Records(chart.topic, tuple(_stretch(lane, things) for lane in lanes))


def _stretch(lane: Lane, things: set[int]) -> Stretch:
    meant = [n for n, bar in enumerate(lane.bars) if bar.thing in things]
    first = max(min(meant, default=0) - BESIDE, 0)
    end = min(max(meant, default=len(lane.bars) - 1) + BESIDE + 1, len(lane.bars))
    rows = tuple(Nearby(bar, bar.thing in things) for bar in lane.bars[first:end])
    return Stretch(lane.paper, rows, first, len(lane.bars) - end)


def _pointed(grids: Sequence[Grid], finding: str) -> Iterator[Grid]:
    """Give the tables with only those columns that a finding points at; whole where it misses a row."""
    for grid in grids:
        columns = {name for row in grid.rows for name, cell in row.cells.items() if finding in cell.findings}
        absent = any(finding in row.absent for row in grid.rows)
        if not columns and not absent:
            continue
        shown = grid.columns if absent else tuple(name for name in grid.columns if name in columns)
        rows = (
            replace(row, cells={name: cell for name, cell in row.cells.items() if name in shown})
            for row in grid.rows
        )
        yield Grid(grid.about, shown, tuple(row for row in rows if row.cells or row.absent))
