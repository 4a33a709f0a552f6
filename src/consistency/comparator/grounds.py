"""The grounds of refusals: by which words a letter names each, and which kinds of paper answer it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from consistency.comparator import tables
from consistency.model import Case, RefusalReason


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground of refusal: its title, the words that name it, and what answers and what contradicts an answer."""

    title: str
    named: re.Pattern[str]
    answered: tuple[str, ...]
    """The kinds of paper that answer it; none for a ground that is answered in words."""
    touched: tuple[str, ...]
    """The rules, or families of rules ("work/"), whose findings speak against an answer."""


@cache
def grounds() -> Mapping[str, Ground]:
    """Give the grounds by their slug."""
    return {
        slug: Ground(
            told["title"], re.compile(told["named"]), tuple(told["answered"]), tuple(told["touched"])
        )
        for slug, told in tables.toml("reasons").items()
    }


def refused_for(case: Case, reasons: Iterable[str]) -> bool:
    """True where a refusal was about one of some grounds ("travel", "residence-status")."""
    told = {ground.reason for paper in case.papers for ground in paper.all(RefusalReason)}
    return bool(told & set(reasons))
