"""What a text says of arrests, charges and convictions: in a register's words, and in those of a letter."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from consistency.normalizer import tables
from consistency.normalizer.expressions import expression
from consistency.normalizer.negation import affirmed, flat
from consistency.normalizer.speakers import speaks_of_others
from consistency.normalizer.text import fold

_CHARGED = expression(
    r"\b(?:charged|charges?|convict\w+|condamn\w+|sentenced|guilty|fined|indicted|inculp\w+|detained|jailed"
    r"|imprisoned|incarcerat\w+|custody|prison|detenid\w+|mise? en examen)\b"
)
"""What is more than an arrest."""


@cache
def _pattern(*names: str) -> re.Pattern[str]:
    """Give the pattern of any phrase of some lists as whole words."""
    return expression(rf"\b(?:{'|'.join(_either(name) for name in names)})(?![^\W_])")


@cache
def _either(name: str) -> str:
    table = tables.toml("crime")
    phrases = "|".join(table[name])
    for other in ("offences", "done"):
        phrases = phrases.replace(f"{{{other}}}", "|".join(table[other]))
    return phrases


@cache
def _entry() -> re.Pattern[str]:
    return expression(rf"\b(?:{'|'.join(map(_either, ('done', 'charged', 'registered', 'named')))})")


@cache
def admitting() -> re.Pattern[str]:
    """Give the expression that finds in a flat text that its writer was arrested, charged or convicted, or was not."""
    return expression(_either("writer"))


@lru_cache(maxsize=2048)
def entry(text: str) -> str | None:
    """Give the words by which a register's sentence tells an arrest, charge or conviction; None where it tells none.

    >>> entry("one record: arrested 2018-08-03 for disorderly conduct, released without charge") is not None
    True
    >>> entry("no arrest, charge or conviction is on record") is None
    True
    >>> entry("Condamnations : NÉANT") is None
    True
    """
    words = flat(text)
    if _pattern("general", "business").search(words):
        return None
    found = affirmed(words, _entry())
    return found[0].strip() if found else None


@lru_cache(maxsize=2048)
def admission(text: str) -> str | None:
    """Give the words by which a letter's sentence says that its writer was arrested, charged or convicted.

    >>> admission("In 2015 I was charged with shoplifting; the charge was withdrawn.") is not None
    True
    >>> admission("I was charged with managing the kitchen.") is None
    True
    """
    words = flat(text)
    found = affirmed(words, admitting())
    if found is None or _pattern("business").search(words):
        return None
    if speaks_of_others(fold(words[: found.end()])):
        return None
    return found[0] if _pattern("offences", "legal", "traffic").search(words) else None


def only_traffic(text: str) -> bool:
    """True for a breach of the rules of the road that is no crime: speeding, parking, a red light.

    >>> only_traffic("fined 2019-05-02 for speeding")
    True
    >>> only_traffic("convicted of impaired driving")
    False
    """
    words = flat(text)
    return bool(_pattern("traffic").search(words)) and not _pattern("grave").search(words)


def charged(text: str) -> bool:
    """True where it came to a charge, a conviction or a detention, not to an arrest alone.

    >>> charged("arrested 2018-08-03; released without charge")
    False
    """
    return affirmed(flat(text), _CHARGED) is not None
