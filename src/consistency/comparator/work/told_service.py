"""Military service that a form tells in its answer or its own rows for service, in place of a row of work."""

from consistency.comparator.telling import Same
from consistency.model import Job, MilitaryService, Paper
from consistency.normalizer import services
from consistency.normalizer.dates import find_dates

QUESTION = "military"


def told_as_service(paper: Paper, group: Same[Job]) -> bool:
    """True where a form that leaves a service out of its work says Yes to military service, and gives its time."""
    answer = paper.answer(QUESTION)
    if answer is None or answer.answer != "yes":
        return False
    armed = any(services.armed(told.record.title, told.record.employer) for told in group.told)
    return armed and (any(paper.all(MilitaryService)) or bool(find_dates(answer.details or "")))
