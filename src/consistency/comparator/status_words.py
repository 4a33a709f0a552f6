"""What letters say openly of the status in Canada: that it was maintained, extended or restored."""

from __future__ import annotations

import re

from consistency.comparator.elsewhere import Passage, is_supplement
from consistency.comparator.searching import passages_with
from consistency.model import Case, Person
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
_BELIEVED = expression(
    r"\b(?:not|never|no|aucun\w*|pas|jamais) (?:on |under |have |had |en |de )?(?:maintained|implied|statut)"
)


def maintained(case: Case, person: Person) -> Passage | None:
    """Give the sentence of a letter that says that the status was maintained, extended or covered otherwise."""
    return _said(case, person, _MAINTAINED)


def restored(case: Case, person: Person) -> Passage | None:
    """Give the sentence of a letter that speaks of a restoration of status."""
    return _said(case, person, _RESTORED)


def _said(case: Case, person: Person, words: re.Pattern[str]) -> Passage | None:
    for paper in case.of(person):
        for passage in passages_with(paper, words) if is_supplement(paper) else ():
            if not _BELIEVED.search(fold(passage.text)):
                return passage
    return None
