"""What a payslip proves: that somebody worked for an employer at the time that was paid for, and no more."""

from __future__ import annotations

from msgspec.structs import replace

from consistency.comparator.elsewhere import renaming
from consistency.comparator.employment import employer_of, is_work
from consistency.comparator.telling import Same
from consistency.model import Case, Job, Paper
from consistency.normalizer import organisations


def as_paid(job: Job) -> Job:
    """Give the job of a payslip with the time that was paid for as its period; any other as it is."""
    return replace(job, period=job.paid) if job.paid else job


def paid_beside(case: Case, paper: Paper, group: Same[Job]) -> bool:
    """True where payslips alone tell a job, and a row of a paper may be that job under another name.

    Pay is often handled by another company of the group, or by an agency. The row is another job where it has a payslip
    of its own.
    """
    if any(told.record.paid is None for told in group.told):
        return False
    rows = [
        row
        for row in paper.all(Job)
        if is_work(row) and any(_at_one_time(paper, row, t.record) for t in group.told)
    ]
    return any(not _has_payslip(case, row, group) for row in rows)


def _at_one_time(paper: Paper, row: Job, slip: Job) -> bool:
    until = paper.as_of.date.latest if paper.as_of.date else None
    return row.period is not None and slip.paid is not None and row.period.overlaps(slip.paid, until)


def _has_payslip(case: Case, row: Job, group: Same[Job]) -> bool:
    """True where other payslips are certainly those of a row, and no paper links the two employers."""
    name, own = employer_of(row), {n for told in group.told if (n := employer_of(told.record))}
    slips = [slip for p in case.papers for slip in p.all(Job) if slip.paid and employer_of(slip)]
    known = any(name and organisations.compare(name, employer_of(slip) or "").agrees for slip in slips)
    return known and not any(name and renaming(case.papers, name, one) for one in own)
