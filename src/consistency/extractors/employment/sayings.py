"""What an employer's letter or contract tells in its own words: its sentences, and the items of its lists.

The formulas of such letters ("this is to certify that … has been working", good wishes, terms, contact) are those
of a country, not of an author: they are told apart. Dates, numbers and small words are no words of anybody.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from consistency.extractors.pages.layout import blocks, paragraphs
from consistency.extractors.reading import cite
from consistency.model import Document, Line, Saying
from consistency.normalizer import tables
from consistency.normalizer.dates import find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.places import find_country
from consistency.normalizer.text import fold

_TABLE = Path(__file__).with_suffix(".toml")

MAIL = expression(r"(?<![\w.+-])[\w.+-]+\s?@\s?(?P<domain>[\w-]+(?:\.[\w-]+)+)")
SITE = expression(r"(?:\bwww\.|https?://(?:www\.)?)(?P<domain>[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
PHONE = expression(
    r"(?:\b(?:t[ée]l|t[ée]l[ée]?phone|phone|ph|mob|mobile|cell|fax|call|whatsapp|contact(?: no)?|portable|cel|hp|tlf)\b"
    r"\W{0,3}(?:no\.?|number|num[ée]ro)?\W{0,4}|(?<![\w+])(?:T|M|P|F)\W{1,3}(?=\+)|(?=\+\d))"
    r"(?P<number>\+?\(?\d[\d\s().\-/]{6,20}\d)",
    re.IGNORECASE,
)
_SENTENCE = expression(
    r"(?<=[a-zà-ÿ0-9)]{2}[.!?])\s+|(?<=[A-ZÀ-Þ]{3}[.!?])\s+(?=[A-ZÀ-Þ][a-zà-ÿ]*\s)|\s[•▪●➢✓]\s"
)
_CLAUSE = expression(r"\s*;\s*")
_ITEM = expression(r"\s*,\s*(?:and\s|et\s)?|\s+and\s+(?=\w+ing\b)")
_LABEL = expression(
    r"^[^.:]{0,80}\b(?:duties|responsibilit\w+|tasks|tâches|responsabilités|fonctions|attributions)\b[^.:]{0,60}?"
    r"(?::|\bincluded?\b|\bincluding\b|\bare\b|\bwere\b|\binclu\w+\b|\bcompren\w+\b|\bétaient\b|\bsont\b)\s*",
    re.IGNORECASE,
)
"""The words before a list of duties: "His main duties were: …"."""
_BULLETS = "•*-–·▪●○➢➤✓+"
MOST_OF_AN_ADDRESS = 9
"""Words of a line that may be an address."""


def sayings(document: Document) -> tuple[Saying, ...]:
    """Give what a document tells in sentences and lists, in the order in which it is read."""
    return document.once(_sayings)


def _sayings(document: Document) -> tuple[Saying, ...]:
    return tuple(
        Saying(cite(document, unit.line, unit.text), words, common=unit.is_anybodys)
        for unit in _units(document)
        if (words := _telling(unit.text))
    )


class _Unit(NamedTuple):
    """A sentence, or an item of a list."""

    text: str
    line: Line
    duty: bool
    """By a label or a bullet."""
    cells: bool
    """In a row that is cut into cells; a sentence that runs over several lines is none."""

    @property
    def is_anybodys(self) -> bool:
        """True for an address or a formula."""
        return not self.duty and (self.cells or _is_head(self.text) or _is_formula(self.text))


def _units(document: Document) -> Iterator[_Unit]:
    """Give the sentences and the items of lists."""
    for block in blocks(document):
        for paragraph in paragraphs(block):
            cells = all(len(line.segments) > 1 for line in paragraph.lines)
            for part, labelled in _parts(paragraph.text):
                line = paragraph.place(part)
                yield _Unit(part, line, paragraph.bullet or labelled or _is_listed(line), cells)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Give the clauses of sentences, and whether a label leads their sentence: what follows one may be a list."""
    for sentence in _SENTENCE.split(text):
        told = _LABEL.sub("", sentence)
        labelled = told != sentence
        commas = labelled and len(_ITEM.findall(told)) > 1 and ";" not in told
        for part in map(str.strip, (_ITEM if commas else _CLAUSE).split(told)):
            if part:
                yield part, labelled


def _is_listed(line: Line) -> bool:
    return line.segments[0].text.lstrip()[:1] in _BULLETS


@cache
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(" ".join(words).split()) for name, words in tables.read(_TABLE).items()}


def _telling(text: str) -> tuple[str, ...]:
    """Give the folded words that tell something: no small words, no dates and numbers."""
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return tuple(
        word
        for word in fold(text).split()
        if len(word) > 2 and word not in _table()["stop"] and not any(map(str.isdigit, word))
    )


def _is_head(text: str) -> bool:
    """True for an address or a means of contact."""
    if any(pattern.search(text) for pattern in (MAIL, SITE, PHONE)):
        return True
    return len(text.split()) <= MOST_OF_AN_ADDRESS and find_country(text) is not None


def _is_formula(text: str) -> bool:
    """True for a sentence such as every employer writes."""
    words = set(fold(text).split())
    return bool(words & _table()["formula"]) or len(words & _table()["praise"]) > 1
