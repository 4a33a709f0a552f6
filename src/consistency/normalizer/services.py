"""Military, police and security service and government positions, told by the title and the employer of a job.

What is certain is told apart from what is near: a school of the army, a teacher of a ministry. A phrase counts as
whole words, and what is something else ("Salvation Army", "customs broker") is taken out first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from consistency.normalizer import tables
from consistency.normalizer.countries import country
from consistency.normalizer.expressions import expression, longest_first
from consistency.normalizer.text import fold


class Service(Struct, frozen=True):
    """What a job is, the words that tell it, and whether that is certain."""

    words: str
    sure: bool


_OF_A_CHURCH = frozenset(
    {"youth", "women", "family", "sports", "culture", "state", "housing", "social services", "information"}
)
"""What the ministries of churches are of too, where the word stands first: "Youth Ministry"."""
_OFFICES = ("ministr", "secretariat", "directorate", "department", "dept", "bureau")
"""One of them stands in the name of every ministry or department."""


_NATIONAL = expression(
    r"\b(?:(?:compulsory|mandatory|obligatory) )?national service(?: obligatoire)?\b"
    r"|\bservice national(?: obligatoire)?\b|\b(?:compulsory|mandatory|obligatory) service\b"
)
"""Words (folded) for the service that a country asks of everybody, with arms or without."""


@lru_cache(maxsize=4096)
def armed(title: str | None, employer: str | None, *, unarmed: bool = False) -> Service | None:
    """Say whether a job is service in an army, militia, police or security force.

    A national service is one, unless it is known to be without arms, or the job itself names the scheme.

    >>> armed("Conscript Soldier", "Army, 4th Infantry Regiment")
    Service(words='conscript soldier', sure=True)
    >>> armed("Security Guard", "Salvation Army") is None
    True
    >>> armed("Teacher", "Army Public School").sure
    False
    >>> armed("National service", "National Youth Service Corps") is None
    True
    """
    unarmed = unarmed or names_scheme(f"{title or ''} | {employer or ''}")
    role, body = cleared(title, unarmed=unarmed), cleared(employer, unarmed=unarmed)
    rank, force = _longest("armed", "titles", role), _longest("armed", "forces", body)
    civilian = _longest("armed", "civilian", body) or _longest("armed", "civilian", role)
    if force:
        return Service(rank or force, civilian is None)
    if rank:
        return Service(rank, civilian is None and "security" not in body.split())
    force = _longest("armed", "forces", role) if not body else None
    return Service(force, civilian is None) if force else None


_ARMY = expression(
    r"\b(?:army|armee|armed forces|forces armees|(?:ground|land) forces?|military|militaire|ejercito|exercito"
    r"|artesh|conscription)\b"
)
_BRANCH = expression(
    r"\b(?:navy|naval|marines?|marine nationale|air forces?|air defen[cs]e|armee de l air|guards?|garde|revolutionary"
    r"|sepah|irgc|pasdaran|basij|police|gendarmerie|militia|milice|border)\b"
)
"""Words (folded) for an army as such, and for what is another force than it."""


@lru_cache(maxsize=4096)
def army(name: str) -> bool:
    """Say whether a name is of an army as such, or of the service in it: no branch with a name of its own.

    >>> army("Ground Forces of the Army"), army("Military service"), army("Navy"), army("Army Public School")
    (True, True, False, False)
    """
    words = cleared(name)
    civilian = _longest("armed", "civilian", words)
    return bool(_ARMY.search(words)) and not _BRANCH.search(words) and civilian is None


def one_army(one: str, other: str) -> bool:
    """Say whether two names are of an army, and not of those of two states: a service has no firm's name.

    So has a scheme of service no other name than its own, wherever somebody is posted by it.

    >>> one_army("Egyptian Armed Forces", "Military service"), one_army("Egyptian Army", "Syrian Army")
    (True, False)
    >>> one_army("NYSC, Osun", "National Youth Service: Ministry of Works"), one_army("NYSC", "Works Ltd")
    (True, False)
    """
    if (scheme := _scheme(one)) is not None and scheme == _scheme(other):
        return True
    if not (army(one) and army(other)):
        return False
    states = {country(word) for name in (one, other) for word in name.split()} - {None}
    return len(states) <= 1


_SCHEMES = (
    frozenset({"nysc", "national youth service", "national youth service corps"}),
    frozenset({"nss", "national service scheme", "national service secretariat"}),
)
"""The names of one scheme each."""


def _scheme(name: str) -> int | None:
    """Give the number of the scheme that a name tells."""
    folded = f" {fold(name)} "
    return next((n for n, names in enumerate(_SCHEMES) if any(f" {told} " in folded for told in names)), None)


def one_service(one: str, other: str) -> bool:
    """Say whether one of two titles is the service itself, and the other that or a rank in it.

    >>> one_service("Military service", "Conscript"), one_service("Corporal", "Captain")
    (True, False)
    """
    return any(army(a) and armed(b, None) is not None for a, b in ((one, other), (other, one)))


@lru_cache(maxsize=4096)
def government(title: str | None, employer: str | None) -> Service | None:
    """Say whether a job is a government position: in a ministry, a town, a court, an embassy, a customs service.

    Posts in public schools and hospitals are near it; those in companies that a state owns are none.

    >>> government("Clerk", "Ministry of Finance")
    Service(words='ministry of finance', sure=True)
    >>> government("Teacher", "Government High School").sure
    False
    >>> government("DJ", "Ministry of Sound") is None
    True
    >>> government("Corps member (NYSC)", "Ministry of Agriculture").sure
    False
    """
    role, body = _cleared("government", title), _cleared("government", employer)
    office = _office(body) or _longest("government", "bodies", body)
    post = _longest("government", "titles", role)
    public = _longest("government", "institutions", body)
    if _longest("government", "companies", body):
        return None
    if public:
        return Service(public, False)
    if office:
        calling = _longest("government", "callings", role) or _longest("armed", "civilian", body)
        serves = names_scheme(f"{title or ''} | {employer or ''}")  # a year of service there is no position
        return Service(office, calling is None and not serves)
    return (
        Service(post, not body or post not in {"judge", "juge", "councillor", "consul", "attache"})
        if post
        else None
    )


def _office(body: str) -> str | None:
    """Give a ministry or department with what it is of, where that is the government's."""
    if not any(word in body for word in _OFFICES):
        return None
    found = _offices().search(f"{body} ")
    return found[0].strip() if found else None


