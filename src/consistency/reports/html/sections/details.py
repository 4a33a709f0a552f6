"""Personal details by document."""

from __future__ import annotations

from consistency.reports.html.page import Page
from consistency.views.matrix import Details, matrix


def data(page: Page) -> tuple[Details, ...] | None:
    """Give the personal details of each person, or None where no paper tells any."""
    return matrix(page.report.case, page.report.findings) or None
