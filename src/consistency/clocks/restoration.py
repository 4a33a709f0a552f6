"""The 90 days in which status that was lost may be restored.

IRPR s.182(1): within 90 days after losing temporary resident status, where what was breached is the period, the work
or the studies that were authorised (s.185(a), (b)(i) to (iii), (c)). Status is lost at the end of the permit or of
the visitor's stay; where an application to extend it was filed before, on the day on which that is refused
(s.183(5)). The day of the loss is not counted (Interpretation Act s.27(5)).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from consistency.clocks._counting import days, either
from consistency.comparator.day_spans import number_of_days
from consistency.comparator.reapplication.refusals import known_refusals
from consistency.comparator.status.permits import applied_for
from consistency.comparator.status.stay import OUTSIDE, Cover, covers, day_of, inside_forms
from consistency.comparator.status.stay_gaps import Gap
from consistency.model import Case, Citation, Clock, Paper, Person
from consistency.normalizer.dates import PartialDate

DAYS = 90
"""R182: an application to restore status is made within so many days of losing it."""


class Loss(Struct, frozen=True):
    """A status that had ended when a form made in Canada was filed, or the case is read."""

    form: Paper
    loss: Cover
    """What ended last."""
    filing: date

    @property
    def deadline(self) -> date:
        """The last day on which the status may be restored, in its latest reading."""
        return days(DAYS)(self.loss.span[1])

    @property
    def earliest_deadline(self) -> date:
        """That day in its earliest reading."""
        return days(DAYS)(self.loss.ends_from or self.loss.span[1])

    @property
    def late(self) -> bool:
        """True where that day is over when the form is filed."""
        return self.filing > self.deadline


def clocks(case: Case, person: Person) -> Iterator[Clock]:
    """Give the time to restore the status that the last in-Canada form of a person comes after."""
    last = max(inside_forms(case, person), key=lambda form: day_of(form) or date.min, default=None)
    one = _loss(case, person, last, case.as_of) if last is not None and _stays(case, person, last) else None
    if one is None:
        return
    first, until = one.earliest_deadline, one.deadline
    over = (case.as_of - until).days
    ended = one.loss.span[1]
    yield Clock(
        person=person.id,
        title=f"restoration of the status that ended on {ended}",
        provisions=("IRPR s.182(1)",),
        citation=_told(case, person, one.loss),
        start=PartialDate.on(ended) if first == until else None,
        earliest=first,
        latest=until,
        as_of=case.as_of,
        sentence=f"{_capital(one.loss.title)} ended on {ended}. The {DAYS} days in which status may be restored end on "
        f"{either(first, until)}{f', {number_of_days(over)} before' if over > 0 else ''}.",
    )


def _told(case: Case, person: Person, loss: Cover) -> Citation:
    """Cite what ended the status: the refusal that ended a maintained one, else what tells its last day."""
    refused = known_refusals(case, person) if loss.ground == "maintained" else ()
    ended = (k.citations[0] for k in refused if k.date is not None and k.date.latest == loss.span[1])
    return next(ended, loss.citations[-1])


def _stays(case: Case, person: Person, form: Paper) -> bool:
    """True where nothing that the person signed after an in-Canada form was made outside Canada."""
    signed = day_of(form)
    later = [p for p in case.of(person) if p.kind in OUTSIDE and p.as_of.date is not None]
    return not any(signed is not None and (day_of(paper) or signed) > signed for paper in later)


def lost(case: Case, person: Person) -> Iterator[Loss]:
    """Give the in-Canada forms of the draft that are signed, or are to be filed, after all known status had ended."""
    for form in inside_forms(case, person):
        if case.in_draft(form):
            one = _loss(case, person, form, case.as_of)
            if one is not None:
                yield one


def _loss(case: Case, person: Person, form: Paper, day: date) -> Loss | None:
    """Give the status that was lost before a form was signed or is to be filed; a draft maintains nothing yet."""
    signed = form.as_of.date
    if signed is None:
        return None
    filing = max(signed.earliest, day)
    known, by = covers(case, person), day
    if case.in_draft(form):
        known, by = tuple(c for c in known if c.form is not form), signed.latest
    grounds = [c for c in known if c.span[0] <= by]
    last = max(grounds, key=lambda c: c.span[1], default=None)
    if last is None or last.ground == "unknown" or last.span[1] >= filing:
        return None
    return Loss(form, last, filing)


def in_time(case: Case, person: Person, gap: Gap) -> bool:
    """True for days after the last status where the draft asks in time to restore it."""
    return gap.after is None and any(
        one.loss.span[1] == gap.before.span[1] and not one.late and "restoration" in applied_for(one.form)
        for one in lost(case, person)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
