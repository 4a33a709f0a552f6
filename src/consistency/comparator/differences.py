"""What differs between a paper and an older one of its kind: of words the passages, of a form the fields.

Passages that are the same are found first, as rapidfuzz aligns two lists; only what stands between them is compared
letter by letter. So two versions of three hundred pages cost little more than reading them once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from msgspec import Struct

from consistency.comparator.aligned.alignment import align
from consistency.comparator.aligned.clustering import content
from consistency.comparator.passages import Passage, utterances
from consistency.comparator.telling import Told
from consistency.model import (
    RECORD_TYPES,
    Address,
    Answer,
    Citation,
    Document,
    FamilyMember,
    Job,
    Paper,
    Record,
    Refusal,
    Relationship,
    Residence,
    Study,
    Trip,
)
from consistency.normalizer.text import fold

R = TypeVar("R", bound=Record)

ALIGNED: frozenset[type[Record]] = frozenset(
    {Job, Study, Residence, Address, Trip, Relationship, FamilyMember, Refusal}
)
"""Records that are known again by what they say; of others the n-th row stands beside the n-th."""

LONG = 20_000
"""Letters from which two stretches are compared word by word: letter by letter costs the product of the lengths."""

Span = tuple[int, int, int, int]
"""Passages of the old text from and up to, and those of the new one in their place."""


class Difference(Struct, frozen=True):
    """A passage or field that differs: ``old`` is None where it is new, ``new`` where it is gone."""

    what: str
    """"passage", or the field: "birth_date", "job employer", "answer ever-refused"; a whole row is its type."""
    old: Citation | None
    new: Citation | None


class Comparison(Struct, frozen=True):
    """How alike two papers are, from 0 to 1 (letters of a text, fields of a form), and what differs."""

    likeness: float
    differences: tuple[Difference, ...]


def shared_words(new: Paper, old: Paper) -> float:
    """Give the share of the words of two papers that stand in both, whatever their order: quick, and never too low."""
    one, other = _words(new), _words(old)
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _words(paper: Paper) -> Counter[str]:
    return paper.document.once(_counted)


def _counted(document: Document) -> Counter[str]:
    return Counter(fold(document.text).split())


def in_words(new: Paper, old: Paper) -> Comparison:
    """Compare two texts: which passages differ, and how much of the letters is the same in the same order."""
    before, after = _passages(old), _passages(new)
    differences: list[Difference] = []
    total = sum(len(fold(p.text)) for p in (*before, *after))
    kept = float(total)
    for start, end, first, last in _spans(before, after):
        gone, come = before[start:end], after[first:last]
        kept -= _lost(gone, come)
        differences += _beside(gone, come)
    return Comparison(kept / total if total else 0.0, tuple(differences))


def _passages(paper: Paper) -> tuple[Passage, ...]:
    return tuple(passage for passage in utterances(paper) if fold(passage.text))


def _spans(before: Sequence[Passage], after: Sequence[Passage]) -> Iterator[Span]:
    """Give the stretches between the passages that are the same."""
    from rapidfuzz.distance import Indel

    start = first = end = last = 0
    steps = Indel.opcodes([fold(p.text) for p in before], [fold(p.text) for p in after])
    for step in steps:
        if step.tag != "equal":
            end, last = step.src_end, step.dest_end
            continue
        if end > start or last > first:
            yield start, end, first, last
        start, end, first, last = step.src_end, step.src_end, step.dest_end, step.dest_end
    if end > start or last > first:
        yield start, end, first, last


def _lost(gone: Sequence[Passage], come: Sequence[Passage]) -> float:
    """Count the letters of two stretches that are not the same in the same order; long ones are taken by words."""
    from rapidfuzz.distance import Indel

    old, new = (" ".join(fold(p.text) for p in passages) for passages in (gone, come))
    if len(old) * len(new) <= LONG**2:
        return float(Indel.distance(old, new))
    return float(Indel.normalized_distance(old.split(), new.split()) * (len(old) + len(new)))


def _beside(gone: Sequence[Passage], come: Sequence[Passage]) -> Iterator[Difference]:
    """Set the passages of two stretches side by side; those that only one of them has stand alone."""
    for old, new in zip_longest(gone, come):
        yield Difference("passage", old.cite(old.text) if old else None, new.cite(new.text) if new else None)


def in_fields(new: Paper, old: Paper) -> Comparison:
    """Compare two forms field by field: single values by their attribute, rows as the records that they tell.

    Of two forms that ask differently (a form and its successor) only what both tell is compared.
    """
    pairs = [pair for pair in (*_facts(new, old), *_records(new, old)) if _comparable(new, old, pair)]
    differ = tuple(pair for pair in pairs if not _is_same(pair))
    return Comparison(1 - len(differ) / len(pairs) if pairs else 0.0, differ)


def _comparable(new: Paper, old: Paper, pair: Difference) -> bool:
    return new.kind == old.kind or (pair.old is not None and pair.new is not None)


def _is_same(pair: Difference) -> bool:
    if pair.old is None or pair.new is None:
        return False
    return fold(pair.old.value or "") == fold(pair.new.value or "")


def _facts(new: Paper, old: Paper) -> Iterator[Difference]:
    for attribute in dict.fromkeys(fact.attribute for fact in (*old.facts, *new.facts)):
        sides = ((paper, paper.fact(attribute)) for paper in (old, new))
        before, after = (Citation(f.evidence, f.value, p.as_of.date) if f else None for p, f in sides)
        yield Difference(attribute, before, after)


def _records(new: Paper, old: Paper) -> Iterator[Difference]:
    told = {type(record) for record in (*old.records, *new.records)}
    for kind in RECORD_TYPES.values():
        for before, after in _rows(new, old, kind) if kind in told else ():
            yield from _row(before, after)


def _rows(new: Paper, old: Paper, kind: type[R]) -> Iterator[tuple[Told[R] | None, Told[R] | None]]:
    """Give the rows of one type that tell the same thing, and those that only one form has."""
    before, after = ([Told(paper, row) for row in paper.all(kind)] for paper in (old, new))
    again = [content(told.record) for told in before] == [content(told.record) for told in after]
    if kind in ALIGNED and not again:
        for group in align((old, new), kind):
            yield from zip_longest(group.by(old), group.by(new))
        return
    if kind is not Answer:
        yield from zip_longest(before, after)
        return
    asked = dict.fromkeys(_question(told.record) for told in (*before, *after))
    for question in asked:
        sides = (
            next((told for told in side if _question(told.record) == question), None)
            for side in (before, after)
        )
        one, other = sides
        yield one, other


def _question(record: Record) -> str:
    return record.question if isinstance(record, Answer) else ""


def _row(before: Told[R] | None, after: Told[R] | None) -> Iterator[Difference]:
    """Give the fields of two rows that tell one thing; a row that only one form has is one difference."""
    there = before or after
    if there is None:
        return
    record = there.record
    what = f"answer {_question(record)}" if isinstance(record, Answer) else record.type
    if before is None or after is None:
        sides = (told.cite("", _whole(told.record)) if told else None for told in (before, after))
        yield Difference(what, *sides)
        return
    for name in record.field_names():
        old, new = (_value(told.record, name) for told in (before, after))
        if name != "question" and (old or new):
            label = what if name == "answer" else f"{what} {name}"
            yield Difference(label, before.cite(name, old), after.cite(name, new))


def _value(record: Record, name: str) -> str | None:
    value = getattr(record, name)
    if isinstance(value, tuple):
        return "; ".join(map(str, value)) or None
    return str(value) if value not in {None, ""} else None


def _whole(record: Record) -> str:
    """Give all that a row says, in one line."""
    return "; ".join(value for name in record.field_names() if (value := _value(record, name)))
