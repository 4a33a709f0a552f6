"""Times that run: one module per clock, ``clocks(case, person) -> Iterator[Clock]``; the path is the registration.

A module tells what runs, from which day and document, and its last day; rules and reports take their days from
here, so that each is counted in one place.
"""

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

from msgspec.structs import replace

from consistency.clocks._counting import is_weekend
from consistency.comparator.day_spans import number_of_days
from consistency.model import Case, Clock


@cache
def clock_modules() -> tuple[ModuleType, ...]:
    """Give the module of every clock: the files of this folder are the list."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def all_clocks(case: Case) -> tuple[Clock, ...]:
    """Give every clock of every person of a case that has begun: those that run first, by their last days."""
    found = (
        replace(clock, kind=module.__name__.rpartition(".")[2].replace("_", "-"))
        for person in case.people
        for module in clock_modules()
        for clock in module.clocks(case, person)
        if clock.start is None or clock.start.earliest <= case.as_of
    )
    return tuple(sorted(found, key=lambda c: (c.passed, c.last, c.kind, c.title)))


def left(clock: Clock) -> str:
    """Say how long a clock still runs: "12 days left", "the last day is today", "passed 3 days ago"."""
    if clock.passed:
        return f"{'over' if clock.bar else 'passed'} {number_of_days(clock.days_over)} ago"
    weekday = f", a {clock.last:%A}" if is_weekend(clock.last) else ""
    later = f", or until {clock.latest}" if clock.last < clock.latest else ""
    if clock.days_left > 0:
        return f"{number_of_days(clock.days_left)} {'to run' if clock.bar else 'left'}{weekday}{later}"
    if clock.days_left == 0:
        return f"the last day is today{weekday}{later}"
    return f"{number_of_days((clock.latest - clock.as_of).days)} left at the latest, until {clock.latest}"
