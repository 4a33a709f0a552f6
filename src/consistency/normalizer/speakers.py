"""Of whom running text speaks: of its writer, or of somebody else."""

from consistency.normalizer.expressions import expression

PEOPLE = (
    "wife|husband|spouse|partner|sons?|daughters?|child|children|kids?|parents?|mother|father|brothers?|sisters?"
    "|siblings?|family|friends?|employers?|company|companies|boss|employees?|colleagues?|relatives?|cousins?|uncles?"
    "|aunts?|nephews?|nieces?|fiancee?|neighbou?rs?|classmates?|room ?mates?|co ?workers?|boyfriend|girlfriend|in laws?"
    "|grand(?:father|mother|parents|son|daughter)"
    "|epouse|epoux|mari|femme|conjointe?|fils|filles?|enfants?|mere|pere|freres?|soeurs?|famille|amis?|employeur"
    "|entreprise|collegues?|tantes?|oncles?|cousine?s?|neveux?|voisine?s?|grands? (?:pere|mere|parents)"
    "|beaux? (?:frere|pere|fils|parents)|belles? (?:soeur|mere|fille)"
)
"""Words (folded) for the people about a writer."""
OTHERS = expression(
    rf"\b(?:my|our|his|her|their|mon|ma|mes|notre|nos|son|sa|ses) (?:\w+ ){{0,2}}?(?:{PEOPLE})s?\b"
)
"""A relative, a friend or an employer (in folded text)."""

WRITER = expression(
    r"\b(?:i|ive|im|we|weve|me|myself|je|j|jai|javais|nous|moi|applicant|client|demandeu\w+|requerante?|undersigned)\b"
)
"""Who writes, or of whom a paper is written (in folded text)."""

_THIRD = expression(r"\b(?:he|she|they|hes|shes|il|elle|ils|elles)\b")


def speaks_of_others(before: str, *, third_person: bool = False) -> bool:
    """Tell whether the words (folded) before a verb name a relative, a friend or an employer as the one who did it.

    ``third_person`` says that "he" and "she" are somebody else: in a letter whose writer says "I".
    """
    writer = max((found.end() for found in WRITER.finditer(before)), default=0)
    others = max((found.end() for found in OTHERS.finditer(before)), default=0)
    if third_person:
        others = max((found.end() for found in _THIRD.finditer(before)), default=others)
    return others > writer


def names_another(text: str) -> bool:
    """Tell whether a text (folded) speaks of a relative, a friend or an employer of its writer."""
    return OTHERS.search(text) is not None
