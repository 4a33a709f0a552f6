"""Where a refusal states its grounds: bullets, checked boxes, sentences, and the officer's notes below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from consistency.extractors.papers._prose import BULLET, Passage, paragraphs, passage, plain, sentences
from consistency.extractors.papers._refusal_reasons import reasons_in, split_clauses
from consistency.model import Document, Line, RefusalReason

_INTRO = re.compile(
    r"refus(?:ing|ed|al|e|ons)?\b|reject|declin|denied|not satisfied|unsatisfied|grounds|reasons"
    r"|factors|ineligible|not meet|not granted"
    r"|rejete|motifs|raisons|facteurs|pas convaincu|ne repond"
)
_BOILERPLATE = re.compile(
    r"an officer (?:considers|may consider|will consider)|several factors|factors (?:such as|may"
    r"|that may)|il tient compte|plusieurs facteurs"
    r"|meet the requirements of the act|requirements of the immigration and refugee|exigences de la loi"
    r"|must satisfy an officer"
    r"|thank you for your interest|nous vous remercions"
    r"|i am (?:therefore )?refusing your application(?: on the following| for the following|\.)"
    r"|je rejette votre demande|to help you understand why|pour vous aider a comprendre"
)
_OUTRO = re.compile(
    r"^(?:you (?:may|can|are welcome|have the right|are entitled)|vous (?:pouvez|avez le droit"
    r"|etes libre)|sincerely|yours|respectfully"
    r"|if you (?:wish|believe|would|feel|decide|want|choose|have)|should you|si vous|please (?:note|be"
    r"|find)|veuillez|any new application|all new"
    r"|for more information|pour (?:plus|de plus|obtenir)|there is no|cette decision|this decision"
    r"|agent|officer$|migration officer|merci|thank you for"
    r"|a new application|une nouvelle demande|we (?:regret|wish)|regards|cordialement|toute nouvelle)"
)
_NOTES = re.compile(
    r"officer decision notes|officer'?s? notes|notes (?:de decision )?de l'agent"
    r"|notes relatives a la decision|\bodn\b"
)
_NOTES_END = re.compile(r"^imm ?0276|^page \d")
_MARK = re.compile(
    r"\s*(?:(?P<yes>[\[(]\s*[xX✓✔✗✘]\s*[\])]|[☒☑✓✔✗✘]|[xX](?=\s{1,}\S|$))|(?P<no>[\[(]\s*[_.]?\s*[\])]"
    r"|[☐□❏◻]|_{2,}))\s*"
)
_OTHER = re.compile(r"^(?:other reasons?|other\s*:|autres? (?:motifs?|raisons?)|remarks|comments)\b[\s:]*")


def grounds(document: Document) -> tuple[RefusalReason, ...]:
    """Give the grounds that a refusal states, each once; a stated one that is not known has no slug."""
    stated = tuple(_checked(document)) or tuple(_in_letter(document))
    found = _unique((*stated, *_in_notes(_notes(document))))
    special = tuple(one for one in found if one.reason != "will-leave")
    known = any(one.reason for one in special)
    return special if known else found


def grounds_in_notes(notes: Sequence[Passage]) -> tuple[RefusalReason, ...]:
    """Give the grounds in an officer's notes, where only what is held against the applicant counts."""
    found = _unique(tuple(_in_notes(notes)))
    special = tuple(one for one in found if one.reason != "will-leave")
    return special or found


def _unique(found: Sequence[RefusalReason]) -> tuple[RefusalReason, ...]:
    first: dict[str, RefusalReason] = {}
    for one in found:
        first.setdefault(one.reason or plain(one.details or ""), one)
    return tuple(first.values())


def _reasons(item: Passage, *, adverse: bool, keep: bool) -> Iterator[RefusalReason]:
    slugs: tuple[str, ...] = ()
    for clause in split_clauses(item.text) if adverse else (item.text,):
        slugs += reasons_in(clause, adverse=adverse)
    evidence = item.cite()
    for slug in dict.fromkeys(slugs):
        yield RefusalReason(evidence=evidence, reason=slug, details=item.text)
    if keep and not slugs and len(item.text.split()) > 3:
        yield RefusalReason(evidence=evidence, reason=None, details=item.text)


