"""What every format tells alike: the order of findings, their sides, the verdict in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from consistency.model import Acknowledgement, Changes, Citation, Report
from consistency.reports._lines import flat


def each_value_first(evidence: Sequence[Citation]) -> list[Citation]:
    """Put one place of each value first, the rarest value and its latest place before all: the sides of a finding."""
    told = Counter(citation.value for citation in evidence)
    latest = {citation.value: citation for citation in evidence}
    first = sorted(latest.values(), key=lambda c: told[c.value])
    return first + [citation for citation in evidence if citation not in first]


def encodable(value: Any) -> Any:
    """Give plain values without halves of signs, which UTF-8 cannot hold: a file's name may have them."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {key: encodable(inner) for key, inner in value.items()}
        case list():
            return [encodable(inner) for inner in value]
        case _:
            return value


def absent(evidence: Sequence[Citation]) -> str:
    """Say what stands in the place of a quote: that it is not there, where the other side is quoted."""
    return "(not there)" if any(c.evidence.quote for c in evidence) else ""


def place(citation: Citation) -> str:
    """Name a place: the document, the page, as of when it speaks."""
    where = [f"p. {citation.evidence.page}"] if citation.evidence.page else []
    where += [str(citation.as_of)] if citation.as_of else []
    document = flat(citation.evidence.document)
    return f"{document} ({', '.join(where)})" if where else document


def quote(citation: Citation, missing: str) -> str:
    """Give the words as they stand there in quotation marks, or what is said where there are none."""
    words = citation.evidence.quote
    return missing if words is None else f"“{flat(words)}”"


def acknowledged(told: Acknowledgement) -> str:
    """Say who acknowledged a finding, when, until when and why."""
    who = f" by {told.by}" if told.by else ""
    days = f" on {told.on}" if told.on else ""
    until = f" (until {told.expires})" if told.expires else ""
    return flat(f"Acknowledged{who}{days}{until}: {told.reason}")


def counted(number: int, noun: str) -> str:
    """Count a noun whose plural takes an s."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


SINCE = "Since the earlier report"


def changed(changes: Changes) -> str:
    """Say how many findings are otherwise than in an earlier report."""
    return (
        f"{len(changes.new)} new, {len(changes.changed)} changed, {changes.unchanged} as before (not shown)"
    )


def verdict(report: Report) -> tuple[str, str]:
    """Give the verdict in words, and the counts behind it."""
    kind = "new or changed" if report.changes else "open"
    words = {
        "pass": f"PASS: no {kind} finding at level {report.fail_on} or above",
        "findings": f"FINDINGS: {kind} findings at level {report.fail_on} or above",
        "incomplete": (
            f"INCOMPLETE: something could not be read; nothing else at level {report.fail_on} or above"
        ),
    }
    counts = ", ".join(f"{number} {level}" for level, number in report.counts.items())
    papers = report.case.papers
    unread = sum(p.document.read == "failed" for p in papers)
    return words[report.verdict], f"{counts}; {unread} of {counted(len(papers), 'document')} not read"


def person(report: Report, identifier: str | None) -> str:
    """Name a person by name, role and id; what is nobody's is the case's."""
    found = next((p for p in report.case.people if p.id == identifier), None)
    return flat(f"{found.name} ({found.role}, {found.id})") if found else "The case"
