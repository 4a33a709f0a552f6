"""Findings for build servers: JUnit XML, as Jenkins, GitLab and GitHub's actions read it.

One suite for the documents, a test each: an error where it was not read. One suite for each family of checks that
found something, a test each finding: a failure where it is open at the level that fails the check, skipped where it
is acknowledged, else passed with its words as output. Times are nil and the day is the case's: a report of the same
papers is the same file.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from lxml import etree

from consistency.model import Finding, Paper, Report
from consistency.reports._lines import flat
from consistency.reports._telling import (
    absent,
    acknowledged,
    each_value_first,
    person,
    place,
    quote,
    verdict,
)
from consistency.views.agenda import in_order

OUTCOMES = ("failure", "error", "skipped")


def render(report: Report) -> str:
    """Write a report as JUnit XML."""
    suites = [_suite("documents", [_document(paper) for paper in report.case.papers], report)]
    ordered = sorted(in_order(report.findings), key=_family)
    for family, found in groupby(ordered, key=_family):
        suites.append(_suite(family, [_finding(finding, report) for finding in found], report))
    root = etree.Element("testsuites", {"name": "consistency", "time": "0"} | _counts(suites))
    root.extend(suites)
    etree.indent(root)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written.decode()


def _family(finding: Finding) -> str:
    return finding.rule.partition("/")[0]


def _counts(suites: Iterable[etree._Element]) -> dict[str, str]:
    suites = list(suites)
    return {
        name: str(sum(int(suite.get(name, "0")) for suite in suites))
        for name in ("tests", "failures", "errors", "skipped")
    }


def _suite(name: str, cases: list[etree._Element], report: Report) -> etree._Element:
    failures, errors, skipped = (
        sum(case.find(outcome) is not None for case in cases) for outcome in OUTCOMES
    )
    suite = etree.Element(
        "testsuite",
        {
            "name": name,
            "tests": str(len(cases)),
            "failures": str(failures),
            "errors": str(errors),
            "skipped": str(skipped),
            "time": "0",
            "timestamp": f"{report.case.as_of.isoformat()}T00:00:00",
            "hostname": "localhost",
        },
    )
    if name == "documents":
        properties = etree.SubElement(suite, "properties")
        for key, value in (("verdict", verdict(report)[0]), ("fail-on", str(report.fail_on))):
            etree.SubElement(properties, "property", {"name": key, "value": value})
    suite.extend(cases)
    return suite


def _document(paper: Paper) -> etree._Element:
    case = _case("consistency.documents", paper.path)
    told = [flat(problem.message) for problem in paper.troubles]
    if paper.document.read == "failed":
        _outcome(case, "error", "unread", told[0] if told else "It could not be read.", told)
    elif told:
        _text(case, "system-out", told)
    return case


def _finding(finding: Finding, report: Report) -> etree._Element:
    case = _case(f"consistency.{finding.rule.replace('/', '.')}", f"{finding.title} [{finding.id}]")
    told = _told(finding, report)
    if finding.status != "open":
        words = acknowledged(finding.acknowledgement) if finding.acknowledgement else finding.status
        case.append(etree.Element("skipped", {"message": words}))
        _text(case, "system-out", told)
    elif finding.severity >= report.fail_on:
        _outcome(case, "failure", str(finding.severity), flat(finding.detail), told)
    else:
        _text(case, "system-out", told)
    return case


def _case(group: str, name: str) -> etree._Element:
    return etree.Element("testcase", {"classname": group, "name": flat(name), "time": "0"})


def _outcome(case: etree._Element, tag: str, kind: str, message: str, lines: list[str]) -> None:
    outcome = etree.SubElement(case, tag, {"type": kind, "message": message})
    outcome.text = "\n".join(lines)


def _text(case: etree._Element, tag: str, lines: list[str]) -> None:
    etree.SubElement(case, tag).text = "\n".join(lines)


def _told(finding: Finding, report: Report) -> list[str]:
    """Give a finding as lines of plain text: what it is, every place, why it matters, what can be done."""
    missing = absent(finding.evidence)
    lines = [
        f"{finding.severity}: {finding.detail}",
        f"{person(report, finding.person)} · {finding.rule} · {finding.id}",
        *(f"- {place(side)}: {quote(side, missing)}" for side in each_value_first(finding.evidence)),
        f"Why: {finding.why}",
        f"Do: {finding.advice}",
        f"Law: {', '.join(finding.references)}" if finding.references else "",
    ]
    return [flat(line) for line in lines if line]
