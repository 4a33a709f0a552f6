"""Who is listed on a paper about a family: in the rows of a table, or by labels that begin anew with each person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from consistency.extractors.civil.family_book import under_headings
from consistency.extractors.wording.letters import Cut
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.extractors.wording.tables import Column, Headings, Row, header, headings_at, rows
from consistency.model import Document, Line
from consistency.normalizer import kinship
from consistency.normalizer.expressions import expression

Told = dict[str, Cut]
"""What is told of a person, by role."""

_COLUMNS = Headings(
    {
        "kin": (
            r"relation\w*|kinship|lien|parente|parentesco|filiation|qualite|category|classification|affinity|yakinlik"
            r"|status in (?:the )?(?:family|household)|hubungan\w*"
        ),
        "born": r"birth|born|naissance|lieu et date de$|date et lieu de$|nacimiento|nascimento|dob|d o b|nee?|lahir",
        "father": r"father\w*|pere|padre|pai",
        "mother": r"mother\w*|mere|madre|mae",
        "family": r"^(?:surname|family names?|last name|nom de famille|nom|apellidos?)$",
        "given": r"^(?:given names?|first names?|forenames?|prenoms?|nombres?)$",
        "notes": r"^(?:notes?|remarks?|observations?|mentions?(?: marginales)?|annotations?|(?:status )?(?:and "
        ")?events?"
        r"|explanations?|entries|other (?:matters|information)|dusunceler)$",
        "": (
            r"sex|gender|sexe|sexo|occupation|profession|status|no|number|id|age|nationality|remarks?|address\w*"
            r"|place"
            r"|lieu|order|situation"
        ),
        "name": r"names?|noms?|nombres?|members?|membres?|persons?",
    }
)
_NAMES = frozenset(("name", "family", "given"))
_STRANGE = 6
"""So many columns may be of no role."""
_HIGHEST = 3
"""Lines at the most on which the headings of narrow columns stand."""
_MARGIN = 3.0
_LABELS = (
    ("kin", r"status(?: in (?:the )?(?:family|house(?:hold)?))?"
     r"|(?:house ?holder or )?relation(?:ship)?s?(?: (?:to|with|of)\b.*)?|lien de parente|parentesco|kinship"),
    ("born", r"(?:date|day) of birth|birth ?date|dob|born(?: on)?|nee?(?:\(e\))? le|date (?:et lieu )?de naissance"
     r"|fecha de nacimiento|data de nascimento"),
    ("father", r"(?:name of )?(?:the )?father(?:'s name)?|(?:nom du )?pere|padre|pai"),
    ("mother", r"(?:name of )?(?:the )?mother(?:'s name)?|(?:nom de la )?mere|madre|mae"),
    ("wedded", r"spouse status|status of spouse"),
    ("spouse", r"(?:name of )?(?:the )?spouse(?:'s name)?|(?:nom du )?conjoint"),
    ("married", r"date of marriage|marriage date|date (?:du|de) mariage"),
    ("ended", r"date of divorce|divorce date|date (?:du|de) divorce"),
    ("name", r"(?:full |person'?s )?names?(?: in full| of (?:person|member))?|noms? et prenoms?|nombre completo"
     r"|prenoms?"),
)  # fmt: skip
_EVENTS = frozenset(("married", "ended"))
_BEGINNING = _EVENTS | {"name"}
"""What begins the entry of another event or person where an event was told."""
_ROLES = tuple((role, expression(rf"\W*(?:{pattern})\W*")) for role, pattern in _LABELS)
_FOOT = expression(
    r"\W*(?:issued|obtained|printed|date|dated|certified|we|this|given|fait|delivree?|signed|signature|note"
    r"|expedido|total)\b"
)
"""What a line below a table begins with."""
_BRACKET = expression(r"\[(?P<label>[^\[\]]{2,50})\]\s*(?P<value>[^\[\]]*)")
_COLON = expression(r"\s*(?P<label>[^:\s][^:]{1,59}?)\s*:\s*(?P<value>\S.*)")


def told(document: Document) -> Iterator[Told]:
    """Give what a booklet, the tables and the labelled entries of a paper tell of each person."""
    booklet = tuple(under_headings(document))
    yield from booklet or (*_in_tables(document), *listed(document))


# --- tables -----------------------------------------------------------------------------------------------


def _in_tables(document: Document) -> Iterator[Told]:
    """Give the rows of the tables; where one has the names and the next who each is, the rows of both together."""
    named: list[Row] = []
    for number in range(len(document.lines)):
        columns, below = _heading(document, number)
        columns = _with_kin(columns, document.lines[below : below + 1])
        roles = {column.role for column in columns}
        if "kin" in roles and roles & _NAMES:
            found = rows(document.lines[below:], columns, _complete, _ends)
            yield from (_of_row(document, row) for row in found if _complete(row))
        elif "kin" in roles and named:
            others = rows(document.lines[below:], columns, _has_kin, _ends)
            yield from _side_by_side(document, named, [row for row in others if _has_kin(row)])
        elif roles & _NAMES and "born" in roles:
            found = rows(document.lines[below:], columns, _has_name, _ends_at_heading)
            named = [row for row in found if _has_name(row)]


def _heading(document: Document, number: int) -> tuple[Sequence[Column], int]:
    """Give the columns that a line heads, with those below it on which its headings go on, and what comes next."""
    headed = (
        (header(line, _COLUMNS, _STRANGE), below) for line, below in headings_at(document, number, _HIGHEST)
    )
    found = [(columns, below) for columns, below in headed if columns]
    whole = (one for one in found if "born" in {column.role for column in one[0]})
    return next(whole, found[-1] if found else ((), number + 1))


def _with_kin(columns: Sequence[Column], first: Sequence[Line]) -> Sequence[Column]:
    """Give the columns with one without a heading before them, in which the first row says who somebody is."""
    named = {column.role for column in columns}
    cell = first[0].segments[0] if first and first[0].segments else None
    if cell is None or "kin" in named or not named & _NAMES or kinship.relation(cell.text) is None:
        return columns
    left, right = (cell.box.x0, cell.box.x1) if cell.box else (0.0, 0.0)
    ahead = right < columns[0].x0 if cell.box else columns[0].x0 > 0
    return (Column("kin", left, right), *columns) if ahead else columns


def _side_by_side(document: Document, named: Sequence[Row], others: Sequence[Row]) -> Iterator[Told]:
    """Give each row of names with the row of the other table that stands in its place."""
    if len(named) == len(others):
        for one, other in zip(named, others, strict=True):
            yield _of_row(document, Row({**other.cells, **one.cells}))


def _ends_at_heading(line: Line) -> bool:
    return _ends(line) or "kin" in {column.role for column in header(line, _COLUMNS, _STRANGE)}


def _has_name(row: Row) -> bool:
    return "born" in row.cells and bool(row.cells.keys() & _NAMES)


def _has_kin(row: Row) -> bool:
    return "kin" in row.cells


def _complete(row: Row) -> bool:
    return "kin" in row.cells and bool(row.cells.keys() & _NAMES)


def _ends(line: Line) -> bool:
    return len(line.segments) == 1 and (len(line.text) > 60 or _FOOT.match(plain(line.text)) is not None)


def _of_row(document: Document, row: Row) -> Told:
    cells = {role: _cut(part) for role in _COLUMNS if role and (part := row.cell(document, role))}
    parts = [cells.pop(role) for role in ("given", "name", "family") if role in cells]
    if parts:
        cells["name"] = Cut(" ".join(part.text for part in parts), parts[0].evidence)
    cells["wedded"] = cells.pop("kin")
    return cells


def _cut(part: Passage) -> Cut:
    return Cut(part.text.strip(), part.cite())


# --- labels -----------------------------------------------------------------------------------------------


def listed(document: Document) -> Iterator[Told]:
    """Give what labels tell; a label that comes again begins what is told of the next person, or the next event."""
    current: Told = {}
    for role, cut in _labelled(document):
        if role in current or (role in _BEGINNING and not _EVENTS.isdisjoint(current)):
            yield current
            current = {}
        current[role] = cut
    yield current


def _labelled(document: Document) -> Iterator[tuple[str, Cut]]:
    if "[" in document.text:
        yield from _in_brackets(document)
        return
    for line in document.lines:
        for label, value in _pairs(document, line):
            if role := _role(label):
                yield role, value


def _role(label: str) -> str | None:
    low = plain(label)
    return next((role for role, pattern in _ROLES if pattern.fullmatch(low)), None)


def _in_brackets(document: Document) -> Iterator[tuple[str, Cut]]:
    whole = passage(document, tuple(_right_of_headings(document.lines)))
    for match in _BRACKET.finditer(whole.text):
        role = _role(match["label"])
        if role and match["value"].strip():
            yield role, Cut(match["value"].strip(), whole.cite(*match.span("value")))


def _right_of_headings(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the lines without what stands left of their first label in brackets."""
    edge: float | None = None
    for line in lines:
        first = next((n for n, segment in enumerate(line.segments) if "[" in segment.text), None)
        if first is not None:
            box = line.segments[first].box
            edge = box.x0 if box else None
            yield replace(line, segments=line.segments[first:])
        elif edge is not None and line.box is not None and line.box.x0 > edge - _MARGIN:
            yield line
        else:
            edge = None


def _pairs(document: Document, line: Line) -> Iterator[tuple[str, Cut]]:
    """Give the labels of a line with their values: before a colon, or in the cell before."""
    segments = [*line.segments]
    while segments:
        segment = segments.pop(0)
        alone = passage(document, [replace(line, segments=(segment,))])
        if found := _COLON.fullmatch(alone.text):
            yield found["label"], Cut(found["value"], alone.cite(*found.span("value")))
        elif segments and _role(segment.text) and not _role(segments[0].text):
            value = passage(document, [replace(line, segments=(segments.pop(0),))])
            yield segment.text, _cut(value)
