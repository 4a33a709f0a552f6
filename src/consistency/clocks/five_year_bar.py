"""The five years for which a finding of misrepresentation makes a person inadmissible.

IRPA s.40(2)(a): five years following the final determination, for one made outside Canada, or the day on which the
removal order was enforced, for one made in Canada. They are counted by the calendar from the decision (Interpretation
Act s.28): its own day in the fifth year after is the last one, 28 February for one of 29 February. In that time no
application for permanent residence may be made either (s.40(3)).
"""

from collections.abc import Iterator
from datetime import date

from consistency.clocks._counting import either, months, readings
from consistency.comparator.reapplication.misrepresentation import Ban, bans, undone
from consistency.model import Case, Clock, Person

MONTHS = 60

until = months(MONTHS)
"""The last day of the bar, from the day of the decision."""


def runs(ban: Ban, day: date) -> bool:
    """True where the five years are not over on a day, or the papers do not tell from when they count."""
    return ban.day is None or until(ban.day.latest) >= day


def clocks(case: Case, person: Person) -> Iterator[Clock]:
    """Give the bar of the finding that lasts longest; nothing where no paper tells the day of one."""
    dated = [(ban.day, ban) for ban in bans(case, person) if ban.day is not None]
    if not dated:
        return
    day, ban = max(dated, key=lambda one: one[0].latest)
    first, last = readings(day, until)
    set_aside = undone(case, person)
    told = f" {set_aside.paper.path} says that it was undone: “{set_aside.text}”" if set_aside else ""
    yield Clock(
        person=person.id,
        title=f"five years after the finding of misrepresentation of {day}",
        provisions=("IRPA s.40(2)(a)", "IRPA s.40(3)"),
        citation=ban.citation,
        start=day,
        earliest=first,
        latest=last,
        as_of=case.as_of,
        sentence=f"Counted from the decision, the last day is {either(first, last)}; of a finding made in Canada the "
        f"time runs from the enforcement of the removal order.{told} Ask a lawyer.",
        bar=True,
        matters=False,
    )
