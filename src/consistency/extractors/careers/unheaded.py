"""Curricula vitae of which no known heading says what stands below it: what is dated in their rows says it."""

import re
from collections.abc import Iterator

from consistency.extractors.pages.headings import section_of
from consistency.extractors.pages.layout import Block
from consistency.extractors.wording import career_words as words
from consistency.model import Document, Line
from consistency.normalizer.dates import find_dates, find_periods
from consistency.normalizer.expressions import expression

_ROWS, _JOBS = 3, 2
"""So many rows that tell a work or a study, and a work, make a career of them."""
_SHARE = 0.3
"""Of the lines, so many are such rows at the least: a letter or a record has other words."""
_MOST = 80
_EDGE = 3
"""Characters beside a date, such as brackets, before which a row begins or behind which it ends."""
_WHOLE = expression(r"\W*(?:career|carri[èe]re|parcours|history|historique)\b", re.IGNORECASE)
"""How a heading begins that tells the time of all that stands below it."""


def by_rows(document: Document) -> list[Block]:
    """Give the rows of a career in blocks of work and of studies; none where a paper has few, or much besides."""
    lines = document.lines
    told = {number: kind for number, line in enumerate(lines) if (kind := _kind(line))}
    jobs = sum(kind == "experience" for kind in told.values())
    if len(lines) > _MOST or len(told) < max(_ROWS, _SHARE * len(lines)) or jobs < _JOBS:
        return []
    return list(_blocks(document, told))


def _blocks(document: Document, told: dict[int, str]) -> Iterator[Block]:
    """Give the rows of one kind that follow one another, each with the lines below it, up to a heading."""
    section, held = "", list[Line]()
    for number, line in enumerate(document.lines):
        kind = told.get(number)
        ends = kind is None and (section_of(line.text) is not None or _WHOLE.match(line.text) is not None)
        if held and (ends or (kind is not None and kind != section)):
            yield Block(lines=tuple(held), section=section, page=held[0].page)
            held = []
        if kind is not None or (held and not ends):
            section = kind or section
            held.append(line)
    if held:
        yield Block(lines=tuple(held), section=section, page=held[0].page)


def _kind(line: Line) -> str | None:
    """Name what a row tells that begins or ends with its time: a work or a study; None for any other line."""
    text = line.text
    spans = [(start, end) for start, end, _ in find_periods(text)]
    spans = spans or [(found.start, found.end) for found in find_dates(text)]
    at_edge = [span for span in spans if span[0] <= _EDGE or span[1] >= len(text) - _EDGE]
    if not at_edge or _WHOLE.match(text):
        return None
    start, end = at_edge[0]
    rest = f"{text[:start]} {text[end:]}".strip(" ()–—-:,;|")
    study = words.award_weight(rest) + words.institution_weight(rest)
    job = words.title_weight(rest) + words.employer_weight(rest)
    if max(study, job) <= 0:
        return None
    return "education" if study > job else "experience"
