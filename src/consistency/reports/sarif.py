"""Findings for code-scanning pages and viewers: SARIF 2.1.0 (OASIS standard, errata 01).

Addresses are relative to the case folder. A paper has no lines, so a place is told by its page, its box (PDF points
from the top left) and the field of the form; the words are the region's snippet.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from string import ascii_letters, digits
from typing import Any

import msgspec

from consistency.comparator.engine import Rule, all_rules
from consistency.model import Citation, Finding, Paper, Problem, Report, Severity
from consistency.reports._lines import flat
from consistency.reports._telling import (
    acknowledged,
    each_value_first,
    encodable,
    place,
)
from consistency.views.agenda import in_order

Json = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVEL = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.INFO: "note",
}
RANK = {Severity.CRITICAL: 95.0, Severity.MAJOR: 75.0, Severity.MINOR: 40.0, Severity.INFO: 10.0}
"""SARIF's priority from 0 to 100: it tells critical and major apart, which share a level."""

FINGERPRINT = "consistencyFinding/v1"
BASE = "CASE"
_UNRESERVED = frozenset(f"{ascii_letters}{digits}-._~/")
_NO_UTF8 = "surrogateescape"
"""How Python keeps a file's name that is no UTF-8."""


def render(report: Report) -> str:
    """Write a report as one SARIF run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return msgspec.json.format(msgspec.json.encode(encodable(log)), indent=1).decode()


def _run(report: Report) -> Json:
    indices = {name: index for index, name in enumerate(all_rules())}
    changes = report.changes
    resolved = [one._asdict() for one in changes.resolved] if changes else []
    return {
        "tool": {
            "driver": {
                "name": "consistency",
                "version": version("consistency"),
                "rules": [_rule(one) for one in all_rules().values()],
            }
        },
        "originalUriBaseIds": {BASE: {"description": {"text": "The case folder."}}},
        "artifacts": _artifacts(report),
        "invocations": [_invocation(report)],
        "results": [_result(finding, report, indices) for finding in in_order(report.findings)],
        "properties": {
            "verdict": report.verdict,
            "asOf": report.case.as_of.isoformat(),
            "notes": list(report.case.notes),
        }
        | ({"resolved": resolved} if changes else {}),
    }


def _rule(one: Rule) -> Json:
    """Give a rule's page: title, why, what can be done, the law."""
    law = f"References: {', '.join(one.references)}." if one.references else ""
    parts = [flat(one.sections[""]), f"Why: {flat(one.why)}", f"What can be done: {flat(one.advice)}", law]
    return {
        "id": one.id,
        "name": "".join(word.capitalize() for word in one.id.replace("/", "-").split("-")),
        "shortDescription": {"text": _escaped(one.title)},
        "fullDescription": {"text": _escaped(flat(one.sections[""]))},
        "help": {"text": _escaped("\n\n".join(part for part in parts if part))},
        "defaultConfiguration": {"level": LEVEL[one.severity], "rank": RANK[one.severity]},
        "properties": {
            "tags": [one.id.partition("/")[0]],
            "severity": str(one.severity),
            "references": list(one.references),
        },
    }


def _result(finding: Finding, report: Report, indices: dict[str, int]) -> Json:
    sides = each_value_first(finding.evidence)
    result: Json = {
        "ruleId": finding.rule,
        **({"ruleIndex": indices[finding.rule]} if finding.rule in indices else {}),
        "level": LEVEL[finding.severity],
        "kind": "fail",
        "rank": RANK[finding.severity],
        "message": {"text": _escaped(flat(f"{finding.title}. {finding.detail}"))},
        "locations": [_location(side, report) for side in sides[:1]],
        "relatedLocations": [_related(side, number, report) for number, side in enumerate(sides)],
        "partialFingerprints": {FINGERPRINT: finding.id},
        "suppressions": _suppressions(finding),
        "properties": {
            "id": finding.id,
            "severity": str(finding.severity),
            "status": finding.status,
            "person": finding.person,
            "confidence": finding.confidence,
            "why": flat(finding.why),
            "advice": flat(finding.advice),
            "references": list(finding.references),
        },
    }
    if report.changes:
        result["baselineState"] = "new" if finding.id in report.changes.new else "updated"
    return result


