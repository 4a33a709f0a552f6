"""What is otherwise in the draft than in the application that was refused last, and may well be: plans and jobs change.

These are changes that an officer sees side by side and that no letter may leave out: the employer and the work in
Canada, the job at home, the country lived in, the spouse, who comes along.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from consistency.comparator.family.kin import born, called, relatives
from consistency.comparator.mismatch import Cause
from consistency.comparator.telling import Told, told_by
from consistency.model import Address, Case, Citation, Job, Offer, Paper, Person, Record, Relationship
from consistency.normalizer import countries, names, occupations, organisations
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

NEW_OFFER = expression(
    r"\b(?:(?:new|other|another|different) (?:\w+ ){0,2}(?:offer|employer|contract|lmia|position|job in canada)"
    r"|nouve\w+ (?:\w+ ){0,2}(?:offre|employeur|contrat|eimt|poste)|autre (?:offre|employeur)"
    r"|(?:offer|contract|lmia|offre|contrat|eimt) (?:\w+ ){0,4}"
    r"(?:lapsed|expired|withdrawn|cancell?ed|expire\w*|retire\w*))\b"
)
NEW_JOB = expression(
    r"\b(?:(?:new|current|present|another|my own|different) (?:\w+ ){0,2}"
    r"(?:job|employer|employment|position|work|business|post)"
    r"|changed (?:my |the )?(?:job|employer|work)\w*|joined|resign\w*|promot\w*|left my|laid off|dismiss\w*|now work"
    r"|nouve\w+ (?:\w+ ){0,2}(?:emploi|employeur|poste|travail)|change d ?(?:emploi|employeur)|demission\w*|actuel\w*"
    r"|present\w* (?:emploi|employeur)|i (?:\w+ )?work (?:as|at|for|in|with)|i am (?:\w+ )?(?:employed|working)"
    r"|je travaille|je suis employee?)\b"
)
MOVED = expression(
    r"\b(?:moved|relocat\w*|returned|came back|went back|now live|residing|settled in|demenag\w*|retourne\w*"
    r"|rentre\w* (?:au|en|dans)|revenue? (?:au|en|dans)|m ?installe\w*|reside\w*|j ?habite)\b"
)
COMPANY = expression(
    r"\b(?:[mlt]?accompag?n\w*|with me|join(?:s|ing)? me|come along|alone|stay(?:s|ing)? (?:behind|at|in|with)"
    r"|remain\w*|avec moi|seule?|rejoindr\w*|reste\w*|demeure\w*)\b"
)
NEW_SPOUSE = expression(
    r"\b(?:(?:re)?married|remarri\w*|marriage|wedding|divorc\w*|separat\w*|widow\w*|passed away|died|death"
    r"|(?:new|second|former|late|ex) (?:wife|husband|spouse|partner)|(?:re)?mariee?s?|mariage|noces|remari\w*"
    r"|veu(?:f|ve)|decede\w*|(?:nouve\w+|ancien\w*|ex|feue?) (?:epou\w+|mari|femme|conjointe?))\b"
)
"""Words (folded) by which a letter tells of each change, without a name."""

Agree = Callable[[str, str], bool]
R = TypeVar("R", bound=Record)


class Tells(NamedTuple):
    """What in a letter (folded) tells of a change: words for it, and the names of what is new."""

    words: re.Pattern[str]
    names: tuple[str, ...] = ()


class Change(Struct, frozen=True):
    """Something that differs: what, its old and new values with their places, and what would tell of it."""

    what: str
    old: str
    new: str
    places: tuple[Citation, ...]
    tells: Tells
    follows: tuple[Cause, ...] = ()

    def is_told(self, text: str) -> bool:
        """True where a text (folded) tells of the change."""
        padded = f" {text} "
        named = any(f" {name} " in padded for name in self.tells.names if name)
        return named or bool(self.tells.words.search(text))


def changes(case: Case, person: Person, before: Sequence[Paper], now: Sequence[Paper]) -> Iterator[Change]:
    """Give the changes between a person's papers of the refused application and those of the draft."""
    yield from _employer(before, now)
    yield from _work_at_home(before, now)
    yield from _country(before, now)
    yield from _spouse(before, now)
    yield from _company(case, person, before, now)


def _employer(before: Sequence[Paper], now: Sequence[Paper]) -> Iterator[Change]:
    """Give another employer in Canada, or with the same one another kind of work."""
    old, new = (_rows(papers, Offer, lambda offer: offer.employer) for papers in (before, now))
    if not old or not new:
        return
    if not _meet(old, new, lambda offer: offer.employer or "", _one_employer):
        names = _names(row.record.employer for row in new)
        yield _change("employer in Canada", old, new, "employer", Tells(NEW_OFFER, names))
        return
    old, new = ([row for row in rows if row.record.title] for rows in (old, new))
    if old and new and not _meet(old, new, lambda offer: offer.title or "", _one_work):
        titles = tuple(fold(row.record.title or "") for row in new)
        yield _change("work in Canada", old, new, "title", Tells(NEW_OFFER, titles))


