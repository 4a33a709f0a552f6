"""The report for a person at a terminal: findings by level, both quotes side by side, and what was read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from click import style, unstyle

from consistency.comparator.engine import Rule
from consistency.model import Changes, Citation, Finding, Paper, Record, Report, Severity
from consistency.reports._clocks import clocks
from consistency.reports._lines import columns, flat, wrapped
from consistency.reports._refusals import tables
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
from consistency.reports._ways import render_plan as render_plan
from consistency.views.agenda import in_order

COLOUR = {Severity.CRITICAL: "red", Severity.MAJOR: "yellow", Severity.MINOR: "cyan", Severity.INFO: "blue"}
MARK = {Severity.CRITICAL: "!!", Severity.MAJOR: "! ", Severity.MINOR: "- ", Severity.INFO: "i "}
"""Levels are told by words and marks too, for a terminal or a reader without colours."""

VERDICT_COLOUR = {"pass": "green", "findings": "red", "incomplete": "yellow"}

NARROW = 76
"""Below this width in columns the two sides of a finding stand one below the other."""

SHOWN = 6
"""So many places of one finding are shown; the others are counted (``verbose`` and the JSON report have all)."""


def render(report: Report, *, verbose: bool = False) -> str:
    """Write a report for a terminal of the present width; ``verbose`` shows every place, and more of each document."""
    width = columns()
    parts = [_heading(report, width), *_findings(report, width, verbose), _changes(report, width)]
    parts += [
        _refusals(report, width),
        _read(report, width, verbose),
        clocks(report, width),
    ]
    parts += [_verdict(report)]
    return "\n\n".join(part for part in parts if part)


def _heading(report: Report, width: int) -> str:
    case = report.case
    people = ", ".join(person(report, p.id) for p in case.people) or "nobody was recognised"
    lines = [style(flat(f"consistency: {case.path}"), bold=True), f"as of {case.as_of} · {people}"]
    for application in case.applications:
        told = [counted(len(application.documents), "document"), f"dated {application.as_of or 'unknown'}"]
        told += [application.outcome] if application.outcome else []
        home = flat(_home(application.documents))
        lines.append(f"  {application.role}: {home} ({', '.join(told)})")
    lines += [f"  {flat(note)}" for note in case.notes]
    return "\n".join(wrapped(line, width, "    ") for line in lines)


def _home(paths: Sequence[str]) -> str:
    folders = sorted({path.rpartition("/")[0] or "." for path in paths})
    return ", ".join(folders)


def _findings(report: Report, width: int, verbose: bool) -> Iterator[str]:
    for severity, group in groupby(in_order(report.findings), key=lambda f: f.severity):
        found = list(group)
        title = f"{str(severity).upper()} ({len(found)})"
        yield style(f"{title} {'─' * max(0, width - len(title) - 1)}", fg=COLOUR[severity], bold=True)
        yield from (_finding(finding, width, report.changes, verbose) for finding in found)


def _finding(finding: Finding, width: int, changes: Changes | None, verbose: bool) -> str:
    states: list[str] = [finding.status] if finding.status != "open" else []
    states += [("new" if finding.id in changes.new else "changed")] if changes else []
    state = f" [{', '.join(states)}]" if states else ""
    head = f"{MARK[finding.severity]} {flat(finding.title)}{state}"
    lines = [
        style(wrapped(head, width, "   "), fg=COLOUR[finding.severity], bold=True),
        wrapped(f"   {finding.rule} · {finding.person or 'the case'} · {finding.id}", width, "   "),
        wrapped(f"   {flat(finding.detail)}", width, "   "),
        "",
        *_places(finding.evidence, width, len(finding.evidence) if verbose else SHOWN),
        "",
        wrapped(f"   Why: {flat(finding.why)}", width, "        "),
        wrapped(f"   Do:  {flat(finding.advice)}", width, "        "),
    ]
    if finding.references:
        lines.append(wrapped(f"   Law: {', '.join(finding.references)}", width, "        "))
    if finding.acknowledgement:
        lines.append(wrapped(f"   {acknowledged(finding.acknowledgement)}", width, "        "))
    return "\n".join(lines)


def _changes(report: Report, width: int) -> str:
    """Say what is otherwise than in the earlier report that was given."""
    changes = report.changes
    if changes is None:
        return ""
    lines = [style(SINCE, bold=True), f"  {changed(changes)}"]
    lines += [f"  resolved: {one.rule} ({one.severity}): {one.title} · {one.id}" for one in changes.resolved]
    return "\n".join(wrapped(line, width, "    ") for line in lines)


def _places(evidence: Sequence[Citation], width: int, most: int) -> Iterator[str]:
    """Give the places of a finding: two beside each other where there is room, each value before its repeats."""
    ordered = each_value_first(evidence)
    shown = ordered[:most]
    missing = absent(evidence)
    if width < NARROW or len(shown) == 1:
        for citation in shown:
            yield from (f"   {line}" for line in _side(citation, width - 4, missing))
    else:
        half = (width - 7) // 2
        for left, right in zip_longest(shown[::2], shown[1::2]):
            sides = _side(left, half, missing), _side(right, half, missing) if right else []
            for one, other in zip_longest(*sides, fillvalue=""):
                gap = " " * (half - len(unstyle(one)))
                yield f"   {one}{gap} │ {other}".rstrip()
            if right is not shown[-1] and left is not shown[-1]:
                yield f"   {' ' * half} │"
    if len(ordered) > most:
        yield f"   … and {len(ordered) - most} more, which repeat what is shown."


def _side(citation: Citation, width: int, missing: str) -> list[str]:
    """Write one place: the document, the words as they stand there, the value compared, the field."""
    evidence = citation.evidence
    field = evidence.place or evidence.field
    lines = textwrap.wrap(place(citation), width)
    lines += textwrap.wrap(quote(citation, missing), width, max_lines=4)
    if citation.value and citation.value != evidence.quote:
        lines += textwrap.wrap(f"= {flat(citation.value)}", width, max_lines=2)
    if field:
        lines += [style(line, dim=True) for line in textwrap.wrap(flat(field), width, max_lines=2)]
    return [style(lines[0], underline=True), *lines[1:]] if lines else []


def _refusals(report: Report, width: int) -> str:
    """Show how the draft answers the reasons of the refusal, and how much of it is the refused package again."""
    return "\n".join(wrapped(line, width, " " * 20) for line in tables(report))


def _read(report: Report, width: int, verbose: bool) -> str:
    lines = [style("What was read", bold=True)]
    for paper in report.case.papers:
        document = paper.document
        told = counted(paper.amount, "fact") if document.read != "failed" else "not read"
        day = f"{paper.as_of.date} ({paper.as_of.basis})" if paper.as_of.date else "no date"
        lines.append(f"  {flat(paper.path)}: {paper.kind}, {document.method}, {day}, {told}")
        if verbose:
            lines.append(f"      {_more(paper)}")
        lines += [f"      {flat(problem.message)}" for problem in paper.troubles]
    return "\n".join(wrapped(line, width, "      ") for line in lines)


def _more(paper: Paper) -> str:
    """Say whose a document is, what it was filed with, its language, version and length."""
    told = [
        paper.person and f"of {paper.person}",
        paper.application and f"in {paper.application}",
        paper.language,
        paper.form_version,
        paper.document.page_count and counted(paper.document.page_count, "page"),
    ]
    return ", ".join(str(one) for one in told if one) or "of nobody"


def _verdict(report: Report) -> str:
    words, counts = verdict(report)
    return f"{style(words, fg=VERDICT_COLOUR[report.verdict], bold=True)} ({counts})"


def render_rule(one: Rule) -> str:
    """Write the page of a rule."""
    options = [f"  {name} = {default!r}" for name, default in one.options.items()]
    parts = [
        style(f"{one.id} ({one.severity})", bold=True),
        one.sections[""],
        f"Why: {flat(one.why)}",
        f"What can be done: {flat(one.advice)}",
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
    lines += [f"  {'problem':22} {problem.message}" for problem in paper.troubles]
    return "\n".join(lines)


def _told(record: Record) -> str:
    told = {name: getattr(record, name) for name in record.field_names()}
    return ", ".join(f"{name}: {flat(str(value))}" for name, value in told.items() if value not in (None, ()))
