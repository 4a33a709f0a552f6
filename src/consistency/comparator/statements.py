"""Single facts over all papers of a person, put side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from consistency.comparator.openly import openly, supplements
from consistency.comparator.passages import Passage
from consistency.model import Case, Citation, Fact, Paper, Person
from consistency.normalizer import dates
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.text import fold

OFFICERS = frozenset({"gcms-notes", "decision-notes"})
"""What an officer typed from the applicant's own papers: a slip there is the officer's."""

LOOK_ALIKE = str.maketrans("OQDILSZBG", "000115286")
"""Letters, and the digits that they are taken for."""

BLURRED = str.maketrans("ltjfceomhrvwyqz", "iiiiooonnnuuugs")
"""Letters of words, and one for all those that a blurred picture does not tell apart."""

STROKES = (("rn", "n"), ("fi", "n"), ("ri", "n"), ("li", "n"), ("ii", "n"), ("cl", "d"), ("vv", "u"))
"""Pairs of letters, and the one for which their strokes are taken."""

NAMED = 3
"""So many papers are named for a value in a sentence; the others are counted."""


class Stated(Protocol):
    """Something that a paper states."""

    @property
    def paper(self) -> Paper:
        """The paper that states it."""

    @property
    def value(self) -> str:
        """What it states."""

    @property
    def citation(self) -> Citation:
        """Where it stands."""


S = TypeVar("S", bound=Stated)


class Statement(Struct, frozen=True):
    """A fact and the paper that states it."""

    paper: Paper
    fact: Fact

    @property
    def value(self) -> str:
        """The value as the facts contract writes it."""
        return self.fact.value

    @property
    def date(self) -> PartialDate:
        """The value as a date, with both readings where the words on the paper leave two."""
        written = dates.parse(self.fact.evidence.quote or "")
        own = PartialDate.of(self.value)
        return written if written and written.alternative and own in written.readings else own

    @property
    def citation(self) -> Citation:
        """The statement as one side of a finding."""
        return Citation(self.fact.evidence, self.fact.value, self.paper.as_of.date)


def stated(case: Case, person: Person, *attributes: str) -> tuple[Statement, ...]:
    """Give every statement of some attributes in the papers of a person, the oldest first."""
    return tuple(
        Statement(paper, fact)
        for paper in case.of(person)
        for fact in paper.facts
        if fact.attribute in attributes
    )


def parted(statements: Iterable[S], agree: Callable[[S, S], bool]) -> tuple[tuple[S, ...], ...]:
    """Part statements into groups that agree, the group of most papers first.

    The fullest values come first and stand for their group: a vague one (a year, a short name) joins it, though it
    may not agree with another vague one.
    """
    groups: list[list[S]] = []
    for one in sorted(statements, key=lambda s: (-len(s.value), s.paper.path)):
        home = next((g for g in groups if agree(one, g[0])), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return tuple(tuple(g) for g in sorted(groups, key=lambda g: (-len(g), g[0].value)))


def citations(groups: Iterable[Sequence[Stated]]) -> tuple[Citation, ...]:
    """Cite every statement of all groups: both sides of a finding."""
    return tuple(dict.fromkeys(s.citation for group in groups for s in group))


def listed(values: Iterable[str]) -> str:
    """Write values as words: “a”, “b” and “c”."""
    quoted = [f"“{value}”" for value in dict.fromkeys(values)]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def named(papers: Iterable[Paper]) -> str:
    """Name papers in a sentence, the first few by path."""
    paths = list(dict.fromkeys(paper.path for paper in papers))
    more = f" and {len(paths) - NAMED} more" if len(paths) > NAMED else ""
    return f"{', '.join(paths[:NAMED])}{more}"


def said(groups: Iterable[Sequence[Stated]]) -> str:
    """Say each value with the papers that state it: “a” in x.pdf; “b” in y.pdf and 2 more."""
    return "; ".join(
        f"{listed(s.value for s in group)} in {named(s.paper for s in group)}" for group in groups
    )


def by_value(statements: Iterable[S]) -> tuple[tuple[S, ...], ...]:
    """Part statements by their very value, in the order of the values."""
    found: dict[str, list[S]] = {}
    for one in statements:
        found.setdefault(one.value, []).append(one)
    return tuple(tuple(found[value]) for value in sorted(found))


def misread(one: Stated, other: Stated) -> bool:
    """True where one of two values was read from a picture and they differ only by signs that look alike."""
    if "ocr" not in {one.paper.document.method, other.paper.document.method}:
        return False
    first, second = (re.sub(r"\W", "", s.value.upper()).translate(LOOK_ALIKE) for s in (one, other))
    words = not re.search(r"\d", one.value + other.value)
    return first == second or (words and _blurred(one.value) == _blurred(other.value))


def settled(groups: Sequence[Sequence[S]]) -> tuple[tuple[S, ...], ...]:
    """Put what was read from pictures alone with the group of which it is a misreading."""
    kept = [list(group) for group in groups]
    for group in [g for g in kept if all(s.paper.document.method == "ocr" for s in g)]:
        others = (g for g in kept if g is not group)
        home = next((g for g in others if any(misread(one, other) for one in group for other in g)), None)
        if home is not None:
            home.extend(group)
            kept = [g for g in kept if g is not group]
    return tuple(tuple(group) for group in sorted(kept, key=lambda g: (-len(g), g[0].value)))


def _blurred(word: str) -> str:
    """Give a word as a blurred picture shows it: one sign for all that look alike, in pairs and alone."""
    text = "".join(sorted(fold(word).split()))
    for pair, sign in STROKES:
        text = text.replace(pair, sign)
    return re.sub(r"(.)\1+", r"\1", text.translate(BLURRED))


def only_officers(groups: Sequence[Sequence[Stated]]) -> bool:
    """True where nobody but an officer's notes differs from what all other papers state."""
    others = [group for group in groups if not all(s.paper.kind in OFFICERS for s in group)]
    return len(others) == 1 < len(groups)


def corrected(case: Case, papers: Iterable[Paper], topic: Iterable[str]) -> Passage | None:
    """Give what a letter or sheet of the draft, or of these papers' submissions, says openly on a topic (folded)."""
    drafted = case.draft_papers
    letters = [s for p in (*papers, *drafted) for s in supplements(case, p)]
    return openly(tuple({p.path: p for p in letters}.values()), topic)
