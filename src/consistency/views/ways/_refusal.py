"""The last refusal of a person, as the ways on lay it out: the papers that tell it and the reasons that they give."""

from collections.abc import Iterator

from consistency.comparator.reapplication.answering import answers_to
from consistency.comparator.reapplication.decisions import Refused, decisions
from consistency.comparator.telling import cite_papers
from consistency.model import Case, Person
from consistency.views.ways._way import Point

GIVEN = "reason given: "


def last_refusal(case: Case, person: Person) -> Refused | None:
    """Give the last refusal that IRCC's papers tell, or None."""
    return next(reversed(decisions(case, person)), None)


def decided_on(refused: Refused) -> str:
    """Give the day of a decision as its first paper tells it."""
    return str(refused.papers[0].as_of.date or "an unknown day")


def decision_points(refused: Refused) -> Iterator[Point]:
    """Give the papers that tell a decision."""
    for paper in refused.papers:
        kind = paper.kind.replace("-", " ").replace("gcms", "GCMS")
        yield Point(f"{kind} of {paper.as_of.date or 'an unknown day'}", cite_papers([paper]))


def reason_points(case: Case, person: Person, refused: Refused) -> Iterator[Point]:
    """Give each reason of a refusal once, with every place that tells it."""
    for answer in answers_to(case, person, refused):
        yield Point(f"{GIVEN}{answer.title or 'a reason without words'}", answer.cited)
