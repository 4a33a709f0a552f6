"""The journeys that single lines and sentences tell: when, where and why."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from consistency.extractors.journeys.rows import PURPOSES, split
from consistency.extractors.wording.prose import BULLET, Passage, paragraphs, plain
from consistency.model import Document, Trip
from consistency.normalizer import dates
from consistency.normalizer.date_words import MONTHS
from consistency.normalizer.dates import Found, Order, Period
from consistency.normalizer.expressions import expression, longest_first

_SPLIT = expression(r"\s*(?:[:;()|•]|\s[-–—]\s|–|—|\bfor\b|\bpour\b)\s*")
_PLACE_ALONE = expression(
    r"(?:(?:done|made|signed|written|given|fait) (?:at|in|a) )?[^\W\d_][^\d:;()|]{0,40}?,?"
    r"(?: (?:le|the|on|this|of))? *\|\W*"
)
"""A place before a day, and nothing else: so papers tell where and when they were made."""
_LONGEST = 200
"""A journey is told in so many characters at most."""
_NO_JOURNEY = expression(
    r"^(?:name|date|prepared|born)|\b(?:signature|signed|date|dated)\s*[:_]"
    r"|\b(?:will|would|shall|plan\w*|intend\w*|hope|wish|never|not|refus\w+|prevois|souhaite|jamais|pas)\b"
)
_STOP = expression(
    r"(?<!\bSt\.)(?<!\b[MD][rs]\.)(?<=[^\W\d_][^\W\d_][.!?])\s+(?=[^\W\d_a-z])|(?<=[\d)][.!?])\s+(?=[^\W\d_a-z])"
)
_CAME_BACK = expression(
    r"\b(?:return\w*|came (?:back|home)|(?:flew|went|travell?ed) (?:back|home)|back (?:home|in|on)|left|until|stayed"
    r"|(?:et|suis) (?:revenue?|rentree?|repartie?|retournee?)|de retour|retour)\b"
)
"""What leads from the first day of a journey to its last."""
_LEAD = expression(r"\b(?:to|visited|in|at|a|au|aux|en|visite|vers)\s+(?:the |la |le |les |l')?(?=\S)")
_YEAR = expression(r"\W*((?:19|20)\d\d)\W*")
"""A year that heads the journeys below it."""
_LED_BY_YEAR = expression(r"\W{0,3}((?:19|20)\d\d)(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?\s*[:–—-]\s+(?=[^\W\d])")
"""A year, or the turn of one, before the journey that a line tells."""
_MONTH = rf"(?:{'|'.join(longest_first(MONTHS))})\b\.?"
_YEARLESS = expression(
    rf"(?<![\w./-])(?:(?:\d{{1,2}} ?[-–] ?)?\d{{1,2}}(?:st|nd|rd|th|er)? (?:de |of )?{_MONTH}"
    rf"|{_MONTH} \d{{1,2}}(?: ?[-–] ?\d{{1,2}}(?! ?[a-z]))?(?:st|nd|rd|th)?\b)"
    r"(?!,? ?(?:de )?(?:19|20)\d\d)"
)
_YEARLESS_FIGURES = expression(r"(?<![\d./-])\d{1,2}([./])\d{1,2}(?![\d./]*\d)")
_BEHIND = expression(r",? (?:where|which|who|when|with|and|for|ou|avec|et|pour)\b|,(?= (?:i|we|je|nous)\b)")
"""What goes on about a place behind its name."""


def in_lines(document: Document, order: Order | None) -> Iterator[tuple[Passage, Trip]]:
    """Give the journeys that paragraphs tell, each in one: a longer one tells one in each sentence."""
    year: int | None = None
    for paragraph in paragraphs(document):
        if headed := _YEAR.fullmatch(paragraph.text):
            year = int(headed[1])
            continue
        for part in _parts(paragraph, order):
            own, told = _behind_year(part)
            if trip := in_line(_in_year(told, own or year), order, part):
                yield part, trip


def _behind_year(part: Passage) -> tuple[int | None, Passage]:
    """Give the year before a line that tells days, and what stands behind it: "2018: Turkey (12 June – 19 June)"."""
    led = _LED_BY_YEAR.match(part.text)
    rest = part.part(led.end(), len(part.text)) if led else part
    if led is None or not (dates.find_dates(rest.text) or _YEARLESS.search(rest.plain)):
        return None, part
    return int(led[1]), rest


def _parts(paragraph: Passage, order: Order | None) -> Iterator[Passage]:
    """Give the parts of a paragraph that may tell a journey each: its lines, its sentences, or all of it."""
    starts = [piece.start for piece in paragraph.pieces]
    told = [paragraph.part(start, end) for start, end in pairwise((*starts, len(paragraph.text)))]
    if len(told) > 1 and all(len(dates.find_periods(line.text, order=order)) == 1 for line in told):
        yield from told
    elif _tells_several(paragraph.text, order):
        yield from _sentences(paragraph)
    else:
        yield paragraph


def _tells_several(text: str, order: Order | None) -> bool:
    """Say whether a text may tell more than one journey: it is long, or has more times than one has."""
    if len(text) > _LONGEST or len(dates.find_dates(text, order=order)) > 2:
        return True
    return len(dates.find_periods(text, order=order)) > 1


def _in_year(part: Passage, year: int | None) -> Passage:
    """Write the year of the heading behind the days of a line that names none: "8 Apr - 13 Apr"."""
    if year is None or dates.find_dates(part.text):
        return part
    found = [(one.end(), " ") for one in _YEARLESS.finditer(part.plain)]
    found = found or [(one.end(), one[1]) for one in _YEARLESS_FIGURES.finditer(part.text)]
    text = part.text
    for end, mark in reversed(found):
        text = f"{text[:end]}{mark}{year}{text[end:]}"
    return replace(part, text=_over_new_year(text, year))


def _over_new_year(text: str, year: int) -> str:
    """Give the last day of a journey over the turn of the year its own year."""
    told = dates.find_dates(text)
    if len(told) != 2 or not told[1].date.before(told[0].date):
        return text
    start, end = told[1].start, told[1].end
    return f"{text[:start]}{text[start:end].replace(str(year), str(year + 1))}{text[end:]}"


def _sentences(paragraph: Passage) -> Iterator[Passage]:
    """Give the sentences: what follows a semicolon tells of the same journey."""
    ends = [match.end() for match in _STOP.finditer(paragraph.text)]
    for start, end in pairwise((0, *ends, len(paragraph.text))):
        yield paragraph.part(start, end)


def in_line(part: Passage, order: Order | None, where: Passage | None = None) -> Trip | None:
    """Read one journey from a line: a time, a place, perhaps a purpose; ``where`` is the line as it stands."""
    days = dates.find_dates(part.text, order=order)
    if not days or len(part.text) > _LONGEST or _NO_JOURNEY.search(part.plain):
        return None
    period, told = _told(part, days, order)
    bullet = BULLET.match(told)
    rest = told[bullet.end() if bullet else 0 :]
    if not bullet and not part.row and period.start == period.end and _PLACE_ALONE.fullmatch(plain(rest)):
        return None
    pieces = [p.strip(" ,.-–—") for p in _SPLIT.split(rest)]
    for piece, behind in zip(pieces, [*pieces[1:], ""], strict=True):
        city, country = _where(piece)
        if country:
            purpose = next((word for word, pattern in PURPOSES if re.search(pattern, plain(rest))), None)
            town = city or _town_in(rest, piece, behind)
            evidence = (where or part).cite()
            return Trip(evidence=evidence, period=period, city=town, country=country, purpose=purpose)
    return None


def _where(piece: str) -> tuple[str | None, str | None]:
    """Give the place of a piece of a sentence: all of it, or what stands behind one of its little words."""
    low = plain(piece)
    for start in (*(lead.end() for lead in reversed([*_LEAD.finditer(low)])), 0):
        end = _BEHIND.search(low, start)
        for text in (piece[start:], piece[start : end.start()] if end else ""):
            city, country = split(text.strip(" ,")) if text.strip() else (None, None)
            if country:
                return city, country
    return None, None


def _town_in(rest: str, country: str, behind: str) -> str | None:
    """Give the town in brackets behind a country: "Kenya (Nairobi), wedding"."""
    named = behind[:1].isupper() and not re.search(r"[\d,]", behind) and len(behind.split()) <= 4
    within = rf"{re.escape(country)}\s*\(\s*{re.escape(behind)}\s*\)"
    return behind if named and re.search(within, rest) else None


def _told(part: Passage, days: Sequence[Found], order: Order | None) -> tuple[Period, str]:
    """Give the time that a line tells, and what it says besides: two dates in cells of their own are both ends."""
    text = part.text
    for start, end, period in dates.find_periods(text, order=order):
        return period, f"{text[:start]} | {text[end:]}"
    known = [day for day in days if day.date.precision == "day"]
    days = known if len(known) == 2 else days
    one, two = days[0], days[1] if len(days) == 2 else days[0]
    between = text[one.end : two.start]
    if one is two or not (part.row or re.fullmatch(r"\W*", between) or _CAME_BACK.search(plain(between))):
        return Period(one.date, one.date), f"{text[: one.start]} | {text[one.end :]}"
    first, last = (two.date, one.date) if two.date.before(one.date) else (one.date, two.date)
    return Period(first, last), f"{text[: one.start]} | {between} | {text[two.end :]}"
