"""Dates and periods: how they are read, and what may be concluded from them."""

import datetime
import json
import re
import subprocess
import sys
import time
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.normalizer import date_parsing
from consistency.normalizer.date_words import fold, marked
from consistency.normalizer.dates import (
    PartialDate,
    Period,
    calendar_hint,
    common_date,
    find_dates,
    find_periods,
    is_present,
    months_later,
    parse,
    parse_period,
    settled_order,
)
from tests.shared import TABLES, uses_shared

READ = {
    "ngày 05 tháng 3 năm 2019": "2019-03-05",
    "Ngày 15 tháng 12, 2020": "2020-12-15",
    "tháng 3 năm 2019": "2019-03",
    "- avril 2024": "2024-04",
    "2024 (Nov)": "2024-11",
    "Novembre (2024)": "2024-11",
    # numbers alone
    "2019": "2019",
    "2019-03": "2019-03",
    "2019-03-15": "2019-03-15",
    "2019/03/15": "2019-03-15",
    "2019 03 15": "2019-03-15",
    "20200513": "2020-05-13",
    "D:20220502120000Z": "2022-05-02",
    "15/03/2019": "2019-03-15",
    "03/15/2019": "2019-03-15",
    "05/05/2021": "2021-05-05",
    "01.05.2020": "2020-05-01",
    "01/2019": "2019-01",
    "06.2018": "2018-06",
    "12-2019": "2019-12",
    # months in words
    "Mar 2019": "2019-03",
    "MAY2019": "2019-05",
    "Sept. 2018": "2018-09",
    "juill. 2020": "2020-07",
    "janv. 2020": "2020-01",
    "Févr. 2012": "2012-02",
    "déc. 2012": "2012-12",
    "1er août 2019": "2019-08-01",
    "08 11月/NOV 2022": "2022-11-08",
    "Year 2020 - Month SEP - Day 03": "2020-09-03",
    "Año 2018 Mes DIC Día 14": "2018-12-14",
    "08 11 /NOV 2022": "2022-11-08",
    "30 ГРУ/DEC 89": "1989-12-30",
    "5 May 2019": "2019-05-05",
    "May 5, 2019": "2019-05-05",
    "May 5th, 2019": "2019-05-05",
    "3-Mar-2019": "2019-03-03",
    "2019-Mar-03": "2019-03-03",
    "2019 May": "2019-05",
    "the 3rd of March 2019": "2019-03-03",
    "3rd day of March, 2019": "2019-03-03",
    "Friday, 3 March 2019": "2019-03-03",
    "le vendredi 3 mars 2019": "2019-03-03",
    "Mar '19": "2019-03",
    "Mar ’85": "1985-03",
    "Mar ’39": "2039-03",
    "Mar ’40": "1940-03",
    "Mar-19": "2019-03",
    "13-May-20": "2020-05-13",
    # passports
    "13 MAY/MAI 2020": "2020-05-13",
    "13 MAY / MAI 2020": "2020-05-13",
    "MAY/MAI 13 2020": "2020-05-13",
    "13 MAY/MAI 85": "1985-05-13",
    "13 ТРА/MAY 2020": "2020-05-13",
    "05 FEB/FÉV 2031": "2031-02-05",
    "ТРА/MAY 13 2020": "2020-05-13",
    "13 ТРА/MAY 20": "2020-05-13",
    # only part of it is known
    "1990-**-**": "1990",
    "1990-**-15": "1990",
    "1990-05-**": "1990-05",
    "1990-05-00": "1990-05",
    "1990-00-00": "1990",
    "00/05/2020": "2020-05",
    "**/05/1990": "1990-05",
    "XX MAY 1990": "1990-05",
    "05/**/1990": "1990-05",
    "12/**/1990": "1990-12",
    "15/**/1990": "1990",
    "Summer 2018": "2018",
    "été 2018": "2018",
    "l'été 2018": "2018",
    "Q3 2019": "2019",
    "T3 2019": "2019",
    "2019 Q3": "2019",
    "first half of 2019": "2019",
    "early 2019": "2019",
    "mid-2019": "2019",
    "late March 2019": "2019-03",
    "fin août 2019": "2019-08",
    # other languages
    "3 de marzo de 2019": "2019-03-03",
    "15 März 2019": "2019-03-15",
    "5 августа 2014 г.": "2014-08-05",
    "2 Ocak 2015": "2015-01-02",
    "Ocak 2015": "2015-01",
    "10 اکتوبر 2020": "2020-10-10",
    "सोमवार 13 जून 1998": "1998-06-13",
    # other scripts, and signs that do not show
    "۲۰۲۰/۰۳/۰۴": "2020-03-04",
    "٢٠٢٠": "2020",
    "२०२०-०३": "2020-03",
    "２０２０年３月４日": "2020-03-04",
    "2020년 3월": "2020-03",
    "3\u00a0mars\u202f2019": "2019-03-03",
    "2019–03–15": "2019-03-15",
    "2019\u221203": "2019-03",
    "Févr\u00adier 2019": "2019-02",
    "fe\u0301vrier 2019": "2019-02",
    # with more around it
    "2014-12-12T12:33:39-08:00": "2014-12-12",
    "Aug 06, 2018 05:05 PM CDT": "2018-08-06",
    "18 octobre 2012 à 19 h 21 min": "2012-10-18",
    "(March 2019)": "2019-03",
    "dated 3 March 2019": "2019-03-03",
    "as of 3 March 2019": "2019-03-03",
    "in the month of March 2019": "2019-03",
    "au mois de mars 2019": "2019-03",
    "1 January 1990 AD": "1990-01-01",
}