def _suppressions(finding: Finding) -> list[Json]:
    if finding.status == "open":
        return []
    words = acknowledged(finding.acknowledgement) if finding.acknowledgement else finding.status
    return [{"kind": "external", "justification": words}]  # without a status it is accepted (3.35.3)


def _location(side: Citation, report: Report) -> Json:
    """Give one side: the document, the words, the page and box; the form's field as a logical place."""
    evidence = side.evidence
    paper = report.case.by_path.get(evidence.document)
    physical: Json = {"artifactLocation": _address(paper.document.file if paper else evidence.document)}
    if region := _region(side):
        physical["region"] = region
    location: Json = {"physicalLocation": physical}
    if field := evidence.field or evidence.place:
        kind = "field" if evidence.field else "paragraph"
        location["logicalLocations"] = [{"fullyQualifiedName": field, "kind": kind}]
    return location


def _related(side: Citation, number: int, report: Report) -> Json:
    """Give one side with its number and what it says."""
    told = flat(side.value or side.evidence.quote or "not there")
    message = {"text": _escaped(f"{place(side)}: {told}")}
    return {"id": number, **_location(side, report), "message": message}


def _region(side: Citation) -> Json:
    evidence = side.evidence
    told = {
        "page": evidence.page,
        "box": [round(edge, 1) for edge in evidence.box] if evidence.box else None,
        "value": side.value,
    }
    properties = {name: value for name, value in told.items() if value is not None}
    return ({"snippet": {"text": evidence.quote}} if evidence.quote else {}) | (
        {"properties": properties} if properties else {}
    )


def _address(path: str) -> Json:
    """Write a file's path as a relative URI: what is not unreserved is encoded byte by byte (RFC 3986, 2.1 and 2.3)."""
    signs = (
        chr(byte) if chr(byte) in _UNRESERVED else f"%{byte:02X}" for byte in path.encode("utf-8", _NO_UTF8)
    )
    return {"uri": "".join(signs), "uriBaseId": BASE}


def _artifacts(report: Report) -> list[Json]:
    """Give every file once, with the papers in it."""
    files: dict[str, list[Paper]] = {}
    for paper in report.case.papers:
        files.setdefault(paper.document.file, []).append(paper)
    return [
        {
            "location": _address(file),
            "roles": ["analysisTarget"],
            "hashes": {"sha-256": papers[0].document.sha256},
            "properties": {
                "papers": [{"path": p.path, "kind": p.kind, "read": p.document.read} for p in papers]
            },
        }
        for file, papers in files.items()
    ]


def _invocation(report: Report) -> Json:
    told = list(_notifications(report))
    unread = any(paper.document.read == "failed" for paper in report.case.papers)
    return {"executionSuccessful": not unread, "toolExecutionNotifications": told}


def _notifications(report: Report) -> Iterator[Json]:
    """Say of every document what could not be read."""
    for paper in report.case.papers:
        for problem in paper.troubles:
            yield _notification(paper, problem)


def _notification(paper: Paper, problem: Problem) -> Json:
    where: Json = {"artifactLocation": _address(paper.document.file)}
    if problem.page:
        where["region"] = {"properties": {"page": problem.page}}
    return {
        "level": "error" if paper.document.read == "failed" else "warning",
        "descriptor": {"id": problem.code},
        "message": {"text": _escaped(flat(problem.message))},
        "locations": [{"physicalLocation": where}],
    }


def _escaped(text: str) -> str:
    """Keep brackets from being links, and braces from being placeholders (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    text = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return text.replace("{", "{{").replace("}", "}}")
