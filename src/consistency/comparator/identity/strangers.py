"""Papers among those of an applicant that speak of somebody else: a letter of another client, a template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from consistency.comparator.identity.fellow_applicants import applies_too
from consistency.comparator.identity.mentions import (
    Mention,
    among,
    calls,
    family_names,
    relatives_in,
    self_named,
    signs,
    subjects,
)
from consistency.comparator.identity.naming import Named, name_of, named_in, related
from consistency.model import Case, Citation, FamilyMember, Job, Offer, Paper, Person
from consistency.normalizer import names
from consistency.normalizer.expressions import expression
from consistency.normalizer.names import PersonName
from consistency.normalizer.text import fold

ABOUT_ONE = frozenset(
    {
        "cv", "employment-letter", "explanation-letter", "offer-of-employment", "employment-contract",
        "police-certificate", "education-certificate", "language-test", "travel-history", "payslip", "tax-slip",
    }
)  # fmt: skip
"""Papers in an application that are about the applicant alone."""
SPOUSES = frozenset({"spouse", "partner", "previous-spouse"})
LETTERS = frozenset({"employment-letter", "explanation-letter", "offer-of-employment", "employment-contract"})


_VERSUS = expression(
    r"(?:[^\W\d_][\w'’-]*[ .]+){1,4}(?:v|vs|c)\.? (?=Canada|the Minister|le Canada|M\.?C\.?I)"
)
_APOSTROPHE = expression(r"['’]")


class Stranger(NamedTuple):
    """Somebody of whom a paper speaks instead of the applicant: the name, and where it stands."""

    name: str
    citation: Citation


def anchor_of(own: Sequence[Named]) -> Named | None:
    """Give the name to hold others against: one that a number ties to the person, in parts where there is one."""
    linked = [n for n in own if n.linked]
    return next((n for n in linked if n.in_parts), None) or next(iter(linked), None)


def strangers(case: Case, anchor: Named, paper: Paper) -> Iterator[Stranger]:
    """Give the others of whom a paper speaks: the one whom it is about, else those in its sentences.

    A letter that tells of the applicant by name is written by somebody else: its "I" is no stranger.
    """
    about = name_of(paper)
    if about is not None and is_about_another(case, about, anchor):
        yield Stranger(about.value, about.citation)
    elif paper.kind in LETTERS:
        told = subjects(paper)
        told_of = any(related(mention.name, anchor.name) for mention in told)
        for mention in told if told_of else (*told, *self_named(paper)):
            if not related(mention.name, anchor.name) and not _belongs(case, mention):
                yield Stranger(mention.name.display, mention.passage.citation)


def is_about_another(case: Case, about: Named, anchor: Named) -> bool:
    """True where a paper, as its name says, is about somebody else; a slip in the name makes nobody another."""
    return about.paper.kind in ABOUT_ONE and not about.linked and is_unknown(case, about, anchor)


def is_unknown(case: Case, about: Named, anchor: Named) -> bool:
    """True where a paper is about somebody of whom no other paper speaks, and does not name the applicant at all."""
    if related(about.name, anchor.name) or calls(about.paper.document.text, anchor.name):
        return False
    known = family_names(case)
    apart = _person_of(case, about) if _is_apart(case, about) else None
    own = case.of(apart) if apart else ()
    if own:
        known = relatives_in(paper for paper in case.papers if paper not in own)
        if _is_kin(own, anchor, known):
            return False
    return not among(about.name, known) and not _told_of(case, about)


def _is_kin(own: Sequence[Paper], anchor: Named, known: Sequence[PersonName]) -> bool:
    """True where somebody's papers name the applicant, or a parent, sibling or child whom other papers name too.

    A spouse in common makes nobody a relative: the form was copied.
    """
    blood = {m.name for p in own for m in p.all(FamilyMember) if m.name and m.relation not in SPOUSES}
    kin = [names.parse_full(name) for name in sorted(blood)]
    shared = any(names.compare(one, other).agrees for one in kin for other in known)
    return shared or any(names.compare(one, anchor.name).agrees for one in relatives_in(own))


def _is_apart(case: Case, about: Named) -> bool:
    """True for a paper of somebody else than the applicant, whose own forms tell a family of their own."""
    return about.paper.is_form and case.principal is not None and about.paper.person != case.principal.id


def _person_of(case: Case, about: Named) -> Person | None:
    return next((person for person in case.people if person.id == about.paper.person), None)


def _told_of(case: Case, about: Named) -> bool:
    """True where a letter or form of the same application names the person whose paper this is: not an own one."""
    principal = case.principal
    own = about.paper.person if principal is None or about.paper.person != principal.id else None
    beside = (
        p
        for p in case.papers
        if p.application == about.paper.application
        and p.path != about.paper.path
        and (own is None or p.person != own)
    )
    return any(_names(p.document.text, about.name) for p in beside if p.kind in LETTERS or p.is_form)


def _belongs(case: Case, mention: Mention) -> bool:
    """True for a relative, an employer, another applicant, and one of the employer's people, named elsewhere too."""
    if any(names.compare(mention.name, name).agrees for name in _fellows(case)):
        return True
    if among(mention.name, family_names(case)) or any(_names(one, mention.name) for one in _employers(case)):
        return True
    paper = mention.passage.paper
    others = (p.document.text for p in case.papers if p.path != paper.path and p.kind in LETTERS)
    if _is_of_a_case(paper.document.text, mention.name):
        return True
    return signs(paper, mention.name) or any(_names(text, mention.name) for text in others)


