"""Amounts of money: numbers of four countries, currencies, pay periods."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.normalizer.currencies import NOWHERE, of_countries
from consistency.normalizer.money import Amount, find_amounts, hourly, number, parse_amount, yearly

READ = {
    "MXN 15,500 per month": Amount(Decimal(15500), "MXN", "month"),
    "CAD $24.00/hour": Amount(Decimal(24), "CAD", "hour"),
    "$24.00 CAD per hour": Amount(Decimal(24), "CAD", "hour"),
    "24,50 $ de l'heure": Amount(Decimal("24.50"), None, "hour"),
    "₹45,000": Amount(Decimal(45000), "INR"),
    "Rs. 45,000": Amount(Decimal(45000), "INR"),
    "Rs 1,50,000": Amount(Decimal(150000), "INR"),
    "INR 4.5 lakh per annum": Amount(Decimal(450000), "INR", "year"),
    "1 234,56 €": Amount(Decimal("1234.56"), "EUR"),
    "TND 12 480,650": Amount(Decimal("12480.65"), "TND"),
    "KWD 1.250,500": Amount(Decimal("1250.50"), "KWD"),
    "480 000 tenge": Amount(Decimal(480000), "KZT"),
    "15.500,00 €": Amount(Decimal(15500), "EUR"),
    "AED 4,500 monthly": Amount(Decimal(4500), "AED", "month"),
    "Monthly salary: 45 000 roubles": Amount(Decimal(45000), "RUB", "month"),
    "salaire annuel de 52 000 $ CA": Amount(Decimal(52000), "CAD", "year"),
    "Rp 5.000.000": Amount(Decimal(5000000), "IDR"),
    "$60,000 (gross) a year": Amount(Decimal(60000), None, "year"),
    "18.50": Amount(Decimal("18.50")),
    "INR 4.5 Lakhs": Amount(Decimal(450000), "INR"),
    "CAD 60K PER YEAR": Amount(Decimal(60000), "CAD", "year"),
    "ANNUAL PAY CAD 60,000": Amount(Decimal(60000), "CAD", "year"),
    "Rs. 35,000/- (Rupees Thirty-Five Thousand Only) per month": Amount(Decimal(35000), "INR", "month"),
    "35,000/- (Rupees Thirty-Five Thousand Only)": Amount(Decimal(35000), "INR"),
    "185 000 (cent quatre-vingt-cinq mille) FCFA par mois": Amount(Decimal(185000), "XAF", "month"),
    "cent mille (100 000) francs CFA par mois": Amount(Decimal(100000), "XAF", "month"),
    "R$ 6.500,00 (seis mil e quinhentos reais) mensais": Amount(Decimal(6500), "BRL", "month"),
    "monthly gross remuneration package amounting to NGN 300,000": Amount(Decimal(300000), "NGN", "month"),
    "rémunération mensuelle brute de 6 500 MAD": Amount(Decimal(6500), "MAD", "month"),
    "gross salary per month: NGN 300,000": Amount(Decimal(300000), "NGN", "month"),
    "paid monthly, at an hourly rate of CAD 20": Amount(Decimal(20), "CAD", "hour"),
    "CAD 1,050 semi-monthly": Amount(Decimal(1050), "CAD", "half-month"),
    "paid $27.25 for each hour worked": Amount(Decimal("27.25"), None, "hour"),
    "15,500 pesos": Amount(Decimal(15500)),
}


@pytest.mark.parametrize(("text", "amount"), READ.items())
def test_parse_amount(text: str, amount: Amount) -> None:
    assert parse_amount(text) == amount


@pytest.mark.parametrize("text", ["", "no pay", "—", "1" + "0" * 28])
def test_no_amount(text: str) -> None:
    assert parse_amount(text) is None


def test_amounts_in_text() -> None:
    text = "From 2019 to 2021 she earned PHP 18,000 a month, then PHP 21,500 a month; her account holds CAD 12,400.75."
    assert find_amounts(text) == (
        Amount(Decimal(18000), "PHP", "month"),
        Amount(Decimal(21500), "PHP", "month"),
        Amount(Decimal("12400.75"), "CAD"),
    )
    assert find_amounts("Suite 1200, 45 King St., since 2019") == ()
    assert find_amounts("She paid 500 CAD in 2019.") == (Amount(Decimal(500), "CAD"),)


def test_an_amount_is_written_in_whole_units_or_in_cents() -> None:
    read = [parse_amount(text) for text in ("CAD 1,234.5", "CAD 1,234.00", "2,5 lakh INR")]
    assert [str(amount.value) for amount in read if amount] == ["1234.50", "1234", "250000"]


@pytest.mark.parametrize(
    ("text", "value"),
    {
        "1,234": "1234",
        "1.234": "1234",
        "1,5": "1.5",
        "0.125": "0.125",
        "1'234.50": "1234.50",
        "1.234,567": "1234.567",
        "\t1,234\n": "1234",
        "1,234,567": "1234567",
        "12.34.56.": None,
        "abc": None,
    }.items(),
)
def test_number(text: str, value: str | None) -> None:
    assert number(text) == (None if value is None else Decimal(value))


def test_pay_by_the_hour_and_year() -> None:
    assert hourly(Amount(Decimal(24), "CAD", "hour")) == 24
    assert hourly(Amount(Decimal(52000), "CAD", "year"), 40) == 25
    assert hourly(Amount(Decimal(52000), "CAD", "year")) is None
    assert hourly(Amount(Decimal(25), "CAD"), 40) is None
    assert yearly(Amount(Decimal(1000), "CAD", "month")) == 12000
    assert yearly(Amount(Decimal(25), "CAD", "hour"), 40) == 52000
    assert yearly(Amount(Decimal(25), "CAD", "hour")) is None
    assert yearly(Amount(Decimal(25), "CAD")) is None


@given(st.text())
def test_any_text_may_come(text: str) -> None:
    parse_amount(text)
    find_amounts(text)


@pytest.mark.parametrize(
    "text",
    ["depuis le 3 mars 2024", "le 2024-03-03", "Le 15 juin", "LE 1 JUILLET 2024", "LE 31 JUILLET 2024"],
)
def test_the_french_article_before_a_day_is_no_currency(text: str) -> None:
    assert find_amounts(text) == ()
    assert find_amounts("a salary of LE 3,000")[0].currency == "EGP"


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("$24.00 CAD", "CAD"),
        ("USD 500 $", "USD"),
        ("Rs. 500 LKR", "LKR"),
        ("£30 GBP", "GBP"),
        ("£500 EGP", "EGP"),
        ("Rs 500 LKR", "LKR"),
        ("CAD 20", "CAD"),
    ],
)
def test_the_more_telling_mark_says_the_currency(text: str, currency: str) -> None:
    amount = parse_amount(text)
    assert amount is not None and amount.currency == currency


def test_pay_of_every_period_in_a_year() -> None:
    hundred = Decimal(100)
    years = {
        per: yearly(Amount(hundred, "CAD", per))
        for per in ("day", "week", "fortnight", "half-month", "month", "year")
    }
    assert years == {
        "day": 26_000, "week": 5_200, "fortnight": 2_600, "half-month": 2_400, "month": 1_200, "year": 100,
    }  # fmt: skip
    assert yearly(Amount(hundred, "CAD")) is None
    assert [yearly(Amount(hundred, "CAD", "hour"), hours) for hours in (None, 0, -1, 1, 0.5)] == [
        None, None, None, 5_200, 2_600,
    ]  # fmt: skip
    assert [hourly(Amount(Decimal(5200), "CAD", "year"), hours) for hours in (None, 0, -8, 1, 0.5)] == [
        None, None, None, 100, 200,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "country", "currency"),
    [
        ("P 13,500.00", "PH", "PHP"),
        ("P13,500.00", "BW", "BWP"),
        ("N95,000", "NG", "NGN"),
        ("N4,320,000.00", "NG", "NGN"),
        ("#95,000", "NG", "NGN"),
        ("60 000 F", "CI", "XOF"),
        ("60 000 F CFA", "TG", "XOF"),
        ("60 000 F CFA", "CM", "XAF"),
        ("60 000 francs", "GN", "GNF"),
        ("Rs. 45,000", "PK", "PKR"),
        ("Rs. 45,000", "IN", "INR"),
        ("Rs. 45,000", "AE", "INR"),
        ("Dhs. 4,500", "MA", "MAD"),
        ("15,500 pesos", "MX", "MXN"),
        ("R 12,500.00", "ZA", "ZAR"),
        ("KES 45,000", "UG", "KES"),
        ("N 4,000 CAD", "NG", "CAD"),
    ],
)
def test_a_mark_means_what_it_means_in_its_country(text: str, country: str, currency: str) -> None:
    assert [amount.currency for amount in find_amounts(text, of_countries([country]))] == [currency]


@pytest.mark.parametrize(
    "text",
    [
        "P 13,500.00", "N95,000", "60 000 F", "N° 45 000", "P.O. Box N 4,000", "Rua 12 da Costa", "Room 12 F",
        "P 12/month", "FC 1,000", "3 sh",
    ],
)  # fmt: skip
def test_a_letter_of_no_country_is_no_money(text: str) -> None:
    assert find_amounts(text) == ()
    assert find_amounts(text, of_countries(["CA", "FR"])) == ()


def test_a_letter_before_pay_by_the_month_is_money_of_some_country() -> None:
    assert find_amounts("P 13,500.00/month") == (Amount(Decimal(13500), None, "month"),)
    assert find_amounts("60 000 F par mois") == (Amount(Decimal(60000), None, "month"),)


def test_a_mark_of_two_countries_spoken_of_is_not_settled() -> None:
    both = of_countries(["CI", "CM"])
    assert find_amounts("60 000 F", both) == ()
    assert find_amounts("15,000 pesos", of_countries(["MX", "PH"])) == (Amount(Decimal(15000)),)


def test_hours_by_the_week_are_no_pay_by_the_week() -> None:
    assert find_amounts("40 hours per week at CAD 19.50") == (Amount(Decimal("19.50"), "CAD"),)
    assert find_amounts("40 hours weekly, CAD 24.50") == (Amount(Decimal("24.50"), "CAD"),)


def test_words_in_brackets_that_tell_no_number_part_two_amounts() -> None:
    assert find_amounts("in 2019 (in total) CAD 500") == (Amount(Decimal(500), "CAD"),)
    assert find_amounts("(2019) CAD 500") == (Amount(Decimal(500), "CAD"),)


def test_the_french_article_behind_a_year_is_no_currency() -> None:
    told = find_amounts("il occupe depuis février 2023 le poste de chef, pour R$ 6.180,00 par mois")
    assert [(amount.value, amount.currency) for amount in told] == [(Decimal(6180), "BRL")]
    assert find_amounts("3,000 LE per month")[0].currency == "EGP"


@pytest.mark.parametrize(
    ("text", "country", "currency"),
    [
        ("640 000 Ar par mois", "MG", "MGA"),
        ("Gdes 25,000.00 a month", "HT", "HTG"),
        ("Br 12,000 monthly", "ET", "ETB"),
        ("Ush 1,200,000 per month", "", "UGX"),
        ("TSh 800,000 per month", "", "TZS"),
        ("GH¢ 4,500 per month", "", "GHS"),
    ],
)
def test_money_of_african_and_haitian_papers(text: str, country: str, currency: str) -> None:
    local = of_countries([country]) if country else NOWHERE
    assert [(found.currency, found.per) for found in find_amounts(text, local)] == [(currency, "month")]
    if country:
        assert [found.currency for found in find_amounts(text)] in ([], [None])
