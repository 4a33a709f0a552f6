"""Jobs and studies told as a table with a row of column titles."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.careers.entries import Entry
from consistency.extractors.careers.fields import Atom
from consistency.extractors.careers.joining import completes
from consistency.extractors.careers.labels import Cells, labelled
from consistency.extractors.careers.places import Where, commas, peel_place, peel_town
from consistency.extractors.careers.rows import UPDATED, Found, period_in
from consistency.extractors.pages.bullets import is_bullet
from consistency.extractors.pages.columns import words_of
from consistency.extractors.pages.layout import Block, merged
from consistency.extractors.pages.sides import is_date_alone
from consistency.extractors.wording import career_words as words
from consistency.model import Line, Segment, Word, around
from consistency.normalizer.dates import Period, is_present, parse, parse_period
from consistency.normalizer.expressions import expression
from consistency.normalizer.places import country, split_place
from consistency.normalizer.text import fold

_EDGE = 3.0
"""Points by which two lines of one cell may begin apart."""
_PADDING = 12.0
"""Points between the end of a cell's words and the words of the next cell."""
_BOARD = expression(r",\s*[^\W\d][^,\d]{1,30} (?:Board|Council)$")
"""The board that examined, behind the name of a school."""
_SPACE = 2.0
"""Points between two words at the least."""
_OF_STUDY = expression(
    r"\b(?:academi\w+|schools?|institut\w*|universit\w+|colleges?|degrees?|education\w*|qualifications?|diplom\w+"
    r"|etudes?|ecoles?|formations?|programmes?)\b"
)
_OF_WORK = expression(
    r"\b(?:compan(?:y|ies)|employers?|organi[sz]ations?|workplace|firms?|enterprises?|positions?|designation|jobs?"
    r"|employeurs?|entreprises?|societes?|postes?|fonctions?|work\w*|occupations?)\b"
)
"""Words (folded) in the titles of the columns of a table about work, or about studies."""
_OF_AN_EMPLOYER = expression(r"\b(?:employers?|employeurs?|compan(?:y|ies)|entreprises?)\b")
"""What a table of a whole history has, beside the schools: "Employer or school"."""


_TOLD_BY_HEADING = frozenset({"experience", "education", "military", "volunteering", "projects"})
"""Sections whose headings say what their tables are about."""


class _Column(Struct, frozen=True):
    name: str
    x0: float
    cell: str | None
    """The number of the cell, in a DOCX."""


def table_entries(block: Block) -> list[Entry] | None:
    """Read a block as a table of entries with a row of column titles; None where it is not one."""
    for index, line in enumerate(block.lines):
        lines = block.lines[index + 1 :]
        columns = _columns(line)
        two = _over_two_lines(line, lines[0]) if lines else None
        over_two = _columns(two) if two is not None else None
        if over_two is not None and (columns is None or _named(over_two) >= _named(columns)):
            lines, columns = lines[1:], over_two
        if columns is not None:
            return _entries(_rows(lines, columns), columns)
    return None


def labelled_entries(block: Block) -> list[Entry] | None:
    """Read a block as labels and values; None where it is told otherwise."""
    told = labelled(block)
    return None if told is None else _entries(told, ())


def by_columns(blocks: Sequence[Block]) -> Iterator[Block]:
    """Part blocks without a heading of their own where the titles of columns say what a table is about."""
    for block in blocks:
        if block.section in _TOLD_BY_HEADING:
            yield block
            continue
        start, section, heading = 0, block.section, block.heading
        for number, line in enumerate(block.lines):
            opened = about(line)
            if opened is None:
                continue
            if number > start or section != block.section:
                yield replace(block, lines=block.lines[start:number], section=section, heading=heading)
            start, section, heading = number, opened, None
        yield replace(block, lines=block.lines[start:], section=section, heading=heading)


def about(line: Line) -> str | None:
    """Name the section that a line of column titles opens: "Period | Company | Position"."""
    if _columns(line) is None:
        return None
    text = fold(line.text)
    study, work = _OF_STUDY.search(text), _OF_WORK.search(text)
    if study and not _OF_AN_EMPLOYER.search(text):
        return "education"
    return "experience" if work or study else "certificates"


def _entries(rows: Sequence[Cells], columns: Sequence[_Column]) -> list[Entry]:
    edge = next((right.x0 for left, right in pairwise(columns) if left.name == "first"), 0.0)
    rows = _filled(rows)
    return [entry for row in rows if (entry := _entry(row, edge)) is not None]


