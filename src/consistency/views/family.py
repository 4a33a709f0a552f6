"""The family by document: what each paper says of each relative, and where one is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from consistency.comparator.aligned.alignment import same
from consistency.model import Case, FamilyMember, Finding, Paper, Person, Relationship
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.text import fold
from consistency.views.grid import Cell, Grid, Row, grid
from consistency.views.pointing import absences, pointing

Kin = FamilyMember | Relationship
Telling = tuple[Paper, Kin]

COLUMNS = (
    "relation", "kinship", "name", "birth_date", "period", "country", "marital_status", "occupation", "address",
    "accompanying",
)  # fmt: skip
"""What papers say of a relative; the period is that of a marriage or a life together."""

NEAREST = ("spouse", "partner", "child", "mother", "father", "sibling")
"""In this order relatives are shown; all others after them."""


class Family(Struct, frozen=True):
    """The relatives of one person, a table each."""

    person: Person
    relatives: tuple[Grid, ...]


def family(case: Case, findings: Sequence[Finding]) -> tuple[Family, ...]:
    """Give the relatives of each person, by document."""
    told = (Family(person, tuple(_relatives(case, person, findings))) for person in case.people)
    return tuple(family for family in told if family.relatives)


def _relatives(case: Case, person: Person, findings: Sequence[Finding]) -> Iterator[Grid]:
    pointed = pointing(findings)
    for told in _by_name(case, person):
        rows: dict[str, Row] = {}
        for paper, record in told:
            before = rows[paper.path].cells if paper.path in rows else {}
            rows[paper.path] = Row(paper, {**_cells(record), **before})
        missing = _left_out(case, told, findings)
        yield grid(told[-1][1].name or "", COLUMNS, [*rows.values(), *missing], pointed)


def _by_name(case: Case, person: Person) -> list[list[Telling]]:
    """Give the tellings of each relative, the nearest first: as a relative, and as the other one of a couple."""
    groups: list[list[Telling]] = [
        [(t.paper, t.record) for t in group.told] for group in same(case, person, FamilyMember)
    ]
    couples: list[list[Telling]] = [
        [(t.paper, t.record) for t in group.told] for group in same(case, person, Relationship)
    ]
    found: dict[str, list[Telling]] = {}
    for number, told in enumerate(groups + couples):
        names = [fold(record.name) for _, record in told if record.name]
        if names:
            # Only a couple joins what is there: two relatives of one name are two.
            home = names[-1] if number >= len(groups) or names[-1] not in found else f"{names[-1]} {number}"
            found.setdefault(home, []).extend(told)
    return sorted(found.values(), key=_nearness)


def _nearness(told: Sequence[Telling]) -> int:
    relation = next((record.relation for _, record in told if record.relation), "")
    return NEAREST.index(relation) if relation in NEAREST else len(NEAREST)


def _cells(record: Kin) -> Mapping[str, Cell]:
    told = {name: _written(getattr(record, name, None)) for name in COLUMNS}
    return {name: Cell(value, (record.cite(name),)) for name, value in told.items() if value}


def _written(value: object) -> str | None:
    return value.iso if isinstance(value, PartialDate) else str(value) if value else None


def _left_out(case: Case, told: Sequence[Telling], findings: Iterable[Finding]) -> Iterator[Row]:
    """Give the papers in which, as an open finding says, the relative is missing."""
    places = {place for _, record in told for place in (record.evidence, *record.cells.values())}
    telling = {paper.path for paper, _ in told}
    for path, ids in absences(places, findings).items():
        if path in case.by_path and path not in telling:
            yield Row(case.by_path[path], {}, ids)
