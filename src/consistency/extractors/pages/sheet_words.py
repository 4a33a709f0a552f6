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
_MANY, _LONG, _ABOVE = 90, 16, 4
"""Words of one that lists the papers behind it, and of each line; lines, of which one has the number."""
_ITEM = expression(r"\W*\d{1,2}(?:[.)]|\.\d{1,2}\b)|[-•*–]\s")
_TITLE = 8
"""Words of a sheet whose heading may have a colon after its number."""
_COLON = expression(r"^(\W*\w+\W{0,3}\w{1,4})\s*:")
_FILE = expression(r"\.(?:pdf|docx?|jpe?g|png|tiff?|heic)\s*$", re.IGNORECASE)
_HEAD = 6
_ENTRY = expression(
    r"^\W*(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]\s+\S|\S\s*(?:\.{3,}|\s)\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?$"
)


@cache
def table() -> dict[str, Any]:
    """Give the words, as ``sheet_words.toml`` lists them."""
    return tables.read(Path(__file__).with_suffix(".toml"))


@cache
def _pattern(name: str, frame: str = "{}") -> re.Pattern[str]:
    told = table()[name]
    return expression(frame.format(told if isinstance(told, str) else "|".join(told)), re.IGNORECASE)


def is_separator(texts: Sequence[str]) -> bool:
    """Tell whether a sheet only parts two papers: it names an exhibit or a paper, or lists what lies in the tab."""
    said = " ".join(texts)
    count = len(said.split())
    said = _COLON.sub(r"\1 ", said) if count <= _TITLE else said
    if not 1 <= count <= _MANY or "@" in said:
        return False
    at = next((number for number, text in enumerate(texts[:_ABOVE]) if _numbered().match(text)), None)
    if count <= _FEW and not re.search(r":|\d{4}", said):
        return at is not None or (len(texts) <= 2 and count <= 6 and names_paper(said))
    return at is not None and _lists_papers(texts[at + 1 :]) and all(len(t.split()) <= 6 for t in texts[:at])


def _numbered() -> re.Pattern[str]:
    return _pattern(
        "separators",
        r"(?:{})\s*(?:n[o°]\.?\s*)?(?:\d{{1,2}}[a-z]?(?:[-.]\d{{1,2}})?|[a-z]|[ivx]{{1,4}})\b(?!')",
    )


def _lists_papers(texts: Sequence[str]) -> bool:
    """Tell whether all lines are entries of a list or name a paper, and most name one."""
    named = [names_paper(text) for text in texts]
    entries = (name or _ITEM.match(text) for name, text in zip(named, texts, strict=True))
    short = all(len(text.split()) <= _LONG for text in texts)
    return short and all(entries) and sum(named) * 2 > len(texts)


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
