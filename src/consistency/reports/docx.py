"""The report as a memorandum for a file: DOCX, the same bytes for the same report.

It names no author, and its day is the case's: the core properties tell nothing of who made it, where or when.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime, time
from itertools import groupby
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from consistency.clocks import left
from consistency.model import Citation, Finding, Paper, Report
from consistency.reports._lines import flat
from consistency.reports._telling import (
    absent,
    acknowledged,
    by_weight,
    counted,
    each_value_first,
    person,
    place,
    problems,
    quote,
    verdict,
)

PRIVILEGED = "Privileged and confidential"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can hold: said of every part."""


def render(report: Report, *, privileged: bool = False) -> bytes:
    """Write a report as DOCX; ``privileged`` puts "Privileged and confidential" on every page."""
    document = Document()
    _neutral(document, report)
    _page(document, privileged)
    _summary(document, report)
    for identifier, group in groupby(_by_person(report), key=lambda f: f.person):
        document.add_heading(flat(f"Findings: {person(report, identifier)}"), 1)
        for finding in group:
            _finding(document, finding)
    _changes(document, report)
    _clocks(document, report)
    _coverage(document, report)
    saved = io.BytesIO()
    document.save(saved)
    return _timeless(saved.getvalue())


def _by_person(report: Report) -> list[Finding]:
    """Put findings by person, the principal's first and the case's last, and then by weight."""
    order = {p.id: (p.role != "principal", number) for number, p in enumerate(report.case.people)}
    last = (True, len(order))
    return sorted(by_weight(report.findings), key=lambda f: (order.get(f.person or "", last), f.person or ""))


def _neutral(document: Any, report: Report) -> None:
    properties = document.core_properties
    for name in ("author", "last_modified_by", "comments", "keywords", "category", "subject"):
        setattr(properties, name, "")
    properties.title = "Consistency report"
    properties.revision = 1
    properties.created = properties.modified = datetime.combine(report.case.as_of, time())


def _page(document: Any, privileged: bool) -> None:
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(2)
    document.styles["Normal"].font.size = Pt(10)
    if privileged:
        header = section.header.paragraphs[0]
        header.alignment = WD_ALIGN_PARAGRAPH.CENTER
        header.add_run(PRIVILEGED.upper()).bold = True
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    footer._p.append(number)


def _summary(document: Any, report: Report) -> None:
    case = report.case
    words, counts = verdict(report)
    document.add_heading("Consistency report", 0)
    document.add_paragraph(flat(f"Case: {case.path}, as of {case.as_of}"))
    for one in case.people:
        document.add_paragraph(flat(person(report, one.id)), style="List Bullet")
    paragraph = document.add_paragraph()
    paragraph.add_run(words).bold = True
    paragraph.add_run(f" ({counts}).")
    document.add_paragraph(
        "This list says where papers differ. It does not say which of them is right, and it is no legal advice."
    )
    for note in case.notes:
        document.add_paragraph(flat(note), style="List Bullet")


def _finding(document: Any, finding: Finding) -> None:
    status = "" if finding.status == "open" else f" ({finding.status})"
    document.add_heading(flat(f"{str(finding.severity).capitalize()}: {finding.title}{status}"), 2)
    document.add_paragraph(flat(finding.detail))
    _sides(document, finding.evidence)
    told = {
        "Why it matters": finding.why,
        "What can be done": finding.advice,
        "References": ", ".join(finding.references),
        "Decision": acknowledged(finding.acknowledgement) if finding.acknowledgement else "",
        "Check": f"{finding.rule}, {finding.id}",
    }
    for label, words in told.items():
        if words:
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(flat(words))


def _sides(document: Any, evidence: Sequence[Citation]) -> None:
    missing = absent(evidence)
    rows = [(place(c), quote(c, missing), flat(c.value or "")) for c in each_value_first(evidence)]
    _table(document, ("Document", "Words", "Value"), rows)


def _table(document: Any, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))  # repeated on every page
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = flat(words)
    document.add_paragraph()


def _changes(document: Any, report: Report) -> None:
    if (changes := report.changes) is None:
        return
    document.add_heading("Since the earlier report", 1)
    document.add_paragraph(
        f"{len(changes.new)} new, {len(changes.changed)} changed, {changes.unchanged} as before (not shown)."
    )
    for one in changes.resolved:
        document.add_paragraph(flat(f"Resolved: {one.title} ({one.severity}, {one.id})"), style="List Bullet")


def _clocks(document: Any, report: Report) -> None:
    told = [clock for clock in report.clocks if clock.weighs]
    if told:
        document.add_heading(f"Clocks on {report.case.as_of}", 1)
        rows = [(str(c.last), f"{c.title}: {left(c)}", c.provisions[0], c.person) for c in told]
        _table(document, ("Last day", "What runs", "Provision", "Person"), rows)


def _coverage(document: Any, report: Report) -> None:
    document.add_heading("What was read", 1)
    rows = [
        (paper.path, paper.kind, str(paper.as_of.date or "no date"), _read(paper))
        for paper in report.case.papers
    ]
    _table(document, ("Document", "Kind", "As of", "Read"), rows)


def _read(paper: Paper) -> str:
    if paper.document.read == "failed":
        told = "not read"
    else:
        told = f"{paper.document.read}, {counted(len(paper.facts) + len(paper.records), 'fact')}"
    return " ".join([told, *(problem.message for problem in problems(paper))])


def _timeless(data: bytes) -> bytes:
    """Pack a DOCX again without the time of its making."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return packed.getvalue()
