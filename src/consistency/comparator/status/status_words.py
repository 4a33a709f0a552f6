"""What letters say openly of the status in Canada: that it was maintained, extended or restored."""

from __future__ import annotations

import re

from consistency.comparator.day_spans import Span
from consistency.comparator.openly import is_supplement
from consistency.comparator.passages import Passage
from consistency.comparator.searching import passages_with
from consistency.model import Case, Person
from consistency.normalizer.dates import find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_MAINTAINED = expression(
    r"\b(?:(?:maintained|implied) status|status (?:was |is |has been )?(?:maintained|extended)|visitor record"
    r"|bridging open|statut (?:maintenu|conserve|implicite)|fiche de visiteur"
    r"|(?:appl\w+|extension|renewal|renew\w*|extend\w*|submitted|filed|demande|prolong\w+|renouvel\w+)\b.{0,80}"
    r"\b(?:before|prior to|avant)\b.{0,50}\bexpir\w*)"
)
_RESTORED = expression(
    r"\b(?:restor(?:ed|ation) (?:of )?(?:my |the |his |her )?(?:status|worker|temporary)"
    r"|status (?:was |has been )?restored|restoration (?:was |has been )?(?:approved|granted)"
    r"|retablissement (?:de|du|d)\b|statut (?:a ete )?retabli)"
)
_ASKED = expression(
    r"^(?:re|subject|objet|ref)\b|\b(?:ask|request|apply|applying|seek\w*|submit\w*|wish|demande|sollicite)\b"
    r"(?: \w+){0,6} (?:restor\w+|retabli\w+)|\b(?:to|be|for) (?:be )?restor(?:e|ed|ation)\b"
)
"""Words (folded) of a request for a restoration that is still to come."""
_BEFORE, _AFTER = 366, 92
"""So many days before and after some days in Canada may a sentence name what covers them."""
_BELIEVED = expression(
    r"\b(?:not|never|no|aucun\w*|pas|jamais) (?:on |under |have |had |en |de )?(?:maintained|implied|statut)"
)


def maintained(case: Case, person: Person, of: Span | None = None) -> Passage | None:
    """Give the sentence of a letter that says that the status was maintained, extended or covered otherwise.

    A sentence that tells days speaks of these; ``of`` are the days that are asked about.
    """
    return _said(case, person, _MAINTAINED, of)


def restored(case: Case, person: Person, of: Span | None = None) -> Passage | None:
    """Give the sentence of a letter that tells of a restoration of status for some days; no request for one does."""
    return _said(case, person, _RESTORED, of)


def _said(case: Case, person: Person, words: re.Pattern[str], of: Span | None) -> Passage | None:
    for paper in case.of(person):
        for passage in passages_with(paper, words) if is_supplement(paper) else ():
            text = fold(passage.text)
            asked = words is _RESTORED and _ASKED.search(text)
            if not (asked or _BELIEVED.search(text)) and _is_about(passage, of):
                return passage
    return None


def _is_about(passage: Passage, of: Span | None) -> bool:
    """True for a sentence that tells no day, or one near those that are asked about."""
    told = [day.date for day in find_dates(passage.text)] if of else []
    if not of or not told:
        return True
    return any((of[0] - day.latest).days <= _BEFORE and (day.earliest - of[1]).days <= _AFTER for day in told)
