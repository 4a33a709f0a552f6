"""What several sentences tell of one refusal: its day behind it, and a year that another sentence makes exact."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from consistency.extractors.refusals.refusers import refuser
from consistency.extractors.wording.prose import Passage
from consistency.model import Refusal
from consistency.normalizer import dates
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_OF_THE_LETTER = expression(
    r"^(?:the|that|this|its|la|cette|le|ce)\s+(?:(?:refusal|decision|official|written)\s+)?"
    r"(?:letter|decision|refusal|notice|lettre|refus)\b.{0,40}?\b(?:dated|of|on|du|le|datee?|in)\s+(?:the\s+)?$"
)

_BACK = expression(
    r"\W{0,4}(?:as (?:to|for)|about|regarding|concerning|after|since|on|pour|quant a|concernant|apres|depuis)? ?"
    r"(?:the|that|this|my|le|ce|mon|la|cette|ma) (?:refusals?|decision|rejection|refus|decision|rejet)"
    r" (?:of|in|from|de|en|d') ?(?:[a-z]+ )?\d{4}\b"
)
"""What goes back to a refusal that was told: "The refusal of 2024 had two reasons"."""
_PURPOSES = {
    "study": expression(r"\b(?:stud(?:y|ies|ent) (?:permit|visa)|permis d ?etudes)\b"),
    "work": expression(r"\b(?:work (?:permit|visa)|permis de travail)\b"),
    "visit": expression(
        r"\b(?:visitor|tourist|temporary resident|visit) (?:visa|record)|\bvisa (?:de )?(?:visiteur|touris\w+)"
    ),
}


def same(one: Refusal, other: Refusal) -> bool:
    """Tell whether two sentences tell of one decision: by its number, else by its state and day."""
    if one.number and other.number:
        return one.number == other.number
    return one.country == other.country and one.period == other.period


def means(one: Refusal, other: Refusal, low: str) -> bool:
    """Tell whether "the refusal of 2024", of no state, means one that was told before with its day."""
    if one.number or refuser(low) is not None or one.period is None or other.period is None:
        return False
    told, known = one.period.start, other.period.start
    if told is None or known is None or told.precision == "day" or told == known:
        return False
    if _BACK.match(low) is None or for_another_purpose(one, other):
        return False
    return known.iso.startswith(told.iso)


def with_day(last: Refusal, sentence: Passage, order: dates.Order | None) -> Refusal | None:
    """Give the refusal of the sentence before with the day of its letter: "The letter is dated 21 May 2024."."""
    days = dates.find_dates(sentence.text, order=order)
    if last.period is not None or len(days) != 1 or days[0].date.precision != "day":
        return None
    if not _OF_THE_LETTER.match(sentence.plain[: days[0].start]):
        return None
    where = sentence.cite(days[0].start, days[0].end)
    return replace(last, period=Period(days[0].date, None), cells={**last.cells, "period": where})


def without_years(found: Sequence[Refusal]) -> list[Refusal]:
    """Leave out a mere year of which another refusal by the same state tells more: "Refusal of 2024".

    A study permit that was refused in the year of a visitor visa is another refusal.
    """
    exact = [one for one in found if _precision(one) == "day"]
    return [
        one
        for one in found
        if one.number
        or _precision(one) != "year"
        or not any(_year(one) == _year(day) and not for_another_purpose(one, day) for day in exact)
    ]


def for_another_purpose(one: Refusal, other: Refusal) -> bool:
    """Tell whether two refusals name what was asked for, and it differs: to study, to work, to visit."""
    first, second = ({*_purposes(refusal)} for refusal in (one, other))
    return bool(first and second) and not first & second


def _purposes(refusal: Refusal) -> Iterator[str]:
    """Give for what was asked, as the words say that tell of a refusal."""
    told = fold(refusal.evidence.quote or "")
    return (purpose for purpose, words in _PURPOSES.items() if words.search(told))


def _precision(one: Refusal) -> str | None:
    return one.period.start.precision if one.period and one.period.start else None


def _year(one: Refusal) -> tuple[str | None, int | None]:
    return one.country, one.period.start.year if one.period and one.period.start else None
