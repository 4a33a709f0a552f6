"""The tables about a refusal at a terminal: its reasons and their answers, and the package beside the refused one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from click import style

from consistency.model import Citation, Report
from consistency.views.coverage import Row, coverage
from consistency.views.package import STATES, Table, packages

COLOUR = {
    "answered": "green", "contradicted": "red", "unanswered": "red", "mentioned only": "yellow",
    "evidence only": "yellow", "unrecognised": "cyan",
}  # fmt: skip
"""Verdicts are words too, for a terminal or a reader without colours."""

WIDE = 16
"""Columns of the verdict."""
QUOTE = 90
"""So many signs of a passage are shown; the JSON report has all."""


def tables(report: Report) -> Iterator[str]:
    """Give the lines of both tables, one text each; nothing where there was no refusal."""
    rows = coverage(report.case, report.known)
    for person, own in groupby(rows, key=lambda row: row.person):
        named = f" ({person})" if len({row.person for row in rows}) > 1 else ""
        yield style(f"Reasons of the refusal{named}", bold=True)
        for row in own:
            yield from _reason(row)
    for table in packages(report.case):
        yield _shares(table)


def _reason(row: Row) -> Iterator[str]:
    days = ", ".join(given.day or "no date" for given in row.given)
    again = {"new": "", "repeated": ", again", "earlier": ", not in the last refusal"}[row.standing]
    verdict = style(f"{row.verdict:{WIDE}}", fg=COLOUR[row.verdict], bold=True)
    yield f"  {verdict}{_short(row.title)} ({days}{again})"
    indent = " " * (WIDE + 2)
    if row.passages:
        more = f" and {len(row.passages) - 1} more" if len(row.passages) > 1 else ""
        yield f"{indent}named: {_place(row.passages[0])}{more}"
    if row.documents:
        yield f"{indent}papers: " + ", ".join(f"{one.document} ({one.state})" for one in row.documents)
    if row.findings:
        rules = dict.fromkeys(f"{finding.rule} ({finding.severity})" for finding in row.findings)
        yield f"{indent}open: {', '.join(rules)}"
    if not row.all_read and row.verdict not in {"answered", "contradicted", "unrecognised"}:
        yield f"{indent}not everything in the draft could be read: an answer may stand there"


def _place(citation: Citation) -> str:
    page = f", p. {citation.evidence.page}" if citation.evidence.page else ""
    return f"“{_short(citation.evidence.quote or '')}” ({citation.evidence.document}{page})"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= QUOTE else f"{words[: QUOTE - 1].rstrip()}…"


def _shares(table: Table) -> str:
    told = {"same": "the same", "changed": "changed", "new": "new", "dropped": "left out"}
    counts = ", ".join(f"{table.count(state)} {told[state]}" for state in STATES)
    return (
        f"Beside the package refused on {table.refused or 'an unknown day'} ({table.person}): {counts}; "
        f"{table.again:.0%} of the draft is the refused package again"
    )
