"""Where a refusal states its grounds: marked boxes, bullets, sentences, and the officer's notes below."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from consistency.extractors.refusals.formalities import beyond_form, is_form
from consistency.extractors.refusals.marked import Checklist, checklist
from consistency.extractors.refusals.provisions import provisions
from consistency.extractors.refusals.reasons import reasons_in, split_clauses
from consistency.extractors.refusals.text import (
    FORMALITY,
    OUTRO,
    is_addressed,
    is_law,
    noted,
    parts,
)
from consistency.extractors.wording.prose import BULLET, Passage, paragraphs, plain, sentences
from consistency.model import Document, Line, RefusalReason
from consistency.normalizer.expressions import expression
from consistency.normalizer.refusing import refusals_in

_ANNOUNCES = expression(
    r"\b(?:refus(?:ing|ed|e|al|ons|ee)|reject(?:ed|ing)?|rejet\w+|declin(?:ed|e|ing)|denied"
    r"|not granted|unsuccessful|ineligible)\b"
    r"|(?:following|these|below|explained|suivante?s|ci-dessous|ci-apres)\b.{0,40}(?:reasons?|grounds?|factors?|raisons?|motifs?|facteurs?)"
    r"|(?:reasons?|grounds?|factors?|raisons?|motifs?|facteurs?)\b.{0,60}(?:below|following|are|suivante?s|ci-dessous|ci-apres|:)"
    r"|ce qui suit|the following|not satisfied|pas convaincue?|does not meet the requirements"
    r"|ne (?:repond(?:ez)?|satisfai(?:t|tes)|rempli(?:t|ssez)) pas (?:aux|les) exigences"
)
_CONCERN = expression(
    r"(?:am|are|is|was|remain) not (?:satisfied|convinced|persuaded)|not satisf|unable to (?:satisfy"
    r"|conclude)|it is not evident|not (?:clear|apparent|evident)"
    r"|(?:have|raises?|remain\w*|has) (?:\w+ )?concerns?|failed to satisfy|does not (?:seem"
    r"|appear) (?:reasonable|credible|plausible)|little weight"
    r"|pas convaincue?|je doute|preoccup|ne (?:me )?(?:semble|parait) pas"
)
_FILE = expression(r"\b(?:n[o°]|number|num[ée]ro)?[.:]? ?[A-Za-z]*\d[\w/-]*", re.IGNORECASE)
"""The number of a file, which a box may name whose words only say what was decided."""
_LABEL = expression(
    r"^\W*(?:ground|reason|factor|motif|raison|facteur)s?\W{1,3}\w{1,4}\W*\s[-–—:]?\s*", re.IGNORECASE
)
"""What numbers a ground: "Ground 1 – Employment"."""
_LEAST = 4
"""A ground that nobody knows has at least so many words."""


def grounds(document: Document) -> tuple[RefusalReason, ...]:
    """Give the grounds that a refusal states, each once; a stated one that is not known has no slug."""
    both = parts(document)
    marked = checklist(document, both.letter)
    stated = _marked(document, marked) if marked else _in_letter(document, both.letter)
    return _own((*stated, *_in_notes(noted(document, both.notes))))


def grounds_in_notes(notes: Sequence[Passage]) -> tuple[RefusalReason, ...]:
    """Give the grounds in an officer's notes, where only what is held against the applicant counts."""
    return _own(tuple(_in_notes(notes)))


def _own(found: Iterable[RefusalReason]) -> tuple[RefusalReason, ...]:
    """Give each ground once; that somebody will not leave is one of its own only where no factor is named."""
    first: dict[str, RefusalReason] = {}
    for one in found:
        first.setdefault(one.reason or plain(one.evidence.quote or ""), one)
    special = tuple(one for one in first.values() if one.reason != "will-leave")
    return special if any(one.reason for one in special) else tuple(first.values())


def _reasons(item: Passage, *, adverse: bool, keep: bool, law: str | None = None) -> Iterator[RefusalReason]:
    """Give the grounds of a sentence, with the provisions that it or the words above it (``law``) name."""
    slugs: tuple[str, ...] = ()
    for clause in split_clauses(item.text) if adverse else (item.text,):
        slugs += reasons_in(clause, adverse=adverse)
    special = [slug for slug in dict.fromkeys(slugs) if slug != "will-leave"] or list(dict.fromkeys(slugs))
    named = ", ".join(provisions(item.text)) or law
    evidence = item.cite()
    for slug in special:
        yield RefusalReason(evidence=evidence, reason=slug, details=named)
    if keep and not slugs and len(_LABEL.sub("", item.text).split()) >= _LEAST:
        yield RefusalReason(evidence=evidence, reason=None, details=" ".join(item.text.split()))


