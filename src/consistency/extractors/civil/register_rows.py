"""The entry of a marriage register as a table: a row for each of the two, and the day in a column of its own.

"No. | When married | Names and surnames | Age | Condition | Rank or profession | Father's name".
"""

from collections.abc import Sequence

from consistency.extractors.wording.letters import Cut, Dated
from consistency.extractors.wording.persons import name_of
from consistency.extractors.wording.prose import Passage
from consistency.extractors.wording.tables import Column, Headings, Row, header, headings_at, rows
from consistency.model import Document, Line
from consistency.normalizer import dates
from consistency.normalizer.dates import Order
from consistency.normalizer.expressions import expression

_COLUMNS = Headings(
    {
        "part": r"class(?:ification)?|division|category|relation(?:ship)?s?|qualite",
        "": r"father'?s?|mother'?s?|pere|mere|parents?|witness\w*|temoins?|no|n|number|age|full age|rank|profession"
        r"|occupation|residence|domicile|signatures?|religion|nationalit\w+|birth\w*|naissance|by whom|place"
        r"|lieu|sex|sexe|(?:resident )?regist\w+(?: (?:no|number))?"
        r"|date of birth|origin(?: of surname)?",
        "married": r"when (?:the )?(?:marriage|married)|date of (?:the )?marriage|married on|when solemni[sz]ed"
        r"|date du mariage|maries le",
        "name": r"names? (?:and|&) surnames?|full names?|names? (?:of (?:the )?)?(?:part(?:y|ies)|spouses)"
        r"|names?|(?:pre)?noms? et (?:pre)?noms?|noms? des (?:epoux|conjoints)",
        "condition": r"conditions?|(?:marital|civil) status|etat (?:civil|matrimonial)|situation matrimoniale",
    }
)
_HEAD = 3
"""A heading stands on so many lines at most."""
_BELOW = 20
_LONG = 60


def entry(document: Document, order: Order | None) -> tuple[Cut, Cut, Dated | None] | None:
    """Give the two who married, in the order of their rows, and the day; None where no such table stands."""
    for number in range(len(document.lines)):
        for heading, below in headings_at(document, number, _HEAD):
            columns = header(heading, _COLUMNS)
            if "name" in {column.role for column in columns}:
                return _read(document, document.lines[below : below + _BELOW], columns, order)
    return None


def _read(
    document: Document, lines: Sequence[Line], columns: Sequence[Column], order: Order | None
) -> tuple[Cut, Cut, Dated | None] | None:
    parted = "part" in {column.role for column in columns}
    all_rows = rows(lines, columns, _is_whole, _ends)
    found = [row for row in all_rows if not parted or _is_spouse(row.cell(document, "part"))][:2]
    told = [row.cell(document, "name") for row in found]
    names = [name for cell in told if cell and (name := name_of(Cut(cell.text, cell.cite())))]
    if len(names) != 2:
        return None
    days = [_day(cell, order) for row in found if (cell := row.cell(document, "married"))]
    return names[0], names[1], next((day for day in days if day), None)


def _is_spouse(part: Passage | None) -> bool:
    return part is not None and _SPOUSE.search(part.plain) is not None


_SPOUSE = expression(
    r"\b(?:principal|(?:him|her|one)?self|applicant|spouse|husband|wife|groom|bride|bridegroom|epou(?:x|se)"
    r"|mariee?|conjointe?)\b"
)
"""What the first column says of each of the two, where it says who somebody is."""


def _day(cell: Passage, order: Order | None) -> Dated | None:
    found = next(iter(dates.find_dates(cell.text, order=order)), None)
    return Dated(found.date, cell.cite(found.start, found.end)) if found else None


def _is_whole(row: Row) -> bool:
    return "name" in row.cells


def _ends(line: Line) -> bool:
    return len(line.segments) == 1 and len(line.text) > _LONG
