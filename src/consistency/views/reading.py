"""What was read and what was not, and what each document asked for: what a silence in it can mean."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from consistency.case.coverage import window
from consistency.model import Asked, Case, Paper, Person


class Question(Struct, frozen=True):
    """That a document asks for records of a type: how many rows it has and how many are filled, how far back it asks.

    ``since`` and ``until`` are the days it asks about, both included: None where it has no date, ``since`` also where
    it asks for a whole life.
    """

    asked: Asked
    told: int
    since: date | None
    until: date | None


class Reading(Struct, frozen=True):
    """A document, whose it is, and what it asks for."""

    paper: Paper
    person: Person | None
    questions: tuple[Question, ...]


def readings(case: Case) -> tuple[Reading, ...]:
    """Give every document of a case, those that could not be read, or only in part, first."""
    people = {person.id: person for person in case.people}
    found = [_reading(paper, people.get(paper.person or "")) for paper in case.papers]
    order = ("failed", "partial", "full")
    return tuple(sorted(found, key=lambda one: order.index(one.paper.document.read)))


def _reading(paper: Paper, person: Person | None) -> Reading:
    asked = (one for one in paper.asked if not _in_parts(one, paper))
    return Reading(paper, person, tuple(_question(one, paper, person) for one in asked))


def _in_parts(asked: Asked, paper: Paper) -> bool:
    """Say whether a document asks for the same relatives one relation at a time: then that says more."""
    others = (one for one in paper.asked if one is not asked and one.record == asked.record)
    parts = {
        relation for one in others for relation in one.relations if set(one.relations) < set(asked.relations)
    }
    return bool(asked.relations) and set(asked.relations) == parts


def _question(asked: Asked, paper: Paper, person: Person | None) -> Question:
    days = window(asked, paper, person)
    told = sum(
        record.type == asked.record
        and (not asked.relations or getattr(record, "relation", None) in asked.relations)
        for record in paper.records
    )
    since = None if days is None or days[0] == date.min else days[0]
    return Question(asked, told, since, None if days is None else days[1])