NOT_READ = [
    "",
    " ",
    "A",
    "3",
    "12",
    "19",
    "10:30",
    "5 years",
    "May",
    "Monday",
    "March",
    "May 5th",
    "Mar 19",
    "19-Mar",
    "5/1",
    "Present",
    "in the last 3 months",
    "2 weeks ago",
    "Summer 3 March 2018",
    "late 2019-03-15",
    "31/06/2020",
    "2020-02-30",
    "2020-13-05",
    "02/30/2020",
    "00/00/0000",
    "XX/XX/XXXX",
    "YYYY-MM-DD",
    "****-05-12",
    "29 Feb 2019",
    "MAY/JUN 2020",
    "1398/05/12",
    "1398",
    "12/05/1398",
    "2560",
    "2563-04-01",
    "2076-05-12 B.S.",
    "1899",
    "2101",
    "AB2019123",
    "IMM 5257",
    "R200",
    "2,019.00",
    "$2019",
    "2018-2020",
    "2018 and 2019",
    "03/04/21",
    "604-2019-555",
    "ten 2019",
    "5 the 1985",
    "Toronto 2019 12",
    "12 Rue Victor 2019",
    "Bank 5 of Punjab 2018",
    "Acme 2019 Ltd",
    "²",
    "١",
    "٣",
    "x" * 500 + "2019",
]


@pytest.mark.parametrize(("text", "iso"), READ.items())
def test_a_date_is_read_as_far_as_it_is_written(text: str, iso: str) -> None:
    date = parse(text)
    assert date is not None
    assert (date.iso, date.alternative) == (iso, None)


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_not_a_date_is_not_read(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "order", "iso", "other"),
    [
        ("03/04/2021", None, "2021-04-03", "2021-03-04"),
        ("03-04-2021", None, "2021-04-03", "2021-03-04"),
        ("03/04/2021", "ymd", "2021-04-03", "2021-03-04"),
        ("03/04/2021", "dmy", "2021-04-03", None),
        ("03/04/2021", "mdy", "2021-03-04", None),
        ("03.04.2021", None, "2021-04-03", None),
        ("13/04/2021", "mdy", "2021-04-13", None),
        ("04/13/2021", "dmy", "2021-04-13", None),
        ("05/**/1990", "mdy", "1990-05", None),
        ("05/**/1990", "dmy", "1990", None),
        ("**/05/1990", "mdy", "1990", None),
        ("2021-03-04", "dmy", "2021-03-04", None),
    ],
)
def test_an_ambiguous_date_keeps_both_readings_until_the_order_is_known(
    text: str, order: Any, iso: str, other: str | None
) -> None:
    date = parse(text, order=order)
    assert date is not None
    assert (date.iso, date.alternative and date.alternative.iso) == (iso, other)


