"""The family by document."""

from __future__ import annotations

from consistency.reports.html.page import Page
from consistency.views.family import Family, family


def data(page: Page) -> tuple[Family, ...] | None:
    """Give the relatives of each person, or None where no paper tells of any."""
    return family(page.report.case, page.report.findings) or None
