"""Clocks for a terminal: the last day, the days left, what runs, and its provision."""

from click import style

from consistency.clocks import left
from consistency.model import Case, Clock, Report
from consistency.reports._lines import wrapped

INDENT = " " * 14


def clocks(report: Report, width: int) -> str:
    """Write the clocks that weigh, one below the other; nothing where there are none."""
    lines = [line(clock, report.case, width) for clock in report.running]
    return "\n".join([style(f"Clocks on {report.case.as_of}", bold=True), *lines]) if lines else ""


def line(clock: Clock, case: Case, width: int) -> str:
    """Write a clock in one line, as far as it is wide enough; the person where the folder is about several."""
    who = f" · {clock.person}" if len(case.people) > 1 else ""
    text = f"  {clock.last}  {clock.title}: {left(clock)} ({clock.provisions[0]}){who}"
    return style(wrapped(text, width, INDENT), fg="red" if clock.passed and not clock.bar else None)
