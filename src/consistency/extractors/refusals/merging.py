"""What several sentences tell of one refusal: its day behind it, and a year that another sentence makes exact."""

from collections.abc import Sequence

from msgspec.structs import replace

from consistency.extractors.wording.prose import Passage
from consistency.model import Refusal
from consistency.normalizer import dates
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression

_OF_THE_LETTER = expression(
    r"^(?:the|that|this|its|la|cette|le|ce)\s+(?:(?:refusal|decision|official|written)\s+)?"
    r"(?:letter|decision|refusal|notice|lettre|refus)\b.{0,40}?\b(?:dated|of|on|du|le|datee?|in)\s+(?:the\s+)?$"
)


def same(one: Refusal, other: Refusal) -> bool:
    """Tell whether two sentences tell of one decision: by its number, else by its state and day."""
    if one.number and other.number:
        return one.number == other.number
    return one.country == other.country and one.period == other.period


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
    """Leave out a mere year of which another refusal by the same state tells more: "Refusal of 2024"."""
    exact = {_year(one) for one in found if _precision(one) == "day"}
    return [one for one in found if one.number or _precision(one) != "year" or _year(one) not in exact]


def _precision(one: Refusal) -> str | None:
    return one.period.start.precision if one.period and one.period.start else None


def _year(one: Refusal) -> tuple[str | None, int | None]:
    return one.country, one.period.start.year if one.period and one.period.start else None