PERIODS = {
    "03/2019 – 06/2021": ("2019-03", "2021-06"),
    "01/2019–03/2021": ("2019-01", "2021-03"),
    "06.2018 - 08.2020": ("2018-06", "2020-08"),
    "2018-2020": ("2018", "2020"),
    "2018/2019": ("2018", "2019"),
    "2018-19": ("2018", "2019"),
    "from 4 March 2019 to 30 June 2021": ("2019-03-04", "2021-06-30"),
    "between 2015 May and 2018": ("2015-05", "2018"),
    "between jan 2019 and now": ("2019-01", "present"),
    "dec/2018-may/2019": ("2018-12", "2019-05"),
    "between March 2019 and June 2021": ("2019-03", "2021-06"),
    "du 3 mars 2019 au 30 juin 2021": ("2019-03-03", "2021-06-30"),
    "de 2018 à 2020": ("2018", "2020"),
    "entre mai 2015 et 2018": ("2015-05", "2018"),
    "Mar – Jun 2019": ("2019-03", "2019-06"),
    "Nov - Feb 2019": ("2018-11", "2019-02"),
    "Nov 3, 2018 to Feb 5": ("2018-11-03", "2019-02-05"),
    "4 to 22 January 1995": ("1995-01-04", "1995-01-22"),
    "March 3-15, 2019": ("2019-03-03", "2019-03-15"),
    "March 3, 2019 to June 5": ("2019-03-03", "2019-06-05"),
    "Sept '19 – Aug '21": ("2019-09", "2021-08"),
    "2019-03-01/2020-05-01": ("2019-03-01", "2020-05-01"),
    "01/02/2019 - 25/03/2019": ("2019-02-01", "2019-03-25"),
    "since March 2019": ("2019-03", "present"),
    "depuis mars 2019": ("2019-03", "present"),
    "depuis le 3 mars 2019": ("2019-03-03", "present"),
    "Jan. 2019 - Present": ("2019-01", "present"),
    "2019/04 to date": ("2019-04", "present"),
    "04/2019 – …": ("2019-04", "present"),
    "04.2019 - ...": ("2019-04", "present"),
    "Jun 2021 – Actual / Present": ("2021-06", "present"),
    "June 2021 - Present (à ce jour)": ("2021-06", "present"),
    "mar/2019 - atual | present": ("2019-03", "present"),
    "Enero 2020 a la actualidad / to date": ("2020-01", "present"),
    "June 2018 - till date": ("2018-06", "present"),
    "June 2018 to present day": ("2018-06", "present"),
    "mars 2019 à aujourd'hui": ("2019-03", "present"),
    "2021 - 2019": ("2021", "2019"),
    "2015. 9. 1. ~ 2019. 08. 31": ("2015-09-01", "2019-08-31"),
}
CELLS = {
    "2015. 9. 1. ~ present (9 yrs 2 mos)": ("2015-09-01", "present"),
    "03/2014 - 06/2016 (2 years)": ("2014-03", "2016-06"),
    "2019 –": ("2019", "present"),
    "2019 onwards": ("2019", "present"),
    "until June 2019": (None, "2019-06"),
    "from March 2019": ("2019-03", None),
    "starting March 2019": ("2019-03", None),
    "du 3 mars 2019": ("2019-03-03", None),
    "2018": ("2018", "2018"),
    "2019-03": ("2019-03", "2019-03"),
    "à partir de mars 2019": ("2019-03", "2019-03"),
}


@pytest.mark.parametrize(("text", "ends"), (PERIODS | CELLS).items())
def test_a_period_is_read(text: str, ends: tuple[str | None, str | None]) -> None:
    period = parse_period(text)
    assert period is not None
    assert (period.start_iso, period.end_iso) == ends


@pytest.mark.parametrize(
    "text",
    [
        "",
        "to",
        "2018 and 2019",
        "3 to 2019",
        "2020-13-05",
        "2020-02-30",
        "31/06/2020 - 2021",
        "A - B",
        "22 to 4 May 2019",
        "3 to March 2019",
        "March 3 - soon",
        "March 2019 and now",
        "until further notice",
        "later onwards",
        "at Acme - present",
    ],
)
def test_what_is_not_a_period_is_not_read(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("03/04/2021", ("2021-03-04", "2021-03-04")),
        ("from 03/04/2021", ("2021-03-04", None)),
        ("since 03/04/2021", ("2021-03-04", "present")),
        ("until 03/04/2021", (None, "2021-03-04")),
        ("03/04/2021 onwards", ("2021-03-04", "present")),
        ("03/04/2021 - present", ("2021-03-04", "present")),
        ("03/04/2021 to 05/06/2021", ("2021-03-04", "2021-05-06")),
        ("03/04 - 05/06/2021", ("2021-03-04", "2021-05-06")),
        ("03/04/2021 - 05/06", ("2021-03-04", "2021-05-06")),
    ],
)
def test_the_order_of_a_document_holds_for_every_end(text: str, ends: tuple[str | None, str | None]) -> None:
    period = parse_period(text, order="mdy")
    assert period is not None
    assert (period.start_iso, period.end_iso) == ends
    assert not any(date and date.alternative for date in (period.start, period.end))


def test_one_end_settles_the_order_of_the_other() -> None:
    period = parse_period("01/02/2019 - 25/03/2019")
    assert period is not None and period.start is not None
    assert (period.start.iso, period.start.alternative) == ("2019-02-01", None)
    [(_, _, found)] = find_periods("there since 03/04/2021", order="mdy")
    assert found.start_iso == "2021-03-04"


@pytest.mark.parametrize(("text", "ends"), PERIODS.items())
def test_a_period_is_found_in_running_text(text: str, ends: tuple[str, str]) -> None:
    before = "Elle a travaillé là,\u00ad "
    [(start, end, period)] = find_periods(f"{before}{text}, and then left.")
    assert (period.start_iso, period.end_iso) == ends
    assert (start, end) == (len(before), len(before) + len(text))


def test_a_word_for_today_behind_a_year_makes_no_period() -> None:
    assert find_periods("In 2019 now and then we met, from March 2019.") == ()


