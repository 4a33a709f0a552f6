"""The timeline: what each document tells, one lane for each, over the same years."""

from __future__ import annotations

from msgspec import Struct

from consistency.model import Person
from consistency.reports.html._drawing import Drawing, drawings
from consistency.reports.html.page import Page
from consistency.views.lanes import timelines


class Life(Struct, frozen=True):
    """The drawings of one person."""

    person: Person
    drawings: tuple[Drawing, ...]


def data(page: Page) -> tuple[Life, ...] | None:
    """Give the timeline of each person, or None where no paper tells any time."""
    found = timelines(page.report.case, page.report.findings)
    return tuple(Life(one.person, drawings(one)) for one in found) or None
