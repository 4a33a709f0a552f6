"""Which lines of a document are headings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from msgspec.structs import replace

from consistency.extractors.pages.bullets import is_bullet
from consistency.extractors.pages.columns import size_of
from consistency.extractors.pages.headings import begins_large, section_of
from consistency.model import Line
from consistency.normalizer.dates import find_dates, find_periods
from consistency.normalizer.text import fold

_WHOLE, _WITHIN = ("experience", "education"), ("profile", "skills", "awards")


class Headings:
    """The headings of one document: known words, and lines that look like the lines with known words."""

    def __init__(self, lines: Sequence[Line]) -> None:
        alone = [line for line in lines if len(line.segments) == 1 and section_of(line.text) is not None]
        beside = (part for line in lines if len(line.segments) > 1 for part in _apart(line))
        main = [line for line in (*alone, *beside) if section_of(line.text) in _WHOLE]
        sizes = _sizes(lines)
        self.body = median(sizes) if sizes else None
        names = Counter(fold(line.text) for line in alone)
        self.parts = {name for name, times in names.items() if times > 1 and section_of(name) in _WITHIN}
        """Words that stand over a part of each entry: "Highlights" under every job."""
        self.styles = {_style(line) for line in alone if line.size is not None}
        self.least = min(_sizes(main), default=0.0)
        self.capitals = bool(main) and all(line.text.isupper() for line in main)
        self.bold = bool(main) and all(line.bold for line in main if line in alone)

    def section(self, line: Line, following: Sequence[Line] = (), first: bool = False) -> str | None:
        """Name the section that a line opens; "other" for a heading with words of its own.

        ``following`` are the next lines, ``first`` says that the line stands right below another heading:
        an entry of a list (an employer over its dates) may look like a heading.
        """
        text = line.text.strip()
        if is_bullet(line) or not begins_large(text):
            return None
        name = section_of(text.rstrip(":"))
        if name is not None:
            return name if self._fits(line) and fold(text) not in self.parts else None
        dated = first or any(find_periods(after.text) for after in following)
        return "other" if not dated and self._looks_like_one(line) else None

    def _fits(self, line: Line) -> bool:
        large = line.size is None or line.size >= min(self.least - 0.6, 0.9 * self.least)
        sure = line.page is None  # on a PDF the weight of a line in columns is not sure
        return line.text.isupper() or (large and (line.bold or not self.bold or not sure))

    def _looks_like_one(self, line: Line) -> bool:
        if line.size is None or self.body is None or line.size < self._larger(line):
            return False
        short = (
            len(line.segments) == 1 and len(line.text.split()) <= 5 and not re.search(r"[\d@,|]", line.text)
        )
        alike = _style(line) in self.styles and (line.text.isupper() or not self.capitals)
        return short and alike and not find_dates(line.text)

    def _larger(self, line: Line) -> float:
        """Give the height from which letters are larger than the body's: recognised letters have no sure height."""
        body = self.body or 0.0
        return body + 0.7 if line.confidence == 1.0 else 1.3 * body


def _apart(line: Line) -> Iterator[Line]:
    """Give each segment of a line as a line with the height of its own letters."""
    for segment in line.segments:
        yield replace(line, segments=(segment,), size=size_of((segment,), line.size))


def _style(line: Line) -> tuple[int, bool]:
    return round(line.size or 0), line.bold


def _sizes(lines: Sequence[Line]) -> list[float]:
    """Give the sizes of lines, as far as they are known."""
    return [line.size for line in lines if line.size is not None]
