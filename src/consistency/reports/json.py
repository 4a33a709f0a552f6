"""The machine's report and facts, by the contracts consistency-report/1 and consistency-facts/1."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version

import msgspec

from consistency.comparator.differences import Difference
from consistency.model import (
    Application,
    Changes,
    Finding,
    Paper,
    Record,
    Report,
)
from consistency.normalizer.dates import PartialDate
from consistency.reports._json_values import (
    Json,
    as_citation,
    as_clock,
    as_person,
    as_place,
    as_text,
    iso,
    kind,
    records,
)
from consistency.views.coverage import Row, coverage
from consistency.views.package import STATES, Table, packages
from consistency.views.ways import Plan, Point, Stop, Way


def render(report: Report) -> str:
    """Write a report as JSON."""
    return as_text(as_dict(report))


def render_facts(papers: Iterable[Paper]) -> str:
    """Write what was read from each document as JSON."""
    return as_text({"schema": "consistency-facts/1", "documents": [_reading(paper) for paper in papers]})


def render_plan(plan: Plan) -> str:
    """Write the ways on after a refusal as JSON."""
    people = [
        {
            "person": as_person(one.person),
            "answers": [as_clock(clock) for clock in one.answers],
            "stop": _stop(one.stop) if one.stop else None,
            "ways": [_way(way) for way in one.ways],
            "without": list(one.without),
        }
        for one in plan.people
    ]
    case = {"path": plan.case.path, "as_of": plan.case.as_of.isoformat()}
    return as_text({"schema": "consistency-plan/1", "case": case, "people": people})


def _way(way: Way) -> Json:
    return {
        "name": way.name,
        "title": way.title,
        "meaning": way.meaning,
        "provisions": list(way.provisions),
        "clocks": [as_clock(clock) for clock in way.clocks],
        "bears": [_point(point) for point in way.bears],
        "missing": [_point(point) for point in way.missing],
    }


def _stop(stop: Stop) -> Json:
    return {
        "text": stop.text,
        "provisions": list(stop.provisions),
        "clocks": [as_clock(clock) for clock in stop.clocks],
        "bears": [_point(point) for point in stop.points],
    }


def _point(point: Point) -> Json:
    return {
        "text": point.text,
        "finding": point.finding,
        "evidence": [as_citation(citation) for citation in point.citations],
    }


def as_dict(report: Report) -> Json:
    """Give a report as plain values."""
    case = report.case
    return {
        "schema": "consistency-report/1",
        "tool": {"name": "consistency", "version": version("consistency")},
        "case": {
            "path": case.path,
            "as_of": case.as_of.isoformat(),
            "people": [as_person(p) for p in case.people],
            "applications": [_application(a) for a in case.applications],
            "notes": list(case.notes),
        },
        "documents": [_document(p) for p in case.papers],
        "findings": [_finding(f) for f in report.findings],
        "clocks": [as_clock(c) for c in report.clocks],
        **_changes(report.changes),
        **_refusals(report),
        "summary": _summary(report),
    }


def _changes(changes: Changes | None) -> Json:
    """Write what is otherwise than in an earlier report, where one was given."""
    if changes is None:
        return {}
    told = {"new": sorted(changes.new), "changed": sorted(changes.changed), "unchanged": changes.unchanged}
    return {"changes": told | {"resolved": [resolved._asdict() for resolved in changes.resolved]}}


def _refusals(report: Report) -> Json:
    """Write how the draft answers each reason of a refusal, and the package beside the refused one."""
    rows = coverage(report.case, report.known)
    tables = packages(report.case)
    told = {"coverage": [_reason(row) for row in rows], "packages": [_package(table) for table in tables]}
    return {name: value for name, value in told.items() if value}


def _reason(row: Row) -> Json:
    return {
        "person": row.person,
        "reason": row.reason,
        "title": row.title,
        "standing": row.standing,
        "given": [{"day": one.day, "number": one.number} for one in row.given],
        "told": [as_citation(c) for c in row.told],
        "verdict": row.verdict,
        "all_read": row.all_read,
        "passages": [as_citation(c) for c in row.passages],
        "documents": [msgspec.to_builtins(held) for held in row.documents],
        "findings": [finding.id for finding in row.findings],
    }


def _package(table: Table) -> Json:
    return {
        "person": table.person,
        "refused": table.refused,
        "again": round(table.again, 3),
        **{state: table.count(state) for state in STATES},
        "documents": [
            {
                "state": row.state,
                "kind": row.kind,
                "document": row.document,
                "before": row.before,
                "likeness": row.likeness,
                "differences": [_difference(one) for one in row.differences],
            }
            for row in table.rows
        ],
    }


def _difference(one: Difference) -> Json:
    sides = ((name, side) for name, side in (("old", one.old), ("new", one.new)))
    return {"what": one.what, **{name: as_citation(side) if side else None for name, side in sides}}


def _application(application: Application) -> Json:
    return {
        "id": application.id,
        "role": application.role,
        "as_of": iso(application.as_of),
        "outcome": application.outcome,
        "documents": list(application.documents),
    }


def _document(paper: Paper) -> Json:
    document = paper.document
    return {
        "path": paper.path,
        "sha256": document.sha256,
        "kind": kind(paper),
        "form_version": paper.form_version,
        "language": paper.language,
        "pages": document.page_count,
        "read": document.read,
        "method": document.method,
        "person": paper.person,
        "application": paper.application,
        "as_of": {"date": iso(paper.as_of.date), "basis": paper.as_of.basis},
        "facts": paper.amount,
        "problems": [{"code": p.code, "message": p.message, "page": p.page} for p in paper.troubles],
    }


def _finding(finding: Finding) -> Json:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": str(finding.severity),
        "confidence": finding.confidence,
        "status": finding.status,
        "person": finding.person,
        "subject": finding.subject,
        "title": finding.title,
        "detail": finding.detail,
        "why": finding.why,
        "advice": finding.advice,
        "references": list(finding.references),
        "acknowledgement": msgspec.to_builtins(finding.acknowledgement),
        "evidence": [as_citation(c) for c in finding.evidence],
    }


def _summary(report: Report) -> Json:
    extents = [p.document.read for p in report.case.papers]
    return {
        "documents": len(extents),
        "read_full": extents.count("full"),
        "read_partial": extents.count("partial"),
        "read_failed": extents.count("failed"),
        "open": dict(report.counts),
        "verdict": report.verdict,
    }


def _reading(paper: Paper) -> Json:
    return {
        "path": paper.path,
        "kind": kind(paper),
        "as_of": iso(paper.as_of.date),
        "facts": [
            {"attribute": f.attribute, "value": f.value, "evidence": as_place(f.evidence)}
            for f in paper.facts
        ],
        "records": [_record(r) for r in records(paper)],
    }


SCHEMA_FIELDS = (
    "title", "employer", "institution", "field_of_study", "level", "city", "country", "status", "purpose",
    "name", "relation", "birth_date", "question", "answer", "details", "reason", "number", "amount", "currency",
)  # fmt: skip


def _record(record: Record) -> Json:
    """Write a record: its period as from and to, then the fields of the contract that are filled."""
    written: Json = {"type": record.type}
    if record.period is not None:
        written |= {"from": record.period.start_iso, "to": record.period.end_iso}
    for name in SCHEMA_FIELDS:
        value = getattr(record, name, None)
        if value is not None:
            written[name] = value.iso if isinstance(value, PartialDate) else value
    return written | {"evidence": as_place(record.evidence)}