def _is_of_a_case(text: str, name: PersonName) -> bool:
    """True for a party to a case that a letter cites: "Singh v. Canada"."""
    last = name.all_tokens[-1:]
    return any(set(last) <= set(fold(found[0]).split()) for found in _VERSUS.finditer(text))


def _fellows(case: Case) -> Sequence[PersonName]:
    """Give the names of the others who apply in this folder."""
    fellows = (person for person in case.people if applies_too(case, person))
    return [named.name for person in fellows for named in named_in(case, person)]


def _names(text: str, name: PersonName) -> bool:
    """True where a text has a name, each word of it whole: no "Ana Lim" stands in "Ana Limited"."""
    return f" {_spelt(name.display)} " in f" {_spelt(text)} "


def _spelt(text: str) -> str:
    """Give the folded words of a text, "Baker" for "Baker's" and "Ana" for "d'Ana"."""
    return " ".join(word for word in fold(_APOSTROPHE.sub(" ", text)).split() if word != "s")


def _employers(case: Case) -> set[str]:
    """Give the employers that any paper names: a household's is a person."""
    offers = {offer.employer for paper in case.papers for offer in paper.all(Offer)}
    jobs = {job.employer for paper in case.papers for job in paper.all(Job)}
    return {employer for employer in offers | jobs if employer}


# --- the case without them --------------------------------------------------------------------------------


def without_strangers(case: Case) -> Case:
    """Give the case without the papers that are reported as being about somebody else; itself where there is none.

    A letter that calls the applicant by name, or by a slip of it, is the applicant's, whoever else stands in it.
    """
    principal = case.principal
    anchor = anchor_of(named_in(case, principal)) if principal else None
    if principal is None or anchor is None:
        return case
    out = {paper.path for paper in case.of(principal) if _is_anothers(case, anchor, paper)}
    if not out:
        return case
    return replace(
        case,
        papers=tuple(paper for paper in case.papers if paper.path not in out),
        applications=tuple(
            replace(one, documents=tuple(path for path in one.documents if path not in out))
            for one in case.applications
        ),
    )


def _is_anothers(case: Case, anchor: Named, paper: Paper) -> bool:
    about = name_of(paper)
    if about is not None and related(about.name, anchor.name):
        return False
    return any(strangers(case, anchor, paper)) and not calls(paper.document.text, anchor.name)
