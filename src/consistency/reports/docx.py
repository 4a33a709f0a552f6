"""The report as a memorandum for a file: DOCX, the same bytes for the same report.

It names no author, and its day is the case's: it tells nothing of who made it, where or when.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from consistency.clocks import left
from consistency.model import Finding, Paper, Report
from consistency.reports._lines import flat
from consistency.reports._telling import (
    SINCE,
    absent,
    acknowledged,
    changed,
    counted,
    each_value_first,
    person,
    place,
    quote,
    verdict,
)
from consistency.sheets.sheet import About, Column, Sheet, Words
from consistency.views.agenda import in_order

TITLE = "Consistency report"
PRIVILEGED = "PRIVILEGED AND CONFIDENTIAL"
SIDES = (Column("Document", 2.2), Column("Words", 2.9), Column("Value", 1.6))
CLOCKS = (Column("Last day", 1.0), Column("What runs", 3.7), Column("Provision", 1.3), Column("Person", 0.7))
COVERAGE = (Column("Document", 2.6), Column("Kind", 1.5), Column("As of", 1.0), Column("Read", 1.6))


def render(report: Report, *, privileged: bool = False) -> bytes:
    """Write a report as DOCX; ``privileged`` puts "Privileged and confidential" on every page."""
    sheet = Sheet(About(TITLE, "en-CA", report.case.as_of))
    sheet.running(PRIVILEGED if privileged else "", "{page} / {pages}")
    _summary(sheet, report)
    for identifier, group in groupby(_by_person(report), key=lambda f: f.person):
        sheet.heading(f"Findings: {person(report, identifier)}", 1)
        for finding in group:
            _finding(sheet, finding)
    _changes(sheet, report)
    _clocks(sheet, report)
    _coverage(sheet, report)
    return sheet.save()


def _by_person(report: Report) -> list[Finding]:
    """Put findings by person, the principal's first and the case's last, and then by weight."""
    order = {p.id: (p.role != "principal", number) for number, p in enumerate(report.case.people)}
    last = (True, len(order))
    return sorted(in_order(report.findings), key=lambda f: (order.get(f.person or "", last), f.person or ""))


def _summary(sheet: Sheet, report: Report) -> None:
    case = report.case
    words, counts = verdict(report)
    sheet.title(TITLE)
    sheet.text(Words(f"Case: {case.path}, as of {case.as_of}"))
    sheet.text(*(Words(person(report, one.id)) for one in case.people))
    sheet.text(Words(words, "strong"), Words(f"{counts}."))
    sheet.text(
        Words("This list says where papers differ. It does not say which is right, and is no legal advice.")
    )
    sheet.text(*(Words(flat(note), "note") for note in case.notes))


def _finding(sheet: Sheet, finding: Finding) -> None:
    status = "" if finding.status == "open" else f" ({finding.status})"
    sheet.heading(flat(f"{str(finding.severity).capitalize()}: {finding.title}{status}"), 2)
    sheet.text(Words(flat(finding.detail)), with_next=True)
    missing = absent(finding.evidence)
    sides = each_value_first(finding.evidence)
    _table(sheet, SIDES, [(place(c), quote(c, missing), flat(c.value or "")) for c in sides])
    told = {
        "Why it matters": finding.why,
        "What can be done": finding.advice,
        "References": ", ".join(finding.references),
        "Decision": acknowledged(finding.acknowledgement) if finding.acknowledgement else "",
        "Check": f"{finding.rule}, {finding.id}",
    }
    sheet.text(*(Words(f"{label}: {flat(words)}") for label, words in told.items() if words))


def _table(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    sheet.table(columns, [[[Words(text)] for text in row] for row in rows])


def _changes(sheet: Sheet, report: Report) -> None:
    if (changes := report.changes) is None:
        return
    sheet.heading(SINCE, 1)
    sheet.text(Words(f"{changed(changes)}."))
    sheet.text(*(Words(flat(f"Resolved: {r.title} ({r.severity}, {r.id})")) for r in changes.resolved))


def _clocks(sheet: Sheet, report: Report) -> None:
    if report.running:
        sheet.heading(f"Clocks on {report.case.as_of}", 1)
        rows = [(str(c.last), f"{c.title}: {left(c)}", c.provisions[0], c.person) for c in report.running]
        _table(sheet, CLOCKS, rows)


def _coverage(sheet: Sheet, report: Report) -> None:
    sheet.heading("What was read", 1)
    papers = report.case.papers
    rows = [(flat(p.path), p.kind, str(p.as_of.date or "no date"), flat(_read(p))) for p in papers]
    _table(sheet, COVERAGE, rows)


def _read(paper: Paper) -> str:
    extent = paper.document.read
    told = "not read" if extent == "failed" else f"{extent}, {counted(paper.amount, 'fact')}"
    return " ".join([told, *(problem.message for problem in paper.troubles)])
