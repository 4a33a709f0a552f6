"""Whether a text affirms a thing that it names, or denies it, asks for it, or speaks of what might be or of others."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from consistency.normalizer.expressions import expression

_CLAUSE = expression(
    r"(?<![.;!?•\n])[.;!?•\n]+(?=\s|$)|[;•\n]|\b(?:but|however|except|save for|apart from|other than|although|mais|sauf"
    r"|excepte|hormis|cependant|toutefois|pero|salvo|excepto|exceto)\b"
)
"""Where a denial ends."""

_DENIAL = expression(  # "No. 123" counts, and denies nothing
    r"\b(?:no(?!\.? ?[:#]? ?[a-z]{0,3}[- ]?\d[\d/-])|not|never|nil|none|nothing|nobody|without|neither|nor|cannot"
    r"|free (?:of|from)|clear of|clean of|absence of|lack of|denie[sd]|nul|neant|ne|n'|pas|jamais"
    r"|aucune?s?|sans|ni|vierge|exempte?|sin|nada|ningun[ao]?|nunca|jamas|nao|sem|nem|nenhuma?|tidak|belum|tanpa|keine?|nicht)\b|n't\b"
)
_UNSURE = expression(
    r"\b(?:if|whether|unless|should (?:i|you|he|she|the|any)|may(?!,? \d)|might|could|would"
    r"|any(?:one| person| individual| false| alteration)|whoever|every person|possible|possibly|potential\w*"
    r"|alleg\w+|susceptible|si|s'il|pourrait|pourriez|quiconque|toute personne|eventuel\w*"
    r"|have you (?:ever|been)|has (?:he|she) ever|avez[- ]vous|did you|are you|do you)\b"
)
_NIL_AFTER = expression(
    r"\s*(?:\(?s\)?\s*)?(?:,? ?\(?if any\)?)?(?:[:=|\-–—]|is|are|est|sont|\s)*"
    r"(?:nil|none|no\b(?!\.? ?[:#]? ?[a-z]{0,3}[- ]?\d)|nul\b"
    r"|neant|aucune?|negative|negatif|clear|absent|n/a|0\b|zero|ninguno|ninguna|nada|nihil"
    r"|-{1,}$|vierge)"
)
_KIN = expression(
    r"\b(?:my|his|her|their|the applicant's|mon|ma|mes|son|sa|ses) (?:\w+ )?(?:father|mother|parents?|brother|sister"
    r"|husband|wife|spouse|uncle|aunt|cousin|grand\w+|son|daughter|child(?:ren)?|friend|colleague|neighbou?r|employer|boss|in-laws?"
    r"|pere|mere|frere|soeur|mari|epouse?|conjointe?|oncle|tante|cousine?|fils|fille|enfants?|ami|voisin|patron)\b"
)
"""Somebody else than the applicant."""

_FOREIGN = expression(r"[^\x00-\x7f]+")
_ABBREVIATED = expression(r"\b(s|ss|para|par|art|sec|no|mr|mrs|ms|dr|st|ltd|inc|co|m|mme)\.(?=\s)")
"""A full stop that ends no sentence."""


@lru_cache(maxsize=8192)
def flat(text: str) -> str:
    """Write a text in small letters without accents, with the punctuation that parts clauses."""
    small = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    if not small.isascii():
        small = _FOREIGN.sub(_bare, small)
    return _ABBREVIATED.sub(r"\1", small)


def _bare(foreign: re.Match[str]) -> str:
    return "".join(sign for sign in foreign[0] if not unicodedata.combining(sign))


@lru_cache(maxsize=8192)
def clauses(text: str) -> tuple[str, ...]:
    """Give the parts of a flat text in which a denial holds, each with the sign that ends it."""
    ends = [end.end() for end in _CLAUSE.finditer(text)]
    return tuple(text[start:end] for start, end in zip([0, *ends], [*ends, None], strict=True))


def affirmed(text: str, words: re.Pattern[str], *, within: bool = True) -> re.Match[str] | None:
    """Give the first words of a flat text that it affirms: not denied before, not answered with nil, no question.

    ``within`` says whether a denial among the words themselves counts; not where they are "without a permit".

    >>> affirmed(flat("He was convicted in 2014."), re.compile("convicted")) is not None
    True
    >>> affirmed(flat("He has never been arrested, charged or convicted."), re.compile("convicted")) is None
    True
    >>> affirmed(flat("Convictions: NIL"), re.compile("conviction")) is None
    True
    """
    for clause in clauses(text):
        for found in words.finditer(clause):
            if clause.rstrip().endswith("?"):
                break
            ahead = clause[: found.end() if within else found.start()]
            if _DENIAL.search(ahead) or _UNSURE.search(ahead) or _NIL_AFTER.match(clause[found.end() :]):
                continue
            return found
    return None


def of_kin(text: str) -> bool:
    """Say whether a flat text speaks of a relative, a friend or an employer.

    >>> of_kin(flat("My father served in the army."))
    True
    """
    return _KIN.search(text) is not None
