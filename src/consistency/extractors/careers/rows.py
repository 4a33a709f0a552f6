"""A row of a list of jobs or studies, and the period that it gives."""

import re
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from consistency.extractors.pages.layout import merged
from consistency.extractors.wording import career_words as words
from consistency.model import Line
from consistency.normalizer.dates import PartialDate, Period, find_dates, find_periods, parse_period
from consistency.normalizer.expressions import expression
from consistency.normalizer.places import country

_PROSE = 14
"""A line with more words beside its dates tells something: it does not head a job."""
_SMALL = 4
"""So many words without a capital make a sentence of a long line; names have capitals."""
UPDATED = expression(
    (
        r"^\W*(?:cv|resume|résumé) (?:date|dated|of|as at)\b"
        r"|^\W*(?:(?:last|latest|date|cv|resume|résumé)\s+){0,3}(?:updated?(?!\s+the\b)|revised|modified|as of"
        r"|(?:dernière\s+)?mise? à jour|mis à jour|actualisé|version du)\b"
    ),
    re.IGNORECASE,
)


_A_SEASON = r"(?:(?:early|mid|late)[ -])?(?:spring|summer|autumn|fall|winter|printemps|été|automne|hiver)"
_SEASON = expression(rf"\b{_A_SEASON}\s+(?:of |de |d['’])?$", re.IGNORECASE)
_SEASONS = expression(
    rf"\b{_A_SEASON}s?\s+(?:of |de |d['’])?((?:19|20)\d\d)\s*(?:&|and|et|,)\s*(?:{_A_SEASON}\s+)?((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""Two seasons of one work: "Summer 2014 & Summer 2015"."""
_DATES_APART = expression(
    r"[(\[{]\s*\x00\s*(?:(?:[GEB]\.?\s?[CSE]|A\.?\s?D|C\.?\s?E)\b\.?)?\s*[)\]}]|\x00", re.IGNORECASE
)
"""The place of a period, with the brackets around it and the calendar that it is of: "(… G.C.)"."""


_BEGUN = expression(r"(?i)(?:since|depuis|desde|seit)\b")
_ASIDE = expression(r"\([^()]*[^\W\d_]{3}[^()]*$")
"""Words in a bracket before the day since which they hold: "Carpenter (team leader since 2023)"."""


_TURNS = expression(
    r"(?i)^[^\W\d][^()|\d]{2,50}\((?:until|till|up to|jusqu['’]\S{1,3}|hasta|até)\b[^()]{4,30}\)\s*,?\s*"
    r"(?:and |et )?(?:then|later|afterwards|since then|puis|ensuite|luego|depois|después)\b"
)
"""Two posts in turn in the run of one row: "Welder (until Jan 2021), then team leader"."""


class Found(NamedTuple):
    """A period in a text: its place, its words and what it means."""

    start: int
    end: int
    words: str
    period: Period


_NOTE_BEHIND = expression(r"^\s*[;,–—-]\s*[a-zà-ÿ][^()\d]{2,60}\)")
"""What is noted behind a time in brackets, and is no name: "(2014 – 2018; posted by the ministry)"."""


_BEHIND_STATE = expression(r"(?P<told>.*,\s*(?P<state>[^\d,()]{3,30}?))\s*\([^()\d]{2,30}\)")


def _without_note(cell: str) -> str:
    """Take a note in brackets off a state: "Hill Foods, Gwangju, South Korea (contract worker)"."""
    found = _BEHIND_STATE.fullmatch(cell)
    return found["told"] if found and country(found["state"]) else cell


class Row(Struct, frozen=True, dict=True):
    """One row: the text of each cell, and the lines that it stands on."""

    cells: tuple[str, ...]
    lines: tuple[Line, ...]
    bullet: bool = False

    @cached_property
    def text(self) -> str:
        """The cells, two spaces apart."""
        return "  ".join(self.cells)

    @cached_property
    def found(self) -> Found | None:
        """The period that the row gives, where it gives one."""
        return period_in(self.text)

    @cached_property
    def bare(self) -> tuple[str, ...]:
        """The cells without the period and the brackets around it."""
        if self.found is None or self._tells_aside or _TURNS.search(self.text):
            return self.cells
        before, behind = self.text[: self.found.start], self.text[self.found.end :]
        if before.rstrip().endswith("("):
            behind = _NOTE_BEHIND.sub(")", behind)
        cut = f"{before}\x00{behind}"
        cut = _DATES_APART.sub("\x00", cut)
        cells = [
            re.sub(r"^[\s,;:|•·–—-]+|[\s,;:|•·–—(-]+$", "", cell) for cell in re.split(r"\x00|\s{2,}", cut)
        ]
        cells = [_without_note(cell) for cell in cells]
        return tuple(cell[:-1] if cell.endswith(")") and "(" not in cell else cell for cell in cells if cell)

    @property
    def _tells_aside(self) -> bool:
        """Whether the day of the row stands in a bracket behind what somebody became then."""
        found = self.found
        return bool(found and _BEGUN.match(found.words) and _ASIDE.search(self.text[: found.start]))

    @property
    def anchors(self) -> bool:
        """Whether the row can carry the dates of an entry: dates, and few other words."""
        if self.found is None:
            return False
        dated = [cell for cell in self.cells if self.found.words in cell]
        if dated and _is_told(dated[0].partition(self.found.words)[0]):
            return False
        if self._tells_aside or _TURNS.search(self.text) is not None:
            return False
        return not self.is_prose or (len(self.cells) > 1 and bool(dated) and len(dated[0].split()) <= _PROSE)

    @property
    def is_prose(self) -> bool:
        """Whether the row is a sentence: long, with small words, or closed by a full stop."""
        told = " ".join(self.bare).split()
        small = sum(1 for word in told if word.islower() and len(word) > 3)
        dated_first = (
            self.found is not None and self.found.start < 6
        )  # "Since 2019: Cook at Hotel Sol, Lima."
        stops = self.text.rstrip().endswith(".") and not words.has_legal_form(self.cells[-1])
        if len(told) > _PROSE:
            return small >= _SMALL or len(told) > 2 * _PROSE
        return len(told) > 8 and small * 4 >= len(told) and stops and not dated_first

    @property
    def bold(self) -> bool:
        """Whether the first line is bold."""
        return self.lines[0].bold

    @property
    def size(self) -> float:
        """The height of the letters, 0 where it is not known."""
        return self.lines[0].size or 0.0

    @property
    def x0(self) -> float:
        """The left edge, 0 where it is not known."""
        box = self.lines[0].box
        return box.x0 if box else 0.0

    def line(self, quote: str) -> Line:
        """Give the line, or the lines as one, in which the words stand."""
        wanted = re.sub(r"\s+", "", quote)
        for line in self.lines:
            if wanted in re.sub(r"\s+", "", line.text):
                return line
        return merged(self.lines)


def is_sentence(text: str) -> bool:
    """Tell whether a text is a short sentence: closed by a full stop, and mostly small words."""
    told = text.split()
    small = sum(1 for word in told if word.islower() and len(word) > 1)
    stops = text.rstrip().endswith(".") and not words.has_legal_form(text)
    return stops and len(told) > 4 and small * 2 > len(told)


def _is_told(before: str) -> bool:
    """Tell whether words that run up to a period tell something: "Tripled the orders between 2020 and 2023"."""
    if re.search(r"(?:^|[,;:(|·•–—-])\s*$", before):
        return False
    named = before.split()
    small = [word for word in named if word[:1].islower() and len(word) > 3]
    says_nothing = words.title_weight(before) == 0 and words.employer_weight(before) == 0
    return len(small) * 2 >= len(named) > 1 and says_nothing


def period_in(text: str) -> Found | None:
    """Find the period of an entry: a range, or a lone date that fills a cell or stands in brackets."""
    ranges = find_periods(text)
    if ranges:
        start, end, period = ranges[0]
        if season := _SEASON.search(text[:start]):
            start = season.start()
        return Found(start, end, text[start:end], period)
    if seasons := _SEASONS.search(text):
        first, last = PartialDate(int(seasons[1])), PartialDate(int(seasons[2]))
        return Found(*seasons.span(), seasons[0], Period(first, last))
    for part in re.finditer(r"[^()|\[\]]+?(?=\s{2,}|[()|\[\]]|$)", text):
        whole = part[0].strip(" ,;:–—-")
        if not whole or len(whole) > 40 or re.search(r"\d{5,}", whole):
            continue
        alone = _unended(part[0]) or parse_period(whole)
        if alone is not None:
            start = part.start() + part[0].index(whole)
            return Found(start, start + len(whole), whole, alone)
    return _last_date(text)


def _unended(part: str) -> Period | None:
    """Read a date with the dash that leaves its end open: "2020-06 —"."""
    found = re.match(r"\s*(\S.*?)\s*[–—-]\s*$", part)
    return parse_period(f"{found[1]} –") if found else None


def _last_date(text: str) -> Found | None:
    """Find a lone date at the end of a row: "Diploma in Cooking, May 2019"."""
    dates = find_dates(text)
    if len(dates) != 1 or text[dates[0].end :].strip(" ).") or dates[0].start == 0:
        return None
    if not re.search(r"[,;:(|–—-]\s*$", text[: dates[0].start]):
        return None
    date = dates[0].date
    return Found(dates[0].start, dates[0].end, text[dates[0].start : dates[0].end], Period(date, date))