def _filled(rows: Sequence[Cells]) -> list[Cells]:
    """Give rows of one employer its name where only the first of them has it: those below are empty, or say "do"."""
    told: list[Cells] = []
    for row in rows:
        above = told[-1] if told else {}
        if above.get("second") and ("when" in row or "from" in row) and _is_of_one_above(row):
            where = {"where": above["where"]} if _lacks_place(row, above) else {}
            row = {**row, "second": above["second"], **where}
        told.append(row)
    return told


def _is_of_one_above(row: Cells) -> bool:
    """Tell whether a row is of the employer above it: it says so, or has a post and none; no work needs none."""
    said, post = _text(row.get("second", [])), _text(row.get("first", []))
    if said:
        return words.AS_ABOVE.fullmatch(said) is not None
    return words.title_weight(post) >= 1 and not _WITHOUT_EMPLOYER.search(fold(post))


def _lacks_place(row: Cells, above: Cells) -> bool:
    return "where" in above and not _text(row.get("where", []))


_WITHOUT_EMPLOYER = expression(
    r"\b(?:unemploy\w*|not (?:employed|working)|jobless|job ?seek\w*|search\w*|seeking|looking|students?"
    r"|stud(?:y|ies|ying)"
    r"|home\w*|house\w*|leave|travel\w*|break|self|own|freelance\w*|owner|sans|chom\w*|etudiante?s?|etudes"
    r"|recherche|foyer"
    r"|independante?|compte|retired|retraitee?|volunteer\w*|benevole|farm\w*)\b"
)
"""Words (folded) of what is done without an employer, or on one's own account."""


def _columns(line: Line) -> list[_Column] | None:
    """Give the columns that a line of column titles names; None where it is no such line."""
    if len(line.segments) < 2:
        return None
    names = [_name(segment.text) or "" for segment in line.segments]
    if names.count("from") > 1:  # beside the day from which it was held, an appointment is a post
        names = [
            "first" if fold(segment.text) == "appointment" else name
            for name, segment in zip(names, line.segments, strict=True)
        ]
    found = [
        _Column(names[index], segment.box.x0 if segment.box else float(index), _cell(segment))
        for index, segment in enumerate(line.segments)
    ]
    names = [name for name in names if name]
    dated = "when" in names or "from" in names
    known = len(names) >= len(found) - 1 or (len(names) > 2 and len(names) * 2 >= len(found))
    return found if known and dated and {"first", "second"} & {*names} else None


def _named(columns: Sequence[_Column]) -> int:
    return sum(1 for column in columns if column.name)


def _over_two_lines(line: Line, below: Line) -> Line | None:
    """Give two lines as one row of titles, each with what stands below it: "Year of" and "passing"."""
    if (
        line.box is None
        or below.box is None
        or len(below.segments) > len(line.segments)
        or _is_apart(line, below)
    ):
        return None
    parts = list(line.segments)
    for segment in below.segments:
        at = next((i for i, part in enumerate(line.segments) if _same_edge(part, segment)), None)
        if at is None or re.search(r"\d", segment.text):
            return None
        parts[at] = replace(parts[at], text=f"{parts[at].text} {segment.text}")
    return replace(line, segments=tuple(parts))


def _is_apart(above: Line, below: Line) -> bool:
    if above.box is None or below.box is None or above.page != below.page:
        return True
    return below.box.y0 - above.box.y1 > 0.45 * (above.box.y1 - above.box.y0)


def _same_edge(one: Segment, other: Segment) -> bool:
    return one.box is not None and other.box is not None and abs(one.box.x0 - other.box.x0) <= _EDGE


def heads_columns(cells: Sequence[str]) -> bool:
    """Tell whether the cells of a row are titles of columns and name nothing: "Examination", "University/Board"."""
    titles = sum(1 for cell in cells if _name(cell) is not None)
    return len(cells) > 1 and titles * 2 > len(cells) and not any(re.search(r"\d", cell) for cell in cells)


def _name(text: str) -> str | None:
    if not fold(text):
        return "other" if text.strip() in ("%", "#", "№") else None
    whole = text.replace("'", " ").replace("’", " ")
    for part in (whole, re.split(r"\s*(?:[,&/(]|\band\b|\bet\b)\s*", whole)[0]):
        folded = fold(part)
        for name, pattern in _titles():
            if pattern.fullmatch(folded):
                return name
    return None


