"""What kept documents from being read in full or for certain, and which check reports it.

Every problem that a reader or an extractor hands on belongs to one check; what no other claims is reported by
document/low-confidence, so that nothing is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from consistency.model import Case, Citation, Evidence, Paper, Person, Problem
from consistency.normalizer.expressions import expression

BLANK = frozenset({"printed-blank", "placeholder"})
"""A form whose data were lost when it was printed."""

LEFT_OUT = frozenset(
    {"no-text", "page-unreadable", "over-limit", "damaged", "password", "empty", "wrong-type"}
)
"""Something was left out: a page, a form or the whole file."""

UNRESOLVED = frozenset({"tracked-changes", "comments"})
"""The paper is not finished."""

UNSEEN = frozenset({"hidden-text"})
"""The paper holds words that nobody sees: told even where nothing else of it could be read."""

FOREIGN = frozenset({"language"})
"""The paper is in a language that is not read."""

TOLD_BY_OTHERS = frozenset({"mrz-check", "mrz-differs", "mrz-unsure"})
"""Compared by a check of its own."""

CLAIMED = BLANK | LEFT_OUT | UNRESOLVED | FOREIGN | TOLD_BY_OTHERS

_QUOTED = expression("“([^”]+)”")


def problems_of(paper: Paper, codes: frozenset[str]) -> tuple[Problem, ...]:
    """Give a paper's problems of some codes, those of the file and those of its meaning."""
    return tuple(problem for problem in _all(paper) if problem.code in codes)


def unclaimed(paper: Paper) -> tuple[Problem, ...]:
    """Give the problems that no check claims by name."""
    if paper.document.read == "failed":
        return problems_of(paper, UNSEEN)
    claimed = CLAIMED - LEFT_OUT if paper.document.read == "full" else CLAIMED
    return tuple(p for p in _all(paper) if p.code not in claimed and not p.code.startswith("mrz"))


def _all(paper: Paper) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(paper.troubles))


def contents(case: Case, wanted: Callable[[Paper], bool]) -> Iterator[tuple[str, tuple[Paper, ...]]]:
    """Give the papers for which something holds by content: copies of one file are one, whatever they are called."""
    found: dict[str, list[Paper]] = {}
    for paper in case.papers:
        if wanted(paper):
            found.setdefault(paper.document.content, []).append(paper)
    for content, papers in found.items():
        yield content, tuple(sorted(papers, key=lambda p: p.path))


def owner(case: Case, papers: Sequence[Paper]) -> Person | None:
    """Give the person whose the papers are, if their content was read."""
    read = {paper.person for paper in papers if paper.document.read != "failed"}
    return next((person for person in case.people if read == {person.id}), None)


def sentences(papers: Sequence[Paper], codes: frozenset[str]) -> str:
    """Give the sentences of the problems, each once."""
    return " ".join(dict.fromkeys(p.message for paper in papers for p in problems_of(paper, codes)))


def places(papers: Sequence[Paper], codes: frozenset[str]) -> tuple[Citation, ...]:
    """Cite the pages on which problems lie, with the words that a message quotes."""
    return tuple(
        Citation(Evidence(paper.path, _words(problem), page=problem.page), None, paper.as_of.date)
        for paper in papers
        for problem in problems_of(paper, codes) or (Problem("", ""),)
    )


def _words(problem: Problem) -> str | None:
    found = _QUOTED.search(problem.message)
    return found[1] if found and problem.code in UNRESOLVED else None
