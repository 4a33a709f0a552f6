"""What older papers said and what the draft says, side by side: which is right, only the applicant can say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from consistency.model import Case, Finding, Person, Severity
from consistency.normalizer.text import fold
from consistency.views.quoting import Quote, Thing, quotes, thing

SETTLED_OTHERWISE = ("reapplication", "document")
"""Families about the package and not about a fact: there is nothing to correct in them."""

OWN_WORDS = frozenset({"explanation-letter", "cv", "unknown", "other"})
"""Kinds that prove nothing of the applicant, besides the forms: they are the applicant's own words."""


class Correction(Struct, frozen=True):
    """A fact that papers tell in two ways, with what each side says and the exhibits that speak of it.

    ``before`` are the papers of earlier applications and those that lie in none, ``now`` those of the draft.
    """

    finding: Finding
    person: Person | None
    about: Thing
    before: tuple[Quote, ...]
    now: tuple[Quote, ...]
    proof: tuple[int, ...]


def corrections(
    case: Case, findings: Iterable[Finding], numbers: Mapping[str, int]
) -> tuple[Correction, ...]:
    """Give every open finding about a fact that is told in two ways, the heaviest first.

    ``numbers`` are those of the exhibits, by path.
    """
    return tuple(_correction(case, finding, numbers) for finding in _twofold(findings))


def _twofold(findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        about_fact = finding.rule.split("/")[0] not in SETTLED_OTHERWISE
        told = {fold(c.value) if c.value else None for c in finding.evidence}
        if finding.status == "open" and finding.severity >= Severity.MINOR and about_fact and len(told) > 1:
            yield finding


def _correction(case: Case, finding: Finding, numbers: Mapping[str, int]) -> Correction:
    told = quotes(case, finding)
    proof = {
        numbers[quote.document]
        for quote in told
        if quote.document in numbers and quote.words and not _own(quote.kind)
    }
    return Correction(
        finding,
        next((p for p in case.people if p.id == finding.person), None),
        thing(case, finding),
        tuple(q for q in told if q.part != "draft"),
        tuple(q for q in told if q.part == "draft"),
        tuple(sorted(proof)),
    )


def _own(kind: str) -> bool:
    return kind.startswith("imm") or kind in OWN_WORDS
