"""The reasons of the refusals and how the new application answers each, and its package beside the refused one."""

from __future__ import annotations

from msgspec import Struct

from consistency.reports.html.page import Page
from consistency.views.coverage import Row, coverage
from consistency.views.package import Table, packages


class Refusals(Struct, frozen=True):
    """Both tables: a row for each reason, and a table of papers for each person who was refused."""

    reasons: tuple[Row, ...]
    packages: tuple[Table, ...]


def data(page: Page) -> Refusals | None:
    """Give the reasons with their answers, or None where there was no refusal."""
    report = page.report
    found = Refusals(coverage(report.case, report.known), packages(report.case))
    return found if found.reasons or found.packages else None
