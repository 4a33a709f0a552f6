"""work/dates: one job, two sets of dates."""

from collections.abc import Iterator

from consistency.comparator.alignment import Same, Told, same
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.time import ladder
from consistency.model import Case, Citation, Job, Person, Severity
from consistency.normalizer import organisations
from consistency.normalizer.dates import PartialDate

Dated = tuple[Told[Job], PartialDate, PartialDate | None]
"""A telling, the day to compare, and the value as told (None for "present")."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def dates(case: Case) -> Iterator[Mismatch]:
    """Two documents date the same job differently.

    Why: officers compare the history in each application with the ones before, and count experience in months.
    Advice: correct the draft, or say openly in the explanation letter which older record was wrong and enclose
    proof of the dates, or document why both are true.

    Reports:
        2022/imm5257.pdf as of 2022-05-02: job employer="Acme Ltd" title=analyst from=2018-01 to=2019-03
        draft/imm1295.pdf as of 2026-03-01: job employer="ACME LIMITED" title=analyst from=2018-01 to=2019-09

    Accepts a job that had not ended when the older form was signed:
        2019/imm5257.pdf as of 2019-02-01: job employer=Acme title=analyst from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=analyst from=2018-01 to=2019-09

    Accepts a month beside a day of that month:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=analyst from=2018-01 to=2019-09
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=analyst from=2018-01-15 to=2019-09-30
    """
    for person in case.people:
        for group in same(case, person, Job):
            yield from _start(person, group)
            yield from _end(person, group)


def _start(person: Person, group: Same[Job]) -> Iterator[Mismatch]:
    told: list[Dated] = [
        (t, period.start, period.start)
        for t in _firsts(group)
        if (period := t.record.period) and period.start
    ]
    yield from _compared(person, group, "start", told)


def _end(person: Person, group: Same[Job]) -> Iterator[Mismatch]:
    """Compare ends; "present" is at least the day of the paper that says it, and agrees with every later end."""
    lasts = [(t, period) for t in _lasts(group) if (period := t.record.period)]
    ends: list[Dated] = [(t, period.end, period.end) for t, period in lasts if period.end]
    earliest = min((day for _, day, _ in ends), key=lambda day: day.latest, default=None)
    for t, period in lasts:
        as_of = t.paper.as_of.date
        if period.open and as_of is not None and earliest is not None and earliest.before(as_of):
            ends.append((t, as_of, None))
    yield from _compared(person, group, "end", ends)


def _firsts(group: Same[Job]) -> Iterator[Told[Job]]:
    """Give each paper's first row of the job: a promotion told as rows begins with the first."""
    for paper in group.papers:
        yield min(group.by(paper), key=lambda t: str(t.record.period and t.record.period.start))


def _lasts(group: Same[Job]) -> Iterator[Told[Job]]:
    for paper in group.papers:
        yield max(group.by(paper), key=_last_day)


def _last_day(told: Told[Job]) -> str:
    period = told.record.period
    return "9999" if period is None or period.open else str(period.end or "")


def _compared(person: Person, group: Same[Job], which: str, told: list[Dated]) -> Iterator[Mismatch]:
    """Report the greatest distance between any two tellings, citing all of them."""
    pairs = [(one, other) for i, one in enumerate(told) for other in told[i + 1 :]]
    distance = max((_days(one[1], other[1]) for one, other in pairs), default=0)
    level = ladder(distance)
    if level is None:
        return
    name = "from" if which == "start" else "to"
    values = {t.paper.path: str(value) if value else f"present as of {day}" for t, day, value in told}
    job = told[0][0].record
    said = "; ".join(f"{value} in {path}" for path, value in values.items())
    yield Mismatch(
        person=person,
        subject=f"{which} of {organisations.key(job.employer or job.title or '')} {_around(group)}",
        detail=f"The {which} of the job at {job.employer or 'an employer'} ({job.title or 'no title'}) differs "
        f"by {distance} days: {said}.",
        evidence=tuple(
            Citation(t.record.cite(name), values[t.paper.path], t.paper.as_of.date) for t, _, _ in told
        ),
        severity=level,
    )


def _days(one: PartialDate, other: PartialDate) -> int:
    """Count the days between; where both papers give years alone, another year is a difference by itself."""
    days = one.distance(other)
    return 1 if days == 0 and one.conflicts(other) and one.precision == other.precision == "year" else days


def _around(group: Same[Job]) -> str:
    """Tell two stints at one employer apart in the subject, by the year that most tellings begin in."""
    years = sorted(
        t.record.period.start.year for t in group.told if t.record.period and t.record.period.start
    )
    return str(years[len(years) // 2]) if years else ""
