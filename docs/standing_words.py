"""Write ``normalizer/data/standing_words.json``: the words that the program's expressions stand on.

An expression that stands on words matches no text without them, and need not be built before one of them is seen
(:mod:`consistency.normalizer.expressions`). They are taken from the expression as Python parses it, and ``make words``
writes them anew. An expression that is not in the table is built when it is first used, as one is that is made of what
a paper says.
"""

from __future__ import annotations

import gc
import json
import pkgutil
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice, product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import consistency
from consistency.normalizer import expressions
from consistency.normalizer.expressions import STANDING_WORDS, Words, name_of
from consistency.pipeline import Check, check
from consistency.readers.files import Options
from consistency.sample import folder as sample

MOST = 64
"""Ways in which a part of an expression may be written to be written out."""
FEW = 40
"""Words of which a text is asked for one; more of them are asked for by their beginnings."""
SHORTEST = 2
"""Letters of a word that is asked for; one letter stands in almost any text."""
TELLING = 5
"""Letters from which on a word tells as much as a longer one."""
ASKED = 2
"""Times that a text is asked for one of several words, at most."""
PLAIN = re.compile(r"[\x00-\x7fÀ-ÖØ-öø-ÿ‘’–—\s]*")
"""Words whose letters have one capital, and are found in a text once it is written small (:data:`.expressions.ODD`)."""

Item = tuple[Any, Any]
"""A part of an expression: what it is, and of what it is made."""
Ways = tuple[str, ...] | None
"""All that a part matches; None where that is too much to be written out."""


def standing_words(pattern: str, flags: int) -> Words:
    """Give what the texts that an expression matches hold: of each row of words one; nothing where that is not known.

    Where capitals do not count the words are small.
    """
    parsed = _parser.parse(pattern, flags)
    if (parsed.state.flags ^ flags) & ~re.UNICODE:  # it has flags in itself
        return ()
    rows = set(_rows(parsed))
    if flags & re.IGNORECASE:
        rows = {_shortest(map(str.lower, row)) for row in rows if all(map(PLAIN.fullmatch, row))}
    return tuple(islice(_apart(sorted(rows, key=_weight, reverse=True)), ASKED))


def _weight(row: Sequence[str]) -> tuple[int, int, Sequence[str]]:
    """Weigh a row by how much its shortest word tells, and by how few they are."""
    return min((TELLING, *map(len, row))) if row else 0, -len(row), row


def _apart(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Give the rows that are not another one once more, with what stands beside its words."""
    seen: set[str] = set()
    for row in rows:
        if not any(one in word or word in one for word in row for one in seen):
            seen |= set(row)
            yield row


def _rows(items: Iterable[Item]) -> Iterator[tuple[str, ...]]:
    """Give the rows of words of parts that follow one another; what can be written out is, as far as it goes."""
    run: Sequence[str] = ("",)
    for item in items:
        ways = _ways(item)
        longer = _joined((run, ways))
        if longer is None or len(longer) > len(run):
            yield from _telling(run)
        if longer is None:
            yield from _inside(item, run)
        elif item[0] is op.ASSERT:
            yield from _rows(item[1][1])
        run = longer or ways or ("",)
    yield from _telling(run)


def _inside(item: Item, before: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give the rows of a part that cannot be written out; what stands before it goes on into it, where it is known."""
    code, given = item
    lead = [(op.LITERAL, ord(letter)) for letter in before[0]] if len(before) == 1 else []
    if code is op.SUBPATTERN and not (given[1] or given[2]):
        yield from _rows([*lead, *given[3]])
    elif code is op.ATOMIC_GROUP:
        yield from _rows([*lead, *given])
    elif code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and given[0]:
        yield from _rows(given[2])
    elif code is op.BRANCH:
        best = [max(_rows([*lead, *way]), key=_weight, default=()) for way in given[1]]
        if all(best):
            yield from _telling([word for row in best for word in row])


def _ways(item: Item) -> Ways:
    """Write out all that a part matches; one that only looks around matches nothing."""
    code, given = item
    if code is op.LITERAL:
        return (chr(given),)
    if code in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return ("",)
    if code is op.IN:
        letters = [chr(value) for kind, value in given if kind is op.LITERAL]
        return tuple(letters) if len(letters) == len(given) else None
    if code is op.BRANCH:
        return _either(_all_ways(way) for way in given[1])
    if code is op.SUBPATTERN:
        return None if given[1] or given[2] else _all_ways(given[3])
    if code is op.ATOMIC_GROUP:
        return _all_ways(given)
    return _repeated(given) if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) else None


def _repeated(given: tuple[int, int, Iterable[Item]]) -> Ways:
    least, most, items = given
    ways = _all_ways(items)
    if ways is None or most > least + MOST:
        return None
    return _either(_joined([ways] * times) for times in range(least, most + 1))


def _all_ways(items: Iterable[Item]) -> Ways:
    return _joined([_ways(item) for item in items])


def _joined(parts: Sequence[Sequence[str] | None]) -> Ways:
    """Give all that parts match that follow one another."""
    count = 1
    known = []
    for part in parts:
        if part is None or (count := count * len(part)) > MOST:
            return None
        known.append(part)
    return tuple(dict.fromkeys(map("".join, product(*known))))


def _either(parts: Iterable[Ways]) -> Ways:
    """Give all that one part or another matches."""
    found: dict[str, None] = {}
    for part in parts:
        if part is None:
            return None
        found |= dict.fromkeys(part)
    return tuple(found) if len(found) <= MOST else None


def _telling(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give words as a row of few, where they tell anything."""
    if words and min(map(len, words)) >= SHORTEST:
        row = _shortest(words)
        letters = max(map(len, row))
        while len(row) > FEW and letters >= TELLING:
            letters -= 1
            row = _shortest(word[:letters] for word in row)
        if len(row) <= FEW:
            yield row


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Leave out the words that hold another one."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda word: (len(word), word)):
        if not any(one in word for one in kept):
            kept.append(word)
    return tuple(kept)


def known() -> Iterator[tuple[str, int]]:
    """Give the expressions of all modules, and those that are made of the program's tables."""
    for module in pkgutil.walk_packages(consistency.__path__, "consistency."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    with sample() as case:
        check(case, Check(reading=Options(ocr=False)))
    for one in gc.get_objects():
        if isinstance(one, expressions.Expression):
            yield one.pattern, one.flags


def table() -> dict[str, Words]:
    """Give the table, by the names of the expressions."""
    found = {name_of(*one): standing_words(*one) for one in known()}
    return {name: words for name, words in sorted(found.items()) if words}


def written() -> str:
    """Give the table as it is kept: a line for each expression."""
    lines = (
        f"{json.dumps(name)}: {json.dumps(words, ensure_ascii=False)}" for name, words in table().items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    STANDING_WORDS.write_text(written(), encoding="utf-8")
