"""Others who apply in the same folder, no relatives of the applicant: friends, two workers of one employer."""

from __future__ import annotations

from consistency.case.people import APPLICATION_FORMS
from consistency.case.relatives import TELLING
from consistency.comparator.identity.mentions import relatives_in
from consistency.comparator.identity.naming import named_in, words
from consistency.model import Case, Offer, Paper, Person
from consistency.normalizer import names, organisations
from consistency.normalizer.text import fold

NAMING = TELLING | {"employment-letter", "offer-of-employment", "employment-contract", "lmia"}
"""Papers that may name two people who apply together."""


def applies_too(case: Case, person: Person) -> bool:
    """True for somebody beside the principal with an application form of their own.

    A form with the principal's family in it was copied: whose it is, is the question.
    """
    principal = case.principal
    own = case.of(person)
    if principal is None or person.id == principal.id or person.birth_date is None:
        return False
    if not any(paper.kind in APPLICATION_FORMS for paper in own):
        return False
    family = relatives_in(case.of(principal))
    return not any(names.compare(one, other).agrees for one in relatives_in(own) for other in family)


def apply_together(case: Case, one: Person, other: Person) -> bool:
    """True where a letter names both, or both have one offer or one employer to come."""
    if any(_concerns(case, paper, one) and _concerns(case, paper, other) for paper in case.papers):
        return True
    offers = [[offer for paper in case.of(person) for offer in paper.all(Offer)] for person in (one, other)]
    return any(_is_shared(mine, theirs) for mine in offers[0] for theirs in offers[1])


def _concerns(case: Case, paper: Paper, person: Person) -> bool:
    """True for a letter about a person, or one that has two words of the name."""
    if paper.kind not in NAMING:
        return False
    spelt = {names.canonical(word) for word in fold(paper.document.text).split()}
    for named in named_in(case, person):
        own = words(named.name)
        if named.paper.path == paper.path or (own and len(own & spelt) >= min(2, len(own))):
            return True
    return False


def _is_shared(mine: Offer, theirs: Offer) -> bool:
    if mine.number and theirs.number and fold(mine.number) == fold(theirs.number):
        return True
    if not mine.employer or not theirs.employer:
        return False
    return organisations.compare(mine.employer, theirs.employer).agrees
