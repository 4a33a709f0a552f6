"""Findings as a list to work off in a spreadsheet: one row for each, with both sides and their words.

UTF-8 with a byte order mark and CRLF, as Excel opens it; a cell that a spreadsheet would take for a formula begins
with an apostrophe (OWASP, "CSV injection").
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from consistency.model import Citation, Finding, Report
from consistency.reports._lines import flat
from consistency.reports._telling import (
    absent,
    acknowledged,
    each_value_first,
    person,
    place,
)
from consistency.views.agenda import in_order

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a cell must not begin with; the wide signs are taken for narrow ones by some programs. Tabs and line ends, which
hide such a sign from a reader, stand in no cell."""

COLUMNS = (
    "level", "status", "person", "rule", "title", "detail",
    "document 1", "page 1", "field 1", "value 1", "quote 1",
    "document 2", "page 2", "field 2", "value 2", "quote 2",
    "further places", "why", "what can be done", "references", "acknowledgement", "confidence", "id",
)  # fmt: skip


def render(report: Report) -> str:
    """Write a report as CSV (RFC 4180)."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writeheader()
    for finding in in_order(report.findings):
        writer.writerow({name: _cell(value) for name, value in _row(finding, report).items()})
    return "\ufeff" + text.getvalue()


def _row(finding: Finding, report: Report) -> Mapping[str, object]:
    sides = each_value_first(finding.evidence)
    missing = absent(finding.evidence)
    row: dict[str, object] = {
        "level": finding.severity,
        "status": finding.status,
        "person": person(report, finding.person),
        "rule": finding.rule,
        "title": finding.title,
        "detail": finding.detail,
        "further places": "; ".join(f"{place(c)}: {c.evidence.quote or missing}" for c in sides[2:]),
        "why": finding.why,
        "what can be done": finding.advice,
        "references": ", ".join(finding.references),
        "acknowledgement": acknowledged(finding.acknowledgement) if finding.acknowledgement else "",
        "confidence": f"{finding.confidence:g}",
        "id": finding.id,
    }
    for number, side in enumerate(sides[:2], 1):
        row |= {f"{name} {number}": value for name, value in _side(side, missing)}
    return row


def _side(side: Citation, missing: str) -> Iterator[tuple[str, object]]:
    evidence = side.evidence
    yield "document", evidence.document
    yield "page", evidence.page
    yield "field", evidence.place or evidence.field
    yield "value", side.value
    yield "quote", missing if evidence.quote is None else evidence.quote


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = flat(str(value))
    return f"'{text}" if text.startswith(FORMULA) else text
