"""The times that run on the day of the case."""

from __future__ import annotations

from consistency.model import Clock
from consistency.reports.html.page import Page


def data(page: Page) -> tuple[Clock, ...] | None:
    """Give the times that weigh, the nearest last day first, or None where there are none."""
    return tuple(sorted(page.report.running, key=lambda c: c.last)) or None
