"""Papers of criminal courts and prosecutors of no kind of their own: whether the applicant is the one accused there."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.comparator.passages import Passage
from consistency.model import Document, Line, Paper, Person
from consistency.normalizer import names
from consistency.normalizer.dates import PartialDate, find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_HEAD, _CAPTION = 10, 30
"""A court names itself among so many lines, and the parties among so many."""
_BESIDE = 1
"""So many lines below a name may stand what its bearer is before the court."""
_COURT = expression(
    r"\b(?:courts?|tribunal|magistrates?|juzgado|prosecutor s office|public prosecut\w+|parquet|ministere public"
    r"|fiscalia"
    r"|police station)\b"
)
_CRIMINAL = expression(
    r"\b(?:crim(?:inal)? (?:case|cause|appeal|court|division|proceedings?|complaint|action)"
    r"|chambre (?:correctionnelle|criminelle)"
    r"|correctionnel(?:le)?|people of the|(?:the )?(?:state|republic|crown|king|queen|people|prosecut(?:or|ion)"
    r"|rex|regina)"
    r" (?:v|vs|versus|against)|first information report|(?:arrest|police) case|penal code"
    r"|charge sheet|bill of indictment|arraign\w+"
    r"|ministere public contre"
    r"|proceso penal|causa penal|acao penal)\b"
)
_ACCUSED = expression(
    r"\b(?:accused|defendants?|prevenue?s?|inculpee?s?|mise? en (?:cause|examen)|suspects?|imputad[oa]s?"
    r"|acusad[oa]s?|reus?"
    r"|v|vs|versus|against|contre)\b"
)
_ANOTHER = expression(r"\b(?:namesake|homonym\w*|not the (?:same person|accused|person)|mistaken identity)\b")
_CLEARED = expression(
    r"\b(?:no|not|never|nil|without|aucune?|neant)\b(?: (?!doubt|bail)\w+){0,8} (?:cases?|charges?|records?"
    r"|pending|convict\w+|accus\w+|charged|affaires?|poursuites?|plaintes?|condamn\w+)\b|\bclearance\b"
)
"""Words of a court that certifies that it holds nothing against somebody."""
_BESIDES = expression(
    r"\b(?:complainants?|witness(?:es)?|plaintiffs?|informants?|victims?|offended|reported by|plaignante?s?|temoins?"
    r"|partie civile|denunciante|testigos?)\b"
)
"""What somebody is in a criminal case who is not accused."""
_ROLE = 3
"""So few words has a line that says no more than what somebody is."""
_WORDS = 2
"""So many words of a person's name make sure that the person is meant."""


def accusation(paper: Paper, person: Person) -> tuple[Passage, PartialDate | None] | None:
    """Give the line by which a criminal court calls a person accused, and the day of its paper."""
    if paper.kind != "unknown" or not paper.document.once(_is_of_a_criminal_court):
        return None
    own = {names.canonical(word) for word in names.parse_full(person.name).all_tokens if len(word) > 1}
    line = next(
        (line for line in _accused(paper.document) if len(_names(line) & own) >= min(_WORDS, len(own))), None
    )
    if line is None:
        return None
    days = [found.date for found in find_dates(paper.document.text) if found.date.precision == "day"]
    told = paper.as_of.date if paper.as_of.basis == "stated" else None
    return Passage(paper, " ".join(line.text.split()), line), max(
        days, key=lambda day: day.earliest, default=told
    )


def _names(line: Line) -> set[str]:
    return {names.canonical(word) for word in fold(line.text).split()}


def _is_of_a_criminal_court(document: Document) -> bool:
    head = [fold(line.text) for line in document.lines[:_CAPTION]]
    caption = " ".join(head)
    sworn = any(line.startswith("affidavit") for line in head)
    named = any(_COURT.search(line) for line in head[:_HEAD]) and not sworn
    criminal = _CRIMINAL.search(caption) and _ACCUSED.search(caption)
    if _CLEARED.search(caption):
        return False
    return named and bool(criminal) and not _ANOTHER.search(fold(document.text))


def _accused(document: Document) -> Iterator[Line]:
    """Give the lines of the caption that hold what somebody is accused as, or stand just above one."""
    lines = document.lines[:_CAPTION]
    for number, line in enumerate(lines):
        own, *below = (fold(other.text) for other in lines[number : number + 1 + _BESIDE])
        roles = (text for text in below if len(text.split()) <= _ROLE)
        if not _BESIDES.search(own) and any(map(_ACCUSED.search, (own, *roles))):
            yield line
