"""What an employment letter says of itself: how to reach the employer, who signed, and what it tells in its own words.

The formulas of such letters ("this is to certify that … has been working", good wishes, terms, contact) are those
of a country, not of an author: they are left out, and so are the letter's own names, dates, titles and amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache

from msgspec import Struct

from consistency.comparator import tables
from consistency.comparator.employment import employer_of
from consistency.extractors.layout import blocks, paragraphs
from consistency.model import Case, Citation, Document, Evidence, Job, Line, Paper, Person
from consistency.normalizer.dates import find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.places import country_of_city, find_country
from consistency.normalizer.text import fold

KIND = "employment-letter"

_MAIL = expression(r"[\w.+-]+\s?@\s?(?P<domain>[\w-]+(?:\.[\w-]+)+)")
_SITE = expression(r"(?:\bwww\.|https?://(?:www\.)?)(?P<domain>[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_PHONE = expression(
    r"(?:\b(?:t[ée]l|t[ée]l[ée]?phone|phone|ph|mob|mobile|cell|fax|call|whatsapp|contact(?: no)?|portable|cel|hp|tlf)\b"
    r"\W{0,3}(?:no\.?|number|num[ée]ro)?\W{0,4}|(?<![\w+])(?:T|M|P|F)\W{1,3}(?=\+)|(?=\+\d))"
    r"(?P<number>\+?\(?\d[\d\s().\-/]{6,20}\d)",
    re.IGNORECASE,
)
_CLOSING = expression(
    r"^\W*(?:yours(?: truly| sincerely| faithfully| respectfully)?|sincerely|respectfully|faithfully|salutations"
    r"|(?:kind |best |warm )?regards|thank(?:ing)? you|cordialement|veuillez|respectueusement|for and on behalf of"
    r"|for:?\s|authori[sz]ed signator\w+|bien à vous|signature|\(?\s*(?:signed|signée?|sgd)\s*\)?|/s/|sd/-|issued by"
    r"|fait à|pour servir)\W*",
    re.IGNORECASE,
)
_SENTENCE = expression(r"(?<=[a-zà-ÿ0-9)]{2}[.!?])\s+|\s[•▪●➢✓]\s")
_CLAUSE = expression(r"\s*;\s*")
_ITEM = expression(r"\s*,\s*(?:and\s|et\s)?|\s+and\s+(?=\w+ing\b)")
_LABEL = expression(
    r"^[^.:]{0,80}\b(?:duties|responsibilit\w+|tasks|tâches|responsabilités|fonctions|attributions)\b[^.:]{0,60}?"
    r"(?::|\bincluded?\b|\bincluding\b|\bare\b|\bwere\b|\binclu\w+\b|\bcompren\w+\b|\bétaient\b|\bsont\b)\s*",
    re.IGNORECASE,
)
"""The words before a list of duties: "His main duties were: …"."""
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
_BULLETS = "•*-–·▪●○➢➤✓+"
MOST_OF_AN_ADDRESS = 9
"""Words of a line that may be an address."""
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


class Sentence(Struct, frozen=True):
    """A sentence or duty of a letter in its author's own words, and those words, folded, that tell something."""

    text: str
    words: tuple[str, ...]
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
            for m in _MAIL.finditer(line.text)
        )

    @cached_property
    def domains(self) -> tuple[Mark, ...]:
        """The domains of e-mail addresses and web pages, without those of free mail providers."""
        found = (
            Mark(m["domain"].lower(), m["domain"], line)
            for line in self._lines
            for pattern in (_MAIL, _SITE)
            for m in pattern.finditer(line.text)
        )
        return tuple(mark for mark in found if not is_free_mail(mark.value))

    @cached_property
    def phones(self) -> tuple[Mark, ...]:
        """The telephone numbers, without what stands for the way to dial them from elsewhere."""
        found = ((m["number"], line) for line in self._lines for m in _PHONE.finditer(line.text))
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

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """What it tells in its own words: without formulas, and without its own names, dates and numbers."""
        own, document = self.own_words, self.paper.document
        duties = {fold(duty) for duty in self.job.duties}
        found: dict[tuple[str, ...], Sentence] = {}
        for text, line, duty in document.once(_all_units):
            words = _telling(text, own)
            listed = duty or fold(text) in duties or line.segments[0].text.lstrip()[:1] in _BULLETS
            if words and (listed or not (_is_head(text, line) or _is_formula(text))):
                found.setdefault(words, Sentence(text, words, line))
        return tuple(found.values())

    def cite(self, mark: Mark | Sentence, value: str | None = None) -> Citation:
        """Cite the place of something in the letter."""
        shown = mark.shown if isinstance(mark, Mark) else mark.text
        evidence = Evidence(
            self.paper.path, shown, page=mark.line.page, box=mark.line.box, place=mark.line.place,
            confidence=mark.line.confidence,
        )  # fmt: skip
        return Citation(evidence, value or shown, self.paper.as_of.date)

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


def _all_units(document: Document) -> tuple[tuple[str, Line, bool], ...]:
    return tuple(_units(document))


def _units(document: Document) -> Iterator[tuple[str, Line, bool]]:
    """Give the sentences and the items of lists of a letter, and whether they are duties by a label or a bullet."""
    for block in blocks(document):
        for paragraph in paragraphs(block):
            for sentence in _SENTENCE.split(paragraph.text):
                text = _LABEL.sub("", sentence)
                duties = paragraph.bullet or text != sentence
                commas = text != sentence and len(_ITEM.findall(text)) > 1 and ";" not in text
                for part in (_ITEM if commas else _CLAUSE).split(text):
                    if part.strip():
                        yield part.strip(), paragraph.place(part.strip()), duties


@lru_cache(maxsize=16_384)
def _telling(text: str, own: frozenset[str]) -> tuple[str, ...]:
    """Give the folded words that tell something: no small words, no names, no dates and numbers."""
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    silent = own | _table()["stop"]
    return tuple(
        word
        for word in fold(text).split()
        if len(word) > 2 and word not in silent and not any(map(str.isdigit, word))
    )


def _is_head(text: str, line: Line) -> bool:
    """True for an address, a means of contact, or a label with its value."""
    if len(line.segments) > 1 or any(pattern.search(text) for pattern in (_MAIL, _SITE, _PHONE)):
        return True
    return len(text.split()) <= MOST_OF_AN_ADDRESS and find_country(text) is not None


def _is_formula(text: str) -> bool:
    """True for a sentence such as every employer writes."""
    words = set(fold(text).split())
    return bool(words & _table()["formula"]) or len(words & _table()["praise"]) > 1
