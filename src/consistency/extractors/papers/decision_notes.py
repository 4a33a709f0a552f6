"""An officer's notes on a decision in a file of their own, as IRCC has sent them with its letters since July 2025."""

from consistency.extractors.reading import Reading
from consistency.extractors.refusals.grounds import grounds_in_notes
from consistency.extractors.refusals.head import Head, head_of
from consistency.extractors.refusals.noted import stated_in
from consistency.extractors.refusals.text import NOTES_LEAD, NOTES_TITLE, noted, parts
from consistency.extractors.wording.letters import language_of, salutation_at
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.model import Document, Evidence, Fact, Record, Refusal
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression

_FORM = expression(r"\bimm ?0276")
_BEGINS = expression(
    r"\b(?:i have|i've) (?:carefully )?reviewed (?:the|this) application|application reviewed"
    r"|j'ai (?:examine|passe en revue|etudie) (?:la|cette) demande|demande examinee"
)
_REFUSED = expression(
    r"\b(?:i have|i am|i|application|demande|j'ai|je|is|was|est|a ete)(?: \w+){0,3} (?P<it>refus\w*"
    r"|reject\w*|rejet\w*)|\b(?P<it2>refused|refusee)\b"
)
_LETTER = expression(
    r"thank you for your interest|remercions de l'interet|your application (?:has been|was|is) refused for"
)
_ENTERED, _SEVERAL = expression(r"(?m)^\W*\d{4}[/-]\d{2}[/-]\d{2}\b(?! ?\))"), 2
"""The day with which each entry of a file begins, of which one alone may date the notes."""
_STAMPED = expression(r"information disclosed under the access|divulguee en vertu de la loi")


def recognise(document: Document) -> float:
    """Say how sure it is that these are an officer's notes on a decision, without the letter."""
    text = plain(document.text)
    head = plain("\n".join(line.text for line in document.lines[:16]))
    clues = (
        _FORM.search(text),
        NOTES_TITLE.search(head),
        NOTES_LEAD.search(text),
        _BEGINS.search(text),
        _REFUSED.search(text),
    )
    count = sum(bool(clue) for clue in clues)
    if count < 2 or _STAMPED.search(text) or not any(clues[:4]):
        return 0.0
    above = " ".join(line.text for line in parts(document).letter)
    letter = salutation_at(document) is not None or _LETTER.search(text) or len(above.split()) > 80
    if len(_ENTERED.findall("\n".join(line.text for line in document.lines))) >= _SEVERAL:
        return 0.3  # a file's notes, whose last entry decides
    sure = any(clues[:3])
    return 0.2 if letter else min(1.0, 0.4 + 0.2 * count if sure else 0.3 + 0.12 * count)


def read(document: Document) -> Reading:
    """Read whose application was refused, why, and what the officer noted of the applicant."""
    head = head_of(document)
    notes = _notes(document)
    decision = _decision(document)
    own = _refusal(head, decision) if decision else None
    said = stated_in(notes, own)
    facts = (*head.facts, *((Fact("decision", "refused", decision),) if decision else ()), *said.facts)
    records: tuple[Record, ...] = (*((own,) if own else ()), *said.records, *grounds_in_notes(notes))
    return Reading(head.as_of, facts, records, language=language_of(document))


def _notes(document: Document) -> tuple[Passage, ...]:
    """Give the notes: what stands below their title or lead, else everything."""
    both = parts(document)
    below = noted(document, both.notes)
    return below or noted(document, both.letter)


def _decision(document: Document) -> Evidence | None:
    """Give the words with which the notes, or what leads to them, say that it was refused: the last ones."""
    whole = passage(document, document.lines)
    found = list(_REFUSED.finditer(whole.plain))
    return whole.cite(*found[-1].span()) if found else None


def _refusal(head: Head, decision: Evidence) -> Refusal:
    number, day = head.number, head.day
    return Refusal(
        evidence=day.evidence if day else decision,
        cells={"number": number.evidence} if number else {},
        period=Period(day.date, None) if day else None,
        number=number.value if number else None,
        country="CA",
    )
