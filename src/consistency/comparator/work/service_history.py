"""Military, police and security service and government positions, wherever the papers of a person tell them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from consistency.comparator.aligned.alignment import same
from consistency.comparator.answers import answers, signed
from consistency.comparator.passages import Passage
from consistency.comparator.searching import folded, utterances_with
from consistency.comparator.statements import named
from consistency.comparator.telling import Told
from consistency.model import (
    Answer,
    Case,
    Citation,
    Document,
    GovernmentPosition,
    Job,
    MilitaryService,
    Paper,
    Person,
    Record,
)
from consistency.normalizer import services
from consistency.normalizer.dates import PartialDate, find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.negation import flat, of_kin
from consistency.normalizer.services import Service
from consistency.normalizer.text import fold

Classify = Callable[[str | None, str | None], Service | None]

_FORCE = (
    r"(?:armed forces|army|navy|air force|police(?: force| service)?|gendarmerie|militia|national guard"
    r"|reserve forces?"
    r"|military|l?armee|forces armees|ejercito|exercito)"
    r"(?! (?:public )?(?:schools?|hospital|canteen|club|stores?|welfare|band|museum|college|academy|officers at))"
)
_DUTY = (
    r"(?:(?:military|national|compulsory|mandatory|obligatory|army) (?:military )?service"
    r"|service (?:militaire|national)|servicio militar|servico militar|conscription)"
)
_SERVED = expression(
    rf"\b(?:(?:served|serving|servi|enlisted|conscripted|drafted|called up)"
    rf" (?:in|into|with|for|as|by|to|dans|au|a|comme)|joined|integre|rejoint)(?: \w+){{0,4}} {_FORCE}\b"
    rf"|\b(?:completed|complete|did|done|performed|fulfilled|finished|underwent|served|effectue|accompli|termine"
    rf"|fait)"
    rf"(?: \w+){{0,3}} {_DUTY}\b"
    rf"|\b(?:military|national|compulsory) service(?: status| obligations?)? (?:completed|done|fulfilled|finished"
    rf"|discharged|performed|yes|from|in|(?:19|20)\d\d)\b"
    rf"|\bservice (?:militaire|national) (?:effectue|accompli|fait|oui|termine|de|du|en|(?:19|20)\d\d)\b"
    rf"|\b(?:military (?:booklet|id card|discharge|service (?:card|certificate|book))|livret militaire"
    rf"|discharge (?:certificate|card|book) (?:from|of) (?:the )?(?:army|military|armed)|end of service card"
    rf"|completion of (?:military|national|compulsory) service)\b"
    r"|\b(?:discharged|transferred|dismissed|released) (?:in)?to (?:the )?(?:military )?reserves?\b"
    r"|\bmilitary oath(?: \w+){0,4} (?:19|20)\d\d\b|\bcalled up(?: \w+){0,4} (?:19|20)\d\d\b"
    r"|\b(?:verse|transfere) (?:dans|a) la reserve\b"
    r"|\bdate of (?:enlistment|enrolment|enrollment|conscription|call up)(?: \w+){0,4} (?:19|20)\d\d\b"
    r"|\bhonou?rabl[ey] (?:discharged|released|dismissed)\b"
    rf"|\b(?:discharged|released|demobili[sz]ed|retired) from (?:the |active )*(?:{_FORCE}|active duty"
    rf"|military service)\b"
    r"|\bconscript(?:ion)? service\b(?: \w+){0,8} (?:from|since|\d{1,2} \d{1,2} (?:19|20)\d\d|(?:19|20)\d\d)\b"
    r"|\b(?:performed|served|spent|passed|passing of)\b(?: \w+){0,5} (?:military|conscript|army) (?:duty|unit)\b"
    r"|\b(?:corporal|sergeant|lieutenant|captain(?!(?: \w+){1,8} employed)|soldier)\b"
    r"(?! (?:of|for|in|at|s)\b)(?: \w+){1,8} (?:was|has been"
    r"|had been) (?:employed|enlisted"
    r"|serving|posted)\b"
)
"""Words (folded) that say that somebody served."""

_HEADED = expression(
    rf"\b(?:{_FORCE}|ministry of (?:national )?defen[cs]e|ministere de la defense|ministerio de defensa)\b"
)
_HEAD = 8
"""A force names itself among so many lines."""
_DENIED = expression(
    r"\b(?:no|not|never|without|nor|jamais|aucune?|n ?ai|nai|pas|if|whether|required to|liable|obliged to)\b"
)
_EXEMPT = expression(r"\b(?:exempt\w*|dispens\w*|deferr\w*|postpon\w*|unfit|waive\w*|reforme|ajourne\w*)\b")

SPEAKING = frozenset(
    {
        "cv", "explanation-letter", "unknown", "gcms-notes", "decision-notes", "civil-certificate", "personal-record",
    }
)  # fmt: skip
"""Papers whose words may tell a service that no record holds."""

EXEMPTED = expression(
    r"\b(?:exempt\w*|dispens\w*|deferr\w*|unfit)\b.{0,60}\b(?:military|militaire|national service|conscription)\b"
    r"|\b(?:military|militaire|national service|conscription)\b.{0,60}\b(?:exempt\w*|dispens\w*|deferr\w*|unfit)\b"
)
"""Words (folded) that say that somebody need not serve."""


class Served(Struct, frozen=True):
    """A service or position as one paper tells it."""

    paper: Paper
    words: str
    citation: Citation
    begins: PartialDate | None
    sure: bool

    def known(self, answer: Told[Answer]) -> bool:
        """True where it began before a form was signed; one without a time counts as begun."""
        return self.begins is None or not self.begins.latest > signed(answer).earliest


def told_service(case: Case, person: Person) -> tuple[Served, ...]:
    """Give the military, police and security service that any paper tells."""
    unarmed = serves_unarmed(case, person)
    told = [
        *_by_jobs(case, person, partial(services.armed, unarmed=unarmed)),
        *_by_records(case, person, MilitaryService),
        *_by_words(case, person, unarmed=unarmed),
    ]
    return tuple(told)


def serves_unarmed(case: Case, person: Person) -> bool:
    """True where a person's national service is one without arms: a paper names the scheme, or the country has such."""
    papers = case.of(person)
    countries = {fact.value for paper in papers for fact in paper.facts if fact.attribute == "citizenship"}
    return any(map(services.serves_unarmed, countries)) or any(map(_names_scheme, papers))


