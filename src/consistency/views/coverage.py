"""The reasons of the refusals, and how the new application answers each: the officer's list, gone through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from consistency.comparator.reapplication import answering
from consistency.comparator.reapplication.answering import Answering, answers_to
from consistency.comparator.reapplication.decisions import Refused, decisions
from consistency.comparator.reapplication.packages import State
from consistency.model import Case, Citation, Finding, Person, Refusal, Severity, by_weight

Verdict = answering.Verdict | Literal["contradicted"]
Standing = Literal["new", "repeated", "earlier"]

ABOUT_PAPERS = (
    "document/",
    "reapplication/document-stale",
    "reapplication/metadata",
    "reapplication/placeholder",
)
"""Findings about a paper itself: they touch each reason that the paper answers."""


class Given(Struct, frozen=True):
    """A refusal that gives a reason: its day as the letter tells it, and the application's number."""

    day: str | None
    number: str | None


class Held(Struct, frozen=True):
    """A paper of the draft of a kind that answers a reason, and the one that it was in the refused package."""

    document: str
    kind: str
    state: State
    before: str | None


class Row(Struct, frozen=True):
    """A reason of a refusal and its answer."""

    person: str
    reason: str | None
    """The ground's slug; None for a sentence that names no known ground."""
    title: str
    """The ground in words, or the sentence as it stands in the refusal."""
    standing: Standing
    """Whether the last refusal gives it for the first time or again, or only an earlier one did."""
    given: tuple[Given, ...]
    told: tuple[Citation, ...]
    """Where the latest refusal that gives it does so."""
    verdict: Verdict
    all_read: bool
    """False where a paper of the draft was not read or understood: what is not found may stand there."""
    passages: tuple[Citation, ...]
    documents: tuple[Held, ...]
    findings: tuple[Finding, ...]
    """The open findings that speak against the answer, the heaviest first."""


def coverage(case: Case, findings: Sequence[Finding]) -> tuple[Row, ...]:
    """Give every reason of every refusal with its answer; nothing where there is no draft or no refusal."""
    if case.draft is None:
        return ()
    return tuple(row for person in case.people for row in _rows(case, person, findings))


def _rows(case: Case, person: Person, findings: Sequence[Finding]) -> Iterator[Row]:
    """Give the reasons of the last refusal, then those that only earlier ones gave, the latest first."""
    refused = decisions(case, person)
    given: dict[str, list[Given]] = {}
    for one in refused:
        for key in dict.fromkeys(answer.key for answer in answers_to(case, person, one)):
            given.setdefault(key, []).append(_given(one))
    shown: set[str] = set()
    for one in reversed(refused):
        for answer in answers_to(case, person, one):
            if answer.key not in shown:
                shown.add(answer.key)
                told = tuple(given[answer.key])
                yield _row(person, answer, told, _standing(one is refused[-1], told), findings)


def _given(refused: Refused) -> Given:
    records = [record for paper in refused.papers for record in paper.all(Refusal)]
    number = next((record.number for record in records if record.number), None)
    return Given(refused.day, number)


def _standing(last: bool, given: Sequence[Given]) -> Standing:
    if not last:
        return "earlier"
    return "repeated" if len(given) > 1 else "new"


def _row(
    person: Person,
    answer: Answering,
    given: tuple[Given, ...],
    standing: Standing,
    findings: Sequence[Finding],
) -> Row:
    against = _touching(person, answer, findings)
    return Row(
        person=person.id,
        reason=answer.slug,
        title=answer.title,
        standing=standing,
        given=given,
        told=answer.cited,
        verdict=_verdict(answer, against),
        all_read=answer.all_read,
        passages=tuple(passage.cite(passage.text) for passage in answer.passages),
        documents=tuple(_held(answer)),
        findings=against,
    )


def _verdict(answer: Answering, against: Iterable[Finding]) -> Verdict:
    """Say "contradicted" of an answer that is there and against which an open finding that weighs speaks."""
    weighs = any(finding.severity >= Severity.MAJOR for finding in against)
    return "contradicted" if weighs and answer.verdict == "answered" else answer.verdict


def _held(answer: Answering) -> Iterator[Held]:
    for match in answer.documents:
        if match.new is not None:
            before = match.old.path if match.old is not None else None
            yield Held(match.new.path, match.new.kind, match.state, before)


def _touching(person: Person, answer: Answering, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    if answer.ground is None:
        return ()
    papers = {match.new.path for match in answer.evidence if match.new is not None}
    own = [f for f in findings if f.status == "open" and f.person in {person.id, None}]
    found = [
        finding
        for finding in own
        if answer.touched_by(finding)
        or (
            finding.rule.startswith(ABOUT_PAPERS)
            and any(c.evidence.document in papers for c in finding.evidence)
        )
    ]
    return by_weight(found)
