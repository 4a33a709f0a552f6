"""The entries of a labour book: hired, transferred, dismissed, each with its day, below the name of the employer."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.wording.prose import Passage, passage
from consistency.model import Document, Evidence, Job, Line, Segment
from consistency.normalizer import dates
from consistency.normalizer.dates import Order, PartialDate, Period
from consistency.normalizer.expressions import expression

_HIRED = expression(
    r"\b(?:hired|employed|enrolled|accepted|taken on|appointed|recruited|admitted|engaged|embauche\w*|recrute\w*)\b"
)
_MOVED = expression(r"\b(?:transferred|moved|promoted|reassigned|assigned|mute\w*|promu\w*)\b")
_LEFT = expression(
    r"\b(?:dismissed|discharged|resigned|released|terminated|retired|left|licencie\w*|demission\w*)\b"
)
_AS = expression(
    r"\b(?:as (?:an? |the )?|(?:to|in) the (?:position|post|capacity|job) of (?:an? |the )?|en qualite d(?:e |')"
    r"|comme (?:une? )?|en tant que? |(?:au poste|a la fonction|aux fonctions) d(?:e |'))"
    r"(?P<title>[^,;.()]{3,70})"
)
_RENAMED = expression(
    r"\b(?:was |is |has been |were )?(?:renamed|reorgani[sz]ed|transformed|converted|re-?registered)"
    r"(?: and (?:renamed|reorgani[sz]ed|transformed|converted|re-?registered))?(?: in ?to| as| to| by)? "
    r"(?P<name>[^.;]{4,80})"
)
"""What a book says of an employer that got another name while somebody worked there."""
_ASIDE = expression(r"(?i)\s+(?:on|from|since|dated)\s+\d.*$")
"""A day behind a post, with what is said of that day."""
_LONGEST_NAME = 10
"""Words of an employer's name at the most."""
_AT = expression(r"\s(?:at|with|chez|aupr[eè]s de)\s+(?=[\"“«A-ZÀ-Ý])")
"""What leads to the employer behind the post: "Hired as a fitter at Plant No. 5"."""
_ROW = 0.35
"""The part of a line's height by which the rows of a table stand farther apart than the lines of a cell."""
_SAME_COLUMN = 8.0
"""Points by which two lines of one column begin apart."""


_OPENING = '"“«'
_NAME_ENDS = expression(r"\s*[.:;,\"”»]\s*$")
"""What ends the name of an employer before the words by which somebody was hired."""
_OF_THE_BOOK = expression(
    r"(?i)\b(?:record book|work ?book|labou?r book|employment book|livret|carnet|information on (?:the )?work"
    r"|translat\w+|traduc\w+|republic|page)\b"
)
"""What heads the book itself, or its pages."""
_SIGNS = expression(r"\s*[\"“”«»]+\s*")


_Begun = tuple[PartialDate, Evidence, list[Line]]
"""The day of an entry, where it stands, and the lines beside it."""


class _Entry(NamedTuple):
    """What a book says of one day."""

    employer: Passage | None
    date: PartialDate
    day: Evidence
    what: Passage


class _Open(Struct):
    """A job of which no end was read yet."""

    begun: _Entry
    employer: Passage
    title: str | None
    ended: _Entry | None = None
    renamed: str = ""

    def job(self) -> Job:
        """Give the job as the book tells it."""
        begun, ended = self.begun, self.ended
        cells = {"employer": self.employer.cite(), "from": begun.day, "title": begun.what.cite()}
        cells |= {"to": ended.day} if ended is not None else {}
        return Job(
            evidence=begun.what.cite(),
            cells=cells,
            period=Period(begun.date, ended.date if ended else None, open=ended is None),
            employer=", formerly ".join(name for name in (self.renamed, _name(self.employer.text)) if name),
            title=self.title,
        )


def jobs(document: Document, order: Order | None) -> Iterator[Job]:
    """Give the jobs that the entries of a labour book tell."""
    current: _Open | None = None
    for entry in _entries(document, order):
        said = entry.what.plain
        if current is not None and _LEFT.search(said) and not _RENAMED.search(said):
            current.ended = entry
            yield current.job()
            current = None
        elif current is not None and _MOVED.search(said):
            current.title = _title(entry.what) or current.title
        elif _HIRED.search(said):
            if current is not None:
                yield current.job()
            employer = _inside(entry.what) or entry.employer
            current = _Open(entry, employer, _title(entry.what)) if employer is not None else None
        if current is not None:
            current.renamed = _renamed(entry.what) or current.renamed
    if current is not None:
        yield current.job()


