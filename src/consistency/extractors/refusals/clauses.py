"""Which clauses of a sentence tell a refusal of the applicant: not one of a brother, of an LMIA, nor of an offer."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.normalizer.expressions import expression
from consistency.normalizer.refusing import refusals_in
from consistency.normalizer.speakers import OTHERS, WRITER
from consistency.normalizer.text import fold

_CUT = expression(
    r"[;:]\s+|,\s+(?!\d{4}\b)|\s+[(-]\s*|\)\s*"
    r"|\s+(?=(?:and|but|then|while|whereas|because|although|though|when|after|before|until|since"
    r"|et|mais|puis|alors que|tandis que|parce qu|car|lorsque?|quand|apres|avant)\b"
    r" (?:i|we|he|she|it|they|you|my|our|his|her|the|this|that|an?|another|one|again|was|were|had|has|have|got|am|is"
    r"|in|on|later|then|therefore|finally|now|je|j'|j |il|elle|nous|vous|ma|mon|mes|la|le|les|un|une|ai|ont|est"
    r"|en|qui"
    r"|cette|ce)\b)"
    r"|\s+(?=(?:because|due to|owing to|parce qu|en raison|a cause d)\b)"
)
"""Where a clause ends; a comma before a year stands inside a date."""

_VERB = expression(
    r"\b(?:i|we|he|she|they|je|nous|il|elle|ils) (?!and\b|et\b)\w|j'"
    r"|\b(?:am|is|are|was|were|be|been|has|have|had|did|does|do|will|would|can|could|may(?! \d)|ont|avait|est|sont"
    r"|etait|fut|ai|began|went|came|left|got|met|made|took|became|paid|wrote)\b"
    r"|\b(?!(?:dat|issu|receiv|decid|notifi|inform|communicat|deliver|enclos|attach|bas|relat|limit|nam|call|titl"
    r"|entitl|number|unit|requir|need|intend|propos|expir|refus|reject|deni|declin|turn)ed\b)[a-z]{2,}ed\b"
)
"""A verb that tells something else."""

_WHY = expression(
    r"(?:because|due to|owing to|parce qu|car\b|en raison|a cause d|although|though|despite|bien qu|malgre)"
)
_WHEN = expression(
    r"(?:(?:and|but|then|et|mais|puis) )*(?:on|in|by|le|en|au)? ?(?:the |early |late |mid-? ?)?"
    r"(?:\d|(?:jan|feb|fev|mar|apr|avr|may|mai|jun|juin|jul|aug|aou|sep|oct|nov|dec)[a-z]*\b)"
)
_AGAIN = expression(
    r"(?:(?:and|then|et|puis) )*(?:again|anew|once (?:more|again)|a (?:second|third) time|de nouveau|a nouveau"
    r"|encore(?: une fois)?|une (?:deuxieme|seconde|troisieme) fois|for (?:the|a) (?:second|third) time)\b"
)
"""How a sentence goes on with the next refusal, behind the reasons of the one before."""
_MATTER = "visas?|permits?|applications?|requests?|refusals?|files?|entry|demandes?|permis|dossiers?|refus|extensions?"
_THINGS = (
    "lmias?|lmos?|eimt|labou?r market (?:impact )?(?:assessment|opinion)"
    "|loans?|mortgages?|credit|scholarships?|bursary"
    "|insurance|promotion|university|college|school|jobs?|tender|prets?|hypotheque|bourse|assurance|universite"
    "|che(?:que|ck)s?|payments?|paiements?|virements?|withdrawals?|invoices?|factures?"
    "|reconsider\\w*|re ?open\\w*|reexam\\w*|reconsiderer|judicial review|controle judiciaire|appeals?|stay motion"
)
_OTHER_THINGS = expression(rf"\b(?:{_THINGS})\b(?! based| exempt)")
_FOR_ANOTHER_THING = expression(
    rf"\b(?:{_MATTER}) (?:for|to|of|de|d|en|pour) (?:\w+ ){{0,2}}?(?:{_THINGS})\b(?! (?:based|exempt|offer|visa"
    rf"|permit))"
)
_MINE = expression(
    rf"\b(?:my|our|ma|mon|mes|notre|nos) (?:(?!(?:{_THINGS})\b(?! based| exempt))\w+ ){{0,5}}?(?:{_MATTER})\b"
)
_FRIEND = expression(r"\b(?:friends?|colleagues?|relatives?|cousins?|ami|amis) (?:of mine|a moi)\b")
_HIS = expression(
    rf"\b(?:he|she)(?: (?:was|got|is|has|had|been|also|then))* ?$|\b(?:his|her|their) (?:\w+ ){{0,3}}(?:{_MATTER})\b"
)
_JOINT = expression(r"\b(?:i|me|myself|mine|moi) (?:and|et) (?:my|our|mon|ma|mes)\b")
_WHO = expression(r"\b(?:who|whose|qui|dont)\b")
_FILLER = expression(
    r"(?:(?:and|but|then|et|mais|puis|also|again|later|therefore|thus|unfortunately|sadly|finally|subsequently"
    r"|was|were|is"
    r"|are|be|been|being|got|get|has|have|had|did|do|could|which|that|a|ete|ont|fut|est|avait|it|only)\b ?)*"
)
_AFTER = expression(
    r"\b(?:because|due|since|as|for|with|visit|join|see|from|accompany|on|in|citing|given|despite|under|when"
    r"|where|and|but"
    r"|car|pour|avec|en|visiter|rejoindre|voir|parce|et|mais|le \d)\b"
)
_BY_ME = expression(
    r"\b(?:i|we|je|jai|nous)(?: (?:have|had|also|then|later|politely|therefore|did|could|would|ai|avons|avais))* ?$"
)
_GIVEN_TO = expression(
    r" ?(?:(?:in|on|en|le) (?:\w+ ){0,2}?(?:19|20)\d\d )?(?:an?|the|un|une|le|la) (?:\w+ ){0,2}?(?:visas?|permits?"
    r"|permis)"
    r" (?:(?:de|d) \w+ )?(?:to|for|of|a|au|de|pour) "
)
"""What stands between "refused" and the one to whom: "refused in 2019 a visitor visa to my uncle"."""
_NEAR = 6
"""Whom something was refused stands at most so many words after it."""


class Clause(Struct, frozen=True):
    """A part of a sentence, and what it tells."""

    start: int
    end: int
    refusal: int | None
    """Where its first refusal of the applicant begins."""
    others: bool
    """It tells a refusal of somebody or something else."""
    verb: bool
    """It tells something that is no refusal."""

    @property
    def tells(self) -> bool:
        """True where it has a verb of any kind."""
        return self.refusal is not None or self.others or self.verb


def clauses(low: str, *, first_person: bool) -> tuple[Clause, ...]:
    """Take a sentence (in small letters without accents) apart; ``first_person`` says that its writer says "I"."""
    ends = [*_CUT.finditer(low)]
    bounds = zip([0, *(cut.end() for cut in ends)], [*(cut.start() for cut in ends), len(low)], strict=True)
    words = [*refusals_in(low, removals=True)]
    found: list[Clause] = []
    for start, end in bounds:
        here = [word for word in words if start <= word.start() < max(end, start + 1)]
        own = [word for word in here if not _of_others(low, found, start, word, first_person)]
        verb = not here and (_VERB.search(low, start, end) is not None or _WHY.match(low, start) is not None)
        found.append(Clause(start, end, own[0].start() if own else None, bool(here) and not own, verb))
    return tuple(found)


def telling(parts: Sequence[Clause], low: str) -> Iterator[Clause]:
    """Give the clauses that tell the applicant's refusals: with their verb, or with none of their own."""
    waiting: list[Clause] = []
    goes_on = refused = False
    for part in parts:
        if part.refusal is not None or (refused and not part.tells and _AGAIN.match(low, part.start)):
            yield from (*waiting, part)
            waiting, goes_on, refused = [], True, True
        elif part.tells:
            waiting, goes_on = [], False
        elif goes_on:
            yield part
        elif part is parts[0] or waiting or _WHEN.match(low, part.start):
            waiting.append(part)


