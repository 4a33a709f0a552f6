"""Times that run: one module per clock, ``clocks(case, person) -> Iterator[Clock]``; the path is the registration.

A module tells what runs, from which day and document, and its last day; rules and reports take their days from
here, so that each is counted in one place.
"""

import pkgutil
from dataclasses import replace
from functools import cache
from importlib import import_module
from types import ModuleType

from consistency.model import Case, Clock


@cache
def clock_modules() -> tuple[ModuleType, ...]:
    """Give the module of every clock: the files of this folder are the list."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def all_clocks(case: Case) -> tuple[Clock, ...]:
    """Give every clock of every person of a case: those that run first, in the order of their last days."""
    found = (
        replace(clock, kind=module.__name__.rpartition(".")[2].replace("_", "-"))
        for person in case.people
        for module in clock_modules()
        for clock in module.clocks(case, person)
    )
    return tuple(sorted(found, key=lambda c: (c.passed, c.last, c.kind, c.title)))