@cache
def _titles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, expression("|".join(patterns))) for name, patterns in words.table()["columns"].items()
    )


def _cell(segment: Segment) -> str | None:
    found = re.search(r"cell (\d+)", segment.place or "")
    return found[1] if found else None


def _rows(lines: Sequence[Line], columns: Sequence[_Column]) -> list[Cells]:
    """Put the words below the column titles into the cells of rows; a row ends when the next dates begin."""
    rows: list[Cells] = []
    for number, line in enumerate(lines):
        if UPDATED.search(line.text):
            continue
        cells = _cells(line, columns)
        if number and _is_below(lines[number - 1], line, cells, columns):
            break
        if not cells or (not rows and _name(line.text) is not None):
            continue
        if not rows or _begins(cells, rows[-1], line):
            rows.append({})
        for name, part in cells.items():
            rows[-1].setdefault(name, []).append(part)
    return rows


def _is_below(above: Line, line: Line, cells: dict[str, Line], columns: Sequence[_Column]) -> bool:
    """Tell whether a line without dates stands too far below another to be the rest of its row."""
    if above.box is None or line.box is None or any(is_date_alone(part.text) for part in cells.values()):
        return False
    gap = (line.box.y0 - above.box.y1) / (above.box.y1 - above.box.y0)
    return gap > (0.45 if set(cells) == {columns[0].name} else 0.9)


def _cells(line: Line, columns: Sequence[_Column]) -> dict[str, Line]:
    out: dict[str, list[Segment]] = {}
    for number, segment in enumerate(line.segments):
        for name, part in _placed(segment, number, columns):
            out.setdefault(name, []).append(part)
    return {
        name: Line(tuple(parts), line.page, line.part, line.bold, line.size) for name, parts in out.items()
    }


def _placed(segment: Segment, number: int, columns: Sequence[_Column]) -> list[tuple[str, Segment]]:
    if segment.box is None:
        cell = _cell(segment)
        return [
            (column.name, segment)
            for at, column in enumerate(columns)
            if column.cell == cell and (cell is not None or at == number)  # without cells, tabs part them
        ]
    runs: list[tuple[str, list[Word]]] = []
    for word in words_of(segment):
        left = word.box.x0 + 6
        name = max((c for c in columns if c.x0 <= left), key=lambda c: c.x0, default=columns[0]).name
        if not runs or runs[-1][0] != name:
            runs.append((name, []))
        runs[-1][1].append(word)
    return [(name, _segment(words, segment)) for name, words in runs]


def _segment(words: Sequence[Word], whole: Segment) -> Segment:
    box = around(word.box for word in words)
    return replace(whole, text=" ".join(word.text for word in words), box=box, words=())


def _begins(cells: dict[str, Line], row: Cells, line: Line) -> bool:
    """Tell whether a line begins a new row: its dates are whole, or those of the row above already are."""
    if line.segments[0].box is None:
        return True
    dated = "when" if "when" in cells else "from" if "from" in cells else None
    if dated is None:
        return False
    above, here = _text(row.get(dated, [])), cells[dated].text
    return above != "" and _read(above, dated) and not (dated == "when" and completes(above, here))


def _read(text: str, name: str) -> bool:
    if name == "from":
        return parse(text) is not None or parse_period(f"{text} – present") is not None
    return period_in(text) is not None


def _text(lines: Sequence[Line]) -> str:
    return " ".join(line.text.replace("\n", " ").strip() for line in lines)


def _entry(row: Cells, edge: float) -> Entry | None:
    found = _period(row)
    if found is None:
        return None
    lines = [
        line for name in ("when", "from", "to", "first", "second", "where") for line in row.get(name, [])
    ]
    second, where = _employer(row.get("second"), _where(row.get("where", [])))
    dated = merged(row.get("when") or [*row.get("from", []), *row.get("to", [])])
    first = _title(row.get("first"), edge)
    if first is not None and "second" not in row:
        first, second = _with_house(first)
    return Entry(found, dated, merged(lines), first, second, where)


def _with_house(title: Atom) -> tuple[Atom, Atom | None]:
    """Part the employer from a title that stands in one cell with it: "Cook, Hotel Sol Ltd"."""
    post, *house = commas(title.text)
    if not house or words.title_weight(post) < 1 or words.title_weight(", ".join(house)) > 0:
        return title, None
    return replace(title, text=post), replace(title, text=", ".join(house))


