"""From the lines of a block to rows: joined where they were wrapped, or where a date was broken."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from msgspec.structs import replace

from consistency.extractors.careers.rows import UPDATED, Row, period_in
from consistency.extractors.pages.bullets import bullet_free, is_bullet
from consistency.extractors.pages.layout import Block, joined, merged
from consistency.extractors.pages.sides import is_date_alone
from consistency.extractors.wording import career_words as words
from consistency.model import Box, Line, Segment, around
from consistency.normalizer.dates import LONGEST, find_periods, is_present, parse, parse_period
from consistency.normalizer.expressions import expression
from consistency.normalizer.places import country, country_of_city

_FURNITURE = expression(
    r"^\W*(?:(?:page|p\.)\s*)?\d{1,2}\s*(?:/|of|de|sur)\s*\d{1,2}\W*$|\bpage\s+\d+\b"
    r"|^.{0,40}\s[-–—]\s*\d{1,2}\s*/\s*\d{1,2}\s*$|^[\W_]*$",
    re.IGNORECASE,
)
_OPEN_END = expression(r"\b(?:in|of|and|for|the|with|de|du|des|en|et|à|au|aux)\s*$|&\s*$")
"""Words with which nothing ends."""
MOST_LINES, _NEAR = 60, 3.0
"""Lines of one row, which is looked at anew with each; points within which dates end at one edge."""
_FEW = 3
"""Fewer second cells may be a column anyhow."""
_LINK = expression(r"^\W*(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\S+)\W*$", re.IGNORECASE)


def rows_of(block: Block) -> list[Row]:
    """Give the rows of a block, wrapped lines joined."""
    rows: list[Row] = []
    block = replace(block, lines=_at_the_right(block))
    edges = _Edges(block)
    for line in _seconds_whole(tuple(chain.from_iterable(map(_dates_apart, block.lines)))):
        if _is_furniture(line.text) or any(sign.search(line.text) for sign in (_LINK, UPDATED)):
            continue
        open_row = rows[-1] if rows and len(rows[-1].lines) < MOST_LINES else None
        joint = open_row and (_completed(open_row, line) or _continued(open_row, line, edges))
        if joint is not None:
            rows[-1] = joint
        else:
            rows.append(_row(line))
    return rows


def _is_furniture(text: str) -> bool:
    """Tell whether a line is the number of a page; "05/19 - 11/24" is a period."""
    return _FURNITURE.search(text) is not None and parse_period(text) is None


def _at_the_right(block: Block) -> tuple[Line, ...]:
    """Part the dates at the right edge from long words that come close to them, where others stand there too."""
    ends = [line.box.x1 for line in block.lines if line.box is not None and _last_period(line) is not None]
    edge = max(ends, default=0.0)
    if sum(1 for end in ends if edge - end < _NEAR) < 2:
        return block.lines
    return tuple(
        _parted(line) if line.box is not None and edge - line.box.x1 < _NEAR else line for line in block.lines
    )


def _last_period(line: Line) -> int | None:
    """Give the place in the last segment at which a period begins that ends the line."""
    text = line.segments[-1].text
    last = find_periods(text)[-1:]
    return last[0][0] if last and last[0][1] == len(text) else None


def _parted(line: Line) -> Line:
    segment, start = line.segments[-1], _last_period(line)
    if not start or not segment.words or re.search(r"[^\w.]\s*$", segment.text[:start].rstrip(" ")):
        return line
    count = len(segment.text[:start].split())
    parts = [words for words in (segment.words[:count], segment.words[count:]) if words]
    if [word.text for part in parts for word in part] != segment.text.split() or len(parts) < 2:
        return line
    cut = tuple(
        replace(
            segment,
            text=" ".join(word.text for word in part),
            words=part,
            box=around(word.box for word in part),
        )
        for part in parts
    )
    return replace(line, segments=(*line.segments[:-1], *cut))


def _dates_apart(line: Line) -> tuple[Line, ...]:
    """Part the dates at the right edge from a list item on the same line: they belong to what is above."""
    if len(line.segments) < 2 or not is_bullet(line) or not is_date_alone(line.segments[-1].text):
        return (line,)
    return replace(line, segments=line.segments[-1:]), replace(line, segments=line.segments[:-1])


def _seconds_whole(lines: Sequence[Line]) -> Iterator[Line]:
    """Make whole a second cell that was broken inside a word over two lines: "Emi-" and "rates"."""
    rest: Line | None = None
    for line in lines:
        before, rest = rest, line
        if before is None:
            continue
        if len(before.segments) == len(line.segments) == 2 and _is_cut(before.segments[1], line.segments[1]):
            second = before.segments[1]
            whole = replace(second, text=second.text[:-1] + line.segments[1].text)
            before, rest = (
                replace(before, segments=(before.segments[0], whole)),
                replace(line, segments=line.segments[:1]),
            )
        yield before
    if rest is not None:
        yield rest


def _is_cut(above: Segment, below: Segment) -> bool:
    return re.search(r"[^\W\d]-$", above.text) is not None and below.text[:1].islower()


def _row(line: Line) -> Row:
    bullet = is_bullet(line)
    cells = [segment.text.strip().replace("\n", " ") for segment in line.segments]
    if bullet:
        cells = [bullet_free("  ".join(cells))]
    return Row(tuple(cell for cell in cells if cell) or ("",), (line,), bullet)


def _completed(row: Row, line: Line) -> Row | None:
    """Join a line that ends a date which the row begins: "2017 –" and "Present", "Sep 2013 – Jun" and "2017"."""
    text = line.text.strip()
    if is_bullet(line):
        return None
    if len(line.segments) > 1:
        return _both_begin(row, line)
    for index in reversed(range(len(row.cells))):
        cell = row.cells[index]
        whole = _glued(cell, text)
        if completes(cell, text) or (index == len(row.cells) - 1 and _dates_in_brackets(row, text)):
            return Row((*row.cells[:index], whole, *row.cells[index + 1 :]), (*row.lines, line), row.bullet)
    return None


def _both_begin(row: Row, line: Line) -> Row | None:
    """Join two lines that begin with the halves of a period: "2016 –  Cook" and "2021  Hotel Sol"."""
    first, *rest = (segment.text.strip() for segment in line.segments)
    if row.bullet or len(row.lines) > 1 or not completes(row.cells[0], first):
        return None
    return Row((_glued(row.cells[0], first), *row.cells[1:], *rest), (*row.lines, line))


def completes(text: str, rest: str) -> bool:
    """Tell whether the rest ends a period that the text begins: both within a date's length of where they meet."""
    text, rest = text if len(text) <= LONGEST else text[-LONGEST:].partition(" ")[2], rest[:LONGEST]
    if (
        re.search(r"\d{4}\W*$|\d[/.]\d\d\W*$", text)
        and not re.match(r"\W*[-–—]|\s*(?:to|à|au|until|jusqu)\b", rest)
        and not re.search(r"[-–—]\s*$", text)
    ):
        return False
    own = {period for _, _, period in find_periods(rest)}  # "…, LA" says no more of "June 2015 – May 2016"
    return any(
        start < len(text) - 1 and end > len(text) + 1 and period not in own
        for start, end, period in find_periods(_glued(text, rest))
    )