def test_dates_are_found_in_running_text_at_their_place() -> None:
    text = "Born on 12 MAY 1985 in Lyon; le 1er\u00a0août\u00a02019, wed. "
    text += "Seen 03/04/2021, (2018), Toronto,2017 and March 2016,April 2015. Signed on the 3 March 2014."
    found = find_dates(text)
    assert [text[f.start : f.end] for f in found] == [
        "12 MAY 1985",
        "1er\u00a0août\u00a02019",
        "03/04/2021",
        "2018",
        "2017",
        "March 2016",
        "April 2015",
        "3 March 2014",
    ]
    assert [str(f.date) for f in found] == [
        "1985-05-12",
        "2019-08-01",
        "2021-04-03",
        "2018",
        "2017",
        "2016-03",
        "2015-04",
        "2014-03-03",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I may march on, the 2nd of them in May.",
        "Sidhu 2014 FC 419, 2024 CanLII 12",
        "R200(1)(b), s. 2019 and section 2015, IMM 5257, IMM-2019-123",
        "an amount of 2,019.00, $2019, 2019 CAD, CAD 2019 or 2019%",
        "passport AB2019123, file 2019-1234567, telephone 604-2019-555",
        "2019 Main Street, room 2019",
        "at 10:30 after 5 years, Chapter 12, page 3",
        "31/06/2020 and 2020-02-30 and 1398/05/12",
        "telephone 08 11 58 54 41",
    ],
)
def test_no_date_is_found_where_there_is_none(text: str) -> None:
    assert find_dates(text) == ()
    assert find_periods(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Present",
        "CURRENT",
        "currently",
        "to date",
        "till now",
        "Ongoing",
        "à ce jour",
        "À CE JOUR",
        "présent",
        "actuel",
        "en cours",
        "aujourd’hui",
        "hoy",
        "actualidad",
        "heute",
        "–",
        "until now",
        "(present)",
        "Actual / Present",
        "present (à ce jour)",
        "至今",
        "по настоящее время",
        "تا کنون",
    ],
)
def test_present_is_known(text: str) -> None:
    assert is_present(text)


@pytest.mark.parametrize(
    "text", ["", "2019", "date", "presented", "currency", "to", "no", "/", "Actual / 2021"]
)
def test_present_is_not_guessed(text: str) -> None:
    assert not is_present(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1398/05/12", "Solar Hijri or Hijri"),
        ("۱۳۹۸/۰۵/۱۲", "Solar Hijri or Hijri"),
        ("12 Mordad 1398", "Solar Hijri"),
        ("۱۲ مرداد ۱۳۹۸", "Solar Hijri"),
        ("1442-09-01", "Hijri"),
        ("1 Ramadan 1442", "Hijri"),
        ("12/05/2560", "Buddhist"),
        ("2560", "Buddhist"),
        ("2076-05-12 B.S.", "Bikram Sambat"),
        ("民國108年", "Minguo"),
        ("平成31年", "Japanese era"),
        ("2019-05-12", None),
        ("passport 1398", None),
        ("Ramadan", None),
    ],
)
def test_another_calendar_is_noticed(text: str, name: str | None) -> None:
    assert calendar_hint(text) == name


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["signed 13/04/2019", "03/04/2019"], "dmy"),
        (["04/13/2019"], "mdy"),
        (["04/13/2019", "13/04/2019"], None),
        (["۱۳/۰۴/۲۰۱۹"], "dmy"),
        (["31/12/2019"], "dmy"),
        (["12/31/2019"], "mdy"),
        (["13/01/2019"], "dmy"),
        (["01/13/2019"], "mdy"),
        (["12/12/2019", "13/13/2019", "00/13/2019", "13/00/2019", "01/32/2019"], None),
        (["03/04/2019", "05/05/2019", "2019-13-04", "32/01/2019"], None),
        ([], None),
    ],
)
def test_a_document_settles_its_order(texts: list[str], order: str | None) -> None:
    assert settled_order(texts) == order


def date(iso: str) -> PartialDate:
    return PartialDate.of(iso)


def day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


