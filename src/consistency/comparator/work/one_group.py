"""Which employers are of one group, by their names: a word that tells one organisation from others is in both."""

from functools import cache, lru_cache

from consistency.comparator import tables
from consistency.normalizer import organisations
from consistency.normalizer.occupations import fields
from consistency.normalizer.org_words import is_distinctive


@lru_cache(maxsize=16_384)
def related(one: str, other: str) -> bool:
    """True where two employers' names begin with one word that tells an organisation from others, or share two."""
    first, second = (_distinctive(name) for name in (one, other))
    return bool(first and second) and (first[0] == second[0] or len(set(first) & set(second)) > 1)


def _distinctive(name: str) -> list[str]:
    """Give the words of a name that are neither a trade nor such as many names begin with."""
    words = (word for word in organisations.key(name).split() if len(word) > 2 and is_distinctive(word))
    return [word for word in words if word not in _common() and not fields(word)]


@cache
def _common() -> frozenset[str]:
    return frozenset(" ".join(tables.toml("one_group")["common_names"]).split())
