"""What stands below the jobs and studies of a paper without a heading, and is none of them.

A line that tells the languages or hobbies by a label; the declaration, place, date and signature at the very end.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from consistency.extractors.careers.joining import completes
from consistency.extractors.pages.headings import section_of
from consistency.extractors.pages.layout import Block
from consistency.extractors.wording import career_words as words
from consistency.model import Line
from consistency.normalizer.dates import find_dates, find_periods
from consistency.normalizer.expressions import expression

_BESIDES = frozenset({"languages", "interests", "references", "contact"})
_TAIL = 8
"""Lines at the end of a paper among which it is signed."""
_SIGNER = 5
"""Words beside the date of a signature at the most: a label, a place, a name."""
_DECLARES = expression(
    r"^\W*(?:declaration|d[ée]claration|signature|signed|firma|assinatura)\b\W*$"
    r"|^\W*(?:i|we)\b.{0,40}\b(?:hereby|solemnly|undersigned)\b"
    r"|^\W*(?:i|we)\b.{0,40}\b(?:declare|certify|affirm|confirm)\b.{0,20}\b(?:that|above|true)\b"
    r"|^\W*je\b.{0,30}\b(?:soussign|déclare|certifie|atteste|affirme)",
    re.IGNORECASE,
)
_DATES = expression(
    r"^\W*(?:dated?|place (?:and|&) date|fait (?:à|a)\b.*|fecha|data|lieu et date)\b\W", re.IGNORECASE
)
_TOWN = expression(r"\W*[A-ZÀ-Ý][^\W\d]+(?:[ -][A-ZÀ-Ý][^\W\d]+){0,2}\s*,\s*(?:(?:le|the|on)\s+)?")
_PLACES = expression(r"^\W*(?:place|lieu|lugar|local)\s*:", re.IGNORECASE)


def without_ends(blocks: Sequence[Block]) -> list[Block]:
    """Leave out of the blocks of a paper what is told below its jobs and studies and is none."""
    kept = [
        replace(block, lines=tuple(line for line in block.lines if not _is_besides(line))) for block in blocks
    ]
    last = next((index for index in reversed(range(len(blocks))) if blocks[index].lines), None)
    if last is not None:
        kept[last] = replace(kept[last], lines=_unsigned(kept[last].lines))
    return kept


def _is_besides(line: Line) -> bool:
    """Tell whether a line tells, after a label, what has a part of its own elsewhere: "Languages: French, English"."""
    label, colon, told = line.text.partition(":")
    return bool(colon and told.strip()) and section_of(label.strip()) in _BESIDES


def _unsigned(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines before the declaration or the date with which a paper is signed."""
    first = max(len(lines) - _TAIL, 0)
    at = next(
        (n for n in range(first, len(lines)) if _DECLARES.search(lines[n].text) or _signs(lines, n)), None
    )
    if at is None and lines and _is_month_or_day(lines[-1].text) and not _dates_the_line_above(lines):
        return tuple(lines[:-1])
    if at is None:
        return tuple(lines)
    while at > 0 and _PLACES.search(lines[at - 1].text):
        at -= 1
    return tuple(lines[:at])


def _is_month_or_day(text: str) -> bool:
    """Tell whether a line is a day or a month and nothing else, or a town and a day: when the paper was made."""
    days = find_dates(text)
    if len(days) != 1 or text[days[0].end :].strip(" ."):
        return False
    before = text[: days[0].start]
    if days[0].date.precision == "day" and _TOWN.fullmatch(before):
        return True
    return not before.strip(" .,") and days[0].date.precision != "year"


def _dates_the_line_above(lines: Sequence[Line]) -> bool:
    """Tell whether the entries of a block have their dates on lines of their own: the last one belongs to an entry.

    So does one that ends the period which the line above begins.
    """
    if len(lines) > 1 and completes(lines[-2].text, lines[-1].text):
        return True
    return any(_is_month_or_day(line.text) or _stands_alone(line.text) for line in lines[:-1])


def _stands_alone(text: str) -> bool:
    found = find_periods(text)
    return bool(found) and len(text.strip()) <= found[0][1] - found[0][0] + 2


def _signs(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is the date of a signature: one whole day, beside a label that stands nowhere else."""
    text = lines[at].text
    label = _DATES.search(text)
    days = find_dates(text)
    if label is None or len(days) != 1 or find_periods(text) or days[0].date.precision != "day":
        return False
    if sum(1 for line in lines if _DATES.search(line.text)) > 1:
        return False  # a label of each entry
    beside = f"{text[label.end() : days[0].start]} {text[days[0].end :]}"
    named = words.title_weight(beside) or words.employer_weight(beside) or words.award_weight(beside)
    return len(beside.split()) <= _SIGNER and not named