@pytest.mark.parametrize(
    "iso",
    [
        "19",
        "2019-3",
        "2019-00",
        "2019-13",
        "2019-03-00",
        "2019-02-30",
        "2019-03-15T00",
        "1398",
        "",
        "٢٠١٩",
        "0000",
    ],
)
def test_an_impossible_date_cannot_be_built(iso: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.of(iso)


def test_a_day_needs_a_month_and_a_reading_has_no_readings() -> None:
    with pytest.raises(ValueError, match="no month"):
        PartialDate(2019, None, 5)
    with pytest.raises(ValueError, match="two readings"):
        PartialDate(2019, 1, 2, PartialDate(2019, 2, 1, PartialDate(2019)))
    with pytest.raises(ValueError, match="still open"):
        Period(date("2019"), date("2020"), open=True)


@pytest.mark.parametrize(
    ("one", "other", "days", "conflict"),
    [
        ("2019", "2019-03-15", 0, False),
        ("2019-03", "2019-03-31", 0, False),
        ("2019-03-31", "2019-04-01", 0, True),
        ("2019-03", "2019-04", 0, True),
        ("2019-03", "2019-05", 30, True),
        ("2018", "2020", 365, True),
        ("2019-03-01", "2019-03-03", 1, True),
        ("03/04/2021", "2021-03-04", 0, False),
        ("03/04/2021", "04/03/2021", 0, False),
        ("03/04/2021", "2021-03-01", 2, True),
    ],
)
def test_distance_is_counted_strictly_between(one: str, other: str, days: int, conflict: bool) -> None:
    first, second = parse(one), parse(other)
    assert first and second
    assert first.distance(second) == second.distance(first) == days
    assert first.conflicts(second) is second.conflicts(first) is conflict


def test_order_is_only_claimed_where_it_is_certain() -> None:
    assert date("2018").before(date("2019-01-01")) and date("2019-01-01").after(date("2018"))
    assert not date("2019").before(date("2019-12-31")) and not date("2019").after(date("2019-01-01"))
    ambiguous = parse("03/04/2021")
    assert ambiguous and not ambiguous.before(date("2021-03-20")) and not ambiguous.after(date("2021-03-20"))
    assert (ambiguous.earliest, ambiguous.latest) == (day("2021-03-04"), day("2021-04-03"))
    assert ambiguous.covers(day("2021-03-04")) and not ambiguous.covers(day("2021-03-20"))
    assert ambiguous.precision == "day" and len(ambiguous.readings) == 2
    assert PartialDate.on(day("2019-03-15")) == date("2019-03-15")


def period(start: str, end: str | None) -> Period:
    return Period(date(start), None if end is None else date(end), open=end is None)


def test_a_period_has_a_span_and_a_core() -> None:
    job = period("2018-01", "2019-03")
    assert job.span() == (day("2018-01-01"), day("2019-03-31"))
    assert job.core() == (day("2018-01-31"), day("2019-03-01"))
    assert (job.months(), round(job.certain_months())) == (15.0, 13)
    assert str(job) == "2018-01 to 2019-03"
    assert period("2018", "2018").core() is None
    assert period("2018", "2018").months() == 12.0


def test_an_open_period_ends_with_its_paper_and_never_today() -> None:
    job = period("2018-01", None)
    assert (job.end_iso, job.span(), job.core(), job.months()) == ("present", None, None, 0.0)
    assert job.latest_day(day("2019-02-01")) == day("2019-02-01")
    assert job.core(day("2019-02-01")) == (day("2018-01-31"), day("2019-02-01"))
    assert job.span(day("2017-02-01")) is None
    assert not job.covers(day("2018-05-05")) and job.covers(day("2018-05-05"), day("2019-02-01"))


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2018-01", "2018-12", 12.0),
        ("2018-01-15", "2018-03-14", 2.0),
        ("2018-01-01", "2018-01-10", 0.32),
        ("2018-02-28", "2018-03-01", 0.07),
        ("2018-01-31", "2018-02-28", 1.03),
        ("2018-03-15", "2018-03-15", 0.03),
    ],
)
def test_a_part_of_a_month_is_measured_by_its_days(start: str, end: str, months: float) -> None:
    assert period(start, end).months() == months


def test_a_period_covers_its_first_and_its_last_day_and_no_other() -> None:
    job = period("2018-03-02", "2018-03-05")
    covered = [n for n in range(1, 8) if job.covers(day(f"2018-03-0{n}"))]
    assert covered == [2, 3, 4, 5]
    assert not job.backwards


def test_two_papers_end_what_runs_on_on_their_own_days() -> None:
    one, other = period("2018-01-01", None), period("2020-01-01", None)
    assert not one.overlaps(other, day("2019-06-01"), day("2021-01-01"))
    assert one.overlaps(other, day("2020-06-01"))
    assert other.overlaps(one, day("2020-06-01"), day("2020-02-01"))


def test_an_unknown_end_gives_no_span() -> None:
    assert Period(None, date("2018")).span() is None and Period(None, date("2018")).earliest_day() is None
    assert not Period(None, date("2018")).backwards and not Period(date("2018"), None).backwards
    known = period("2017", "2019")
    for unknown in (Period(None, date("2018")), Period(date("2018"), None)):
        assert not unknown.overlaps(known) and not known.overlaps(unknown)
    assert Period(date("2018"), None).span(day("2019-01-01")) is None
    assert Period(None, date("2018")).core(day("2019-01-01")) is None
    assert (Period(None, date("2018")).start_iso, Period(date("2018"), None).end_iso) == (None, None)
    assert str(Period(None, None)) == "? to ?" and not Period(None, None).backwards
    assert period("2021", "2019").backwards and period("2021", "2019").span() is None


