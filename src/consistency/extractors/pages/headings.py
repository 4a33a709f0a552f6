"""The words that head the parts of a paper about a career, in English, French and the commonest others."""

import re
from functools import cache, lru_cache
from pathlib import Path

from consistency.normalizer import tables
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_TABLE = Path(__file__).with_suffix(".toml")
_LONGEST = 60
_NO_HEADING = frozenset(
    {
        "customer",
        "user",
        "guest",
        "client",
        "employee",
        "patient",
        "digital",
        "product",
        "brand",
        "student",
        "buyer",
    }
    | {"with", "years", "year", "in", "has", "have", "had", "having", "gained", "no", "ans", "my", "i"}
)
"""Words that make another thing of a heading: "customer experience", "much experience with"."""
_NUMBERING = expression(r"^\s*(?:(?:[IVXivx]{1,4}|\d{1,2}|[A-Ha-h])\s?[.):–-]\s*|\d{1,2}\s{2,})(?=\S)")
_OWN = expression(
    r"(?:the )?(?:(?P<school>schools?|colleges?|studies|education|courses)|jobs?|places?|works?|employers?|posts?"
    r"|positions?|companies) (?:(?:where|that|which) )?i(?: have|ve)? ?"
    r"(?:held|worked(?: (?:at|for|in))?|attended|had|done|went to|did|completed)"
)
"""Headings in the words of a writer: "Jobs I have held"."""
_MINE = expression(r"^(?:my|ma|mon|mes) (?=\w+(?: \w+)?$)")
"""Whose part it is, before a short heading: "My career"."""
_BESIDE = expression(
    r"\([^)]*\)\s*:?\s*$|\b(?:with|and|avec|et) (?:the )?(?:inclusive )?dates?\s*:?\s*$"
    r"|\b(?:cont(?:inued|'d)?|suite)\b\.?\s*$|\bin (?:brief|short|detail)\s*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=16_384)
def section_of(text: str) -> str | None:
    """Name the part of a career that a heading opens ("Parcours professionnel" is experience), or None.

    The whole text must be a heading: a sentence that speaks of experience is none.
    """
    text = _NUMBERING.sub("", text)
    if len(text) > _LONGEST or re.search(r"[@.;,]\s*\S|\d{2}", text):
        return None
    plain = (
        _spaced_out(_BESIDE.sub("", _BESIDE.sub("", text).strip()))
        .replace("&", " and ")
        .replace("’", " ")
        .replace("'", " ")
    )
    folded = fold(plain)
    if own := _OWN.fullmatch(folded):
        return "education" if own["school"] else "experience"
    folded = _MINE.sub("", folded)
    if not folded or len(folded.split()) > 6 or _NO_HEADING & set(folded.split()):
        return None
    return _named(folded) or _of_two(folded)


def begins_large(text: str) -> bool:
    """Tell whether a text begins with a capital letter, after the number of its part: "4. Education"."""
    return _NUMBERING.sub("", text).strip()[:1].isupper()


def _named(folded: str) -> str | None:
    return next((name for name, pattern in _sections() if pattern.fullmatch(folded)), None)


def _of_two(folded: str) -> str | None:
    """Name the part that a heading of two opens: "Projects and training"; work comes before all else."""
    names = [_named(part) for part in re.split(r" (?:and|et|y|e) ", folded)]
    if len(names) < 2 or None in names:
        return None
    return "experience" if "experience" in names else names[0]


@cache
def _sections() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = tables.read(_TABLE)
    return tuple((name, expression("|".join(patterns))) for name, patterns in table.items())


def _spaced_out(text: str) -> str:
    """Close up letters that were set apart for show: "E D U C A T I O N"."""
    parts = re.split(r"\s{2,}", text.strip())
    if len(text) > 6 and all(re.fullmatch(r"(?:\S ){2,}\S", part) for part in parts):
        return " ".join(part.replace(" ", "") for part in parts)
    return text
