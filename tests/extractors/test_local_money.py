"""Money whose mark means another currency in each country."""

import pytest

from consistency.extractors.extract import extract
from consistency.model import Job
from tests.extractors.papers.made import docx

LETTER = """
{head}
{place}
12 March 2026
TO WHOM IT MAY CONCERN
This is to certify that Mr. Sule Example has been employed with us as a Welder since 5 April 2021, 40 hours per week.
His salary is {pay} per month.
{more}
Yours faithfully,
Ade Cole, Manager
"""


def currency(pay: str, place: str, more: str = "") -> str | None:
    paper = extract(docx(LETTER.format(head="HARBOUR EXAMPLE LTD", place=place, pay=pay, more=more)))
    (job,) = (record for record in paper.records if isinstance(record, Job))
    assert job.amount is not None
    return job.currency


@pytest.mark.parametrize(
    ("pay", "place", "told"),
    [
        ("95 000 F CFA", "Cotonou, Bénin", "XOF"),
        ("95 000 F CFA", "B.P. 12, Douala", "XAF"),
        ("Rs. 45,000", "Karachi, Pakistan", "PKR"),
        ("Rs. 45,000", "Mumbai", "INR"),
        ("Rs. 45,000", "Galle Road, Colombo", "LKR"),
        ("Rs. 45,000", "Hyderabad", "INR"),
        ("Dhs 4,500", "Rabat, Morocco", "MAD"),
        ("P 13,500.00", "Cebu City, Philippines", "PHP"),
        ("N95,000.00", "Ibadan, Nigeria", "NGN"),
        ("15,500 pesos", "Puebla, México", "MXN"),
        ("P 13,500.00", "Shop 5", None),
        ("USD 500", "Karachi, Pakistan", "USD"),
    ],
)
def test_the_head_settles_the_currency(pay: str, place: str, told: str | None) -> None:
    assert currency(pay, place) == told


def test_the_text_settles_what_the_head_leaves_open() -> None:
    assert currency("95 000 F CFA", "Shop 5", "He works at our branch in Abidjan, Côte d'Ivoire.") == "XOF"


def test_two_countries_settle_nothing() -> None:
    assert currency("95 000 F CFA", "Abidjan, Côte d'Ivoire; Douala, Cameroun") == "XAF"
    assert currency("15,500 pesos", "Puebla, México; Manila, Philippines") is None
