"""People who employ somebody in their home, as they stand in the place of an employer: "Mrs. Vega (household)"."""

from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_BEHIND = expression(
    r"(?i)\s*(.+?)(?:['’]s?)?(?:\s*[,(–—-]\s*|\s+)(?:(?:private|employer'?s)\s+)?"
    r"(?:household|family|residence)(?:\s+(?:employer|home|residence))?\s*\)?\s*"
)
_BEFORE = expression(
    r"(?i)\s*(?:the\s+)?(?:(?:(?:private\s+)?(?:household|family|residence)\s+of|private\s+household)\s+|(?:la\s+)?famille\s+(?:de\s+)?"
    r"|chez\s+|maison\s+de\s+(?=m)|familia\s+(?:de\s+)?)(.+)"
)
_TITLE = expression(
    r"(?i)(?:mr|mrs|ms|miss|dr|sir|madam|madame|mme|mlle|monsieur|m\.|sr|sra|señora?|senora?|mr\.?\s*(?:&|and)\s*mrs"
    r"|mm?\.?\s*et\s*mme)(?:\b\.?|(?<=\.))\s+(?=\S)"
)


def people(name: str) -> str:
    """Give the people who employ at home, without titles and words for the house; nothing for another employer.

    >>> people("Mrs. Ana Vega"), people("Ana Vega (private household)"), people("The Vega family"), people("Vega Ltd")
    ('Ana Vega', 'Ana Vega', 'Vega', '')
    """
    bare = name.strip()
    if found := _BEHIND.fullmatch(bare) or _BEFORE.fullmatch(bare):
        bare = found[1].strip(" ,(")
    if bare.casefold().startswith("the ") and bare != name.strip():
        bare = bare[4:]
    bare = _untitled(bare)
    return bare if bare != name.strip() and fold(bare) else ""


def _untitled(name: str) -> str:
    while titled := _TITLE.match(name):
        name = name[titled.end() :]
    return name


def agree(one: str, other: str) -> bool:
    """Say whether two names are of one household, one of which may leave out a name: "Vega family", "Mrs. Ana Vega"."""
    first, second = fold(people(one)).split(), fold(people(other)).split()
    return bool(first and second) and (set(first) <= set(second) or set(second) <= set(first))
