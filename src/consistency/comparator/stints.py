"""Stays at one employer: as one paper tells them, in one row or several, and which are one job in all papers.

First the stays at one employer are put together over all papers, by time; only then a stay under another name
is taken for the same job, and only where no paper tells both, and period, title and place speak for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import combinations

from consistency.comparator.employment import employer_of, is_work
from consistency.comparator.nearness import NEAR
from consistency.comparator.telling import Same, Told, age
from consistency.model import Job, Paper
from consistency.normalizer import occupations, organisations, places
from consistency.normalizer.dates import PartialDate, Period
from consistency.normalizer.text import fold

APART = 366
"""Days between two stays at one employer up to which they may be one stay, told with an error."""

MISREAD = 80
"""Likeness in percent from which a recognised text is another one, misread."""


@dataclass(frozen=True)
class Stint:
    """A stay at one employer as one paper tells it; a promotion may be told in several rows, in order of time."""

    rows: tuple[Told[Job], ...]

    @property
    def paper(self) -> Paper:
        """The paper that tells it."""
        return self.rows[0].paper

    @cached_property
    def start(self) -> PartialDate | None:
        """The start of the first row."""
        period = self.rows[0].record.period
        return period.start if period else None

    @cached_property
    def last(self) -> Told[Job]:
        """The row that ends last."""
        return max(self.rows, key=lambda row: _days(row)[1])

    @cached_property
    def days(self) -> tuple[date, date]:
        """The widest days that it may fill."""
        spans = [_days(row) for row in self.rows]
        return min(first for first, _ in spans), max(last for _, last in spans)

    @property
    def key(self) -> tuple[str, ...]:
        """What it says, without the place: to order by."""
        rows = (
            f"{fold(r.record.employer or '')} {fold(r.record.title or '')} {r.record.period}"
            for r in self.rows
        )
        return (self.paper.document.sha256, *rows)


def _days(row: Told[Job]) -> tuple[date, date]:
    """Give the widest days of a row; an unknown end reaches as far as the known one."""
    period, as_of = row.record.period, row.paper.as_of.date
    if period is None:
        return date.max, date.max
    last = None
    if period.open:
        last = as_of.latest if as_of else date.max
    elif period.end is not None:
        last = period.end.latest
    first = period.start.earliest if period.start else last
    first = first or date.max
    return first, max(last or first, first)


def stints(rows: Iterable[Told[Job]]) -> list[Stint]:
    """Put together the rows of one paper that are one stay at one employer, without a break of three months."""
    found: list[list[Told[Job]]] = []
    for row in sorted(rows, key=lambda r: (_days(r), fold(r.record.title or ""))):
        home = next((known for known in found if _continues(known, row)), None)
        if home is None:
            found.append([row])
        else:
            home.append(row)
    return [Stint(tuple(group)) for group in found]


def _continues(known: Sequence[Told[Job]], row: Told[Job]) -> bool:
    if not _one_employer(known[0], row) or _days(row)[0] == date.max:
        return False
    return _days(row)[0] <= _later(max(_days(one)[1] for one in known), NEAR)


def _later(day: date, days: int) -> date:
    return date.max if (date.max - day).days <= days else day + timedelta(days)


def _one_employer(one: Told[Job], other: Told[Job]) -> bool:
    """True for one employer; for rows without any, where they tell of the same activity."""
    if is_work(one.record) and is_work(other.record):
        first, second = employer_of(one.record), employer_of(other.record)
        if not first or not second:
            return False
        recognised = "ocr" in {one.paper.document.method, other.paper.document.method}
        return _one_name(first, second) or (recognised and misread(first, second))
    same_activity = fold(one.record.title or "") == fold(other.record.title or "")
    return not is_work(one.record) and not is_work(other.record) and same_activity


@lru_cache(maxsize=16_384)
def _one_name(one: str, other: str) -> bool:
    return organisations.compare(one, other).agrees


@lru_cache(maxsize=16_384)
def misread(one: str, other: str) -> bool:
    """True for two texts that are one but for a few letters, as recognition from a picture leaves them."""
    from rapidfuzz.fuzz import ratio

    return ratio(fold(one), fold(other)) >= MISREAD


def align_jobs(told: Iterable[Told[Job]]) -> tuple[Same[Job], ...]:
    """Give the jobs that papers tell, each with all its rows; the order of the papers does not matter."""
    by_paper: dict[str, list[Told[Job]]] = {}
    for row in told:
        by_paper.setdefault(row.paper.path, []).append(row)
    known = sorted((stint for rows in by_paper.values() for stint in stints(rows)), key=lambda s: s.key)
    groups = _Groups(known)
    for first, second in _one_stay(known):
        groups.join(first, second, "the same employer at the same time")
    for first, second in _renamed(known, groups):
        groups.join(first, second, "the same time, title and place under another name")
    return tuple(
        Same(tuple(sorted((row for i in members for row in known[i].rows), key=age)), tuple(reasons))
        for members, reasons in groups.all()
    )


class _Groups:
    """Stints that are one job: which ones, and for what reasons."""

    def __init__(self, known: Sequence[Stint]) -> None:
        self._home = list(range(len(known)))
        self._known = known
        self._reasons: dict[int, dict[str, None]] = {}

    def of(self, index: int) -> int:
        while self._home[index] != index:
            index = self._home[index]
        return index

    def join(self, one: int, other: int, reason: str) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        self._home[second] = first
        self._reasons[first] = self._reasons.get(first, {}) | self._reasons.pop(second, {}) | {reason: None}

    def members(self, index: int) -> list[int]:
        home = self.of(index)
        return [i for i in range(len(self._home)) if self.of(i) == home]

    def papers(self, index: int) -> set[str]:
        return {self._known[i].paper.path for i in self.members(index)}

    def all(self) -> Iterator[tuple[list[int], tuple[str, ...]]]:
        for home in sorted({self.of(i) for i in range(len(self._home))}):
            yield self.members(home), tuple(self._reasons.get(home, {}))


Edge = tuple[int, int]


def _one_stay(known: Sequence[Stint]) -> Iterator[Edge]:
    """Pair the stays of two papers at one employer: those that share half their time, then the nearest of the rest."""
    paths = sorted({stint.paper.path for stint in known}, key=lambda p: _first(known, p))
    for one, other in combinations(paths, 2):
        alike = [
            (i, j)
            for i, first in enumerate(known)
            if first.paper.path == one
            for j, second in enumerate(known)
            if second.paper.path == other and _one_employer(first.rows[0], second.rows[0])
        ]
        sharing = [(i, j) for i, j in alike if share_half(known[i], known[j])]
        yield from sharing
        yield from _nearest(known, alike, sharing)


def _first(known: Sequence[Stint], path: str) -> int:
    return next(i for i, stint in enumerate(known) if stint.paper.path == path)


def share_half(one: Stint, other: Stint) -> bool:
    """True where two stays share at least half of the shorter one, or where one does not tell its time."""
    (first, last), (begun, ended) = one.days, other.days
    if date.max in (first, begun):
        return True
    shared = (min(last, ended) - max(first, begun)).days + 1
    shorter = min(last - first, ended - begun).days + 1
    return shared * 2 >= shorter


def _nearest(known: Sequence[Stint], alike: Iterable[Edge], sharing: Sequence[Edge]) -> Iterator[Edge]:
    """Pair what is left of two papers, the nearest first, up to a year apart."""
    left, right = {i for i, _ in sharing}, {j for _, j in sharing}
    for i, j in sorted(alike, key=lambda edge: (_apart(known[edge[0]], known[edge[1]]), edge)):
        if i not in left and j not in right and _apart(known[i], known[j]) <= APART:
            left.add(i)
            right.add(j)
            yield i, j


def _apart(one: Stint, other: Stint) -> int:
    """Count the days from the end of the one to the start of the other; below 0 where they overlap."""
    return max((one.days[0] - other.days[1]).days, (other.days[0] - one.days[1]).days)


def _renamed(known: Sequence[Stint], groups: _Groups) -> Iterator[Edge]:
    """Pair groups of which no paper tells both, and which period, title and place tell to be one job."""
    edges = [(i, j) for i, j in combinations(range(len(known)), 2) if _under_another_name(known[i], known[j])]
    for i, j in sorted(edges, key=lambda edge: (_days_off(known[edge[0]], known[edge[1]]) or 0, edge)):
        if groups.of(i) != groups.of(j) and not groups.papers(i) & groups.papers(j):
            yield i, j


def _under_another_name(one: Stint, other: Stint) -> bool:
    if abs((one.days[0] - other.days[0]).days) > APART + NEAR:
        return False
    if one.paper.path == other.paper.path or not (
        is_work(one.rows[0].record) and is_work(other.rows[0].record)
    ):
        return False
    off = _days_off(one, other)
    return off is not None and off <= NEAR and _same_post(one.last.record, other.last.record)


def _days_off(one: Stint, other: Stint) -> int | None:
    """Give the greater of the distances of both ends."""
    if one.start is None or other.start is None:
        return None
    ends = end_distance(one.last, other.last)
    return None if ends is None else max(one.start.distance(other.start), ends)


def end_distance(one: Told[Job], other: Told[Job]) -> int | None:
    """Count the days between two ends, "present" being any day from the paper's own on; None where one is not told."""
    first, second = one.record.period, other.record.period
    if first is None or second is None:
        return None
    if first.open or second.open:
        still, ended = (one, second) if first.open else (other, first)
        return _days_before(ended, still.paper.as_of.date)
    return None if first.end is None or second.end is None else first.end.distance(second.end)


def _days_before(ended: Period, as_of: PartialDate | None) -> int | None:
    """Count the days from an end to the day of a paper that still says "present"; 0 where it ended later."""
    if ended.open:
        return 0
    if ended.end is None:
        return None
    return ended.end.distance(as_of) if as_of is not None and ended.end.before(as_of) else 0


def _same_post(one: Job, other: Job) -> bool:
    """True where title and place speak for one post: both where both are told, else the one that is."""
    if one.country and other.country and one.country != other.country:
        return False
    title = occupations.compare_titles(one.title, other.title).agrees if one.title and other.title else None
    place = places.compare_cities(one.city, other.city).agrees if one.city and other.city else None
    return False not in (title, place) and True in (title, place)