def _in_letter(document: Document) -> Iterator[RefusalReason]:
    begun = listing = False
    for paragraph in paragraphs(document):
        low = paragraph.plain.strip()
        if (_NOTES.search(low) and len(low) < 160) or (begun and _OUTRO.match(low)):
            return
        if listing and _is_item(low):
            yield from _reasons(_without_bullet(paragraph), adverse=False, keep=True)
            continue
        if _INTRO.search(low):
            begun = True
            yield from _in_sentences(paragraph)
        listing = begun and (low.endswith(":") or bool(BULLET.match(paragraph.text)))


def _is_item(low: str) -> bool:
    return not low.endswith(":") and not _BOILERPLATE.search(low)


def _in_sentences(paragraph: Passage) -> Iterator[RefusalReason]:
    for sentence in sentences(paragraph):
        if not _BOILERPLATE.search(sentence.plain):
            yield from _reasons(sentence, adverse=True, keep=False)


def _without_bullet(paragraph: Passage) -> Passage:
    bullet = BULLET.match(paragraph.text)
    return paragraph.part(bullet.end() if bullet else 0, len(paragraph.text))


def _notes(document: Document) -> list[Passage]:
    """Give the paragraphs of the decision notes that follow a letter."""
    found: list[Passage] | None = None
    for paragraph in paragraphs(document):
        low = paragraph.plain.strip()
        if _NOTES.search(low):
            found = found or []
        elif found is not None and not _NOTES_END.match(low):
            found.append(paragraph)
    return found or []


def _in_notes(notes: Sequence[Passage]) -> Iterator[RefusalReason]:
    for paragraph in notes:
        yield from _in_sentences(paragraph)


def _checked(document: Document) -> Iterator[RefusalReason]:
    """Read the letter that prints all reasons and marks those that apply."""
    items = list(_boxes(document))
    states = [state for state, _ in items]
    if True not in states or (len(states) < 2 and not re.search(r"imm ?562[12]", plain(document.text))):
        return
    for state, item in items:
        if state:
            yield from _reasons(item, adverse=False, keep=True)
    yield from _other_reasons(document)


def _boxes(document: Document) -> Iterator[tuple[bool, Passage]]:
    """Give each marked text with its mark, the lines that it runs on over joined."""
    lines: list[Line] = []
    states: dict[int, bool] = {}
    for line in document.lines:
        for state, part in _unmarked(line):
            if state is not None:
                states[id(part)] = state
            lines.append(part)
    for start, line in enumerate(lines):
        if id(line) in states:
            stop = next((i for i in range(start + 1, len(lines)) if id(lines[i]) in states), len(lines))
            yield states[id(line)], paragraphs(document, lines[start:stop])[0]


def _unmarked(line: Line) -> Iterator[tuple[bool | None, Line]]:
    """Cut a line before each of its boxes and take the boxes off."""
    state: bool | None = None
    for segment in line.segments:
        match = _MARK.match(segment.text)
        if match:
            state = match["yes"] is not None
            segment = segment._replace(text=segment.text[match.end() :])
        if segment.text.strip():
            yield state, replace(line, segments=(segment,))
            state = None


def _other_reasons(document: Document) -> Iterator[RefusalReason]:
    begun = False
    for paragraph in paragraphs(document):
        low = paragraph.plain.strip()
        mark = _MARK.match(paragraph.text)
        heading = _OTHER.match(low[mark.end() :] if mark else low)
        if begun and (_OUTRO.match(low) or mark):
            return
        if begun:
            yield from _reasons(paragraph, adverse=False, keep=True)
        begun = begun or heading is not None


def whole(document: Document) -> Passage:
    """Give the whole document as one passage."""
    return passage(document, document.lines)
