"""The report for a person at a terminal: findings by level, both quotes side by side, and what was read."""

from __future__ import annotations

import shutil
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from click import style, unstyle

from consistency.comparator.engine import Rule
from consistency.model import Acknowledgement, Changes, Citation, Finding, Paper, Record, Report, Severity
from consistency.reports._refusals import tables

COLOUR = {Severity.CRITICAL: "red", Severity.MAJOR: "yellow", Severity.MINOR: "cyan", Severity.INFO: "blue"}
MARK = {Severity.CRITICAL: "!!", Severity.MAJOR: "! ", Severity.MINOR: "- ", Severity.INFO: "i "}
"""Levels are told by words and marks too, for a terminal or a reader without colours."""

NARROW = 76
"""Below this width in columns the two sides of a finding stand one below the other."""

SHOWN = 6
"""So many places of one finding are shown; the others are counted (the JSON report has all)."""


def render(report: Report) -> str:
    """Write a report for a terminal of the present width."""
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    parts = [_heading(report, width), *_findings(report, width), _changes(report, width)]
    parts += [_refusals(report, width), _read(report, width), _verdict(report)]
    return "\n\n".join(part for part in parts if part)


def _heading(report: Report, width: int) -> str:
    case = report.case
    people = ", ".join(f"{p.name} ({p.role}, {p.id})" for p in case.people) or "nobody was recognised"
    lines = [style(f"consistency: {case.path}", bold=True), f"as of {case.as_of} · {people}"]
    for application in case.applications:
        told = [_counted(len(application.documents)), f"dated {application.as_of or 'unknown'}"]
        told += [application.outcome] if application.outcome else []
        home = _home(application.documents)
        lines.append(f"  {application.role}: {home} ({', '.join(told)})")
    lines += [f"  {note}" for note in case.notes]
    return "\n".join(_wrapped(line, width, "    ") for line in lines)


def _counted(documents: int) -> str:
    return "1 document" if documents == 1 else f"{documents} documents"


def _home(paths: Sequence[str]) -> str:
    folders = sorted({path.rpartition("/")[0] or "." for path in paths})
    return ", ".join(folders)


def _findings(report: Report, width: int) -> Iterator[str]:
    ordered = sorted(report.findings, key=lambda f: (-f.severity, f.person or "", f.rule, f.id))
    for severity, group in groupby(ordered, key=lambda f: f.severity):
        found = list(group)
        title = f"{str(severity).upper()} ({len(found)})"
        yield style(f"{title} {'─' * max(0, width - len(title) - 1)}", fg=COLOUR[severity], bold=True)
        yield from (_finding(finding, width, report.changes) for finding in found)


def _finding(finding: Finding, width: int, changes: Changes | None) -> str:
    states: list[str] = [finding.status] if finding.status != "open" else []
    states += [("new" if finding.id in changes.new else "changed")] if changes else []
    state = f" [{', '.join(states)}]" if states else ""
    head = f"{MARK[finding.severity]} {finding.title}{state}"
    lines = [
        style(_wrapped(head, width, "   "), fg=COLOUR[finding.severity], bold=True),
        _wrapped(f"   {finding.rule} · {finding.person or 'the case'} · {finding.id}", width, "   "),
        _wrapped(f"   {finding.detail}", width, "   "),
        "",
        *_places(finding.evidence, width),
        "",
        _wrapped(f"   Why: {_flat(finding.why)}", width, "        "),
        _wrapped(f"   Do:  {_flat(finding.advice)}", width, "        "),
    ]
    if finding.references:
        lines.append(_wrapped(f"   Law: {', '.join(finding.references)}", width, "        "))
    if finding.acknowledgement:
        lines.append(_wrapped(f"   {_acknowledged(finding.acknowledgement)}", width, "        "))
    return "\n".join(lines)


def _acknowledged(told: Acknowledgement) -> str:
    who = f" by {told.by}" if told.by else ""
    days = f" on {told.on}" if told.on else ""
    until = f" (until {told.expires})" if told.expires else ""
    return f"Acknowledged{who}{days}{until}: {_flat(told.reason)}"


def _changes(report: Report, width: int) -> str:
    """Say what is otherwise than in the earlier report that was given."""
    changes = report.changes
    if changes is None:
        return ""
    lines = [style("Since the earlier report", bold=True)]
    lines.append(
        f"  {len(changes.new)} new, {len(changes.changed)} changed, {changes.unchanged} as before (not shown)"
    )
    lines += [f"  resolved: {one.rule} ({one.severity}): {one.title} · {one.id}" for one in changes.resolved]
    return "\n".join(_wrapped(line, width, "    ") for line in lines)


def _places(evidence: Sequence[Citation], width: int) -> Iterator[str]:
    """Give the places of a finding: two beside each other where there is room, each value before its repeats."""
    ordered = _each_value_first(evidence)
    shown = ordered[:SHOWN]
    absent = "(not there)" if any(c.evidence.quote for c in evidence) else ""
    if width < NARROW or len(shown) == 1:
        for citation in shown:
            yield from (f"   {line}" for line in _side(citation, width - 4, absent))
    else:
        half = (width - 7) // 2
        for left, right in zip_longest(shown[::2], shown[1::2]):
            sides = _side(left, half, absent), _side(right, half, absent) if right else []
            for one, other in zip_longest(*sides, fillvalue=""):
                gap = " " * (half - len(unstyle(one)))
                yield f"   {one}{gap} │ {other}".rstrip()
            if right is not shown[-1] and left is not shown[-1]:
                yield f"   {' ' * half} │"
    if len(ordered) > SHOWN:
        yield f"   … and {len(ordered) - SHOWN} more, which repeat what is shown."