def _inside(what: Passage) -> Passage | None:
    """Give the employer with which an entry begins that tells a hiring: `JSC "Kran". Hired as a fitter`."""
    hired = _HIRED.search(what.plain)
    name = what.text[: hired.start()] if hired else ""
    ended = _NAME_ENDS.search(name)
    few = 0 < len(name.split()) <= _LONGEST_NAME
    if ended is not None and few and _begins_name(name):
        return what.part(0, ended.start())
    return _behind_post(what, hired.end()) if hired else None


def _behind_post(what: Passage, start: int) -> Passage | None:
    """Give the employer that an entry names last, behind the post."""
    lead = _AT.search(what.text, start)
    named = what.text[lead.end() :] if lead else ""
    return what.part(lead.end(), len(what.text)) if lead and len(named.split()) <= _LONGEST_NAME else None


def _entries(document: Document, order: Order | None) -> Iterator[_Entry]:
    """Give the entries: a day alone in its cell, and the text beside it with the lines that go on below it."""
    employer: list[Line] = []
    open_: _Begun | None = None
    above: Line | None = None
    for line in document.lines:
        dated = _dated(document, line, order)
        named = dated is None and _is_apart(above, line) and _may_name(line)
        if (dated is not None or named) and open_ is not None:
            yield _entry(document, employer, open_)
        if dated is not None:
            open_ = dated
        elif named:
            employer, open_ = [line], None
        elif open_ is not None:
            open_[2].extend(_rest(line, open_[2][0]))
        elif employer and not _is_apart(above, line):
            employer.extend(_rest(line, employer[0]))
        above = line
    if open_ is not None:
        yield _entry(document, employer, open_)


def _entry(document: Document, employer: list[Line], begun: _Begun) -> _Entry:
    named = passage(document, employer) if employer else None
    return _Entry(named, begun[0], begun[1], passage(document, begun[2]))


def _is_apart(above: Line | None, line: Line) -> bool:
    """Tell whether a line begins a row of its own: it stands farther from the line above than lines of one cell do."""
    if above is None or above.box is None or line.box is None or above.page != line.page:
        return True
    return line.box.y0 - above.box.y1 > _ROW * (line.box.y1 - line.box.y0)


def _begins_name(text: str) -> bool:
    return text[:1].isupper() or text[:1] in _OPENING


def _may_name(line: Line) -> bool:
    """Tell whether a line may be the name of an employer, or its beginning: one cell in capitals or in quotes."""
    name = line.text.strip()
    one = len(line.segments) == 1 and len(name.split()) <= _LONGEST_NAME
    told = bool(dates.find_dates(name)) or ":" in name or _OF_THE_BOOK.search(name) is not None
    return one and _begins_name(name) and not told


def _dated(document: Document, line: Line, order: Order | None) -> _Begun | None:
    for place, segment in enumerate(line.segments[:-1]):
        date = dates.parse(segment.text.strip(), order=order) if len(segment.text) <= 20 else None
        if date is not None and date.precision == "day":
            return date, passage(document, [_of(line, segment)]).cite(), [_of(line, line.segments[place + 1])]
    return None


def _rest(line: Line, first: Line) -> Iterator[Line]:
    """Give what a line holds below the first one of a cell."""
    box = first.segments[0].box
    for segment in line.segments if box is not None else ():
        if segment.box is not None and box is not None and abs(segment.box.x0 - box.x0) <= _SAME_COLUMN:
            yield _of(line, segment)


def _of(line: Line, segment: Segment) -> Line:
    return replace(line, segments=(segment,))


def _title(what: Passage) -> str | None:
    found = _AS.search(what.plain)
    told = what.text[found.start("title") : found.end("title")] if found else ""
    return _ASIDE.sub("", _AT.split(told)[0]).strip() or None


def _renamed(what: Passage) -> str:
    """Give the name that an employer got, where an entry tells it."""
    found = _RENAMED.search(what.plain)
    return _name(what.text[found.start("name") : found.end("name")]) if found else ""


def _name(text: str) -> str:
    return _SIGNS.sub(" ", text).replace(" ,", ",").strip(" .,:;")
