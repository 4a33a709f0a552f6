"""What was read, what was not and why, and what each document asked for."""

from __future__ import annotations

from consistency.reports.html.page import Page
from consistency.views.reading import Reading, readings


def data(page: Page) -> tuple[Reading, ...] | None:
    """Give every document, or None for an empty folder."""
    return readings(page.report.case) or None
