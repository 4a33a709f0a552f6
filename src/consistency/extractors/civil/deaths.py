"""What the certificate of a death says: who has died, when, and whom that one was married to."""

from collections.abc import Iterator

from consistency.extractors.civil import words
from consistency.extractors.civil.registry import Registry
from consistency.extractors.wording.letters import Cut, Dated
from consistency.extractors.wording.official import day_after, day_of
from consistency.extractors.wording.persons import named
from consistency.model import FamilyMember, Record, Relationship
from consistency.normalizer.dates import Period
from consistency.normalizer.text import fold

DECEASED = "Deceased"
"""What a form has in the place of an address."""


def deceased(registry: Registry) -> Cut | None:
    """Give who has died: the whole name, or given names and family name put together."""
    whole, given = registry.person("deceased"), registry.person("given_names")
    if whole and given and fold(given.text) not in fold(whole.text):
        return Cut(f"{given.text} {whole.text}", whole.evidence)
    return whole or named(registry.parts, *words.DECEASED) or _only_one(registry)


def _only_one(registry: Registry) -> Cut | None:
    """Give the one person of a certificate that calls nobody deceased, and whose day of death has a label."""
    return registry.person("child") if registry.labels.get("died") else None


def died(registry: Registry) -> Dated | None:
    """Give the day of the death."""
    for value in registry.labels.get("died", ()):
        return day_of(value, registry.order)
    return day_after(registry.parts, words.DIED, registry.order)


def death(registry: Registry) -> Iterator[Record]:
    """Give the relative who has died, whose relation the case knows, and the marriage that the death ended."""
    who, day, born, other = deceased(registry), died(registry), registry.born, registry.person("widowed")
    if who is None:
        return
    cells = {"name": who.evidence, "address": day.evidence if day else who.evidence}
    cells |= {"birth_date": born.evidence} if born else {}
    yield FamilyMember(
        evidence=who.evidence,
        cells=cells,
        name=who.text,
        birth_date=born.date if born else None,
        address=DECEASED,
    )
    if other is not None and day is not None:
        yield Relationship(
            evidence=who.evidence,
            cells={"name": who.evidence, "other": other.evidence, "period": day.evidence},
            period=Period(None, day.date),
            relation="previous-spouse",
            name=who.text,
        )
