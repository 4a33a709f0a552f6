"""What an employment letter says beside labels: the rows of a table, or "Place of work: Lyon, France."."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from consistency.extractors.pages.layout import merged
from consistency.extractors.pages.wrapped import unwrapped
from consistency.extractors.wording.career_words import title_weight
from consistency.extractors.wording.scripts import STRANGE, latin
from consistency.model import Line
from consistency.normalizer import tables
from consistency.normalizer.dates import find_dates
from consistency.normalizer.expressions import expression

_TABLE = Path(__file__).with_suffix(".toml")
_SHORT = (
    "S", "Ltd", "Mr", "Ms", "Mrs", "Dr", "Inc", "Co", "St", "No", "Nr", "Jl", "ul", "al", "pl", "os", "str", "vul",
    "bul", "av", "Av", "bd", "Bd", "Blvd", "tel", "Tel",
)  # fmt: skip
_ABBREVIATED = "".join(rf"(?<!\b{word})" for word in _SHORT)
_STOP = expression(rf"(?<![A-Z]){_ABBREVIATED}\.(?=\s+[A-ZÀ-Ý(])|\s+\|\s+|\s{{3,}}")
_WRITTEN_OUT = expression(r"[\d:]|.{36}")
"""What no column title has: a figure, a colon, or many words."""
_SEAL = expression(
    r"\s*\((?:(?:official|company|round) )?(?:seal(?:ed)?|stamp(?:ed)?|signed|cachet|sceau)\)\s*$",
    re.IGNORECASE,
)
"""What is said of a mark behind a name."""
_COLUMNS, _WRAPPED_HEAD, _WRAPPED = 3, 3, 3
_WRITTEN_BESIDE = rf"(?:\s*[/(（]?\s*{STRANGE}{{1,12}}(?:\s?{STRANGE}{{1,12}}){{0,2}}\s*[)）]?)?"


_NAMES = frozenset(("name", "title", "first_title", "employer"))
"""What is told in two scripts, and once is enough."""
_NO_POST = expression(
    r"(?:(?:regular|permanent|full[- ]time|part[- ]time|contract|fixed[- ]term|indefinite[- ]term) )+"
    r"(?:employee|worker|staff(?: member)?|employment)\b|(?:employée?|salariée?) (?:à|en) ",
    re.IGNORECASE,
)
"""On what terms somebody worked, where a label asks for a post: "Position: full-time employee"."""
_AT_A_HOUSE = expression(r"\s+(?:at|in|of) (?:our|the|my)\b.*$|\s*[(;].*$", re.IGNORECASE)
_MARK = expression(r"[:=：]")
_UNFINISHED = expression(
    r"\([^()]*$|\b(?:of|and|the|an?|in|for|to|with|from|by|de|du|des|d['’]|et|la|le|les|au|aux|y|e|del|para)\s*$",
    re.IGNORECASE,
)
"""How a value ends that goes on in the next line."""


class Labelled(NamedTuple):
    """A value, the line that it stands on, and the row of it in the paper."""

    text: str
    line: Line
    order: int


@cache
def _labels() -> dict[str, str]:
    table = tables.read(_TABLE)
    return {name: "|".join(patterns) for name, patterns in table.items()}


@cache
def _alone() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, expression(rf"\W*(?:{words})\s*[:.–-]?\s*", re.IGNORECASE))
        for name, words in _labels().items()
    )


@cache
def _inside() -> re.Pattern[str]:
    """Match any label before a colon: at the start, after the end of a sentence, or after a wide gap."""
    either = "|".join(f"(?P<{name}>{words})" for name, words in _labels().items())
    return expression(
        rf"(?:^|(?<=[.;|•·]\s)|(?<=\s{{2}}))\W{{0,3}}(?:{STRANGE}[^\W\d_]{{0,12}}\s?/?\s?){{0,3}}"
        rf"(?:{either}){_WRITTEN_BESIDE}\s{{0,2}}[:=：]\s*",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1024)
def label_of(text: str) -> str | None:
    """Name the label that a cell is, or None."""
    if len(text) > 48:
        return None
    bare = latin(text).strip(" \n/|()（）")
    return next((name for name, pattern in _alone() if pattern.fullmatch(bare)), None)


def labelled(lines: Sequence[Line]) -> dict[str, Labelled]:
    """Give the first value beside each label: in the next cell, or after a colon."""
    found: dict[str, Labelled] = {}
    lines = unwrapped(lines)
    for name, value in (*_in_cells(lines), *_in_text(lines)):
        if value.text and name not in found and not (name == "title" and _NO_POST.match(value.text)):
            words = _SEAL.sub("", value.text)
            found[name] = value._replace(text=latin(words) if name in _NAMES else words)
    work = found.pop("work", None)
    if work is not None and "title" not in found:
        post = _AT_A_HOUSE.sub("", work.text)
        if title_weight(post) >= 1:
            found["title"] = work._replace(text=post)
    return found


def _in_cells(lines: Sequence[Line]) -> Iterator[tuple[str, Labelled]]:
    for order, line in enumerate(lines):
        if _heads_columns(line, lines[order + 1 : order + 1 + _WRAPPED_HEAD]):
            continue
        for cell, value in pairwise(line.segments):
            name = label_of(cell.text)
            if name is None or label_of(value.text) is not None:
                continue
            more = _wrapped(lines, order, value.box.x0) if value.box is not None else []
            texts = (value.text.replace("\n", " ").lstrip(" :|"), *(further.text for further in more))
            yield name, Labelled(" ".join(text.strip() for text in texts), merged((line, *more)), order)


def _heads_columns(line: Line, below: Sequence[Line]) -> bool:
    """Tell whether the cells of a line are column titles: three words or more, over a row that begins with no "
    "label."""
    cells = line.segments
    if len(cells) < _COLUMNS or any(_WRITTEN_OUT.search(cell.text) for cell in cells):
        return False
    row = next((one for one in below if find_dates(one.text)), None)
    return row is not None and len(row.segments) >= len(cells) - 1 and label_of(row.segments[0].text) is None


