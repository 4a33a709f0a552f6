"""What letters have in common: the day, the addressee, the salutation and the signature."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.wording.languages import language
from consistency.extractors.wording.name_words import is_capital
from consistency.extractors.wording.prose import Passage, Piece, paragraphs, passage, plain, trimmed
from consistency.model import Box, Document, Evidence, Line
from consistency.normalizer import calendars, dates, places
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.honorifics import HONORIFICS

_SALUTATION = expression(
    r"^(?:dear|hello|greetings|to whom it may concern|respected|good (?:day|morning|afternoon)"
    r"|madame|monsieur|mesdames|messieurs|bonjour|cher|chere|a qui de droit|sir|madam)\b"
)
_SALUTATION_WORDS = expression(r"^(?:dear|hello|greetings|respected|bonjour|chere?s?)\s*,?\s*")
_CLOSING = expression(
    r"^(?:yours?\b|sincerely|respectfully|faithfully|truly|(?:kind |best |warm )?regards|with (?:kind"
    r"|best|warm)|thank(?:s| you)\b.{0,40}$"
    r"|cordially|veuillez|je vous prie|nous vous prions|cordialement|salutations|bien a vous|respectueusement"
    r"|dans l'attente|en vous remerciant|sign(?:ed|ature|e)\b)"
)
_ENCLOSURES = expression(
    r"^(?:enclosures?|encl|attachments?|attached|list of (?:documents|enclosures)|pieces jointes?"
    r"|p\.?\s?j|annexes?|documents joints"
    r"|supporting documents|exhibits?)\b"
)
_NOT_A_NAME = expression(
    r"\b(?:officer|office|embassy|consulate|commission|canada|immigration|refugees?|citizenship|visa"
    r"|sir|madam|department|government"
    r"|applicant|street|road|avenue|letter|application|permit|signed|signature|enclosures?|agent"
    r"|section|manager|whom|concern"
    r"|dear|regards|sincerely|ircc|subject|re|reference|objet|from|lettre|demande|permis|gouvernement"
    r"|monsieur|madame|requerant|signe"
    r"|passport|decision|ministry|ministere|division|ambassade|affairs|security|p\.?o|plan|declaration|statement"
    r"|explanation|purpose|request|response|reply|study)\b"
    r"|^(?:date|page|notes?|unit|bureau|client|team|home|border)\b"
)
_PARTICLES = {
    "de",
    "da",
    "do",
    "dos",
    "das",
    "del",
    "della",
    "di",
    "du",
    "la",
    "le",
    "van",
    "von",
    "der",
    "den",
    "bin",
    "binti",
    "al",
    "el",
    "y",
    "e",
    "ul",
    "ibn",
    "ben",
    "bint",
    "af",
    "av",
    "ten",
    "ter",
}
_DATE_WORDS = expression(
    r"^(?:date|dated|prepared on|written on|issued|date of (?:letter|decision|issue|(?:the )?document)"
    r"|(?:letter|document) date"
    r"|(?:(?:this )?(?:document|statement|report) )?(?:was )?(?:created|generated|printed|compiled"
    r"|extracted)(?: on| at)?"
    r"|fait (?:a\b.{0,40}?)?|signed (?:on|at\b.{0,40}?)"
    r"|redige|date de (?:la )?(?:lettre|decision)|decision date|le)\b[\s:,.]*(?:on |le )?"
)
_DATE_WITHIN = expression(
    r"(?:[.;|/]|\s{2}|\d\s)\s*date(?:d|(?: of (?:the )?| de (?:la )?| d')(?:decision|issue|refusal|letter|notice|refus"
    r"|lettre|delivrance))?\s*:\s*$"
)
"""The label of a date behind other labels of one line: "From: Ida Sample. Date:"."""
_PLACED = expression(r"[.;]\s+[^\W\d][^\d.;:,]{2,28},\s*(?:on )?(?:the )?$")
"""The place of a date that ends a line, behind a sentence: "Register 4, folio 12. Lima, 3 May 2019"."""
BORN = (
    r"\b(?:birth|born|dob|naissance|nacid[oa]|nascid[oa]|nacimiento|nascimento|lahir)\b"
    r"|\bnee?(?:\(e\))? (?:le|en|on|a)\b"
)
"""What leads to the day of a birth, in a text without accents."""
_LABEL = expression(r"(?:date|dated|date of letter|le|date de la lettre|date of decision)\s*[:.]?")
_OTHER_DAY = expression(rf"{BORN}|\bexpir\w*")
_OPEN = expression(r"(?:\b[xjmd]{2}|[_.…]{2,})\s?[/.-]\s?(?:19|20)\d\d$")
"""Signs that hold the place of a day and a month before a year: "XX/XX/2026"."""
_NUMBERED = expression(
    r"^\W*(?:(?:our |your )?ref(?:erence)?|(?:certificate|letter|file|protocol|registration|serial"
    r"|document) (?:no|nr|number|n°)|no|nr|n°)[\s.:#]*(?=\S*\d)[\w/.-]+(?=\s)"
)
"""The number of a paper before its day: "Certificate No. 5550/26   01.06.2026"."""
_OTHER_COLUMN = expression(
    rf"{_OTHER_DAY.pattern}|^(?:period|periode|months?|mois|when|quand|calend\w*|timeline|from|start|duration|duree|du)\b"
)
"""What heads a column of days that are no paper's: of a timetable of plans, too."""
_OTHERS = expression(
    r"\b(?:publication|proclamation|results?|resultats?) *:"
    r"|\b(?:your|votre|received|law|act|decree|loi|decret|ordonnance|ordinance)\b"
    r"|\b(?:passport|passeport|card|carte|licen[cs]e|permit|permis|visa)\b.{0,30}\b(?:issued|delivre\w*|emise?|dated|valid\w*)"
)
"""What leads to the day of something else than the paper: of a letter before, a law, another paper."""
_HEAD = 25
_TOP = 4
_PARTED = expression(r"(?:\s[-–—|·]|[,;])\s*$")
_GOES_ON = expression(r"(?:\b[a-zà-ÿ]+|,)\s*$")
_LONG = 100
"""A paragraph longer than so many signs is running text."""
_WHOLE = 2
"""Words of a whole name at the least."""


