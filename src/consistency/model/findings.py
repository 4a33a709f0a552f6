"""What is found: mismatches with both sides, how much they weigh, and the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Literal, NamedTuple

from msgspec import Struct

from consistency.model.case import Case
from consistency.model.clock import Clock
from consistency.model.records import Citation

Status = Literal["open", "acknowledged", "explained"]


class Severity(IntEnum):
    """How much a finding weighs; the order is the order of weight."""

    INFO = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    def __str__(self) -> str:
        return self.name.lower()

    def moved(self, steps: int) -> Severity:
        """Give the level ``steps`` higher or lower, kept within minor and critical."""
        return Severity(min(max(self + steps, Severity.MINOR), Severity.CRITICAL))


class Acknowledgement(Struct, frozen=True):
    """That somebody has looked at a finding and said why it may stand."""

    reason: str
    by: str | None = None
    on: str | None = None
    expires: str | None = None


class Finding(Struct, frozen=True):
    """A mismatch as the report shows it."""

    id: str
    rule: str
    severity: Severity
    person: str | None
    title: str
    detail: str
    why: str
    advice: str
    references: tuple[str, ...]
    evidence: tuple[Citation, ...]
    confidence: float = 1.0
    status: Status = "open"
    acknowledgement: Acknowledgement | None = None
    subject: str = ""
    """What it is about, in normalised words: one rule finds one thing about one subject of a person."""
    following: tuple[Citation, ...] = ()
    """Those of the evidence that only belong to what follows from it: no sides of its own."""


def by_weight(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings in order, the heaviest first, of equals by their rules."""
    return tuple(sorted(findings, key=lambda f: (-f.severity, f.rule, f.id)))


class Resolved(NamedTuple):
    """A finding of an earlier report that is no longer found: its id, rule, level and title."""

    id: str
    rule: str
    severity: str
    title: str


class Changes(Struct, frozen=True):
    """What is otherwise than in an earlier report; findings that are as they were are counted only."""

    new: frozenset[str]
    """Ids of findings that were not there, in any form."""
    changed: frozenset[str]
    """Ids of findings about a subject that was found before with other values, level or status."""
    resolved: tuple[Resolved, ...]
    unchanged: int


class Report(Struct, frozen=True):
    """The result of a check; with ``changes``, the findings are those that are new or changed."""

    case: Case
    findings: tuple[Finding, ...]
    verdict: Literal["pass", "findings", "incomplete"]
    fail_on: Severity = Severity.MAJOR
    changes: Changes | None = None
    clocks: tuple[Clock, ...] = ()
    """The times that run, and those that have passed, on the day of the case."""
    untold: tuple[Finding, ...] = ()
    """Findings that are known and not told: another person's, or as they were in the earlier report."""

    @property
    def known(self) -> tuple[Finding, ...]:
        """All findings of the check, told or not: what a table of the whole case speaks of."""
        return self.findings + self.untold

    @property
    def counts(self) -> Mapping[str, int]:
        """The number of open findings of each level, the heaviest first."""
        levels = [f.severity for f in self.findings if f.status == "open"]
        return {str(level): levels.count(level) for level in sorted(Severity, reverse=True)}

    @property
    def running(self) -> tuple[Clock, ...]:
        """The clocks that weigh: those to be shown beside the findings."""
        return tuple(clock for clock in self.clocks if clock.weighs)
