"""Status that was lost before an in-Canada form was signed, and the 90 days in which it may be restored (R182)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from consistency.comparator.permits import applied_for
from consistency.comparator.stay import Cover, covers, inside_forms
from consistency.comparator.stay_gaps import Gap
from consistency.model import Case, Paper, Person

DAYS = 90
"""R182: an application to restore status is made within so many days of losing it."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A draft made in Canada after the status had ended."""

    form: Paper
    loss: Cover
    """What ended last."""
    filing: date

    @property
    def deadline(self) -> date:
        """The last day on which the status may be restored."""
        return self.loss.span[1] + timedelta(DAYS)

    @property
    def late(self) -> bool:
        """True where that day is over when the form is filed."""
        return self.filing > self.deadline


def lost(case: Case, person: Person) -> Iterator[Loss]:
    """Give the in-Canada forms of the draft that are signed, or are to be filed, after all known status had ended."""
    for form in inside_forms(case, person):
        signed = form.as_of.date
        if signed is None or not case.in_draft(form):
            continue
        filing = max(signed.earliest, case.as_of)
        grounds = [c for c in covers(case, person) if c.form is not form and c.span[0] <= signed.latest]
        last = max(grounds, key=lambda c: c.span[1], default=None)
        if last is not None and last.ground != "unknown" and last.span[1] < filing:
            yield Loss(form, last, filing)


def in_time(case: Case, person: Person, gap: Gap) -> bool:
    """True for days after the last status where the draft asks in time to restore it."""
    return gap.after is None and any(
        one.loss.span[1] == gap.before.span[1] and not one.late and "restoration" in applied_for(one.form)
        for one in lost(case, person)
    )
