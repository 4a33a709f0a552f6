"""Judicial review by the Federal Court, and asking the office to reconsider: the decision, its reasons, the record."""

from collections.abc import Iterator

from consistency.comparator.reapplication.decisions import Refused, refused_papers
from consistency.comparator.telling import cite_papers
from consistency.views.ways._refusal import GIVEN, decided_on, decision_points, last_refusal, reason_points
from consistency.views.ways._way import Checked, Point, Way, finding_point

NOTES = frozenset({"decision-notes", "gcms-notes"})


def way(checked: Checked) -> Way:
    """Lay out what the folder holds of the last refusal."""
    refused = last_refusal(checked.case, checked.person)
    return Way(
        title="Judicial review or reconsideration of the last refusal",
        meaning="The Federal Court may give leave to review the decision on the record that the officer had; a judge "
        "may allow more time for special reasons (s.72(2)(c)). The office may be asked in writing to reconsider; no "
        "provision sets a time for that, and asking does not stop the time for the Court. Ask a lawyer.",
        provisions=("IRPA s.72(1)", "IRPA s.72(2)"),
        bears=tuple(_bears(checked, refused)) if refused else (),
        clocks=checked.clocks_of("judicial-review")[-1:] if refused else (),
        missing=tuple(_missing(checked, refused)) if refused else (),
    )


def _bears(checked: Checked, refused: Refused) -> Iterator[Point]:
    yield from decision_points(refused)
    reasons = list(reason_points(checked.case, checked.person, refused))
    if reasons:
        told = "; ".join(point.text.removeprefix(GIVEN) for point in reasons)
        yield Point(f"{GIVEN}{told}", tuple(dict.fromkeys(c for point in reasons for c in point.citations)))
    filed = [p for p in refused_papers(checked.case, checked.person, refused) if p not in refused.papers]
    if filed:
        yield Point(
            f"papers of the application refused on {decided_on(refused)}: {len(filed)}", cite_papers(filed)
        )
    letters = [p for p in checked.case.of(checked.person) if p.kind == "fairness-letter"]
    yield from (
        Point(f"fairness letter of {p.as_of.date or 'an unknown day'}", cite_papers([p])) for p in letters
    )
    yield from map(finding_point, checked.found(("reapplication/refusal-misquoted",)))


def _missing(checked: Checked, refused: Refused) -> Iterator[Point]:
    if not any(paper.kind == "refusal-letter" for paper in refused.papers):
        yield Point("the refusal letter")
    if not any(paper.kind in NOTES for paper in refused.papers):
        yield Point("the officer's notes of the decision")
    if not refused_papers(checked.case, checked.person, refused):
        yield Point(f"the application refused on {decided_on(refused)}, as it was filed")
    yield Point("a paper that shows on which day notice of the decision was received")
