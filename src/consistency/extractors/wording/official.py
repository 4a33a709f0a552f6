"""What letters and certificates of third parties have in common: titles, signatures, values, the day of issue."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from consistency.extractors.wording.labels import Value
from consistency.extractors.wording.letters import (
    BORN,
    Cut,
    Dated,
    letter_date,
)
from consistency.extractors.wording.prose import Passage, paragraphs, passage, plain, sentences
from consistency.model import Document, Evidence, Fact, Line
from consistency.normalizer import calendars, dates
from consistency.normalizer.dates import Order, PartialDate
from consistency.normalizer.expressions import cues, expression

HEAD = 16
"""The title of a paper stands among so many lines."""

_LEAD = 120
"""So many characters before a date are looked at for the words that lead to it."""

_BESIDE = 30
"""So many characters behind a date may hold the same day by another calendar."""

_FORM = expression(
    r"\bimm ?\d{4}[a-z]? ?\(\d{2}-\d{4}\)|\bimm ?\d{4}\b[^.]{0,60}\b(?:page|e|f)\b ?\d? ?(?:of|de|/|$)"
)


def is_form(document: Document) -> bool:
    """Tell whether a document is an official form, filled or printed."""
    return document.form is not None or document.once(_names_form)


def _names_form(document: Document) -> bool:
    return _FORM.search(plain(document.text)) is not None


def titled(document: Document, title: re.Pattern[str], lines: int = HEAD) -> bool:
    """Tell whether a short line in the head of a paper holds a title."""
    short, together = document.once(_head, lines)
    held = cues(title)
    if held and not any(cue in together for cue in held):
        return False
    return any(title.search(line) for line in short)


def _head(document: Document, lines: int) -> tuple[tuple[str, ...], str]:
    """Give the short lines of a head, one by one and together."""
    head = [plain(line.text) for line in document.lines[:lines]]
    short = (*(line for line in head if len(line) <= 100), *_wrapped_titles(document.lines[:lines]))
    return short, "\n".join(short)


def _wrapped_titles(lines: Sequence[Line]) -> Iterator[str]:
    """Give the headings that go on in a second line: two lines of the largest letters, one below the other."""
    largest = max((line.size or 0.0 for line in lines), default=0.0)
    least = min((line.size or largest for line in lines), default=0.0)
    for above, below in pairwise(lines):
        big = largest > least and above.size == below.size == largest
        if big and len(above.segments) == len(below.segments) == 1:
            yield plain(f"{above.text} {below.text}")


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
    r"(?:signed|signee?|sgd\.?|s\.g\.d\.?|signature|firmado|firma|assinado|assinatura)"
    r"(?:\s*(?:and|et|&|,|;|/|\+|y|e)\s*(?:[^\W\d]{4,12}\s*){1,2})?\s*\)|/s/|\bsd/-|(?:digitally"
    r"|electronically) signed|signed (?:digitally|electronically)|signe electroniquement"
    r"|(?:firmado|assinado) (?:digital|electronica|eletronica)mente"
    r"|\b(?:signed|ratified|subscribed) before (?:the |a )?(?:notary|minister of faith|labou?r inspect)(?![^\n]*_{3})"
    r"|\bsignee? (?:par[- ])?devant (?:le |l[' ]|un )?(?:notaire|inspecteur)(?![^\n]*_{3})"
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
    r"|(?<!_)_{6,}\s*\n[^\n]{0,40}\bsignature\b|(?<!_)_{8,}[^\n_]{0,12}\bdate\W{0,3}_{4,}"
    rf"|(?<!_)_{{6,}}[^\S\n]*,?[^\S\n]*(?:\(?(?:for|pour|on behalf of|par|by)[^\S\n]+)?(?:the |l'|la |le )?{_PARTY}\b"
    r"(?=\W*(?:$|\n|[^\S\n]{2}|date\b))"
    rf"|(?:^|\n|[^\S\n]{{2}})[^\S\n]*(?:(?:for|pour) )?(?:the |l'|la |le )?{_PARTY}\W{{0,4}}_{{6,}}"
    r"(?=[^\S\n]*(?:$|\n|[^\S\n]{2}|date\b))"
    rf"|(?:^|\n)[^\S\n]*(?:the |l'|la |le )?{_PARTY}\W{{0,4}}_{{6,}}[^\S\n]+(?:the |l'|la |le )?{_PARTY}\W{{0,4}}"
    r"_{6,}"
)


def is_signed(document: Document) -> bool | None:
    """Tell whether a paper bears a mark of its signature, or a blank for it; else nothing is known."""
    text = plain(document.text)
    if has_mark(text):
        return True
    lines = "\n".join(plain(line.text) for line in document.lines)
    return False if _UNSIGNED.search(text) or _UNSIGNED.search(lines) else None


def has_mark(text: str) -> bool:
    """Tell whether a plain text holds the mark of a signature.

    >>> has_mark("human resources (stamp, signed)"), has_mark("(signature et cachet)"), has_mark("(stamp)")
    (True, True, False)
    >>> has_mark("____________ (signature and stamp)")
    False
    """
    return _SIGNED.search(_BLANK.sub(" ", text)) is not None


# --- values ------------------------------------------------------------------------------------------------


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
            before = calendars.ahead_of(part.plain[max(0, found.start - _LEAD) : found.start])
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
    whole = dates.parse(text.strip(), order=order) if found and found.date.precision == "year" else None
    return whole or (found.date if found else None)


def narrowed(evidence: Evidence, quote: str) -> Evidence:
    """Give the same place, with a part of its words."""
    return replace(evidence, quote=quote)
