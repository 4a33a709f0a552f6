"""The last day on which a labour market impact assessment may be used.

The assessment states it. IRCC's instructions ("LMIA validity and suspension, and duration of employment"): it is the
day by which the application for a work permit must be received, and one that is received later should be refused
(IRPR s.203(1)). Of several in the draft the one that is valid longest counts.
"""

from collections.abc import Iterator

from consistency.clocks._counting import either, readings
from consistency.comparator.statements import stated
from consistency.comparator.work.offers import applicants
from consistency.model import Case, Clock, Offer, Paper, Person

KIND = "lmia"


def clocks(case: Case, person: Person) -> Iterator[Clock]:
    """Give the validity of the assessment that the draft encloses, for whom the draft holds an offer."""
    if person not in applicants(case):
        return
    told = [s for s in stated(case, person, "deadline") if s.paper.kind == KIND and case.in_draft(s.paper)]
    last = max(told, key=lambda s: s.date.latest, default=None)
    if last is None:
        return
    first, end = readings(last.date)
    yield Clock(
        person=person.id,
        title=" ".join(filter(None, ("validity of the LMIA", number(last.paper)))),
        provisions=("IRPR s.203(1)",),
        citation=last.citation,
        start=None,
        earliest=first,
        latest=end,
        as_of=case.as_of,
        sentence=f"An application that rests on it must be received by {either(first, end)}.",
    )


def number(paper: Paper) -> str:
    """Give the number of an assessment, or nothing."""
    return next((offer.number for offer in paper.all(Offer) if offer.number), "")