def _wrapped(lines: Sequence[Line], order: int, x0: float) -> list[Line]:
    """Give the lines below that go on in the column of a value."""
    out: list[Line] = []
    for line in lines[order + 1 : order + 4]:
        box, above = line.box, lines[order + len(out)].box
        if len(line.segments) != 1 or box is None or above is None or line.page != lines[order].page:
            break
        if abs(box.x0 - x0) > 4:
            break
        if box.y0 - above.y1 > 0.6 * (above.y1 - above.y0):
            break
        out.append(line)
    return out


def _in_text(lines: Sequence[Line]) -> Iterator[tuple[str, Labelled]]:
    for order, line in enumerate(lines):
        text = line.text
        marks = list(_inside().finditer(text)) if _MARK.search(text) else []
        for index, mark in enumerate(marks):
            name = mark.lastgroup
            end = marks[index + 1].start() if index + 1 < len(marks) else len(text)
            value, more = text[mark.end() : end], list[Line]()
            while (
                end == len(text) and _UNFINISHED.search(value) and (below := _below(lines, order + len(more)))
            ):
                value, more = f"{value.rstrip()} {below.text.strip()}", [*more, below]
            stop = _STOP.search(value)
            if name is not None:
                told = value[: stop.start() if stop else None].strip(" .;|")
                yield name, Labelled(told, merged((line, *more)) if more else line, order)


def _below(lines: Sequence[Line], order: int) -> Line | None:
    """Give the line below one whose words are not at their end; nothing where labels or cells stand there."""
    below = next(iter(lines[order + 1 : order + 2]), None)
    if below is None or below.page != lines[order].page or len(below.segments) != 1:
        return None
    return below if _inside().search(below.text) is None else None
