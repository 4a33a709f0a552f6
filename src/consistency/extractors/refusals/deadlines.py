"""By when a letter asks to be answered: a day that it states, or so many days from its own."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from consistency.extractors.wording.prose import Passage
from consistency.model import Evidence
from consistency.normalizer import dates
from consistency.normalizer.counts import COUNTS
from consistency.normalizer.dates import PartialDate, months_later
from consistency.normalizer.expressions import expression, longest_first

_NUMBERS = {
    **COUNTS, "a": 1, "twenty-one": 21, "vingt et un": 21, "forty-five": 45, "quarante-cinq": 45,
    "quatre-vingt-dix": 90,
}  # fmt: skip
_COUNT = "|".join(longest_first(map(re.escape, _NUMBERS)))
_SPAN = expression(
    rf"(?:(?P<word>{_COUNT})\s*)?(?:\(?(?P<figure>\d{{1,3}})\)?)?\s*-?(?P<kind>business |working "
    rf"|calendar |jours ouvrables|jours ouvres)?"
    r"(?P<unit>days?\b(?:'|’)?|jours?\b|weeks?\b(?:'|’)?|semaines?\b|months?\b(?:'|’)?|mois\b)(?:\s*(?P<after>calendaires?|civils?|ouvrables?|ouvres?))?"
)
_ANSWER = expression(
    r"\b(?:respon[ds]\w*|repl(?:y|ies)|answer\w*|provid\w*|submi\w*|send|address|explain|explanation|receiv\w*|submission\w*|comments?|disabuse|opportunity|information|documents?"
    r"|repon[ds]\w*|fournir|presenter|soumettre|transmettre|faire parvenir|observations|expli(?:quer|cations?)"
    r"|renseignements|recevoir|recue?s?|repliquer|parvenir)\b"
)
_OTHER = expression(
    r"judicial review|federal court|controle judiciaire|cour federale|restor|retablissement"
    r"|medical exam|examen medical|leave canada|quitter le canada|biometric|five years|cinq ans"
    r"|appeal|appel\b"
)
_LIMIT = expression(
    r"\b(?:by|no later than|not later than|on or before|before|until|deadline(?: is| of|:)?"
    r"|due(?: date)?(?: is| on|:)?|at the latest|latest by|prior to|au plus tard|d'ici(?: au)?|avant"
    r"|jusqu'au|date limite(?: est| :|:)?|echeance(?: :|:)?)(?: the| le| du| est| on"
    r"| close of business on| end of day on| midnight on| 11:59 ?pm on)*\s*$"
)
_WITHIN = expression(
    r"\b(?:within|in|have|has|given|allowed|granted|period of|dans|sous|dispos\w+|avez|accord\w+"
    r"|delai)\b[^.;]{0,40}$|^\W*$"
)


class Deadline(Struct, frozen=True):
    """The day to answer by, and the words that say so."""

    day: PartialDate
    evidence: Evidence


def deadline(
    told: Sequence[Passage], written: PartialDate | None, order: dates.Order | None
) -> Deadline | None:
    """Give the day to answer by: the one stated, else counted from the letter's day; the earliest of several.

    A letter may count from its receipt; it is taken to be received on its day, which errs to the side of caution.
    """
    asking = [one for one in told if _ANSWER.search(one.plain) and not _OTHER.search(one.plain)]
    stated = [found for one in asking for found in _stated(one, order, written)]
    if stated:
        return min(stated, key=lambda found: found.day.latest)
    if written is None or written.precision != "day":
        return None
    counted = [found for one in asking for found in _counted(one, written.earliest)]
    return min(counted, key=lambda found: found.day.latest, default=None)


def _stated(sentence: Passage, order: dates.Order | None, written: PartialDate | None) -> Iterator[Deadline]:
    for found in dates.find_dates(sentence.text, order=order):
        later = written is None or written.before(found.date)
        if found.date.precision == "day" and later and _LIMIT.search(sentence.plain[: found.start]):
            yield Deadline(found.date, sentence.cite())


def _counted(sentence: Passage, start: date) -> Iterator[Deadline]:
    for match in _SPAN.finditer(sentence.plain):
        count = int(match["figure"]) if match["figure"] else _NUMBERS.get(match["word"] or "", 0)
        working = re.search(r"business|working|ouvr", f"{match['kind'] or ''}{match['after'] or ''}")
        if count and not working and _WITHIN.search(sentence.plain[: match.start()]):
            end = _later(start, count, match["unit"])
            yield Deadline(PartialDate(end.year, end.month, end.day), sentence.cite())


def _later(start: date, count: int, unit: str) -> date:
    if unit.startswith(("week", "semaine")):
        return start + timedelta(weeks=count)
    if unit.startswith(("month", "mois")):
        return months_later(start, count)
    return start + timedelta(days=count)