def _dates_in_brackets(row: Row, text: str) -> bool:
    return (
        not row.bullet
        and re.match(r"\(.*\)$", text) is not None
        and period_in(text) is not None
        and row.found is None
    )


def _glued(cell: str, text: str) -> str:
    return (
        cell + text
        if re.search(r"\d-$", cell) and text[:1].isdigit() and not re.match(r"(?:19|20)\d\d", text)
        else f"{cell} {text}"
    )


class _Edges:
    """Where the lines of a block end: at its right edge, or where its second cells begin."""

    def __init__(self, block: Block) -> None:
        self.right = block.x1 if block.wraps else math.inf
        seconds = [
            line.segments[1].box
            for line in block.lines
            if len(line.segments) == 2
            and line.segments[1].box is not None
            and line.segments[0].text.strip(" •")
            and not is_bullet(line)
        ]
        self.second = (
            min((box.x0 for box in seconds), default=self.right) if _are_one(seconds) else self.right
        )


def _are_one(boxes: Sequence[Box]) -> bool:
    """Tell whether cells stand in one column: some begin or end at one edge; what only follows on words is in none."""
    if len(boxes) < _FEW:
        return True
    sides = (sorted(box.x0 for box in boxes), sorted(box.x1 for box in boxes))
    return any(other - one <= _NEAR for side in sides for one, other in pairwise(side))


def _continued(row: Row, line: Line, edges: _Edges) -> Row | None:
    """Join a line that goes on with a cell of the row: the one under which it stands."""
    before = row.lines[-1]
    item = is_bullet(line) and not _goes_on_at_dash(row, line)
    if not _near(before, line) or item or len(line.segments) > 1 or _both_dated(row, before, line):
        return None
    index = _cell_continued(row, before, line)
    if index is None:
        return None
    cell = row.cells[index]
    above = before.segments[-1 if row.bullet else min(index, len(before.segments) - 1)]
    first_of_two = index == 0 and len(before.segments) > 1 and not row.bullet
    full = _is_full(above, line, edges.second if first_of_two else edges.right) or _is_split(cell, line)
    apart = not row.bullet and not line.text[:1].islower() and _two_things(cell, line.text)
    if not full or _starts_anew(row, line) or apart:
        return None
    joint = joined((*row.lines, line)) if row.bullet else _joined(cell, line)
    return Row((*row.cells[:index], joint, *row.cells[index + 1 :]), (*row.lines, line), row.bullet)


