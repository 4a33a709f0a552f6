"""What an employment letter says of itself: how to reach the employer, who signed, and what it tells in its own words.

What any such letter says is left out (:mod:`consistency.extractors.employment.sayings`), and so are the letter's own
names, dates, titles and amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from msgspec import Struct
from msgspec.structs import replace

from consistency.comparator import tables
from consistency.comparator.aligned.employment import employer_of
from consistency.extractors.employment.sayings import MAIL, PHONE, SITE, sayings
from consistency.extractors.reading import cite
from consistency.model import Case, Citation, Job, Line, Paper, Person, Saying
from consistency.normalizer.expressions import expression
from consistency.normalizer.places import country_of_city, find_country
from consistency.normalizer.text import fold

KIND = "employment-letter"

_CLOSING = expression(
    r"^\W*(?:yours(?: truly| sincerely| faithfully| respectfully)?|sincerely|respectfully|faithfully|salutations"
    r"|(?:kind |best |warm )?regards|thank(?:ing)? you|cordialement|veuillez|respectueusement|for and on behalf of"
    r"|for:?\s|authori[sz]ed signator\w+|bien à vous|signature|\(?\s*(?:signed|signée?|sgd)\s*\)?|/s/|sd/-|issued by"
    r"|fait à|pour servir)\W*",
    re.IGNORECASE,
)
_TRANSLATED = expression(
    r"\b(?:translat(?:ed|or|ion)s?|traduc\w+|traduit\w*|notar\w+|sworn|assermente\w*|commissioner (?:of"
    r"|for) (?:oaths|taking)|apostille|legali[sz]ed|true copy|copie conforme|penerjemah|ubersetz\w+|tercum\w+)\b"
)
BEFORE_STAMP, AFTER_STAMP = 1, 5
"""Lines before and after such a word that belong to it: a name, a stamp, a telephone number."""
_LAST_LINES = 14
"""Lines at the end of a letter among which its author stands."""
_NAME_WORD = expression(r"[^\W\d_][\w'’.-]*")
_PREFIX = expression(
    r"^(?:(?:mr|mrs|ms|miss|dr|prof|engr|eng|m|mme|mlle|shri|smt|haji|hajj|sheikh|name|nom|signed|by|per|for)\b\W*)+",
    re.IGNORECASE,
)
_PARTICLES_WORDS = "de da do dos das del della di du la le van von der den bin binti al el y e ben ibn ul ur"
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
LEAST_DIGITS = 7
"""A shorter number is an extension."""


@cache
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(" ".join(words).split()) for name, words in tables.toml("letters").items()}


class Mark(Struct, frozen=True):
    """Something by which a letter's origin is known: the value as it is compared, and where it stands."""

    value: str
    shown: str
    line: Line


