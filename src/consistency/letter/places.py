"""Where a value stands, in words that somebody without the file's inner names can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.normalizer.expressions import expression
from consistency.views.places import in_words

PAGE = expression(r"page_?(\d{1,6})(?!\d)", re.IGNORECASE)
WRAPPING = expression(r"page_?\d*|pagewrapper|padded\w*|#\w+|form\d*|imm_?\w+|schedule\d*", re.IGNORECASE)
"""Parts of a form's field path that hold the page together and name nothing on it."""

SHOWN = 3
"""So many parts of a path, from its end, name a box."""

CAMEL = expression(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|_")


PRINTED = expression(r"page (\d+): (.+)")
"""A place as a form names it, in its own printed words."""


def place_words(place: str | None, field: str | None, language: str, box: str) -> tuple[int | None, str]:
    """Give the page of a form that its words or a field's path tell, and the box in words of the language.

    What a form prints is given as it is printed, in the form's own language; ``box`` holds the words for a
    box, with a place for its name.
    """
    if place and (told := in_words(place, language)):
        return None, told
    if place:
        printed = PRINTED.fullmatch(place)
        words = (printed[2] if printed else place).replace(" > ", " › ")
        return int(printed[1]) if printed else None, box.format(box=words)
    parts = (field or "").replace(".", "/").split("/")
    page = next((int(found[1]) for part in parts if (found := PAGE.match(part))), None)
    shown = list(filter(None, _parts(parts)))[-SHOWN:]
    return page, box.format(box=" › ".join(shown)) if shown else ""


def _parts(parts: list[str]) -> Iterator[str]:
    """Give the parts that name something, in words; a part that the next one repeats is left out."""
    named = [part for part in parts if not WRAPPING.fullmatch(_bare(part))]
    for part, following in zip(named, [*named[1:], ""], strict=True):
        if not following or not _bare(following).lower().startswith(_bare(part).lower()):
            yield _in_words(part)


def _bare(part: str) -> str:
    return re.sub(r"\[\d+\]$", "", part)


def _in_words(part: str) -> str:
    """Write "OccupationRow1" as "Occupation Row 1", and "Child[0]" as "Child 1"."""
    number = re.search(r"\[(\d{1,6})\]$", part)
    words = " ".join(CAMEL.sub(" ", _bare(part)).split())
    return f"{words} {int(number[1]) + 1}" if number else words