def test_overlap_may_be() -> None:
    one, two = period("2018-01", "2019-03"), period("2019-03", "2020-01")
    assert one.overlaps(two) and two.overlaps(one)
    assert not one.overlaps(period("2019-04", "2020-01")) and not one.overlaps(period("2018-06-01", None))


YEARS = st.integers(1900, 2100)
DATES = st.one_of(
    st.builds(PartialDate, YEARS),
    st.builds(PartialDate, YEARS, st.integers(1, 12)),
    st.builds(PartialDate, YEARS, st.integers(1, 12), st.integers(1, 28)),
    st.builds(lambda y, a, b: parse(f"{a}/{b}/{y}"), YEARS, st.integers(1, 12), st.integers(1, 12)),
)
PIECES = st.lists(
    st.sampled_from(
        [
            *"0123456789/-.–' ,*xX٣२年日:à\n\u00ad",
            "2019",
            "may",
            "mars",
            " to ",
            " and ",
            "since ",
            "present",
            "Q3",
            "13",
        ]
    )
    | st.text(max_size=3),
    max_size=14,
).map("".join)


@given(DATES)
def test_what_is_written_is_read_back(value: PartialDate) -> None:
    for reading in value.readings:
        again = PartialDate.of(reading.iso)
        assert again == parse(reading.iso)
        assert (again.year, again.month, again.day) == (reading.year, reading.month, reading.day)
        assert again.earliest <= again.latest and again.covers(again.earliest) and again.covers(again.latest)


@given(DATES, DATES)
def test_comparison_is_symmetric_and_consistent(one: PartialDate, other: PartialDate) -> None:
    assert one.distance(other) == other.distance(one)
    assert one.conflicts(other) == other.conflicts(one)
    assert one.distance(one) == 0 and not one.conflicts(one)
    assert one.before(other) == other.after(one)
    if one.distance(other):
        assert one.conflicts(other)
    if one.before(other):
        assert one.conflicts(other) and not other.before(one)


@given(DATES, st.none() | DATES, st.dates(day("1990-01-01"), day("2050-01-01")))
def test_the_core_lies_inside_the_span(
    start: PartialDate, end: PartialDate | None, as_of: datetime.date
) -> None:
    value = Period(start, end, open=end is None)
    span, core = value.span(as_of), value.core(as_of)
    if core is not None:
        assert span is not None and span[0] <= core[0] <= core[1] <= span[1]
        assert 0 < value.certain_months(as_of) <= value.months(as_of)


@given(PIECES)
@settings(max_examples=400)
def test_no_text_is_too_strange(text: str) -> None:
    parse(text)
    parse_period(text)
    is_present(text)
    calendar_hint(text)
    settled_order([text])
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)
    for start, end, _ in find_periods(text):
        assert 0 <= start < end <= len(text)


def test_the_library_is_asked_for_the_rare_rest_and_not_imported_for_anything_else() -> None:
    rest = parse("3 March 2019 at noon")
    assert rest is not None and rest.iso == "2019-03-03"
    code = (
        "import sys; from consistency.normalizer import dates; dates.parse('May 5, 2019');"
        "dates.find_dates('on May 5'); print('dateparser' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


DIGIT = re.compile(r"\d")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


@pytest.mark.parametrize("language", date_parsing._LANGUAGES)
def test_every_month_that_only_the_library_knows_is_asked_for(language: str) -> None:
    told = import_module(f"dateparser.data.date_translation_data.{language}").info
    texts = [f"5 {name} 2019" for month in MONTHS for name in told[month] if not DIGIT.search(name)]
    assert texts or language == "ko"  # whose months are numbers
    for text in texts:
        folded = fold(text)
        known = date_parsing.parse_marked(marked(folded)) is not None
        assert known or date_parsing._MAY_BE_KNOWN.search(folded), text


@pytest.mark.parametrize(
    "text", ["Mexico (2024-07 to Current)", "2019  SARL", "juillet 2016 à juin", "February 11, 2019 to"]
)
def test_the_library_is_not_asked_about_what_it_cannot_know(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(date_parsing, "_ask", lambda text: pytest.fail(text))
    assert date_parsing.parse.__wrapped__(text) is None


def test_days_in_vietnamese_are_found_in_running_text() -> None:
    text = "Hà Nội, ngày 05 tháng 12 năm 2019. Làm việc từ tháng 3 năm 2016 đến tháng 7 năm 2019."
    assert [(text[f.start : f.end], f.date.iso) for f in find_dates(text)] == [
        ("ngày 05 tháng 12 năm 2019", "2019-12-05"), ("tháng 3 năm 2016", "2016-03"), ("tháng 7 năm 2019", "2019-07"),
    ]  # fmt: skip


@uses_shared
def test_ranges_of_public_test_suites_are_read() -> None:
    rows = json.loads((TABLES / "date_ranges_cvlike.json").read_text(encoding="utf-8"))["cases"]
    orders: dict[str, Any] = {"English": "mdy", "French": "dmy", "FR": "dmy"}
    rows = [row for row in rows if row["lang"] in orders]
    right = 0
    for row in rows:
        read = parse_period(row["text"], order=orders[row["lang"]])
        right += read is not None and (read.start_iso, read.end_iso) == (row["start"], row["end"])
    assert right / len(rows) >= 0.9


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2019-08-31", 6, "2020-02-29"),
        ("2023-11-30", 60, "2028-11-30"),
        ("2024-02-29", 60, "2029-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2024-02-29", -120, "2014-02-28"),
        ("2026-01-31", -2, "2025-11-30"),
        ("9999-12-31", 6, "9999-12-31"),
    ],
)
def test_months_are_counted_by_the_calendar(day: str, months: int, later: str) -> None:
    assert months_later(datetime.date.fromisoformat(day), months) == datetime.date.fromisoformat(later)


