"""How the new application answers each reason of a refusal: the one account from which rule and table speak.

A reason is answered by a passage of the explanation letter that names it, and by a paper of a kind that answers it
and that the officer did not have. A ground that no kind of paper answers is answered in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from consistency.comparator.passages import Passage, passages
from consistency.comparator.reapplication.decisions import Refused, argument, letters, unclear
from consistency.comparator.reapplication.grounds import Ground, grounds, named_in
from consistency.comparator.reapplication.packages import Match, package
from consistency.comparator.telling import Told
from consistency.model import (
    Address,
    Case,
    Citation,
    Finding,
    Job,
    Offer,
    Paper,
    Person,
    RefusalReason,
    Residence,
)
from consistency.normalizer import countries, organisations
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

CANADA = "CA"
SHORT = 3
"""A name of so few letters may be any word."""

WORK = "perform-work"
_LANGUAGE = expression(
    r"\b(?:language|english|french|ielts|celpip|toefl|pte core|clb|langues?|linguistiques?|anglais"
    r"|francais|tef|tcf|nclc)\b"
)
_SKILLS = expression(
    r"\b(?:experience|duties|skills?|qualifi\w+|training|diplom\w+|competen\w+|taches|formation|references?)\b"
)
"""What else may be doubted of somebody who is to do a work."""

Verdict = Literal["answered", "mentioned only", "evidence only", "unanswered", "unrecognised"]


class Answering(Struct, frozen=True):
    """A reason of a refusal, and what in the draft answers it."""

    slug: str | None
    """The ground's slug; None for a sentence of the refusal that names none that is known."""
    told: tuple[Told[RefusalReason], ...]
    """Where the refusal gives the reason: its letter, the officer's notes."""
    passages: tuple[Passage, ...] = ()
    """The passages of the explanation letters that name it."""
    documents: tuple[Match, ...] = ()
    """The draft's papers of a kind that answers it, beside those that the officer had."""
    all_read: bool = True
    """False where a paper of the draft was not read or understood: what is not found may stand there."""

    @property
    def ground(self) -> Ground | None:
        """The ground, where it is a known one."""
        return grounds()[self.slug] if self.slug is not None else None

    @property
    def key(self) -> str:
        """What tells the reason apart from others, over all refusals."""
        record = self.told[0].record
        return self.slug or fold(record.details or record.reason or "")

    @property
    def title(self) -> str:
        """The ground in words, or the sentence that names none that is known."""
        record = self.told[0].record
        return self.ground.title if self.ground is not None else record.details or record.reason or ""

    @property
    def subject(self) -> str:
        """What a finding about the reason is about, in normalised words."""
        return f"refusal reason {self.slug}"

    @property
    def cited(self) -> tuple[Citation, ...]:
        """Where the refusal gives the reason."""
        return tuple(one.cite("reason", self.slug) for one in self.told)

    def touched_by(self, finding: Finding) -> bool:
        """True for a finding that speaks of the reason itself, or of what an answer to it would say."""
        return finding.subject == self.subject or bool(
            self.ground is not None and finding.rule.startswith(self.ground.touched)
        )

    @property
    def evidence(self) -> tuple[Match, ...]:
        """The papers that the officer did not have."""
        return tuple(match for match in self.documents if match.state != "same")

    @property
    def verdict(self) -> Verdict:
        """Say whether the reason is named and evidenced."""
        if self.ground is None:
            return "unrecognised"
        needed = bool(self.ground.answered)
        if self.passages:
            return "answered" if self.evidence or not needed else "mentioned only"
        return "evidence only" if self.evidence else "unanswered"


def answers_to(case: Case, person: Person, refused: Refused) -> tuple[Answering, ...]:
    """Give each reason of a refusal with its answer in the person's draft, in the order of the refusal."""
    key = (answers_to, person.id, tuple(paper.path for paper in refused.papers))
    return case.once(key, lambda: tuple(_answers(case, person, refused)))


