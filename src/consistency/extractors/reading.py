"""What an extractor hands on: facts, records and how the document asks, with the values built from their places."""

from collections.abc import Mapping

from msgspec import Struct

from consistency.model import Asked, AsOf, Document, Evidence, Fact, Line, Problem, Record, Saying, Segment


class Reading(Struct, frozen=True):
    """The meaning of one document, before it is known whose it is."""

    as_of: AsOf
    facts: tuple[Fact, ...] = ()
    records: tuple[Record, ...] = ()
    asked: tuple[Asked, ...] = ()
    form_version: str | None = None
    language: str | None = None
    signed: bool | None = None
    validated: bool | None = None
    problems: tuple[Problem, ...] = ()
    sayings: tuple[Saying, ...] | None = None


def cite(
    document: Document, where: Line | Segment, quote: str | None = None, page: int | None = None
) -> Evidence:
    """Give the evidence for words that stand in a line or segment of a document.

    ``quote`` is the part that is meant; without it the whole text. A segment does not know its page: give it.
    """
    return Evidence(
        document=document.path,
        quote=where.text if quote is None else quote,
        page=where.page if isinstance(where, Line) else page,
        box=where.box,
        place=where.place,
        confidence=where.confidence,
    )


def facts_from(values: Mapping[str, tuple[str | None, Evidence]]) -> tuple[Fact, ...]:
    """Build facts from attribute → (value, place); empty values are no facts."""
    return tuple(Fact(name, value, evidence) for name, (value, evidence) in values.items() if value)
