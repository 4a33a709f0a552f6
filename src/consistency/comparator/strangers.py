"""Papers among those of an applicant that speak of somebody else: a letter of another client, a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from consistency.comparator.mentions import Mention, among, calls, family_names, self_named, signs, subjects
from consistency.comparator.naming import Named, name_of, named_in, related
from consistency.comparator.telling import Same
from consistency.model import Case, Citation, Paper, Person, Record
from consistency.normalizer.text import fold

R = TypeVar("R", bound=Record)

ABOUT_ONE = frozenset(
    {
        "cv", "employment-letter", "explanation-letter", "offer-of-employment", "employment-contract",
        "police-certificate", "education-certificate", "language-test", "travel-history",
    }
)  # fmt: skip
"""Papers in an application that are about the applicant alone."""
LETTERS = frozenset({"employment-letter", "explanation-letter", "offer-of-employment", "employment-contract"})


class Stranger(NamedTuple):
    """Somebody of whom a paper speaks instead of the applicant: the name, and where it stands."""

    name: str
    citation: Citation


def anchor_of(own: Sequence[Named]) -> Named | None:
    """Give the name to hold others against: one that a number ties to the person, in parts where there is one."""
    linked = [n for n in own if n.linked]
    return next((n for n in linked if n.in_parts), None) or next(iter(linked), None)


def strangers(case: Case, anchor: Named, paper: Paper) -> Iterator[Stranger]:
    """Give the others of whom a paper speaks: the one whom it is about, else those in its sentences."""
    about = name_of(paper)
    if about is not None and is_about_another(case, about, anchor):
        yield Stranger(about.value, about.citation)
    elif paper.kind in LETTERS:
        for mention in (*subjects(paper), *self_named(paper)):
            if not related(mention.name, anchor.name) and not _belongs(case, mention):
                yield Stranger(mention.name.display, mention.passage.citation)


def is_about_another(case: Case, about: Named, anchor: Named) -> bool:
    """True where a paper, as its name says, is about somebody else; a slip in the name makes nobody another."""
    return about.paper.kind in ABOUT_ONE and not about.linked and is_unknown(case, about, anchor)


def is_unknown(case: Case, about: Named, anchor: Named) -> bool:
    """True where a paper is about somebody of whom no other paper speaks, and does not name the applicant at all."""
    if related(about.name, anchor.name) or calls(about.paper.document.text, anchor.name):
        return False
    return not among(about.name, family_names(case)) and not _told_of(case, about)


def _told_of(case: Case, about: Named) -> bool:
    """True where a letter or form of the same application names the person whose paper this is."""
    beside = (
        p for p in case.papers if p.application == about.paper.application and p.path != about.paper.path
    )
    return any(fold(about.value) in fold(p.document.text) for p in beside if p.kind in LETTERS or p.is_form)


def _belongs(case: Case, mention: Mention) -> bool:
    """True for a relative, and for one of the employer's people, who is named elsewhere too."""
    if among(mention.name, family_names(case)):
        return True
    paper = mention.passage.paper
    others = " ".join(p.document.text for p in case.papers if p.path != paper.path and p.kind in LETTERS)
    return signs(paper, mention.name) or fold(mention.name.display) in fold(others)


# --- what is left without them ----------------------------------------------------------------------------


def own_papers(case: Case, person: Person) -> tuple[Paper, ...]:
    """Give the papers of a person, oldest first, without those that are reported as being about somebody else.

    A letter that calls the applicant by name, or by a slip of it, is the applicant's, whoever else stands in it.
    """
    return case.once((own_papers, person.id), lambda: _own_papers(case, person))


def _own_papers(case: Case, person: Person) -> tuple[Paper, ...]:
    anchor = anchor_of(named_in(case, person))
    papers = case.of(person)
    if anchor is None or person.role in {"other", "unknown"}:
        return papers
    return tuple(paper for paper in papers if not _is_anothers(case, anchor, paper))


def _is_anothers(case: Case, anchor: Named, paper: Paper) -> bool:
    about = name_of(paper)
    if about is not None and related(about.name, anchor.name):
        return False
    return any(strangers(case, anchor, paper)) and not calls(paper.document.text, anchor.name)


def told_by(papers: Iterable[Paper], groups: Iterable[Same[R]]) -> Iterator[Same[R]]:
    """Give things as some of the papers tell them, without those of which none of these does."""
    paths = {paper.path for paper in papers}
    for group in groups:
        told = tuple(row for row in group.told if row.paper.path in paths)
        if told:
            yield replace(group, told=told)
