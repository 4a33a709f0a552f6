"""Times for which a history that must have no gaps accounts for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.case.coverage import unread, window
from consistency.comparator.aligned.alignment import Same
from consistency.comparator.day_spans import Span, after, before, common, joined, length
from consistency.comparator.openly import supplements
from consistency.comparator.passages import Passage, passages
from consistency.comparator.time import MONTH
from consistency.comparator.told_days import widest
from consistency.comparator.work.history import jobs
from consistency.model import Asked, Case, Job, Paper, Person, Record, Study
from consistency.normalizer.dates import find_dates, find_periods
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

REASON = expression(
    r"\b(?:unemploy\w*|not (?:employed|working)|did not work|without (?:work|a job|employment)|out of work|jobless"
    r"|between (?:my |two |the )?jobs|looking for (?:a |new )?(?:work|job|employment|position)|job (?:search"
    r"|hunt)\w*|search\w* for (?:a |new )?(?:work|job|employment)|career break|sabbatical|gap|break|laid off"
    r"|redundan\w*|lockdown|maternity|parental leave|pregnan\w*|gave birth|car(?:e|ed|ing) (?:for|of)|took care"
    r"|look(?:ed|ing) after|ill(?:ness)?|sick\w*|recover\w*|surgery|study|studied|studying|student|course|training"
    r"|prepar\w+ for|travel\w*|homemaker|housewife|at home|family reasons|personal reasons|volunteer\w*"
    r"|military service|moved|relocat\w*|sans emploi|chomage|au foyer|recherche d ?emploi|cherch\w+ (?:du"
    r"|un) (?:travail|emploi)|conge|maternite|parental|malad\w*|soign\w*|etudi\w*|formation|voyag\w*|benevol\w*"
    r"|pause|interruption)\b"
)
"""What fills a time without work (folded)."""

AT_SCHOOL = 19 * 366
"""Days of a life in which somebody may still be at school: what they did then need not be told."""


class Gap(Struct, frozen=True):
    """Days of which a paper accounts for nothing, both included, and the rows beside them."""

    paper: Paper
    days: Span
    before: Record | None
    after: Record | None
    room: bool
    """False where all rows of the form are in use and no sheet goes on."""

    @property
    def length(self) -> int:
        """The number of days."""
        return length(self.days)


def gaps(paper: Paper, case: Case, person: Person) -> Iterator[Gap]:
    """Give the gaps of more than a month in a history of a paper that must account for all time.

    Dates are taken at their widest, so that a month touches the next one. The time before the first row counts only
    where the form asks for all time from the age of 18 on.
    """
    asked = paper.asks(Job)
    days = window(asked, paper, person) if asked is not None and asked.gapless else None
    known = _dated(paper)
    if asked is None or days is None or not known:
        return
    birth = person.birth_date if asked.since_18 else None
    whole = birth is not None and (known[0][0][0] - birth.earliest).days > AT_SCHOOL
    for first, last in _open_days([span for span, _ in known], days, whole):
        if length((first, last)) > MONTH:
            earlier = [row for span, row in known if span[1] < first]
            later = next((row for span, row in known if span[0] > last), None)
            room = _has_room(paper, asked) or bool(supplements(case, paper))
            yield Gap(paper, (first, last), earlier[-1] if earlier else None, later, room)


def _dated(paper: Paper) -> list[tuple[Span, Record]]:
    """Give the rows of a history in order; none where the paper was not read, or the days of a row are not told."""
    rows = [row for row in (*paper.all(Job), *paper.all(Study)) if row.period is not None]
    known = [(span, row) for row in rows if (span := _span(row, paper)) is not None]
    whole = len(known) == len(rows) and not unread(paper, Job)
    return sorted(known, key=lambda one: one[0]) if whole else []


def _has_room(paper: Paper, asked: Asked) -> bool:
    return asked.capacity is None or sum(1 for _ in paper.all(Job)) < asked.capacity


def _span(row: Record, paper: Paper) -> Span | None:
    """Give the widest days of a row; a row without an end is not known to have ended."""
    period, as_of = row.period, paper.as_of.date
    if period is None or period.start is None or as_of is None:
        return None
    last = period.end.latest if period.end is not None else as_of.latest
    return (period.start.earliest, last) if last >= period.start.earliest else None


def _open_days(spans: Sequence[Span], days: Span, whole: bool) -> Iterator[Span]:
    """Give the days of a window that no span fills."""
    filled = joined(spans)
    at = days[0] if whole else max(days[0], filled[0][0])
    for first, last in filled:
        if first > days[1]:
            break  # it is still to begin: what is before it is the time up to the end
        if first > at:
            yield at, before(first)
        at = max(at, after(last))
    if at <= days[1]:
        yield at, days[1]


def explained(case: Case, gap: Gap) -> Passage | None:
    """Give what a letter or sheet of the submission says of the time, or of what came between the jobs beside it."""
    names = [fold(name) for row in (gap.before, gap.after) if isinstance(row, Job) and (name := row.employer)]
    for sheet in supplements(case, gap.paper):
        for passage in passages(sheet):
            text = fold(passage.text)
            if REASON.search(text) and (
                _speaks_of(passage.text, gap.days) or any(name in text for name in names)
            ):
                return passage
    return None


def _speaks_of(text: str, days: Span) -> bool:
    """True where a sentence names a time that touches the days; one without any time may speak of them."""
    periods = [
        (p.span(days[1]) or (p.start.earliest, days[1]))
        for _, _, p in find_periods(text)
        if p.start is not None
    ]
    dates = [(found.date.earliest, found.date.latest) for found in find_dates(text)]
    told = [*periods, *dates]
    return any(common(span, days) for span in told) if told else "between" in text or "gap" in text


def fillers(case: Case, person: Person, gap: Gap) -> tuple[Same[Job], ...]:
    """Give the jobs that other papers tell for these days: where one is missing here, the gap is its shadow."""
    found = []
    for job in jobs(case, person):
        days = widest(job, gap.paper, gap.days[1])
        if days is not None and common(days, gap.days) is not None:
            found.append(job)
    return tuple(found)


def touching(case: Case, person: Person, gap: Gap) -> tuple[Same[Job], ...]:
    """Give the jobs whose rows stand beside a gap."""
    beside = [row for row in (gap.before, gap.after) if row is not None]
    return tuple(
        job for job in jobs(case, person) if any(told.record is row for told in job.told for row in beside)
    )
