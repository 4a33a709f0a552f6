"""What a rule reports, and how mismatches are put together: one fact is one finding, told with what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from consistency.model import Citation, Person, Severity


class Cause(NamedTuple):
    """A mismatch that another may follow from: its rule, and its subject (None: any of that rule and person)."""

    rule: str
    subject: str | None = None


class Mismatch(Struct, frozen=True):
    """What a rule reports: whose, about what, the sentence with both values, and both places.

    ``subject`` names the thing in normalised words and is part of the finding's id, as are the citations'
    values: never a path or an order. ``severity`` is given where the rule's row names several levels.
    ``ask`` marks a finding that is a question because two readings exist.
    """

    person: Person | None
    subject: str
    detail: str
    evidence: tuple[Citation, ...]
    severity: Severity | None = None
    title: str | None = None
    advice: str | None = None
    ask: bool = False
    confidence: float | None = None
    """How sure the values are that differ, where the rule knows it better than the engine."""
    follows: tuple[Cause, ...] = ()
    """What would cause this mismatch: where that is found too, this one is told with it and not beside it."""

    @property
    def about(self) -> tuple[str | None, str]:
        """The id of the person, and the subject: what two mismatches of one rule have in common that are one."""
        return self.person.id if self.person else None, self.subject


class Found(NamedTuple):
    """A mismatch with the id of the rule that reports it, and its level."""

    rule: str
    level: Severity
    mismatch: Mismatch


def merged(mismatches: Iterable[Mismatch]) -> list[Mismatch]:
    """Make one mismatch of all with one person and subject: every document of both sides in its evidence."""
    by_subject: dict[tuple[str | None, str], Mismatch] = {}
    for mismatch in mismatches:
        known = by_subject.get(mismatch.about)
        by_subject[mismatch.about] = mismatch if known is None else _with(known, mismatch)
    return list(by_subject.values())


def heaviest(found: Iterable[Found]) -> Iterable[Found]:
    """Give, of what one rule finds about one subject, the heaviest; the first of those as heavy."""
    by_subject: dict[tuple[str | None, str], Found] = {}
    for one in found:
        known = by_subject.setdefault(one.mismatch.about, one)
        if one.level > known.level:
            by_subject[one.mismatch.about] = one
    return by_subject.values()


def _with(known: Mismatch, other: Mismatch) -> Mismatch:
    levels = [level for level in (known.severity, other.severity) if level is not None]
    return replace(
        known,
        evidence=tuple(dict.fromkeys(known.evidence + other.evidence)),
        severity=max(levels, default=None),
        ask=known.ask and other.ask,
        follows=tuple(dict.fromkeys(known.follows + other.follows)),
    )


def folded(found: Sequence[Found]) -> Iterator[tuple[Found, tuple[Mismatch, ...]]]:
    """Give each mismatch that stands by itself, with those that follow from it, at whatever remove."""
    causes = [_cause(found, index) for index in range(len(found))]
    below: dict[int, list[Mismatch]] = {}
    for index, one in enumerate(found):
        root = _root(causes, index)
        below.setdefault(root, [])
        if root != index:
            below[root].append(one.mismatch)
    for index in sorted(below):
        yield found[index], tuple(below[index])


def _cause(found: Sequence[Found], index: int) -> int | None:
    """Give the mismatch that this one follows from; a heavier one is never hidden under a lighter one."""
    one = found[index]
    for wanted in one.mismatch.follows:
        for at, other in enumerate(found):
            fits = other.rule == wanted.rule and wanted.subject in {None, other.mismatch.subject}
            same = at != index and other.mismatch.person == one.mismatch.person
            if fits and same and other.level >= one.level:
                return at
    return None


def _root(causes: Sequence[int | None], index: int) -> int:
    """Follow the causes to the first; of mismatches that would follow from one another the first found stands."""
    path = [index]
    while (at := causes[path[-1]]) is not None:
        if at in path:
            return min(path[path.index(at) :])
        path.append(at)
    return path[-1]
