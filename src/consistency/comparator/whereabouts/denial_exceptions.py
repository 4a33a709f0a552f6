"""What a denial of journeys leaves out: "apart from Turkey", "to any other country", "except for a week in Oman"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consistency.comparator.whereabouts.denial_scope import OWN_COUNTRY
from consistency.model import Paper, Trip
from consistency.normalizer import places
from consistency.normalizer.expressions import expression
from consistency.normalizer.regions import countries_of, state_of
from consistency.normalizer.text import fold, plain

_EXCEPTED = expression(
    r"\W*(?:(?P<apart>apart from|aside from|other than|besides|hormis|mis a part|a part|en dehors d\w*|outre)"
    r"|except(?:ing)?(?: for)?|excluding|save for|with the exception of|sauf|excepte\w*|a l ?exception d\w*)\b"
)
"""Words (folded) that begin a clause before a denial and except something from it."""
_TRAILING = expression(
    r"\b(?:except(?:ing)?(?: for)?|excluding|other than|apart from|aside from|save(?: for)?|besides"
    r"|with the exception of|sauf"
    r"|hormis|excepte\w*|mis a part|a part|en dehors d\w*|a l'exception d\w*)\b"
)
"""Words that except something from the denial before them."""
_MONTHS = frozenset((
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    "fev", "avr", "mai", "jui", "aou",
))  # fmt: skip
"""How the names of months begin, which have a capital and are no names of states."""
_SUBJECT = expression(
    r"(?:^|\s)(?:(?:this|that|these|those|it|them|cela|ca|ceux ci|celui ci)(?= |$) ?)?"
    r"(?:(?:i|he|she|we|the applicant|my client|je|il|elle)(?: (?:have|has|had))?)?$"
)
_OTHERS = expression(
    r"\b(?:any|no|aucun|des?|d) ?(?:other|autres?) (?:\w+ ){0,2}?(?:countr\w+|nations?|places?|pays|travel\w*|trips?"
    r"|journeys?|visits?|voyages?|deplacements?|destinations?)|(?:another|un autre) (?:country|pays)"
    r"|any(?:where|place) else|elsewhere|ailleurs"
)
"""Words (folded) of a denial that is about all but what was told before."""
_ELSEWHERE = expression(
    r"\b(?:listed|attached|enclosed|above|below|mentioned|following|imm ?\d{4}|ci joint\w*|ci dessus|susmentionne\w*)\b"
)


def but_for(text: str) -> str:
    """Give a clause without the exception that ends it."""
    found = _TRAILING.search(plain(text))
    return text[: found.start()] if found else text


def excepted_after(text: str) -> frozenset[str] | None:
    """Give the states that stand after "except": none where one cannot be told; None where nothing is excepted."""
    found = _TRAILING.search(plain(text))
    if found is None:
        return None
    told = text[found.end() :]
    named = frozenset(_named_in(told))
    known = {word for run in _runs_named(told) for word in run.split()}
    names = {w for w in re.findall(r"[^\W\d_]{3,}", told) if w[0].isupper() and plain(w)[:3] not in _MONTHS}
    return named if names <= known else frozenset()


def spared(paper: Paper, denial: str, led: Sequence[str], earlier: Sequence[str]) -> frozenset[str] | None:
    """Give the countries that a denial leaves out: "apart from Turkey", "to any other country".

    None where it leaves out something that cannot be told.
    """
    excepted = _exception(led)
    meant = frozenset[str]()
    if excepted:
        meant = frozenset(_named_in(excepted.title()))
        if not meant and not OWN_COUNTRY.search(excepted):
            return None
    if excepted != "" and not _OTHERS.search(denial):
        return meant
    told = frozenset(state_of(record.country) for record in paper.all(Trip) if record.country)
    if not told and _ELSEWHERE.search(fold(" ".join(earlier[-3:]))):
        return None
    return meant | told.union(*map(_named_in, earlier))


def _exception(led: Sequence[str]) -> str | None:
    """Give what is excepted in the clauses before a denial: "" for what was told before; None for nothing."""
    for at in reversed(range(len(led))):
        found = _EXCEPTED.match(led[at])
        if found and (found["apart"] or not any(led[:at])):
            return _SUBJECT.sub("", " ".join([led[at][found.end() :], *led[at + 1 :]]).strip())
    return None


def _named_in(text: str) -> Iterator[str]:
    """Give the states (alpha-2) that a text names, also by a town or a part of the world."""
    for run in _runs(text):
        yield from _states(run)


def _runs_named(text: str) -> Iterator[str]:
    """Give the words by which a text names states."""
    return (run for run in _runs(text) if any(_states(run)))


def _states(run: str) -> Iterator[str]:
    code = places.country(run) or places.country_of_city(run)
    return map(state_of, [code] if code else countries_of(run, sure=False))


def _runs(text: str) -> Iterator[str]:
    """Give the runs of words that begin with a capital and may be a name."""
    words = re.findall(r"[^\W\d_](?:[\w'’.-]*\w)?", text)
    for start in (n for n, word in enumerate(words) if word[0].isupper()):
        for size in range(1, 5):
            run = " ".join(words[start : start + size])
            if len(run) > 3 or (run.isupper() and len(run) > 1):
                yield run
