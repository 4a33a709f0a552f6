"""What letters and certificates of third parties have in common: titles, names in sentences, the day of issue."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from msgspec.structs import replace

from consistency.extractors.papers._career_words import has_legal_form, title_weight
from consistency.extractors.papers._labels import Value
from consistency.extractors.papers._letters import (
    BORN,
    Cut,
    Dated,
    cells,
    is_name,
    letter_date,
    without_honorific,
)
from consistency.extractors.papers._name_words import ends_name, is_capital, is_particle, names_nobody
from consistency.extractors.papers._prose import Passage, paragraphs, passage, plain, sentences
from consistency.extractors.papers._values import country_code
from consistency.model import Document, Evidence, Fact, Line
from consistency.normalizer import dates, places
from consistency.normalizer.dates import Order, PartialDate
from consistency.normalizer.expressions import expression

HEAD = 16
"""The title of a paper stands among so many lines."""

_LEAD = 120
"""So many characters before a date are looked at for the words that lead to it."""

_BESIDE = 30
"""So many characters behind a date may hold the same day by another calendar."""

_FORM = expression(
    r"\bimm ?\d{4}[a-z]? ?\(\d{2}-\d{4}\)|\bimm ?\d{4}\b[^.]{0,60}\b(?:page|e|f)\b ?\d? ?(?:of|de|/|$)"
)
_WORD = expression(r"[^\W\d_](?:[\w'’.ʼ`-]*[^\W_])?\.?")
_MARRIED_NAME = expression(r"(?:[eé]pouse|[eé]p\.|n[eé]e|veuve|vve)(?= [^\W\d_a-zà-ÿ])")
"""A word between a name and that of a husband or of a father, both of which it keeps."""
_BEHIND_NAME = expression(
    r"\s*[(;]|\s{2,}|,? (?:[sdw]/o|aka|alias)\b|, (?:nationality|nationalite|citizen|born|nee? le|aged?"
    r"|(?:a )?(?:bachelor|spinster|single|unmarried|widow(?:er)?|divorcee?|divorced|celibataire|veuf|veuve"
    r"|solteir[oa]|solter[oa]|viuv[oa]|viud[oa]|divorciad[oa])|who|qui|\d{1,3} (?:years?|yrs?|ans|anos))\b"
)
"""What is told of somebody behind the name: nationality, birth, age, condition before the marriage."""
_WHOLE = 2
"""Words of a whole name at the least."""
_MOST_WORDS = 14
"""So many words after its beginning are looked through for the end of a name."""


def is_form(document: Document) -> bool:
    """Tell whether a document is an official form, filled or printed."""
    return document.form is not None or document.once(_names_form)


def _names_form(document: Document) -> bool:
    return _FORM.search(plain(document.text)) is not None


def titled(document: Document, title: re.Pattern[str], lines: int = HEAD) -> bool:
    """Tell whether a short line in the head of a paper holds a title."""
    return any(len(line) <= 100 and title.search(line) for line in document.once(_head, lines))


def _head(document: Document, lines: int) -> tuple[str, ...]:
    return tuple(plain(line.text) for line in document.lines[:lines])


def told(document: Document, lines: Sequence[Line] | None = None) -> tuple[Passage, ...]:
    """Give the sentences of a paper, or of some of its lines, in order."""
    if lines is None:
        return document.once(_sentences)
    return _sentences(document, lines)


def _sentences(document: Document, lines: Sequence[Line] | None = None) -> tuple[Passage, ...]:
    return tuple(sentence for paragraph in paragraphs(document, lines) for sentence in sentences(paragraph))


_STAMP = (
    r"(?:(?:official|company|round|corporate|personal|sceau|cachet|stamp|seal|tampon|sello|carimbo)(?:e?d)?)"
)
_SIGNED = expression(
    rf"\(\s*(?:{_STAMP}[\s,;/&+-]*(?:and|et|y|e)?\s*){{0,4}}"
    r"(?:signed|signee?|sgd|signature|firmado|firma|assinado|assinatura)"
    r"(?:\s*(?:and|et|&|,|;|/|\+|y|e)\s*(?:[^\W\d]{4,12}\s*){1,2})?\s*\)|/s/|\bsd/-|(?:digitally"
    r"|electronically) signed|signe electroniquement"
)
"""A mark of a signature, with or without that of a stamp: "(stamp, signed)"."""

_PARTY = (
    r"(?:employer|employee|worker|company|employeur|employee?|salariee?|travailleu(?:r|se)|entreprise|societe"
    r"|authori[sz]ed (?:signatory|representative|officer))"
)

_BLANK = expression(
    r"_{5,}[^\S\n]*\n?[^\S\n]*\([^()\n]{0,24}\b(?:signature|firma|assinatura)\b[^()\n]{0,24}\)"
)
"""A line to sign on, with what is to stand on it below or behind it."""
_UNSIGNED = expression(
    r"\bsignature\b[^\n]{0,40}_{4,}|\[\s*(?:signature|sign here|to be signed)\s*\]"
    r"|_{6,}\s*\n[^\n]{0,40}\bsignature\b"
    rf"|_{{6,}}[^\S\n]*,?[^\S\n]*(?:\(?(?:for|pour|on behalf of|par|by)[^\S\n]+)?(?:the |l'|la |le )?{_PARTY}\b"
    r"(?=\W*(?:$|\n|[^\S\n]{2}|date\b))"
    rf"|(?:^|\n|[^\S\n]{{2}})[^\S\n]*(?:(?:for|pour) )?(?:the |l'|la |le )?{_PARTY}\W{{0,4}}_{{6,}}"
    r"(?=[^\S\n]*(?:$|\n|[^\S\n]{2}|date\b))"
)


def is_signed(document: Document) -> bool | None:
    """Tell whether a paper bears a mark of its signature, or a blank for it; else nothing is known."""
    text = plain(document.text)
    if has_mark(text):
        return True
    return False if _UNSIGNED.search(text) else None


def has_mark(text: str) -> bool:
    """Tell whether a plain text holds the mark of a signature.

    >>> has_mark("human resources (stamp, signed)"), has_mark("(signature et cachet)"), has_mark("(stamp)")
    (True, True, False)
    >>> has_mark("____________ (signature and stamp)")
    False
    """
    return _SIGNED.search(_BLANK.sub(" ", text)) is not None


# --- names ------------------------------------------------------------------------------------------------


def name_at(passage: Passage, start: int, end: int | None = None) -> Cut | None:
    """Give the person's name that begins at a place of a passage: capitalised words, and particles between them."""
    end = len(passage.text) if end is None else end
    start = _after_honorific(passage.text, start, end)
    first = last = start
    found = tuple(islice(_words(passage.text, start, end), _MOST_WORDS))
    words = [match[0] for match in found]
    for place, match in enumerate(found):
        word, particle = match[0], is_particle(match[0])
        if not _belongs(words, place, particle):
            break
        if not particle or word[0].isupper():
            last = match.end() - (word.endswith(".") and len(word) > 4)
        if _breaks(passage.text, match.end(), end, word):
            break
    name = passage.text[first:last]
    if not is_person(name):
        return None
    return Cut(name, passage.cite(first, last))