def _work_at_home(before: Sequence[Paper], now: Sequence[Paper]) -> Iterator[Change]:
    """Give another present employer, whose work began after the refused application was signed."""
    old, new = (_rows(papers, Job, _present) for papers in (before, now))
    signed = _last_signed(before)
    if not old or not new or signed is None or _meet(old, new, lambda job: job.employer or "", _one_employer):
        return
    since = [row.record.start for row in new if row.record.start]
    if len(since) == len(new) and not any(day.before(signed) for day in since):
        names = _names(row.record.employer for row in (*old, *new))
        follows = tuple(Cause(f"work/{name}") for name in ("employer", "added", "missing", "current"))
        change = _change("present employer", old, new, "employer", Tells(NEW_JOB, names))
        yield replace(change, follows=follows)


def _present(job: Job) -> str | None:
    return job.employer if job.goes_on else None


def _last_signed(papers: Sequence[Paper]) -> PartialDate | None:
    """Give the day of the youngest form."""
    days = (paper.as_of.date for paper in papers if paper.is_form)
    return max((day for day in days if day), default=None, key=lambda day: day.latest)


def _country(before: Sequence[Paper], now: Sequence[Paper]) -> Iterator[Change]:
    """Give another country of the address."""
    old, new = (
        _rows(papers, Address, lambda a: a.country if a.period is None else None) for papers in (before, now)
    )
    if old and new and not {row.record.country for row in old} & {row.record.country for row in new}:
        names = [name for row in new for name in _country_names(row.record.country or "")]
        names += [fold(row.record.city or "") for row in new]
        names += _names(told.record.employer for told in told_by(now, Job) if _is_in(told.record, new))
        yield _change("country of the address", old, new, "country", Tells(MOVED, tuple(names)))


def _is_in(job: Job, homes: Sequence[Told[Address]]) -> bool:
    """True for a present job in the country of an address: a letter that tells of it tells where its author lives."""
    return bool(_present(job)) and job.country in {home.record.country for home in homes}


def _spouse(before: Sequence[Paper], now: Sequence[Paper]) -> Iterator[Change]:
    """Give another spouse than the one of the refused application."""
    old, new = (_rows(papers, Relationship, _partner) for papers in (before, now))
    if not old or not new or _meet(old, new, lambda union: union.name or "", _one_person):
        return
    told = tuple(fold(name) for row in new if (name := row.record.name))
    first = tuple(word for name in told for word in name.split()[:1] if len(word) > 2)
    yield _change("spouse", old, new, "name", Tells(NEW_SPOUSE, (*told, *first)))


def _partner(union: Relationship) -> str | None:
    return union.name if union.relation in {"spouse", "partner"} else None


def _one_person(one: str, other: str) -> bool:
    """True where two names may be one spouse's: a word in common, as with a married name."""
    names_of = [names.parse_full(name) for name in (one, other)]
    return names.likely_same_person(*names_of) or bool(
        set(names_of[0].all_tokens) & set(names_of[1].all_tokens)
    )


def _company(case: Case, person: Person, before: Sequence[Paper], now: Sequence[Paper]) -> Iterator[Change]:
    """Give a spouse or child who was to stay and now comes along, or the reverse."""
    for group in relatives(case, person, "spouse", "partner", "child"):
        old = [row for row in group.told if row.paper in before and row.record.accompanying]
        new = [row for row in group.told if row.paper in now and row.record.accompanying]
        plans = {row.record.accompanying for row in old}, {row.record.accompanying for row in new}
        if old and new and not plans[0] & plans[1]:
            who = called(group) or f"the {old[0].record.relation} born {born(group)}"
            yield _change(f"answer whether {who} comes along", old, new, "accompanying", Tells(COMPANY))


def _rows(papers: Sequence[Paper], record: type[R], value: Callable[[R], str | None]) -> list[Told[R]]:
    """Give the records of a type that tell a value, of official forms and of the papers of the offer."""
    told = (p for p in papers if p.is_form or (record is Offer and p.kind != "explanation-letter"))
    return [one for one in told_by(told, record) if value(one.record)]


def _meet(old: Iterable[Told[R]], new: Sequence[Told[R]], value: Callable[[R], str], agree: Agree) -> bool:
    return any(agree(value(one.record), value(other.record)) for one in old for other in new)


def _one_employer(one: str, other: str) -> bool:
    return organisations.compare(one, other).agrees


def _one_work(one: str, other: str) -> bool:
    return occupations.compare_titles(one, other).agrees or not occupations.other_trade(one, other)


def _names(employers: Iterable[str | None]) -> tuple[str, ...]:
    """Give how a letter may call employers: the whole name, and its first two words."""
    keys = [organisations.key(name).split() for name in employers if name]
    return tuple({" ".join(part) for words in keys for part in (words, words[:2]) if len(" ".join(part)) > 3})


def _country_names(code: str) -> tuple[str, ...]:
    return tuple(fold(countries.name_of(code, language)) for language in ("en", "fr"))


def _change(what: str, old: Sequence[Told[R]], new: Sequence[Told[R]], field: str, tells: Tells) -> Change:
    def values(rows: Sequence[Told[R]]) -> tuple[Citation, ...]:
        return tuple(row.cite(field, str(getattr(row.record, field))) for row in rows)

    before, after = values(old), values(new)
    return Change(what, before[0].value or "", after[0].value or "", (*before, *after), tells)
