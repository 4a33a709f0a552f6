"""Periods that words of other languages link, and dates of the years of Taiwan, Japan and Thailand."""

import pytest

from consistency.normalizer.dates import Period, find_dates, find_periods, parse


def told(period: Period) -> str:
    start = period.start.iso if period.start else ""
    return f"{start} {'present' if period.open else period.end.iso if period.end else ''}"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Làm việc từ ngày 02/6/2016 đến ngày 28/02/2019 tại xưởng", "2016-06-02 2019-02-28"),
        ("Từ tháng 9/2012 đến tháng 6/2015 học nghề", "2012-09 2015-06"),
        ("từ 04/2021 đến hiện tại", "2021-04 present"),
        ("tu thang 4/2021 den nay", "2021-04 present"),
        ("bekerja sejak 7 Februari 2017 sampai dengan 30 September 2019", "2017-02-07 2019-09-30"),
        ("mulai tanggal 1 Maret 2020 hingga sekarang", "2020-03-01 present"),
        ("平成28年4月1日から令和元年9月30日まで", "2016-04-01 2019-09-30"),
        ("民國105年2月1日至108年1月31日", "2016-02-01 2019-01-31"),
        ("2017년 3월 2일부터 2020년 8월 31일까지", "2017-03-02 2020-08-31"),
        ("ตั้งแต่วันที่ 15 มกราคม พ.ศ. 2559 ถึง 20 พฤษภาคม พ.ศ. 2562", "2016-01-15 2019-05-20"),
        ("15 January B.E. 2559 to 20 May B.E. 2562", "2016-01-15 2019-05-20"),
        (
            "Tikimt 5, 2007 E.C. (October 15, 2014 G.C.) to Sene 30, 2009 E.C. (July 7, 2017 G.C.)",
            "2014-10-15 2017-07-07",
        ),
    ],
)
def test_one_period(text: str, period: str) -> None:
    assert [told(one[2]) for one in find_periods(text)] == [period]


@pytest.mark.parametrize(
    "text",
    [
        "Sinh ngày 14/6/1990, cấp ngày 05/3/2018, công ty nằm đến đường số 4",
        "Ia lahir 3 Januari 1990. Kontrak ditandatangani 4 Mei 2020 sampai selesai",
        "Born 12 May 2535 B.E.; issued 3 June 2566 B.E.",
        "from 31/12/2021 đến ngày 05/3/2018",
    ],
)
def test_dates_that_are_no_period(text: str) -> None:
    assert find_periods(text) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("民國99年10月3日", "2010-10-03"),
        ("令和3年12月", "2021-12"),
        ("昭和62年", "1987"),
        ("9 กันยายน 2543", "2000-09-09"),
        ("September 2563", "2020-09"),
    ],
)
def test_a_day_of_another_era(text: str, day: str) -> None:
    found = parse(text)
    assert found is not None
    assert found.iso == day


def test_a_count_behind_a_month_is_no_year() -> None:
    assert find_dates("in May 2550 boxes were packed") == ()


def test_a_day_that_is_told_by_its_place_in_french() -> None:
    found = find_dates("L'an deux mille sept, le vingt-troisième jour du mois de février, ont comparu")
    assert [one.date.iso for one in found] == ["2007-02-23"]
