"""Where the papers let one job begin and end, and how far they are apart.

Rows that a paper was not asked for do not count against it: a letter may tell one position of several, a form
the time of its window only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, product
from typing import Literal

from msgspec import Struct

from consistency.case.coverage import silence, window
from consistency.comparator.aligned.stints import Stint, end_distance, stints
from consistency.comparator.day_spans import Span
from consistency.comparator.telling import Same, Told, by_paper
from consistency.comparator.time import ladder
from consistency.comparator.told_days import certain
from consistency.comparator.work.seasons import is_seasonal
from consistency.model import Citation, Job, Paper, Person, Severity
from consistency.normalizer.dates import PartialDate, find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_PAUSE = expression(
    r"\b(?:interrupt\w*|(?:unpaid|maternity|parental|sick|study|family|childcare) leave"
    r"|leave (?:of absence|without pay)"
    r"|(?:career|long) break|sabbatical|(?:temporarily |seasonally )(?:laid|lay) off"
    r"|(?:laid|lay) off (?:from|between|for|during|until)|furlough\w*|suspended|away (?:from|for|between)"
    r"|interrompu\w*|interruption|conge (?:sans solde|de maternite|parental|maladie)|mis\w* en disponibilite)\b"
)
"""Words (folded) of a time away within one employment."""

Which = Literal["start", "end", "break"]
Rows = tuple[Told[Job], ...]


class Difference(Struct, frozen=True):
    """A start, an end or a break of one job on which papers differ: how the papers tell it, and how far apart."""

    job: Same[Job]
    which: Which
    rows: Rows
    days: int
    level: Severity
    confidence: float = 1.0
    """How sure the two values are that differ most."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Cite each paper's row with its date."""
        names = {"start": ("from",), "end": ("to",), "break": ("from", "to")}[self.which]
        return tuple(row.cite(name, shown(row, name)) for row in self.rows for name in names)

    def at(self, path: str) -> PartialDate | None:
        """Give the date on which one paper sets this boundary."""
        periods = [row.record.period for row in self.rows if row.paper.path == path]
        return next((p.start if self.which == "start" else p.end for p in periods if p is not None), None)


def shown(row: Told[Job], name: str) -> str | None:
    """Give a date as the paper tells it; "present" with the day of which it speaks."""
    period = row.record.period
    if period is None:
        return None
    if name == "from":
        return period.start_iso
    if period.open:
        return f"present as of {row.paper.as_of.date}" if row.paper.as_of.date else "present"
    return period.end_iso


def differences(group: Same[Job], person: Person, counted: bool) -> Iterator[Difference]:
    """Give the boundaries of a job on which the papers differ."""
    told = [_in_order(rows) for rows in by_paper(group.told)]
    told = [rows for rows in told if rows]
    for which in ("start", "end"):
        found = _compared(group, person, _positions(told, which), counted)
        if found is not None:
            yield found
    found = _break(group)
    if found is not None:
        yield found


def _in_order(rows: Sequence[Told[Job]]) -> Rows:
    dated = [row for row in rows if row.record.period is not None]
    return tuple(row for stint in stints(dated) for row in stint.rows)


class _Told(Struct, frozen=True):
    """The rows of each paper from the outside in: the first row is the one that sets the boundary."""

    which: Literal["start", "end"]
    papers: tuple[Rows, ...]


def _positions(told: Sequence[Rows], which: Literal["start", "end"]) -> _Told:
    """Turn each paper's rows to the boundary; leave out a letter about a position that another paper tells as a row.

    Or within the title of one: "Welder (team leader since 2021)".
    """
    turned = [rows if which == "start" else _from_the_end(rows) for rows in told]
    inner = [row for rows in turned for row in rows[1:]]
    risen = [day.date for rows in told for row in rows for day in find_dates(row.record.title or "")]
    return _Told(
        which,
        tuple(
            rows
            for rows in turned
            if rows[0].paper.asks(Job) is not None
            or not (
                any(
                    _row_distance(rows[0], row, which) == 0 for row in inner if row.paper is not rows[0].paper
                )
                or (which == "start" and _begins_at(rows[0], risen))
            )
        ),
    )


def _begins_at(row: Told[Job], days: Sequence[PartialDate]) -> bool:
    """Tell whether a row begins on one of some days, as far as both are told."""
    start = row.record.period.start if row.record.period else None
    return start is not None and any(start.distance(day) == 0 for day in days)


def _from_the_end(rows: Rows) -> Rows:
    return tuple(sorted(rows, key=lambda row: Stint((row,)).days[1], reverse=True))


def _compared(group: Same[Job], person: Person, told: _Told, counted: bool) -> Difference | None:
    """Give the greatest difference between any two papers, with all papers that tell the boundary."""
    worst: tuple[Severity, float, int] | None = None
    for one, other in _not_at_one(told):
        days, level = _apart(one, other, person, told.which, counted)
        if level is not None:
            found = level, min(_sure(one[0], told.which), _sure(other[0], told.which)), days
            worst = found if worst is None else max(worst, found)
    if worst is None:
        return None
    rows = tuple(rows[0] for rows in told.papers if _is_told(rows[0], told.which))
    return Difference(group, told.which, rows, worst[2], worst[0], worst[1])


