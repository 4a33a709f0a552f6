"""What the papers of a case tell that is nobody's: sums of money, and the words of titles, studies and places."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.model import Case, Record
from consistency.normalizer.text import tokens

_PUBLIC = ("title", "level", "field_of_study", "duties", "city", "occupation", "purpose")
_FACTS = frozenset({"birth_city", "native_language"})


def sums(case: Case) -> frozenset[str]:
    """Give the sums of money, digits alone: long numbers that are nobody's."""
    amounts = (getattr(record, "amount", None) for paper in case.papers for record in paper.records)
    return frozenset(f"{amount:.0f}" for amount in amounts if amount is not None)


def words_told(case: Case) -> frozenset[str]:
    """Give the words of titles, studies and places, folded: without them no finding could be understood."""
    told = [text for paper in case.papers for record in paper.records for text in _texts(record)]
    told += [fact.value for paper in case.papers for fact in paper.facts if fact.attribute in _FACTS]
    return frozenset(word for text in told for word in tokens(text))


def _texts(record: Record) -> Iterator[str]:
    for name in _PUBLIC:
        value = getattr(record, name, None)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value
