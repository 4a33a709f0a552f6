"""Payslips: by month, fortnight and hour, in the layouts of several countries."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import payslip
from consistency.extractors.reading import Reading
from tests.extractors.papers.made import docx, facts, pdf, rows


def jobs_in(reading: Reading) -> list[dict[str, object]]:
    """Give the jobs without the time that was paid for, and without the country that it tells."""
    aside = ("paid_from", "paid_to", "country")
    return [{name: value for name, value in job.items() if name not in aside} for job in rows(reading, "job")]


INDIA = """
SUNRISE EXAMPLE NURSERIES PVT LTD
14 Link Road, Ludhiana, Punjab - 141001
Pay Slip for the month of March 2024
Employee Name   Harjit Singh Sidhu     Employee ID  SN-0231
Designation     Farm Supervisor        Department   Production
Date of Joining   12/07/2018           PAN          ABCDE1234F
Bank A/C No     001122334455           Days Paid    31
Earnings            Amount      Deductions          Amount
Basic               18,000.00   Provident Fund      2,160.00
HRA                 7,200.00    Professional Tax    200.00
Special Allowance   4,800.00    TDS                 0.00
Gross Earnings      30,000.00   Total Deductions    2,360.00
Net Pay : Rs. 27,640.00
(Rupees Twenty Seven Thousand Six Hundred Forty Only)
This is a computer generated payslip and does not require signature.
"""

EMIRATES = """
Golden Example Restaurant LLC
P.O. Box 1234, Dubai, United Arab Emirates
SALARY SLIP
Employee Name: Mohammed Rashid Khan        Employee No: 4471
Position: Head Waiter                      Pay Period: 01-Feb-2025 to 28-Feb-2025
Payment Date: 03-Mar-2025                  Currency: AED
Description                  Amount
Basic Salary                 2,500.00
Housing Allowance            1,200.00
Transport Allowance          400.00
Gross Salary                 4,100.00
Deductions                   0.00
Net Salary                   4,100.00
"""

PHILIPPINES = """
PACIFIC EXAMPLE HOTEL CORP.
PAYSLIP
Name:  Dela Cruz, Maria Santos              Cutoff Period:  June 1-15, 2025
Position:  Room Attendant                   Pay Date:  June 20, 2025
Basic Pay                 8,250.00      SSS                 562.50
Overtime                  1,031.25      PhilHealth          206.25
Gross Pay                 9,281.25      Pag-IBIG            100.00
                                        Total Deductions    868.75
NET PAY                   PHP 8,412.50
"""

NIGERIA = """
FIRST DELTA EXAMPLE FOODS LTD
Plot 14 Marina Road, Lagos
PAY ADVICE FOR JANUARY 2025
Staff ID:  FD/0211          Name:  ADEBANJO CHIDI EMMANUEL
Department:  Bakery         Designation:  Senior Baker
Basic Salary          N85,000.00
Housing               N30,000.00
Total Emoluments      ₦150,000.00
PAYE                  ₦9,500.00
Pension               ₦8,000.00
Net Pay               ₦132,500.00
"""

CANADA = """
MAPLE EXAMPLE BUILDERS INC.                 EARNINGS STATEMENT
120 4th Avenue SW, Calgary, AB              Pay Period: 2025-03-01 to 2025-03-14
                                            Pay Date: 2025-03-20
