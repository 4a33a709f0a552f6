"""What machines and clerks print on the pages of a file after they were written: fax heads, numbers, scanners' marks.

Such a line runs through all papers of a file, and tells nothing of where one ends.
"""

from __future__ import annotations

import re

from consistency.normalizer.expressions import expression

_CLOCK = expression(r"\b\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b|h\b)?", re.IGNORECASE)
_SENT = expression(
    r"\b(?:fax|from|to|de|a|tel|p(?:age|g)?\.?\s*\d{1,3}\s*(?:/|of|de)\s*\d{1,3})\b", re.IGNORECASE
)
_SHEETS = expression(r"\b(?:p(?:age|g)?\.?\s*)?\d{1,3}\s*(?:/|of|de)\s*\d{1,3}\b", re.IGNORECASE)
_DAY = expression(
    r"\d{1,4}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/., ]+\d{2,4}|[a-z]{3,9}\.?[- ]\d{1,2},?[- ]\d{4}", re.IGNORECASE
)
_NUMBERED = expression(r"[A-Z]{1,6}(?:[-_. ]?[A-Z0-9]{1,6}){0,3}[-_. ]?\d{4,8}")
_SCANNED = expression(
    r"(?:scanned|created|digitized|num[ée]ris[ée]|escaneado|digitalizado)\s+(?:with|by|avec|par|con|com|using)\b.{2,40}",
    re.IGNORECASE,
)
_LONGEST = 120


def is_stamp(text: str) -> bool:
    """Tell whether a line was printed on a page afterwards: a fax machine's, a numbering stamp's, a scanner's."""
    text = text.strip()
    if not 5 <= len(text) <= _LONGEST:
        return False
    return bool(_NUMBERED.fullmatch(text) or _SCANNED.fullmatch(text)) or _is_fax(text)


def _is_fax(text: str) -> bool:
    """Tell whether a line says when a sheet was sent, from where or to whom, and the how-manieth of how many it was."""
    if not (_CLOCK.search(text) and _DAY.search(text) and _SHEETS.search(_CLOCK.sub(" ", text))):
        return False
    return bool(_SENT.search(text))
