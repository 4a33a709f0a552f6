"""The report for a note or a pull request, in CommonMark with the tables of GitHub and GitLab.

What comes from documents can become no markup, link, picture or mention: words that are quoted stand as code, where
nothing is read as markup; in sentences every sign is escaped, and a word joiner keeps @names, #numbers and addresses
from being linked, which happens after the escapes are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from consistency.clocks import left
from consistency.model import Citation, Finding, Paper, Report
from consistency.normalizer.expressions import expression
from consistency.reports._lines import flat
from consistency.reports._telling import (
    SINCE,
    absent,
    acknowledged,
    changed,
    counted,
    each_value_first,
    person,
    verdict,
)
from consistency.views.agenda import in_order

_PUNCTUATION = expression(r"([!-/:-@\[-`{-~])")
_LINKED = expression(r"([@#!$%&~^:])(?=[\w/])|(?<=www)\.|(?<=GH)-(?=\d)", re.IGNORECASE)
_JOINER = "\u2060"
_PLAIN = frozenset(".,;:()'/%-\"?")
"""Signs that mean nothing within a line; they are left alone there so that the text can be read as it is."""
_LINE_START = expression(r"^(\d+(?=[.)])|(?=-))")
"""What would begin a list."""


def render(report: Report) -> str:
    """Write a report as Markdown."""
    parts = [*_heading(report), *_findings(report), *_changes(report), _clocks(report), _documents(report)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(report: Report) -> Iterator[str]:
    words, counts = verdict(report)
    case = report.case
    yield f"# Consistency report: {_code(case.path)}"
    yield f"**{_text(words)}** ({_text(counts)})"
    people = [f"- {_text(f'{p.name} ({p.role}, {p.id})')}" for p in case.people]
    yield "\n".join([f"As of {case.as_of}:", "", *people]) if people else f"As of {case.as_of}."
    yield "\n".join(f"- {_text(note)}" for note in case.notes)


def _findings(report: Report) -> Iterator[str]:
    for severity, group in groupby(in_order(report.findings), key=lambda f: f.severity):
        found = list(group)
        yield f"## {str(severity).capitalize()} ({len(found)})"
        for finding in found:
            yield from _finding(finding, report)


def _finding(finding: Finding, report: Report) -> Iterator[str]:
    status = "" if finding.status == "open" else f" ({finding.status})"
    yield f"### {_text(finding.title)}{status}"
    yield f"{_code(finding.rule)} · {_text(person(report, finding.person))} · {_code(finding.id)}"
    yield _text(finding.detail)
    missing = absent(finding.evidence)
    rows = [_row(side, missing) for side in each_value_first(finding.evidence)]
    yield "\n".join(["| document | page | words | value |", "| --- | --- | --- | --- |", *rows])
    yield f"**Why:** {_text(finding.why)}"
    yield f"**What can be done:** {_text(finding.advice)}"
    yield f"**References:** {_text(', '.join(finding.references))}" if finding.references else ""
    yield _text(acknowledged(finding.acknowledgement)) if finding.acknowledgement else ""


def _row(side: Citation, missing: str) -> str:
    evidence = side.evidence
    day = f" as of {side.as_of}" if side.as_of else ""
    words = _text(missing) if evidence.quote is None else _code(evidence.quote)
    where = evidence.page or ""
    cells = [f"{_code(evidence.document)}{day}", str(where), words, _code(side.value or "")]
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _changes(report: Report) -> Iterator[str]:
    if (changes := report.changes) is None:
        return
    yield f"## {SINCE}"
    yield f"{changed(changes)}."
    yield "\n".join(
        f"- resolved: {_code(one.rule)} ({one.severity}): {_text(one.title)} · {_code(one.id)}"
        for one in changes.resolved
    )


def _clocks(report: Report) -> str:
    lines = [
        f"- {clock.last}: {_text(f'{clock.title}: {left(clock)} ({clock.provisions[0]}), {clock.person}')}"
        for clock in report.running
    ]
    return "\n".join([f"## Clocks on {report.case.as_of}", "", *lines]) if lines else ""


def _documents(report: Report) -> str:
    lines = ["## What was read", ""]
    for paper in report.case.papers:
        lines.append(f"- {_code(paper.path)}: {_text(_read(paper))}")
        lines += [f"  - {_text(problem.message)}" for problem in paper.troubles]
    return "\n".join(lines)


def _read(paper: Paper) -> str:
    if paper.document.read == "failed":
        return f"{paper.kind}, not read"
    day = f", {paper.as_of.date}" if paper.as_of.date else ""
    return f"{paper.kind}{day}, {counted(paper.amount, 'fact')}"


def _text(text: str) -> str:
    """Write a sentence so that it is read as its letters alone."""
    joined = _LINKED.sub(lambda found: f"{found[0]}{_JOINER}", flat(text))
    escaped = _PUNCTUATION.sub(lambda found: found[0] if found[0] in _PLAIN else f"\\{found[0]}", joined)
    return _LINE_START.sub(r"\1\\", escaped)


def _code(text: str) -> str:
    """Write words as code, between more backticks than they hold (CommonMark 0.31.2, 6.1)."""
    words = flat(text)
    if not words:
        return ""
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{pad}{words}{pad}{fence}"
