"""What a document was asked, and so what its silence means.

A record is missing from a document only if the document asks for that kind of record, the record lies in its
window as of its date, and the form had room. Two documents are compared only over what both cover.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from consistency.model import Asked, Paper, Person, Record
from consistency.normalizer.dates import Period, months_later

Absence = Literal["missing", "no-room", "not-asked", "unread"]

LOST = frozenset({"no-text", "page-unreadable", "over-limit", "placeholder", "damaged", "barcode-unread"})
"""Problems after which a part of the document was not read, so that its silence means nothing."""

KEYS = {
    "job": ("employer", "title"),
    "education": ("institution",),
    "family_member": ("name",),
    "trip": ("country",),
}
"""Fields of which a row of a picture has one at least, where it was made out."""

DATED = frozenset({"job", "education", "trip"})
"""Rows that every form asks to be dated."""

SUMMARIES = frozenset({"cv", "travel-history"})
"""Papers that may begin where their writer likes: they are asked only from a month after their own first row on."""


class Silent(Struct, frozen=True):
    """The papers that leave something out: those that could have told it, and those that had no room for it."""

    missing: tuple[Paper, ...]
    no_room: tuple[Paper, ...]

    @classmethod
    def of(cls, papers: Iterable[Paper], means: Callable[[Paper], str]) -> Silent:
        """Ask of each paper what its silence means."""
        meant = [(paper, means(paper)) for paper in papers]
        missing, no_room = (
            tuple(paper for paper, meaning in meant if meaning == wanted) for wanted in ("missing", "no-room")
        )
        return cls(missing, no_room)

    @property
    def papers(self) -> tuple[Paper, ...]:
        """Those that could have told it, else those that had no room."""
        return self.missing or self.no_room


class Silence(Struct, frozen=True):
    """What it means that a record does not stand in a document, and why."""

    means: Absence
    reason: str


def window(asked: Asked, paper: Paper, person: Person | None) -> tuple[date, date] | None:
    """Give the days that a document asks about, both included; None where it has no date."""
    as_of = paper.as_of.date
    if as_of is None:
        return None
    starts = [date.min]
    if asked.years is not None:
        starts.append(months_later(as_of.earliest, -12 * asked.years))
    if asked.since_18 and person is not None and person.birth_date is not None:
        starts.append(months_later(person.birth_date.earliest, 12 * 18))
    if paper.kind in SUMMARIES and asked.years is None:
        starts.append(_first_told(paper, asked.record))
    return max(starts), as_of.latest


def _first_told(paper: Paper, record: str) -> date:
    """Give the day from which a document tells records of a type, later than what may be the one before it."""
    periods = [r.period for r in paper.records if r.type == record and r.period is not None]
    first = min((p.start.latest for p in periods if p.start is not None), default=None)
    return date.min if first is None else first + timedelta(31)


def unread(paper: Paper, record: type[Record]) -> str | None:
    """Say why the silence of a document means nothing, or None where it was read."""
    if paper.document.read != "full" and any(p.code in LOST for p in paper.document.problems):
        return "a part of the document was not read"
    asked = paper.asks(record)
    denied = asked is not None and asked.none is not None
    seen = paper.document.method in {"text", "ocr"} or not paper.is_form
    if seen and not denied and not any(paper.all(record)):
        return "none of its rows was read"
    return _blurred(paper, record) if paper.document.method == "ocr" else None


def _blurred(paper: Paper, record: type[Record]) -> str | None:
    """Say why a picture may hold more than was recognised: rows without a name or a date, or no name on a form."""
    if any(not _made_out(paper, row) for row in paper.all(record)):
        return "one of its rows could not be made out"
    if paper.is_form and not any(paper.value(name) for name in ("family_name", "given_names", "full_name")):
        return "the picture could not be made out"
    return None


def _made_out(paper: Paper, row: Record) -> bool:
    keys = KEYS.get(row.type, ())
    dated = row.type not in DATED or not paper.is_form or row.start is not None
    return dated and (not keys or any(getattr(row, key) for key in keys))


def silence(paper: Paper, record: Record, person: Person | None) -> Silence:
    """Say what it means that a document does not tell a record which another one tells."""
    asked = paper.asks(type(record))
    if asked is None:
        return Silence("not-asked", "the document does not ask for it")
    outside = _outside(asked, paper, record, person)
    if outside:
        return Silence("not-asked", outside)
    lost = unread(paper, type(record))
    if lost:
        return Silence("unread", lost)
    rows = sum(1 for _ in paper.all(type(record)))
    if asked.capacity is not None and rows >= asked.capacity:
        return Silence("no-room", f"all {asked.capacity} rows of the form are in use")
    return Silence("missing", "the document asks for it and has room")


def _outside(asked: Asked, paper: Paper, record: Record, person: Person | None) -> str | None:
    """Say why a record lies outside what is asked, or None where it lies inside for certain."""
    if asked.scope != "all":
        return f"the document asks only for the {asked.scope} one"
    days = window(asked, paper, person)
    if days is None:
        return "the document has no date"
    period = record.period
    if period is None or (period.start is None and period.end is None):
        return None if days[0] == date.min else "its time is not told"
    if period.start is not None and period.start.latest > days[1]:
        return "it began after the document was signed"
    if _certain_end(period, days[1]) < days[0]:
        return "it ended before the time that the document asks about"
    if asked.min_days and not _longer_than(record, asked.min_days, days[1]):
        return f"it was not longer than {asked.min_days} days"
    return None


def _certain_end(period: Period, as_of: date) -> date:
    """Give the earliest day that the period may have ended; one without an end may have ended as it began."""
    if period.open:
        return as_of
    known = period.end or period.start
    return as_of if known is None else known.earliest


def _longer_than(record: Record, days: int, as_of: date) -> bool:
    period = record.period
    if period is None or period.start is None:
        return False
    last = as_of if period.open or period.end is None else period.end.earliest
    return (min(last, as_of) - period.start.latest).days > days