def _title(lines: Sequence[Line] | None, edge: float) -> Atom | None:
    """Give the title: what stands under it in its cell, set off by hand, tells the work.

    Where the cell ends, at the ``edge`` of the next one, a title goes on below.
    """
    if not lines:
        return None
    if lines[0].box is None:
        parts = _parts(lines)
        return Atom(parts[0], merged(tuple(lines))) if parts else _atom(lines)
    count = 1
    while count < len(lines) and (
        _is_full(lines[count - 1], lines[count], edge) or _is_begun(lines[:count], lines[count])
    ):
        count += 1
    return _atom(lines[:count])


def _is_begun(lines: Sequence[Line], below: Line) -> bool:
    """Tell from the words that a title goes on below: "Conducteur de" and "travaux", "Senior Staff" and "Nurse"."""
    begun, whole = _text(lines), _text([*lines, below])
    if is_bullet(below) or len(below.text.split()) > _REST:
        return False
    return _LINK.search(begun) is not None or words.title_weight(begun) < 1 <= words.title_weight(whole)


_REST = 3
"""Words of a title on its second line: more tell what was done."""


_LINK = expression(r"(?i)(?:\b(?:of|and|for|the|de|du|des|et|en|à|aux?)|\bd['’]|[&/-])\s*$")


def _is_full(line: Line, below: Line, edge: float) -> bool:
    """Tell whether the first word of the line below has no room before the edge."""
    if line.box is None or below.box is None or is_bullet(below):
        return False
    first = next((word.box for segment in below.segments for word in words_of(segment)), below.box)
    return line.box.x1 + _SPACE + first.x1 - first.x0 + _PADDING > edge


def _employer(lines: Sequence[Line] | None, where: Where | None) -> tuple[Atom | None, Where | None]:
    """Give the employer and the place: where no column is for the place, it may stand behind the name."""
    atom = _atom(lines)
    if atom is None or where is not None:
        return atom, where
    name, place = _place_below(lines or (), atom) or peel_place(atom.text, atom.line)
    if place is None:
        name, place = peel_town(atom.text, atom.line)
    if name and place is not None:
        return replace(atom, text=_without_street(name)), place
    return replace(atom, text=_BOARD.sub("", atom.text)), None


def _without_street(name: str) -> str:
    """Take the street off a name whose place was taken off: "Acme d.o.o., Mill Street 9"."""
    *kept, last = commas(name)
    return _without_street(", ".join(kept)) if kept and any(map(str.isdigit, last)) else name


def _place_below(lines: Sequence[Line], atom: Atom) -> tuple[str, Where | None] | None:
    """Part the name from the place that stands alone on the last line of its cell: "Hotel Sol / León, Mexico"."""
    parts = _parts(lines) if len(lines) == 1 else [line.text.strip() for line in lines]
    if len(parts) < 2 or "," not in parts[-1]:
        return None
    rest, place = peel_place(parts[-1], atom.line)
    known = not rest and place is not None and place.country is not None
    return (" ".join(parts[:-1]), place) if known else None


def _parts(lines: Sequence[Line]) -> list[str]:
    """Give what stands on lines of its own in the cells of a DOCX."""
    return [part.strip() for line in lines for part in line.text.split("\n") if part.strip()]


def _period(row: Cells) -> Found | None:
    if "when" in row:
        return period_in(_text(row["when"]))
    start, end = _text(row.get("from", [])), _text(row.get("to", []))
    begun = parse(start)
    text = f"{start} {end}".strip()
    if begun is None:
        short = parse_period(f"{start} – {end or 'present'}")  # "04/19" and "03/25"
        return Found(0, len(text), text, short) if short is not None else None
    if not end or is_present(end):
        return Found(0, len(text), text, Period(begun, None, open=bool(end)))
    return Found(0, len(text), text, Period(begun, parse(end)))


def _atom(lines: Sequence[Line] | None) -> Atom | None:
    return Atom(_text(lines), merged(tuple(lines))) if lines else None


def _where(lines: Sequence[Line]) -> Where | None:
    if not lines:
        return None
    text = _text(lines)
    city, code = split_place(text)
    return Where(city, code or country(text), text, merged(tuple(lines)))
