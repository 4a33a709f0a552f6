"""residence/gap: an address history with gaps or overlaps."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from msgspec import Struct

from consistency.case.coverage import unread, window
from consistency.comparator.day_spans import Span, common, joined, length, without
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.telling import Told
from consistency.comparator.told_days import certain
from consistency.comparator.whereabouts.addresses import days_of, one_home
from consistency.model import Address, Case, Citation, Paper, Person, Severity
from consistency.normalizer import streets


@rule(Severity.MINOR, references=["IRPA s.16(1)", "IRPR s.10(2)(a)"])
def gap(case: Case, *, short_days: int = 31) -> Iterator[Mismatch]:
    """An address history leaves a time out, or puts the applicant at two addresses at once.

    Why: the form asks for all addresses without gaps, and says that any missing time delays the application.
    Advice: complete the history in the draft, short stays with family or friends too; or correct the month of the move;
    or say openly in the explanation letter why two homes were kept at once.

    Reports a time without an address:
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA from=2010-03 to=2019-02
        draft/imm5669.pdf as of 2026-03-01: address street="9 Lake View" city=Lviv country=UA from=2019-09 to=present

    Reports a history that begins too late:
        draft/imm5669.pdf as of 2026-03-01: birth_date=1980-03-04 family_name=KOVAL given_names=Ivan
        draft/imm5669.pdf as of 2026-03-01: address street="9 Lake View" city=Lviv country=UA from=2018-09 to=present

    Reports a history that ends too early:
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA from=2010-03 to=2019-02
        draft/imm5669.pdf as of 2026-03-01: address street="9 Lake View" city=Lviv country=UA from=2019-02 to=2025-11

    Reports two addresses at once:
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA from=2010-03 to=2021-02
        draft/imm5669.pdf as of 2026-03-01: address street="9 Lake View" city=Lyon country=FR from=2019-02 to=present

    Accepts the month of the move told twice, or not at all:
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA from=2010-03 to=2019-02
        draft/imm5669.pdf as of 2026-03-01: address street="9 Lake View" city=Lviv country=UA from=2019-02 to=2021-05
        draft/imm5669.pdf as of 2026-03-01: address street="7 Mill Lane" city=Lviv country=UA from=2021-07 to=present

    Accepts a post box beside a home:
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA from=2010-03 to=present
        draft/imm5669.pdf as of 2026-03-01: address street="P.O. Box 112" city=Lviv country=UA from=2015-03 to=present

    Accepts a time before the ten years:
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA from=2008-03 to=2013-02
        draft/imm5669.pdf as of 2026-03-01: address street="9 Lake View" city=Lviv country=UA from=2014-02 to=present

    Accepts a time before the eighteenth birthday:
        draft/imm5669.pdf as of 2026-03-01: birth_date=2002-03-04 family_name=KOVAL given_names=Ivan
        draft/imm5669.pdf as of 2026-03-01: address street="9 Lake View" city=Lviv country=UA from=2020-03 to=present

    Accepts an address told twice, in two rows:
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA from=2010-03 to=2020-02
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Rd." city=Lviv country=UA from=2018-02 to=present

    Accepts a row without dates, which may fill the time:
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA from=2010-03 to=2019-02
        draft/imm5669.pdf as of 2026-03-01: address street="9 Lake View" city=Lviv country=UA from=2019-09 to=present
        draft/imm5669.pdf as of 2026-03-01: address street="7 Mill Lane" city=Lviv country=UA

    Accepts years alone:
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA from=2010 to=2019
        draft/imm5669.pdf as of 2026-03-01: address street="9 Lake View" city=Lviv country=UA from=2020 to=present

    Accepts a history of which a part was not read:
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA from=2010-03 to=2019-02
        draft/imm5669.pdf as of 2026-03-01: address street="9 Lake View" city=Lviv country=UA from=2019-09 to=present
        draft/imm5669.pdf as of 2026-03-01: problem code=no-text message="Page 3 is a picture." read=partial
    """
    for person in case.people:
        for paper in case.of(person):
            history = _history(paper, person)
            if history is None:
                continue
            yield from (_left_out(person, history, days) for days in _gaps(history, short_days))
            yield from (_at_once(person, *found) for found in _overlaps(history, short_days))


class _History(Struct, frozen=True):
    """The address rows of a form with their widest and certain days, and the days that it asks about."""

    paper: Paper
    rows: tuple[Told[Address], ...]
    window: Span
    full: bool
    """True where every row of the form is in use, so that earlier addresses stand on another page."""


def _history(paper: Paper, person: Person) -> _History | None:
    """Give the address history of a form, or None where it asks for none or a row has no dates."""
    asked = paper.asks(Address)
    if asked is None or not asked.gapless or unread(paper, Address) is not None:
        return None
    rows = tuple(Told(paper, record) for record in paper.all(Address))
    days = window(asked, paper, person)
    if days is None or not rows or any(days_of(row) is None for row in rows):
        return None
    return _History(paper, rows, days, asked.capacity is not None and len(rows) >= asked.capacity)


def _gaps(history: _History, short_days: int) -> Iterator[Span]:
    """Give the times of the window that no row may fill, longer than a month."""
    told = joined(days for row in history.rows if (days := days_of(row)) is not None)
    first = told[0][0] if history.full else history.window[0]
    for start, end in without([(max(first, history.window[0]), history.window[1])], told):
        if length((start, end)) > short_days:
            yield start, end


def _overlaps(history: _History, short_days: int) -> Iterator[tuple[Told[Address], Told[Address], Span]]:
    """Give the rows of two homes that are certainly both told for longer than a month."""
    homes = [row for row in history.rows if not streets.is_post_box(row.record.street or "")]
    for one, other in combinations(homes, 2):
        first, second = certain(one), certain(other)
        if first is None or second is None or one_home(one.record, other.record):
            continue
        both = common(first, second)
        days = common(both, history.window) if both else None
        if days is not None and length(days) > short_days:
            yield one, other, days


def _left_out(person: Person, history: _History, days: Span) -> Mismatch:
    beside = _beside(history.rows, days)
    told = " and ".join(f"{_named(row)} ({row.record.period})" for row in beside)
    return Mismatch(
        person=person,
        subject=f"address gap {days[0]:%Y-%m}",
        detail=f"{history.paper.path} tells no address from {days[0]} to {days[1]}; it tells {told}.",
        evidence=tuple(_cite(row) for row in beside),
    )


def _beside(rows: Sequence[Told[Address]], days: Span) -> list[Told[Address]]:
    """Give the rows before and after a time."""
    ordered = sorted(rows, key=lambda row: days_of(row) or (date.min, date.min))
    before = [row for row in ordered if (told := days_of(row)) and told[1] < days[0]][-1:]
    after = [row for row in ordered if (told := days_of(row)) and told[0] > days[1]][:1]
    return before + after


def _at_once(person: Person, one: Told[Address], other: Told[Address], days: Span) -> Mismatch:
    first, second = sorted((one, other), key=lambda row: (str(row.record.period), _named(row)))
    return Mismatch(
        person=person,
        subject=f"two addresses {days[0]:%Y-%m}",
        detail=f"{one.paper.path} tells {_named(first)} ({first.record.period}) and {_named(second)} "
        f"({second.record.period}) at once, from {days[0]} to {days[1]}.",
        evidence=(_cite(first), _cite(second)),
    )


def _named(row: Told[Address]) -> str:
    return ", ".join(part for part in (row.record.street, row.record.city) if part) or "an address"


def _cite(row: Told[Address]) -> Citation:
    return row.cite("from", f"{_named(row)} {row.record.period}")
