"""Which paragraphs of a DOCX are items of a list with a sign before each: Word draws the sign, no text holds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree
from msgspec import Struct, field

from consistency.readers.docx.runs import child, value
from consistency.readers.xml import local

SIGN = "•"
"""What stands for the sign, whatever Word draws."""


class Lists(Struct, frozen=True):
    """The lists with signs: their numbers with the levels that have one, and the styles that belong to them."""

    levels: Mapping[str, frozenset[str]] = field(default_factory=dict)
    styles: frozenset[str] = frozenset()

    def marks(self, paragraph: etree._Element) -> bool:
        """Tell whether Word draws a sign before a paragraph."""
        number = child(paragraph, "pPr", "numPr", "numId")
        if number is not None:
            level = child(paragraph, "pPr", "numPr", "ilvl")
            at = (value(level, "val") if level is not None else None) or "0"
            return at in self.levels.get(value(number, "val") or "", frozenset())
        style = child(paragraph, "pPr", "pStyle")
        return style is not None and (value(style, "val") or "") in self.styles


def lists_of(numbering: Sequence[etree._Element], styles: Sequence[etree._Element]) -> Lists:
    """Read which lists have signs, and which styles."""
    levels = dict(_levels(numbering))
    return Lists(levels, frozenset(_styles(styles, levels)))


def _levels(roots: Sequence[etree._Element]) -> Iterator[tuple[str, frozenset[str]]]:
    """Give the number of each list with its levels that bear a sign, not a number."""
    drawn: dict[str, frozenset[str]] = {}
    for root in roots:
        for definition in root:
            if local(definition) == "abstractNum":
                drawn[value(definition, "abstractNumId") or ""] = frozenset(_signed(definition))
    for root in roots:
        for one in root:
            of = child(one, "abstractNumId") if local(one) == "num" else None
            if of is not None:
                yield value(one, "numId") or "", drawn.get(value(of, "val") or "", frozenset())


def _signed(definition: etree._Element) -> Iterator[str]:
    for level in definition:
        form = child(level, "numFmt") if local(level) == "lvl" else None
        if form is not None and value(form, "val") == "bullet":
            yield value(level, "ilvl") or "0"


def _styles(roots: Sequence[etree._Element], levels: Mapping[str, frozenset[str]]) -> Iterator[str]:
    for root in roots:
        for style in root:
            number = child(style, "pPr", "numPr", "numId") if local(style) == "style" else None
            if number is not None and "0" in levels.get(value(number, "val") or "", frozenset()):
                yield value(style, "styleId") or ""
