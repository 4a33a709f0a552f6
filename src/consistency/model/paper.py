"""A document with its meaning: its kind, what it says, as of when, and what it asks."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeVar

from msgspec import Struct

from consistency.model.document import Document, Problem
from consistency.model.records import Answer, Evidence, Fact, Record, Saying
from consistency.normalizer.dates import PartialDate

Basis = Literal["signature", "stated", "validated", "metadata", "folder", "config", "unknown"]

R = TypeVar("R", bound=Record)


class AsOf(NamedTuple):
    """The day as of which a document speaks, and how it is known."""

    date: PartialDate | None
    basis: Basis


class Asked(Struct, frozen=True):
    """That a document asks for all records of a type, over a window and with so many rows.

    ``years`` counts back from the document's date (None = a whole life); ``since_18`` cuts the window at the
    eighteenth birthday; ``capacity`` is the number of rows (None = no limit); ``scope`` says which records:
    all of the window, only the current one, or only the highest.
    """

    record: str
    years: int | None = None
    since_18: bool = False
    capacity: int | None = None
    scope: Literal["all", "current", "highest"] = "all"
    relations: tuple[str, ...] = ()
    """For relatives: which ones are asked for."""
    gapless: bool = False
    """True where the history must account for all time."""
    min_days: int = 0
    """Shorter records need not be told (residences: more than six months)."""
    none: Evidence | None = None
    """Where the document answers that there are none; for residences, none but the current one."""


class Paper(Struct, frozen=True, dict=True):
    """A document with its meaning: its kind, what it says and as of when, and whose it is."""

    document: Document
    kind: str
    as_of: AsOf
    facts: tuple[Fact, ...] = ()
    records: tuple[Record, ...] = ()
    asked: tuple[Asked, ...] = ()
    form_version: str | None = None
    language: str | None = None
    signed: bool | None = None
    """None where the kind is not one that is signed."""
    validated: bool | None = None
    problems: tuple[Problem, ...] = ()
    """Problems found while its meaning was read; those of the file itself are the document's."""
    sayings: tuple[Saying, ...] | None = None
    """What it tells in its author's own words; None for a kind that is not read so far."""
    person: str | None = None
    application: str | None = None

    @property
    def path(self) -> str:
        """The document's path, relative to the case folder."""
        return self.document.path

    @property
    def is_form(self) -> bool:
        """True for an official IRCC form."""
        return self.kind.startswith("imm")

    @property
    def troubles(self) -> tuple[Problem, ...]:
        """What kept it from being read in full, of the file and of its meaning."""
        return self.document.problems + self.problems

    @property
    def amount(self) -> int:
        """The number of facts and records that were read from it."""
        return len(self.facts) + len(self.records)

    def all(self, record: type[R]) -> Iterator[R]:
        """Give the records of one type."""
        return iter(self._by_type.get(record, ()))

    @cached_property
    def _by_type(self) -> Mapping[type[Record], Sequence[Any]]:
        found: dict[type[Record], list[Record]] = {}
        for one in self.records:
            found.setdefault(type(one), []).append(one)
        return found

    def fact(self, attribute: str) -> Fact | None:
        """Give the first fact of an attribute."""
        return self._by_attribute.get(attribute)

    @cached_property
    def _by_attribute(self) -> Mapping[str, Fact]:
        return {fact.attribute: fact for fact in reversed(self.facts)}

    def value(self, attribute: str) -> str | None:
        """Give the first value of an attribute."""
        found = self.fact(attribute)
        return found.value if found else None

    def answer(self, question: str) -> Answer | None:
        """Give the answer to a question of the form."""
        return next((a for a in self.all(Answer) if a.question == question), None)

    def asks(self, record: type[Record]) -> Asked | None:
        """Say how the document asks for a type of record, if it does."""
        return next((a for a in self.asked if a.record == record.type), None)

    def absent(self) -> Evidence:
        """Give the evidence that something does not stand here: the document itself, without a quote."""
        return Evidence(self.path, None)
