"""What a payslip proves: that somebody worked for an employer at the time that was paid for, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from consistency.comparator.aligned.employment import employer_of, is_own_business, is_work
from consistency.comparator.renaming import renaming
from consistency.comparator.telling import Same, Told
from consistency.model import Case, Job, Paper
from consistency.normalizer import organisations
from consistency.normalizer.dates import Period

REGISTER = "business-registration"
"""A register tells that a business began, and nothing of how long the work was done."""

A_TAX_YEAR = range(363, 367)
"""Days between the first and the last of a tax year, within which a job may begin or end."""
LATE = 31
"""Days after an end, or before a start, up to which pay may be for what was owed, or a day rounded."""


def as_paid(job: Job) -> Job:
    """Give the job of a payslip with the time that was paid for as its period; any other as it is."""
    return replace(job, period=job.paid) if job.paid else job


def paid_beside(case: Case, paper: Paper, group: Same[Job]) -> bool:
    """True where payslips alone tell a job, and a row of a paper may be that job under another name.

    Pay is often handled by another company of the group, or by an agency. The row is another job where it has a payslip
    of its own, or is in another country.
    """
    if any(told.record.paid is None for told in group.told):
        return False
    own = all(told.paper.kind == REGISTER for told in group.told)
    rows = [
        row
        for row in paper.all(Job)
        if is_work(row) and any(_at_one_time(paper, row, t.record) for t in group.told)
    ]
    if own:
        return any(is_own_business(row) for row in rows)
    return any(not _has_payslip(case, row, group) for row in rows)


def _at_one_time(paper: Paper, row: Job, slip: Job) -> bool:
    until = paper.as_of.date.latest if paper.as_of.date else None
    abroad = row.country and slip.country and row.country != slip.country
    return bool(row.period and slip.paid and not abroad and row.period.overlaps(slip.paid, until))


def _has_payslip(case: Case, row: Job, group: Same[Job]) -> bool:
    """True where other payslips are certainly those of a row, and no paper links the two employers."""
    name, own = employer_of(row), {n for told in group.told if (n := employer_of(told.record))}
    slips = [slip for p in case.papers for slip in p.all(Job) if slip.paid and employer_of(slip)]
    known = any(name and organisations.compare(name, employer_of(slip) or "").agrees for slip in slips)
    return known and not any(name and renaming(case.papers, name, one) for one in own)


def paid_outside(job: Same[Job]) -> Iterator[tuple[Told[Job], tuple[Told[Job], ...]]]:
    """Give each payslip for a time outside all that a later paper tells of the job, with the paper's rows of it."""
    slips = [told for told in job.told if told.record.paid and told.paper.kind != REGISTER]
    for paper in job.papers if slips else ():
        rows = job.by(paper)
        stays = [row.period for row in paper.all(Job) if _is_of(job, row)]
        whole = all(period and not period.open and period.start and period.end for period in stays)
        if paper.asks(Job) is None or not stays or not whole:
            continue
        for slip in slips:
            if _is_later(paper, slip) and _is_outside(stays, slip.record.paid):
                yield slip, rows


def _is_outside(stays: Sequence[Period | None], paid: Period | None) -> bool:
    """True for a time apart from each stay, or one that certainly begins before them all, or ends after them all."""
    if all(_apart(stay, paid) > LATE for stay in stays):
        return True
    spans = [span for stay in stays if stay and (span := stay.span())]
    core = paid.core() if paid else None
    if core is None or len(spans) < len(stays) or (core[1] - core[0]).days in A_TAX_YEAR:
        return False
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return max((first - core[0]).days, (core[1] - last).days) > LATE


def _is_of(job: Same[Job], row: Job) -> bool:
    names = [name for told in job.told if (name := employer_of(told.record))]
    own = employer_of(row)
    return own is not None and any(organisations.compare(own, name).agrees for name in names)


def _is_later(paper: Paper, slip: Told[Job]) -> bool:
    paid, signed = slip.record.paid, paper.as_of.date
    return bool(paid and paid.end and signed and paid.end.latest < signed.earliest)


def _apart(stay: Period | None, paid: Period | None) -> int:
    """Count the days between a stay and a time that was paid for; below 0 where they overlap."""
    one, other = (stay.span() if stay else None), (paid.span() if paid else None)
    return max((other[0] - one[1]).days, (one[0] - other[1]).days) if one and other else 0