def _of_others(
    low: str, before: Sequence[Clause], start: int, word: re.Match[str], first_person: bool
) -> bool:
    """Tell whether what was refused is not the applicant's: by the subject of the verb, or by its object."""
    subject = fold(low[start : word.start()])
    if _BY_ME.search(subject) and not re.search(r"get|obtain|obtenu|^(?:was|were|been|got|ete) ", word[0]):
        return True
    if _refused_others(fold(low[word.end() :])):
        return True
    if _WHO.match(subject):
        return _is_others(fold(low[: word.start()]), first_person)
    if before and _FILLER.fullmatch(subject):
        return _is_others(fold(low[: word.start()]), first_person, foremost=True)
    joined = next((part.start for part in _verbless(before)), start)
    return _is_others(fold(low[joined : word.start()]), first_person)


def _verbless(before: Sequence[Clause]) -> list[Clause]:
    """Give the clauses right before one that have no verb: they are part of its subject."""
    last = next((place for place in range(len(before), 0, -1) if before[place - 1].tells), 0)
    return [*before[last:]]


def _is_others(subject: str, first_person: bool, *, foremost: bool = False) -> bool:
    """Tell whether the words before a verb name another as its subject: the last who is named, or the foremost."""
    patterns = (OTHERS, _FRIEND, _OTHER_THINGS, *([_HIS] if first_person else []))
    others = [match.span() for pattern in patterns for match in pattern.finditer(subject)]
    things = [match.span() for match in _MINE.finditer(subject) if not OTHERS.search(match[0])]
    own = [*things, *(match.span() for match in WRITER.finditer(subject))]
    if not others or not own:
        return bool(others)
    if _FOR_ANOTHER_THING.search(subject):
        return True
    if foremost:
        return min(others) < min(own)
    last = max(others, key=lambda span: span[1])
    if max(end for _, end in own) >= last[1] or _JOINT.search(subject):
        return False
    return not things or _WHO.search(subject, things[-1][1]) is not None


def _refused_others(after: str) -> bool:
    """Tell whether the words after "refused" name another as the one to whom, or of whom."""
    for pattern in (OTHERS, _FRIEND, _OTHER_THINGS):
        found = pattern.search(after)
        if not found:
            continue
        between = after[: found.start()]
        if pattern is not _OTHER_THINGS and _GIVEN_TO.fullmatch(between):
            return True
        mine = WRITER.search(between) and pattern is not _OTHER_THINGS
        if len(between.split()) <= _NEAR and not (mine or _AFTER.search(between)):
            return pattern is not _OTHER_THINGS or re.search(rf"\b(?:{_MATTER})\b", between) is None
    return False
