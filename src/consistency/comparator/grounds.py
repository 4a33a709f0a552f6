"""What the refusals in the folder were about: it makes a fact on that ground weigh more."""

from __future__ import annotations

from collections.abc import Iterable

from consistency.model import Case, RefusalReason


def refused_for(case: Case, reasons: Iterable[str]) -> bool:
    """True where a refusal was about one of some grounds ("travel", "residence-status")."""
    told = {ground.reason for paper in case.papers for ground in paper.all(RefusalReason)}
    return bool(told & set(reasons))