def _not_at_one(told: _Told) -> Iterator[tuple[Rows, Rows]]:
    """Pair the papers whose boundaries are not plainly one; what several tell word for word is held against it "
    "once."""
    alike: dict[object, list[Rows]] = {}
    for rows in told.papers:
        alike.setdefault(_boundary(rows[0], told.which), []).append(rows)
    for first, second in combinations(alike.values(), 2):
        days, level = _weighed(first[0][0], second[0][0], told.which, counted=True)
        if days or level is not None:
            yield from product(first, second)


def _boundary(row: Told[Job], which: str) -> object:
    """Give what a row says of a boundary: its date, or the day on which there was no end yet."""
    period = row.record.period
    if period is None or which == "start":
        return period and period.start
    return ("open", row.paper.as_of.date) if period.open else period.end


def _sure(row: Told[Job], which: str) -> float:
    return row.record.cite("from" if which == "start" else "to").confidence


def _is_told(row: Told[Job], which: str) -> bool:
    return shown(row, "from" if which == "start" else "to") is not None


def _apart(
    one: Rows, other: Rows, person: Person, which: Literal["start", "end"], counted: bool
) -> tuple[int, Severity | None]:
    """Give the distance of two papers' boundary and its level: the least that the rows asked for allow."""
    firsts = _candidates(one, other[0].paper, person)
    seconds = _candidates(other, one[0].paper, person)
    found = [
        _weighed(first, second, which, counted)
        for first in firsts
        for second in seconds
        if not (which == "start" and _cut(first, second, person))
    ]
    if len(found) < len(firsts) * len(seconds):
        return 0, None
    return min(found, key=lambda pair: (-1 if pair[1] is None else pair[1], pair[0]))


def _candidates(rows: Rows, other: Paper, person: Person) -> Rows:
    """Give the rows that may set the boundary: the first, and the next where the other paper need not tell it."""
    count = 1
    while count < len(rows) and _excused(rows[count - 1], other, person):
        count += 1
    return rows[:count]


def _excused(row: Told[Job], other: Paper, person: Person) -> bool:
    return other.asks(Job) is None or silence(other, row.record, person).means != "missing"


def _weighed(
    one: Told[Job], other: Told[Job], which: Literal["start", "end"], counted: bool
) -> tuple[int, Severity | None]:
    days = _row_distance(one, other, which)
    if days is None:
        return 0, None
    if days == 0 and _other_year(one, other, which):
        return 0, Severity.MAJOR
    return days, ladder(days, counted=counted)


def _row_distance(one: Told[Job], other: Told[Job], which: Literal["start", "end"]) -> int | None:
    if which == "end":
        return end_distance(one, other)
    first, second = one.record.period, other.record.period
    if first is None or second is None or first.start is None or second.start is None:
        return None
    return first.start.distance(second.start)


def _other_year(one: Told[Job], other: Told[Job], which: Literal["start", "end"]) -> bool:
    """True where both papers give years alone, and not the same one."""
    days = [
        p.start if which == "start" else p.end for row in (one, other) if (p := row.record.period) is not None
    ]
    first, second = days if len(days) == 2 else (None, None)
    if first is None or second is None or not first.precision == second.precision == "year":
        return False
    return first.conflicts(second)


def _cut(one: Told[Job], other: Told[Job], person: Person) -> bool:
    """True where one paper lets a job begin with the time that it asks about, and the other before that."""
    return _cut_at_window(one, other, person) or _cut_at_window(other, one, person)


def _cut_at_window(late: Told[Job], early: Told[Job], person: Person) -> bool:
    asked = late.paper.asks(Job)
    days = window(asked, late.paper, person) if asked is not None and asked.years is not None else None
    begun, before = late.record.period, early.record.period
    if days is None or begun is None or before is None or begun.start is None or before.start is None:
        return False
    return begun.start.covers(days[0]) and before.start.before(begun.start)


def _break(group: Same[Job]) -> Difference | None:
    """Give a time away from the employer, told by one paper, that a row of another certainly covers."""
    for paper in group.papers:
        stays = sorted(stints(group.by(paper)), key=lambda s: s.days)
        for before, after in pairwise(stays):
            gap = before.days[1], after.days[0]
            over = tuple(
                row
                for row in group.told
                if row.paper.path != paper.path and _covers(row, gap) and not _is_broken(row)
            )
            length = (gap[1] - gap[0]).days - 1
            if over and length > 0:
                rows = (before.last, after.rows[0], *over)
                return Difference(group, "break", rows, length, ladder(length) or Severity.MINOR)
    return None


def _is_broken(row: Told[Job]) -> bool:
    """True for a row that says itself that the work was seasonal, or was interrupted."""
    return is_seasonal(row.record) or _PAUSE.search(fold(row.record.evidence.quote or "")) is not None


def _covers(row: Told[Job], days: Span) -> bool:
    core = certain(row)
    return core is not None and core[0] <= days[0] and days[1] <= core[1]
