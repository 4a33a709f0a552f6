"""What sheets say that are no papers themselves: separators, lists of contents; and the names of papers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from consistency.normalizer import tables
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_FEW = 14
"""Words of a sheet that only parts two papers."""
_FILE = expression(r"\.(?:pdf|docx?|jpe?g|png|tiff?|heic)\s*$", re.IGNORECASE)
_HEAD = 6
_ENTRY = expression(
    r"^\W*(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]\s+\S|\S\s*(?:\.{3,}|\s)\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?$"
)


@cache
def table() -> dict[str, Any]:
    """Give the words, as ``words.toml`` lists them."""
    return tables.read(Path(__file__).with_suffix(".toml"))


@cache
def _pattern(name: str, frame: str = "{}") -> re.Pattern[str]:
    told = table()[name]
    return expression(frame.format(told if isinstance(told, str) else "|".join(told)), re.IGNORECASE)


def is_separator(texts: Sequence[str]) -> bool:
    """Tell whether a sheet only parts two papers: few words, and they name an exhibit or a paper."""
    said = " ".join(texts)
    if not texts or not 1 <= len(said.split()) <= _FEW or re.search(r"[@:]|\d{4}", said):
        return False
    numbered = _pattern("separators", r"(?:{})\s*(?:n[o°]\.?\s*)?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})\b(?!')")
    if numbered.match(said):
        return True
    return len(texts) <= 2 and len(said.split()) <= 6 and names_paper(said)


def is_contents(texts: Sequence[str]) -> bool:
    """Tell whether a sheet lists what is in the file: so it is headed, or most of its lines name papers in order."""
    headed = any(_pattern("contents", r"\W*(?:{})\W*").fullmatch(text) for text in texts[:_HEAD])
    entries = sum(bool(_ENTRY.search(text)) and names_paper(text) for text in texts)
    return entries >= 3 and (headed or entries >= 0.7 * len(texts))


def names_file(title: str) -> bool:
    """Tell whether a title is a file's name."""
    return bool(_FILE.search(title))


def names_paper(title: str) -> bool:
    """Tell whether a title is a file's name, or names a kind of paper."""
    return names_file(title) or bool(_pattern("papers", r"\b(?:{})\b").search(fold(title)))


def is_continued(text: str) -> bool:
    """Tell whether a line says that something goes on: "continued", "suite"."""
    return bool(_pattern("continued").search(text))


def heads_annex(text: str) -> bool:
    """Tell whether a line heads what is annexed to a paper."""
    return bool(_pattern("annexes").match(text))


def is_portfolio_notice(texts: Sequence[str]) -> bool:
    """Tell whether a page only says that the papers lie in the file as files of their own."""
    said = " ".join(texts)
    return len(said.split()) < 80 and bool(_pattern("portfolio").search(said))
