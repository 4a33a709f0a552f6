"""How two forms tell the status in one country of residence, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from consistency.comparator.mismatch import Cause
from consistency.comparator.telling import Told
from consistency.comparator.time import MONTH, ladder
from consistency.comparator.whereabouts.presence import is_current
from consistency.model import Citation, Residence, Severity
from consistency.normalizer.dates import PartialDate

SETTLED = frozenset({"citizen", "permanent-resident", None})
"""Status that does not run out, or that is not told."""


class Difference(Struct, frozen=True):
    """What is wrong with a status: how much it weighs, in words, and where it stands."""

    level: Severity
    words: str
    citations: tuple[Citation, ...]
    follows: tuple[Cause, ...] = ()


def differences(one: Told[Residence], other: Told[Residence]) -> Iterator[Difference]:
    """Compare how two forms tell one stay, the older form first."""
    first, second = one.paper.as_of.date, other.paper.as_of.date
    if one.paper.path == other.paper.path or first is None or second is None:
        return
    if is_current(one) and is_current(other):
        yield from _both_current(one, other)
    elif is_current(one):
        yield from _ended_since(one, other)
    elif not is_current(other):
        yield from _both_ended(one, other)


def _both_current(older: Told[Residence], newer: Told[Residence]) -> Iterator[Difference]:
    """Compare the present status of two days: a renewal explains what began after the older form was signed."""
    one_permit = (
        end_of(older) is not None and end_of(newer) is not None and apart(end_of(older), end_of(newer)) == 0
    )
    signed, began = older.paper.as_of.date, _start(newer)
    held = began is not None and signed is not None and began.before(signed)
    one_start = began is not None and _start(older) is not None and apart(_start(older), began) == 0
    if _other_status(older, newer) and held and (one_permit or not one_start):
        yield _told_twice("status", older, newer, Severity.MAJOR)
    elif one_permit:
        yield from _dates("from", older, newer)
    elif one_start and not _renewed(older, newer):
        yield from _dates("to", older, newer)


def _renewed(older: Told[Residence], newer: Told[Residence]) -> bool:
    """True where the newer form tells a later end, or none."""
    before, after = end_of(older), end_of(newer)
    return before is None or after is None or not after.before(before)


def _ended_since(older: Told[Residence], newer: Told[Residence]) -> Iterator[Difference]:
    """Compare a residence that went on with what a later form tells of it as a previous one."""
    signed, end = older.paper.as_of.date, end_of(newer)
    began, before = _start(newer), _start(older)
    if end is not None and signed is not None and end.before(signed):
        days = end.distance(signed)
        level = ladder(days)
        if level is not None and days > MONTH:
            yield _told_twice("to", older, newer, level)
    if began is not None and before is not None and before.before(began):
        yield from _dates("from", older, newer)


def _both_ended(one: Told[Residence], other: Told[Residence]) -> Iterator[Difference]:
    for name in ("from", "to"):
        yield from _dates(name, one, other)
    if _other_status(one, other) and apart(_start(one), _start(other)) == 0:
        yield _told_twice("status", one, other, Severity.MAJOR)


def _other_status(one: Told[Residence], other: Told[Residence]) -> bool:
    told = {one.record.status, other.record.status}
    return len(told) == 2 and not told & {*SETTLED, "other", "foreign-national"}


def _dates(name: str, one: Told[Residence], other: Told[Residence]) -> Iterator[Difference]:
    days = apart(_start(one), _start(other)) if name == "from" else apart(end_of(one), end_of(other))
    level = ladder(days)
    if level is not None:
        yield _told_twice(name, one, other, level)


def apart(one: PartialDate | None, other: PartialDate | None) -> int:
    """Count the days between two dates; 0 where one is not told."""
    return 0 if one is None or other is None else one.distance(other)


def _start(row: Told[Residence]) -> PartialDate | None:
    return row.record.start


def end_of(row: Told[Residence]) -> PartialDate | None:
    """Give the end of a residence, or of the status there."""
    return row.record.end


def _told_twice(name: str, one: Told[Residence], other: Told[Residence], level: Severity) -> Difference:
    words = {"status": "The status", "from": "The start", "to": "The end"}[name]
    said = "; ".join(f"{_value(row, name)} in {row.paper.path}" for row in (one, other))
    return Difference(level, f"{words} differs: {said}.", tuple(cite(row, name) for row in (one, other)))


def _value(row: Told[Residence], name: str) -> str:
    if name == "status":
        return row.record.status or "none"
    day = _start(row) if name == "from" else end_of(row)
    lives = " (living there then)" if name == "to" and is_current(row) else ""
    return f"{day or 'none'}{lives}"


def cite(row: Told[Residence], name: str) -> Citation:
    """Cite a residence as one side of a finding."""
    return row.cite(name, f"{row.record.country} {row.record.status} {row.record.period or ''}".strip())