def test_lines_of_spaces_within_a_period_take_no_longer_than_other_signs() -> None:
    begun = time.process_time()
    assert [find_periods(f"2019-05 -{' ' * many}present") != () for many in (1, 9, 40_000)] == [
        True,
        True,
        False,
    ]
    assert time.process_time() - begun < 3


IN_WORDS = {
    "Twenty-third May, nineteen hundred and ninety-one": "1991-05-23",
    "Nineteenth January 2025, Tema General Hospital": "2025-01-19",
    "on the thirty-first May 2019": "2019-05-31",
    "Le vingt-deux juin deux mille dix-neuf a été célébré": "2019-06-22",
    "L'an mil neuf cent quatre-vingt-dix et le trois mars est né": "1990-03-03",
    "L'an deux mille vingt-quatre, le lundi quatre mars": "2024-03-04",
    "L'an 1990 et le trois du mois de mars": "1990-03-03",
    "le sept juin mil neuf cent soixante-dix-sept": "1977-06-07",
    "le premier août mil neuf cent nonante": "1990-08-01",
    "le 22 juin deux mille dix-neuf": "2019-06-22",
    "L'an deux mille dix-neuf, le vingt-deuxième jour du mois de juin": "2019-06-22",
    "In the year two thousand and nineteen, on the twenty-second day of June": "2019-06-22",
    "le trois mars 1990": "1990-03-03",
    "this third day of January, 2018": "2018-01-03",
    "the twenty-second day of June two thousand and nineteen": "2019-06-22",
    "this fourteenth day of May in the year of our Lord two thousand and seventeen": "2017-05-14",
    "the 21st day of June, Two Thousand Nine": "2009-06-21",
    "this 9th day of June in the year 2011": "2011-06-09",
    "the first of May nineteen ninety-three": "1993-05-01",
    "a los veintidós días del mes de junio de dos mil diecinueve": "2019-06-22",
    "vinte e dois de junho de dois mil e dezenove": "2019-06-22",
}


@pytest.mark.parametrize(("text", "iso"), IN_WORDS.items())
def test_a_date_in_words_is_found(text: str, iso: str) -> None:
    (found,) = find_dates(text)
    assert found.date.iso == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("my second May 2019 application", "2019-05"),
        ("three March 2019 payslips", "2019-03"),
        ("once March 2019 arrives", "2019-03"),
        ("nous étions deux, mars 2019 passé", "2019-03"),
        ("nous étions deux en mars 2019", "2019-03"),
        ("two thousand dollars in May 2019", "2019-05"),
    ],
)
def test_a_number_in_words_beside_a_month_need_not_be_its_day(text: str, iso: str) -> None:
    assert [found.date.iso for found in find_dates(text)] == [iso]


def test_no_date_is_made_of_numbers_in_words_alone() -> None:
    assert find_dates("Le trente et un avril deux mille; two thousand of us, the first of May") == ()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("12/07/1985 E.C. (21/03/1993 G.C.)", "1993-03-21"),
        ("G.C. 21/03/1993 (E.C. 12/07/1985)", "1993-03-21"),
        ("E.C. 12/07/1985, G.C. 21/03/1993", "1993-03-21"),
        ("15 Chaitra 2050 B.S. (29 March 1993 A.D.)", "1993-03-29"),
        ("12/07/1985 E.C.", "1993-03-21"),
        ("21/03/1993, renewed 4 May 2020", "1993-03-21"),
        ("3 May 2020 (to be renewed by 4 May 2025)", "2020-05-03"),
    ],
)
def test_of_two_calendars_the_common_one_is_read(text: str, iso: str) -> None:
    found = common_date(text, order="dmy")
    assert found is not None
    assert found.date.iso == iso