@cache
def _offices() -> re.Pattern[str]:
    subjects = "|".join(longest_first(map(fold, _phrases("government", "subjects"))))
    reversed_ = "|".join(longest_first(map(fold, _phrases("government", "subjects") - _OF_A_CHURCH)))
    kinds = r"(?:ministry|ministries|state secretariat|directorate|directorate general|state department)"
    not_a_school = r"(?= |$)(?!.*\b(?:universit|college|school|hospital))"
    return expression(
        rf"\b(?:{kinds} (?:of|for) (?:the )?(?:{subjects})"
        rf"|(?:department|dept|bureau) (?:of|for) (?:the )?(?:{subjects}){not_a_school}"
        rf"|(?:{reversed_}) ministry) "
    )


def names_scheme(text: str) -> bool:
    """True where a text names a scheme of a national service without arms.

    >>> names_scheme("Corps member (NYSC)"), names_scheme("National service in the army")
    (True, False)
    """
    return names_scheme_folded(fold(text))


def names_scheme_folded(folded: str) -> bool:
    """The same of a folded text."""
    return _longest("armed", "schemes", folded) is not None


def serves_unarmed(country: str) -> bool:
    """True where the national service of a country (alpha-2) is known to be without arms."""
    return country in tables.toml("services")["armed"]["unarmed"]


def cleared(text: str | None, *, unarmed: bool = False) -> str:
    """Fold a text and take out the phrases that hold the name of a force and mean something else.

    Where the national service is one without arms, its words go, too.
    """
    words = _cleared("armed", text)
    return " ".join(_NATIONAL.sub("|", words).split()) if unarmed else words


@lru_cache(maxsize=8192)
def _cleared(kind: str, text: str | None) -> str:
    """Fold a text and take out the phrases that are something else."""
    words = fold(text or "")
    aside = any(_longest(kind, name, words) for name in _ASIDE[kind])
    return _others(kind).sub(" |", f" {words} ").strip() if aside else words


_ASIDE = {"armed": ("other", "schemes"), "government": ("other",)}
"""The lists of phrases that are something else, by what they are not."""


@cache
def _others(kind: str) -> re.Pattern[str]:
    """Give what finds the phrases that are something else, the longest first."""
    phrases = longest_first(frozenset().union(*(_phrases(kind, name) for name in _ASIDE[kind])))
    return expression(rf" (?:{'|'.join(map(re.escape, phrases))})(?= )")


def _longest(kind: str, name: str, text: str) -> str | None:
    """Give the longest phrase of a list that stands in a text as whole words."""
    begun = _phrases_by_word(kind, name)
    words = f" {text} "
    near = (phrase for word in begun.keys() & text.split() for phrase in begun[word])
    return max((p for p in near if f" {p} " in words), key=lambda p: (len(p), p), default=None)


@cache
def _phrases_by_word(kind: str, name: str) -> Mapping[str, Sequence[str]]:
    """Give the phrases of a list by their first words: a text holds few of these."""
    found: dict[str, list[str]] = {}
    for phrase in _phrases(kind, name):
        found.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return found


@cache
def _phrases(kind: str, name: str) -> frozenset[str]:
    return frozenset(map(fold, tables.toml("services")[kind][name]))