def _each_value_first(evidence: Sequence[Citation]) -> list[Citation]:
    """Put one place of each value first, the rarest value and its latest place before all: the sides of a finding."""
    told = Counter(citation.value for citation in evidence)
    latest = {citation.value: citation for citation in evidence}
    first = sorted(latest.values(), key=lambda c: told[c.value])
    return first + [citation for citation in evidence if citation not in first]


def _side(citation: Citation, width: int, absent: str) -> list[str]:
    """Write one place: the document, the words as they stand there, the value compared, the field."""
    evidence = citation.evidence
    words = absent if evidence.quote is None else f"“{_flat(evidence.quote)}”"
    where = [f"p. {evidence.page}"] if evidence.page else []
    where += [str(citation.as_of)] if citation.as_of else []
    head = f"{evidence.document} ({', '.join(where)})" if where else evidence.document
    place = evidence.field or evidence.place
    lines = textwrap.wrap(head, width) + textwrap.wrap(words, width, max_lines=4)
    if citation.value and citation.value != evidence.quote:
        lines += textwrap.wrap(f"= {citation.value}", width, max_lines=2)
    if place:
        lines += [style(line, dim=True) for line in textwrap.wrap(place, width, max_lines=2)]
    return [style(lines[0], underline=True), *lines[1:]] if lines else []


def _refusals(report: Report, width: int) -> str:
    """Show how the draft answers the reasons of the refusal, and how much of it is the refused package again."""
    return "\n".join(_wrapped(line, width, " " * 20) for line in tables(report))


def _read(report: Report, width: int) -> str:
    lines = [style("What was read", bold=True)]
    for paper in report.case.papers:
        document = paper.document
        told = f"{len(paper.facts) + len(paper.records)} facts" if document.read != "failed" else "not read"
        day = f"{paper.as_of.date} ({paper.as_of.basis})" if paper.as_of.date else "no date"
        lines.append(f"  {paper.path}: {paper.kind}, {document.method}, {day}, {told}")
        problems = document.problems + paper.problems
        lines += [f"      {problem.message}" for problem in problems]
    return "\n".join(_wrapped(line, width, "      ") for line in lines)


def _verdict(report: Report) -> str:
    levels = [f.severity for f in report.findings if f.status == "open"]
    counts = ", ".join(f"{levels.count(level)} {level}" for level in sorted(Severity, reverse=True))
    unread = sum(p.document.read == "failed" for p in report.case.papers)
    kind = "new or changed" if report.changes else "open"
    words = {
        "pass": style(f"PASS: no {kind} finding at level {report.fail_on} or above", fg="green", bold=True),
        "findings": style(
            f"FINDINGS: {kind} findings at level {report.fail_on} or above", fg="red", bold=True
        ),
        "incomplete": style(
            f"INCOMPLETE: something could not be read; nothing else at level {report.fail_on} or above",
            fg="yellow",
            bold=True,
        ),
    }
    return f"{words[report.verdict]} ({counts}; {unread} of {_counted(len(report.case.papers))} not read)"


def render_rule(one: Rule) -> str:
    """Write the page of a rule."""
    options = [f"  {name} = {default!r}" for name, default in one.options.items()]
    parts = [
        style(f"{one.id} ({one.severity})", bold=True),
        one.sections[""],
        f"Why: {_flat(one.why)}",
        f"What can be done: {_flat(one.advice)}",
        f"References: {', '.join(one.references)}" if one.references else "",
        "\n".join(["Options:", *options]) if options else "",
        *(
            f"{head}:\n{textwrap.indent(body, '  ')}"
            for word in ("Reports", "Accepts")
            for head, body in one.examples(word)
        ),
    ]
    return "\n\n".join(part for part in parts if part)


def render_facts(papers: Iterable[Paper]) -> str:
    """Write what was read from each document as a table."""
    return "\n\n".join(_facts(paper) for paper in papers)


def _facts(paper: Paper) -> str:
    day = f" as of {paper.as_of.date} ({paper.as_of.basis})" if paper.as_of.date else ""
    lines = [style(f"{paper.path}: {paper.kind}{day}", bold=True)]
    lines += [f"  {fact.attribute:22} {fact.value}" for fact in paper.facts]
    lines += [f"  {record.type:22} {_told(record)}" for record in paper.records]
    problems = paper.document.problems + paper.problems
    lines += [f"  {'problem':22} {problem.message}" for problem in problems]
    return "\n".join(lines)


def _told(record: Record) -> str:
    told = {name: getattr(record, name) for name in record.field_names()}
    return ", ".join(
        f"{name}: {_flat(str(value))}" for name, value in told.items() if value not in (None, ())
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


def _wrapped(text: str, width: int, indent: str) -> str:
    return textwrap.fill(text, width, subsequent_indent=indent, break_on_hyphens=False)
