"""What two sides of a page are to each other: columns, a margin beside its text, or the cells of rows."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal

from consistency.extractors.pages.headings import begins_large, section_of
from consistency.model import Line
from consistency.normalizer.dates import find_dates, find_periods, is_present, parse, parse_period
from consistency.normalizer.expressions import expression

Meaning = Literal["columns", "margin", "rows"]

_CONTACT = expression(r"[\w.+-]+@[\w-]+\.\w|\+?\(?\d[\d ().-]{7,}\d|linkedin", re.IGNORECASE)
_LEFTOVER = expression(r"[^\W\d]{3,}")
_CELL_TITLES = """
period dates date from to position title employer company organisation organization place location city
country institution school qualification degree duration years periode poste titre employeur entreprise
lieu ville pays etablissement diplome ecole du au debut fin start end fonction occupation duties designation role post
board university college examination
"""
_CELL_WORDS = frozenset(_CELL_TITLES.split())


def middle(line: Line) -> float:
    """Give the height at which a line stands."""
    box = line.box
    return 0.0 if box is None else (box.y0 + box.y1) / 2


def meaning(left: Sequence[Line], right: Sequence[Line]) -> Meaning:
    """Say what two sides of a strip without words are to each other."""
    heads_left, heads_right = headings(left), headings(right)
    few = len(left) == 1 and len(right) < 4
    if few or _is_table(left, right) or _dates_beside_names(left, right):
        return "rows"
    if _is_margin(left, right):
        return "margin"
    if _share(right, _is_dated) >= 0.6:
        return "rows"
    if heads_right and (heads_left or _contact(left)):
        return "columns"
    beside = _aligned(left, right)
    level = [line for line in right if middle(line) > middle(left[0]) - 2.0]  # not the letter head above both
    if heads_left and _contact(level) and beside < 0.6:
        return "columns"
    return "columns" if min(len(left), len(right)) >= 4 and beside < 0.4 else "rows"


def _is_margin(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Tell whether the left side is dates or headings beside what they belong to."""
    heads, dated = headings(left), _dated(left)
    if heads >= 0.8 * len(left) or dated >= 0.6:
        return True
    return not headings(right) and dated * len(left) >= 2 and dated + heads / len(left) >= 0.6


@lru_cache(maxsize=4096)
def is_date_alone(text: str) -> bool:
    """Tell whether a text is a date or part of one: "2017 –", "Present", "Jan 2019 to May 2020"."""
    text = text.strip()
    if is_present(text) or parse(text.rstrip(" –—-")) is not None or parse_period(text) is not None:
        return True
    spans = [(start, end) for start, end, _ in find_periods(text)] + [
        (at.start, at.end) for at in find_dates(text)
    ]
    if not spans:
        return False
    rest = "".join(" " if any(a <= i < b for a, b in spans) else char for i, char in enumerate(text))
    return not _LEFTOVER.search(rest) or is_present(rest)


def _is_dated(line: Line) -> bool:
    return is_date_alone(line.text)


def _dated(lines: Sequence[Line]) -> float:
    """Give the share of lines that are dates, or parts of a date broken over lines."""
    groups = date_groups(lines)
    dated = [group for group in groups if is_date_alone(" ".join(line.text for line in group))]
    single = sum(1 for group in groups if group not in dated for line in group if _is_dated(line))
    return (sum(map(len, dated)) + single) / len(lines)


def date_groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Put lines together that stand close, as long as they are no more than one period."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(group: Sequence[Line], line: Line) -> bool:
    before = group[-1]
    apart = section_of(before.text) is not None or section_of(line.text) is not None
    if apart or before.box is None or line.box is None:
        return False
    text = " ".join(one.text for one in group)
    if line.box.y0 - before.box.y1 >= 0.5 * (before.box.y1 - before.box.y0):
        return False
    whole = find_periods(text) or parse_period(text) is not None
    dated = find_dates(line.text) or parse_period(line.text) is not None
    return parse_period(f"{text} {line.text}") is not None or not (whole and dated)


def _dates_beside_names(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Tell whether the right side is for the most part dates that each stand beside something undated."""
    named = [middle(line) for line in left if not _is_dated(line)]
    dated = [line for line in right if any(start == 0 for start, _, _ in find_periods(line.text))]
    beside = [line for line in dated if any(abs(middle(line) - other) < 2.0 for other in named)]
    return len(beside) >= 2 and len(beside) == len(dated) and len(beside) * 2 >= len(right)


def _is_table(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Tell whether a row of column titles stands over the two sides, or most rows have further cells."""
    titles = [
        segment.text.strip(" :").lower()
        for line in (*left[:6], *right[:4])
        for segment in line.segments
        if not re.search(r"\d", segment.text)
    ]
    if sum(1 for title in titles if set(re.findall(r"\w+", title)) & _CELL_WORDS and len(title) < 26) >= 3:
        return True
    return len(right) >= 2 and _share(right, lambda line: len(line.segments) >= 3) > 0.5


def headings(lines: Sequence[Line]) -> int:
    """Count the lines that open a part of a career."""
    return sum(1 for line in lines if begins_large(line.text) and section_of(line.text) is not None)


def _contact(lines: Sequence[Line]) -> bool:
    return any(_CONTACT.search(line.text) for line in lines)


def _share(lines: Sequence[Line], test: Callable[[Line], bool]) -> float:
    return sum(1 for line in lines if test(line)) / len(lines)


def _aligned(left: Sequence[Line], right: Sequence[Line]) -> float:
    """Give the share of the shorter side's lines that stand on one line with one of the other side."""
    shorter, longer = sorted((left, right), key=len)
    middles = [middle(line) for line in longer]
    return _share(shorter, lambda line: any(abs(middle(line) - other) < 2.0 for other in middles))
