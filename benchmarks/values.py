"""Reading dates and comparing names against the libraries that are asked for the rest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import combinations

from dateparser.date import DateDataParser
from rapidfuzz.fuzz import token_set_ratio

from benchmarks.table import Row, alternated
from consistency.normalizer import dates
from consistency.normalizer.names import compare, parse_full

MONTHS = (
    "January",
    "Feb",
    "mars",
    "avril",
    "May",
    "June",
    "juillet",
    "Aug.",
    "septembre",
    "Oct",
    "novembre",
    "Dec",
)
GIVEN = ("Noor", "Mohammad Reza", "Nguyễn Thị", "Jean-Pierre", "O'Neil", "María José", "Abdul", "Li")
FAMILY = ("Sample", "Al-Masri", "Hạnh", "Lefebvre", "de la Cruz", "Exampleson", "Khan", "Wei")


def rows() -> Iterator[Row]:
    """Give the ratios for dates and for names."""
    written = list(_dates())
    library = DateDataParser(languages=["en", "fr"])
    ours, theirs = alternated(
        partial(_parsed, written), lambda: [library.get_date_data(text) for text in written]
    )
    yield Row(f"{len(written)} dates", ours, "dateparser, languages given", theirs, 1.0)
    pairs = list(combinations([f"{given} {family}" for given in GIVEN for family in FAMILY], 2))
    ours, theirs = alternated(partial(_compared, pairs), lambda: [token_set_ratio(a, b) for a, b in pairs])
    yield Row(
        f"{len(pairs)} pairs of names, each compared for the first time",
        ours,
        "rapidfuzz token_set_ratio",
        theirs,
    )


def _dates() -> Iterator[str]:
    for number in range(600):
        year, month, day = 1990 + number % 35, number % 12, number % 28 + 1
        yield (
            f"{year}-{month + 1:02}-{day:02}",
            f"{day} {MONTHS[month]} {year}",
            f"{MONTHS[month]} {day}, {year}",
            f"{MONTHS[month]} {year}",
            f"{day:02}/{month + 1:02}/{year}",
        )[number % 5]


def _parsed(written: list[str]) -> None:
    dates.parse.cache_clear()
    for text in written:
        dates.parse(text)


def _compared(pairs: list[tuple[str, str]]) -> None:
    compare.cache_clear()
    for one, other in pairs:
        compare(parse_full(one), parse_full(other))
