"""What a text must hold for an expression to be found in it: strings, of which one at least stands there.

To look for some strings takes a tenth of what it takes to look for an expression of many words, and hardly a text
holds any of them. The idea is that of the engines RE2 ("FilteredRE2") and Rust's regex ("literals").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

SHORTEST = 3
"""Letters of a cue: a shorter one stands in nearly every text."""
SELDOM = frozenset("[](){}<>_…●•▪■")
"""Signs of which one alone is a cue."""
MOST_AT_ONCE = 64
"""So many readings of a piece of an expression are told apart ("d?(?:enfants?|fils)")."""
MOST = 200
"""So many cues are looked for rather than the expression itself."""
FEW_SIGNS = 6
"""So many signs of a class are told apart: "offen[cs]e", and not "[a-z]"."""
RARER = 8
"""How many times as rare a string is taken to be with each letter more."""
COST = 0.0003
"""How much it costs to look for one string more, in the chance that it stands in a text."""

Strings = frozenset[str]
NOTHING: Strings = frozenset(("",))


class Told(NamedTuple):
    """What is known of a piece of an expression."""

    whole: Strings | None
    """All strings that it may be; None where they are too many."""
    held: Strings | None
    """Strings of which whatever it is holds one; None where that cannot be said."""


UNKNOWN = Told(None, None)


def cues(pattern: str, flags: int = 0) -> tuple[str, ...]:
    """Give strings of which each text in which an expression is found holds one at least; none where it cannot be said.

    Where the expression does not mind capitals, they are those of the text in small letters.

    >>> cues(r"\\b(?:my|our) (?:late )?(?:mother|father)s?\\b")
    ('father', 'mother')
    >>> cues(r"offen[cs]e|\\bfine\\w*")
    ('fine', 'offence', 'offense')
    >>> cues(r"\\d+ or more")
    (' or more',)
    >>> cues(r"\\d+|more")
    ()
    """
    parsed = _parser.parse(pattern, flags)
    small = bool(flags & re.IGNORECASE)
    if not small and parsed.state.flags & re.IGNORECASE:
        return ()  # by "(?i)", of which whoever asks for cues does not know
    told = _sequence(parsed, small)
    held = _rarer(told.held, _kept(told.whole))
    return tuple(sorted(_needed(held))) if held is not None and len(held) <= MOST else ()


def _sequence(items: Iterable[tuple[Any, Any]], small: bool) -> Told:
    """Follow pieces one behind the other: what they are together, where it is known, and the rarest that they hold."""
    run, begun_at_start, held = NOTHING, True, None
    for op, argument in items:
        told = _piece(op, argument, small)
        held = reduce(_rarer, (_kept(run), _kept(told.whole), told.held), held)
        longer = _joined(run, told.whole)
        begun_at_start &= longer is not None
        run = longer if longer is not None else told.whole or NOTHING
    return Told(run if begun_at_start else None, _rarer(held, _kept(run)))


def _piece(op: Any, argument: Any, small: bool) -> Told:
    return _PIECES[op](argument, small) if op in _PIECES else UNKNOWN


def _place(_argument: Any, _small: bool) -> Told:
    return Told(NOTHING, None)


def _literal(code: int, small: bool) -> Told:
    return Told(frozenset((chr(code).lower() if small else chr(code),)), None)


def _class(signs: list[tuple[Any, Any]], small: bool) -> Told:
    if len(signs) > FEW_SIGNS or any(op is not ops.LITERAL for op, _ in signs):
        return UNKNOWN
    return Told(frozenset(chr(code).lower() if small else chr(code) for _, code in signs), None)


def _branch(argument: tuple[Any, list[Any]], small: bool) -> Told:
    told = [_sequence(one, small) for one in argument[1]]
    whole = [one.whole for one in told if one.whole is not None]
    held = [one.held for one in told if one.held is not None]
    together = frozenset[str]().union(*whole)
    return Told(
        together if len(whole) == len(told) and len(together) <= MOST_AT_ONCE else None,
        frozenset[str]().union(*held) if len(held) == len(told) else None,
    )


def _group(argument: tuple[Any, int, int, Any], small: bool) -> Told:
    _, added, _, items = argument  # what minds capitals again is found in small letters, too
    return UNKNOWN if added & re.IGNORECASE and not small else _sequence(items, small)


def _repeated(argument: tuple[int, int, Any], small: bool) -> Told:
    least, most, items = argument
    told = _sequence(items, small)
    once = told.whole if most == 1 else None
    if least == 0:
        return Told(once | NOTHING if once is not None else None, None)
    return Told(once, _rarer(told.held, _kept(reduce(_joined, [told.whole] * (least - 1), told.whole))))


def _atomic(items: Any, small: bool) -> Told:
    return _sequence(items, small)


_PIECES: Mapping[Any, Callable[[Any, bool], Told]] = {
    ops.AT: _place,
    ops.ASSERT: _place,
    ops.ASSERT_NOT: _place,
    ops.LITERAL: _literal,
    ops.IN: _class,
    ops.BRANCH: _branch,
    ops.SUBPATTERN: _group,
    ops.ATOMIC_GROUP: _atomic,
    ops.MAX_REPEAT: _repeated,
    ops.MIN_REPEAT: _repeated,
    ops.POSSESSIVE_REPEAT: _repeated,
}


def _joined(run: Strings | None, whole: Strings | None) -> Strings | None:
    """Put the strings of a piece behind those before it; None where they would be too many."""
    if run is None or whole is None or len(run) * len(whole) > MOST_AT_ONCE:
        return None
    return frozenset(one + other for one in run for other in whole)


def _kept(strings: Strings | None) -> Strings | None:
    """Give strings that may be cues: none of them so short that it stands everywhere."""
    if not strings or any(len(one.strip()) < SHORTEST and SELDOM.isdisjoint(one) for one in strings):
        return None
    return _needed(strings)


def _needed(strings: Strings) -> Strings:
    """Leave out a string that holds another one: where it stands, that one does."""
    return frozenset(one for one in strings if not any(other in one for other in strings if other != one))


def _rarer(one: Strings | None, other: Strings | None) -> Strings | None:
    """Give of two choices the one that fewer texts hold and that is sooner looked for."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other, key=_weight)


def _weight(strings: Strings) -> tuple[float, list[str]]:
    return sum(COST + RARER ** -len(each) for each in strings), sorted(strings)
