"""Yearly slips of employers for the tax office: whom they paid, in which year."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import tax_slip
from tests.extractors.papers.made import docx, facts, pdf, rows

QUEBEC = """
    Revenu Québec
    RL-1   Revenus d'emploi et revenus divers
    Année      2024          Code du relevé   R
    Nom et adresse de l'employeur ou du payeur
    LES SERRES DU RICHELIEU INC.
    12, rang Double, Rougemont QC

    Nom de famille           Prénom
    BELLO                    AÏCHA
"""
WAGES = """
    Form W-2   Wage and Tax Statement   2021
    b Employer identification number     00-1122334
    c Employer's name, address, and ZIP code     PALMETTO BAY LODGING LLC

    e Employee's first name and initial / Last name     JORGE A MALDONADO

    1 Wages, tips, other compensation     9,118.00
"""
REMUNERATION = """
    STATEMENT OF REMUNERATION FROM EMPLOYMENT FOR THE YEAR ENDED 31 DECEMBER 2022
    C.P. 8A - Pin. 2022
    Full name: Nguyen Thi Hoa
    Designation: Line operator
    Employer: Penang Precision Sdn Bhd
    Period of employment: 01/03/2022 - 30/11/2022
"""
LEAVING = """
    P45 Part 1A
    Details of employee leaving work
    3 Title / Surname or family name     MR ADEKUNLE
    First or given name(s)     SEUN PETER
    4 Leaving date     30 06 2021
    13 Date of birth     02 11 1991
    Employer name and address
    WHARFSIDE LAUNDRY LIMITED
"""


@pytest.mark.parametrize(
    ("text", "employer", "paid", "country", "name"),
    [
        (QUEBEC, "LES SERRES DU RICHELIEU INC.", ("2024", "2024"), "CA", "BELLO"),
        (WAGES, "PALMETTO BAY LODGING LLC", ("2021", "2021"), "US", "JORGE A MALDONADO"),
        (REMUNERATION, "Penang Precision Sdn Bhd", ("2022-03-01", "2022-11-30"), "MY", "Nguyen Thi Hoa"),
        (LEAVING, "WHARFSIDE LAUNDRY LIMITED", ("2021-06-30", "2021-06-30"), "GB", "ADEKUNLE"),
    ],
)
def test_a_slip_proves_a_job_in_its_year(
    text: str, employer: str, paid: tuple[str, str], country: str, name: str
) -> None:
    document = pdf(text)
    assert recognise_paper(document) == "tax-slip"
    reading = tax_slip.read(document)
    (job,) = rows(reading, "job")
    told = (str(job["paid_from"]), str(job["paid_to"]))
    assert (job["employer"], told, job["country"]) == (employer, paid, country)
    assert "from" not in job
    said = facts(reading)
    assert said.get("family_name", said.get("full_name")) == name


def test_the_cells_of_a_grid_run_on() -> None:
    document = pdf("""
        FORM NO. 16
        Certificate under section 203 for tax deducted at source on salary
        Name and address of     KAVERI YARNS          Name and address of     SUNITA
        the Employer            PVT LTD               the Employee            RAO
                                Erode Road                                    Ward 4, Salem

        Assessment Year         2021-22               Certificate No.         QQLMTR
    """)
    reading = tax_slip.read(document)
    (job,) = rows(reading, "job")
    assert (job["employer"], str(job["paid_from"]), str(job["paid_to"])) == (
        "KAVERI YARNS PVT LTD", "2020-04-01", "2021-03-31",
    )  # fmt: skip
    assert facts(reading)["full_name"] == "SUNITA RAO"


def test_a_slip_tells_who_it_is_for_beside_the_status() -> None:
    reading = tax_slip.read(
        docx("""
        BIR Form No. 2316
        Certificate of Compensation Payment/Tax Withheld
        1 For the Year | 2021
        2 For the Period From (MM/DD) | 02/01 | To (MM/DD) | 12/31
        4 Employee's Name (Last Name, First Name, Middle Name) | SISON, RHEA LUNA
        7 Date of Birth (MM/DD/YYYY) | 03/09/1993
        11 Civil Status | Married
        16 Employer's Name | CAVITE GARMENTS INC.
    """)
    )
    assert facts(reading) == {
        "full_name": "SISON, RHEA LUNA", "birth_date": "1993-03-09", "marital_status": "married",
    }  # fmt: skip
    (job,) = rows(reading, "job")
    assert (str(job["paid_from"]), str(job["paid_to"])) == ("2021-02-01", "2021-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "PAYSLIP\nEmployee: Ana Lim\nGross pay 1,200.00\nNet pay 1,000.00\nPeriod: May 2024",
        "Dear Visa Officer,\nI enclose my T4, statement of remuneration paid, of 2023.\nYours sincerely\nAna Lim",
    ],
)
def test_other_papers_are_no_slips(text: str) -> None:
    assert tax_slip.recognise(docx(text)) == 0.0