class Letter(Struct, frozen=True, dict=True):
    """An employment letter of one job."""

    paper: Paper
    job: Job

    @cached_property
    def employer(self) -> str:
        """The employer's name."""
        return employer_of(self.job) or ""

    @cached_property
    def mails(self) -> tuple[Mark, ...]:
        """The e-mail addresses."""
        return tuple(
            Mark(re.sub(r"\s", "", m[0]).lower(), m[0], line)
            for line in self._lines
            for m in MAIL.finditer(line.text)
        )

    @cached_property
    def domains(self) -> tuple[Mark, ...]:
        """The domains of e-mail addresses and web pages, without those of free mail providers."""
        found = (
            Mark(m["domain"].lower(), m["domain"], line)
            for line in self._lines
            for pattern in (MAIL, SITE)
            for m in pattern.finditer(line.text)
        )
        return tuple(mark for mark in found if not is_free_mail(mark.value))

    @cached_property
    def phones(self) -> tuple[Mark, ...]:
        """The telephone numbers, without what stands for the way to dial them from elsewhere."""
        found = ((m["number"], line) for line in self._lines for m in PHONE.finditer(line.text))
        digits = ((re.sub(r"\D", "", number).lstrip("0"), number, line) for number, line in found)
        return tuple(
            Mark(value, number.strip(), line)
            for value, number, line in digits
            if LEAST_DIGITS <= len(value) <= 15
        )

    @cached_property
    def authors(self) -> tuple[Mark, ...]:
        """The names of those who sign."""
        own = set(
            fold(f"{self.paper.value('full_name') or ''} {self.employer} {self.job.city or ''}").split()
        )
        names = ((name, line) for line in self._end for name in _names_on(line.text) if not _is_place(name))
        return tuple(
            Mark(" ".join(sorted(fold(name).split())), name, line)
            for name, line in names
            if not own & set(fold(name).split())
        )

    @property
    def signed_by_employer(self) -> bool:
        """True where a person employs, whose name stands at the end: a family's letter."""
        words = set(fold(self.employer).split())
        named = (set(fold(name).split()) for line in self._end for name in _names_on(line.text))
        return bool(words) and any(words == name for name in named)

    @cached_property
    def sentences(self) -> tuple[Saying, ...]:
        """What it tells in its own words: without formulas, and without its own names, dates and numbers."""
        told = self.paper.sayings
        duties = {fold(duty) for duty in self.job.duties}
        found: dict[tuple[str, ...], Saying] = {}
        for one in sayings(self.paper.document) if told is None else told:
            words = tuple(word for word in one.words if word not in self.own_words)
            if words and not (one.common and fold(one.text) not in duties):
                found.setdefault(words, replace(one, words=words))
        return tuple(found.values())

    def cite(self, mark: Mark | Saying, value: str | None = None) -> Citation:
        """Cite the place of something in the letter."""
        if isinstance(mark, Saying):
            return Citation(mark.evidence, value or mark.text, self.paper.as_of.date)
        return Citation(
            cite(self.paper.document, mark.line, mark.shown), value or mark.shown, self.paper.as_of.date
        )

    @cached_property
    def _lines(self) -> Sequence[Line]:
        """The lines of the employer, without those around the words of a translator or notary, who may serve many."""
        lines = self.paper.document.lines
        strange = [n for n, line in enumerate(lines) if _TRANSLATED.search(fold(line.text))]
        return [
            line
            for n, line in enumerate(lines)
            if not any(at - BEFORE_STAMP <= n <= at + AFTER_STAMP for at in strange)
        ]

    @cached_property
    def _end(self) -> Sequence[Line]:
        """The lines below the closing words, or the last ones."""
        lines = self._lines
        closing = [n for n, line in enumerate(lines) if _CLOSING.match(line.text)]
        last = max(0, len(lines) - _LAST_LINES)
        return lines[max(last, closing[0]) if closing else last :]

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The words that are the letter's own: names, titles, places."""
        job = self.job
        told = (self.paper.value("full_name"), job.employer, job.title, job.city, self.employer)
        return frozenset(word for text in told if text for word in fold(text).split())


def letters(papers: Sequence[Paper]) -> tuple[Letter, ...]:
    """Give the employment letters among papers, each with the job that it is about."""
    return tuple(
        Letter(paper, job)
        for paper in papers
        if paper.kind == KIND
        for job in [_last(paper)]
        if job is not None
    )


def letters_of(case: Case, person: Person) -> tuple[Letter, ...]:
    """Give the employment letters of a person, taken apart once for all checks."""
    return case.once((letters_of, person.id), lambda: letters(case.of(person)))


def _last(paper: Paper) -> Job | None:
    """Give the job of a letter: the last of its rows, which holds the duties and the pay."""
    return max(paper.all(Job), key=lambda job: (bool(job.duties), job.amount is not None), default=None)


def one_number(one: str, other: str) -> bool:
    """True for two writings of one telephone number: with the country's code, and without it."""
    return one.endswith(other) or other.endswith(one)


def is_free_mail(domain: str) -> bool:
    """True for the domain of a provider of which anybody may have an address."""
    parts = domain.split(".")
    return domain in _table()["free_mail"] or parts[0] in _table()["free_mail_names"]


def _names_on(text: str) -> Iterator[str]:
    """Give what may be a person's name on a short line: two to five words with capitals, none of them an office."""
    for part in re.split(r"\s{2,}|[,|•·\t]|\s[-–—]\s", _CLOSING.sub("", text)):
        name = _PREFIX.sub("", part.strip(" .:_()")).strip(" .:_()")
        words = name.split()
        if not 2 <= len(words) <= 5 or not all(_NAME_WORD.fullmatch(word) for word in words):
            continue
        capital = all(word[:1].isupper() or not word[:1].isascii() or word in _PARTICLES for word in words)
        if (
            capital
            and not set(fold(name).split()) & _table()["not_names"]
            and sum(len(w) > 2 for w in words) > 1
        ):
            yield name


def _is_place(name: str) -> bool:
    return find_country(name) is not None or country_of_city(name) is not None
