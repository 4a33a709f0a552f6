"""The day on which the passport of the draft expires.

The passport states it. A permit is not issued beyond it (IRPR s.52(1) and IRCC's instructions on the length of a work
permit). Of several in the draft the one that is valid longest counts; the passport's own page goes before what a form
says of it.
"""

from collections.abc import Iterator

from consistency.clocks._counting import either, readings
from consistency.comparator.statements import Statement, stated
from consistency.model import Case, Clock, Person
from consistency.normalizer.dates import PartialDate


def valid_until(case: Case, person: Person) -> tuple[Statement, ...]:
    """Give the statements of the day on which the person's newest passport of the draft expires; none for no day."""
    told = [s for s in stated(case, person, "passport_expiry_date") if case.in_draft(s.paper)]
    pages = [s for s in told if s.paper.kind == "passport"]
    last = max(pages or told, key=lambda s: (s.date.latest, s.value), default=None)
    return tuple(s for s in told if s.value == last.value) if last is not None else ()


def clocks(case: Case, person: Person) -> Iterator[Clock]:
    """Give the validity of the newest passport that the draft holds or names."""
    told = valid_until(case, person)
    if not told:
        return
    last = next((s for s in told if s.paper.kind == "passport"), told[0])
    first, end = readings(last.date)
    issued = last.paper.value("passport_issue_date")
    yield Clock(
        person=person.id,
        title="validity of the passport",
        provisions=("IRPR s.52(1)",),
        citation=last.citation,
        start=PartialDate.of(issued) if issued else None,
        earliest=first,
        latest=end,
        as_of=case.as_of,
        sentence=f"It expires on {either(first, end)}. No permit is issued beyond that day.",
    )
