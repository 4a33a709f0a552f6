"""The dated entries of a case file's notes: what was noted when, without the columns of time and author."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.refusals.text import without_running
from consistency.extractors.wording.prose import Passage, passage, plain, sentences
from consistency.model import Document, Evidence, Line, Segment
from consistency.normalizer import dates
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression

_DAY = r"\d{4}[/-]\d{2}[/-]\d{2}|\d{1,2}[- ][A-Za-z]{3,9}\.?[- ,]{1,2}\d{4}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}"
_STAMP = expression(
    rf"^\W*(?:[A-Z]{{2}}\d{{4,6}}\W{{1,4}})?(?:(?:created|updated|date|entry|le|on|by|saisie?)\W{{1,3}}(?:on "
    rf"|le )?)?(?P<day>{_DAY})\]?(?:[ T,|-]*(?:at "
    rf"|a )?\d{{1,2}}[:h]\d{{2}}(?::\d{{2}})?(?: ?[AP]M)?)?\]?(?=\W|$)",
    re.IGNORECASE,
)
_MARGIN = expression(
    r"\s*(?:\[?\d{4}[/-]\d{2}[/-]\d{2}\]?|\d{1,2}[:h]\d{2}(?::\d{2})?(?: ?[AP]M)?\]?|\[?[A-Z]{2}\d{4,6}\]?:?"
    r"|(?:atia |aipa "
    r"|aia )?s\.? ?\d{2}(?:\(\d\))+(?:\([a-z]\))?(?:[ ,;/-]*s?\.? ?\d{2}(?:\(\d\))+(?:\([a-z]\))?)*"
    r"|(?:pa|privacy act|lprp) s\.? ?(?:21|22|26)\b|[█■]+"
    r"|created(?: by| on)?|by|text|user(?: id)?|author|entered by|office|cree(?:e)? (?:par|le)|auteur|texte|par)\s*",
    re.IGNORECASE,
)
_HEADING = expression(
    r"^(?:(?:case |officer'?s? |electronic |application |assessment |eligibility )?notes(?: view"
    r"| \(.{2,20}\))?|notes? (?:de l'agent|au dossier|du dossier|de cas|sur le dossier)"
    r"|case notes view|(?:user )?remarks|remarques|notes? d'evaluation)\s*:?$"
)
_TEXT = expression(r"(?:case |officer )?(?:notes?|text|texte|comments?|remarks?|remarques)")
_COLUMN = expression(
    r"(?:(?:created|entered|updated|cree|saisi|inscrit)e?(?: (?:by|on|par|le))?|date(?: (?:and|/) time)?|type|category"
    r"|by|par|who|qui|date (?:of (?:the )?(?:note|entry)|de (?:la note|l'entree|saisie|creation))|time|heure|n[o°]|no\."
    r"|user(?: id)?"
    rf"|author|officer|office|auteur|agent|{_TEXT.pattern})"
)
_INDENT = 40.0
"""Points to the right of the first stamps, from which a line begins with no stamp."""
_COLUMNS = 3
"""The columns of a table of notes, in whatever order, of which so many at the least are headed."""
_BANNER = expression(
    r"access to information|acces a l'information|privacy act"
    r"|protection des renseignements personnels|^\W*(?:page )?\d+ ?(?:of|de|/) ?\d+\W*$"
    r"|^\W*(?:protected|protege) [ab]\W*$|^(?:printed|imprime)\b"
)
_DECIDES = expression(
    r"\brefus(?:ed|e|ee|al|ing)?\b|\breject(?:ed|ing)\b|\brejet(?:ee?|te)?\b|\bapproved?\b|\bapprouvee?\b|\bwithdrawn\b"
)


class Entry(Struct, frozen=True):
    """An entry: its sentences, and when it was made."""

    told: tuple[Passage, ...]
    day: PartialDate | None = None
    stamp: Evidence | None = None

    @property
    def decides(self) -> bool:
        """True where it says how the application was decided."""
        return any(_DECIDES.search(one.plain) for one in self.told)


def entries(document: Document) -> tuple[Entry, ...]:
    """Give the entries of the notes in the order of the paper; where no heading begins them, the long lines."""
    lines = without_running(document.lines)
    start = next((n for n, line in enumerate(lines) if _heads(line)), None)
    listed = lines[start + 1 :] if start is not None else tuple(_noted(lines))
    return tuple(_grouped(document, listed))


def _heads(line: Line) -> bool:
    """Tell whether a line is the heading of the notes, or that of the columns of a table of them."""
    if _HEADING.match(plain(line.text).strip()):
        return True
    cells = [plain(segment.text).strip(" :.") for segment in line.segments]
    columns = [cell for cell in cells if _COLUMN.fullmatch(cell)]
    return len(columns) >= _COLUMNS and len(columns) == len(cells) and any(map(_TEXT.fullmatch, columns))


def _noted(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the long lines, those with a stamp, and the short one with which a long one that runs over ends."""
    last: Line | None = None
    for line in lines:
        runs_on = last is not None and len(last.text) > _FULL and line.text[:1].isalnum()
        if len(line.text) > _LONG or _STAMP.match(line.text) is not None or runs_on:
            yield line
        last = line


