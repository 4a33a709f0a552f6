"""What a page says of its own number: "Page 2 of 5", "2/5", "- 2 -", "Page 2 sur 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from consistency.model import Line
from consistency.normalizer.expressions import expression

_OF = r"(?:of|out of|de|sur|von|di|из|/)"
_PAGE = r"(?:page|pg|p|p[aá]gina|seite|strona|стр|sayfa|halaman|trang)\.?"
_OF_TOTAL = expression(rf"\b{_PAGE}\s*(?:n[o°º]\.?\s*)?(\d{{1,4}})\s*{_OF}\s*(\d{{1,4}})\b", re.IGNORECASE)
_NAMED = expression(rf"[-–—|\s]*{_PAGE}\s*(?:n[o°º]\.?\s*)?:?\s*(\d{{1,4}})[-–—|\s]*", re.IGNORECASE)
_BARE_OF_TOTAL = expression(rf"[-–—|(\s]*(\d{{1,4}})\s*{_OF}\s*(\d{{1,4}})[-–—|)\s]*", re.IGNORECASE)
_BARE = expression(r"[-–—|\s]*(\d{1,3})[-–—|\s]*")
_LONGEST = 90
"""Characters of a line that may tell a page's number beside other words."""
TOP, BOTTOM = 0.12, 0.87
"""Shares of the page's height above and below which a bare number may be the page's."""


class Number(NamedTuple):
    """The number that a page bears, and of how many where it says so."""

    value: int
    total: int | None = None
    named: bool = True
    """False for a figure alone, without "page" or a total: it may be anything."""


def numbers(lines: tuple[Line, ...], height: float) -> tuple[Number, ...]:
    """Give the numbers that a page bears, the surest first."""
    found = [number for line in lines for number in _told(line, _in_margin(line, height))]
    return tuple(sorted(dict.fromkeys(found), key=lambda n: (n.total is None, not n.named)))


def _in_margin(line: Line, height: float) -> bool:
    box = line.box
    return box is not None and height > 0 and (box.y1 < TOP * height or box.y0 > BOTTOM * height)


def _told(line: Line, margin: bool) -> Iterator[Number]:
    whole = line.text
    parted = len(line.segments) > 1 and len(whole) <= _LONGEST and _OF_TOTAL.search(whole)
    for text in (whole,) if parted else [segment.text for segment in line.segments]:
        if len(text) > _LONGEST:
            continue
        found = _OF_TOTAL.search(text) or (_BARE_OF_TOTAL.fullmatch(text) if margin else None)
        if found:
            yield from _sound(Number(int(found[1]), int(found[2])))
        elif alone := _NAMED.fullmatch(text):
            yield from _sound(Number(int(alone[1])))
        elif margin and (bare := _BARE.fullmatch(text)):
            yield from _sound(Number(int(bare[1]), None, named=False))


def _sound(number: Number) -> Iterator[Number]:
    if number.value >= 1 and (number.total is None or number.value <= number.total):
        yield number
