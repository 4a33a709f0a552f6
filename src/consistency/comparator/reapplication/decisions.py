"""The new application beside the refusals before it: the decisions, their reasons, and the letter that answers them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from msgspec import Struct

from consistency.case.decisions import decided_by_canada, is_by_canada
from consistency.comparator.passages import LETTER, Passage, passages, sentences
from consistency.comparator.telling import Told, told_by
from consistency.model import Application, Case, Document, Paper, Person, Refusal, RefusalReason
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

ENCLOSURES = expression(
    r"(?:(?:the |this )?(?:following |supporting |below |list of |index of |table of )*(?:documents?|papers?"
    r"|exhibits?|forms?)"
    r"(?: (?:and|or) (?:documents?|papers?|exhibits?|evidence))*"
    r"(?: (?:are |is |have been |herewith |index|list|checklist|enclosed|attached|submitted|provided|included|herein"
    r"|here))*"
    r"|enclosures?(?: list)?|encls?|encl s|enclosed(?: (?:documents?|papers?|please find|are|herewith))*"
    r"|(?:i |we )?(?:enclose|attach|submit|have enclosed|have attached|am enclosing|am attaching"
    r"|are enclosing)(?: herewith)?"
    r"(?: the)?(?: following)?(?: supporting)?(?: documents?| papers?)?"
    r"|(?:please find )?(?:enclosed|attached)(?: (?:are|the|following|herewith|documents?|please find))*"
    r"|attachments?|list of (?:documents|enclosures|exhibits|attachments|annexe?s|evidence)|exhibits?"
    r"|(?:supporting )?evidence"
    r"|(?:document |exhibit )(?:index|list|checklist)|annexe?s?|appendix|appendices"
    r"|(?:liste |bordereau |index )?(?:des |de )?(?:pieces?|documents?|annexes?)"
    r"(?: (?:jointe?s?|annexee?s?|produite?s?|fournie?s?|transmise?s?|a l appui|justificati(?:fs|ves)|ci jointe?s?"
    r"|suivante?s?))*"
    r"|ci joints?|p j)"
)
"""The heading (folded) above a letter's list of enclosures."""

WAITING = 400
"""Days from the signature within which an application is decided."""

CLOSING = expression(
    r"(?:yours|sincerely|respectfully|regards|veuillez agreer|cordialement|salutations|signe)\b"
)


class Refused(Struct, frozen=True):
    """A decision that refused a person, with everything that IRCC wrote of it."""

    papers: tuple[Paper, ...]
    application: Application | None

    @property
    def last_day(self) -> str:
        """The latest day of its papers, to order by."""
        return max((str(paper.as_of.date or "") for paper in self.papers), default="")

    @property
    def day(self) -> str | None:
        """The day of the decision, as its first paper tells it."""
        days = (paper.as_of.date for paper in self.papers)
        return next((day.iso for day in days if day is not None), None)

    @property
    def reasons(self) -> tuple[Told[RefusalReason], ...]:
        """The reasons as the letter and the notes give them."""
        return tuple(told_by(self.papers, RefusalReason))


def decisions(case: Case, person: Person) -> tuple[Refused, ...]:
    """Give the refusals of a person that IRCC's own papers tell, the oldest first; letter and notes are one."""
    found: dict[str, list[Paper]] = {}
    for paper in case.of(person):
        refusal = next(paper.all(Refusal), None)
        if decided_by_canada(paper) and refusal is not None and is_by_canada(refusal):
            found.setdefault(refusal.number or str(refusal.period), []).append(paper)
    refused = (Refused(tuple(papers), case.application_of(papers[0])) for papers in found.values())
    return tuple(sorted(refused, key=lambda one: one.last_day))


def refused_papers(case: Case, person: Person, last: Refused) -> tuple[Paper, ...]:
    """Give the person's papers of the application that a decision refused.

    It is the one with which the decision lies; a decision that lies with the draft refused the last one that was
    signed in the year before it.
    """
    application = last.application
    if application is None or application.role != "past":
        own = {paper.application for paper in case.of(person) if paper.is_form}
        fitting = [a for a in case.applications if a.role == "past" and a.id in own and _decided_by(last, a)]
        application = max(fitting, key=lambda a: str(a.as_of), default=None)
    return tuple(p for p in case.of(person) if application is not None and p.application == application.id)