_LONG, _FULL = 45, 70
"""Signs of a line that is no heading; and of one that is full, and may run over to the next."""


def _grouped(document: Document, lines: Sequence[Line]) -> Iterator[Entry]:
    group: list[Line] = []
    day: tuple[PartialDate, Evidence] | None = None
    left = min((line.box.x0 for line in lines if line.box and _STAMP.match(line.text)), default=0.0)
    for line in lines:
        within = line.box is not None and line.box.x0 > left + _INDENT  # a day in the words of an entry
        stamp = None if within else _stamp_of(document, line)
        if stamp and (group or day):
            yield _entry(document, group, day)
            group = []
        day = stamp or day
        kept = _without_margin(line)
        if kept is not None and not _HEADING.match(plain(kept.text).strip()):
            group.append(kept)
    if group:
        yield _entry(document, group, day)


def _entry(document: Document, lines: list[Line], day: tuple[PartialDate, Evidence] | None) -> Entry:
    told = sentences(passage(document, lines)) if lines else ()
    return Entry(tuple(told), day[0] if day else None, day[1] if day else None)


def _stamp_of(document: Document, line: Line) -> tuple[PartialDate, Evidence] | None:
    """Give the day with which a line opens an entry."""
    whole = passage(document, [line])
    match = _STAMP.match(whole.text)
    rest = whole.text[match.end() :] if match else ""
    if match is None or (re.match(r"\s*[a-z]", rest) and not re.match(r"\s*(?:by|par)\b", rest)):
        return None
    day = dates.parse(match["day"])
    return (day, whole.cite(*match.span("day"))) if day and day.precision == "day" else None


def _without_margin(line: Line) -> Line | None:
    """Take off the stamp, the author and the marks of what was withheld."""
    if _BANNER.search(plain(line.text)):
        return None
    kept = [
        cut
        for s in line.segments
        if s.text.strip() and not _is_margin(s) and (cut := _unstamped(s)).text.strip()
    ]
    return Line(tuple(kept), line.page, line.part, line.bold, line.size) if kept else None


def _is_margin(segment: Segment) -> bool:
    return re.fullmatch(rf"(?:{_MARGIN.pattern})+", segment.text, re.IGNORECASE) is not None


def _unstamped(segment: Segment) -> Segment:
    """Cut a stamp and author off the front of a text that goes on in the same cell."""
    stamp = _STAMP.match(segment.text)
    if stamp is None:
        return segment
    rest = segment.text[stamp.end() :]
    author = re.match(
        r"[\s,;:|\]\[(-]*(?:(?:by|par)\s+)?(?:[A-Z]{2}\d{4,6}|[A-Z]{2,3}\b(?=\s*[:|-]))?[\s,;:|\])-]*", rest
    )
    return replace(segment, text=rest[author.end() if author else 0 :])
