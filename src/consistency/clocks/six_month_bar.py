"""The six months after unauthorised work in which no work permit is issued.

IRPR s.200(3)(e)(i): a work permit is not issued to a foreign national who worked in Canada without authorisation
unless six months have passed since that ended. They are counted by the calendar from the last day of the work
(Interpretation Act s.28), and have passed on the day after. Of work that went on when it was told last, they begin at
the earliest on the day at which it was told.
"""

from collections.abc import Iterator

from consistency.clocks._counting import months
from consistency.comparator.canadian_work import Unauthorised, unauthorised
from consistency.comparator.history import named
from consistency.comparator.stay import covers
from consistency.model import Case, Clock, Person
from consistency.normalizer.dates import PartialDate

BAR_MONTHS = 6

until = months(BAR_MONTHS)
"""The last day of the bar, from the last day of the work."""


def clocks(case: Case, person: Person) -> Iterator[Clock]:
    """Give the bar that ends last."""
    if not covers(case, person):
        return
    faults = list(unauthorised(case, person))
    fault = max(faults, key=lambda one: (one.ongoing, one.end), default=None)
    if fault is None:
        return
    last = max(case.as_of, fault.end) if fault.ongoing else fault.end
    told = max(fault.told, key=lambda t: t.paper.path)
    yield Clock(
        person=person.id,
        title=f"six months after work in Canada ({named(fault.job)})",
        provisions=("IRPR s.200(3)(e)",),
        citation=told.cite("period", str(told.record.period)),
        start=PartialDate.on(fault.end),
        earliest=until(fault.end),
        latest=until(last),
        as_of=case.as_of,
        sentence=_sentence(case, fault),
        bar=True,
        matters=False,
    )


def _sentence(case: Case, fault: Unauthorised) -> str:
    asked = "Where it was not authorised: " if fault.asked else ""
    return f"Nothing in the folder allows the work told until {fault.end}. {asked}{bar(case, fault)}"


def bar(case: Case, fault: Unauthorised) -> str:
    """Say until when no work permit may be issued."""
    if fault.ongoing:
        return "No work permit may be issued until six months after the day on which it ends (R200(3)(e))."
    last = until(fault.end)
    past = ", and are over" if last < case.as_of else ""
    return f"The six months of R200(3)(e) run from its end on {fault.end} to {last}{past}."


def barred(case: Case, fault: Unauthorised) -> bool:
    """True where the six months are not over on the day at which clocks are read."""
    return fault.ongoing or until(fault.end) >= case.as_of
