"""Which stays at employers are one job in all papers.

First the stays at one employer are put together over all papers, by time; only then a stay under another name
is taken for the same job, and only where no paper tells both, and period, title and place speak for it, or the
turn at which two histories tell it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, product

from consistency.comparator.aligned.employment import employer_of, is_work
from consistency.comparator.aligned.nearness import NEAR
from consistency.comparator.aligned.stints import Stint, end_distance, one_holder, share_half, stints
from consistency.comparator.telling import Same, Told, age
from consistency.model import Job
from consistency.normalizer import occupations, places

APART = 366
"""Days between two stays at one employer up to which they may be one stay, told with an error."""

RENAMED = "the same time, title and place under another name"
RETOLD = "the same title, place and turn in the history under another name and at another time"
"""Why stays at two employers are taken for one job."""


def align_jobs(told: Iterable[Told[Job]]) -> tuple[Same[Job], ...]:
    """Give the jobs that papers tell, each with all its rows; the order of the papers does not matter."""
    by_paper: dict[str, list[Told[Job]]] = {}
    for row in told:
        by_paper.setdefault(row.paper.path, []).append(row)
    known = sorted((stint for rows in by_paper.values() for stint in stints(rows)), key=lambda s: s.key)
    groups = _Groups(known)
    for first, second in _one_stay(known):
        groups.join(first, second, "the same employer at the same time")
    for first, second in _undated(known):
        groups.join(first, second, "the same employer at a time that is not told")
    for first, second in _renamed(known, groups):
        groups.join(first, second, RENAMED)
    for first, second in _retold(known, groups):
        groups.join(first, second, RETOLD)
    return tuple(
        Same(tuple(sorted((row for i in members for row in known[i].rows), key=age)), tuple(reasons))
        for members, reasons in groups.all()
    )


class _Groups:
    """Stints that are one job: which ones, and for what reasons."""

    def __init__(self, known: Sequence[Stint]) -> None:
        self._home = list(range(len(known)))
        self._members = {index: [index] for index in self._home}
        self._papers = {index: {stint.paper.path} for index, stint in enumerate(known)}
        self._reasons: dict[int, dict[str, None]] = {}

    def of(self, index: int) -> int:
        return self._home[index]

    def join(self, one: int, other: int, reason: str) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        if first != second:
            moved = self._members.pop(second)
            for index in moved:
                self._home[index] = first
            self._members[first] += moved
            self._papers[first] |= self._papers.pop(second)
        self._reasons[first] = self._reasons.get(first, {}) | self._reasons.pop(second, {}) | {reason: None}

    def papers(self, index: int) -> set[str]:
        return self._papers[self.of(index)]

    def all(self) -> Iterator[tuple[list[int], tuple[str, ...]]]:
        for home in sorted(self._members):
            yield sorted(self._members[home]), tuple(self._reasons.get(home, {}))


Edge = tuple[int, int]


def _one_stay(known: Sequence[Stint]) -> Iterator[Edge]:
    """Pair the stays of two papers at one employer: those that share half their time, then the nearest of the rest.

    Papers that tell the same stays are paired with each other, and only the first of them with the rest.
    """
    told: dict[str, list[int]] = {}
    for index, stint in enumerate(known):
        told.setdefault(stint.paper.path, []).append(index)
    papers: dict[object, list[list[int]]] = {}
    for stays in told.values():
        papers.setdefault(tuple((known[i].holder, known[i].days) for i in stays), []).append(stays)
    for first, *copies in papers.values():
        pairs = (pair for copy in copies for pair in zip(first, copy, strict=True))
        yield from ((i, j) for i, j in pairs if one_holder(known[i].holder, known[j].holder))
    for one, other in combinations([first for first, *_ in papers.values()], 2):
        alike = [(i, j) for i in one for j in other if _alike(known[i], known[j])]
        sharing = [(i, j) for i, j in alike if share_half(known[i], known[j])]
        yield from sharing
        yield from _nearest(known, alike, sharing)


def _alike(one: Stint, other: Stint) -> bool:
    """True for one employer where both times are told, or neither is."""
    return _is_dated(one) == _is_dated(other) and one_holder(one.holder, other.holder)


def _is_dated(stint: Stint) -> bool:
    return stint.days[0] != date.max


def _undated(known: Sequence[Stint]) -> Iterator[Edge]:
    """Pair each stay that does not tell its time with one that does: the same post, else the latest.

    It may be any of several stays at the employer, and must not make one of them.
    """
    dated = [index for index, stint in enumerate(known) if _is_dated(stint)]
    for index, stint in enumerate(known):
        if _is_dated(stint):
            continue
        stays = [i for i in dated if one_holder(known[i].holder, stint.holder)]
        best = max(stays, key=lambda i: (_is_post(known[i], stint), known[i].days[::-1], -i), default=None)
        if best is not None:
            yield min(index, best), max(index, best)


def _is_post(stay: Stint, undated: Stint) -> bool:
    """True where a stay holds a row with the title of one that does not tell its time."""
    title = undated.last.record.title
    return title is not None and any(
        row.record.title is not None and occupations.compare_titles(row.record.title, title).agrees
        for row in stay.rows
    )


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
    apart = (
        pair
        for one, other in combinations([members for members, _ in groups.all()], 2)
        if not groups.papers(one[0]) & groups.papers(other[0])
        for pair in product(one, other)
    )
    edges = [(min(i, j), max(i, j)) for i, j in apart if _under_another_name(known[i], known[j])]
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


def _same_post(one: Job, other: Job) -> bool:
    """True where title and place speak for one post: both where both are told, else the one that is."""
    if one.country and other.country and one.country != other.country:
        return False
    title = occupations.compare_titles(one.title, other.title).agrees if one.title and other.title else None
    place = places.compare_cities(one.city, other.city).agrees if one.city and other.city else None
    return False not in (title, place) and True in (title, place)


def _retold(known: Sequence[Stint], groups: _Groups) -> Iterator[Edge]:
    """Pair stays that two histories tell at one turn, as one post at about one time, and that have no other twin.

    Employer and dates differ both; but the jobs before and after are the same, and no paper tells both stays.
    """
    histories = _histories(known)
    for one, other in combinations(sorted(histories), 2):
        left = [i for i in histories[one] if other not in groups.papers(i)]
        right = [j for j in histories[other] if one not in groups.papers(j)]
        edges = [(i, j) for i in left for j in right if _one_turn(known[i], known[j])]
        for i, j in edges:
            alone = sum(i in edge or j in edge for edge in edges) == 1
            apart = groups.of(i) != groups.of(j) and not groups.papers(i) & groups.papers(j)
            if alone and apart and _same_turn(groups, (histories[one], i), (histories[other], j)):
                yield i, j


def _histories(known: Sequence[Stint]) -> dict[str, list[int]]:
    """Give the dated stays of each paper that tells a history, in order of time."""
    found: dict[str, list[int]] = {}
    for index in sorted(range(len(known)), key=lambda i: (known[i].days, known[i].key)):
        stint = known[index]
        dated = stint.start is not None and stint.days[0] != date.max
        if dated and stint.paper.asks(Job) is not None and is_work(stint.rows[0].record):
            found.setdefault(stint.paper.path, []).append(index)
    return found


def _one_turn(one: Stint, other: Stint) -> bool:
    """True where two stays at two employers may be one post: title and place agree, and half the time is shared."""
    first, second = one.last.record, other.last.record
    if not (employer_of(first) and employer_of(second) and first.title and second.title):
        return False
    return share_half(one, other) and _same_post(first, second)


def _same_turn(groups: _Groups, one: tuple[Sequence[int], int], other: tuple[Sequence[int], int]) -> bool:
    """True where the jobs before, and those after, are the same in two histories, as far as both tell any."""
    for step in (-1, 1):
        first, second = _beside(*one, step), _beside(*other, step)
        if first is not None and second is not None and groups.of(first) != groups.of(second):
            return False
    return True


def _beside(history: Sequence[int], index: int, step: int) -> int | None:
    place = history.index(index) + step
    return history[place] if 0 <= place < len(history) else None
