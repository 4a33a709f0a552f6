"""The time to ask the Federal Court for leave and for judicial review of a refusal.

IRPA s.72(2)(b): within 15 days, for a matter that arose in Canada, or 60 days, for one that arose outside it, after
the day on which the applicant was notified of the matter or became aware of it otherwise. The letter's own day is
taken for that of the notice, the earliest that it can be. The day of the notice is not counted (Interpretation Act
s.27(5)); where the last day is a Saturday, a Sunday or a holiday, the next day that is none will do (Federal Courts
Rules r.6(1), Interpretation Act s.26), and the time has passed only after that. A judge may allow more time for
special reasons (s.72(2)(c)).
"""

from collections.abc import Iterator
from datetime import date

from consistency.clocks._counting import days, either, is_holiday, next_court_day, readings
from consistency.comparator.reapplication.decisions import Refused, decisions, refused_papers
from consistency.comparator.status.stay import INSIDE
from consistency.model import Case, Citation, Clock, Paper, Person, Refusal
from consistency.normalizer.dates import PartialDate

IN_CANADA, OUTSIDE = 15, 60
"""Days, by where the matter arose."""


def clocks(case: Case, person: Person) -> Iterator[Clock]:
    """Give the time to ask for leave of every refusal that IRCC's papers tell; only that of the last one matters."""
    refused = decisions(case, person)
    for one in refused:
        paper, day = _notice(one)
        if day is not None:
            yield _clock(case, person, one, paper, day, matters=one is refused[-1])


def _notice(refused: Refused) -> tuple[Paper, PartialDate | None]:
    """Give the paper that brought the refusal and its day: the letter's own; without a letter the decision's."""
    letter = next((p for p in refused.papers if p.kind == "refusal-letter"), None)
    if letter is not None:
        return letter, letter.as_of.date
    paper = refused.papers[0]
    period = next(paper.all(Refusal)).period
    return paper, (period.start if period else None) or paper.as_of.date


def _clock(
    case: Case, person: Person, refused: Refused, paper: Paper, day: PartialDate, *, matters: bool
) -> Clock:
    inside = _in_canada(case, person, refused)
    soonest, longest = IN_CANADA if inside is not False else OUTSIDE, OUTSIDE if not inside else IN_CANADA
    first, last = readings(day, days(soonest))[0], readings(day, days(longest))[1]
    until = next_court_day(last)
    return Clock(
        person=person.id,
        title=f"leave for judicial review of the refusal of {day}",
        provisions=("IRPA s.72(2)(b)",),
        citation=Citation(next(paper.all(Refusal)).cite("period"), str(day), day),
        start=day,
        earliest=first,
        latest=until,
        as_of=case.as_of,
        sentence=f"{_place(inside, day)} {_until(first, last)} The days are counted from {day}, as if notice was "
        "received on it. Ask a lawyer.",
        matters=matters,
    )


def _in_canada(case: Case, person: Person, refused: Refused) -> bool | None:
    """Tell by the forms that were refused where the matter arose; None where the folder holds none of them."""
    forms = [p for p in refused_papers(case, person, refused) if p.is_form]
    return any(p.kind in INSIDE for p in forms) if forms else None


def _place(inside: bool | None, day: PartialDate) -> str:
    """Say which of the two times applies."""
    if inside is None:
        return (
            f"No form in the folder tells where the application refused on {day} was made: leave for judicial review "
            f"can be asked for within {IN_CANADA} days where in Canada, {OUTSIDE} where outside."
        )
    where, number = ("in", IN_CANADA) if inside else ("outside", OUTSIDE)
    asked = f"leave for judicial review can be asked for within {number} days"
    return f"The refusal of {day} arose {where} Canada: {asked}."


def _until(first: date, last: date) -> str:
    holidays = [
        f"{day} is a holiday of the Court: what falls due on it may be done on {next_court_day(day)} (Federal Courts "
        "Rules r.2 and r.6, Interpretation Act s.26)."
        for day in dict.fromkeys((first, last))
        if is_holiday(day)
    ]
    return " ".join([f"The last day is {either(first, last)}.", *holidays])
