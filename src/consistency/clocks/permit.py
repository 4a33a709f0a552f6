"""The end of the permit, or of the visitor's stay, that a person in Canada holds.

A permit lasts to the day that it names; a visitor's stay to the end of six months from the entry (IRPR s.183(2)). An
application to extend it is filed before that end (s.181(1), s.201(1), s.217(1)); it maintains the status until it is
decided (s.183(5)), and the right to go on working under the old conditions (s.186(u)).
"""

from collections.abc import Iterator
from datetime import date

from consistency.clocks import restoration
from consistency.clocks._counting import either
from consistency.comparator.status.stay import Cover, covers, inside_forms
from consistency.model import Case, Clock, Person
from consistency.normalizer.dates import PartialDate

OWN = frozenset({"permit", "visitor", "told"})
"""What ends by itself, on a day that a paper tells."""


def clocks(case: Case, person: Person) -> Iterator[Clock]:
    """Give the end of what a person holds last; nothing where a newer permit is named that is not in the folder."""
    known = [cover for cover in covers(case, person) if cover.ground != "maintained"]
    last = max(known, key=lambda cover: cover.span[1], default=None)
    if last is None or last.ground not in OWN or last.span[1] == date.max:
        return
    first, end = last.ends_from or last.span[1], last.span[1]
    yield Clock(
        person=person.id,
        title=f"end of {last.title}",
        provisions=("IRPR s.181(1)", "IRPR s.183(5)", "IRPR s.201(1)"),
        citation=last.citations[-1],
        start=PartialDate.on(last.span[0]) if last.span[0] > date.min else None,
        earliest=first,
        latest=end,
        as_of=case.as_of,
        sentence=f"The last day is {either(first, end)}. An application to extend it is filed by then."
        + _maintained(case, person, last),
        matters=_matters(case, person),
    )


def _matters(case: Case, person: Person) -> bool:
    """True where the draft is made in Canada, and the time to restore the status does not say it already."""
    drafted = any(case.in_draft(form) for form in inside_forms(case, person))
    return drafted and not any(restoration.clocks(case, person))


def _maintained(case: Case, person: Person, held: Cover) -> str:
    """Say that an application keeps the status after the end, and until when."""
    kept = [c for c in covers(case, person) if c.ground == "maintained" and c.span[0] > held.span[1]]
    last = max(kept, key=lambda cover: cover.span[1], default=None)
    if last is None or last.form is None:
        return ""
    if case.in_draft(last.form):
        return " Filed by then, it maintains the status until it is decided (IRPR s.183(5))."
    until = "it is decided" if last.span[1] == date.max else f"{last.span[1]}, the day of its decision"
    return f" {last.form.path} maintains the status until {until} (IRPR s.183(5))."