def _decided_by(last: Refused, application: Application) -> bool:
    decided, signed = last.papers[-1].as_of.date, application.as_of
    if decided is None or signed is None or application.outcome not in {None, "unknown", "refused"}:
        return False
    return 0 <= (decided.latest - signed.earliest).days <= WAITING


def letters(case: Case, person: Person) -> tuple[Paper, ...]:
    """Give the explanation letters of the person's draft."""
    return tuple(p for p in case.drafted(person) if p.kind == LETTER)


def argument(letter: Paper) -> Iterator[Passage]:
    """Give the sentences of a letter without its lists of enclosures: what it says, not what it encloses."""
    told = (passage for passage, listed in told_and_listed(letter) if not listed)
    return (passage for passage in told if not _is_list(passage.text))


def _is_list(text: str) -> bool:
    """True for a sentence that does nothing but enclose three papers or more."""
    return bool(_ENCLOSES.match(fold(text))) and len(_PARTED.findall(text)) >= _ITEMS - 1


_ENCLOSES = expression(
    r"(?:(?:i|we) (?:also |hereby |have )?(?:enclose|attach)\w*|(?:please find|attached|enclosed) (?:\w+ )?(?:are|is"
    r"|please find"
    r"|attached|enclosed)|(?:je joins|nous joignons|vous trouverez|veuillez trouver|sont joints|ci joints?))\b"
    r"(?!.*\b(?:show\w*|prov\w+|confirm\w*|demonstrat\w+|evidenc\w+|officer|concern\w*|because|montr\w+|demontr\w+|agent|car)\b)"
)
_PARTED = expression(r",|;| and | et ")
_ITEMS = 3
"""From so many papers on a sentence that encloses them is a list."""


def told_and_listed(letter: Paper) -> Iterator[tuple[Passage, bool]]:
    """Give the sentences of a letter, and whether each stands in its list of enclosures, the heading too."""
    return zip(passages(letter), letter.document.once(_listed), strict=True)


def _listed(letter: Document) -> tuple[bool, ...]:
    """Say of each sentence whether it stands in the list of enclosures."""
    listing = False
    found: list[bool] = []
    for text, line in letter.once(sentences):
        words = fold(text)
        heading = fold(line.text) if line else words
        if ENCLOSURES.fullmatch(heading) or ENCLOSURES.fullmatch(words):
            listing = True
        elif CLOSING.match(words):
            listing = False
        found.append(listing)
    return tuple(found)


def had(decision: Paper, paper: Paper) -> bool:
    """True for a paper that the officer can have had: one that is not younger than the decision."""
    day, decided = paper.as_of.date, decision.as_of.date
    return day is None or decided is None or not day.after(decided)


def unread(case: Case) -> bool:
    """True where a document of the draft was not read, or is of no known kind: then nothing can be called absent.

    One that was not read may be the draft's where it lies beside papers of the draft, or above them; one of a past
    submission is not, nor one in a folder that holds nothing of the draft.
    """
    return bool(unclear(case))


def unclear(case: Case) -> tuple[Paper, ...]:
    """Give the documents of the draft that were not read, or are of no known kind."""
    return tuple(paper for paper in case.papers if _is_unclear(case, paper))


def _is_unclear(case: Case, paper: Paper) -> bool:
    if case.in_draft(paper):
        return paper.document.read != "full" or paper.kind == "unknown"
    application = case.application_of(paper)
    past = application is not None and application.role == "past"
    return paper.document.read == "failed" and not past and _lies_with_draft(case, paper)


def _lies_with_draft(case: Case, paper: Paper) -> bool:
    folder = PurePosixPath(paper.path).parent
    return any(PurePosixPath(p.path).is_relative_to(folder) for p in case.draft_papers)
