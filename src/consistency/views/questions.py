"""What is to be asked of the people themselves: one question a finding, by person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct

from consistency.model import Case, Finding, Person, Severity
from consistency.views.quoting import Quote, Thing, quotes, thing

NO_WORDS: Mapping[str, str] = MappingProxyType({})


class Question(Struct, frozen=True):
    """A finding to ask about, with what the papers say of it."""

    finding: Finding
    about: Thing
    quotes: tuple[Quote, ...]
    own: str = ""
    """The question in the words of whoever has decided to ask it, where there are some."""


class Asked(Struct, frozen=True):
    """The questions for one person; what concerns no one person is for the principal applicant."""

    person: Person | None
    questions: tuple[Question, ...]


def questions(
    case: Case, findings: Iterable[Finding], own: Mapping[str, str] = NO_WORDS
) -> tuple[Asked, ...]:
    """Give the questions by person, the principal applicant's first; of each the heaviest first.

    ``own`` has the words, or none, for findings by id about which somebody has decided to ask, whatever they weigh.
    """
    first = case.principal or next(iter(case.people), None)
    known = {person.id: person for person in case.people}
    found: dict[str, list[Question]] = {}
    for finding in findings:
        if finding.status == "open" and (finding.severity >= Severity.MINOR or finding.id in own):
            whose = finding.person if finding.person in known else first.id if first else ""
            found.setdefault(whose or "", []).append(
                Question(finding, thing(case, finding), quotes(case, finding), own.get(finding.id, ""))
            )
    order = [*known, ""]
    return tuple(Asked(known.get(whose), tuple(found[whose])) for whose in order if whose in found)
