"""Signed Yes and No answers."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.comparator.telling import Told
from consistency.model import Answer, Case, Paper, Person
from consistency.normalizer.dates import PartialDate


def answers(case: Case, person: Person, question: str) -> tuple[Told[Answer], ...]:
    """Give how the papers of a person answer a question, the oldest first; papers without a date are left out."""
    return tuple(
        Told(paper, answer)
        for paper in case.of(person)
        if paper.as_of.date is not None
        for answer in paper.all(Answer)
        if answer.question == question and answer.answer is not None
    )


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
