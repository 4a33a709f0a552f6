"""The six months for which a police certificate is taken as new.

IRCC's instructions on police certificates: of the country of residence, issued no more than six months before the
application is made. They are counted by the calendar from the day of issue (Interpretation Act s.28). The newest
certificate of the draft counts; nothing is said where one of them has no day.
"""

from collections.abc import Iterator

from consistency.clocks._counting import either, months, readings
from consistency.model import Case, Citation, Clock, Evidence, Paper, Person

KIND = "police-certificate"
MONTHS = 6


def clocks(case: Case, person: Person) -> Iterator[Clock]:
    """Give the time for which the newest certificate of the draft is new."""
    papers = [p for p in case.drafted(person) if p.kind == KIND]
    dated = [(p.as_of.date, p) for p in papers if p.as_of.date is not None]
    if not dated or len(dated) < len(papers):
        return
    day, paper = max(dated, key=lambda one: one[0].latest)
    first, last = readings(day, months(MONTHS))
    yield Clock(
        person=person.id,
        title=f"police certificate of {day}",
        provisions=("IRCC instructions on police certificates", "IRPA s.16(1)"),
        citation=Citation(_head(paper), str(day), day),
        start=day,
        earliest=first,
        latest=last,
        as_of=case.as_of,
        sentence=f"Six months from its issue end on {either(first, last)}.",
    )


def _head(paper: Paper) -> Evidence:
    fact = paper.fact("document_date")
    return fact.evidence if fact else Evidence(paper.path, None)