def test_no_date_is_common_where_there_is_none() -> None:
    assert common_date("E.C.") is None


@pytest.mark.parametrize("text", ["Hamle 5, 9999", "Meskerem 1, 1851", "Tir 3, 2250 E.C."])
def test_a_year_that_no_date_has_is_none(text: str) -> None:
    assert find_dates(text) == ()


def test_a_name_behind_a_day_is_no_calendar() -> None:
    assert [found.date.iso for found in find_dates("2019-05-04 EC Council exam")] == ["2019-05-04"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Ginbot 20, 1983 E.C.", "1991-05-28"),
        ("1 Meskerem 2000", "2007-09-12"),
        ("Pagume 6, 2003", "2011-09-11"),
        ("19/01/1975 (E.C.)", "1982-09-29"),
        ("E.C. 19/01/1975", "1982-09-29"),
        ("22 Bahman 1357", "1979-02-11"),
        ("1 Farvardin 1403", "2024-03-20"),
        ("30 Esfand 1399", "2021-03-20"),
        ("5 December B.E. 2470", "1927-12-05"),
        ("14 October 2516", "1973-10-14"),
    ],
)
def test_a_day_of_another_calendar_is_converted(text: str, iso: str) -> None:
    found = parse(text)
    assert found is not None
    assert found.iso == iso
    assert [each.date.iso for each in find_dates(f"registered on {text} at the office")] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "2047-06-12 B.S.",
        "B.S. 2047/06/12",
        "2081/03/15",
        "12 Ashwin 2047",
        "2047 Ashwin 12 BS",
        "Year: 2047 Month: 06 Day: 12 (B.S.)",
        "2047 B.S.",
        "Pagume 9, 2003",
        "31 Mehr 1400",
    ],
)
def test_what_cannot_be_converted_is_no_common_date(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("born 2047-06-12 B.S. (28 September 1990 A.D.), registered 2048-01-02 B.S.", ["1990-09-28"]),
        ("28 September 1990 (2047-06-12 B.S.)", ["1990-09-28"]),
        ("Tikimt 3, 1984 E.C. (14 October 1991 G.C.)", ["1991-10-14"]),
        ("5 October 1984 E.C. (15 October 1991 G.C.)", ["1991-10-15"]),
        ("issued on 5 October 1984 E.C.", []),
        ("9 May B.E. 2530 (1987)", ["1987-05-09"]),
        ("2014 B.S. Nursing, 2018 M.S.", ["2014", "2018"]),
        ("12/05/2014 BS degree", ["2014-05-12"]),
        ("from 2019-03-01 to 2021-02-28", ["2019-03-01", "2021-02-28"]),
    ],
)
def test_beside_a_common_date_another_calendar_says_nothing_more(text: str, isos: list[str]) -> None:
    assert [found.date.iso for found in find_dates(text, order="dmy")] == isos


@pytest.mark.parametrize(
    "text", ["d'octobre 2013 à mars 2016", "D’octobre 2013 à mars 2016", "d’ octobre 2013 au 3 mars 2016"]
)
def test_a_french_lead_that_loses_its_vowel(text: str) -> None:
    [(start, end, period)] = find_periods(f"{text} – Garage")
    assert (start, end) == (0, len(text))
    assert str(period).startswith("2013-10 to 2016-03")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("since the third (3) of April 2019", ("2019-04-03", "present")),
        ("from the twenty-first (21st) of April 2019 to 5 May 2020", ("2019-04-21", "2020-05-05")),
    ],
)
def test_a_period_whose_days_are_told_in_words_and_figures(text: str, ends: tuple[str, str]) -> None:
    [(start, end, period)] = find_periods(f"He has worked {text}, as a cook.")
    assert (period.start_iso, period.end_iso) == ends
    assert (start, end) == (14, 14 + len(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("since Ist January 2024", "2024-01-01"),
        ("on the 2lst of May 2020", "2020-05-21"),
        ("llth June 2019", "2019-06-11"),
        ("the 3Ist day of August 2021", "2021-08-31"),
        ("l4th March 2018", "2018-03-14"),
        ("l9th of March 2018", "2018-03-19"),
    ],
)
def test_the_ones_of_a_day_that_a_picture_shows_as_letters(text: str, day: str) -> None:
    assert [found.date.iso for found in find_dates(text)] == [day]


def test_words_that_end_as_ordinals_do_are_no_days() -> None:
    assert [found.date.iso for found in find_dates("a dentist January 2024, in health March 2020")] == [
        "2024-01",
        "2020-03",
    ]


def test_a_first_place_in_words_behind_a_label() -> None:
    assert [day.date.iso for day in find_dates("When and where born: Eighth August 2012, Mandeville")] == [
        "2012-08-08"
    ]
    assert [day.date.iso for day in find_dates("my third May 2019 application")] == ["2019-05"]
