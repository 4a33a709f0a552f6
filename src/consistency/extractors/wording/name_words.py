"""Which words of a sentence, or of the value beside a label, are no part of a person's name."""

import unicodedata
from collections.abc import Sequence

from consistency.normalizer.expressions import expression

_NEVER = expression(
    r"(?:the|this|that|they|his|whose|who|which|of|for|with|and|is|was"
    r"|has|having|residing|resident|holder|holding|bearing|passport|identity|id|national|citizen"
    r"|daughter|wife|husband|account|date|dob|nationality|age|sex|gender|uci|nic|cnic|ssn|no|nbr|(?:sur|fore)?names?"
    r"|number|total|customer|client|(?:l['’])?employ(?:[eé]e?|e[ue]r)|salari[eé]e?|travailleur|worker|student|candidate|m(?:rs?|s|iss)|las|l?es|une"
    r"|ayant|n[eé]e?|fils|fille|titulaire|porteur|passeport|demeurant|domicili[eé]e?|qui|que|dont|[eé]tudiante?"
    r"|matricule|roll|registration|enrolment|since|from|your|our|hereinafter|address|adresse|dear"
    r"|duly|successfully|studied|completed|department|ministry|police|office|directorate|bank|university"
    r"|fecha|lugar|lieu|file|records?|certificate|certificat|l'an|majesty|excellency)\.?"
)
_NAMES_TOO = expression(r"(?:an|he|her|she|son|pan|in|on|at|by|as|to|or|we|you|un|est|born|i|a)\.?")
"""Words of a sentence that are names as well, where they are written with a capital: An, Her, Son, He, In, Pan."""
_IN_A_SENTENCE = expression(r"(?:an|he|her|son|pan)")
"""Those of them that need not be told by a label."""
_AT_AN_END = expression(r"(?:in|on|at|by|as|or|born|est|un)")
"""Those of them that are names at the beginning or the end of a name only."""
_PARTICLES = expression(
    r"d[aeiou]|dos|das|del|della|dela|delos|la|le|los|v[ao]n|den|bin|binti?|al|el|y|e|u[lr]|ibn|ben"
    r"|a[fvbp]|te[nr]|zu|san|der"
)
_WITH_PARTICLE = expression(r"(?:(?:al|el|ul|a[dhnrstz]|ash|bin|ibn|d|l|o|t)['’ʼ-])(?=[^\W\d_])")
_VERBS = expression(r"is|was|has|having|born|est|residing|bearing|holding")
"""What may follow a name, and no article."""
_BEFORE_AN_ANCESTOR = frozenset({"of", "de", "d'", "du"})


def is_particle(word: str) -> bool:
    """Tell whether a word stands between the words of a name, as de or bin; a mark makes another word of it."""
    return _PARTICLES.fullmatch(_low(word)) is not None


def is_capital(word: str) -> bool:
    """Tell whether a word of a name has its capital: Rahman, al-Rahman, d'Almeida, and what is in other letters."""
    article = _WITH_PARTICLE.match(word)
    return not word[article.end() if article else 0].islower()


def is_initial(word: str) -> bool:
    """Tell whether a word is one capital letter, with or without its stop."""
    letter = word.rstrip(".")
    return len(letter) == 1 and letter.isupper()


def ends_name(words: Sequence[str], place: int) -> bool:
    """Tell whether a word of a sentence is no part of the name before it."""
    word = words[place]
    if _is_never(word):
        return True
    if not _NAMES_TOO.fullmatch(_low(word)):
        return False
    following = words[place + 1] if place + 1 < len(words) else ""
    goes_on = following.isalpha() and is_capital(following) and not _is_never(following)
    if is_initial(word):
        return not (place > 0 and word.endswith(".")) and not (goes_on and (place > 0 or word.endswith(".")))
    if not _IN_A_SENTENCE.fullmatch(_low(word).rstrip(".")) or _low(following) in _BEFORE_AN_ANCESTOR:
        return True
    article = word.isupper() and not following.islower() and not _VERBS.fullmatch(_low(following))
    return not goes_on and (place == 0 or article)


def names_nobody(words: Sequence[str]) -> bool:
    """Tell whether a word of what stands beside a label can be no part of a name."""
    return any(_no_part(words, place) for place in range(len(words)))


def _no_part(words: Sequence[str], place: int) -> bool:
    word = words[place]
    if _is_never(word):
        return True
    if not _NAMES_TOO.fullmatch(_low(word)):
        return False
    if word[0].islower():
        return True
    if len(words) == 1:
        return _IN_A_SENTENCE.fullmatch(_low(word)) is None
    return bool(_AT_AN_END.fullmatch(_low(word))) and 0 < place < len(words) - 1


def _is_never(word: str) -> bool:
    return _NEVER.fullmatch(_low(word)) is not None and not is_particle(word)


def _low(word: str) -> str:
    """Give a word in small letters with its marks: Sơn is not son, Tô is not to."""
    return unicodedata.normalize("NFC", word.lower())
