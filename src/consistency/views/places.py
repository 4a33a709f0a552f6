"""The places of a DOCX in the words of a language: "table 2, row 3" is "tableau 2, ligne 3" in French."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from consistency.normalizer import tables
from consistency.normalizer.expressions import expression

NUMBERED = expression(r"(text box|paragraph|table|row|cell|header|footer) (\d+)")
"""How readers name the places of a DOCX."""


def in_words(place: str, language: str) -> str | None:
    """Write the place of a DOCX; None for a place that a form calls as it prints it.

    In a language without names it is None too.
    """
    names = _names().get(language)
    if names is None or NUMBERED.match(place) is None:
        return None
    return NUMBERED.sub(lambda found: f"{names[found[1]]} {found[2]}", place)


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    return tables.read(Path(__file__).with_suffix(".toml"))