class Cut(Struct, frozen=True):
    """A value cut out of a paper, as it stands there, and its place."""

    text: str
    evidence: Evidence


class Dated(Struct, frozen=True):
    """A date and its place."""

    date: PartialDate
    evidence: Evidence


def without_honorific(name: str) -> str:
    """Give a name without Mr, Dr, Madame and the like before it."""
    match = HONORIFICS.match(plain(name))
    return name[match.end() :].strip() if match else name.strip()


def without_place(text: str) -> str:
    """Cut off the home that stands behind a whole name: "Layla Haddad, Irbid"; "VEGA DIAZ, Victoria" stays."""
    name, comma, behind = text.partition(", ")
    if not comma or len(name.split()) < _WHOLE or name.isupper() > behind.isupper():
        return text
    pieces = [piece.strip() for piece in behind.split(",")]
    return name if any(places.country(p) or places.country_of_city(p) for p in pieces) else text


def is_name(text: str) -> bool:
    """Tell whether a text can be a person's name: capitalised words, and none of those of an office."""
    words = text.replace(",", " ").split()
    if not 1 <= len(words) <= 7 or len(text) > 60 or _NOT_A_NAME.search(plain(text)):
        return False
    if not all(
        re.fullmatch(r"[^\W\d_][\w'’.ʼ`-]*", word) and not any(c.isdigit() for c in word) for word in words
    ):
        return False
    named = [word for word in words if plain(word) not in _PARTICLES]
    return bool(named) and all(is_capital(word) for word in named)


def cells(document: Document, lines: Sequence[Line] | None = None) -> Iterator[Passage]:
    """Give each segment as a passage of its own."""
    for line in document.lines if lines is None else lines:
        for segment in line.segments:
            text = unicodedata.normalize("NFC", segment.text)
            yield Passage(document, text, (Piece(0, line, replace(segment, text=text)),))


def salutation_at(document: Document) -> int | None:
    """Give the number of the line with the salutation."""
    for number, line in enumerate(document.lines[:60]):
        text = plain(line.text).strip()
        if _SALUTATION.match(text) and len(text) < 80 and (text[-1] in ",:;." or len(text.split()) <= 6):
            return number
    return None


def closing_at(document: Document) -> int | None:
    """Give the number of the line that begins the closing: the last one before any enclosures or notes."""
    start = (salutation_at(document) or 0) + 1
    found = [
        number
        for number, line in enumerate(document.lines[start:], start)
        if _CLOSING.match(plain(line.text).strip()) and len(line.text) < 160
    ]
    short = [number for number in found if len(document.lines[number].text.split()) <= 6]
    return next(iter(short or found), None)


