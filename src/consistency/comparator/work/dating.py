"""Differences between the dates of jobs, those of one cause together: what other checks of the history follow from."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.comparator.aligned.alignment import Same
from consistency.comparator.mismatch import Cause
from consistency.comparator.work.boundaries import Difference, differences
from consistency.comparator.work.history import counts, jobs, subject
from consistency.model import Case, Job, Person

ONE_BOUNDARY = 62
"""Days from the end of one job to the start of the next within which both are one boundary."""


def causes(case: Case, person: Person) -> Sequence[Sequence[Difference]]:
    """Give the differences of a person's jobs, those together that have one cause."""
    return case.once((causes, person.id), lambda: _causes(_differences(case, person)))


def _differences(case: Case, person: Person) -> list[Difference]:
    return [
        difference
        for group in jobs(case, person)
        for difference in differences(group, person, counts(case, {t.record.title for t in group.told}))
    ]


def in_order(cause: Sequence[Difference]) -> list[Difference]:
    """Order differences of one cause by job, the start before the end."""
    return sorted(cause, key=lambda d: (subject(d.job), d.which != "start", d.which))


def subject_of(cause: Sequence[Difference]) -> str:
    """Name the jobs whose dates differ for one cause."""
    return " and ".join(dict.fromkeys(subject(d.job) for d in in_order(cause)))


def told_differently(case: Case, person: Person, jobs: Sequence[Same[Job]]) -> tuple[Cause, ...]:
    """Give what work/dates reports of some jobs, for checks of which the finding may follow from it."""
    return tuple(
        Cause("work/dates", subject_of(cause))
        for cause in causes(case, person)
        if any(difference.job is job for difference in cause for job in jobs)
    )


def _causes(found: Sequence[Difference]) -> list[list[Difference]]:
    """Put together what has one cause: the boundaries of one job, and a boundary between two jobs that moved."""
    causes: list[list[Difference]] = []
    for difference in found:
        linked = [cause for cause in causes if any(_one_cause(difference, known) for known in cause)]
        merged = [difference, *(known for cause in linked for known in cause)]
        causes = [cause for cause in causes if cause not in linked] + [merged]
    return causes


def _one_cause(one: Difference, other: Difference) -> bool:
    if one.job is other.job:
        return True
    return _moved_boundary(one, other) or _moved_boundary(other, one)


def _moved_boundary(before: Difference, after: Difference) -> bool:
    """True where every paper that tells both ends the one job where the next one begins."""
    if (before.which, after.which) != ("end", "start"):
        return False
    paths = {row.paper.path for row in before.rows} & {row.paper.path for row in after.rows}
    days = [(end, start) for p in paths if (end := before.at(p)) and (start := after.at(p))]
    meet = all(end.distance(start) <= ONE_BOUNDARY for end, start in days)
    return meet and len({start for _, start in days}) > 1
