"""The geometry of a timeline: where each lane and bar stands in the drawing, in its own units (CSS pixels)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from consistency.views.lanes import Bar, Chart, Lane, Timeline

WIDTH = 860
"""Of the years; the documents' names stand in a drawing of their own beside it, which stays where this is moved."""
ROW = 24
HEAD = 26
LETTER = 6.1
"""Mean width of a letter in a bar."""
LEAST = 5
"""A bar is at least so wide, or a day's journey would not be seen."""
GAP = 3
MONTH = timedelta(31)
"""Two jobs of which one ends and one begins in one month, as forms tell them, do not overlap."""
TINTS = 6
"""So many tints tell things apart; then they begin again."""


class Tick(Struct, frozen=True):
    """A year on the axis."""

    x: float
    year: int


class Mark(Struct, frozen=True):
    """A bar as it is drawn; ``text`` is as much of its label as it has room for.

    ``edges`` are where a line is drawn for an edge that most papers date otherwise; ``cut`` says that it began before
    the drawing does.
    """

    bar: Bar
    x: float
    y: float
    width: float
    text: str
    tint: int
    edges: tuple[float, ...]
    cut: bool


class Strip(Struct, frozen=True):
    """A lane as it is drawn."""

    lane: Lane
    y: float
    height: float
    marks: tuple[Mark, ...]


class Drawing(Struct, frozen=True):
    """A chart as it is drawn."""

    chart: Chart
    height: float
    ticks: tuple[Tick, ...]
    strips: tuple[Strip, ...]


class _Axis(Struct, frozen=True):
    first: date
    last: date

    def x(self, day: date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(2 + (WIDTH - 8) * min(max(share, 0.0), 1.0), 1)


def drawings(timeline: Timeline) -> tuple[Drawing, ...]:
    """Lay out the charts of a person, all over the same years."""
    axis = _Axis(date(timeline.first.year, 1, 1), timeline.last)
    ticks = tuple(_ticks(axis))
    return tuple(_drawing(chart, axis, ticks) for chart in timeline.charts)


def _ticks(axis: _Axis) -> Iterator[Tick]:
    years = axis.last.year - axis.first.year + 1
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100) if years / n <= 14)
    for year in range(axis.first.year, axis.last.year + 1):
        if year % step == 0:
            yield Tick(axis.x(date(year, 1, 1)), year)


def _drawing(chart: Chart, axis: _Axis, ticks: tuple[Tick, ...]) -> Drawing:
    strips: list[Strip] = []
    y = float(HEAD)
    for lane in chart.lanes:
        strip = _strip(lane, axis, y)
        strips.append(strip)
        y += strip.height
    return Drawing(chart, y + 4, ticks, tuple(strips))


def _strip(lane: Lane, axis: _Axis, y: float) -> Strip:
    """Lay out a lane; bars that overlap by more than a month stand one below the other."""
    ends: list[date] = []
    marks: list[Mark] = []
    for bar in lane.bars:
        x, width = _extent(bar, axis)
        row = next((n for n, end in enumerate(ends) if bar.start >= end - MONTH), len(ends))
        ends[row:] = [bar.end, *ends[row + 1 :]]
        marks.append(_mark(bar, axis, x, y + row * ROW + GAP + 4, width))
    return Strip(lane, y, max(len(ends), 1) * ROW + 10, tuple(marks))


def _extent(bar: Bar, axis: _Axis) -> tuple[float, float]:
    x = axis.x(bar.start)
    width = max(axis.x(bar.end) - x, LEAST)
    return min(x, WIDTH - 6 - width), width


def _mark(bar: Bar, axis: _Axis, x: float, y: float, width: float) -> Mark:
    edges = tuple(x if edge == "start" else x + width for edge in sorted(bar.odd, reverse=True))
    return Mark(bar, x, y, width, _text(bar, width), bar.thing % TINTS, edges, bar.start < axis.first)


def _text(bar: Bar, width: float) -> str:
    """Write the date that is told otherwise, then what the bar stands for, as far as there is room."""
    room = int((width - 10) / LETTER)
    told = " · ".join((*_odd_days(bar), *(bar.label or _places(bar))))
    if len(told) <= room:
        return told
    return f"{told[: room - 1].rstrip()}…" if room >= 4 else ""


def _odd_days(bar: Bar) -> Sequence[str]:
    days = [getattr(bar.period, edge) for edge in ("start", "end") if edge in bar.odd]
    return [str(day) for day in days]


def _places(bar: Bar) -> Sequence[str]:
    return [place for place in bar.place if place]
