"""Dates of another calendar give way to the Gregorian ones beside them, and nothing else does."""

import pytest

from consistency.normalizer.calendars import gregorian
from consistency.normalizer.dates import find_periods


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hamle 1, 2007 E.C. (July 8, 2015 G.C.)", "July 8, 2015"),
        ("July 8, 2015 G.C. (Hamle 1, 2007 E.C.)", "July 8, 2015"),
        ("2072/03/23 B.S. (08 July 2015)", "08 July 2015"),
        ("8 July 2015 A.D.", "8 July 2015"),
        ("July 8, 2015 (Wednesday)", "July 8, 2015 (Wednesday)"),
        ("8 July 2015 (order No. 12)", "8 July 2015 (order No. 12)"),
        ("Hamle 1, 2007 E.C.", "Hamle 1, 2007 E.C."),
    ],
)
def test_the_gregorian_date_is_kept_at_its_place(text: str, kept: str) -> None:
    plain = gregorian(f"from {text} on")
    assert len(plain) == len(f"from {text} on")
    assert plain.split() == ["from", *kept.split(), "on"]


def test_a_long_run_of_letters_costs_no_more_than_it_is_long() -> None:
    run = "N" * 100_000
    assert gregorian(run) == run


def test_upto_in_one_word_joins_two_dates() -> None:
    ((_, _, period),) = find_periods("He worked from 01-Jan-2018 upto 31-Dec-2021.")
    assert (period.start_iso, period.end_iso) == ("2018-01-01", "2021-12-31")
