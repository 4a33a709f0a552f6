"""Findings of misrepresentation (A40), as IRCC's papers, the forms and the applicant's letters tell them."""

import re
from collections.abc import Iterator

from msgspec import Struct

from consistency.case.decisions import decided_by_canada
from consistency.comparator.answers import answers
from consistency.comparator.openly import is_supplement
from consistency.comparator.passages import Passage
from consistency.comparator.searching import passages_with
from consistency.model import Case, Citation, Paper, Person
from consistency.normalizer import dates
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.negation import affirmed, flat

_FOUND = expression(
    r"(?:inadmissib\w+|interdite?s? de territoire)\b[^.]{0,160}?"
    r"(?:\b(?:a|s\.? ?|section |paragraph |article )?40 ?\(1\)|\ba40\b"
    r"|misrepresent|withholding material|fausses? declarations?|presentation erronee|reticence)"
    r"|(?:40 ?\(1\)|\ba40\b|misrepresent\w*|fausses? declarations?|presentation erronee)[^.]{0,160}?"
    r"(?:inadmissib\w+|interdite?s? de territoire|(?:five|5)[- ]?(?:year|yr)|cinq ans|\brefus)"
    r"|(?:refused|refusee?|banned|barred|ban)\b[^.]{0,60}(?:40 ?\(1\)|\ba40\b|misrepresent|fausses? declarations?)"
    r"|\b(?:finding|determination|conclusion|constat) (?:of|de|d')[^.]{0,20}?(?:misrepresent\w*|fausses? declarations?)"
    r"[^.]{0,80}?\b(?:(?:was|is|has been|been) (?:hereby )?(?:made|entered|recorded|confirmed|upheld)"
    r"|a ete (?:rendue?|faite?|prononcee?|etablie?))\b"
    r"|\b(?:found|determined) to have (?:misrepresented|withheld material|made (?:a )?(?:false|misrepresent))"
)
"""What says (flat) that somebody was found inadmissible for misrepresentation."""

_INDUCED = expression(r"(?:that )?(?:induces? or )?(?:could|might) (?:have )?induced? .*")
"""The words of the Act (flat) that follow every finding and sound like a doubt."""

_OPEN = expression(
    r"\b(?:may(?!,? \d)|might|could|would|can|whether|concern\w*|consider\w*|allegation|possible|fairness"
    r"|opportunity|if\b|review for|susceptible|pourri\w+|pourrait|preoccup\w+|envisag\w+|equite)\b"
)
"""A letter that only puts the question."""

_UNDONE = expression(
    r"\b(?:set aside|quashed|overturned|rescinded|judicial review (?:was |is |has been )?(?:allowed|granted)|annulee?"
    r"|infirmee?|accueilli\w*)\b"
)


class Ban(Struct, frozen=True):
    """A finding, the sentence that tells it and the day from which it counts."""

    paper: Paper
    text: str
    citation: Citation
    day: PartialDate | None
    """The decision's own day, else the one that the sentence tells; None where no paper tells it."""


def bans(case: Case, person: Person) -> Iterator[Ban]:
    """Give the findings that the papers of a person tell: not those that a letter only puts as a question."""
    for paper in case.of(person):
        if decided_by_canada(paper) or is_supplement(paper):
            for passage in passages_with(paper, _FOUND, flat):
                if _says(passage.text):
                    yield Ban(paper, passage.text, _cited(passage), _day(paper, passage.text))
    for told in answers(case, person, "ever-refused"):
        details = told.record.details or ""
        if _says(details):
            yield Ban(told.paper, details, told.cite("details", details), _day(told.paper, details))


def _says(text: str) -> bool:
    words = flat(text)
    return _affirmed(words) is not None and not _OPEN.search(_INDUCED.sub("", words))


def _affirmed(words: str) -> re.Match[str] | None:
    """Give where a text affirms a finding, also one of which a semicolon parts the ground from what follows of it."""
    return affirmed(words, _FOUND) or affirmed(words.replace(";", ","), _FOUND)


def _cited(passage: Passage) -> Citation:
    found = _affirmed(flat(passage.text))
    return passage.cite(found[0] if found else None)


def _day(paper: Paper, text: str) -> PartialDate | None:
    if decided_by_canada(paper):
        return paper.as_of.date
    found = dates.find_dates(text)
    return found[0].date if found else None


def undone(case: Case, person: Person) -> Passage | None:
    """Give the sentence of a letter that says that a finding was undone."""
    papers = (paper for paper in case.of(person) if is_supplement(paper))
    return next((passage for paper in papers for passage in passages_with(paper, _UNDONE, flat)), None)
