"""Lives through the comparator: what is found in a consistent one, and in one with a planted edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from consistency.case.assemble import assemble
from consistency.comparator.engine import all_rules, run
from consistency.model import Finding, Paper, Severity
from tests.lives import reapplication_edits
from tests.lives.edits import EDITS, Edit, told

assert reapplication_edits  # importing it registers its edits


def found(papers: Sequence[Paper]) -> tuple[Finding, ...]:
    """Give the findings that weigh: minor and above."""
    return tuple(f for f in run(assemble("life", papers)) if f.severity >= Severity.MINOR)


def false_alarms(seeds: Iterable[int]) -> list[tuple[int, Finding]]:
    """Give the findings in consistent lives: there should be none."""
    return [(seed, finding) for seed in seeds for finding in found(told(seed))]


def known_edits() -> list[Edit]:
    """Give the edits whose checks exist."""
    return [edit for edit in EDITS if edit.rules & set(all_rules())]


@dataclass
class Tally:
    """How often one edit was planted and found, the seeds where it was not, and what else was reported."""

    planted: int = 0
    found: int = 0
    missed: list[int] = field(default_factory=list)
    beside: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.planted + other.planted,
            self.found + other.found,
            self.missed + other.missed,
            self.beside + other.beside,
        )


def tally(edit: Edit, seeds: Iterable[int]) -> Tally:
    """Plant an edit in the lives of some seeds."""
    result = Tally()
    for seed in seeds:
        papers = edit.planted(seed)
        if papers is None:
            continue
        rules = [finding.rule for finding in found(papers)]
        result.planted += 1
        if edit.rules & set(rules):
            result.found += 1
        else:
            result.missed.append(seed)
        result.beside.update(rule for rule in rules if rule not in edit.rules | edit.shadows)
    return result
