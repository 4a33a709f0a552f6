"""Personal details by document: what each paper of a person says of who they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from consistency.model import Case, Fact, Finding, Paper, Person
from consistency.normalizer.text import fold
from consistency.views.grid import Cell, Grid, Row, grid
from consistency.views.pointing import Pointing, pointing

GROUPS: Mapping[str, tuple[str, ...]] = {
    "identity": (
        "name", "other_names", "sex", "birth_date", "birth_city", "birth_country", "citizenship",
        "marital_status", "marriage_date", "native_language",
    ),
    "numbers": (
        "passport_number", "passport_country", "passport_issue_date", "passport_expiry_date", "uci",
        "national_id", "email", "phone",
    ),
}  # fmt: skip
"""The columns of the two tables of a person: facts by their names, and names as a whole."""

NAMES = {
    "name": ("family_name", "given_names", "full_name"),
    "other_names": ("other_family_name", "other_given_names"),
}
"""Columns that several facts make up."""


class Details(Struct, frozen=True):
    """The tables of one person."""

    person: Person
    grids: tuple[Grid, ...]


def matrix(case: Case, findings: Iterable[Finding]) -> tuple[Details, ...]:
    """Give the personal details of each person, by document."""
    pointed = pointing(findings)
    told = (Details(person, tuple(_grids(case, person, pointed))) for person in case.people)
    return tuple(details for details in told if details.grids)


def _grids(case: Case, person: Person, pointed: Pointing) -> Iterator[Grid]:
    for about, columns in GROUPS.items():
        made = grid(about, columns, (_row(paper, columns) for paper in case.of(person)), pointed)
        if made.rows:
            yield made


def _row(paper: Paper, columns: Iterable[str]) -> Row:
    told = {name: [f for f in paper.facts if f.attribute in NAMES.get(name, (name,))] for name in columns}
    return Row(paper, {name: _cell(facts) for name, facts in told.items() if facts})


def _cell(facts: Iterable[Fact]) -> Cell:
    """Write the facts of one column: the parts of a name together, several values beside each other."""
    told = list(facts)
    values: dict[str, str] = {}
    for fact in told:
        values.setdefault(fold(fact.value), fact.value)
    is_name = any(fact.attribute.endswith(("family_name", "given_names")) for fact in told)
    parted = [f.value for f in told if f.attribute.endswith(("family_name", "given_names"))]
    words = ", ".join(dict.fromkeys(parted)) if is_name else " · ".join(values.values())
    return Cell(words, tuple(fact.evidence for fact in told))