def addressed_to(document: Document) -> Cut | None:
    """Give the person whom the salutation names: "Dear Ms. Lan Hoàng:" is Lan Hoàng; "Dear Officer" is nobody."""
    number = salutation_at(document)
    if number is None:
        return None
    whole = passage(document, [document.lines[number]])
    low = whole.plain
    greeting = _SALUTATION_WORDS.match(low)
    start = greeting.end() if greeting else 0
    honorific = HONORIFICS.match(low[start:])
    start += honorific.end() if honorific else 0
    start, end = trimmed(whole.text, start, len(whole.text), ",:;.")
    name = whole.text[start:end]
    return _fuller(document, name, number) or Cut(name, whole.cite(start, end)) if is_name(name) else None


def _fuller(document: Document, part: str, until: int) -> Cut | None:
    """Give the name of the addressee above the salutation, where that has only a part of it."""
    told = set(plain(part).split())
    for cell in cells(document, document.lines[:until]):
        name = without_place(without_honorific(cell.text.strip(" ,")))
        if is_name(name) and told < set(plain(name).split()):
            start = cell.text.find(name)
            return Cut(name, cell.cite(start, start + len(name)))
    return None


_OFFICE = 6
"""So many lines of the head may name the office that wrote a paper."""
_SHAPE = expression(
    r"\b(?:(?P<day>(?:DD|JJ) ?[/.-] ?MM)|MM ?[/.-] ?(?:DD|JJ)) ?[/.-] ?(?:YY|AA)", re.IGNORECASE
)
"""What a paper says of the shape in which it writes dates."""
_AMERICAN = expression(
    r"\b(?:u\.?s\.?|united states) (?:customs|department|citizenship|embassy|consulate|immigration)|\bi-?94\b"
)
"""Offices, and a form of theirs, that write the month first."""
_ADDRESSED = expression(r"(?:to|attn|attention|dear|a|au|aux|the (?:visa|consular) (?:officer|section))\b")
"""Whom a letter is for does not write it."""


def order_of(document: Document) -> dates.Order | None:
    """Say in which order a document writes day and month; None where its dates do not tell, or tell both."""
    return document.once(_settled)


def _settled(document: Document) -> dates.Order | None:
    text = document.text
    settled = dates.settled_order([text])
    if settled is not None:
        return settled
    if shape := _SHAPE.search(text):
        return "dmy" if shape["day"] else "mdy"
    head = [plain(line.text).strip() for line in document.lines[:_OFFICE]]
    return "mdy" if any(_AMERICAN.search(line) and not _ADDRESSED.match(line) for line in head) else None


def letter_date(document: Document, order: dates.Order | None = None) -> Dated | None:
    """Give the day of a letter: in its head, else below its closing."""
    salutation = salutation_at(document)
    head = document.lines[: _HEAD if salutation is None else salutation + 1]
    foot = document.lines[closing_at(document) or len(document.lines) :]
    candidates = [*_dated(document, head, order), *_dated(document, foot, order)]
    candidates += _behind_title(document, order)
    days = [found for found in candidates if found.date.precision == "day"]
    return next(iter(days or candidates), None)


def _behind_title(document: Document, order: dates.Order | None) -> Iterator[Dated]:
    """Give the day that ends a line at the top: "Ida Sample – statement of purpose – 2 April 2026"."""
    for cell in cells(document, document.lines[:_TOP]):
        for found in dates.find_dates(cell.text, order=order):
            behind = _PARTED.search(cell.text[: found.start])
            last = found.date.precision == "day" and not cell.text[found.end :].strip(" .")
            if behind and last and _is_its_own(cell.plain, ""):
                yield Dated(found.date, cell.cite(found.start, found.end))


def _wrapped(document: Document) -> frozenset[int]:
    """Give the lines, by their identity, that begin with the end of a sentence above: "refused" / "05/12/2025."."""
    long = (one for one in paragraphs(document) if len(one.text) > _LONG and not one.row)
    pairs = (pair for one in long for pair in pairwise(piece.line for piece in one.pieces))
    return frozenset(
        id(line) for above, line in pairs if _GOES_ON.search(above.text) and line.text[:1].isdigit()
    )


