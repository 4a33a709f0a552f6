"""Military service that a form tells in its answer or its own rows for service, in place of a row of work."""

from collections.abc import Iterator
from datetime import date

from consistency.comparator.telling import Same
from consistency.model import Answer, Job, MilitaryService, Paper
from consistency.normalizer import services
from consistency.normalizer.dates import PartialDate, Period, find_dates

QUESTION = "military"
A_YEAR = 366
"""Days that may lie between two tellings of one service, which people date from memory."""


def told_as_service(paper: Paper, group: Same[Job]) -> bool:
    """True where a form that leaves a service out of its work says Yes to military service, and gives its time.

    A form that has rows for service and no question before them (IMM 5669) says so by filling a row.
    """
    answer = paper.answer(QUESTION)
    if answer is not None and answer.answer != "yes":
        return False
    armed = any(services.armed(told.record.title, told.record.employer) for told in group.told)
    return armed and any(
        _near(row.record.period, told) for row in group.told for told in _times(paper, answer)
    )


def _times(paper: Paper, answer: Answer | None) -> Iterator[Period]:
    """Give the times that a form tells of a service: of its own rows, and the days of its answer."""
    yield from (one.period for one in paper.all(MilitaryService) if one.period is not None)
    details = answer.details if answer is not None else None
    days = [found.date for found in find_dates(details or "")]
    if days:
        yield Period(min(days, key=_first), max(days, key=_first))


def _first(day: PartialDate) -> date:
    return day.earliest


def _near(one: Period | None, other: Period) -> bool:
    """True for two times of one service; a job without days may be of any time."""
    service, told = one.span() if one is not None else None, other.span()
    if service is None or told is None:
        return True
    return max((told[0] - service[1]).days, (service[0] - told[1]).days) <= A_YEAR
