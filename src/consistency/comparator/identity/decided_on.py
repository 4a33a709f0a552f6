"""Decisions among an applicant's papers that name somebody else: a relative's on purpose, or a stranger's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from consistency.case.decisions import DECISIONS
from consistency.case.relatives import TELLING
from consistency.comparator.identity.mentions import calls, family_names
from consistency.comparator.identity.naming import Named, name_of, related, shortened, words
from consistency.comparator.passages import passages
from consistency.model import Case, Paper, Severity
from consistency.normalizer import kinship, names
from consistency.normalizer.refusing import refusals_in
from consistency.normalizer.text import fold


class DecidedOn(NamedTuple):
    """Somebody else whom a decision names, and how much it weighs that the paper lies here."""

    about: Named
    severity: Severity


def decided_on_others(case: Case, anchor: Named) -> Iterator[DecidedOn]:
    """Give the decisions that name somebody else, without those on whom the family's papers or a letter names.

    Who shares a name with the applicant or a relative may be the family's; so may anybody where a letter tells of a
    relative's refusal without a name. Then, and where the decision calls the applicant too, only that the paper was set
    aside is said.
    """
    for paper in case.papers:
        about = name_of(paper) if paper.kind in DECISIONS and _is_alone(case, paper) else None
        if about is None or _is_listed(case, about) or _is_named(case, about):
            continue
        kin = any(related(about.name, known) for known in (anchor.name, *family_names(case)))
        called = calls(paper.document.text, anchor.name)
        doubt = kin or called or any(map(_tells_of_a_refused_relative, case.papers))
        yield DecidedOn(about, Severity.INFO if doubt else Severity.CRITICAL)


def _is_alone(case: Case, paper: Paper) -> bool:
    """True for a decision that is nobody's, or one's of whom there is nothing but decisions."""
    if paper.person is None:
        return True
    owner = next(person for person in case.people if person.id == paper.person)
    return owner.role in {"other", "unknown"} and all(p.kind in DECISIONS for p in case.of(owner))


def _is_listed(case: Case, about: Named) -> bool:
    return any(
        names.likely_same_person(about.name, known) or shortened(about.name, known)
        for known in family_names(case)
    )


def _is_named(case: Case, about: Named) -> bool:
    """True where a sentence of a letter, or the words of a form, have two words of the name or more."""
    own = words(about.name)
    for paper in case.papers:
        if paper.kind in TELLING or paper.is_form:
            said = ({names.canonical(word) for word in fold(p.text).split()} for p in passages(paper))
            if any(len(own & spelt) > 1 for spelt in said):
                return True
    return False


def _tells_of_a_refused_relative(paper: Paper) -> bool:
    """True for a letter in a sentence of which a relative was refused."""
    told = (fold(p.text) for p in passages(paper)) if paper.kind in TELLING else ()
    return any(
        any(refusals_in(text)) and any(kinship.relation(word) for word in text.split()) for text in told
    )
