"""The six months after unauthorised work in which no work permit is issued.

IRPR s.200(3)(e)(i): a work permit is not issued to a foreign national who worked in Canada without authorisation
unless six months have passed since that ended. They are counted by the calendar from the last day of the work
(Interpretation Act s.28), and have passed on the day after. Of work that went on when it was told last, they begin at
the earliest on the day at which it was told.
"""

from collections.abc import Iterator
from datetime import date

from consistency.clocks._counting import either, months
from consistency.comparator.day_spans import before
from consistency.comparator.status.canadian_work import Unauthorised, unauthorised
from consistency.comparator.status.stay import covers
from consistency.comparator.telling import Told
from consistency.comparator.work.history import named
from consistency.model import Case, Clock, Job, Person
from consistency.normalizer.dates import PartialDate

BAR_MONTHS = 6

until = months(BAR_MONTHS)
"""The last day of the bar, from the last day of the work."""


def clocks(case: Case, person: Person) -> Iterator[Clock]:
    """Give the bar that ends last."""
    if not covers(case, person):
        return
    faults = list(unauthorised(case, person))
    fault = max(faults, key=lambda one: (one.ongoing, _ends(case, one)), default=None)
    if fault is None:
        return
    first, last = _ends(case, fault)
    told = max(fault.told, key=lambda t: (_latest_end(t, fault.end) or date.min, t.paper.path))
    asked = "Where it was not authorised: " if fault.asked else ""
    yield Clock(
        person=person.id,
        title=f"six months after work in Canada ({named(fault.job)})",
        provisions=("IRPR s.200(3)(e)",),
        citation=told.cite("period", str(told.record.period)),
        start=PartialDate.on(fault.end) if first == last or fault.ongoing else None,
        earliest=until(first),
        latest=until(last),
        as_of=case.as_of,
        sentence=f"Nothing in the folder allows the work told until {fault.end}. {asked}{bar(case, fault)}",
        bar=True,
        matters=False,
    )


def bar(case: Case, fault: Unauthorised) -> str:
    """Say until when no work permit may be issued."""
    if fault.ongoing:
        return "No work permit may be issued until six months after the day on which it ends (R200(3)(e))."
    first, last = map(until, _ends(case, fault))
    past = ", and are over" if last < case.as_of else ""
    if first < last:
        return f"The six months of R200(3)(e) after its end are over on {either(first, last)}."
    return f"The six months of R200(3)(e) run from its end on {fault.end} to {last}{past}."


def barred(case: Case, fault: Unauthorised) -> bool:
    """True where the six months are not over, in every reading, on the day at which clocks are read."""
    return fault.ongoing or until(_ends(case, fault)[1]) >= case.as_of


def _ends(case: Case, fault: Unauthorised) -> tuple[date, date]:
    """Give the last day of the work, in its earliest and latest reading: not later than what next allowed it."""
    if fault.ongoing:
        return fault.end, max(case.as_of, fault.end)
    ends = [end for told in fault.told if (end := _latest_end(told, fault.end)) is not None]
    allowed = [before(cover.span[0]) for cover in fault.against if cover.span[0] > fault.end]
    return fault.end, max(fault.end, min([max(ends, default=fault.end), *allowed]))


def _latest_end(told: Told[Job], day: date) -> date | None:
    """Give the last day that a row's end may mean, where a day is the first that it may mean."""
    end = told.record.end
    return end.latest if end is not None and end.earliest == day else None
