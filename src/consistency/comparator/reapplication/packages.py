"""The package of the draft beside the one that was refused: which paper is which again, what is new, what is gone.

Papers are matched by their bytes, by their words and, forms, field by field. A package holds tens of papers, of which
only those of one kind are compared, so every pair is measured exactly; sketches such as MinHash, made for millions,
would cost certainty and save nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from consistency.case.decisions import DECISIONS
from consistency.comparator.aligned.assignment import assign
from consistency.comparator.differences import Comparison, Difference, in_fields, in_words, shared_words
from consistency.comparator.reapplication.decisions import Refused, had, refused_papers
from consistency.model import Case, Paper, Person

State = Literal["same", "changed", "new", "dropped"]

SAME = 0.97
"""Likeness from which two texts are one: a day and an amount may differ."""

AKIN = 0.6
"""Share of words in common from which two papers of a kind are one at two times, and not two."""

BORNE = frozenset({"signature", "stated", "validated"})
"""How the day of a paper is known where the paper itself bears it."""

UNCOMPARED = DECISIONS | {"fairness-letter", "other"}
"""What IRCC wrote, and separators: no part of a package."""

SUCCESSORS = ({"imm5406", "imm5645", "imm5707"}, {"imm1295", "imm5710"}, {"imm5257", "imm5708"})
"""Forms that ask the same: family information, a work permit from outside or inside Canada, a visit likewise."""


class Match(Struct, frozen=True):
    """A paper of the draft and the one that it was in the refused package; one of them may be missing."""

    new: Paper | None
    old: Paper | None
    likeness: float = 0.0
    differences: tuple[Difference, ...] = ()

    @property
    def again(self) -> tuple[Paper, Paper] | None:
        """Both papers, where one is the other again, to the byte or nearly to the letter, whatever day it bears."""
        alike = self.likeness >= SAME
        return (self.new, self.old) if alike and self.new is not None and self.old is not None else None

    @property
    def state(self) -> State:
        """Say what became of the paper: a letter written anew with another day or balance is a changed one."""
        if self.old is None:
            return "new"
        if self.new is None:
            return "dropped"
        copy = self.new.document.content == self.old.document.content
        return "same" if copy or (self.likeness >= SAME and _of_one_day(self.new, self.old)) else "changed"


def _of_one_day(new: Paper, old: Paper) -> bool:
    """True for papers that bear the same day, or of which one bears none: a file's day says nothing of its paper."""
    days = [paper.as_of.date for paper in (new, old) if paper.as_of.basis in BORNE]
    return len(days) < 2 or days[0] == days[1]


class Package(Struct, frozen=True):
    """Every paper of a person's draft and of the refused package, matched."""

    matches: tuple[Match, ...]

    @property
    def drafted(self) -> tuple[Match, ...]:
        """The papers of the draft."""
        return tuple(match for match in self.matches if match.new is not None)

    def of(self, kinds: Iterable[str]) -> tuple[Match, ...]:
        """Give the papers of the draft of some kinds."""
        wanted = frozenset(kinds)
        return tuple(match for match in self.drafted if match.new is not None and match.new.kind in wanted)


def package(case: Case, person: Person, last: Refused) -> Package:
    """Match the papers of a person's draft with those that the officer had who refused the application before."""
    key = (package, person.id, tuple(paper.path for paper in last.papers))
    return case.once(key, lambda: _package(case, person, last))


def _package(case: Case, person: Person, last: Refused) -> Package:
    now = [paper for paper in case.drafted(person) if paper.kind not in UNCOMPARED]
    refused, others = _at_hand(case, person, last)
    found = _matched(case, now, refused)
    rest = [paper for paper in now if paper.path not in found]
    found |= _matched(case, rest, others)
    used = {match.old.path for match in found.values() if match.old is not None}
    matches = [found.get(paper.path, Match(paper, None)) for paper in now]
    dropped = [Match(None, paper) for paper in refused if paper.path not in used]
    return Package((*matches, *dropped))


def _at_hand(case: Case, person: Person, last: Refused) -> tuple[list[Paper], list[Paper]]:
    """Give the papers of the refused application, and those of others that the officer had, too."""
    decided = {paper.path for paper in refused_papers(case, person, last)}
    parts: tuple[list[Paper], list[Paper]] = ([], [])
    for paper in case.of(person):
        if paper.kind not in UNCOMPARED and not case.in_draft(paper) and had(last.papers[0], paper):
            parts[paper.path not in decided].append(paper)
    return parts


def _matched(case: Case, now: Sequence[Paper], before: Sequence[Paper]) -> dict[str, Match]:
    """Match papers by their bytes, then, within each kind, so that they are alike as much as can be in all."""
    copies = {paper.document.content: paper for paper in reversed(before)}
    found = {
        paper.path: Match(paper, copies[paper.document.content], 1.0)
        for paper in now
        if paper.document.content in copies
    }
    left = [paper for paper in now if paper.path not in found]
    taken = {match.old.path for match in found.values() if match.old is not None}
    for kind in dict.fromkeys(_family(paper) for paper in left):
        new, old = ([p for p in papers if _family(p) == kind] for papers in (left, before))
        found |= {match.new.path: match for match in _akin(case, new, old, taken) if match.new is not None}
    return found


def _akin(case: Case, new: Sequence[Paper], old: Sequence[Paper], taken: set[str]) -> Iterator[Match]:
    """Pair papers of one kind by likeness, each once; one that is an old paper again may be so beside another."""
    table = [[_once(case, paper, other) for other in old] for paper in new]
    free = [[0.0 if other.path in taken else _gain(one) for other, one in zip(old, row, strict=True)]
            for row in table]  # fmt: skip
    chosen = dict(assign(free))
    for index, row in enumerate(table):
        best = max(range(len(row)), key=lambda at: _gain(row[at]), default=None)
        at = chosen.get(index)
        if at is None and best is not None and _gain(row[best]) >= SAME:
            at = best
        one = row[at] if at is not None else None
        if at is not None and one is not None:
            yield Match(new[index], old[at], one.likeness, one.differences)


def _gain(one: Comparison | None) -> float:
    """Weigh a pair for the matching: forms that share no field are still the same form."""
    return 0.0 if one is None else max(one.likeness, 0.01)


def _family(paper: Paper) -> str:
    """Name the kind of a paper, one name for a form and its successors."""
    return _family_of(paper.kind)


@cache
def _family_of(kind: str) -> str:
    return next((min(forms) for forms in SUCCESSORS if kind in forms), kind)


def _once(case: Case, paper: Paper, old: Paper) -> Comparison | None:
    """Compare two papers the first time only: each refusal asks for its package."""
    return case.once((compared, paper.path, old.path), lambda: compared(paper, old))


def compared(paper: Paper, old: Paper) -> Comparison | None:
    """Compare a paper with an older one of its kind; None where they are two papers."""
    if paper.document.content == old.document.content:
        return Comparison(1.0, ())
    if paper.is_form and old.is_form:
        return in_fields(paper, old)
    return in_words(paper, old) if shared_words(paper, old) >= AKIN else None
