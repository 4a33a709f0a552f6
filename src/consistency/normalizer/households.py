"""Employers who are private people: a family, a couple, somebody with an honorific before the name."""

from consistency.normalizer import org_words
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_HONORIFIC = r"(?:mr|mrs|ms|miss|mme|mlle|monsieur|madame|mademoiselle|senora?|shri|smt)"
_BEFORE = expression(
    r"^(?:the |la |le )?(?:famil(?:y|le) of|famille|familia|famiglia|household of|home of|menage|foyer|residence of"
    r"|casa de)"
    rf"(?: (?:de|du|des|of))? (?P<name>.+)$|^(?:private (?:employer|home|household|family) (?:of )?)?{_HONORIFIC}"
    rf"(?: (?:and|et|y|&) {_HONORIFIC})? (?P<called>.+)$"
)
_BEHIND = expression(
    r"^(?:the |la |le )?(?P<name>.+?) (?:s )?(?:family|household|residence|home|familia|famiglia)(?: home"
    r"| household)?$"
)
_SMALL = expression(rf"^(?:{_HONORIFIC}|and|et|y|the|of|de|la|le|s|private|employers?)$")
_PUBLIC = frozenset(
    {"hospital", "clinic", "foundation", "association", "church", "temple", "trust", "family", "care"}
)
"""Words of houses that are nobody's home."""
_OPEN_TO_MANY = expression(
    r"\b(?:nursing|care|rest|retirement|funeral|children s?|childrens|seniors?|elderly|elders|aged|convalescent"
    r"|guest|group"
    r"|old age) homes?\b"
)
"""Homes that are houses of a business: "Rosewood Care Home" employs, and is no family's."""
_HER = expression(r"\b(?:mrs|ms|miss|mme|mlle|madame|mademoiselle|senora|smt)\b")
_HIM = expression(r"\b(?:mr|monsieur|senor|shri)\b")
_MOST, _SHORTEST = 4, 3
"""Words of a private name at most, and letters of a surname at the least."""


def names(text: str) -> tuple[str, ...] | None:
    """Give the words of the name of a household; None where a text names none.

    >>> names("The Whitmore Family"), names("Mrs. Fiona Whitmore"), names("Whitmore Foods Ltd")
    (('whitmore',), ('fiona', 'whitmore'), None)
    """
    folded = fold(text)
    if _OPEN_TO_MANY.search(folded):
        return None
    found = _BEFORE.match(folded) or _BEHIND.match(folded)
    if found is None:
        return None
    name = next(part for part in found.groupdict().values() if part)
    return _private(name)


def _private(name: str) -> tuple[str, ...] | None:
    """Give the telling words of a name; None where it is too long for a person's, or has a word of a business."""
    words = [word for word in fold(name).split() if not _SMALL.match(word)]
    if not 1 <= len(words) <= _MOST or any(map(_is_of_a_business, words)):
        return None
    return tuple(word for word in words if len(word) >= _SHORTEST) or None


def _is_of_a_business(word: str) -> bool:
    """Tell whether a word belongs to a business; a country may be somebody's name: "Jordan", "Man"."""
    return any(word in org_words.listed(of) for of in ("generic", "houses", "schools"))


def are_one(one: str, other: str) -> bool:
    """Tell whether two texts name one private employer: one is a household, and they share the family name.

    Of two households one may leave out a given name, and a couple has two; a given name alone is not shared.

    >>> are_one("The Whitmore Family", "Fiona Whitmore"), are_one("Mr. Ian Whitmore", "Mrs. Fiona Whitmore")
    (True, True)
    >>> are_one("The Whitmore Family", "Whitmore Foods Ltd"), are_one("Mrs. Ada Whitmore", "Mrs. Fiona Whitmore")
    (False, False)
    """
    first, second = names(one), names(other)
    if first is not None and second is not None:
        if set(first) <= set(second) or set(second) <= set(first):
            return True
        return first[-1] == second[-1] and _may_be_a_couple(one, other)
    if first is None and second is None:
        return False
    home, person = first or second or (), other if first is not None else one
    words = set(fold(person).split())
    whole = None if words & (org_words.legal_forms().keys() | _PUBLIC) else _private(person)
    return _family_name(person) in home or (whole is not None and set(home) <= set(whole))


def _may_be_a_couple(one: str, other: str) -> bool:
    """True unless two people are addressed as two women, or two men."""
    first, second = _addressed(one), _addressed(other)
    return first != second or sum(first) != 1


def _addressed(text: str) -> tuple[bool, bool]:
    """Say whether a text addresses a woman, and a man."""
    folded = fold(text)
    return bool(_HER.search(folded)), bool(_HIM.search(folded))


def _family_name(text: str) -> str:
    """Give the last word of somebody's name, or what stands before a comma; nothing of a business."""
    before, comma, _ = text.partition(",")
    words = fold(before if comma else text).split()
    return words[-1] if words and _private(" ".join(words)) else ""
