"""What sentences say of relatives: who has died, who comes along to Canada, how many brothers and sisters there are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from consistency.comparator.family.words import AND, COUPLE, KIN, OF, everyone, number_of, relations
from consistency.normalizer import dates
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_DIED = expression(
    rf"\b(?P<feu>feue?\s)?{OF}\s(?:(?P<late>late|deceased|feue?|defunte?|regrettee?)\s)?(?:\w+\s)?(?P<who>mother|father|parents|mom|dad|mum"
    r"|mere|pere|wife|husband|epouse|epoux|mari|femme|son|daughter|fils|fille|brother|sister|frere|soeur)s?\b(?!\sin\slaw)"
    r"(?P<verb>(?:\s(?:who|qui|has|had|was|is|are|have|sadly|unfortunately|suddenly|both|already|having|etant|est|sont|a|ont|etait"
    r"|malheureusement|then))*\s(?:died|dead|deceased|passed away|passed on|expired|decedee?s?|mort[es]*|defunte?s?))?"
)
_DEATH_OF = expression(
    rf"\b(?:death|demise|passing|loss|deces|mort|disparition)\s(?:of|de)\s{OF}\s(?:late\s|\w+\s)?"
    r"(?P<who>mother|father|parents|mom|dad|mum|mere|pere|wife|husband|epouse|epoux|mari|femme|son|daughter|fils|fille"
    r"|brother|sister|frere|soeur)\b(?!\sin\slaw)"
)
OF_DEATH = expression(
    r"\b(?:late|dead|deceased|died|passed (?:away|on)|expired|death|demise|passing|loss"
    r"|feue?|regrettee?|decedee?s?|mort[es]*|defunte?s?|deces|disparition)\b"
)
"""A word of it stands in every sentence (folded) that says that somebody has died."""

_SOME_KIN = rf"(?P<kin>{OF}\s(?:\w+\s)?{KIN}{AND})"
_MOVES = r"(?:accompany|travel|com(?:e)?|join|mov(?:e)?|fly|relocat(?:e)?)(?:ing|ling)?"
_ALONG = expression(
    rf"\b{_SOME_KIN}(?:\s(?:who|all|both|also|as well))*"
    r"\s(?:will|shall|are|is|am|would|going|to|plan|plans|intend|intends|be|(?P<not>not|wont|never)|\s)*"
    rf"{_MOVES}\s(?:along\s)?(?:with\s)?(?:me|us|to canada)\b"
)
_WITH = expression(
    r"\b(?:accompanied by|(?:travel|com)(?:l?ing)?e? (?:together )?with|together with|along with"
    rf"|accompagnee?s? (?:de|par)|voyager(?:ai)? avec)\s{_SOME_KIN}"
)
_FRENCH_ALONG = expression(rf"\b{_SOME_KIN}\s(?P<ne>ne\s)?maccompagner(?:a|ont)(?P<not>\spas)?\b")
_STAY = expression(
    rf"\b{_SOME_KIN}(?:\s(?:all|both|also|will|shall|are|is|be|going|to|continue|continuing))*"
    r"\s(?:remain|stay|live|reside)(?:ing)?\b(?P<rest>(?:\s\w+){0,8})"
)
_FRENCH_STAY = expression(
    rf"\b{_SOME_KIN}\s(?:rester|demeurer|continuer)(?:a|ont)(?: (?:a|de) (?:vivre|resider))?\b"
    r"(?P<rest>(?:\s\w+){0,8})"
)
_PLACE = expression(
    r"$|\s(?:in(?! (?:touch|contact|good|close|debt|my heart|peace))|at|here|there|back|behind|home|while|during"
    r"|to care|with (?:my|his|her|our|their|both|the)|au|en|aux|a|avec|chez|dans|ici)\b"
)
"""What follows where somebody stays behind; "my family will remain my priority" tells of no place."""

_NO_NAME = (
    r"(?:will|shall|would|can|could|may|might|are|is|am|was|were|be|being|has|have|had|do|does|did|not|never|wont|doesnt|who|all"
    r"|both|also|going|plans?|intends?|to|stay\w*|remain\w*|liv\w+|continu\w+|in|at|with|and|or|et|ou|aged?|born|the|my|our|of"
    r"|ne|qui|rest\w+|demeur\w+|maccompagn\w+|vien\w+|est|\d+)"
)
_ONE_KIN = (
    r"(?:my|our|the applicants?|mon|ma|notre)\s"
    r"(?:(?:eld(?:er|est)|old(?:er|est)|young(?:er|est)?|only|little|small|minor|adult|dear"
    r"|baby|own|first|second|petite?|grande?|jeune|seule?|aine|ainee)\s)?(?P<kin>son|daughter|child|fils|fille|enfant)\b(?!\sin\slaw)"
    rf"(?:\s(?!{_NO_NAME}\b)(?P<name>\w+(?:\s(?!{_NO_NAME}\b)\w+){{0,2}}))?(?:\s(?:aged?|who|is|\d+|years?|old))*?"
)
_ONE_ALONG = expression(
    rf"\b{_ONE_KIN}"
    r"(?:\s(?:will|shall|is|would|going|to|plans?|intends?|be|also|(?P<not>not|wont|never|does not|doesnt)))+"
    rf"\s{_MOVES}\s(?:along\s)?(?:with\s)?(?:me|us|to canada)\b"
)
_ONE_STAYS = expression(
    rf"\b{_ONE_KIN}(?:\s(?:also|will|shall|is|be|going|to|continue|continuing))+\s(?:remain|stay|live)(?:ing)?\b"
    r"(?P<rest>(?:\s\w+){0,8})"
)
_ONE_IN_FRENCH = expression(
    rf"\b{_ONE_KIN}\s(?:(?P<ne>ne\s)?maccompagnera(?P<not>\spas)?"
    r"|(?:restera|demeurera|continuera)(?P<rest>(?:\s\w+){0,8}))\b"
)
"""What a sentence says of one child, by name or alone: "our daughter Ife will stay with her aunt"."""

_HERE = expression(r"\b(?:canada|with me|avec moi)\b")
_WILL = expression(r"\b(?:will|shall|going to|continue\w*|(?:rester|demeurer|continuer)(?:a|ont))\b")
_WILL_TRAVEL = expression(r"\b(?:will|shall|travel|voyager\w*)\b")
_ALONE = expression(
    r"\b(?:i (?:will|shall|am|intend|plan)(?: be| to)?(?: going to)?"
    r" (?:travel\w*|com\w+|go\w*|mov\w+|enter\w*)(?: to canada)?"
    r" (?:alone|by myself|on my own|unaccompanied|without my family)"
    r"|je (?:voyagerai|viendrai|partirai|viens|me rendrai au canada) seule?"
    r"|(?:no|none of my) family(?: members?)? (?:will|is|are) (?:be )?accompany\w*"
    r"|aucun membre de ma famille ne maccompagne\w*)\b"
)
_LATER = expression(
    r"\b(?:later|after|once|eventually|afterwards|future|plus tard|ensuite|visit\w*|if|si|may|might)\b"
)

_NUMBER = r"(?P<{0}>\d|an?|one|two|three|four|five|six|seven|eight|une?|deux|trois|quatre|cinq|six|sept|huit)"
_AGED = r"(?:\s(?:older|younger|elder|little|big|grande?|petite?|real|biological|adult|unmarried|married|jeunes?))?"
_HAVE = expression(
    r"\b(?:i|we) (?:have|also have|only have)(?: got)?(?P<only> only)? " + _NUMBER.format("first") + _AGED
    + r"\s(?P<kind>brothers?|sisters?|siblings?)\b(?!\s(?:in\slaw|compan|concern|organi))"
    r"(?:\s(?:and|plus)\s" + _NUMBER.format("second") + _AGED
    + r"\s(?P<other>brothers?|sisters?))?(?P<rest>(?:\s\w+){0,3})"
    r"|\bjai " + _NUMBER.format("un") + _AGED + r"\s(?P<sorte>freres?|soeurs?)(?:\set\s" + _NUMBER.format("deux")
    + _AGED + r"\s(?P<autre>freres?|soeurs?))?(?P<suite>(?:\s\w+){0,3})"
)  # fmt: skip
_NO_SIBLINGS = expression(
    r"\b(?:i am (?:the|an|their) only (?:child|son and child)|i have no (?:siblings|brothers (?:or|and) sisters)"
    r"|i do not have (?:any )?(?:siblings|brothers (?:or|and) sisters)|i dont have (?:any )?siblings"
    r"|je suis (?:enfant|fils|fille) unique|je nai (?:ni freres? ni soeurs?|pas de freres? (?:et|ni|ou) (?:de )?soeurs?"
    r"|aucun frere ni soeur))\b(?!\s(?:in|au|en|living|who|at)\b)"
)
_SOME = expression(
    r"^\s*(?:in|who|living|abroad|at|still|left|that|au|qui|a|en|vivant|with me|named|working|studying)\b"
)


Answer = Literal["yes", "no"]


class Death(NamedTuple):
    """Of whom a sentence says that he or she has died, and when, where it says so."""

    relations: frozenset[str]
    day: PartialDate | None


class Company(NamedTuple):
    """Who comes along, or does not, as a sentence says."""

    relations: frozenset[str]
    answer: Answer


class OneChild(NamedTuple):
    """Whether one child comes along, as a sentence says; without a name it may be any."""

    name: frozenset[str]
    answer: Answer


class Count(NamedTuple):
    """How many brothers and sisters a sentence tells; ``all`` where it tells of every one."""

    number: int
    all: bool


@lru_cache(maxsize=8192)
def deaths(text: str) -> tuple[Death, ...]:
    """Give of whom a sentence says that they have died: "my late father", "my mother passed away in 2019"."""
    folded = fold(text)
    told = [(m["who"], bool(m["verb"])) for m in _DIED.finditer(folded) if m["late"] or m["feu"] or m["verb"]]
    told += [(m["who"], True) for m in _DEATH_OF.finditer(folded)]
    day = _only_day(text) if told else None
    return tuple(dict.fromkeys(Death(relations(who), day if dated else None) for who, dated in told))


def _only_day(text: str) -> PartialDate | None:
    days = dates.find_dates(text)
    return days[0].date if len(days) == 1 else None


@lru_cache(maxsize=8192)
def company(text: str) -> tuple[Company, ...]:
    """Give who will come along to Canada, or will not, as a sentence says for certain."""
    folded = fold(text)
    if _LATER.search(folded):
        return ()
    if _ALONE.search(folded):
        return (Company(COUPLE | {"child"}, "no"),)
    return tuple(dict.fromkeys(c for c in (*_coming(folded), *_staying(folded)) if c.relations))


@lru_cache(maxsize=8192)
def company_of_one(text: str) -> tuple[OneChild, ...]:
    """Give the children of whom, one by one, a sentence says for certain that they come along, or that they do not."""
    folded = fold(text)
    if _LATER.search(folded):
        return ()
    told: list[tuple[re.Match[str], Answer]] = [
        (m, "no" if m["not"] else "yes") for m in _ONE_ALONG.finditer(folded)
    ]
    told += [(m, "no") for m in _ONE_STAYS.finditer(folded) if _stays(m) and _WILL.search(m[0])]
    for m in _ONE_IN_FRENCH.finditer(folded):
        if m["rest"] is None or _stays(m):
            told.append((m, "yes" if m["rest"] is None and not m["not"] else "no"))
    return tuple(OneChild(frozenset((m["name"] or "").split()), answer) for m, answer in told)


def _stays(found: re.Match[str]) -> bool:
    return _PLACE.match(found["rest"]) is not None and not _HERE.search(found["rest"])


def _coming(folded: str) -> list[Company]:
    told = [(m["kin"], bool(m["not"])) for which in (_ALONG, _FRENCH_ALONG) for m in which.finditer(folded)]
    if _WILL_TRAVEL.search(folded) and not re.search(r"\b(?:not|without|never|ne|sans)\b", folded):
        told += [(m["kin"], False) for m in _WITH.finditer(folded)]
    return [_company(kin, "no" if denied else "yes") for kin, denied in told]


def _staying(folded: str) -> list[Company]:
    """Read "will remain in Morocco": not where it is Canada, or with the applicant."""
    told = [m for which in (_STAY, _FRENCH_STAY) for m in which.finditer(folded) if _WILL.search(m[0])]
    return [_company(m["kin"], "no") for m in told if _PLACE.match(m["rest"]) and not _HERE.search(m["rest"])]


def _company(kin: str, answer: Answer) -> Company:
    return Company(everyone(kin, wholly=True) & (COUPLE | {"child"}), answer)


@lru_cache(maxsize=8192)
def siblings_told(text: str) -> Count | None:
    """Give the number of brothers and sisters that a sentence tells, or None."""
    folded = fold(text)
    if _NO_SIBLINGS.search(folded):
        return Count(0, True)
    found = _HAVE.search(folded)
    if found is None:
        return None
    first, second = found["first"] or found["un"], found["second"] or found["deux"]
    kind, rest = found["kind"] or found["sorte"], found["rest"] or found["suite"] or ""
    number = number_of(first) + (number_of(second) if second else 0)
    whole = bool(second or kind.startswith("sibling") or found["only"]) and not _SOME.match(rest)
    return Count(number, whole)
