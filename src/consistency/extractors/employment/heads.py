"""Who writes an employment letter: the house under its ministry, or somebody who employs at home and only signs."""

from collections.abc import Iterable, Iterator

from consistency.extractors.wording.prose import plain
from consistency.model import Line
from consistency.normalizer.expressions import expression

_MINISTRY = expression(
    r"(?i)\W*(?:the\s+)?(?:minist(?:ry|ère|ere|erio|ério)\b|(?:state |general )?(?:department|directorate)\b"
    r"|direction\b|wilaya\b|préfecture|prefecture|municipality|gouvernorat|secretar[ií]a\b|regional\b|région\b"
    r"|.*\b(?:regional state|(?:health|education) bureau|bureau of (?:health|education)|board of (?:health|education)"
    r"|(?:health|education) (?:department|directorate|authority|office)|department of (?:health|education))\b)"
)
"""Who stands over the name of a house of the state."""
_HOUSE = expression(
    r"\b(?:hospital|hopital|hospitalier\w*|clini(?:c|que|ca)|school|ecole|lycee|college|university|universite"
    r"|institut\w*|etablissement|centre|center|centro|polyclini(?:c|que)|plant|enterprise|office|agency|agence)\b"
)
_ADDRESS = expression(
    r"(?i)\W*(?:(?:flat|apt\.?|apartment|room|unit|suite|house|block|villa|tower)\s+[\w/-]*\d.*"
    r"|\d+[a-z]?(?:[-/]\d+)?,?\s.*\b(?:road|street|avenue|lane|drive|crescent|close|court|terrace|rd|st|ave)\b\.?"
    r"(?:\s*,.*)?)\s*"
)
"""A line that is an address, and no name."""


def is_address(text: str) -> bool:
    """Tell whether a line is an address: a private letter begins with one, and no employer has its name.

    >>> is_address("Flat 3B, 22 Harbour Road"), is_address("22 Harbour Road"), is_address("Harbour Road Clinic")
    (True, True, False)
    """
    return _ADDRESS.fullmatch(text) is not None


def is_ministry(name: str) -> bool:
    """Tell whether a heading names who stands over a house of the state."""
    return _MINISTRY.match(name) is not None


def houses(heads: Iterable[tuple[str, Line]]) -> Iterator[tuple[str, Line]]:
    """Give the hospitals, schools and offices among the lines of a head, which are no ministry."""
    return ((name, line) for name, line in heads if not is_ministry(name) and _HOUSE.search(plain(name)))