def _dated(document: Document, lines: Sequence[Line], order: dates.Order | None) -> Iterator[Dated]:
    """Give the dates that stand for themselves: after a label, alone, or after the name of a town."""
    labelled, before = False, ""
    inner = document.once(_wrapped)
    for number, line in enumerate(lines):
        if id(line) in inner:
            continue
        for place, cell in enumerate(cells(document, (line,))):
            low = cell.plain
            label = _DATE_WORDS.match(low.strip())
            for found in dates.find_dates(cell.text, order=order):
                ahead = calendars.ahead_of(low[: found.start])
                rest = _NUMBERED.sub("", ahead + " " + low[found.end :]).strip()
                alone = re.fullmatch(r"[^\d:;]{0,40}", rest) and len(rest.split()) <= 5
                named = _DATE_WITHIN.search(ahead) or _is_placed(low, found)
                stands = (
                    bool(labelled or label or alone or named) and len(rest) < 60 and _is_its_own(rest, before)
                )
                if (
                    stands
                    and not _OPEN.search(low[: found.end])
                    and not _OTHER_COLUMN.search(_heading(lines[:number], line, place))
                ):
                    yield Dated(found.date, cell.cite(found.start, found.end))
            labelled, before = _LABEL.fullmatch(low.strip()) is not None, low
        before = ""


def _is_placed(low: str, found: dates.Found) -> bool:
    """Tell whether a day and its place end a line behind a sentence."""
    return not low[found.end :].strip(" .") and _PLACED.search(low[: found.start]) is not None


def _heading(above: Sequence[Line], line: Line, place: int) -> str:
    """Give the heading of the column of a table in which a cell stands; "" where there is none."""
    if len(line.segments) < 2:
        return ""
    for other in takewhile(lambda row: len(row.segments) > 1, reversed(above)):
        for number, segment in enumerate(other.segments):
            own = line.segments[place].box
            over = number == place if own is None or segment.box is None else _overlaps(own, segment.box)
            if over and not any(sign.isdigit() for sign in segment.text):
                return plain(segment.text)
    return ""


def _overlaps(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1


def _is_its_own(rest: str, before: str) -> bool:
    """Tell whether a day is the paper's by what stands around it, and by the label in the cell before."""
    label = before if not any(sign.isdigit() for sign in before) else ""
    return not (_OTHER_DAY.search(rest) or _OTHERS.search(rest) or _OTHER_DAY.search(label))


def signatory(document: Document) -> Cut | None:
    """Give who signed: the first name below the closing, the signature mark and titles left out."""
    start = closing_at(document)
    if start is None:
        return None
    for cell in cells(document, document.lines[start : start + 12]):
        if _ENCLOSURES.match(cell.plain.strip()):
            return None
        found = _name_in(cell)
        if found:
            return found
    return None


_BY = expression(
    r"(?:(?:name|nom|signed|signe|signature|applicant|requerant|demandeur|from|de)(?: by| par)?\s*[:)]"
    r"|/s/|by:|[_. -]{3,})[\s(]*"
)
_CLOSED = expression(
    r"(?:yours?(?: (?:sincerely|truly|faithfully|respectfully))?|sincerely(?: yours)?|(?:kind "
    r"|best )?regards|respectfully(?: yours)?|cordialement)\s*,\s*"
)
_BEHIND_NAME = expression(
    r",\s*(?=[a-z]*\.?\s*(?:applicant|requerant|p\.?eng|mba|phd))|\("
    r"|(?:\s*[,;|/]|\s+[-–—])\s*(?=(?:uci|iuc|client|passe?port|file|dossier|born|nee? le|tel|phone|e-?mail|applicant"
    r"|requerante?)\b)"
)
"""What stands behind a name on its line: who it is, by what number, or how to reach him."""


def _name_in(cell: Passage) -> Cut | None:
    """Give the name that a short line holds, after a label or the closing words."""
    low = cell.plain
    lead, closing = _BY.match(low), _CLOSED.match(low)
    start = lead.end() if lead else (closing.end() if closing else 0)
    behind = _BEHIND_NAME.search(low, start)
    end = behind.start() if behind else len(cell.text)
    start, end = trimmed(cell.text, start, end, ",:;_")
    honorific = HONORIFICS.match(low[start:end])
    start += honorific.end() if honorific else 0
    name = cell.text[start:end]
    if not name or (_CLOSING.match(plain(name)) is not None) or not is_name(name):
        return None
    return Cut(name, cell.cite(start, end))


def language_of(document: Document) -> str:
    """Give the code of a paper's language; English where nothing tells."""
    return language(document.text) or "en"
