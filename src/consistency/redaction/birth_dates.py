"""The ways in which a birth date may be written, letters and digits alone."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.normalizer.dates import PartialDate
from consistency.redaction.compact import compacted

_MONTHS = (
    "january janvier jan janv", "february fevrier feb fevr fev", "march mars mar", "april avril apr avr", "may mai",
    "june juin jun", "july juillet jul juil", "august aout aug", "september septembre sep sept",
    "october octobre oct", "november novembre nov", "december decembre dec",
)  # fmt: skip


def written(date: PartialDate) -> frozenset[str]:
    """Give every way to write a date that is known to the day or the month; one that is a year alone has none."""
    found = set(_ways(date))
    if date.alternative is not None:
        found |= set(_ways(date.alternative))
    return frozenset(compacted(way) for way in found)


def _ways(date: PartialDate) -> Iterator[str]:
    if date.month is None:
        return
    months = [*_MONTHS[date.month - 1].split(), f"{date.month:02}", str(date.month)]
    years = [str(date.year), f"{date.year % 100:02}"]
    for month in months:
        if date.day is None:
            yield from (f"{date.year}{month}", f"{month}{date.year}")
        else:
            yield from _days(date.day, month, years)


def _days(day: int, month: str, years: list[str]) -> Iterator[str]:
    ordinal = {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day not in (11, 12, 13) else 0, "th")
    days = [f"{day:02}", str(day)]
    if not month.isdigit():
        days += [f"{day}{ordinal}", f"{day}{ordinal}of", f"{day}er"]
    for year in years:
        for number in days:
            ways = (f"{number}{month}{year}", f"{month}{number}{year}", f"{year}{month}{number}")
            yield from (way for way in ways if len(way) >= 6)
