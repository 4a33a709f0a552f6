"""Leases and bills: whose home, where, and when."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import address_proof
from consistency.model import Address
from tests.extractors.papers.made import docx, facts, rows

LEASE = """
    TENANCY CONTRACT
    Landlord: Omar Rashid Properties
    Tenant: Mary Wairimu Kamau
    Property address: Flat 12, 8 Al Khan Street, Sharjah, United Arab Emirates
    Contract start date: 01/03/2025    Contract end date: 28/02/2026
    Annual rent: AED 32,000
    Signed in Sharjah on 20 February 2025
"""
BAIL = """
    CONTRAT DE LOCATION
    Entre M. Paul Essono, propriétaire, et Mme Awa Diop, de nationalité sénégalaise, locataire.
    Le logement sis 14, rue des Palmiers, Libreville, est donné en location pour une durée d'un an.
    La location commence le 1er septembre 2024 et prend fin le 31 août 2025.
    Fait à Libreville, le 28 août 2024.
"""
BILL = """
    NORTHERN WATER
    WATER BILL
    Customer: Mr Tomasz Zielinski
    Supply address: 5 Chapel Walk, Leeds, United Kingdom
    Bill date: 4 June 2026
    Meter reading 412 m3
    Amount due: GBP 61.20 by 25 June 2026
"""


def home(text: str) -> tuple[str | None, str | None, str | None]:
    record = next(iter(address_proof.read(docx(text)).records))
    assert isinstance(record, Address)
    return record.street, record.city, record.country


def test_a_lease_with_labels() -> None:
    assert recognise_paper(docx(LEASE)) == "address-proof"
    reading = address_proof.read(docx(LEASE))
    assert facts(reading) == {"full_name": "Mary Wairimu Kamau", "document_date": "2025-02-20"}
    found = [(row["country"], row["from"], row["to"]) for row in rows(reading, "address")]
    assert found == [("AE", "2025-03-01", "2026-02-28")]


def test_a_lease_in_sentences() -> None:
    assert recognise_paper(docx(BAIL)) == "address-proof"
    reading = address_proof.read(docx(BAIL))
    assert facts(reading) == {"full_name": "Awa Diop", "document_date": "2024-08-28"}
    assert home(BAIL) == ("14, rue des Palmiers", "Libreville", "GA")
    assert [(row["from"], row["to"]) for row in rows(reading, "address")] == [("2024-09-01", "2025-08-31")]


def test_a_bill() -> None:
    assert recognise_paper(docx(BILL)) == "address-proof"
    reading = address_proof.read(docx(BILL))
    assert facts(reading) == {"full_name": "Tomasz Zielinski", "document_date": "2026-06-04"}
    assert home(BILL) == ("5 Chapel Walk", "Leeds", "GB")
    assert "from" not in rows(reading, "address")[0]


def test_the_sentence_behind_an_address_is_no_town() -> None:
    told = BAIL.replace("14, rue des Palmiers, Libreville, est donné", "14, rue des Palmiers, Ewan est donné")
    assert home(told) == ("14, rue des Palmiers", "Ewan", None)


@pytest.mark.parametrize(
    "text",
    [
        "Letter of explanation\nDear officer,\nI live at 8 Hill Road, Lviv. My lease agreement is attached.",
        "EMPLOYMENT CONTRACT\nEmployer: Northern Water Ltd\nEmployee: Ana Silva\nThe employee may be a tenant of ours.",
        "LEASE AGREEMENT\nLessee: Ana Silva\nThe shop situated at 12 Mill Road, Nairobi is let from 1 May 2025.",
        "INVOICE\nBill to: Ana Silva\nTranslation of a diploma\nAmount due: EUR 40",
    ],
)
def test_what_is_none(text: str) -> None:
    assert address_proof.recognise(docx(text)) == 0.0


def test_an_address_in_a_numbered_clause_with_a_unit() -> None:
    text = """
        RESIDENTIAL LEASE
        This Lease is made on May 2, 2025 between Ida Moss ("Landlord") and Jorge Luna ("Tenant").
        1. PREMISES. Landlord leases to Tenant the flat located at 77 Birch Avenue, Unit 9, Calgary, AB T2P 1J9.
        2. TERM. The term begins on May 15, 2025 and ends on May 14, 2026.
    """
    assert home(text) == ("77 Birch Avenue", "Calgary", "CA")
    assert facts(address_proof.read(docx(text)))["full_name"] == "Jorge Luna"