def _names_scheme(paper: Paper) -> bool:
    jobs = (f"{job.title or ''} | {job.employer or ''}" for job in paper.all(Job))
    if paper.is_form:
        told: Iterable[str] = (*jobs, *(answer.details or "" for answer in paper.all(Answer)))
        return any(map(services.names_scheme, told))
    return paper.document.once(_tells_scheme) or any(map(services.names_scheme, jobs))


def _tells_scheme(document: Document) -> bool:
    return services.names_scheme_folded(folded(document))


def told_positions(case: Case, person: Person) -> tuple[Served, ...]:
    """Give the government positions that any paper tells."""
    jobs = _by_jobs(case, person, services.government)
    return (*jobs, *_by_records(case, person, GovernmentPosition))


def _by_jobs(case: Case, person: Person, classify: Classify) -> Iterator[Served]:
    """Give the jobs that are one; what one telling of a job makes certain is certain of all."""
    for group in same(case, person, Job):
        rows = [(t, classify(t.record.title, t.record.employer)) for t in group.told]
        found = [(told, service) for told, service in rows if service is not None]
        sure = any(service.sure for _, service in found)
        begun = [t.record.start for t, _ in found if t.record.start]
        begins = min(begun, key=lambda day: day.latest, default=None)
        for told, _ in found:
            words = ", ".join(filter(None, (told.record.title, told.record.employer)))
            value = told.record.employer or told.record.title
            field = "employer" if told.record.employer else "title"
            yield Served(told.paper, words, told.cite(field, value), begins, sure)


def _by_records(case: Case, person: Person, record: type[Record]) -> Iterator[Served]:
    for paper in case.of(person):
        for one in paper.all(record):
            name = str(getattr(one, "name", None) or one.evidence.quote or record.type.replace("_", " "))
            begins = one.start
            yield Served(paper, name, Citation(one.cite("name"), name, paper.as_of.date), begins, True)


def _by_words(case: Case, person: Person, *, unarmed: bool) -> Iterator[Served]:
    for paper in case.of(person):
        for passage in utterances_with(paper, _SERVED) if _speaks(paper) else ():
            if says_service(passage.text, unarmed=unarmed):
                days = find_dates(passage.text)
                yield Served(paper, passage.text, _whole(passage), days[0].date if days else None, True)


def _speaks(paper: Paper) -> bool:
    """True for papers whose words may tell a service, and for the letter of a force about one of its own."""
    return paper.kind in SPEAKING or (
        paper.kind == "employment-letter" and paper.document.once(_is_of_a_force)
    )


def _is_of_a_force(document: Document) -> bool:
    return any(_HEADED.search(fold(line.text)) for line in document.lines[:_HEAD])


def says_service(text: str, *, unarmed: bool = False) -> bool:
    """True where a sentence says of the applicant, and not of somebody else, that a service was done.

    A national service that is known to be without arms is none.
    """
    words = services.cleared(text, unarmed=unarmed)
    found = _SERVED.search(words)
    if found is None or of_kin(flat(text)) or re.search(r"\?\s*$", text):
        return False
    return not _DENIED.search(words[: found.end()]) and not _EXEMPT.search(words)


def exempted(case: Case, person: Person) -> bool:
    """True where a paper says that the applicant need not serve."""
    papers = (paper for paper in case.of(person) if not paper.is_form)
    return any(True for paper in papers for _ in utterances_with(paper, EXEMPTED))


def _whole(passage: Passage) -> Citation:
    cited = passage.citation
    return Citation(cited.evidence, passage.text, cited.as_of)


def untrue(
    case: Case, person: Person, question: str, told: Iterable[Served]
) -> list[tuple[Told[Answer], list[Served]]]:
    """Give the answers No to a question, each with what had begun before the form was signed."""
    noes = [no for no in answers(case, person, question) if no.record.answer == "no"]
    known = [(no, [one for one in told if one.known(no)]) for no in noes]
    return [(no, before) for no, before in known if before]


def sentence(found: Sequence[tuple[Told[Answer], list[Served]]], asked: str) -> str:
    """Say which forms answer No, and where which service is told."""
    against: dict[str, list[Paper]] = {}
    for _, before in found:
        for one in before:
            against.setdefault(one.words, []).append(one.paper)
    told = "; ".join(f"“{words}” in {named(papers)}" for words, papers in against.items())
    papers = list({no.paper.path: no.paper for no, _ in found}.values())
    return f"{named(papers)} {'answer' if len(papers) > 1 else 'answers'} No to {asked}, but there is {told}."


def evidence(found: Sequence[tuple[Told[Answer], list[Served]]]) -> tuple[Citation, ...]:
    """Cite the answers and everything against them."""
    cited = [no.cite("answer", "no") for no, _ in found] + [
        one.citation for _, before in found for one in before
    ]
    return tuple(dict.fromkeys(cited))
