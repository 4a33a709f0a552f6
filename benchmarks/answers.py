"""How often the table of the reasons of a refusal is right: ``python -m benchmarks.answers [DEALS] [-v]``.

The tests deal re-applications: grounds, what the letter says of each (it names it, or speaks of something near it),
and papers that are new, changed, the refused ones again or not there; they are built as files and read from them.
One half of the wordings was looked at while the vocabulary grew, the other half is held out.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from fixtures.papers import write
from tests.answers.dealing import HALVES, Dealt, dealt

from consistency.model import Report
from consistency.pipeline import Check, check
from consistency.readers.files import Options
from consistency.views.coverage import Row, coverage
from consistency.views.package import packages

DEALS = 30
"""Re-applications of each half."""


@dataclass(slots=True)
class Score:
    """How many verdicts were right, and what was wrong with the others."""

    cases: int = 0
    reasons: int = 0
    right: int = 0
    papers: int = 0
    papers_right: int = 0
    standing: int = 0
    odd: int = 0
    odd_kept: int = 0
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)
    against: Counter[str] = field(default_factory=Counter)
    """The rules whose findings speak against an answer where none was planted."""
    misses: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of the verdicts that are right."""
        return self.right / max(1, self.reasons)

    def add(self, deal: Dealt, report: Report) -> None:
        """Compare what is shown of one re-application with what was dealt."""
        rows = {row.reason or row.title: row for row in coverage(report.case, report.known)}
        self.cases += 1
        for ground, wanted in deal.verdicts.items():
            row = rows.get(ground)
            self.standing += row is not None and row.standing == deal.standing[ground]
            if wanted:
                self._judge(deal, ground, wanted, row)
        if deal.odd:
            self.odd += 1
            self.odd_kept += any(row.reason is None and deal.odd in row.title for row in rows.values())
        (table,) = packages(report.case) or (None,)
        shown = {row.kind: row.state for row in table.rows if row.document} if table else {}
        for kind, state in deal.states.items():
            if state != "absent":
                self.papers += 1
                self.papers_right += shown.get(kind) == state

    def _judge(self, deal: Dealt, ground: str, wanted: str, row: Row | None) -> None:
        found = row.verdict if row else "no row"
        self.reasons += 1
        self.right += found == wanted
        if found != wanted:
            self.confused[wanted, found] += 1
            against = [finding.rule for finding in row.findings] if row else []
            self.against.update(against if found == "contradicted" else ())
            named = [passage.value for passage in row.passages] if row else []
            self.misses.append(
                f"{deal.name} {ground}: {wanted}, shown {found}\n    said “{deal.told[ground]}”\n"
                f"    named by {named}, papers {[(h.kind, h.state) for h in row.documents] if row else []}, {against}"
            )


def score(deals: Iterable[Dealt]) -> Score:
    """Build re-applications, read them, and count."""
    told = Score()
    for deal in deals:
        with tempfile.TemporaryDirectory() as folder:
            for path, data in deal.files.items():
                write(Path(folder) / path, data)
            told.add(deal, check(folder, Check(draft="2026 draft", reading=Options(ocr=False))))
    return told


def main(deals: int, verbose: bool) -> None:
    """Print the figures of each half."""
    begun = perf_counter()
    for half in HALVES:
        told = score(dealt(number, half) for number in range(deals))
        print(
            f"{half:12} {told.cases} re-applications, {told.reasons} reasons, verdict right {told.right} "
            f"({told.share:.3f}); papers matched {told.papers_right}/{told.papers}; unknown sentences kept "
            f"{told.odd_kept}/{told.odd}; standing right {told.standing}"
        )
        for (wanted, found), times in told.confused.most_common():
            print(f"  {times:3} {wanted}, shown {found}")
        for rule, times in told.against.most_common():
            print(f"      {rule}: {times}")
        if verbose and half == HALVES[0]:
            print("\n".join(told.misses))
    print(f"{perf_counter() - begun:.0f} seconds")


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    main(numbers[0] if numbers else DEALS, "-v" in sys.argv)
