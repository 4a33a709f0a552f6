"""What the certificate of a marriage says beside the two names: births, and the other marriages of one person."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from consistency.extractors.civil import words
from consistency.extractors.civil.registry import Registry
from consistency.extractors.wording.letters import Cut, Dated
from consistency.extractors.wording.official import day_of
from consistency.extractors.wording.persons import name_at, named
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.model import Evidence, Line, Segment
from consistency.normalizer import dates

_LONG, _ALIGNED = 120, 4.0
"""A line of a table is no longer, and its cells begin so near to those above."""
_NEAR = 100
"""So many characters behind a name its day may stand."""


class Union(NamedTuple):
    """Somebody's marriage: with whom, and when."""

    person: Cut
    spouse: Cut
    day: Dated | None
    over: bool = False
    """True for a marriage that a remark calls void or dissolved."""


def all_unions(registry: Registry) -> tuple[Union, ...]:
    """Give the marriages that a registry lists for one person, in its order; none where it certifies a single one."""
    for part in registry.parts:
        lead = words.CONTRACTED.search(part.plain)
        person = named((part,), *words.CHILD) if lead else None
        if lead and person:
            found = tuple(Union(person, spouse, day) for spouse, day in _listed(registry, part, lead.end()))
            if len(found) > 1:
                return found
    return tuple(_in_columns(registry))


def _in_columns(registry: Registry) -> Iterator[Union]:
    """Give the marriages that an index lists side by side: a row of days, a row of spouses, one of remarks."""
    rows = dict(_rows_of_events(registry.document.lines))
    person = named(registry.parts, *words.CHILD) if rows.keys() >= {"married", "spouse"} else None
    if person is None:
        return
    for at, cell in enumerate(rows["spouse"]):
        spouse = name_at(passage(registry.document, cell), 0)
        days, remarks = rows["married"], rows.get("remarks", [])
        day = _day_of(registry, days[at]) if at < len(days) else None
        remark = plain(" ".join(line.text for line in remarks[at])) if at < len(remarks) else ""
        if spouse and day:
            yield Union(person, spouse, day, over=words.VOID.search(remark) is not None)


Cell = list[Line]


def _rows_of_events(lines: Sequence[Line]) -> Iterator[tuple[str, list[Cell]]]:
    """Give the rows that a label leads, as cells: the lines below a row that no label leads go on in its cells."""
    current: list[Cell] = []
    for line in lines:
        first, *others = line.segments or (None,)
        low = plain(first.text).strip(" :.") if first else ""
        role = next((role for role, label in words.EVENT_ROWS.items() if label.fullmatch(low)), None)
        if role and others:
            current = [[replace(line, segments=(segment,))] for segment in others]
            yield role, current
        elif role or len(line.text) > _LONG or not _goes_on(current, line):
            current = []


def _goes_on(cells: list[Cell], line: Line) -> bool:
    """Add the parts of a line to the cells below which they stand; tell whether each stands below one."""
    for segment in line.segments:
        above = [cell for cell in cells if _stands_below(cell[0], segment)]
        if not above:
            return False
        above[0].append(replace(line, segments=(segment,)))
    return True


def _stands_below(cell: Line, segment: Segment) -> bool:
    box = cell.segments[0].box
    return box is not None and segment.box is not None and abs(box.x0 - segment.box.x0) < _ALIGNED


def _day_of(registry: Registry, cell: Cell) -> Dated | None:
    part = passage(registry.document, cell)
    found = dates.common_date(part.text, order=registry.order)
    return Dated(found.date, part.cite(found.start, found.end)) if found else None


def _listed(registry: Registry, part: Passage, start: int) -> Iterator[tuple[Cut, Dated | None]]:
    place: int | None = start
    while place is not None:
        spouse = name_at(part, place)
        if spouse is None:
            return
        end = part.text.find(spouse.text, place) + len(spouse.text)
        following = words.AND.search(part.plain, end)
        limit = following.start() if following else len(part.text)
        yield spouse, _first_day(registry, part, end, limit)
        place = following.end() if following else None


def _first_day(registry: Registry, part: Passage, start: int, end: int) -> Dated | None:
    for found in dates.find_dates(part.text, order=registry.order):
        if start <= found.start < min(end, start + _NEAR):
            return Dated(found.date, part.cite(found.start, found.end))
    return None


def birth_of(registry: Registry, spouse: Cut, other: Cut) -> Evidence | None:
    """Give where the birth of one of two spouses is told: below the name, or behind it in the sentence."""
    return (
        _born_in_row(registry, spouse, other)
        or _born_below(registry, spouse, other)
        or _born_behind(registry, spouse)
    )


def _born_in_row(registry: Registry, spouse: Cut, other: Cut) -> Evidence | None:
    """Give the day in the row of births of a table in one of whose rows both names stand, in the column of a name."""
    rows = [line for line in registry.document.lines if len(line.segments) == _TWO_AND_LABEL]
    names = [[segment.text for segment in line.segments] for line in rows]
    column = next(
        (
            next(n for n, text in enumerate(row) if spouse.text in text)
            for row in names
            if any(spouse.text in text for text in row[1:]) and any(other.text in text for text in row[1:])
        ),
        None,
    )
    for line in rows if column else ():
        if words.BORN.search(f"{plain(line.segments[0].text)} "):
            day = _day_of(registry, [replace(line, segments=(line.segments[column or 1],))])
            if day and day.date.precision == "day":
                return day.evidence
    return None


_TWO_AND_LABEL = 3
"""The cells of a row with a label and something of each of two."""


def _born_below(registry: Registry, spouse: Cut, other: Cut) -> Evidence | None:
    """Give the day that stands in the column of a name, where each of the two has one."""
    values = registry.labels.get("birth_date", ())
    own, others = spouse.evidence.box, other.evidence.box
    if len(values) != 2 or own is None or others is None or abs(own.x0 - others.x0) < own.y1 - own.y0:
        return None
    boxed = [value for value in values if value.evidence.box]
    if len(boxed) != 2:
        return None
    nearest = min(boxed, key=lambda value: abs(value.evidence.box.x0 - own.x0) if value.evidence.box else 0.0)
    day = day_of(nearest, registry.order)
    return day.evidence if day else None


def _born_behind(registry: Registry, spouse: Cut) -> Evidence | None:
    for part in registry.parts:
        start = part.text.find(spouse.text)
        for found in dates.find_dates(part.text, order=registry.order) if start >= 0 else ():
            between = part.plain[start + len(spouse.text) : found.start]
            if start < found.start and len(between) <= _NEAR and words.THEN_BORN_ON.fullmatch(between):
                return part.cite(found.start, found.end)
    return None