def is_person(text: str) -> bool:
    """Tell whether a text can be a person's name: capitalised words, with particles between them."""
    words = text.split()
    kept = [word for word in words if not (word.islower() and is_particle(word))]
    return is_name(" ".join(kept)) and len(words) <= 8


def _after_honorific(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in "\"“«:,'("):
        start += 1
    bare = without_honorific(text[start:end])
    return start + text[start:end].find(bare)


def _words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    place = start
    while match := _WORD.match(text, place, end):
        yield match
        place = match.end()
        while place < end and (text[place] in " \n,\u00a0"):
            place += 1


def _belongs(words: Sequence[str], place: int, particle: bool) -> bool:
    if particle:
        return place > 0 or words[0][0].isupper()
    return is_capital(words[place]) and not ends_name(words, place)


def _breaks(text: str, place: int, end: int, word: str) -> bool:
    """Tell whether a name ends after a word: at a sign, or a comma that does not part a surname in capitals."""
    rest = text[place:end].lstrip(" \n")
    if not rest.startswith(","):
        return text[place : place + 2] == "  " or (word.endswith(".") and len(word) > 3)
    follows = re.match(r",\s*[^\W\d_][^\W\d_A-ZÀ-Ý]", rest)
    return not (word.isupper() and len(word) > 1 and follows)


