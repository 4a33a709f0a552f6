"""What a registry, a notary or somebody under oath says of one who is not married."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.extractors.civil import words
from consistency.extractors.civil.registry import Registry
from consistency.extractors.wording.letters import Cut
from consistency.extractors.wording.official import day_fact, name_fact
from consistency.extractors.wording.persons import named
from consistency.model import Evidence, Fact


def single(registry: Registry) -> Evidence | None:
    """Give the words that say that somebody never was married; none where they tell of a marriage that ended."""
    if any(words.BEEN_MARRIED.search(part.plain) for part in registry.parts):
        return None
    found = ((part, words.NEVER_MARRIED.search(part.plain)) for part in registry.parts)
    return next((part.cite(*match.span()) for part, match in found if match), None)


def unmarried(registry: Registry) -> Cut | None:
    """Give whom the paper is about."""
    return registry.person("child", "given_names") or named(registry.parts, *words.NAMED)


def facts(registry: Registry) -> Iterator[Fact]:
    """Give who it is, when that one was born, and the status."""
    yield from name_fact(unmarried(registry))
    yield from day_fact("birth_date", registry.born)
    status = single(registry)
    if status:
        yield Fact("marital_status", "single", status)
