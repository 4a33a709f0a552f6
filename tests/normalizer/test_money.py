"""Amounts of money: numbers of four countries, currencies, pay periods."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        per: yearly(Amount(hundred, "CAD", per)) for per in ("day", "week", "fortnight", "month", "year")
    }
    assert years == {"day": 26_000, "week": 5_200, "fortnight": 2_600, "month": 1_200, "year": 100}
    assert yearly(Amount(hundred, "CAD")) is None
    assert [yearly(Amount(hundred, "CAD", "hour"), hours) for hours in (None, 0, -1, 1, 0.5)] == [
        None, None, None, 5_200, 2_600,
    ]  # fmt: skip
    assert [hourly(Amount(Decimal(5200), "CAD", "year"), hours) for hours in (None, 0, -8, 1, 0.5)] == [
        None, None, None, 100, 200,
    ]  # fmt: skip
