"""Periods between two dates that words of other languages link, or that other calendars tell.

What English and the languages of Europe put between two dates is a part of one pattern (``dates``); here the dates are
found first, and then the words between them are looked at: "từ ngày 5/3/2018 đến nay", "令和4年4月1日から".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from consistency.normalizer.date_values import Period
from consistency.normalizer.date_words import fold
from consistency.normalizer.expressions import expression

if TYPE_CHECKING:
    from consistency.normalizer.date_parsing import Found

_UNIT = r"(?:\s+(?:ng[aà]y|thang|nam|tanggal|tgl|bulan|tahun))*"
_NATIVE = (
    rf"(?:(?:đen|den|toi)(?:\s+(?:het|cuoi))?{_UNIT}|(?:sampai(?:\s+dengan)?|hingga){_UNIT}|s\s?[/.]\s?d\b\.?{_UNIT}"
    r"|から|より|부터|ถง(?:วนท)?|хүртэл)"
)
"""What links two dates (folded): Vietnamese, Indonesian and Malay, Japanese, Korean, Thai, Mongolian."""
_OF_A_CALENDAR = (
    r"(?:(?:a\s?\.?\s?)?h\b\.?|[gebh]\s?\.?\s?[cehs]\b\.?|a\s?\.?\s?d\b\.?|gregorian|ethiopian"
    r"|พ\s?\.?\s?ศ\s?\.?)"
)
_SIGNS = r"[\s(),.;:|]{0,6}"
_SPACE = rf"{_SIGNS}(?:{_OF_A_CALENDAR}{_SIGNS}){{0,2}}"
_TO = r"(?:-{1,3}|to|until|till|up to|through|au|jusqu'au)"
_LINK = expression(rf"{_SPACE}(?:(?P<native>{_NATIVE})|{_TO})(?:\s+(?:the|le))?{_SPACE}(?:tu\s)?")
_NOW = (
    r"(?:nay|hien\s+(?:tai|nay)|bay\s+gio|sekarang|saat\s+ini|kini|現在|现在|現時|今日|現|현재|지금|ปจจบน|одоо|to\s+date|present"
    r"|the\s+present|now)"
)
_OPEN = expression(
    rf"{_SPACE}(?:{_NATIVE}\s*{_NOW}|-{{1,3}}\s*{_NOW}|to\s+(?:date|(?:the\s+)?present|now)|-今)(?![^\W\d_])"
)
_SINCE = expression(
    r"(?:(?<![^\W\d_])(?:sejak|semenjak|terhitung sejak|ke tu|ตงแต)(?:\s*(?:tanggal|tgl|ng[aà]y|วนท))?)\s*$"
)
_CUE = expression(
    r"đen|\bden (?:ng[aà]y|thang|nam|nay|hien)|\btoi (?:ng[aà]y|nay)|\bsampai\b|\bhingga\b|\bsejak\b"
    r"|\bs\s?[/.]\s?d\b|から|より|부터|ถง|ตงแต|хүртэл|\be\.\s?c|\bb\.?\s?e\b|พ\.?ศ|民|令和|平成|昭和"
    r"|\b2[45]\d\d\b|\b1[34]\d\d\b|\b20[5-8]\d\b"
)
"""Words (folded) without which no text is looked through."""
_BLANK = expression(r" {3,}")
"""Where the same day by another calendar was blanked out."""
_FARTHEST = 48
"""So many characters may stand between two dates that are one period."""


def is_told(folded: str) -> bool:
    """Tell whether a text (folded) has a word or a calendar of those that are read here."""
    return _CUE.search(folded) is not None


def linked(text: str, dates: Sequence[Found]) -> Iterator[tuple[int, int, Period]]:
    """Give the periods that two of the dates of a text make, or one that goes on."""
    taken = -1
    for place, found in enumerate(dates):
        if found.start < taken:
            continue
        behind = fold(text[found.end : found.end + _FARTHEST])
        if place + 1 < len(dates) and (ends := _pair(text, found, dates[place + 1])):
            taken = dates[place + 1].end
            yield found.start, taken, ends
        elif now := _OPEN.match(behind):
            yield found.start, min(found.end + now.end(), len(text)), Period(found.date, None, open=True)
        elif _SINCE.search(fold(text[max(0, found.start - _FARTHEST) : found.start])):
            yield found.start, found.end, Period(found.date, None, open=True)


def _pair(text: str, first: Found, second: Found) -> Period | None:
    if not 0 < second.start - first.end <= _FARTHEST or second.date.before(first.date):
        return None
    between = _LINK.fullmatch(_BLANK.sub(" ", fold(text[first.end : second.start])))
    return Period(first.date, second.date) if between else None
