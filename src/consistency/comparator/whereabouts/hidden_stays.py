"""What a journey that is left out may hide: a residence, or a removal."""

from __future__ import annotations

from datetime import date

from consistency.comparator.passages import Passage
from consistency.comparator.searching import passages_with
from consistency.comparator.telling import Same, Told
from consistency.comparator.whereabouts.presence import HALF_A_YEAR
from consistency.comparator.whereabouts.travels import best, country
from consistency.model import Case, Person, Refusal, Trip
from consistency.normalizer import places
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_REMOVAL = expression(
    r"\b(?:deport\w*|removed|removal|ordered to leave|expelled|expulsion|expulse\w*|refoule\w*|renvoye\w*|reconduit\w*"
    r"|denied (?:entry|admission)|refused (?:entry|admission|leave to (?:enter|land))|overstay\w*|detained"
    r"|interdi\w+ de (?:territoire|sejour)|mesure de renvoi|turned back)\b"
)


def hides_residence(group: Same[Trip]) -> bool:
    """True for a stay of more than six months."""
    days = best(group).certain
    return days is not None and (days[1] - days[0]).days > HALF_A_YEAR


def hidden_removal(case: Case, person: Person, group: Same[Trip]) -> Passage | Told[Refusal] | None:
    """Give what tells of a refusal, a removal or an overstay in the country of a journey, at its time."""
    code, days = country(group), best(group).widest
    if code is None or days is None:
        return None
    for paper in case.of(person):
        for refusal in paper.all(Refusal):
            day = refusal.start
            if (
                refusal.country == code
                and day is not None
                and days[0] <= day.latest
                and day.earliest <= days[1]
            ):
                return Told(paper, refusal)
        for passage in passages_with(paper, _REMOVAL) if not paper.is_form else ():
            if _tells_removal(passage, code, days):
                return passage
    return None


def _tells_removal(passage: Passage, code: str, days: tuple[date, date]) -> bool:
    words = f" {fold(passage.text)} "
    if not _REMOVAL.search(words) or f" {fold(places.name_of(code))} " not in words:
        return False
    return any(str(year) in words for year in range(days[0].year, days[1].year + 1)) and " not " not in words