# --- letters ----------------------------------------------------------------------------------------------


def _in_letter(document: Document, lines: Sequence[Line]) -> Iterator[RefusalReason]:
    """Read a letter from the sentence that refuses, or says that reasons follow, to what every letter ends with."""
    begun = listing = False
    law: str | None = None
    for paragraph in paragraphs(document, lines):
        low = paragraph.plain.strip()
        item = _without_bullet(paragraph)
        if begun and OUTRO.match(plain(item.text).strip()):
            return
        if listing and not low.endswith(":"):
            if not is_law(low) and not _is_formal(plain(item.text)):
                yield from _listed(item, law, bullet=item.text != paragraph.text)
            continue
        told = list(sentences(item))
        yield from _told(told, begun, law)
        begun = begun or _announces(told)
        law = ", ".join(provisions(item.text)) or law if begun and not is_law(low) else law
        listing = begun and low.endswith(":")


def _listed(item: Passage, law: str | None, *, bullet: bool) -> Iterator[RefusalReason]:
    """Give the grounds of an item of a list; what a bullet goes on to explain is no ground of its own."""
    own = [*takewhile(lambda one: not OUTRO.match(one.plain.strip()), sentences(item))]
    found = [_reasons(one, adverse=False, keep=True, law=law) for one in own if not is_law(one.plain)]
    grounds = [ground for one in found for ground in one]
    known = [ground for ground in grounds if ground.reason]
    yield from known if bullet and known else grounds


def _told(told: Sequence[Passage], begun: bool, law: str | None) -> Iterator[RefusalReason]:
    """Give the grounds in the sentences of a paragraph; after the one that refuses, any is a ground."""
    for sentence in told:
        low = sentence.plain.strip()
        if is_law(low) or OUTRO.match(low):
            continue
        for part in beyond_form(sentence):
            if begun and not _is_formal(part.plain):
                yield from _reasons(part, adverse=False, keep=not low.endswith(":"), law=law)
            elif is_addressed(low) and (why := _why(part)):
                yield from _reasons(why, adverse=True, keep=False, law=law)
        begun = begun or _announces([sentence])


def _announces(told: Sequence[Passage]) -> bool:
    announcing = (one.plain for one in told if _ANNOUNCES.search(one.plain) or _refuses(one))
    return any(is_addressed(low) or low.rstrip().endswith(":") for low in announcing)


def _refuses(sentence: Passage) -> bool:
    """Tell whether a clause of a sentence says in the words of a decision that an application is refused."""
    return any(refusals_in(sentence.plain)) and not beyond_form(sentence)


def _is_formal(low: str) -> bool:
    return FORMALITY.match(low.strip()) is not None or is_form(low)


def _why(sentence: Passage) -> Passage | None:
    """Give the part of a sentence that may state a ground: of one that is mere form, what follows "because"."""
    if not _is_formal(sentence.plain):
        return sentence
    why = re.search(r"\b(?:because|based on|parce que|puisque|car)\b", sentence.plain)
    return sentence.part(why.end(), len(sentence.text)) if why else None


def _without_bullet(paragraph: Passage) -> Passage:
    bullet = BULLET.match(paragraph.text)
    return paragraph.part(bullet.end() if bullet else 0, len(paragraph.text))


def _marked(document: Document, found: Checklist) -> Iterator[RefusalReason]:
    for item in found.items:
        if item.marked and not is_form(_FILE.sub("", item.text.text), deciding=False):
            yield from _reasons(item.text, adverse=False, keep=True)
    for paragraph in paragraphs(document, found.others):
        for sentence in sentences(paragraph):
            yield from _reasons(sentence, adverse=False, keep=True)


# --- notes ------------------------------------------------------------------------------------------------


def _in_notes(notes: Sequence[Passage]) -> Iterator[RefusalReason]:
    for sentence in (one for part in notes for one in sentences(part)):
        for clause in beyond_form(sentence) if not is_law(sentence.plain) else ():
            yield from _reasons(clause, adverse=True, keep=_CONCERN.search(clause.plain) is not None)