RODEL DIMACULANGAN
14 Oak Street, Calgary, AB
Earnings     Rate      Hours     Current      YTD
Regular      22.50     80.00     1,800.00     10,800.00
Overtime     33.75     4.00      135.00       405.00
Gross Pay                        1,935.00     11,205.00
Deductions                       Current      YTD
CPP                              101.00       606.00
EI                               31.73        190.00
Federal Tax                      210.00       1,260.00
Total Deductions                 342.73       2,056.00
Net Pay                          CAD 1,592.27       9,149.00
"""

FRANCE = """
BOULANGERIE EXEMPLE SARL                     BULLETIN DE PAIE
12 rue des Lilas, 69003 Lyon                 Période du 01/03/2025 au 31/03/2025
Siret : 123 456 789 00012   Code NAF : 1071C  Paiement le : 31/03/2025
Nom et prénom : Benali Karim
Emploi : Boulanger
N° SS : 1 90 05 99 350 123 45
Convention collective : Boulangerie-pâtisserie artisanale
Rubrique                Base       Taux      Gain       Retenue
Salaire de base         151,67     12,31     1 867,06
Salaire brut                                 1 867,06
Total des cotisations                                   412,30
Net imposable                                1 520,11
Net à payer avant impôt sur le revenu        1 454,76
Net à payer                                  1 454,76
"""

QUEBEC = """
Les Aliments Exemple inc.
RELEVÉ DE PAIE
Nom de l'employé : Fatou Ndiaye
Période de paie : 2 mars 2025 au 15 mars 2025
Date de paiement : 20 mars 2025
Fréquence de paie : Aux deux semaines
Poste : Préposée à la production
Taux horaire : 19,50 $
Gains                   Heures    Montant     Cumul
Régulier                80,00     1 560,00    9 360,00
Total des gains                   1 560,00    9 360,00
RRQ                               90,00       540,00
AE                                20,00       120,00
Total des retenues                310,00      1 860,00
Paie nette                        1 250,00    7 500,00
"""

MOROCCO = """
Zenith Exemple Works SARL
Agadir, Maroc
BULLETIN DE PAIE        Mois : Septembre 2025
Matricule   Nom et Prénom        Fonction         Date d'embauche
0112        BENKIRANE Hamza      Electricien      26/09/2023
Rubrique                Base        Montant
Salaire de base         26,00       6 000,00
Prime                               350,00
Salaire brut                        6 350,00 MAD
CNSS                                284,48
Net à payer                         5 702,10
"""

BRITAIN = """
Employee: Mr O Petrenko        Process Date 28/06/2025
Harbour Example Logistics Ltd
Pay Advice
Payments                  Units   Rate    Amount     Deductions     Amount
Monthly Salary                            2,450.00   PAYE Tax       280.60
                                                     National Insurance 112.10