def name_of(value: Value | Cut) -> Cut | None:
    """Give the name that the value of a label holds, without what follows it."""
    text = re.sub(r"^\W*(?:signed|signe|sgd)\W+", "", value.text, flags=re.IGNORECASE)
    bare = without_honorific(text)
    end = _BEHIND_NAME.search(plain(bare))
    text = _without_place(_without_nationality((bare[: end.start()] if end else bare).strip(" ,.:")))
    if value.evidence.confidence < 1.0 and re.match(r"l[^\W\d_]", text):
        text = "I" + text[1:]  # a capital as recognition reads it
    words = _MARRIED_NAME.sub(" ", text).split()
    if not (is_person(" ".join(words)) or _is_family_name(words)) or names_nobody(words):
        return None
    return Cut(text, narrowed(value.evidence, text if text in value.text else value.text))


def _without_nationality(text: str) -> str:
    """Cut off the nationality that stands behind a name: "Layla Haddad, Jordanian"."""
    name, _, behind = text.rpartition(", ")
    return name if name and country_code(behind) else text


def _without_place(text: str) -> str:
    """Cut off the home that stands behind a whole name: "Layla Haddad, Irbid, Jordan"; "HADDAD, Layla" stays."""
    name, comma, behind = text.partition(", ")
    if not comma or len(name.split()) < _WHOLE:
        return text
    pieces = [piece.strip() for piece in behind.split(",")]
    return name if any(places.country(p) or places.country_of_city(p) for p in pieces) else text


def whole_name_of(document: Document, value: Value) -> Cut | None:
    """Give the name beside a label with what stands of it on the next line of its cell."""
    whole, first = name_of(continued(document, value)), name_of(value)
    return whole if whole and first and whole.text.isupper() == first.text.isupper() else first


def _is_family_name(words: Sequence[str]) -> bool:
    """Tell whether words that stand between others in most names are all of one, as in LE or Do Van."""
    return 0 < len(words) <= 2 and all(is_particle(word) and not word.islower() for word in words)


def named(parts: Iterable[Passage], *leads: re.Pattern[str]) -> Cut | None:
    """Give the first name that follows words such as "certify that"; the surer words come first."""
    known = tuple(parts)
    for lead in leads:
        for part in known:
            for match in lead.finditer(part.plain):
                found = name_at(part, match.end())
                if found:
                    return found
    return None


def alone_names(document: Document, lines: Sequence[Line], other: re.Pattern[str]) -> Iterator[Cut]:
    """Give the persons' names that stand alone in the head of a paper: no employer, no place, no title of a job."""
    for cell in cells(document, lines):
        text = without_honorific(cell.text).strip(" ,.")
        if is_person(text) and not other.search(plain(text)) and not _is_no_person(text):
            start = cell.text.find(text)
            yield Cut(text, cell.cite(start, start + len(text)))


def _is_no_person(text: str) -> bool:
    place = places.split_place(text)[1] is not None and ("," in text or " " not in text)
    return place or has_legal_form(text) or title_weight(text) >= 2.0


def said(parts: Iterable[Passage], *patterns: re.Pattern[str]) -> Iterator[Cut]:
    """Give what stands in the group ``it`` of the patterns; the surer patterns come first."""
    known = tuple(parts)
    for pattern in patterns:
        for part in known:
            for match in pattern.finditer(part.plain):
                start, end = match.span("it")
                text = part.text[start:end].strip(" ,;:\"“”«»'")
                if text:
                    start += part.text[start:end].find(text)
                    yield Cut(text, part.cite(start, start + len(text)))


def continued(document: Document, value: Value) -> Cut:
    """Give the value of a label with the lines below that go on in its column."""
    box = value.evidence.box
    start = next(
        (n for n, line in enumerate(document.lines[value.order :], value.order) if _holds(line, value)), None
    )
    if box is None or start is None:
        return Cut(value.text, value.evidence)
    own = next(s for s in document.lines[start].segments if s.box and abs(s.box.x0 - box.x0) < 1)
    lines = [replace(document.lines[start], segments=(own,))]
    for line in document.lines[start + 1 : start + 3]:
        last = lines[-1].box
        if len(line.segments) != 1 or line.box is None or last is None or line.page != lines[-1].page:
            break
        if abs(line.box.x0 - box.x0) > 3 or line.box.y0 - last.y1 > 0.6 * (last.y1 - last.y0):
            break
        lines.append(line)
    whole = passage(document, lines)
    return Cut(whole.text, whole.cite()) if len(lines) > 1 else Cut(value.text, value.evidence)


