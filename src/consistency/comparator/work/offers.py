"""The job in Canada that a draft is for, as its papers tell it: the form, the assessment, the offer, the contract.

The offers of one submission are one offer told several times; those of past submissions are other offers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from consistency.comparator.searching import passages_with
from consistency.comparator.statements import citations, parted, said, settled
from consistency.comparator.telling import Detail, Told, told_by
from consistency.model import Case, Citation, Offer, Paper, Permit, Person
from consistency.normalizer.dates import PartialDate, find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.identifiers import offer_number
from consistency.normalizer.text import fold

EXEMPT = "A"
"""The letter with which the number of an offer begins that needs no assessment (and no LMIA number does)."""

OPEN = "open work permit"
"""The type of permit, as a form tells it, that binds to no employer."""

LETTERS = frozenset({"explanation-letter"})

_REPLACING = frozenset({"offer-of-employment", "employment-contract"})
_REPLACES = expression(
    r"\b(?:amends?|replaces?|supersedes?|cancels|revises|modifie|remplace|annule)\b.{0,60}?\b(?:offer|letter|contract"
    r"|agreement|offre|lettre|contrat|entente)\b"
)
"""Words (folded) of a paper that takes the place of an earlier one."""


Term = Detail[Offer]
"""One term of the offer as one paper tells it, in the words for the report."""


def applicants(case: Case) -> Iterator[Person]:
    """Give the people for whom the draft holds an offer: one who comes along has none of their own."""
    for person in case.people:
        if any(True for _ in drafted(case, person)):
            yield person


def drafted(case: Case, person: Person) -> Iterator[Told[Offer]]:
    """Give the offers that the papers of a person's draft tell, without the papers that a later one replaces."""
    papers = [paper for paper in case.drafted(person) if any(paper.all(Offer))]
    gone = case.once((_replaced, person.id), lambda: _replaced(papers))
    return told_by((paper for paper in papers if paper.path not in gone), Offer)


def _replaced(papers: Sequence[Paper]) -> frozenset[str]:
    """Give the paths of the offers and contracts that a later one of their kind amends, by their day."""
    amending = [(paper, days) for paper in papers if paper.kind in _REPLACING and (days := _amends(paper))]
    return frozenset(
        old.path
        for paper, days in amending
        for old in papers
        if old.kind == paper.kind and old.path != paper.path and old.as_of.date is not None
        if not all(day.conflicts(old.as_of.date) for day in days)
    )


def _amends(paper: Paper) -> list[PartialDate]:
    """Give the days of the papers that a paper says it replaces."""
    told = (passage.text for passage in passages_with(paper, _REPLACES))
    own = paper.as_of.date
    return [found.date for text in told for found in find_dates(text) if own is None or found.date != own]


def refused(case: Case, person: Person) -> Iterator[Told[Offer]]:
    """Give the offers of the person's submissions that were refused."""
    for paper in case.of(person):
        application = case.application_of(paper)
        if application is not None and application.role == "past" and application.outcome == "refused":
            yield from told_by([paper], Offer)


def terms(case: Case, person: Person, field: str, text: Callable[[Offer], str | None]) -> tuple[Term, ...]:
    """Give one term of the draft's offer in every paper that tells it."""
    found = ((told, text(told.record)) for told in drafted(case, person))
    return tuple(Detail(told, field, value) for told, value in found if value)


def apart(told: Iterable[Term], agree: Callable[[str, str], bool]) -> tuple[tuple[Term, ...], ...]:
    """Part the tellings of a term into those that agree; what a picture blurs is no value of its own."""
    return settled(parted(told, lambda one, other: agree(one.value, other.value)))


def sides(groups: Sequence[Sequence[Term]]) -> tuple[str, tuple[Citation, ...]]:
    """Give the sentence that tells each value with its papers, and the places of both sides."""
    return said(groups), citations(groups)


def in_portal(case: Case, person: Person) -> bool:
    """True for an offer that the employer made in IRCC's portal: its number begins with A and seven digits follow."""
    return any(offer_number(told.record.number or "") for told in drafted(case, person))


def is_open(case: Case, person: Person) -> bool:
    """True where a form of the person's draft applies for an open work permit."""
    forms = [paper for paper in case.drafted(person) if paper.is_form]
    return any(OPEN in fold(permit.status or "") for form in forms for permit in form.all(Permit))