Total Payments            2,450.00    Total Deductions   392.70
Net Pay    £2,057.30
Pay Period: Monthly    Tax Period 3
"""

BELOW = """
Delta Example Foods GmbH
Salary Slip
Employee          Designation        Pay Period           Pay Date
Grace Wanjiru     Packer             May 2025             30 May 2025
Gross Pay         Total Deductions   Net Pay
KES 45,000.00     KES 6,200.00       KES 38,800.00
"""

SLIPS = [
    (
        INDIA,
        {"full_name": "Harjit Singh Sidhu", "document_date": "2024-03"},
        {
            "employer": "SUNRISE EXAMPLE NURSERIES PVT LTD",
            "title": "Farm Supervisor",
            "amount": 30000.0,
            "currency": "INR",
            "per": "month",
        },
    ),
    (
        EMIRATES,
        {"full_name": "Mohammed Rashid Khan", "document_date": "2025-03-03"},
        {
            "employer": "Golden Example Restaurant LLC",
            "title": "Head Waiter",
            "amount": 4100.0,
            "currency": "AED",
            "per": "month",
        },
    ),
    (
        PHILIPPINES,
        {"full_name": "Dela Cruz, Maria Santos", "document_date": "2025-06-20"},
        {
            "employer": "PACIFIC EXAMPLE HOTEL CORP.",
            "title": "Room Attendant",
            "amount": 9281.25,
            "currency": "PHP",
            "per": "half-month",
        },
    ),
    (
        NIGERIA,
        {"full_name": "ADEBANJO CHIDI EMMANUEL", "document_date": "2025-01"},
        {
            "employer": "FIRST DELTA EXAMPLE FOODS LTD",
            "title": "Senior Baker",
            "amount": 150000.0,
            "currency": "NGN",
            "per": "month",
        },
    ),
    (
        CANADA,
        {"full_name": "RODEL DIMACULANGAN", "document_date": "2025-03-20"},
        {"employer": "MAPLE EXAMPLE BUILDERS INC.", "amount": 1935.0, "currency": "CAD", "per": "fortnight"},
    ),
    (
        FRANCE,
        {"full_name": "Benali Karim", "document_date": "2025-03-31"},
        {"employer": "BOULANGERIE EXEMPLE SARL", "title": "Boulanger", "amount": 1867.06, "per": "month"},
    ),
    (
        QUEBEC,
        {"full_name": "Fatou Ndiaye", "document_date": "2025-03-20"},
        {
            "employer": "Les Aliments Exemple inc.",
            "title": "Préposée à la production",
            "amount": 19.5,
            "per": "hour",
        },
    ),
    (
        MOROCCO,
        {"full_name": "BENKIRANE Hamza", "document_date": "2025-09"},
        {
            "employer": "Zenith Exemple Works SARL",
            "title": "Electricien",
            "amount": 6350.0,
            "currency": "MAD",
            "per": "month",
        },
    ),
    (
        BRITAIN,
        {"full_name": "O Petrenko", "document_date": "2025-06-28"},
        {"employer": "Harbour Example Logistics Ltd", "amount": 2450.0, "currency": "GBP"},
    ),
    (
        BELOW,
        {"full_name": "Grace Wanjiru", "document_date": "2025-05-30"},
        {
            "employer": "Delta Example Foods GmbH",
            "title": "Packer",
            "amount": 45000.0,
            "currency": "KES",
            "per": "month",
        },
    ),
]


@pytest.mark.parametrize(("text", "said", "job"), SLIPS)
def test_who_was_paid_by_whom_and_how_much(text: str, said: dict[str, str], job: dict[str, object]) -> None:
    document = pdf(text)
    reading = payslip.read(document)
    assert recognise_paper(document) == "payslip"
    assert facts(reading) == said
    assert jobs_in(reading) == [job]
    assert str(reading.as_of.date) == said["document_date"]


def test_every_value_cites_its_place() -> None:
    (job,) = payslip.read(pdf(INDIA)).records
    assert job.cite("amount").quote == "30,000.00"
    assert job.cite("title").quote == "Farm Supervisor"
    assert job.cite("employer").quote == "SUNRISE EXAMPLE NURSERIES PVT LTD"
    assert all(where.page == 1 and where.box is not None for where in job.cells.values())


def test_the_time_of_pay_is_not_the_time_of_the_job() -> None:
    (job,) = payslip.read(pdf(EMIRATES)).records
    assert job.period is None
    (joined,) = payslip.read(pdf(INDIA)).records
    assert joined.period is None


def test_net_pay_alone_is_no_amount() -> None:
    slip = EMIRATES.replace("Gross Salary                 4,100.00\n", "").replace("Basic Salary", "Base")
    (job,) = jobs_in(payslip.read(pdf(slip)))
    assert "amount" not in job


def test_a_dollar_of_no_country_names_no_currency() -> None:
    slip = CANADA.replace("CAD 1,592.27", "$1,592.27")
    (job,) = jobs_in(payslip.read(pdf(slip)))
    assert job["amount"] == 1935.0 and "currency" not in job


@pytest.mark.parametrize(
    ("told", "per", "day"),
    [
        ("Cutoff Period:  June 1-15, 2025", "half-month", "2025-06-15"),
        ("Cutoff Period:  16-30 June 2025", "half-month", "2025-06-30"),
        ("Cutoff Period:  02/16/2025 - 02/28/2025", "half-month", "2025-02-28"),
        ("Cutoff Period:  June 1-14, 2025", "fortnight", "2025-06-14"),
        ("Cutoff Period:  June 1-30, 2025", "month", "2025-06-30"),
        ("Pay frequency:  Semi-monthly     Month:  June 2025", "half-month", "2025-06"),
        ("Month:  June 2025", "month", "2025-06"),
    ],
)
def test_half_a_month_is_neither_a_fortnight_nor_a_month(told: str, per: str, day: str) -> None:
    slip = PHILIPPINES.replace("Cutoff Period:  June 1-15, 2025", told).replace(
        "Pay Date:  June 20, 2025", ""
    )
    reading = payslip.read(pdf(slip))
    (job,) = jobs_in(reading)
    assert (job["per"], str(reading.as_of.date)) == (per, day)


def test_a_half_month_told_beside_the_basic_pay() -> None:
    slip = PHILIPPINES.replace("Cutoff Period:  June 1-15, 2025", "").replace(
        "Basic Pay   ", "Basic Pay (semi-monthly)   "
    )
    (job,) = jobs_in(payslip.read(pdf(slip)))
    assert job["per"] == "half-month"


BARE = """
    GREEN EXAMPLE FOODS PVT. LTD.
    {place}
    Salary Slip for the month of July-2026
    Name     Ravi Example    Designation   Supervisor
    Earnings          {head}    Deductions         {head}
    Basic             11,200.00       Provident Fund     1,344.00
    Gross Earnings    18,400.00       Total Deductions   1,544.00
    Net Pay           16,856.00
    {foot}