def _answers(case: Case, person: Person, refused: Refused) -> Iterator[Answering]:
    named, doubtful = _passages(case, person), unclear(case)
    speak = bool(letters(case, person))
    for slug, told in _by_ground(refused).items():
        if told[0].record.reason not in grounds():
            yield Answering(None, tuple(told), all_read=not doubtful)
            continue
        documents = package(case, person, refused).of(grounds()[slug].answered)
        said = named.get(slug) or (_of_language(case, person) if _asks_language(slug, told) else ())
        silent = speak and not said
        all_read = not any(_may_answer(paper, slug) for paper in doubtful) if silent else not doubtful
        yield Answering(slug, tuple(told), tuple(said), documents, all_read)


def _asks_language(slug: str, told: Sequence[Told[RefusalReason]]) -> bool:
    """True for work that was doubted for the language alone: "you do not meet the English language requirement"."""
    own = [one.record for one in told if one.record.reason == slug]
    quotes = [fold(f"{one.evidence.quote or ''} {one.details or ''}") for one in own]
    return slug == WORK and any(_LANGUAGE.search(quote) and not _SKILLS.search(quote) for quote in quotes)


def _of_language(case: Case, person: Person) -> tuple[Passage, ...]:
    """Give the passages of the person's explanation letters that tell of a language test or of what was learnt."""
    told = (passage for letter in letters(case, person) for passage in argument(letter))
    return tuple(passage for passage in told if _LANGUAGE.search(fold(passage.text)))


def _may_answer(paper: Paper, slug: str) -> bool:
    """True for a paper that was not read, or one of no known kind in which somebody speaks and names a ground."""
    if paper.kind != "unknown" or paper.document.read != "full":
        return True
    speaks = _SPEAKS.search(fold(paper.document.text)) is not None
    return speaks and any(slug in named_in(passage.text) for passage in passages(paper))


_SPEAKS = expression(r"\b(?:i|my|me|we|our|je|j|mon|ma|mes|moi|nous|nos|notre|jai)\b")
"""Words (folded) of who writes, as no register or council does in a licence."""


def _by_ground(refused: Refused) -> dict[str, list[Told[RefusalReason]]]:
    """Put together what letter and notes give as one reason; a sentence of no known ground is one by itself."""
    found: dict[str, list[Told[RefusalReason]]] = {}
    for told in refused.reasons:
        known = told.record.reason in grounds()
        key = told.record.reason if known else fold(told.record.details or told.record.reason or "")
        found.setdefault(key or "", []).append(told)
    return found


def _passages(case: Case, person: Person) -> dict[str, list[Passage]]:
    """Give the passages of the person's explanation letters by the grounds that they speak of, for every refusal."""
    return case.once((_passages, person.id), lambda: _by_grounds(case, person))


def _by_grounds(case: Case, person: Person) -> dict[str, list[Passage]]:
    names = _names(case.of(person))
    found: dict[str, list[Passage]] = {}
    for letter in letters(case, person):
        for passage in argument(letter):
            for slug in named_in(passage.text, names):
                found.setdefault(slug, []).append(passage)
    return found


def _names(papers: Sequence[Paper]) -> dict[str, str]:
    """Say what the proper names are that a letter may use: employers, and where the person lives."""
    found: dict[str, str] = {}
    for paper in papers:
        found |= {fold(name): "homeland" for name in (_homes(paper) if paper.is_form else ())}
        works: list[Job | Offer] = [*paper.all(Job), *paper.all(Offer)]
        keys = (organisations.key(work.employer) for work in works if work.employer)
        found |= {key: "employer" for key in keys if len(key) > SHORT}
    return found


def _homes(form: Paper) -> Iterator[str]:
    """Give the countries, in both languages, and the towns outside Canada in which somebody lives or works."""
    present = (job for job in form.all(Job) if job.goes_on)
    for home in (*form.all(Address), *form.all(Residence), *present):
        if home.country not in {None, CANADA}:
            yield from (countries.name_of(home.country or "", language) for language in ("en", "fr"))
            yield from [home.city] if home.city else []
