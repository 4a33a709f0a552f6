"""What the contracts of the machine's report, facts and plan have in common: people, clocks and places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from consistency.model import Citation, Clock, Evidence, Job, Paper, Person, Record
from consistency.normalizer.dates import PartialDate
from consistency.reports._telling import encodable

Json = dict[str, Any]


NO_NAME_OF_ITS_OWN = dict.fromkeys(
    (
        "address-proof", "admission-record", "business-registration", "employment-record", "identity-card",
        "name-change", "personal-record", "residence-permit", "support-letter", "tax-assessment", "tax-slip",
        "travel-booking",
    ),
    "other",
)  # fmt: skip
"""Kinds of papers for which the contracts have no word."""


def kind(paper: Paper) -> str:
    """Give the kind of a paper as the contracts call it."""
    return NO_NAME_OF_ITS_OWN.get(paper.kind, paper.kind)


def records(paper: Paper) -> Iterator[Record]:
    """Give the records of a paper but the jobs that it tells in passing, for which the contracts do not ask."""
    return (one for one in paper.records if not (isinstance(one, Job) and one.in_passing))


def as_text(value: Json) -> str:
    """Write plain values as JSON."""
    return msgspec.json.format(msgspec.json.encode(encodable(value)), indent=1).decode()


def iso(value: PartialDate | None) -> str | None:
    """Write a date as far as it is known."""
    return value.iso if value else None


def as_person(person: Person) -> Json:
    """Write a person: the id, the name and the role."""
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "birth_date": iso(person.birth_date),
    }


def as_clock(clock: Clock) -> Json:
    """Write a clock; its last day in the cautious reading, and in both where the papers leave two."""
    return {
        "kind": clock.kind,
        "person": clock.person,
        "title": clock.title,
        "provisions": list(clock.provisions),
        "start": iso(clock.start),
        "last_day": clock.last.isoformat(),
        "earliest": clock.earliest.isoformat(),
        "latest": clock.latest.isoformat(),
        "days_left": clock.days_left,
        "passed": clock.passed,
        "bar": clock.bar,
        "sentence": clock.sentence,
        "evidence": as_citation(clock.citation),
    }


def as_citation(citation: Citation) -> Json:
    """Write where a value stands, and the value."""
    return {
        "document": citation.evidence.document,
        **as_place(citation.evidence),
        "value": citation.value,
        "as_of": iso(citation.as_of),
    }


def as_place(evidence: Evidence) -> Json:
    """Write where something stands in its document, and the words."""
    return {
        "page": evidence.page,
        "field": evidence.field or evidence.place,
        "box": [round(edge, 1) for edge in evidence.box] if evidence.box else None,
        "quote": evidence.quote,
    }