"""


@pytest.mark.parametrize(
    ("place", "head", "foot", "currency"),
    [
        ("Ahmedabad", "Amount (Rs.)", "computer generated", "INR"),
        ("Lahore, Pakistan", "Amount (Rs.)", "computer generated", "PKR"),
        ("Lagos", "Amount (NGN)", "computer generated", "NGN"),
        ("Lagos", "Amount in Naira", "computer generated", "NGN"),
        ("Abidjan", "Montant en FCFA", "", "XOF"),
        ("Douala", "Montant (F CFA)", "", "XAF"),
        ("Ahmedabad", "Amount", "Rupees Sixteen Thousand Eight Hundred Fifty Six Only", "INR"),
        ("Makati City, Philippines", "Amount", "Sixteen thousand eight hundred fifty-six pesos", "PHP"),
        ("Ibadan", "Amount", "All amounts are in NGN", "NGN"),
        ("Ahmedabad", "Amount (Rs.)", "All amounts are in USD", None),
        ("Casablanca, Maroc", "Amount", "computer generated", None),
        ("Ahmedabad", "Amount (A)", "Net pay (hours)", None),
    ],
)
def test_a_currency_told_over_a_column_or_once(
    place: str, head: str, foot: str, currency: str | None
) -> None:
    (job,) = jobs_in(payslip.read(pdf(BARE.format(place=place, head=head, foot=foot))))
    assert (job["amount"], job.get("currency")) == (18400.0, currency)


def test_a_title_and_a_period_on_one_line_with_the_employer() -> None:
    reading = payslip.read(
        pdf("""
        BULLETIN DE PAIE
        ATLAS EXEMPLE SARL, Fès, Maroc – Période : du 01/08/2026 au 31/08/2026
        Nom et Prénom         Emploi
        IDRISSI EXEMPLE       Mécanicien
        Rubrique         Base        Gains       Retenues
        Salaire brut                 3 981,40
        CNSS             3 981,40                178,37
        NET À PAYER                  3 650,00
    """)
    )
    (job,) = jobs_in(reading)
    assert (job["employer"], job["per"], str(reading.as_of.date)) == (
        "ATLAS EXEMPLE SARL",
        "month",
        "2026-08-31",
    )
    (job,) = jobs_in(payslip.read(pdf(PHILIPPINES.replace("CORP.\nPAYSLIP", "CORP. — PAYSLIP"))))
    assert job["employer"] == "PACIFIC EXAMPLE HOTEL CORP."


def test_a_table_of_a_word_file() -> None:
    reading = payslip.read(
        docx("""
        Crown Example Bakery Ltd
        PAYSLIP - April 2025
        Employee Name | Maria Lopez
        Job Title | Baker
        Hourly Rate | CAD 19.25
        Weekly Hours | 40
        Gross Pay | 3,336.66
        Total Deductions | 610.10
        Net Pay | 2,726.56
    """)
    )
    assert facts(reading) == {"full_name": "Maria Lopez", "document_date": "2025-04"}
    assert jobs_in(reading) == [
        {
            "employer": "Crown Example Bakery Ltd", "title": "Baker", "amount": 19.25, "currency": "CAD",
            "per": "hour", "hours": 40.0,
        }
    ]  # fmt: skip


OTHERS = {
    "a letter that names the pay": """
        Golden Example Restaurant LLC
        Dubai, 3 March 2025
        TO WHOM IT MAY CONCERN
        This is to certify that Mr. Mohammed Rashid Khan is employed with us as Head Waiter since 4 May 2019.
        Basic salary   AED 2,500.00
        Gross salary   AED 4,100.00
        Net salary     AED 4,100.00 after deductions for the month
        (signed) Manager
    """,
    "a bank statement with salaries": """
        First Delta Bank PLC
        Statement of account for the period 01-Jan-2025 to 31-Jan-2025
        Account holder: Chidi Adebanjo
        28-Jan-2025   Net pay from employer, salary slip 1    132,500.00     640,000.00
        Deductions   1,000.00     Gross interest    20.00
    """,
    "a contract": """
        EMPLOYMENT CONTRACT
        The employer and the employee hereby agree as follows. A payslip is given each month, with gross pay,
        deductions and net pay for the pay period.
        Gross pay   CAD 3,000.00
    """,
    "an assessment of tax": """
        NOTICE OF ASSESSMENT
        Total income   45,000   Deductions   2,000   Net income   43,000   Gross   1   Month   2
    """,
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_payslip(name: str) -> None:
    assert payslip.recognise(pdf(OTHERS[name])) < 0.5


def test_a_short_slip_whose_title_names_the_month() -> None:
    document = pdf("""
        HIGHLAND ELDERS HOME
        PAYSLIP - MARCH 2025
        Name           Leila Sample
        Position       Caregiver
        Basic pay      41,000.00
        NSSF           1,080.00
        NET PAY        36,300.00
    """)
    assert payslip.recognise(document) >= 0.5
    reading = payslip.read(document)
    assert facts(reading) == {"full_name": "Leila Sample", "document_date": "2025-03"}


@pytest.mark.parametrize(
    ("told", "country"),
    [
        ("Canada Pension Plan   88.10\nEmployment Insurance   31.20", "CA"),
        ("RPC   88.10\nAE   31.20", "CA"),
        ("Provident fund   88.10", None),
    ],
)
def test_the_time_that_was_paid_for_and_the_country(told: str, country: str | None) -> None:
    (job,) = rows(
        payslip.read(
            pdf(f"""
        MARSH FLATS COLD STORAGE LTD. — EARNINGS STATEMENT
        Employee      Leila Sample
        Pay period    2026-03-01 to 2026-03-14
        Pay date      2026-03-20
        GROSS PAY     2,100.00
{told}
        NET PAY       1,700.00
    """)
        ),
        "job",
    )
    days = {str(job[name]) for name in ("paid_from", "paid_to")}
    assert (days, job.get("country")) == ({"2026-03-01", "2026-03-14"}, country)


def test_a_slip_without_a_title_that_says_whose_pay_of_which_time_it_is() -> None:
    slip = """
        Sample Valley College – Payroll
        Employee      SAMPLE, Leila Ruth
        Position      Laboratory Assistant (casual)
        Period        2026-09-07 – 2026-09-20
        Gross         704.00
        Net           641.18
    """
    assert payslip.recognise(pdf(slip)) >= 0.5
    (job,) = jobs_in(payslip.read(pdf(slip)))
    assert job["employer"] == "Sample Valley College"
    assert payslip.recognise(pdf(slip.replace("Employee      SAMPLE, Leila Ruth", ""))) < 0.5


def test_the_rate_of_an_hour_in_a_table_beside_the_employer_on_the_line_of_the_title() -> None:
    document = pdf("""
        ORCHARD HILL FARMS LTD. Statement of earnings

        Employee        SINGH, GURPREET
        Pay period      2026-03-02 to 2026-03-15        Pay date      2026-03-20

        Earnings        Hours       Rate        Current         YTD
        Regular         80.00       18.40       1,472.00        7,360.00
        Vacation 4%                             58.88           294.40

        Deductions      Current     YTD
        CPP             76.10       380.50
        Net pay         1,310.00
    """)
    (job,) = rows(payslip.read(document), "job")
    assert (job["employer"], job["amount"], job["per"]) == ("ORCHARD HILL FARMS LTD.", 18.4, "hour")


def test_a_slip_of_pay_from_which_nothing_is_taken_off() -> None:
    document = docx("""
        SAMPLE GULF FZ-LLC SALARY SLIP
        Month: January 2020 Employee: Ida Sample ID G-077
        Basic | AED 14,500
        Housing | AED 7,000
        Transport | AED 1,500
        Total | AED 23,000
        Designation: Process Engineer
    """)
    assert recognise_paper(document) == "payslip"
    (job,) = rows(payslip.read(document), "job")
    assert job["employer"] == "SAMPLE GULF FZ-LLC"