def _holds(line: Line, value: Value) -> bool:
    box = value.evidence.box
    return box is not None and any(
        segment.box is not None and segment.text.strip() == value.text and abs(segment.box.x0 - box.x0) < 1
        for segment in line.segments[1:]
    )


# --- days -------------------------------------------------------------------------------------------------


def day_of(value: Value, order: Order | None) -> Dated | None:
    """Give the day that the value of a label is, or begins with."""
    found = dates.common_date(value.text, order=order)
    if found is None:
        return None
    quote = value.text[found.start : found.end]
    return Dated(found.date, replace(value.evidence, quote=quote))


_BIRTH = expression(rf"(?:(?:date|day|place)\b.{{0,20}})?(?:{BORN})")
_ISSUE = expression(r"(?:issued?|delivree?|emise?|granted|expedid[oa]|emitid[oa])\b")
_PAPERS = expression(
    r"\b(?:(?P<other>passport|passeport|pasaporte|passaporte|paspor|identity|identite|identidade?|id|card"
    r"|carte|cni|c?nic|visa|permit|permis|licen[cs]e)|certificat\w*|clearance|letter|attestation|document"
    r"|records?|bulletin|extrait|extract|copy|copie|present)\b"
)


def day_after(parts: Iterable[Passage], lead: re.Pattern[str], order: Order | None) -> Dated | None:
    """Give the first day that follows certain words: the pattern is looked for at the end of what stands before.

    No day of a birth is one that follows others' words, nor that of the issue of a passport or a card is the paper's.
    """
    for part in parts:
        for found in dates.find_dates(part.text, order=order):
            before = part.plain[max(0, found.start - _LEAD) : found.start]
            match = lead.search(before)
            if match and not _is_of_another(before, match.start()):
                beside = part.text[found.start : found.end + _BESIDE]
                day = dates.common_date(beside, order=order) or found
                start = found.start if day is found else found.start + day.start
                return Dated(day.date, part.cite(start, start + day.end - day.start))
    return None


def _is_of_another(before: str, start: int) -> bool:
    """Tell whether the words that lead to a day, from a place on, go on to a birth, or tell of another paper."""
    if not _BIRTH.match(before, start) and _BIRTH.search(before, start):
        return True
    if not _ISSUE.match(before, start):
        return False
    named = [*_PAPERS.finditer(before, 0, start)]
    if not named or named[-1]["other"] is None or ";" in before[named[-1].end() : start]:
        return False
    return all(paper["other"] for paper in _PAPERS.finditer(before, start))


def own_day(
    document: Document,
    others: Mapping[str, Sequence[Value]],
    order: Order | None,
    apart: Container[int] = (),
) -> Dated | None:
    """Give the day that stands for itself on a paper, outside the lines of the given labels and numbers."""
    taken = {value.order for values in others.values() for value in values}
    taken |= {_stands_at(document, value) for value in others.get("birth_date", ())}
    taken |= {number for number in range(len(document.lines)) if number in apart}
    lines = tuple(line for number, line in enumerate(document.lines) if number not in taken)
    return letter_date(replace(document, lines=lines), order)


def _stands_at(document: Document, value: Value) -> int:
    """Give the number of the line on which a value stands: that of its label, or one below."""
    below = enumerate(document.lines[value.order : value.order + 7], value.order)
    return next((n for n, line in below if any(value.text in s.text for s in line.segments)), value.order)


def first_day(*found: Dated | None) -> Dated | None:
    """Give the first that is known to the day, else the first at all."""
    known = [day for day in found if day is not None]
    return next((day for day in known if day.date.precision == "day"), known[0] if known else None)


def day_fact(attribute: str, day: Dated | None) -> tuple[Fact, ...]:
    """Give the fact of a day, if there is one."""
    return (Fact(attribute, day.date.iso, day.evidence),) if day else ()


def name_fact(name: Cut | None) -> tuple[Fact, ...]:
    """Give the fact of a whole name, if there is one."""
    return (Fact("full_name", name.text, name.evidence),) if name else ()


def date_in(text: str, order: Order | None = None) -> PartialDate | None:
    """Give the first date in a text."""
    found = dates.common_date(text, order=order)
    return found.date if found else None


def narrowed(evidence: Evidence, quote: str) -> Evidence:
    """Give the same place, with a part of its words."""
    return replace(evidence, quote=quote)
