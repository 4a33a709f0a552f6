"""Which rows of a section carry the dates of an entry, and which only tell of dates.

The entries of one paper are dated alike: where most dates stand apart from the words, in a cell of their own or
behind a sign, a row that has them in the run of its words, further in or less exact, tells of something.
"""

from collections.abc import Sequence
from typing import Literal

from consistency.extractors.careers.rows import Row
from consistency.normalizer.expressions import expression

_APART = expression(r"(?:^|[,;:(\[{|/•·–—-]|\s{2})\s*$")
_EXACT: dict[Literal["year", "month", "day"], int] = {"year": 0, "month": 1, "day": 2}
_LISTED = expression(r"[,;]\s+(?=[a-zà-ÿ])")
_ITEMS = 2
"""So many items beside the first make a list of what is done."""
_INDENT = 5.0
"""Points from which a row stands further in than another."""


def anchors_of(rows: Sequence[Row]) -> list[int]:
    """Give the numbers of the rows that carry the dates of an entry."""
    found = [index for index, row in enumerate(rows) if row.anchors and not row.bullet]
    apart = [rows[index] for index in found if sets_apart(rows[index])]
    if not apart:
        return found
    inmost = max(row.x0 for row in apart)
    least = min(_exactness(row) for row in apart)
    kept: list[int] = []
    for index in found:
        row = rows[index]
        within = bool(kept) and _goes_on(rows[kept[-1]], row)
        if sets_apart(row) or not (row.x0 > inmost + _INDENT or _exactness(row) < least or within):
            kept.append(index)
    return kept


def _goes_on(above: Row, row: Row) -> bool:
    """Tell whether a row lists what is done in a job that goes on, and since when: "Mixing, baking since May"."""
    if above.found is None or row.found is None or len(_LISTED.findall(row.text)) < _ITEMS:
        return False
    job, since = above.found.period, row.found.period
    still = job.open and since.end is None and job.start is not None and since.start is not None
    return still and job.start is not None and since.start is not None and job.start.before(since.start)


def sets_apart(row: Row) -> bool:
    """Tell whether the dates of a row stand apart from its words: in a cell, in brackets or behind a sign."""
    return row.found is not None and _APART.search(row.text[: row.found.start]) is not None


def _exactness(row: Row) -> int:
    if row.found is None:
        return 0
    ends = (row.found.period.start, row.found.period.end)
    return max((_EXACT[end.precision] for end in ends if end is not None), default=0)
