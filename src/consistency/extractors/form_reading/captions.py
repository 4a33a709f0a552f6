"""How a form calls the place of a value, in its own printed words: "page 3: Employment > Job title, row 2".

The pages of most forms are drawn by the reader of the form, not kept in the file: so the words of the form say where
a value stands, as a box does on a page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_FRENCH = expression(
    r"\b(?:avez|ces|dans|date d|de|delivrance|des|du|est|et|etes|la|le|les|lieu|nom|numero|ou|pays|pour|sexe|statut"
    r"|titre|une?|ville|votre|vous)\b|[àâçéèêëîïôûù]"
)
_PAGE = expression(r"\bpage_?(\d{1,6})(?!\d)", re.IGNORECASE)
_NUMBERED = expression(r"\[(\d{1,6})\]")
_ROW = expression(r"row_?(\d{1,6})\b", re.IGNORECASE)
"""Rows as paths tell them: those that repeat count from 0, those with a name of their own from 1."""


def place(captions: Mapping[str, Sequence[str]], key: str, path: str, language: str | None) -> str | None:
    """Give the words by which a form names a field; None where they are not known.

    ``key`` is what its value is ("birth_city", "job.employer"), ``path`` the field's own; rows count from 1.
    """
    owner, _, name = key.partition(".")
    if owner not in captions and key not in captions:
        owner = next((one for one in captions if one.startswith(f"{owner}/") and "." not in one), owner)
    heads = _worded(captions.get(owner, ()), language) if name else None
    words = _worded(captions.get(f"{owner}.{name}" if name else owner, ()), language)
    if words is None and heads is None:
        return None
    named = words or name.replace("_", " ")
    told = f"{heads} > {named}" if heads and " > " not in named else named
    page, row = _PAGE.search(path), _row(path)
    where = f"page {page[1]}: {told}" if page else told
    return f"{where}, {'ligne' if language == 'fr' else 'row'} {row}" if row and name else where


def _row(path: str) -> int | None:
    repeated, named = _NUMBERED.search(path), _ROW.search(path)
    if repeated:
        return int(repeated[1]) + 1
    return int(named[1]) if named else None


def _worded(captions: Sequence[str], language: str | None) -> str | None:
    """Give the first wording in a language, else the first of all; one without a heading of its own before others."""
    plain = sorted(captions, key=lambda caption: " > " in caption)
    spoken = (
        one
        for one in plain
        if bool(_FRENCH.search(one.lower()) or _FRENCH.search(fold(one))) == (language == "fr")
    )
    return next(spoken, plain[0] if plain else None)
