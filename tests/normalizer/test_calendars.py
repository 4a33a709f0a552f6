"""Dates of another calendar give way to the Gregorian ones beside them, and nothing else does."""

import pytest

from consistency.normalizer.calendars import gregorian
from consistency.normalizer.dates import find_dates, find_periods


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


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("final exit on 27/11/1439 H", ["2018-08"]),
        ("1440/07/22هـ", ["2019-03"]),
        ("contracted on the 15th of Ramadan 1441", ["2020-05"]),
        ("12 Rabi' al-Thani 1440 A.H.", ["2018-12"]),
        ("10 Dhu al-Hijjah 1442 AH", ["2021-07"]),
        ("17/10/1436 H (02/08/2015)", ["2015-08-02"]),
        ("2 August 2015 corresponding to 17 Shawwal 1436 H", ["2015-08-02"]),
        ("30/12/1440 H", ["2019"]),
        ("1365/08/11 A.H.", []),
        ("1398/05/12", []),
        ("file 22/07/1440", []),
    ],
)
def test_a_day_by_the_moon_is_told_to_the_month(text: str, dates: list[str]) -> None:
    assert [found.date.iso for found in find_dates(text)] == dates


def test_a_period_between_two_days_by_the_moon() -> None:
    ((_, _, period),) = find_periods("He worked from 17/10/1436 H to 22/07/1440 H.")
    assert (period.start_iso, period.end_iso) == ("2015-08", "2019-03")
