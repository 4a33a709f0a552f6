"""The package of the draft beside the one that was refused last: what is the same, changed, new and gone."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from consistency.comparator.differences import Difference
from consistency.comparator.reapplication.decisions import decisions
from consistency.comparator.reapplication.packages import Match, State, package
from consistency.model import Case, Finding, Person

STATES: tuple[State, ...] = ("same", "changed", "new", "dropped")


class Row(Struct, frozen=True):
    """A document of either package, and what became of it."""

    state: State
    kind: str
    document: str | None
    """In the draft; None for one that is gone."""
    before: str | None
    """In the refused package, or in an older one that the officer had; None for one that is new."""
    likeness: float
    """Share of the letters (of a form: of the fields) that is the same, from 0 to 1."""
    differences: tuple[Difference, ...]


class Table(Struct, frozen=True):
    """The documents of one person's draft beside those of the refused application."""

    person: str
    refused: str | None
    """The day of the refusal."""
    rows: tuple[Row, ...]

    def count(self, state: State) -> int:
        """Count the documents of a state."""
        return sum(row.state == state for row in self.rows)

    @property
    def again(self) -> float:
        """The share of the draft's documents that are the refused ones again."""
        drafted = [row for row in self.rows if row.document is not None]
        return self.count("same") / len(drafted) if drafted else 0.0


def packages(case: Case, _findings: Sequence[Finding] = ()) -> tuple[Table, ...]:
    """Compare the draft of each person with the application that was refused last.

    Nothing for a person without a draft, a refusal, or a document from before it.
    """
    return tuple(table for person in case.people if (table := _table(case, person)) is not None)


def _table(case: Case, person: Person) -> Table | None:
    refused = decisions(case, person)
    if case.draft is None or not refused:
        return None
    rows = [_row(match) for match in package(case, person, refused[-1]).matches]
    if not any(row.document for row in rows) or not any(row.before for row in rows):
        return None
    rows.sort(key=lambda row: (STATES.index(row.state), row.document or row.before or ""))
    return Table(person.id, refused[-1].day, tuple(rows))


def _row(match: Match) -> Row:
    new, old = match.new, match.old
    kind = new.kind if new is not None else old.kind if old is not None else "unknown"
    return Row(
        state=match.state,
        kind=kind,
        document=new.path if new is not None else None,
        before=old.path if old is not None else None,
        likeness=round(match.likeness, 3),
        differences=match.differences,
    )
