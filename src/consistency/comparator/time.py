"""The ladder of time: how much a difference between two dates weighs."""

from consistency.model import Severity

MONTH = 31
THREE_MONTHS = 92


def ladder(days: int, *, counted: bool = False) -> Severity | None:
    """Give the level of a distance in days between two dates.

    Nothing for dates that touch; up to 31 days minor; up to three months minor, or major for a job that
    counts as experience; more is major.
    """
    if days <= 0:
        return None
    if days <= MONTH:
        return Severity.MINOR
    if days <= THREE_MONTHS:
        return Severity.MAJOR if counted else Severity.MINOR
    return Severity.MAJOR
