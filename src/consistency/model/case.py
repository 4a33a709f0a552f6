"""The papers of a folder: whose they are, and to which submission they belong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Literal, TypeVar

from msgspec import Struct

from consistency.model.paper import Paper
from consistency.normalizer.dates import PartialDate

Role = Literal["principal", "spouse", "child", "other", "unknown"]
Outcome = Literal["refused", "approved", "withdrawn", "unknown"]
T = TypeVar("T")


class Person(Struct, frozen=True):
    """Somebody whose papers are in the folder."""

    id: str
    name: str
    role: Role
    birth_date: PartialDate | None = None


class Application(Struct, frozen=True):
    """A submission: the papers that were, or will be, filed together."""

    id: str
    role: Literal["past", "draft", "unassigned"]
    as_of: PartialDate | None
    outcome: Outcome | None
    documents: tuple[str, ...]


class Case(Struct, frozen=True, dict=True):
    """All papers of a folder, and who said what when."""

    path: str
    as_of: date
    people: tuple[Person, ...]
    applications: tuple[Application, ...]
    papers: tuple[Paper, ...]
    notes: tuple[str, ...] = ()
    """What was inferred and should be said: which folder is the draft, which day is taken."""

    @cached_property
    def memory(self) -> dict[object, Any]:
        """What was worked out of this case once and is asked for again (alignments)."""
        return {}

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Give what is worked out of the case under a key (hashable); it is worked out the first time only."""
        memory = self.memory
        if key not in memory:
            memory[key] = make()
        found: T = memory[key]
        return found

    @cached_property
    def by_path(self) -> Mapping[str, Paper]:
        """Papers by their path."""
        return {paper.path: paper for paper in self.papers}

    @cached_property
    def draft(self) -> Application | None:
        """The application about to be submitted."""
        return next((a for a in self.applications if a.role == "draft"), None)

    def of(self, person: Person) -> tuple[Paper, ...]:
        """Give the papers of one person, oldest first."""
        return self._by_person.get(person.id, ())

    def drafted(self, person: Person) -> tuple[Paper, ...]:
        """Give the papers of one person that belong to the draft, oldest first."""
        return tuple(paper for paper in self.of(person) if self.in_draft(paper))

    @cached_property
    def _by_person(self) -> Mapping[str | None, tuple[Paper, ...]]:
        found: dict[str | None, list[Paper]] = {}
        for paper in self.papers:
            found.setdefault(paper.person, []).append(paper)
        return {person: tuple(papers) for person, papers in found.items()}

    @cached_property
    def draft_papers(self) -> tuple[Paper, ...]:
        """The papers of the draft, whosever they are."""
        return tuple(paper for paper in self.papers if self.in_draft(paper))

    def in_draft(self, paper: Paper) -> bool:
        """True for a paper of the draft."""
        return self.draft is not None and paper.application == self.draft.id

    def application_of(self, paper: Paper) -> Application | None:
        """Give the submission that a paper belongs to."""
        return next((a for a in self.applications if a.id == paper.application), None)

    @cached_property
    def principal(self) -> Person | None:
        """The principal applicant."""
        return next((p for p in self.people if p.role == "principal"), None)
