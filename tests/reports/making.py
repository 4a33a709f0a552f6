"""Reports to render: of the bundled case, of invented lives with a planted contradiction, and of hostile words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from consistency.case.assemble import assemble
from consistency.clocks import all_clocks
from consistency.comparator.engine import run
from consistency.model import (
    Acknowledgement,
    Case,
    Changes,
    Citation,
    Document,
    Evidence,
    Finding,
    Paper,
    Report,
    Resolved,
    Severity,
)
from consistency.model.geometry import Box
from consistency.pipeline import verdict
from tests.bundled import sample
from tests.lives.running import known_edits

HOSTILE = (
    '=HYPERLINK("http://evil.example","x")',
    "@maintainer see #12 and !34, GH-5 ~bug $x^2$ :smile:",
    "[click](http://evil.example) ![p](http://evil.example/p.png) www.evil.example",
    "<img src=x onerror=alert(1)> <!-- --> &amp; ]]> a@evil.example",
    "| a | b |\n| - | - |\n- list\n# head\n```\n**bold** _it_ `code``",
    "+1 555 0100 200",
    "-2+3",
    "\tcell\r\n\x00\x1b[31mred\x07 \ud800 \uffff {0} {{x}} [link](0) \\",
    "1. one",
    "pay \u202e00001 DAC\u202c a year",
    "> quote",
    "Ünï ￥ 例 مثال",
)


@cache
def lives() -> tuple[Report, ...]:
    """Give reports on lives with a planted contradiction: a few kinds."""
    return tuple(_lives())


def _lives() -> Iterator[Report]:
    for seed, edit in enumerate(known_edits()[::15]):
        papers = edit.planted(seed)
        if papers is not None:
            yield report_on(assemble("life", papers))


def report_on(case: Case) -> Report:
    """Give the report on a case."""
    findings = run(case)
    told = verdict(findings, case.papers, Severity.MAJOR)
    return Report(case, findings, told, clocks=all_clocks(case))


def hostile() -> Report:
    """Give a report whose every word from a document would do something in some format."""
    base = sample()
    document = replace(base.case.papers[0].document, path="a b#?%/ü [x](y)|`=1.pdf")
    papers = (replace(base.case.papers[0], document=document), unread("b\n@c.pdf"), *base.case.papers[1:])
    findings = tuple(_hostile(number, words, document) for number, words in enumerate(HOSTILE))
    case = replace(base.case, path="=cmd|'/c calc'!A1", notes=HOSTILE, papers=papers)
    return Report(case, (*findings, *base.findings), "findings")


def _hostile(number: int, words: str, document: Document) -> Finding:
    evidence = Evidence(document.path, words, page=3, field=words, box=Box(1, 2.25, 3, 4))
    sides = Citation(evidence, words), Citation(Evidence(document.path, None), None)
    told = Acknowledgement(words, words, "2026-01-02", "2027-01-02") if number % 2 else None
    return replace(
        sample().findings[0],
        id=f"work-dates-{number:010x}",
        title=words,
        detail=words,
        evidence=sides,
        status="acknowledged" if told else "open",
        acknowledgement=told,
    )


def unread(path: str) -> Paper:
    """Give a paper that could not be read."""
    from consistency.extractors.extract import extract
    from consistency.readers.files import failed
    from consistency.readers.problems import damaged

    return extract(failed(path, b"%PDF", damaged(path, "it ends early")))


def since_earlier() -> Report:
    """Give a report against an earlier one."""
    base = sample()
    first, second, *_ = base.findings
    resolved = Resolved(
        "work-dates-00000000aa", "work/dates", "major", "Two documents date the same job differently"
    )
    changes = Changes(frozenset({first.id}), frozenset({second.id}), (resolved,), 4)
    return replace(base, findings=(first, second), changes=changes)
