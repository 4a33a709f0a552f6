"""What sentences say of whom the applicant takes along or leaves, and of a rank among brothers and sisters.

It reads a subject of relatives, each perhaps with a name, and what is said of them further on in the sentence;
``kin_statements`` has the closer readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from consistency.comparator.family.statements import Answer, Count
from consistency.comparator.family.words import COUPLE, KIN, NUMBERS, number_of
from consistency.normalizer import places
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_ASIDE = expression(
    r"\([^()]*\)|, (?:who|which|aged?|a|an|the|born|now|currently|qui|âgée?|née?|un|une)\b[^,;.]{1,80}(?:,|(?=[;.]"
    r"|$))"
)
"""What is put in beside a relative: "my wife, who teaches in Solo, …"."""
_OF = r"(?:my|our|the applicants?|mon|ma|mes|notre|nos)"
_WHO = (
    r"(?:wife|husband|spouse|partner|children|kids|sons|daughters|child|son|daughter|family|epouse|epoux|mari"
    r"|femme|conjointe?"
    r"|enfants|enfant|fils|filles|fille|famille)"
)
_ANYBODY = (
    "wife", "husband", "spouse", "partner", "child", "kids", "son", "daughter", "family", "pou", "mari", "femme",
    "conjoint", "enfant", "fil", "famille",
)  # fmt: skip
"""One of these stands in each sentence about a spouse, children or a family."""
_NO_NAME = (
    r"(?:will|shall|would|can|could|may|might|are|is|am|was|were|be|being|has|have|had|do|does|did|not|never|who"
    r"|all|both|also"
    r"|going|plans?|intends?|to|stay\w*|remain\w*|liv\w+|continu\w+|in|at|with|and|or|et|ou|my|our|of|ne|n|qui"
    r"|rest\w+|demeur\w+"
    r"|maccompagn\w+|vi\w+|est|sont|works?|stud\w+|goes|attends?|wont|doesnt|dont|law)"
)
_AGE = (
    r"(?:(?:two|three|four|deux|trois|quatre|\d|only|elder|eldest|younger|youngest|little|minor|beloved|dear|petite?s?"
    r"|seule?)\s)*"
)
_ONE = (
    rf"(?:{_OF}\s)?{_AGE}(?P<who>{_WHO})\b(?!\sin\slaw)"
    rf"(?:\s(?P<name>(?!(?:{_NO_NAME}|{_WHO})\b)\w+(?:\s(?!(?:{_NO_NAME}|{_WHO})\b)\w+){{0,2}}))?"
)
_EACH = expression(rf"\b{_ONE}")
_UNNAMED = re.sub(r"\?P<\w+>", "?:", _ONE)
_SUBJECT = rf"(?P<subject>\b{_OF}\s{_UNNAMED}(?:(?:\sand|\set)?\s{_UNNAMED}){{0,6}})"
_GAP = (
    r"(?:\s(?!(?:i|we|he|she|they|you|it|je|nous|il|elle|ils|elles|canada|officer|if|si)\b"
    rf"|(?:my|our|his|her|their|your|mon|ma|mes|son|sa|ses|notre|leur) (?:\w+ )?{KIN}\b)\w+){{0,7}}?"
)
_MOVE = r"(?:accompan(?:y|ies)|travel|com|join|go|fly|mov|relocat)(?:e|es|s|ing|ling)?"
_WITH_ME = r"(?:\salong)?(?:\swith)?\s(?:me|us|to canada)\b"
_NOT_ALONG = expression(
    rf"{_SUBJECT}{_GAP}\s(?:(?:do|does|will|would|shall|is|are)\snot|wont|doesnt|dont|never)(?:\s(?:be"
    rf"|also))?\s{_MOVE}{_WITH_ME}"
    rf"|{_SUBJECT.replace('?P<subject>', '?P<sujet>')}{_GAP}\sne\smaccompagn\w+\spas\b"
)
_ALONG = expression(
    rf"{_SUBJECT}(?:\s(?:both|all|also))?\s(?:will|shall|is|are|would|plans?|intends?)(?:\s(?:also|be|going|to|both"
    rf"|all)){{0,3}}"
    rf"\s{_MOVE}{_WITH_ME}"
)
_LEFT = expression(
    rf"{_SUBJECT}{_GAP}\s(?:remains?|stays?|(?:will|shall)(?:\s(?:both|all|also|be))?\s(?:remain|stay|live|reside"
    rf"|continue)(?:ing)?"
    r"|rest(?:e|ent|era|eront)|demeur(?:e|ent|era|eront))\b(?P<rest>(?:\s\w+){1,8})"
)
_LEAVING = expression(
    rf"\b(?:leave|leaving|laisse|laisserai|laissant)\s{_SUBJECT}(?P<rest>\s(?:behind|at home|here|with|in|chez|avec"
    rf"|a|au)\b(?:\s\w+){{0,5}})"
)
_STATE = (
    r"(?:touch|contact|health|debt|charge|school|love|support|agreement|favou?r|custody|employment|jobs?|positions?|care"
    r"|status|marriage|relationship|plans?|life|vie|cotes|coeur|heart|cent(?:er|re)|sante|emploi|poste|contacts?)"
)
_NO_PLACE = rf"(?:{_STATE}|good|close|my|our|ma|mes|mon|notre|nos|the same|all|every|courant|chomage|jour)"
"""What one may remain in, or be at, and is no place: "in touch", "à ma charge"."""
_PLACE = expression(
    rf"\s(?:(?:in|at|au|en|aux|a|dans)(?! {_NO_PLACE}\b)(?! (?:\w+ ){{1,2}}{_STATE}\b)|home|here|there|back|behind"
    r"|with (?:my|his|her|our|their|me)(?! (?:\w+ )?(?:studies|school\w*|work|job|business|education|career)\b)"
    r"|avec|chez|ici)\b"
)
_HERE = expression(r"\b(?:canada|with (?:me|us)|avec (?:moi|nous))\b")
_LATER = expression(
    r"\b(?:later|once|eventually|afterwards|future|plus tard|ensuite|visit\w*|if|si|may|might|for a few|until then)\b"
)
_CHILD = frozenset({"child"})


class Plan(NamedTuple):
    """Whether relatives come along, as a sentence says; one child may be told by name, and without it is any."""

    relations: frozenset[str]
    one: bool
    name: frozenset[str]
    answer: Answer


@lru_cache(maxsize=8192)
def plans(text: str) -> tuple[Plan, ...]:
    """Give who comes along to Canada, or does not, by a sentence that may say other things of them before.

    >>> [(sorted(plan.name), plan.answer) for plan in plans("My son Ari is in grade two and will remain in Solo.")]
    [(['ari'], 'no')]
    >>> plans("My wife stays my best friend.")
    ()
    """
    small = text.lower()
    if not any(who in small for who in _ANYBODY):
        return ()
    folded = fold(_ASIDE.sub(" ", text))
    if _LATER.search(folded):
        return ()
    return tuple(dict.fromkeys(_told(folded)))


def _told(folded: str) -> Iterator[Plan]:
    for match in _NOT_ALONG.finditer(folded):
        yield from _each(match["subject"] or match["sujet"], "no")
    for match in _ALONG.finditer(folded):
        yield from _each(match["subject"], "yes")
    for pattern in (_LEFT, _LEAVING):
        for match in pattern.finditer(folded):
            rest = match["rest"]
            if _PLACE.match(rest) and not (_HERE.search(rest) or any(map(_in_canada, rest.split()))):
                yield from _each(match["subject"], "no")


def _in_canada(word: str) -> bool:
    return places.country_of_city(word.title()) == "CA"


def _each(subject: str, answer: Answer) -> Iterator[Plan]:
    for found in _EACH.finditer(subject):
        who, name = found["who"], frozenset((found["name"] or "").split())
        if re.fullmatch("child|son|daughter|enfant|fils|fille", who):
            yield Plan(_CHILD, True, name, answer)
        elif re.fullmatch("family|famille", who):
            yield Plan(COUPLE | _CHILD, False, frozenset(), answer)
        else:
            yield Plan(
                _CHILD if re.match("child|kid|son|dau|enf|fil", who) else COUPLE, False, frozenset(), answer
            )


_SEVERAL = "|".join(word for word, number in NUMBERS.items() if number > 1)
_COUNTED = rf"(?P<number>\d{{1,2}}|{_SEVERAL})"
_RANK = expression(
    r"^(?:(?:\w+ ){0,6})?(?:i am|i was born|our client is|the applicant is|je suis) (?:the |l|la |le |as the )?"
    r"(?:eldest|elder|oldest|older|youngest|younger|first|second|third|fourth|fifth|sixth|last|middle"
    r"|only (?:son|daughter|boy|girl)"
    r"|one|ainee?|cadet(?:te)?"
    r"|benjamine?|premiere?|deuxieme|troisieme|derniere?)(?: (?:born|child|son|daughter|enfant|fils|fille))?"
    rf" (?:of|in|among|from|dune?|de|parmi)(?: (?:a|the|our|my|family|famille|fratrie|siblings?|of|de|parents))*"
    rf" {_COUNTED} (?:children|siblings|kids|brothers and sisters|enfants|freres et soeurs)\b"
    rf"|^(?:(?:\w+ ){{0,4}})?(?:we are|nous sommes) (?P<all>\d{{1,2}}|{_SEVERAL}) (?:brothers and sisters"
    rf"|siblings|children"
    r"|freres et soeurs|enfants)\b(?! (?:of|in) (?:the|this) (?:class|school))"
)


@lru_cache(maxsize=8192)
def siblings_by_rank(text: str) -> Count | None:
    """Give the number of brothers and sisters that a rank among all children of a family tells.

    >>> siblings_by_rank("I am the second of six children of a farmer.")
    Count(number=5, all=True)
    """
    found = _RANK.search(fold(text))
    if found is None:
        return None
    word = found["number"] or found["all"]
    return Count(number_of(word) - 1, True)
