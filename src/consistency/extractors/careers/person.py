"""Who a curriculum vitae is about: name, e-mail, telephone, date of birth; and the day it was brought up to date."""

import re
from collections.abc import Iterator
from statistics import median

from msgspec.structs import replace

from consistency.extractors.careers.rows import UPDATED
from consistency.extractors.pages.headings import section_of
from consistency.extractors.reading import cite
from consistency.extractors.wording import career_words as words
from consistency.model import AsOf, Document, Evidence, Line, Segment
from consistency.normalizer.dates import PartialDate, find_dates, find_periods
from consistency.normalizer.expressions import expression
from consistency.normalizer.places import split_place

Value = tuple[str | None, Evidence]

_EMAIL = expression(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = expression(r"(?<![\w@/.])(?:\+|00)?\(?\d[\d\s().\-–/]{6,22}\d(?![\w@])")
_PHONE_LABEL = expression(
    r"\b(?:t[ée]l(?:[ée]phone)?|phone|mobile|cell(?:ulaire)?|contact|ph|gsm|portable|whatsapp|m"
    r"|t)\b\W{0,4}$",
    re.IGNORECASE,
)
_NAME_LABEL = expression(
    r"^(?:\(?\d{1,2}[.)]\s*)?(?:(?:first )?name(?: and|,| &) (?:sur|last |family )name"
    r"|(?:sur|last |family )name(?: and|,| &) (?:first |given )?names?"
    r"|(?:full|complete|legal) name|name(?: in full)?|name of (?:the )?(?:applicant"
    r"|candidate)"
    r"|(?:first|given) names?(?:\(s\))?\s*/\s*(?:sur|last |family )names?(?:\(s\))?"
    r"|(?:sur|last |family )names?(?:\(s\))?\s*/\s*(?:first|given) names?(?:\(s\))?"
    r"|pr[ée]noms?(?:\(s\))?\s*/\s*noms?(?:\(s\))?|noms?(?:\(s\))?\s*/\s*pr[ée]noms?(?:\(s\))?"
    r"|noms? et prénoms?|prénoms? et noms?|nom(?: complet)?|(?:applicant|candidate|demandeu(?:r|se)|requérante?)\s*:)"
    r"\s*[:–-]?\s*",
    re.IGNORECASE,
)
_NICKNAME = expression(r"\s+(?:\([^()\d]{2,30}\)|[\"“][^\"”\d]{2,20}[\"”])$")
"""What somebody is called, or the name in another script, behind the name: "KANG Jiwoo (Jay)"."""
_FAMILY_LABEL = expression(
    r"^(?:surname|family name|last name|nom de famille|apellidos?)\s*(?:[:–-]\s*|$)", re.IGNORECASE
)
_GIVEN_LABEL = expression(
    r"^(?:first names?|given names?|forenames?|other names?|prénoms?|nombres?)\s*(?:[:–-]\s*|$)",
    re.IGNORECASE,
)
_BIRTH = expression(
    r"\b(?:date (?:and place )?of birth|date et lieu de naissance"
    r"|d\.?\s?o\.?\s?b\.?|birth ?date|born(?: on)?|date de naissance|né(?:e"
    r"|\(e\))? le)\b\s*[:–-]?\s*",
    re.IGNORECASE,
)
_TITLE = expression(
    r"^\W*(?:curriculum\s+vit(?:ae|æ)|cv|c\.v\.|r\s?[ée]\s?s\s?u\s?m\s?[ée]|bio-?data)\b[\s:–-]*(?:of|de|for)?\s*",
    re.IGNORECASE,
)
_HONORIFIC = expression(
    r"^(?:mr|mrs|ms|miss|dr|m|mme|mlle|monsieur|madame|engr|prof)\b\.?\s+(?=\S)", re.IGNORECASE
)
_SIGNED = expression(r"^\W*dated?\s*[:–-]", re.IGNORECASE)
_BESIDE_SIGNATURE = expression(
    r"\b(?:signature|signed|sign)\b.*\bdate\s*:?\s*$|^\W*dated?\s*:\s*$"
    r"|^\W*(?:signed|signature|signée?)\b\W{1,3}[^\d:]{3,40},\s*(?:on |le |the )?$",
    re.IGNORECASE,
)
_SHEET = expression(r"\b(?:annexe?|appendix|application|history|historique)\b", re.IGNORECASE)
"""Words of the title of a sheet, and of no name."""
_PLACED = expression(
    r"\W*(?:(?:Fait |Done |Signed )?(?:[àa]t? )?[A-ZÀ-Ý][^\W\d]+(?:[ -][A-ZÀ-Ý][^\W\d]+){0,2},?\s*(?:le |the |on )?)?"
)
"""Nothing before a day, or a town."""
_TOP, _END = 14, 3
"""A name stands within so many lines from the top."""


def facts(document: Document) -> dict[str, Value]:
    """Give the facts about the person, each with its place."""
    found: dict[str, Value] = {}
    for attribute, value in (
        ("full_name", _name(document)),
        ("email", _email(document)),
        ("phone", _phone(document)),
        ("birth_date", _birth(document)),
    ):
        if value is not None:
            found[attribute] = value
    return found


# --- name -------------------------------------------------------------------------------------------------


def _name(document: Document) -> Value | None:
    return _labelled_name(document) or _name_in_parts(document) or _largest_name(document)


def _name_in_parts(document: Document) -> Value | None:
    """Give the name that stands in two parts: "Surname: Doe" and "First names: John"."""
    found: dict[str, tuple[str, Line, Segment]] = {}
    for line in document.lines[:40]:
        for index, segment in enumerate(line.segments):
            for part, label in (("family", _FAMILY_LABEL), ("given", _GIVEN_LABEL)):
                lead = label.match(segment.text)
                if lead is None or part in found:
                    continue
                after = line.segments[index + 1] if index + 1 < len(line.segments) else None
                rest = segment.text[lead.end() :].strip(" :")
                where = segment if rest or after is None else after
                name = rest or where.text.strip(" :")
                if where is not segment or rest:
                    found[part] = name, line, where
    if found.keys() != {"family", "given"} or not all(_may_be_name(name) for name, _, _ in found.values()):
        return None
    given, line, segment = found["given"]
    _, evidence = _value(document, line, segment, given)
    return f"{given} {found['family'][0]}", evidence


def _labelled_name(document: Document) -> Value | None:
    for line in document.lines[:40]:
        for index, segment in enumerate(line.segments):
            label = _NAME_LABEL.match(segment.text)
            if label is None:
                continue
            rest = segment.text[label.end() :].strip()
            following = line.segments[index + 1 : index + 2]
            name = rest or (following[0].text.lstrip(" :").strip() if following else "")
            name = _NICKNAME.sub("", name)
            if name and _may_be_name(name):
                return _value(document, line, following[0] if following and not rest else segment, name)
    return None


def _largest_name(document: Document) -> Value | None:
    best: tuple[float, int, Line, Segment, str] | None = None
    for order, (line, segment) in enumerate(_top(document)):
        name = _as_name(segment.text)
        if name is None:
            continue
        weight = _height(line, segment) + (2.0 if best is None else 0.0)
        if best is None or weight > best[0] + 1.0:
            best = (weight, order, line, segment, name)
    if best is None:
        return None
    _, order, line, segment, name = best
    return _value(document, line, segment, name)


def _height(line: Line, segment: Segment) -> float:
    """Give the height of the letters of a segment: a line may mix a name and small contact data."""
    heights = [word.box.y1 - word.box.y0 for word in segment.words]
    return median(heights) if heights else line.size or 0.0


def _top(document: Document) -> Iterator[tuple[Line, Segment]]:
    first = [
        line
        for line in document.lines
        if line.page in (None, document.first_page) and line.part in ("header", "body", "text box")
    ]
    for line in first[:_TOP]:
        for segment in line.segments:
            for text in segment.text.split("\n"):
                yield line, replace(segment, text=text)


def _as_name(text: str) -> str | None:
    """Give the name in a line, or None: "James Sterling, Attorney" is James Sterling."""
    bare = _HONORIFIC.sub("", _TITLE.sub("", text).strip(" :|•·–—-"))
    head, _, tail = bare.partition(",")
    if tail and (words.title_weight(tail) >= 1 or re.fullmatch(r"[\sA-Z.,]{2,20}", tail)):
        bare = head.strip()
    bare = re.split(r"\s+[|–—·•]\s+|\s{2,}\(|\s+\(", bare)[0].strip()
    return bare if _may_be_name(bare) else None


def _may_be_name(text: str) -> bool:
    if not text or len(text) > 60 or text.lower() in ("of", "for", "de"):
        return False
    if _is_label(text):
        return False
    if re.search(r"[\d@:/\\_|+#]|https?|www|\.com", text):
        return False
    parts = text.split()
    if (_SHEET.search(text) and len(parts) > 1) or words.has_legal_form(text):
        return False
    if len(parts) > 7 or section_of(text) is not None or text.rstrip().endswith("."):
        return False
    if not all(_has_capital(part) for part in parts) or not any(part[:1].isalpha() for part in parts):
        return False
    if "," in text and split_place(text)[1] is not None:
        return False
    return not _is_title(parts)


def _is_label(text: str) -> bool:
    whole = _NAME_LABEL.fullmatch(text) is not None
    return whole or any(label.match(text) for label in (_FAMILY_LABEL, _GIVEN_LABEL))


def _has_capital(part: str) -> bool:
    return (
        part[:1].isupper()
        or not (part[:1].isascii() or part[:1].islower())
        or part.lower() in words.listed("particles")
    )


def _is_title(parts: list[str]) -> bool:
    """Tell whether a line is a title, not a name: no title ends a name unless it is a surname too."""
    return (
        len(parts) > 1
        and words.title_weight(" ".join(parts)) >= 2.0
        and parts[-1].lower() not in words.listed("surnames")
    )


def _value(document: Document, line: Line, segment: Segment, name: str) -> Value:
    return name, cite(document, segment, name, page=line.page)


# --- reach ------------------------------------------------------------------------------------------------


def _email(document: Document) -> Value | None:
    for line in document.lines:
        for segment in line.segments:
            found = _EMAIL.search(segment.text)
            if found is not None:
                return found[0].lower(), cite(document, segment, found[0], page=line.page)
    return None


def _phone(document: Document) -> Value | None:
    best: tuple[int, Value] | None = None
    for line in document.lines[:60]:
        for segment in line.segments:
            for found in _PHONE.finditer(segment.text):
                rank = _rank(line, segment, found)
                if rank > 0 and (best is None or rank > best[0]):
                    number = found[0].strip(" -–/.")
                    best = rank, (number, cite(document, segment, number, page=line.page))
    return best[1] if best else None


def _rank(line: Line, segment: Segment, found: re.Match[str]) -> int:
    """Say how sure a number is a telephone number: 0 is not."""
    digits = re.sub(r"\D", "", found[0])
    if not 7 <= len(digits) <= 15 or find_dates(found[0]):
        return 0
    before = segment.text[: found.start()] or line.text[: max(line.text.find(found[0]), 0)]
    labelled = _PHONE_LABEL.search(before.rstrip()) is not None
    plus = found[0].lstrip().startswith(("+", "00", "(+"))
    if not (plus or labelled or re.search(r"[\s()-]", found[0].strip())):
        return 0
    return 1 + 2 * plus + 2 * labelled


def _birth(document: Document) -> Value | None:
    for line in document.lines:
        label = _BIRTH.search(line.text)
        if label is None:
            continue
        dates = find_dates(line.text[label.end() :])
        if dates and dates[0].date.precision == "day" and dates[0].start < 12:
            found = dates[0]
            quote = line.text[label.end() + found.start : label.end() + found.end]
            return found.date.iso, cite(document, line, quote)
    return None


# --- time -------------------------------------------------------------------------------------------------


def as_of(document: Document) -> AsOf:
    """Give the day on which the paper says that it was brought up to date, or signed."""
    for line in document.lines:
        if UPDATED.search(line.text) and (date := _first_date(line.text)) is not None:
            return AsOf(date, "stated")
    declared = next(
        (
            i
            for i, line in enumerate(document.lines)
            if re.search(
                r"\bi (?:hereby )?(?:declare|certify|solemnly)|déclare|certifie", line.text, re.IGNORECASE
            )
        ),
        None,
    )
    for line in document.lines[declared:] if declared is not None else ():
        if _SIGNED.search(line.text) and (date := _first_date(line.text)) is not None:
            return AsOf(date, "stated")
    last = _last_day(document)
    return AsOf(last, "stated") if last is not None else AsOf(None, "unknown")


def _last_day(document: Document) -> PartialDate | None:
    """Give the day with which a paper ends: alone on the last line, behind a town, or beside the signature."""
    last = _before_signature(document)
    for line in document.lines[-_END:]:
        dates = find_dates(line.text)
        if len(dates) != 1 or dates[0].date.precision != "day" or find_periods(line.text):
            continue
        before, after = line.text[: dates[0].start], line.text[dates[0].end :]
        signed = _BESIDE_SIGNATURE.search(before) is not None
        alone = not after.strip(" ._") or (" " in after.strip() and _may_be_name(after.strip(" ._()")))
        if (signed or (line is last and _PLACED.fullmatch(before))) and alone:
            return dates[0].date
    return None


def _before_signature(document: Document) -> Line | None:
    """Give the last line, or that above it where the name of whoever signs ends the paper."""
    *_, above, last = (None, None, *document.lines)
    name = last.text.strip(" ()") if last is not None else ""
    return above if above is not None and _may_be_name(name) and not find_dates(name) else last


def _first_date(text: str) -> PartialDate | None:
    dates = find_dates(text)
    return dates[0].date if dates else None
