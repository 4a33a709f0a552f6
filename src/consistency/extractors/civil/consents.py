"""A parent's consent to the journey of children with the other parent: who the children are, and that parent."""

import re
from collections.abc import Iterator

from consistency.extractors.civil import words
from consistency.extractors.civil.registry import Registry
from consistency.extractors.wording.letters import Cut, Dated
from consistency.extractors.wording.official import titled
from consistency.extractors.wording.persons import is_person, name_at
from consistency.extractors.wording.prose import Passage, plain
from consistency.model import Document, FamilyMember, Record
from consistency.normalizer import dates
from consistency.normalizer.expressions import expression

_TITLE_LINES = 6
_PARENT = expression(
    r"\b(?:their|the|his|her|leur|son|sa|le|la) (?:father|mother|pere|mere),?\s+(?:mr\.? |mrs\.? |ms\.? )?"
)
_WORD = expression(r"[^\W\d_][\w'’.-]*")
_MOST = 5
"""So many words a child's name has at most."""


def consents(document: Document) -> bool:
    """Tell whether a parent lets children travel with the other parent here."""
    text = " ".join(plain(document.text).split())
    return titled(document, words.CONSENT, _TITLE_LINES) and words.TO_TRAVEL.search(text) is not None


def children(registry: Registry) -> Iterator[Record]:
    """Give the children whom a consent names with the day of birth, and the parent with whom they go."""
    part = next((p for p in registry.parts if words.TO_TRAVEL.search(p.plain)), None)
    other = _other_parent(part) if part else None
    if part is None or other is None:
        return
    for child, day in _born(registry, part):
        yield FamilyMember(
            evidence=child.evidence,
            cells={"name": child.evidence, "birth_date": day.evidence, "father": other.evidence},
            relation="child",
            name=child.text,
            birth_date=day.date,
        )


def _other_parent(part: Passage) -> Cut | None:
    return next((name for m in _PARENT.finditer(part.plain) if (name := name_at(part, m.end()))), None)


def _born(registry: Registry, part: Passage) -> Iterator[tuple[Cut, Dated]]:
    """Give each name behind the word for the children with the day of birth that follows it."""
    told = words.TO_TRAVEL.search(part.plain)
    start = told.start() if told else 0
    for found in dates.find_dates(part.text, order=registry.order):
        lead = words.BEHIND_CHILD.search(part.plain, start, found.start) if found.start > start else None
        name = _before(part, start, lead.start()) if lead else None
        if name and not _PARENT.search(part.plain[: name[0]][-30:] + " "):
            yield (
                Cut(name[1], part.cite(name[0], name[0] + len(name[1]))),
                Dated(found.date, part.cite(found.start, found.end)),
            )


def _before(part: Passage, start: int, end: int) -> tuple[int, str] | None:
    """Give the capitalised words that end at a place, and where they begin."""
    found = [*_WORD.finditer(part.text, start, end)][-_MOST:]
    kept: list[re.Match[str]] = []
    for word in reversed(found):
        joined = not kept or not part.text[word.end() : kept[-1].start()].strip()
        if not word[0][0].isupper() or not joined:
            break
        kept.append(word)
    name = part.text[kept[-1].start() : end].strip(" ,") if kept else ""
    return (kept[-1].start(), name) if kept and is_person(name) else None
