"""Signed Yes and No answers."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.comparator.telling import Told, told_by
from consistency.model import Answer, Case, Paper, Person
from consistency.normalizer.dates import PartialDate

TOPICS = {
    "ever-refused": ("refused", "refusal", "denied", "rejected", "refuse", "refus", "rejetee"),
    "applied-before": ("applied", "application", "applications", "demande", "demandes"),
    "medical": ("medical", "tuberculosis", "health", "disorder", "treatment", "medical condition", "sante"),
    "overstayed": ("overstay", "overstayed", "without authorization", "unauthorized", "sans autorisation"),
    "criminal": ("criminal", "arrested", "charged", "convicted", "offence", "police record", "infraction", "casier"),
    "military": ("military", "army", "police service", "national service", "conscription", "service militaire"),
    "government": ("government", "public office", "gouvernement"),
    "violent-group": ("political party", "organization", "group", "parti politique"),
    "ill-treatment": ("ill treatment", "prisoners", "mauvais traitements"),
    "other-names": ("maiden name", "other name", "former name", "alias", "changed my name", "nom de jeune fille"),
    "previously-married": ("previous marriage", "first marriage", "former spouse", "divorce", "divorced", "divorcee"),
    "post-secondary": ("studies", "degree", "diploma", "university", "college", "etudes", "diplome"),
}  # fmt: skip
"""The questions whose answers are compared, and the folded words by which a letter speaks of them."""

NARROWER = {"imm5669": frozenset({"ever-refused", "criminal"})}
"""Questions that a form asks for a part only: its No does not contradict a Yes elsewhere."""


def answers(case: Case, person: Person, question: str) -> tuple[Told[Answer], ...]:
    """Give how the papers of a person answer a question, the oldest first; papers without a date are left out."""
    dated = (paper for paper in case.of(person) if paper.as_of.date is not None)
    told = (one for one in told_by(dated, Answer) if one.record.question == question)
    return tuple(one for one in told if one.record.answer is not None)


def signed(told: Told[Answer]) -> PartialDate:
    """Give the day of an answer: that of its paper."""
    day = told.paper.as_of.date
    assert day is not None, "answers() gives dated papers only"
    return day


SURE = 0.80
"""Below this confidence a mark on a picture may have been misread."""


def unsure(told: Told[Answer]) -> bool:
    """True for a mark that was read from a picture with doubt."""
    return told.paper.document.method == "ocr" and told.record.cite("answer").confidence < SURE


def submitted_with(case: Case, paper: Paper) -> Iterator[Paper]:
    """Give the papers of the submission that a paper belongs to, itself among them."""
    return (p for p in case.papers if p.application == paper.application and p.person == paper.person)