def _goes_on_at_dash(row: Row, line: Line) -> bool:
    """Tell whether a line was broken at the dash before a title and its dates: no item of a list ends in dates."""
    return _DASH.match(line.text) is not None and row.found is None and _ends_in_period(line.text)


_DASH = expression(r"\s*[-–—]\s")


def _both_dated(row: Row, before: Line, line: Line) -> bool:
    """Tell whether each of two lines begins with a period of its own, or ends in one: two entries, each on its line."""
    if all(found and found[0][0] == 0 for found in map(find_periods, (row.text, line.text.strip()))):
        return True
    return all(
        find_periods(text) and find_periods(text)[-1][1] >= len(text) - 2 for text in (before.text, line.text)
    )


def _cell_continued(row: Row, before: Line, line: Line) -> int | None:
    """Give the number of the cell that a line may go on with."""
    last = len(row.cells) - 1
    if row.bullet:
        return last
    if len(before.segments) == 1:
        return last if before.bold == line.bold or _OPEN_END.search(row.cells[last]) else None
    index = _cell_above(before, line)
    return index if index is not None and index <= last else None


def _cell_above(before: Line, line: Line) -> int | None:
    """Give the number of the cell under which a line begins."""
    if line.box is None:
        return None
    for index, segment in enumerate(before.segments):
        if segment.box is not None and abs(segment.box.x0 - line.box.x0) <= 3.0:
            return index
    return None


def _two_things(cell: str, text: str) -> bool:
    """Tell whether one of two lines is a school or an employer, the other an award or a title: no line is wrapped."""
    if "," in cell or " | " in cell:
        return False
    names = [words.institution_weight(part) or words.employer_weight(part) >= 2 for part in (cell, text)]
    titles = [words.award_weight(part) >= 2 or words.title_weight(part) >= 2 for part in (cell, text)]
    return bool(names[0] and titles[1] and not names[1]) or bool(titles[0] and names[1] and not titles[1])


def _is_split(cell: str, line: Line) -> bool:
    """Tell whether the words go on by themselves: after a comma, or inside the name of a city or country."""
    text = line.text.strip()
    if _OPEN_END.search(cell) and text[:1].isalpha():
        return True
    if cell.rstrip().endswith(",") or (text[:1].islower() and re.search(r"\w-?$", cell)):
        return True
    name = f"{cell.rsplit(',', 1)[-1].strip()} {re.split(r'[,(]', text)[0].strip()}"
    return "," in cell and (country_of_city(name) or country(name)) is not None


def _joined(cell: str, line: Line) -> str:
    text = line.text.strip()
    if cell.endswith(("\u00ad", "‐")) or (re.search(r"[^\W\d]-$", cell) and text[:1].islower()):
        return cell[:-1] + text
    return _glued(cell, text)


def _near(before: Line, line: Line) -> bool:
    if before.box is None or line.box is None or before.page != line.page:
        return False
    height = max(before.box.y1 - before.box.y0, 1.0)
    same = abs((before.size or 0.0) - (line.size or 0.0)) <= 0.8
    return same and -0.2 * height < line.box.y0 - before.box.y1 < 0.7 * height


def _is_full(cell: Segment, line: Line, edge: float) -> bool:
    if cell.box is None or line.box is None:
        return False
    word = line.segments[0].words[:1]
    width = word[0].box.x1 - word[0].box.x0 if word else 0.5 * (line.box.x1 - line.box.x0)
    return cell.box.x1 + width + 2.0 > edge - 3.0


def _starts_anew(row: Row, line: Line) -> bool:
    """Tell whether the line is a date, follows a whole period, or stands left of a list item: no rest of a line."""
    if (
        row.bullet
        and line.box is not None
        and row.lines[0].box is not None
        and line.box.x0 < row.lines[0].box.x0 - 2
    ):
        return True
    text = line.text.strip()
    if not row.bullet and _ends_in_period(row.lines[-1].text) and not text[:1].islower():
        return True
    whole = parse(text) is not None or parse_period(text) is not None or is_present(text)
    return whole and not row.text.rstrip().endswith((",", "(", "–", "-"))


def _ends_in_period(text: str) -> bool:
    """Tell whether a line ends in a whole period, as entries of one line do: the next one is not the rest of it."""
    found = find_periods(text)
    return bool(found) and found[-1][1] >= len(text.rstrip(" ).")) and found[-1][0] > 0


def all_rows(blocks: Iterable[Block]) -> list[Row]:
    """Give the rows of several blocks one after the other."""
    return [row for block in blocks for row in rows_of(block)]


def united(rows: Sequence[Row]) -> Line:
    """Give the lines of several rows as one line, to be cited."""
    return merged(tuple(line for row in rows for line in row.lines))
