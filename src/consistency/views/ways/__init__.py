"""The ways on after a refusal: one module per way, ``way(checked) -> Way``; the path is the registration.

A plan lays out what the folder holds for each; it takes none for better and says nothing of how it may end. Where
the folder tells a finding of misrepresentation, no way is laid out: the plan says so and stops.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

from msgspec import Struct
from msgspec.structs import replace

from consistency.clocks.five_year_bar import runs
from consistency.comparator.reapplication.decisions import decisions
from consistency.comparator.reapplication.misrepresentation import bans
from consistency.model import Case, Clock, Finding, Person, Report
from consistency.views.ways._way import Checked, Point, Stop, Way

__all__ = ["PersonPlan", "Plan", "Point", "Stop", "Way", "plan"]


STOPPED = (
    "The folder tells a finding of misrepresentation (IRPA s.40(1)(a)). While it stands, nothing is laid out here: "
    "counsel has to see the finding before anything is filed. What counsel may look at: judicial review; for who was "
    "removed from Canada, an authorisation to return (ARC, s.52(1)); a temporary resident permit (TRP, s.24(1)); "
    "waiting until the bar is over."
)


class PersonPlan(Struct, frozen=True):
    """The ways on of one person; with ``stop`` there are none."""

    person: Person
    ways: tuple[Way, ...]
    without: tuple[str, ...]
    """The titles of the ways on which nothing in the folder bears."""
    stop: Stop | None = None
    answers: tuple[Clock, ...] = ()
    """Fairness letters that are to be answered, whatever else is done."""


class Plan(Struct, frozen=True):
    """The ways on of every person to whom something was refused, or whose status in Canada has ended."""

    case: Case
    people: tuple[PersonPlan, ...]


@cache
def way_modules() -> tuple[ModuleType, ...]:
    """Give the module of every way: the files of this folder are the list."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def plan(report: Report) -> Plan:
    """Lay out the ways on of a checked case."""
    people = (_checked(report, person) for person in report.case.people)
    return Plan(report.case, tuple(_person_plan(one) for one in people if _concerned(one)))


def _checked(report: Report, person: Person) -> Checked:
    def concerns(one: Finding) -> bool:
        return one.status == "open" and one.person in {person.id, None}

    findings = tuple(filter(concerns, report.findings))
    return Checked(report.case, person, findings, tuple(c for c in report.clocks if c.person == person.id))


def _concerned(checked: Checked) -> bool:
    """True for a person who was refused, found to misrepresent, or is asked to answer, or whose status has ended."""
    case, person = checked.case, checked.person
    ended = checked.clocks_of("restoration", "fairness-letter")
    return bool(ended or decisions(case, person) or any(bans(case, person)))


def _person_plan(checked: Checked) -> PersonPlan:
    stop, answers = _stop(checked), checked.clocks_of("fairness-letter")
    if stop is not None:
        return PersonPlan(checked.person, (), (), stop, answers)
    ways = [
        replace(module.way(checked), name=module.__name__.rpartition(".")[2].replace("_", "-"))
        for module in way_modules()
    ]
    empty = tuple(way.title for way in ways if way.is_empty)
    return PersonPlan(checked.person, tuple(way for way in ways if not way.is_empty), empty, None, answers)


def _stop(checked: Checked) -> Stop | None:
    """Say that the folder tells a finding of misrepresentation whose five years are not over."""
    young = [ban for ban in bans(checked.case, checked.person) if runs(ban, checked.case.as_of)]
    if not young:
        return None
    dated = any(ban.day is not None for ban in young)
    return Stop(
        text=STOPPED + ("" if dated else " No paper tells the day from which the five years count."),
        points=(Point("the finding of misrepresentation", tuple(ban.citation for ban in young)),),
        clocks=checked.clocks_of("five-year-bar", "judicial-review"),
        provisions=("IRPA s.40(1)(a)", "IRPA s.40(2)(a)", "IRPA s.52(1)", "IRPA s.24(1)"),
    )
