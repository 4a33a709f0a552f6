"""All that the papers of one case show, gathered once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from consistency.model import Case, Report
from consistency.views.corrections import Correction, corrections
from consistency.views.exhibits import Exhibit, exhibits, numbers
from consistency.views.explaining import Explanation, explanation
from consistency.views.questions import Asked, questions
from consistency.views.timeline import Life, timeline


class Contents(Struct, frozen=True, dict=True):
    """The views of a checked case that become papers."""

    case: Case
    numbers: Mapping[str, int]
    """Of the exhibits, by path."""
    explanation: Explanation
    exhibits: tuple[Exhibit, ...]
    corrections: tuple[Correction, ...]
    questions: tuple[Asked, ...]
    lives: tuple[Life, ...]

    @cached_property
    def points(self) -> Mapping[str, int]:
        """The numbers of the letter's points, by the finding's id."""
        return {point.finding.id: point.number for point in self.explanation.every_point}


def contents(report: Report) -> Contents:
    """Gather the views of a report."""
    case, numbered = report.case, numbers(report.case)
    told = explanation(case, report.findings)
    return Contents(
        case,
        numbered,
        told,
        exhibits(case, told),
        corrections(case, report.findings, numbered),
        questions(case, report.findings),
        timeline(case, report.findings),
    )
