"""Names that the user has taught to be one: an employer under two names, a person under two.

The value becomes the first of the names everywhere; the quote and its place stay as the paper has them.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from consistency.model import Fact, Job, Offer, Paper, Permit, Record
from consistency.normalizer import names, organisations
from consistency.normalizer.names import PersonName

Names = tuple[str, ...]

NAME_PARTS = ("family_name", "given_names")


class Taught(Struct, frozen=True):
    """Groups of names that are one employer, and groups that are one person; the first name stands for all."""

    employers: tuple[Names, ...] = ()
    people: tuple[Names, ...] = ()


def with_taught(paper: Paper, taught: Taught) -> Paper:
    """Give the paper with every taught name as the first name of its group."""
    if not taught.employers and not taught.people:
        return paper
    records = tuple(_employed(record, taught.employers) for record in paper.records)
    return replace(paper, records=records, facts=_called(paper, taught.people))


def _employed(record: Record, groups: Sequence[Names]) -> Record:
    if not isinstance(record, Job | Offer | Permit) or not record.employer:
        return record
    for first, *others in groups:
        if any(organisations.compare(record.employer, other).agrees for other in others):
            return replace(record, employer=first)
    return record


def _called(paper: Paper, groups: Sequence[Names]) -> tuple[Fact, ...]:
    parts = [paper.value(name) or "" for name in NAME_PARTS]
    whole = paper.value("full_name")
    own = PersonName(*parts) if any(parts) else names.parse_full(whole) if whole else None
    if own is None:
        return paper.facts
    for first, *others in groups:
        if any(names.compare(own, names.parse_full(other)).verdict == "same" for other in others):
            return _renamed(paper.facts, first)
    return paper.facts


def _renamed(facts: Sequence[Fact], name: str) -> tuple[Fact, ...]:
    """Put the taught name in the place of the paper's; one without parts takes the place of both parts."""
    parsed = names.parse_full(name)
    values = {"family_name": parsed.family, "given_names": parsed.given, "full_name": name}
    if not parsed.family:
        parts = [fact for fact in facts if fact.attribute in NAME_PARTS]
        facts = [fact for fact in facts if fact not in parts[1:]]
        facts = [replace(fact, attribute="full_name") if fact in parts else fact for fact in facts]
    renamed = (replace(fact, value=values.get(fact.attribute, fact.value)) for fact in facts)
    return tuple(fact for fact in renamed if fact.value)
