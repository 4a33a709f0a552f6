"""Clocks for a terminal: the last day, the days left, what runs, and its provision."""

from collections.abc import Iterable

from click import style

from consistency.comparator.day_spans import number_of_days
from consistency.model import Case, Clock
from consistency.reports._lines import wrapped

INDENT = " " * 14
FRIDAY = 5
"""Its number among the days of the week, from Monday as 1."""


def clocks(told: Iterable[Clock], case: Case, width: int) -> str:
    """Write the clocks that weigh, one below the other; nothing where there are none."""
    lines = [line(clock, case, width) for clock in told if clock.weighs]
    return "\n".join([style(f"Clocks on {case.as_of}", bold=True), *lines]) if lines else ""


def line(clock: Clock, case: Case, width: int) -> str:
    """Write a clock in one line, as far as it is wide enough; the person where the folder is about several."""
    who = f" · {clock.person}" if len(case.people) > 1 else ""
    text = f"  {clock.last}  {clock.title}: {left(clock)} ({clock.provisions[0]}){who}"
    return style(wrapped(text, width, INDENT), fg="red" if clock.passed and not clock.bar else None)


def left(clock: Clock) -> str:
    """Say how long a clock runs still: "12 days left", "the last day is today", "passed 3 days ago"."""
    if clock.passed:
        return f"{'over' if clock.bar else 'passed'} {number_of_days(clock.days_over)} ago"
    doubt = f", or until {clock.latest}" if clock.earliest < clock.latest and not clock.bar else ""
    weekday = f", a {clock.last:%A}" if clock.last.isoweekday() > FRIDAY else ""
    if clock.days_left > 0:
        return f"{number_of_days(clock.days_left)} {'to run' if clock.bar else 'left'}{weekday}{doubt}"
    return f"the last day is {'today' if clock.days_left == 0 else 'over in one reading'}{weekday}{doubt}"
